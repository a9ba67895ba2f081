"""Long exports: a CSV comes from the database as it is sent, an XLSX row by row; memory stays flat in both.

PostgreSQL writes the CSV itself (`COPY … TO STDOUT`) and disarms the texts while it does, by the same rules as
`inti.ekspor.jinakkan`. A client that goes away ends the query.
"""

import json
import tempfile
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, models, transaction
from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from inti.ekspor import CSV, JENIS_KONTEN, XLSX, aliran_csv, tulis_xlsx_ke

XLSX_MAKS = 200_000  # rows; above that a sheet takes minutes to write and to open
SEPOTONG = 64 * 1024  # bytes sent at once
SEKALI_BACA = 2_000
PEMISAH = ";"
# At once in one process: each holds a thread that would otherwise answer pages.
BERSAMAAN = 2
_tempat = threading.BoundedSemaphore(BERSAMAAN)

# The blanks that a spreadsheet trims, then what it takes for a formula; see inti.ekspor.
_BLANK = r"[\s\u0001-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
_BERBAHAYA = rf"^{_BLANK}*[=+@\uff1d\uff0b\uff0d\uff20-]|^[\t\r\n]"

Selesai = Callable[[int | None], None]


class TerlaluPanjang(Exception):
    """More rows than a sheet takes; a CSV has no such limit."""


class SedangPenuh(Exception):
    """As many exports as this process sends at once are under way."""


@dataclass(frozen=True)
class Daftar:
    """What is exported: the headings, and a queryset of tuples (see `tupel`), or of objects with their readers."""

    judul: tuple[str, ...]
    queryset: "models.QuerySet[Any]"
    baca: tuple[Callable[[Any], Any], ...] = ()  # how each column is read from an object


def aman_sql(t: str) -> str:
    """SQL of the text `t` as a cell that no spreadsheet runs; the first letter decides, mostly."""
    return (
        f"CASE WHEN ascii({t}) BETWEEN 65 AND 126 THEN {t}"
        f" WHEN ascii({t}) BETWEEN 48 AND 57 THEN"
        f" CASE WHEN length({t}) > 15 AND {t} ~ '^[0-9]+$' THEN '''' || {t} ELSE {t} END"
        f" WHEN ascii({t}) = 0 THEN NULL WHEN {t} ~ '{_BERBAHAYA}' THEN '''' || {t} ELSE {t} END"
    )


def _sel_sql(nama: str, bidang: Any) -> str:
    """SQL of one column as the CSV shows it, by the kind of its field."""
    match bidang:
        case models.DateTimeField():
            zona = timezone.get_current_timezone_name()
            return f"to_char({nama} AT TIME ZONE '{zona}', 'DD-MM-YYYY HH24:MI')"
        case models.DateField():
            return f"to_char({nama}, 'DD-MM-YYYY')"
        case models.DecimalField() | models.FloatField():
            return f"replace({nama}::text, '.', ',')"
        case models.IntegerField():
            return nama
        case _:
            return aman_sql(f"{nama}::text" if not isinstance(bidang, models.CharField) else nama)


def tupel(queryset: "models.QuerySet[Any]", ungkapan: Sequence[Any]) -> "models.QuerySet[Any]":
    """The rows as tuples of these expressions, which PostgreSQL can write by itself."""
    nama = {f"k_{n}": satu for n, satu in enumerate(ungkapan)}
    hasil: models.QuerySet[Any] = queryset.annotate(**nama).values_list(*nama)
    return hasil


def perintah_salin(queryset: "models.QuerySet[Any]") -> tuple[str, tuple[Any, ...]]:
    """The COPY that writes the rows of `tupel` as CSV, and its values. Raises EmptyResultSet."""
    ungkap = list(queryset.query.annotation_select.values())
    dalam, isian = queryset.query.sql_with_params()
    nama = [f"k{n}" for n in range(len(ungkap))]
    sel = ", ".join(_sel_sql(n, u.output_field) for n, u in zip(nama, ungkap, strict=True))
    sql = f"SELECT {sel} FROM ({dalam}) t ({', '.join(nama)})"  # noqa: S608 - our own columns
    return f"COPY ({sql}) TO STDOUT (FORMAT csv, DELIMITER '{PEMISAH}')", isian


