"""Which days of a person are settled, and that imports of placements keep off them."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.utils import timezone

from akses.impor import impor
from pegawai.models import Penempatan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from penilaian.services.ketetapan import KETETAPAN
from sasaran.models import Periode, Siklus
from tests.pegawai.berkas_uji import csv_dari

pytestmark = pytest.mark.django_db


def tetap(*orang):
    """The settled days of these people, as (name, from, to)."""
    with connection.cursor() as kursor:
        daftar = ", ".join(f"'{o.pk}'::uuid" for o in orang)
        kursor.execute(
            f"SELECT nama, mulai::text, selesai::text FROM ({KETETAPAN.untuk(f'SELECT unnest(ARRAY[{daftar}])')}) t"
            " ORDER BY mulai, nama"
        )
        return kursor.fetchall()


@pytest.fixture
def evaluasi(pemeran, buat_skp, siklus):
    """Ratna's evaluation of the third quarter."""
    skp = buat_skp(pemeran.ratna)
    return EvaluasiPeriodik.objects.create(
        skp=skp,
        periode=siklus.periode.get(nomor=3),
        pegawai=pemeran.ratna,
        unit=skp.unit,
        penilai=pemeran.kabid,
    )


def tutup(nomor, pada):
    Periode.objects.filter(nomor=nomor).update(status="ditutup", dibuka_pada=pada, ditutup_pada=pada)


def test_nothing_is_settled_while_a_period_is_open(pemeran, evaluasi):
    Periode.objects.filter(nomor=3).update(status="terbuka", dibuka_pada=timezone.now())
    assert tetap(pemeran.ratna) == []


def test_a_closed_period_is_settled_for_those_who_were_evaluated_in_it(pemeran, evaluasi):
    tutup(3, datetime(2026, 10, 21, tzinfo=UTC))
    assert tetap(pemeran.ratna, pemeran.sari) == [("Triwulan III 2026", "2026-07-01", "2026-09-30")]


def test_a_delivered_result_settles_the_days_up_to_its_delivery(pemeran, evaluasi):
    EvaluasiPeriodik.objects.filter(pk=evaluasi.pk).update(
        status="disampaikan", rating_hasil=2, rating_perilaku=2, predikat=2,
        disampaikan_pada=datetime(2026, 9, 20, 18, tzinfo=UTC),  # the 21st in Jakarta
    )  # fmt: skip
    assert tetap(pemeran.ratna) == [("Triwulan III 2026", "2026-07-01", "2026-09-21")]


def test_the_last_period_closes_before_it_is_over_and_the_days_after_stay_free(pemeran, evaluasi, siklus):
    EvaluasiPeriodik.objects.filter(pk=evaluasi.pk).update(periode=siklus.periode.get(nomor=4))
    tutup(4, datetime(2026, 12, 18, 17, 30, tzinfo=UTC))
    assert tetap(pemeran.ratna) == [("Triwulan IV 2026", "2026-10-01", "2026-12-19")]


def test_a_signed_or_closed_year_is_settled(pemeran, evaluasi, siklus):
    skp = evaluasi.skp
    EvaluasiTahunan.objects.create(
        siklus=siklus, skp=skp, pegawai=pemeran.ratna, unit=skp.unit, penilai=pemeran.kabid
    )
    assert tetap(pemeran.ratna) == []
    pada = datetime(2027, 2, 1, tzinfo=UTC)
    Siklus.objects.update(status="ditutup", dibuka_pada=pada, ditutup_pada=pada)
    assert tetap(pemeran.ratna) == [("evaluasi tahunan 2026", "2026-01-01", "2026-12-31")]


def kirim(pemeran, mulai):
    baris = {
        "NIP": pemeran.ratna.nip, "UNIT KERJA": "Dinas Perhubungan", "JABATAN": "Analis Kependudukan",
        "TMT JABATAN": mulai,
    }  # fmt: skip
    return impor(jenis="penempatan", sumber=csv_dari(baris), nama="x.csv", oleh=None)


def test_an_import_of_placements_keeps_off_settled_days(pemeran, evaluasi):
    tutup(3, datetime(2026, 10, 21, tzinfo=UTC))
    laporan = kirim(pemeran, "30-09-2026")
    assert [k["kode"] for k in laporan["galat"]] == ["sudah_ditetapkan"]
    assert Penempatan.objects.filter(pegawai=pemeran.ratna).count() == 1
    assert kirim(pemeran, "01-10-2026")["hasil"] == "diimpor"


def test_the_import_of_people_keeps_off_them_too(pemeran, evaluasi):
    tutup(3, datetime(2026, 10, 21, tzinfo=UTC))
    baris = {
        "NIP BARU": pemeran.ratna.nip, "NAMA": "Ratna Wulandari", "JENIS PEGAWAI NAMA": "PNS",
        "UNOR NAMA": "Dinas Perhubungan", "JABATAN NAMA": "Pengadministrasi Perkantoran",
        "JENIS JABATAN NAMA": "Jabatan Fungsional Umum",
    }  # fmt: skip

    def pindah(tmt, **lain):
        isi = csv_dari(baris | {"TMT JABATAN": tmt} | lain)
        return impor(jenis="pegawai", sumber=isi, nama="x.csv", oleh=None)

    assert [k["kode"] for k in pindah("30-09-2026")["galat"]] == ["sudah_ditetapkan"]
    betulkan = pindah("01-01-2021")  # another unit since the beginning
    assert betulkan["galat"][0]["contoh"][0]["isi"] == {
        "periode": "Triwulan III 2026",
        "sampai": "30-09-2026",
    }
    lama = {"UNOR NAMA": "Bidang Pencatatan Sipil", "JABATAN NAMA": "Analis Kependudukan"}
    lama |= {"JENIS JABATAN NAMA": "Jabatan Fungsional Tertentu"}
    assert pindah("01-02-2021", **lama)["hasil"] == "diimpor"  # only the first day, long before
    assert pindah("01-10-2026")["hasil"] == "diimpor"
