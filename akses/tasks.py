"""What the schedule asks of people, accounts and imports. Thin: the work is in the services."""

from celery import shared_task

from akses import kepegawaian
from akses.impor import kerjakan_menunggu
from akses.impor_salinan import bersihkan_salinan as _bersihkan_salinan
from pegawai.services import ganda


@shared_task  # type: ignore[untyped-decorator]
def kerjakan_impor() -> int:
    """Test and import the files that wait; returns how many were worked on."""
    return kerjakan_menunggu()


@shared_task  # type: ignore[untyped-decorator]
def bersihkan_salinan() -> int:
    """Remove what is no longer needed of tested files; returns how many copies."""
    return _bersihkan_salinan()


@shared_task  # type: ignore[untyped-decorator]
def urus_kepegawaian() -> int:
    """Let leave, ranks and decrees of retirement take effect on their day; returns how much changed."""
    return kepegawaian.urus_kepegawaian()


@shared_task  # type: ignore[untyped-decorator]
def cari_ganda() -> int:
    """Look for likely doubles among people and units; returns how many pairs changed."""
    return ganda.cari_ganda()
