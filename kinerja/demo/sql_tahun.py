"""SQL of the second half: plans, reports, feedback and evaluations of the two years.

Chance is `hashint4(acak + salt)`: the same person always throws the same dice. Times are in the zone WIB.
"""

TABEL = [
    "sasaran_skp", "sasaran_riwayatskp", "sasaran_rencanahasilkerja", "sasaran_indikatorkinerjaindividu",
    "sasaran_ekspektasikhusus", "pelaksanaan_laporan", "pelaksanaan_umpanbalik", "penilaian_evaluasiperiodik",
    "penilaian_riwayatevaluasi",
    "penilaian_penilaianindikator", "penilaian_penilaianhasil", "penilaian_penilaianperilaku",
]  # fmt: skip

SIAPKAN = """
CREATE TEMP TABLE demo_hasil (kunci text, urut int, jenis text, dukung int, uraian text) ON COMMIT DROP;
CREATE TEMP TABLE demo_indikator (
    kunci text, urut_hasil int, urut int, aspek text, uraian text, target numeric, target_maks numeric,
    satuan text,
    arah text, cara_hitung text, perspektif text) ON COMMIT DROP;
CREATE TEMP TABLE demo_slot (slot int, h int, p int) ON COMMIT DROP;
CREATE TEMP TABLE demo_kalimat (jenis text, ke int, isi text) ON COMMIT DROP;
CREATE FUNCTION pg_temp.dadu(acak int, garam int, sisi int) RETURNS int LANGUAGE sql IMMUTABLE
    RETURN (hashint4(acak # garam * 7919) & 2147483647) %% sisi;
CREATE FUNCTION pg_temp.wib(hari date, jam float) RETURNS timestamptz LANGUAGE sql STABLE
    RETURN (hari + make_interval(secs => jam * 3600)) AT TIME ZONE 'Asia/Jakarta';
-- The day itself or the Friday before it; not earlier than `awal`.
CREATE FUNCTION pg_temp.kerja(hari date, awal date) RETURNS date LANGUAGE sql IMMUTABLE
    RETURN greatest(awal, hari - greatest(0, extract(isodow FROM hari)::int - 5));
CREATE FUNCTION pg_temp.jam(awal timestamptz, akhir timestamptz, bagian float) RETURNS timestamptz
    LANGUAGE sql STABLE RETURN awal + (akhir - awal) * bagian;
-- A working day `mundur` days before this one, never in the future.
CREATE FUNCTION pg_temp.belakangan(hari date, mundur int) RETURNS timestamptz LANGUAGE sql STABLE RETURN CASE
    WHEN mundur IS NOT NULL THEN least(pg_temp.wib(pg_temp.kerja(hari - mundur, '2000-01-01'), 9.4 + mundur / 10.0),
        now() - interval '1 hour') END;
CREATE FUNCTION pg_temp.kalimat(j text, acak int) RETURNS text LANGUAGE sql STABLE RETURN (
    SELECT isi FROM demo_kalimat WHERE jenis = j AND ke = pg_temp.dadu(acak, 3, (
        SELECT count(*)::int FROM demo_kalimat WHERE jenis = j)));
-- What is reached in a quarter so that the indicator shows the rating: 1 better, 2 at the target, 3 worse.
CREATE FUNCTION pg_temp.capai(t numeric, maks numeric, arah text, cara text, satuan text, rating int, acak
    int)
    RETURNS numeric LANGUAGE sql IMMUTABLE RETURN (
    SELECT greatest(0, CASE
        WHEN rating = 2 OR rating = 1 AND (arah = 'tepat' OR arah = 'turun' AND t = 0)
            THEN CASE WHEN maks IS NULL THEN t ELSE round((t + maks) / 2) END
        WHEN (rating = 1) = (arah = 'naik') AND arah <> 'tepat' THEN least(
            greatest(round(t * (1 + f), d), t + u), CASE WHEN satuan = '%%' THEN greatest(100, t) END)
        ELSE least(round(t * (1 - f), d), t - u) END)
    FROM (SELECT power(10::numeric, -d) AS u, d, f FROM (SELECT
        CASE WHEN t = trunc(t) AND (cara = 'jumlah' OR t >= 30) THEN 0 ELSE 1 END AS d,
        (3 + pg_temp.dadu(acak, 5, 9)) / 100.0 AS f) a) b);
"""

