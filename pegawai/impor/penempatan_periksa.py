"""What refuses a placement or is said about it: SQL among the rows of the file and against the data.

Only rows that change something are judged: what was recorded before a rule, and is exported and sent again, passes.
Of many that overlap each row names one other; the running latest end per person or unit finds them in one pass,
whatever a file holds.
"""

_HARI = "to_char({}, 'DD-MM-YYYY')"
_BERGERAK = "(s.baru OR s.berubah)"
_AKHIR = "coalesce(s.selesai, t.selesai, 'infinity'::date)"
_TERISI = "impor_tahap s LEFT JOIN pegawai_penempatan t ON t.id = s.id"
_CATAT = "INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)"
_KUNCI = "coalesce('b' || baris, 'i' || id)"
_SIAPA = "(SELECT concat_ws(' · ', o.nama, o.nip) FROM pegawai_pegawai o WHERE o.id = {}.pegawai_id)"
_SEBUT = (
    "(SELECT j.nama || ' – ' || u.nama FROM pegawai_jabatan j, pegawai_unitkerja u"
    " WHERE j.id = {0}.jabatan_id AND u.id = {0}.unit_id)"
)
_NAMA_UNIT = "(SELECT u.nama FROM pegawai_unitkerja u WHERE u.id = {}.unit_id)"


def _hari(sql: str) -> str:
    return _HARI.format(sql)


SENDIRI = (
    f"""{_CATAT} SELECT s.baris, 'unit_kosong', 'UNOR NAMA', '', '{{}}' FROM impor_tahap s
    WHERE s.baru AND coalesce(s.unor_kode, s.unor_nama) IS NULL""",  # noqa: S608
    f"""{_CATAT} SELECT s.baris, 'jabatan_kosong', 'JABATAN NAMA', '', '{{}}' FROM impor_tahap s
    WHERE s.baru
        AND coalesce(s.jabatan_kode, s.jabatan_nama, s.jft_kode, s.jft_nama, s.jfu_kode, s.jfu_nama) IS NULL""",  # noqa: S608
    f"""{_CATAT} SELECT s.baris, 'tanggal_terbalik', 'SELESAI', {_hari("s.selesai")},
        jsonb_build_object('mulai', {_hari("s.mulai")}) FROM impor_tahap s WHERE s.selesai < s.mulai""",  # noqa: S608
    f"""{_CATAT} SELECT s.baris, 'tmt_sebelum_lahir', 'TMT JABATAN', {_hari("s.mulai")},
        jsonb_build_object('lahir', {_hari("o.tanggal_lahir")})
    FROM impor_tahap s JOIN pegawai_pegawai o ON o.id = s.pegawai_id
    WHERE {_BERGERAK} AND s.mulai <= o.tanggal_lahir""",  # noqa: S608
    f"""{_CATAT} SELECT s.baris, 'unit_belum_buka', 'TMT JABATAN', {_hari("s.mulai")},
        jsonb_build_object('unit', u.nama, 'buka', {_hari("u.dibuka")})
    FROM impor_rangkai r JOIN pegawai_unitkerja u ON u.id = r.unit_id AND u.dibuka > r.mulai
    JOIN impor_tahap s ON s.baris = r.baris AND {_BERGERAK}""",  # noqa: S608
    f"""{_CATAT} SELECT s.baris, 'unit_sudah_tutup', 'UNOR NAMA', u.nama,
        jsonb_build_object('tutup', {_hari("u.ditutup")})
    FROM impor_rangkai r JOIN pegawai_unitkerja u ON u.id = r.unit_id
        AND u.ditutup <= coalesce(r.akhir, 'infinity')
    JOIN impor_tahap s ON s.baris = r.baris AND {_BERGERAK}""",  # noqa: S608
    f"""{_CATAT} SELECT s.baris, 'pegawai_keluar', 'NIP BARU', o.kedudukan_hukum, '{{}}'
    FROM impor_tahap s JOIN pegawai_pegawai o ON o.id = s.pegawai_id
    WHERE s.baru AND s.jenis = 'definitif' AND coalesce(s.selesai, 'infinity') >= %(hari_ini)s
        AND o.kedudukan_hukum <> ALL (%(bertugas)s)""",  # noqa: S608
)  # fmt: skip

