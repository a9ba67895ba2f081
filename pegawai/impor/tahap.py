"""The staging table, and the SQL that finds in it who is who, what is wrong and what would change.

Everything here writes to temporary tables only, so it runs in a read-only transaction.
"""

from pegawai.enums import KedudukanHukum
from pegawai.impor.baris import TAHAP
from pegawai.impor.kolom import TEKS

# In service or on leave: a placement is kept. The others have left (51 and above in SIASN's list).
BERTUGAS = tuple(k for k in KedudukanHukum.values if k < "51")

BIDANG = (  # fields of Pegawai that a file may change; empty cells change nothing
    "nip",
    *TEKS,
    "jenis",
    "jenis_kelamin",
    "kedudukan_hukum",
    "golongan",
    "pendidikan",
    "tahun_lulus",
    "email",
    "email_gov",
    "nik",
    "tanggal_lahir",
    "tmt_cpns",
    "tmt_pns",
    "tmt_golongan",
)

SIAPKAN = (
    "DROP TABLE IF EXISTS pg_temp.impor_pegawai, pg_temp.impor_masalah",
    f"""
    CREATE TEMPORARY TABLE impor_pegawai (
        {", ".join(f"{nama} {jenis}" for nama, jenis in TAHAP.items())},
        id uuid, baru bool NOT NULL DEFAULT false, berubah bool NOT NULL DEFAULT false,
        bertugas bool NOT NULL DEFAULT true, aksi text NOT NULL DEFAULT '',
        p_id uuid, p_unit uuid, p_jabatan uuid, p_kepala bool, p_mulai date, p_selesai date,
        p_sebutan text, tmt_tebak bool NOT NULL DEFAULT false
    ) ON COMMIT DROP
    """,
    """
    CREATE TEMPORARY TABLE impor_masalah (
        baris int, kode text, kolom text, nilai text, isi jsonb DEFAULT '{}'
    ) ON COMMIT DROP
    """,
)
SALIN = f"COPY impor_pegawai ({', '.join(TAHAP)}) FROM STDIN"

_BEDA = " OR ".join(f"(s.{b} IS NOT NULL AND p.{b} IS DISTINCT FROM s.{b})" for b in BIDANG)

# Who is who: PNS ID first, then NIP. Rows without a person are new.
KENALI = (
    "ANALYZE impor_pegawai",
    "UPDATE impor_pegawai s SET id = p.id FROM pegawai_pegawai p WHERE p.pns_id = s.pns_id",
    "UPDATE impor_pegawai s SET id = p.id FROM pegawai_pegawai p WHERE s.id IS NULL AND p.nip = s.nip",
    f"""
    UPDATE impor_pegawai s SET berubah = true FROM pegawai_pegawai p
    WHERE p.id = s.id AND ({_BEDA} OR NOT p.siasn @> s.siasn)
    """,  # noqa: S608 - names of our own columns
    """
    UPDATE impor_pegawai s SET p_id = k.id, p_unit = k.unit_id, p_jabatan = k.jabatan_id, p_kepala = k.kepala,
        p_mulai = k.mulai, p_selesai = k.selesai, p_sebutan = k.sebutan
    FROM (
        SELECT DISTINCT ON (p.pegawai_id) p.*, j.nama || ' – ' || u.nama AS sebutan
        FROM pegawai_penempatan p
        JOIN pegawai_jabatan j ON j.id = p.jabatan_id JOIN pegawai_unitkerja u ON u.id = p.unit_id
        WHERE p.jenis = 'definitif' AND p.pegawai_id IN (SELECT id FROM impor_pegawai)
        ORDER BY p.pegawai_id, p.mulai DESC
    ) k
    WHERE k.pegawai_id = s.id
    """,
    "UPDATE impor_pegawai SET baru = true, id = gen_random_uuid() WHERE id IS NULL",
    """
    UPDATE impor_pegawai s SET bertugas = false
    WHERE coalesce(
        s.kedudukan_hukum, (SELECT p.kedudukan_hukum FROM pegawai_pegawai p WHERE p.id = s.id), '01'
    ) <> ALL (%(bertugas)s)
    """,
    # Same unit and post: a head who was set by hand stays head.
    """
    UPDATE impor_pegawai SET kepala = true
    WHERE p_kepala AND NOT kepala AND p_unit = unit_id AND p_jabatan = jabatan_id
    """,
    """
    UPDATE impor_pegawai SET aksi = CASE
        WHEN p_id IS NULL THEN 'buka'
        WHEN p_unit = unit_id AND p_jabatan = jabatan_id AND p_selesai IS NULL THEN
            CASE WHEN kepala = p_kepala AND coalesce(mulai, p_mulai) = p_mulai THEN '' ELSE 'betulkan' END
        WHEN p_selesai < mulai THEN 'buka'
        WHEN p_unit = unit_id AND p_jabatan = jabatan_id THEN 'berakhir'
        WHEN mulai IS NULL THEN 'tmt_kosong'
        WHEN mulai > p_mulai THEN 'pindah'
        WHEN mulai = p_mulai THEN 'betulkan'
        ELSE 'tmt_mundur' END
    WHERE bertugas AND unit_id IS NOT NULL AND jabatan_id IS NOT NULL
    """,
    """
    UPDATE impor_pegawai SET berubah = true, tmt_tebak = (mulai IS NULL AND p_mulai IS NULL),
        mulai = coalesce(mulai, p_mulai, cadangan)
    WHERE aksi IN ('buka', 'betulkan', 'pindah')
    """,
)

