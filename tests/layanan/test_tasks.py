"""The task of the schedule, run twice."""

from datetime import date

from layanan.models import Saran
from layanan.tasks import ingatkan


def test_words_that_wait_are_told_once(pemeran, layanan):
    Saran.objects.create(layanan=layanan, hari=date(2026, 2, 9), isi="Antre lama.")
    assert ingatkan() == 1
    assert ingatkan() == 0
