"""SQL of the finished year's end: organisation labels and one yearly evaluation per person, nearly all finished.

Runs after `sql_tahun`, in the same transaction, on its temporary tables. Most people signed; some refused, some
were silent, some had a late assessor, and what the elected head set is final. Five are late (`SUSULAN`), dated
from today, so that every step of the year can be tried on any day.
"""

TABEL = ["penilaian_evaluasitahunan", "penilaian_riwayattahunan"]

# Every unit whose head assesses people: as agreed, one in nine better, one in nine behind.
LABEL = """
INSERT INTO penilaian_capaianorganisasi (siklus_id, unit_id, kepala_id, penetap_id, sendiri, status, jenis_dasar,
    uraian, rujukan, predikat, ditetapkan_pada, ditetapkan_oleh_id)
SELECT s.id, t.unit_id, t.pegawai_id, coalesce(a.penilai_id, t.pegawai_id), a.penilai_id IS NULL, 'ditetapkan',
    CASE WHEN a.penilai_id IS NULL THEN 'luar' ELSE 'iku' END,
    'Capaian indikator kinerja utama tahun ' || s.tahun, 'Laporan kinerja instansi pemerintah ' || s.tahun,
    CASE pg_temp.dadu(hashtext(t.unit_id::text), 71, 9) WHEN 0 THEN 1 WHEN 1 THEN 3 ELSE 2 END,
    pg_temp.wib(make_date(s.tahun + 1, 1, 4), 9.5), coalesce(a.penilai_id, t.pegawai_id)
FROM pegawai_penempatan t
JOIN sasaran_siklus s ON s.tahun = %(tahun)s - 1
LEFT JOIN pegawai_atasan a ON a.pegawai_id = t.pegawai_id
WHERE t.kepala AND t.jenis = 'definitif' AND EXISTS (SELECT FROM pegawai_atasan x WHERE x.penilai_id = t.pegawai_id)
ON CONFLICT DO NOTHING
"""

TAHUNAN = """
CREATE TEMP TABLE demo_tahunan ON COMMIT DROP AS
SELECT x.*, least(x.tanda + make_interval(days => 1 + pg_temp.dadu(x.acak, 64, 4)), now()) AS sampai,
    least(x.tanda + make_interval(days => 6 + pg_temp.dadu(x.acak, 65, 6)), now()) AS jawab_pada,
    least(x.tanda + make_interval(days => 14), now()) AS lapor,
    least(x.tanda + make_interval(days => 32), now()) AS akhir
FROM (SELECT md5(e.skp_id::text || 'tahunan')::uuid AS id, s.id AS siklus_id, e.id AS evaluasi_id, e.skp_id,
        e.pegawai_id, e.unit_id, e.penilai_id, e.atasan_penilai_id, e.h, e.p, m.predikat, e.acak, e.rinci, e.tokoh,
        n.jenis = 'pejabat_negara' AS kepala, j.jalur, coalesce(l.predikat, 2) AS label,
        CASE WHEN e.tokoh IS NOT NULL THEN 'diterima' ELSE
            (ARRAY['ditolak', 'tanpa_tanggapan'])[1 + pg_temp.dadu(e.acak, 62, 24)] END AS jawab,
        pg_temp.wib(make_date(%(tahun)s, 1, 5) + CASE j.jalur WHEN 'terlambat' THEN 29 ELSE 0 END
            + pg_temp.dadu(e.acak, 63, 9), 8 + pg_temp.dadu(e.acak, 66, 700) / 100.0) AS tanda
    FROM demo_evaluasi e
    JOIN sasaran_siklus s ON s.tahun = e.tahun
    JOIN demo_kuadran m ON m.h = e.h AND m.p = e.p
    JOIN pegawai_pegawai n ON n.id = e.penilai_id
    LEFT JOIN pegawai_penempatan t ON t.pegawai_id = e.penilai_id AND t.kepala AND t.jenis = 'definitif'
    LEFT JOIN penilaian_capaianorganisasi l ON l.unit_id = t.unit_id AND l.siklus_id = s.id AND l.periode_id IS NULL
    CROSS JOIN LATERAL (SELECT CASE WHEN e.tokoh IS NULL AND e.atasan_penilai_id <> e.pegawai_id
        AND n.jenis <> 'pejabat_negara' AND pg_temp.dadu(e.acak, 61, 40) = 0 THEN 'terlambat' ELSE 'normal' END
        AS jalur) j
    WHERE e.tahun = %(tahun)s - 1 AND e.nomor = 4) x;
UPDATE demo_tahunan SET jawab = 'diterima' WHERE jawab IS NULL;
ALTER TABLE demo_tahunan ADD keberatan text, ADD ajukan timestamptz, ADD putus timestamptz;
UPDATE demo_tahunan t SET keberatan = (ARRAY['dikuatkan', 'diubah', 'dicabut'])[1 + k.n %% 3],
    ajukan = t.jawab_pada + interval '1 day', putus = t.jawab_pada + interval '6 days',
    lapor = CASE k.n %% 3 WHEN 2 THEN t.jawab_pada + interval '3 days' ELSE t.jawab_pada + interval '7 days' END
FROM (SELECT id, row_number() OVER (ORDER BY predikat DESC, id) AS n FROM demo_tahunan
    WHERE tokoh IS NULL AND rinci AND NOT kepala AND jalur = 'normal' AND jawab IN ('diterima', 'ditolak')
        AND predikat > 1 AND atasan_penilai_id NOT IN (pegawai_id, penilai_id) AND akhir < now()) k
WHERE k.id = t.id AND k.n <= 12;
CREATE UNIQUE INDEX ON demo_tahunan (id);
ANALYZE demo_tahunan
"""

