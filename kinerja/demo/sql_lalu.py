"""SQL of the year before the finished one: its plans and yearly results only, taken over from another system.

They are what a policy over two years in a row looks at. Kept for the people whose details are kept. Runs after
`sql_tahun`, on its temporary tables.
"""

# Half of the people did as well as in the year after, so that some are good twice in a row.
TAHUNAN = """
CREATE TEMP TABLE demo_lalu ON COMMIT DROP AS
SELECT md5(s.id::text || 'tahunan')::uuid AS id, s.siklus_id, s.id AS skp_id, s.pegawai_id, s.unit_id, s.penilai_id,
    nullif(s.atasan_penilai_id, s.pegawai_id) AS atasan_penilai_id, l.h, l.p, m.predikat,
    n.jenis = 'pejabat_negara' AS kepala,
    pg_temp.wib(make_date(s.tahun + 1, 1, 6) + pg_temp.dadu(s.acak, 171, 12), 10.2) AS tanda
FROM demo_skp s
JOIN pegawai_pegawai n ON n.id = s.penilai_id
JOIN demo_slot l ON l.slot = (s.slot + 25 * (4 + s.tahun + CASE pg_temp.dadu(s.acak, 170, 2) WHEN 0 THEN 1 ELSE 0
    END)) %% 100
JOIN demo_kuadran m ON m.h = l.h AND m.p = l.p
WHERE s.tahun = %(tahun)s - 2 AND s.status = 'disetujui';
INSERT INTO penilaian_evaluasitahunan (id, siklus_id, skp_id, pegawai_id, unit_id, penilai_id, atasan_penilai_id,
    status, jalur, rating_hasil, rating_perilaku, predikat, catatan, capaian_organisasi, final, ditandatangani_pada,
    ditandatangani_oleh_id, disampaikan_pada, ditanggapi_pada, dilaporkan_pada, dibuat_pada)
SELECT id, siklus_id, skp_id, pegawai_id, unit_id, penilai_id, atasan_penilai_id, 'selesai', 'normal', h, p,
    predikat, 'Dipindahkan dari aplikasi sebelumnya; rinciannya ada pada dokumen tahun itu.', 2, kepala, tanda,
    penilai_id, tanda + interval '2 days', tanda + interval '5 days', tanda + interval '9 days',
    pg_temp.wib(make_date(%(tahun)s - 2, 12, 28), 0.1)
FROM demo_lalu;
INSERT INTO penilaian_riwayattahunan (objek_id, aksi, dari, ke, oleh_id, pada)
SELECT t.id, l.aksi, l.dari, l.ke, l.oleh, l.pada FROM demo_lalu t
CROSS JOIN LATERAL (VALUES
    (1, 'tandatangani', 'terbuka', 'ditandatangani', t.penilai_id, t.tanda),
    (2, 'sampaikan', 'ditandatangani', 'disampaikan', t.penilai_id, t.tanda + interval '2 days'),
    (3, 'terima', 'disampaikan', 'diterima', t.pegawai_id, t.tanda + interval '5 days'),
    (4, 'laporkan', 'diterima', 'diterima', NULL, t.tanda + interval '9 days'),
    (5, 'selesaikan', 'diterima', 'selesai', NULL, t.tanda + interval '32 days')
) AS l (urut, aksi, dari, ke, oleh, pada)
ORDER BY t.id, l.urut
"""
