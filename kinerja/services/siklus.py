"""The cycle as a whole: everything the schedule does at a moment, and how things stand."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Q
from django.utils import timezone

from akses.kepegawaian import urus_kepegawaian
from inti.kalender import Zona, hari_ini
from kinerja.services.suara import teruskan_ikm
from layanan.services.ingat import ingatkan_saran
from pegawai.services.atasan import hari_instansi
from pelatihan.services.jadwal import jalankan_pelatihan, usulkan_kebutuhan
from pemberitahuan.models import Pesan, StatusSurel
from penghargaan.services.jadwal_tindak_lanjut import urus_kredit, urus_tindak_lanjut
from penghargaan.services.penghargaan_kandidat import hitung_kandidat_tertutup
from penilaian.enums import StatusEvaluasi, StatusTahunan
from penilaian.services.capaian_massal import jalankan_capaian
from penilaian.services.jadwal import (
    ikuti_kepegawaian,
    ingatkan_bila_pagi,
    ingatkan_semua,
    jalankan_periode,
)
from penilaian.services.jadwal_rekan import ingatkan_rekan_bila_pagi, urus_rekan
from penilaian.services.keberatan_jadwal import jalankan_keberatan
from penilaian.services.tahunan_jadwal import HasilTahunan, jalankan_tahunan
from sasaran.enums import StatusPeriode
from sasaran.models import Periode, Siklus

SEHARI = timedelta(days=1)


@dataclass
class HasilSiklus:
    """What a run of the cycle did."""

    atasan: int
    dibuat: dict[str, int]
    dikunci: dict[str, int]
    pengingat: int
    pelatihan: int = 0
    ikm: int = 0  # numbers of units handed to recognition
    kandidat: int = 0
    tindak_lanjut: int = 0
    tahunan: HasilTahunan = field(default_factory=HasilTahunan)
    capaian: int = 0
    kepegawaian: int = 0  # leave, ranks and retirements that took effect
    rekan: int = 0  # requests to colleagues, results counted and messages about them

    @property
    def ada_perubahan(self) -> bool:
        """Whether anything was written."""
        lain = [
            self.capaian,
            self.kepegawaian,
            self.rekan,
            self.pelatihan,
            self.ikm,
            self.kandidat,
            self.tindak_lanjut,
            self.tahunan.berubah,
            self.tahunan.kabar,
        ]
        return any([self.atasan, self.pengingat, *lain, *self.dibuat.values(), *self.dikunci.values()])


@dataclass(frozen=True)
class KeadaanPeriode:
    """A period, its evaluations per status, and what happens next (empty: nothing) on which day."""

    periode: Periode
    jumlah: dict[str, int]
    berikut: str
    pada: date | None


@dataclass(frozen=True)
class KeadaanTahun:
    """A year, its yearly evaluations per status, and what happens next on which day."""

    siklus: Siklus
    jumlah: dict[str, int]
    berikut: str
    pada: date | None


def jalankan_siklus(*, tanggal: date | None = None) -> HasilSiklus:
    """Do what the schedule does now or, with `tanggal`, what it does in the course of that day.

    Running twice changes nothing. Assessors are always those of the real today: the relation has no other
    date; leave, ranks and retirements never go back behind it. E-mail is left to the worker.
    """
    kini = hari_instansi()
    kepegawaian = urus_kepegawaian(hari=max(tanggal or kini, kini))
    hasil = HasilSiklus(ikuti_kepegawaian(), {}, {}, 0, kepegawaian=kepegawaian)
    for zona in Zona:
        satu = jalankan_periode(zona=zona, tanggal=tanggal)
        hasil.dibuat |= satu.dibuat
        hasil.dikunci |= satu.dikunci
        hasil.pelatihan += jalankan_pelatihan(zona=zona, tanggal=tanggal).berubah
    hasil.tahunan = jalankan_tahunan(tanggal=tanggal)
    for zona in Zona:
        hasil.capaian += jalankan_capaian(zona=zona, hari=tanggal)  # after the year is opened, too
        hasil.pengingat += jalankan_keberatan(zona=zona, hari=tanggal)
        pagi = ingatkan_semua(tanggal=tanggal, zona=zona) if tanggal else ingatkan_bila_pagi(zona=zona)
        hasil.pengingat += pagi
        hasil.rekan += urus_rekan(zona=zona, tanggal=tanggal).berubah
        hasil.pengingat += ingatkan_rekan_bila_pagi(zona=zona, tanggal=tanggal)
    hasil.pelatihan += usulkan_kebutuhan(tanggal=tanggal)
    hasil.tindak_lanjut = urus_tindak_lanjut(tanggal=tanggal) + urus_kredit(tanggal=tanggal)
    hasil.pengingat += ingatkan_saran(hari=tanggal or timezone.localdate())
    hasil.ikm = teruskan_ikm(hari=tanggal or timezone.localdate())  # candidates are asked for it
    hasil.kandidat = hitung_kandidat_tertutup(hari=tanggal or timezone.localdate())
    return hasil


def keadaan_tahunan() -> list[KeadaanTahun]:
    """Every year with the numbers of its yearly evaluation and its next step. One query."""
    hitung = {
        f"n_{status}": Count("tahunan", filter=Q(tahunan__status=status)) for status in StatusTahunan.values
    }
    return [_keadaan_tahun(siklus) for siklus in Siklus.objects.annotate(**hitung).order_by("tahun")]


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


def _keadaan_tahun(siklus: Siklus) -> KeadaanTahun:
    jumlah = {status: getattr(siklus, f"n_{status}") for status in StatusTahunan.values}
    hari = hari_ini(siklus.zona, timezone.now())
    if siklus.status == StatusPeriode.TERBUKA:
        return KeadaanTahun(siklus, jumlah, "ditutup", max(siklus.tutup_tahunan + SEHARI, hari))
    if siklus.status == StatusPeriode.DITUTUP:
        tersisa = sum(jumlah.values()) - jumlah[StatusTahunan.SELESAI]
        return KeadaanTahun(siklus, jumlah, "tenggat berjalan" if tersisa else "", None)
    if siklus.tutup_tahunan < hari:
        return KeadaanTahun(siklus, jumlah, "terlewat, tidak dibuka otomatis", None)
    return KeadaanTahun(siklus, jumlah, "dibuka", max(siklus.buka_tahunan, hari))
