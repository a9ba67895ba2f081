"""Who is assessed in a circle, found from the few places where a circle can begin."""

from datetime import date

from django.db.models.expressions import RawSQL

# By the tree alone the way up always leads to a higher unit: a member to the head of his unit or above, a head to
# the head of a unit above. So a circle goes through somebody with an override, or through somebody who leads a
# unit beside his own post (Plt, Plh). From these few the way up is walked, and not from everybody.
_ANGGOTA = """
WITH RECURSIVE calon AS (
    SELECT k.pegawai_id FROM pegawai_atasankhusus k
    WHERE k.mulai <= %(pada)s AND (k.selesai IS NULL OR k.selesai >= %(pada)s)
    UNION
    SELECT p.pegawai_id FROM pegawai_penempatan p
    WHERE p.kepala AND p.jenis <> 'definitif'
      AND p.mulai <= %(pada)s AND (p.selesai IS NULL OR p.selesai >= %(pada)s)
),
jalan AS (
    SELECT a.pegawai_id AS awal, a.penilai_id AS kini, 1 AS langkah
    FROM calon c JOIN pegawai_atasan a ON a.pegawai_id = c.pegawai_id WHERE a.penilai_id IS NOT NULL
    UNION ALL
    SELECT j.awal, a.penilai_id, j.langkah + 1
    FROM jalan j JOIN pegawai_atasan a ON a.pegawai_id = j.kini
    WHERE a.penilai_id IS NOT NULL AND j.kini <> j.awal AND j.langkah < 20
)
SELECT j.kini FROM jalan j WHERE j.awal IN (SELECT b.awal FROM jalan b WHERE b.kini = b.awal)
"""


def dalam_lingkaran(*, pada: date) -> RawSQL:
    """The keys of everybody whose way up comes back to himself on `pada`, for `pk__in`."""
    sql = _ANGGOTA.replace("%(pada)s", "%s")
    return RawSQL(sql, [pada] * _ANGGOTA.count("%(pada)s"))  # noqa: S611 - fixed text
