"""The tree of the organisation × the roles of the admin."""

import pytest
from django.urls import reverse

from pegawai.models import UnitKerja

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def tujuan():
    return reverse("admin:pegawai_unitkerja_pohon")


def jalur(awal):
    return UnitKerja.objects.get(nama__startswith=awal).path


@pytest.mark.parametrize(
    ("peran", "dukcapil", "dishub"),
    [
        ("pengelola_instansi", True, True), ("pengelola_opd", True, False), ("pengelola_opd_lain", False, True),
        ("auditor", True, True), ("admin_sistem", True, True),
    ],
)  # fmt: skip
def test_each_sees_his_subtree_also_in_search_and_branches(peran, dukcapil, dishub, pemeran, masuk, tujuan):
    klien = masuk(getattr(pemeran, peran))
    for alamat in (tujuan, f"{tujuan}?cari=dinas", f"{tujuan}?tutup=ya&buka={jalur('Bidang')}"):
        isi = klien.get(alamat).content.decode()
        assert ("Dinas Kependudukan" in isi, "Dinas Perhubungan" in isi) == (dukcapil, dishub)
    ranting = klien.get(f"{tujuan}?buka={jalur('Dinas Kependudukan')}", headers=HTMX)
    assert ranting.status_code == (200 if dukcapil else 404)


def test_who_is_no_staff_is_sent_away(pemeran, masuk, client, tujuan):
    assert masuk(pemeran.kabid).get(tujuan).status_code == client.get(tujuan).status_code == 302


def test_a_branch_is_the_same_alone_and_in_the_page(pemeran, masuk, tujuan):
    klien = masuk(pemeran.pengelola_instansi)
    alamat = f"{tujuan}?buka={jalur('Dinas Kependudukan')}"
    ranting = klien.get(alamat, headers=HTMX)
    assert "<html" not in ranting.content.decode()
    utuh = "".join(klien.get(alamat).content.decode().split())
    assert "".join(ranting.content.decode().split()) in utuh
    assert "HX-Request" in ranting["Vary"]


@pytest.mark.parametrize("isi", ["?buka=%27", "?buka=zzzz", "?cari=%25", "?kosong=ya&sesudah=x"])
def test_nonsense_in_the_address_is_no_error(isi, pemeran, masuk, tujuan):
    klien = masuk(pemeran.pengelola_instansi)
    assert klien.get(tujuan + isi).status_code == 200
    assert klien.get(tujuan + isi, headers=HTMX).status_code == 404
    assert klien.post(tujuan + isi).status_code == 405


def test_vacancies_are_listed(pemeran, masuk, tujuan):
    isi = masuk(pemeran.pengelola_instansi).get(tujuan + "?kosong=ya").content.decode()
    assert "Badan Kepegawaian" in isi
    assert "Dinas Perhubungan" not in isi


def test_queries_do_not_grow_with_the_units(pemeran, masuk, tujuan, django_assert_max_num_queries):
    klien = masuk(pemeran.pengelola_instansi)
    klien.get(tujuan)
    with django_assert_max_num_queries(40) as sedikit:
        klien.get(tujuan)
    puncak = UnitKerja.objects.get(depth=1)
    for n in range(8):
        isi = {"nama": f"Dinas {n}", "jenis": "dinas", "dibuka": "2017-01-01"}
        UnitKerja.objects.add_child(UnitKerja.objects.get(pk=puncak.pk), create_kwargs=isi)
    with django_assert_max_num_queries(len(sedikit)):
        assert "Dinas 7" in klien.get(tujuan).content.decode()