# --- plans ------------------------------------------------------------------------------------------------
SKP = """
CREATE TEMP TABLE demo_skp ON COMMIT DROP AS
SELECT md5(o.id::text || s.tahun)::uuid AS id, s.id AS siklus_id, s.tahun, o.id AS pegawai_id,
    a.penempatan_id, a.unit_id, a.penilai_id, a.atasan_penilai_id, o.hasil, o.slot, o.acak, o.rinci, o.tokoh,
    j.jenis IN ('jpt_madya', 'jpt_pratama') OR t.kepala AND u.mandiri AS pimpinan,
    greatest(o.mulai, make_date(s.tahun, 1, 1)) AS mulai, make_date(s.tahun, 12, 31) AS selesai,
    CASE o.baru WHEN 1 THEN 'dikembalikan' WHEN 2 THEN 'draf' WHEN 4 THEN 'diajukan' ELSE 'disetujui' END
    AS status,
    least(pg_temp.wib(greatest(o.mulai, make_date(s.tahun, 1, 1)) + 4 + pg_temp.dadu(o.acak, 1, 9),
        8 + pg_temp.dadu(o.acak, 2, 700) / 100.0), now() - interval '3 hours') AS diajukan,
    least(pg_temp.wib(greatest(o.mulai, make_date(s.tahun, 1, 1)) + 14 + pg_temp.dadu(o.acak, 4, 14),
        8 + pg_temp.dadu(o.acak, 6, 700) / 100.0), now() - interval '1 hour') AS diputus
FROM demo_orang o
JOIN pegawai_atasan a ON a.pegawai_id = o.id AND a.penilai_id IS NOT NULL
JOIN pegawai_penempatan t ON t.id = a.penempatan_id
JOIN pegawai_jabatan j ON j.id = t.jabatan_id
JOIN pegawai_unitkerja u ON u.id = a.unit_id
JOIN sasaran_siklus s ON o.mulai <= make_date(s.tahun, 12, 31) AND (s.tahun >= %(tahun)s - 1 OR o.rinci)
WHERE o.jenis <> 'pejabat_negara' AND o.kedudukan IN ('01', '03', '15');
CREATE INDEX ON demo_skp (pegawai_id, tahun);
CREATE UNIQUE INDEX ON demo_skp (id);
ANALYZE demo_skp;
INSERT INTO sasaran_skp (
    id, siklus_id, pegawai_id, penempatan_id, unit_id, penilai_id, atasan_penilai_id, mulai, selesai, status,
    diajukan_pada, disetujui_pada, disetujui_oleh_id, catatan_penilai, dibuat_pada)
SELECT id, siklus_id, pegawai_id, penempatan_id, unit_id, penilai_id, atasan_penilai_id, mulai, selesai,
    status,
    CASE WHEN status <> 'draf' THEN diajukan END, CASE WHEN status = 'disetujui' THEN diputus END,
    CASE WHEN status = 'disetujui' THEN penilai_id END,
    CASE WHEN status = 'dikembalikan' THEN pg_temp.kalimat('kembali', acak) ELSE '' END,
    diajukan - interval '2 hours'
FROM demo_skp
"""

RIWAYAT_SKP = """
INSERT INTO sasaran_riwayatskp (objek_id, aksi, dari, ke, oleh_id, pada, catatan)
SELECT id, 'ajukan', 'draf', 'diajukan', pegawai_id, diajukan, '' FROM demo_skp WHERE status <> 'draf';
INSERT INTO sasaran_riwayatskp (objek_id, aksi, dari, ke, oleh_id, pada, catatan)
SELECT id, CASE status WHEN 'disetujui' THEN 'setujui' ELSE 'kembalikan' END, 'diajukan', status, penilai_id,
    diputus, CASE WHEN status = 'dikembalikan' THEN pg_temp.kalimat('kembali', acak) ELSE '' END
FROM demo_skp WHERE status IN ('disetujui', 'dikembalikan')
"""

