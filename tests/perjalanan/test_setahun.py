"""A whole year of a division of twelve people in frozen time: the schedule, through a real broker and worker,
opens and closes what is due on its day; at the end every document is there and says what was decided.
"""

import io
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from threading import Event
from uuid import uuid4

import pytest
import time_machine
from celery.contrib.testing.worker import start_worker
from celery.signals import task_postrun, task_prerun
from django.db import connections
from django.urls import reverse
from pypdf import PdfReader

from inti.models import DokumenTerbit
from kinerja.celery import app
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan, Pesan
from penghargaan.models import AngkaKredit, KandidatPenghargaan, RencanaPerbaikan
from penilaian.aturan.predikat import Rating
from penilaian.enums import PilihanPredikat
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan, HasilRekan, Keberatan, KebijakanRekan
from penilaian.services import diri as layanan_diri
from penilaian.services import distribusi, keberatan, keberatan_putus, tahunan
from penilaian.services.lembar import Keputusan
from sasaran.models import Periode, Siklus
from sasaran.services.siklus import buat_siklus
from tests.perjalanan.unit_setahun import (
    jawab_semua_rekan,
    laporkan,
    lengkapi_bidang,
    nilai_dan_sampaikan,
    nilai_diri,
    susun_dan_setujui,
    tetapkan_capaian,
)

pytestmark = [pytest.mark.proses, pytest.mark.xdist_group("pekerja")]

SESUAI, DI_ATAS, DI_BAWAH = Rating.SESUAI, Rating.DI_ATAS, Rating.DI_BAWAH
TUNGGU = 60  # seconds of the real clock for one task


class Jadwal:
    """The clock on the wall and the schedule: on each day that matters every entry of the beat runs once."""

    def __init__(self, waktu: time_machine.Traveller) -> None:
        self.waktu = waktu
        self.kini = date(2026, 1, 2)
        self.selesai = Event()
        self.keadaan = ""

    def ke(self, hari: date, *, tiap_senin: bool = False) -> None:
        """Go on to this day and let the schedule do its work, with the first (or every) Monday of each month."""
        while (besok := self.kini + timedelta(days=1)) < hari:
            self.kini = besok
            if besok.weekday() == 0 and (tiap_senin or besok.day <= 7):
                self._putar(besok)
        self.kini = hari
        self._putar(hari)

    def _putar(self, hari: date) -> None:
        """It is 8.32 WIB, and every entry of the schedule is due."""
        self.waktu.move_to(datetime(hari.year, hari.month, hari.day, 1, 32, tzinfo=UTC), tick=True)
        for entri in app.conf.beat_schedule.values():
            self.keadaan = ""
            self.selesai.clear()
            app.send_task(entri["task"])
            assert self.selesai.wait(TUNGGU), (entri["task"], hari)
            assert self.keadaan == "SUCCESS", (entri["task"], hari)

    def dengar(self, state: str, **_lain: object) -> None:
        """What the worker says at the end of a task."""
        self.keadaan = state
        self.selesai.set()


@pytest.fixture
def jadwal(transactional_db):
    with time_machine.travel(datetime(2026, 1, 2, 1, 0, tzinfo=UTC), tick=True) as waktu:
        jadwal = Jadwal(waktu)
        pendengar = [(s, list(s.receivers)) for s in (task_prerun, task_postrun)]
        task_postrun.connect(jadwal.dengar)
        with start_worker(app, pool="solo", perform_ping_check=False, loglevel="ERROR"):
            yield jadwal
        for sinyal, semula in pendengar:  # a worker in this process leaves its own behind
            sinyal.receivers[:] = semula
        connections.close_all()


def _per_orang(model, **saring) -> dict[str, object]:
    return {e.pegawai.nama: e for e in model.objects.filter(**saring).select_related("pegawai")}


