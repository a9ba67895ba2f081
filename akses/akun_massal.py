"""Accounts for many people at once."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib.admin.models import CHANGE
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from akses.models import Akun
from pegawai.enums import KedudukanHukum

# The password cannot be used ("!" and a random tail, as Django writes it) until one is set or reset.
_BUAT = """
INSERT INTO akses_akun (username, email, pegawai_id, password, is_superuser)
SELECT p.nip, coalesce(nullif(p.email_gov, ''), p.email), p.id,
    '!' || replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), false
FROM pegawai_pegawai p
WHERE p.nip IS NOT NULL AND p.kedudukan_hukum < %(berhenti)s
    AND (%(semua)s OR p.id = ANY (%(pegawai)s))
    AND NOT EXISTS (SELECT 1 FROM akses_akun a WHERE a.pegawai_id = p.id)
ON CONFLICT (username) DO NOTHING
"""
# A person who got a new NIP logs in with the new one; an account that has the name already keeps it.
_GANTI_NAMA = """
UPDATE akses_akun a SET username = p.nip
FROM pegawai_pegawai p
WHERE p.id = a.pegawai_id AND p.nip <> a.username AND a.username ~ '^[0-9]{18}$'
    AND NOT EXISTS (SELECT 1 FROM akses_akun b WHERE b.username = p.nip)
"""
# Whoever has left the service logs in no more; sessions end with the account. HR may switch it on again.
_NONAKTIFKAN = """
UPDATE akses_akun a SET is_active = false
FROM pegawai_pegawai p
WHERE p.id = a.pegawai_id AND a.is_active AND p.kedudukan_hukum >= %(berhenti)s
"""


def buat_akun_massal(*, pegawai_ids: Sequence[UUID] | None = None) -> int:
    """Create the missing accounts of people in service (all, or these); returns how many.

    The user name is the NIP, the first password must be set by a reset or by an administrator and then be
    changed. Twice changes nothing.
    """
    isian: dict[str, Any] = {
        "berhenti": KedudukanHukum.BELUM_SK_CPNS,
        "semua": pegawai_ids is None,
        "pegawai": list(pegawai_ids or ()),
    }
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(_BUAT, isian)
        return int(kursor.rowcount)


def selaraskan_nama_akun() -> int:
    """Give accounts the present NIP of their person as user name; returns how many changed."""
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(_GANTI_NAMA)
        return int(kursor.rowcount)


def nonaktifkan_yang_keluar() -> int:
    """Switch off the accounts of people who left the service; returns how many."""
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(_NONAKTIFKAN, {"berhenti": KedudukanHukum.BELUM_SK_CPNS})
        return int(kursor.rowcount)


def nyalakan(*, pegawai_ids: Sequence[UUID], nyala: bool) -> int:
    """Open or close the accounts of these people; returns how many changed."""
    akun = Akun.objects.filter(pegawai__salah_satu=list(pegawai_ids), is_active=not nyala)
    return akun.update(is_active=nyala)


_CATAT = """
INSERT INTO django_admin_log
    (action_time, user_id, content_type_id, object_id, object_repr, action_flag, change_message)
SELECT now(), %(oleh)s, %(jenis)s, a.id::text, left(a.username, 200), %(ubah)s, %(kata)s
FROM akses_akun a WHERE a.pegawai_id = ANY (%(pegawai)s)
"""


def catat_massal(*, pegawai_ids: Sequence[UUID], oleh: int, kata: str) -> None:
    """Note at each of these accounts who did what; one statement, however many there are."""
    isian: dict[str, Any] = {
        "oleh": oleh,
        "jenis": ContentType.objects.get_for_model(Akun).pk,
        "ubah": CHANGE,
        "kata": kata,
        "pegawai": list(pegawai_ids),
    }
    with connection.cursor() as kursor:
        kursor.execute(_CATAT, isian)
