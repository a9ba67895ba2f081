"""Import of employees from the files of SIASN, tested first. See docs/impor.md."""

from collections.abc import Callable
from typing import Any

import pghistory

from inti import impor as kernel
from inti.berkas_tabel import BerkasDitolak, Sumber
from pegawai.impor.acuan import Pilihan
from pegawai.impor.pengimpor import PengimporPegawai
from pegawai.models import Pegawai
from pegawai.services.atasan import segarkan

__all__ = ["BerkasDitolak", "Pilihan", "impor_pegawai", "uji_pegawai"]


def uji_pegawai(*, isi: Sumber, nama: str, pilihan: Pilihan) -> dict[str, Any]:
    """Test a file of employees; returns the report, writes nothing. Raises BerkasDitolak."""
    return kernel.uji(PengimporPegawai(pilihan), isi, nama)


def impor_pegawai(
    *,
    isi: Sumber,
    nama: str,
    pilihan: Pilihan,
    oleh: Pegawai | None,
    sesudah: Callable[[], object] | None = None,
) -> dict[str, Any]:
    """Import a file of employees in one transaction, or nothing; returns the report.

    `oleh` is kept in the history of every record (None: by command). `sesudah` runs in the same transaction
    after the supervisors were recomputed. Raises BerkasDitolak.
    """

    def lanjut() -> None:
        segarkan()
        if sesudah:
            sesudah()

    konteks = {
        "aksi": "impor pegawai",
        "pegawai": str(oleh.pk) if oleh else None,
        "berkas": nama,
        "sha256": kernel.sidik(isi),
    }
    with pghistory.context(**konteks):
        return kernel.impor(PengimporPegawai(pilihan), isi, nama, lanjut)
