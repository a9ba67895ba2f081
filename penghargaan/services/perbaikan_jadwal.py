"""What the schedule does with improvement plans: open, follow the assessor, remind, end, drop. Set-based."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from inti.kalender import Zona, hari_ini
from pegawai.enums import WAJIB_SKP
from pemberitahuan.models import JenisPesan
from penghargaan.services.perbaikan_baca import kebijakan_pada
from penilaian.models.tahunan import BELUM_SAMPAI

NOL = UUID(int=0)
BARU = timedelta(days=45)  # how long after delivery an evaluation still opens a plan
INGAT = 3  # days before a check-in

# Whoever got a label that calls for help and has no plan since. Of several evaluations the newest counts;
# one that is being objected to waits for the decision. The assessor of today owes the plan.
_CALON = """
SELECT e.pegawai_id, e.unit_id, e.penilai_id, e.atasan_penilai_id, e.id AS evaluasi_id,
       NULL::uuid AS tahunan_id, e.predikat, e.disampaikan_pada
FROM penilaian_evaluasiperiodik e
JOIN sasaran_periode p ON p.id = e.periode_id
WHERE (p.status = 'terbuka' OR p.ditutup_pada >= %(sejak)s) AND e.status IN ('disampaikan', 'diterima')
  AND e.predikat >= %(pemicu)s AND e.disampaikan_pada >= %(sejak)s
UNION ALL
SELECT y.pegawai_id, y.unit_id, y.penilai_id, y.atasan_penilai_id, NULL, y.id, y.predikat, y.disampaikan_pada
FROM penilaian_evaluasitahunan y
JOIN sasaran_siklus k ON k.id = y.siklus_id
WHERE (k.status = 'terbuka' OR k.ditutup_pada >= %(sejak)s) AND NOT y.status = ANY(%(belum)s)
  AND y.predikat >= %(pemicu)s AND y.disampaikan_pada >= %(sejak)s
"""
_BUKA = f"""
WITH calon AS ({_CALON}), baru AS (
    INSERT INTO penghargaan_rencanaperbaikan
        (pegawai_id, unit_id, penilai_id, atasan_penilai_id, evaluasi_id, tahunan_id, predikat, bulan,
         batas_susun)
    SELECT DISTINCT ON (c.pegawai_id) c.pegawai_id, c.unit_id, coalesce(a.penilai_id, c.penilai_id),
           CASE WHEN a.penilai_id IS NULL THEN c.atasan_penilai_id ELSE a.atasan_penilai_id END,
           c.evaluasi_id, c.tahunan_id, c.predikat,
           CASE WHEN o.jenis IN ('pns', 'cpns') THEN %(bulan_pns)s ELSE %(bulan_pppk)s END,
           %(hari)s::date + %(hari_susun)s::int
    FROM calon c
    JOIN pegawai_pegawai o ON o.id = c.pegawai_id AND o.kedudukan_hukum = ANY(%(wajib)s)
    JOIN pegawai_unitkerja u ON u.id = c.unit_id AND u.zona = %(zona)s
    LEFT JOIN pegawai_atasan a ON a.pegawai_id = c.pegawai_id
    WHERE NOT EXISTS (
        SELECT FROM penghargaan_rencanaperbaikan r WHERE r.pegawai_id = c.pegawai_id
        AND (r.status IN ('draf', 'diusulkan', 'berjalan', 'menunggu_simpulan')
             OR r.dibuat_pada >= c.disampaikan_pada OR r.disimpulkan_pada >= c.disampaikan_pada))
    ORDER BY c.pegawai_id, c.disampaikan_pada DESC
    ON CONFLICT DO NOTHING
    RETURNING id, pegawai_id, penilai_id, batas_susun
)
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT b.penilai_id, %(jenis)s, %(jenis)s || ':' || b.id,
       jsonb_build_object('nama', o.nama, 'batas', b.batas_susun), replace(%(tautan)s, %(nol)s, b.id::text)
