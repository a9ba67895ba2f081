"""Moving a unit: what is foretold is what happens."""

import pytest
from django.utils import timezone

from akses.models import PenugasanPeran
from pegawai.models import Atasan, AtasanKhusus, Pegawai, Penempatan, UnitKerja
from pegawai.services.atasan import segarkan
from pegawai.services.pindah_unit import PindahDitolak, akibat_pindah, pindahkan_unit

HARI = timezone.localdate()


def unit(awal):
    return UnitKerja.objects.get(nama__startswith=awal)


def pindah(dari, ke, **lain):
    return pindahkan_unit(
        unit=unit(dari), induk=unit(ke), dasar="Perbup 3", pada=HARI, **{"oleh": None} | lain
    )


def penilai():
    return dict(Atasan.objects.values_list("pegawai", "penilai"))


def test_people_come_along_and_the_head_gets_the_head_above_the_new_place(pemeran):
    pindah("Bidang", "Dinas Perhubungan")
    assert unit("Bidang").path.startswith(unit("Dinas Perhubungan").path)
    assert (unit("Dinas Perhubungan").numchild, unit("Dinas Kependudukan").numchild) == (1, 0)
    assert penilai()[pemeran.kabid.pk] == pemeran.kadis_lain.pk
    assert penilai()[pemeran.ratna.pk] == pemeran.kabid.pk


@pytest.mark.parametrize("kosong", [False, True])
def test_the_foretold_assessors_are_those_that_come(kosong, pemeran):
    """With a vacant head of the unit everybody changes, but for the one with an override."""
    if kosong:
        Penempatan.objects.filter(pegawai=pemeran.kabid).update(kepala=False)
    AtasanKhusus.objects.create(pegawai=pemeran.sari, penilai=pemeran.bupati, mulai=HARI, dasar="SK")
    segarkan()
    sebelum = penilai()
    akibat = akibat_pindah(unit=unit("Bidang"), induk=unit("Dinas Perhubungan"), pada=HARI)
    assert penilai() == sebelum
    pindah("Bidang", "Dinas Perhubungan")
    sesudah = penilai()
    berubah = {p: (sebelum[p], sesudah[p]) for p in sebelum if sebelum[p] != sesudah[p]}
    assert {p.pk: (lama.pk, baru.pk) for p, lama, baru in akibat.contoh} == berubah
    assert akibat.berubah == len(berubah) == (2 if kosong else 1)


def test_whoever_leads_the_new_place_too_is_assessed_above_it(pemeran):
    """Budi leads the moved unit and, as Plt, the department it goes to."""
    tempat = Penempatan.objects.get(pegawai=pemeran.kadis_lain)
    Penempatan.objects.filter(pk=tempat.pk).update(kepala=False)
    Penempatan.objects.create(
        pegawai=pemeran.kabid, unit=tempat.unit, jabatan=tempat.jabatan, jenis="plt", kepala=True, mulai=HARI
    )
    segarkan()
    akibat = akibat_pindah(unit=unit("Bidang"), induk=unit("Dinas Perhubungan"), pada=HARI)
    assert [(p, baru) for p, _lama, baru in akibat.contoh] == [(pemeran.kabid, pemeran.bupati)]
    pindah("Bidang", "Dinas Perhubungan")
    assert penilai()[pemeran.kabid.pk] == pemeran.bupati.pk


def test_what_is_recorded_in_the_units_is_counted(pemeran, buat_skp):
    buat_skp(pemeran.ratna)
    PenugasanPeran.objects.create(pegawai=pemeran.sari, peran="pimpinan", unit=unit("Bidang"), mulai=HARI)
    akibat = akibat_pindah(unit=unit("Dinas Kependudukan"), induk=unit("Dinas Perhubungan"), pada=HARI)
    assert (akibat.unit, akibat.orang) == (2, 5)
    catatan = {c.nama.lower(): (c.jumlah, c.status) for c in akibat.catatan}
    assert catatan["penempatan"] == (5, [])
    assert catatan["penugasan peran"] == (2, [])
    assert catatan["skp"] == (1, [("Disetujui", 1)])


@pytest.mark.parametrize(
    ("dari", "ke", "kata"),
    [
        ("Pemerintah", "Dinas Perhubungan", "Puncak"),
        ("Dinas Kependudukan", "Bidang", "ke bawah dirinya sendiri"),
        ("Dinas Kependudukan", "Dinas Kependudukan", "ke bawah dirinya sendiri"),
        ("Bidang", "Dinas Kependudukan", "sudah berada"),
        ("Bidang", "Badan", "sudah ditutup"),
    ],
)
def test_a_move_that_makes_no_sense_is_refused(dari, ke, kata, pemeran):
    UnitKerja.objects.filter(pk=unit("Badan").pk).update(ditutup=HARI)
    jalur = unit(dari).path
    with pytest.raises(PindahDitolak, match=kata):
        akibat_pindah(unit=unit(dari), induk=unit(ke), pada=HARI)
    with pytest.raises(PindahDitolak, match=kata):
        pindah(dari, ke)
    assert unit(dari).path == jalur


def test_the_move_is_in_the_history_with_its_reason(pemeran):
    pindah("Bidang", "Dinas Perhubungan", oleh=Pegawai.objects.get(pk=pemeran.pengelola_instansi.pk))
    jejak = unit("Bidang").events.order_by("pgh_id").last()
    assert jejak.path == unit("Bidang").path
    assert jejak.pgh_context.metadata["alasan"] == "Perbup 3"
    assert jejak.pgh_context.metadata["pegawai"] == str(pemeran.pengelola_instansi.pk)
