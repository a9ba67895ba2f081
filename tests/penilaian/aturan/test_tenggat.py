"""The clocks of Bab V against dates counted by hand and a hand-made calendar sheet, day by day."""

import csv
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti import kalender
from inti.kalender import baca_libur_csv
from penilaian.aturan.tenggat import (
    AKHIR_PEKAN,
    TABEL,
    Kode,
    hitung,
    jatuh_tempo,
    kejadian_terakhir,
    ketentuan,
)
from tests.vektor import baca_vektor

VEKTOR = Path(__file__).parents[1] / "vektor"
DATA_2026 = Path(kalender.__file__).parent / "data" / "libur_2026.csv"
LIBUR = {b.tanggal: b.nama for b in baca_libur_csv(DATA_2026)} | {date(2027, 1, 1): "Tahun Baru 2027 Masehi"}
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# Working days, copied by hand from the regulation.
JUMLAH = {
    "T08": 14, "T09": 14, "T10": 30, "T11": 14, "T12": 7, "T13": 7, "T14": 30, "T15": 14, "T16": 7, "T17": 30,
}  # fmt: skip


def test_the_table_holds_every_clock_with_its_source_once():
    assert {k.kode.value: k.hari_kerja for k in TABEL} == JUMLAH
    assert all("PermenPANRB 6/2022" in k.sumber for k in TABEL)


@pytest.mark.parametrize(
    ("kode", "kejadian", "lima", "enam"),
    baca_vektor("penilaian/vektor/tenggat.csv", "kode", "kejadian", "lima_hari", "enam_hari", ids="id"),
)
def test_the_due_day_is_the_one_counted_by_hand(kode, kejadian, lima, enam):
    awal = date.fromisoformat(kejadian)
    assert jatuh_tempo(Kode(kode), awal, LIBUR) == date.fromisoformat(lima)
    assert jatuh_tempo(Kode(kode), awal, LIBUR, 6) == date.fromisoformat(enam)


def _lembar():
    isi_lembar = (VEKTOR / "kalender_tenggat.csv").read_text(encoding="utf-8")
    baris = list(csv.DictReader(isi_lembar.splitlines()))
    return [(nama, list(isi)) for nama, isi in groupby(baris, key=lambda b: b["lembar"])]


@pytest.mark.parametrize(("nama", "baris"), _lembar(), ids=[nama for nama, _ in _lembar()])
def test_the_computation_shows_each_day_as_the_calendar_sheet_does(nama, baris):
    pertama = baris[0]
    libur = {date.fromisoformat(b["tanggal"]): b["libur"] for b in baris if b["libur"]}
    hasil = hitung(
        Kode(pertama["kode"]), date.fromisoformat(pertama["kejadian"]), libur, int(pertama["pekan"])
    )
    assert [(h.tanggal.isoformat(), HARI[h.tanggal.weekday()], h.ke) for h in hasil.hari] == [
        (b["tanggal"], b["hari"], int(b["ke"])) for b in baris
    ]
    assert hasil.jatuh_tempo.isoformat() == baris[-1]["tanggal"]
    sabtu = {"Sabtu", "Minggu"} if pertama["pekan"] == "5" else {"Minggu"}
    for hari, b in zip(hasil.hari, baris, strict=True):
        if b["ke"] == "0":
            assert hari.alasan == (AKHIR_PEKAN if b["hari"] in sabtu else b["libur"])


def test_holidays_on_a_weekend_are_not_named_as_if_they_cost_a_day():
    hasil = hitung(Kode.PUTUSAN, date(2026, 3, 13), LIBUR)
    assert [h.alasan for h in hasil.libur] == [
        "Cuti Bersama Hari Suci Nyepi",
        "Hari Suci Nyepi",
        "Cuti Bersama Idul Fitri",
        "Cuti Bersama Idul Fitri",
        "Cuti Bersama Idul Fitri",
    ]


@given(
    st.sampled_from(list(Kode)),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.sampled_from([5, 6]),
)
def test_the_latest_event_that_is_over_is_exactly_that(kode, hari, pekan):
    akhir = kejadian_terakhir(kode, hari, LIBUR, pekan)
    assert jatuh_tempo(kode, akhir, LIBUR, pekan) < hari
    assert jatuh_tempo(kode, akhir + timedelta(days=1), LIBUR, pekan) >= hari


def test_before_the_regulation_there_is_no_silent_default():
    assert ketentuan(Kode.KEBERATAN, date(2022, 2, 7)).hari_kerja == 14
    with pytest.raises(ValueError, match="06-02-2022"):
        ketentuan(Kode.KEBERATAN, date(2022, 2, 6))
