"""The performance year: its quarters and the dates that follow from the working calendar."""

from collections.abc import Container
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.services import boleh_umum
from inti.kalender import ke_zona, tambah_hari_kerja
from inti.services.libur import set_libur
from inti.terjemah import t
from pegawai.models import Pegawai
from sasaran.models import Periode, Siklus

# The regulation leaves the days of a periodic window to the agency; these are this project's defaults [K],
# editable afterwards. The annex's own example puts 25 September inside and 25 August outside the window of
# the third quarter (PermenPANRB 6/2022, Lampiran IV.A.14): a window opens before the quarter ends.
HARI_BUKA_SEBELUM_AKHIR = 10  # two weeks for the dialogue while the quarter is still fresh
HARI_PENILAIAN_DIRI = 5  # after the quarter's end: the last realisations are in, then a week to write
HARI_PENILAIAN = 10  # a second week for the assessor, who has the whole team to rate
HARI_TUTUP = 15  # a third week for stragglers; the fourth quarter still closes before 31 January
BATAS_SKP = (1, 31)  # month and day: SKP signed and set, PermenPANRB 6/2022 Ps 14
BULAN_TRIWULAN = 3
# Yearly evaluation: from the end of December [K: its last three working days] to 31 January (IV.A.8.b).
HARI_BUKA_TAHUNAN = 3
TUTUP_TAHUNAN = (1, 31)  # of the next year


def buat_siklus(*, tahun: int, zona: str, oleh: Pegawai | None = None) -> Siklus:
    """Create the year with its four quarters and default dates, in one transaction.

    `oleh=None` is a command or the demo; a person needs Izin.SIKLUS_KELOLA. Raises ValidationError when the
    year exists already or is out of range, PermissionDenied without the permission.
    """
    if oleh is not None and not boleh_umum(oleh, Izin.SIKLUS_KELOLA):
        raise PermissionDenied(Izin.SIKLUS_KELOLA)
    _tahun_wajar(tahun)
    libur = set_libur(date(tahun, 1, 1), date(tahun + 1, 12, 31))
    siklus = Siklus(
        tahun=tahun,
        zona=_zona(zona),
        batas_skp=date(tahun, *BATAS_SKP),
        buka_tahunan=tambah_hari_kerja(date(tahun + 1, 1, 1), -HARI_BUKA_TAHUNAN, libur),
        tutup_tahunan=date(tahun + 1, *TUTUP_TAHUNAN),
    )
    siklus.full_clean()
    with transaction.atomic():
        siklus.save()
        Periode.objects.bulk_create([_triwulan(siklus, nomor, libur) for nomor in range(1, 5)])
    return siklus


def _zona(zona: str) -> str:
    try:
        return ke_zona(zona).value
    except ValueError as galat:
        raise ValidationError({"zona": t(galat)}) from None


def _tahun_wajar(tahun: int) -> int:
    """The bounds of the table's own constraint, asked before dates are computed."""
    if not 2022 <= tahun <= 2099:
        raise ValidationError({"tahun": _("Tahun siklus harus antara 2022 dan 2099.")})
    return tahun


def _triwulan(siklus: Siklus, nomor: int, libur: Container[date]) -> Periode:
    awal = date(siklus.tahun, (nomor - 1) * BULAN_TRIWULAN + 1, 1)
    berikut = date(siklus.tahun + 1, 1, 1) if nomor == 4 else awal.replace(month=awal.month + BULAN_TRIWULAN)
    akhir = berikut - timedelta(days=1)
    return Periode(
        siklus=siklus,
        nomor=nomor,
        mulai=awal,
        selesai=akhir,
        buka_evaluasi=tambah_hari_kerja(berikut, -HARI_BUKA_SEBELUM_AKHIR, libur),
        batas_penilaian_diri=tambah_hari_kerja(akhir, HARI_PENILAIAN_DIRI, libur),
        batas_penilaian=tambah_hari_kerja(akhir, HARI_PENILAIAN, libur),
        tutup_evaluasi=tambah_hari_kerja(akhir, HARI_TUTUP, libur),
    )
