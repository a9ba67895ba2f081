"""Writing messages. Sending them is `pemberitahuan.kirim`'s work, later and again until it succeeds."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh, wajib_boleh
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan, Pesan


def kirim(
    *, penerima: Pegawai | None, jenis: JenisPesan, kunci: str, data: dict[str, Any], tautan: str = ""
) -> None:
    """Put one message into the inbox and outbox of `penerima`, in the caller's transaction.

    `kunci` names the occasion; a second message with the same key is not written. `tautan` is the address
    inside the application that the message leads to. Nobody to tell (None) is not an error.
    """
    if penerima is None:
        return
    Pesan.objects.bulk_create(
        [Pesan(penerima=penerima, jenis=jenis, kunci=kunci, data=data, tautan=tautan)], ignore_conflicts=True
    )


def tandai_dibaca(*, pesan: Pesan, oleh: Pegawai) -> str:
    """Mark one message as read and return the address inside the application it leads to.

    The first time of reading is kept. Raises PermissionDenied for anybody but the receiver.
    """
    wajib_boleh(oleh, Izin.PESAN_LIHAT, pesan)
    Pesan.objects.filter(pk=pesan.pk).belum_dibaca().update(dibaca_pada=timezone.now())
    return pesan.tautan


def tandai_semua_dibaca(*, oleh: Pegawai) -> int:
    """Mark every unread message of this person as read; returns how many there were."""
    return Pesan.objects.filter(penerima=oleh).belum_dibaca().update(dibaca_pada=timezone.now())


def kotak_masuk(pelaku: Pelaku) -> QuerySet[Pesan]:
    """The messages this person may read."""
    return terlihat_oleh(Pesan.objects.all(), pelaku, Izin.PESAN_LIHAT)
