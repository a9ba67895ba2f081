"""Results of the two years before Kinerja's first one, for a part of the people, as if imported from SIASN."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection

from penilaian.aturan.siasn import TAHUN_PERTAMA

ORANG_MAKS = 5_000  # so that a large demo is not mostly history
PERSEN = 60

# Somebody served in that year; his assessor is today's. The dice are the letters of a hash.
_ORANG = """
CREATE TEMP TABLE demo_lampau ON COMMIT DROP AS
SELECT o.id AS pegawai_id, t.tahun, s.h, s.p,
    (SELECT m.v FROM (VALUES (1, 1, 1), (1, 2, 2), (1, 3, 4), (2, 1, 2), (2, 2, 2), (2, 3, 4), (3, 1, 3), (3, 2, 3),
        (3, 3, 5)) m (h, p, v) WHERE m.h = s.h AND m.p = s.p) AS v,
    CASE WHEN n.jenis = 'pejabat_negara' THEN 'NON ASN' ELSE 'ASN' END AS status, coalesce(n.nip, '') AS nip,
    concat_ws(' ', nullif(n.gelar_depan, ''), n.nama) || CASE WHEN n.gelar_belakang <> '' THEN ', ' || n.gelar_belakang
        ELSE '' END AS nama,
    n.golongan, coalesce(nj.nama, '') AS jabatan_penilai, coalesce(nu.nama, '') AS unit_penilai,
    j.nama AS jabatan, u.nama AS unit, j.jenjang, abs(hashtext('periode' || o.id)) %% 3 > 0 AS berperiode
FROM (
    SELECT * FROM pegawai_pegawai WHERE jenis <> 'pejabat_negara' AND nip IS NOT NULL
        AND (id = ANY(%(tokoh)s) OR abs(hashtext('lampau' || id)) %% 100 < %(persen)s)
    ORDER BY id <> ALL(%(tokoh)s), md5(id::text) LIMIT %(maks)s
) o
JOIN pegawai_atasan a ON a.pegawai_id = o.id
JOIN pegawai_pegawai n ON n.id = a.penilai_id
JOIN pegawai_penempatan q ON q.id = a.penempatan_id
JOIN pegawai_jabatan j ON j.id = q.jabatan_id
JOIN pegawai_unitkerja u ON u.id = q.unit_id
LEFT JOIN pegawai_atasan na ON na.pegawai_id = n.id
LEFT JOIN pegawai_penempatan nq ON nq.id = na.penempatan_id
LEFT JOIN pegawai_jabatan nj ON nj.id = nq.jabatan_id
LEFT JOIN pegawai_unitkerja nu ON nu.id = nq.unit_id
CROSS JOIN generate_series(greatest(%(tahun)s - 4, %(pertama)s), %(tahun)s - 3) t (tahun)
CROSS JOIN LATERAL (SELECT abs(hashtext(t.tahun || o.id::text)) %% 100 AS acak) d
CROSS JOIN LATERAL (SELECT CASE WHEN d.acak < 25 THEN 1 WHEN d.acak < 93 THEN 2 ELSE 3 END AS h,
    CASE WHEN d.acak %% 25 < 8 THEN 1 WHEN d.acak %% 25 < 24 THEN 2 ELSE 3 END AS p) s
WHERE coalesce(extract(year FROM o.tmt_cpns), 0) <= t.tahun
"""
_SKP = """
INSERT INTO penilaian_riwayatskp (pegawai_id, tahun, rating_hasil, rating_perilaku, predikat, penilai_status,
    penilai_nip, penilai_nama, penilai_jabatan, penilai_golongan, penilai_unit, jabatan, unit, berkas, dicatat_pada)
SELECT pegawai_id, tahun, h, p, v, status, nip, nama, jabatan_penilai, golongan, unit_penilai, jabatan, unit,
    'rw-skp22-' || tahun || '.xlsx', make_timestamptz(%(tahun)s - 1, 2, 4, 9, 20, 0)
FROM demo_lampau ORDER BY tahun, pegawai_id
"""
# The quarters of the later of the two years; the last one is as the year.
_PERIODIK = """
INSERT INTO penilaian_riwayatkinerjaperiodik (pegawai_id, tahun, jenis, bulan_mulai, bulan_selesai, rating_hasil,
    rating_perilaku, predikat, koefisien, penilai_status, penilai_nip, penilai_nama, penilai_jabatan,
    penilai_golongan, penilai_unit, jabatan, unit, berkas, dicatat_pada)
SELECT l.pegawai_id, l.tahun, 'triwulan', k.n * 3 - 2, k.n * 3, CASE WHEN k.n = 4 THEN l.h ELSE 2 END,
    CASE WHEN k.n = 4 THEN l.p ELSE 2 END, CASE WHEN k.n = 4 THEN l.v ELSE 2 END,
    CASE lower(l.jenjang) WHEN 'ahli pertama' THEN '12' WHEN 'ahli muda' THEN '22' WHEN 'ahli madya' THEN '32'
        WHEN 'ahli utama' THEN '42' WHEN 'pemula' THEN '52' WHEN 'terampil' THEN '62' WHEN 'mahir' THEN '72'
        WHEN 'penyelia' THEN '82' ELSE '' END,
    l.status, l.nip, l.nama, l.jabatan_penilai, l.golongan, l.unit_penilai, l.jabatan, l.unit,
    'rw-kinerjaperiodik-' || l.tahun || '.xlsx', make_timestamptz(%(tahun)s - 1, 2, 4, 9, 45, 0)
FROM demo_lampau l CROSS JOIN generate_series(1, 4) k (n)
WHERE l.tahun = %(tahun)s - 3 AND l.berperiode ORDER BY l.pegawai_id, k.n
"""


def isi_lampau(hari_ini: date, tokoh: dict[str, tuple[Any, Any]]) -> None:
    """Write them for the cast `tokoh` (key → id, unit) and for a part of everybody else."""
    nilai = {
        "tahun": hari_ini.year,
        "pertama": TAHUN_PERTAMA,
        "persen": PERSEN,
        "maks": ORANG_MAKS,
        "tokoh": [id_ for id_, _unit in tokoh.values()],
    }
    with connection.cursor() as kursor:
        kursor.execute(f"SET LOCAL TIME ZONE '{settings.TIME_ZONE}'")
        for perintah in (_ORANG, _SKP, _PERIODIK):
            kursor.execute(perintah, nilai)