# Sari has a result to sign or refuse, Nurul signed hers and may still object; three of Budi's team: an objection
# he has explained, one he has not, and one result that waits for his superior because he was late.
SUSULAN = """
ALTER TABLE demo_tahunan ADD susulan text;
WITH dapat AS (
    SELECT t.*, row_number() OVER (PARTITION BY t.tokoh IS NULL ORDER BY t.penilai_id = a.id DESC, t.predikat > 1
        DESC, t.id) AS n
    FROM demo_tahunan t LEFT JOIN (SELECT id FROM demo_orang WHERE tokoh = 'atasan') a ON true
    WHERE t.rinci AND NOT t.kepala AND t.jalur = 'normal' AND t.keberatan IS NULL
        AND t.atasan_penilai_id NOT IN (t.pegawai_id, t.penilai_id)
), pilih AS (
    SELECT id, CASE WHEN tokoh = 'rekan' THEN 'disampaikan' WHEN tokoh = 'pengelola_opd' THEN 'diterima'
        WHEN tokoh IS NULL THEN (ARRAY['dijelaskan', 'menunggu', 'diajukan'])[n] END AS peran FROM dapat
)
UPDATE demo_tahunan t SET susulan = p.peran, lapor = NULL, akhir = NULL, jawab = j.jawab,
    jalur = CASE p.peran WHEN 'menunggu' THEN 'terlambat' ELSE 'normal' END, h = j.h, p = j.p, predikat = j.predikat,
    tanda = w.tanda, sampai = w.sampai, jawab_pada = w.jawab, ajukan = w.ajukan
FROM pilih p
JOIN (VALUES ('disampaikan', 3, 1, NULL, NULL), ('diterima', 8, 6, 2, NULL), ('dijelaskan', 15, 12, 7, 4),
    ('diajukan', 12, 9, 6, 1), ('menunggu', NULL, NULL, NULL, NULL)) v(peran, tanda, sampai, jawab, ajukan)
    ON v.peran = p.peran
JOIN demo_tahunan d ON d.id = p.id
CROSS JOIN LATERAL (SELECT v.peran = 'menunggu' AS kosong) k
CROSS JOIN LATERAL (SELECT CASE v.peran WHEN 'diterima' THEN 'diterima' WHEN 'dijelaskan' THEN 'ditolak'
    WHEN 'diajukan' THEN 'ditolak' END AS jawab, CASE WHEN NOT k.kosong THEN d.h END AS h,
    CASE WHEN NOT k.kosong THEN d.p END AS p, CASE WHEN NOT k.kosong THEN d.predikat END AS predikat) j
CROSS JOIN LATERAL (SELECT pg_temp.belakangan(%(hari_ini)s, v.tanda) AS tanda,
    pg_temp.belakangan(%(hari_ini)s, v.sampai) AS sampai, pg_temp.belakangan(%(hari_ini)s, v.jawab) AS jawab,
    pg_temp.belakangan(%(hari_ini)s, v.ajukan) AS ajukan) w
WHERE t.id = p.id
"""

