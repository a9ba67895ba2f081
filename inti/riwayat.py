"""Append-only history of status changes, and the one function that changes a status."""

from collections.abc import Callable
from typing import Any, ClassVar

import pgtrigger
from django.db import models, transaction
from django.utils import timezone

from inti.workflow import Alur, Transisi, periksa

# What asks whether a person may: (actor, permission, object) -> None, or raises PermissionDenied.
Penjaga = Callable[[Any, Any, models.Model], None]


class Riwayat(models.Model):
    """One change of status: what, from, to, who, when, why. Rows are written once; triggers refuse the rest.

    A concrete history has a foreign key called `objek` and `class Meta(Riwayat.Meta)`. Fields named in `salin`
    keep what was written to the object together with the status: the old and the new value stay readable.
    """

    salin: ClassVar[tuple[str, ...]] = ()

    id = models.BigAutoField(primary_key=True)
    aksi = models.CharField(max_length=40)
    dari = models.CharField(max_length=40)
    ke = models.CharField(max_length=40)
    oleh = models.ForeignKey(
        "pegawai.Pegawai", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )  # null: done by the schedule
    pada = models.DateTimeField(default=timezone.now, db_default=models.functions.Now())
    catatan = models.TextField(blank=True, default="", db_default="")

    class Meta:
        abstract = True
        ordering = ["id"]
        triggers = [
            pgtrigger.Protect(name="hanya_tambah", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.aksi}: {self.dari} → {self.ke}"


def jalankan(
    *,
    alur: Alur,
    objek: models.Model,
    aksi: str,
    oleh: Any,
    jaga: Penjaga,
    catatan: str = "",
    isian: dict[str, Any] | None = None,
) -> models.Model:
    """Move `objek` by `aksi`: lock its row, ask the permission, ask the table, write history and status.

    `objek` needs a `status` field and a reverse relation `riwayat`. `isian` are fields written together with
    the status. Returns the locked, updated object. Raises PermissionDenied or TransisiDitolak and then
    nothing is written. `oleh=None` is the schedule, which may only make moves marked `otomatis`.
    """
    with transaction.atomic():
        terkunci: Any = type(objek)._default_manager.select_for_update(of=("self",)).get(pk=objek.pk)
        _tanya_izin(alur.cari(aksi), terkunci, oleh, jaga)
        langkah = periksa(alur, aksi, terkunci.status, catatan)
        pindah: models.Model = _tulis(langkah, terkunci, oleh, catatan.strip(), isian or {})
    return pindah


def _tanya_izin(langkah: Transisi, objek: models.Model, oleh: Any, jaga: Penjaga) -> None:
    if oleh is None:
        if not langkah.otomatis:
            raise ValueError(f"{langkah.aksi} needs a person")
        return
    if langkah.izin is None:
        raise ValueError(f"{langkah.aksi} is made by the schedule only")
    jaga(oleh, langkah.izin, objek)


def _tulis(langkah: Transisi, objek: Any, oleh: Any, catatan: str, isian: dict[str, Any]) -> Any:
    salinan = {nama: isian[nama] for nama in objek.riwayat.model.salin if nama in isian}
    objek.riwayat.create(
        aksi=langkah.aksi,
        dari=objek.status,
        ke=langkah.ke,
        oleh=oleh,
        pada=timezone.now(),
        catatan=catatan,
        **salinan,
    )
    objek.status = langkah.ke
    for nama, nilai in isian.items():
        setattr(objek, nama, nilai)
    objek.save(update_fields=["status", *isian])
    return objek
