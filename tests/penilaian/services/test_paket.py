"""ZIPs of a unit's documents: what is in them, who gets what, and what happens when their maker dies."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from inti.models import DokumenTerbit
from inti.workflow import TransisiDitolak
from pemberitahuan.models import JenisPesan, Pesan
from penilaian.models import PaketDokumen
from penilaian.services import paket as layanan
from penilaian.services.paket import bersihkan_paket, kerjakan, kerjakan_menunggu, minta_paket, ulangi_paket
from penilaian.tasks import bersihkan_paket as tugas_bersihkan
from penilaian.tasks import buat_paket
from tests.penilaian.contoh_dokumen import buat_tahunan, rekaman, teks_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def tahunan(pemeran, buat_skp):
    """Yearly results of Ratna and Sari (assessed by the kabid), the kabid, and a stranger elsewhere."""
    return {n: buat_tahunan(buat_skp(getattr(pemeran, n))) for n in ("ratna", "sari", "kabid", "rudi")}


def _minta(pemeran, siklus, oleh) -> PaketDokumen:
    unit = pemeran.kadis.atasan.unit
    return minta_paket(unit=unit, siklus=siklus, oleh=oleh)


def _arsip(paket) -> zipfile.ZipFile:
    paket.refresh_from_db()
    with paket.berkas.open("rb") as berkas:
        return zipfile.ZipFile(io.BytesIO(berkas.read()))


def test_the_head_gets_the_documents_of_his_own_subtree(tahunan, pemeran, siklus):
    paket = _minta(pemeran, siklus, pemeran.kadis)
    assert (paket.status, paket.banyak) == ("menunggu", 3)
    assert buat_paket() == 6  # he is assessor or superior of all three, so the results forms are his to read
    arsip = _arsip(paket)
    assert arsip.testzip() is None
    nama = arsip.namelist()
    assert len([n for n in nama if "/D.1.1 " in n]) == len([n for n in nama if "/C.1.3 " in n]) == 3
    assert "daftar.csv" in nama
    daftar = arsip.read("daftar.csv").decode("utf-8-sig")
    for dokumen in DokumenTerbit.objects.all():
        assert dokumen.kode in daftar
    assert "PREDIKAT KINERJA PEGAWAI" in teks_pdf(arsip.read(nama[0]))
    assert (paket.status, paket.selesai) == ("siap", 3)
    pesan = Pesan.objects.get(penerima=pemeran.kadis, jenis=JenisPesan.PAKET_SIAP)
    assert pesan.tautan == f"/penilaian/paket/{paket.pk}/"


def test_what_others_wrote_is_left_out_for_the_office_until_it_was_reported(tahunan, pemeran, siklus):
    paket = _minta(pemeran, siklus, pemeran.pengelola_opd)
    tahunan["sari"].dilaporkan_pada = timezone.now()
    tahunan["sari"].save()
    kerjakan_menunggu()
    assert len([n for n in _arsip(paket).namelist() if "/D.1.1 " in n]) == 3
    assert len([n for n in _arsip(paket).namelist() if "/C.1.3 " in n]) == 1


@pytest.mark.parametrize(
    "peran", ["ratna", "sari", "rudi", "kadis_lain", "pengelola_opd_lain", "auditor", "admin_sistem"]
)
def test_nobody_else_may_ask(tahunan, pemeran, siklus, peran):
    with pytest.raises(PermissionDenied):
        _minta(pemeran, siklus, getattr(pemeran, peran))


def test_asking_twice_makes_one_package(tahunan, pemeran, siklus):
    pertama = _minta(pemeran, siklus, pemeran.kadis)
    assert _minta(pemeran, siklus, pemeran.kadis) == pertama
    kerjakan_menunggu()
    assert _minta(pemeran, siklus, pemeran.kadis) != pertama


def test_nothing_to_give_and_far_too_much_are_said(pemeran, siklus, tahunan, monkeypatch):
    with pytest.raises(TransisiDitolak, match="Belum ada"):
        minta_paket(unit=pemeran.pimpinan.atasan.unit, siklus=siklus, oleh=pemeran.pimpinan)
    monkeypatch.setattr(layanan, "EVALUASI_MAKS", 2)
    with pytest.raises(TransisiDitolak, match="paling banyak 2"):
        _minta(pemeran, siklus, pemeran.kadis)


def test_making_twice_gives_the_same_bytes_and_issues_nothing_new(tahunan, pemeran, siklus):
    satu = _minta(pemeran, siklus, pemeran.kadis)
    kerjakan_menunggu()
    dua = ulangi_paket(paket=satu, oleh=pemeran.kadis)
    kerjakan_menunggu()
    satu.refresh_from_db()
    dua.refresh_from_db()
    with satu.berkas.open("rb") as a, dua.berkas.open("rb") as b:
        assert a.read() == b.read()
    assert DokumenTerbit.objects.count() == 6
    assert kerjakan_menunggu() == 0


def test_a_maker_that_died_is_followed_by_another_after_a_silence(tahunan, pemeran, siklus):
    paket = _minta(pemeran, siklus, pemeran.kadis)
    mati = layanan._ambil()
    assert mati == paket
    assert kerjakan_menunggu() == 0  # it may still be alive
    PaketDokumen.objects.update(denyut_pada=timezone.now() - timedelta(minutes=4))
    assert kerjakan_menunggu() == 6
    paket.refresh_from_db()
    assert (paket.status, paket.percobaan) == ("siap", 2)
    assert kerjakan(paket=mati) == 0  # the first one wakes up and finds that it lost its claim
    assert _arsip(paket).testzip() is None


def test_after_three_deaths_it_says_that_it_failed_and_can_be_asked_for_again(tahunan, pemeran, siklus):
    paket = _minta(pemeran, siklus, pemeran.kadis)
    for _ in range(3):
        layanan._ambil()
        PaketDokumen.objects.update(denyut_pada=timezone.now() - timedelta(minutes=4))
    assert kerjakan_menunggu() == 0
    paket.refresh_from_db()
    assert paket.status == "gagal"
    assert ulangi_paket(paket=paket, oleh=pemeran.kadis).status == "menunggu"


def test_a_broken_document_fails_its_package_and_not_the_next(tahunan, pemeran, siklus, caplog):
    rusak = tahunan["sari"]
    rusak.rekaman = {"rusak": True}
    rusak.save()
    paket = _minta(pemeran, siklus, pemeran.kadis)
    lain = minta_paket(unit=pemeran.rudi.atasan.unit, siklus=siklus, oleh=pemeran.kadis_lain)
    kerjakan_menunggu()
    paket.refresh_from_db()
    lain.refresh_from_db()
    assert (paket.status, lain.status) == ("gagal", "siap")


def test_files_are_deleted_after_a_week(tahunan, pemeran, siklus):
    paket = _minta(pemeran, siklus, pemeran.kadis)
    kerjakan_menunggu()
    paket.refresh_from_db()
    jalur = paket.berkas.path
    assert tugas_bersihkan() == 0
    assert bersihkan_paket(kini=timezone.now() + timedelta(days=8)) == 1
    paket.refresh_from_db()
    assert paket.status == "kedaluwarsa"
    import os

    assert not os.path.exists(jalur)


def test_names_cannot_climb_out_of_the_archive(pemeran, buat_skp, siklus):
    from dataclasses import replace

    isi = rekaman()
    isi = replace(isi, pegawai=replace(isi.pegawai, nama="../../etc/passwd", nip=""))
    buat_tahunan(buat_skp(pemeran.ratna), isi=isi)
    buat_tahunan(buat_skp(pemeran.sari), isi=isi)
    paket = _minta(pemeran, siklus, pemeran.kadis)
    kerjakan_menunggu()
    nama = _arsip(paket).namelist()
    assert len(nama) == len(set(nama)) == 5
    assert not [n for n in nama if ".." in n.split("/") or n.startswith("/") or n.count("/") > 1]
