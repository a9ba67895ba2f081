"""Sending the outbox by e-mail: claim, send, mark; again until it succeeds or is given up.

A sender claims a batch by moving the time of its next attempt past a lease, in one statement that skips what
another sender holds: two senders never hold the same message. A sender that dies leaves its claim to run out.
When it dies between sending and marking, that one message goes out twice: e-mail offers no better than
at-least-once. Marking follows each single message, so that it is never a whole batch.
"""

import smtplib
import time
from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

import structlog
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from pemberitahuan.models import JenisPesan, Pesan, StatusSurel
from pemberitahuan.teks import teks

SEKALI = 50  # messages in one claim
SEWA = timedelta(minutes=10)  # how long a claim holds
WAKTU = 45.0  # seconds of one run; the next comes within a minute
BATAS_SEWA = SEWA.total_seconds() / 2  # no message is sent on a claim older than this
PERCOBAAN_MAKS = 8
JEDA_MENIT = (1, 5, 15, 60, 240, 720, 1440)  # after the 1st to the 7th failure; the 8th is the last
JEDA_SERVER = timedelta(minutes=2)  # a server that cannot be reached is not the message's fault
GALAT = (smtplib.SMTPException, OSError, ValueError)  # ValueError: an address or header that cannot be sent

catatan = structlog.get_logger(__name__)

# The attempt is counted with the claim, so that a message that kills its sender is given up, too.
_KLAIM = """
UPDATE pemberitahuan_pesan SET coba_lagi_pada = statement_timestamp() + %s, percobaan = percobaan + 1
WHERE id IN (
    SELECT id FROM pemberitahuan_pesan
    WHERE status_surel = 'menunggu' AND coba_lagi_pada <= statement_timestamp()
    ORDER BY coba_lagi_pada LIMIT %s FOR UPDATE SKIP LOCKED
)
RETURNING id
"""

# What concerns support, sanctions and objections of a person stays in Kinerja: an e-mail stands on lock screens
# and in mail servers, so it says only that there is something to read.
RAHASIA = frozenset(
    {
        JenisPesan.RENCANA_DIBUKA,
        JenisPesan.RENCANA_DIUSULKAN,
        JenisPesan.RENCANA_DIKEMBALIKAN,
        JenisPesan.RENCANA_DISEPAKATI,
        JenisPesan.RENCANA_DIAMBIL_ALIH,
        JenisPesan.RENCANA_BERAKHIR,
        JenisPesan.RENCANA_DISIMPULKAN,
        JenisPesan.TINJAUAN_MENDATANG,
        JenisPesan.SANKSI_DIPANGGIL,
        JenisPesan.SANKSI_DIPUTUS,
        JenisPesan.SANKSI_DIHENTIKAN,
        JenisPesan.KEBERATAN_DIAJUKAN,
        JenisPesan.KEBERATAN_DIMINTAI,
        JenisPesan.KEBERATAN_DIJELASKAN,
        JenisPesan.KEBERATAN_DICABUT,
        JenisPesan.KEBERATAN_DIPUTUS,
        JenisPesan.PENGINGAT_KEBERATAN,
        JenisPesan.KEBERATAN_TERLAMBAT,
    }
)


def kirim_surel(*, waktu: float = WAKTU) -> int:
    """Send waiting messages until none is due or `waktu` seconds are over; returns how many went out."""
    selesai = time.monotonic() + waktu
    terkirim = 0
    while time.monotonic() < selesai and (pesan := _klaim()):
        hasil = _kirim_bagian(pesan)
        if hasil is None:
            break
        terkirim += hasil
    return terkirim


def _teks_surel(jenis: str, data: Mapping[str, object]) -> tuple[str, str]:
    """Subject and body for an e-mail: without names and details when the matter is confidential."""
    if jenis in RAHASIA:
        return _("Ada kabar untuk Anda di Kinerja"), _("Isinya hanya dapat dibaca setelah masuk.")
    return teks(jenis, data)


def alamat(pesan: Pesan) -> str:
    """Where a message goes: the address of the account, else of the office, else the private one; or ''."""
    akun = getattr(pesan.penerima, "akun", None)
    if akun is None or not akun.is_active:
        return ""
    return akun.email or pesan.penerima.email_gov or pesan.penerima.email