# Two definitive placements of one person; those that begin on one day are one placement, told by its key.
_SESUDAH = "(PARTITION BY pegawai_id ORDER BY mulai RANGE BETWEEN INTERVAL '1 day' FOLLOWING AND UNBOUNDED FOLLOWING)"
_SEBELUM = "(PARTITION BY pegawai_id ORDER BY mulai RANGE BETWEEN UNBOUNDED PRECEDING AND INTERVAL '1 day' PRECEDING)"
_TERAKHIR = f"max((to_char(coalesce(akhir, DATE '9999-12-31'), 'YYYYMMDD') || {_KUNCI}) COLLATE \"C\")"
TUMPANG = f"""
{_CATAT}
WITH urut AS (
    SELECT baris, mulai, akhir, {_TERAKHIR} OVER {_SEBELUM} AS sebelum,
        first_value(mulai) OVER {_SESUDAH} AS mulai_lain, first_value({_KUNCI}) OVER {_SESUDAH} AS lain
    FROM impor_rangkai WHERE jenis = 'definitif'
), kena AS (
    SELECT baris, 'mulai_tumpang' AS kode, 'TMT JABATAN' AS kolom, mulai AS hari, substr(sebelum, 9) AS lain
    FROM urut WHERE baris IS NOT NULL AND left(sebelum, 8) >= to_char(mulai, 'YYYYMMDD')
    UNION ALL
    SELECT baris, 'selesai_tumpang', 'SELESAI', akhir, lain FROM urut WHERE baris IS NOT NULL AND akhir >= mulai_lain
)
SELECT k.baris, CASE WHEN r.baris IS NULL THEN k.kode ELSE 'tumpang_berkas' END, k.kolom, {_hari("k.hari")},
    jsonb_build_object('lain', r.baris, 'lama', {_SEBUT.format("r")}, 'dari', {_hari("r.mulai")},
        'sampai', {_hari("r.akhir")})
FROM kena k JOIN impor_rangkai r ON coalesce('b' || r.baris, 'i' || r.id) = k.lain
"""  # noqa: S608


def _berdua(syarat: str, pengecualian: str, berkas: str, data: str) -> str:
    """Two who lead one unit at a time: of those that fulfil `syarat`, but for `pengecualian`."""
    urut = "(PARTITION BY unit_id ORDER BY mulai, baris, id"
    return f"""
    {_CATAT}
    WITH urut AS (
        SELECT *, {_TERAKHIR} OVER {urut} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS sebelum,
            lead(mulai) OVER {urut}) AS mulai_lain, lead({_KUNCI}) OVER {urut}) AS lain
        FROM impor_pimpin WHERE {syarat}
    ), kena AS (
        SELECT *, substr(sebelum, 9) AS siapa FROM urut WHERE left(sebelum, 8) >= to_char(mulai, 'YYYYMMDD')
        UNION ALL
        SELECT *, lain FROM urut WHERE coalesce(akhir, 'infinity') >= mulai_lain
    )
    SELECT DISTINCT ON (k.baris) k.baris, CASE WHEN r.baris IS NULL THEN '{data}' ELSE '{berkas}' END,
        %(kolom_kepala)s, {_NAMA_UNIT.format("k")},
        jsonb_build_object('satu', {_SIAPA.format("r")}, 'lain', r.baris, 'dari', {_hari("r.mulai")})
    FROM kena k JOIN impor_pimpin r ON coalesce('b' || r.baris, 'i' || r.id) = k.siapa AND NOT ({pengecualian})
    JOIN impor_tahap s ON s.baris = k.baris AND {_BERGERAK}
    ORDER BY k.baris, r.mulai, r.baris
    """  # noqa: S608 - own text


