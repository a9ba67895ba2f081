"""Deadlines of an evaluation: the moment in the unit's zone and the working days left."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from inti.kalender import akhir_hari, hari_ini, ke_zona, sisa_hari_kerja
from inti.services.libur import set_libur
from pegawai.models import UnitKerja
from penilaian.aturan.tenggat import Kode, jatuh_tempo, ketentuan
from penilaian.models import EvaluasiPeriodik

CADANGAN = timedelta(days=60)
"""Enough calendar days around a deadline to hold the holidays that matter for it."""


@dataclass(frozen=True)
class Tenggat:
    """A deadline: its last moment, its zone, the working days left (negative: since), whether it passed."""

    waktu: datetime
    zona: str
    sisa: int
    lewat: bool

    @property
    def teks(self) -> str:
        """“Jumat, 11 Desember 2026 pukul 23.59 WIB”."""
        setempat = self.waktu.astimezone(ke_zona(self.zona).tz)
        return _("%(hari)s pukul %(jam)s %(zona)s") % {
            "hari": date_format(setempat, "l, j F Y"),
            "jam": time_format(setempat, "TIME_FORMAT"),
            "zona": self.zona,
        }

    @property
    def teks_sisa(self) -> str:
        """How long that is, in words."""
        if self.lewat:
            return _("sudah lewat")
        if self.sisa == 0:
            return _("hari ini hari terakhir")
        return ngettext("%(n)s hari kerja lagi", "%(n)s hari kerja lagi", self.sisa) % {"n": self.sisa}


@dataclass(frozen=True)
class Jadwal:
    """The deadlines of one evaluation; `terima` and `keberatan` only after delivery."""

    diri: Tenggat
    penilaian: Tenggat
    kunci: Tenggat
    terima: Tenggat | None = None
    keberatan: Tenggat | None = None
    sumber: str = ""


def jadwal(evaluasi: EvaluasiPeriodik, sekarang: datetime | None = None) -> Jadwal:
    """The deadlines of `evaluasi` seen from `sekarang`, in the zone of its unit. One query."""
    kini = sekarang or timezone.now()
    periode, unit = evaluasi.periode, evaluasi.unit
    hari = hari_ini(unit.zona, kini)
    semua = (hari, periode.buka_evaluasi, periode.tutup_evaluasi)
    libur = set_libur(min(semua) - CADANGAN, max(semua) + CADANGAN)

    def tenggat(tanggal: date) -> Tenggat:
        waktu = akhir_hari(tanggal, unit.zona)
        sisa = sisa_hari_kerja(hari, tanggal, libur, unit.hari_per_pekan)
        return Tenggat(waktu, unit.zona, sisa, kini > waktu)

    tetap = [
        tenggat(t) for t in (periode.batas_penilaian_diri, periode.batas_penilaian, periode.tutup_evaluasi)
    ]
    if evaluasi.disampaikan_pada is None:
        return Jadwal(*tetap)
    disampaikan = hari_ini(unit.zona, evaluasi.disampaikan_pada)
    bernama = dict.fromkeys(libur, "")
    return Jadwal(
        *tetap,
        terima=tenggat(jatuh_tempo(Kode.KEMBALI, disampaikan, bernama, unit.hari_per_pekan)),
        keberatan=tenggat(jatuh_tempo(Kode.KEBERATAN, disampaikan, bernama, unit.hari_per_pekan)),
        sumber=f"{ketentuan(Kode.KEBERATAN, disampaikan).sumber}; {ketentuan(Kode.KEMBALI, disampaikan).sumber}",
    )


def batas_rentang(tanggal: date, unit: UnitKerja, sekarang: datetime | None = None) -> Tenggat:
    """The last moment of `tanggal` for a unit, with the working days left. One query."""
    kini = sekarang or timezone.now()
    hari = hari_ini(unit.zona, kini)
    libur = set_libur(min(hari, tanggal), max(hari, tanggal))
    waktu = akhir_hari(tanggal, unit.zona)
    sisa = sisa_hari_kerja(hari, tanggal, libur, unit.hari_per_pekan)
    return Tenggat(waktu, unit.zona, sisa, kini > waktu)


def lewat_batas_diri(evaluasi: EvaluasiPeriodik, sekarang: datetime | None = None) -> bool:
    """Whether the last moment for the self-assessment has passed in the unit's zone."""
    kini = sekarang or timezone.now()
    return kini > akhir_hari(evaluasi.periode.batas_penilaian_diri, evaluasi.unit.zona)
