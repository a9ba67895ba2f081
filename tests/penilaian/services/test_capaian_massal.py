"""A label is due for every unit whose head assesses people; head and setter follow the placements."""

from datetime import date

import pytest

from inti.kalender import Zona
from pegawai.models import Penempatan, UnitKerja
from pegawai.services.atasan import segarkan
from pemberitahuan.models import JenisPesan, Pesan
from penilaian.models import CapaianOrganisasi
from penilaian.services.capaian_massal import isi_capaian, jalankan_capaian

PADA = date(2026, 4, 1)


@pytest.fixture
def baris(pemeran, triwulan):
    """The rows of the quarter, as unit → (head, setter, set by the head himself)."""

    def _isi():
        isi_capaian(siklus=triwulan.siklus, periode=triwulan, pada=PADA)
        semua = CapaianOrganisasi.objects.select_related("unit", "kepala", "penetap")
        return {c.unit.nama: (c.kepala, c.penetap, c.sendiri) for c in semua}

    return _isi


def test_a_row_per_unit_whose_head_assesses_people_set_one_level_above(pemeran, baris):
    p = pemeran
    assert baris() == {
        "Pemerintah Kabupaten Asri Mulya": (p.bupati, p.bupati, True),
        "Dinas Kependudukan dan Pencatatan Sipil": (p.kadis, p.bupati, False),
        "Bidang Pencatatan Sipil": (p.kabid, p.kadis, False),
        "Dinas Perhubungan": (p.kadis_lain, p.bupati, False),
    }  # BKPSDM has no head of its own


def test_running_twice_changes_nothing_and_tells_once(pemeran, triwulan):
    assert isi_capaian(siklus=triwulan.siklus, periode=triwulan, pada=PADA) == 4
    assert isi_capaian(siklus=triwulan.siklus, periode=triwulan, pada=PADA) == 0
    pesan = Pesan.objects.filter(jenis=JenisPesan.CAPAIAN_MENUNGGU)
    assert {m.penerima: m.data["jumlah"] for m in pesan} == {pemeran.bupati: 3, pemeran.kadis: 1}


def test_a_new_head_is_followed(pemeran, baris):
    baris()
    bidang = Penempatan.objects.get(pegawai=pemeran.kabid)
    bidang.kepala = False
    bidang.save()
    sari = Penempatan.objects.get(pegawai=pemeran.sari)
    sari.kepala = True
    sari.save()
    segarkan(pada=PADA)
    assert baris()["Bidang Pencatatan Sipil"] == (pemeran.sari, pemeran.kadis, False)


def test_the_label_of_a_unit_under_plt_is_set_above_that_unit(pemeran, baris):
    Penempatan.objects.filter(pegawai=pemeran.kadis_lain).update(kepala=False)
    dishub = UnitKerja.objects.get(singkatan="Dishub")
    jabatan = Penempatan.objects.get(pegawai=pemeran.kadis_lain).jabatan
    Penempatan.objects.create(
        pegawai=pemeran.kabid, unit=dishub, jabatan=jabatan, jenis="plt", kepala=True, mulai=date(2026, 2, 1)
    )
    segarkan(pada=PADA)
    assert baris()["Dinas Perhubungan"] == (pemeran.kabid, pemeran.bupati, False)


def test_the_schedule_makes_the_rows_of_open_periods_and_years_only(pemeran, triwulan, siklus):
    assert jalankan_capaian(zona=Zona.WIB, hari=PADA) == 4
    assert jalankan_capaian(zona=Zona.WITA, hari=PADA) == 0
    assert set(CapaianOrganisasi.objects.values_list("periode__nomor", "jenis_dasar")) == {
        (1, "luar"),
        (1, "rencana_aksi"),
    }
    siklus.status, siklus.dibuka_pada = "terbuka", triwulan.dibuka_pada
    siklus.save()
    assert jalankan_capaian(zona=Zona.WIB, hari=PADA) == 4
    assert CapaianOrganisasi.objects.filter(periode=None, jenis_dasar="iku").count() == 3
