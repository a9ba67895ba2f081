"""What the history of an evaluation tells its pages."""

from penilaian.enums import StatusEvaluasi
from penilaian.models import EvaluasiPeriodik, RiwayatEvaluasi


def riwayat(evaluasi: EvaluasiPeriodik) -> list[RiwayatEvaluasi]:
    """Every change of status with who made it, oldest first."""
    return list(evaluasi.riwayat.select_related("oleh").order_by("id"))


def catatan_pengembalian(evaluasi: EvaluasiPeriodik) -> RiwayatEvaluasi | None:
    """The last return of the self-assessment while it is with the employee again; else None."""
    if evaluasi.status != StatusEvaluasi.TERBUKA:
        return None
    return evaluasi.riwayat.select_related("oleh").filter(aksi="kembalikan").order_by("-id").first()
