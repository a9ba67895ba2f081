"""The register of issued documents in the admin: found, read, revoked once with a reason."""

from datetime import UTC, datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from inti.models import DokumenTerbit
from inti.services.dokumen import gantikan, terbitkan
from tests.admin.bantuan import alamat
from tests.inti.test_cetak import PIAGAM

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

ALASAN = "Nama pemegang salah tulis."


@pytest.fixture
def dokumen(pemeran) -> DokumenTerbit:
    return terbitkan(
        jenis="piagam_penghargaan",
        kunci="1",
        templat="inti/sertifikat",
        pemegang="Ratna Wulandari",
        judul="Piagam Penghargaan",
        ringkas=[("Instansi", "Pemerintah Kabupaten Asri Mulya")],
        data=PIAGAM,
        oleh=None,
        pada=datetime(2027, 1, 14, 3, 0, tzinfo=UTC),
    )


@pytest.fixture
def cabut_url(dokumen) -> str:
    return reverse("admin:inti_dokumenterbit_cabut", args=[dokumen.pk])


def _isi(klien, url: str) -> str:
    return klien.get(url).content.decode()


def test_it_is_found_by_its_code_in_any_writing_and_by_its_holder(pemeran, masuk, dokumen):
    klien = masuk(pemeran.pengelola_instansi)
    daftar = alamat(DokumenTerbit, "changelist")
    for kata in (dokumen.kode, dokumen.kode.lower().replace("-", ""), "wulan"):
        assert "Piagam Penghargaan" in _isi(klien, f"{daftar}?q={kata}"), kata
    assert "Piagam Penghargaan" not in _isi(klien, f"{daftar}?q=budi")


@pytest.mark.parametrize(
    ("keadaan", "ada"), [("berlaku", True), ("dicabut", False), ("digantikan", False), ("asal", True)]
)
def test_the_list_is_filtered_by_state(pemeran, masuk, dokumen, keadaan, ada):
    isi = _isi(masuk(pemeran.auditor), f"{alamat(DokumenTerbit, 'changelist')}?keadaan={keadaan}")
    assert (dokumen.kode in isi) is ada


def test_its_record_says_what_the_public_page_says(pemeran, masuk, dokumen):
    isi = _isi(masuk(pemeran.auditor), alamat(DokumenTerbit, "change", dokumen.pk))
    for satu in (dokumen.kode, dokumen.sidik, dokumen.tautan, "Instansi: Pemerintah Kabupaten Asri Mulya"):
        assert satu in isi
    assert "Cabut dokumen" not in isi  # the auditor only reads


def test_the_personnel_unit_revokes_it_and_everybody_can_read_why(pemeran, masuk, client, dokumen, cabut_url):
    klien = masuk(pemeran.pengelola_instansi)
    assert cabut_url in _isi(klien, alamat(DokumenTerbit, "change", dokumen.pk))
    assert "tidak dapat dibatalkan" in _isi(klien, cabut_url)
    jawab = klien.post(cabut_url, {"alasan": ALASAN})
    assert jawab["Location"] == alamat(DokumenTerbit, "change", dokumen.pk)
    dokumen.refresh_from_db()
    assert (dokumen.keadaan, dokumen.alasan_cabut) == ("dicabut", ALASAN)
    assert dokumen.dicabut_oleh == pemeran.pengelola_instansi
    assert LogEntry.objects.get(object_id=str(dokumen.pk)).change_message == "Dicabut"
    assert ALASAN in _isi(client, reverse("verifikasi", args=[dokumen.kode]))
    assert ALASAN in _isi(klien, alamat(DokumenTerbit, "change", dokumen.pk))


@pytest.mark.parametrize("alasan", ["", "   ", "x" * 501])
def test_without_a_usable_reason_it_stays_valid(pemeran, masuk, dokumen, cabut_url, alasan):
    jawab = masuk(pemeran.pengelola_instansi).post(cabut_url, {"alasan": alasan})
    assert jawab.status_code == 200
    assert 'role="alert"' in jawab.content.decode()
    dokumen.refresh_from_db()
    assert dokumen.keadaan == "berlaku"


def test_a_second_time_is_refused_with_a_sentence(pemeran, masuk, dokumen, cabut_url):
    klien = masuk(pemeran.pengelola_instansi)
    klien.post(cabut_url, {"alasan": ALASAN})
    assert "tidak ada yang perlu dicabut" in _isi(klien, cabut_url)
    jawab = klien.post(cabut_url, {"alasan": "Lain"}, follow=True)
    assert "Dokumen ini sudah tidak berlaku." in jawab.content.decode()
    dokumen.refresh_from_db()
    assert dokumen.alasan_cabut == ALASAN


def test_one_that_was_replaced_shows_its_successor_and_cannot_be_revoked(pemeran, masuk, dokumen, cabut_url):
    baru = gantikan(dokumen=dokumen, data={**PIAGAM, "nomor": "2"}, oleh=None)
    isi = _isi(masuk(pemeran.pengelola_instansi), alamat(DokumenTerbit, "change", dokumen.pk))
    assert baru.kode in isi
    assert cabut_url not in isi


@pytest.mark.parametrize(
    ("nama", "kode"),
    [("auditor", 403), ("pengelola_opd", 404), ("admin_sistem", 404), ("ratna", 302), ("pimpinan", 302)],
)
def test_nobody_else_revokes(pemeran, masuk, dokumen, cabut_url, nama, kode):
    klien = masuk(getattr(pemeran, nama))
    for jawab in (klien.get(cabut_url), klien.post(cabut_url, {"alasan": ALASAN})):
        assert jawab.status_code == kode
    dokumen.refresh_from_db()
    assert dokumen.keadaan == "berlaku"


def test_an_unknown_one_is_not_found(pemeran, masuk, dokumen):
    tiada = reverse("admin:inti_dokumenterbit_cabut", args=["00000000-0000-0000-0000-000000000000"])
    assert masuk(pemeran.pengelola_instansi).get(tiada).status_code == 404
