"""Home: what must I do now, in a fixed number of queries."""

import gzip
import re
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from akses.enums import Peran
from akses.models import Akun, PenugasanPeran
from pegawai.enums import JenisPegawai
from pegawai.models import Jabatan, Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from pelaksanaan.services.laporan import simpan_laporan
from pelaksanaan.services.umpan_balik import beri_umpan_balik
from penilaian.models import EvaluasiPeriodik
from sasaran.models import IndikatorKinerjaIndividu
from tests.pemeran import buka_periode

pytestmark = pytest.mark.django_db
BATAS_KUERI = 12
KUERI_PERAN = 2  # what waits for whoever manages awards, and for whoever manages the bonus


@pytest.fixture(autouse=True)
def hari(time_machine):
    """Tuesday 24 November 2026, 09.00 in Jakarta: the fourth quarter is being evaluated."""
    time_machine.move_to("2026-11-24T02:00:00Z", tick=False)


def evaluasi(skp, periode, status="terbuka"):
    kini = timezone.now()
    isi = {}
    if status in {"disampaikan", "diterima"}:
        isi = {"rating_hasil": 2, "rating_perilaku": 2, "predikat": 2, "disampaikan_pada": kini}
    if status == "diterima":
        isi["diterima_pada"] = kini
    if status == "diajukan":
        isi["diajukan_pada"] = kini
    return EvaluasiPeriodik.objects.create(
        skp=skp,
        periode=periode,
        pegawai=skp.pegawai,
        unit=skp.unit,
        penilai=skp.penilai,
        status=status,
        **isi,
    )


@pytest.fixture
def triwulan_iv(siklus):
    return buka_periode(siklus.periode.get(nomor=4))


def anggota_baru(pemeran, banyak):
    """So many more people in the unit of Budi."""
    unit = pemeran.ratna.atasan.unit
    jabatan = Jabatan.objects.get(nama="Pengadministrasi Perkantoran")
    for n in range(banyak):
        orang = Pegawai.objects.create(
            nip=f"19900101201501{1}{n + 500:03d}",
            nama=f"Anggota {n}",
            jenis=JenisPegawai.PNS,
            jenis_kelamin="L",
        )
        Penempatan.objects.create(pegawai=orang, unit=unit, jabatan=jabatan, mulai=date(2021, 1, 1))
    segarkan()
    return list(Pegawai.objects.filter(nama__startswith="Anggota "))


@pytest.mark.parametrize(
    ("jam_utc", "salam"),
    [
        (20, "Selamat malam"),
        (22, "Selamat pagi"),
        (3, "Selamat pagi"),
        (4, "Selamat siang"),
        (8, "Selamat sore"),
    ],
)
def test_the_greeting_follows_the_clock_of_the_unit(masuk, pemeran, siklus, time_machine, jam_utc, salam):
    time_machine.move_to(f"2026-11-24T{jam_utc:02}:30:00Z", tick=False)
    assertContains(masuk(pemeran.ratna).get("/"), f"{salam}, Ratna")


def test_the_greeting_in_the_east_is_two_hours_ahead(masuk, pemeran, siklus):
    unit = pemeran.ratna.atasan.unit
    type(unit).objects.filter(pk=unit.pk).update(zona="WIT")
    assertContains(masuk(pemeran.ratna).get("/"), "Selamat siang, Ratna")  # 02.00 UTC is 11.00 WIT


def test_abbreviations_before_a_name_are_no_name(masuk, pemeran, siklus):
    assertContains(masuk(pemeran.bupati).get("/"), "Selamat pagi, Maimunah")


def test_working_days_left_are_counted_with_the_calendar(masuk, pemeran, buat_skp, triwulan_iv):
    evaluasi(buat_skp(pemeran.ratna), triwulan_iv)
    halaman = masuk(pemeran.ratna).get("/")
    # Wed 25 to Fri 27 Nov, Mon 30 Nov to Fri 4 Dec
    assertContains(halaman, "Paling lambat 4 Desember 2026 23.59 WIB, 8 hari kerja lagi.")
    assertContains(halaman, "Tulis penilaian diri Triwulan IV")
    assertContains(halaman, "2 hasil kerja, kira-kira 8 menit.")
    assertContains(halaman, "Evaluasi triwulan IV")


