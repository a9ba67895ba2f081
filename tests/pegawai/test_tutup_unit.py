"""Closing a unit by a date: who is in the way, moving them, opening again."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from pegawai.models import Atasan, Penempatan, UnitKerja
from pegawai.services.tutup_unit import TutupDitolak, buka_unit, penghalang, pindahkan_semua, tutup_unit
from tests.pemeran import _unit

HARI = timezone.localdate()
LUSA = HARI + timedelta(days=2)


def unit(awal):
    return UnitKerja.objects.get(nama__startswith=awal)


def tutup(awal, pada=HARI):
    return tutup_unit(unit=unit(awal), ditutup=pada, dasar="Perbup 9", oleh=None)


def ditolak(pesan, *isi, **lain):
    with pytest.raises(TutupDitolak, match=pesan):
        tutup(*isi, **lain)


def test_people_units_and_plans_are_in_the_way_or_named(pemeran, buat_skp):
    buat_skp(pemeran.ratna)
    bidang = penghalang(unit=unit("Bidang"), pada=HARI)
    assert (bidang.orang[0].pegawai.nama, bidang.banyak_orang) == ("Budi Santoso", 3)
    assert (bidang.bebas, bidang.berjalan) == (False, [("SKP", 1)])
    atas = penghalang(unit=unit("Dinas Kependudukan"), pada=HARI)
    assert [u.nama for u in atas.anak] == ["Bidang Pencatatan Sipil"]
    assert ("penugasan peran", 1) in atas.berjalan


def test_refused_until_it_is_free_then_closed_on_a_day_to_come(pemeran):
    ditolak("Masih ada pegawai", "Bidang")
    ditolak("Puncak", "Pemerintah")
    ditolak("baru dibuka", "Bidang", date(2016, 1, 1))
    Penempatan.objects.filter(unit=unit("Bidang")).update(selesai=LUSA - timedelta(days=1))
    ditolak("Masih ada pegawai", "Bidang")  # today they are still there
    assert tutup("Bidang", LUSA).ditutup == LUSA
    ditolak("sudah ditutup pada tanggal itu", "Bidang", LUSA)
    assert UnitKerja.objects.buka(HARI).filter(nama__startswith="Bidang").exists()
    assert not UnitKerja.objects.buka(LUSA).filter(nama__startswith="Bidang").exists()


def test_a_unit_with_an_open_one_below_is_closed_after_it(pemeran):
    Penempatan.objects.filter(unit__path__startswith=unit("Dinas Kependudukan").path).update(selesai=HARI)
    besok = HARI + timedelta(days=1)
    ditolak("unit-unit di bawahnya", "Dinas Kependudukan", besok)
    tutup("Bidang", besok)
    tutup("Dinas Kependudukan", besok)
    with pytest.raises(TutupDitolak, match="buka dahulu unit itu"):
        buka_unit(unit=unit("Bidang"), dasar="x", oleh=None)
    buka_unit(unit=unit("Dinas Kependudukan"), dasar="x", oleh=None)
    assert buka_unit(unit=unit("Bidang"), dasar="x", oleh=None).ditutup is None
    with pytest.raises(TutupDitolak, match="tidak ditutup"):
        buka_unit(unit=unit("Bidang"), dasar="x", oleh=None)


def test_everybody_moves_in_his_post_and_nobody_leads_the_other_unit(pemeran):
    jumlah = pindahkan_semua(
        unit=unit("Bidang"), tujuan=unit("Dinas Kependudukan"), mulai=HARI, dasar="Perbup", oleh=None
    )
    assert jumlah == 3
    budi = Penempatan.objects.filter(pegawai=pemeran.kabid).order_by("mulai")
    assert [(p.unit.nama[:6], p.kepala, p.selesai) for p in budi] == [
        ("Bidang", True, HARI - timedelta(days=1)),
        ("Dinas ", False, None),
    ]
    assert budi[0].jabatan_id == budi[1].jabatan_id
    assert Atasan.objects.get(pegawai=pemeran.ratna).penilai_id == pemeran.kadis.pk
    assert penghalang(unit=unit("Bidang"), pada=HARI).bebas
    assert tutup("Bidang").ditutup == HARI


def test_who_comes_later_and_acting_duty_are_dealt_with_too(pemeran):
    bidang, jabatan = unit("Bidang"), Penempatan.objects.get(pegawai=pemeran.kabid).jabatan
    Penempatan.objects.filter(pegawai=pemeran.kabid).update(selesai=HARI - timedelta(days=5))
    Penempatan.objects.create(
        pegawai=pemeran.sari, unit=bidang, jabatan=jabatan, jenis="plt", kepala=True,
        mulai=HARI - timedelta(days=4), selesai=HARI + timedelta(days=30),
    )  # fmt: skip
    nanti = Penempatan.objects.create(
        pegawai=pemeran.kabid, unit=bidang, jabatan=jabatan, kepala=True, mulai=HARI + timedelta(days=40)
    )
    pindahkan_semua(unit=bidang, tujuan=unit("Dinas Kependudukan"), mulai=HARI, dasar="x", oleh=None)
    nanti.refresh_from_db()
    assert (nanti.unit.nama[:5], nanti.kepala, nanti.mulai) == ("Dinas", False, HARI + timedelta(days=40))
    assert Penempatan.objects.get(jenis="plt").selesai == HARI - timedelta(days=1)
    assert penghalang(unit=bidang, pada=HARI).bebas


@pytest.mark.parametrize(("ke", "pesan"), [("Bidang", "unit lain"), ("Dinas Perhubungan", "akan ditutup")])
@pytest.mark.parametrize("hari", [HARI, LUSA])
def test_a_place_to_move_to_is_another_open_unit(hari, ke, pesan, pemeran):
    tujuan = unit(ke)  # as the page read it
    UnitKerja.objects.filter(nama="Dinas Perhubungan").update(ditutup=hari)
    with pytest.raises(TutupDitolak, match=pesan):
        pindahkan_semua(unit=unit("Bidang"), tujuan=tujuan, mulai=HARI, dasar="x", oleh=None)
    UnitKerja.objects.filter(nama="Dinas Perhubungan").update(ditutup=None, dibuka=LUSA)
    with pytest.raises(TutupDitolak, match=pesan.replace("akan ditutup", "tidak buka")):
        pindahkan_semua(unit=unit("Bidang"), tujuan=tujuan, mulai=HARI, dasar="x", oleh=None)


def test_a_unit_that_opens_later_is_not_there_yet(pemeran):
    satu = _unit(unit("Dinas Perhubungan"), "Bidang Baru", "bidang")
    UnitKerja.objects.filter(pk=satu.pk).update(dibuka=LUSA)
    assert not UnitKerja.objects.buka(HARI).filter(pk=satu.pk).exists()
