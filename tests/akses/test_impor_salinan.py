"""A tested sheet is read once: its import takes the rows that the test has read, unless they are no longer those."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db.models import F

from akses import impor as layanan
from akses.impor import kerjakan_menunggu, minta_impor, uji_ulang, unggah
from akses.tasks import bersihkan_salinan
from inti import impor as kernel
from pegawai.models import BerkasImpor, Pegawai
from tests.pegawai.berkas_uji import BENAR, KEDUA, csv_dari, xlsx_dari

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def penyimpanan(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def dibaca(monkeypatch):
    """How often a file itself was opened for its rows since then."""
    kali = []
    asli = kernel.buka

    def hitung(sumber):
        kali.append(sumber)
        return asli(sumber)

    monkeypatch.setattr(kernel, "buka", hitung)
    return kali


def teruji(oleh, isi=None):
    satu = unggah(
        jenis="pegawai", berkas=ContentFile(isi or xlsx_dari(BENAR, KEDUA)), nama="x.xlsx", mode="keduanya",
        pilihan={"buat_unit": False, "buat_jabatan": True}, oleh=oleh,
    )  # fmt: skip
    kerjakan_menunggu()
    satu.refresh_from_db()
    assert satu.status == "diuji", (satu.laporan, satu.galat)
    return satu


def salinan(satu):
    return Path(satu.berkas.path + ".baris")


def impor(satu):
    minta_impor(berkas=satu, oleh=satu.diuji_oleh)
    kerjakan_menunggu()
    satu.refresh_from_db()
    return satu.status


def test_the_import_does_not_read_the_sheet_again(pemeran, dibaca, django_capture_on_commit_callbacks):
    satu = teruji(pemeran.pengelola_instansi)
    assert salinan(satu).exists()
    dibaca.clear()
    with django_capture_on_commit_callbacks(execute=True):
        assert impor(satu) == "diimpor"
    assert dibaca == []
    assert (
        Pegawai.objects.get(nip=BENAR["NIP BARU"]).siasn["JENIS PEGAWAI NAMA"] == BENAR["JENIS PEGAWAI NAMA"]
    )
    assert not salinan(satu).exists(), "an imported file needs no copy any more"


def test_a_copy_that_is_gone_or_was_touched_is_not_believed(pemeran, dibaca):
    for rusak in (Path.unlink, lambda s: s.write_bytes(s.read_bytes() + b"x"), lambda s: s.write_bytes(b"")):
        satu = teruji(pemeran.pengelola_instansi)
        rusak(salinan(satu))
        dibaca.clear()
        assert impor(satu) == "diimpor"
        assert len(dibaca) == 1, "the file itself was read"
        BerkasImpor.objects.all().delete()


def test_a_copy_of_another_file_is_not_believed(pemeran, dibaca):
    lain = teruji(pemeran.pengelola_instansi, xlsx_dari(BENAR | {"NAMA": "ORANG LAIN"}))
    satu = teruji(pemeran.pengelola_instansi, xlsx_dari(BENAR))
    salinan(satu).write_bytes(salinan(lain).read_bytes())
    BerkasImpor.objects.filter(pk=satu.pk).update(laporan=satu.laporan | {"salinan": lain.laporan["salinan"]})
    satu.refresh_from_db()
    dibaca.clear()
    assert impor(satu) == "diimpor"
    assert len(dibaca) == 1
    assert Pegawai.objects.get(nip=BENAR["NIP BARU"]).nama == BENAR["NAMA"]


def test_columns_that_are_understood_anew_are_read_anew(pemeran, dibaca, monkeypatch):
    satu = teruji(pemeran.pengelola_instansi)
    monkeypatch.setattr(kernel, "tanda", lambda kolom: "other")
    monkeypatch.setattr("inti.impor_salinan.tanda", lambda kolom: "other")
    dibaca.clear()
    assert impor(satu) == "diimpor"
    assert len(dibaca) == 1


def test_cells_that_could_not_be_kept_are_told_again(pemeran, dibaca):
    """A control character is replaced while the rows are read, and noted there only."""
    isi = xlsx_dari(BENAR, KEDUA | {"NIK": 3201010506880002.0, "PNS ID": ""})
    satu = unggah(
        jenis="pegawai", berkas=ContentFile(isi), nama="x.xlsx", mode="keduanya",
        pilihan={"buat_unit": False, "buat_jabatan": True}, oleh=pemeran.pengelola_instansi,
    )  # fmt: skip
    kerjakan_menunggu()
    satu.refresh_from_db()
    kode = [g["kode"] for g in satu.laporan["galat"]]
    assert "angka_excel" in kode
    dibaca.clear()
    minta_impor(berkas=satu, lewati=True, oleh=pemeran.pengelola_instansi)
    kerjakan_menunggu()
    satu.refresh_from_db()
    assert (satu.status, satu.laporan["jumlah"]["dilewati"], dibaca) == ("diimpor", 1, [])
    assert [g["kode"] for g in satu.laporan["galat"]] == kode


def test_a_csv_is_simply_read_again(pemeran, dibaca):
    satu = teruji(pemeran.pengelola_instansi, csv_dari(BENAR, KEDUA))
    assert not salinan(satu).exists()
    dibaca.clear()
    assert impor(satu) == "diimpor"
    assert len(dibaca) == 1


def test_testing_again_replaces_the_copy(pemeran):
    satu = teruji(pemeran.pengelola_instansi)
    salinan(satu).write_bytes(b"")
    uji_ulang(berkas=satu, oleh=satu.diuji_oleh)
    kerjakan_menunggu()
    satu.refresh_from_db()
    assert layanan.kernel.sidik(salinan(satu)) == satu.laporan["salinan"]
    assert io.BytesIO(salinan(satu).read_bytes()).read(2) == b"PK"


def test_an_import_that_stops_leaves_no_copy(pemeran):
    satu = teruji(pemeran.pengelola_instansi)
    Path(satu.berkas.path).write_bytes(xlsx_dari(KEDUA))
    assert impor(satu) == "gagal"
    assert not salinan(satu).exists()


def test_copies_of_files_that_nobody_imported_are_removed_after_a_week(pemeran, dibaca):
    lama, baru = teruji(pemeran.pengelola_instansi), teruji(pemeran.pengelola_instansi)
    BerkasImpor.objects.filter(pk=lama.pk).update(diuji_pada=F("diuji_pada") - timedelta(days=8))
    assert (bersihkan_salinan(), bersihkan_salinan()) == (1, 0)
    assert (salinan(lama).exists(), salinan(baru).exists()) == (False, True)
    lama.refresh_from_db()
    dibaca.clear()
    assert impor(lama) == "diimpor"
    assert len(dibaca) == 1, "the file itself was read"
