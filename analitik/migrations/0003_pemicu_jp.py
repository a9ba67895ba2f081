"""Training hours join the running counts: of results in sessions, and of trainings taken elsewhere."""

from django.db import migrations

# {sumber} selects unit_id, kunci, n from the rows of {baris}, a transition table.
PEMICU = """
CREATE FUNCTION analitik_hitung_{nama}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
        SELECT l.leluhur_id, 'jp', b.kunci, 'jp', sum(b.n) FROM ({baru}) b
        JOIN analitik_leluhur l ON l.unit_id = b.unit_id GROUP BY 1, 3;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
        SELECT l.leluhur_id, 'jp', b.kunci, 'jp', -sum(b.n) FROM ({lama}) b
        JOIN analitik_leluhur l ON l.unit_id = b.unit_id GROUP BY 1, 3;
    ELSE
        INSERT INTO analitik_hitunganunit (unit_id, ukuran, kunci, rincian, n)
        SELECT l.leluhur_id, 'jp', b.kunci, 'jp', sum(b.n)
        FROM ({baru} UNION ALL SELECT unit_id, kunci, -n FROM ({lama}) AS dulu) b
        JOIN analitik_leluhur l ON l.unit_id = b.unit_id GROUP BY 1, 3 HAVING sum(b.n) <> 0;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER analitik_hitung_baru AFTER INSERT ON {tabel}
    REFERENCING NEW TABLE AS baru FOR EACH STATEMENT EXECUTE FUNCTION analitik_hitung_{nama}();
CREATE TRIGGER analitik_hitung_ubah AFTER UPDATE ON {tabel}
    REFERENCING NEW TABLE AS baru OLD TABLE AS lama FOR EACH STATEMENT EXECUTE FUNCTION analitik_hitung_{nama}();
CREATE TRIGGER analitik_hitung_hapus AFTER DELETE ON {tabel}
    REFERENCING OLD TABLE AS lama FOR EACH STATEMENT EXECUTE FUNCTION analitik_hitung_{nama}();
"""
LEPAS = """
DROP TRIGGER analitik_hitung_baru ON {tabel};
DROP TRIGGER analitik_hitung_ubah ON {tabel};
DROP TRIGGER analitik_hitung_hapus ON {tabel};
DROP FUNCTION analitik_hitung_{nama}();
"""
PESERTA = """
SELECT a.unit_id, extract(year FROM s.selesai)::int::text AS kunci, p.jp::bigint AS n
FROM {baris} p JOIN pelatihan_sesipelatihan s ON s.id = p.sesi_id
JOIN pegawai_atasan a ON a.pegawai_id = p.pegawai_id
WHERE p.status = 'lulus' AND a.unit_id IS NOT NULL"""
LUAR = """
SELECT a.unit_id, extract(year FROM p.selesai)::int::text AS kunci, p.jp::bigint AS n
FROM {baris} p JOIN pegawai_atasan a ON a.pegawai_id = p.pegawai_id
WHERE p.status = 'diterima' AND a.unit_id IS NOT NULL"""


def _operasi(nama, tabel, sumber):
    isian = {
        "nama": nama, "tabel": tabel, "baru": sumber.format(baris="baru"), "lama": sumber.format(baris="lama"),
    }  # fmt: skip
    return migrations.RunSQL(PEMICU.format(**isian), LEPAS.format(**isian))


class Migration(migrations.Migration):
    dependencies = [("analitik", "0002_pemicu_hitungan"), ("pelatihan", "0001_pelatihan")]

    operations = [
        _operasi("peserta", "pelatihan_peserta", PESERTA),
        _operasi("luar", "pelatihan_pelatihanluar", LUAR),
    ]