FROM baru b JOIN pegawai_pegawai o ON o.id = b.pegawai_id
"""  # noqa: S608  (put together from constants of this file)

# An objection that ended well, or somebody who left: nothing was agreed yet, nothing is left to do.
_BATAL = """
WITH pilih AS MATERIALIZED (
    SELECT r.id, r.status FROM penghargaan_rencanaperbaikan r
    JOIN pegawai_pegawai o ON o.id = r.pegawai_id
    LEFT JOIN penilaian_evaluasiperiodik e ON e.id = r.evaluasi_id
    LEFT JOIN penilaian_evaluasitahunan y ON y.id = r.tahunan_id
    WHERE r.status IN ('draf', 'diusulkan')
      AND (coalesce(e.predikat, y.predikat) < %(pemicu)s OR NOT o.kedudukan_hukum = ANY(%(wajib)s))
    FOR UPDATE OF r SKIP LOCKED
), pindah AS (
    UPDATE penghargaan_rencanaperbaikan r SET status = 'batal' FROM pilih p WHERE r.id = p.id
)
INSERT INTO penghargaan_riwayatrencana (objek_id, aksi, dari, ke, pada, catatan)
SELECT id, 'batalkan', status, 'batal', now(), '' FROM pilih
"""

# The plan follows the assessor; its history names who handed over to whom, as in the plans of work
# (penilaian.services.ganti_penilai). A new superior of the same assessor is no event of the plan.
_IKUTI = """
WITH ganti AS MATERIALIZED (
    SELECT r.id, r.status, r.penilai_id AS lama, a.penilai_id AS baru, a.atasan_penilai_id AS atas
    FROM penghargaan_rencanaperbaikan r
    JOIN pegawai_atasan a ON a.pegawai_id = r.pegawai_id AND a.penilai_id IS NOT NULL
    WHERE r.penilai_semula_id IS NULL AND r.status IN ('draf', 'diusulkan', 'berjalan', 'menunggu_simpulan')
      AND (r.penilai_id, r.atasan_penilai_id) IS DISTINCT FROM (a.penilai_id, a.atasan_penilai_id)
    FOR UPDATE OF r SKIP LOCKED
), pindah AS (
    UPDATE penghargaan_rencanaperbaikan r SET penilai_id = g.baru, atasan_penilai_id = g.atas
    FROM ganti g WHERE r.id = g.id
)
INSERT INTO penghargaan_riwayatrencana (objek_id, aksi, dari, ke, pada, catatan)
SELECT g.id, 'ganti_penilai', g.status, g.status, now(), l.nama || ' → ' || b.nama
FROM ganti g JOIN pegawai_pegawai l ON l.id = g.lama JOIN pegawai_pegawai b ON b.id = g.baru
WHERE g.lama <> g.baru
"""

_AKHIRI = """
WITH pilih AS MATERIALIZED (
    SELECT r.id, r.penilai_id, r.pegawai_id, r.selesai FROM penghargaan_rencanaperbaikan r
    JOIN pegawai_unitkerja u ON u.id = r.unit_id
    WHERE r.status = 'berjalan' AND r.selesai < %(hari)s AND u.zona = %(zona)s
    FOR UPDATE OF r SKIP LOCKED
), pindah AS (
    UPDATE penghargaan_rencanaperbaikan r SET status = 'menunggu_simpulan' FROM pilih p WHERE r.id = p.id
), tercatat AS (
    INSERT INTO penghargaan_riwayatrencana (objek_id, aksi, dari, ke, pada, catatan)
    SELECT id, 'akhiri', 'berjalan', 'menunggu_simpulan', now(), '' FROM pilih
)
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT p.penilai_id, %(jenis)s, %(jenis)s || ':' || p.id || ':' || to_char(p.selesai, 'YYYYMMDD'),
       jsonb_build_object('nama', o.nama, 'batas', p.selesai), replace(%(tautan)s, %(nol)s, p.id::text)
