"""A service of Ratna's unit with a counter, a poster, receipts and answers."""

import time
from datetime import date
from decimal import Decimal

import pytest
from django.core import signing
from django.core.files.base import ContentFile

from layanan.enums import Kanal
from layanan.forms_survei import GARAM
from layanan.models import UNSUR, Layanan, LembarStruk, Loket, Poster, Saran, Struk, Survei, WaktuLayanan
from layanan.services.pintu import token_baru
from pegawai.models import BerkasImpor, UnitKerja
from tests.penilaian.conftest import buat_evaluasi, evaluasi, kini, triwulan  # noqa: F401

JAWABAN = {u: "4" for u in UNSUR}


def buat_layanan(
    nama: str = "Penerbitan akta kelahiran", unit: str = "Bidang Pencatatan Sipil", **isi
) -> Layanan:
    return Layanan.objects.create(
        **{
            "unit": UnitKerja.objects.get(nama=unit),
            "kode": f"L{Layanan.objects.count() + 1:02d}",
            "nama": nama,
            "batas_waktu": Decimal(1),
            "satuan_waktu": "hari",
        }
        | isi
    )


@pytest.fixture
def layanan(pemeran) -> Layanan:
    return buat_layanan()


@pytest.fixture
def loket(layanan) -> Loket:
    return Loket.objects.create(layanan=layanan, nama="Loket 3")


@pytest.fixture
def poster(layanan, loket) -> Poster:
    return Poster.objects.create(layanan=layanan, loket=loket, token=token_baru(Kanal.POSTER))


@pytest.fixture
def struk(layanan, loket, pemeran) -> Struk:
    lembar = LembarStruk.objects.create(
        layanan=layanan, loket=loket, jumlah=1, dibuat_oleh=pemeran.sari, berlaku_sampai=date(2099, 12, 31)
    )
    return Struk.objects.create(lembar=lembar, token=token_baru(Kanal.STRUK))


def jawab(layanan: Layanan, banyak: int, nilai: int = 3, hari: date = date(2026, 2, 10), **lain) -> None:
    """So many answers, all nine elements alike."""
    Survei.objects.bulk_create(
        Survei(layanan=layanan, hari=hari, kanal="poster", **(dict.fromkeys(UNSUR, nilai) | lain))
        for _n in range(banyak)
    )


def catat_waktu(layanan: Layanan, *lama: str, hari: date = date(2026, 2, 10)) -> None:
    awal = WaktuLayanan.objects.count()
    WaktuLayanan.objects.bulk_create(
        WaktuLayanan(layanan=layanan, nomor=f"R{awal + n}", hari=hari, lama=Decimal(satu))
        for n, satu in enumerate(lama)
    )


def dibuka(token: str, detik_lalu: int = 60) -> str:
    """The signed time of a page that was opened so long ago."""
    return signing.dumps([token, int(time.time()) - detik_lalu], salt=GARAM)


def isian(token: str, **lain) -> dict[str, str]:
    return {**JAWABAN, "dibuka": dibuka(token), **lain}


def objek_layanan(pemeran) -> dict:
    """Things of a service of Ratna's unit, by the words of tests/kinerja/alamat.csv."""
    satu = buat_layanan()
    loket = Loket.objects.create(layanan=satu, nama="Loket 3")
    poster = Poster.objects.create(layanan=satu, loket=loket, token=token_baru(Kanal.POSTER))
    lembar = LembarStruk.objects.create(
        layanan=satu, jumlah=1, dibuat_oleh=pemeran.sari, berlaku_sampai=date(2099, 12, 31)
    )
    Struk.objects.create(lembar=lembar, token=token_baru(Kanal.STRUK))
    saran = Saran.objects.create(layanan=satu, hari=date(2026, 2, 10), isi="Antre lama.")
    berkas = BerkasImpor.objects.create(
        jenis="waktu_layanan", berkas=ContentFile(b"x", name="w.csv"), nama_asli="w.csv", ukuran=1,
        sha256="0" * 64, status="ditolak", diuji_oleh=pemeran.pengelola_opd,
        laporan={"jumlah": dict.fromkeys(("baris", "baru", "berubah", "tetap", "ditolak"), 1), "galat": []},
    )  # fmt: skip
    return {
        "layanan": satu.pk, "loket": loket.pk, "poster_layanan": poster.pk, "token_survei": poster.token,
        "lembar_struk": lembar.pk, "saran_warga": saran.pk, "berkas_waktu": berkas.pk,
    }  # fmt: skip
