"""SQL of training: sessions over two years, people in all states, what they learned elsewhere, what they need.

Everybody who has an assessor took part in the first training of the catalogue, so nobody's page is empty;
of the others a share that falls with `sebar`. Chance is that of sql_tahun.
"""

TABEL = [
    "pelatihan_peserta", "pelatihan_riwayatpeserta", "pelatihan_kehadiran", "pelatihan_tanggapanpelatihan",
    "pelatihan_pelatihanluar",
]  # fmt: skip

SIAPKAN = """
CREATE TEMP TABLE demo_sesi (
    id uuid, pelatihan_id uuid, ke int, kelompok int, banyak int, sebar int, jp int, mulai date, selesai date,
    status text, kursi int
) ON COMMIT DROP;
CREATE TEMP TABLE demo_belajar ON COMMIT DROP AS
SELECT o.id, o.acak, o.mulai, o.rinci, o.tokoh, a.penilai_id,
    row_number() OVER (ORDER BY (o.tokoh IS NULL), hashint4(o.acak), o.id) AS urut
FROM demo_orang o JOIN pegawai_atasan a ON a.pegawai_id = o.id AND a.penilai_id IS NOT NULL
WHERE o.jenis <> 'pejabat_negara' AND o.kedudukan IN ('01', '03', '15');
ANALYZE demo_belajar;
"""

# Past sessions: a person is in one group of a training, and in a training only by its share.
LAMPAU = """
INSERT INTO pelatihan_peserta (id, sesi_id, pegawai_id, status, diusulkan_oleh_id, diusulkan_pada, alasan,
    hasil_pada, jp, catatan_hasil, sudah_mengevaluasi)
SELECT md5(b.id::text || s.id)::uuid, s.id, b.id, h.status,
    CASE WHEN pg_temp.dadu(b.acak, 80 + s.ke, 2) = 0 THEN b.id ELSE b.penilai_id END,
    pg_temp.wib(s.mulai - 20 + pg_temp.dadu(b.acak, 81, 9), 9), '',
    CASE WHEN h.status <> 'tidak_hadir' THEN pg_temp.wib(s.selesai + 2, 10) END,
    CASE WHEN h.status = 'lulus' THEN s.jp END,
    CASE WHEN h.status = 'tidak_lulus' THEN 'Tugas akhir belum dikumpulkan.' ELSE '' END,
    h.status <> 'tidak_hadir' AND pg_temp.dadu(b.acak, 90 + s.ke, 3) > 0
FROM demo_belajar b
CROSS JOIN (SELECT DISTINCT ke, banyak, sebar FROM demo_sesi WHERE status = 'selesai') j
JOIN demo_sesi s ON s.status = 'selesai' AND s.ke = j.ke AND b.mulai <= s.mulai
   AND s.kelompok = pg_temp.dadu(b.acak, 60 + j.ke, j.banyak)
CROSS JOIN LATERAL (SELECT CASE WHEN s.ke = 0 OR b.tokoh IS NOT NULL THEN 'lulus'
    ELSE (ARRAY['lulus', 'lulus', 'lulus', 'lulus', 'lulus', 'lulus', 'lulus', 'lulus', 'tidak_lulus',
        'tidak_hadir'])[1 + pg_temp.dadu(b.acak, 100 + s.ke, 10)] END AS status) h
WHERE pg_temp.dadu(b.acak, 40 + j.ke, j.sebar) = 0 OR b.tokoh IS NOT NULL AND j.ke < 4
"""

