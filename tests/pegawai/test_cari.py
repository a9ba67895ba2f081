"""Search by parts of names, with mistakes: what is found, in which order, by how many queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from akses.enums import Izin
from akses.services import terlihat_oleh
from pegawai.models import Jabatan, KataNama, Pegawai, UnitKerja
from pegawai.services.cari import cari_nama, cari_orang, kata_cari, salah_ketik, segarkan_kata

pytestmark = pytest.mark.django_db
NAMA = (
    "Siti Nurhaliza", "Nurhayati Siregar", "Budi Santoso", "Agus Wibowo", "I Made Ardika", "Putri Susanto",
    "SITI AISYAH", "Nur", "Dr Budi Raharjo", "Made Li Wijaya",
)  # fmt: skip


@pytest.fixture
def orang():
    baru = [
        Pegawai(nip=f"1980010120050110{n:02d}", nama=nama, jenis="pns", jenis_kelamin="L")
        for n, nama in enumerate(NAMA, 10)
    ]
    return Pegawai.objects.bulk_create(baru)


def cari(teks):
    return [p.nama for p in cari_orang(Pegawai.objects.all(), teks)]


@pytest.mark.parametrize(
    ("teks", "temuan"),
    [
        ("nurhaliza", ["Siti Nurhaliza"]),
        ("haliz", ["Siti Nurhaliza"]),  # a part
        ("nurhaliza siti", ["Siti Nurhaliza"]),  # any order
        ("Dra. Siti Nurhaliza, S.Sos., M.Si", ["Siti Nurhaliza"]),  # titles
        ("nurhalisa", ["Siti Nurhaliza"]),  # a letter wrong
        ("nurhaliiza siti", ["Siti Nurhaliza"]),  # one too many
        ("nuhaliza", ["Siti Nurhaliza"]),  # one missing
        ("susnato", ["Putri Susanto"]),  # two changed
        ("budy santosa", ["Budi Santoso"]),
        ("agos", ["Agus Wibowo"]),  # a short word with too few trigrams in common
        ("gaus wibwoo", ["Agus Wibowo"]),
        ("stii nurhaliza", ["Siti Nurhaliza"]),
        ("li", ["Made Li Wijaya"]),  # two letters: where a word begins
        ("19800101200501101", [n for n in sorted(NAMA, key=str.casefold)]),
        ("198001012005011010", ["Siti Nurhaliza"]),
        ("tidak ada", []),
        ("nurhaliza wibowo", []),
    ],
)
def test_people_are_found_by_parts_in_any_order_and_with_mistakes(teks, temuan, orang):
    assert sorted(cari(teks), key=str.casefold) == temuan


def test_names_that_begin_as_typed_come_first(orang):
    assert cari("nur") == ["Nur", "Nurhayati Siregar", "Siti Nurhaliza"]
    assert cari("siti") == ["SITI AISYAH", "Siti Nurhaliza"]


def test_fewer_mistakes_come_first(orang):
    Pegawai.objects.create(nip="198001012005011099", nama="Susante Adi", jenis="pns", jenis_kelamin="L")
    assert cari("susanta") == ["Putri Susanto", "Susante Adi"]  # one mistake each: by name
    assert cari("susamte") == ["Susante Adi", "Putri Susanto"]


def test_a_name_that_changes_is_found_with_mistakes_at_once(orang):
    Pegawai.objects.filter(nama="Agus Wibowo").update(nama="Agus Kristanto")
    assert cari("kristnato") == ["Agus Kristanto"]


def test_words_are_written_once_and_filled_after_loads_without_triggers(orang):
    def kata(satu):
        return KataNama.objects.filter(kata=satu).count()

    assert (kata("SITI"), kata("BUDI"), kata("NURHALIZA")) == (1, 1, 1)
    KataNama.objects.all().delete()
    assert cari("nurhalisa") == []
    assert segarkan_kata() > 0
    assert segarkan_kata() == 0
    assert cari("nurhalisa") == ["Siti Nurhaliza"]


@pytest.mark.parametrize(
    "teks",
    ["\x00", "%", "_", "\\", "'", "a" * 3000, "(.*", "x " * 500, "٣٤", "[a-"],
    ids=[f"isi{n}" for n in range(10)],
)
def test_whatever_is_typed_is_only_searched_for(teks, orang):
    assert len(cari(teks)) <= len(NAMA) + 1


@pytest.mark.parametrize(
    ("teks", "banyak"), [("nurhaliza", 2), ("nurhalisa", 3), ("budy sntoso s raharjp", 3)]
)
def test_the_number_of_queries_does_not_grow(teks, banyak, orang):
    with CaptureQueriesContext(connection) as tangkapan:
        cari(teks)
    assert len(tangkapan) == banyak


def test_the_scope_holds_inside_the_search(pemeran, orang):
    terlihat = terlihat_oleh(Pegawai.objects.all(), pemeran.pengelola_opd, Izin.PEGAWAI_LIHAT)
    assert pemeran.ratna in cari_orang(terlihat, pemeran.ratna.nama)
    salah = pemeran.rudi.nama.split()[0][:-1] + "x"
    assert pemeran.rudi in cari_orang(Pegawai.objects.all(), salah)
    for teks in (pemeran.rudi.nama, salah, "nurhalisa"):
        assert pemeran.rudi not in cari_orang(terlihat, teks)


def test_titles_are_left_out_unless_they_are_all_there_is():
    assert kata_cari("Dr. H. Budi, S.E., M.M.") == ["BUDI"]
    assert kata_cari("prof budi st") == ["BUDI"]
    assert kata_cari("M.") == ["M."]


@pytest.mark.parametrize(
    ("satu", "lain", "jumlah"),
    [("A", "A", 0), ("SITI", "STII", 1), ("BUDI", "BUDY", 1), ("SUSANTO", "SUSNATO", 1), ("", "AB", 2),
     ("NURHALIZA", "NURHAYATI", 4), ("KATA", "AKAT", 2)],
)  # fmt: skip
def test_mistakes_are_counted_as_a_typist_makes_them(satu, lain, jumlah):
    assert salah_ketik(satu, lain) == salah_ketik(lain, satu) == jumlah


def test_units_and_posts_are_found_by_part_code_and_with_mistakes(pemeran):
    UnitKerja.objects.filter(nama="Bidang Pencatatan Sipil").update(kode="U-1", singkatan="Capil")
    for teks in ("pencatatan", "sipil penc", "capil", "U-1", "pencataan"):
        temuan = cari_nama(UnitKerja.objects.all(), teks, "nama", "singkatan")
        assert "Bidang Pencatatan Sipil" in [u.nama for u in temuan], teks
    assert cari_nama(Jabatan.objects.all(), "analiss kependudkan", "nama")[0].nama == "Analis Kependudukan"
    assert not cari_nama(Jabatan.objects.all(), "xqzw", "nama")


@pytest.mark.ignore_template_errors
def test_lists_and_choices_of_the_admin_search_that_way(pemeran, masuk, orang):
    klien = masuk(pemeran.pengelola_instansi)
    for daftar in ("pegawai_pegawai", "pegawai_penempatan", "akses_akun"):
        alamat = reverse(f"admin:{daftar}_changelist")
        assert klien.get(alamat, {"q": "ratan"}).context["cl"].result_list, daftar
    temuan = klien.get(reverse("admin:pegawai_pegawai_changelist"), {"q": "nur"}).context["cl"].result_list
    assert [p.nama for p in temuan][:2] == ["Nur", "Nurhayati Siregar"]
    pilihan = {
        "app_label": "pegawai",
        "model_name": "atasankhusus",
        "field_name": "penilai",
        "term": "nurhalisa",
    }
    hasil = klien.get(reverse("admin:autocomplete"), pilihan).json()["results"]
    assert [h["text"] for h in hasil] == ["Siti Nurhaliza · 198001012005011010"]
