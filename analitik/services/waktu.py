"""The periods and years a dashboard can show."""

from dataclasses import dataclass
from datetime import date

from inti.kueri import KueriTetap
from sasaran.enums import StatusPeriode
from sasaran.models import Periode

DITAMPILKAN = 8  # two years of quarters: enough for a trend, narrow enough for a phone


@dataclass(frozen=True)
class Waktu:
    """One period or one year: what its evaluations are counted under, and how it is called."""

    ukuran: str  # "evaluasi" or "tahunan"
    kunci: str
    nama: str
    pendek: str
    tahun: int
    mulai: date
    selesai: date
    batas: date
    status: str

    @property
    def tahunan(self) -> bool:
        """Whether it is the evaluation of a whole year."""
        return self.ukuran == "tahunan"

    @property
    def triwulan(self) -> str:
        """The quarter it ends in, as feedback is counted: “2026-Q4”."""
        return f"{self.selesai.year}-Q{(self.selesai.month + 2) // 3}"


_PERIODE = KueriTetap(
    lambda hari: (
        Periode.objects.filter(mulai__lte=hari)
        .select_related("siklus")
        .order_by("-mulai", "-nomor")[:DITAMPILKAN]
    ),
    hari=date,
)


def daftar_waktu(hari: date) -> list[Waktu]:
    """The last periods that have begun by `hari` and the years they belong to, the newest first. One query."""
    periode = _PERIODE(hari=hari)
    tahun = {p.siklus_id: p.siklus for p in periode if p.siklus.status != StatusPeriode.BELUM_DIBUKA}
    hasil = [
        Waktu("evaluasi", str(p.pk), str(p), p.pendek, p.siklus.tahun, p.mulai, p.selesai,
              p.batas_penilaian, p.status)
        for p in periode
    ]  # fmt: skip
    hasil += [
        Waktu("tahunan", str(s.pk), str(s.tahun), str(s.tahun), s.tahun, date(s.tahun, 1, 1),
              date(s.tahun, 12, 31), s.tutup_tahunan, s.status)
        for s in tahun.values()
    ]  # fmt: skip
    return sorted(hasil, key=lambda w: (w.selesai, w.tahunan), reverse=True)


def pilih_waktu(daftar: list[Waktu], diminta: str) -> Waktu | None:
    """The one asked for by its key, else one that is open, else the newest; None when there is none."""
    for w in daftar:
        if w.kunci == diminta:
            return w
    terbuka = (w for w in daftar if w.status == StatusPeriode.TERBUKA)
    return next(terbuka, next(iter(daftar), None))
