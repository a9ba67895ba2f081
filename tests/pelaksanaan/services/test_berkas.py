"""Evidence is judged by its content: what is kept, what is refused, and what name it gets."""

import hashlib

import pytest
from django.core.exceptions import ValidationError

from pelaksanaan.services.berkas import nama_aman, periksa_berkas
from tests.pelaksanaan.bahan import DOCX_JENIS, PDF, arsip, docx, gambar, odt, png_raksasa, unggahan


@pytest.mark.parametrize(
    ("isi", "nama", "jenis", "nama_simpan"),
    [
        (gambar("JPEG"), "Foto Loket.JPG", "image/jpeg", "Foto Loket.jpg"),
        (gambar("JPEG"), "foto.jpeg", "image/jpeg", "foto.jpeg"),
        (gambar("PNG"), "layar.png", "image/png", "layar.png"),
        (gambar("WEBP"), "kamera.webp", "image/webp", "kamera.webp"),
        (PDF, "surat.pdf", "application/pdf", "surat.pdf"),
        (docx(), "laporan.docx", DOCX_JENIS, "laporan.docx"),
        (
            arsip({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}),
            "rekap.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "rekap.xlsx",
        ),
        (odt(), "naskah.odt", "application/vnd.oasis.opendocument.text", "naskah.odt"),
        (
            odt("application/vnd.oasis.opendocument.spreadsheet"),
            "tabel.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
            "tabel.ods",
        ),
        # a wrong ending is not a lie worth refusing: the name gets the ending of the content
        (gambar("PNG"), "foto.jpg", "image/png", "foto.jpg.png"),
        (PDF, "surat.exe", "application/pdf", "surat.exe.pdf"),
        (gambar("JPEG"), "foto", "image/jpeg", "foto.jpg"),
    ],
)
def test_what_is_kept_is_known_by_its_content(isi, nama, jenis, nama_simpan):
    hasil = periksa_berkas(unggahan(isi, nama))
    assert (hasil.jenis_konten, hasil.nama) == (jenis, nama_simpan)
    assert hasil.ukuran == len(isi)
    assert hasil.sha256 == hashlib.sha256(isi).hexdigest()
    assert hasil.berkas.read() == isi  # left at its start, unchanged


BESAR = b"\0" * (2 * 1024 * 1024)
TERPOTONG = gambar("JPEG", (600, 400), quality=95)[:-900]
PNG_RUSAK = gambar("PNG").replace(b"IDAT", b"IDAX")
TOLAK = {
    "nothing": (b"", "kosong"),
    "a Windows program called .jpg": (b"MZ\x90\x00" + b"\0" * 300, "jenis"),
    "an ELF program": (b"\x7fELF" + b"\0" * 300, "jenis"),
    "a shell script called .pdf": (b"#!/bin/sh\nrm -rf /\n", "jenis"),
    "a web page": (b"<!doctype html><script>alert(1)</script>", "jenis"),
    "an SVG with a script": (
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "jenis",
    ),
    "a PDF after a web page": (b"<html><script>alert(1)</script>\n" + PDF, "jenis"),
    "a GIF": (b"GIF89a" + b"\0" * 60, "jenis"),
    "plain words": (b"Laporan bulan ini baik.", "jenis"),
    "a HEIC photo": (b"\0\0\0\x18ftypheic" + b"\0" * 60, "jenis"),
    "an old Office file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "jenis"),
    "400 million pixels in a hundred bytes": (png_raksasa(), "piksel"),
    "more pixels than a phone makes, below Pillow's own limit": (png_raksasa(6000, 6000), "piksel"),
    "only the first bytes of a JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 40, "rusak"),
    "a JPEG cut off": (TERPOTONG, "rusak"),
    "a damaged PNG": (PNG_RUSAK, "rusak"),
    "a RIFF that is no picture": (b"RIFF\x10\0\0\0WEBPVP8 \0\0\0\0\0\0", "rusak"),
    "a PDF without an end": (b"%PDF-1.7\n" + b"x" * 400, "rusak"),
    "a web page with a PDF head": (b"%PDF-1.4\n<html><script>alert(1)</script>", "rusak"),
    "a PDF with a program": (
        PDF.replace(b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript/JS(x)>>"),
        "program",
    ),
    "a PDF that starts a program": (PDF.replace(b"/Catalog", b"/Catalog/Launch"), "program"),
    "any archive": (arsip({"foto.jpg": gambar()}), "jenis"),
    "an archive that says it is a picture": (odt("image/png"), "jenis"),
    "an unpacking bomb called .docx": (docx(**{"word/media/a": BESAR * 60}), "bom"),
    "thousands of parts": (docx(**{f"word/{n}.xml": "" for n in range(3001)}), "bom"),
    "a macro": (docx(**{"word/vbaProject.bin": b"Attribute VB_Name"}), "program"),
    "a declared macro type": (
        arsip(
            {"[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled", "word/document.xml": ""}
        ),
        "program",
    ),
    "an embedded program": (docx(**{"word/embeddings/oleObject1.bin": b"MZ"}), "program"),
    "a template from the network": (
        docx(**{"word/_rels/settings.xml.rels": '<Relationship Target="https://jahat.example/t.dotm"/>'}),
        "program",
    ),
    "a macro in a text document": (odt(**{"Basic/Standard/Module1.xml": "Sub Main"}), "program"),
    "an archive cut off": (docx()[:-30], "rusak"),
    "a part that is damaged": (odt().replace(b"<office/>", b"<oficce/>"), "rusak"),
}


@pytest.mark.parametrize(("isi", "kode"), TOLAK.values(), ids=TOLAK.keys())
def test_what_is_refused_gets_a_sentence(isi, kode):
    with pytest.raises(ValidationError) as galat:
        periksa_berkas(unggahan(isi, "bukti.jpg"))
    assert galat.value.code == kode
    assert galat.value.messages[0].endswith(".")


def test_a_file_over_the_limit_is_refused_before_it_is_read(settings):
    settings.BUKTI_UKURAN_MAKS = 1000
    with pytest.raises(ValidationError, match="terlalu besar") as galat:
        periksa_berkas(unggahan(b"MZ" * 600))
    assert galat.value.code == "ukuran"
    assert periksa_berkas(unggahan(PDF + b" " * (1000 - len(PDF)), "surat.pdf")).ukuran == 1000


def test_a_program_across_two_pieces_is_seen(monkeypatch):
    monkeypatch.setattr("pelaksanaan.services.berkas.POTONGAN", 16)
    for geser in range(16):
        isi = b"%PDF-1.4\n" + b" " * geser + b"/JavaScript\nstartxref\n9\n%%EOF"
        with pytest.raises(ValidationError) as galat:
            periksa_berkas(unggahan(isi))
        assert galat.value.code == "program"


@pytest.mark.parametrize(
    ("nama", "aman"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\Ratna\\surat tugas.pdf", "surat tugas.pdf"),
        ('a"b;c\r\nX-Jahat: 1.pdf', "abcX-Jahat 1.pdf"),
        ("\u202efdp.exe", "fdp.exe.pdf"),
        ("", "bukti.pdf"),
        ("...", "bukti.pdf"),
        (".pdf", "pdf.pdf"),
        ("akta " * 60 + ".pdf", ("akta " * 60)[:120] + ".pdf"),
        ("foto ñ 桜.pdf", "foto ñ 桜.pdf"),
    ],
)
def test_a_name_is_made_safe(nama, aman):
    assert nama_aman(nama, "application/pdf") == aman
