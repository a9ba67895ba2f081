"""Reads a file of holidays: one row per day off, with the decree it comes from.

Columns: tanggal, jenis (libur_nasional, cuti_bersama or libur_daerah), nama, sumber. Separated by comma or
semicolon, dates as yyyy-mm-dd or dd-mm-yyyy, UTF-8.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

KOLOM = ("tanggal", "jenis", "nama", "sumber")
JENIS_LIBUR = ("libur_nasional", "cuti_bersama", "libur_daerah")
POLA_TANGGAL = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y")
BESAR_MAKSIMUM = 100_000
PANJANG_MAKSIMUM = {"nama": 120, "sumber": 200}


@dataclass(frozen=True, slots=True, order=True)
class BarisLibur:
    """One day off as the file states it."""

    tanggal: date
    jenis: str
    nama: str
    sumber: str


class BerkasLiburSalah(ValueError):
    """The file cannot be used; `masalah` has one sentence per problem."""

    def __init__(self, masalah: Sequence[str]) -> None:
        self.masalah = tuple(masalah)
        super().__init__("\n".join(masalah))


def baca_libur_csv(berkas: Path | str) -> tuple[BarisLibur, ...]:
    """Return the rows of the file, sorted by date.

    Raises BerkasLiburSalah (a ValueError) with every problem found, each naming the row, the column,
    the value and what to do; nothing is returned from a file with a problem.
    """
    try:
        teks = Path(berkas).read_text(encoding="utf-8-sig")
    except OSError:
        raise BerkasLiburSalah([f"Berkas “{berkas}” tidak dapat dibuka. Periksa nama dan izinnya."]) from None
    except UnicodeDecodeError:
        raise BerkasLiburSalah(["Berkas bukan teks UTF-8. Simpan ulang sebagai CSV UTF-8."]) from None
    if len(teks) > BESAR_MAKSIMUM:
        raise BerkasLiburSalah(["Berkas terlalu besar untuk daftar libur. Periksa apakah berkasnya benar."])
    return urai_libur(teks.splitlines())


def urai_libur(baris_teks: Sequence[str]) -> tuple[BarisLibur, ...]:
    """Return the rows in the lines of a file; raises as `baca_libur_csv` does."""
    if not baris_teks:
        raise BerkasLiburSalah(["Berkas kosong. Isi dengan kolom tanggal, jenis, nama, sumber."])
    pemisah = ";" if ";" in baris_teks[0] else ","
    pembaca = csv.DictReader(baris_teks, delimiter=pemisah, restval="")
    nama_kolom = [(nama or "").strip().lower() for nama in pembaca.fieldnames or ()]
    kurang = [kolom for kolom in KOLOM if kolom not in nama_kolom]
    if kurang:
        raise BerkasLiburSalah([f"Baris 1: kolom {', '.join(kurang)} tidak ada. Tambahkan kolom itu."])
    pembaca.fieldnames = nama_kolom
    return _kumpulkan((pembaca.line_num, data) for data in pembaca)


def _kumpulkan(data: Iterable[tuple[int, dict[str, str]]]) -> tuple[BarisLibur, ...]:
    hasil: dict[tuple[date, str], BarisLibur] = {}
    masalah: list[str] = []
    for nomor, isi in data:
        try:
            baris = _baris(isi)
        except ValueError as galat:
            masalah.append(f"Baris {nomor}: {galat}")
            continue
        if (baris.tanggal, baris.nama) in hasil:
            masalah.append(
                f"Baris {nomor}: {baris.tanggal} “{baris.nama}” sudah ada di berkas. Hapus salah satu."
            )
        hasil[baris.tanggal, baris.nama] = baris
    if not hasil and not masalah:
        masalah.append("Berkas tidak berisi satu pun hari libur.")
    if masalah:
        raise BerkasLiburSalah(masalah)
    return tuple(sorted(hasil.values()))


def _baris(isi: dict[str, str]) -> BarisLibur:
    nilai = {kolom: isi[kolom].strip() for kolom in KOLOM}
    if nilai["jenis"] not in JENIS_LIBUR:
        raise ValueError(
            f"kolom jenis berisi “{nilai['jenis']}”. Tulis salah satu: {', '.join(JENIS_LIBUR)}."
        )
    for kolom, batas in PANJANG_MAKSIMUM.items():
        if not nilai[kolom]:
            raise ValueError(f"kolom {kolom} kosong. Isi kolom itu.")
        if len(nilai[kolom]) > batas:
            raise ValueError(f"kolom {kolom} lebih dari {batas} huruf. Ringkas isinya.")
    return BarisLibur(_tanggal(nilai["tanggal"]), nilai["jenis"], nilai["nama"], nilai["sumber"])


def _tanggal(teks: str) -> date:
    for pola in POLA_TANGGAL:
        try:
            return datetime.strptime(teks, pola).date()  # noqa: DTZ007 - a calendar day has no zone
        except ValueError:
            continue
    raise ValueError(f"kolom tanggal berisi “{teks}”. Tulis tanggal seperti 2026-12-25 atau 25-12-2026.")
