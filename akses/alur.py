"""The workflow engine with this project's permissions built in."""

from typing import Any, TypeVar

from django.db import models

from akses.services import wajib_boleh
from inti import riwayat
from inti.workflow import Alur, Transisi
from pegawai.models import Pegawai

M = TypeVar("M", bound=models.Model)


def jalankan(*, alur: Alur, objek: M, aksi: str, oleh: Pegawai | None, catatan: str = "", **isian: Any) -> M:
    """inti.riwayat.jalankan guarded by the permission matrix; `isian` are fields set with the status."""
    return riwayat.jalankan(  # type: ignore[return-value]
        alur=alur, objek=objek, aksi=aksi, oleh=oleh, jaga=wajib_boleh, catatan=catatan, isian=isian
    )


def tersedia(alur: Alur, objek: models.Model, oleh: Pegawai, izin_dimiliki: Any) -> list[Transisi]:
    """The moves this person may make now: what the table offers and the permissions allow.

    `izin_dimiliki` answers permission → bool (for one object usually `lambda i: boleh(oleh, i, objek)`).
    """
    status = objek.status  # type: ignore[attr-defined]
    return [t for t in alur.dari_status(status) if t.izin is not None and izin_dimiliki(t.izin)]