SIMPAN = """
INSERT INTO penilaian_evaluasitahunan (id, siklus_id, skp_id, pegawai_id, unit_id, penilai_id, atasan_penilai_id,
    status, jalur, rating_hasil, rating_perilaku, predikat, catatan, tanggapan, capaian_organisasi, final,
    ditandatangani_pada, ditandatangani_oleh_id, disampaikan_pada, ditanggapi_pada, dilaporkan_pada, dibuat_pada)
SELECT id, siklus_id, skp_id, pegawai_id, unit_id, penilai_id, nullif(atasan_penilai_id, pegawai_id),
    CASE WHEN susulan IS NULL THEN 'selesai' WHEN susulan = 'menunggu' THEN 'menunggu_atasan'
        WHEN susulan IN ('dijelaskan', 'diajukan') THEN 'keberatan' ELSE susulan END, jalur, h, p, predikat,
    CASE WHEN susulan IS NOT NULL AND predikat IS NOT NULL
        THEN 'Evaluasi susulan: disampaikan setelah pegawai kembali dari penugasan di luar daerah. ' ELSE '' END
    || CASE WHEN rinci AND predikat IS NOT NULL THEN pg_temp.kalimat('predikat' || predikat, acak) ELSE '' END,
    CASE WHEN jawab = 'ditolak' THEN 'Saya belum sependapat dengan rating hasil kerja; bukti triwulan IV belum '
        'dihitung.' ELSE '' END,
    CASE WHEN predikat IS NOT NULL THEN label END, kepala OR jalur = 'terlambat', tanda,
    CASE WHEN tanda IS NULL THEN NULL WHEN jalur = 'terlambat' THEN atasan_penilai_id ELSE penilai_id END, sampai,
    CASE WHEN jawab <> 'tanpa_tanggapan' THEN jawab_pada END, lapor, pg_temp.wib(make_date(%(tahun)s - 1, 12, 28), 0.1)
FROM demo_tahunan
"""

RIWAYAT = """
INSERT INTO penilaian_riwayattahunan (objek_id, aksi, dari, ke, oleh_id, pada)
SELECT t.id, l.aksi, l.dari, l.ke, l.oleh, l.pada FROM demo_tahunan t
CROSS JOIN LATERAL (SELECT CASE WHEN t.keberatan IN ('dikuatkan', 'diubah') THEN 'diputus'
    WHEN t.keberatan = 'dicabut' THEN 'diterima' ELSE t.jawab END AS akhirnya) u
CROSS JOIN LATERAL (VALUES
    (1, 'lewat_waktu', 'terbuka', 'menunggu_atasan', NULL, pg_temp.wib(make_date(%(tahun)s, 2, 1), 0.1),
        t.jalur = 'terlambat'),
    (2, 'ambil_alih', 'menunggu_atasan', 'ditandatangani', t.atasan_penilai_id, t.tanda,
        t.jalur = 'terlambat' AND t.tanda IS NOT NULL),
    (3, 'tandatangani', 'terbuka', 'ditandatangani', t.penilai_id, t.tanda, t.jalur = 'normal'),
    (4, 'sampaikan', 'ditandatangani', 'disampaikan',
        CASE t.jalur WHEN 'terlambat' THEN t.atasan_penilai_id ELSE t.penilai_id END, t.sampai,
        t.sampai IS NOT NULL),
    (5, 'terima', 'disampaikan', 'diterima', t.pegawai_id, t.jawab_pada, t.jawab = 'diterima'),
    (6, 'tolak', 'disampaikan', 'ditolak', t.pegawai_id, t.jawab_pada, t.jawab = 'ditolak'),
    (7, 'lewati_tanggapan', 'disampaikan', 'tanpa_tanggapan', NULL, t.lapor, t.jawab = 'tanpa_tanggapan'),
    (8, 'ajukan_keberatan', t.jawab, 'keberatan', t.pegawai_id, t.ajukan, t.ajukan IS NOT NULL),
    (9, 'cabut_keberatan', 'keberatan', 'disampaikan', t.pegawai_id, t.ajukan + interval '1 day',
        t.keberatan = 'dicabut'),
    (10, 'terima', 'disampaikan', 'diterima', t.pegawai_id, t.ajukan + interval '1 day', t.keberatan = 'dicabut'),
    (11, 'putus_keberatan', 'keberatan', 'diputus', t.atasan_penilai_id, t.putus,
        t.keberatan IN ('dikuatkan', 'diubah')),
    (12, 'laporkan', u.akhirnya, u.akhirnya, NULL, t.lapor, t.susulan IS NULL),
    (13, 'selesaikan', u.akhirnya, 'selesai', NULL, t.akhir, t.susulan IS NULL)
) AS l (urut, aksi, dari, ke, oleh, pada, ada)
WHERE l.ada AND (t.rinci OR %(riwayat)s)
ORDER BY t.id, l.urut
"""

