"""Many employees with an approved SKP, written by SQL: what the tests of the cycle open and close."""

from datetime import date

from django.db import connection

from pegawai.models import Jabatan, UnitKerja
from sasaran.models import Siklus

PER_PENILAI = 25  # members of a team

_PEGAWAI = """
INSERT INTO pegawai_pegawai
    (nip, nama, nip_lama, gelar_depan, gelar_belakang, jenis, jenis_kelamin, tempat_lahir, kedudukan_hukum,
     golongan, pendidikan, agama, status_kawin, email, email_gov, nomor_hp, nik, npwp, alamat)
SELECT '198503122010' || lpad(i::text, 6, '0'), 'Pegawai ' || i, '', '', '', 'pns', 'P', '', '01',
       '', '', '', '', 'pegawai' || i || '@contoh.go.id', '', '', '', '', ''
FROM generate_series(1, %(banyak)s) i
"""
_PENEMPATAN = """
INSERT INTO pegawai_penempatan (pegawai_id, unit_id, jabatan_id, jenis, mulai)
SELECT id, %(unit)s, %(jabatan)s, 'definitif', '2020-01-01' FROM pegawai_pegawai
WHERE nama LIKE 'Pegawai %%'
"""
# Everybody is assessed by the first of the next team, whose number is not his own.
_SKP = """
WITH urut AS (
    SELECT o.id AS pegawai_id, t.id AS penempatan_id, row_number() OVER (ORDER BY o.nip) AS n
    FROM pegawai_pegawai o JOIN pegawai_penempatan t ON t.pegawai_id = o.id
    WHERE o.nama LIKE 'Pegawai %%'
)
INSERT INTO sasaran_skp
    (siklus_id, pegawai_id, penempatan_id, unit_id, penilai_id, atasan_penilai_id, mulai, selesai, status,
     diajukan_pada, disetujui_pada, disetujui_oleh_id)
SELECT %(siklus)s, u.pegawai_id, u.penempatan_id, %(unit)s, a.pegawai_id, u.pegawai_id,
       make_date(%(tahun)s, 1, 1), make_date(%(tahun)s, 12, 31), 'disetujui', now(), now(), a.pegawai_id
FROM urut u
JOIN urut a ON a.n = ((u.n - 1) / %(tim)s + 1) * %(tim)s %% %(banyak)s + 1
"""


def isi_massal(siklus: Siklus, banyak: int) -> UnitKerja:
    """`banyak` employees in one unit, in teams of PER_PENILAI, each with an approved SKP of the year."""
    unit = UnitKerja.objects.add_root(
        create_kwargs={"nama": "Pemerintah Kabupaten Uji", "jenis": "instansi", "dibuka": date(2017, 1, 1)}
    )
    jabatan = Jabatan.objects.create(nama="Pengadministrasi Perkantoran", jenis="pelaksana")
    isian = {
        "banyak": banyak,
        "unit": unit.pk,
        "jabatan": jabatan.pk,
        "siklus": siklus.pk,
        "tahun": siklus.tahun,
        "tim": PER_PENILAI,
    }
    with connection.cursor() as kursor:
        for perintah in (_PEGAWAI, _PENEMPATAN, _SKP):
            kursor.execute("ANALYZE pegawai_pegawai, pegawai_penempatan")  # else the next joins row by row
            kursor.execute("DISCARD PLANS")
            kursor.execute(perintah, isian)
    return unit
