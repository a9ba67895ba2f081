"""Service times from a file: tested first, then all or nothing, twice the same."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from akses.services import pelaku_dari
from inti.berkas_tabel import BerkasDitolak
from inti.impor import GALAT
from layanan.models import WaktuLayanan
from layanan.services.impor_waktu import KALIMAT, impor_waktu, uji_waktu
from pegawai.impor.laporan import kelompok
from pegawai.models import BerkasImpor
from tests.layanan.conftest import buat_layanan

JUDUL = "KODE LAYANAN;NOMOR;TANGGAL SELESAI;LAMA;SATUAN\n"


@pytest.fixture(autouse=True)
def _gudang(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(date(2026, 4, 1), tick=True):
        yield


@pytest.fixture
def uji(pemeran, layanan):
    def _uji(isi: str, oleh=None) -> BerkasImpor:
        orang = oleh or pemeran.pengelola_opd
        return uji_waktu(isi=(JUDUL + isi).encode(), nama="waktu.csv", oleh=orang, pelaku=pelaku_dari(orang))

    return _uji


def terapkan(berkas, oleh) -> BerkasImpor:
    return impor_waktu(berkas=berkas, oleh=oleh, pelaku=pelaku_dari(oleh))


def kode_galat(berkas) -> list[str]:
    return [g["kode"] for g in berkas.laporan["galat"]]


BAIK = "L01;R-1;31-03-2026;0,5;hari\nl01;R-2;2026-03-30;2;\n"


def test_testing_writes_nothing_and_importing_writes_all(uji, pemeran, layanan):
    berkas = uji(BAIK)
    assert (berkas.status, WaktuLayanan.objects.count()) == ("diuji", 0)
    assert berkas.laporan["jumlah"] == {"baris": 2, "baru": 2, "berubah": 0, "tetap": 0, "ditolak": 0}
    assert terapkan(berkas, pemeran.pengelola_opd).status == "diimpor"
    assert list(WaktuLayanan.objects.order_by("nomor").values_list("layanan", "nomor", "hari", "lama")) == [
        (layanan.pk, "R-1", date(2026, 3, 31), Decimal("0.50")),
        (layanan.pk, "R-2", date(2026, 3, 30), Decimal("2.00")),
    ]


def test_the_same_numbers_again_are_corrected_not_doubled(uji, pemeran):
    terapkan(uji(BAIK), pemeran.pengelola_opd)
    lagi = uji("L01;R-1;31-03-2026;0,75;hari\nL01;R-2;30-03-2026;2;hari\nL01;R-3;1-3-2026;1;hari\n")
    assert lagi.laporan["jumlah"] == {"baris": 3, "baru": 1, "berubah": 1, "tetap": 1, "ditolak": 0}
    terapkan(lagi, pemeran.pengelola_opd)
    assert WaktuLayanan.objects.count() == 3
    assert WaktuLayanan.objects.get(nomor="R-1").lama == Decimal("0.75")


@pytest.mark.parametrize(
    ("baris", "kode"),
    [
        ("X99;R;31-03-2026;1;hari", "layanan_tiada"),
        ("LAIN;R;31-03-2026;1;hari", "layanan_tiada"),
        ("L01;;31-03-2026;1;hari", "wajib_kosong"),
        ("L01;R;31-13-2026;1;hari", "tanggal_salah"),
        ("L01;R;02-04-2026;1;hari", "tanggal_nanti"),
        ("L01;R;31-03-2026;cepat;hari", "lama_salah"),
        ("L01;R;31-03-2026;-1;hari", "lama_salah"),
        ("L01;R;31-03-2026;Infinity;hari", "lama_salah"),
        ("L01;R;31-03-2026;9999999;hari", "lama_salah"),
        ("L01;R;31-03-2026;1;menit", "satuan_salah"),
        (f"L01;{'9' * 61};31-03-2026;1;hari", "terlalu_panjang"),
        ("L01;R-1;31-03-2026;1;hari", "nomor_ganda"),
    ],
)
def test_one_bad_row_refuses_the_file_and_says_why(baris, kode, uji, pemeran):
    buat_layanan("Uji kir", "Dinas Perhubungan", kode="LAIN")
    berkas = uji(BAIK + baris + "\n")
    assert (berkas.status, berkas.laporan["jumlah"]["ditolak"]) == ("ditolak", 1)
    assert kode_galat(berkas) == [kode]
    [satu] = kelompok(berkas.laporan, GALAT, KALIMAT)
    assert "%(" not in satu.contoh[0].pesan
    with pytest.raises(BerkasDitolak):
        terapkan(berkas, pemeran.pengelola_opd)
    assert not WaktuLayanan.objects.exists()


def test_what_became_wrong_since_the_test_stops_the_whole_import(uji, pemeran, layanan):
    berkas = uji(BAIK)
    layanan.kode = "BARU"
    layanan.save()
    assert terapkan(berkas, pemeran.pengelola_opd).status == "ditolak"
    assert not WaktuLayanan.objects.exists()


@pytest.mark.parametrize("nama", ["ratna", "kadis", "pimpinan", "auditor"])
def test_only_managers_import(nama, uji, pemeran):
    with pytest.raises(PermissionDenied):
        uji(BAIK, getattr(pemeran, nama))


def test_the_pages_lead_from_file_to_import(masuk, pemeran, layanan):
    klien = masuk(pemeran.pengelola_opd)
    salah = klien.post("/layanan/impor/", {"berkas": SimpleUploadedFile("a.csv", b"bukan tabel")})
    assert salah.status_code == 422
    jawaban = klien.post("/layanan/impor/", {"berkas": SimpleUploadedFile("a.csv", (JUDUL + BAIK).encode())})
    laporan = klien.get(jawaban.headers["Location"])
    assert "2 baris: 2 baru" in laporan.content.decode()
    berkas = BerkasImpor.objects.get()
    klien.post(f"/layanan/impor/{berkas.pk}/terapkan/")
    assert WaktuLayanan.objects.count() == 2
    assert "Sudah diimpor" in klien.get(f"/layanan/impor/{berkas.pk}/").content.decode()
