"""Training in the demo: a catalogue, sessions behind and ahead, everybody's hours."""

import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection

from inti.cetak import cetak
from kinerja.demo import sql_pelatihan
from kinerja.demo.muat import baris, batasan_ditunda, salin
from pelatihan.enums import ModaSesi, StatusSesi
from pelatihan.models import Pelatihan, RiwayatSesi, SesiPelatihan
from pelatihan.services.kebutuhan import usulkan_dari_evaluasi

KATALOG = Path(__file__).with_name("pelatihan.txt")
BERKAS = "sertifikat/00/contoh"
PER_SESI = 40  # seats of a session that is over
TEMPAT = ("Aula BKPSDM", "Ruang rapat Setda lantai 2", "Balai pertemuan kabupaten", "Laboratorium Diskominfo")
# Training of the catalogue (its line) → days from today to its next session; 0 is held today.
DATANG = {0: 21, 1: 9, 2: 12, 3: 16, 5: 30, 7: 18, 13: 25, 14: 2, 18: 0, 19: 35, 21: 40}
DIBATALKAN, DRAF = 16, 20
KOLOM = "id, pelatihan_id, ke, kelompok, banyak, sebar, jp, mulai, selesai, status, kursi"


@dataclass(frozen=True)
class Rencana:
    """A session to be written, with what only the demo knows of it."""

    sesi: SesiPelatihan
    ke: int
    kelompok: int = 0
    banyak: int = 1
    sebar: int = 1


def isi_pelatihan(hari_ini: date, jumlah: int) -> None:
    """Write catalogue, sessions, participants, needs; for the people in `demo_orang`."""
    katalog = _katalog()
    rencana = [*_lampau(katalog, hari_ini, jumlah), *_datang(katalog, hari_ini)]
    SesiPelatihan.objects.bulk_create([r.sesi for r in rencana])
    _riwayat_sesi(rencana)
    nilai: dict[str, Any] = {"tahun": hari_ini.year, "hari_ini": hari_ini, "berkas": BERKAS}
    nilai["sidik"] = _sertifikat_contoh(hari_ini)
    with connection.cursor() as kursor:
        kursor.execute(sql_pelatihan.SIAPKAN)
    salin("demo_sesi", KOLOM, (_baris(r) for r in rencana))
    with batasan_ditunda(sql_pelatihan.TABEL), connection.cursor() as kursor:
        kursor.execute("ANALYZE demo_sesi")
        for perintah in (
            sql_pelatihan.LAMPAU, sql_pelatihan.DATANG, sql_pelatihan.RIWAYAT, sql_pelatihan.HADIR,
            sql_pelatihan.TANGGAPAN, sql_pelatihan.LUAR,
        ):  # fmt: skip
            kursor.execute(perintah, nilai)
    for tahun in (hari_ini.year - 1, hari_ini.year):
        usulkan_dari_evaluasi(tahun=tahun, kabari=False)
    with connection.cursor() as kursor:
        kursor.execute(sql_pelatihan.KEBUTUHAN, nilai)


def _kunci(teks: str) -> uuid.UUID:
    return uuid.UUID(bytes=hashlib.md5(teks.encode(), usedforsecurity=False).digest())


def _katalog() -> list[Pelatihan]:
    daftar = []
    for teks in KATALOG.read_text(encoding="utf-8").splitlines():
        nama, jenis, jp, siapa, untuk, topik, nilai, aspek, uraian = teks.split("|")
        daftar.append(
            Pelatihan(
                id=_kunci(nama), nama=nama, jenis=int(jenis), jp=int(jp), penyelenggara=siapa, untuk=untuk,
                topik=topik, nilai=nilai.split(","), aspek=aspek.split(",") if aspek else [], uraian=uraian,
            )
        )  # fmt: skip
    return Pelatihan.objects.bulk_create(daftar)


def _sesi(pelatihan: Pelatihan, ke: int, mulai: date, hari: int, status: str, **lain: Any) -> SesiPelatihan:
    daring = pelatihan.jenis in (16, 17)
    isi = {
        "id": _kunci(f"{pelatihan.pk}{mulai}{lain.get('angkatan', '')}"), "pelatihan": pelatihan,
        "mulai": mulai, "selesai": mulai + timedelta(days=hari - 1), "jam_mulai": time(8),
        "jam_selesai": time(16), "moda": ModaSesi.DARING if daring else ModaSesi.LURING,
        "tempat": "" if daring else TEMPAT[ke % len(TEMPAT)], "kursi": PER_SESI,
        "tautan": "https://rapat.example/kelas" if daring else "", "status": status,
        "buka_daftar": mulai - timedelta(days=45), "tutup_daftar": mulai - timedelta(days=4),
        "pengajar_lain": "Widyaiswara BPSDM Provinsi" if ke % 2 else "Tim pengajar BKPSDM",
    }  # fmt: skip
    return SesiPelatihan(**{**isi, **lain})


