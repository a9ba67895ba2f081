"""What citizens say of a unit reaches the recognition of its people."""

from datetime import UTC, date, datetime
from decimal import Decimal

from kinerja.services.suara import teruskan_ikm
from kinerja.tasks import teruskan_ikm as tugas
from layanan.services.hasil import ikm_per_unit
from penghargaan.models import KandidatPenghargaan, MasukanUnit
from penghargaan.services.penghargaan_kandidat import hitung_kandidat
from tests.layanan.conftest import buat_layanan, jawab
from tests.penghargaan.bahan import kebijakan, tahun, tahunan, tutup

AKHIR = date(2026, 12, 31)


def _angka() -> list[tuple[int, str, Decimal, int]]:
    baris = MasukanUnit.objects.order_by("siklus__tahun", "unit__nama")
    return list(baris.values_list("siklus__tahun", "unit__nama", "ikm", "responden"))


def test_every_unit_with_enough_answers_is_handed_over_once_per_year(pemeran, siklus):
    tahun(2025), tahun(2023)
    akta, kematian = buat_layanan(), buat_layanan("Akta kematian")
    jawab(akta, 20, 4), jawab(kematian, 20, 3)  # two services of one unit: (20 x 100 + 20 x 75) / 40
    jawab(akta, 30, 3, hari=date(2025, 5, 5))
    jawab(akta, 40, 1, hari=date(2023, 5, 5))  # a year whose candidates are settled
    jawab(buat_layanan("Pindah", unit="Dinas Perhubungan"), 29, 4)  # one short
    assert teruskan_ikm(hari=AKHIR) == 2
    assert _angka() == [
        (2025, "Bidang Pencatatan Sipil", Decimal("75.00"), 30),
        (2026, "Bidang Pencatatan Sipil", Decimal("87.50"), 40),
    ]


def test_twice_changes_nothing_and_new_answers_are_followed(pemeran, siklus):
    akta = buat_layanan()
    jawab(akta, 30, 4)
    assert (teruskan_ikm(hari=AKHIR), teruskan_ikm(hari=AKHIR)) == (1, 0)
    jawab(akta, 30, 3)
    assert (teruskan_ikm(hari=AKHIR), _angka()[0][2:]) == (1, (Decimal("87.50"), 60))


def test_the_running_year_counts_up_to_the_day(pemeran, siklus):
    akta = buat_layanan()
    jawab(akta, 30, 4, hari=date(2026, 3, 1))
    jawab(akta, 30, 1, hari=date(2026, 3, 2))
    teruskan_ikm(hari=date(2026, 3, 1))
    assert _angka()[0][2:] == (Decimal("100.00"), 30)


def test_the_number_is_queried_for_all_units_at_once(pemeran, django_assert_num_queries):
    for n in range(3):
        jawab(buat_layanan(f"Layanan {n}"), 30)
    with django_assert_num_queries(2):
        assert [h.nilai for h in ikm_per_unit(date(2026, 1, 1), AKHIR).values()] == [Decimal("75.00")]


def test_a_policy_that_asks_for_the_voice_of_citizens_finds_its_candidate(pemeran, siklus):
    kebijakan(ikm=Decimal("88.31"))
    tahunan(pemeran.ratna, siklus)
    tutup(siklus)
    assert hitung_kandidat(siklus=siklus) == 0
    jawab(buat_layanan(), 30, 4)
    teruskan_ikm(hari=AKHIR)
    assert hitung_kandidat(siklus=siklus) == 1
    assert KandidatPenghargaan.objects.get().bukti["ikm"] == "100.00"


def test_the_task_hands_over_the_years_of_today(pemeran, siklus, time_machine):
    time_machine.move_to(datetime(2026, 12, 1, 3, tzinfo=UTC))
    jawab(buat_layanan(), 30, 4)
    assert tugas() == 1
