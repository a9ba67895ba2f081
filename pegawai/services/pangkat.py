"""A rank with a date to come becomes the person's rank on its day."""

from datetime import date

import pghistory
from django.db import connection, transaction

# Of each person the newest rank that has begun, where it is newer than the one he has: the rule of the import.
_TERAPKAN = """
UPDATE pegawai_pegawai t SET golongan = r.golongan, tmt_golongan = r.tmt, diubah_pada = now()
FROM (
    SELECT DISTINCT ON (p.pegawai_id) p.pegawai_id, p.golongan, p.tmt
    FROM pegawai_riwayatpangkat p JOIN pegawai_pegawai o ON o.id = p.pegawai_id
    WHERE p.tmt <= %(hari)s AND (o.tmt_golongan IS NULL OR p.tmt > o.tmt_golongan)
    ORDER BY p.pegawai_id, p.tmt DESC
) r
WHERE t.id = r.pegawai_id AND t.digabung_ke_id IS NULL
"""


def terapkan_pangkat(*, hari: date) -> int:
    """Give people the ranks that have begun by `hari`; returns how many changed. Twice changes nothing."""
    konteks = pghistory.context(aksi="pangkat berlaku", alasan="TMT pangkat tiba")
    with transaction.atomic(), konteks, connection.cursor() as kursor:
        kursor.execute(_TERAPKAN, {"hari": hari})
        return int(kursor.rowcount)
