"""Who assesses whom."""

from datetime import date

from pegawai.enums import JenisPenempatan, SumberAtasan
from pegawai.models import Atasan, AtasanKhusus, Penempatan
from pegawai.services.atasan import segarkan


def _atasan(pegawai):
    return Atasan.objects.get(pegawai=pegawai)


def test_member_is_assessed_by_the_head_of_the_unit_and_the_head_by_the_head_above(pemeran):
    assert _atasan(pemeran.ratna).penilai == pemeran.kabid
    assert _atasan(pemeran.ratna).atasan_penilai == pemeran.kadis
    assert _atasan(pemeran.kabid).penilai == pemeran.kadis
    assert _atasan(pemeran.kadis).penilai == pemeran.bupati
    assert _atasan(pemeran.kadis).atasan_penilai is None


def test_the_top_of_the_tree_has_no_assessor(pemeran):
    assert _atasan(pemeran.bupati).penilai is None


def test_a_unit_without_head_falls_to_the_next_head_above(pemeran):
    Penempatan.objects.filter(pegawai=pemeran.kabid).update(selesai=date(2026, 1, 1))
    segarkan(pada=date(2026, 2, 1))
    assert _atasan(pemeran.ratna).penilai == pemeran.kadis
    assert not Atasan.objects.filter(pegawai=pemeran.kabid).exists()


def test_an_acting_head_assesses_while_the_post_is_vacant(pemeran):
    lama = Penempatan.objects.get(pegawai=pemeran.kabid)
    Penempatan.objects.filter(pk=lama.pk).update(selesai=date(2026, 1, 1))
    Penempatan.objects.create(
        pegawai=pemeran.sari,
        unit=lama.unit,
        jabatan=lama.jabatan,
        jenis=JenisPenempatan.PLT,
        kepala=True,
        mulai=date(2026, 1, 2),
    )
    segarkan(pada=date(2026, 2, 1))
    assert _atasan(pemeran.ratna).penilai == pemeran.sari
    assert _atasan(pemeran.sari).penilai == pemeran.kadis


def test_a_dated_override_wins_while_it_lasts(pemeran):
    AtasanKhusus.objects.create(
        pegawai=pemeran.ratna,
        penilai=pemeran.kadis,
        mulai=date(2026, 3, 1),
        selesai=date(2026, 3, 31),
        dasar="SK 1",
    )
    segarkan(pada=date(2026, 3, 31))
    assert (_atasan(pemeran.ratna).penilai, _atasan(pemeran.ratna).sumber) == (
        pemeran.kadis,
        SumberAtasan.KHUSUS,
    )
    segarkan(pada=date(2026, 4, 1))
    assert (_atasan(pemeran.ratna).penilai, _atasan(pemeran.ratna).sumber) == (
        pemeran.kabid,
        SumberAtasan.POHON,
    )


def test_running_twice_changes_nothing(pemeran):
    assert segarkan() == 0
