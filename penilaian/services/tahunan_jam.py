"""The clocks of one yearly evaluation as its pages show them: last day, days left, and how it was counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from inti.kalender import akhir_hari, hari_ini, sisa_hari_kerja
from inti.services.libur import libur_bernama
from inti.terjemah import t
from penilaian.aturan.tenggat import AKHIR_PEKAN, Kode, Perhitungan, hitung
from penilaian.enums import JalurDokumen
from penilaian.models import EvaluasiTahunan
from penilaian.services.tahunan_gerak import CADANGAN
from penilaian.services.tenggat import Tenggat

PERISTIWA = {  # a deadline no longer runs once this has a time
    Kode.SERAH: "disampaikan_pada",
    Kode.ATASAN_SERAH: "disampaikan_pada",
    Kode.KEMBALI: "ditanggapi_pada",
    Kode.ATASAN_KEMBALI: "ditanggapi_pada",
    Kode.LAPOR: "dilaporkan_pada",
    Kode.ATASAN_LAPOR: "dilaporkan_pada",
    Kode.ATASAN_TANDA_TANGAN: "ditandatangani_pada",
}


@dataclass(frozen=True)
class Jam:
    """One clock: what has to be done until when, and its computation. `selesai` is when it was done."""

    perhitungan: Perhitungan
    tenggat: Tenggat
    selesai: datetime | None

    @property
    def kode(self) -> str:
        """Its number in the table of deadlines."""
        return self.perhitungan.ketentuan.kode.value

    @property
    def judul(self) -> str:
        """What has to be done."""
        return t(self.perhitungan.ketentuan.tindakan)

    @property
    def berjalan(self) -> bool:
        """Whether somebody still has to do it."""
        return self.selesai is None

    @property
    def uraian(self) -> str:
        """“14 hari kerja sejak 30 Januari 2026 (tanda tangan penilai); tidak dihitung: …”."""
        p = self.perhitungan
        n = p.ketentuan.hari_kerja
        awal = ngettext(
            "%(n)s hari kerja sejak %(hari)s (%(kejadian)s), pekan %(pekan)s hari kerja",
            "%(n)s hari kerja sejak %(hari)s (%(kejadian)s), pekan %(pekan)s hari kerja",
            n,
        ) % {
            "n": n,
            "hari": date_format(p.kejadian, "j F Y"),
            "kejadian": t(p.ketentuan.kejadian),
            "pekan": p.hari_per_pekan,
        }
        libur = ", ".join(f"{date_format(h.tanggal, 'j M')} {h.alasan}" for h in p.libur)
        return f"{awal}; {_('libur: %(libur)s') % {'libur': libur}}" if libur else f"{awal}."

    @property
    def baris(self) -> list[tuple[date, str]]:
        """Each day of the count with its number, or why it does not count."""
        return [
            (h.tanggal, str(h.ke) if h.ke else t(AKHIR_PEKAN) if h.alasan == AKHIR_PEKAN else h.alasan)
            for h in self.perhitungan.hari
        ]


def jam_evaluasi(evaluasi: EvaluasiTahunan, sekarang: datetime | None = None) -> list[Jam]:
    """Every duty with a clock that has started for `evaluasi`, in the order of the process. One query.

    The objection is a right, not a duty: its clock is in `keberatan_syarat`.
    """
    kini = sekarang or timezone.now()
    e, unit = evaluasi, evaluasi.unit
    hari = hari_ini(unit.zona, kini)
    mulai = list(_mulai(e))
    if not mulai:
        return []
    tanggal = [hari, *(satu for _k, satu in mulai)]
    libur = libur_bernama(min(tanggal), max(tanggal) + CADANGAN)
    return [_jam(e, kode, kejadian, libur, hari, kini) for kode, kejadian in mulai]


def jam_berjalan(evaluasi: EvaluasiTahunan, sekarang: datetime | None = None) -> list[Jam]:
    """Those of `jam_evaluasi` that somebody still has to keep."""
    return [j for j in jam_evaluasi(evaluasi, sekarang) if j.berjalan]


def _mulai(e: EvaluasiTahunan) -> Iterator[tuple[Kode, date]]:
    """The clocks that have started, each with the day of its event in the zone of the unit."""
    terlambat = e.jalur == JalurDokumen.TERLAMBAT
    zona, tutup = e.unit.zona, e.siklus.tutup_tahunan
    if terlambat:
        yield Kode.ATASAN_TANDA_TANGAN, tutup
    if e.ditandatangani_pada:
        kode = Kode.ATASAN_SERAH if terlambat else Kode.SERAH
        yield kode, hari_ini(zona, e.ditandatangani_pada)
    if e.disampaikan_pada:
        diterima = hari_ini(zona, e.disampaikan_pada)
        yield (Kode.ATASAN_KEMBALI if terlambat else Kode.KEMBALI), diterima
    if e.ditandatangani_pada or terlambat:
        yield (Kode.ATASAN_LAPOR if terlambat else Kode.LAPOR), tutup


def _jam(
    e: EvaluasiTahunan,
    kode: Kode,
    kejadian: date,
    libur: Mapping[date, str],
    hari: date,
    kini: datetime,
) -> Jam:
    unit = e.unit
    isi = hitung(kode, kejadian, libur, unit.hari_per_pekan)
    waktu = akhir_hari(isi.jatuh_tempo, unit.zona)
    sisa = sisa_hari_kerja(hari, isi.jatuh_tempo, libur, unit.hari_per_pekan)
    return Jam(isi, Tenggat(waktu, unit.zona, sisa, kini > waktu), _selesai(e, kode))


def _selesai(e: EvaluasiTahunan, kode: Kode) -> datetime | None:
    """When the thing was done, as the column beside the clock says."""
    waktu: datetime | None = getattr(e, PERISTIWA[kode])
    return waktu
