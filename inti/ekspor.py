"""Lists as XLSX and CSV for people to take along: numbers stay numbers, NIPs stay text, nothing can be run.

A cell that a spreadsheet would take for a formula is disarmed by an apostrophe in front (OWASP, CSV
injection), in both kinds of file: an XLSX is saved as CSV by somebody sooner or later.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone

XLSX, CSV = "xlsx", "csv"
JENIS_KONTEN = {
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    CSV: "text/csv; charset=utf-8",
}
LEBAR_MAKS, LEBAR_MIN = 48, 10
TEKS_MAKS = 32_767  # characters of a cell, Excel's own limit
BARIS_PER_POTONGAN = 500
# Also what is a formula only after the blanks that a spreadsheet trims, and the full-width signs it folds.
_BERBAHAYA = re.compile(r"^[\s\x00-\x1f]*[=+\-@＝＋－＠]|^[\t\r\n]")
# XML 1.0 has no place for these; a sheet that holds them does not open.
_TAK_TERTULIS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

Baris = Sequence[Any]


def jinakkan(teks: str) -> str:
    """The text as a cell that no spreadsheet runs; what is harmless stays as it is."""
    aman = f"'{teks}" if _BERBAHAYA.match(teks) else teks
    return _TAK_TERTULIS.sub("", aman)[:TEKS_MAKS]


def sel(nilai: Any) -> Any:
    """The value as the writers take it: number, date, local time without zone, or disarmed text."""
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return jinakkan(str(nilai))
    if isinstance(nilai, int | float | Decimal):
        return nilai
    if isinstance(nilai, datetime):
        return timezone.localtime(nilai).replace(tzinfo=None) if timezone.is_aware(nilai) else nilai
    return nilai if isinstance(nilai, date) else jinakkan(str(nilai))


def tulis_xlsx(judul: str, kolom: Sequence[Any], baris: Iterable[Baris]) -> io.BytesIO:
    """An open file with one sheet, at its start; rows are read once and not kept in memory."""
    keluar = io.BytesIO()  # only the packed result; the rows themselves wait in a temporary file
    tulis_xlsx_ke(keluar, judul, kolom, baris)
    keluar.seek(0)
    return keluar


def tulis_lembar(lembar: Iterable[tuple[str, Sequence[Any], Iterable[Baris]]]) -> io.BytesIO:
    """An open file with several sheets (name, columns, rows), at its start."""
    keluar = io.BytesIO()
    _tulis_buku(keluar, lembar)
    keluar.seek(0)
    return keluar


def tulis_xlsx_ke(tujuan: Any, judul: str, kolom: Sequence[Any], baris: Iterable[Baris]) -> None:
    """One sheet written to a path or an open file; rows are read once and not kept in memory."""
    _tulis_buku(tujuan, [(judul, kolom, baris)])


def _tulis_buku(tujuan: Any, lembar: Iterable[tuple[str, Sequence[Any], Iterable[Baris]]]) -> None:
    pilihan = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd-mm-yyyy",
    }
    buku = xlsxwriter.Workbook(str(tujuan) if isinstance(tujuan, Path) else tujuan, pilihan)
    tebal, jam = buku.add_format({"bold": True}), buku.add_format({"num_format": "dd-mm-yyyy hh:mm"})
    for judul, kolom, baris in lembar:
        _tulis_satu(buku.add_worksheet(_nama_lembar(judul)), kolom, baris, tebal, jam)
    buku.close()


def _nama_lembar(judul: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", " ", judul)[:31].strip() or "Data"


def _tulis_satu(lembar: Any, kolom: Sequence[Any], baris: Iterable[Baris], tebal: Any, jam: Any) -> None:
    for ke, satu in enumerate(str(k) for k in kolom):
        lembar.set_column(ke, ke, min(LEBAR_MAKS, max(LEBAR_MIN, len(satu) + 4)))
        lembar.write_string(0, ke, jinakkan(satu), tebal)
    lembar.freeze_panes(1, 0)
    for nomor, isi in enumerate(baris, 1):
        for ke, nilai in enumerate(isi):
            _tulis_sel(lembar, nomor, ke, sel(nilai), jam)


def _tulis_sel(lembar: Any, nomor: int, ke: int, nilai: Any, jam: Any) -> None:
    match nilai:
        case datetime():
            lembar.write_datetime(nomor, ke, nilai, jam)
        case date():
            lembar.write_datetime(nomor, ke, nilai)
        case str():
            lembar.write_string(nomor, ke, nilai)
        case _:
            lembar.write_number(nomor, ke, nilai)


def aliran_csv(kolom: Sequence[Any], baris: Iterable[Baris]) -> Iterator[bytes]:
    """The table in pieces: UTF-8 with its mark and semicolons, as a spreadsheet set to Indonesian opens it."""
    wadah = io.StringIO()
    penulis = csv.writer(wadah, delimiter=";")
    wadah.write("\ufeff")
    penulis.writerow([jinakkan(str(satu)) for satu in kolom])
    for nomor, isi in enumerate(baris, 1):
        penulis.writerow([_teks_csv(sel(nilai)) for nilai in isi])
        if nomor % BARIS_PER_POTONGAN == 0:
            yield _ambil(wadah)
    yield _ambil(wadah)


def _teks_csv(nilai: Any) -> str:
    if isinstance(nilai, datetime):
        return nilai.strftime("%d-%m-%Y %H:%M")
    if isinstance(nilai, date):
        return nilai.strftime("%d-%m-%Y")
    if isinstance(nilai, float | Decimal):
        return str(nilai).replace(".", ",")
    teks = str(nilai)
    # Fifteen digits are all a spreadsheet keeps of a number: a longer one is a NIP or a NIK.
    return f"'{teks}" if isinstance(nilai, str) and teks.isdigit() and len(teks) > 15 else teks


def _ambil(wadah: io.StringIO) -> bytes:
    isi = wadah.getvalue().encode()
    wadah.seek(0)
    wadah.truncate()
    return isi


def jawaban(nama: str, format_: str, kolom: Sequence[Any], baris: Iterable[Baris]) -> HttpResponseBase:
    """The download called `nama`.xlsx or `nama`.csv; anything but "csv" gives XLSX. Never kept by a cache."""
    jenis = CSV if format_ == CSV else XLSX
    berkas = f"{nama}.{jenis}"
    hasil: HttpResponseBase
    if jenis == CSV:
        hasil = StreamingHttpResponse(aliran_csv(kolom, baris), content_type=JENIS_KONTEN[CSV])
        hasil.headers["Content-Disposition"] = f'attachment; filename="{berkas}"'
    else:
        isi = tulis_xlsx(nama, kolom, baris)
        hasil = FileResponse(isi, as_attachment=True, filename=berkas, content_type=JENIS_KONTEN[XLSX])
    hasil.headers["Cache-Control"] = "private, no-store"
    hasil.headers["X-Content-Type-Options"] = "nosniff"
    return hasil
