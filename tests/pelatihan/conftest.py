"""A training, a session in the second week of March 2026, and its people."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine

from pelatihan.models import Pelatihan, Peserta, SesiPelatihan

KINI = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)  # Monday 09.00 WIB, registration is open


@pytest.fixture
def kini():
    """Time stands still on 2 March 2026; `kini.move_to(...)` lets it pass."""
    with time_machine.travel(KINI, tick=False) as waktu:
        yield waktu


@pytest.fixture
def pelatihan(db) -> Pelatihan:
    return Pelatihan.objects.create(
        nama="Lokakarya menyusun indikator",
        jenis=4,
        topik="indikator, target, cascading",
        nilai=["akuntabel", "kompeten"],
        aspek=["kualitas", "kuantitas"],
        jp=8,
        penyelenggara="BKPSDM Kabupaten Asri Mulya",
    )


@pytest.fixture
def buat_sesi(pelatihan, kini):
    """`buat_sesi(kursi=2, status=...)` → a session of 10 to 11 March, 08.00 to 16.00 WIB."""

    def _buat(**lain) -> SesiPelatihan:
        isi = {
            "pelatihan": pelatihan, "mulai": date(2026, 3, 10), "selesai": date(2026, 3, 11),
            "jam_mulai": time(8), "jam_selesai": time(16), "tempat": "Aula BKPSDM", "kursi": 20,
            "buka_daftar": date(2026, 2, 20), "tutup_daftar": date(2026, 3, 6), "status": "pendaftaran",
        }  # fmt: skip
        return SesiPelatihan.objects.create(**{**isi, **lain})

    return _buat


@pytest.fixture
def sesi(buat_sesi) -> SesiPelatihan:
    return buat_sesi()


WAJIB = {
    "daftar_tunggu": {"menunggu_sejak": KINI},
    "lulus": {"hasil_pada": KINI, "jp": 8},
    "tidak_lulus": {"hasil_pada": KINI},
}


@pytest.fixture
def buat_peserta(sesi):
    """`buat_peserta(pegawai, "ditetapkan")` → a participant put straight into a status."""

    def _buat(pegawai, status="diusulkan", ke=None, **lain) -> Peserta:
        return Peserta.objects.create(
            sesi=ke or sesi,
            pegawai=pegawai,
            diusulkan_oleh=pegawai,
            status=status,
            **{**WAJIB.get(status, {}), **lain},
        )

    return _buat