# Results: all of the running year; of the year before only where details are kept. One in three leaves out
# what is "tambahan". A leader's acting duty is a result of his own (PermenPANRB 6/2022 Lampiran II.A.6.b).
RHK = """
CREATE TEMP TABLE demo_rhk ON COMMIT DROP AS
SELECT md5(s.id::text || h.urut)::uuid AS id, s.id AS skp_id, s.tahun, s.rinci, s.acak, h.kunci, h.urut,
    h.jenis,
    h.uraian, CASE WHEN p.id IS NOT NULL THEN md5(p.id::text || h.dukung)::uuid END AS mendukung_id
FROM demo_skp s JOIN demo_hasil h ON h.kunci = s.hasil
LEFT JOIN demo_skp p ON p.pegawai_id = s.penilai_id AND p.tahun = s.tahun AND (p.rinci OR p.tahun = %(tahun)s)
WHERE (s.rinci OR s.tahun = %(tahun)s)
  AND (h.jenis = 'utama' OR s.tokoh IS NOT NULL OR pg_temp.dadu(s.acak, 8, 3) > 0);
INSERT INTO demo_rhk
SELECT md5(s.id::text || 'plt')::uuid, s.id, s.tahun, s.rinci, s.acak, 'plt', 9, 'utama',
    'Terlaksananya tugas Plt. ' || j.nama, CASE WHEN p.id IS NOT NULL THEN md5(p.id::text || 1)::uuid END
FROM demo_skp s JOIN pegawai_penempatan t ON t.pegawai_id = s.pegawai_id AND t.jenis = 'plt'
JOIN pegawai_jabatan j ON j.id = t.jabatan_id
LEFT JOIN demo_skp p ON p.pegawai_id = s.penilai_id AND p.tahun = s.tahun
WHERE s.tahun = %(tahun)s;
CREATE INDEX ON demo_rhk (skp_id);
ANALYZE demo_rhk;
INSERT INTO sasaran_rencanahasilkerja (id, skp_id, urutan, jenis, uraian, mendukung_id)
SELECT id, skp_id, urut, jenis, uraian, mendukung_id FROM demo_rhk
"""

# What is added up has a target for the whole plan: that of a quarter for every three months of it.
INDIKATOR = """
INSERT INTO sasaran_indikatorkinerjaindividu (
    id, rhk_id, urutan, aspek, uraian, target, target_maks, satuan, arah, cara_hitung, perspektif)
SELECT md5(r.id::text || i.urut)::uuid, r.id, i.urut, i.aspek, i.uraian, round(i.target * k.kali, 1),
    round(i.target_maks * k.kali, 1), i.satuan, i.arah, i.cara_hitung,
    CASE WHEN s.pimpinan THEN coalesce(nullif(i.perspektif, ''), 'proses_bisnis') ELSE '' END
FROM demo_rhk r JOIN demo_skp s ON s.id = r.skp_id
JOIN demo_indikator i ON i.kunci = r.kunci AND (i.urut_hasil = r.urut OR r.kunci = 'plt')
CROSS JOIN LATERAL (SELECT CASE WHEN i.cara_hitung = 'jumlah'
    THEN (13 - extract(month FROM s.mulai)) / 3.0 ELSE 1 END AS kali) k
"""

# Special expectations of the leader for one or two values, given with the plan; one in four was put in other
# words at the end of May. The cast has them all.
EKSPEKTASI = """
CREATE TEMP TABLE demo_ekspektasi ON COMMIT DROP AS
SELECT s.id AS skp_id, v.nilai, pg_temp.kalimat('ekspektasi_' || v.nilai, s.acak + w.ke) AS isi,
    s.penilai_id AS oleh_id, w.pada
FROM demo_skp s
CROSS JOIN LATERAL (SELECT pg_temp.wib(make_date(s.tahun, 5, 28), 10.4) AS mei) m
CROSS JOIN LATERAL (VALUES (0, s.diputus, true), (3, s.diputus, pg_temp.dadu(s.acak, 33, 2) = 0),
    (0, m.mei, s.diputus < m.mei AND m.mei < now() AND pg_temp.dadu(s.acak, 34, 4) = 0)) AS w(ke, pada, ada)
CROSS JOIN LATERAL (SELECT (%(nilai)s::text[])[1 + (pg_temp.dadu(s.acak, 31, 7) + w.ke) %% 7] AS nilai) v
WHERE s.rinci AND s.status = 'disetujui' AND w.ada AND (s.tokoh IS NOT NULL OR pg_temp.dadu(s.acak, 32, 3) = 0);
UPDATE demo_ekspektasi e SET isi = 'Mulai Juni: ' || lower(left(e.isi, 1)) || substr(e.isi, 2)
FROM demo_ekspektasi d WHERE d.skp_id = e.skp_id AND d.nilai = e.nilai AND d.pada < e.pada;
CREATE INDEX ON demo_ekspektasi (skp_id);
CREATE INDEX ON demo_ekspektasi (skp_id);
ANALYZE demo_ekspektasi;
INSERT INTO sasaran_ekspektasikhusus (skp_id, nilai, isi, oleh_id, pada)
SELECT skp_id, nilai, isi, oleh_id, pada FROM demo_ekspektasi ORDER BY pada, skp_id, nilai
"""

