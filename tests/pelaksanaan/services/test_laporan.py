"""When a report may be written, corrected and withdrawn, and that sending twice writes once."""

import threading
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, connections
from django.utils import timezone

from pelaksanaan.models import BuktiDukung, Laporan
from pelaksanaan.services.laporan import hapus_laporan, simpan_laporan, ubah_laporan
from pelaksanaan.services.syarat import dapat_diubah
from pelaksanaan.services.umpan_balik import beri_umpan_balik
from sasaran.enums import StatusPeriode
from sasaran.models import SKP
from tests.pelaksanaan.conftest import HARI_INI

pytestmark = pytest.mark.django_db


def tutup(siklus, nomor):
    kini = timezone.now()
    siklus.periode.filter(nomor=nomor).update(
        status=StatusPeriode.DITUTUP, dibuka_pada=kini, ditutup_pada=kini
    )


def galat(panggil, **isi):
    with pytest.raises(ValidationError) as e:
        panggil(**isi)
    return e.value


def test_a_report_with_evidence_is_written_and_has_a_receipt(lapor, foto, berkas_di, skp):
    laporan = lapor(berkas=[foto(), foto("kedua.jpg")])
    assert laporan.skp == skp
    assert laporan.nomor == f"L-{laporan.id.hex[:8].upper()}"
    assert [b.nama_asli for b in laporan.bukti.all()] == ["foto.jpg", "kedua.jpg"]
    assert berkas_di() == 2
    assert all(b.berkas.name == f"bukti/{b.id.hex[:2]}/{b.id.hex}" for b in laporan.bukti.all())


def test_sending_again_returns_the_first_receipt(lapor, foto, berkas_di):
    kunci = uuid4()
    pertama = lapor(kunci=kunci, berkas=[foto()])
    kedua = lapor(kunci=kunci, uraian="Kirim ulang", berkas=[foto()])
    assert kedua == pertama
    assert kedua.uraian == "12 akta terbit hari ini."
    assert Laporan.objects.count() == 1
    assert berkas_di() == 1


def test_a_resend_after_the_period_closed_still_gets_its_receipt(lapor, siklus):
    kunci = uuid4()
    pertama = lapor(kunci=kunci)
    tutup(siklus, 4)
    assert lapor(kunci=kunci) == pertama


def test_the_key_of_another_person_is_refused(lapor, buat_skp, pemeran):
    kunci = uuid4()
    lapor(kunci=kunci)
    milik_sari = buat_skp(pemeran.sari).rhk.first().indikator.first()
    assert galat(lapor, kunci=kunci, indikator=milik_sari, oleh=pemeran.sari).code == "kunci"
    assert Laporan.objects.count() == 1


@pytest.mark.parametrize("peran", ["kabid", "sari", "kadis", "pengelola_instansi", "rudi"])
def test_nobody_reports_for_another_person(lapor, pemeran, peran):
    with pytest.raises(PermissionDenied):
        lapor(oleh=getattr(pemeran, peran))
    assert not Laporan.objects.exists()


@pytest.mark.parametrize("status", ["draf", "diajukan", "dikembalikan"])
def test_only_an_approved_plan_is_reported_on(pemeran, buat_skp, lapor, status):
    rencana = buat_skp(pemeran.sari, status)
    e = galat(lapor, indikator=rencana.rhk.first().indikator.first(), oleh=pemeran.sari)
    assert e.code == "status"
    assert rencana.get_status_display() in e.messages[0]


@pytest.mark.parametrize(
    ("tanggal", "kata"),
    [
        (HARI_INI + timedelta(days=1), "masa depan"),
        (date(2025, 12, 31), "1 Januari 2026 sampai 31 Desember 2026"),
    ],
)
def test_the_date_lies_in_the_plan_and_not_in_the_future(lapor, tanggal, kata):
    assert kata in galat(lapor, tanggal=tanggal).message_dict["tanggal"][0]


def test_today_is_the_day_of_the_unit_not_of_the_server(lapor, skp, time_machine):
    time_machine.move_to("2026-10-14T16:30:00Z", tick=False)  # 15 October in the east, 14 in Jakarta
    besok = date(2026, 10, 15)
    assert galat(lapor, tanggal=besok).message_dict.keys() == {"tanggal"}
    type(skp.unit).objects.filter(pk=skp.unit_id).update(zona="WIT")
    assert lapor(tanggal=besok).tanggal == besok


@pytest.mark.parametrize("tepi", [date(2026, 7, 1), date(2026, 9, 30)])
def test_a_closed_period_takes_no_report(lapor, siklus, tepi):
    tutup(siklus, 3)
    assert "Triwulan III sudah ditutup" in galat(lapor, tanggal=tepi).message_dict["tanggal"][0]
    assert lapor(tanggal=date(2026, 6, 30)).tanggal == date(2026, 6, 30)


def test_a_report_says_what_was_done(lapor):
    assert galat(lapor, uraian=" \n ").message_dict.keys() == {"uraian"}