# The snapshot (penilaian.aturan.rekaman_tahunan) where details are kept: the fourth quarter counts from the
# beginning of the plan, so its snapshot holds the year's numbers.
REKAMAN = """
CREATE TEMP TABLE demo_aspek ON COMMIT DROP AS
SELECT DISTINCT ON (r.skp_id, k.uraian) r.skp_id, k.uraian, initcap(k.aspek) AS aspek,
    initcap(replace(k.perspektif, '_', ' ')) AS perspektif
FROM sasaran_rencanahasilkerja r JOIN sasaran_indikatorkinerjaindividu k ON k.rhk_id = r.id
WHERE r.skp_id IN (SELECT skp_id FROM demo_tahunan WHERE rinci)
ORDER BY r.skp_id, k.uraian, k.id;
CREATE UNIQUE INDEX ON demo_aspek (skp_id, uraian);
ANALYZE demo_aspek;
UPDATE penilaian_evaluasitahunan e SET rekaman = jsonb_build_object(
    'tahun', %(tahun)s - 1, 'mulai', make_date(%(tahun)s - 1, 1, 1), 'selesai', make_date(%(tahun)s - 1, 12, 31),
    'instansi', (SELECT nama FROM pegawai_unitkerja WHERE depth = 1 ORDER BY path LIMIT 1),
    'pendekatan', k.pendekatan, 'formulir', CASE WHEN k.pendekatan = 'kualitatif' THEN 'C.1.1'
        WHEN (SELECT z.pimpinan FROM demo_skp z WHERE z.id = d.skp_id) THEN 'C.1.2' ELSE 'C.1.3' END,
    'pegawai', o.isi, 'penilai', n.isi, 'atasan_penilai', a.isi,
    'penanda_tangan', CASE e.jalur WHEN 'terlambat' THEN 'atasan' ELSE 'penilai' END,
    'ditandatangani_pada', e.ditandatangani_pada,
    'capaian', jsonb_build_object('nilai', e.capaian_organisasi, 'unit', n.isi->>'unit', 'dasar', ''),
    'skp', jsonb_build_array(jsonb_build_object('id', e.skp_id, 'jabatan', o.isi->>'jabatan', 'unit', o.isi->>'unit',
        'penilai', n.isi->>'nama', 'mulai', k.mulai, 'selesai', k.selesai)),
    'hasil', coalesce(h.hasil, '[]'), 'perilaku', coalesce(w.perilaku, '[]'), 'periode', coalesce(r.periode, '[]'),
    'saran_hasil', e.rating_hasil, 'saran_dari', 'panduan', 'saran_perilaku', e.rating_perilaku,
    'rating_hasil', e.rating_hasil, 'rating_perilaku', e.rating_perilaku, 'predikat', e.predikat,
    'alasan_hasil', q.rekaman->>'alasan_hasil', 'alasan_perilaku', '', 'catatan', e.catatan, 'final', e.final,
    'alasan_final', '', 'unit_dipimpin', NULL, 'distribusi', '{}'::jsonb,
    'umpan_balik', coalesce(q.rekaman->'umpan_balik', '{}'), 'rekan', '{}'::jsonb, 'versi', 1)
FROM demo_tahunan d
JOIN penilaian_evaluasiperiodik q ON q.id = d.evaluasi_id
JOIN sasaran_skp k ON k.id = d.skp_id
JOIN demo_identitas o ON o.id = d.pegawai_id
JOIN demo_identitas n ON n.id = d.penilai_id
LEFT JOIN demo_identitas a ON a.id = d.atasan_penilai_id AND a.id <> d.pegawai_id
CROSS JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('id', '', 'skp', d.skp_id, 'nama', x->>'nama',
        'jenis', x->>'jenis', 'pimpinan', '', 'penugasan_dari', '', 'rating', x->'rating', 'dasar', 'indikator',
        'alasan', '', 'umpan_balik', '[]'::jsonb, 'indikator', (SELECT jsonb_agg(jsonb_build_object(
            'nama', i->>'nama', 'aspek', coalesce(s.aspek, ''), 'target', i->>'target',
            'target_maks', i->>'target_maks', 'realisasi', i->>'realisasi',
            'arah', i->>'arah', 'satuan', i->>'satuan', 'diterima', false, 'perspektif', coalesce(s.perspektif, ''),
            'laporan', 4, 'bukti', 0)) FROM jsonb_array_elements(x->'indikator') AS i
            LEFT JOIN demo_aspek s ON s.skp_id = d.skp_id AND s.uraian = i->>'nama'))) AS hasil
    FROM jsonb_array_elements(coalesce(q.rekaman->'rhk', '[]')) AS x) h
CROSS JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('kode', v.key, 'rating', v.value,
        'ekspektasi', coalesce(q.rekaman->'ekspektasi'->>v.key, ''),
        'umpan_balik', '[]'::jsonb)) AS perilaku
    FROM jsonb_each(coalesce(q.rekaman->'nilai_perilaku', '{}')) AS v) w
LEFT JOIN (SELECT t.id, jsonb_agg(jsonb_build_object(
        'sebutan', 'Triwulan ' || (ARRAY['I', 'II', 'III', 'IV'])[p.nomor] || ' ' || %(tahun)s - 1,
        'pendek', p.nomor::text, 'rating_hasil', b.rating_hasil, 'rating_perilaku', b.rating_perilaku,
        'predikat', b.predikat, 'penilai', i.isi->>'nama') ORDER BY p.nomor) AS periode
    FROM demo_tahunan t JOIN penilaian_evaluasiperiodik b ON b.skp_id = t.skp_id AND b.predikat IS NOT NULL
    JOIN sasaran_periode p ON p.id = b.periode_id JOIN demo_identitas i ON i.id = t.penilai_id
    WHERE t.rinci GROUP BY t.id) r ON r.id = d.id
WHERE e.id = d.id AND d.rinci AND d.predikat IS NOT NULL
"""

