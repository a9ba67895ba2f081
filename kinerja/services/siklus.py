"""The cycle as a whole: everything the schedule does at a moment, and how things stand."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils import timezone

from inti.kalender import Zona, hari_ini
from layanan.services.ingat import ingatkan_saran
from pelatihan.services.jadwal import jalankan_pelatihan, usulkan_kebutuhan
from pemberitahuan.models import Pesan, StatusSurel
from penghargaan.services.penghargaan_kandidat import hitung_kandidat_tertutup
from penilaian.enums import StatusEvaluasi
from penilaian.services.jadwal import ikuti_kepegawaian, ingatkan_bila_pagi, jalankan_periode
from penilaian.services.pengingat import ingatkan
from sasaran.enums import StatusPeriode
from sasaran.models import Periode

SEHARI = timedelta(days=1)


@dataclass
class HasilSiklus:
    """What a run of the cycle did."""

    atasan: int
    dibuat: dict[str, int]
    dikunci: dict[str, int]
    pengingat: int
    pelatihan: int = 0
    kandidat: int = 0

    @property
    def ada_perubahan(self) -> bool:
        """Whether anything was written."""
        return any(
            [
                self.atasan,
                self.pengingat,
                self.pelatihan,
                self.kandidat,
                *self.dibuat.values(),
                *self.dikunci.values(),
            ]
        )


@dataclass(frozen=True)
class KeadaanPeriode:
    """A period, its evaluations per status, and what happens next (empty: nothing) on which day."""

    periode: Periode
    jumlah: dict[str, int]
    berikut: str
    pada: date | None


def jalankan_siklus(*, tanggal: date | None = None) -> HasilSiklus:
    """Do what the schedule does now or, with `tanggal`, what it does in the course of that day.

    Running twice changes nothing. Assessors are always those of the real today: the relation has no other
    date. E-mail is left to the worker.
    """
    hasil = HasilSiklus(ikuti_kepegawaian(), {}, {}, 0)
    for zona in Zona:
        satu = jalankan_periode(zona=zona, tanggal=tanggal)
        hasil.dibuat |= satu.dibuat
        hasil.dikunci |= satu.dikunci
        hasil.pengingat += ingatkan(hari=tanggal, zona=zona) if tanggal else ingatkan_bila_pagi(zona=zona)
        hasil.pelatihan += jalankan_pelatihan(zona=zona, tanggal=tanggal).berubah
    hasil.pelatihan += usulkan_kebutuhan(tanggal=tanggal)
    hasil.pengingat += ingatkan_saran(hari=tanggal or timezone.localdate())
    hasil.kandidat = hitung_kandidat_tertutup(hari=tanggal or timezone.localdate())
    return hasil


def keadaan_siklus() -> list[KeadaanPeriode]:
    """Every period with its numbers and its next step, in the order of time. One query."""
    hitung = {
        f"n_{status}": Count("evaluasi", filter=Q(evaluasi__status=status))
        for status in StatusEvaluasi.values
    }
    daftar = Periode.objects.select_related("siklus").annotate(**hitung).order_by("mulai", "jenis", "nomor")
    return [_keadaan(periode) for periode in daftar]


def surel_menunggu() -> int:
    """How many messages still wait to be sent by e-mail."""
    return Pesan.objects.filter(status_surel=StatusSurel.MENUNGGU).count()


def _keadaan(periode: Periode) -> KeadaanPeriode:
    jumlah = {status: getattr(periode, f"n_{status}") for status in StatusEvaluasi.values}
    return KeadaanPeriode(periode, jumlah, *_berikut(periode, jumlah))


def _berikut(periode: Periode, jumlah: dict[str, int]) -> tuple[str, date | None]:
    """What the schedule will do with this period, and on which day."""
    hari = hari_ini(periode.siklus.zona, timezone.now())
    if periode.status == StatusPeriode.BELUM_DIBUKA:
        if periode.tutup_evaluasi < hari:
            return "terlewat, tidak dibuka otomatis", None
        return "dibuka", max(periode.buka_evaluasi, hari)
    if periode.status == StatusPeriode.TERBUKA:
        return "ditutup", max(periode.tutup_evaluasi + SEHARI, hari)
    if jumlah[StatusEvaluasi.TERBUKA] or jumlah[StatusEvaluasi.DIAJUKAN]:
        return "sisanya dikunci", hari
    return "", None
