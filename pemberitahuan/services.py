"""Writing messages. Sending them is `pemberitahuan.kirim`'s work, later and again until it succeeds."""

from typing import Any

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
