"""The tree: heads, people, vacancies, closed units, branches of the scope."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pegawai.models import Penempatan, UnitKerja
from pegawai.services.atasan import segarkan
from pegawai.services.pohon import cabang, cari_unit, pohon, simpulkan, tanpa_kepala

HARI = timezone.localdate()


def unit(nama):
    return UnitKerja.objects.get(nama__startswith=nama)


def semua():
    return UnitKerja.objects.all()


def nama(simpul):
    return [s.unit.sebutan for s in simpul]


def test_the_top_is_open_and_says_who_leads_and_how_many(pemeran):
    hasil = pohon(dalam=semua(), pada=HARI)
    [puncak] = hasil.puncak
    assert (puncak.kepala.pegawai, puncak.orang, puncak.seluruhnya) == (pemeran.bupati, 1, 13)
    assert nama(puncak.anak) == ["Disdukcapil", "Dishub", "BKPSDM"]
    dukcapil = puncak.anak[0]
    assert (dukcapil.orang, dukcapil.seluruhnya, dukcapil.berbawahan, dukcapil.anak) == (2, 5, True, None)


def test_the_way_to_a_unit_is_opened(pemeran):
    hasil = pohon(dalam=semua(), pada=HARI, buka=unit("Bidang").path)
    assert nama(hasil.puncak[0].anak[0].anak) == ["Bidang Pencatatan Sipil"]
    assert hasil.puncak[0].anak[1].anak is None


def test_a_unit_without_any_head_is_vacant_and_one_with_plt_is_not(pemeran):
    assert hasil_kosong() == ["BKPSDM"]
    tempat = Penempatan.objects.get(pegawai=pemeran.kabid)
    Penempatan.objects.filter(pk=tempat.pk).update(selesai=HARI - timedelta(1))
    assert hasil_kosong() == ["Bidang Pencatatan Sipil", "BKPSDM"]
    Penempatan.objects.create(
        pegawai=pemeran.sari, unit=tempat.unit, jabatan=tempat.jabatan, jenis="plt", kepala=True, mulai=HARI
    )
    assert hasil_kosong() == ["BKPSDM"]
    [satu] = simpulkan([tempat.unit], pada=HARI)
    assert (satu.kepala.pegawai, satu.kepala.jenis, satu.kosong) == (pemeran.sari, "plt", False)


def hasil_kosong():
    segarkan()
    return [u.sebutan for u in tanpa_kepala(dalam=semua(), pada=HARI)]


def test_a_definitive_head_is_named_before_one_who_stands_in(pemeran):
    tempat = Penempatan.objects.get(pegawai=pemeran.kabid)
    Penempatan.objects.create(
        pegawai=pemeran.sari, unit=tempat.unit, jabatan=tempat.jabatan, jenis="plh", kepala=True, mulai=HARI
    )
    assert simpulkan([tempat.unit], pada=HARI)[0].kepala.pegawai == pemeran.kabid


def test_closed_units_are_shown_on_request(pemeran):
    UnitKerja.objects.filter(pk=unit("Dinas Perhubungan").pk).update(ditutup=HARI)
    puncak = unit("Pemerintah")
    assert nama(cabang(dalam=semua(), induk=puncak, pada=HARI, tutup=False)) == ["Disdukcapil", "BKPSDM"]
    terlihat = cabang(dalam=semua(), induk=puncak, pada=HARI, tutup=True)
    assert [s.tutup for s in terlihat] == [False, True, False]
    assert nama(pohon(dalam=semua(), pada=HARI, tutup=True).puncak[0].anak) == nama(terlihat)
    assert [u.nama for u in cari_unit(dalam=semua(), kata="hubung", pada=HARI, tutup=False)] == []
    assert cari_unit(dalam=semua(), kata="hubung", pada=HARI, tutup=True).count() == 1


def test_the_top_of_a_scope_is_its_own_unit_and_the_way_never_leads_out(pemeran):
    dalam = semua().di_bawah(unit("Dinas Kependudukan"))
    hasil = pohon(dalam=dalam, pada=HARI, buka=unit("Dinas Perhubungan").path)
    assert nama(hasil.puncak) == ["Disdukcapil"]
    assert nama(hasil.puncak[0].anak) == ["Bidang Pencatatan Sipil"]
    assert hasil.tanpa_kepala == 0


@pytest.mark.parametrize("kata", ["Disduk", "kependudukan dan"])
def test_a_unit_is_found_by_a_part_of_its_names(kata, pemeran):
    assert cari_unit(dalam=semua(), kata=kata, pada=HARI, tutup=False).get() == unit("Dinas Kependudukan")
