"""Trainings taken elsewhere: recorded, sent back, corrected, accepted; counted once."""

import hashlib
from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File

from inti.workflow import TransisiDitolak
from pelaksanaan.services.berkas import BerkasTerperiksa
from pelatihan.services.luar import IsianLuar, catat, perbaiki, putuskan, tarik
from pemberitahuan.models import Pesan

pytestmark = pytest.mark.django_db
ISIAN = IsianLuar("Kursus isyarat", 11, "Balai Sosial", date(2026, 2, 2), date(2026, 2, 3), 10, "800/1")


@pytest.fixture(autouse=True)
def gudang(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def berkas(isi: bytes = b"%PDF-1.7 a") -> BerkasTerperiksa:
    return BerkasTerperiksa(
        File(BytesIO(isi), name="s.pdf"),
        "s.pdf",
        "application/pdf",
        len(isi),
        hashlib.sha256(isi).hexdigest(),
    )


def test_it_counts_only_after_somebody_checked_it(pemeran, gudang):
    satu = catat(pegawai=pemeran.ratna, oleh=pemeran.ratna, isian=ISIAN, berkas=berkas())
    assert satu.status == "diajukan"
    assert len([f for f in gudang.rglob("*") if f.is_file()]) == 1
    satu = putuskan(luar=satu, aksi="kembalikan", oleh=pemeran.pengelola_instansi, catatan="Buram")
    assert (satu.status, satu.catatan) == ("dikembalikan", "Buram")
    satu = perbaiki(luar=satu, oleh=pemeran.ratna, isian=ISIAN, berkas=None)
    satu = putuskan(luar=satu, aksi="terima", oleh=pemeran.pengelola_instansi)
    assert satu.status == "diterima"
    assert Pesan.objects.filter(penerima=pemeran.ratna, jenis="pelatihan_luar").count() == 2


def test_a_corrected_file_replaces_the_old_one(pemeran, gudang, django_capture_on_commit_callbacks):
    satu = catat(pegawai=pemeran.ratna, oleh=pemeran.ratna, isian=ISIAN, berkas=berkas())
    satu = putuskan(luar=satu, aksi="kembalikan", oleh=pemeran.pengelola_instansi, catatan="Buram")
    with django_capture_on_commit_callbacks(execute=True):
        perbaiki(luar=satu, oleh=pemeran.ratna, isian=ISIAN, berkas=berkas(b"%PDF-1.7 b"))
    assert [f.read_bytes() for f in gudang.rglob("*") if f.is_file()] == [b"%PDF-1.7 b"]


def test_the_same_certificate_counts_once_and_leaves_no_file(pemeran, gudang):
    pertama = catat(pegawai=pemeran.ratna, oleh=pemeran.ratna, isian=ISIAN, berkas=berkas())
    with pytest.raises(ValidationError, match="sudah pernah"):
        catat(pegawai=pemeran.ratna, oleh=pemeran.ratna, isian=ISIAN, berkas=berkas())
    assert len([f for f in gudang.rglob("*") if f.is_file()]) == 1
    tarik(luar=pertama, oleh=pemeran.ratna)
    assert catat(pegawai=pemeran.ratna, oleh=pemeran.ratna, isian=ISIAN, berkas=berkas()).pk
    assert catat(pegawai=pemeran.sari, oleh=pemeran.sari, isian=ISIAN, berkas=berkas()).pk


def test_nobody_records_for_others_or_checks_his_own(pemeran):
    with pytest.raises(PermissionDenied):
        catat(pegawai=pemeran.ratna, oleh=pemeran.kabid, isian=ISIAN, berkas=berkas())
    hr = pemeran.pengelola_instansi
    milik = catat(pegawai=hr, oleh=hr, isian=ISIAN, berkas=berkas())
    with pytest.raises(TransisiDitolak, match="orang lain"):
        putuskan(luar=milik, aksi="terima", oleh=hr)


def test_what_was_accepted_is_not_withdrawn(pemeran):
    satu = catat(pegawai=pemeran.ratna, oleh=pemeran.ratna, isian=ISIAN, berkas=berkas())
    satu = putuskan(luar=satu, aksi="terima", oleh=pemeran.pengelola_instansi)
    with pytest.raises(TransisiDitolak):
        tarik(luar=satu, oleh=pemeran.ratna)
