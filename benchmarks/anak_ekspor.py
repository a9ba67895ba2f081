"""Child process: fills an empty database with people, then sends the exports nowhere. Prints seconds and memory."""

import json
import os
import sys
import time
from collections.abc import Iterable
from typing import Any

import django

os.environ |= {"DJANGO_SETTINGS_MODULE": "kinerja.settings", "LOG_LEVEL": "ERROR"}
django.setup()

from django.contrib import admin  # noqa: E402 - after setup
from django.db import connection  # noqa: E402
from django.test import RequestFactory  # noqa: E402

from akses.models import Akun  # noqa: E402
from inti.ekspor_alir import alir_salin, perintah_salin, tupel  # noqa: E402
from pegawai.ekspor_siasn import judul, salin_sql  # noqa: E402
from pegawai.models import Pegawai  # noqa: E402

KALI = 3
# Triggers and keys are asleep while the people are made: only what is read counts here.
ISI = (
    "SET session_replication_role = replica",
    """INSERT INTO pegawai_unitkerja (id, path, depth, numchild, nama, singkatan, kode, jenis, zona,
        hari_per_pekan, mandiri, dibuka)
    SELECT gen_random_uuid(), '0001' || CASE WHEN n = 0 THEN '' ELSE lpad(n::text, 4, '0') END,
        CASE WHEN n = 0 THEN 1 ELSE 2 END, 0, 'DINAS URUSAN ' || n, '', 'U' || n, 'dinas', 'WIB', 5,
        false, '2000-01-01'
    FROM generate_series(0, 400) n""",
    """INSERT INTO pegawai_jabatan (id, nama, kode, jenis, jenjang, eselon)
    SELECT gen_random_uuid(), 'PENGELOLA LAYANAN ' || n, 'J' || n, 'pelaksana', '', ''
    FROM generate_series(0, 99) n""",
    """INSERT INTO pegawai_pegawai (id, nip, pns_id, nip_lama, nama, gelar_depan, gelar_belakang, jenis,
        jenis_kelamin, tempat_lahir, tanggal_lahir, kedudukan_hukum, golongan, tmt_golongan, pendidikan, agama,
        status_kawin, email, email_gov, nomor_hp, nik, npwp, alamat, siasn, dibuat_pada, diubah_pada)
    SELECT gen_random_uuid(), (198001010000000000 + n)::text, 'A8ACA' || lpad(n::text, 27, '0'), '',
        (ARRAY['AGUS','SITI','BUDI','DEWI','NUR'])[n %% 5 + 1] || ' PEGAWAI ' || n, '', 'S.E.', 'pns',
        'L', 'BANDUNG', '1980-01-01', '01', 'III/d', '2020-04-01', 'S-1 ADMINISTRASI NEGARA', 'Islam', 'Menikah',
        'pegawai' || n || '@contoh.go.id', '', '0812' || lpad(n::text, 8, '0'), lpad(n::text, 16, '3'),
        lpad(n::text, 15, '0'), 'JL. MERDEKA NO. ' || n %% 200,
        '{"BPJS": "0000000000001", "KPKN ID": "A5EB03E23C", "MK BULAN": "3", "MK TAHUN": "12",
          "FLAG IKD": "false", "KPKN NAMA": "KPPN", "GOL AWAL ID": "31", "TEMPAT LAHIR ID": "3204",
          "JENIS PEGAWAI ID": "15", "LOKASI KERJA ID": "A5EB03E24213F6A0", "LOKASI KERJA NAMA": "Kab. Asri Mulya",
          "JENIS PEGAWAI NAMA": "PNS Daerah Kab./Kota yang bekerja pada Kab./Kota"}', now(), now()
    FROM generate_series(1, %(orang)s) n""",
    """INSERT INTO pegawai_penempatan (id, pegawai_id, unit_id, jabatan_id, jenis, kepala, mulai, dasar)
    SELECT gen_random_uuid(), p.id, u.id, j.id, 'definitif', false, '2022-01-01', ''
    FROM (SELECT id, right(nip, 7)::int AS n FROM pegawai_pegawai) p
    JOIN pegawai_unitkerja u ON u.kode = 'U' || p.n % 400 + 1
    JOIN pegawai_jabatan j ON j.kode = 'J' || p.n % 100""",
    """INSERT INTO pegawai_atasan (pegawai_id, penempatan_id, unit_id, sumber)
    SELECT pegawai_id, id, unit_id, 'pohon' FROM pegawai_penempatan""",
    "SET session_replication_role = DEFAULT",
)


def _isi(orang: int) -> None:
    with connection.cursor() as kursor:
        for perintah in ISI:
            kursor.execute(perintah, {"orang": orang} if "%(orang)s" in perintah else None)
        kursor.execute("VACUUM ANALYZE")


def _kib() -> int:
    with open("/proc/self/status") as status:
        return next(int(b.split()[1]) for b in status if b.startswith("VmRSS"))


def _baca(aliran: Iterable[Any]) -> tuple[float, int]:
    """Seconds, and how far the memory of the process grew beyond the first pieces."""
    mulai, awal, puncak = time.perf_counter(), 0, 0
    for ke, _potong in enumerate(aliran):
        if ke % 200 == 10:
            awal, puncak = awal or _kib(), max(puncak, _kib())
    return time.perf_counter() - mulai, puncak - awal


def _acuan() -> Iterable[Any]:
    with connection.cursor() as kursor, kursor.copy("COPY pegawai_pegawai TO STDOUT") as salin:
        yield from salin


def _daftar() -> Iterable[bytes]:
    """As the page of the people sends it to whoever may see all of it."""
    halaman: Any = admin.site._registry[Pegawai]
    permintaan: Any = RequestFactory().post("/")
    permintaan.user, permintaan.pegawai = Akun(is_superuser=True, is_staff=True, is_active=True), None
    kolom = halaman.kolom_ekspor(permintaan)
    semua = tupel(Pegawai.objects.order_by("nama", "id"), [isi for _judul, isi in kolom])
    return alir_salin([j for j, _isi in kolom], *perintah_salin(semua), lambda _n: None)


def _siasn() -> Iterable[bytes]:
    return alir_salin(judul(), *salin_sql(Pegawai.objects.all()), lambda _n: None)


def main() -> None:
    """The number of people is the only argument."""
    _isi(int(sys.argv[1]))
    detik: dict[str, list[float]] = {}
    kib = 0
    for _kali in range(KALI):
        for nama, aliran in {"acuan": _acuan, "daftar": _daftar, "siasn": _siasn}.items():
            lama, tambah = _baca(aliran())
            detik.setdefault(nama, []).append(lama)
            kib = max(kib, tambah)
    sys.stdout.write(json.dumps({"detik": detik, "kib": kib}))


if __name__ == "__main__":
    main()
