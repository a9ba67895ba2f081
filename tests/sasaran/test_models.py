"""What the database refuses whatever the program does, and how things are called."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from sasaran.models import SKP, Periode, RencanaHasilKerja, RiwayatSKP


@pytest.mark.parametrize(
    ("status", "ubah", "aturan"),
    [
        ("draf", {"status": "diajukan"}, "skp_diajukan_punya_waktu"),
        ("diajukan", {"status": "disetujui"}, "skp_disetujui_punya_waktu"),
        ("diajukan", {"status": "dikembalikan"}, "skp_dikembalikan_punya_catatan"),
        ("disetujui", {"disetujui_oleh": None}, "skp_disetujui_pada_oleh"),
        ("draf", {"status": "ngawur"}, "skp_status_dikenal"),
        ("draf", {"penilai": F("pegawai")}, "skp_tidak_dinilai_diri"),
        ("draf", {"selesai": F("mulai") - timedelta(days=1)}, "skp_urut"),
    ],
)
def test_an_impossible_plan_is_refused_by_the_database(status, ubah, aturan, pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, status)
    with pytest.raises(IntegrityError, match=aturan), transaction.atomic():
        SKP.objects.filter(pk=skp.pk).update(**ubah)


def test_one_plan_stands_per_post_and_year(pemeran, buat_skp):
    lama = buat_skp(pemeran.ratna)
    with pytest.raises(IntegrityError, match="skp_satu_per_penempatan"), transaction.atomic():
        buat_skp(pemeran.ratna, "draf")
    SKP.objects.filter(pk=lama.pk).update(status="digantikan")
    buat_skp(pemeran.ratna, "draf")
    assert (SKP.objects.count(), SKP.objects.berlaku().count(), SKP.objects.tahun(2026).count()) == (2, 1, 2)


@pytest.mark.parametrize(
    ("ubah", "aturan"),
    [
        ({"target": -1}, "iki_target_wajar"),
        ({"target": 5, "target_maks": 4}, "iki_target_wajar"),
        ({"arah": "miring"}, "iki_arah_dikenal"),
    ],
)
def test_an_impossible_indicator_is_refused_by_the_database(ubah, aturan, pemeran, buat_skp):
    rhk = buat_skp(pemeran.ratna).rhk.first()
    with pytest.raises(IntegrityError, match=aturan), transaction.atomic():
        rhk.indikator.update(**ubah)


def test_a_result_does_not_support_itself(pemeran, buat_skp):
    rhk = buat_skp(pemeran.ratna).rhk.first()
    with pytest.raises(IntegrityError, match="rhk_tidak_mendukung_diri"), transaction.atomic():
        RencanaHasilKerja.objects.filter(pk=rhk.pk).update(mendukung=rhk)


def test_history_is_neither_changed_nor_removed(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna)
    skp.riwayat.create(aksi="ajukan", dari="draf", ke="diajukan", oleh=pemeran.ratna)
    for kerja in (
        lambda: RiwayatSKP.objects.update(catatan="lain"),
        lambda: RiwayatSKP.objects.all().delete(),
    ):
        with pytest.raises(Exception, match="Cannot"), transaction.atomic():
            kerja()
    assert RiwayatSKP.objects.get().catatan == ""


def test_a_period_locks_after_it_was_assessed_and_opens_before(siklus):
    with pytest.raises(IntegrityError, match="periode_tanggal_urut"), transaction.atomic():
        Periode.objects.update(batas_penilaian=F("tutup_evaluasi") + timedelta(days=1))


def test_things_are_called_by_their_words(siklus, pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna)
    rhk = skp.rhk.order_by("urutan").first()
    assert [str(p) for p in siklus.periode.order_by("nomor")] == [
        "Triwulan I 2026",
        "Triwulan II 2026",
        "Triwulan III 2026",
        "Triwulan IV 2026",
    ]
    assert str(rhk) == "Akta kelahiran terbit tepat waktu"
    assert str(rhk.indikator.order_by("urutan").first()) == "Waktu penyelesaian akta kelahiran"
    assert str(skp).startswith("SKP ")