@pytest.mark.parametrize(
    ("jam", "kata", "mendesak"),
    [
        ("2026-12-04T02:00:00Z", "Paling lambat hari ini, 4 Desember 2026 23.59 WIB.", True),
        ("2026-12-04T17:30:00Z", "Batasnya, 4 Desember 2026 23.59 WIB, sudah lewat.", True),
        ("2026-12-01T02:00:00Z", "3 hari kerja lagi.", True),
        ("2026-11-30T02:00:00Z", "4 hari kerja lagi.", False),
    ],
)
def test_a_near_deadline_calls_for_attention(
    masuk, pemeran, buat_skp, triwulan_iv, time_machine, jam, kata, mendesak
):
    evaluasi(buat_skp(pemeran.ratna), triwulan_iv)
    time_machine.move_to(jam, tick=False)
    halaman = masuk(pemeran.ratna).get("/")
    assertContains(halaman, kata)
    assert ("tanda mendesak" in halaman.content.decode()) is mendesak


@pytest.mark.parametrize(
    ("status", "tugas"),
    [
        (None, "Susun SKP 2026"),
        ("draf", "Lengkapi lalu ajukan SKP 2026"),
        ("dikembalikan", "Catatan penilai: Target terlalu rendah."),
    ],
)
def test_a_plan_that_is_not_yet_there_is_the_first_thing(masuk, pemeran, siklus, buat_skp, status, tugas):
    if status:
        buat_skp(pemeran.ratna, status)
    halaman = masuk(pemeran.ratna).get("/")
    assertContains(halaman, tugas)
    assertNotContains(halaman, "Lapor kemajuan")


@pytest.mark.parametrize("status", ["diajukan", "disetujui"])
def test_nothing_to_do_is_said_kindly(masuk, pemeran, buat_skp, status):
    buat_skp(pemeran.ratna, status)
    assertContains(masuk(pemeran.ratna).get("/"), "Tidak ada yang menunggu Anda")


def test_a_delivered_result_waits_to_be_read(masuk, pemeran, buat_skp, siklus):
    hasil = evaluasi(buat_skp(pemeran.ratna), siklus.periode.get(nomor=3), "disampaikan")
    halaman = masuk(pemeran.ratna).get("/")
    assertContains(halaman, "Baca hasil evaluasi Triwulan III")
    assertContains(halaman, f"/penilaian/{hasil.pk}/")


def test_the_regent_owes_no_plan(masuk, pemeran, triwulan_iv):
    halaman = masuk(pemeran.bupati).get("/")
    assertNotContains(halaman, "Susun SKP")
    assertNotContains(halaman, "Tahapan siklus")
    assertContains(halaman, "Laporan tim")


def test_the_assessor_sees_what_his_team_waits_for(masuk, pemeran, buat_skp, triwulan_iv):
    buat_skp(pemeran.kabid)
    evaluasi(buat_skp(pemeran.ratna), triwulan_iv, "diajukan")
    buat_skp(pemeran.sari, "diajukan")
    halaman = masuk(pemeran.kabid).get("/")
    assertContains(halaman, "Setujui atau kembalikan 1 SKP")
    assertContains(halaman, "Nilai 1 anggota tim, Triwulan IV")
    assertContains(halaman, "1 sudah mengisi penilaian diri, kira-kira 5 menit.")
    assertContains(halaman, "Paling lambat 11 Desember 2026 23.59 WIB")
    assertNotContains(masuk(pemeran.kadis_lain).get("/"), "Nilai 1 anggota tim")


def test_results_feedback_and_the_year_so_far(masuk, pemeran, buat_skp, triwulan_iv, siklus):
    skp = buat_skp(pemeran.ratna)
    desa = IndikatorKinerjaIndividu.objects.select_related("rhk__skp").get(
        rhk__skp=skp, uraian="Desa terlayani"
    )
    for nilai in ("20", "1.5"):
        laporan = simpan_laporan(
            indikator=desa, tanggal=date(2026, 11, 20), realisasi=Decimal(nilai), uraian="Keliling",
            kunci=uuid4(), oleh=pemeran.ratna,
        )  # fmt: skip
    beri_umpan_balik(skp=skp, laporan=laporan, isi="Rute yang bagus.", sifat="positif", oleh=pemeran.kabid)
    evaluasi(skp, siklus.periode.get(nomor=1), "diterima")
    halaman = masuk(pemeran.ratna).get("/")
    assertContains(halaman, '21,5 <span class="lunak">· target setahun 44–48 desa')
    assertContains(halaman, f"/laporan/baru/?indikator={desa.pk}")
    assertContains(halaman, "Rute yang bagus.")
    assertContains(halaman, "Budi Santoso, penilai")
    assertContains(halaman, "2 laporan · 1 umpan balik")
    assertContains(halaman, "Baca 1 kabar baru")
    isi = halaman.content.decode()
    assert re.search(r"Triwulan I</th><td><a [^>]*>.*?Baik", isi, re.S)
    assert isi.count("belum dinilai") == 3
    assert isi.count('class="t4"') == 1


