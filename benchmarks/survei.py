"""An answer to the citizens' survey against the bare view that writes one row; the weight of the page."""

import re
import time
from statistics import median
from urllib.parse import urlencode

from benchmarks.halaman import KIB, _ambil, _berkas
from benchmarks.hasil import Angka
from benchmarks.klien import Klien
from benchmarks.lingkungan import Lingkungan

PUTARAN, PER_PUTARAN, PEMANASAN = 8, 20, 10
NISBAH, KIB_MAKS = 3, 30
MEMBACA = 4.5  # seconds; faster answers are asked to press once more
_SIAP = """
CREATE TABLE IF NOT EXISTS acuan_acuan
    (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, nomor varchar(18) UNIQUE, nama varchar(200),
     unit varchar(200), dibuat timestamptz);
DELETE FROM acuan_acuan WHERE nomor LIKE 'S%';
UPDATE layanan_kebijakansurvei SET poster_per_jam = 32000, poster_per_hari = 32000
"""


def ukur(lingkungan: Lingkungan, pegawai: int) -> list[Angka]:
    """p50 of the POST, and what a first visit fetches."""
    with lingkungan.sambung() as sambungan:
        for perintah in _SIAP.split(";"):
            sambungan.execute(perintah)
        baris = sambungan.execute("SELECT token FROM layanan_poster WHERE aktif ORDER BY token").fetchone()
    if baris is None:
        raise RuntimeError("no poster in the demo")
    alamat = f"/survei/{baris[0]}/"
    return bandingkan(
        lingkungan.web("kinerja.wsgi:application"),
        lingkungan.web("benchmarks.acuan.wsgi:application"),
        lingkungan.web("benchmarks.acuan.wsgi:application", ACUAN_RINGAN="1"),
        alamat,
    )


def bandingkan(port: int, port_acuan: int, port_ringan: int, alamat: str) -> list[Angka]:
    """The figures, from servers that run."""
    kami, acuan, ringan = Klien(port), Klien(port_acuan), Klien(port_ringan)
    isi = _jawaban(kami, alamat)
    time.sleep(MEMBACA)
    _putaran(kami, alamat, [isi] * PEMANASAN)
    for ke, klien in enumerate((acuan, ringan)):
        _putaran(klien, "/tulis/", _acuan(-1 - ke, PEMANASAN))
    putaran = [
        (
            _putaran(kami, alamat, [isi] * PER_PUTARAN),
            _putaran(acuan, "/tulis/", _acuan(2 * n, PER_PUTARAN)),
            _putaran(ringan, "/tulis/", _acuan(2 * n + 1, PER_PUTARAN)),
        )
        for n in range(PUTARAN)
    ]
    milik, mereka, tanpa = (min(median(p) for p in semua) for semua in zip(*putaran, strict=True))
    rincian = {"acuan_tanpa_middleware_p50": tanpa}
    return [
        Angka("Survei warga, kirim: p50", "ms", milik, mereka, NISBAH, "nisbah", rincian),
        Angka("Survei warga: kunjungan pertama", "KiB", _berat(port, alamat), None, KIB_MAKS),
    ]


def _jawaban(klien: Klien, alamat: str) -> str:
    dibuka = re.search(r'name="dibuka" value="([^"]+)"', _ambil(klien, alamat).teks)
    if dibuka is None:
        raise RuntimeError(f"{alamat} is no survey")
    return urlencode({f"u{n}": "3" for n in range(1, 10)} | {"dibuka": dibuka[1]})


def _acuan(putaran: int, banyak: int) -> list[str]:
    return [urlencode({"nomor": f"S{putaran + 9}-{n}", "nama": "Warga"}) for n in range(banyak)]


def _putaran(klien: Klien, alamat: str, isi: list[str]) -> list[float]:
    """Milliseconds of these forms, one after the other."""
    hasil = []
    for satu in isi:
        jawaban = klien.kirim(alamat, satu)
        if jawaban.status != 302:
            raise RuntimeError(f"{alamat}: {jawaban.status}")
        hasil.append(jawaban.detik * 1000)
    return hasil


def _berat(port: int, alamat: str) -> float:
    """Everything a browser fetches on the first visit, compressed, headers included."""
    klien = Klien(port, kompresi="gzip, br")
    halaman = _ambil(klien, alamat)
    byte = halaman.byte + sum(_ambil(klien, satu).byte for satu in _berkas(halaman.teks, alamat))
    klien.tutup()
    return byte / KIB
