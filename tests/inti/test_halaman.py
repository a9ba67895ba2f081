"""Paging by key: nothing twice, nothing lost, whatever is in the address."""

from datetime import date
from itertools import chain

import pytest
from django.http import QueryDict

from inti.halaman import halaman
from inti.models import HariLibur, JenisLibur

pytestmark = pytest.mark.django_db


@pytest.fixture
def libur():
    """Three names on each of four days."""
    baris = [
        HariLibur(tanggal=date(2026, 5, hari), nama=nama, jenis=JenisLibur.LIBUR_DAERAH)
        for hari in (1, 2, 3, 4)
        for nama in ("A", "B", "C")
    ]
    HariLibur.objects.bulk_create(baris)
    return HariLibur.objects.all()


def telusuri(baris, urutan, arah, kueri=""):
    hasil = []
    while True:
        satu = halaman(baris, urutan, QueryDict(kueri.lstrip("?")), ukuran=5)
        hasil.append([(b.tanggal.day, b.nama) for b in satu.baris])
        kueri = getattr(satu, arah)
        if not kueri:
            return hasil, satu


@pytest.mark.parametrize("urutan", [("tanggal", "nama"), ("-tanggal", "-nama")])
def test_all_rows_once_in_order_forwards_and_back(libur, urutan):
    semua = [(b.tanggal.day, b.nama) for b in libur.order_by(*urutan)]
    maju, akhir = telusuri(libur, urutan, "berikutnya")
    assert [len(h) for h in maju] == [5, 5, 2]
    assert [*chain.from_iterable(maju)] == semua
    mundur, awal = telusuri(libur, urutan, "sebelumnya", akhir.sebelumnya)
    assert mundur == [maju[1], maju[0]]
    assert awal.berikutnya


def test_a_row_removed_or_added_meanwhile_shifts_nothing(libur):
    pertama = halaman(libur, ("tanggal", "nama"), QueryDict(), ukuran=5)
    libur.filter(tanggal=date(2026, 5, 1)).delete()
    kedua = halaman(libur, ("tanggal", "nama"), QueryDict(pertama.berikutnya[1:]), ukuran=5)
    assert [(b.tanggal.day, b.nama) for b in kedua.baris[:1]] == [(2, "C")]


def test_other_parameters_stay_in_the_address(libur):
    satu = halaman(libur, ("tanggal", "nama"), QueryDict("cari=hari+raya&sesudah=x"), ukuran=5)
    assert QueryDict(satu.berikutnya[1:])["cari"] == "hari raya"


@pytest.mark.parametrize(
    "kunci",
    [
        "",
        "x",
        "%FF",
        "W10",
        "WyJhIl0",
        "WyJhIiwiYiJd",
        "bnVsbA",
        "W251bGwsbnVsbF0",
        "WyIyMDI2LTA1LTAxIiwiXHUwMDAwIl0",
        "Mw",
        "WyIyMDI2LTA1LTAxIixJbmZpbml0eV0",  # a number where a text is written
        "WyIyMDI2LTA1LTAxIiwiXHVkODAwIl0",  # half a character, which no database can be asked for
        pytest.param("W1tb" * 30_000, id="nested without end"),
    ],
)
def test_a_key_that_cannot_be_read_gives_the_first_page(libur, kunci):
    for nama in ("sesudah", "sebelum"):
        satu = halaman(libur, ("tanggal", "nama"), QueryDict(f"{nama}={kunci}"), ukuran=5)
        assert [(b.tanggal.day, b.nama) for b in satu.baris][:2] == [(1, "A"), (1, "B")]


def test_no_rows_no_addresses(db):
    satu = halaman(HariLibur.objects.all(), ("tanggal", "nama"), QueryDict())
    assert (satu.baris, satu.berikutnya, satu.sebelumnya) == ([], "", "")
