"""The end of answering: counted, shown from five on, the rest destroyed; in steps, resumable, twice the same."""

import pytest

from akses.services import pelaku_dari
from penilaian.enums import KeadaanRekan
from penilaian.models import HasilRekan, JawabanRekan, TugasRekan, UndianRekan
from penilaian.services import tutup_rekan as modul
from penilaian.services.hasil_rekan import untuk
from penilaian.services.tutup_rekan import tutup_rekan, undian_yang_perlu_ditutup
from penilaian.services.undian_rekan import undi_periode
from sasaran.models import Periode
from tests.pemeran import buka_periode
from tests.penilaian.rekan import KODE, SAAT_JAWAB, SAAT_TUTUP, jawab, nilai_semua


def menjawab(tim, waktu, *nilai: int) -> None:
    """Colleagues answer about Ratna, one rating each."""
    waktu.move_to(SAAT_JAWAB)
    for n, (tugas, satu) in enumerate(zip(tim.tugas(), nilai, strict=False)):
        jawab(tugas, satu, f"Teks {n}" if n < 2 else "")
    waktu.move_to(SAAT_TUTUP)


def test_five_answers_are_counted_and_shown(tim, waktu):
    menjawab(tim, waktu, 1, 2, 2, 4, 0)
    assert tutup_rekan(undian=tim.undian) == 12
    hasil = tim.hasil()
    assert (hasil.keadaan, hasil.jumlah) == (KeadaanRekan.TAMPIL, 5)
    assert hasil.butir == dict.fromkeys(KODE)  # four real answers: too few for a question
    assert sorted(hasil.teks) == ["Teks 0", "Teks 1"]


def test_counts_per_question(tim, waktu):
    menjawab(tim, waktu, 1, 2, 2, 4, 3, 0)
    tutup_rekan(undian=tim.undian)
    assert tim.hasil().butir == {k: [1, 2, 1, 1, 1] for k in KODE}


def test_four_are_not_shown_and_gone(tim, waktu):
    menjawab(tim, waktu, 1, 1, 1, 1)
    tutup_rekan(undian=tim.undian)
    hasil = tim.hasil()
    assert (hasil.keadaan, hasil.jumlah, hasil.butir, hasil.teks) == (KeadaanRekan.KURANG, None, None, None)
    assert not JawabanRekan.objects.exists()


def test_nothing_is_opened_while_answers_are_taken(tim, waktu):
    waktu.move_to(SAAT_JAWAB)
    jawab(tim.tugas()[0])
    with pytest.raises(ValueError, match="still taken"):
        tutup_rekan(undian=tim.undian)
    assert JawabanRekan.objects.count() == 1
    assert undian_yang_perlu_ditutup(zona="WIB", hari=SAAT_JAWAB.date()) == []


def test_twice_changes_nothing_and_steps_add_up(tim, waktu, monkeypatch):
    monkeypatch.setattr(modul, "PER_LANGKAH", 5)
    menjawab(tim, waktu, 1, 1, 2, 2, 2, 2)
    assert tutup_rekan(undian=tim.undian) == 12
    sekali = HasilRekan.objects.order_by("pk").values()
    assert tutup_rekan(undian=tim.undian) == 0
    assert list(sekali) == list(HasilRekan.objects.order_by("pk").values())
    assert set(TugasRekan.objects.values_list("status", flat=True)) == {"ditutup"}


def test_a_step_that_breaks_off_leaves_the_answers_sealed_for_the_next_run(tim, waktu, monkeypatch):
    menjawab(tim, waktu, 1, 1, 2, 2, 2)
    monkeypatch.setattr(modul, "_RATAKAN", "SELECT 1/0 WHERE %s IS NOT NULL")
    with pytest.raises(Exception, match="division by zero"):
        tutup_rekan(undian=tim.undian)
    monkeypatch.undo()
    assert JawabanRekan.objects.count() == 5
    tutup_rekan(undian=tim.undian)
    assert tim.hasil().jumlah == 5


def test_answers_that_no_key_opens_are_kept_and_said_loudly(tim, waktu, settings, caplog):
    menjawab(tim, waktu, 1, 1, 2, 2, 2)
    lama, settings.REKAN_KUNCI = settings.REKAN_KUNCI, "lain"
    tutup_rekan(undian=tim.undian)
    assert "tidak dapat dibuka" in caplog.text
    assert tim.hasil().keadaan == KeadaanRekan.BERJALAN
    assert JawabanRekan.objects.count() == 5
    settings.REKAN_KUNCI_LAMA = [lama]
    tutup_rekan(undian=tim.undian)
    assert tim.hasil().jumlah == 5