def _kepala(judul: Sequence[str]) -> bytes:
    return next(aliran_csv(judul, []))


def alir_salin(
    judul: Sequence[str], perintah: str, isian: Sequence[Any], selesai: Selesai
) -> Generator[bytes]:
    """The CSV in pieces; `selesai` hears how many rows were sent, None when the reader went away."""
    banyak: int | None = None
    try:
        yield b""
        yield _kepala(judul)
        connection.ensure_connection()
        with connection.connection.cursor() as kursor:  # the driver's own: Django's knows no values of a COPY
            with kursor.copy(perintah, isian or None) as salin:
                yield from _potong(salin)
            banyak = kursor.rowcount
    finally:
        selesai(banyak)


def _potong(bagian: Iterable[Any]) -> Iterator[bytes]:
    wadah = bytearray()
    for satu in bagian:
        wadah += satu
        if len(wadah) >= SEPOTONG:
            yield bytes(wadah)
            wadah.clear()
    if wadah:
        yield bytes(wadah)


def alir_baris(judul: Sequence[str], baris: Iterable[Any], selesai: Selesai) -> Generator[bytes]:
    """The CSV in pieces of rows that Python writes; `selesai` as in `alir_salin`."""
    penghitung = _Penghitung(baris)
    banyak: int | None = None
    try:
        yield b""
        yield from aliran_csv(judul, penghitung)
        banyak = penghitung.banyak
    finally:
        selesai(banyak)


class _Penghitung:
    """Counts the rows that pass."""

    def __init__(self, baris: Iterable[Any]) -> None:
        self._baris, self.banyak = baris, 0

    def __iter__(self) -> Iterator[Any]:
        for satu in self._baris:
            self.banyak += 1
            yield satu


def _baris(daftar: Daftar) -> Iterator[Any]:
    """The rows by a cursor of the server."""
    semua = daftar.queryset.iterator(chunk_size=SEKALI_BACA)
    if not daftar.baca:
        return semua
    return ([baca(satu) for baca in daftar.baca] for satu in semua)


def kirim(daftar: Daftar, nama: str, format_: str, selesai: Selesai) -> HttpResponseBase:
    """The download `nama`.csv or `nama`.xlsx. Raises TerlaluPanjang (XLSX), SedangPenuh."""
    if format_ != CSV and daftar.queryset.order_by()[XLSX_MAKS : XLSX_MAKS + 1]:
        raise TerlaluPanjang
    salin = None if format_ != CSV or daftar.baca else _salin(daftar)
    akhiri = _pesan_tempat(selesai)
    if format_ != CSV:
        return _kirim_xlsx(daftar.judul, _baris(daftar), nama, akhiri)
    if salin:
        return _alirkan(nama, alir_salin(daftar.judul, *salin, akhiri))
    return _alirkan(nama, alir_baris(daftar.judul, _baris(daftar), akhiri))


def _salin(daftar: Daftar) -> tuple[str, tuple[Any, ...]] | None:
    """The COPY; none for a list that is empty whatever the database holds."""
    try:
        return perintah_salin(daftar.queryset)
    except EmptyResultSet:
        return None


def kirim_salin(
    judul: Sequence[str], perintah: str, isian: Sequence[Any], nama: str, selesai: Selesai
) -> HttpResponseBase:
    """The download `nama`.csv of a COPY of our own. Raises SedangPenuh."""
    akhiri = _pesan_tempat(selesai)
    return _alirkan(nama, alir_salin(judul, perintah, isian, akhiri))


def kirim_baris(judul: Sequence[str], baris: Iterable[Any], nama: str, selesai: Selesai) -> HttpResponseBase:
    """The download `nama`.csv of rows. Raises SedangPenuh."""
    akhiri = _pesan_tempat(selesai)
    return _alirkan(nama, alir_baris(judul, baris, akhiri))


