"""Plans and open evaluations follow a change of assessor, set-based and safe to repeat.

PermenPANRB 6/2022, Lampiran II.C.7: when the assessor moves, the plan goes to the new one. What was approved
stays approved; the new assessor may return it. IV.A.14: one who moves inside the evaluation window still
evaluates, so an open evaluation changes hands only when its assessor has left the service (IV.A.2), and then
without the draft of the one before.
"""

from datetime import date

from django.db import connection, transaction
from django.urls import reverse

from pegawai.enums import KedudukanHukum
from pemberitahuan.models import JenisPesan
from penilaian.services.siklus import NOL

# Same person, same post, another assessor today. The history row keeps the status and says who followed whom.
_SKP = """
WITH ganti AS MATERIALIZED (
    SELECT s.id, s.status, s.pegawai_id, s.penilai_id AS lama, a.penilai_id AS baru, a.atasan_penilai_id AS atas
    FROM sasaran_skp s
    JOIN pegawai_atasan a ON a.pegawai_id = s.pegawai_id AND a.penempatan_id = s.penempatan_id
    WHERE s.status <> 'digantikan' AND s.selesai >= %(hari)s AND a.penilai_id IS NOT NULL
      AND (s.penilai_id, s.atasan_penilai_id) IS DISTINCT FROM (a.penilai_id, a.atasan_penilai_id)
    FOR UPDATE OF s SKIP LOCKED
), diubah AS (
    UPDATE sasaran_skp s SET penilai_id = g.baru, atasan_penilai_id = g.atas FROM ganti g WHERE s.id = g.id
), dikabari AS (
    INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
    SELECT g.pegawai_id, %(jenis)s, %(jenis)s || ':' || g.id || ':' || g.baru || ':' || %(hari)s,
           jsonb_build_object('nama', o.nama), replace(%(tautan)s, %(nol)s, g.id::text)
    FROM ganti g JOIN pegawai_pegawai o ON o.id = g.baru
    WHERE g.lama IS DISTINCT FROM g.baru
    ON CONFLICT (kunci) DO NOTHING
)
INSERT INTO sasaran_riwayatskp (objek_id, aksi, dari, ke, pada, catatan)
SELECT g.id, 'ganti_penilai', g.status, g.status, now(),
       coalesce(l.nama, '–') || ' → ' || b.nama
FROM ganti g LEFT JOIN pegawai_pegawai l ON l.id = g.lama JOIN pegawai_pegawai b ON b.id = g.baru
WHERE g.lama IS DISTINCT FROM g.baru
"""

_EVALUASI = """
WITH ganti AS MATERIALIZED (
    SELECT e.id, e.status, e.penilai_id AS lama, s.penilai_id AS baru, s.atasan_penilai_id AS atas
    FROM penilaian_evaluasiperiodik e
    JOIN sasaran_skp s ON s.id = e.skp_id
    JOIN pegawai_pegawai l ON l.id = e.penilai_id
    WHERE e.status IN ('terbuka', 'diajukan') AND l.kedudukan_hukum >= %(berhenti)s
      AND s.penilai_id IS NOT NULL AND s.penilai_id <> e.penilai_id
    FOR UPDATE OF e SKIP LOCKED
), hasil AS (
    UPDATE penilaian_penilaianhasil h SET rating = NULL, alasan = '' FROM ganti g WHERE h.evaluasi_id = g.id
), perilaku AS (
    UPDATE penilaian_penilaianperilaku p SET rating = NULL, catatan = '' FROM ganti g WHERE p.evaluasi_id = g.id
), diubah AS (
    UPDATE penilaian_evaluasiperiodik e
    SET penilai_id = g.baru, atasan_penilai_id = g.atas, rating_hasil = NULL, rating_perilaku = NULL,
        alasan_hasil = '', alasan_perilaku = '', catatan_penilai = '', draf_pada = NULL, draf_kunci = NULL
    FROM ganti g WHERE e.id = g.id
)
INSERT INTO penilaian_riwayatevaluasi (objek_id, aksi, dari, ke, pada, catatan)
SELECT g.id, 'ganti_penilai', g.status, g.status, now(), l.nama || ' → ' || b.nama
FROM ganti g JOIN pegawai_pegawai l ON l.id = g.lama JOIN pegawai_pegawai b ON b.id = g.baru
"""

# A yearly evaluation whose assessor left the service goes to today's assessor of the person, else to the one
# above who was frozen with it (IV.A.2); if that is an elected head, the result is final. Nobody rates himself.
_TAHUNAN = """
WITH ganti AS MATERIALIZED (
    SELECT e.id, e.status, e.penilai_id AS lama,
           coalesce(nullif(a.penilai_id, e.penilai_id), e.atasan_penilai_id) AS baru, e.pegawai_id
    FROM penilaian_evaluasitahunan e
    JOIN pegawai_pegawai l ON l.id = e.penilai_id
    LEFT JOIN pegawai_atasan a ON a.pegawai_id = e.pegawai_id
    WHERE e.status = 'terbuka' AND l.kedudukan_hukum >= %(berhenti)s
      AND coalesce(nullif(a.penilai_id, e.penilai_id), e.atasan_penilai_id) <> e.pegawai_id
    FOR UPDATE OF e SKIP LOCKED
), diubah AS (
    UPDATE penilaian_evaluasitahunan e
    SET penilai_id = g.baru, atasan_penilai_id = nullif(nullif(t.penilai_id, g.pegawai_id), g.lama),
        final = b.jenis = 'pejabat_negara', rating_hasil = NULL, rating_perilaku = NULL, alasan_hasil = '',
        alasan_perilaku = '', catatan = '', draf_pada = NULL, draf_kunci = NULL
    FROM ganti g JOIN pegawai_pegawai b ON b.id = g.baru
    LEFT JOIN pegawai_atasan t ON t.pegawai_id = g.baru
    WHERE e.id = g.id
)
INSERT INTO penilaian_riwayattahunan (objek_id, aksi, dari, ke, pada, catatan)
SELECT g.id, 'ganti_penilai', g.status, g.status, now(), l.nama || ' → ' || b.nama
FROM ganti g JOIN pegawai_pegawai l ON l.id = g.lama JOIN pegawai_pegawai b ON b.id = g.baru
"""


def ikuti_penilai(*, hari: date) -> int:
    """Hand plans in force on `hari`, and evaluations of assessors who left, to the assessor of today.

    Returns how many plans and evaluations changed hands. A row somebody is just writing is left for the next
    run. Assessors must be up to date (`pegawai.services.atasan.segarkan`).
    """
    isian = {
        "hari": hari,
        "jenis": JenisPesan.PENILAI_BERGANTI,
        "tautan": reverse("sasaran:lihat", args=[NOL]),
        "nol": str(NOL),
        "berhenti": KedudukanHukum.BELUM_SK_CPNS,
    }
    jumlah = 0
    for perintah in (_SKP, _EVALUASI, _TAHUNAN):
        with transaction.atomic(), connection.cursor() as kursor:
            kursor.execute(perintah, isian)
            jumlah += kursor.rowcount
    return jumlah
