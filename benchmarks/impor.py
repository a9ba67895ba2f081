"""Test and import of employees, XLSX of SIASN and CSV, beside COPY of the same rows."""

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psycopg

from benchmarks.berkas import tulis_csv, tulis_xlsx
from benchmarks.hasil import Angka
from benchmarks.lingkungan import Lingkungan

BASIS = "ukur_impor"
PENUH = 100_000  # people of a full measurement; fewer means a quick look
ORANG, ORANG_CEPAT, KALI = 100_000, 10_000, 2
JUTA = 1_000_000
DETIK, MIB, NISBAH, NISBAH_JUTA = 40, 500, 10, 5
TABEL = ("pegawai_pegawai", "pegawai_penempatan", "pegawai_atasan", "akses_akun")


def ukur(lingkungan: Lingkungan, pegawai: int) -> list[Angka]:
    """The XLSX, and the million when it is a full measurement."""
    penuh = pegawai >= PENUH
    hasil = _xlsx(lingkungan, ORANG if penuh else ORANG_CEPAT)
    return hasil + (_juta(lingkungan) if penuh else [])


def _xlsx(lingkungan: Lingkungan, orang: int) -> list[Angka]:
    kami, acuan = _jalankan(lingkungan, tulis_xlsx, f"{orang}.xlsx", orang, KALI)
    terbaik = min(k["uji"] + k["impor"] for k in kami)
    nama = f"Uji dan impor {orang} pegawai (XLSX)"
    rincian = {"semua": kami, "acuan": acuan}
    salin = min(a["berindeks"] for a in acuan)
    return [
        Angka(nama, "detik", terbaik, None, DETIK, "kami", rincian),
        Angka(f"{nama} banding COPY", "detik", terbaik, salin, NISBAH, "nisbah"),
        Angka(f"{nama}: puncak memori proses", "MiB", max(k["kib"] for k in kami) / 1024, None, MIB),
    ]


def _juta(lingkungan: Lingkungan) -> list[Angka]:
    """The import reads and checks everything again, as it does after a test; the test itself stands beside."""
    (kami,), (acuan,) = _jalankan(lingkungan, tulis_csv, f"{JUTA}.csv", JUTA, 1)
    nama = f"Impor {JUTA} pegawai (CSV)"
    rincian = {"semua": [kami], "acuan": [acuan]}
    return [
        Angka(
            f"{nama} banding COPY", "detik", kami["impor"], acuan["berindeks"], NISBAH_JUTA, "nisbah", rincian
        ),
        Angka(f"{nama}: ujinya", "detik", kami["uji"], acuan["berindeks"]),
        Angka(f"{nama}: puncak memori proses", "MiB", kami["kib"] / 1024, None, MIB),
    ]


def _jalankan(
    lingkungan: Lingkungan, tulis: Callable[[Path, int], None], nama: str, orang: int, kali: int
) -> tuple[list[dict], list[dict]]:
    """So many runs into an empty database each; the reference after each of them."""
    kami, acuan = [], []
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / nama
        tulis(berkas, orang)
        for _ in range(kali):
            _basis_kosong(lingkungan)
            kami.append(json.loads(lingkungan.anak("anak_impor", str(berkas), basis=BASIS)))
            acuan.append(_salin_semua(lingkungan, Path(folder)))
    _buang(lingkungan)
    return kami, acuan


def _buang(lingkungan: Lingkungan) -> None:
    with lingkungan.sambung("postgres") as sambungan:
        sambungan.execute(f"DROP DATABASE IF EXISTS {BASIS}")


def _basis_kosong(lingkungan: Lingkungan) -> None:
    _buang(lingkungan)
    with lingkungan.sambung("postgres") as sambungan:
        sambungan.execute(f"CREATE DATABASE {BASIS}")
    lingkungan.kelola("migrate", "--verbosity", "0", basis=BASIS)


def _salin_semua(lingkungan: Lingkungan, folder: Path) -> dict[str, float]:
    """Seconds of COPY, in one transaction, of what was imported: into tables with the same indexes, and without."""
    with lingkungan.sambung(BASIS) as sambungan:
        isi = [(tabel, _keluarkan(sambungan, tabel, folder / tabel)) for tabel in TABEL]
        hasil = {
            "berindeks": _salin(sambungan, isi, "INCLUDING DEFAULTS INCLUDING INDEXES"),
            "polos": _salin(sambungan, isi, "INCLUDING DEFAULTS"),
        }
    for _, berkas in isi:
        berkas.unlink()
    return hasil


def _keluarkan(sambungan: psycopg.Connection, tabel: str, tujuan: Path) -> Path:
    with tujuan.open("wb") as berkas, sambungan.cursor().copy(f"COPY {tabel} TO STDOUT") as keluar:
        for bagian in keluar:
            berkas.write(bagian)
    return tujuan


def _salin(sambungan: psycopg.Connection, isi: list[tuple[str, Path]], dengan: str) -> float:
    for tabel, _ in isi:
        sambungan.execute(f"DROP TABLE IF EXISTS acuan_{tabel}")
        sambungan.execute(f"CREATE TABLE acuan_{tabel} (LIKE {tabel} {dengan})")
    sambungan.execute("CHECKPOINT")
    mulai = time.perf_counter()
    with sambungan.transaction():
        for tabel, berkas in isi:
            with (
                berkas.open("rb") as data,
                sambungan.cursor().copy(f"COPY acuan_{tabel} FROM STDIN") as masuk,
            ):
                while potong := data.read(1024 * 1024):
                    masuk.write(potong)
    return time.perf_counter() - mulai
