"""How the placements of the people in a file will follow each other, and what that ends on the way.

An open definitive placement ends the day before the next one begins, whether the next stands in the file or in the
data, and in whatever order the rows come; a first and last day that are written are never moved. `impor_rangkai` has
every placement of these people as it will be (`akhir` is its last day then), `impor_akibat` those of the data that
end because of a row, `impor_pimpin` all who lead the units in question.
"""

from typing import Any

from inti import impor_mentah as mentah
from pegawai.aturan.jabatan import memimpin, mungkin_memimpin
from pegawai.impor.acuan import AcuanUnit
from pegawai.impor.jabatan_baris import DaftarJabatan

TABEL = ("impor_sebut", "impor_rangkai", "impor_akibat", "impor_pimpin", "impor_tutup")
SIAPKAN = (
    f"DROP TABLE IF EXISTS {', '.join(f'pg_temp.{nama}' for nama in TABEL)}",
    "CREATE TEMPORARY TABLE impor_sebut (baris int, unit_id uuid, jabatan_id uuid, ada bool) ON COMMIT DROP",
    "CREATE TEMPORARY TABLE impor_rangkai (baris int, id uuid, pegawai_id uuid, unit_id uuid, jabatan_id uuid,"
    " jenis text, kepala bool, mulai date, selesai date, akhir date) ON COMMIT DROP",
    "CREATE TEMPORARY TABLE impor_akibat (id uuid, baris int, selesai date) ON COMMIT DROP",
    "CREATE TEMPORARY TABLE impor_pimpin (baris int, id uuid, pegawai_id uuid, unit_id uuid, jenis text,"
    " mulai date, akhir date) ON COMMIT DROP",
    "CREATE TEMPORARY TABLE impor_tutup (pegawai_id uuid, mulai date, selesai date, nama text) ON COMMIT DROP",
    *mentah.buat_peta("peta_pimpin", ["unit", "jabatan"], {"kepala": "bool", "bukan": "bool"}),
)

