"""`siklus status` and `siklus jalankan [--tanggal YYYY-MM-DD]`: the cycle by hand."""

from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from kinerja.services.siklus import (
    HasilSiklus,
    KeadaanPeriode,
    KeadaanTahun,
    jalankan_siklus,
    keadaan_siklus,
    keadaan_tahunan,
    surel_menunggu,
)
from penilaian.enums import StatusEvaluasi, StatusTahunan

KEPALA = (
    "PERIODE",
    "STATUS",
    "BUKA",
    "DIRI",
    "PENILAI",
    "TERAKHIR",
    *(status.upper() for status in StatusEvaluasi.values),
    "BERIKUTNYA",
)

KEPALA_TAHUN = (
    "TAHUN",
    "STATUS",
    "BUKA",
    "TERAKHIR",
    *(status.upper() for status in StatusTahunan.values),
    "BERIKUTNYA",
)


class Command(BaseCommand):
    """See the module."""

    help = "Siklus penilaian. status: keadaan tiap periode. jalankan: kerjakan yang jatuh tempo sekarang."

    def add_arguments(self, parser: CommandParser) -> None:
        perintah = parser.add_subparsers(dest="perintah", required=True)
        perintah.add_parser("status", help="Keadaan tiap periode dan langkah berikutnya.")
        jalankan = perintah.add_parser("jalankan", help="Kerjakan yang dikerjakan jadwal pada saat ini.")
        jalankan.add_argument(
            "--tanggal", type=_tanggal, metavar="YYYY-MM-DD", help="seolah-olah pada tanggal ini"
        )

    def handle(self, *args: Any, perintah: str, **pilihan: Any) -> None:
        if perintah == "status":
            self._status()
        else:
            self._jalankan(pilihan["tanggal"])

    def _status(self) -> None:
        daftar = keadaan_siklus()
        if not daftar:
            self.stdout.write("Belum ada periode. Buat siklus tahunan lebih dahulu.")
            return
        self._tabel([KEPALA, *(_baris(satu) for satu in daftar)])
        self.stdout.write("\nEvaluasi tahunan")
        self._tabel([KEPALA_TAHUN, *(_baris_tahun(satu) for satu in keadaan_tahunan())])
        self.stdout.write(f"\nSurel menunggu dikirim: {surel_menunggu()}")

    def _tabel(self, tabel: list[tuple[str, ...]]) -> None:
        lebar = [max(len(baris[k]) for baris in tabel) for k in range(len(tabel[0]))]
        for baris in tabel:
            self.stdout.write("  ".join(f"{sel:<{n}}" for sel, n in zip(baris, lebar, strict=True)).rstrip())

    def _jalankan(self, tanggal: date | None) -> None:
        for kalimat in _kalimat(jalankan_siklus(tanggal=tanggal)):
            self.stdout.write(kalimat)


def _tanggal(teks: str) -> date:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise ArgumentTypeError(f"“{teks}” bukan tanggal. Tulis seperti 2026-12-31.") from None


def _baris(satu: KeadaanPeriode) -> tuple[str, ...]:
    p = satu.periode
    hari = (p.buka_evaluasi, p.batas_penilaian_diri, p.batas_penilaian, p.tutup_evaluasi)
    berikut = f"{satu.berikut} {satu.pada:%d-%m-%Y}" if satu.pada else satu.berikut or "selesai"
    return (
        str(p),
        p.status,
        *(f"{h:%d-%m-%Y}" for h in hari),
        *(str(n) for n in satu.jumlah.values()),
        berikut,
    )


def _baris_tahun(satu: KeadaanTahun) -> tuple[str, ...]:
    s = satu.siklus
    berikut = f"{satu.berikut} {satu.pada:%d-%m-%Y}" if satu.pada else satu.berikut or "selesai"
    hari = (f"{s.buka_tahunan:%d-%m-%Y}", f"{s.tutup_tahunan:%d-%m-%Y}")
    return (str(s), s.status, *hari, *(str(n) for n in satu.jumlah.values()), berikut)


def _kalimat(hasil: HasilSiklus) -> list[str]:
    if not hasil.ada_perubahan:
        return ["Tidak ada yang perlu dikerjakan."]
    kalimat = [f"{periode}: {n} evaluasi dibuat." for periode, n in hasil.dibuat.items() if n]
    kalimat += [f"{periode}: {n} evaluasi dikunci tanpa hasil." for periode, n in hasil.dikunci.items() if n]
    for tahun, jumlah in hasil.tahunan.menurut_tahun.items():
        kalimat += [f"Evaluasi tahunan {tahun}: {n} {apa}." for apa, n in jumlah.items() if n]
    lain = (
        (hasil.tahunan.kabar, f"{hasil.tahunan.kabar} kabar evaluasi tahunan ditulis."),
        (hasil.kepegawaian, f"Kepegawaian: {hasil.kepegawaian} keadaan, pangkat, atau pensiun berlaku."),
        (hasil.rekan, f"Rekan kerja: {hasil.rekan} permintaan, hitungan, dan kabar ditulis."),
        (hasil.pengingat, f"{hasil.pengingat} pengingat ditulis."),
        (hasil.pelatihan, f"Pelatihan: {hasil.pelatihan} perubahan."),
        (hasil.capaian, f"Capaian unit: {hasil.capaian} baris dibuat atau mengikuti pimpinan baru."),
        (hasil.ikm, f"Kepuasan masyarakat: {hasil.ikm} angka unit diteruskan."),
        (hasil.kandidat, f"Penghargaan: {hasil.kandidat} kandidat baru."),
        (
            hasil.tindak_lanjut,
            f"Rencana perbaikan, sanksi, dan angka kredit: {hasil.tindak_lanjut} perubahan.",
        ),
        (hasil.atasan, f"Pejabat penilai {hasil.atasan} pegawai diperbarui."),
    )
    return [*kalimat, *(kata for n, kata in lain if n)]
