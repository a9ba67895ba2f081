"""What the schedule does with yearly evaluations at a moment: close, open, fill, tell, and let the clocks run."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

from penilaian.services.tahunan_gerak import gerakkan
from penilaian.services.tahunan_pengingat import kabari
from penilaian.services.tahunan_siklus import (
    Saat,
    buka_tahunan,
    tutup_yang_lewat,
    yang_perlu_dibuka,
    yang_perlu_ditutup,
)
from sasaran.enums import StatusPeriode
from sasaran.models import Siklus


@dataclass
class HasilTahunan:
    """What a run did, per year and move: dibuat, menunggu_atasan, disampaikan, tanpa_tanggapan, dilaporkan,
    selesai; and how many messages it wrote on the way."""

    menurut_tahun: dict[str, Counter[str]] = field(default_factory=dict)
    kabar: int = 0

    @property
    def berubah(self) -> int:
        """How many evaluations were created or moved."""
        return sum(sum(satu.values()) for satu in self.menurut_tahun.values())

    def catat(self, siklus: Siklus, **jumlah: int) -> None:
        """Add what was done with a year."""
        self.menurut_tahun.setdefault(str(siklus), Counter()).update(jumlah)


def jalankan_tahunan(*, tanggal: date | None = None, sekarang: datetime | None = None) -> HasilTahunan:
    """Do what is due now or, with `tanggal`, in the course of that day. Twice changes nothing."""
    saat, hasil = Saat.pada(tanggal, sekarang), HasilTahunan()
    for siklus, zona in yang_perlu_ditutup(saat):
        hasil.catat(siklus, menunggu_atasan=tutup_yang_lewat(siklus=siklus, zona=zona, saat=saat))
    for siklus in yang_perlu_dibuka(saat):
        hasil.catat(siklus, dibuat=buka_tahunan(siklus=siklus))
    for siklus in _berjalan():
        hasil.kabar += kabari(siklus=siklus)
        hasil.catat(siklus, **gerakkan(siklus=siklus, saat=saat))
    return hasil


def _berjalan() -> list[Siklus]:
    """Years that are open or of which something is not finished."""
    semua = Siklus.objects.exclude(status=StatusPeriode.BELUM_DIBUKA).order_by("tahun")
    return [s for s in semua if s.status == StatusPeriode.TERBUKA or s.tahunan.belum_selesai().exists()]
