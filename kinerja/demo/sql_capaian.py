"""SQL of the labels of units: mostly Baik, all set for what is over, some still waiting in the open quarter.

Chance is the hash of unit and period: the same unit always throws the same dice.
"""

_PUTUSAN = """
CREATE TEMP TABLE demo_capaian ON COMMIT DROP AS
SELECT c.id, c.kepala_id, c.penetap_id, c.sendiri, c.periode_id, d.n, d.m,
    CASE WHEN d.n < 70 THEN 2 WHEN d.n < 85 THEN 1 WHEN d.n < 96 THEN 3 WHEN d.n < 99 THEN 4 ELSE 5 END AS predikat,
    CASE WHEN coalesce(p.status, 'ditutup') = 'ditutup' OR d.m < 70 THEN 'ditetapkan'
         WHEN d.m < 85 THEN 'disiapkan' ELSE 'menunggu' END AS status,
    least(least(coalesce(p.buka_evaluasi + 2, make_date(s.tahun + 1, 1, 8)), %(hari_ini)s::date) + time '09:20'
        + make_interval(mins => d.m), now()::timestamp) AS disiapkan,
    least(least(coalesce(p.buka_evaluasi + 4, make_date(s.tahun + 1, 1, 12)), %(hari_ini)s::date) + time '10:05'
        + make_interval(mins => d.m * 3), now()::timestamp) AS ditetapkan,
    coalesce(p.nomor::text, 'tahun') || ' ' || s.tahun AS masa
FROM penilaian_capaianorganisasi c
JOIN pegawai_unitkerja u ON u.id = c.unit_id
JOIN sasaran_siklus s ON s.id = c.siklus_id
LEFT JOIN sasaran_periode p ON p.id = c.periode_id
CROSS JOIN LATERAL (SELECT (hashtext(u.path || s.tahun || coalesce(p.nomor, 9)) & 2147483647) %% 100 AS n,
    (hashtext(coalesce(p.nomor, 9) || u.path) & 2147483647) %% 100 AS m) d
"""

_UBAH = """
UPDATE penilaian_capaianorganisasi c SET
    status = d.status,
    usulan = CASE WHEN d.status <> 'menunggu' AND p.id IS NOT NULL AND NOT d.sendiri THEN d.predikat END,
    disiapkan_pada = CASE WHEN d.status <> 'menunggu' AND p.id IS NOT NULL AND NOT d.sendiri THEN d.disiapkan END,
    disiapkan_oleh_id = CASE WHEN d.status <> 'menunggu' AND NOT d.sendiri THEN p.id END,
    uraian = CASE WHEN d.status = 'menunggu' THEN '' ELSE t.teks END,
    rujukan = CASE WHEN d.status = 'menunggu' THEN ''
        WHEN d.sendiri THEN 'Hasil evaluasi SAKIP oleh Kementerian PANRB, surat nomor B/' || (100 + d.n) || '/AA.05'
        ELSE 'Laporan capaian perjanjian kinerja ' || d.masa END,
    predikat = CASE WHEN d.status = 'ditetapkan' THEN d.predikat END,
    ditetapkan_pada = CASE WHEN d.status = 'ditetapkan' THEN d.ditetapkan END,
    ditetapkan_oleh_id = CASE WHEN d.status = 'ditetapkan' THEN d.penetap_id END
FROM demo_capaian d
LEFT JOIN LATERAL (SELECT id FROM demo_orang WHERE tokoh = 'pengelola_instansi') p ON true
JOIN (VALUES (1, 'Seluruh rencana aksi selesai dan dua indikator melampaui target yang disepakati.'),
    (2, 'Rencana aksi berjalan sesuai jadwal dan target trajektori periode ini tercapai.'),
    (3, 'Satu rencana aksi bergeser ke periode berikutnya karena pengadaan terlambat.'),
    (4, 'Sebagian besar rencana aksi belum selesai; penyebabnya sudah dibahas dengan pimpinan.'),
    (5, 'Hampir semua rencana aksi belum ada kemajuan karena unit baru dibentuk kembali.')) t (p, teks)
    ON t.p = d.predikat
WHERE c.id = d.id AND (d.status <> 'disiapkan' OR p.id IS NOT NULL AND NOT d.sendiri)
"""

_INDIKATOR = """
INSERT INTO penilaian_indikatorcapaian (capaian_id, urutan, uraian, satuan, arah, target, realisasi)
SELECT c.id, i.urut, i.uraian, i.satuan, i.arah, i.target, round(i.target * (CASE i.arah WHEN 'turun'
    THEN 2 - f.kali ELSE f.kali END), 1)
FROM penilaian_capaianorganisasi c
CROSS JOIN LATERAL (SELECT CASE coalesce(c.predikat, c.usulan) WHEN 1 THEN 1.06 WHEN 2 THEN 1.0 WHEN 3 THEN 0.93
    WHEN 4 THEN 0.78 ELSE 0.6 END AS kali) f
CROSS JOIN (VALUES (1, 'Rencana aksi yang selesai tepat waktu', '%%', 'naik', 90.0),
    (2, 'Rata-rata waktu penyelesaian layanan', 'hari', 'turun', 3.0),
    (3, 'Serapan anggaran sesuai rencana kas', '%%', 'naik', 85.0)) i (urut, uraian, satuan, arah, target)
WHERE c.status <> 'menunggu' AND NOT c.sendiri
"""

_RIWAYAT = """
INSERT INTO penilaian_riwayatcapaian (objek_id, aksi, dari, ke, oleh_id, pada, catatan, usulan)
SELECT id, 'siapkan', 'menunggu', 'disiapkan', disiapkan_oleh_id, disiapkan_pada, '', usulan
FROM penilaian_capaianorganisasi WHERE disiapkan_pada IS NOT NULL;
INSERT INTO penilaian_riwayatcapaian (objek_id, aksi, dari, ke, oleh_id, pada, catatan, predikat)
SELECT id, 'tetapkan', CASE WHEN disiapkan_pada IS NULL THEN 'menunggu' ELSE 'disiapkan' END, 'ditetapkan',
    ditetapkan_oleh_id, ditetapkan_pada, '', predikat
FROM penilaian_capaianorganisasi WHERE status = 'ditetapkan'
"""

PERINTAH = (_PUTUSAN, _UBAH, _INDIKATOR, _RIWAYAT)
