"""A government of so many employees in a database of its own, loaded by a few statements of SQL.

Units in four levels with a head each, everybody with one placement, an assessor and an account. Triggers and
keys rest while it is loaded and no row passes through Python, so that memory stays flat.
"""

from benchmarks.acuan_tabel import Sambungan

PER_UNIT = 33  # people of a unit
BIDANG, SEKSI = 12, 5  # units below one of the level above

_DEPAN = (
    "Muhammad Siti Ahmad Nur Sri Budi Agus Bambang Slamet Joko Eko Dwi Tri Wahyu Hendro Suryo Heru Sigit Teguh "
    "Aris Bayu Galih Danang Gunawan Anung Catur Bagas Adhi Krisna Satrio Arif Rahmat Didik Imam Fajar Rizky "
    "Ratna Endang Dewi Wahyuni Retno Dyah Ambar Rini Wulan Yuni Eka Novita Anisa Fitri Kartika Puspita Indah "
    "Tutik Umi Kusuma Nurul Laras Galuh Sekar Titik Erna Ika Diah Maya Mega Asep Dadan Ujang Cecep Yayan Iwan "
    "Deden Tatang Jajang Encep Maman Nandang Rudi Yusuf Rizal Hilman Gilang Irfan Taufik Wawan Neneng Euis Iis "
    "Lilis Imas Teti Cucu Nia Rina Yeni Elis Nunung Santi Tita Wiwin Yanti Mimin Rika Sinta Gina Parlindungan "
    "Togar Poltak Binsar Hotman Tiurma Rosmawati Andi Baso Daeng Made Wayan Ketut Nyoman Putu Gede Kadek "
    "Komang "
)
DEPAN = _DEPAN.split()
_BELAKANG = (
    "Santoso Wibowo Prasetyo Nugroho Hartono Susanto Setiawan Kurniawan Wijaya Utomo Prabowo Raharjo Suryanto "
    "Hidayat Sulistyo Purnomo Subagyo Wicaksono Kuncoro Handoko Sutrisno Mulyono Supriyadi Haryanto Saputro "
    "Budiman Pamungkas Pratama Anggoro Laksono Wulandari Lestari Rahayu Astuti Handayani Kusumawati Widyastuti "
    "Puspitasari Setyowati Susilowati Hidayati Purwaningsih Wijayanti Anggraini Maharani Pratiwi Nurhayati "
    "Utami Permatasari Oktaviani Rahmawati Yuliani Kurniasih Hapsari Saraswati Sutisna Suherman Permana "
    "Kosasih Kurnia Suryana Mulyana Ruhiyat Supriatna Somantri Hermawan Ramdani Nugraha Sopandi Firmansyah "
    "Nurjanah Rohayati Komalasari Sumiati Herawati Mulyani Siregar Nasution Harahap Lubis Sitorus Simanjuntak "
    "Hutapea Panjaitan Sinaga Situmorang Manurung Tambunan Pasaribu Simatupang Silalahi Hutabarat Napitupulu "
    "Sihombing Marpaung Ginting Sembiring Tarigan Rumambi Wowor Mandagi Tumbelaka Lontoh Pattiasina Latuheru "
    "Matulessy Manuputty Wanimbo Wenda Kogoya Rumbiak Mandosir Arimbawa Suardana Adnyana Sudiarta Mahendra "
    "Ardika Nurhaliza Zulkarnain "
)
BELAKANG = _BELAKANG.split()

