"""The register of issued documents."""

import io
import threading
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction
from pypdf import PdfReader

from inti.models import DokumenTerbit
from inti.services.dokumen import cabut, cari, gantikan, isi_cetak, pdf, terbaru, terbitkan
from inti.workflow import TransisiDitolak
from tests.inti.test_cetak import PIAGAM

pytestmark = pytest.mark.django_db
PADA = datetime(2027, 1, 14, 3, 0, tzinfo=UTC)


def _terbit(**lain) -> DokumenTerbit:
    isi = {
        "jenis": "uji", "kunci": "1", "templat": "inti/sertifikat", "pemegang": "Ratna Wulandari",
        "judul": "Piagam Penghargaan", "ringkas": [("Instansi", "Pemerintah Kabupaten Asri Mulya")],
        "data": PIAGAM, "oleh": None, "pada": PADA,
    }  # fmt: skip
    return terbitkan(**isi | lain)


def test_a_document_is_issued_once():
    pertama = _terbit()
    assert _terbit(data={"lain": 1}, pemegang="Orang lain") == pertama
    assert DokumenTerbit.objects.count() == 1
    assert _terbit(kunci="2").kode != pertama.kode


@pytest.mark.django_db(transaction=True)
def test_two_who_issue_at_the_same_moment_get_the_same_document():
    didapat, pagar = [], threading.Barrier(2)

    def _jalan():
        pagar.wait(10)
        didapat.append(_terbit().pk)
        connection.close()

    utas = [threading.Thread(target=_jalan) for _ in range(2)]
    [u.start() for u in utas]
    [u.join() for u in utas]
    assert len(set(didapat)) == 1
    assert len(didapat) == 2


def test_the_fingerprint_follows_the_data_and_nothing_else():
    a, b, c = _terbit(), _terbit(kunci="2"), _terbit(kunci="3", data=PIAGAM | {"nama": "Sari"})
    assert len({a.sha256, b.sha256, c.sha256}) == 3
    lagi = DokumenTerbit(**{f: getattr(a, f) for f in ("jenis", "kunci", "judul", "pemegang")})
    assert lagi.sha256 == ""
    assert a.sidik.replace(" ", "").lower() == a.sha256[:16]


def test_its_pdf_is_the_same_every_time_and_carries_code_and_fingerprint():
    dokumen = _terbit()
    pertama = pdf(dokumen)
    assert pdf(cari(dokumen.kode)) == pertama
    teks = PdfReader(io.BytesIO(pertama)).pages[0].extract_text()
    assert dokumen.kode in teks
    assert dokumen.sidik in teks


def test_the_address_comes_from_the_settings(settings):
    settings.ALAMAT_DASAR = "https://kinerja.asrimulya.go.id"
    dokumen = _terbit()
    assert dokumen.tautan == f"https://kinerja.asrimulya.go.id/verifikasi/{dokumen.kode}/"
    assert isi_cetak(dokumen)["dokumen"]["alamat"] == "https://kinerja.asrimulya.go.id/verifikasi/"


def test_a_replaced_document_says_so_and_the_new_one_is_found(pemeran):
    lama = _terbit()
    baru = gantikan(dokumen=lama, data=PIAGAM | {"nama": "Ratna W."}, oleh=pemeran.pengelola_instansi)
    lama.refresh_from_db()
    assert (lama.keadaan, baru.keadaan, baru.versi) == ("digantikan", "berlaku", 2)
    assert terbaru(jenis="uji", kunci="1") == baru == _terbit()
    assert gantikan(dokumen=lama, data={"x": 1}, oleh=None) == baru  # came too late: the newest stands
    assert "DIGANTIKAN" in PdfReader(io.BytesIO(pdf(lama))).pages[0].extract_text()


def test_the_same_data_replaces_nothing():
    lama = _terbit()
    assert gantikan(dokumen=lama, data=PIAGAM, oleh=None) == lama
    assert DokumenTerbit.objects.count() == 1


def test_a_revoked_document_has_a_reason_and_stays_revoked(pemeran):
    dokumen = _terbit()
    with pytest.raises(TransisiDitolak, match="alasan"):
        cabut(dokumen=dokumen, alasan=" \x00", oleh=pemeran.pengelola_instansi)
    dicabut = cabut(dokumen=dokumen, alasan="Salah orang.", oleh=pemeran.pengelola_instansi)
    assert dicabut.keadaan == "dicabut"
    with pytest.raises(TransisiDitolak, match="tidak berlaku"):
        cabut(dokumen=dokumen, alasan="Lagi.", oleh=pemeran.pengelola_instansi)
    with pytest.raises(TransisiDitolak, match="dicabut"):
        gantikan(dokumen=dokumen, data={"x": 1}, oleh=None)
    assert _terbit() == dicabut  # issuing again does not bring it back


@pytest.mark.parametrize(
    "ubah", [{"pemegang": "Orang lain"}, {"data": {}}, {"kode": "AAAA-AAAA-AAAA-AAAA"}, {"sha256": "0" * 64}]
)
def test_the_database_lets_nobody_rewrite_a_document(ubah):
    dokumen = _terbit()
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        DokumenTerbit.objects.filter(pk=dokumen.pk).update(**ubah)
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        DokumenTerbit.objects.filter(pk=dokumen.pk).delete()


def test_the_database_lets_nobody_take_a_revocation_back(pemeran):
    dokumen = cabut(dokumen=_terbit(), alasan="Salah orang.", oleh=pemeran.auditor)
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        DokumenTerbit.objects.filter(pk=dokumen.pk).update(
            dicabut_pada=None, dicabut_oleh=None, alasan_cabut=""
        )


@pytest.mark.parametrize("salah", ["", "xx", "7KQM-2WXD-H9FP-R4TN", "\x00", "' OR 1=1 --", "a" * 200])
def test_an_unknown_code_finds_nothing(salah):
    assert cari(salah) is None


def test_a_code_is_found_however_it_is_typed():
    dokumen = _terbit()
    assert cari(dokumen.kode.lower().replace("-", " ")) == dokumen


def test_characters_that_cannot_be_stored_do_not_stop_a_document():
    dokumen = _terbit(kunci="x", pemegang="Ratna\x00", data=PIAGAM | {"nama": "Ratna\x00 \ud83d"})
    dokumen.refresh_from_db()
    assert (dokumen.pemegang, dokumen.data["nama"]) == ("Ratna", "Ratna ")
