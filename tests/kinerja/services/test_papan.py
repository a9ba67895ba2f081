"""The first page of the admin: each part for whoever may read it, in few queries."""

import pytest

from akses.admin_izin import Penjaga
from akses.pelaku import TAMU
from kinerja.services.papan import papan
from pegawai.models import UnitKerja
from tests.kinerja.services.test_kemajuan import jaga
from tests.kinerja.services.test_kemajuan import waktu as waktu

pytestmark = pytest.mark.django_db


def test_the_keeper_of_the_system_sees_the_dates_and_no_progress(pemeran, waktu):
    isi = papan(jaga(pemeran.admin_sistem))
    assert isi.kemajuan is None
    assert isi.tanggal
    assert not isi.hampa


def test_whoever_holds_no_role_gets_an_empty_page_without_a_query(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        assert papan(Penjaga(TAMU, pemasang=False)).hampa


def test_the_first_page_takes_at_most_ten_queries(pemeran, waktu, django_assert_max_num_queries):
    penjaga = jaga(pemeran.pengelola_instansi)
    with django_assert_max_num_queries(10):
        assert papan(penjaga).kemajuan.total.satu("lapor").semua == 2


def test_further_down_the_things_to_do_stay_those_of_the_whole_scope(pemeran, waktu):
    penjaga = jaga(pemeran.pengelola_instansi)
    capil = UnitKerja.objects.get(nama="Bidang Pencatatan Sipil")
    atas, bawah = papan(penjaga), papan(penjaga, capil.path)
    assert bawah.kemajuan.total.nama == "Bidang Pencatatan Sipil"
    assert bawah.hal == atas.hal != []
