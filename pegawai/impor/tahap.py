"""The SQL that finds in the staged rows who is who, what is wrong and what would change.

The staged values are wide and written once (`impor_pegawai`); what is found out about a row stands in a narrow
table of its own (`impor_siapa`). Everything here writes to temporary tables only, so it runs in a read-only
transaction.
"""

from pegawai.enums import KedudukanHukum
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

_SIAPA = {
    "baris": "int",
    "galat": "bool NOT NULL DEFAULT false",
    "id": "uuid",
    "baru": "bool",
    "berubah": "bool",
    "bertugas": "bool",
    "aksi": "text",
    "nip": "text",
    "pns_id": "text",
    "nama": "text",
    "kedudukan_hukum": "text",
    "unit_id": "uuid",
    "jabatan_id": "uuid",
    "kepala": "bool",
    "mulai": "date",
    "tmt_tebak": "bool",
    "p_id": "uuid",
    "p_unit": "uuid",
    "p_jabatan": "uuid",
    "p_kepala": "bool",
    "p_mulai": "date",
    "p_selesai": "date",
    "p_sebutan": "text",
}
TABEL = ("impor_siapa", "impor_orang", "impor_kini")
SIAPKAN = (
    "DROP TABLE IF EXISTS pg_temp.impor_siapa, pg_temp.impor_orang, pg_temp.impor_kini",
    f"CREATE TEMPORARY TABLE impor_siapa ({', '.join(f'{n} {t}' for n, t in _SIAPA.items())}) ON COMMIT DROP",
    "CREATE TEMPORARY TABLE impor_orang (baris int, id uuid, baru bool) ON COMMIT DROP",
    "CREATE TEMPORARY TABLE impor_kini (pegawai_id uuid, id uuid, unit_id uuid, jabatan_id uuid, kepala bool,"
    " mulai date, selesai date, sebutan text) ON COMMIT DROP",
)

_BEDA = " OR ".join(f"(s.{b} IS NOT NULL AND p.{b} IS DISTINCT FROM s.{b})" for b in BIDANG)
_AKSI = """
CASE WHEN NOT bertugas OR unit_id IS NULL OR jabatan_id IS NULL THEN ''
    WHEN p_id IS NULL THEN 'buka'
    WHEN p_unit = unit_id AND p_jabatan = jabatan_id AND p_selesai IS NULL THEN
        CASE WHEN kepala = p_kepala AND coalesce(mulai, p_mulai) = p_mulai THEN '' ELSE 'betulkan' END
    WHEN p_selesai < mulai THEN 'buka'
    WHEN p_unit = unit_id AND p_jabatan = jabatan_id THEN 'berakhir'
    WHEN mulai IS NULL THEN 'tmt_kosong'
    WHEN mulai > p_mulai THEN 'pindah'
    WHEN mulai = p_mulai THEN 'betulkan'
    ELSE 'tmt_mundur' END
"""
_PINDAH = "aksi IN ('buka', 'betulkan', 'pindah')"