def test_nothing_is_left_behind_when_the_row_cannot_be_written(lapor, foto, berkas_di, monkeypatch):
    asli = BuktiDukung.save
    tersimpan = []

    def rusak_pada_yang_kedua(self, *args, **kwargs):
        tersimpan.append(self)
        if len(tersimpan) == 2:
            raise OSError("disk penuh")
        return asli(self, *args, **kwargs)

    monkeypatch.setattr(BuktiDukung, "save", rusak_pada_yang_kedua)
    with pytest.raises(OSError, match="disk penuh"):
        lapor(berkas=[foto(), foto("kedua.jpg")])
    assert len(tersimpan) == 2
    assert (Laporan.objects.count(), berkas_di()) == (0, 0)


def test_a_report_is_corrected_and_says_so(lapor, pemeran):
    laporan = lapor()
    isi = {"tanggal": HARI_INI, "realisasi": Decimal("1.1"), "uraian": "Ternyata 11 akta."}
    baru = ubah_laporan(laporan=laporan, oleh=pemeran.ratna, **isi)
    baru.refresh_from_db()
    assert (baru.realisasi, baru.uraian, baru.diubah_pada) == (
        Decimal("1.1"),
        "Ternyata 11 akta.",
        timezone.now(),
    )


@pytest.mark.parametrize(("lama", "baru"), [((9, 30), (10, 1)), ((10, 1), (9, 30))])
def test_a_correction_crosses_no_closed_period(lapor, pemeran, siklus, lama, baru):
    laporan = lapor(tanggal=date(2026, *lama))
    tutup(siklus, 3)
    isi = {"tanggal": date(2026, *baru), "realisasi": Decimal(1), "uraian": "x"}
    assert galat(ubah_laporan, laporan=laporan, oleh=pemeran.ratna, **isi).messages[0].count("sudah ditutup")
    laporan.refresh_from_db()
    assert laporan.tanggal == date(2026, *lama)


def test_only_the_owner_corrects_and_withdraws(lapor, pemeran):
    laporan = lapor()
    isi = {"tanggal": HARI_INI, "realisasi": Decimal(1), "uraian": "x"}
    for lain in (pemeran.kabid, pemeran.pengelola_instansi):
        with pytest.raises(PermissionDenied):
            ubah_laporan(laporan=laporan, oleh=lain, **isi)
        with pytest.raises(PermissionDenied):
            hapus_laporan(laporan=laporan, oleh=lain)


def test_a_withdrawn_report_takes_its_files_along(
    lapor, foto, pemeran, berkas_di, django_capture_on_commit_callbacks
):
    laporan = lapor(berkas=[foto()])
    with django_capture_on_commit_callbacks(execute=True):
        hapus_laporan(laporan=laporan, oleh=pemeran.ratna)
    assert (Laporan.objects.count(), BuktiDukung.objects.count(), berkas_di()) == (0, 0, 0)


def test_a_report_with_feedback_stays(lapor, foto, pemeran, skp, berkas_di):
    laporan = lapor(berkas=[foto()])
    beri_umpan_balik(skp=skp, laporan=laporan, isi="Baik.", sifat="positif", oleh=pemeran.kabid)
    assert galat(hapus_laporan, laporan=laporan, oleh=pemeran.ratna).code == "dipakai"
    assert (Laporan.objects.count(), BuktiDukung.objects.count(), berkas_di()) == (1, 1, 1)


def test_a_report_of_a_closed_period_stays(lapor, pemeran, siklus):
    laporan = lapor()
    assert dapat_diubah(laporan)
    tutup(siklus, 4)
    assert not dapat_diubah(laporan)
    assert galat(hapus_laporan, laporan=laporan, oleh=pemeran.ratna).messages[0].count("sudah ditutup")


def test_a_returned_plan_freezes_its_reports(lapor, pemeran, skp):
    laporan = lapor()
    SKP.objects.filter(pk=skp.pk).update(status="dikembalikan", catatan_penilai="Perbaiki.")
    laporan.refresh_from_db()
    assert not dapat_diubah(laporan)
    assert galat(hapus_laporan, laporan=laporan, oleh=pemeran.ratna).code == "status"


@pytest.mark.django_db(transaction=True)
def test_two_connections_with_one_key_write_once(pemeran, indikator, foto, gudang, berkas_di):
    kunci, mulai = uuid4(), threading.Barrier(2, timeout=10)
    hasil, galat_lain = [], []

    def kirim(berkas):
        try:
            mulai.wait()
            hasil.append(
                simpan_laporan(
                    indikator=indikator,
                    tanggal=HARI_INI,
                    realisasi=Decimal(1),
                    uraian="Sekali saja",
                    berkas=[berkas],
                    kunci=kunci,
                    oleh=pemeran.ratna,
                )
            )
        except Exception as e:  # noqa: BLE001 - shown by the assertion below
            galat_lain.append(e)
        finally:
            connections.close_all()

    utas = [threading.Thread(target=kirim, args=(foto(),)) for _ in range(2)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join(20)
    assert galat_lain == []
    assert len({laporan.pk for laporan in hasil}) == 1
    assert len(hasil) == 2
    assert (Laporan.objects.count(), berkas_di()) == (1, 1)
    assert connection.vendor == "postgresql"
