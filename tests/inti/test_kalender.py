"""Working days: counted by hand for 2026, and laws that hold for any calendar."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti import kalender
from inti.kalender import Zona
from tests.vektor import baca_vektor

DATA_2026 = Path(kalender.__file__).parent / "data" / "libur_2026.csv"
LIBUR_2026 = {baris.tanggal: baris.nama for baris in kalender.baca_libur_csv(DATA_2026)}

tanggal_acak = st.dates(date(2000, 1, 1), date(2090, 12, 31))
pekan = st.sampled_from([5, 6])
libur_acak = st.frozensets(st.dates(date(2026, 1, 1), date(2026, 6, 30)), max_size=30)
hari_2026 = st.dates(date(2025, 12, 1), date(2026, 7, 31))


@pytest.mark.parametrize(
    ("bulan", "lima", "enam"),
    baca_vektor("inti/vektor/hari_kerja_2026.csv", "bulan", "lima_hari", "enam_hari", ids="bulan"),
)
def test_working_days_of_each_month_of_2026(bulan, lima, enam):
    awal = date(2026, int(bulan), 1)
    akhir = date(2026, int(bulan), monthrange(2026, int(bulan))[1])
    assert kalender.hari_kerja_antara(awal, akhir, LIBUR_2026) == int(lima)
    assert kalender.hari_kerja_antara(awal, akhir, LIBUR_2026, 6) == int(enam)


@pytest.mark.parametrize(("hari_per_pekan", "jumlah"), [(5, 240), (6, 291)])
def test_working_days_of_2026(hari_per_pekan, jumlah):
    dihitung = kalender.hari_kerja_antara(date(2026, 1, 1), date(2026, 12, 31), LIBUR_2026, hari_per_pekan)
    assert dihitung == jumlah


def test_the_decree_of_2026_has_17_holidays_and_8_days_of_cuti_bersama():
    jenis = [baris.jenis for baris in kalender.baca_libur_csv(DATA_2026)]
    assert (jenis.count("libur_nasional"), jenis.count("cuti_bersama")) == (17, 8)


@pytest.mark.parametrize(
    ("mulai", "n", "lima", "enam"),
    baca_vektor("inti/vektor/tenggat.csv", "mulai", "hari_kerja", "lima_hari", "enam_hari", ids="kejadian"),
)
def test_deadline_in_working_days(mulai, n, lima, enam):
    awal = date.fromisoformat(mulai)
    assert kalender.tambah_hari_kerja(awal, int(n), LIBUR_2026) == date.fromisoformat(lima)
    assert kalender.tambah_hari_kerja(awal, int(n), LIBUR_2026, 6) == date.fromisoformat(enam)


def test_no_working_days_to_add_keeps_even_a_day_off():
    assert kalender.tambah_hari_kerja(date(2026, 1, 1), 0, LIBUR_2026) == date(2026, 1, 1)


def test_a_negative_count_goes_back_over_the_days_off():
    assert kalender.tambah_hari_kerja(date(2026, 3, 25), -1, LIBUR_2026) == date(2026, 3, 17)


@pytest.mark.parametrize("wadah", [list, set, tuple, frozenset, dict.fromkeys])
def test_days_off_may_come_in_any_container(wadah):
    libur = wadah([date(2026, 1, 12)])
    assert kalender.tambah_hari_kerja(date(2026, 1, 9), 1, libur) == date(2026, 1, 13)


@given(tanggal_acak, st.integers(1, 120), pekan)
def test_adding_then_counting_gives_the_number_back(mulai, n, hari_per_pekan):
    jatuh_tempo = kalender.tambah_hari_kerja(mulai, n, LIBUR_2026, hari_per_pekan)
    assert kalender.sisa_hari_kerja(mulai, jatuh_tempo, LIBUR_2026, hari_per_pekan) == n
    assert kalender.adalah_hari_kerja(jatuh_tempo, LIBUR_2026, hari_per_pekan)


@given(hari_2026, st.integers(1, 40), libur_acak, pekan)
def test_a_further_day_off_never_brings_a_deadline_forward(mulai, n, libur, hari_per_pekan):
    tanpa = kalender.tambah_hari_kerja(mulai, n, frozenset(), hari_per_pekan)
    assert kalender.tambah_hari_kerja(mulai, n, libur, hari_per_pekan) >= tanpa


@given(hari_2026, st.integers(1, 40), libur_acak)
def test_a_six_day_week_is_never_later_than_a_five_day_week(mulai, n, libur):
    assert kalender.tambah_hari_kerja(mulai, n, libur, 6) <= kalender.tambah_hari_kerja(mulai, n, libur, 5)


@given(hari_2026, hari_2026, libur_acak, pekan)
def test_what_is_left_and_what_has_passed_mirror_each_other(satu, dua, libur, hari_per_pekan):
    sisa = kalender.sisa_hari_kerja(satu, dua, libur, hari_per_pekan)
    lewat = kalender.sisa_hari_kerja(dua, satu, libur, hari_per_pekan)
    assert sisa == -lewat


def test_nothing_is_left_on_the_due_day_and_it_counts_below_zero_after():
    jatuh_tempo = date(2026, 2, 13)
    assert kalender.sisa_hari_kerja(date(2026, 2, 12), jatuh_tempo, LIBUR_2026) == 1
    assert kalender.sisa_hari_kerja(jatuh_tempo, jatuh_tempo, LIBUR_2026) == 0
    assert kalender.sisa_hari_kerja(date(2026, 2, 18), jatuh_tempo, LIBUR_2026) == -1


@pytest.mark.parametrize(
    ("tanggal", "lima", "enam"),
    [
        pytest.param(date(2026, 1, 9), True, True, id="Friday"),
        pytest.param(date(2026, 1, 10), False, True, id="Saturday"),
        pytest.param(date(2026, 1, 11), False, False, id="Sunday"),
        pytest.param(date(2026, 1, 16), False, False, id="national holiday"),
        pytest.param(date(2026, 2, 16), False, False, id="cuti bersama"),
    ],
)
def test_what_is_a_working_day(tanggal, lima, enam):
    assert kalender.adalah_hari_kerja(tanggal, LIBUR_2026) is lima
    assert kalender.adalah_hari_kerja(tanggal, LIBUR_2026, 6) is enam


@pytest.mark.parametrize(
    ("fungsi", "argumen", "pesan"),
    [
        (kalender.tambah_hari_kerja, (date(2026, 1, 1), 1, (), 7), "harus 5 atau 6"),
        (kalender.adalah_hari_kerja, (date(2026, 1, 1), (), 4), "harus 5 atau 6"),
        (kalender.tambah_hari_kerja, (date(2026, 1, 1), 10_001, ()), "paling banyak 10000"),
        (kalender.tambah_hari_kerja, (date(9999, 12, 30), 5, ()), "keluar dari kalender"),
        (kalender.tambah_hari_kerja, (date(1, 1, 2), -5, ()), "keluar dari kalender"),
        (kalender.tambah_hari_kerja, (datetime(2026, 1, 1, tzinfo=UTC), 1, ()), "tanpa jam"),
        (kalender.hari_kerja_antara, (date(2026, 1, 2), date(2026, 1, 1), ()), "tidak boleh sebelum"),
        (kalender.libur_dasar, (1945,), "1946 sampai 2100"),
        (kalender.libur_dasar, (2101,), "1946 sampai 2100"),
        (kalender.ke_zona, ("GMT",), "WIB, WITA, atau WIT"),
        (kalender.hari_ini, ("WIB", datetime(2026, 1, 1)), "zona waktu"),  # noqa: DTZ001 - the mistake
    ],
)
def test_a_bad_question_gets_a_sentence(fungsi, argumen, pesan):
    with pytest.raises(ValueError, match=pesan):
        fungsi(*argumen)


@pytest.mark.parametrize(
    ("zona", "nama", "selisih"),
    [("WIB", "Asia/Jakarta", 7), ("WITA", "Asia/Makassar", 8), ("WIT", "Asia/Jayapura", 9)],
)
def test_the_day_ends_at_its_own_hour_in_each_zone(zona, nama, selisih):
    assert Zona(zona).nama_tz == nama
    berikutnya = datetime(2026, 4, 1, tzinfo=UTC) - timedelta(hours=selisih)
    assert kalender.akhir_hari(date(2026, 3, 31), zona) == berikutnya - timedelta(microseconds=1)


@pytest.mark.parametrize(("zona", "hari"), [("WIB", 31), ("WITA", 31), ("WIT", 1)])
def test_today_differs_between_the_zones(zona, hari):
    sekarang = datetime(2026, 3, 31, 15, 30, tzinfo=UTC)  # 22.30 WIB, 23.30 WITA, 00.30 WIT
    assert kalender.hari_ini(zona, sekarang).day == hari


def test_the_base_of_a_year_without_a_decree_has_holidays_and_cuti_bersama():
    libur = kalender.libur_dasar(2025)
    assert libur[date(2025, 8, 17)] == "Hari Kemerdekaan Republik Indonesia"
    assert libur[date(2025, 8, 18)].startswith("Cuti Bersama")
    assert list(libur) == sorted(libur)


def test_the_base_agrees_with_the_decree_of_2026():
    assert set(kalender.libur_dasar(2026)) == set(LIBUR_2026)