_GANDA = """
INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
SELECT s.baris, '{kode}', '{kolom}', s.{bidang}, jsonb_build_object('lain', array_to_string(
    (SELECT array_agg(n ORDER BY n) FROM unnest(g.semua[1:6]) n WHERE n <> s.baris), ', '))
FROM impor_pegawai s
JOIN (
    SELECT {bidang}, array_agg(baris ORDER BY baris) AS semua FROM impor_pegawai
    WHERE {bidang} IS NOT NULL GROUP BY {bidang} HAVING count(*) > 1
) g USING ({bidang})
"""


def _ganda(kode: str, kolom: str, bidang: str) -> str:
    return _GANDA.format(kode=kode, kolom=kolom, bidang=bidang)


PERIKSA = (
    _ganda("ganda_nip", "NIP BARU", "nip"),
    _ganda("ganda_pns_id", "PNS ID", "pns_id"),
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT s.baris, 'konflik_pns_id', 'PNS ID', s.pns_id,
        jsonb_build_object('satu', a.nama || ' (' || coalesce(a.nip, '-') || ')', 'dua', b.nama)
    FROM impor_pegawai s JOIN pegawai_pegawai a ON a.pns_id = s.pns_id JOIN pegawai_pegawai b ON b.nip = s.nip
    WHERE a.id <> b.id
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT s.baris, 'konflik_nip', 'PNS ID', s.pns_id,
        jsonb_build_object('satu', p.nama, 'pns_id', p.pns_id)
    FROM impor_pegawai s JOIN pegawai_pegawai p ON p.nip = s.nip
    WHERE p.id = s.id AND p.pns_id <> s.pns_id
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT s.baris, CASE WHEN p.tanggal_lahir <> s.tanggal_lahir THEN 'orang_berbeda' ELSE 'nip_berubah' END,
        'NIP BARU', s.nip, jsonb_build_object('satu', p.nama, 'lama', p.nip)
    FROM impor_pegawai s JOIN pegawai_pegawai p ON p.id = s.id
    WHERE p.nip <> s.nip AND NOT EXISTS (SELECT 1 FROM pegawai_pegawai b WHERE b.nip = s.nip)
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT s.baris, 'ganda_orang', 'PNS ID', coalesce(s.pns_id, ''),
        jsonb_build_object('lain', t.baris, 'nama', coalesce(s.nama, ''))
    FROM impor_pegawai s JOIN impor_pegawai t ON t.id = s.id AND t.baris <> s.baris
    WHERE s.nip IS DISTINCT FROM t.nip AND s.pns_id IS DISTINCT FROM t.pns_id
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT baris, aksi, 'TMT JABATAN', coalesce(to_char(mulai, 'DD-MM-YYYY'), ''),
        jsonb_build_object('lama', p_sebutan, 'sejak', to_char(p_mulai, 'DD-MM-YYYY'))
    FROM impor_pegawai WHERE aksi IN ('tmt_kosong', 'tmt_mundur')
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT DISTINCT ON (s.baris) s.baris, 'tmt_bertabrakan', 'TMT JABATAN', to_char(s.mulai, 'DD-MM-YYYY'),
        jsonb_build_object('lama', j.nama, 'sampai', to_char(q.selesai, 'DD-MM-YYYY'))
    FROM impor_pegawai s JOIN pegawai_penempatan q ON q.pegawai_id = s.id
    JOIN pegawai_jabatan j ON j.id = q.jabatan_id
    WHERE s.aksi IN ('buka', 'betulkan', 'pindah') AND q.jenis = 'definitif'
        AND q.id <> s.p_id AND coalesce(q.selesai, 'infinity') >= s.mulai
    ORDER BY s.baris, q.mulai
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT s.baris, 'dua_kepala', 'JABATAN NAMA', s.jabatan_id::text,
        jsonb_build_object('unit_id', s.unit_id, 'lain',
        (SELECT string_agg(t.baris::text, ', ' ORDER BY t.baris) FROM impor_pegawai t
         WHERE t.unit_id = s.unit_id AND t.kepala AND t.bertugas AND t.aksi <> 'berakhir'
            AND t.baris <> s.baris))
    FROM impor_pegawai s
    WHERE s.kepala AND s.bertugas AND s.aksi <> 'berakhir' AND s.unit_id IN (
        SELECT unit_id FROM impor_pegawai WHERE kepala AND bertugas AND aksi <> 'berakhir'
        GROUP BY unit_id HAVING count(*) > 1)
    """,
    # A unit's present head makes room when his own row of this file moves him away in time.
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT DISTINCT ON (s.baris) s.baris, 'kepala_lain', 'JABATAN NAMA', s.jabatan_id::text,
        jsonb_build_object('unit_id', s.unit_id, 'satu', o.nama || ' (' || coalesce(o.nip, '-') || ')')
    FROM impor_pegawai s
    JOIN pegawai_penempatan q ON q.unit_id = s.unit_id AND q.kepala AND q.jenis = 'definitif'
    JOIN pegawai_pegawai o ON o.id = q.pegawai_id
    LEFT JOIN impor_pegawai t ON t.p_id = q.id
    WHERE s.kepala AND s.aksi IN ('buka', 'betulkan', 'pindah') AND q.pegawai_id <> s.id
        AND coalesce(CASE t.aksi
            WHEN 'pindah' THEN t.mulai - 1
            WHEN 'betulkan' THEN CASE WHEN t.kepala AND t.unit_id = q.unit_id THEN NULL
                ELSE '-infinity'::date END
            ELSE q.selesai END, 'infinity') >= s.mulai
    ORDER BY s.baris, q.mulai DESC
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT baris, 'tmt_diperkirakan', 'TMT JABATAN', '',
        jsonb_build_object('mulai', to_char(mulai, 'DD-MM-YYYY'))
    FROM impor_pegawai WHERE tmt_tebak
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT baris, 'nonaktif_menjabat', 'KEDUDUKAN HUKUM NAMA', coalesce(kedudukan_hukum, ''),
        jsonb_build_object('lama', p_sebutan)
    FROM impor_pegawai WHERE NOT bertugas AND p_id IS NOT NULL AND p_selesai IS NULL
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT baris, 'penempatan_berakhir', 'TMT JABATAN', coalesce(to_char(mulai, 'DD-MM-YYYY'), ''),
        jsonb_build_object('lama', p_sebutan, 'sampai', to_char(p_selesai, 'DD-MM-YYYY'))
    FROM impor_pegawai WHERE aksi = 'berakhir'
    """,
)