def kirim_lembar(judul: Sequence[str], baris: Iterable[Any], nama: str, selesai: Selesai) -> HttpResponseBase:
    """The download `nama`.xlsx of rows. Raises SedangPenuh."""
    return _kirim_xlsx(judul, baris, nama, _pesan_tempat(selesai))


def kirim_json(baris: Iterable[Any], nama: str, selesai: Selesai) -> HttpResponseBase:
    """The download `nama`.json: one list, a record a line. Raises SedangPenuh."""
    isi = alir_json(baris, _pesan_tempat(selesai))
    next(isi)
    return _berkepala(StreamingHttpResponse(isi, content_type="application/json"), f"{nama}.json")


def alir_json(baris: Iterable[Any], selesai: Selesai) -> Generator[bytes]:
    """A JSON list in pieces; `selesai` as in `alir_salin`."""
    banyak, selesai_utuh = 0, False
    try:
        yield b""
        yield b"["
        for satu in baris:
            yield (b",\n" if banyak else b"\n") + json.dumps(satu, ensure_ascii=False).encode()
            banyak += 1
        yield b"\n]\n"
        selesai_utuh = True
    finally:
        selesai(banyak if selesai_utuh else None)


def baris_server(sql: str, isian: Sequence[Any]) -> Iterator[Any]:
    """The rows of a statement by a cursor of the server, so that memory stays flat."""
    with transaction.atomic(), connection.connection.cursor(name="ekspor") as server:
        server.execute(sql, isian or None)
        while potong := server.fetchmany(SEKALI_BACA):
            yield from potong


def _pesan_tempat(selesai: Selesai) -> Selesai:
    """A place among the exports under way, given back when this one ends. Raises SedangPenuh."""
    if not _tempat.acquire(blocking=False):
        raise SedangPenuh
    return partial(_akhiri, selesai, threading.Lock())


def _akhiri(selesai: Selesai, sekali: threading.Lock, banyak: int | None) -> None:
    """Free the place once, then tell how it ended."""
    if sekali.acquire(blocking=False):
        _tempat.release()
        selesai(banyak)


def _alirkan(nama: str, isi: Generator[bytes]) -> HttpResponseBase:
    next(isi)  # a generator that was never begun would not hear that it is closed
    jawaban = StreamingHttpResponse(isi, content_type=JENIS_KONTEN[CSV])
    return _berkepala(jawaban, f"{nama}.{CSV}")


def _kirim_xlsx(judul: Sequence[str], baris: Iterable[Any], nama: str, selesai: Selesai) -> HttpResponseBase:
    berkas = tempfile.TemporaryFile(prefix="kinerja-ekspor-")  # noqa: SIM115 - the answer closes it
    penghitung = _Penghitung(baris)
    banyak: int | None = None
    try:
        tulis_xlsx_ke(berkas, nama, judul, penghitung)
        banyak = penghitung.banyak
    finally:
        selesai(banyak)
    berkas.seek(0)
    return _berkepala(FileResponse(berkas, content_type=JENIS_KONTEN[XLSX]), f"{nama}.{XLSX}")


def _berkepala(jawaban: HttpResponseBase, nama: str) -> HttpResponseBase:
    jawaban.headers["Content-Disposition"] = f'attachment; filename="{nama}"'
    jawaban.headers["Cache-Control"] = "private, no-store"
    jawaban.headers["X-Content-Type-Options"] = "nosniff"
    return jawaban


def kalimat_terlalu_panjang() -> str:
    """What the reader of a list that is too long for a sheet is told."""
    return _(
        "Daftar ini lebih dari 200.000 baris, terlalu panjang untuk XLSX. Pilih CSV, atau persempit dengan saringan."
    )


def kalimat_sedang_penuh() -> str:
    """What somebody is told while others export."""
    return _("Ekspor lain sedang berjalan. Coba lagi sebentar lagi.")