# --- evaluations ------------------------------------------------------------------------------------------
EVALUASI = """
CREATE TEMP TABLE demo_evaluasi ON COMMIT DROP AS
SELECT md5(s.id::text || 'evaluasi' || p.nomor)::uuid AS id, s.id AS skp_id, p.id AS periode_id, s.tahun,
    p.nomor,
    s.pegawai_id, s.unit_id, s.penilai_id, s.atasan_penilai_id, s.rinci, s.acak, s.tokoh, l.h, l.p,
    p.mulai, p.selesai, p.buka_evaluasi AS dibuka, s.mulai AS skp_mulai,
    CASE WHEN p.status = 'terbuka' THEN CASE
            WHEN s.tokoh IS NOT NULL AND s.tokoh NOT IN ('rekan', 'atasan') OR d.n < 9 THEN 'terbuka'
            WHEN d.n < 14 OR s.tokoh IS NOT NULL THEN 'diajukan' WHEN d.n < 17 THEN 'disampaikan'
            ELSE 'diterima' END
        WHEN s.tahun < %(tahun)s OR s.tokoh IS NOT NULL OR d.n > 0 THEN 'diterima'
        WHEN pg_temp.dadu(s.acak, 13, 3) = 0 THEN 'terkunci' ELSE 'disampaikan' END AS status,
    pg_temp.jam(pg_temp.wib(p.buka_evaluasi, 8), least(pg_temp.wib(p.batas_penilaian_diri, 16), now()),
        pg_temp.dadu(s.acak, 14, 400) / 1000.0) AS diri,
    pg_temp.jam(pg_temp.wib(p.buka_evaluasi, 8), least(pg_temp.wib(p.batas_penilaian, 16), now()),
        0.45 + pg_temp.dadu(s.acak, 15, 250) / 1000.0) AS disampaikan,
    pg_temp.jam(pg_temp.wib(p.buka_evaluasi, 8), least(pg_temp.wib(p.tutup_evaluasi, 16), now()),
        0.72 + pg_temp.dadu(s.acak, 16, 250) / 1000.0) AS diterima
FROM demo_skp s
JOIN sasaran_periode p ON p.siklus_id = s.siklus_id AND p.status <> 'belum_dibuka' AND p.selesai >= s.mulai
JOIN demo_slot l ON l.slot = (s.slot + 25 * (p.nomor + s.tahun)) %% 100
CROSS JOIN LATERAL (SELECT pg_temp.dadu(s.acak, 20 + p.nomor, CASE WHEN p.status = 'terbuka' THEN 20 ELSE
    25 END)
    AS n) d
WHERE s.status = 'disetujui';
ANALYZE demo_evaluasi;
INSERT INTO penilaian_evaluasiperiodik (
    id, skp_id, periode_id, pegawai_id, unit_id, penilai_id, atasan_penilai_id, status, rating_hasil,
    rating_perilaku, predikat, catatan_diri, catatan_penilai, tanggapan, diajukan_pada, draf_pada,
    disampaikan_pada, diterima_pada, dibuat_pada)
SELECT e.id, e.skp_id, e.periode_id, e.pegawai_id, e.unit_id, e.penilai_id, e.atasan_penilai_id, e.status,
    CASE WHEN n.ada THEN e.h END, CASE WHEN n.ada THEN e.p END, CASE WHEN n.ada THEN m.predikat END,
    CASE WHEN e.rinci AND e.status <> 'terbuka' THEN pg_temp.kalimat('diri' || e.h, e.acak + e.nomor) ELSE
    '' END,
    CASE WHEN e.rinci AND n.ada THEN pg_temp.kalimat('predikat' || m.predikat, e.acak + e.nomor) ELSE '' END,
    CASE WHEN e.rinci AND e.status = 'diterima' AND pg_temp.dadu(e.acak, e.nomor, 5) = 0
         THEN pg_temp.kalimat('tanggapan', e.acak) ELSE '' END,
    CASE WHEN e.status NOT IN ('terbuka', 'terkunci') THEN e.diri END, CASE WHEN n.ada THEN e.disampaikan END,
    CASE WHEN n.ada THEN e.disampaikan END, CASE WHEN e.status = 'diterima' THEN e.diterima END,
    pg_temp.wib(e.dibuka, 0.1)
FROM demo_evaluasi e JOIN demo_kuadran m ON m.h = e.h AND m.p = e.p
CROSS JOIN LATERAL (SELECT e.status IN ('disampaikan', 'diterima') AS ada) n
"""

