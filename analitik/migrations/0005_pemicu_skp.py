"""Plans join the running counts by their status, so that the first page of HR counts no rows."""

from django.db import migrations

PEMICU = """
CREATE FUNCTION analitik_hitung_skp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
        SELECT l.leluhur_id, 'skp', b.kunci, b.status, sum(b.n)
        FROM (SELECT unit_id, siklus_id::text AS kunci, status, count(*) AS n FROM baru GROUP BY 1, 2, 3) b
        JOIN analitik_leluhur l ON l.unit_id = b.unit_id GROUP BY 1, 3, 4;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
        SELECT l.leluhur_id, 'skp', b.kunci, b.status, -sum(b.n)
        FROM (SELECT unit_id, siklus_id::text AS kunci, status, count(*) AS n FROM lama GROUP BY 1, 2, 3) b
        JOIN analitik_leluhur l ON l.unit_id = b.unit_id GROUP BY 1, 3, 4;
    ELSE
        INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
        SELECT l.leluhur_id, 'skp', b.kunci, b.status, sum(b.n)
        FROM (SELECT unit_id, siklus_id::text AS kunci, status, sum(n) AS n
              FROM (SELECT unit_id, siklus_id, status, 1 AS n FROM baru
                    UNION ALL SELECT unit_id, siklus_id, status, -1 FROM lama) AS dua
              GROUP BY 1, 2, 3 HAVING sum(n) <> 0) b
        JOIN analitik_leluhur l ON l.unit_id = b.unit_id GROUP BY 1, 3, 4 HAVING sum(b.n) <> 0;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER analitik_hitung_baru AFTER INSERT ON sasaran_skp
    REFERENCING NEW TABLE AS baru FOR EACH STATEMENT EXECUTE FUNCTION analitik_hitung_skp();
CREATE TRIGGER analitik_hitung_ubah AFTER UPDATE ON sasaran_skp
    REFERENCING NEW TABLE AS baru OLD TABLE AS lama FOR EACH STATEMENT EXECUTE FUNCTION analitik_hitung_skp();
CREATE TRIGGER analitik_hitung_hapus AFTER DELETE ON sasaran_skp
    REFERENCING OLD TABLE AS lama FOR EACH STATEMENT EXECUTE FUNCTION analitik_hitung_skp();
-- The plans there are already: the schedule counts everything anew when it finds this mark.
INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
SELECT id, '_pohon', '', '', 1 FROM pegawai_unitkerja ORDER BY path LIMIT 1;
"""
LEPAS = """
DROP TRIGGER analitik_hitung_baru ON sasaran_skp;
DROP TRIGGER analitik_hitung_ubah ON sasaran_skp;
DROP TRIGGER analitik_hitung_hapus ON sasaran_skp;
DROP FUNCTION analitik_hitung_skp();
DELETE FROM analitik_hitunganunit WHERE ukuran = 'skp';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("analitik", "0004_pemicu_ikm"),
        ("sasaran", "0004_ekspektasi_dan_perspektif"),
        ("pegawai", "0008_riwayat_pangkat"),
    ]

    operations = [migrations.RunSQL(PEMICU, LEPAS)]
