"""How far the cycle is, unit by unit: within the scope of the reader, from the kept counts."""

import pytest
from django.utils import timezone

from akses.admin_izin import Penjaga
from akses.pelaku import TAMU, Pelaku
from akses.services import pelaku_dari
from analitik.services.hitungan import hitung_ulang
from kinerja.services.kemajuan import Kapan, kemajuan, periode_berjalan, tahun_berjalan
from pegawai.models import UnitKerja
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from sasaran.models import SKP
from tests.pemeran import buat_tahun, buka_periode
from tests.penilaian.tahun import buat_tahunan

pytestmark = pytest.mark.django_db


def jaga(pegawai):
    return Penjaga(Pelaku(None, peran=pelaku_dari(pegawai).peran), pemasang=False)


@pytest.fixture
def waktu(pemeran, siklus, buat_skp):
    """The first quarter with Ratna's evaluation submitted and Rudi's open; Sari's plan is a draft."""
    terbuka = buka_periode(siklus.periode.get(nomor=1))
    for orang, isi in (
        (pemeran.ratna, {"status": "diajukan", "diajukan_pada": timezone.now()}),
        (pemeran.rudi, {}),
    ):
        skp = buat_skp(orang)
        EvaluasiPeriodik.objects.create(
            skp=skp, periode=terbuka, pegawai=orang, unit=skp.unit, penilai=skp.penilai, **isi
        )
    buat_skp(pemeran.sari, "draf")
    return Kapan(siklus, terbuka, None)


def angka(unit):
    return {t.jenis.kode: (t.selesai, t.semua) for t in unit.tahap}


def test_hr_of_the_government_sees_every_department_and_their_sum(pemeran, waktu):
    semua = kemajuan(jaga(pemeran.pengelola_instansi), waktu)
    assert angka(semua.total) == {"skp": (2, 3), "lapor": (1, 2), "nilai": (0, 2)}
    assert {u.nama: angka(u) for u in semua.unit} == {
        "Disdukcapil": {"skp": (1, 2), "lapor": (1, 1), "nilai": (0, 1)},
        "Dishub": {"skp": (1, 1), "lapor": (0, 1), "nilai": (0, 1)},
    }


def test_hr_of_one_department_sees_its_parts_and_nothing_else(pemeran, waktu):
    sendiri = kemajuan(jaga(pemeran.pengelola_opd), waktu)
    assert sendiri.total.nama == "Disdukcapil"
    assert angka(sendiri.total)["lapor"] == (1, 1)
    assert [u.nama for u in sendiri.unit] == ["Bidang Pencatatan Sipil"]
    dishub = UnitKerja.objects.get(singkatan="Dishub")
    assert kemajuan(jaga(pemeran.pengelola_opd), waktu, dishub.path).total.nama == "Disdukcapil"


def test_the_way_leads_down_and_back_up(pemeran, waktu):
    capil = UnitKerja.objects.get(nama="Bidang Pencatatan Sipil")
    bawah = kemajuan(jaga(pemeran.pengelola_instansi), waktu, capil.path)
    assert [u.sebutan for u in bawah.jejak] == ["Pemerintah Kabupaten Asri Mulya", "Disdukcapil"]
    assert [(u.nama, angka(u)["skp"]) for u in bawah.unit] == [("Langsung di unit ini", (1, 2))]
    for aneh in ("0001'; --", "zzzz", "9" * 300):
        assert kemajuan(jaga(pemeran.pengelola_instansi), waktu, aneh).total.nama.startswith("Pemerintah")


def test_people_without_any_plan_count_against_the_unit(pemeran, waktu):
    """Disdukcapil has Yohanes, Budi, Ratna, Sari and Dewi; two of them have a plan."""
    hitung_ulang()
    tahap = kemajuan(jaga(pemeran.pengelola_opd), waktu).total.satu("skp")
    assert (tahap.selesai, tahap.semua, tahap.tanpa) == (1, 5, 3)
    assert [(str(label), n) for label, n, _a in tahap.sisa()] == [("Draf", 1)]