# Sessions to come: the first seats are taken, the rest waits for a chair, for HR, for the supervisor.
DATANG = """
INSERT INTO pelatihan_peserta (id, sesi_id, pegawai_id, status, diusulkan_oleh_id, diusulkan_pada, alasan,
    menunggu_sejak)
SELECT md5(b.id::text || s.id)::uuid, s.id, b.id, h.status, b.id, h.pada,
    CASE WHEN pg_temp.dadu(b.acak, 121, 2) = 0 THEN 'Dibutuhkan untuk pekerjaan saya sekarang.' ELSE '' END,
    CASE WHEN h.status = 'daftar_tunggu' THEN h.pada + interval '1 day' END
FROM demo_sesi s JOIN demo_belajar b
    ON s.status IN ('pendaftaran', 'pendaftaran_ditutup', 'dibatalkan')
   AND (b.urut + s.ke * 7) %% (SELECT greatest(count(*), 60) FROM demo_belajar) < s.kursi + 14
CROSS JOIN LATERAL (SELECT ((b.urut + s.ke * 7) %% (SELECT greatest(count(*), 60) FROM demo_belajar))::int AS n) p
CROSS JOIN LATERAL (SELECT
    CASE WHEN s.status = 'dibatalkan' THEN 'dibatalkan'
         WHEN s.mulai <= %(hari_ini)s THEN CASE WHEN p.n < s.kursi THEN 'hadir' ELSE 'ditolak' END
         WHEN p.n < s.kursi - s.ke %% 3 THEN 'ditetapkan'
         WHEN p.n < s.kursi + 5 THEN CASE WHEN s.ke %% 3 = 0 THEN 'daftar_tunggu' ELSE 'disetujui_atasan' END
         WHEN p.n < s.kursi + 9 THEN 'diusulkan'
         WHEN p.n < s.kursi + 11 THEN 'mengundurkan_diri' ELSE 'ditolak' END AS status,
    now() - make_interval(hours => 30 + p.n * 5) AS pada) h
"""

RIWAYAT = """
INSERT INTO pelatihan_riwayatpeserta (objek_id, aksi, dari, ke, oleh_id, pada, catatan)
SELECT p.id, 'setujui', 'diusulkan', 'disetujui_atasan', b.penilai_id, p.diusulkan_pada + interval '5 hours', ''
FROM pelatihan_peserta p JOIN demo_belajar b ON b.id = p.pegawai_id
WHERE b.rinci AND p.status <> 'diusulkan';
INSERT INTO pelatihan_riwayatpeserta (objek_id, aksi, dari, ke, oleh_id, pada, catatan)
SELECT p.id, CASE p.status WHEN 'lulus' THEN 'luluskan' ELSE 'tidak_luluskan' END, 'hadir', p.status,
    (SELECT id FROM demo_orang WHERE tokoh = 'pengelola_instansi'), p.hasil_pada, p.catatan_hasil
FROM pelatihan_peserta p JOIN demo_belajar b ON b.id = p.pegawai_id
WHERE b.rinci AND p.status IN ('lulus', 'tidak_lulus')
"""

HADIR = """
INSERT INTO pelatihan_kehadiran (peserta_id, hari, bagian, cara, pada, dicatat_oleh_id, alasan)
SELECT p.id, d.hari::date, g.bagian, CASE WHEN m.manual THEN 'manual' ELSE 'qr' END,
    pg_temp.wib(d.hari::date, CASE g.bagian WHEN 'pagi' THEN 8.1 ELSE 13.2 END),
    CASE WHEN m.manual THEN (SELECT id FROM demo_orang WHERE tokoh = 'pengelola_instansi') ELSE p.pegawai_id END,
    CASE WHEN m.manual THEN 'Kamera ponsel rusak' ELSE '' END
FROM pelatihan_peserta p JOIN demo_sesi s ON s.id = p.sesi_id
JOIN demo_belajar b ON b.id = p.pegawai_id
CROSS JOIN LATERAL generate_series(s.mulai, least(s.selesai, s.mulai + 3, %(hari_ini)s::date), '1 day') AS d(hari)
CROSS JOIN (VALUES ('pagi'), ('siang')) AS g(bagian)
CROSS JOIN LATERAL (SELECT pg_temp.dadu(b.acak, 130 + s.ke, 20) = 0 AS manual) m
WHERE b.rinci AND p.status IN ('lulus', 'tidak_lulus', 'hadir') AND (s.selesai - s.mulai) < 4
"""

