"""Likely doubles: found by equal keys, kept for the page, not offered again once somebody said no."""

from datetime import date

import pytest

from pegawai.models import GandaPegawai, GandaUnit, Pegawai, UnitKerja
from pegawai.services.ganda import bukan_ganda, cari_ganda
from tests.pemeran import _unit

pytestmark = pytest.mark.django_db
LAHIR = date(1990, 1, 1)


@pytest.fixture
def orang(db):
    def buat(nama, nip, **lain):
        isi = {"jenis": "pns", "jenis_kelamin": "P", "tanggal_lahir": LAHIR} | lain
        return Pegawai.objects.create(nama=nama, nip=nip, **isi)

    return buat


def sebab():
    cari_ganda()
    return list(GandaPegawai.objects.values_list("sebab", flat=True))


@pytest.mark.parametrize(
    ("satu", "dua", "alasan"),
    [
        # the same NIK under two names
        (
            ("ANI", "199001012015032001", {"nik": "32"}),
            ("BUDI", "198001012015032002", {"nik": "32"}),
            ["nik"],
        ),
        # name and birth date, titles and spaces apart
        (
            ("SITI AMINAH", "199001012015032001", {}),
            ("Siti  Aminah", "199001012020122002", {}),
            ["nama_lahir"],
        ),
        # a new number of a PPPK; the file still had the old one
        (
            ("JOKO", "199001012021211001", {"jenis": "pppk"}),
            ("JOKO S", "199001012024221009", {"jenis": "pppk", "nip_lama": "199001012021211001"}),
            ["nip_lama"],
        ),
        # a wrong digit in the date of birth, the rest of the number and the name agree
        (
            ("MADE", "199001012015032001", {}),
            ("MADE", "199001072015032001", {"tanggal_lahir": date(1990, 1, 7)}),
            ["nip_mirip"],
        ),
        # another serial number and a letter more in the name
        (
            ("WAYAN LESTARI", "199001012015032001", {}),
            ("WAYAN LESTARRI", "199001012015032019", {}),
            ["nip_mirip"],
        ),
        # twins, or two people of one day: other names
        (("ANI", "199001012015032001", {}), ("SUTRISNO", "199001012015032002", {}), []),
        # the same name, another date of birth and number
        (
            ("SRI WAHYUNI", "199001012015032001", {}),
            ("SRI WAHYUNI", "198506052010012003", {"tanggal_lahir": date(1985, 6, 5)}),
            [],
        ),
        # whoever has left is no double of anybody
        (("ANI", "199001012015032001", {}), ("ANI", "199001012020122002", {"kedudukan_hukum": "99"}), []),
    ],
)
def test_two_records_are_a_likely_double(satu, dua, alasan, orang):
    for nama, nip, lain in (satu, dua):
        orang(nama, nip, **lain)
    assert sebab() == alasan
    assert cari_ganda() == 0  # twice changes nothing


def test_what_was_called_no_double_stays_so_and_what_was_mended_is_gone(orang):
    satu = orang("ANI", "199001012015032001")
    orang("ANI", "199001012020122002")
    orang("ANI", "199001012021122003")
    cari_ganda()
    assert GandaPegawai.objects.count() == 3
    bukan = GandaPegawai.objects.exclude(satu=satu).exclude(dua=satu).get()
    bukan_ganda(pasangan=bukan, bukan=True, alasan="Kembar", oleh=None)
    Pegawai.objects.filter(pk=satu.pk).update(nama="ANI LAIN")
    cari_ganda()
    assert list(GandaPegawai.objects.values_list("pk", "bukan", "alasan")) == [(bukan.pk, True, "Kembar")]
    bukan_ganda(pasangan=bukan, bukan=False, alasan="", oleh=None)
    assert not GandaPegawai.objects.get().bukan


@pytest.mark.parametrize(
    ("satu", "dua", "alasan"),
    [
        ("Bidang Pencatatan Sipil", "BIDANG PENCATATAN SIPIL ", ["nama"]),
        ("Bidang Pencatatan Sipil", "Bidang Pencattan Sipil", ["mirip"]),
        ("SD Negeri 1 Asri", "SD Negeri 2 Asri", []),
        ("SMP Negeri II Asri", "SMP Negeri III Asri", []),
        ("SMP Negeri 1 Asri", "SD Negeri 1 Asri", []),
        ("Bidang Pencatatan Sipil", "Bidang Pengairan", []),
    ],
)
def test_units_under_the_same_parent(satu, dua, alasan, db):
    atas = _unit(None, "Pemerintah", "instansi")
    lain = _unit(atas, "Dinas Lain", "dinas")
    _unit(atas, satu, "bidang")
    _unit(atas, dua, "bidang")
    _unit(lain, satu, "bidang")  # elsewhere: a usual name
    cari_ganda()
    assert list(GandaUnit.objects.values_list("sebab", flat=True)) == alasan
    UnitKerja.objects.filter(nama=dua).update(ditutup=date(2020, 1, 1))
    cari_ganda()
    assert not GandaUnit.objects.exists()


def test_units_with_a_code_that_differs_in_signs_only(db):
    atas = _unit(None, "Pemerintah", "instansi")
    for nama, kode in (("Satu", "a1-02"), ("Dua", "A102")):
        UnitKerja.objects.filter(pk=_unit(atas, nama, "bidang").pk).update(kode=kode)
    cari_ganda()
    assert GandaUnit.objects.get().sebab == "kode"