KEPALA = _berdua("jenis = 'definitif'", "r.pegawai_id = k.pegawai_id", "dua_kepala", "kepala_lain")
PELAKSANA = (
    _berdua(
        "jenis <> 'definitif'",
        "(r.pegawai_id, r.jenis, r.mulai) = (k.pegawai_id, k.jenis, k.mulai)",
        "dua_pelaksana",
        "pelaksana_lain",
    ),
    f"""{_CATAT} SELECT s.baris, 'pelaksana_tanpa_akhir', 'SELESAI', '', '{{}}' FROM {_TERISI}
    WHERE {_BERGERAK} AND s.jenis <> 'definitif' AND coalesce(s.selesai, t.selesai) IS NULL AND NOT EXISTS
        (SELECT FROM impor_masalah m WHERE m.baris = s.baris AND m.kolom = 'SELESAI')""",  # noqa: S608
    # The definitive head of those days; a Plt needs that there is none, a Plh that there is one.
    f"""{_CATAT}
    SELECT * FROM (
        SELECT DISTINCT ON (a.baris) a.baris,
            CASE WHEN d.pegawai_id = a.pegawai_id THEN 'pelaksana_sendiri'
                WHEN d.pegawai_id IS NOT NULL AND a.jenis = 'plt' THEN 'plt_berkepala'
                WHEN d.pegawai_id IS NULL AND a.jenis = 'plh' AND a.akhir < %(hari_ini)s THEN 'plh_tanpa_kepala_dulu'
                WHEN d.pegawai_id IS NULL AND a.jenis = 'plh' THEN 'plh_tanpa_kepala' END AS kode,
            CASE WHEN d.pegawai_id = a.pegawai_id THEN 'UNOR NAMA' ELSE 'JENIS PENEMPATAN' END,
            CASE WHEN d.pegawai_id = a.pegawai_id THEN {_NAMA_UNIT.format("a")} ELSE upper(a.jenis) END,
            jsonb_build_object('unit', {_NAMA_UNIT.format("a")}, 'satu', {_SIAPA.format("d")},
                'dari', {_hari("d.mulai")})
        FROM impor_pimpin a JOIN impor_tahap s ON s.baris = a.baris AND {_BERGERAK}
        LEFT JOIN impor_pimpin d ON d.unit_id = a.unit_id AND d.jenis = 'definitif'
            AND d.mulai <= coalesce(a.akhir, 'infinity') AND coalesce(d.akhir, 'infinity') >= a.mulai
        WHERE a.jenis <> 'definitif' AND a.akhir >= a.mulai
        ORDER BY a.baris, (d.pegawai_id = a.pegawai_id) DESC, d.mulai
    ) x WHERE kode IS NOT NULL""",  # noqa: S608
    f"""{_CATAT}
    SELECT a.baris, CASE WHEN a.akhir < %(hari_ini)s THEN 'tanpa_definitif_dulu' ELSE 'tanpa_definitif' END,
        'TMT JABATAN', {_hari("a.mulai")}, '{{}}'
    FROM impor_rangkai a JOIN impor_tahap s ON s.baris = a.baris AND {_BERGERAK}
    WHERE a.jenis <> 'definitif' AND NOT EXISTS (
        SELECT FROM impor_rangkai d WHERE d.pegawai_id = a.pegawai_id AND d.jenis = 'definitif'
            AND d.mulai <= a.mulai AND coalesce(d.akhir, 'infinity') >= a.mulai)""",  # noqa: S608
    # A new head: his own acting duty that is still to come must go, somebody else's is only mentioned.
    f"""{_CATAT}
    SELECT DISTINCT ON (h.baris) h.baris,
        CASE WHEN a.pegawai_id = h.pegawai_id THEN 'pelaksana_menyusul' ELSE 'pelaksana_masih_ada' END,
        %(kolom_kepala)s, {_NAMA_UNIT.format("h")},
        jsonb_build_object('satu', {_SIAPA.format("a")}, 'jenis', initcap(a.jenis) || '.',
            'dari', {_hari("a.mulai")}, 'sampai', coalesce({_hari("a.akhir")}, '–'))
    FROM impor_pimpin h JOIN impor_tahap s ON s.baris = h.baris AND {_BERGERAK}
    JOIN impor_pimpin a ON a.unit_id = h.unit_id AND a.baris IS NULL AND a.jenis <> 'definitif'
        AND a.mulai <= coalesce(h.akhir, 'infinity') AND coalesce(a.akhir, 'infinity') >= h.mulai
    WHERE h.jenis = 'definitif' AND (a.jenis = 'plt' OR a.pegawai_id = h.pegawai_id)
    ORDER BY h.baris, (a.pegawai_id = h.pegawai_id) DESC, a.mulai""",  # noqa: S608
)  # fmt: skip
TANPA_LANJUTAN = f"""
{_CATAT}
SELECT r.baris, 'tanpa_lanjutan', 'SELESAI', {_hari("r.akhir")}, '{{}}'
FROM (
    SELECT *, row_number() OVER (PARTITION BY pegawai_id ORDER BY mulai DESC, baris) AS ke
    FROM impor_rangkai WHERE jenis = 'definitif'
) r WHERE ke = 1 AND r.baris IS NOT NULL AND r.akhir IS NOT NULL AND EXISTS (
    SELECT FROM impor_akibat a JOIN pegawai_penempatan t ON t.id = a.id
    WHERE t.pegawai_id = r.pegawai_id AND t.jenis = 'definitif')
"""  # noqa: S608