TANGGAPAN = """
INSERT INTO pelatihan_tanggapanpelatihan (id, sesi_id, materi, pengajar, sarana, manfaat, saran)
SELECT gen_random_uuid(), p.sesi_id, 3 + pg_temp.dadu(b.acak, 141, 2),
    2 + pg_temp.dadu(b.acak, 142, 3), 1 + pg_temp.dadu(b.acak, 143, 4), 3 + pg_temp.dadu(b.acak, 144, 2),
    CASE pg_temp.dadu(b.acak, 145, 9) WHEN 0 THEN 'Contohnya tolong dari pekerjaan sehari-hari.'
        WHEN 1 THEN 'Waktunya kurang, praktiknya ditambah.' WHEN 2 THEN 'Ruangannya panas setelah siang.'
        ELSE '' END
FROM pelatihan_peserta p JOIN demo_belajar b ON b.id = p.pegawai_id
WHERE b.rinci AND p.sudah_mengevaluasi ORDER BY random()
"""

LUAR = """
INSERT INTO pelatihan_pelatihanluar (id, pegawai_id, nama, jenis, penyelenggara, mulai, selesai, jp, nomor,
    berkas, nama_berkas, jenis_konten, sha256, status, catatan, diajukan_pada)
SELECT md5(b.id::text || 'luar')::uuid, b.id, l.nama, l.jenis, l.penyelenggara, l.hari, l.hari, l.jp,
    '800/' || 100 + pg_temp.dadu(b.acak, 152, 800) || '/' || extract(year FROM l.hari),
    %(berkas)s, 'sertifikat.pdf', 'application/pdf', %(sidik)s, h.status,
    CASE h.status WHEN 'dikembalikan' THEN 'JP pada sertifikat tidak terbaca. Unggah foto yang lebih jelas.'
        ELSE '' END,
    now() - make_interval(days => 3 + pg_temp.dadu(b.acak, 153, 20))
FROM demo_belajar b
CROSS JOIN LATERAL (SELECT
    (ARRAY['Kursus bahasa isyarat', 'Webinar layanan digital', 'Kelas menulis laporan'])[1 + k] AS nama,
    (ARRAY[11, 9, 11])[1 + k] AS jenis,
    (ARRAY['Balai Besar Pelatihan Sosial', 'Lembaga Administrasi Negara', 'Perpustakaan Nasional'])[1 + k]
        AS penyelenggara,
    (ARRAY[12, 3, 8])[1 + k] AS jp,
    greatest(make_date(%(tahun)s, 1, 5), %(hari_ini)s::date - 20 - pg_temp.dadu(b.acak, 151, 200)) AS hari
    FROM (SELECT pg_temp.dadu(b.acak, 150, 3) AS k) a) l
CROSS JOIN LATERAL (SELECT (ARRAY['diterima', 'diterima', 'diterima', 'diterima', 'diajukan', 'dikembalikan'])[
    1 + pg_temp.dadu(b.acak, 154, 6)] AS status) h
WHERE b.tokoh IS NOT NULL OR pg_temp.dadu(b.acak, 155, 12) = 0
"""

# What the plan of most people says: they want it. The needs of the employee of the cast wait for an answer.
KEBUTUHAN = """
UPDATE penilaian_kebutuhanpengembangan k SET status = 'direncanakan'
FROM demo_belajar b
WHERE b.id = k.pegawai_id AND b.tokoh IS NULL AND k.status = 'diusulkan' AND k.sumber = 'evaluasi'
  AND pg_temp.dadu(b.acak, 160, 3) > 0;
INSERT INTO penilaian_kebutuhanpengembangan (id, pegawai_id, topik, alasan, sumber, kunci, dibuat_oleh_id,
    status)
SELECT md5(b.id::text || 'usulan')::uuid, b.id, 'Analisis data dengan lembar kerja',
    'Laporan bulanan masih dihitung dengan tangan.', 'usulan', 'usulan:demo:' || b.id,
    CASE WHEN b.tokoh = 'pegawai' THEN b.penilai_id ELSE b.id END,
    CASE WHEN b.tokoh = 'pegawai' THEN 'diusulkan' ELSE 'direncanakan' END
FROM demo_belajar b WHERE b.tokoh IS NOT NULL OR pg_temp.dadu(b.acak, 161, 25) = 0
"""