TANDAI = """
UPDATE impor_pegawai SET galat = true
WHERE NOT galat AND baris IN (SELECT baris FROM impor_masalah WHERE kode = ANY (%(galat)s))
"""
AMBIL = """
SELECT kode, jumlah, baris, kolom, nilai, isi FROM (
    SELECT *, count(*) OVER (PARTITION BY kode) AS jumlah,
        row_number() OVER (PARTITION BY kode ORDER BY baris) AS ke
    FROM impor_masalah
) m WHERE ke <= %(maks)s ORDER BY kode, baris
"""

HITUNG = """
SELECT count(*), count(*) FILTER (WHERE galat), count(*) FILTER (WHERE NOT galat AND baru),
    count(*) FILTER (WHERE NOT galat AND NOT baru AND berubah),
    count(*) FILTER (WHERE NOT galat AND NOT baru AND NOT berubah),
    count(*) FILTER (WHERE NOT galat AND aksi = 'buka'),
    count(*) FILTER (WHERE NOT galat AND aksi = 'pindah'),
    count(*) FILTER (WHERE NOT galat AND aksi = 'betulkan')
FROM impor_pegawai
"""

_NILAI = ", ".join(f"('{b}', p.{b}::text, s.{b}::text)" for b in BIDANG)
PERUBAHAN = f"""
SELECT bidang, jumlah, baris, nip, nama, lama, baru FROM (
    SELECT v.bidang, s.baris, coalesce(s.nip, p.nip) AS nip, p.nama, coalesce(v.lama, '') AS lama, v.baru,
        count(*) OVER (PARTITION BY v.bidang) AS jumlah,
        row_number() OVER (PARTITION BY v.bidang ORDER BY s.baris) AS ke
    FROM impor_pegawai s JOIN pegawai_pegawai p ON p.id = s.id
    CROSS JOIN LATERAL (VALUES {_NILAI}) v (bidang, lama, baru)
    WHERE s.berubah AND NOT s.galat AND v.baru IS NOT NULL AND v.lama IS DISTINCT FROM v.baru
) b WHERE ke <= %(maks)s ORDER BY jumlah DESC, bidang, baris
"""  # noqa: S608 - names of our own columns
PERUBAHAN_PENEMPATAN = """
SELECT s.baris, s.nip, s.nama, s.p_sebutan, s.unit_id, s.jabatan_id, to_char(s.mulai, 'DD-MM-YYYY')
FROM impor_pegawai s WHERE s.aksi IN ('pindah', 'betulkan') AND NOT s.galat ORDER BY s.baris LIMIT %(maks)s
"""
