"""A file of holidays is read whole or not at all, and every problem has its own sentence."""

from datetime import date

import pytest

from inti.libur_csv import JENIS_LIBUR, PANJANG_MAKSIMUM, BarisLibur, BerkasLiburSalah, baca_libur_csv
from inti.models import HariLibur, JenisLibur

KEPALA = "tanggal,jenis,nama,sumber"


def tulis(tmp_path, *baris, sandi="utf-8"):
    berkas = tmp_path / "libur.csv"
    berkas.write_bytes("\n".join(baris).encode(sandi))
    return berkas


def test_comma_or_semicolon_and_three_ways_to_write_a_date(tmp_path):
    koma = tulis(
        tmp_path, KEPALA, "2027-01-01,libur_nasional,Tahun Baru,SKB", "17-08-2027,libur_nasional,Merdeka,SKB"
    )
    assert baca_libur_csv(koma) == (
        BarisLibur(date(2027, 1, 1), "libur_nasional", "Tahun Baru", "SKB"),
        BarisLibur(date(2027, 8, 17), "libur_nasional", "Merdeka", "SKB"),
    )
    titik_koma = tulis(
        tmp_path, "Nama;Sumber; Tanggal ;Jenis", "Cuti;Keppres;24/12/2027;cuti_bersama", sandi="utf-8-sig"
    )
    assert baca_libur_csv(str(titik_koma)) == (
        BarisLibur(date(2027, 12, 24), "cuti_bersama", "Cuti", "Keppres"),
    )


def test_rows_come_back_in_the_order_of_their_dates(tmp_path):
    berkas = tulis(tmp_path, KEPALA, "2027-05-01,libur_nasional,B,S", "2027-01-01,libur_nasional,A,S")
    assert [baris.nama for baris in baca_libur_csv(berkas)] == ["A", "B"]


@pytest.mark.parametrize(
    ("baris", "pesan"),
    [
        ("2027-13-01,libur_nasional,A,S", "Baris 2: kolom tanggal berisi “2027-13-01”"),
        ("2027-01-01,minggu,A,S", "Baris 2: kolom jenis berisi “minggu”"),
        ("2027-01-01,libur_nasional,,S", "Baris 2: kolom nama kosong"),
        ("2027-01-01,libur_nasional,A", "Baris 2: kolom sumber kosong"),
        (f"2027-01-01,libur_nasional,{'A' * 121},S", "Baris 2: kolom nama lebih dari 120 huruf"),
    ],
)
def test_a_wrong_cell_is_named_with_row_and_column(tmp_path, baris, pesan):
    with pytest.raises(BerkasLiburSalah, match=pesan):
        baca_libur_csv(tulis(tmp_path, KEPALA, baris))


def test_all_problems_are_told_at_once(tmp_path):
    berkas = tulis(
        tmp_path, KEPALA, "x,libur_nasional,A,S", "2027-01-01,libur_nasional,A,S", "y,libur_nasional,A,S"
    )
    with pytest.raises(BerkasLiburSalah) as galat:
        baca_libur_csv(berkas)
    assert [pesan[:8] for pesan in galat.value.masalah] == ["Baris 2:", "Baris 4:"]


def test_the_same_day_with_the_same_name_twice_is_refused(tmp_path):
    sama = "2027-01-01,libur_nasional,A,S"
    with pytest.raises(BerkasLiburSalah, match=r"Baris 3: .* sudah ada di berkas"):
        baca_libur_csv(tulis(tmp_path, KEPALA, sama, sama))


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "Berkas kosong"),
        (b"tanggal,nama\n", "kolom jenis, sumber tidak ada"),
        (b"tanggal,jenis,nama,sumber\n", "tidak berisi satu pun"),
        (b"\xff\xfe\x00", "bukan teks UTF-8"),
        (b"tanggal," * 20_000, "terlalu besar"),
    ],
)
def test_a_file_that_is_no_list_of_holidays(tmp_path, isi, pesan):
    berkas = tmp_path / "libur.csv"
    berkas.write_bytes(isi)
    with pytest.raises(BerkasLiburSalah, match=pesan):
        baca_libur_csv(berkas)


def test_a_missing_file_is_a_sentence(tmp_path):
    with pytest.raises(BerkasLiburSalah, match="tidak dapat dibuka"):
        baca_libur_csv(tmp_path / "tidak-ada.csv")


def test_the_file_knows_the_kinds_and_lengths_of_the_model():
    assert list(JENIS_LIBUR) == JenisLibur.values
    for kolom, batas in PANJANG_MAKSIMUM.items():
        assert HariLibur._meta.get_field(kolom).max_length == batas
