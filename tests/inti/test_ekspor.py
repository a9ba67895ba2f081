"""What people take along: nothing in it can be run, numbers stay numbers, a NIP keeps its 18 digits."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest

from inti.ekspor import aliran_csv, jawaban, jinakkan, tulis_xlsx

NIP = "198503122010012007"
BARIS = [
    ["Ratna", NIP, 12, Decimal("88.6"), date(2026, 1, 14), datetime(2026, 1, 14, 3, 30, tzinfo=UTC), None]
]
KOLOM = ["Nama", "NIP", "JP", "Nilai", "Tanggal", "Hadir", "Catatan"]


def _csv(kolom, baris) -> list[list[str]]:
    teks = b"".join(aliran_csv(kolom, baris)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(teks), delimiter=";"))


@pytest.mark.parametrize(
    "teks",
    ["=1+1", "+62812", "-2+3", "@SUM(A1)", "\tx", "\rx", "\n=1", " =cmd|' /C calc'!A0", "＝1+1"],
)
def test_what_a_spreadsheet_would_run_is_disarmed_in_both_kinds(teks):
    assert jinakkan(teks).startswith("'")
    assert _csv(["a"], [[teks]])[1][0].startswith("'")
    lembar = openpyxl.load_workbook(tulis_xlsx("x", ["a"], [[teks]])).active
    assert lembar["A2"].value.startswith("'")
    assert lembar["A2"].data_type == "s"


@pytest.mark.parametrize("teks", ["Ratna", "Hj. Maimunah", "a=b", "3-4", "", "'sudah"])
def test_harmless_text_stays_as_it_is(teks):
    assert jinakkan(teks) == teks


def test_a_heading_is_disarmed_too():
    assert _csv(["=a"], [])[0] == ["'=a"]


def test_the_sheet_keeps_kinds_of_values():
    lembar = openpyxl.load_workbook(tulis_xlsx("Peserta: [1]", KOLOM, BARIS)).active
    assert [s.value for s in lembar[1]] == KOLOM
    assert [s.value for s in lembar[2]][:4] == ["Ratna", NIP, 12, 88.6]
    assert [s.value.isoformat() for s in lembar[2][4:6]] == ["2026-01-14T00:00:00", "2026-01-14T10:30:00"]
    assert lembar["B2"].data_type == "s"
    assert lembar.title == "Peserta   1"


def test_the_csv_is_written_as_an_indonesian_spreadsheet_reads_it():
    assert _csv(KOLOM, BARIS)[1] == [
        "Ratna", f"'{NIP}", "12", "88,6", "14-01-2026", "14-01-2026 10:30", "",
    ]  # fmt: skip


def test_a_long_list_comes_in_pieces_and_whole():
    potongan = list(aliran_csv(["n"], ([n] for n in range(1200))))
    assert len(potongan) == 3
    assert b"".join(potongan).decode("utf-8-sig").split() == ["n", *map(str, range(1200))]


def test_signs_that_break_a_sheet_are_left_out():
    assert openpyxl.load_workbook(tulis_xlsx("x", ["a"], [["a\x00b\x0bc\ud800"]])).active["A2"].value == "abc"


@pytest.mark.parametrize(("diminta", "akhiran"), [("csv", "csv"), ("xlsx", "xlsx"), ("exe", "xlsx")])
def test_the_answer_is_a_download_that_nobody_keeps(diminta, akhiran):
    hasil = jawaban("peserta", diminta, ["a"], [["b"]])
    b"".join(hasil.streaming_content)
    assert hasil.headers["Content-Disposition"] == f'attachment; filename="peserta.{akhiran}"'
    assert "no-store" in hasil.headers["Cache-Control"]
