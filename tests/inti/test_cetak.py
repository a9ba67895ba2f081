"""Documents: the same bytes everywhere, and what people typed is never code."""

import io
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from django.conf import settings
from pypdf import PdfReader

from inti.cetak import GalatCetak, berkas_templat, bersih, cetak, qr_svg

PADA = datetime(2027, 1, 14, 3, 0, tzinfo=UTC)
PIAGAM = {
    "instansi": "Pemerintah Kabupaten Asri Mulya",
    "judul": "Piagam Penghargaan",
    "nomor": "800/1/2027",
    "nama": "Ratna Wulandari",
    "keterangan": ["NIP 198703122010012004"],
    "baris": ["sebagai Pegawai Berkinerja Sangat Baik Tahun 2026"],
    "rincian": [["Predikat", "Sangat Baik"]],
    "tempat_tanggal": "Asri Mulya, 14 Januari 2027",
    "penanda_tangan": {"jabatan": "Bupati Asri Mulya", "nama": "Hj. Maimunah Daeng Tata"},
}


def _teks(pdf: bytes) -> str:
    halaman = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(h.extract_text() for h in halaman).replace("\u200b", "").split())


def _piagam(**isi) -> bytes:
    return cetak("inti/sertifikat", PIAGAM | isi, pada=PADA)


def test_a_certificate_says_who_for_what_and_who_signed():
    teks = _teks(_piagam())
    for bagian in ("PIAGAM PENGHARGAAN", "Nomor 800/1/2027", "Ratna Wulandari", "14 Januari 2027",
                   "sebagai Pegawai Berkinerja", "Hj. Maimunah Daeng Tata", "Sangat Baik"):  # fmt: skip
        assert bagian in teks


def test_the_same_data_and_time_give_the_same_bytes_in_another_process_too():
    kode = (
        "import os, sys, json, hashlib; os.environ['DJANGO_SETTINGS_MODULE'] = 'kinerja.settings'\n"
        "import django; django.setup()\n"
        "from datetime import datetime, UTC\n"
        "from inti.cetak import cetak\n"
        "data = json.load(sys.stdin)\n"
        "pdf = cetak('inti/sertifikat', data, pada=datetime(2027, 1, 14, 3, tzinfo=UTC))\n"
        "print(hashlib.sha256(pdf).hexdigest())"
    )
    import hashlib
    import json

    lain = subprocess.run(
        [sys.executable, "-c", kode], input=json.dumps(dict(reversed(PIAGAM.items()))), text=True,
        capture_output=True, check=True, cwd=settings.AKAR, env={"TZ": "Asia/Jayapura", "PATH": "/usr/bin:/bin"},
    ).stdout.strip()  # fmt: skip
    assert lain == hashlib.sha256(_piagam()).hexdigest()
    di_wit = PADA.astimezone(timezone(timedelta(hours=9)))
    assert cetak("inti/sertifikat", PIAGAM, pada=di_wit) == _piagam()
    assert cetak("inti/sertifikat", PIAGAM, pada=PADA + timedelta(seconds=1)) != _piagam()


@pytest.mark.parametrize(
    "jahat",
    [
        '#read("/.env")',
        '#{ panic("x") }',
        '"; panic("x"); "',
        "#sys.inputs",
        "$ x^2 $ *tebal* _miring_ <label> @rujukan `kode` = Judul",
        "\\u{41} \\ #pagebreak()",
        '#eval("1+1") #import "@preview/cetz:0.1.0"',
        "//komentar /* blok */ https://contoh.go.id",
    ],
)
def test_what_people_typed_is_printed_as_it_stands_and_never_run(jahat):
    teks = _teks(_piagam(baris=[jahat], nama=jahat, judul="Piagam"))
    assert "".join(jahat.split()) in "".join(teks.split())


@pytest.mark.parametrize(
    "sulit",
    [
        "a" * 5_000,
        "مرحبا بالعالم",
        "שלום עולם",
        "😀👩‍👩‍👧‍👦🇮🇩",
        "\u202eterbalik\u202c",
        "日本語",
        "ꦲꦏ꧀ꦱꦫ",
        "\x00\x01\x07 nol",
        "baris\r\nkedua\u2028ketiga",
        "",
        "   ",
        "\ufeff\u200b\u00ad",
    ],
)
def test_hard_texts_still_give_a_document(sulit):
    pdf = _piagam(nama=sulit, baris=[sulit, "sesudahnya"], tempat_tanggal=sulit)
    assert pdf.startswith(b"%PDF-")
    assert "sesudahnya" in _teks(pdf)


def test_characters_that_cannot_be_stored_or_turn_the_text_around_are_left_out():
    assert bersih({"a\x00": ["x\x00y", "\u202egnp.exe", "\ud83d", 1, None, True]}) == {
        "a": ["xy", "gnp.exe", "", 1, None, True]
    }
    assert bersih("satu\r\ndua\rtiga\tempat") == "satu\ndua\ntiga\tempat"


@pytest.mark.parametrize("bukan", [Decimal("1"), PADA, {1, 2}, object()])
def test_data_that_is_not_plain_is_refused(bukan):
    with pytest.raises(TypeError, match="not plain"):
        bersih({"x": bukan})


@pytest.mark.parametrize(
    "nama", ["sertifikat", "inti/../inti/cetak", "inti/tidak_ada", "entah/sertifikat", "/etc/passwd", ""]
)
def test_only_templates_of_an_app_are_templates(nama):
    with pytest.raises(ValueError, match="not a template"):
        berkas_templat(nama)


def test_a_template_that_lacks_its_data_is_our_mistake_and_says_which():
    with pytest.raises(GalatCetak, match="inti/sertifikat"):
        cetak("inti/sertifikat", {}, pada=PADA)


def test_no_font_of_the_machine_is_used():
    sumber = PdfReader(io.BytesIO(_piagam(baris=["日本語 😀 ≤ ½"]))).pages[0]["/Resources"]["/Font"]
    nama = {str(f.get_object()["/BaseFont"]).split("+")[-1] for f in sumber.values()}
    assert all(n.startswith(("Lato", "Libertinus", "DejaVuSansMono", "NewCM")) for n in nama), nama


def test_a_qr_code_is_a_plain_drawing():
    svg = qr_svg("https://kinerja.contoh.go.id/verifikasi/7KQM-2WXD-H9FP-R4TN/")
    assert svg.startswith("<svg")
    assert "style=" not in svg
    assert "script" not in svg
    assert svg == qr_svg("https://kinerja.contoh.go.id/verifikasi/7KQM-2WXD-H9FP-R4TN/")
