"""Striking out a colleague: by whom, until when, how many; another is drawn; nothing is learnt by trying."""

import pytest
from django.core.exceptions import PermissionDenied

from akses.services import pelaku_dari
from inti.workflow import TransisiDitolak
from penilaian.models import EvaluasiPeriodik, TugasRekan, TugasTentang
from penilaian.services.coret_rekan import coret
from penilaian.services.rekan_baca import diminta_tentang, giliran, tugas_saya
from tests.penilaian.rekan import SAAT_JAWAB, jawab


@pytest.fixture
def tugas(tim) -> list[TugasTentang]:
    """Requests about Ratna, on a day for striking out."""
    return list(TugasTentang.objects.filter(dinilai=tim.ratna).select_related("rekan").order_by("pk"))


def test_the_employee_and_his_assessor_strike_out_and_others_do_not(tim, tugas, pemeran):
    for nama, orang in pemeran.items():
        if nama not in {"ratna", "kabid"}:
            with pytest.raises(PermissionDenied):
                coret(tugas=tugas[0], oleh=orang, alasan="Tidak pernah bekerja bersama.")
    coret(tugas=tugas[0], oleh=tim.ratna, alasan="Tidak pernah bekerja bersama.")
    coret(tugas=tugas[1], oleh=tim.kabid, alasan="Baru pindah.")
    assert TugasRekan.objects.filter(dinilai=tim.ratna, status="dicoret").count() == 2


def test_another_one_of_the_group_takes_his_place(tim, tugas):
    pengganti = coret(tugas=tugas[0], oleh=tim.ratna, alasan=" Tidak pernah bekerja bersama. ")
    assert pengganti in tim.semua
    assert pengganti.pk not in {tim.ratna.pk, *(t.rekan_id for t in tugas)}
    tugas[0].refresh_from_db()
    assert (tugas[0].status, tugas[0].dicoret_oleh, tugas[0].alasan) == (
        "dicoret", tim.ratna, "Tidak pernah bekerja bersama.",
    )  # fmt: skip
    assert len(tim.tugas()) == 7


@pytest.mark.parametrize("alasan", ["", "   "])
def test_not_without_a_reason(tim, tugas, alasan):
    with pytest.raises(TransisiDitolak) as tolak:
        coret(tugas=tugas[0], oleh=tim.ratna, alasan=alasan)
    assert tolak.value.kode == "catatan"


def test_each_side_a_limited_number_so_that_nobody_chooses_his_judges(tim, tugas):
    for satu in tugas[:2]:
        coret(tugas=satu, oleh=tim.ratna, alasan="Alasan")
    with pytest.raises(TransisiDitolak, match="2 rekan"):
        coret(tugas=tugas[2], oleh=tim.ratna, alasan="Alasan")
    coret(tugas=tugas[2], oleh=tim.kabid, alasan="Alasan")


def test_not_once_answers_are_taken_whether_he_has_answered_or_not(tim, tugas, waktu):
    """The same refusal for one who answered and one who did not: trying tells nothing."""
    waktu.move_to(SAAT_JAWAB)
    jawab(tim.tugas()[0])
    kata = set()
    for satu in tim.tugas()[1:3]:
        with pytest.raises(TransisiDitolak) as tolak:
            coret(tugas=TugasTentang.objects.get(pk=satu.pk), oleh=tim.ratna, alasan="Alasan")
        kata.add(str(tolak.value.alasan))
    assert len(kata) == 1


def test_not_when_nobody_is_left_and_too_few_would_remain(tim, tugas):
    tersisa = [tim.ratna.pk, *(t.rekan_id for t in tugas[:5])]
    TugasRekan.objects.filter(pk__in=[t.pk for t in tugas[5:]]).delete()
    EvaluasiPeriodik.objects.exclude(pegawai__in=tersisa).delete()
    with pytest.raises(TransisiDitolak, match="terlalu sedikit"):
        coret(tugas=tugas[0], oleh=tim.ratna, alasan="Alasan")
    assert len(tim.tugas()) == 5


def test_who_is_asked_too_often_already_is_no_replacement(tim, tugas, kebijakan):
    kebijakan.beban_maks = 7  # everybody has seven
    kebijakan.save()
    assert coret(tugas=tugas[0], oleh=tim.ratna, alasan="Alasan") is None
    assert len(tim.tugas()) == 6


def test_who_was_struck_out_never_learns_of_it(tim, tugas, waktu):
    coret(tugas=tugas[0], oleh=tim.ratna, alasan="Rahasia")
    rekan = pelaku_dari(tugas[0].rekan)
    assert tugas[0].pk not in set(tugas_saya(rekan).values_list("pk", flat=True))
    assert giliran(rekan) == []  # nothing can be answered yet
    waktu.move_to(SAAT_JAWAB)
    (kini,) = giliran(rekan)
    assert tim.ratna.pk not in {t.dinilai_id for t in kini.tugas}
    assert kini.sisa == len(kini.tugas) == 6


def test_names_are_for_the_employee_and_his_assessor_not_for_the_superior(tim, pemeran):
    hasil = tim.hasil()
    assert len(diminta_tentang(pelaku_dari(tim.ratna), hasil)) == 7
    assert len(diminta_tentang(pelaku_dari(tim.kabid), hasil)) == 7
    for orang in (pemeran.kadis, pemeran.sari, pemeran.pengelola_instansi, pemeran.auditor):
        assert diminta_tentang(pelaku_dari(orang), hasil) == []
