"""SQL of the first half: people, their seats and their accounts."""

TABEL = ["pegawai_pegawai", "pegawai_penempatan", "akses_akun"]

SIAPKAN = """
CREATE TEMP TABLE demo_orang (
    id uuid, nip text, nama text, depan text, belakang text, jenis text, kelamin text, tempat text, lahir
    date,
    kedudukan text, golongan text, tmt_golongan date, tmt_cpns date, tmt_pns date, pendidikan text, lulus int,
    agama text, kawin text, unit_id uuid, jabatan_id uuid, kepala bool, mulai date, hasil text, baru int,
    slot int,
    acak int, rinci bool, tokoh text, sapaan text
) ON COMMIT DROP
"""

PEGAWAI = """
INSERT INTO pegawai_pegawai (
    id, nip, nip_lama, nama, gelar_depan, gelar_belakang, jenis, jenis_kelamin, tempat_lahir, tanggal_lahir,
    kedudukan_hukum, golongan, tmt_golongan, tmt_cpns, tmt_pns, pendidikan, tahun_lulus, agama, status_kawin,
    email, email_gov, nomor_hp, nik, npwp, alamat, karpeg, pns_id)
SELECT id, nip, '', nama, depan, belakang, jenis, kelamin, tempat, lahir, kedudukan, coalesce(golongan, ''),
    tmt_golongan, tmt_cpns, tmt_pns, pendidikan, lulus, agama, kawin,
    coalesce(nip, 'bupati-' || left(id::text, 8)) || '@pegawai.example', '', '', '', '', '',
    CASE jenis WHEN 'pns' THEN 'P ' || lpad(mod(acak & 2147483647, 1000000)::text, 6, '0') ELSE '' END,
    CASE WHEN mod(acak & 2147483647, 40) > 0 THEN upper(md5(nip)) END  -- SIASN does not know everybody yet
FROM demo_orang
"""

PENEMPATAN = """
INSERT INTO pegawai_penempatan (id, pegawai_id, unit_id, jabatan_id, jenis, kepala, mulai, dasar)
SELECT md5(id::text || 'penempatan')::uuid, id, unit_id, jabatan_id, 'definitif', kepala, mulai,
    CASE WHEN kepala AND nip IS NOT NULL
         THEN '821.2/' || 100 + acak %% 800 || '/BKPSDM/' || extract(year FROM mulai) ELSE '' END
FROM demo_orang
"""

AKUN = """
INSERT INTO akses_akun (
    password, is_superuser, username, email, pegawai_id, wajib_ganti_sandi, bahasa, is_staff, is_active)
SELECT %(sandi)s, false, coalesce(nip, CASE tokoh WHEN 'bupati' THEN 'bupati' ELSE 'bupati-' ||
    left(id::text, 8) END),
    coalesce(nip, 'bupati-' || left(id::text, 8)) || '@pegawai.example', id, false, 'id',
    tokoh = ANY(%(staf)s) IS TRUE, kedudukan <> '02'
FROM demo_orang
"""