FROM pilih p JOIN pegawai_pegawai o ON o.id = p.pegawai_id
ON CONFLICT (kunci) DO NOTHING
"""

_INGATKAN = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT s.siapa, %(jenis)s, %(jenis)s || ':' || t.id || ':' || s.siapa,
       jsonb_build_object('nama', lawan.nama, 'batas', t.tanggal), replace(%(tautan)s, %(nol)s, r.id::text)
FROM penghargaan_tinjauanperbaikan t
JOIN penghargaan_rencanaperbaikan r ON r.id = t.rencana_id AND r.status = 'berjalan'
JOIN pegawai_unitkerja u ON u.id = r.unit_id AND u.zona = %(zona)s
CROSS JOIN LATERAL (VALUES (r.pegawai_id, r.penilai_id), (r.penilai_id, r.pegawai_id)) s(siapa, dengan)
JOIN pegawai_pegawai lawan ON lawan.id = s.dengan
WHERE t.tanggal BETWEEN %(hari)s::date AND %(hari)s::date + %(ingat)s::int
ON CONFLICT (kunci) DO NOTHING
"""


@dataclass(frozen=True)
class HasilPerbaikan:
    """Plans opened, dropped, ended, and reminders written."""

    dibuka: int = 0
    batal: int = 0
    berakhir: int = 0
    pengingat: int = 0

    @property
    def berubah(self) -> int:
        return self.dibuka + self.batal + self.berakhir + self.pengingat


def urus_perbaikan(*, zona: Zona, tanggal: date | None = None) -> HasilPerbaikan:
    """Everything that is due on `tanggal` (today in `zona`) for plans of units in `zona`; twice is once."""
    hari = tanggal or hari_ini(zona, timezone.now())
    _tulis(_IKUTI)
    return HasilPerbaikan(
        dibuka=buka_rencana(hari=hari, zona=zona),
        batal=_tulis(_BATAL, **_kebijakan(hari)),
        berakhir=akhiri_rencana(hari=hari, zona=zona),
        pengingat=_tulis(_INGATKAN, **_dasar(JenisPesan.TINJAUAN_MENDATANG, hari, zona), ingat=INGAT),
    )


def buka_rencana(*, hari: date, zona: Zona) -> int:
    """Open the plans that evaluations of the last weeks call for, and tell the assessors; how many."""
    isian = _dasar(JenisPesan.RENCANA_DIBUKA, hari, zona, alamat="penghargaan:perbaikan_susun")
    return _tulis(_BUKA, sejak=hari - BARU, belum=[*BELUM_SAMPAI, "keberatan"], **isian, **_kebijakan(hari))


def akhiri_rencana(*, hari: date, zona: Zona) -> int:
    """Plans whose last day is over wait for their conclusion; returns how many."""
    return _tulis(_AKHIRI, **_dasar(JenisPesan.RENCANA_BERAKHIR, hari, zona))


def _kebijakan(hari: date) -> dict[str, Any]:
    kebijakan = kebijakan_pada(hari)
    return {
        "pemicu": kebijakan.pemicu,
        "bulan_pns": kebijakan.bulan_pns,
        "bulan_pppk": kebijakan.bulan_pppk,
        "hari_susun": kebijakan.hari_susun,
        "wajib": [str(k) for k in WAJIB_SKP],
    }


def _dasar(
    jenis: JenisPesan, hari: date, zona: Zona, alamat: str = "penghargaan:perbaikan"
) -> dict[str, Any]:
    tautan = reverse(alamat, args=[NOL])
    return {"jenis": jenis, "hari": hari, "zona": zona, "tautan": tautan, "nol": str(NOL)}


def _tulis(sql: str, **isian: Any) -> int:
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtextextended('rencana_perbaikan', 7))")
        kursor.execute(sql, isian)
        return int(kursor.rowcount)