RIWAYAT_EVALUASI = """
INSERT INTO penilaian_riwayatevaluasi (objek_id, aksi, dari, ke, oleh_id, pada)
SELECT id, 'ajukan', 'terbuka', 'diajukan', pegawai_id, diri FROM demo_evaluasi
WHERE status NOT IN ('terbuka', 'terkunci') AND (rinci OR %(riwayat)s);
INSERT INTO penilaian_riwayatevaluasi (objek_id, aksi, dari, ke, oleh_id, pada)
SELECT id, 'sampaikan', 'diajukan', 'disampaikan', penilai_id, disampaikan FROM demo_evaluasi
WHERE status IN ('disampaikan', 'diterima') AND (rinci OR %(riwayat)s);
INSERT INTO penilaian_riwayatevaluasi (objek_id, aksi, dari, ke, oleh_id, pada)
SELECT id, 'terima', 'disampaikan', 'diterima', pegawai_id, diterima FROM demo_evaluasi
WHERE status = 'diterima' AND (rinci OR %(riwayat)s);
INSERT INTO penilaian_riwayatevaluasi (objek_id, aksi, dari, ke, oleh_id, pada)
SELECT e.id, 'kunci', 'terbuka', 'terkunci', NULL, p.ditutup_pada
FROM demo_evaluasi e JOIN sasaran_periode p ON p.id = e.periode_id
WHERE e.status = 'terkunci' AND (e.rinci OR %(riwayat)s)
"""

