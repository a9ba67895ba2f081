"""Decrees begin and end on their day, in the zone of the unit."""

from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from inti.kalender import Zona, hari_ini

_PINDAH = """
WITH pilih AS MATERIALIZED (
    SELECT s.id FROM penghargaan_sanksi s
    JOIN pegawai_unitkerja u ON u.id = s.unit_id
    WHERE s.status = %(dari)s AND s.{kolom} {banding} %(hari)s AND u.zona = %(zona)s
    FOR UPDATE OF s SKIP LOCKED
), pindah AS (
    UPDATE penghargaan_sanksi s SET status = %(ke)s FROM pilih p WHERE s.id = p.id
)
INSERT INTO penghargaan_riwayatsanksi (objek_id, aksi, dari, ke, pada, catatan)
SELECT id, %(aksi)s, %(dari)s, %(ke)s, now(), '' FROM pilih
"""
_LANGKAH = (
    ("berlakukan", "diputus", "berlaku", _PINDAH.format(kolom="mulai", banding="<=")),
    ("selesaikan", "berlaku", "selesai", _PINDAH.format(kolom="selesai", banding="<")),
)


def urus_sanksi(*, zona: Zona, tanggal: date | None = None) -> int:
    """Begin and end what is due on `tanggal` (today in `zona`); how many moved. Twice is once."""
    hari = tanggal or hari_ini(zona, timezone.now())
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('sanksi', 7))")
        jumlah = 0
        for aksi, dari, ke, sql in _LANGKAH:
            kursor.execute(sql, {"aksi": aksi, "dari": dari, "ke": ke, "hari": hari, "zona": zona})
            jumlah += kursor.rowcount
    return jumlah
