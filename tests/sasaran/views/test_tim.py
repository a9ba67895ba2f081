"""The team list."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from pegawai.models import Atasan, Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from sasaran.models import SKP
from sasaran.services import baca
from tests.pemeran import buat_tahun

ALAMAT = "/tim/"


@pytest.fixture(autouse=True)
def awal_tahun():
    with time_machine.travel(date(2026, 1, 20), tick=True):
        yield


def isi(jawaban):
    return jawaban.content.decode()


def nama_di(jawaban):
    return [orang.nama for orang in jawaban.context["anggota"]]


@pytest.fixture
def tambah_anggota(pemeran):
    """`tambah_anggota(n)` puts n more people into the unit of Ratna, the first thirty of the same name."""

    def _tambah(n):
        tempat = pemeran.ratna.atasan.penempatan
        baru = Pegawai.objects.bulk_create(
            Pegawai(
                nip=f"19900101202001{nomor:04d}",
                nama="Asep" if nomor < 30 else f"Orang {nomor:03d}",
                jenis="pns",
                jenis_kelamin="L",
            )
            for nomor in range(n)
        )
        Penempatan.objects.bulk_create(
            Penempatan(pegawai=p, unit=tempat.unit, jabatan=tempat.jabatan, mulai=date(2021, 1, 1))
            for p in baru
        )
        segarkan()
        return baru

    return _tambah


def test_the_list_holds_those_whom_i_assess_with_the_state_of_their_plan(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "diajukan")
    jawaban = masuk(pemeran.kabid).get(ALAMAT)
    assert nama_di(jawaban) == ["Ratna Wulandari", "Sari Handayani"]
    halaman = isi(jawaban)
    assert "1 SKP menunggu keputusan Anda." in halaman
    assert "Periksa" in halaman
    assert reverse("sasaran:lihat", args=[skp.pk]) in halaman
    assert "Belum ada" in halaman


def test_the_regent_sees_the_heads_of_department(pemeran, siklus, masuk):
    assert {"Yohanes Lasut", "Zulkifli Harahap"} <= set(nama_di(masuk(pemeran.bupati).get(ALAMAT)))


def test_whoever_assesses_nobody_finds_a_kind_empty_page(pemeran, siklus, masuk):
    assert "Tidak ada anggota tim" in isi(masuk(pemeran.ratna).get(ALAMAT))


def test_before_the_year_is_set_up_the_team_is_shown_without_plans(pemeran, masuk):
    assert nama_di(masuk(pemeran.kabid).get(ALAMAT)) == ["Ratna Wulandari", "Sari Handayani"]


def test_who_left_the_unit_stays_listed_while_the_plan_names_me(pemeran, buat_skp, masuk):
    buat_skp(pemeran.ratna, "diajukan")
    Atasan.objects.filter(pegawai=pemeran.ratna).update(penilai=pemeran.kadis_lain)
    assert nama_di(masuk(pemeran.kabid).get(ALAMAT)) == ["Ratna Wulandari", "Sari Handayani"]


def test_a_replaced_plan_is_not_shown(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "disetujui")
    SKP.objects.filter(pk=skp.pk).update(status="digantikan")
    assert [o.skp_kini for o in masuk(pemeran.kabid).get(ALAMAT).context["anggota"]] == [None, None]


@pytest.mark.parametrize(
    ("status", "nama"),
    [
        ("diajukan", ["Ratna Wulandari"]),
        ("belum", ["Sari Handayani"]),
        ("disetujui", []),
        ("ngawur", ["Ratna Wulandari", "Sari Handayani"]),
    ],
)
def test_the_list_is_filtered_by_status(status, nama, pemeran, buat_skp, masuk):
    buat_skp(pemeran.ratna, "diajukan")
    assert nama_di(masuk(pemeran.kabid).get(ALAMAT, {"status": status})) == nama


def test_the_filters_count_and_leave_out_what_is_empty(pemeran, buat_skp, masuk):
    buat_skp(pemeran.ratna, "diajukan")
    saringan = masuk(pemeran.kabid).get(ALAMAT).context["saringan"]
    assert [(str(s.label), s.jumlah, s.alamat) for s in saringan] == [
        ("Semua", 2, "/tim/"),
        ("Menunggu keputusan", 1, "/tim/?status=diajukan"),
        ("Belum ada SKP", 1, "/tim/?status=belum"),
    ]


# --- other people's teams -------------------------------------------------------------------------------


def test_the_team_of_another_is_open_to_who_may_read_his_plan(pemeran, siklus, masuk):
    boleh = {"kabid", "kadis", "pengelola_instansi", "pengelola_opd", "pimpinan", "auditor"}
    for nama, orang in pemeran.items():
        jawaban = masuk(orang).get(ALAMAT, {"penilai": pemeran.kabid.pk})
        assert jawaban.status_code == (200 if nama in boleh else 404), nama
    jawaban = masuk(pemeran.kadis).get(ALAMAT, {"penilai": pemeran.kabid.pk})
    assert nama_di(jawaban) == ["Ratna Wulandari", "Sari Handayani"]
    assert "Tim Budi Santoso" in isi(jawaban)


def test_a_reader_is_offered_reading_only(pemeran, buat_skp, masuk):
    buat_skp(pemeran.ratna, "diajukan")
    halaman = isi(masuk(pemeran.kadis).get(ALAMAT, {"penilai": pemeran.kabid.pk}))
    assert "Lihat SKP" in halaman
    assert "Periksa" not in halaman


@pytest.mark.parametrize("nilai", ["bukan-uuid", "00000000-0000-0000-0000-000000000000"])
def test_a_person_that_does_not_exist_is_404(nilai, pemeran, siklus, masuk):
    assert masuk(pemeran.kadis).get(ALAMAT, {"penilai": nilai}).status_code == 404


# --- many -----------------------------------------------------------------------------------------------


def test_more_than_fifty_are_paged_by_name_and_key_without_gaps_or_doubles(
    pemeran, siklus, masuk, tambah_anggota
):
    tambah_anggota(118)
    klien, terlihat, tujuan = masuk(pemeran.kabid), [], ALAMAT
    halaman = []
    while tujuan:
        jawaban = klien.get(tujuan)
        halaman.append(nama_di(jawaban))
        terlihat += [o.pk for o in jawaban.context["anggota"]]
        balik, tujuan = jawaban.context["sebelumnya"], jawaban.context["berikutnya"]
    assert [len(h) for h in halaman] == [50, 50, 20]
    assert len(set(terlihat)) == 120
    # and the way back shows the same pages
    jawaban = klien.get(balik)
    assert nama_di(jawaban) == halaman[1]
    jawaban = klien.get(jawaban.context["sebelumnya"])
    assert nama_di(jawaban) == halaman[0]
    assert jawaban.context["sebelumnya"] == ""


def test_paging_keeps_the_filter_and_the_team(pemeran, siklus, masuk, tambah_anggota):
    tambah_anggota(60)
    isian = {"penilai": pemeran.kabid.pk, "status": "belum"}
    tujuan = masuk(pemeran.kadis).get(ALAMAT, isian).context["berikutnya"]
    assert f"penilai={pemeran.kabid.pk}&status=belum&setelah=" in tujuan


@pytest.mark.parametrize("kunci", ["ngawur", "00000000-0000-0000-0000-000000000000"])
def test_a_key_that_leads_nowhere_is_the_first_page(kunci, pemeran, siklus, masuk):
    for arah in ("setelah", "sebelum"):
        assert nama_di(masuk(pemeran.kabid).get(ALAMAT, {arah: kunci})) == [
            "Ratna Wulandari",
            "Sari Handayani",
        ]


def test_a_plan_handed_in_for_another_year_is_found_from_the_list_of_this_year(pemeran, buat_skp, masuk):
    lain = buat_tahun(2027)
    skp = buat_skp(pemeran.ratna, "diajukan")
    SKP.objects.filter(pk=skp.pk).update(siklus=lain, mulai=date(2027, 1, 1), selesai=date(2027, 12, 31))
    klien = masuk(pemeran.kabid)
    halaman = isi(klien.get(ALAMAT))
    assert "1 SKP tahun 2027 menunggu keputusan Anda." in halaman
    assert 'href="/tim/?tahun=2027&amp;status=diajukan"' in halaman
    jawaban = klien.get(f"{ALAMAT}?tahun=2027&status=diajukan")
    assert (jawaban.context["siklus"], nama_di(jawaban)) == (lain, [pemeran.ratna.nama])
    for tahun in ("1999", "x", "²²²²", "99999999999999999999"):
        assert klien.get(ALAMAT, {"tahun": tahun}).context["siklus"].tahun == 2026


def test_the_number_of_queries_does_not_grow_with_the_team(
    pemeran, buat_skp, masuk, tambah_anggota, django_assert_max_num_queries
):
    buat_skp(pemeran.ratna)
    klien = masuk(pemeran.kabid)
    with django_assert_max_num_queries(12) as sedikit:
        klien.get(ALAMAT)
    for orang in tambah_anggota(30):
        buat_skp(orang, "diajukan", isi=False)
    with django_assert_max_num_queries(12) as banyak:
        jawaban = klien.get(ALAMAT)
    assert len(jawaban.context["anggota"]) == 32 <= baca.UKURAN_HALAMAN
    assert len(banyak) == len(sedikit)