_UNIT = """
INSERT INTO pegawai_unitkerja
    (path, depth, numchild, nama, singkatan, jenis, zona, hari_per_pekan, mandiri, dibuka)
WITH RECURSIVE semua AS (
    SELECT '0001' AS path, 1 AS depth, 'Pemerintah Daerah' AS nama
    UNION ALL
    SELECT s.path || lpad(n::text, 4, '0'), s.depth + 1,
        (ARRAY['Dinas ', 'Bidang ', 'Seksi '])[s.depth]
            || (ARRAY['Pendidikan', 'Kesehatan', 'Sosial', 'Perhubungan', 'Pertanian', 'Kebudayaan', 'Pariwisata',
                'Perindustrian', 'Perikanan', 'Kearsipan', 'Kependudukan', 'Pertanahan'])[1 + n %% 12] || ' ' || n
    FROM semua s,
        LATERAL generate_series(1, (ARRAY[%(dinas)s, %(bidang)s, %(seksi)s])[s.depth]) n
    WHERE s.depth < 4
)
SELECT path, depth, (ARRAY[%(dinas)s, %(bidang)s, %(seksi)s, 0])[depth], nama, '',
    (ARRAY['instansi', 'dinas', 'bidang', 'seksi'])[depth], 'WIB', 5, false, '2010-01-01'
FROM semua
"""
_JABATAN = """
INSERT INTO pegawai_jabatan (nama, jenis, jenjang, eselon)
SELECT 'Analis Urusan ' || n, 'fungsional', '', '' FROM generate_series(1, 300) n
"""
# One statement for each step, so that nothing is kept between them but these numbers.
_ORANG = r"""
CREATE TEMP TABLE unit_no AS
    SELECT row_number() OVER (ORDER BY path) - 1 AS no, id, path FROM pegawai_unitkerja;
CREATE UNIQUE INDEX ON unit_no (no);
CREATE UNIQUE INDEX ON unit_no (path);
CREATE TEMP TABLE jabatan_no AS SELECT row_number() OVER (ORDER BY id) - 1 AS no, id FROM pegawai_jabatan;
ANALYZE unit_no;
ANALYZE jabatan_no;
CREATE TEMP TABLE orang AS
    SELECT n, md5('orang' || n)::uuid AS id, md5('tempat' || n)::uuid AS penempatan,
        abs(hashint8(n)) AS acak, abs(hashint8(n + 7777777)) AS acak2, n %% (SELECT count(*) FROM unit_no) AS unit
    FROM generate_series(0, %(orang)s - 1) n;
CREATE UNIQUE INDEX ON orang (n);
ANALYZE orang;
INSERT INTO pegawai_pegawai (id, nip, nama, gelar_depan, gelar_belakang, jenis, jenis_kelamin, kedudukan_hukum,
    nip_lama, tempat_lahir, golongan, pendidikan, agama, status_kawin, email, email_gov, nomor_hp, nik, npwp, alamat)
SELECT id,
    to_char(date '1966-01-01' + n::int %% 12000, 'YYYYMMDD')
        || to_char(date '1995-01-01' + make_interval(months => n::int / 12000), 'YYYYMM') || 1 + acak %% 2 || '001',
    concat_ws(' ', (%(depan)s::text[])[1 + least(acak %% %(banyak_depan)s, acak2 %% (%(banyak_depan)s * 2))],
        CASE WHEN acak %% 3 = 0 THEN (%(belakang)s::text[])[1 + acak2 / 7 %% %(banyak_belakang)s] END,
        CASE WHEN acak %% 4 > 0 THEN (%(belakang)s::text[])[1 + acak / 1000 %% %(banyak_belakang)s]
            ELSE initcap(suku[1 + acak / 1000 %% 30] || suku[1 + acak / 37 %% 30] || suku[1 + acak2 %% 30]) END),
    CASE WHEN n %% 9 = 0 THEN 'Drs.' ELSE '' END, CASE WHEN n %% 2 = 0 THEN 'S.Sos.' ELSE '' END,
    CASE WHEN n %% 5 = 0 THEN 'pppk' ELSE 'pns' END, CASE WHEN acak %% 2 = 0 THEN 'L' ELSE 'P' END, '01',
    '', '', 'III/b', '', '', '', '', '', '', '', '', ''
FROM orang, (SELECT string_to_array('ba,ri,su,man,ta,ke,lo,pa,ra,di,wa,nu,si,la,mo,ha,gu,te,ni,ka,da,ru,yo,li,'
    'pu,ma,so,ti,ja,be', ',') AS suku) s;
INSERT INTO pegawai_penempatan (id, pegawai_id, unit_id, jabatan_id, jenis, kepala, mulai)
SELECT o.penempatan, o.id, u.id, j.id, 'definitif', o.n = o.unit, '2020-01-01'
FROM orang o JOIN unit_no u ON u.no = o.unit JOIN jabatan_no j ON j.no = o.acak %% 300;
INSERT INTO pegawai_atasan (pegawai_id, penempatan_id, unit_id, penilai_id, sumber)
SELECT o.id, o.penempatan, u.id, k.id, 'pohon'
FROM orang o JOIN unit_no u ON u.no = o.unit
    LEFT JOIN unit_no i ON i.path = left(u.path, -4) AND o.n = o.unit
    LEFT JOIN orang k ON k.n = CASE WHEN o.n = o.unit THEN i.no ELSE o.unit END;
INSERT INTO pegawai_tanpapenilai (pegawai_id) SELECT pegawai_id FROM pegawai_atasan WHERE penilai_id IS NULL;
INSERT INTO akses_akun (username, email, pegawai_id, password, is_superuser)
SELECT p.nip, '', p.id, '!', false FROM pegawai_pegawai p;
INSERT INTO akses_penugasanperan (pegawai_id, peran, unit_id, mulai, dasar)
SELECT o.id, t.peran, u.id, '2020-01-01', ''
FROM (VALUES (100, 'pengelola_instansi', NULL), (101, 'pengelola_opd', '00010002')) t (n, peran, path)
    JOIN orang o ON o.n = t.n LEFT JOIN unit_no u ON u.path = t.path;
UPDATE akses_akun SET is_staff = true, wajib_ganti_sandi = false
WHERE pegawai_id IN (SELECT pegawai_id FROM akses_penugasanperan);
INSERT INTO pegawai_katanama (kata)
SELECT DISTINCT k.kata FROM pegawai_pegawai p, LATERAL regexp_split_to_table(upper(p.nama), ' ') k (kata)
"""


def muat(sambungan: Sambungan, orang: int) -> None:
    """Fill an empty, migrated database with so many people."""
    isian = {
        "orang": orang,
        "dinas": max(2, orang // PER_UNIT // BIDANG // (SEKSI + 1)),
        "bidang": BIDANG,
        "seksi": SEKSI,
        "depan": DEPAN,
        "belakang": BELAKANG,
        "banyak_depan": len(DEPAN),
        "banyak_belakang": len(BELAKANG),
    }
    sambungan.execute("SET session_replication_role = replica")
    for perintah in (_UNIT, _JABATAN, *_ORANG.split(";\n")):
        sambungan.execute(perintah, isian)
    sambungan.execute("SET session_replication_role = DEFAULT")
    sambungan.execute("VACUUM ANALYZE")
    sambungan.execute("CHECKPOINT")
