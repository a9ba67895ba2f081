"""Who assesses whom, computed from the tree and the dated overrides by one SQL statement for everybody."""

from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from inti.kalender import hari_ini
from pegawai.enums import WAJIB_SKP, JenisPegawai, ZonaWaktu
from pegawai.models import UnitKerja

# The head of a unit is its definitive head, else a Plt, else a Plh. A person's assessor is the override in
# force, else the head of the nearest unit upwards who is not himself: of his own unit for members, of a unit
# above for the head (PermenPANRB 6/2022 Ps 1(9); a tree whose top is the head of the region).
_HITUNG = """
WITH berlaku AS MATERIALIZED (
    SELECT p.id, p.pegawai_id, p.unit_id, p.jenis, p.kepala, p.mulai
    FROM pegawai_penempatan p
    WHERE p.mulai <= %(pada)s AND (p.selesai IS NULL OR p.selesai >= %(pada)s)
),
kepala AS MATERIALIZED (
    SELECT DISTINCT ON (b.unit_id) u.path, b.pegawai_id
    FROM berlaku b JOIN pegawai_unitkerja u ON u.id = b.unit_id
    WHERE b.kepala
    ORDER BY b.unit_id, array_position(ARRAY['definitif', 'plt', 'plh'], b.jenis::text), b.mulai DESC, b.id
),
dasar AS MATERIALIZED (
    SELECT b.pegawai_id, b.id AS penempatan_id, b.unit_id
    FROM berlaku b
    WHERE b.jenis = 'definitif'
),
-- Per unit, not per person: the heads from the unit itself up to the top.
rantai AS MATERIALIZED (
    SELECT u.id AS unit_id, k.pegawai_id, n AS dalam
    FROM pegawai_unitkerja u
    CROSS JOIN LATERAL generate_series(4, length(u.path), 4) AS n
    JOIN kepala k ON k.path = left(u.path, n)
),
dari_pohon AS MATERIALIZED (
    SELECT DISTINCT ON (d.pegawai_id) d.pegawai_id, d.penempatan_id, d.unit_id, r.pegawai_id AS penilai_id
    FROM dasar d LEFT JOIN rantai r ON r.unit_id = d.unit_id AND r.pegawai_id <> d.pegawai_id
    ORDER BY d.pegawai_id, r.dalam DESC NULLS LAST
),
khusus AS MATERIALIZED (
    SELECT a.pegawai_id, a.penilai_id
    FROM pegawai_atasankhusus a
    WHERE a.mulai <= %(pada)s AND (a.selesai IS NULL OR a.selesai >= %(pada)s)
),
hasil AS MATERIALIZED (
    SELECT t.pegawai_id, t.penempatan_id, t.unit_id,
           coalesce(k.penilai_id, t.penilai_id) AS penilai_id,
           CASE WHEN k.penilai_id IS NULL THEN 'pohon' ELSE 'khusus' END AS sumber
    FROM dari_pohon t LEFT JOIN khusus k USING (pegawai_id)
)
INSERT INTO pegawai_atasan AS lama
    (pegawai_id, penempatan_id, unit_id, penilai_id, atasan_penilai_id, sumber, dihitung_pada)
SELECT h.pegawai_id, h.penempatan_id, h.unit_id, h.penilai_id,
       nullif(a.penilai_id, h.pegawai_id), h.sumber, now()
FROM hasil h LEFT JOIN hasil a ON a.pegawai_id = h.penilai_id
ON CONFLICT (pegawai_id) DO UPDATE SET
    penempatan_id = excluded.penempatan_id, unit_id = excluded.unit_id, penilai_id = excluded.penilai_id,
    atasan_penilai_id = excluded.atasan_penilai_id, sumber = excluded.sumber,
    dihitung_pada = excluded.dihitung_pada
WHERE (lama.penempatan_id, lama.unit_id, lama.penilai_id, lama.atasan_penilai_id, lama.sumber)
    IS DISTINCT FROM
      (excluded.penempatan_id, excluded.unit_id, excluded.penilai_id, excluded.atasan_penilai_id,
       excluded.sumber)
"""

# Whoever has no definitive placement today has no relation either.
_BUANG = """
DELETE FROM pegawai_atasan a
WHERE NOT EXISTS (
    SELECT 1 FROM pegawai_penempatan p
    WHERE p.pegawai_id = a.pegawai_id AND p.jenis = 'definitif'
      AND p.mulai <= %(pada)s AND (p.selesai IS NULL OR p.selesai >= %(pada)s)
)
"""

# People who were added since then stand nowhere yet; the triggers know of all other changes.
_TANPA_LAGI = """
DELETE FROM pegawai_tanpapenilai t WHERE NOT EXISTS (SELECT FROM pegawai_pegawai p WHERE p.id = t.pegawai_id)
"""
_TANPA = """
INSERT INTO pegawai_tanpapenilai (pegawai_id)
SELECT p.id FROM pegawai_pegawai p
WHERE p.kedudukan_hukum = ANY (%(wajib)s) AND p.jenis <> %(negara)s
    AND NOT EXISTS (SELECT FROM pegawai_atasan a WHERE a.pegawai_id = p.id)
ON CONFLICT DO NOTHING
"""


def hari_instansi() -> date:
    """Today's date in the zone of the government itself, the top of the tree."""
    zona = UnitKerja.objects.filter(depth=1).values_list("zona", flat=True).first()
    return hari_ini(zona or ZonaWaktu.WIB, timezone.now())


def segarkan(*, pada: date | None = None) -> int:
    """Recompute everybody's relation for the date `pada` (today); returns the number of rows that changed.

    Safe to run at any time and by two at once: the second waits, then finds nothing to change.
    """
    isian = {"pada": pada or timezone.localdate()}
    siapa = {"wajib": [k.value for k in WAJIB_SKP], "negara": JenisPegawai.PEJABAT_NEGARA.value}
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('pegawai.atasan'))")
        kursor.execute(_BUANG, isian)
        dibuang = kursor.rowcount
        kursor.execute(_HITUNG, isian)
        berubah = dibuang + kursor.rowcount
        kursor.execute(_TANPA_LAGI)
        kursor.execute(_TANPA, siapa)
    return berubah
