"""What waits for HR today: each kind of thing once, in the scope of the reader, with a list that shows it."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from akses.admin_izin import Penjaga
from akses.models import Akun, PenugasanPeran
from akses.pelaku import Pelaku
from kinerja.services import hari_ini
from kinerja.services.hari_ini import CALON, lima_hal
from kinerja.services.kemajuan import Kapan, kemajuan
from kinerja.services.papan import KOSONG
from pegawai.models import AtasanKhusus, BerkasImpor, Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from penilaian.models import EvaluasiPeriodik
from tests.kinerja.services.test_kemajuan import jaga
from tests.pemeran import buka_periode

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kosongkan():
    cache.clear()


@pytest.fixture
def tenang(pemeran):
    """A day on which nothing waits: everybody has logged in, is known to SIASN and has an assessor."""
    Akun.objects.update(last_login=timezone.now())
    for orang in Pegawai.objects.all():
        Pegawai.objects.filter(pk=orang.pk).update(pns_id=str(orang.pk), tanggal_lahir=date(1990, 1, 1))
    return pemeran


def semua(pegawai, hari=None):
    """{code: line} of everything that waits, beyond the first five."""
    hari = hari or timezone.localdate()
    penjaga = jaga(pegawai)
    hasil = {}
    for satu in CALON:
        sendiri = Penjaga(penjaga.pelaku, pemasang=False)
        asli, hari_ini.CALON = hari_ini.CALON, (satu,)
        try:
            hasil |= {b.kode: b for b in lima_hal(sendiri, KOSONG, None, hari)}
        finally:
            hari_ini.CALON = asli
    return hasil


def test_a_quiet_day_asks_for_nothing(tenang):
    assert lima_hal(jaga(tenang.pengelola_instansi), KOSONG, None, timezone.localdate()) == []


def test_all_kinds_are_counted_in_one_query(tenang, django_assert_num_queries):
    penjaga = jaga(tenang.pengelola_instansi)
    with django_assert_num_queries(1):
        lima_hal(penjaga, KOSONG, None, timezone.localdate())


def _tanpa_penilai(p):
    p.rudi.atasan.penilai = None
    p.rudi.atasan.save()


def _tanpa_penempatan(p):
    p.rudi.atasan.delete()


def _berputar(p):
    AtasanKhusus.objects.create(pegawai=p.kadis_lain, penilai=p.rudi, mulai=date(2026, 1, 1), dasar="SK")
    segarkan()


def _pelaksana(p):
    unit = Penempatan.objects.get(pegawai=p.rudi).unit
    Penempatan.objects.filter(pegawai=p.kadis_lain).update(kepala=False)
    Penempatan.objects.create(
        pegawai=p.rudi, unit=unit, jabatan=Penempatan.objects.get(pegawai=p.kadis_lain).jabatan, jenis="plt",
        kepala=True, mulai=timezone.localdate() - timedelta(days=30),
        selesai=timezone.localdate() + timedelta(days=5),
    )  # fmt: skip


def _peran(p):
    PenugasanPeran.objects.create(
        pegawai=p.rudi,
        peran="auditor",
        mulai=date(2026, 1, 1),
        selesai=timezone.localdate() + timedelta(days=2),
    )


def _pensiun(p):
    """Born in the month of today, so that he is retired from the first of the next one; a clerk, so with 58."""
    lahir = timezone.localdate().replace(day=1)
    Pegawai.objects.filter(pk=p.rudi.pk).update(tanggal_lahir=lahir.replace(year=lahir.year - 58))


def _impor(p):
    BerkasImpor.objects.create(nama_asli="a.csv", ukuran=1, sha256="b" * 64, laporan={}, status="diuji")


def _gagal(p):
    BerkasImpor.objects.create(nama_asli="a.csv", ukuran=1, sha256="b" * 64, laporan={}, status="gagal")


def _belum_masuk(p):
    Akun.objects.filter(pegawai=p.rudi).update(last_login=None)


def _siasn(p):
    Pegawai.objects.filter(pk=p.rudi.pk).update(pns_id=None)


KEJADIAN = {
    "penilai_kosong": (
        _tanpa_penilai,
        {"pengelola_instansi", "pengelola_opd_lain", "auditor", "admin_sistem"},
    ),
    "tanpa_penempatan": (_tanpa_penempatan, {"pengelola_instansi", "auditor", "admin_sistem"}),
    "lingkaran": (_berputar, {"pengelola_instansi", "pengelola_opd_lain", "auditor", "admin_sistem"}),
    "pelaksana": (_pelaksana, {"pengelola_instansi", "pengelola_opd_lain", "auditor", "admin_sistem"}),
    "peran": (_peran, {"pengelola_instansi", "admin_sistem"}),
    "pensiun": (_pensiun, {"pengelola_instansi", "pengelola_opd_lain", "auditor", "admin_sistem"}),
    "impor_diuji": (_impor, {"pengelola_instansi"}),
    "impor_gagal": (_gagal, {"pengelola_instansi"}),
    "belum_masuk": (_belum_masuk, {"pengelola_instansi", "admin_sistem"}),
    "siasn": (_siasn, {"pengelola_instansi", "pengelola_opd_lain"}),
}
PEMBACA = ("pengelola_instansi", "pengelola_opd", "pengelola_opd_lain", "auditor", "admin_sistem")


@pytest.mark.parametrize("kode", sorted(KEJADIAN))
def test_each_thing_is_seen_by_those_whose_work_it_is_and_its_list_shows_it(kode, tenang, masuk):
    siapkan, pembaca = KEJADIAN[kode]
    siapkan(tenang)
    terlihat = {}
    for nama in PEMBACA:
        cache.clear()
        if satu := semua(getattr(tenang, nama)).get(kode):
            terlihat[nama] = satu
    assert set(terlihat) == pembaca
    for nama, satu in terlihat.items():
        jawab = masuk(getattr(tenang, nama)).get(satu.alamat)
        assert jawab.status_code == 200, satu.alamat
        if "cl" in jawab.context:
            assert len(jawab.context["cl"].result_list) == satu.jumlah
        else:
            assert "Rudi Hartono" in jawab.content.decode()


def test_more_than_a_thousand_are_not_counted_further(tenang, monkeypatch):
    monkeypatch.setattr(hari_ini, "MAKS", 2)
    Akun.objects.update(last_login=None)
    assert semua(tenang.admin_sistem)["belum_masuk"].angka == "2+"


def test_a_thing_with_a_deadline_says_the_day_and_what_is_left(tenang):
    _peran(tenang)
    satu = semua(tenang.admin_sistem)["peran"]
    assert satu.tenggat.endswith("2 hari lagi")
    assert satu.mendesak


@pytest.fixture
def berjalan(tenang, siklus, buat_skp):
    """The fourth quarter is open (self-assessments until 4 December, results until 11, locked after 18)."""
    periode = buka_periode(siklus.periode.get(nomor=4))
    skp = buat_skp(tenang.ratna)
    EvaluasiPeriodik.objects.create(
        skp=skp, periode=periode, pegawai=tenang.ratna, unit=skp.unit, penilai=skp.penilai
    )
    waktu = Kapan(siklus, periode, None)
    penjaga = Penjaga(Pelaku(None, peran=jaga(tenang.pengelola_instansi).pelaku.peran), pemasang=False)

    def _pada(hari):
        total = kemajuan(penjaga, waktu).total
        return {b.kode: b for b in lima_hal(penjaga, waktu, total, hari)}

    return _pada


def test_deadlines_of_the_period_come_one_after_the_other(berjalan):
    assert "batas_lapor" not in berjalan(date(2026, 11, 10))  # more than two weeks before
    dekat = berjalan(date(2026, 11, 30))
    assert dekat["batas_lapor"].tenggat == "4 Desember 2026, 4 hari lagi"
    assert "status__exact=terbuka" in dekat["batas_lapor"].alamat
    lewat = berjalan(date(2026, 12, 5))
    assert "batas_lapor" not in lewat
    assert lewat["batas_nilai"].tenggat == "11 Desember 2026, 6 hari lagi"
    assert berjalan(date(2026, 12, 12))["batas_nilai"].tenggat == "18 Desember 2026, 6 hari lagi"
    assert berjalan(date(2026, 12, 20))["batas_nilai"].tenggat == "18 Desember 2026, lewat 2 hari"
