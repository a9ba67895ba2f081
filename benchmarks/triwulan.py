"""Opening a period for everybody, beside a bare INSERT … SELECT of the same rows into a table like it."""

import json
import time
from uuid import UUID

import psycopg

from benchmarks.hasil import Angka
from benchmarks.lingkungan import Lingkungan

KALI, NISBAH, MIB = 2, 3, 200
EVALUASI, ACUAN = "penilaian_evaluasiperiodik", "acuan_evaluasi"
KOLOM = "skp_id, periode_id, pegawai_id, unit_id, penilai_id, atasan_penilai_id"

_SISIPKAN = f"""
INSERT INTO {ACUAN} ({KOLOM})
SELECT s.id, %(periode)s, s.pegawai_id, s.unit_id, s.penilai_id, s.atasan_penilai_id
FROM sasaran_skp s WHERE s.siklus_id = %(siklus)s AND s.status = 'disetujui' AND s.penilai_id IS NOT NULL
"""  # noqa: S608 - names of ours
_PERIODE = """
INSERT INTO sasaran_periode (id, siklus_id, jenis, nomor, mulai, selesai, buka_evaluasi, batas_penilaian_diri,
    batas_penilaian, tutup_evaluasi, status)
SELECT gen_random_uuid(), id, 'bulanan', 12, make_date(tahun, 12, 1), make_date(tahun, 12, 31),
    make_date(tahun, 12, 20), make_date(tahun, 12, 28), make_date(tahun + 1, 1, 5), make_date(tahun + 1, 1, 10),
    'belum_dibuka'
FROM sasaran_siklus ORDER BY tahun DESC LIMIT 1 RETURNING id, siklus_id
"""
_BERSIHKAN = (
    "SET session_replication_role = replica",  # our own data: neither triggers nor foreign keys
    "DELETE FROM pemberitahuan_pesan m USING sasaran_periode p"
    " WHERE p.jenis = 'bulanan' AND m.kunci LIKE 'evaluasi_dibuka:' || p.id || ':%'",
    f"DELETE FROM {EVALUASI} e USING sasaran_periode p WHERE p.jenis = 'bulanan' AND e.periode_id = p.id",  # noqa: S608
    "DELETE FROM sasaran_riwayatperiode r USING sasaran_periode p WHERE p.jenis = 'bulanan' AND r.objek_id = p.id",
    "DELETE FROM sasaran_periode WHERE jenis = 'bulanan'",
    "SET session_replication_role = DEFAULT",
    f"VACUUM (ANALYZE) {EVALUASI}",
    "VACUUM (ANALYZE) pemberitahuan_pesan",
)


def ukur(lingkungan: Lingkungan, _pegawai: int) -> list[Angka]:
    """The calmest of some openings of a period made for this, and of the reference."""
    kami, acuan, baris = [], [], 0
    with lingkungan.sambung() as sambungan:
        _bersihkan(sambungan)
        _tabel_acuan(sambungan)
        for _ in range(KALI):
            periode, siklus = _periode(sambungan)
            detik, baris = _sisipkan(sambungan, periode, siklus)
            acuan.append(detik)
            sambungan.execute("CHECKPOINT")
            kami.append(json.loads(lingkungan.anak("anak_triwulan", str(periode))))
            _bersihkan(sambungan)
        sambungan.execute(f"DROP TABLE {ACUAN}")
    nama = f"Membuka periode, {kami[0]['jumlah']} evaluasi"
    rincian = {"semua": kami, "acuan": acuan, "baris_acuan": baris}
    buka, kabar = (min(k[apa] for k in kami) for apa in ("buka", "kabar"))
    return [
        Angka(nama, "detik", buka, min(acuan), NISBAH, "nisbah", rincian),
        Angka(f"Kabar kepada {kami[0]['pesan']} orang", "detik", kabar),
        Angka(f"{nama}: puncak memori proses", "MiB", max(k["kib"] for k in kami) / 1024, None, MIB),
    ]


Sambungan = psycopg.Connection[tuple]  # type: ignore[type-arg]


def _tabel_acuan(sambungan: Sambungan) -> None:
    """A table with the same columns, defaults, rows and indexes; without keys to others and checks."""
    sambungan.execute(f"DROP TABLE IF EXISTS {ACUAN}")
    sambungan.execute(f"CREATE TABLE {ACUAN} (LIKE {EVALUASI} INCLUDING DEFAULTS)")
    sambungan.execute(f"INSERT INTO {ACUAN} SELECT * FROM {EVALUASI}")  # noqa: S608 - names of ours
    indeks = sambungan.execute("SELECT indexdef FROM pg_indexes WHERE tablename = %s", [EVALUASI]).fetchall()
    for (definisi,) in indeks:
        awal, _, akhir = definisi.partition(f" ON public.{EVALUASI} ")
        unik = "UNIQUE " if awal.startswith("CREATE UNIQUE") else ""
        sambungan.execute(f"CREATE {unik}INDEX ON {ACUAN} {akhir}")
    sambungan.execute(f"VACUUM (ANALYZE) {ACUAN}")


def _periode(sambungan: Sambungan) -> tuple[UUID, int]:
    baris = sambungan.execute(_PERIODE).fetchone()
    if baris is None:
        raise RuntimeError("no year to make a period in")
    return baris[0], baris[1]


def _sisipkan(sambungan: Sambungan, periode: UUID, siklus: int) -> tuple[float, int]:
    """Seconds and rows of the reference, commit included; the rows go away again."""
    mulai = time.perf_counter()
    jumlah = sambungan.execute(_SISIPKAN, {"periode": periode, "siklus": siklus}).rowcount
    detik = time.perf_counter() - mulai
    sambungan.execute(f"DELETE FROM {ACUAN} WHERE periode_id = %s", [periode])  # noqa: S608 - names of ours
    sambungan.execute(f"VACUUM (ANALYZE) {ACUAN}")
    return detik, jumlah


def _bersihkan(sambungan: Sambungan) -> None:
    for perintah in _BERSIHKAN:
        sambungan.execute(perintah)
