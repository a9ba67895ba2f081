"""The code of the half minute: only the screen of this session, only now."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from pelatihan.aturan.presensi import bagian_hari, bagian_kini, buat_kode, periksa_kode, sisa_detik

RAHASIA, SESI = b"rahasia", "3f0a"
AWAL = datetime(2026, 3, 10, 1, 0, 0, tzinfo=UTC)  # the first second of a half minute
WIT = ZoneInfo("Asia/Jayapura")


def _periksa(umur: int, *, sesi: str = SESI, rahasia: bytes = RAHASIA) -> str:
    tolak = periksa_kode(rahasia, sesi, buat_kode(RAHASIA, SESI, AWAL), AWAL + timedelta(seconds=umur))
    return tolak.kode if tolak else "ya"


@pytest.mark.parametrize(
    ("umur", "jawab"),
    [(0, "ya"), (29, "ya"), (30, "ya"), (59, "ya"), (60, "lama"), (3600, "lama"), (-1, "lama")],
)
def test_a_code_lives_for_its_half_minute_and_the_next(umur, jawab):
    assert _periksa(umur) == jawab


def test_a_code_is_of_one_session_and_one_house():
    assert _periksa(0, sesi="lain") == "rusak"
    assert _periksa(0, rahasia=b"lain") == "rusak"


@pytest.mark.parametrize("kode", ["", "-", "zz-aa", "1", "é-é", "-1-x", "9" * 400 + "-x"])
def test_what_is_no_code_is_said_to_be_none(kode):
    assert periksa_kode(RAHASIA, SESI, kode, AWAL).kode == "rusak"


def test_a_code_moved_to_a_later_half_minute_is_forged():
    depan, _garis, tanda = buat_kode(RAHASIA, SESI, AWAL).partition("-")
    palsu = f"{int(depan, 16) + 1:x}-{tanda}"
    assert periksa_kode(RAHASIA, SESI, palsu, AWAL + timedelta(seconds=30)).kode == "rusak"


def test_the_code_changes_every_half_minute():
    kode = {buat_kode(RAHASIA, SESI, AWAL + timedelta(seconds=s)) for s in range(90)}
    assert len(kode) == 3
    assert [sisa_detik(AWAL + timedelta(seconds=s)) for s in (0, 1, 29, 30)] == [30, 29, 1, 30]


@pytest.mark.parametrize(
    ("mulai", "selesai", "bagian"),
    [
        (time(8), time(16), ("pagi", "siang")),
        (time(8), time(12, 30), ("pagi",)),
        (time(13), time(16), ("siang",)),
        (time(8), time(12, 31), ("pagi", "siang")),
    ],
)
def test_parts_of_a_day(mulai, selesai, bagian):
    assert bagian_hari(mulai, selesai) == bagian


@pytest.mark.parametrize(
    ("jam", "bagian"),
    [
        (time(6, 59), None),
        (time(7), "pagi"),
        (time(12, 29), "pagi"),
        (time(12, 30), "siang"),
        (time(17), "siang"),
        (time(17, 1), None),
    ],
)
def test_which_part_is_counted_now(jam, bagian):
    sekarang = datetime.combine(AWAL.date(), jam, tzinfo=WIT)
    assert bagian_kini(sekarang, time(8), time(16)) == bagian


def test_a_day_with_one_part_counts_it_also_in_the_hour_after():
    sekarang = datetime.combine(AWAL.date(), time(12, 50), tzinfo=WIT)
    assert bagian_kini(sekarang, time(8), time(12)) == "pagi"