def _triwulan(jadwal: Jadwal, pemeran, anggota: list[Pegawai], periode: Periode) -> None:
    """One quarter: reports, opening by the schedule, colleagues, self-assessment, ratings, closing."""
    jadwal.ke(periode.mulai + timedelta(days=45))
    for orang in [*anggota, pemeran.kabid]:
        laporkan(orang.skp.get(), jadwal.kini, orang.skp.get().penilai)
    jadwal.ke(periode.buka_evaluasi)
    jadwal.ke(periode.buka_evaluasi + timedelta(days=1))
    evaluasi = _per_orang(EvaluasiPeriodik, periode=periode)
    assert len(evaluasi) == 12
    tetapkan_capaian(pemeran, periode=periode)
    jadwal.ke(max(periode.selesai, jadwal.kini) + timedelta(days=2))
    assert jawab_semua_rekan(periode, kecuali={pemeran.sari.pk}) >= 50
    for nama, satu in evaluasi.items():
        if nama != "Hasan Basri":  # never writes one; the assessor rates him all the same
            nilai_diri(satu)
    jadwal.ke(periode.batas_penilaian)
    for nama, satu in _per_orang(EvaluasiPeriodik, periode=periode).items():
        if nama == "Indah Lestari" and periode.nomor == 1:
            continue  # forgotten: locked when the quarter closes
        hasil = DI_BAWAH if nama == "Hasan Basri" else SESUAI
        nilai_dan_sampaikan(satu, hasil, SESUAI)
        layanan_diri.terima(evaluasi=EvaluasiPeriodik.objects.get(pk=satu.pk), oleh=satu.pegawai)
    jadwal.ke(periode.tutup_evaluasi + timedelta(days=1))
    assert Periode.objects.get(pk=periode.pk).status == "ditutup"


def _tahun(jadwal: Jadwal, pemeran, siklus: Siklus) -> None:
    """The yearly evaluation: signed with a written reason, answered in four ways, one objection upheld."""
    jadwal.ke(max(siklus.buka_tahunan, jadwal.kini + timedelta(days=1)))
    evaluasi = _per_orang(EvaluasiTahunan, siklus=siklus)
    assert len(evaluasi) == 12
    tetapkan_capaian(pemeran, siklus=siklus, periode=None)
    gita = evaluasi.pop("Gita Permata")  # her assessor forgets her; the window closes
    for nama, satu in evaluasi.items():
        _nilai_setahun(satu, nama, satu.penilai)
    with pytest.raises(distribusi.AlasanDiperlukan):
        distribusi.pastikan_beralasan(oleh=pemeran.kabid, siklus=siklus)
    distribusi.pastikan_beralasan(
        oleh=pemeran.kabid, siklus=siklus, alasan="Delapan dari sebelas mencapai targetnya bersama-sama."
    )
    for satu in evaluasi.values():
        tahunan.tandatangani(evaluasi=satu, oleh=satu.penilai)
        tahunan.sampaikan(evaluasi=EvaluasiTahunan.objects.get(pk=satu.pk), oleh=satu.penilai)
    jadwal.ke(jadwal.kini + timedelta(days=1))
    _tanggapi()
    _putuskan_keberatan(jadwal, pemeran)
    jadwal.ke(siklus.tutup_tahunan + timedelta(days=1))
    gita.refresh_from_db()
    assert gita.status == "menunggu_atasan"
    _nilai_setahun(gita, gita.pegawai.nama, pemeran.kadis)
    tahunan.tandatangani(evaluasi=gita, oleh=pemeran.kadis)
    # Nobody hands it over and she never answers: the schedule does what the clocks say.
    jadwal.ke(siklus.tutup_tahunan + timedelta(weeks=16), tiap_senin=True)


def _nilai_setahun(evaluasi: EvaluasiTahunan, nama: str, oleh: Pegawai) -> None:
    """The draft of a yearly rating: Ratna above, Hasan below, the others as expected."""
    hasil = {"Ratna Wulandari": DI_ATAS, "Hasan Basri": DI_BAWAH}.get(nama, SESUAI)
    perilaku = DI_ATAS if nama == "Ratna Wulandari" else SESUAI
    alasan = "Melihat setahun penuh, bukan satu triwulan."
    keputusan = Keputusan(hasil, perilaku, alasan, alasan, "Dampingi rekan baru tahun depan.")
    tahunan.simpan_draf(evaluasi=evaluasi, oleh=oleh, keputusan=keputusan, kunci=uuid4())


