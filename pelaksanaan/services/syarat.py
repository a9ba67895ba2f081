"""When work may be reported: the conditions every writing service asks."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from inti.kalender import hari_ini
from pelaksanaan.models import Laporan
from sasaran.enums import StatusPeriode, StatusSKP
from sasaran.models import SKP, Periode


def kunci_skp(skp_id: UUID) -> SKP:
    """The plan with its row locked, so that a report and a return of the plan do not cross."""
    return SKP.objects.select_for_update(of=("self",)).select_related("unit").get(pk=skp_id)


def kunci_laporan(laporan: Laporan) -> Laporan:
    """The report as it is now, locked; ValidationError when it was withdrawn in another window."""
    terkunci = Laporan.objects.select_for_update(of=("self",)).filter(pk=laporan.pk).first()
    if terkunci is None:
        raise ValidationError(_("Laporan ini sudah dihapus. Muat ulang daftar laporan Anda."), code="dihapus")
    return terkunci


def periksa_berlaku(skp: SKP) -> None:
    """ValidationError unless the plan is approved."""
    if skp.status != StatusSKP.DISETUJUI:
        pesan = _("Laporan dapat ditulis setelah SKP disetujui. Saat ini SKP Anda berstatus “%(status)s”.")
        raise ValidationError(pesan, code="status", params={"status": skp.get_status_display()})


def periksa_tanggal(skp: SKP, tanggal: date) -> None:
    """ValidationError at `tanggal` when it lies in the future of the unit's zone or outside the plan."""
    if tanggal > hari_ini(skp.unit.zona, timezone.now()):
        raise ValidationError({"tanggal": _("Tanggal laporan tidak boleh di masa depan.")})
    if not skp.mulai <= tanggal <= skp.selesai:
        pesan = _("Tanggal harus di dalam masa SKP: %(mulai)s sampai %(selesai)s.") % {
            "mulai": date_format(skp.mulai, "j F Y"),
            "selesai": date_format(skp.selesai, "j F Y"),
        }
        raise ValidationError({"tanggal": pesan})


def periode_ditutup(skp: SKP, tanggal: date) -> Periode | None:
    """The closed period that holds `tanggal`, if there is one."""
    return Periode.objects.filter(
        siklus_id=skp.siklus_id, status=StatusPeriode.DITUTUP, mulai__lte=tanggal, selesai__gte=tanggal
    ).first()


def periksa_periode(skp: SKP, tanggal: date) -> None:
    """ValidationError at `tanggal` when its period is closed: what was appraised stays as it was."""
    if periode := periode_ditutup(skp, tanggal):
        pesan = _("%(periode)s sudah ditutup, sehingga laporannya tidak dapat ditambah atau diubah lagi.")
        raise ValidationError({"tanggal": pesan % {"periode": periode.nama}})


def dapat_diubah(laporan: Laporan) -> bool:
    """Whether the owner may still change this report: for what a page offers."""
    return laporan.skp.status == StatusSKP.DISETUJUI and periode_ditutup(laporan.skp, laporan.tanggal) is None
