"""Who looked at what is sensitive about somebody else: one row for a person, a record and an hour.

Written while a page is read: the one exception to the rule that reading writes nothing (ADR 23).
"""

from typing import Any
from uuid import UUID

import structlog
from django.db import DatabaseError, models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from akses.models import CatatanLihat, JenisLihat
from pegawai.models import Pegawai

catatan = structlog.get_logger(__name__)
TERAKHIR = 20


def catat_lihat(request: HttpRequest, objek: models.Model, jenis: JenisLihat) -> None:
    """Write down that this page shows `objek` to somebody it is not about. Never raises.

    Of results, those who assess (the assessor of the record and his superior) are not written down: reading
    is their duty. Support staff who look as somebody else are written down under their own name.
    """
    siapa: Any = request
    pemilik = objek.pk if isinstance(objek, Pegawai) else objek.pegawai_id  # type: ignore[attr-defined]
    if request.method not in {"GET", "HEAD"} or not _perlu(siapa, objek, pemilik, jenis):
        return
    akun = siapa.penyamaran.oleh.akun.pk if siapa.penyamaran else siapa.user.pk
    try:
        _tulis(akun, pemilik, jenis, str(objek.pk), request.path[:200])
    except DatabaseError as galat:
        catatan.warning("catatan lihat tidak tertulis", akun=akun, jenis=jenis, sebab=str(galat))


def _perlu(request: Any, objek: Any, pemilik: UUID | None, jenis: JenisLihat) -> bool:
    pembaca = request.pegawai.pk if request.pegawai else None
    if pemilik is None or (pembaca == pemilik and not request.penyamaran):
        return False
    if jenis != JenisLihat.HASIL or request.penyamaran:
        return True
    rantai = {getattr(objek, "penilai_id", None), getattr(objek, "atasan_penilai_id", None)}
    return pembaca not in rantai


def _tulis(akun: int, pemilik: UUID, jenis: JenisLihat, objek: str, alamat: str) -> None:
    """One statement; the second within the hour is the one that is there."""
    kini = timezone.now()
    satu = CatatanLihat(
        oleh_id=akun,
        pegawai_id=pemilik,
        jenis=jenis,
        objek=objek,
        alamat=alamat,
        pada=kini,
        jam=kini.replace(minute=0, second=0, microsecond=0),
    )
    with transaction.atomic():
        CatatanLihat.objects.bulk_create([satu], ignore_conflicts=True)


def terakhir(*, pegawai: Pegawai | None) -> list[CatatanLihat]:
    """The newest views of what is sensitive about this person, for himself to read."""
    if pegawai is None:
        return []
    qs: QuerySet[CatatanLihat] = CatatanLihat.objects.filter(pegawai=pegawai)
    return list(qs.select_related("oleh__pegawai").order_by("-id")[:TERAKHIR])
