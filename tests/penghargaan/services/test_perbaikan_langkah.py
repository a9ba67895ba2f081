"""What comes next in a plan, by hand for each status and side."""

from datetime import date
from types import SimpleNamespace

import pytest

from penghargaan.services.perbaikan_langkah import berikutnya

HARI = date(2026, 3, 2)


def _rencana(status: str) -> SimpleNamespace:
    orang = [SimpleNamespace(nama_lengkap=nama) for nama in ("Ratna", "Budi")]
    return SimpleNamespace(status=status, pegawai=orang[0], penilai=orang[1], batas_susun=date(2026, 3, 16))


def _tindakan(pihak: str, tanggal: date, status: str = "belum") -> SimpleNamespace:
    return SimpleNamespace(pihak=pihak, tenggat=tanggal, status=status, uraian=f"Tugas {pihak} {tanggal.day}")


def _tinjauan(tanggal: date, *, diadakan: bool = False) -> SimpleNamespace:
    return SimpleNamespace(tanggal=tanggal, diadakan=diadakan)


def _kalimat(status, sisi, tindakan=(), tinjauan=()):
    return berikutnya(rencana=_rencana(status), sisi=sisi, hari=HARI, tindakan=tindakan, tinjauan=tinjauan)


@pytest.mark.parametrize(
    ("status", "sisi", "kata"),
    [
        ("draf", "atasan", "kirim paling lambat 16-03-2026"),
        ("draf", None, "Budi menyusun"),
        ("diusulkan", "pegawai", "Pilih Saya sepakat"),
        ("diusulkan", "atasan", "Menunggu Ratna"),
        ("menunggu_simpulan", "atasan", "Tulis simpulan"),
        ("menunggu_simpulan", "pegawai", "Menunggu simpulan Budi"),
    ],
)
def test_before_and_after_the_running_time(status, sisi, kata):
    assert kata in _kalimat(status, sisi)


@pytest.mark.parametrize("status", ["tercapai", "tidak_tercapai", "batal"])
def test_a_plan_that_is_over_asks_nothing(status):
    assert _kalimat(status, "atasan") is None


def test_a_check_in_not_written_down_comes_first_for_the_assessor():
    lewat = [_tinjauan(date(2026, 2, 20), diadakan=True), _tinjauan(HARI)]
    janji = [_tindakan("atasan", date(2026, 3, 1)), _tindakan("pegawai", date(2026, 3, 5))]
    assert "Catat pertemuan tinjauan 02-03-2026" in _kalimat("berjalan", "atasan", janji, lewat)
    assert "Tugas pegawai 5" in _kalimat("berjalan", "pegawai", janji, lewat)


def test_then_the_own_promise_with_the_nearest_day():
    janji = [
        _tindakan("atasan", date(2026, 3, 9)),
        _tindakan("atasan", date(2026, 3, 4)),
        _tindakan("atasan", date(2026, 3, 3), "selesai"),
    ]
    assert "Tugas atasan 4" in _kalimat("berjalan", "atasan", janji)


def test_then_the_next_check_in_and_at_last_the_end():
    depan = [_tinjauan(date(2026, 4, 1))]
    assert "berikutnya 01-04-2026" in _kalimat("berjalan", "pegawai", (), depan)
    assert "Simpulan ditulis setelah" in _kalimat("berjalan", None)
