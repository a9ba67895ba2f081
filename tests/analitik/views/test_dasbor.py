"""The dashboard: who sees which units, and numbers that agree with the lists they open."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from analitik.services.dasbor import susun
from analitik.services.kelompok import LABEL_TAHAP
from analitik.services.keputusan import PERKARA
from analitik.services.waktu import daftar_waktu
from pegawai.enums import JenisPenempatan
from pegawai.models import Pegawai, Penempatan, UnitKerja
from penilaian.models import CapaianOrganisasi, EvaluasiPeriodik
from tests.pemeran import buka_periode

KEADAAN = ("terbuka", "terbuka", "diajukan", "disampaikan", "disampaikan")


def _evaluasi(skp, periode, status: str) -> EvaluasiPeriodik:
    nilai = {}
    if status == "disampaikan":
        nilai = {"rating_hasil": 2, "rating_perilaku": 2, "predikat": 2, "disampaikan_pada": timezone.now()}
    if status == "diajukan":
        nilai = {"diajukan_pada": timezone.now()}
    return EvaluasiPeriodik.objects.create(
        skp=skp, periode=periode, pegawai=skp.pegawai, unit=skp.unit, penilai=skp.penilai,
        atasan_penilai=skp.atasan_penilai, status=status, **nilai,
    )  # fmt: skip


@pytest.fixture
def periode(pemeran, siklus, buat_skp):
    """The fourth quarter, open; in the civil registry five people in the states of KEADAAN."""
    periode = buka_periode(siklus.periode.get(nomor=4))
    orang = [pemeran.ratna, pemeran.sari, pemeran.kabid, pemeran.pengelola_opd, pemeran.rudi]
    for satu, status in zip(orang, KEADAAN, strict=True):
        _evaluasi(buat_skp(satu, isi=False), periode, status)
    return periode


def _unit(nama: str) -> UnitKerja:
    return UnitKerja.objects.get(nama__startswith=nama)


@pytest.mark.parametrize(
    ("siapa", "tujuan"),
    [
        ("bupati", "Pemerintah Kabupaten"),
        ("kadis", "Dinas Kependudukan"),
        ("kabid", "Bidang Pencatatan"),
        ("kadis_lain", "Dinas Perhubungan"),
        ("pengelola_opd", "Dinas Kependudukan"),
        ("pengelola_instansi", "Pemerintah Kabupaten"),
        ("pimpinan", "Pemerintah Kabupaten"),
        ("auditor", "Pemerintah Kabupaten"),
    ],
)
def test_everybody_lands_on_the_highest_unit_he_may_see(pemeran, masuk, periode, siapa, tujuan):
    jawaban = masuk(getattr(pemeran, siapa)).get(reverse("analitik:awal"))
    assert jawaban.headers["Location"] == reverse("analitik:unit", args=[_unit(tujuan).pk])


@pytest.mark.parametrize("siapa", ["ratna", "sari", "rudi", "admin_sistem"])
def test_who_leads_and_manages_nothing_has_no_dashboard(pemeran, masuk, periode, siapa):
    assert masuk(getattr(pemeran, siapa)).get("/dasbor/").status_code == 404


def test_a_head_sees_below_himself_and_not_above_or_beside(pemeran, masuk, periode):
    klien = masuk(pemeran.kadis)
    hasil = {
        nama: klien.get(reverse("analitik:unit", args=[_unit(nama).pk])).status_code
        for nama in ("Dinas Kependudukan", "Bidang Pencatatan", "Dinas Perhubungan", "Pemerintah")
    }
    assert hasil == {
        "Dinas Kependudukan": 200, "Bidang Pencatatan": 200, "Dinas Perhubungan": 404, "Pemerintah": 404,
    }  # fmt: skip


def test_an_acting_head_sees_the_unit_he_leads_for_the_time(pemeran, masuk, periode):
    Penempatan.objects.create(
        pegawai=pemeran.rudi, unit=_unit("Bidang Pencatatan"), jabatan=pemeran.kabid.atasan.penempatan.jabatan,
        jenis=JenisPenempatan.PLT, kepala=True, mulai="2026-01-01",
    )  # fmt: skip
    jawaban = masuk(pemeran.rudi).get("/dasbor/")
    assert jawaban.headers["Location"] == reverse("analitik:unit", args=[_unit("Bidang Pencatatan").pk])


@pytest.mark.parametrize("siapa", ["bupati", "kadis", "pengelola_opd", "auditor"])
def test_every_number_is_the_length_of_the_list_it_opens(pemeran, masuk, periode, siapa):
    klien = masuk(getattr(pemeran, siapa))
    isi = klien.get(klien.get("/dasbor/").headers["Location"]).content.decode()
    tautan = re.findall(r'href="(/dasbor/[^"]+/daftar/[^"]+)"><strong>([\d.]+)<', isi)
    assert tautan
    for alamat, angka in tautan:
        daftar = klien.get(alamat.replace("&amp;", "&"))
        assert len(daftar.context["baris"]) == daftar.context["jumlah"] == int(angka), alamat


def test_the_numbers_are_those_of_the_unit_and_everything_below(pemeran, periode):
    waktu = daftar_waktu(timezone.localdate())
    ini = next(w for w in waktu if w.kunci == str(periode.pk))
    didapat = {
        nama: susun(_unit(nama), ini, waktu).total.tahap
        for nama in ("Pemerintah", "Dinas Kependudukan", "Bidang Pencatatan", "Dinas Perhubungan")
    }
    assert didapat == {
        "Pemerintah": {"pegawai": 2, "penilai": 1, "selesai": 2},
        "Dinas Kependudukan": {"pegawai": 2, "penilai": 1, "selesai": 1},
        "Bidang Pencatatan": {"pegawai": 2, "penilai": 1},
        "Dinas Perhubungan": {"selesai": 1},
    }
    assert set(didapat["Pemerintah"]) <= set(LABEL_TAHAP)


def test_a_distribution_of_fewer_than_five_is_not_shown(pemeran, masuk, periode):
    isi = masuk(pemeran.bupati).get("/dasbor/", follow=True).content.decode()
    assert "Kurang dari 5 hasil" in isi
    assert 'class="p-2"' not in isi


def test_a_head_reads_names_and_states_but_opens_only_what_the_matrix_allows(pemeran, masuk, periode):
    """The regent sees that Rudi has his result; the result itself is for those of the matrix."""
    jawaban = masuk(pemeran.bupati).get(
        reverse("analitik:daftar", args=[_unit("Pemerintah").pk]), {"tahap": "selesai"}
    )
    isi = jawaban.content.decode()
    assert "Rudi Hartono" in isi
    boleh = {e.pegawai.nama for e in jawaban.context["baris"] if e.pk in jawaban.context["boleh"]}
    assert "Rudi Hartono" in boleh  # he is the superior of Rudi's assessor
    lain = masuk(pemeran.kadis).get(
        reverse("analitik:daftar", args=[_unit("Dinas Kependudukan").pk]), {"tahap": "selesai"}
    )
    assert {e.pegawai.nama for e in lain.context["baris"]} == {"Dewi Anggraini"}


@pytest.mark.parametrize("kueri", ["waktu=x", "tahap=lain", "predikat=9", "predikat=abc", "sesudah=%00"])
def test_what_cannot_be_read_in_the_address_is_not_asked_for(pemeran, masuk, periode, kueri):
    unit = _unit("Pemerintah").pk
    klien = masuk(pemeran.bupati)
    assert klien.get(f"/dasbor/{unit}/?{kueri}").status_code in {200, 400}
    assert klien.get(f"/dasbor/{unit}/daftar/?{kueri}").status_code in {200, 400}


def test_without_any_period_it_says_so(pemeran, masuk):
    isi = masuk(pemeran.bupati).get("/dasbor/", follow=True).content.decode()
    assert "Belum ada evaluasi" in isi
    assert masuk(pemeran.bupati).get(f"/dasbor/{_unit('Pemerintah').pk}/daftar/").status_code == 404


def test_the_number_of_queries_does_not_grow_with_people_and_units(
    pemeran, masuk, periode, buat_skp, django_assert_max_num_queries
):
    klien = masuk(pemeran.bupati)
    alamat = reverse("analitik:unit", args=[_unit("Pemerintah").pk])
    klien.get(alamat)
    for orang in Pegawai.objects.exclude(evaluasi__isnull=False).exclude(pk=pemeran.bupati.pk):
        _evaluasi(buat_skp(orang, isi=False), periode, "disampaikan")
    with django_assert_max_num_queries(15):
        assert klien.get(alamat).status_code == 200
    with django_assert_max_num_queries(15):
        assert klien.get(f"{alamat}daftar/").status_code == 200


@pytest.fixture
def menunggu(pemeran, periode, siklus):
    """Two labels that nobody has set, one in the civil registry and one in transport."""
    return [
        CapaianOrganisasi.objects.create(
            siklus=siklus, periode=periode, unit=_unit(nama), kepala=kepala, penetap=pemeran.bupati
        )
        for nama, kepala in (("Dinas Kependudukan", pemeran.kadis), ("Dinas Perhubungan", pemeran.kadis_lain))
    ]


@pytest.mark.parametrize(
    ("siapa", "banyak"), [("bupati", 2), ("pengelola_instansi", 2), ("pengelola_opd", 1)]
)
def test_what_waits_for_a_decision_is_counted_and_listed_in_the_own_subtree(
    pemeran, masuk, menunggu, siapa, banyak
):
    klien = masuk(getattr(pemeran, siapa))
    halaman = klien.get("/dasbor/", follow=True)
    assert [(jenis, n) for jenis, _label, n in halaman.context["keputusan"]] == [("label", banyak)]
    daftar = klien.get(reverse("analitik:keputusan", args=[halaman.context["unit"].pk, "label"]))
    assert len(daftar.context["baris"]) == daftar.context["jumlah"] == banyak
    perihal = {(p, siapa): alamat for p, siapa, alamat in daftar.context["baris"]}
    ke = perihal["Disdukcapil · Triwulan IV 2026", "Hj. Maimunah Daeng Tata"]
    assert klien.get(ke).status_code == 200  # each row leads to what it is about


def test_labels_of_a_period_that_has_not_begun_do_not_wait_yet(pemeran, masuk, menunggu, siklus):
    CapaianOrganisasi.objects.update(periode=siklus.periode.get(nomor=3))
    assert masuk(pemeran.bupati).get("/dasbor/", follow=True).context["keputusan"] == []


@pytest.mark.parametrize("jenis", PERKARA)
def test_every_kind_of_decision_has_a_list(pemeran, masuk, periode, jenis):
    alamat = reverse("analitik:keputusan", args=[_unit("Pemerintah").pk, jenis])
    assert masuk(pemeran.pimpinan).get(alamat).status_code == 200


def test_an_unknown_kind_of_decision_is_not_found(pemeran, masuk, periode):
    alamat = reverse("analitik:keputusan", args=[_unit("Pemerintah").pk, "lain"])
    assert masuk(pemeran.pimpinan).get(alamat).status_code == 404
