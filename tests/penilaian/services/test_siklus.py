"""Opening and closing a period: who gets an evaluation, what is locked, and that twice is once."""

import threading
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pemberitahuan.models import Pesan
from penilaian.models import EvaluasiPeriodik, RiwayatEvaluasi
from penilaian.services.nilai import sampaikan
from penilaian.services.siklus import (
    buka_periode,
    kabari_dibuka,
    kunci_evaluasi,
    periode_yang_perlu_dibuka,
    periode_yang_perlu_ditutup,
    tutup_periode,
)
from sasaran.models import SKP, Periode, RiwayatPeriode
from tests.massal import isi_massal
from tests.penilaian.conftest import SETELAH_BATAS, ajukan, nilai
from tests.penilaian.conftest import sampaikan as sampai_disampaikan


@pytest.fixture
def periode(siklus, kini) -> Periode:
    return Periode.objects.select_related("siklus").get(siklus=siklus, nomor=1)


def _punya(periode: Periode) -> set[str]:
    return set(EvaluasiPeriodik.objects.filter(periode=periode).values_list("pegawai__nama", flat=True))


def test_an_approved_plan_gets_an_evaluation_with_the_people_of_the_plan(pemeran, periode, buat_skp):
    skp = buat_skp(pemeran.ratna)
    assert buka_periode(periode=periode) == 1
    e = EvaluasiPeriodik.objects.get()
    assert (e.skp, e.pegawai, e.penilai, e.atasan_penilai) == (
        skp,
        pemeran.ratna,
        pemeran.kabid,
        pemeran.kadis,
    )
    assert (e.status, e.unit_id) == ("terbuka", skp.unit_id)
    periode.refresh_from_db()
    assert periode.status == "terbuka"
    assert periode.dibuka_pada is not None


@pytest.mark.parametrize("status", ["draf", "diajukan", "dikembalikan"])
def test_a_plan_that_is_not_approved_gets_none(pemeran, periode, buat_skp, status):
    buat_skp(pemeran.ratna, status=status)
    assert buka_periode(periode=periode) == 0


@pytest.mark.parametrize(
    ("kedudukan", "wajib"),
    [("01", 1), ("03", 1), ("15", 1), ("02", 0), ("13", 0), ("04", 0), ("99", 0)],
)
def test_it_is_due_for_the_active_students_and_the_disciplined_only(
    pemeran, periode, buat_skp, kedudukan, wajib
):
    buat_skp(pemeran.ratna)
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(kedudukan_hukum=kedudukan)
    assert buka_periode(periode=periode) == wajib


def test_nobody_without_an_assessor_and_no_head_of_region(pemeran, periode, buat_skp):
    buat_skp(pemeran.bupati, status="draf")
    pada = "2026-01-31T00:00:00Z"
    SKP.objects.update(
        status="disetujui", diajukan_pada=pada, disetujui_pada=pada, disetujui_oleh=pemeran.kadis
    )
    assert buka_periode(periode=periode) == 0
    SKP.objects.update(penilai=pemeran.kadis)
    assert buka_periode(periode=periode) == 0  # he has an assessor now, but is no civil servant


@pytest.mark.parametrize(
    ("mulai", "selesai", "kena"),
    [
        ((1, 1), (12, 31), 1),
        ((3, 31), (12, 31), 1),  # the last day of the quarter
        ((4, 1), (12, 31), 0),
        ((1, 1), (1, 1), 1),  # the first day of the quarter
    ],
)
def test_the_plan_must_overlap_the_period(pemeran, periode, buat_skp, mulai, selesai, kena):
    buat_skp(pemeran.ratna)
    SKP.objects.update(mulai=date(2026, *mulai), selesai=date(2026, *selesai))
    assert buka_periode(periode=periode) == kena


def test_opening_twice_adds_nothing_and_a_late_approval_is_added_by_the_next_run(pemeran, periode, buat_skp):
    buat_skp(pemeran.ratna)
    telat = buat_skp(pemeran.sari, status="diajukan")
    assert [buka_periode(periode=periode) for _ in range(2)] == [1, 0]
    SKP.objects.filter(pk=telat.pk).update(
        status="disetujui", disetujui_oleh=pemeran.kabid, disetujui_pada="2026-04-01T00:00:00Z"
    )
    assert buka_periode(periode=periode) == 1
    assert _punya(periode) == {"Ratna Wulandari", "Sari Handayani"}
    assert RiwayatPeriode.objects.count() == 1


