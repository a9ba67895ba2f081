"""Citizens' answers join the running counts: how many, and the sum of their nine marks, by quarter.

The nine elements weigh the same (1/9 each), so the sum is all that the index of a unit needs.
"""

from django.db import migrations

PEMICU = """
CREATE FUNCTION analitik_hitung_survei() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
    SELECT l.leluhur_id, 'ikm', b.kunci, r.rincian, sum(r.n)
    FROM (SELECT y.unit_id, to_char(s.hari, 'YYYY-"Q"Q') AS kunci, count(*) AS banyak,
                 sum(s.u1 + s.u2 + s.u3 + s.u4 + s.u5 + s.u6 + s.u7 + s.u8 + s.u9) AS total
          FROM baru s JOIN layanan_layanan y ON y.id = s.layanan_id GROUP BY 1, 2) b
    JOIN analitik_leluhur l ON l.unit_id = b.unit_id
    CROSS JOIN LATERAL (VALUES ('n', b.banyak), ('total', b.total)) AS r (rincian, n)
    GROUP BY 1, 3, 4;
    RETURN NULL;
END $$;
CREATE TRIGGER analitik_hitung_baru AFTER INSERT ON layanan_survei
    REFERENCING NEW TABLE AS baru FOR EACH STATEMENT EXECUTE FUNCTION analitik_hitung_survei();
"""
LEPAS = """
DROP TRIGGER analitik_hitung_baru ON layanan_survei;
DROP FUNCTION analitik_hitung_survei();
"""


class Migration(migrations.Migration):
    dependencies = [("analitik", "0003_pemicu_jp"), ("layanan", "0001_layanan_survei_dan_waktu")]

    operations = [migrations.RunSQL(PEMICU, LEPAS)]
