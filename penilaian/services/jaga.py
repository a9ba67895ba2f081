"""What every writing service asks first: the lock, the permission, the period, and who saved last."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.services import wajib_boleh
from inti.kalender import ke_zona
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from penilaian.enums import StatusEvaluasi
from penilaian.models import EvaluasiPeriodik
from penilaian.services.baca import TERKAIT, sudah_dinilai
from penilaian.services.tenggat import Tenggat, jadwal, lewat_batas_diri
from sasaran.enums import StatusPeriode, StatusSKP


class DrafUsang(TransisiDitolak):
    """Another open page has saved since this one was loaded."""

    def __init__(self, pada: datetime, zona: str) -> None:
        jam = pada.astimezone(ke_zona(zona).tz)
        super().__init__(
            _(
                "Isian ini sudah disimpan dari tab atau perangkat lain pukul %(jam)s. Yang Anda tulis "
                "di sini belum hilang: periksa, lalu simpan sekali lagi untuk memakainya."
            )
            % {"jam": time_format(jam, "TIME_FORMAT")},
            "usang",
        )


def kunci(*, evaluasi: EvaluasiPeriodik, oleh: Pegawai, izin: Izin) -> EvaluasiPeriodik:
    """Lock `evaluasi` with its plan and return it fresh, when `oleh` holds `izin` and its period is open.

    Must run inside a transaction. Raises PermissionDenied, or TransisiDitolak when the period is closed.
    """
    wajib_boleh(oleh, izin, evaluasi)
    semua = EvaluasiPeriodik.objects.select_for_update(of=("self", "skp")).select_related(*TERKAIT)
    terkunci = semua.get(pk=evaluasi.pk)
    # Waiting for the lock may have taken a while; the period that came along was read before it.
    terkunci.periode.refresh_from_db(fields=["status"])
    tolak_bila_ditutup(terkunci)
    return terkunci


def tolak_bila_ditutup(evaluasi: EvaluasiPeriodik) -> None:
    """Raise TransisiDitolak with a sentence when nothing may be written any more."""
    if alasan := alasan_tertutup(evaluasi):
        raise TransisiDitolak(alasan, "syarat")


def alasan_tertutup(evaluasi: EvaluasiPeriodik) -> str:
    """Why nothing may be written any more; empty while the evaluation is open."""
    if evaluasi.periode.status == StatusPeriode.DITUTUP or evaluasi.status == StatusEvaluasi.TERKUNCI:
        return _("Evaluasi %(periode)s sudah ditutup, sehingga isian tidak dapat diubah lagi.") % {
            "periode": evaluasi.periode
        }
    if sudah_dinilai(evaluasi):
        return _("Hasil evaluasi ini sudah disampaikan, sehingga isian tidak dapat diubah lagi.")
    return ""


def tolak_bila_skp_diubah(evaluasi: EvaluasiPeriodik) -> None:
    """Raise TransisiDitolak while the plan is being changed: only what was set is assessed (Ps 14(3))."""
    if alasan := alasan_skp_diubah(evaluasi):
        raise TransisiDitolak(alasan, "syarat")


def alasan_skp_diubah(evaluasi: EvaluasiPeriodik) -> str:
    """Why the plan cannot be assessed now; empty while it is approved."""
    if evaluasi.skp.status == StatusSKP.DISETUJUI:
        return ""
    return _("SKP sedang diubah. Penilaian dapat dilanjutkan setelah SKP disetujui lagi.")


def alasan_belum_dapat_dinilai(evaluasi: EvaluasiPeriodik) -> str:
    """Why the assessor may not rate yet; empty when he may.

    He may after the self-assessment was submitted, or once its deadline has passed in the unit's zone; not
    while the plan is being changed.
    """
    if alasan := alasan_skp_diubah(evaluasi):
        return alasan
    if evaluasi.status != StatusEvaluasi.TERBUKA or lewat_batas_diri(evaluasi):
        return ""
    batas: Tenggat = jadwal(evaluasi).diri
    return _(
        "%(nama)s masih dapat mengisi penilaian diri sampai %(batas)s. Anda dapat menilai setelah ia "
        "mengajukannya atau setelah batas itu lewat."
    ) % {"nama": evaluasi.pegawai.panggilan, "batas": batas.teks}


def tolak_bila_usang(
    *, pada: datetime | None, kunci_terakhir: UUID | None, versi: datetime | None, kunci_ini: UUID, zona: str
) -> None:
    """Raise DrafUsang when another page saved after this one was loaded.

    `versi` is the time of the last saving when the page was loaded, `kunci_ini` the page's own key.
    """
    if pada is not None and kunci_terakhir != kunci_ini and pada != versi:
        raise DrafUsang(pada, zona)


def kini() -> datetime:
    """The moment of a write."""
    return timezone.now()