def test_everybody_is_told_once_with_the_date_and_a_link(pemeran, periode, buat_skp):
    buat_skp(pemeran.ratna)
    for _ in range(2):
        buka_periode(periode=periode)
    pesan = Pesan.objects.get()
    e = EvaluasiPeriodik.objects.get()
    assert (pesan.penerima, pesan.jenis) == (pemeran.ratna, "evaluasi_dibuka")
    assert pesan.data == {"periode": "Triwulan I 2026", "batas": "2026-04-07"}
    assert pesan.tautan == f"/penilaian/{e.pk}/diri/"


def test_telling_goes_on_where_it_was_broken_off(siklus, periode, kini, settings):
    settings.SIKLUS_HALAMAN_PER_LANGKAH = 1
    isi_massal(siklus, 200)
    buka_periode(periode=periode)
    assert Pesan.objects.count() == 200
    Pesan.objects.filter(pk__in=Pesan.objects.values("pk")[:70]).delete()
    assert kabari_dibuka(periode=periode) == 70
    assert kabari_dibuka(periode=periode) == 0
    assert Pesan.objects.values("penerima").distinct().count() == 200


@pytest.mark.parametrize("halaman", [1, 3, 1000])
def test_whatever_the_step_everybody_gets_exactly_one(siklus, periode, settings, halaman):
    settings.SIKLUS_HALAMAN_PER_LANGKAH = halaman
    isi_massal(siklus, 500)
    assert buka_periode(periode=periode) == 500
    assert EvaluasiPeriodik.objects.values("skp").distinct().count() == 500


def test_closing_locks_what_was_not_delivered_with_a_history_row_each(pemeran, evaluasi, buat_evaluasi, kini):
    periode = Periode.objects.select_related("siklus").get(status="terbuka")
    diajukan = ajukan(buat_evaluasi(pemeran.sari))
    disampaikan = sampai_disampaikan(evaluasi)
    terbuka = buat_evaluasi(pemeran.kabid)
    assert [tutup_periode(periode=periode) for _ in range(2)] == [2, 0]
    status = dict(EvaluasiPeriodik.objects.values_list("pk", "status"))
    assert status == {diajukan.pk: "terkunci", disampaikan.pk: "disampaikan", terbuka.pk: "terkunci"}
    baris = RiwayatEvaluasi.objects.filter(aksi="kunci").values_list("objek", "dari", "ke", "oleh")
    assert set(baris) == {
        (diajukan.pk, "diajukan", "terkunci", None),
        (terbuka.pk, "terbuka", "terkunci", None),
    }


def test_a_closed_period_is_not_opened_again_nor_filled(pemeran, periode, buat_skp):
    buka_periode(periode=periode)
    tutup_periode(periode=periode)
    buat_skp(pemeran.ratna)
    with pytest.raises(TransisiDitolak):
        buka_periode(periode=periode)
    assert not EvaluasiPeriodik.objects.exists()


def test_a_period_that_was_never_opened_cannot_be_closed(periode):
    with pytest.raises(TransisiDitolak):
        tutup_periode(periode=periode)


@pytest.mark.parametrize(
    ("hari", "dibuka", "ditutup"),
    [
        ("2026-03-16", [], []),
        ("2026-03-17", [1], []),  # the first day
        ("2026-04-21", [1], []),  # the last day
        ("2026-04-22", [], []),  # over, and never opened: not opened behind people's backs
        ("2026-06-15", [2], []),
    ],
)
def test_a_period_opens_from_its_first_to_its_last_day(siklus, hari, dibuka, ditutup):
    tanggal = date.fromisoformat(hari)
    assert [p.nomor for p in periode_yang_perlu_dibuka(tanggal, "WIB")] == dibuka
    assert [p.nomor for p in periode_yang_perlu_ditutup(tanggal, "WIB")] == ditutup
    assert periode_yang_perlu_dibuka(tanggal, "WIT") == []  # the year belongs to WIB


def test_an_open_period_is_filled_until_its_last_day_and_then_closed(triwulan, evaluasi):
    akhir, lewat = date(2026, 4, 21), date(2026, 4, 22)
    assert periode_yang_perlu_dibuka(akhir, "WIB") == [triwulan]
    assert periode_yang_perlu_ditutup(akhir, "WIB") == []
    assert periode_yang_perlu_dibuka(lewat, "WIB") == []
    assert periode_yang_perlu_ditutup(lewat, "WIB") == [triwulan]
    Periode.objects.filter(pk=triwulan.pk).update(status="ditutup", ditutup_pada="2026-04-22T00:00:00Z")
    assert periode_yang_perlu_ditutup(lewat, "WIB") == [triwulan]  # closed, but one is not locked yet
    kunci_evaluasi(periode_id=triwulan.pk)
    assert periode_yang_perlu_ditutup(lewat, "WIB") == []


