"""Who assesses whom."""

from datetime import date

from django.db.models import Q

from pegawai.enums import JenisPegawai, JenisPenempatan, KedudukanHukum, SumberAtasan
from pegawai.models import Atasan, AtasanKhusus, Pegawai, Penempatan, TanpaPenilai
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


def _tanpa():
    return set(TanpaPenilai.objects.values_list("pegawai_id", flat=True))


def _dari_asal():
    """The rule itself: an SKP is due, and nobody assesses him."""
    tanpa = Q(atasan__isnull=True) | Q(atasan__penilai__isnull=True)
    return set(Pegawai.objects.wajib_skp().filter(tanpa).values_list("pk", flat=True))


def test_who_has_no_assessor_is_known_after_every_change(pemeran):
    assert _tanpa() == _dari_asal()
    pemeran.ratna.atasan.delete()
    assert pemeran.ratna.pk in _tanpa() == _dari_asal()
    segarkan()
    assert pemeran.ratna.pk not in _tanpa() == _dari_asal()
    Atasan.objects.filter(pegawai__in=[pemeran.ratna, pemeran.kabid]).update(penilai=None)
    assert {pemeran.ratna.pk, pemeran.kabid.pk} <= _tanpa() == _dari_asal()
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(kedudukan_hukum=KedudukanHukum.PENSIUN)
    Pegawai.objects.filter(pk=pemeran.kabid.pk).update(jenis=JenisPegawai.PEJABAT_NEGARA)
    assert not {pemeran.ratna.pk, pemeran.kabid.pk} & _tanpa()
    for kode in KedudukanHukum.values:
        Pegawai.objects.filter(pk=pemeran.ratna.pk).update(kedudukan_hukum=kode)
        assert _tanpa() == _dari_asal(), kode
    Atasan.objects.filter(pegawai=pemeran.ratna).update(penilai=pemeran.kabid)
    assert _tanpa() == _dari_asal()


def test_who_was_added_or_deleted_is_known_when_the_relations_are_counted(pemeran):
    baru = Pegawai.objects.create(nip="199003152015041001", nama="Baru", jenis="pns", jenis_kelamin="P")
    segarkan()
    assert baru.pk in _tanpa() == _dari_asal()
    assert baru in Pegawai.objects.belum_punya_penilai()
    baru.delete()
    segarkan()
    assert _tanpa() == _dari_asal()
