"""The import of employees: the frame's steps, for people."""

import hashlib
from typing import Any

from inti.impor_dasar import CONTOH_MAKS, GALAT, Masalah
from inti.impor_tabel import Mode, PengimporMentah
from pegawai.impor import susun, tahap, terapkan
from pegawai.impor.acuan import AcuanJabatan, AcuanUnit, Pilihan
from pegawai.impor.bagian import BATAS, Bagian
from pegawai.impor.kalimat import KALIMAT
from pegawai.impor.ketetapan import yang_berlaku
from pegawai.impor.kolom import KOLOM, TEKS
from pegawai.impor.periksa import PemeriksaSel
from pegawai.impor.susun import Penyusun

# Columns that are read as values of their own.
TERBACA = ("NIP BARU", *BATAS, *(k for k, _ in TEKS.values()), *(k.nama for k in KOLOM if k.sel))


class PengimporPegawai(PengimporMentah):
    """One run, test or import; made anew for each."""

    nama = "pegawai"
    kolom = KOLOM
    kalimat = KALIMAT
    tahap = "impor_siapa"

    def __init__(self, pilihan: Pilihan, mode: Mode = Mode.KEDUANYA) -> None:
        super().__init__()
        self._pilihan, self._mode = pilihan, Mode(mode)
        self._unit = AcuanUnit(pilihan)
        self._jabatan = AcuanJabatan(pilihan)
        self._ketetapan = yang_berlaku()
        self.tabel_terkunci = (
            "pegawai_pegawai", "pegawai_penempatan", "pegawai_jabatan", "pegawai_unitkerja", *self._ketetapan.tabel,
        )  # fmt: skip

    def perintah_siapkan(self) -> tuple[str, ...]:
        """The staging tables."""
        return susun.SIAPKAN + tahap.SIAPKAN

    def terpotong(self) -> dict[str, str]:
        """Columns whose long numbers Excel cuts; what is only kept beside is kept as it came."""
        return {k: "nip_excel" if k == "NIP BARU" else "angka_excel" for k in TERBACA}

    def susun(self, kursor: Any) -> None:
        """Read every different text once, stage the rows, note what is wrong with their cells."""
        self.lapor("periksa", 0)
        self._unit, self._jabatan = AcuanUnit.muat(self._pilihan), AcuanJabatan.muat(self._pilihan)
        bagian = Bagian(self.tabel, self.c)
        bersel = bagian.bersel()
        for nama in dict.fromkeys(k.sel.nama for k in bersel if k.sel):
            self.baca_sel(kursor, [k for k in bersel if k.sel and k.sel.nama == nama])
        Penyusun(kursor, bagian, self._unit, self._jabatan).susun()
        PemeriksaSel(kursor, bagian).periksa()

    def cari_masalah(self, kursor: Any) -> None:
        """Find who is who, and what contradicts the data or another row."""
        isian = {"bertugas": list(tahap.BERTUGAS)}
        for perintah in tahap.KENALI:
            kursor.execute(perintah, isian)
        for perintah in tahap.PERIKSA:
            kursor.execute(perintah)
        tutup = self._ketetapan.untuk("SELECT pegawai_id FROM ubah")
        kursor.execute(tahap.DITETAPKAN.format(tutup=tutup))
        if self._mode is not Mode.KEDUANYA:
            baru = self._mode is Mode.PERBARUI
            kursor.execute(tahap.MODE, ["belum_ada" if baru else "sudah_ada", baru])

    def lewati(self, kursor: Any) -> None:
        """Leave the refused rows out; the rest is staged anew, without the units and posts only they needed."""
        galat = [kode for kode, k in KALIMAT.items() if k.berat == GALAT]
        kursor.execute("DELETE FROM impor_masalah WHERE kode <> ALL (%s)", [galat])
        kursor.execute("INSERT INTO impor_buang SELECT baris FROM impor_siapa WHERE galat")
        kursor.execute("ANALYZE impor_buang")
        kursor.execute(f"TRUNCATE {', '.join((*susun.TABEL, *tahap.TABEL))}")
        self.susun(kursor)

    def ringkas(self, kursor: Any) -> dict[str, Any]:
        """Counts, changes with before and after, and what is created on the way."""
        kursor.execute(tahap.HITUNG)
        baris, ditolak, baru, berubah, tetap, buka, pindah, betulkan, buang = kursor.fetchone()
        return {
            "jumlah": {
                "baris": baris + buang,
                "baru": baru,
                "berubah": berubah,
                "tetap": tetap,
                "ditolak": ditolak + buang,
                "dilewati": buang,
            },
            "penempatan": {"dibuka": buka, "pindah": pindah, "dibetulkan": betulkan},
            "perubahan": [*self._perubahan(kursor), *self._perpindahan(kursor, pindah + betulkan)],
            "dibuat": {
                "unit": [u.nama for u in self._unit.baru],
                "jabatan": [p.nama for p in self._jabatan.baru],
            },
            "pilihan": {"buat_unit": self._pilihan.buat_unit, "buat_jabatan": self._pilihan.buat_jabatan},
        }

    def sidik_hasil(self, kursor: Any) -> str:
        """What the file would do to the data as it is now, new units and posts included."""
        kursor.execute(tahap.SIDIK)
        jumlah = hashlib.sha256(str(kursor.fetchone()[0]).encode())
        for satu in (*self._unit.baru, *self._jabatan.baru):
            jumlah.update(f"\x1f{satu.nama}\x1f{satu.kode}".encode())
        return jumlah.hexdigest()

    def terapkan(self, kursor: Any) -> None:
        """Write what was staged."""
        self.lapor("tulis", 0)
        terapkan.tulis(kursor, self._unit, self._jabatan)

    def ubah_masalah(self, masalah: Masalah) -> Masalah:
        """Heads: the staging tables have the ids only."""
        if "unit_id" not in masalah.isi:
            return masalah
        isi = dict(masalah.isi)
        isi["unit"] = self._unit.nama_dari(isi.pop("unit_id"))
        return Masalah(
            masalah.baris, masalah.kode, masalah.kolom, self._jabatan.nama_dari(masalah.nilai), isi
        )

    def _perubahan(self, kursor: Any) -> list[dict[str, Any]]:
        """Changed fields of people: how many, and the first ones with before and after."""
        kursor.execute(tahap.PERUBAHAN, {"maks": CONTOH_MAKS})
        hasil: dict[str, dict[str, Any]] = {}
        for bidang, jumlah, baris, nip, nama, lama, baru in kursor.fetchall():
            kelompok = hasil.setdefault(bidang, {"bidang": bidang, "jumlah": jumlah, "contoh": []})
            kelompok["contoh"].append(
                {"baris": baris, "nip": nip, "nama": nama, "lama": lama[:200], "baru": baru[:200]}
            )
        return list(hasil.values())

    def _perpindahan(self, kursor: Any, jumlah: int) -> list[dict[str, Any]]:
        """Changed placements, in words."""
        if not jumlah:
            return []
        kursor.execute(tahap.PERUBAHAN_PENEMPATAN, {"maks": CONTOH_MAKS})
        contoh = [
            {
                "baris": baris,
                "nip": nip,
                "nama": nama,
                "lama": lama,
                "baru": f"{self._jabatan.nama_dari(jabatan)} – {self._unit.nama_dari(unit)} ({mulai})",
            }
            for baris, nip, nama, lama, unit, jabatan, mulai in kursor.fetchall()
        ]
        return [{"bidang": "penempatan", "jumlah": jumlah, "contoh": contoh}]
