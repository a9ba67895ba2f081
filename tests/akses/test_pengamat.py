"""Who looked at sensitive records: once an hour, never the assessors of a result, never in the way of the page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from akses.models import CatatanLihat
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from tests.admin.bantuan import alamat
from tests.pemeran import buat_tahun, buka_periode
from tests.penghargaan.objek import objek_tindak_lanjut

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


def tercatat():
    semua = CatatanLihat.objects.select_related("oleh__pegawai", "pegawai").order_by("id")
    return [(c.oleh.get_full_name(), c.pegawai.nama, c.jenis) for c in semua]


@pytest.fixture
def evaluasi(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna)
    return EvaluasiPeriodik.objects.create(
        skp=skp, periode=buka_periode(skp.siklus.periode.get(nomor=4)), pegawai=skp.pegawai, unit=skp.unit,
        penilai=skp.penilai, atasan_penilai=skp.atasan_penilai, status="diajukan",
        diajukan_pada=timezone.now(),
    )  # fmt: skip


def test_private_data_are_written_down_once_an_hour_with_the_page(pemeran, masuk):
    klien = masuk(pemeran.pengelola_opd)
    halaman = alamat(type(pemeran.ratna), "change", pemeran.ratna.pk)
    for _ in range(3):
        assert klien.get(halaman).status_code == 200
    assert tercatat() == [("Dewi Anggraini", "Ratna Wulandari", "data_pribadi")]
    assert CatatanLihat.objects.get().alamat == halaman
    lalu = CatatanLihat.objects.get().jam - timedelta(hours=1)
    CatatanLihat.objects.update(jam=lalu)
    klien.get(halaman)
    assert CatatanLihat.objects.count() == 2


def test_a_page_without_private_data_is_not(pemeran, masuk):
    for klien in (masuk(pemeran.pengelola_opd, hak=False), masuk(pemeran.admin_sistem)):
        klien.get(alamat(type(pemeran.ratna), "change", pemeran.ratna.pk))
    assert tercatat() == []


def test_results_are_written_down_outside_the_chain_of_assessment(pemeran, masuk, evaluasi):
    halaman = reverse("penilaian:hasil", args=[evaluasi.pk])
    for orang in (pemeran.ratna, pemeran.kabid, pemeran.kadis, pemeran.pimpinan, pemeran.auditor):
        assert masuk(orang).get(halaman).status_code == 200
    assert masuk(pemeran.rudi).get(halaman).status_code == 404
    masuk(pemeran.pengelola_instansi).get(alamat(EvaluasiPeriodik, "change", evaluasi.pk))
    assert [nama for nama, _p, jenis in tercatat() if jenis == "hasil"] == [
        "Agus Salim",
        "Lina Marlina",
        "Nurul Aini",
    ]


def test_cases_are_written_down_whoever_else_reads_them(pemeran, masuk, evaluasi):
    setahun = EvaluasiTahunan.objects.create(
        siklus=buat_tahun(2023), skp=evaluasi.skp, pegawai=evaluasi.pegawai, unit=evaluasi.unit,
        penilai=evaluasi.penilai, atasan_penilai=evaluasi.atasan_penilai,
    )  # fmt: skip
    sanksi = objek_tindak_lanjut(pemeran, evaluasi, setahun)["sanksi"]
    for orang in (pemeran.ratna, pemeran.kabid, pemeran.auditor):
        assert masuk(orang).get(reverse("penghargaan:sanksi", args=[sanksi])).status_code == 200
    assert tercatat() == [
        ("Budi Santoso", "Ratna Wulandari", "sanksi"),
        ("Lina Marlina", "Ratna Wulandari", "sanksi"),
    ]


def test_a_note_that_cannot_be_written_does_not_break_the_page(pemeran, masuk):
    klien = masuk(pemeran.pengelola_opd)
    with connection.cursor() as kursor:
        kursor.execute("ALTER TABLE akses_catatanlihat RENAME TO akses_catatanlihat_jauh")
    assert klien.get(alamat(type(pemeran.ratna), "change", pemeran.ratna.pk)).status_code == 200
    with connection.cursor() as kursor:
        kursor.execute("ALTER TABLE akses_catatanlihat_jauh RENAME TO akses_catatanlihat")
    assert tercatat() == []


def test_the_person_and_auditors_read_who_looked(pemeran, masuk):
    masuk(pemeran.pengelola_opd).get(alamat(type(pemeran.ratna), "change", pemeran.ratna.pk))
    isi = masuk(pemeran.ratna).get(reverse("profil")).content.decode()
    assert "Siapa melihat data peka Anda" in isi
    assert "Dewi Anggraini" in isi
    assert "Dewi Anggraini" not in masuk(pemeran.sari).get(reverse("profil")).content.decode()
    daftar = masuk(pemeran.auditor).get(alamat(CatatanLihat, "changelist"), {"jenis__exact": "data_pribadi"})
    assert "Ratna Wulandari" in daftar.content.decode()
    assert masuk(pemeran.pengelola_opd).get(alamat(CatatanLihat, "changelist")).status_code == 403
