"""The triggers that keep the running counts: whoever writes the counted tables, by whatever door."""

from django.db import migrations

LELUHUR = """
CREATE VIEW analitik_leluhur AS
SELECT u.id AS unit_id, a.id AS leluhur_id
FROM pegawai_unitkerja u
CROSS JOIN LATERAL generate_series(4, length(u.path), 4) AS n
JOIN pegawai_unitkerja a ON a.path = left(u.path, n);

-- The first answer to each report, with the hours it took.
CREATE VIEW analitik_jawaban_laporan AS
SELECT s.unit_id, to_char(u.pada, 'YYYY-"Q"Q') AS kunci,
       greatest(extract(epoch FROM u.pada - l.dibuat_pada) / 3600, 0)::bigint AS jam, l.id AS laporan_id
FROM (SELECT laporan_id, min(dibuat_pada) AS pada FROM pelaksanaan_umpanbalik
      WHERE laporan_id IS NOT NULL GROUP BY laporan_id) u
JOIN pelaksanaan_laporan l ON l.id = u.laporan_id
JOIN sasaran_skp s ON s.id = l.skp_id;
"""
LEPAS_LELUHUR = "DROP VIEW analitik_jawaban_laporan; DROP VIEW analitik_leluhur;"

# Evaluations: every insert, every change of status, predikat or unit, every deletion.
EVALUASI = """
CREATE FUNCTION analitik_hitung_{ukuran}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
        SELECT l.leluhur_id, '{ukuran}', b.kunci, b.rincian, sum(b.n)
        FROM (SELECT unit_id, {kunci}::text AS kunci, status || ':' || coalesce(predikat::text, '') AS rincian,
                     count(*) AS n FROM baru GROUP BY 1, 2, 3) b
        JOIN analitik_leluhur l ON l.unit_id = b.unit_id GROUP BY 1, 3, 4;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
        SELECT l.leluhur_id, '{ukuran}', b.kunci, b.rincian, -sum(b.n)
        FROM (SELECT unit_id, {kunci}::text AS kunci, status || ':' || coalesce(predikat::text, '') AS rincian,
                     count(*) AS n FROM lama GROUP BY 1, 2, 3) b
        JOIN analitik_leluhur l ON l.unit_id = b.unit_id GROUP BY 1, 3, 4;
    ELSE
        INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
        SELECT l.leluhur_id, '{ukuran}', b.kunci, b.rincian, sum(b.n)
        FROM (SELECT unit_id, {kunci}::text AS kunci, status || ':' || coalesce(predikat::text, '') AS rincian,
                     sum(n) AS n
              FROM (SELECT unit_id, {kunci}, status, predikat, 1 AS n FROM baru
                    UNION ALL SELECT unit_id, {kunci}, status, predikat, -1 FROM lama) AS dua
              GROUP BY 1, 2, 3 HAVING sum(n) <> 0) b
        JOIN analitik_leluhur l ON l.unit_id = b.unit_id GROUP BY 1, 3, 4 HAVING sum(b.n) <> 0;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER analitik_hitung_baru AFTER INSERT ON {tabel}
    REFERENCING NEW TABLE AS baru FOR EACH STATEMENT EXECUTE FUNCTION analitik_hitung_{ukuran}();
CREATE TRIGGER analitik_hitung_ubah AFTER UPDATE ON {tabel}
    REFERENCING NEW TABLE AS baru OLD TABLE AS lama FOR EACH STATEMENT EXECUTE FUNCTION analitik_hitung_{ukuran}();
CREATE TRIGGER analitik_hitung_hapus AFTER DELETE ON {tabel}
    REFERENCING OLD TABLE AS lama FOR EACH STATEMENT EXECUTE FUNCTION analitik_hitung_{ukuran}();
"""
LEPAS_EVALUASI = """
DROP TRIGGER analitik_hitung_baru ON {tabel};
DROP TRIGGER analitik_hitung_ubah ON {tabel};
DROP TRIGGER analitik_hitung_hapus ON {tabel};
DROP FUNCTION analitik_hitung_{ukuran}();
"""
TABEL = (
    {"tabel": "penilaian_evaluasiperiodik", "ukuran": "evaluasi", "kunci": "periode_id"},
    {"tabel": "penilaian_evaluasitahunan", "ukuran": "tahunan", "kunci": "siklus_id"},
)

# Feedback is only ever added; the first one to a report counts.
UMPAN_BALIK = """
CREATE FUNCTION analitik_hitung_umpan_balik() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
    SELECT l.leluhur_id, 'umpan_balik', j.kunci, r.rincian, sum(r.n)
    FROM (SELECT DISTINCT laporan_id FROM baru WHERE laporan_id IS NOT NULL) b
    CROSS JOIN LATERAL (SELECT * FROM analitik_jawaban_laporan x WHERE x.laporan_id = b.laporan_id) j
    JOIN analitik_leluhur l ON l.unit_id = j.unit_id
    CROSS JOIN LATERAL (VALUES ('n', 1::bigint), ('jam', j.jam)) AS r (rincian, n)
    WHERE NOT EXISTS (
        SELECT FROM pelaksanaan_umpanbalik u
        WHERE u.laporan_id = b.laporan_id AND u.id NOT IN (SELECT id FROM baru WHERE laporan_id = b.laporan_id))
    GROUP BY 1, 3, 4;
    RETURN NULL;
END $$;
CREATE TRIGGER analitik_hitung_baru AFTER INSERT ON pelaksanaan_umpanbalik
    REFERENCING NEW TABLE AS baru FOR EACH STATEMENT EXECUTE FUNCTION analitik_hitung_umpan_balik();
"""
LEPAS_UMPAN_BALIK = """
DROP TRIGGER analitik_hitung_baru ON pelaksanaan_umpanbalik;
DROP FUNCTION analitik_hitung_umpan_balik();
"""

# A unit that moves takes its people out of one sum and into another: the schedule counts anew.
POHON = """
CREATE FUNCTION analitik_tandai_pohon() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
    VALUES (NEW.id, '_pohon', '', '', 1);
    RETURN NULL;
END $$;
CREATE TRIGGER analitik_tandai_pohon AFTER UPDATE OF path ON pegawai_unitkerja
    FOR EACH ROW WHEN (OLD.path <> NEW.path) EXECUTE FUNCTION analitik_tandai_pohon();
"""
LEPAS_POHON = """
DROP TRIGGER analitik_tandai_pohon ON pegawai_unitkerja;
DROP FUNCTION analitik_tandai_pohon();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("analitik", "0001_hitungan"),
        ("pelaksanaan", "0001_initial"),
        ("penilaian", "0005_evaluasi_tahunan"),
        ("sasaran", "0002_evaluasi_tahunan"),
    ]

    operations = [
        migrations.RunSQL(LELUHUR, LEPAS_LELUHUR),
        *(migrations.RunSQL(EVALUASI.format(**t), LEPAS_EVALUASI.format(**t)) for t in TABEL),
        migrations.RunSQL(UMPAN_BALIK, LEPAS_UMPAN_BALIK),
        migrations.RunSQL(POHON, LEPAS_POHON),
    ]
