"""Evaluations that call for help, plans and cases of the cast; time stands still on 2 March 2026."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from penghargaan.enums_tindak_lanjut import Pihak
from penghargaan.models import RencanaPerbaikan
from penghargaan.services import perbaikan, sanksi
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from sasaran.models import Siklus
from tests.pemeran import buka_periode

SAAT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # Monday 09.00 WIB
HARI = date(2026, 3, 2)
ENAM_BULAN = datetime(2026, 9, 3, 2, 0, tzinfo=UTC)  # the day after the last day of a plan of six months


@pytest.fixture
def kini():
    """Time stands still; `kini.move_to(...)` lets it pass."""
    with time_machine.travel(SAAT, tick=False) as waktu:
        yield waktu


@pytest.fixture
def evaluasi_rendah(kini, pemeran, siklus, buat_skp):
    """Ratna's first quarter, delivered as Butuh Perbaikan."""
    skp = buat_skp(pemeran.ratna)
    return EvaluasiPeriodik.objects.create(
        skp=skp, periode=buka_periode(siklus.periode.get(nomor=1)), pegawai=skp.pegawai, unit=skp.unit,
        penilai=skp.penilai, atasan_penilai=skp.atasan_penilai, status="disampaikan", rating_hasil=3,
        rating_perilaku=2, predikat=3, disampaikan_pada=timezone.now() - timedelta(hours=1),
    )  # fmt: skip


@pytest.fixture
def rencana(evaluasi_rendah) -> RencanaPerbaikan:
    """The empty draft that Budi (kabid) owes Ratna."""
    e = evaluasi_rendah
    return RencanaPerbaikan.objects.create(
        pegawai=e.pegawai, unit=e.unit, penilai=e.penilai, atasan_penilai=e.atasan_penilai, evaluasi=e,
        predikat=3, bulan=6, batas_susun=HARI + timedelta(days=14),
    )  # fmt: skip


def lengkapi(rencana: RencanaPerbaikan) -> RencanaPerbaikan:
    """Texts, a promise of each side and two check-ins."""
    oleh = rencana.penilai
    isian = perbaikan.IsianRencana("Tugas baru tanpa serah terima.", "Pendampingan", "Mail merge\nSIAK")
    perbaikan.simpan_draf(rencana=rencana, isian=isian, oleh=oleh)
    for pihak, uraian in ((Pihak.PEGAWAI, "Menata arsip"), (Pihak.ATASAN, "Mendampingi tiap pekan")):
        perbaikan.tambah_tindakan(
            rencana=rencana, pihak=pihak, uraian=uraian, tenggat=date(2026, 5, 1), oleh=oleh
        )
    for tanggal in (date(2026, 4, 1), date(2026, 6, 1)):
        perbaikan.tambah_tinjauan(rencana=rencana, tanggal=tanggal, oleh=oleh)
    return RencanaPerbaikan.objects.get(pk=rencana.pk)


@pytest.fixture
def diusulkan(rencana):
    """The plan, sent to Ratna."""
    return perbaikan.usulkan(rencana=lengkapi(rencana), oleh=rencana.penilai)


@pytest.fixture
def berjalan(diusulkan):
    """The plan, agreed on 2 March 2026; it ends on 2 September."""
    return perbaikan.sepakati(rencana=diusulkan, oleh=diusulkan.pegawai)


def jalani(rencana: RencanaPerbaikan, kini, *, tinjauan: int = 2, tindakan: bool = True) -> RencanaPerbaikan:
    """Six months pass: check-ins held, the promise of the assessor kept; the plan waits for its end."""
    kini.move_to(ENAM_BULAN)
    for satu in list(rencana.tinjauan.all())[:tinjauan]:
        perbaikan.catat_tinjauan(tinjauan=satu, isi="Dibahas bersama.", oleh=rencana.penilai)
    if tindakan:
        for satu in rencana.tindakan.filter(pihak="atasan"):
            perbaikan.tandai_tindakan(tindakan=satu, status="selesai", penjelasan="", oleh=rencana.penilai)
    RencanaPerbaikan.objects.filter(pk=rencana.pk).update(status="menunggu_simpulan")
    rencana.refresh_from_db()
    return rencana


@pytest.fixture
def gagal(berjalan, kini):
    """The plan, lived through with all support and concluded as not reached."""
    rencana = jalani(berjalan, kini)
    return perbaikan.simpulkan(
        rencana=rencana, tercapai=False, bukti="Target tetap tidak tercapai.", oleh=rencana.penilai
    )


USULAN = sanksi.IsianUsulan(dasar="kinerja", jenis="k2", alasan="Target tidak tercapai setelah dibantu.")
BOLOS = sanksi.IsianUsulan("disiplin", "d2", "Tidak masuk tanpa alasan.", 5, 2)


@pytest.fixture
def draf_sanksi(evaluasi_rendah, pemeran):
    """A draft against Ratna without any support on file."""
    return sanksi.buat_usulan(pegawai=pemeran.ratna, isian=USULAN, oleh=pemeran.kabid)


@pytest.fixture
def tahun_tutup(db) -> Siklus:
    """2025, closed on 31 January 2026."""
    return Siklus.objects.create(
        tahun=2025, batas_skp=date(2025, 1, 31), buka_tahunan=date(2025, 12, 28),
        tutup_tahunan=date(2026, 1, 31), status="ditutup", dibuka_pada=SAAT, ditutup_pada=SAAT,
    )  # fmt: skip


_RATING = {1: (1, 1), 2: (2, 2), 3: (3, 2), 4: (1, 3), 5: (3, 3)}


@pytest.fixture
def buat_tahunan(pemeran, buat_skp, tahun_tutup):
    """`buat_tahunan(pegawai, predikat)` → a delivered yearly evaluation of 2025."""

    def _buat(pegawai, predikat: int, status: str = "selesai") -> EvaluasiTahunan:
        skp = buat_skp(pegawai, isi=False)
        hasil, perilaku = _RATING[predikat]
        return EvaluasiTahunan.objects.create(
            siklus=tahun_tutup, skp=skp, pegawai=pegawai, unit=skp.unit, penilai=skp.penilai,
            atasan_penilai=skp.atasan_penilai, status=status, rating_hasil=hasil, rating_perilaku=perilaku,
            predikat=predikat, capaian_organisasi=2, ditandatangani_pada=SAAT,
            ditandatangani_oleh=skp.penilai, disampaikan_pada=SAAT,
        )  # fmt: skip

    return _buat
