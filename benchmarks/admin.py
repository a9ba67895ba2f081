"""Lists, searches and choices of the web admin among a million employees, beside the bare view."""

import json
from dataclasses import dataclass, replace
from urllib.parse import quote

from benchmarks.halaman import PEMANASAN, isi_acuan, p50, p95, putaran
from benchmarks.hasil import Angka
from benchmarks.klien import Klien
from benchmarks.lingkungan import Lingkungan
from benchmarks.sejuta import muat

ORANG, ORANG_CEPAT, BASIS = 1_000_000, 5_000, "ukur_admin"
PUTARAN, PER_PUTARAN = 5, 40
NISBAH, CARI_MS, KUERI = 10, 100, 10

ORANG_ADMIN = "/admin/pegawai/pegawai/"
PILIHAN = "/admin/autocomplete/?app_label=pegawai&model_name={}&field_name={}&term={}"


@dataclass(frozen=True)
class Daftar:
    """A page, whose it is, and whether it searches. `#100` at the end of an address: so many pages further on."""

    nama: str
    alamat: str
    siapa: str = "instansi"
    cari: bool = False


def _cari(nama: str, kata: str, siapa: str = "instansi", dasar: str = ORANG_ADMIN) -> Daftar:
    return Daftar(nama, f"{dasar}?q={quote(kata)}", siapa, cari=True)


def _pilih(nama: str, kata: str, model: str = "atasankhusus", bidang: str = "penilai") -> Daftar:
    return Daftar(nama, PILIHAN.format(model, bidang, quote(kata)), cari=True)


DAFTAR = (
    Daftar("Daftar pegawai", ORANG_ADMIN),
    Daftar("Daftar pegawai, halaman 100", f"{ORANG_ADMIN}#100"),
    Daftar("Daftar pegawai, halaman terakhir", f"{ORANG_ADMIN}?ujung=akhir"),
    Daftar("Daftar pegawai satu bidang", f"{ORANG_ADMIN}?unit=000100020003"),
    Daftar("Daftar pegawai PPPK", f"{ORANG_ADMIN}?jenis__exact=pppk"),
    Daftar("Daftar pejabat negara", f"{ORANG_ADMIN}?jenis__exact=pejabat_negara"),
    Daftar("Daftar pegawai tanpa penilai", f"{ORANG_ADMIN}?penilai=belum"),
    Daftar("Daftar pegawai, pengelola OPD", ORANG_ADMIN, "opd"),
    Daftar("Daftar penempatan", "/admin/pegawai/penempatan/"),
    Daftar("Daftar penempatan Plt", "/admin/pegawai/penempatan/?jenis__exact=plt"),
    Daftar("Daftar akun", "/admin/akses/akun/"),
    Daftar("Daftar akun yang tidak aktif", "/admin/akses/akun/?is_active__exact=0"),
    Daftar("Daftar unit kerja", "/admin/pegawai/unitkerja/"),
    _cari("Cari nama", "siti nurhaliza"),
    _cari("Cari satu nama yang lazim", "siti"),
    _cari("Cari dengan salah ketik", "nurhalisa stii"),
    _cari("Cari satu kata dengan salah ketik", "nurhalisa"),
    _cari("Cari yang tidak ada", "xqzwv"),
    _cari("Cari NIP", "197001"),
    _cari("Cari awal NIP yang lazim", "19"),
    _cari("Cari penempatan menurut NIP", "197001", dasar="/admin/pegawai/penempatan/"),
    _cari("Cari dengan salah ketik, pengelola OPD", "nurhalisa", "opd"),
    _cari("Cari akun dengan salah ketik", "nurhalisa", dasar="/admin/akses/akun/"),
    _cari("Cari unit dengan salah ketik", "pendidkan", dasar="/admin/pegawai/unitkerja/"),
    _pilih("Pilihan pegawai", "siti nur"),
    _pilih("Pilihan pegawai dengan salah ketik", "nurhalisa"),
    _pilih("Pilihan pegawai menurut NIP", "197001"),
    _pilih("Pilihan unit", "bidang sosial", "penempatan", "unit"),
)


def ukur(lingkungan: Lingkungan, pegawai: int) -> list[Angka]:
    """95th percentiles of all of them, the calmest of some rounds taken by turns with the reference."""
    orang = ORANG if pegawai > ORANG_CEPAT else ORANG_CEPAT
    _siapkan(lingkungan, orang)
    siapa = json.loads(lingkungan.anak("anak_admin", *(f"{d.siapa}:{d.alamat}" for d in DAFTAR), basis=BASIS))
    basis = {"DATABASE_URL": lingkungan.url(BASIS)}
    acuan = Klien(lingkungan.web("benchmarks.acuan.wsgi:application", **basis))
    port = lingkungan.web("kinerja.wsgi:application", **basis)
    semua: list[Angka] = []
    for pola in DAFTAR:
        satu = replace(pola, alamat=siapa["alamat"][f"{pola.siapa}:{pola.alamat}"])
        klien = Klien(port, {"sessionid": siapa["kuki"][satu.siapa]})
        semua += _waktu(satu, klien, acuan, f"/N{orang // 2}/", orang)
        semua.append(
            Angka(f"{satu.nama}: kueri", "buah", siapa["kueri"][f"{pola.siapa}:{pola.alamat}"], None, KUERI)
        )
        klien.tutup()
    return semua


def _siapkan(lingkungan: Lingkungan, orang: int) -> None:
    """The database of its own, loaded on first use."""
    with lingkungan.sambung("postgres") as sambungan:
        ada = sambungan.execute("SELECT FROM pg_database WHERE datname = %s", [BASIS]).fetchone()
        if ada is None:
            sambungan.execute(f"CREATE DATABASE {BASIS}")
    lingkungan.kelola("migrate", "--verbosity", "0", basis=BASIS)
    with lingkungan.sambung(BASIS) as sambungan:
        if sambungan.execute("SELECT FROM pegawai_pegawai LIMIT 1").fetchone() is None:
            muat(sambungan, orang)
        sambungan.execute("ANALYZE")  # a migration may have added columns that nobody has looked at yet
        isi_acuan(sambungan, orang)


def _waktu(daftar: Daftar, klien: Klien, acuan: Klien, alamat_acuan: str, orang: int) -> list[Angka]:
    giliran = ((klien, daftar.alamat), (acuan, alamat_acuan))
    for satu in giliran:
        putaran(*satu, PEMANASAN)
    kami, mereka = zip(
        *([putaran(*satu, PER_PUTARAN) for satu in giliran] for _ in range(PUTARAN)), strict=True
    )
    nama = f"{daftar.nama} ({orang} pegawai): p95"
    rincian = {"p50": p50(kami), "acuan_p50": p50(mereka), "alamat": daftar.alamat}
    angka = [Angka(nama, "ms", p95(kami), p95(mereka), NISBAH, "nisbah", rincian)]
    return [*angka, Angka(f"{nama}, mutlak", "ms", p95(kami), None, CARI_MS)] if daftar.cari else angka