def _tanggapi() -> None:
    """One refuses, one objects, one never answers, the others sign."""
    for nama, satu in _per_orang(EvaluasiTahunan, status="disampaikan").items():
        if nama == "Andi Mappanyukki":
            tahunan.tolak(evaluasi=satu, oleh=satu.pegawai, tanggapan="Laporan Mei saya tidak dibaca.")
        elif nama == "Citra Dewi":
            keberatan.ajukan(evaluasi=satu, oleh=satu.pegawai, alasan="Desa terlayani melebihi target.")
        elif nama != "Damar Wulan":
            tahunan.terima(evaluasi=satu, oleh=satu.pegawai)


def _putuskan_keberatan(jadwal: Jadwal, pemeran) -> None:
    jadwal.ke(jadwal.kini + timedelta(days=1))
    ini = Keberatan.objects.get()
    keberatan.jelaskan(keberatan=ini, oleh=pemeran.kabid, penjelasan="Saya melihat rata-rata tim.")
    keberatan_putus.putuskan(
        keberatan=Keberatan.objects.get(),
        oleh=pemeran.kadis,
        putusan=keberatan_putus.Putusan("48 desa terlayani, batas atas target.", "", DI_ATAS, DI_ATAS),
    )


@pytest.mark.django_db(transaction=True)
def test_a_year_of_twelve_people_from_plan_to_documents(jadwal, pemeran, masuk):
    anggota = lengkapi_bidang(pemeran)
    KebijakanRekan.objects.create(berlaku=date(2026, 1, 1), dasar="Keputusan Bupati Nomor 1 Tahun 2026")
    siklus = buat_siklus(tahun=2026, zona="WIB")
    assert len(anggota) == 11
    jadwal.ke(date(2026, 1, 12))
    susun_dan_setujui(pemeran.kabid, siklus, pemeran.kadis)
    for orang in anggota:
        susun_dan_setujui(orang, siklus, pemeran.kabid)
    for periode in siklus.periode.order_by("nomor"):
        if periode.nomor < 4:
            _triwulan(jadwal, pemeran, anggota, periode)
    _triwulan(jadwal, pemeran, anggota, siklus.periode.get(nomor=4))
    _tahun(jadwal, pemeran, Siklus.objects.get(pk=siklus.pk))
    _periksa_triwulan()
    _periksa_tahun(siklus)
    _periksa_rekan()
    _periksa_tindak_lanjut(pemeran, siklus)
    _periksa_kabar(anggota)
    _periksa_dokumen(pemeran, masuk)


def _periksa_triwulan() -> None:
    """Twelve people, four quarters; the one evaluation that was forgotten is locked without a result."""
    status = Counter(EvaluasiPeriodik.objects.values_list("status", flat=True))
    assert status == {"diterima": 47, "terkunci": 1}
    (terkunci,) = EvaluasiPeriodik.objects.filter(status="terkunci").select_related("pegawai", "periode")
    assert (terkunci.pegawai.nama, terkunci.periode.nomor) == ("Indah Lestari", 1)


def _periksa_tahun(siklus: Siklus) -> None:
    """Exactly one per person, all settled, each by the path its story says."""
    siklus.refresh_from_db()
    assert siklus.status == "ditutup"
    semua = _per_orang(EvaluasiTahunan, siklus=siklus)
    assert len(semua) == EvaluasiTahunan.objects.count() == 12
    assert {e.status for e in semua.values()} == {"selesai"}
    jalur = {nama: (e.jalur, e.final) for nama, e in semua.items() if e.jalur != "normal"}
    assert jalur == {"Gita Permata": ("terlambat", True), "Citra Dewi": ("keberatan", True)}
    predikat = {nama: PilihanPredikat(e.predikat).label for nama, e in semua.items() if e.predikat != 2}
    assert predikat == {
        "Ratna Wulandari": "Sangat Baik", "Citra Dewi": "Sangat Baik", "Hasan Basri": "Butuh Perbaikan",
    }  # fmt: skip
    assert all(e.dilaporkan_pada for e in semua.values())
    semua_langkah = {nama: [r.aksi for r in e.riwayat.order_by("id")] for nama, e in semua.items()}
    assert {langkah.count("laporkan") for langkah in semua_langkah.values()} == {1}
    langkah = {nama: [a for a in aksi if a != "laporkan"] for nama, aksi in semua_langkah.items()}
    assert langkah["Gita Permata"] == [
        "lewat_waktu", "ambil_alih", "sampaikan", "lewati_tanggapan", "selesaikan",
    ]  # fmt: skip
    assert langkah["Damar Wulan"] == ["tandatangani", "sampaikan", "lewati_tanggapan", "selesaikan"]
    assert langkah["Andi Mappanyukki"] == ["tandatangani", "sampaikan", "tolak", "selesaikan"]


