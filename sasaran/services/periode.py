"""What other services ask of a period while they write."""

from datetime import date
from uuid import UUID

from django.db import connection

from sasaran.enums import StatusPeriode

# Shared with other writers, but closing the period (inti.riwayat locks its row) waits until they are done:
# nothing is written into a period after it was closed. Django has no words for FOR KEY SHARE.
_STATUS = "SELECT status FROM sasaran_periode WHERE id = %s FOR KEY SHARE"
_DITUTUP = """
SELECT id FROM (
    SELECT id, status FROM sasaran_periode
    WHERE siklus_id = %s AND mulai <= %s AND selesai >= %s FOR KEY SHARE
) p WHERE status = %s LIMIT 1
"""


def tahan_status(periode_id: UUID) -> StatusPeriode:
    """The status of this period, which stays so until the caller's transaction ends."""
    with connection.cursor() as kursor:
        kursor.execute(_STATUS, [periode_id])
        return StatusPeriode(kursor.fetchone()[0])


def tahan_ditutup(siklus_id: int, tanggal: date) -> UUID | None:
    """The closed period of the year that holds `tanggal`; with None none closes before the transaction ends."""
    with connection.cursor() as kursor:
        kursor.execute(_DITUTUP, [siklus_id, tanggal, tanggal, StatusPeriode.DITUTUP])
        baris = kursor.fetchone()
    return baris[0] if baris else None
