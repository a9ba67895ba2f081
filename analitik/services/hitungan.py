"""Keeping the running counts small, and making them anew after the tree has changed."""

from django.db import connection, transaction

from analitik.models import HitunganUnit
from pegawai.enums import WAJIB_SKP, JenisPegawai

# Only whole groups are folded, and the new row is written by the statement that deletes the old ones: a
# reader sees either. Nothing but this ever deletes, so two runs at once only wait for each other.
_PADATKAN = """
WITH berlebih AS MATERIALIZED (
    SELECT unit_id, ukuran, kunci, rincian FROM analitik_hitunganunit
    GROUP BY 1, 2, 3, 4 HAVING count(*) > 1 LIMIT %(banyak)s
), diambil AS (
    DELETE FROM analitik_hitunganunit h USING berlebih b
    WHERE (h.unit_id, h.ukuran, h.kunci, h.rincian) = (b.unit_id, b.ukuran, b.kunci, b.rincian)
    RETURNING h.unit_id, h.ukuran, h.kunci, h.rincian, h.n
), ditulis AS (
    INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
    SELECT unit_id, ukuran, kunci, rincian, sum(n) FROM diambil GROUP BY 1, 2, 3, 4 HAVING sum(n) <> 0
)
SELECT count(*) FROM diambil
"""
PER_LANGKAH = 20_000
POHON_BERUBAH = "_pohon"  # the mark a trigger leaves when a unit has moved
KUNCI = 5_201_701  # advisory lock: one folder or counter at a time

# What is counted: measure → SELECT unit_id, kunci, rincian, n over every row there is. The triggers that keep
# it up to date are in this app's migrations; a test holds both against each other.
SUMBER = {
    "evaluasi": """
        SELECT unit_id, periode_id::text AS kunci, status || ':' || coalesce(predikat::text, '') AS rincian,
               count(*) AS n
        FROM penilaian_evaluasiperiodik GROUP BY 1, 2, 3""",
    "tahunan": """
        SELECT unit_id, siklus_id::text AS kunci, status || ':' || coalesce(predikat::text, '') AS rincian,
               count(*) AS n
        FROM penilaian_evaluasitahunan GROUP BY 1, 2, 3""",
    "skp": """
        SELECT unit_id, siklus_id::text AS kunci, status AS rincian, count(*) AS n
        FROM sasaran_skp GROUP BY 1, 2, 3""",
    # How fast a report was answered, in the quarter of the first answer: number, and hours in total.
    "umpan_balik": """
        SELECT unit_id, kunci, r.rincian, sum(r.n) AS n
        FROM analitik_jawaban_laporan
        CROSS JOIN LATERAL (VALUES ('n', 1::bigint), ('jam', jam)) AS r (rincian, n)
        GROUP BY 1, 2, 3""",
    # Training hours in the year a training ended, where the person works today.
    "jp": """
        SELECT unit_id, kunci, 'jp' AS rincian, sum(jp) AS n FROM (
            SELECT a.unit_id, extract(year FROM s.selesai)::int::text AS kunci, p.jp
            FROM pelatihan_peserta p JOIN pelatihan_sesipelatihan s ON s.id = p.sesi_id
            JOIN pegawai_atasan a ON a.pegawai_id = p.pegawai_id
            WHERE p.status = 'lulus' AND a.unit_id IS NOT NULL
            UNION ALL
            SELECT a.unit_id, extract(year FROM l.selesai)::int::text, l.jp
            FROM pelatihan_pelatihanluar l JOIN pegawai_atasan a ON a.pegawai_id = l.pegawai_id
            WHERE l.status = 'diterima' AND a.unit_id IS NOT NULL
        ) AS semua GROUP BY 1, 2""",
    "ikm": """
        SELECT unit_id, kunci, r.rincian, sum(r.n) AS n
        FROM (SELECT y.unit_id, to_char(s.hari, 'YYYY-"Q"Q') AS kunci,
                     s.u1 + s.u2 + s.u3 + s.u4 + s.u5 + s.u6 + s.u7 + s.u8 + s.u9 AS total
              FROM layanan_survei s JOIN layanan_layanan y ON y.id = s.layanan_id) b
        CROSS JOIN LATERAL (VALUES ('n', 1), ('total', b.total)) AS r (rincian, n)
        GROUP BY 1, 2, 3""",
}
# Counted only when everything is counted anew, every night: people who must have a plan, where they sit today.
# A trigger on people and on who assesses whom would make every import pay for a number that bears a day.
SUMBER_MALAM = {
    "wajib": f"""
        SELECT a.unit_id, '' AS kunci, 'orang' AS rincian, count(*) AS n
        FROM pegawai_atasan a JOIN pegawai_pegawai p ON p.id = a.pegawai_id
        WHERE a.unit_id IS NOT NULL AND p.jenis <> '{JenisPegawai.PEJABAT_NEGARA}'
          AND p.kedudukan_hukum IN ({", ".join(f"'{k}'" for k in WAJIB_SKP)})
        GROUP BY 1""",  # noqa: S608 - codes of our own
}


def rapikan() -> int:
    """What the schedule does every few minutes: fold, or count anew after the tree has changed."""
    if HitunganUnit.objects.filter(ukuran=POHON_BERUBAH).exists():
        hitung_ulang()
        return 0
    return padatkan()


def padatkan() -> int:
    """Fold changes of one count into one row each, step by step; returns how many rows were folded."""
    jumlah = 0
    while True:
        with transaction.atomic(), connection.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_xact_lock(%s)", [KUNCI])
            kursor.execute(_PADATKAN, {"banyak": PER_LANGKAH})
            dilipat = kursor.fetchone()[0]
        jumlah += dilipat
        if not dilipat:
            return jumlah


def hitung_ulang() -> None:
    """Count everything anew: after units have moved in the tree, and every night.

    Writers of the counted tables wait for its end, readers do not.
    """
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(%s)", [KUNCI])
        kursor.execute("LOCK TABLE analitik_hitunganunit IN SHARE ROW EXCLUSIVE MODE")
        kursor.execute("DELETE FROM analitik_hitunganunit")
        for ukuran, sumber in (SUMBER | SUMBER_MALAM).items():
            kursor.execute(
                "INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n) "  # noqa: S608
                f"SELECT l.leluhur_id, %s, s.kunci, s.rincian, sum(s.n) FROM ({sumber}) s "
                "JOIN analitik_leluhur l ON l.unit_id = s.unit_id GROUP BY 1, 3, 4",
                [ukuran],
            )