# The head block of a person: name with titles, NIP, grade, post and unit.
IDENTITAS = """
CREATE TEMP TABLE demo_identitas ON COMMIT DROP AS
SELECT o.id, jsonb_build_object(
    'nama', trim(o.gelar_depan || ' ' || o.nama || CASE WHEN o.gelar_belakang <> '' THEN ', ' || o.gelar_belakang
        ELSE '' END),
    'nip', coalesce(o.nip, ''), 'pangkat', coalesce(%(pangkat)s::jsonb->>o.golongan,
        o.golongan), 'jabatan', coalesce(j.nama, ''), 'unit', coalesce(u.nama, ''))
    AS isi
FROM pegawai_pegawai o
LEFT JOIN pegawai_atasan a ON a.pegawai_id = o.id
LEFT JOIN pegawai_penempatan t ON t.id = a.penempatan_id
LEFT JOIN pegawai_jabatan j ON j.id = t.jabatan_id
LEFT JOIN pegawai_unitkerja u ON u.id = a.unit_id
WHERE o.id IN (SELECT unnest(ARRAY[pegawai_id, penilai_id, atasan_penilai_id]) FROM demo_tahunan WHERE rinci);
CREATE UNIQUE INDEX ON demo_identitas (id);
ANALYZE demo_identitas
"""
