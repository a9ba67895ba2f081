"""What opening or closing a year would do, counted before it is done."""

from django.db.models import QuerySet

from penilaian.enums import StatusTahunan
from penilaian.models import EvaluasiTahunan
from penilaian.services.tahunan_siklus import yang_belum_dibuat
from sasaran.models import Siklus


def akan_dibuat_tahunan(siklus: Siklus) -> int:
    """How many yearly evaluations opening this year creates."""
    return yang_belum_dibuat(siklus=siklus)


def akan_beralih(siklus: Siklus) -> int:
    """How many unsigned evaluations closing hands to the superior of the assessor (IV.A.11)."""
    return _terbuka(siklus).filter(atasan_penilai__isnull=False).count()


def tetap_pada_penilai(siklus: Siklus) -> int:
    """How many stay with an assessor who has no superior here."""
    return _terbuka(siklus).filter(atasan_penilai__isnull=True).count()


def _terbuka(siklus: Siklus) -> QuerySet[EvaluasiTahunan]:
    return EvaluasiTahunan.objects.filter(siklus=siklus, status=StatusTahunan.TERBUKA)