def _periksa_rekan() -> None:
    """Results of colleagues where five answered; none about Sari, whom nobody answered about."""
    cukup = set(HasilRekan.objects.filter(keadaan="tampil").values_list("pegawai__nama", flat=True))
    assert cukup >= {"Ratna Wulandari", "Citra Dewi"}
    assert "Sari Handayani" not in cukup


def _periksa_tindak_lanjut(pemeran, siklus: Siklus) -> None:
    """Help for the one who needs it, credit for the functional officer, candidates for recognition."""
    assert set(RencanaPerbaikan.objects.values_list("pegawai__nama", flat=True)) == {"Hasan Basri"}
    kredit = AngkaKredit.objects.filter(pegawai=pemeran.ratna)
    assert [str(k.nilai) for k in kredit] == ["37.50"]  # 12/12 x 150 % x 25, Ahli Muda
    assert set(KandidatPenghargaan.objects.values_list("pegawai__nama", flat=True)) <= {
        "Ratna Wulandari", "Citra Dewi",
    }  # fmt: skip


def _periksa_kabar(anggota: list[Pegawai]) -> None:
    """Everybody was told of each opening, delivery and the year; nobody twice."""
    dibuka = Counter(
        Pesan.objects.filter(jenis=JenisPesan.EVALUASI_DIBUKA).values_list("penerima", flat=True)
    )
    assert set(dibuka.values()) == {4}
    assert len(dibuka) == 12


def _periksa_dokumen(pemeran, masuk) -> None:
    """Both forms of every delivered evaluation: right person, right predikat, and a code that verifies."""
    for evaluasi in EvaluasiPeriodik.objects.filter(status="diterima", periode__nomor=4).select_related(
        "pegawai"
    ):
        _unduh(masuk(evaluasi.pegawai), "penilaian:dokumen", evaluasi)
    d1 = {"normal": "D.1.1", "terlambat": "D.1.2", "keberatan": "D.1.3"}
    for evaluasi in EvaluasiTahunan.objects.select_related("pegawai"):
        teks = _unduh(masuk(evaluasi.pegawai), "penilaian:dokumen_tahunan", evaluasi)
        terbit = DokumenTerbit.objects.get(kunci=str(evaluasi.pk), jenis="penilaian.dokumen")
        assert terbit.data["formulir"] == d1[evaluasi.jalur]
        if evaluasi.jalur == "keberatan":
            assert "48 desa terlayani" in teks["dokumen"]
    klien = masuk(pemeran.rudi)
    for dokumen in DokumenTerbit.objects.all():
        jawaban = klien.get(reverse("verifikasi", args=[dokumen.kode]))
        assert jawaban.status_code == 200
        assert dokumen.pemegang in jawaban.content.decode()


def _unduh(klien, alamat: str, evaluasi) -> dict[str, str]:
    teks = {}
    for jenis in ("hasil", "dokumen"):
        jawaban = klien.get(reverse(alamat, args=[evaluasi.pk, jenis]))
        assert jawaban.status_code == 200, (alamat, jenis, evaluasi.pegawai.nama)
        isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
        halaman = PdfReader(io.BytesIO(isi)).pages
        teks[jenis] = " ".join((h.extract_text() or "") for h in halaman)
        rapat = " ".join(teks[jenis].split())
        assert evaluasi.pegawai.nama.upper() in rapat.upper()
        assert PilihanPredikat(evaluasi.predikat).label.upper() in rapat.upper()
    return teks
