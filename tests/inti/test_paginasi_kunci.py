"""Pages by key in any order: complete, without doubles, whatever is added or removed between two visits."""

import itertools
import json
from base64 import urlsafe_b64encode

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inti.paginasi_kunci import (
    AKHIR,
    SEBELUM,
    SESUDAH,
    UJUNG,
    halaman_kunci,
    perkiraan,
    urai_urutan,
)
from pegawai.models import Jabatan, Penempatan, UnitKerja
from pegawai.models import Pegawai as Orang

pytestmark = pytest.mark.django_db
URUTAN = [("nama", "id"), ("-jenjang", "nama", "id"), ("kode", "id"), ("-kode", "nama", "-id"), ("-id",)]


def minta(urutan, qs=None, ukuran=3, **kueri):
    qs = Jabatan.objects.all() if qs is None else qs
    return halaman_kunci(qs, urai_urutan(qs, urutan), kueri, ukuran)


def telusuri(urutan, qs=None, ukuran=3):
    """All pages from the first on."""
    h = minta(urutan, qs, ukuran)
    yield h
    while h.sesudah:
        h = minta(urutan, qs, ukuran, **{SESUDAH: h.sesudah})
        yield h


@pytest.fixture
def jabatan(db):
    """Names that repeat, codes that are missing."""
    Jabatan.objects.all().delete()
    for n in range(11):
        Jabatan.objects.create(
            nama=f"JABATAN {n % 4}", kode=None if n % 3 == 0 else f"K{n:02}", jenis="fungsional",
            jenjang=("", "muda", "ahli")[n % 3],
        )  # fmt: skip


@pytest.mark.parametrize("urutan", URUTAN)
def test_forwards_and_backwards_give_the_whole_list_once(jabatan, urutan):
    semua = list(Jabatan.objects.order_by(*urutan))
    maju = list(telusuri(urutan))
    assert [b for h in maju for b in h.baris] == semua
    assert [h.nomor for h in maju] == [1, 4, 7, 10]
    mundur = [maju[-1]]
    while mundur[-1].sebelum:
        mundur.append(minta(urutan, **{SEBELUM: mundur[-1].sebelum}))
    assert [(h.nomor, h.baris) for h in mundur] == [(h.nomor, h.baris) for h in reversed(maju)]


@pytest.mark.parametrize("urutan", URUTAN)
def test_the_end_is_reached_in_one_step_and_left_backwards(jabatan, urutan):
    semua = list(Jabatan.objects.order_by(*urutan))
    akhir = minta(urutan, **{UJUNG: AKHIR})
    assert (akhir.baris, akhir.nomor, akhir.sesudah) == (semua[-3:], 0, "")
    sebelumnya = minta(urutan, **{SEBELUM: akhir.sebelum})
    assert (sebelumnya.baris, sebelumnya.nomor) == (semua[-6:-3], 0)
    assert minta(urutan, **{SESUDAH: sebelumnya.sesudah}).baris == semua[-3:]


def test_a_row_added_or_removed_between_pages_neither_doubles_nor_skips(jabatan):
    urutan = ("nama", "id")
    pertama = minta(urutan)
    semua = list(Jabatan.objects.order_by(*urutan))
    Jabatan.objects.create(nama="AAA", jenis="fungsional")
    assert minta(urutan, **{SESUDAH: pertama.sesudah}).baris == semua[3:6]
    semua[3].delete()
    pertama.baris[-1].delete()  # the very row of the key
    assert minta(urutan, **{SESUDAH: pertama.sesudah}).baris == semua[4:7]


def test_what_stood_beyond_a_key_may_be_gone(jabatan):
    """The last page then, or the first; never an empty one."""
    urutan = ("nama", "id")
    *_, sebelum_akhir, _akhir = telusuri(urutan)
    semua = list(Jabatan.objects.order_by(*urutan))
    for satu in semua[9:]:
        satu.delete()
    assert minta(urutan, **{SESUDAH: sebelum_akhir.sesudah}).baris == semua[6:9]
    kedua = minta(urutan, **{SESUDAH: minta(urutan).sesudah})
    semua[0].delete()
    h = minta(urutan, **{SEBELUM: kedua.sebelum})
    assert (h.nomor, h.baris) == (1, semua[1:4])


def test_an_order_through_other_tables(pemeran):
    urutan = ("-mulai", "unit__nama", "pegawai", "id")
    qs = Penempatan.objects.all()
    sama = ("-mulai", "unit__nama", "pegawai__nama", "pegawai__id", "id")
    assert [b for h in telusuri(urutan, qs) for b in h.baris] == list(qs.order_by(*sama))


def test_a_page_costs_one_query_and_is_found_by_the_index(jabatan):
    h = minta(("nama", "id"))
    with CaptureQueriesContext(connection) as tangkapan:
        minta(("nama", "id"), **{SESUDAH: h.sesudah})
    assert len(tangkapan) == 1
    assert "OFFSET" not in tangkapan[0]["sql"]


def test_rows_are_counted_no_further_than_is_told(jabatan, monkeypatch):
    assert perkiraan(Jabatan.objects.all()) == 11
    monkeypatch.setattr("inti.paginasi_kunci.PERKIRAAN_MAKS", 5)
    with CaptureQueriesContext(connection) as tangkapan:
        assert perkiraan(Jabatan.objects.order_by("nama")) == 6
    assert "COUNT(" not in tangkapan[0]["sql"]
    assert "ORDER" not in tangkapan[0]["sql"]


def test_a_column_named_twice_counts_where_it_stands_first(db):
    urut = urai_urutan(Jabatan.objects.all(), ("nama", "-kode", "-nama", "id"))
    assert [(u.kolom, u.turun) for u in urut] == [("nama", False), ("kode", True), ("id", False)]


def test_what_is_no_column_has_no_order(db):
    with pytest.raises(FieldDoesNotExist):
        urai_urutan(Jabatan.objects.all(), ["bukan"])
    assert [u.kolom for u in urai_urutan(UnitKerja.objects.all(), ["path"])] == ["path"]
    assert [u.kosong for u in urai_urutan(Orang.objects.all(), ["nip", "atasan__penilai__nama", "pk"])] == [
        True,
        True,
        False,
    ]


def kunci(*isi):
    return urlsafe_b64encode(json.dumps(isi).encode()).decode().rstrip("=")


ISI = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.just("\ud800"))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(isi=st.lists(ISI, max_size=4), nama=st.sampled_from([SESUDAH, SEBELUM]))
def test_no_forged_key_is_an_error(db, isi, nama):
    for urutan, qs in ((("nama", "id"), Jabatan.objects.all()), (("-mulai", "id"), Penempatan.objects.all())):
        for teks in (kunci(*isi), kunci(1, *isi), *itertools.islice(map(str, isi), 2)):
            minta(urutan, qs, **{nama: teks})


def test_a_key_that_cannot_be_read_gives_the_first_page(jabatan):
    pertama = minta(("nama", "id")).baris
    for teks in (
        "",
        "x",
        "%%",
        kunci(1),
        kunci(-1, "A", "B"),
        kunci(1, "A", "bukan kunci"),
        kunci(1, None, None),
    ):
        assert minta(("nama", "id"), **{SESUDAH: teks}).baris == pertama
