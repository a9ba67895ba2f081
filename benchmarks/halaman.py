"""Pages at full size: server time against the bare view, queries, bytes on first and later visits."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median, quantiles
from typing import Any
from urllib.parse import urljoin

from benchmarks.acuan_tabel import Sambungan
from benchmarks.hasil import Angka
from benchmarks.klien import Jawaban, Klien
from benchmarks.lingkungan import Lingkungan
from benchmarks.tahun import bersihkan

PUTARAN, PER_PUTARAN, PEMANASAN = 10, 20, 30
KIB_PERTAMA, KIB_NANTI = 60, 15
KIB = 1024


@dataclass(frozen=True)
class Halaman:
    """A page, whose it is (`orang`), and its goals: times the bare view, and queries."""

    nama: str
    siapa: str
    alamat: str  # {tahunan}, {hasil} and {dasbor} are filled in by `orang`
    nisbah: int = 6
    kueri: int = 12


HALAMAN = (
    Halaman("Beranda pegawai", "pegawai", "/"),
    Halaman("Beranda penilai", "penilai", "/"),
    Halaman("Daftar pegawai (admin)", "pengelola", "/admin/pegawai/pegawai/"),
    Halaman("Tim 40 orang", "penilai_besar", "/tim/", 8, 15),
    Halaman("Evaluasi tahunan tim 40 orang", "penilai_besar", "/tim/tahunan/", 8, 15),
    Halaman("Menilai setahun", "penilai_besar", "{tahunan}", 8, 15),
    Halaman("Hasil setahun", "penilai_besar", "{hasil}", 8, 15),
    Halaman("Dasbor unit teratas", "pimpinan", "{dasbor}", 8, 15),
)
_ACUAN = """
CREATE TABLE IF NOT EXISTS acuan_acuan
    (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, nomor varchar(18) UNIQUE, nama varchar(200),
     unit varchar(200), dibuat timestamptz);
TRUNCATE acuan_acuan;
INSERT INTO acuan_acuan (nomor, nama, unit, dibuat)
SELECT 'N' || n, 'Nama ' || n, 'Unit ' || n % 1000, now() FROM generate_series(1, {banyak}) n;
"""


def ukur(lingkungan: Lingkungan, pegawai: int) -> list[Angka]:
    """All figures of all pages."""
    with lingkungan.sambung() as sambungan:
        isi_acuan(sambungan, pegawai)
        bersihkan(sambungan)
    orang = json.loads(lingkungan.anak("orang", *(f"{h.siapa}:{h.alamat}" for h in HALAMAN)))
    aplikasi = "benchmarks.acuan.wsgi:application"
    acuan = Klien(lingkungan.web(aplikasi)), Klien(lingkungan.web(aplikasi, ACUAN_RINGAN="1"))
    port = lingkungan.web("kinerja.wsgi:application")
    semua: list[Angka] = []
    for pola in HALAMAN:
        kueri = orang["kueri"][f"{pola.siapa}:{pola.alamat}"]
        satu = replace(pola, alamat=pola.alamat.format(**orang["alamat"]))
        sesi = orang["kuki"][satu.siapa]
        rincian: dict[str, Any] = {"tim": orang["tim"].get(satu.siapa), "alamat": satu.alamat}
        semua += _waktu(satu, Klien(port, {"sessionid": sesi}), acuan, f"/N{pegawai // 2}/", rincian)
        semua.append(Angka(f"{satu.nama}: kueri", "buah", kueri, None, satu.kueri))
        semua += _ukuran(satu.nama, port, sesi, satu.alamat)
    return semua


def isi_acuan(sambungan: Sambungan, banyak: int) -> None:
    """The table of the reference with so many rows."""
    for perintah in _ACUAN.format(banyak=banyak).split(";"):
        if perintah.strip():
            sambungan.execute(perintah)
    sambungan.execute("VACUUM ANALYZE acuan_acuan")


def _ambil(klien: Klien, alamat: str) -> Jawaban:
    jawaban = klien.ambil(alamat)
    if jawaban.status != 200:
        raise RuntimeError(f"{alamat}: {jawaban.status} {jawaban.header.get('location', '')}")
    return jawaban


def _waktu(
    halaman: Halaman,
    klien: Klien,
    acuan: tuple[Klien, Klien],
    alamat_acuan: str,
    rincian: dict[str, Any],
) -> list[Angka]:
    """Rounds of ours and of the reference by turns; the calmest round of each counts."""
    giliran = ((klien, halaman.alamat), *((k, alamat_acuan) for k in acuan))
    for satu in giliran:
        putaran(*satu, PEMANASAN)
    semua = [[putaran(*satu, PER_PUTARAN) for satu in giliran] for _ in range(PUTARAN)]
    klien.tutup()
    kami, mereka, ringan = zip(*semua, strict=True)
    tercepat = {"tercepat": min(map(min, kami)), "acuan_tercepat": min(map(min, mereka))}
    rincian |= tercepat | {
        "acuan_tanpa_middleware_p50": p50(ringan),
        "p50_putaran": [median(p) for p in kami],
    }
    return [
        Angka(f"{halaman.nama}: p50", "ms", p50(kami), p50(mereka), halaman.nisbah, "nisbah", rincian),
        Angka(f"{halaman.nama}: p95", "ms", p95(kami), p95(mereka)),
    ]


def putaran(klien: Klien, alamat: str, banyak: int) -> list[float]:
    """Milliseconds of so many requests, one after the other."""
    return [_ambil(klien, alamat).detik * 1000 for _ in range(banyak)]


def p50(putaran: Sequence[list[float]]) -> float:
    """The median of the calmest round."""
    return min(median(p) for p in putaran)


def p95(putaran: Sequence[list[float]]) -> float:
    """The 95th percentile of the calmest round."""
    return min(quantiles(p, n=20)[-1] for p in putaran)


def _ukuran(nama: str, port: int, sesi: str, alamat: str) -> list[Angka]:
    """Everything a browser fetches for this page, compressed, headers included."""
    klien = Klien(port, {"sessionid": sesi}, kompresi="gzip, br")
    halaman = _ambil(klien, alamat)
    pertama, nanti, berkas = halaman.byte, halaman.byte, {}
    for satu in _berkas(halaman.teks, alamat):
        jawaban = _ambil(klien, satu)
        pertama += jawaban.byte
        berkas[satu] = jawaban.byte
        if "max-age" not in jawaban.header.get("cache-control", ""):
            nanti += jawaban.byte
    klien.tutup()
    sasaran = (KIB_PERTAMA, KIB_NANTI)
    rincian = {"html": halaman.byte, "html_terbuka": len(halaman.teks), **berkas}
    return [
        Angka(f"{nama}: kunjungan pertama", "KiB", pertama / KIB, None, sasaran[0], "kami", rincian),
        Angka(f"{nama}: kunjungan berikut", "KiB", nanti / KIB, None, sasaran[1]),
    ]


def _berkas(html: str, alamat: str) -> list[str]:
    """Style sheets, scripts, pictures, icons and the manifest that this page asks for."""
    tag = re.findall(r"<(?:link|script|img)\b[^>]*>", html)
    temuan = []
    for satu in tag:
        if satu.startswith("<link") and not re.search(r'rel="[^"]*(stylesheet|icon|manifest|preload)', satu):
            continue
        cari = re.search(r'(?:href|src)="([^"#]+)"', satu)
        if cari and not cari[1].startswith("data:"):
            temuan.append(urljoin(alamat, cari[1]))
    return list(dict.fromkeys(temuan))
