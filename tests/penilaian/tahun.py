"""The yearly evaluation of the cast: 2026 opened, the label of the assessor's unit set, and steps with it."""

import uuid
from datetime import UTC, datetime

import pytest
import time_machine
from django.utils import timezone

from pegawai.models import Pegawai
from penilaian.aturan.predikat import Rating
from penilaian.models import CapaianOrganisasi, EvaluasiTahunan
from penilaian.services.lembar import Keputusan
from penilaian.services.tahunan import sampaikan, simpan_draf, tandatangani
from sasaran.models import SKP, Siklus

SAAT_TAHUN = datetime(2027, 1, 20, 3, 0, tzinfo=UTC)  # Wednesday 10.00 WIB, the window is open until the 31st
TAB = uuid.UUID(int=7)
S, A, B = Rating.SESUAI, Rating.DI_ATAS, Rating.DI_BAWAH


@pytest.fixture
def januari():
    """Time stands still on 20 January 2027, 10.00 WIB; `januari.move_to(...)` lets it pass."""
    with time_machine.travel(SAAT_TAHUN, tick=False) as waktu:
        yield waktu


@pytest.fixture
def tahun(siklus, januari) -> Siklus:
    """2026 with its yearly evaluation opened."""
    siklus.status, siklus.dibuka_pada = "terbuka", timezone.now()
    siklus.save()
    return siklus


def beri_label(siklus: Siklus, unit, kepala: Pegawai, penetap: Pegawai, nilai: int = 2) -> CapaianOrganisasi:
    """The yearly label of a unit, set."""
    return CapaianOrganisasi.objects.create(
        siklus=siklus, unit=unit, kepala=kepala, penetap=penetap, status="ditetapkan", predikat=nilai,
        uraian="IKU 2026 tercapai", ditetapkan_pada=timezone.now(), ditetapkan_oleh=penetap,
    )  # fmt: skip


def buat_tahunan(skp, **isi) -> EvaluasiTahunan:
    """The yearly evaluation of a plan, people frozen from it."""
    return EvaluasiTahunan.objects.create(
        siklus=skp.siklus, skp=skp, pegawai=skp.pegawai, unit=skp.unit, penilai=skp.penilai,
        atasan_penilai=skp.atasan_penilai, **isi,
    )  # fmt: skip


@pytest.fixture
def label(tahun, pemeran):
    """Bidang Pencatatan Sipil, led by Ratna's assessor: Baik."""
    return beri_label(tahun, pemeran.kabid.atasan.unit, pemeran.kabid, pemeran.kadis)


@pytest.fixture
def tahunan(pemeran, tahun, label, buat_skp) -> EvaluasiTahunan:
    """Ratna's yearly evaluation, open."""
    return buat_tahunan(buat_skp(pemeran.ratna))


def draf(
    e: EvaluasiTahunan, oleh: Pegawai | None = None, hasil=S, perilaku=S, alasan="Ada alasannya."
) -> None:
    """The assessor, or who signs in his place, saves a complete draft."""
    k = Keputusan(hasil, perilaku, alasan, alasan, "Pertahankan.")
    simpan_draf(evaluasi=e, oleh=oleh or e.penilai, keputusan=k, kunci=TAB)


def tanda_tangan(e: EvaluasiTahunan, oleh: Pegawai | None = None, **isi) -> EvaluasiTahunan:
    """Draft and signature."""
    draf(e, oleh, **isi)
    return tandatangani(evaluasi=e, oleh=oleh or e.penilai)


def serah(e: EvaluasiTahunan, oleh: Pegawai | None = None, **isi) -> EvaluasiTahunan:
    """Signed and delivered."""
    e = tanda_tangan(e, oleh, **isi)
    return sampaikan(evaluasi=e, oleh=oleh or e.penilai)


def tambah_anggota(tahunan: EvaluasiTahunan, banyak: int) -> list[EvaluasiTahunan]:
    """So many more members of the team, each with a complete draft: Sangat Baik."""
    baris = [
        Pegawai(nip=f"1990010120200121{n:02d}", nama=f"Anggota {n:02d}", jenis="pns", jenis_kelamin="L")
        for n in range(banyak)
    ]
    hasil = []
    for orang in Pegawai.objects.bulk_create(baris):
        skp = SKP.objects.get(pk=tahunan.skp_id)
        skp.pk, skp.pegawai, skp.status = None, orang, "digantikan"
        skp._state.adding = True
        skp.save()
        hasil.append(
            buat_tahunan(skp, rating_hasil=1, rating_perilaku=1, alasan_hasil="a", alasan_perilaku="a")
        )
    return hasil