def _lampau(katalog: list[Pelatihan], hari_ini: date, jumlah: int) -> Iterator[Rencana]:
    """Each training once or in several groups, spread over this year and the one before."""
    for ke, pelatihan in enumerate(katalog):
        sebar = 1 if ke == 0 else 3 + ke * 2
        banyak = max(1, jumlah // sebar // PER_SESI)
        mulai = _hari_kerja(hari_ini - timedelta(days=20 + ke * 23))
        hari = min(5, max(1, pelatihan.jp // 8))
        for kelompok in range(banyak):
            angkatan = f"Angkatan {kelompok + 1}" if banyak > 1 else ""
            kursi = (
                max(PER_SESI, jumlah // banyak * 2 // sebar) if ke else max(PER_SESI, jumlah // banyak * 2)
            )
            sesi = _sesi(
                pelatihan, ke, mulai, hari, StatusSesi.SELESAI, angkatan=angkatan, kursi=min(kursi, 32_000)
            )
            yield Rencana(sesi, ke, kelompok, banyak, sebar)


def _datang(katalog: list[Pelatihan], hari_ini: date) -> Iterator[Rencana]:
    for ke, jarak in DATANG.items():
        mulai = (
            hari_ini + timedelta(days=jarak) if jarak < 3 else _hari_kerja(hari_ini + timedelta(days=jarak))
        )
        hari = min(3, max(1, katalog[ke].jp // 8))
        tutup = StatusSesi.TERBUKA if mulai - timedelta(days=4) >= hari_ini else StatusSesi.DITUTUP
        yield Rencana(_sesi(katalog[ke], ke, mulai, hari, tutup, kursi=12 + ke % 4 * 4), ke)
    lain = _hari_kerja(hari_ini + timedelta(days=28))
    yield Rencana(
        _sesi(katalog[DIBATALKAN], DIBATALKAN, lain, 1, StatusSesi.DIBATALKAN, kursi=10), DIBATALKAN
    )
    yield Rencana(_sesi(katalog[DRAF], DRAF, lain, 1, StatusSesi.DRAF, kursi=20), DRAF)


def _hari_kerja(hari: date) -> date:
    """The day itself, or the Monday after a week-end."""
    return hari + timedelta(days=(7 - hari.weekday()) % 7 if hari.weekday() > 4 else 0)


def _riwayat_sesi(rencana: list[Rencana]) -> None:
    """How each session came to where it is."""
    akhir = {
        StatusSesi.DITUTUP: ("tutup", "pendaftaran"),
        StatusSesi.SELESAI: ("selesaikan", "pendaftaran_ditutup"),
        StatusSesi.DIBATALKAN: ("batalkan", "pendaftaran"),
    }
    RiwayatSesi.objects.bulk_create(
        RiwayatSesi(
            objek=r.sesi, aksi=akhir[r.sesi.status][0], dari=akhir[r.sesi.status][1], ke=r.sesi.status,
            catatan="Narasumber berhalangan." if r.sesi.status == StatusSesi.DIBATALKAN else "",
        )
        for r in rencana if r.sesi.status in akhir
    )  # fmt: skip


def _baris(r: Rencana) -> str:
    s = r.sesi
    return baris(
        s.pk, s.pelatihan_id, r.ke, r.kelompok, r.banyak, r.sebar, s.pelatihan.jp, s.mulai, s.selesai, s.status,
        s.kursi,
    )  # fmt: skip


def _sertifikat_contoh(hari_ini: date) -> str:
    """One certificate that stands for all that people uploaded; its fingerprint."""
    data = {
        "instansi": "Lembaga Pelatihan Contoh", "judul": "SERTIFIKAT", "nomor": "CONTOH", "nama": "Peserta",
        "baris": ["telah mengikuti pelatihan"], "tempat_tanggal": "Asri Mulya",
        "penanda_tangan": {"jabatan": "Kepala Lembaga", "nama": "Pengajar Contoh"},
    }  # fmt: skip
    pada = datetime.combine(hari_ini, time(3), tzinfo=UTC)
    isi = cetak("inti/sertifikat", data, pada=pada)
    if not default_storage.exists(BERKAS):
        default_storage.save(BERKAS, ContentFile(isi))
    return hashlib.sha256(isi).hexdigest()
