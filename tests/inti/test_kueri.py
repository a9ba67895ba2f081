"""A query of fixed shape answers like its queryset, for every caller's values."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext

from inti.kueri import KueriTetap
from inti.models import HariLibur
from pegawai.models import Pegawai

pytestmark = pytest.mark.django_db

ORANG = KueriTetap(
    lambda pegawai: Pegawai.objects.select_related("atasan__unit").filter(pk=pegawai), pegawai=UUID
)
LIBUR = KueriTetap(
    lambda dari, sampai: HariLibur.objects.filter(tanggal__range=(dari, sampai)).values_list(
        "tanggal", "nama"
    ),
    dari=date,
    sampai=date,
)


@pytest.fixture
def libur():
    for hari, nama in ((date(2026, 1, 1), "Tahun Baru"), (date(2026, 8, 17), "Kemerdekaan")):
        HariLibur.objects.create(tanggal=hari, nama=nama, jenis="libur_nasional", sumber="uji")


def test_each_call_gets_the_rows_of_its_own_values(pemeran):
    assert ORANG.pertama(pegawai=pemeran.ratna.pk) == pemeran.ratna
    assert ORANG.pertama(pegawai=pemeran.sari.pk).nama == pemeran.sari.nama
    assert ORANG(pegawai=uuid4()) == []


def test_related_objects_come_with_the_row_in_one_query(pemeran):
    ORANG(pegawai=pemeran.sari.pk)
    with CaptureQueriesContext(connection) as kueri:
        unit = ORANG.pertama(pegawai=pemeran.ratna.pk).atasan.unit
    assert len(kueri) == 1
    assert unit.nama


def test_tuples_stay_tuples_and_keep_their_order(libur):
    semua = LIBUR(dari=date(2026, 1, 1), sampai=date(2026, 12, 31))
    assert semua == [(date(2026, 1, 1), "Tahun Baru"), (date(2026, 8, 17), "Kemerdekaan")]
    assert LIBUR(dari=date(2026, 2, 1), sampai=date(2026, 12, 31)) == [(date(2026, 8, 17), "Kemerdekaan")]


def test_numbers_and_annotations(libur):
    per_jenis = KueriTetap(
        lambda bulan: (
            HariLibur.objects.filter(tanggal__month=bulan)
            .order_by()
            .values_list("jenis")
            .annotate(n=Count("pk"))
        ),
        bulan=int,
    )
    assert per_jenis(bulan=8) == [("libur_nasional", 1)]
    assert per_jenis(bulan=9) == []


@pytest.mark.parametrize("nilai", [{}, {"pegawai": None}, {"pegawai": "x"}, {"orang": uuid4()}])
def test_other_values_are_refused(nilai):
    with pytest.raises(TypeError):
        ORANG(**nilai)


def test_a_value_that_the_query_does_not_use_is_refused():
    kueri = KueriTetap(lambda pegawai, hari: Pegawai.objects.filter(pk=pegawai), pegawai=UUID, hari=date)
    with pytest.raises(ValueError, match="hari"):
        kueri(pegawai=uuid4(), hari=date(2026, 1, 1))


def test_threads_share_the_query_but_not_the_connection(libur):
    def terpisah(_n):
        try:
            return LIBUR(dari=date(2026, 1, 1), sampai=date(2026, 12, 31))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as kolam:
        hasil = list(kolam.map(terpisah, range(4)))
    assert hasil == [[]] * 4  # other connections do not see what this test has not committed
