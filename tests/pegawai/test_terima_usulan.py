"""Taking the proposals about who assesses whom."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pegawai.models import Atasan, AtasanKhusus, Pegawai
from pegawai.services.atasan import segarkan
from pegawai.services.terima_usulan import BERUBAH, MENUNGGU, SENGAJA, TANPA_USULAN, terima

HARI = timezone.localdate()


def khusus(pegawai, penilai, mulai=30, **lain):
    satu = AtasanKhusus.objects.create(
        pegawai=pegawai, penilai=penilai, mulai=HARI - timedelta(mulai), dasar="SK 7", **lain
    )
    segarkan()
    return satu


def ambil(usulan, **lain):
    isi = {
        "dalam": Pegawai.objects.all(),
        "massal": False,
        "alasan": "Susunan unit",
        "pada": HARI,
        "oleh": None,
    }
    return terima(usulan={p.pk: k.pk for p, k in usulan.items()}, **isi | lain)


def penilai(pegawai):
    return Atasan.objects.get(pegawai=pegawai).penilai


@pytest.fixture
def pensiun(pemeran):
    """The head of Ratna's unit retired and still sits there."""
    Pegawai.objects.filter(pk=pemeran.kabid.pk).update(kedudukan_hukum="99")
    return pemeran


def test_a_wrong_override_ends_yesterday_and_the_tree_decides_again(pemeran):
    lama = khusus(pemeran.ratna, pemeran.kadis_lain)
    assert ambil({pemeran.ratna: pemeran.kabid}, oleh=pemeran.pengelola_opd).diubah == 1
    lama.refresh_from_db()
    assert lama.selesai == HARI - timedelta(1)
    assert AtasanKhusus.objects.count() == 1
    assert penilai(pemeran.ratna) == pemeran.kabid


def test_the_change_is_in_the_history_with_its_reason_and_author(pemeran):
    lama = khusus(pemeran.ratna, pemeran.kadis_lain)
    ambil({pemeran.ratna: pemeran.kabid}, oleh=pemeran.pengelola_opd)
    jejak = lama.events.order_by("pgh_id").last()
    assert (jejak.pgh_label, jejak.selesai) == ("update", HARI - timedelta(1))
    isi = jejak.pgh_context.metadata
    assert (isi["alasan"], isi["pegawai"]) == ("Susunan unit", str(pemeran.pengelola_opd.pk))


def test_where_the_tree_gives_somebody_who_cannot_assess_an_override_is_written(pensiun):
    hasil = ambil({pensiun.ratna: pensiun.kadis, pensiun.sari: pensiun.kadis}, massal=True)
    assert (hasil.diubah, hasil.dilewati) == (2, [])
    assert {penilai(pensiun.ratna), penilai(pensiun.sari)} == {pensiun.kadis}
    satu = AtasanKhusus.objects.get(pegawai=pensiun.ratna)
    assert (satu.mulai, satu.selesai, satu.dasar) == (HARI, None, "Susunan unit")
    assert ambil({pensiun.ratna: pensiun.kadis}).diubah == 0  # nothing is wrong any more


def test_an_override_written_for_later_keeps_its_time(pensiun):
    khusus(pensiun.ratna, pensiun.kadis_lain, mulai=-10)
    ambil({pensiun.ratna: pensiun.kadis})
    satu = AtasanKhusus.objects.get(pegawai=pensiun.ratna, mulai=HARI)
    assert satu.selesai == HARI + timedelta(9)


def test_an_override_that_began_today_is_changed_in_place(pemeran):
    satu = khusus(pemeran.ratna, pemeran.kadis_lain, mulai=0)
    ambil({pemeran.ratna: pemeran.kabid})
    satu.refresh_from_db()
    assert (satu.penilai, satu.mulai, satu.selesai) == (pemeran.kabid, HARI, None)
    assert penilai(pemeran.ratna) == pemeran.kabid


def test_what_changed_since_the_page_was_opened_is_left(pensiun):
    hasil = ambil({pensiun.ratna: pensiun.bupati})
    assert hasil.diubah == 0
    assert [p.lewati for p in hasil.dilewati] == [BERUBAH]
    assert not AtasanKhusus.objects.exists()


def test_many_at_once_leave_overrides_with_a_basis_to_a_single_decision(pemeran):
    khusus(pemeran.ratna, pemeran.kadis_lain)
    hasil = ambil({pemeran.ratna: pemeran.kabid}, massal=True)
    assert [p.lewati for p in hasil.dilewati] == [SENGAJA]
    assert penilai(pemeran.ratna) == pemeran.kadis_lain


def test_whom_nobody_can_assess_and_who_waits_for_another_are_left(pemeran):
    khusus(pemeran.kadis, pemeran.ratna)
    hasil = ambil({pemeran.ratna: pemeran.kadis, pemeran.kadis: pemeran.bupati}, massal=True)
    assert hasil.diubah == 1
    assert [p.lewati for p in hasil.dilewati] == [MENUNGGU]
    pemeran.bupati.penempatan.update(kepala=False)
    segarkan()
    assert [p.lewati for p in ambil({pemeran.kadis: pemeran.ratna}).dilewati] == [TANPA_USULAN]


def test_people_outside_the_scope_stay_as_they_are(pensiun):
    lain = Pegawai.objects.filter(pk=pensiun.rudi.pk)
    hasil = ambil({pensiun.ratna: pensiun.kadis}, dalam=lain)
    assert (hasil.diubah, hasil.dilewati) == (0, [])
    assert penilai(pensiun.ratna) == pensiun.kabid