# A row of the file with what it leaves as it is.
_TERISI = """
impor_tahap s LEFT JOIN pegawai_penempatan t ON t.id = s.id
"""
_UNIT, _JABATAN = "coalesce(s.unit_id, t.unit_id)", "coalesce(s.jabatan_id, t.jabatan_id)"
# Rows that do not say whether their holder leads: new ones, and those that change unit or post, as far as the post
# may lead a unit (or the holder led until now).
SEBUT = f"""
INSERT INTO impor_sebut
SELECT s.baris, {_UNIT}, {_JABATAN}, t.id IS NOT NULL FROM {_TERISI}
WHERE s.kepala IS NULL AND s.jenis = 'definitif' AND {_UNIT} IS NOT NULL AND {_JABATAN} IS NOT NULL
    AND (t.id IS NULL OR {_UNIT} <> t.unit_id OR {_JABATAN} <> t.jabatan_id)
    AND ({_JABATAN} = ANY (%s) OR t.kepala)
"""  # noqa: S608 - own text
PASANGAN = "SELECT DISTINCT unit_id::text, jabatan_id::text FROM impor_sebut"
KEPALA = (
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT s.baris, 'struktural_bukan_kepala', 'JABATAN NAMA', coalesce(s.jabatan_nama, s.jabatan_kode, ''),
        jsonb_build_object('unit', u.nama)
    FROM impor_sebut x JOIN peta_pimpin p ON p.unit::uuid = x.unit_id AND p.jabatan::uuid = x.jabatan_id AND p.bukan
    JOIN impor_tahap s ON s.baris = x.baris JOIN pegawai_unitkerja u ON u.id = x.unit_id
    """,
    """
    UPDATE impor_tahap s SET kepala = p.kepala
    FROM impor_sebut x JOIN peta_pimpin p ON p.unit::uuid = x.unit_id AND p.jabatan::uuid = x.jabatan_id
    WHERE s.baris = x.baris AND (p.kepala OR x.ada)
    """,
    "UPDATE impor_tahap SET kepala = true WHERE kepala IS NULL AND jenis <> 'definitif' AND id IS NULL",
)
_LALU = "RANGE BETWEEN INTERVAL '1 day' FOLLOWING AND UNBOUNDED FOLLOWING"
_SESUDAH = f"(PARTITION BY pegawai_id, jenis ORDER BY mulai {_LALU})"
RANGKAI = (
    f"""
    INSERT INTO impor_rangkai
    SELECT x.*, CASE WHEN selesai IS NULL AND jenis = 'definitif'
        THEN first_value(mulai) OVER {_SESUDAH} - 1 ELSE selesai END
    FROM (
        SELECT s.baris, s.id, s.pegawai_id, {_UNIT} AS unit_id, {_JABATAN} AS jabatan_id, s.jenis,
            coalesce(s.kepala, t.kepala, false) AS kepala, s.mulai, coalesce(s.selesai, t.selesai) AS selesai
        FROM {_TERISI} WHERE s.pegawai_id IS NOT NULL AND s.mulai IS NOT NULL AND s.jenis IS NOT NULL
        UNION ALL
        SELECT NULL, p.id, p.pegawai_id, p.unit_id, p.jabatan_id, p.jenis, p.kepala, p.mulai, p.selesai
        FROM pegawai_penempatan p
        WHERE p.pegawai_id IN (SELECT pegawai_id FROM impor_tahap)
            AND NOT EXISTS (SELECT FROM impor_tahap s WHERE s.id = p.id)
    ) x
    """,  # noqa: S608
    "ANALYZE impor_rangkai",
    """
    UPDATE impor_tahap s SET selesai = r.akhir, dihitung = true FROM impor_rangkai r
    WHERE r.baris = s.baris AND r.selesai IS NULL AND r.akhir IS NOT NULL
    """,
    """
    INSERT INTO impor_akibat (id, baris, selesai)
    SELECT DISTINCT ON (r.id) r.id, b.baris, r.akhir
    FROM impor_rangkai r JOIN impor_rangkai b ON b.pegawai_id = r.pegawai_id AND b.mulai = r.akhir + 1
    WHERE r.baris IS NULL AND r.jenis = 'definitif' AND r.selesai IS NULL
        AND b.baris IS NOT NULL AND b.jenis = 'definitif'
    ORDER BY r.id, b.baris
    """,
    # Who becomes the head is no longer acting there; see services.mutasi.
    """
    INSERT INTO impor_akibat (id, baris, selesai)
    SELECT DISTINCT ON (a.id) a.id, h.baris, h.mulai - 1
    FROM impor_rangkai a JOIN impor_rangkai h ON h.pegawai_id = a.pegawai_id AND h.unit_id = a.unit_id
        AND h.mulai > a.mulai AND h.mulai <= coalesce(a.akhir, 'infinity')
    WHERE a.baris IS NULL AND a.jenis <> 'definitif' AND a.kepala
        AND h.baris IS NOT NULL AND h.id IS NULL AND h.jenis = 'definitif' AND h.kepala
    ORDER BY a.id, h.mulai, h.baris
    """,
    "UPDATE impor_rangkai r SET akhir = a.selesai FROM impor_akibat a WHERE a.id = r.id AND r.baris IS NULL",
    """
    INSERT INTO impor_pimpin
    WITH dipimpin AS MATERIALIZED (
        SELECT DISTINCT unit_id FROM impor_rangkai WHERE kepala AND baris IS NOT NULL AND unit_id IS NOT NULL
    )
    SELECT baris, id, pegawai_id, unit_id, jenis, mulai, akhir FROM impor_rangkai JOIN dipimpin USING (unit_id)
    WHERE kepala
    UNION ALL
    SELECT NULL, p.id, p.pegawai_id, p.unit_id, p.jenis, p.mulai, p.selesai
    FROM pegawai_penempatan p JOIN dipimpin USING (unit_id)
    WHERE p.kepala AND NOT EXISTS (SELECT FROM impor_rangkai r WHERE r.id = p.id)
    """,
    "ANALYZE impor_pimpin",
)


def rangkaikan(kursor: Any, unit: AcuanUnit, jabatan: DaftarJabatan) -> None:
    """Say who leads where the file does not, then lay the placements one after the other."""

    def pasangan(unit_id: str, jabatan_id: str) -> tuple[bool, bool]:
        pos = jabatan.per_id[jabatan_id]
        kepala = memimpin(pos.nama, unit.nama_dari(unit_id))
        return kepala, pos.struktural and not kepala

    for nama in (*TABEL, "peta_pimpin"):
        kursor.execute(f"DELETE FROM {nama}")  # noqa: S608 - own names
    kursor.execute("ANALYZE impor_tahap")
    pemimpin = [pos.id for pos in jabatan.per_id.values() if pos.struktural or mungkin_memimpin(pos.nama)]
    kursor.execute(SEBUT, [pemimpin])
    kursor.execute("ANALYZE impor_sebut")
    mentah.isi_peta(kursor, "peta_pimpin", PASANGAN, pasangan)
    for perintah in (*KEPALA, *RANGKAI):
        kursor.execute(perintah)
