"""Improvement plans in every state, two sanctions (one that the gate holds back) and angka kredit."""

from datetime import date
from typing import Any

from django.db import connection

from penghargaan.services.angka_kredit import hitung_tahun
from sasaran.models import Siklus

BANYAK = 60

# People with a low result, each once: those with an old one have had the time to live through a plan. On a day
# that has not come nothing is concluded: the rule in the database looks at the real one.
_PILIH = """
CREATE TEMP TABLE demo_rencana ON COMMIT DROP AS
WITH semua AS (
    SELECT e.* FROM penilaian_evaluasiperiodik e
    WHERE e.predikat >= 3 AND e.disampaikan_pada IS NOT NULL AND e.pegawai_id <> ALL(%(tokoh)s)
      AND e.penilai_id NOT IN (%(pengelola)s, %(pimpinan)s) AND e.atasan_penilai_id IS NOT NULL
), orang AS (
    SELECT pegawai_id, bool_or(penilai_id = %(atasan)s) AS tim,
        min(disampaikan_pada) < %(hari)s::date - 240 AND %(hari)s::date <= current_date + 1 AS lama
    FROM semua GROUP BY pegawai_id
), urut AS (
    SELECT *, row_number() OVER (PARTITION BY lama ORDER BY tim DESC, md5(pegawai_id::text))::int AS n FROM orang
), keadaan AS (
    SELECT *, CASE WHEN lama THEN (ARRAY['tidak_tercapai', 'berjalan', 'tercapai', 'draf', 'menunggu_simpulan',
            'diusulkan', 'berjalan'])[1 + (n - 1) %% 7]
        ELSE (ARRAY['berjalan', 'draf', 'diusulkan'])[1 + (n - 1) %% 3] END AS status
    FROM urut WHERE n <= %(banyak)s
), waktu AS (
    SELECT *, status IN ('tidak_tercapai', 'tercapai', 'menunggu_simpulan') AS awal FROM keadaan
)
SELECT gen_random_uuid() AS id, e.id AS evaluasi_id, w.pegawai_id, e.unit_id, e.penilai_id, e.atasan_penilai_id,
       e.predikat, w.n, w.status, CASE WHEN o.jenis IN ('pns', 'cpns') THEN 6 ELSE 3 END AS bulan,
       %(hari)s::date - CASE WHEN w.awal THEN 215 ELSE 45 END AS mulai
FROM waktu w
JOIN pegawai_pegawai o ON o.id = w.pegawai_id
CROSS JOIN LATERAL (
    SELECT s.* FROM semua s WHERE s.pegawai_id = w.pegawai_id
    ORDER BY CASE WHEN w.awal THEN s.disampaikan_pada END, s.disampaikan_pada DESC LIMIT 1
) e
"""
_RENCANA = """
INSERT INTO penghargaan_rencanaperbaikan (id, pegawai_id, unit_id, penilai_id, atasan_penilai_id, evaluasi_id,
    predikat, status, bulan, batas_susun, sebab, dukungan, belajar, mulai, selesai, disepakati_pada, bukti,
    simpulan_hari, disimpulkan_pada, disimpulkan_oleh_id, dibuat_pada)
SELECT d.id, d.pegawai_id, d.unit_id, d.penilai_id, d.atasan_penilai_id, d.evaluasi_id, d.predikat, d.status,
    d.bulan, CASE d.status WHEN 'draf' THEN %(hari)s::date + 9 ELSE d.mulai + 7 END,
    CASE WHEN d.status = 'draf' AND d.n %% 2 = 0 THEN '' ELSE k.sebab END,
    CASE WHEN d.status = 'draf' AND d.n %% 2 = 0 THEN '' ELSE k.dukungan END,
    CASE WHEN d.status = 'draf' AND d.n %% 2 = 0 THEN '' ELSE k.belajar END,
    CASE WHEN j.jalan THEN d.mulai END,
    CASE WHEN j.jalan THEN (d.mulai + make_interval(months => d.bulan))::date END,
    CASE WHEN j.jalan THEN d.mulai + time '10:15' END,
    CASE d.status WHEN 'tercapai' THEN 'Target dua triwulan berturut-turut terpenuhi; tunggakan berkas habis.'
        WHEN 'tidak_tercapai' THEN 'Sesudah didampingi, capaian tetap di bawah separuh target pada kedua triwulan.'
        ELSE '' END,
    CASE WHEN j.usai THEN s.hari END, CASE WHEN j.usai THEN s.hari + time '14:00' END,
    CASE WHEN j.usai THEN d.penilai_id END, (d.mulai - 6) + time '08:00'
FROM demo_rencana d
CROSS JOIN LATERAL (SELECT d.status IN ('berjalan', 'menunggu_simpulan', 'tercapai', 'tidak_tercapai') AS jalan,
    d.status IN ('tercapai', 'tidak_tercapai') AS usai) j
CROSS JOIN LATERAL (SELECT (d.mulai + make_interval(months => d.bulan))::date + 3 AS hari) s
JOIN (VALUES
    (0, 'Tugas baru tanpa serah terima; cara kerja aplikasi belum dikuasai.',
     'Pendampingan rekan yang berpengalaman dua kali sepekan dan akses ke aplikasi uji coba.',
     E'Pengolahan data dengan lembar kerja\\nPenyusunan laporan singkat'),
    (1, 'Beban menumpuk sejak dua rekan pindah; prioritas sering berganti.',
     'Daftar prioritas mingguan dari atasan dan pembagian ulang berkas.', 'Manajemen waktu'),
    (2, 'Jarak rumah dan jadwal lapangan membuat laporan sering terlambat.',
     'Penjadwalan ulang tugas lapangan dan gawai untuk melapor dari desa.', '')
) k(ke, sebab, dukungan, belajar) ON k.ke = d.n %% 3
"""
_TINDAKAN = """
INSERT INTO penghargaan_tindakanperbaikan (rencana_id, pihak, uraian, tenggat, status, penjelasan,
    ditandai_oleh_id, ditandai_pada)
SELECT d.id, t.pihak, t.uraian, d.mulai + t.hari,
    CASE WHEN d.status IN ('draf', 'diusulkan') OR d.mulai + t.hari > %(hari)s THEN 'belum' ELSE t.status END,
    CASE WHEN t.status = 'dijelaskan' AND d.status NOT IN ('draf', 'diusulkan') AND d.mulai + t.hari <= %(hari)s
        THEN t.penjelasan ELSE '' END,
    CASE WHEN d.status NOT IN ('draf', 'diusulkan') AND d.mulai + t.hari <= %(hari)s
        THEN CASE t.pihak WHEN 'atasan' THEN d.penilai_id ELSE d.pegawai_id END END,
    CASE WHEN d.status NOT IN ('draf', 'diusulkan') AND d.mulai + t.hari <= %(hari)s
        THEN d.mulai + t.hari + time '15:30' END
FROM demo_rencana d CROSS JOIN (VALUES
    ('pegawai', 'Menyelesaikan tunggakan berkas dan menandainya di papan tim', 90, 'selesai', ''),
    ('pegawai', 'Melapor kemajuan setiap Jumat', 60, 'selesai', ''),
    ('atasan', 'Menunjuk pendamping dan meluangkan satu jam setiap pekan', 30, 'selesai', ''),
    ('atasan', 'Mengusulkan pelatihan yang diminta', 75, 'dijelaskan',
     'Kelasnya penuh; diganti belajar mandiri bersama pendamping.')
) t(pihak, uraian, hari, status, penjelasan)
WHERE d.status <> 'draf' OR d.n %% 2 = 1
"""
_TINJAUAN = """
INSERT INTO penghargaan_tinjauanperbaikan (rencana_id, tanggal)
SELECT d.id, d.mulai + h + CASE extract(isodow FROM d.mulai + h) WHEN 6 THEN 2 WHEN 7 THEN 1 ELSE 0 END
FROM demo_rencana d, unnest(ARRAY[30, 75]) h
WHERE d.status <> 'draf' OR d.n %% 2 = 1
"""
_CATATAN = """
INSERT INTO penghargaan_catatantinjauan (tinjauan_id, pihak, isi, oleh_id, pada)
SELECT t.id, c.pihak, c.isi, CASE c.pihak WHEN 'atasan' THEN r.penilai_id ELSE r.pegawai_id END,
    t.tanggal + c.jam
FROM penghargaan_tinjauanperbaikan t
JOIN penghargaan_rencanaperbaikan r ON r.id = t.rencana_id AND r.mulai IS NOT NULL AND t.tanggal <= %(hari)s
CROSS JOIN (VALUES
    ('atasan', 'Tunggakan berkurang, cara kerja sudah runtut. Pendamping tetap dua kali sepekan.', time '10:30'),
    ('pegawai', 'Terbantu oleh pendamping. Masih perlu waktu untuk laporan bulanan.', time '13:10')
) c(pihak, isi, jam)
ORDER BY t.tanggal, t.id, c.pihak
"""
_RIWAYAT = """
INSERT INTO penghargaan_riwayatrencana (objek_id, aksi, dari, ke, oleh_id, pada, catatan)
SELECT d.id, r.aksi, r.dari, r.ke, r.oleh, r.pada, '' FROM demo_rencana d CROSS JOIN LATERAL (VALUES
    (1, 'usulkan', 'draf', 'diusulkan', d.penilai_id, d.mulai - 2 + time '09:00'),
    (2, 'sepakati', 'diusulkan', 'berjalan', d.pegawai_id, d.mulai + time '10:15'),
    (3, 'akhiri', 'berjalan', 'menunggu_simpulan', NULL::uuid,
     (d.mulai + make_interval(months => d.bulan))::date + 1 + time '00:20'),
    (4, CASE d.status WHEN 'tercapai' THEN 'capai' ELSE 'gagal' END, 'menunggu_simpulan', d.status, d.penilai_id,
     (d.mulai + make_interval(months => d.bulan))::date + 3 + time '14:00')
) r(ke_n, aksi, dari, ke, oleh, pada)
WHERE r.ke_n <= CASE d.status WHEN 'draf' THEN 0 WHEN 'diusulkan' THEN 1 WHEN 'berjalan' THEN 2
    WHEN 'menunggu_simpulan' THEN 3 ELSE 4 END
ORDER BY d.id, r.ke_n
"""
_KEBUTUHAN = """
INSERT INTO penilaian_kebutuhanpengembangan (pegawai_id, topik, alasan, sumber, kunci, evaluasi_id, dibuat_oleh_id)
SELECT r.pegawai_id, b.topik, r.sebab, 'rencana_perbaikan', 'rencana_perbaikan:' || r.id || ':' || b.ke,
    r.evaluasi_id, r.pegawai_id
FROM penghargaan_rencanaperbaikan r, regexp_split_to_table(r.belajar, E'\\n') WITH ORDINALITY b(topik, ke)
WHERE r.mulai IS NOT NULL AND b.topik <> ''
ON CONFLICT (kunci) DO NOTHING
"""
# One that the gate holds back while the plan is running, one lawful after it, one of discipline.
_SANKSI = """
INSERT INTO penghargaan_sanksi (pegawai_id, unit_id, penilai_id, atasan_penilai_id, dasar, status, rencana_id,
    evaluasi_id, jenis, alasan, disusun_oleh_id, dibuat_pada)
SELECT pegawai_id, unit_id, penilai_id, atasan_penilai_id, 'kinerja', 'draf', id, evaluasi_id,
    CASE bulan WHEN 6 THEN 'k2' ELSE 'k5' END, 'Capaian dua triwulan di bawah target.', penilai_id,
    %(hari)s::date - 4 + time '11:00'
FROM demo_rencana WHERE status = 'berjalan' ORDER BY n LIMIT 1
"""
_SAH = """
WITH satu AS (
    INSERT INTO penghargaan_sanksi (pegawai_id, unit_id, penilai_id, atasan_penilai_id, dasar, status, rencana_id,
        evaluasi_id, jenis, alasan, disusun_oleh_id, diperiksa_oleh_id, pemeriksaan_pada, hadir, berita_acara,
        tanggapan, tanggapan_pada, dibuat_pada)
    SELECT pegawai_id, unit_id, penilai_id, atasan_penilai_id, 'kinerja', 'diperiksa', id, evaluasi_id,
        CASE bulan WHEN 6 THEN 'k2' ELSE 'k5' END,
        'Masa perbaikan selesai, dukungan dijalankan, target tetap tidak tercapai.', penilai_id, %(pengelola)s,
        %(hari)s::date - 5 + time '09:00', true,
        'Ditanya tentang kendala yang tersisa, pegawai menjelaskan bahwa pekerjaan ini belum sesuai kemampuannya.',
        'Saya sudah berusaha dan bersedia ditempatkan pada pekerjaan yang lebih sesuai.',
        %(hari)s::date - 5 + time '11:00', %(hari)s::date - 24 + time '08:30'
    FROM demo_rencana WHERE status = 'tidak_tercapai' ORDER BY n LIMIT 1
    RETURNING id, disusun_oleh_id, diperiksa_oleh_id
), panggilan AS (
    INSERT INTO penghargaan_panggilansanksi (sanksi_id, ke, nomor, tanggal, waktu, tempat)
    SELECT id, 1, '800/214/BKPSDM', %(hari)s::date - 18, %(hari)s::date - 5 + time '09:00', 'Ruang rapat BKPSDM'
    FROM satu
)
INSERT INTO penghargaan_riwayatsanksi (objek_id, aksi, dari, ke, oleh_id, pada, catatan)
SELECT s.id, r.aksi, r.dari, r.ke, r.oleh, %(hari)s::date - r.hari + time '09:30', '' FROM satu s
CROSS JOIN LATERAL (VALUES
    ('usulkan', 'draf', 'diusulkan', s.disusun_oleh_id, 23),
    ('panggil', 'diusulkan', 'dipanggil', s.diperiksa_oleh_id, 18),
    ('periksa', 'dipanggil', 'diperiksa', s.diperiksa_oleh_id, 5)) r(aksi, dari, ke, oleh, hari)
ORDER BY r.hari DESC
"""
_AWAL = """
INSERT INTO penghargaan_angkakredit (pegawai_id, jenis, jenjang, nilai, selesai, keterangan)
SELECT a.pegawai_id, 'integrasi', a.jenjang,
    10 + ('x' || substr(md5(a.pegawai_id::text), 1, 4))::bit(16)::int %% 400 / 10.0, '2022-12-31', 'PAK integrasi 2022'
FROM penghargaan_angkakredit a JOIN pegawai_penempatan t ON t.pegawai_id = a.pegawai_id
    AND t.jenis = 'definitif' AND t.mulai <= '2022-12-31' AND t.selesai IS NULL
WHERE a.jenis = 'konversi' AND a.versi = 1
"""


def isi_tindak_lanjut(hari_ini: date, tokoh: dict[str, tuple[Any, Any]]) -> None:
    """Fill plans, cases and angka kredit for the cast `tokoh` (key → id, unit); needs last year's evaluations."""
    isian = {
        "hari": hari_ini,
        "banyak": BANYAK,
        "tokoh": [id_ for id_, _unit in tokoh.values()],
        "atasan": tokoh["atasan"][0],
        "pengelola": tokoh["pengelola_instansi"][0],
        "pimpinan": tokoh["pimpinan"][0],
    }
    with connection.cursor() as kursor:
        for perintah in (
            _PILIH, _RENCANA, _TINDAKAN, _TINJAUAN, _CATATAN, _RIWAYAT, _KEBUTUHAN, _SANKSI, _SAH,
        ):  # fmt: skip
            kursor.execute(perintah, isian)
    hitung_tahun(siklus=Siklus.objects.get(tahun=hari_ini.year - 1))
    with connection.cursor() as kursor:
        kursor.execute(_AWAL, {})