# --- details ----------------------------------------------------------------------------------------------
# The realisation is counted from the start of the plan, against the part of the target due by then
# (penilaian.aturan.target); `tambah` is what the quarter itself brought. What is added up and not yet handed
# in has got as far as the calendar.
NILAI = """
CREATE TEMP TABLE demo_nilai ON COMMIT DROP AS
SELECT y.*, CASE WHEN y.cara_hitung = 'jumlah'
    THEN y.realisasi - lag(y.realisasi, 1, 0) OVER (PARTITION BY y.indikator_id ORDER BY y.nomor)
    ELSE y.realisasi END AS tambah
FROM (SELECT x.*, CASE WHEN x.cara_hitung = 'jumlah'
        THEN max(x.capai) OVER (PARTITION BY x.indikator_id ORDER BY x.nomor) ELSE x.capai END AS realisasi
    FROM (SELECT e.id AS evaluasi_id, e.skp_id, e.status, e.tahun, e.nomor, e.mulai, e.selesai, e.acak,
            e.penilai_id, e.pegawai_id, e.tokoh, r.id AS rhk_id, r.uraian, r.urut, i.id AS indikator_id,
            i.urutan, i.target AS target_setahun, t.target, t.target_maks, i.arah, i.cara_hitung, g.rating,
            CASE WHEN k.berjalan < 1 THEN trunc(c.capai * k.berjalan) ELSE c.capai END AS capai,
            i.uraian AS uraian_indikator, i.satuan
        FROM demo_evaluasi e JOIN demo_rhk r ON r.skp_id = e.skp_id
        JOIN sasaran_indikatorkinerjaindividu i ON i.rhk_id = r.id
        CROSS JOIN LATERAL (SELECT CASE WHEN i.cara_hitung = 'jumlah'
            THEN (1 + extract(month FROM e.selesai) - extract(month FROM e.skp_mulai))
                / (13 - extract(month FROM e.skp_mulai)) ELSE 1 END AS bagian) b
        CROSS JOIN LATERAL (SELECT round(i.target * b.bagian, 3) AS target,
            round(i.target_maks * b.bagian, 3) AS target_maks) t
        CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM sasaran_indikatorkinerjaindividu k
            WHERE k.rhk_id = r.id AND k.arah <> 'tepat' AND (k.arah = 'naik' OR k.target > 0)) AS bisa) l
        CROSS JOIN LATERAL (SELECT CASE
            WHEN e.h = 3 THEN CASE r.jenis WHEN 'utama' THEN 3 ELSE 2 END
            WHEN e.h = 1 THEN CASE WHEN l.bisa AND r.urut < 3 THEN 1 ELSE 2 END
            WHEN r.urut > 2 AND l.bisa AND pg_temp.dadu(e.acak, 30 + e.nomor, 2) = 1 THEN 1
            ELSE 2 END AS rating) g
        CROSS JOIN LATERAL (SELECT pg_temp.capai(t.target, t.target_maks, i.arah, i.cara_hitung, i.satuan,
            g.rating, e.acak + e.nomor + r.urut) AS capai) c
        CROSS JOIN LATERAL (SELECT CASE WHEN e.status = 'terbuka' AND i.cara_hitung = 'jumlah'
            THEN least(1, (%(hari_ini)s::date - e.skp_mulai + 1)::numeric / (e.selesai - e.skp_mulai + 1))
            ELSE 1 END AS berjalan) k
        WHERE e.rinci) x) y;
ANALYZE demo_nilai
"""

# Reports: by month so that they add up to the quarter's realisation; one a quarter in the finished year.
LAPORAN = """
CREATE TEMP TABLE demo_laporan ON COMMIT DROP AS
SELECT md5(n.indikator_id::text || n.tahun || n.nomor || b.ke)::uuid AS id, n.skp_id, n.rhk_id,
    n.indikator_id,
    n.penilai_id, n.pegawai_id, n.rating, n.tahun, n.tokoh, n.acak + n.urut * 7 + n.nomor * 13 + b.ke +
    n.urutan * 101 AS acak,
    pg_temp.kerja(least(b.awal + 5 + pg_temp.dadu(n.acak, n.urutan * 400 + n.urut * 50 + n.nomor * 10 + b.ke,
    21), n.selesai, %(hari_ini)s::date), n.mulai)
        AS tanggal,
    CASE WHEN n.cara_hitung <> 'jumlah' THEN n.tambah
         WHEN b.ke < c.bulan THEN trunc(n.tambah / c.bulan)
         ELSE n.tambah - trunc(n.tambah / c.bulan) * (c.bulan - 1) END AS realisasi,
    n.uraian_indikator, n.satuan
FROM demo_nilai n
CROSS JOIN LATERAL (SELECT CASE WHEN n.tahun < %(tahun)s THEN 1
    ELSE (extract(month FROM least(n.selesai, %(hari_ini)s::date)) - extract(month FROM n.mulai))::int + 1 END
    AS bulan) c
CROSS JOIN LATERAL (SELECT ke, (n.mulai + make_interval(months =>
    CASE WHEN n.tahun < %(tahun)s THEN 2 ELSE ke - 1 END))::date AS awal FROM generate_series(1, c.bulan)
    ke) b
WHERE NOT (n.cara_hitung = 'jumlah' AND b.ke < c.bulan AND n.tambah BETWEEN 1 AND c.bulan - 1); -- nothing yet
INSERT INTO pelaksanaan_laporan (id, skp_id, indikator_id, tanggal, realisasi, uraian, dibuat_pada)
SELECT id, skp_id, indikator_id, tanggal, realisasi,
    replace(pg_temp.kalimat('laporan', acak), '{}',
        uraian_indikator || ': ' || replace(trim_scale(realisasi)::text, '.', ',') || ' ' || satuan),
    least(pg_temp.wib(tanggal, 10 + pg_temp.dadu(acak, 9, 600) / 100.0), now() - interval '5 minutes')
FROM demo_laporan
"""

