"""Spans of calendar months, as PP 30/2019 counts the time to improve."""

import calendar
from datetime import date

from inti.kalender import tanpa_jam
from inti.tanda import kalimat

BULAN_MAKS = 36


def tambah_bulan(mulai: date, bulan: int) -> date:
    """The day `bulan` calendar months after `mulai`, at the latest the last day of its month.

    31 August plus six months is 28 or 29 February, as PostgreSQL counts. ValueError beyond 0 to 36 months.
    """
    if not 0 <= bulan <= BULAN_MAKS:
        raise ValueError(kalimat("Lama rencana harus 1 sampai %(maks)s bulan.", maks=BULAN_MAKS))
    urut = tanpa_jam(mulai).month - 1 + bulan
    tahun, ke = mulai.year + urut // 12, urut % 12 + 1
    return date(tahun, ke, min(mulai.day, calendar.monthrange(tahun, ke)[1]))
