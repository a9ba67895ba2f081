"""The set-based path of an import: every cell as text in one temporary table, values and problems found by SQL.

A million rows are read once, written by COPY as they are, and read as values by SQL. What SQL cannot tell by
itself is asked of the same pure functions as everywhere else, but once for each *different* text: a file of
a million people has some hundred ranks, some thousand dates, and only the odd cell that is no e-mail address.
Everything here writes to temporary tables only, so it runs in a read-only transaction.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from django.db import connection

from inti.berkas_tabel.dasar import KOLOM_MAKS, Baris
from inti.impor_dasar import CONTOH_MAKS, Catatan, Masalah, Tabel
from inti.impor_salinan import masalah_salinan, salin_salinan, simpan
from inti.sel import Tolak, dipotong_excel, teks
from inti.tanda import ke_data

PISAH, KUTIP = "\x1f", "\x1e"  # no file of people holds them; where one does they become blanks
_TAK_BIASA = re.compile("[\x1e\r\n]")
_BUANG = str.maketrans({PISAH: " ", KUTIP: " "})
SEPOTONG = 2_000  # rows handed to COPY at once
PER_AMBIL = 20_000  # different texts asked of Python at once
LAPOR_TIAP = 10_000

Lapor = Callable[[str, int], None]

SIAPKAN = (
    "SET LOCAL work_mem = '64MB'",  # a million narrow rows hashed without going to disk
    "SET LOCAL default_statistics_target = 10",  # rough is enough, and a file has many columns
    "DROP VIEW IF EXISTS pg_temp.impor_baris",
    "DROP TABLE IF EXISTS pg_temp.impor_mentah, pg_temp.impor_masalah, pg_temp.impor_buang",
    f"CREATE TEMPORARY TABLE impor_mentah (baris int, {', '.join(f'c{n} text' for n in range(KOLOM_MAKS))})"
    " ON COMMIT DROP",
    "CREATE TEMPORARY TABLE impor_masalah (baris int, kode text, kolom text, nilai text,"
    " isi jsonb DEFAULT '{}') ON COMMIT DROP",
    "CREATE TEMPORARY TABLE impor_buang (baris int PRIMARY KEY) ON COMMIT DROP",  # refused rows left out
    "CREATE TEMPORARY VIEW impor_baris AS SELECT * FROM impor_mentah m"
    " WHERE NOT EXISTS (SELECT FROM impor_buang b WHERE b.baris = m.baris)",
)
AMBIL = """
SELECT kode, jumlah, baris, kolom, nilai, isi FROM (
    SELECT *, count(*) OVER (PARTITION BY kode) AS jumlah,
        row_number() OVER (PARTITION BY kode ORDER BY baris, kolom) AS ke
    FROM impor_masalah
) m WHERE ke <= %(maks)s ORDER BY kode, baris, kolom
"""


def diam(_tahap: str, _banyak: int) -> None:
    """Nobody watches the progress."""


# --- rows to text -------------------------------------------------------------------------------------------


@dataclass
class Penyalin:
    """Copies the rows of a table into `impor_mentah`; cells that cannot be kept are noted as problems.

    `terpotong` names, for the columns whose numbers Excel would have cut, the kind of that problem.
    """

    tabel: Tabel
    terpotong: Mapping[str, str]
    lapor: Lapor = diam

    def __post_init__(self) -> None:
        self._nama = {tempat: nama for nama, tempat in (*self.tabel.lain.items(), *self.tabel.posisi.items())}
        self._lebar = max(self._nama, default=0) + 1
        self._masalah: list[Sequence[Any]] = []

    def salin(self, kursor: Any) -> int:
        """Copy everything; returns how many rows are not empty."""
        kolom = ", ".join(f"c{n}" for n in range(self._lebar))
        perintah = (
            f"COPY impor_mentah (baris, {kolom}) FROM STDIN (FORMAT csv, DELIMITER E'\\x1f', QUOTE E'\\x1e')"
        )
        with kursor.copy(perintah) as salin:
            jumlah = self._tulis(salin) if self.tabel.salinan is None else self._ulang(salin)
        with kursor.copy("COPY impor_masalah (baris, kode, kolom, nilai) FROM STDIN") as salin:
            for satu in self._masalah:
                salin.write_row(satu)
        kursor.execute("ANALYZE impor_mentah")
        self.lapor("baca", jumlah)
        return jumlah

    def _tulis(self, salin: Any) -> int:
        """The rows of the file, kept for its import where that is wanted."""
        jumlah = 0
        with simpan(self.tabel) as penyimpan:
            with penyimpan.baris() as tiru:
                for potong in _sepotong(self._baris()):
                    teks_ = "".join(potong).encode()
                    salin.write(teks_)
                    tiru(teks_)
                    jumlah += len(potong)
                    if jumlah % LAPOR_TIAP == 0:
                        self.lapor("baca", jumlah)
            penyimpan.selesai(self._masalah, jumlah)
        return jumlah

    def _ulang(self, salin: Any) -> int:
        """The rows as the test has kept them."""
        asal = cast(Path, self.tabel.salinan)
        self._masalah = [*masalah_salinan(asal)]
        return salin_salinan(asal, salin.write)

    def _baris(self) -> Iterator[str]:
        for nomor, baris in self.tabel.baris:
            try:
                isi = [*map(teks, baris[: self._lebar])]
            except Tolak:
                isi = [self._bersih(nomor, tempat, n) for tempat, n in enumerate(baris[: self._lebar])]
            if any(isi):
                self._periksa_angka(nomor, baris)
                yield f"{nomor}{PISAH}{self._gabung(isi)}\n"

    def _gabung(self, isi: list[str]) -> str:
        isi += [""] * (self._lebar - len(isi))
        satu = PISAH.join(isi)
        if not _TAK_BIASA.search(satu) and satu.count(PISAH) == self._lebar - 1:
            return satu
        return PISAH.join(f"{KUTIP}{n.translate(_BUANG)}{KUTIP}" if n else "" for n in isi)

    def _bersih(self, nomor: int, tempat: int, nilai: Any) -> str:
        try:
            return teks(nilai)
        except Tolak as t:
            self._masalah.append((nomor, t.kode, self._nama.get(tempat, ""), ""))
            return teks(str(nilai).replace("\x00", "\ufffd"))

    def _periksa_angka(self, nomor: int, baris: Baris) -> None:
        for tempat, nilai in enumerate(baris[: self._lebar]):
            if type(nilai) is not str and dipotong_excel(nilai):
                nama = self._nama.get(tempat, "")
                if nama in self.terpotong:
                    self._masalah.append((nomor, self.terpotong[nama], nama, str(nilai)))


def _sepotong(baris: Iterator[str]) -> Iterator[list[str]]:
    potong: list[str] = []
    for satu in baris:
        potong.append(satu)
        if len(potong) == SEPOTONG:
            yield potong
            potong = []
    if potong:
        yield potong


# --- texts to values ----------------------------------------------------------------------------------------


def buat_peta(nama: str, kunci: Sequence[str], nilai: Mapping[str, str]) -> tuple[str, ...]:
    """SQL that creates the table of what texts mean: `kunci` text columns, `nilai` columns with their types."""
    return (
        f"DROP TABLE IF EXISTS pg_temp.{nama}",
        f"CREATE TEMPORARY TABLE {nama} ({', '.join(f'{k} text' for k in kunci)}, "
        f"{', '.join(f'{k} {tipe}' for k, tipe in nilai.items())}, kode text, isi jsonb) ON COMMIT DROP",
    )


def isi_peta(
    kursor: Any, nama: str, sumber: str, baca: Callable[..., Sequence[Any]], isian: Any = None
) -> None:
    """Ask `baca` about every row of the query `sumber` and keep its answers in the table `nama`.

    The row is handed to `baca` and stands before its answer; Tolak is kept as the kind of problem. Called
    for different texts only, in the order of the query.
    """
    kursor.execute(f"SELECT * FROM pg_temp.{nama} LIMIT 0")  # noqa: S608
    lebar = len(kursor.description)
    for potong in ambil(sumber, isian):
        with kursor.copy(f"COPY {nama} FROM STDIN") as salin:
            for baris in potong:
                salin.write_row(_jawaban(baris, baca, lebar))
    kursor.execute(f"ANALYZE {nama}")


def ambil(sumber: str, isian: Any = None) -> Iterator[list[tuple[Any, ...]]]:
    """The rows of a query in pieces, by a cursor of the server, so that memory stays flat."""
    with connection.connection.cursor(name="impor_peta") as server:
        server.execute(sumber, isian)
        while potong := server.fetchmany(PER_AMBIL):
            yield potong


def _jawaban(baris: tuple[Any, ...], baca: Callable[..., Sequence[Any]], lebar: int) -> tuple[Any, ...]:
    try:
        return (*baris, *baca(*baris), None, None)
    except Tolak as t:
        kosong = (None,) * (lebar - len(baris) - 2)
        return (*baris, *kosong, t.kode, json.dumps({k: ke_data(n) for k, n in t.isi.items()}, default=str))


# --- problems -----------------------------------------------------------------------------------------------


def catat(kursor: Any, masalah: Iterable[Masalah]) -> None:
    """Write problems that Python found into `impor_masalah`."""
    with kursor.copy("COPY impor_masalah (baris, kode, kolom, nilai, isi) FROM STDIN") as salin:
        for satu in masalah:
            isi = {k: ke_data(n) for k, n in satu.isi.items()}
            salin.write_row((satu.baris, satu.kode, satu.kolom, satu.nilai, json.dumps(isi, default=str)))


def kumpulkan(kursor: Any, catatan: Catatan, ubah: Callable[[Masalah], Masalah] = lambda m: m) -> None:
    """Count the problems of `impor_masalah` by kind and keep the first ones of each in the report."""
    kursor.execute(AMBIL, {"maks": CONTOH_MAKS})
    contoh: dict[str, list[Masalah]] = {}
    jumlah: dict[str, int] = {}
    for kode, banyak, baris, kolom, nilai, isi in kursor.fetchall():
        rinci = json.loads(isi) if isinstance(isi, str) else dict(isi or {})
        jumlah[kode] = banyak
        contoh.setdefault(kode, []).append(ubah(Masalah(baris, kode, kolom or "", nilai or "", rinci)))
    for kode, semua in contoh.items():
        catatan.gabung(kode, jumlah[kode], semua)