KENALI = (
    # Numbers of a record that was merged are those of the person it went into (ADR 26).
    """
    UPDATE impor_pegawai s SET pns_id = w.pns_id, nip = coalesce(s.nip, w.nip)
    FROM pegawai_pegawai j JOIN pegawai_pegawai w ON w.id = j.digabung_ke_id
    WHERE j.digabung_ke_id IS NOT NULL AND j.pns_id = s.pns_id
    """,
    """
    UPDATE impor_pegawai s SET nip = w.nip
    FROM pegawai_pegawai j JOIN pegawai_pegawai w ON w.id = j.digabung_ke_id
    WHERE j.digabung_ke_id IS NOT NULL AND j.nip = s.nip
    """,
    # Who is who: PNS ID first, then NIP. Rows without a person are new.
    """
    INSERT INTO impor_orang
    SELECT s.baris, coalesce(a.id, b.id, gen_random_uuid()), a.id IS NULL AND b.id IS NULL
    FROM impor_pegawai s
    LEFT JOIN pegawai_pegawai a ON a.pns_id = s.pns_id LEFT JOIN pegawai_pegawai b ON b.nip = s.nip
    """,
    "ANALYZE impor_orang",
    """
    INSERT INTO impor_kini
    SELECT DISTINCT ON (p.pegawai_id) p.pegawai_id, p.id, p.unit_id, p.jabatan_id, p.kepala, p.mulai, p.selesai,
        j.nama || ' – ' || u.nama
    FROM pegawai_penempatan p
    JOIN pegawai_jabatan j ON j.id = p.jabatan_id JOIN pegawai_unitkerja u ON u.id = p.unit_id
    WHERE p.jenis = 'definitif' AND p.pegawai_id IN (SELECT id FROM impor_orang WHERE NOT baru)
    ORDER BY p.pegawai_id, p.mulai DESC
    """,
    "ANALYZE impor_kini",
    # Same unit and post: a head who was set by hand stays head.
    f"""
    INSERT INTO impor_siapa ({", ".join(n for n in _SIAPA if n != "galat")})
    SELECT baris, id, baru, beda OR {_PINDAH}, bertugas, aksi, nip, pns_id, nama, kedudukan_hukum, unit_id,
        jabatan_id, kepala, CASE WHEN {_PINDAH} THEN coalesce(mulai, p_mulai, cadangan) ELSE mulai END,
        {_PINDAH} AND mulai IS NULL AND p_mulai IS NULL,
        p_id, p_unit, p_jabatan, p_kepala, p_mulai, p_selesai, p_sebutan
    FROM (SELECT *, {_AKSI} AS aksi FROM (
        SELECT s.baris, o.id, o.baru, s.nip, s.pns_id, s.nama, s.kedudukan_hukum, s.unit_id, s.jabatan_id,
            s.mulai, s.cadangan, coalesce(s.kedudukan_hukum, p.kedudukan_hukum, '01') = ANY (%(bertugas)s) AS bertugas,
            coalesce(h.kepala, false) OR coalesce(
                k.kepala AND k.unit_id = s.unit_id AND k.jabatan_id = s.jabatan_id, false) AS kepala,
            p.id IS NOT NULL AND ({_BEDA} OR NOT p.siasn @> s.siasn) AS beda,
            k.id AS p_id, k.unit_id AS p_unit, k.jabatan_id AS p_jabatan, k.kepala AS p_kepala,
            k.mulai AS p_mulai, k.selesai AS p_selesai, k.sebutan AS p_sebutan
        FROM impor_pegawai s JOIN impor_orang o ON o.baris = s.baris
        LEFT JOIN pegawai_pegawai p ON p.id = o.id
        LEFT JOIN impor_kini k ON k.pegawai_id = o.id
        LEFT JOIN peta_kepala h ON h.unit::uuid = s.unit_id AND h.jabatan::uuid = s.jabatan_id
        ) dasar) langkah
    """,  # noqa: S608 - names of our own columns
    "ANALYZE impor_siapa",
)

_GANDA = """
INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
SELECT s.baris, '{kode}', '{kolom}', s.{bidang}, jsonb_build_object('lain', array_to_string(
    (SELECT array_agg(n ORDER BY n) FROM unnest(g.semua[1:6]) n WHERE n <> s.baris), ', '))
FROM impor_siapa s
JOIN (
    SELECT {bidang}, array_agg(baris ORDER BY baris) AS semua FROM impor_siapa
    WHERE {bidang} IN (SELECT {bidang} FROM impor_siapa GROUP BY {bidang} HAVING count(*) > 1)
    GROUP BY {bidang}
) g USING ({bidang})
"""
_MEMIMPIN = "kepala AND bertugas AND aksi <> 'berakhir' AND unit_id IS NOT NULL"


def _ganda(kode: str, kolom: str, bidang: str) -> str:
    return _GANDA.format(kode=kode, kolom=kolom, bidang=bidang)