def test_the_database_keeps_whoever_assesses_an_evaluation(evaluasi, pemeran):
    SKP.objects.update(penilai=pemeran.rudi, atasan_penilai=None, disetujui_oleh=pemeran.rudi)
    for siapa in (pemeran.kabid, pemeran.kadis):  # nothing but the evaluation points at them now
        with (
            connection.cursor() as kursor,
            pytest.raises(IntegrityError, match="assessor"),
            transaction.atomic(),
        ):
            kursor.execute("DELETE FROM pegawai_pegawai WHERE id = %s", [siapa.pk])


def _serentak(*kerja) -> list[object]:
    """Run each in a thread of its own with a connection of its own; what they return or raise."""
    mulai = threading.Barrier(len(kerja))
    hasil: list[object] = [None] * len(kerja)

    def satu(urutan, lakukan):
        try:
            mulai.wait(10)
            hasil[urutan] = lakukan()
        except Exception as galat:  # noqa: BLE001 - handed to the test
            hasil[urutan] = galat
        finally:
            connection.close()

    utas = [threading.Thread(target=satu, args=pasang) for pasang in enumerate(kerja)]
    for t in utas:
        t.start()
    for t in utas:
        t.join(60)
    return hasil


@pytest.mark.django_db(transaction=True)
def test_two_workers_that_open_at_once_give_one_evaluation_and_one_message_each(siklus, settings):
    settings.SIKLUS_HALAMAN_PER_LANGKAH = 2
    isi_massal(siklus, 2000)
    periode = Periode.objects.select_related("siklus").get(siklus=siklus, nomor=1)
    hasil = _serentak(*[lambda: buka_periode(periode=periode)] * 2)
    assert sum(hasil) == 2000
    assert EvaluasiPeriodik.objects.values("skp").distinct().count() == 2000
    assert EvaluasiPeriodik.objects.count() == Pesan.objects.count() == 2000
    assert RiwayatPeriode.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_that_close_at_once_lock_each_once(siklus):
    isi_massal(siklus, 500)
    periode = Periode.objects.select_related("siklus").get(siklus=siklus, nomor=1)
    buka_periode(periode=periode)
    _serentak(*[lambda: tutup_periode(periode=periode)] * 2)
    kunci_evaluasi(periode_id=periode.pk)  # what one left to the other, the next run takes
    assert EvaluasiPeriodik.objects.filter(status="terkunci").count() == 500
    assert RiwayatEvaluasi.objects.filter(aksi="kunci").count() == 500


@pytest.mark.django_db(transaction=True)
def test_delivering_and_closing_at_once_leave_a_delivered_or_a_locked_evaluation(evaluasi, triwulan, kini):
    kini.move_to(SETELAH_BATAS)
    nilai(evaluasi)
    hasil, _ = _serentak(
        lambda: sampaikan(evaluasi=evaluasi, oleh=evaluasi.penilai), lambda: tutup_periode(periode=triwulan)
    )
    kunci_evaluasi(periode_id=triwulan.pk)
    evaluasi.refresh_from_db()
    aksi = list(evaluasi.riwayat.values_list("aksi", flat=True))
    if isinstance(hasil, TransisiDitolak):  # closing came first, and he was told
        assert (evaluasi.status, aksi) == ("terkunci", ["kunci"])
    else:
        assert (evaluasi.status, evaluasi.predikat, aksi) == ("disampaikan", hasil.predikat, ["sampaikan"])


@pytest.mark.django_db(transaction=True)
def test_closing_passes_over_a_row_that_is_being_delivered(evaluasi, triwulan, kini):
    kini.move_to(SETELAH_BATAS)
    nilai(evaluasi)
    with transaction.atomic():
        hasil = sampaikan(evaluasi=evaluasi, oleh=evaluasi.penilai)  # not committed yet
        assert _serentak(lambda: tutup_periode(periode=triwulan)) == [0]
    assert kunci_evaluasi(periode_id=triwulan.pk) == 0
    evaluasi.refresh_from_db()
    assert (evaluasi.status, evaluasi.predikat) == ("disampaikan", hasil.predikat)