def test_a_plan_that_was_replaced_counts_no_more(pemeran, waktu):
    SKP.objects.filter(pegawai=pemeran.sari).update(status="digantikan")
    assert angka(kemajuan(jaga(pemeran.pengelola_instansi), waktu).total)["skp"] == (2, 2)


def test_the_numbers_lead_to_lists_of_the_same_records(pemeran, waktu, masuk):
    total = kemajuan(jaga(pemeran.pengelola_instansi), waktu).total
    klien = masuk(pemeran.pengelola_instansi)
    for tahap in total.tahap:
        for _label, n, alamat in tahap.sisa():
            assert len(klien.get(alamat).context["cl"].result_list) == n, alamat


def test_two_departments_are_summed_under_one_heading(pemeran, waktu):
    path = sorted(
        UnitKerja.objects.filter(singkatan__in=["Disdukcapil", "Dishub"]).values_list("path", flat=True)
    )
    dua = Penjaga(Pelaku(None, peran={"pengelola_opd": tuple(path)}), pemasang=False)
    isi = kemajuan(dua, waktu)
    assert [u.path for u in sorted(isi.unit, key=lambda u: u.path)] == path
    assert angka(isi.total) == {"skp": (2, 3), "lapor": (1, 2), "nilai": (0, 2)}


def test_a_department_and_a_part_of_another_are_both_there(pemeran, waktu):
    dishub = UnitKerja.objects.get(singkatan="Dishub").path
    bidang = UnitKerja.objects.get(nama="Bidang Pencatatan Sipil").path
    dua = Penjaga(Pelaku(None, peran={"pengelola_opd": (dishub, bidang)}), pemasang=False)
    assert {u.path for u in kemajuan(dua, waktu).unit} == {dishub, bidang}


def test_it_takes_four_queries_however_many_units_there_are(pemeran, waktu, django_assert_max_num_queries):
    penjaga = jaga(pemeran.pengelola_instansi)
    with django_assert_max_num_queries(4):
        kemajuan(penjaga, waktu)


def test_whoever_may_not_see_numbers_gets_none(pemeran, waktu):
    assert kemajuan(jaga(pemeran.admin_sistem), waktu) is None
    assert kemajuan(Penjaga(TAMU, pemasang=False), waktu) is None


def test_the_open_period_goes_before_a_later_one_that_has_begun(pemeran, siklus):
    pertama = buka_periode(siklus.periode.get(nomor=1))
    assert periode_berjalan(siklus.periode.get(nomor=3).mulai) == pertama
    pertama.status, pertama.ditutup_pada = "ditutup", timezone.now()
    pertama.save()
    assert periode_berjalan(siklus.periode.get(nomor=3).mulai).nomor == 3


@pytest.fixture
def tahun(pemeran, siklus, buat_skp):
    """2026 is being evaluated: Ratna's waits for her assessor, Rudi's for the superior, in two departments."""
    siklus.status, siklus.dibuka_pada = "terbuka", timezone.now()
    siklus.save()
    buat_tahunan(buat_skp(pemeran.ratna))
    buat_tahunan(buat_skp(pemeran.rudi), status="menunggu_atasan", jalur="terlambat", final=True)
    return siklus


def test_the_year_is_shown_while_it_is_open_or_somebody_still_waits(tahun, pemeran):
    buat_tahun(2027)
    assert tahun_berjalan() == tahun
    tahun.status, tahun.ditutup_pada = "ditutup", timezone.now()
    tahun.save()
    assert tahun_berjalan() == tahun
    EvaluasiTahunan.objects.all().delete()
    assert tahun_berjalan() is None


def test_the_year_is_counted_per_department(tahun, pemeran):
    isi = kemajuan(jaga(pemeran.pengelola_instansi), Kapan(None, None, tahun))
    assert angka(isi.total) == {"tahunan": (0, 2)}
    assert {str(label): n for label, n, _a in isi.total.tahap[0].sisa()} == {
        "Menunggu penilaian": 1,
        "Menunggu atasan penilai": 1,
    }
    assert {u.nama: angka(u)["tahunan"] for u in isi.unit} == {"Disdukcapil": (0, 1), "Dishub": (0, 1)}