PERIKSA = (
    _ganda("ganda_nip", "NIP BARU", "nip"),
    _ganda("ganda_pns_id", "PNS ID", "pns_id"),
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT s.baris, 'konflik_pns_id', 'PNS ID', s.pns_id,
        jsonb_build_object('satu', a.nama || ' (' || coalesce(a.nip, '-') || ')', 'dua', b.nama)
    FROM impor_siapa s JOIN pegawai_pegawai a ON a.pns_id = s.pns_id JOIN pegawai_pegawai b ON b.nip = s.nip
    WHERE a.id <> b.id
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT s.baris, 'konflik_nip', 'PNS ID', s.pns_id,
        jsonb_build_object('satu', p.nama, 'pns_id', p.pns_id)
    FROM impor_siapa s JOIN pegawai_pegawai p ON p.nip = s.nip
    WHERE p.id = s.id AND p.pns_id <> s.pns_id
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT s.baris, CASE WHEN p.tanggal_lahir <> w.tanggal_lahir THEN 'orang_berbeda' ELSE 'nip_berubah' END,
        'NIP BARU', s.nip, jsonb_build_object('satu', p.nama, 'lama', p.nip)
    FROM impor_siapa s JOIN pegawai_pegawai p ON p.id = s.id JOIN impor_pegawai w ON w.baris = s.baris
    WHERE NOT s.baru AND p.nip <> s.nip AND NOT EXISTS (SELECT 1 FROM pegawai_pegawai b WHERE b.nip = s.nip)
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT s.baris, 'ganda_orang', 'PNS ID', coalesce(s.pns_id, ''),
        jsonb_build_object('lain', t.baris, 'nama', coalesce(s.nama, ''))
    FROM impor_siapa s JOIN impor_siapa t ON t.id = s.id AND t.baris <> s.baris AND NOT t.baru
    WHERE NOT s.baru AND s.nip IS DISTINCT FROM t.nip AND s.pns_id IS DISTINCT FROM t.pns_id
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT baris, aksi, 'TMT JABATAN', coalesce(to_char(mulai, 'DD-MM-YYYY'), ''),
        jsonb_build_object('lama', p_sebutan, 'sejak', to_char(p_mulai, 'DD-MM-YYYY'))
    FROM impor_siapa WHERE aksi IN ('tmt_kosong', 'tmt_mundur')
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT DISTINCT ON (s.baris) s.baris, 'tmt_bertabrakan', 'TMT JABATAN', to_char(s.mulai, 'DD-MM-YYYY'),
        jsonb_build_object('lama', j.nama, 'sampai', to_char(q.selesai, 'DD-MM-YYYY'))
    FROM impor_siapa s JOIN pegawai_penempatan q ON q.pegawai_id = s.id
    JOIN pegawai_jabatan j ON j.id = q.jabatan_id
    WHERE s.aksi IN ('buka', 'betulkan', 'pindah') AND q.jenis = 'definitif'
        AND q.id <> s.p_id AND coalesce(q.selesai, 'infinity') >= s.mulai
    ORDER BY s.baris, q.mulai
    """,
    f"""
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT s.baris, 'dua_kepala', 'JABATAN NAMA', s.jabatan_id::text,
        jsonb_build_object('unit_id', s.unit_id, 'lain', array_to_string(
            (SELECT array_agg(n ORDER BY n) FROM unnest(g.semua[1:6]) n WHERE n <> s.baris), ', '))
    FROM impor_siapa s JOIN (
        SELECT unit_id, array_agg(baris ORDER BY baris) AS semua FROM impor_siapa
        WHERE {_MEMIMPIN} GROUP BY unit_id HAVING count(*) > 1
    ) g USING (unit_id)
    WHERE {_MEMIMPIN}
    """,  # noqa: S608
    # A unit's present head makes room when his own row of this file moves him away in time.
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT DISTINCT ON (s.baris) s.baris, 'kepala_lain', 'JABATAN NAMA', s.jabatan_id::text,
        jsonb_build_object('unit_id', s.unit_id, 'satu', o.nama || ' (' || coalesce(o.nip, '-') || ')')
    FROM impor_siapa s
    JOIN pegawai_penempatan q ON q.unit_id = s.unit_id AND q.kepala AND q.jenis = 'definitif'
    JOIN pegawai_pegawai o ON o.id = q.pegawai_id
    LEFT JOIN impor_siapa t ON t.p_id = q.id
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
    FROM impor_siapa WHERE tmt_tebak
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT baris, 'nonaktif_menjabat', 'KEDUDUKAN HUKUM NAMA', coalesce(kedudukan_hukum, ''),
        jsonb_build_object('lama', p_sebutan)
    FROM impor_siapa WHERE NOT bertugas AND p_id IS NOT NULL AND p_selesai IS NULL
    """,
    """
    INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
    SELECT baris, 'penempatan_berakhir', 'TMT JABATAN', coalesce(to_char(mulai, 'DD-MM-YYYY'), ''),
        jsonb_build_object('lama', p_sebutan, 'sampai', to_char(p_selesai, 'DD-MM-YYYY'))
    FROM impor_siapa WHERE aksi = 'berakhir'
    """,
)