UMPAN_BALIK = """
INSERT INTO pelaksanaan_umpanbalik (id, skp_id, laporan_id, pemberi_id, sifat, isi, dibuat_pada)
SELECT md5(l.id::text || 'umpan')::uuid, l.skp_id, l.id, l.penilai_id, s.sifat,
    pg_temp.kalimat('umpan_' || s.sifat, l.acak),
    least(pg_temp.wib(l.tanggal + pg_temp.dadu(l.acak, 16, 6), 16.1 + pg_temp.dadu(l.acak, 10, 90) / 100.0),
        now() - interval '2 minutes')
FROM demo_laporan l
CROSS JOIN LATERAL (SELECT CASE WHEN l.rating = 3 THEN 'perbaikan'
    WHEN l.rating = 1 OR pg_temp.dadu(l.acak, 11, 3) > 0 THEN 'positif' ELSE 'netral' END AS sifat) s
WHERE pg_temp.dadu(l.acak, 12, 6) < CASE WHEN l.tokoh = 'pegawai' THEN 3 ELSE 1 END;
INSERT INTO pelaksanaan_umpanbalik (id, skp_id, rhk_id, pemberi_id, sifat, isi, dibuat_pada)
SELECT DISTINCT ON (n.skp_id) md5(n.rhk_id::text || 'umpan')::uuid, n.skp_id, n.rhk_id, n.penilai_id,
    CASE n.rating WHEN 3 THEN 'perbaikan' ELSE 'positif' END,
    pg_temp.kalimat(CASE n.rating WHEN 3 THEN 'umpan_perbaikan' ELSE 'umpan_positif' END, n.acak),
    pg_temp.wib(n.mulai, 9.5 + pg_temp.dadu(n.acak, 17, 300) / 100.0)
FROM demo_nilai n WHERE n.nomor > 1 ORDER BY n.skp_id, n.nomor, n.urut;
INSERT INTO pelaksanaan_umpanbalik (id, skp_id, nilai_perilaku, pemberi_id, sifat, isi, dibuat_pada)
SELECT DISTINCT ON (e.skp_id) md5(e.id::text || 'perilaku')::uuid, e.skp_id,
    (%(nilai)s::text[])[1 + pg_temp.dadu(e.acak, 18, 7)], e.penilai_id,
    CASE e.p WHEN 3 THEN 'perbaikan' ELSE 'positif' END, pg_temp.kalimat('perilaku' || e.p, e.acak),
    least(pg_temp.wib(e.mulai + 30, 13.2), now() - interval '1 minute')
FROM demo_evaluasi e WHERE e.rinci AND pg_temp.dadu(e.acak, 19, 2) = 0 AND e.mulai + 30 <= %(hari_ini)s::date
ORDER BY e.skp_id, e.nomor DESC
"""

PENILAIAN = """
INSERT INTO penilaian_penilaianindikator (evaluasi_id, indikator_id, target, target_maks, realisasi,
    dari_laporan)
SELECT evaluasi_id, indikator_id, target, target_maks,
    CASE WHEN status NOT IN ('terbuka', 'terkunci') THEN realisasi END, realisasi
FROM demo_nilai;
INSERT INTO penilaian_penilaianhasil (evaluasi_id, rhk_id, uraian_diri, saran, rating)
SELECT DISTINCT ON (evaluasi_id, rhk_id) evaluasi_id, rhk_id,
    CASE WHEN status NOT IN ('terbuka', 'terkunci') THEN pg_temp.kalimat('hasil' || rating, acak + urut)
    ELSE '' END,
    CASE WHEN status NOT IN ('terbuka', 'terkunci') THEN rating END,
    CASE WHEN status IN ('disampaikan', 'diterima') THEN rating END
FROM demo_nilai ORDER BY evaluasi_id, rhk_id, urutan;
INSERT INTO penilaian_penilaianperilaku (evaluasi_id, nilai, uraian_diri, rating, catatan)
SELECT e.id, v.nilai,
    CASE WHEN e.status NOT IN ('terbuka', 'terkunci') AND v.ke = 1 THEN pg_temp.kalimat('perilaku_diri',
    e.acak)
         ELSE '' END,
    CASE WHEN e.status IN ('disampaikan', 'diterima') THEN g.rating END,
    CASE WHEN e.status IN ('disampaikan', 'diterima') AND g.rating = 3 THEN pg_temp.kalimat('perilaku3',
    e.acak)
         ELSE '' END
FROM demo_evaluasi e CROSS JOIN unnest(%(nilai)s::text[]) WITH ORDINALITY AS v(nilai, ke)
CROSS JOIN LATERAL (SELECT CASE
    WHEN e.p = 2 OR v.ke < 3 AND pg_temp.dadu(e.acak, 40 + v.ke::int, 4) = 0 THEN 2 ELSE e.p END AS rating) g
WHERE e.rinci
"""

