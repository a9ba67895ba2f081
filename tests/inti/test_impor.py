"""The kernel: where the header is found, and what is said when it is not."""

import pytest

from inti.berkas_tabel import BerkasDitolak, Lembar, buka
from inti.impor import GALAT, PERINGATAN, Catatan, Kalimat, Kolom, Masalah, temukan_tabel

KOLOM = (Kolom("NIP BARU", ("NIP",), wajib=True), Kolom("NAMA", wajib=True), Kolom("EMAIL"))


def tabel(*lembar):
    return temukan_tabel(iter([Lembar(nama, iter(baris)) for nama, baris in lembar]), KOLOM)


def test_the_header_is_found_below_a_title_without_regard_to_case():
    hasil = tabel(("X", [["DAFTAR PEGAWAI"], [], ["no", "nip_baru", "Nama"], ["1", "2", "3"]]))
    assert hasil.baris_judul == 3
    assert hasil.posisi == {"NIP BARU": 1, "NAMA": 2}
    assert hasil.lain == {"no": 0}
    assert list(hasil.baris) == [(4, ["1", "2", "3"])]


def test_the_first_sheet_with_a_header_is_read_and_the_others_are_named():
    hasil = tabel(("Petunjuk", [["baca dulu"]]), ("PNS", [["NIP", "NAMA"]]), ("PPPK", [["NIP", "NAMA"]]))
    assert hasil.lembar == "PNS"
    assert hasil.lembar_lain == ("Petunjuk", "PPPK")


def test_a_header_after_row_twenty_is_not_looked_for():
    with pytest.raises(BerkasDitolak, match=r"Baris judul tidak ditemukan.*NIP BARU, NAMA"):
        tabel(("X", [[""]] * 20 + [["NIP", "NAMA"]]))


def test_missing_compulsory_columns_are_named_with_the_header_row():
    with pytest.raises(BerkasDitolak, match=r"\(baris 2\): NAMA"):
        tabel(("X", [[""], ["NIP", "EMAIL"]]))


def test_a_column_that_is_there_twice_is_refused():
    with pytest.raises(BerkasDitolak, match=r"NIP BARU ada dua kali .kolom ke-1 dan ke-3"):
        tabel(("X", [["NIP", "NAMA", "NIP BARU"]]))


def test_the_header_of_a_csv_may_have_a_byte_order_mark():
    isi = "NIP;NAMA\r\n1;A\r\n".encode("utf-8-sig")
    assert temukan_tabel(buka(isi), KOLOM).posisi == {"NIP BARU": 0, "NAMA": 1}


def test_problems_are_counted_exactly_but_kept_only_in_part():
    catatan = Catatan({"a": Kalimat(GALAT, "A", "a"), "b": Kalimat(PERINGATAN, "B", "b")})
    assert catatan.tambah(Masalah(1, "b")) is False
    assert all(catatan.tambah(Masalah(n, "a")) for n in range(100))
    kelompok = catatan.kelompok(GALAT)
    assert [(k["kode"], k["jumlah"], len(k["contoh"])) for k in kelompok] == [("a", 100, 25)]
    assert [k["kode"] for k in catatan.kelompok(PERINGATAN)] == ["b"]
