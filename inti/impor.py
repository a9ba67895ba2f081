"""Kernel of every tested import: find the table, collect problems, stage by COPY, merge by SQL, one report.

Testing and importing run the same code. A test runs in a transaction that the database itself keeps
read-only (temporary tables excepted) and that is rolled back; an import writes everything or nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from django.db import DataError, IntegrityError, OperationalError, connection, transaction

from inti.berkas_tabel import BerkasDitolak, Sumber, buka
from inti.berkas_tabel.dasar import sidik, ukuran
from inti.impor_dasar import CONTOH_MAKS, GALAT, PERINGATAN, Catatan, Kalimat, Kolom, Masalah, Tabel
from inti.impor_judul import JUDUL_MAKS, ratakan_judul, temukan_tabel
from inti.impor_salinan import Salinan, buka_salinan, tanda
from inti.tanda import kalimat

__all__ = [
    "CONTOH_MAKS",
    "GALAT",
    "JUDUL_MAKS",
    "PERINGATAN",
    "BerkasDitolak",
    "Catatan",
    "Kalimat",
    "Kolom",
    "Masalah",
    "Pengimpor",
    "Tabel",
    "impor",
    "kunci_tabel",
    "ratakan_judul",
    "sidik",
    "temukan_tabel",
    "uji",
]

SABAR_DETIK = 15  # wait for others who are writing
PUTARAN_MAKS = 20  # a row that is left out may leave another one without its base


class Pengimpor(Protocol):
    """What an app gives for one kind of data."""

    nama: str

    @property
    def kolom(self) -> Sequence[Kolom]:
        """The columns it understands."""

    @property
    def kalimat(self) -> Mapping[str, Kalimat]:
        """The words of every kind of problem."""

    @property
    def tabel_terkunci(self) -> Sequence[str]:
        """The tables nobody else writes to while it works."""

    def siapkan(self, kursor: Any) -> None:
        """Create the temporary tables."""

    def tahapkan(self, kursor: Any, tabel: Tabel, catatan: Catatan) -> None:
        """Check the cells and COPY them into the temporary tables."""

    def periksa(self, kursor: Any, catatan: Catatan) -> None:
        """Resolve against the data, inside the temporary tables only."""

    def ringkas(self, kursor: Any) -> dict[str, Any]:
        """Counts ("jumlah") and changes for the report."""

    def terapkan(self, kursor: Any) -> None:
        """Write what was staged."""


@runtime_checkable
class DapatMelewati(Protocol):
    """An import that can leave refused rows out, show them as a file, and tell one outcome from another."""

    berkas: str  # the name of the file, told before anything is read

    def sesuaikan(self, tabel: Tabel) -> Tabel:
        """The table with its columns as this file means them."""

    def lewati(self, kursor: Any) -> None:
        """Leave the refused rows out and stage the others anew."""

    def tulis_ditolak(self, kursor: Any, tujuan: Path) -> int:
        """Write the refused rows with their errors as XLSX; returns how many."""

    def sidik_hasil(self, kursor: Any) -> str:
        """What the file would do to the data as it is now, as a fingerprint."""


def uji(
    pengimpor: Pengimpor,
    sumber: Sumber,
    nama: str,
    ditolak: Path | None = None,
    salinan: Path | None = None,
) -> dict[str, Any]:
    """Test a file and return the report.

    Nothing is written but the refused rows to the path `ditolak`, and the rows as they were read to `salinan`.
    Raises BerkasDitolak.
    """
    with transaction.atomic(), connection.cursor() as kursor:
        pengimpor.siapkan(kursor)
        kursor.execute("SET TRANSACTION READ ONLY")  # the database refuses any write but to temporary tables
        laporan = _jalankan(pengimpor, kursor, sumber, nama, _buka(pengimpor, sumber, salinan))
        if ditolak and laporan["jumlah"]["ditolak"] and isinstance(pengimpor, DapatMelewati):
            pengimpor.tulis_ditolak(kursor, ditolak)
        transaction.set_rollback(True)
    return laporan | ({"salinan": sidik(salinan)} if salinan and salinan.exists() else {})


def impor(
    pengimpor: Pengimpor,
    sumber: Sumber,
    nama: str,
    sesudah: Callable[[], None] | None = None,
    *,
    lewati: bool = False,
    sidik_hasil: str | None = None,
    ditolak: Path | None = None,
    salinan: Salinan | None = None,
) -> dict[str, Any]:
    """Test again, write, and call `sesudah` in the same transaction.

    A refused row stops everything unless `lewati` leaves such rows out. `sidik_hasil` is that of the test:
    when the file would now do something else, nothing is written. `salinan` are the rows as the test has read
    them: the file is not read again while they are its own.

    Returns the report; its "hasil" is "diimpor", or "ditolak" or "berbeda" and then nothing was written.
    Raises BerkasDitolak, also when another import runs at the same time.
    """
    try:
        with transaction.atomic(), connection.cursor() as kursor:
            _kunci(pengimpor, kursor)
            pengimpor.siapkan(kursor)
            tabel = buka_salinan(salinan, sidik(sumber), pengimpor.kolom) or _buka(pengimpor, sumber)
            laporan = _jalankan(pengimpor, kursor, sumber, nama, tabel)
            if sidik_hasil and laporan.get("sidik_hasil") != sidik_hasil:
                laporan["hasil"] = "berbeda"
            elif lewati:
                laporan = _lewati(pengimpor, kursor, laporan, ditolak)
            if laporan["hasil"] != "diuji":
                transaction.set_rollback(True)
                return laporan
            pengimpor.terapkan(kursor)
            if sesudah:
                sesudah()
    except (OperationalError, IntegrityError, DataError) as e:
        raise _penolakan(e) from e
    return laporan | {"hasil": "diimpor"}


def _penolakan(galat: Exception) -> BerkasDitolak:
    """What the database refused, as a sentence."""
    if isinstance(galat, OperationalError):
        return BerkasDitolak(
            kalimat(
                "Data sedang diubah oleh proses lain sehingga impor dibatalkan; tidak ada yang tertulis. "
                "Ulangi beberapa saat lagi."
            )
        )
    return BerkasDitolak(
        kalimat(
            "Basis data menolak gabungan data ini sehingga impor dibatalkan; tidak ada yang tertulis. "
            "Aturan yang dilanggar: %(aturan)s. Sampaikan pesan ini kepada admin sistem.",
            aturan=_nama_aturan(galat),
        )
    )


def _nama_aturan(galat: Exception) -> str:
    """The name of the constraint that an error of the database is about."""
    diagnosa = getattr(galat.__cause__, "diag", None)
    return getattr(diagnosa, "constraint_name", None) or type(galat).__name__


def _kunci(pengimpor: Pengimpor, kursor: Any) -> None:
    """One import at a time, and no other writer between its checks and its writes; readers go on."""
    kursor.execute("SELECT pg_try_advisory_xact_lock(hashtext(%s))", [f"impor.{pengimpor.nama}"])
    if not kursor.fetchone()[0]:
        raise BerkasDitolak(
            kalimat("Impor lain sedang berjalan. Tunggu sampai selesai, lalu uji berkas ini lagi.")
        )
    kunci_tabel(kursor, pengimpor.tabel_terkunci)


def kunci_tabel(kursor: Any, tabel: Iterable[str]) -> None:
    """Keep other writers away until the transaction ends; by name, so that two who do so never cross.

    Raises OperationalError when others write for too long.
    """
    nama = ", ".join(sorted(set(tabel)))
    if nama:
        kursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{SABAR_DETIK}s"])
        kursor.execute(f"LOCK TABLE {nama} IN SHARE ROW EXCLUSIVE MODE")
        kursor.execute("SELECT set_config('lock_timeout', '0', true)")


def _buka(pengimpor: Pengimpor, sumber: Sumber, salinan: Path | None = None) -> Tabel:
    """The table of the file; its rows are kept at `salinan` as they are read."""
    tabel = temukan_tabel(buka(sumber), pengimpor.kolom)
    if salinan is None:
        return tabel
    return replace(tabel, asal=[sidik(sumber), tanda(pengimpor.kolom)], simpan=salinan)


def _jalankan(pengimpor: Pengimpor, kursor: Any, sumber: Sumber, nama: str, tabel: Tabel) -> dict[str, Any]:
    catatan = Catatan(pengimpor.kalimat)
    if isinstance(pengimpor, DapatMelewati):
        pengimpor.berkas, tabel = nama, pengimpor.sesuaikan(tabel)
    pengimpor.tahapkan(kursor, tabel, catatan)
    pengimpor.periksa(kursor, catatan)
    laporan = {
        "berkas": {"nama": nama, "ukuran": ukuran(sumber), "sha256": sidik(sumber)},
        "lembar": tabel.lembar,
        "lembar_lain": list(tabel.lembar_lain),
        "baris_judul": tabel.baris_judul,
        "kolom": list(tabel.posisi),
        "kolom_lain": list(tabel.lain),
        **_hasil(pengimpor, kursor, catatan),
    }
    if not laporan["jumlah"]["baris"]:
        raise BerkasDitolak(kalimat("Tidak ada baris data di bawah baris judul. Periksa isi berkasnya."))
    if isinstance(pengimpor, DapatMelewati):
        laporan["sidik_hasil"] = pengimpor.sidik_hasil(kursor)
    return laporan


def _hasil(pengimpor: Pengimpor, kursor: Any, catatan: Catatan) -> dict[str, Any]:
    ringkasan = pengimpor.ringkas(kursor)
    return {
        "hasil": "ditolak" if ringkasan["jumlah"]["ditolak"] else "diuji",
        "galat": catatan.kelompok(GALAT),
        "peringatan": catatan.kelompok(PERINGATAN),
        **ringkasan,
    }


def _lewati(
    pengimpor: Pengimpor, kursor: Any, laporan: dict[str, Any], ditolak: Path | None
) -> dict[str, Any]:
    """The report without the refused rows, round by round until none of the rest is refused."""
    if laporan["hasil"] == "diuji" or not isinstance(pengimpor, DapatMelewati):
        return laporan
    for _ in range(PUTARAN_MAKS):
        pengimpor.lewati(kursor)
        catatan = Catatan(pengimpor.kalimat)
        pengimpor.periksa(kursor, catatan)
        hasil = _hasil(pengimpor, kursor, catatan)
        if hasil["jumlah"]["ditolak"] == hasil["jumlah"]["dilewati"]:
            break
    else:
        return laporan
    if hasil["jumlah"]["ditolak"] == hasil["jumlah"]["baris"]:
        return laporan  # nothing is left
    if ditolak:
        pengimpor.tulis_ditolak(kursor, ditolak)
    return laporan | hasil | {"hasil": "diuji"}
