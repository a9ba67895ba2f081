"""Evidence files as a browser gets them: only by those who may, and harmless."""

import io

import pytest
from PIL import Image
from pytest_django.asserts import assertContains, assertRedirects

from pelaksanaan.models import BuktiDukung
from pelaksanaan.services.berkas import periksa_berkas
from tests.pelaksanaan.bahan import PDF, docx, gambar, png_isi_rusak, unggahan

pytestmark = pytest.mark.django_db


@pytest.fixture
def bukti(lapor):
    def _bukti(isi, nama):
        return lapor(berkas=[periksa_berkas(unggahan(isi, nama))]).bukti.get()

    return _bukti


def ambil(klien, alamat, **kepala):
    """The answer, read to its end, which closes the file."""
    jawaban = klien.get(alamat, headers=kepala)
    jawaban.isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
    return jawaban


def test_a_picture_is_shown_in_a_sandbox(masuk, pemeran, bukti):
    isi = gambar()
    baris = bukti(isi, "loket.jpg")
    jawaban = ambil(masuk(pemeran.ratna), f"/laporan/bukti/{baris.pk}/")
    assert jawaban.isi == isi
    assert jawaban["Content-Type"] == "image/jpeg"
    assert jawaban["Content-Disposition"] == 'inline; filename="loket.jpg"'
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert jawaban["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert jawaban["Cache-Control"] == "private, no-cache"
    assert jawaban["Cross-Origin-Resource-Policy"] == "same-origin"
    assert jawaban["ETag"] == f'"{baris.sha256}"'


@pytest.mark.parametrize(
    ("isi", "nama", "kueri", "awal"),
    [
        (PDF, "surat.pdf", "", "inline"),
        (PDF, "surat.pdf", "?unduh", "attachment"),
        (docx(), "laporan.docx", "", "attachment"),
    ],
    ids=["pdf", "pdf-unduh", "docx"],  # a file's bytes carry the time of its making
)
def test_only_pictures_and_pdf_are_shown_in_place(masuk, pemeran, bukti, isi, nama, kueri, awal):
    jawaban = ambil(masuk(pemeran.kabid), f"/laporan/bukti/{bukti(isi, nama).pk}/{kueri}")
    assert jawaban["Content-Disposition"].startswith(f"{awal}; ")
    assert jawaban["X-Content-Type-Options"] == "nosniff"


def test_a_name_cannot_break_out_of_its_header(masuk, pemeran, bukti):
    baris = bukti(PDF, 'su"rat\r\nX-Jahat: ya ñ.pdf')
    jawaban = ambil(masuk(pemeran.ratna), f"/laporan/bukti/{baris.pk}/")
    assert "X-Jahat" not in jawaban.headers
    assert jawaban["Content-Disposition"] == "inline; filename*=utf-8''suratX-Jahat%20ya%20%C3%B1.pdf"


def test_what_the_browser_has_is_not_sent_again(masuk, pemeran, bukti):
    baris = bukti(gambar(), "loket.jpg")
    for alamat in (f"/laporan/bukti/{baris.pk}/", f"/laporan/bukti/{baris.pk}/kecil/"):
        klien = masuk(pemeran.ratna)
        etag = ambil(klien, alamat)["ETag"]
        jawaban = ambil(klien, alamat, **{"If-None-Match": etag})
        assert (jawaban.status_code, jawaban["Cache-Control"]) == (304, "private, no-cache")
        assert masuk(pemeran.rudi).get(alamat, headers={"If-None-Match": etag}).status_code == 404


@pytest.mark.parametrize(
    ("peran", "kode"),
    [
        ("ratna", 200),
        ("kabid", 200),
        ("kadis", 200),
        ("pengelola_opd", 200),
        ("auditor", 200),
        ("sari", 404),
        ("rudi", 404),
        ("pengelola_opd_lain", 404),
        ("pimpinan", 404),
        ("admin_sistem", 404),
    ],
)
def test_evidence_is_private(masuk, pemeran, bukti, peran, kode):
    baris, klien = bukti(gambar(), "loket.jpg"), masuk(getattr(pemeran, peran))
    assert ambil(klien, f"/laporan/bukti/{baris.pk}/").status_code == kode
    assert klien.get(f"/laporan/bukti/{baris.pk}/kecil/").status_code == kode


def test_without_login_there_is_only_the_door(client, bukti):
    jawaban = client.get(f"/laporan/bukti/{bukti(gambar(), 'loket.jpg').pk}/")
    assert jawaban.status_code == 302
    assert jawaban.url.startswith("/masuk/")


def test_a_small_picture_is_small_upright_and_says_nothing_of_the_place(masuk, pemeran, bukti):
    exif = Image.Exif()
    exif[0x0112] = 6  # the phone was held upright
    exif[0x010F] = "Merek Telepon"
    baris = bukti(gambar(ukuran=(1600, 1200), exif=exif), "loket.jpg")
    jawaban = masuk(pemeran.ratna).get(f"/laporan/bukti/{baris.pk}/kecil/")
    kecil = Image.open(io.BytesIO(jawaban.content))
    assert (jawaban["Content-Type"], kecil.size) == ("image/jpeg", (240, 320))
    assert dict(kecil.getexif()) == {}
    assert jawaban["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_document_has_no_small_picture(masuk, pemeran, bukti):
    assert masuk(pemeran.ratna).get(f"/laporan/bukti/{bukti(PDF, 'a.pdf').pk}/kecil/").status_code == 404


def test_a_picture_that_breaks_in_the_middle_has_no_small_picture(masuk, pemeran, bukti):
    klien, baris = masuk(pemeran.ratna), bukti(png_isi_rusak(), "a.png")
    assert klien.get(f"/laporan/bukti/{baris.pk}/kecil/").status_code == 404


def test_a_file_missing_from_the_store_is_not_a_crash(masuk, pemeran, bukti, gudang):
    baris = bukti(gambar(), "loket.jpg")
    (gudang / baris.berkas.name).unlink()
    klien = masuk(pemeran.ratna)
    assert klien.get(f"/laporan/bukti/{baris.pk}/").status_code == 404
    assert klien.get(f"/laporan/bukti/{baris.pk}/kecil/").status_code == 404


def test_the_owner_adds_and_removes_files(
    masuk, pemeran, lapor, django_capture_on_commit_callbacks, berkas_di
):
    laporan, klien = lapor(), masuk(pemeran.ratna)
    alamat = f"/laporan/{laporan.pk}/bukti/"
    assertRedirects(klien.post(alamat, {"berkas": unggahan(gambar())}), f"/laporan/{laporan.pk}/")
    salah = klien.post(alamat, {"berkas": unggahan(b"<svg onload=alert(1)>", "a.svg")})
    assertContains(salah, "a.svg: Isi berkas ini bukan foto", status_code=422)
    assertContains(klien.post(alamat), "Isi bagian ini.", status_code=422)
    baris = laporan.bukti.get()
    assert klien.get(f"/laporan/bukti/{baris.pk}/hapus/").status_code == 405
    assert masuk(pemeran.kabid).post(f"/laporan/bukti/{baris.pk}/hapus/").status_code == 403
    with django_capture_on_commit_callbacks(execute=True):
        klien.post(f"/laporan/bukti/{baris.pk}/hapus/")
    assert (BuktiDukung.objects.count(), berkas_di()) == (0, 0)
