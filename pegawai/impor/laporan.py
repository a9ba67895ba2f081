"""A report in words: for the terminal, and as data for a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.translation import gettext as _

from inti.impor import GALAT, PERINGATAN, Kalimat
from inti.impor_jenis import JENIS
from inti.impor_kalimat import kata, pesan
from pegawai.impor.kalimat import KALIMAT
from pegawai.models import Pegawai

TAMPIL_TERMINAL = 10


@dataclass(frozen=True)
class BarisMasalah:
    """One problem ready to be shown."""

    baris: int
    kolom: str
    nilai: str
    pesan: str


@dataclass(frozen=True)
class KelompokMasalah:
    """One kind of problem: its title, how many, and the first ones."""

    judul: str
    jumlah: int
    contoh: list[BarisMasalah]

    @property
    def sisanya(self) -> int:
        """How many are not shown."""
        return self.jumlah - len(self.contoh)


@dataclass(frozen=True)
class KelompokPerubahan:
    """One changed field: its name, how many people, and the first ones with before and after."""

    judul: str
    jumlah: int
    contoh: list[dict[str, Any]]

    @property
    def sisanya(self) -> int:
        """How many are not shown."""
        return self.jumlah - len(self.contoh)


class Keluaran(Protocol):
    def write(self, teks: str) -> object: ...


def kelompok(
    laporan: Mapping[str, Any], berat: str, kalimat: Mapping[str, Kalimat] = KALIMAT
) -> list[KelompokMasalah]:
    """The errors or warnings of a report in the language of the reader; `kalimat` are the words of its kinds."""
    return [
        KelompokMasalah(
            str(kata(kalimat, k["kode"]).judul),
            k["jumlah"],
            [
                BarisMasalah(m["baris"], m["kolom"], m["nilai"], pesan(kalimat, m, k["kode"]))
                for m in k["contoh"]
            ],
        )
        for k in laporan.get(berat, [])
    ]


def perubahan(laporan: Mapping[str, Any], jenis: str = "pegawai") -> list[KelompokPerubahan]:
    """What changes, by field."""
    return [
        KelompokPerubahan(_nama_bidang(p["bidang"], jenis), p["jumlah"], p["contoh"])
        for p in laporan.get("perubahan", [])
    ]


def _nama_bidang(bidang: str, jenis: str) -> str:
    if bidang == "penempatan":
        return _("Unit dan jabatan")
    if bidang in JENIS[jenis].nama_bidang:
        return str(JENIS[jenis].nama_bidang[bidang])
    model = Pegawai if jenis == "pegawai" else JENIS[jenis].model[0]
    return str(model._meta.get_field(bidang.removesuffix("_id")).verbose_name)


def tulis_teks(laporan: Mapping[str, Any], keluaran: Keluaran, jenis: str = "pegawai") -> None:
    """Write the report for a terminal."""
    jumlah = laporan["jumlah"]
    keluaran.write(f"{_judul(laporan['hasil'])}: {laporan['berkas']['nama']}")
    keluaran.write(
        _("%(baris)s baris: %(baru)s baru, %(berubah)s berubah, %(tetap)s tetap, %(ditolak)s ditolak.")
        % jumlah
    )
    if laporan["kolom_lain"]:
        keluaran.write(_("Kolom tidak dikenal, disimpan apa adanya: %s") % ", ".join(laporan["kolom_lain"]))
    if laporan["lembar_lain"]:
        keluaran.write(_("Lembar yang tidak dibaca: %s") % ", ".join(laporan["lembar_lain"]))
    for berat, sebutan in ((GALAT, _("Kesalahan")), (PERINGATAN, _("Peringatan"))):
        for satu in kelompok(laporan, berat, JENIS[jenis].kalimat):
            _tulis_kelompok(satu, sebutan, keluaran)
    for ubah in perubahan(laporan, jenis):
        keluaran.write(_("Berubah: %(judul)s (%(jumlah)s)") % {"judul": ubah.judul, "jumlah": ubah.jumlah})


def _judul(hasil: str) -> str:
    return {
        "diuji": _("Lolos uji; belum ada yang ditulis"),
        "diimpor": _("Sudah diimpor"),
        "ditolak": _("Ditolak; tidak ada yang ditulis"),
        "berbeda": _("Data berubah sejak diuji; tidak ada yang ditulis"),
    }[hasil]


def _tulis_kelompok(satu: KelompokMasalah, sebutan: str, keluaran: Keluaran) -> None:
    keluaran.write(f"\n{sebutan}: {satu.judul} ({satu.jumlah})")
    for m in satu.contoh[:TAMPIL_TERMINAL]:
        tempat = _("baris %(baris)s, kolom %(kolom)s") % {"baris": m.baris, "kolom": m.kolom}
        isi = f" “{m.nilai}”" if m.nilai else ""
        keluaran.write(f"  {tempat}{isi}: {m.pesan}")
    if satu.jumlah > TAMPIL_TERMINAL:
        keluaran.write(_("  … dan %s lagi") % (satu.jumlah - TAMPIL_TERMINAL))
