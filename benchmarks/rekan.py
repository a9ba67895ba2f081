"""Asking colleagues for everybody, five each, beside a bare INSERT … SELECT of the same rows."""

import json
from uuid import UUID

from benchmarks.acuan_tabel import Sambungan, sisipkan
from benchmarks.hasil import Angka
from benchmarks.lingkungan import Lingkungan

KALI, NISBAH, MIB = 2, 5, 300
TABEL = ("penilaian_hasilrekan", "penilaian_tugasrekan")
DIMINTA = 5

# The period to ask in: the open one with most evaluations. What it has is put aside by deleting it: the data
# of a measurement are thrown away.
_PERIODE = """
SELECT p.id FROM sasaran_periode p JOIN penilaian_evaluasiperiodik e ON e.periode_id = p.id
WHERE p.status = 'terbuka' AND e.status <> 'terkunci' GROUP BY p.id ORDER BY count(*) DESC LIMIT 1
"""
_KEBIJAKAN = """
INSERT INTO penilaian_kebijakanrekan
    (berlaku, aktif, diminta, ambang, beban_maks, kolam_maks, coret_maks, hari_coret, dasar)
VALUES ('2022-01-02', true, %(diminta)s, %(diminta)s, 9, 60, 2, 2, 'Pengukuran')
ON CONFLICT (berlaku) DO UPDATE SET diminta = excluded.diminta RETURNING id
"""
_UNDIAN = """
INSERT INTO penilaian_undianrekan (periode_id, kebijakan_id, kuesioner_id, benih, coret_sampai, jawab_dari)
SELECT %(periode)s, %(kebijakan)s, k.id, repeat('b', 64), p.buka_evaluasi, p.buka_evaluasi + 1
FROM penilaian_kuesionerrekan k, sasaran_periode p WHERE p.id = %(periode)s ORDER BY k.versi LIMIT 1
"""


def ukur(lingkungan: Lingkungan, _pegawai: int) -> list[Angka]:
    """The calmest of some draws for everybody, and of the reference with its rows."""
    kami = []
    with lingkungan.sambung() as sambungan:
        baris = sambungan.execute(_PERIODE).fetchone()
        if baris is None:
            raise RuntimeError("no open period to ask in")
        periode: UUID = baris[0]
        for _ in range(KALI):
            _siapkan(sambungan, periode)
            sambungan.execute("CHECKPOINT")
            kami.append(json.loads(lingkungan.anak("anak_rekan", str(periode))))
        acuan = sum(sisipkan(sambungan, tabel, f"periode_id = '{periode}'") for tabel in TABEL)
    nama = f"Mengundi rekan kerja, {kami[0]['jumlah']} permintaan"
    rincian = {"semua": kami, "acuan": acuan}
    return [
        Angka(nama, "detik", min(k["detik"] for k in kami), acuan, NISBAH, "nisbah", rincian),
        Angka(f"{nama}: puncak memori proses", "MiB", max(k["kib"] for k in kami) / 1024, None, MIB),
    ]


def _siapkan(sambungan: Sambungan, periode: UUID) -> None:
    """Nobody is asked yet, five each from now on."""
    hapus = (
        "DELETE FROM penilaian_tugasrekan WHERE periode_id = %s",
        "DELETE FROM penilaian_hasilrekan WHERE periode_id = %s",
        "DELETE FROM penilaian_undianrekan WHERE periode_id = %s",
    )
    sambungan.execute("SET session_replication_role = replica")  # our own data: neither triggers nor keys
    for perintah in hapus:
        sambungan.execute(perintah, [periode])
    sambungan.execute("SET session_replication_role = DEFAULT")
    kebijakan = sambungan.execute(_KEBIJAKAN, {"diminta": DIMINTA}).fetchone()
    sambungan.execute(_UNDIAN, {"periode": periode, "kebijakan": kebijakan[0] if kebijakan else None})
    for tabel in TABEL:
        sambungan.execute(f"VACUUM (ANALYZE) {tabel}")
