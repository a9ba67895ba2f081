"""Files added and removed later."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from pelaksanaan.models import BuktiDukung
from pelaksanaan.services.bukti import BUKTI_MAKS, hapus_bukti, tambah_bukti
from tests.pelaksanaan.services.test_laporan import tutup

pytestmark = pytest.mark.django_db


def test_the_same_content_is_attached_once(lapor, foto, pemeran, berkas_di):
    satu = foto()
    laporan = lapor(berkas=[satu, satu])
    assert tambah_bukti(laporan=laporan, berkas=[satu], oleh=pemeran.ratna) == []
    baru = tambah_bukti(laporan=laporan, berkas=[foto("lain.jpg")], oleh=pemeran.ratna)
    assert [b.nama_asli for b in baru] == ["lain.jpg"]
    assert (laporan.bukti.count(), berkas_di()) == (2, 2)


def test_a_report_has_so_many_files_and_no_more(lapor, foto, pemeran, berkas_di):
    laporan = lapor(berkas=[foto() for _ in range(BUKTI_MAKS)])
    with pytest.raises(ValidationError, match="Paling banyak 10 berkas"):
        tambah_bukti(laporan=laporan, berkas=[foto()], oleh=pemeran.ratna)
    assert berkas_di() == BUKTI_MAKS


def test_a_removed_file_leaves_the_store(lapor, foto, pemeran, berkas_di, django_capture_on_commit_callbacks):
    bukti = lapor(berkas=[foto()]).bukti.get()
    with django_capture_on_commit_callbacks() as nanti:
        hapus_bukti(bukti=bukti, oleh=pemeran.ratna)
        assert berkas_di() == 1  # until the row is surely gone
    for laku in nanti:
        laku()
    assert (BuktiDukung.objects.count(), berkas_di()) == (0, 0)


def test_only_the_owner_touches_evidence(lapor, foto, pemeran):
    laporan = lapor(berkas=[foto()])
    for lain in (pemeran.kabid, pemeran.rudi):
        with pytest.raises(PermissionDenied):
            tambah_bukti(laporan=laporan, berkas=[foto()], oleh=lain)
        with pytest.raises(PermissionDenied):
            hapus_bukti(bukti=laporan.bukti.get(), oleh=lain)


def test_evidence_of_a_closed_period_stays(lapor, foto, pemeran, siklus, berkas_di):
    laporan = lapor(berkas=[foto()])
    tutup(siklus, 4)
    with pytest.raises(ValidationError, match="sudah ditutup"):
        tambah_bukti(laporan=laporan, berkas=[foto()], oleh=pemeran.ratna)
    with pytest.raises(ValidationError, match="sudah ditutup"):
        hapus_bukti(bukti=laporan.bukti.get(), oleh=pemeran.ratna)
    assert berkas_di() == 1


def test_a_returned_plan_freezes_its_evidence(lapor, foto, pemeran, skp):
    laporan = lapor(berkas=[foto()])
    type(skp).objects.filter(pk=skp.pk).update(status="dikembalikan", catatan_penilai="Perbaiki.")
    with pytest.raises(ValidationError, match="setelah SKP disetujui"):
        tambah_bukti(laporan=laporan, berkas=[foto()], oleh=pemeran.ratna)
    with pytest.raises(ValidationError, match="setelah SKP disetujui"):
        hapus_bukti(bukti=laporan.bukti.get(), oleh=pemeran.ratna)