# The days on which somebody's placement would be another one than now, against the settled days of `impor_tutup`.
_UBAH = f"""
SELECT s.baris, 'TMT JABATAN' AS kolom, s.pegawai_id, s.mulai AS dari, {_AKHIR} AS sampai FROM {_TERISI} WHERE s.baru
UNION ALL
SELECT s.baris, CASE WHEN s.unit_id <> t.unit_id THEN 'UNOR NAMA' WHEN s.jabatan_id <> t.jabatan_id
    THEN 'JABATAN NAMA' ELSE %(kolom_kepala)s END,
    s.pegawai_id, t.mulai, greatest({_AKHIR}, coalesce(t.selesai, 'infinity'))
FROM {_TERISI}
WHERE s.berubah AND (s.unit_id <> t.unit_id OR s.jabatan_id <> t.jabatan_id OR s.kepala <> t.kepala)
UNION ALL
SELECT s.baris, 'SELESAI', s.pegawai_id, least(s.selesai, coalesce(t.selesai, 'infinity')) + 1,
    greatest(s.selesai, coalesce(t.selesai, 'infinity'))
FROM {_TERISI} WHERE s.berubah AND s.selesai <> coalesce(t.selesai, 'infinity')
UNION ALL
SELECT a.baris, 'TMT JABATAN', t.pegawai_id, a.selesai + 1, coalesce(t.selesai, 'infinity')
FROM impor_akibat a JOIN pegawai_penempatan t ON t.id = a.id
"""  # noqa: S608
SUDAH_DITETAPKAN = f"""
{_CATAT}
SELECT DISTINCT ON (u.baris, u.kolom) u.baris, 'sudah_ditetapkan', u.kolom, {_hari("u.dari")},
    jsonb_build_object('periode', p.nama, 'sampai', {_hari("p.selesai")})
FROM ({_UBAH}) u JOIN impor_tutup p ON p.pegawai_id = u.pegawai_id
    AND p.mulai <= u.sampai AND p.selesai >= u.dari
ORDER BY u.baris, u.kolom, p.selesai DESC, p.mulai
"""  # noqa: S608
ATURAN = (*SENDIRI, TUMPANG, KEPALA, *PELAKSANA, TANPA_LANJUTAN, SUDAH_DITETAPKAN)
