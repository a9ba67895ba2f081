"""Who retires within a year: the SQL and the pure rule agree, and heads are counted apart."""

from datetime import date, timedelta

import pytest

from pegawai.aturan.bup import bup, tanggal_pensiun
from pegawai.models import Jabatan, Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from pegawai.services.pensiun import akan_pensiun, ramal, saring_pensiun

HARI = date(2026, 11, 22)


def lahir(pegawai, hari, **jabatan):
    Pegawai.objects.filter(pk=pegawai.pk).update(tanggal_lahir=hari)
    if jabatan:
        baru = Jabatan.objects.create(**{"nama": f"Jabatan {pegawai.nama}", "jenis": "fungsional"} | jabatan)
        Penempatan.objects.filter(pegawai=pegawai).update(jabatan=baru)


def daftar(dalam=None):
    segarkan()
    qs = akan_pensiun(dalam=Pegawai.objects.all() if dalam is None else dalam, pada=HARI)
    return {p.nama.split()[0]: (p.usia, p.pensiun) for p in qs}


def test_each_kind_of_post_has_its_day(pemeran):
    lahir(pemeran.kadis, date(1967, 1, 31))  # JPT Pratama 60: February 2027
    lahir(pemeran.kabid, date(1969, 1, 31))  # administrator 58: February 2027
    lahir(pemeran.sari, date(1969, 11, 30))  # pelaksana 58: December 2027, a month too late
    lahir(pemeran.ratna, date(1967, 5, 5), nama="Guru Ahli Muda", jenjang="Ahli Muda")
    assert daftar() == {
        "Yohanes": (60, date(2027, 2, 1)),
        "Budi": (58, date(2027, 2, 1)),
        "Ratna": (60, date(2027, 6, 1)),
    }


def test_what_siasn_keeps_with_a_title_wins(pemeran):
    lahir(pemeran.ratna, date(1961, 12, 5), nama="Dokter Pendidik", jenjang="Ahli Utama", bup=65)
    lahir(pemeran.rudi, date(1961, 12, 5), nama="Pengawas Sekolah", jenjang="Ahli Madya")
    assert daftar() == {"Ratna": (65, date(2027, 1, 1)), "Rudi": (60, date(2022, 1, 1))}


def test_the_regent_is_elected_and_who_has_left_is_no_longer_listed(pemeran):
    lahir(pemeran.bupati, date(1960, 1, 1))
    lahir(pemeran.rudi, date(1960, 1, 1))
    Penempatan.objects.filter(pegawai=pemeran.rudi).update(selesai=date(2022, 1, 1))
    assert daftar() == {}


@pytest.mark.parametrize(
    ("jenis", "jenjang", "nama"),
    [
        ("jpt_pratama", "", "Kepala Dinas Uji"), ("administrator", "", "Camat"), ("pengawas", "", "Lurah"),
        ("pelaksana", "", "Guru Honorer"), ("fungsional", "Ahli Utama", "Peneliti Ahli Utama"),
        ("fungsional", "Ahli Madya", "Peneliti Ahli Madya"), ("fungsional", "Ahli Utama", "Auditor Ahli Utama"),
        ("fungsional", "Ahli Pertama", "Guru Ahli Pertama"), ("fungsional", "Ahli Muda", "Dosen Lektor"),
        ("fungsional", "Terampil", "Bidan Terampil"), ("fungsional", "", "Guru Besar"),
    ],
)  # fmt: skip
def test_the_statement_and_the_rule_agree(jenis, jenjang, nama, pemeran):
    usia = bup(jenis=jenis, jenjang=jenjang, nama=nama, pada=HARI)
    for hari in (date(2027 - usia, 2, 28), date(2027 - usia, 1, 1), date(2026 - usia, 12, 31)):
        lahir(pemeran.rudi, hari)
        Jabatan.objects.filter(nama=nama).delete()
        satu = Jabatan.objects.create(nama=nama, jenis=jenis, jenjang=jenjang)
        Penempatan.objects.filter(pegawai=pemeran.rudi).update(jabatan=satu)
        assert daftar() == {"Rudi": (usia, tanggal_pensiun(hari, usia))}
        Penempatan.objects.filter(pegawai=pemeran.rudi).update(jabatan=Jabatan.objects.get(nama="Bupati"))


def test_numbers_by_month_and_unit_and_what_a_filter_leaves(pemeran):
    lahir(pemeran.kadis, date(1967, 1, 31))
    lahir(pemeran.ratna, date(1969, 3, 1))
    lahir(pemeran.rudi, date(1969, 1, 31))
    segarkan()
    qs = akan_pensiun(dalam=Pegawai.objects.all(), pada=HARI)
    hasil = ramal(qs)
    assert (hasil.semua, hasil.kepala) == (3, 1)
    assert hasil.bulan == [(date(2027, 2, 1), 2), (date(2027, 4, 1), 1)]
    assert [(nama, n, k) for _p, nama, n, k in hasil.unit] == [
        ("Dinas Kependudukan dan Pencatatan Sipil", 2, 1), ("Dinas Perhubungan", 1, 0),
    ]  # fmt: skip
    assert saring_pensiun(qs, bulan="2027-04").get() == pemeran.ratna
    assert saring_pensiun(qs, kepala=True).get() == pemeran.kadis
    assert saring_pensiun(qs, unit=hasil.unit[1][0]).get() == pemeran.rudi
    for aneh in ("2027-13", "0000-01", "x", "٢٠٢٧-01", "2027-1"):
        assert saring_pensiun(qs, bulan=aneh).count() == 3


def test_the_twelve_months_end_on_the_day(pemeran):
    lahir(pemeran.rudi, date(1969, 10, 31))  # November 2027
    assert daftar() == {"Rudi": (58, date(2027, 11, 1))}
    lahir(pemeran.rudi, date(1969, 10, 31) + timedelta(1))
    assert daftar() == {}