def susun(pesan: Pesan, kepada: str) -> EmailMessage:
    """The e-mail of a message, in the language of its receiver, with an absolute link."""
    with translation.override(pesan.penerima.akun.bahasa):
        judul, isi = _teks_surel(pesan.jenis, pesan.data)
        alinea = [_("Yth. %(nama)s,") % {"nama": pesan.penerima.nama_lengkap}, isi]
        if pesan.tautan:
            alinea.append(_("Buka di Kinerja: %(alamat)s") % {"alamat": settings.ALAMAT_DASAR + pesan.tautan})
        alinea.append(_("Surel ini dikirim otomatis. Pesan yang sama ada di kotak masuk Kinerja Anda."))
    return EmailMessage(" ".join(judul.split()), "\n\n".join(alinea) + "\n", to=[kepada])


def _klaim() -> list[Pesan]:
    with connection.cursor() as kursor:
        kursor.execute(_KLAIM, [SEWA, SEKALI])
        milik = [baris[0] for baris in kursor.fetchall()]
    return list(
        Pesan.objects.filter(pk__in=milik).select_related("penerima__akun").order_by("dibuat_pada", "id")
    )


def _kirim_bagian(pesan: list[Pesan]) -> int | None:
    """Send a claimed batch over one connection; how many went out, None when there is no mail server."""
    mulai, terkirim = time.monotonic(), 0
    server = get_connection()
    try:
        server.open()
    except GALAT as galat:
        catatan.warning("server surel tidak terjangkau", sebab=str(galat))
        _kembalikan([satu.pk for satu in pesan])
        return None
    try:
        for urutan, satu in enumerate(pesan):
            if time.monotonic() - mulai > BATAS_SEWA:
                _kembalikan([sisa.pk for sisa in pesan[urutan:]])
                break
            terkirim += _kirim_satu(satu, server)
    finally:
        _tutup(server)
    return terkirim


def _kirim_satu(pesan: Pesan, server: BaseEmailBackend) -> bool:
    """Send one message and mark it; whether it went out."""
    if pesan.percobaan > PERCOBAAN_MAKS:
        _tandai(pesan, status_surel=StatusSurel.GAGAL)
        return False
    if not (kepada := alamat(pesan)):
        _tandai(pesan, status_surel=StatusSurel.TIDAK_PERLU)
        return False
    try:
        server.send_messages([susun(pesan, kepada)])
    except GALAT as galat:
        _gagal(pesan, galat)
        return False
    _tandai(pesan, status_surel=StatusSurel.TERKIRIM, surel_dikirim_pada=timezone.now(), galat="")
    return True


def _gagal(pesan: Pesan, galat: Exception) -> None:
    catatan.warning("surel gagal", pesan=str(pesan.pk), percobaan=pesan.percobaan, sebab=str(galat))
    if pesan.percobaan >= PERCOBAAN_MAKS:
        _tandai(pesan, status_surel=StatusSurel.GAGAL, galat=str(galat)[:500])
        return
    jeda = timedelta(minutes=JEDA_MENIT[pesan.percobaan - 1])
    _tandai(pesan, coba_lagi_pada=timezone.now() + jeda, galat=str(galat)[:500])


def _tandai(pesan: Pesan, **isian: object) -> None:
    """Write the outcome, unless the claim has passed to another sender meanwhile."""
    Pesan.objects.filter(pk=pesan.pk, status_surel=StatusSurel.MENUNGGU, percobaan=pesan.percobaan).update(
        **isian
    )


def _kembalikan(milik: list[UUID]) -> None:
    """Give claimed messages back, the attempt uncounted."""
    with connection.cursor() as kursor:
        kursor.execute(
            "UPDATE pemberitahuan_pesan SET coba_lagi_pada = statement_timestamp() + %s, percobaan = percobaan - 1"
            " WHERE id = ANY(%s) AND status_surel = 'menunggu'",
            [JEDA_SERVER, milik],
        )


def _tutup(server: BaseEmailBackend) -> None:
    try:
        server.close()
    except GALAT as galat:
        catatan.warning("sambungan surel tidak tertutup rapi", sebab=str(galat))
