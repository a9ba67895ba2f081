"""Taking an answer: who, when, what; afterwards nobody changes it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from inti.workflow import TransisiDitolak, periksa
from penilaian.aturan.sebaran_rekan import Isi
from penilaian.enums import StatusTugasRekan
from penilaian.models import JawabanRekan, TugasRekan
from penilaian.services.jawaban_rekan import kirim_jawaban
from penilaian.services.segel import PANJANG, buka_segel, muat, segel
from penilaian.workflow import ALUR_TUGAS_REKAN
from tests.penilaian.rekan import KODE, SAAT_JAWAB, SAAT_TUTUP, isi, jawab

# status × move, by hand
PINDAH = {
    ("menunggu", "jawab"): "selesai",
    ("menunggu", "coret"): "dicoret",
    ("menunggu", "tutup"): "ditutup",
    ("selesai", "tutup"): "ditutup",
}


@pytest.fixture
def tugas(tim, waktu) -> TugasRekan:
    """Somebody is asked about Ratna, on a day for answers."""
    waktu.move_to(SAAT_JAWAB)
    return tim.tugas()[0]


@pytest.mark.parametrize("status", StatusTugasRekan.values)
@pytest.mark.parametrize("aksi", ["jawab", "coret", "tutup"])
def test_every_move_from_every_status(status, aksi):
    if (status, aksi) in PINDAH:
        assert periksa(ALUR_TUGAS_REKAN, aksi, status, "alasan").ke == PINDAH[status, aksi]
    else:
        with pytest.raises(TransisiDitolak):
            periksa(ALUR_TUGAS_REKAN, aksi, status, "alasan")


def test_only_who_was_asked_answers(tugas, pemeran, tim):
    for _nama, orang in pemeran.items():  # noqa: PERF102 - the cast is no dict
        if orang.pk != tugas.rekan_id:
            with pytest.raises(PermissionDenied):
                kirim_jawaban(tugas=tugas, oleh=orang, isi=isi())
    kirim_jawaban(tugas=tugas, oleh=tugas.rekan, isi=isi())
    assert JawabanRekan.objects.count() == 1


def test_an_answer_is_given_once(tugas):
    jawab(tugas)
    with pytest.raises(TransisiDitolak):
        jawab(tugas)
    assert JawabanRekan.objects.count() == 1


@pytest.mark.parametrize("saat", [None, SAAT_TUTUP], ids=["too early", "too late"])
def test_answers_are_taken_on_their_days_only(tim, waktu, saat):
    if saat:
        waktu.move_to(saat)
    with pytest.raises(TransisiDitolak):
        jawab(tim.tugas()[0])
    assert not JawabanRekan.objects.exists()


@pytest.mark.parametrize(
    "salah",
    [
        Isi({}),
        Isi({"disiplin": 1}),
        Isi(dict.fromkeys((*KODE, "lain"), 1)),
        Isi(dict.fromkeys(KODE, 5)),
        Isi(dict.fromkeys(KODE, -1)),
        Isi(dict.fromkeys(KODE, 1), "x" * PANJANG),
    ],
)
def test_what_is_no_answer_to_the_questions_is_refused_and_nothing_is_written(tugas, salah):
    with pytest.raises(ValueError, match="not an answer"):
        kirim_jawaban(tugas=tugas, oleh=tugas.rekan, isi=salah)
    tugas.refresh_from_db()
    assert tugas.status == "menunggu"


def test_sealing_hides_even_the_length_and_opens_only_for_the_same_person(tim):
    hasil = tim.hasil().pk
    satu, dua = segel(isi(1), hasil=hasil), segel(isi(4, "p" * 600), hasil=hasil)
    assert len(satu) == len(dua)
    assert b"pppp" not in dua
    assert buka_segel(dua, hasil=hasil) == isi(4, "p" * 600)
    assert buka_segel(dua, hasil=tim.hasil(tim.semua[1]).pk) is None
    assert segel(isi(1), hasil=hasil) != satu
    assert muat(isi(4, "é" * 600))
    assert not muat(isi(4, "😀" * 600))


def test_the_key_may_change_in_the_middle_of_a_period(tim, settings):
    hasil = tim.hasil().pk
    lama = segel(isi(3), hasil=hasil)
    settings.REKAN_KUNCI_LAMA = [settings.REKAN_KUNCI]
    settings.REKAN_KUNCI = "kunci-baru"
    assert buka_segel(lama, hasil=hasil) == isi(3)
    settings.REKAN_KUNCI_LAMA = []
    assert buka_segel(lama, hasil=hasil) is None


def test_what_no_key_opens_is_kept_while_others_answer(tim, tugas, settings):
    jawab(tugas)
    tersegel = bytes(JawabanRekan.objects.get().isi)
    settings.REKAN_KUNCI = "kunci-baru"
    jawab(tim.tugas()[1])
    assert tersegel in {bytes(j.isi) for j in JawabanRekan.objects.all()}


def test_the_database_refuses_a_request_about_oneself_and_striking_out_without_a_reason(tim):
    tugas = tim.tugas()[0]
    for isian in ({"rekan": tim.ratna.pk}, {"status": "dicoret"}, {"alasan": "x"}, {"status": "lain"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            TugasRekan.objects.filter(pk=tugas.pk).update(**isian)