# What the predikat was decided on, in the shape of penilaian.aturan.penjelasan.
REKAMAN = """
ANALYZE penilaian_penilaianperilaku, pelaksanaan_umpanbalik;
UPDATE penilaian_evaluasiperiodik e SET alasan_hasil = a.alasan, rekaman = jsonb_build_object(
    'tanggal', (e.disampaikan_pada AT TIME ZONE 'Asia/Jakarta')::date, 'rhk', h.rhk, 'nilai_perilaku',
    p.nilai,
    'ekspektasi', coalesce(k.isi, '{}'),
    'hasil', e.rating_hasil, 'perilaku', e.rating_perilaku, 'alasan_hasil', a.alasan,
    'alasan_perilaku', '', 'umpan_balik', coalesce(u.jumlah, '{}'), 'penilaian_diri', true)
FROM (SELECT evaluasi_id, jsonb_agg(jsonb_build_object('nama', uraian, 'jenis', jenis, 'rating', rating,
            'indikator', indikator) ORDER BY urut) AS rhk,
        count(*) FILTER (WHERE rating = 1) * 2 > count(*) AS di_atas,
        count(*) FILTER (WHERE rating = 3) * 2 > count(*) AS di_bawah
      FROM (SELECT n.evaluasi_id, n.rhk_id, n.uraian, r.jenis, n.urut, min(n.rating) AS rating,
                jsonb_agg(jsonb_build_object('nama', n.uraian_indikator, 'target', trim_scale(n.target)::text,
                    'target_maks', trim_scale(n.target_maks)::text,
                    'target_setahun', trim_scale(n.target_setahun)::text,
                    'dari_laporan', trim_scale(n.realisasi)::text, 'realisasi',
                    trim_scale(n.realisasi)::text,
                    'arah', n.arah, 'satuan', n.satuan, 'diterima', false) ORDER BY n.urutan) AS indikator
            FROM demo_nilai n JOIN demo_rhk r ON r.id = n.rhk_id
            WHERE n.status IN ('disampaikan', 'diterima')
            GROUP BY n.evaluasi_id, n.rhk_id, n.uraian, r.jenis, n.urut) x GROUP BY evaluasi_id) h
JOIN (SELECT evaluasi_id, jsonb_object_agg(nilai, rating) AS nilai FROM penilaian_penilaianperilaku
      GROUP BY evaluasi_id) p USING (evaluasi_id)
JOIN demo_evaluasi d ON d.id = evaluasi_id
LEFT JOIN (SELECT id, jsonb_object_agg(sifat, n) AS jumlah
      FROM (SELECT d.id, b.sifat, count(*) AS n FROM demo_evaluasi d JOIN pelaksanaan_umpanbalik b
            ON b.skp_id = d.skp_id AND b.dibuat_pada <= d.disampaikan GROUP BY d.id, b.sifat) x
      GROUP BY id) u ON u.id = d.id
CROSS JOIN LATERAL (SELECT jsonb_object_agg(x.nilai, x.isi) AS isi FROM (SELECT DISTINCT ON (nilai) nilai, isi
    FROM demo_ekspektasi WHERE skp_id = d.skp_id AND pada <= d.disampaikan ORDER BY nilai, pada DESC) x) k
CROSS JOIN LATERAL (SELECT CASE WHEN d.h = 1 AND NOT h.di_atas OR d.h = 3 AND NOT h.di_bawah
    THEN pg_temp.kalimat('alasan' || d.h, d.acak)
    ELSE '' END AS alasan) a
WHERE e.id = h.evaluasi_id
"""
