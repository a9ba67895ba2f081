"""What the calendar does with sessions, each in its own zone; every step may run twice."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from inti.kalender import Zona, hari_ini
from inti.workflow import TransisiDitolak
from pelatihan.enums import StatusPeserta, StatusSesi
from pelatihan.models import Peserta, SesiPelatihan
from pelatihan.services.kabar import kabari, tempat
from pelatihan.services.kebutuhan import usulkan_dari_evaluasi
from pelatihan.services.kursi import BERJALAN, naikkan
from pelatihan.services.sesi import ubah_sesi
from pemberitahuan.models import JenisPesan, Pesan

SEHARI = timedelta(days=1)
JAM_PENGINGAT = 7


@dataclass
class HasilJadwal:
    """What a run did."""

    ditutup: int = 0
    selesai: int = 0
    naik: int = 0
    diingatkan: int = 0

    @property
    def berubah(self) -> int:
        """Everything that was written."""
        return self.ditutup + self.selesai + self.naik + self.diingatkan


def jalankan_pelatihan(*, zona: Zona, tanggal: date | None = None) -> HasilJadwal:
    """Close registrations, finish sessions, move waiting lists and remind, for sessions in `zona`.

    `tanggal`: what is done in the course of that day; without it what is due now (reminders from 07.00).
    """
    sekarang = timezone.now()
    hari = tanggal or hari_ini(zona, sekarang)
    pagi = tanggal is not None or sekarang.astimezone(zona.tz).hour >= JAM_PENGINGAT
    semua = SesiPelatihan.objects.filter(zona=zona)
    return HasilJadwal(
        ditutup=_tutup(semua.filter(status=StatusSesi.TERBUKA, tutup_daftar__lt=hari), "tutup", hari),
        selesai=_tutup(semua.filter(status__in=BERJALAN, selesai__lt=hari), "selesaikan", hari),
        naik=_naikkan(semua.filter(status__in=BERJALAN, mulai__gt=hari), hari),
        diingatkan=_ingatkan(zona, hari) if pagi else 0,
    )


def usulkan_kebutuhan(*, tanggal: date | None = None) -> int:
    """Open the needs the evaluations of this year and the last show; returns how many."""
    hari = tanggal or timezone.localdate()
    return sum(usulkan_dari_evaluasi(tahun=tahun) for tahun in (hari.year - 1, hari.year))


def _tutup(sesi: QuerySet[SesiPelatihan], aksi: str, hari: date) -> int:
    banyak = 0
    for satu in list(sesi):
        try:
            ubah_sesi(sesi=satu, aksi=aksi, oleh=None, hari=hari)
        except TransisiDitolak:  # another worker was first
            continue
        banyak += 1
    return banyak


def _naikkan(sesi: QuerySet[SesiPelatihan], hari: date) -> int:
    menunggu = sesi.filter(peserta__status=StatusPeserta.MENUNGGU).distinct()
    return sum(naikkan(sesi_id=kunci, hari=hari) for kunci in menunggu.values_list("pk", flat=True))


def _ingatkan(zona: Zona, hari: date) -> int:
    """One message to each participant the day before; the key of the message says who was told."""
    besok = Peserta.objects.filter(
        sesi__zona=zona, sesi__mulai=hari + SEHARI, sesi__status__in=BERJALAN, status=StatusPeserta.DITETAPKAN
    )
    semua = list(besok.select_related("pegawai", "sesi__pelatihan"))
    kunci = {f"{JenisPesan.PELATIHAN_BESOK}:{p.pk}:besok": p for p in semua}
    sudah = set(Pesan.objects.filter(kunci__in=kunci).values_list("kunci", flat=True))
    belum = [p for k, p in kunci.items() if k not in sudah]
    for satu in belum:
        jam = satu.sesi.jam_mulai.strftime("%H.%M")
        isian = {"jam": f"{jam} {zona}", "tempat": tempat(satu.sesi)}
        kabari(peserta=satu, jenis=JenisPesan.PELATIHAN_BESOK, kunci="besok", **isian)
    return len(belum)
