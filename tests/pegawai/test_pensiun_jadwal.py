"""Decrees of retirement: carried out on their day, once; nobody retires without one."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from akses.enums import Peran
from akses.kepegawaian import laksanakan_pensiun, urus_kepegawaian
from akses.models import Akun, PenugasanPeran
from inti.jejak import model_jejak
from pegawai.enums import JenisPensiun, KedudukanHukum
from pegawai.models import Atasan, AtasanKhusus, KeputusanPensiun, Pegawai, Penempatan, RiwayatPangkat
from pegawai.services.pensiun_jadwal import PensiunDitolak, batalkan_keputusan, ditinggal, simpan_keputusan
from sasaran.models import SKP

HARI = timezone.localdate()
KEMARIN, BESOK = HARI - timedelta(days=1), HARI + timedelta(days=1)


def putuskan(pegawai, tmt=HARI, jenis=JenisPensiun.BUP, **lain):
    isi = {"nomor_sk": "888/1", "tanggal_sk": date(2026, 1, 5), "oleh": None}
    return simpan_keputusan(pegawai=pegawai, jenis=jenis, tmt=tmt, **isi | lain)


def keadaan():
    """All that a run may touch."""
    return [
        list(m.objects.order_by("pk").values())
        for m in (Pegawai, Penempatan, PenugasanPeran, Akun, Atasan, AtasanKhusus, KeputusanPensiun)
    ]


def test_on_the_day_the_placement_the_roles_and_the_account_end(pemeran, buat_skp):
    PenugasanPeran.objects.create(pegawai=pemeran.kabid, peran=Peran.AUDITOR, mulai=date(2024, 1, 1))
    AtasanKhusus.objects.create(
        pegawai=pemeran.rudi, penilai=pemeran.kabid, mulai=date(2026, 1, 1), dasar="SK"
    )
    skp = buat_skp(pemeran.kabid)
    putuskan(pemeran.kabid)
    assert laksanakan_pensiun(hari=HARI) == 1
    budi = Pegawai.objects.get(pk=pemeran.kabid.pk)
    assert budi.kedudukan_hukum == KedudukanHukum.PENSIUN
    assert Penempatan.objects.get(pegawai=budi).selesai == KEMARIN
    assert PenugasanPeran.objects.get(pegawai=budi).selesai == KEMARIN
    assert AtasanKhusus.objects.get(penilai=budi).selesai == KEMARIN
    assert not Akun.objects.get(pegawai=budi).is_active
    assert not Atasan.objects.filter(pegawai=budi).exists()
    assert Atasan.objects.get(pegawai=pemeran.ratna).penilai_id == pemeran.kadis.pk  # the head above
    assert SKP.objects.get(pk=skp.pk).status == "disetujui"  # what was, stays
    jejak = model_jejak(Pegawai).objects.filter(pgh_obj=budi).last()
    assert jejak.pgh_context.metadata["aksi"] == "pensiun"


def test_twice_changes_nothing_and_before_the_day_neither(pemeran):
    putuskan(pemeran.kabid, BESOK)
    sebelum = keadaan()
    assert urus_kepegawaian(hari=HARI) == 0
    assert keadaan() == sebelum
    assert urus_kepegawaian(hari=BESOK) == 1
    sesudah = keadaan()
    assert urus_kepegawaian(hari=BESOK) == 0
    assert keadaan() == sesudah


def test_age_alone_retires_nobody(pemeran):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(tanggal_lahir=date(1950, 1, 1))
    assert urus_kepegawaian(hari=HARI) == 0
    assert Penempatan.objects.get(pegawai=pemeran.ratna).selesai is None


@pytest.mark.parametrize(
    ("jenis", "kedudukan"),
    [("bup", "99"), ("permintaan", "88"), ("uzur", "88"), ("penataan", "88"), ("meninggal", "66")],
)
def test_the_position_by_the_kind_of_decree(jenis, kedudukan, pemeran):
    putuskan(pemeran.ratna, jenis=jenis)
    laksanakan_pensiun(hari=HARI)
    assert Pegawai.objects.get(pk=pemeran.ratna.pk).kedudukan_hukum == kedudukan


def test_many_are_carried_out_in_steps_with_the_same_statements(
    pemeran, django_assert_max_num_queries, monkeypatch
):
    for satu in (pemeran.ratna, pemeran.sari, pemeran.rudi):
        putuskan(satu)
    with django_assert_max_num_queries(21):
        assert laksanakan_pensiun(hari=HARI) == 3
    assert not Atasan.objects.filter(pegawai__in=[pemeran.ratna, pemeran.sari, pemeran.rudi]).exists()


def test_a_decree_is_changed_or_taken_back_until_its_day(pemeran):
    putuskan(pemeran.ratna, BESOK)
    satu = putuskan(pemeran.ratna, BESOK + timedelta(days=30), nomor_sk="888/2")
    assert (KeputusanPensiun.objects.count(), satu.nomor_sk) == (1, "888/2")
    batalkan_keputusan(keputusan=satu, alasan="Keliru", oleh=None)
    assert not KeputusanPensiun.objects.exists()
    satu = putuskan(pemeran.ratna)
    laksanakan_pensiun(hari=HARI)
    for ulang in (
        lambda: putuskan(pemeran.ratna),
        lambda: batalkan_keputusan(keputusan=satu, alasan="x", oleh=None),
    ):
        with pytest.raises(PensiunDitolak, match="sudah dilaksanakan"):
            ulang()


def test_whoever_left_or_has_a_later_placement_is_refused(pemeran):
    Pegawai.objects.filter(pk=pemeran.sari.pk).update(kedudukan_hukum=KedudukanHukum.DIBERHENTIKAN)
    with pytest.raises(PensiunDitolak, match="tidak bertugas"):
        putuskan(pemeran.sari)
    Penempatan.objects.filter(pegawai=pemeran.ratna).update(mulai=BESOK)
    with pytest.raises(PensiunDitolak, match="sesudah pensiun"):
        putuskan(pemeran.ratna)


def test_whose_assessor_retires_is_listed(pemeran):
    tim = ditinggal(pemeran.kabid)
    assert (tim.jumlah, [a.pegawai for a in tim.contoh]) == (2, [pemeran.ratna, pemeran.sari])


# --- ranks --------------------------------------------------------------------------------------------------


def test_a_rank_takes_effect_on_its_day_the_newest_alone(pemeran):
    for golongan, tmt in (("III/d", HARI), ("IV/a", BESOK), ("III/b", date(2015, 4, 1))):
        RiwayatPangkat.objects.create(pegawai=pemeran.ratna, golongan=golongan, tmt=tmt)
    RiwayatPangkat.objects.create(pegawai=pemeran.sari, golongan="III/b", tmt=date(2015, 4, 1))
    Pegawai.objects.filter(pk=pemeran.sari.pk).update(tmt_golongan=date(2020, 4, 1))
    assert urus_kepegawaian(hari=HARI) == 1
    pemeran.ratna.refresh_from_db()
    pemeran.sari.refresh_from_db()
    assert (pemeran.ratna.golongan, pemeran.ratna.tmt_golongan) == ("III/d", HARI)
    assert pemeran.sari.golongan == "III/c"
    assert urus_kepegawaian(hari=HARI) == 0
    assert urus_kepegawaian(hari=BESOK) == 1
    pemeran.ratna.refresh_from_db()
    assert pemeran.ratna.golongan == "IV/a"
