"""What is a table and what is not; every other file is refused with a sentence, whatever its bytes."""

import contextlib
import io
import re
import zipfile

import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inti.berkas_tabel import BerkasDitolak, buka, xlsx_bagian
from inti.berkas_tabel import xlsx as lembar_excel


def xlsx(*baris, **pilihan):
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True, **pilihan})
    lembar = buku.add_worksheet("DATA")
    for n, isi in enumerate(baris):
        lembar.write_row(n, 0, isi)
    buku.close()
    return keluar.getvalue()


def ganti(isi, nama, ubah):
    """The archive with one member changed."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as dari, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as ke:
        for satu in dari.namelist():
            ke.writestr(satu, ubah(dari.read(satu)) if satu == nama else dari.read(satu))
    return keluar.getvalue()


def semua(isi):
    return [(lembar.nama, list(lembar.baris)) for lembar in buka(isi)]


def beri_awalan(xml, tag):
    """The element with a prefix for its namespace, as some programs write it."""
    for awal, ganti_ in ((b"<", b"<x:"), (b"</", b"</x:")):
        for akhir in (b" ", b">", b"/"):
            xml = xml.replace(awal + tag + akhir, ganti_ + tag + akhir)
    return xml


HALAMAN, BUKU = "xl/worksheets/sheet1.xml", "xl/workbook.xml"
BIASA = xlsx(["NIP", "NAMA"], ["198501012010011001", "A"])


def test_xlsx_cells_keep_text_as_text():
    assert semua(BIASA) == [("DATA", [["NIP", "NAMA"], ["198501012010011001", "A"]])]


def test_empty_rows_at_the_top_keep_their_numbers():
    assert semua(xlsx([], [], ["NIP", "NAMA"]))[0][1] == [["", ""], ["", ""], ["NIP", "NAMA"]]


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_in_every_separator_and_encoding(pemisah, sandi):
    isi = (
        f"NIP{pemisah}NAMA\r\n1{pemisah}José, S.E.\r\n"
        if pemisah != ","
        else 'NIP,NAMA\r\n1,"José, S.E."\r\n'
    )
    assert semua(isi.encode(sandi)) == [("", [["NIP", "NAMA"], ["1", "José, S.E."]])]


def _makro():
    keluar = io.BytesIO(BIASA)
    with zipfile.ZipFile(keluar, "a") as arsip:
        arsip.writestr("xl/vbaProject.bin", b"x")
    return keluar.getvalue()


def _zip_biasa():
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        arsip.writestr("foto.txt", "x")
    return keluar.getvalue()


def _bom():
    return ganti(BIASA, HALAMAN, lambda xml: xml + b" " * 30_000_000)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DITOLAK = [
    (b"", "kosong"),
    (b"  \r\n", "kosong"),
    (OLE + b"x" * 600, "Excel lama"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "terkunci dengan kata sandi"),
    (b"%PDF-1.7 ...", "bukan XLSX, ODS atau CSV"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "bukan XLSX, ODS atau CSV"),
    (_zip_biasa(), "bukan XLSX"),
    (_makro(), "makro"),
    (_bom(), "membengkak"),
    (BIASA[:-40], "rusak"),
    (BIASA[: len(BIASA) // 2], "rusak"),
    (ganti(BIASA, HALAMAN, lambda x: x.replace(b'r="A2"', b'r="XFD2"')), "di luar kolom"),
    (
        ganti(
            BIASA,
            HALAMAN,
            lambda x: x.replace(b'<row r="2"', b'<row r="1048576"').replace(b"A2", b"A1048576"),
        ),
        "jauh di bawah data",
    ),
    (
        ganti(
            BIASA, HALAMAN, lambda x: x.replace(b'<row r="2"', b'<row r="90000"').replace(b"A2", b"A90000")
        ),
        "jauh di bawah data",
    ),
    (ganti(BIASA, HALAMAN, lambda x: x[: len(x) // 2]), "rusak"),
    (b"A,B\r\n" + b"x," * 400, "melebihi"),
]


@pytest.mark.parametrize(("isi", "potongan"), DITOLAK, ids=lambda x: x if isinstance(x, str) else "")
def test_a_file_that_is_no_table_is_refused_with_a_sentence(isi, potongan):
    with pytest.raises(BerkasDitolak, match=potongan):
        semua(isi)


def test_a_hidden_sheet_is_not_read():
    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True})
    buku.add_worksheet("TAMPAK").write(0, 0, "NIP")
    tersembunyi = buku.add_worksheet("RAHASIA")
    tersembunyi.write(0, 0, "NIP")
    tersembunyi.hide()
    buku.close()
    assert [nama for nama, _ in semua(keluar.getvalue())] == ["TAMPAK"]


def coba(isi):
    with contextlib.suppress(BerkasDitolak):  # the only exception that may come out
        semua(isi)


@given(st.binary(max_size=400))
@example(b"PK\x03\x04")
@example(b'"tak ditutup')
@settings(max_examples=150)
def test_no_bytes_lead_to_anything_but_rows_or_a_sentence(isi):
    coba(isi)


@given(st.integers(0, len(BIASA) - 1), st.binary(min_size=1, max_size=6))
@settings(max_examples=200)
def test_a_damaged_xlsx_leads_to_rows_or_a_sentence(tempat, sisipan):
    coba(BIASA[:tempat] + sisipan + BIASA[tempat + len(sisipan) :])


@given(st.sampled_from([HALAMAN, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"]), st.data())
@settings(max_examples=150)
def test_damaged_xml_inside_leads_to_rows_or_a_sentence(nama, data):
    def rusak(xml):
        tempat = data.draw(st.integers(0, len(xml) - 1))
        sisipan = data.draw(st.binary(max_size=8))
        return xml[:tempat] + sisipan + xml[tempat + data.draw(st.integers(0, 30)) :]

    coba(ganti(BIASA, nama, rusak))


def tanpa_ekor(isi):
    """The rows without empty cells at their ends: a part is as wide as its own rows."""

    def pendek(baris):
        while baris and baris[-1] == "":
            baris = baris[:-1]
        return baris

    return [(nama, [pendek(b) for b in baris]) for nama, baris in semua(isi)]


@pytest.mark.parametrize("awalan", ["", "x:"])
def test_a_sheet_that_is_read_in_parts_has_the_same_rows(monkeypatch, awalan):
    """Also with rows left out in between, more than one sheet, and names of elements with a prefix."""
    isi = xlsx(
        ["NIP", "NAMA", "TANGGAL"], *([f"{n:018}", f"NAMA {n}", ""] if n % 7 else [] for n in range(3000))
    )
    if awalan:
        for nama, tag in ((HALAMAN, b"sheetData"), (HALAMAN, b"row"), (BUKU, b"sheets"), (BUKU, b"sheet")):
            isi = ganti(isi, nama, lambda xml, tag=tag: beri_awalan(xml, tag))
    ((nama, utuh),) = tanpa_ekor(isi)
    monkeypatch.setattr(xlsx_bagian, "BAGIAN", 20_000)
    monkeypatch.setattr(xlsx_bagian, "_POTONG", 7_001)
    monkeypatch.setattr(lembar_excel, "BAGIAN", 20_000)
    assert tanpa_ekor(isi) == [(nama, utuh)]
    assert len(utuh) == 3000 + 1


def test_a_large_sheet_whose_rows_have_no_numbers_is_refused_rather_than_read_in_part(monkeypatch):
    """The numbers of rows are optional (ECMA-376 part 1, 18.3.1.73); a part would be counted from the first row."""
    isi = ganti(
        xlsx(*([f"{n:018}", f"NAMA {n}"] for n in range(3000))),
        HALAMAN,
        lambda xml: re.sub(rb' r="[0-9A-Z]+"', b"", xml),
    )
    assert len(tanpa_ekor(isi)[0][1]) == 3000
    monkeypatch.setattr(xlsx_bagian, "BAGIAN", 20_000)
    monkeypatch.setattr(xlsx_bagian, "_POTONG", 7_001)
    monkeypatch.setattr(lembar_excel, "BAGIAN", 20_000)
    with pytest.raises(BerkasDitolak, match="simpan ulang"):
        semua(isi)


def test_the_next_part_is_read_only_when_rows_are_taken(monkeypatch):
    dibaca = []
    asli = xlsx_bagian._Berikut.mulai
    monkeypatch.setattr(xlsx_bagian._Berikut, "mulai", lambda diri: dibaca.append(1) or asli(diri))
    monkeypatch.setattr(xlsx_bagian, "BAGIAN", 20_000)
    monkeypatch.setattr(xlsx_bagian, "_POTONG", 7_001)
    monkeypatch.setattr(lembar_excel, "BAGIAN", 20_000)
    baris = next(buka(xlsx(*([f"{n:018}", f"NAMA {n}"] for n in range(3000))))).baris
    assert next(baris) == [f"{0:018}", "NAMA 0"]
    baris.close()
    assert dibaca == []