def test_a_second_result_that_could_be_subtracted_from_the_first_is_not_shown(tim, waktu, buat_skp):
    """Five said 2; in the next quarter the same, and one 4 more: whoever came would stand alone."""
    menjawab(tim, waktu, 2, 2, 2, 2, 2)
    tutup_rekan(undian=tim.undian)
    kedua = buka_periode(Periode.objects.select_related("siklus").get(siklus=tim.periode.siklus, nomor=2))
    waktu.move_to("2026-06-15T03:00:00Z")
    skp = tim.semua[0].skp.first()
    assert skp is not None
    _evaluasi(kedua, tim.semua)
    undi_periode(periode=kedua)
    waktu.move_to("2026-07-01T03:00:00Z")
    tugas = TugasRekan.objects.filter(periode=kedua, dinilai=tim.ratna).select_related("rekan")
    for n, satu in enumerate(tugas[:6]):
        jawab(satu, 4 if n == 5 else 2)
    waktu.move_to("2026-07-07T17:01:00Z")
    undian = UndianRekan.objects.select_related("periode__siklus", "kuesioner", "kebijakan").get(
        periode=kedua
    )
    tutup_rekan(undian=undian)
    assert HasilRekan.objects.get(periode=kedua, pegawai=tim.ratna).keadaan == KeadaanRekan.KURANG


def _evaluasi(periode, orang):
    from penilaian.models import EvaluasiPeriodik
    from sasaran.models import SKP

    for skp in SKP.objects.filter(pegawai__in=orang):
        EvaluasiPeriodik.objects.create(
            skp=skp, periode=periode, pegawai_id=skp.pegawai_id, unit_id=skp.unit_id,
            penilai_id=skp.penilai_id, atasan_penilai_id=skp.atasan_penilai_id,
        )  # fmt: skip


def test_the_employee_the_assessor_and_the_superior_read_it_and_nobody_else(tim, waktu, pemeran):
    menjawab(tim, waktu, 1, 2, 2, 4, 3)
    tutup_rekan(undian=tim.undian)
    membaca = {nama for nama, o in pemeran.items() if untuk(pelaku_dari(o), tim.ratna, [tim.periode.pk])}
    assert membaca == {"ratna", "kabid", "kadis"}


def test_what_is_read_is_counts_per_word_of_one_period_in_constant_queries(
    tim, waktu, django_assert_max_num_queries
):
    menjawab(tim, waktu, 1, 2, 2, 4, 3)
    tutup_rekan(undian=tim.undian)
    pelaku = pelaku_dari(tim.kabid)
    with django_assert_max_num_queries(3):
        (hasil,) = untuk(pelaku, tim.ratna, [tim.periode.pk])
    assert (hasil.tampil, hasil.jumlah, hasil.periode) == (True, 5, tim.periode)
    disiplin = hasil.butir[0]
    assert (disiplin.nama, disiplin.nilai) == ("Disiplin", ["Akuntabel", "Loyal"])
    assert [(b.label, b.jumlah, b.persen) for b in disiplin.baris] == [
        ("Selalu", 1, 20), ("Sering", 2, 40), ("Kadang-kadang", 1, 20), ("Jarang", 1, 20), ("Belum cukup tahu", 0, 0),
    ]  # fmt: skip


def test_before_the_end_it_says_only_that_it_runs(tim, waktu):
    waktu.move_to(SAAT_JAWAB)
    for tugas in tim.tugas():
        jawab(tugas)
    (hasil,) = untuk(pelaku_dari(tim.ratna), tim.ratna, [tim.periode.pk])
    assert (hasil.keadaan, hasil.jumlah, hasil.butir, hasil.teks) == ("berjalan", 0, [], [])


def test_a_group_that_is_too_small_is_said_so(pemeran, siklus, buat_skp, kebijakan, waktu):
    periode = buka_periode(Periode.objects.select_related("siklus").get(siklus=siklus, nomor=1))
    nilai_semua(periode, [pemeran.ratna, pemeran.sari], buat_skp)
    assert undi_periode(periode=periode) == 0
    (hasil,) = untuk(pelaku_dari(pemeran.ratna), pemeran.ratna, [periode.pk])
    assert hasil.keadaan == KeadaanRekan.TERLALU_KECIL