def test_hr_sees_how_far_the_period_is_within_its_scope(masuk, pemeran, buat_skp, triwulan_iv):
    evaluasi(buat_skp(pemeran.ratna), triwulan_iv, "disampaikan")
    evaluasi(buat_skp(pemeran.sari), triwulan_iv)
    evaluasi(buat_skp(pemeran.rudi), triwulan_iv)
    harapan = {
        "pengelola_instansi": "<strong>1</strong> dari 3",
        "pimpinan": "<strong>1</strong> dari 3",
        "auditor": "<strong>1</strong> dari 3",
        "pengelola_opd": "<strong>1</strong> dari 2",
        "pengelola_opd_lain": "<strong>0</strong> dari 1",
    }
    for peran, kata in harapan.items():
        assertContains(masuk(getattr(pemeran, peran)).get("/"), kata)
    for peran in ("ratna", "kabid", "admin_sistem"):
        assertNotContains(masuk(getattr(pemeran, peran)).get("/"), "Kemajuan evaluasi")


def test_the_number_of_queries_is_the_same_for_one_and_for_25_members(
    masuk, pemeran, buat_skp, triwulan_iv, django_assert_num_queries
):
    PenugasanPeran.objects.create(
        pegawai=pemeran.kabid, peran=Peran.PENGELOLA_INSTANSI, mulai=date(2026, 1, 1)
    )
    buat_skp(pemeran.kabid)
    evaluasi(buat_skp(pemeran.ratna), triwulan_iv)
    klien = masuk(pemeran.kabid)  # he assesses and has a role: the most there is to read
    with django_assert_num_queries(BATAS_KUERI + KUERI_PERAN):
        assertContains(klien.get("/"), "Nilai 1 anggota tim")
    for orang in anggota_baru(pemeran, 24):
        evaluasi(buat_skp(orang), triwulan_iv)
    with django_assert_num_queries(BATAS_KUERI + KUERI_PERAN):
        assertContains(klien.get("/"), "Nilai 25 anggota tim")


def test_an_employee_costs_two_queries_less(masuk, pemeran, buat_skp, triwulan_iv, django_assert_num_queries):
    evaluasi(buat_skp(pemeran.ratna), triwulan_iv)
    klien = masuk(pemeran.ratna)
    with django_assert_num_queries(BATAS_KUERI - 2):
        klien.get("/")


def test_last_years_open_period_is_still_a_task_in_january(
    masuk, pemeran, buat_skp, triwulan_iv, time_machine
):
    evaluasi(buat_skp(pemeran.ratna), triwulan_iv)
    time_machine.move_to("2027-01-04T02:00:00Z", tick=False)
    assertContains(masuk(pemeran.ratna).get("/"), "Tulis penilaian diri Triwulan IV")


def test_an_account_without_a_person_gets_a_sensible_page(db):
    akun = Akun.objects.create_user("operator", password="kinerja-demo-uji", wajib_ganti_sandi=False)
    klien = Client()
    klien.force_login(akun, backend="django.contrib.auth.backends.ModelBackend")
    assertContains(klien.get("/"), "belum terhubung dengan data pegawai")


def test_without_any_cycle_home_still_greets(masuk, pemeran):
    assertContains(masuk(pemeran.ratna).get("/"), "Selamat pagi, Ratna")


def test_the_first_visit_weighs_less_than_60_kib(masuk, pemeran, buat_skp, triwulan_iv):
    evaluasi(buat_skp(pemeran.ratna), triwulan_iv)
    isi = masuk(pemeran.ratna).get("/").content
    berkas = set(re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js|svg))"', isi.decode()))
    assert "css/dasar.css" in berkas
    berat = len(gzip.compress(isi))
    for nama in berkas:
        with open(finders.find(nama), "rb") as f:
            berat += len(gzip.compress(f.read()))
    assert berat < 60 * 1024
    assert len(gzip.compress(isi)) < 15 * 1024