# A placement that begins, moves or is corrected, against the settled days of {tutup}.
DITETAPKAN = """
INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
WITH ubah AS MATERIALIZED (
    SELECT baris, id AS pegawai_id, CASE WHEN aksi = 'betulkan' THEN least(mulai, p_mulai) ELSE mulai END AS dari,
        CASE WHEN aksi = 'betulkan' AND (unit_id, jabatan_id, kepala) = (p_unit, p_jabatan, p_kepala)
            THEN greatest(mulai, p_mulai) - 1 ELSE 'infinity' END AS sampai
    FROM impor_siapa WHERE aksi IN ('buka', 'betulkan', 'pindah') AND NOT baru
)
SELECT DISTINCT ON (u.baris) u.baris, 'sudah_ditetapkan', 'TMT JABATAN', to_char(u.dari, 'DD-MM-YYYY'),
    jsonb_build_object('periode', p.nama, 'sampai', to_char(p.selesai, 'DD-MM-YYYY'))
FROM ubah u JOIN ({tutup}) p ON p.pegawai_id = u.pegawai_id AND p.mulai <= u.sampai AND p.selesai >= u.dari
ORDER BY u.baris, p.selesai DESC, p.mulai
"""

MODE = """
INSERT INTO impor_masalah (baris, kode, kolom, nilai)
SELECT baris, %s, 'NIP BARU', concat_ws(' ', nip, nama) FROM impor_siapa WHERE baru = %s
"""

HITUNG = """
SELECT count(*), count(*) FILTER (WHERE galat), count(*) FILTER (WHERE NOT galat AND baru),
    count(*) FILTER (WHERE NOT galat AND NOT baru AND berubah),
    count(*) FILTER (WHERE NOT galat AND NOT baru AND NOT berubah),
    count(*) FILTER (WHERE NOT galat AND aksi = 'buka'),
    count(*) FILTER (WHERE NOT galat AND aksi = 'pindah'),
    count(*) FILTER (WHERE NOT galat AND aksi = 'betulkan'),
    (SELECT count(*) FROM impor_buang)
FROM impor_siapa
"""

_NILAI = ", ".join(f"('{b}', p.{b}::text, s.{b}::text)" for b in BIDANG)
PERUBAHAN = f"""
SELECT bidang, jumlah, baris, nip, nama, lama, baru FROM (
    SELECT v.bidang, s.baris, coalesce(s.nip, p.nip) AS nip, p.nama, coalesce(v.lama, '') AS lama, v.baru,
        count(*) OVER (PARTITION BY v.bidang) AS jumlah,
        row_number() OVER (PARTITION BY v.bidang ORDER BY s.baris) AS ke
    FROM impor_siapa w JOIN pegawai_pegawai p ON p.id = w.id JOIN impor_pegawai s ON s.baris = w.baris
    CROSS JOIN LATERAL (VALUES {_NILAI}) v (bidang, lama, baru)
    WHERE w.berubah AND NOT w.baru AND NOT w.galat AND v.baru IS NOT NULL AND v.lama IS DISTINCT FROM v.baru
) b WHERE ke <= %(maks)s ORDER BY jumlah DESC, bidang, baris
"""  # noqa: S608 - names of our own columns
PERUBAHAN_PENEMPATAN = """
SELECT s.baris, s.nip, s.nama, s.p_sebutan, s.unit_id, s.jabatan_id, to_char(s.mulai, 'DD-MM-YYYY')
FROM impor_siapa s WHERE s.aksi IN ('pindah', 'betulkan') AND NOT s.galat ORDER BY s.baris LIMIT %(maks)s
"""

# What the file would do: new, changed, refused by row, and what changed people and placements have now.
SIDIK = f"""
SELECT coalesce(sum(hashtextextended(concat_ws('|', w.baris, w.galat, w.baru, w.berubah, w.aksi, w.p_id,
    w.p_mulai, w.p_selesai, w.p_kepala, CASE WHEN w.berubah AND NOT w.baru
        THEN ARRAY[{", ".join(f"p.{b}::text" for b in BIDANG)}, p.siasn::text]::text END), 0)::numeric), 0)::text
FROM impor_siapa w LEFT JOIN pegawai_pegawai p ON p.id = w.id AND w.berubah AND NOT w.baru
"""  # noqa: S608 - names of our own columns
