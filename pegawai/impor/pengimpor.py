"""The import of employees: the kernel's steps, for people."""

import json
from collections import defaultdict
from typing import Any

from inti.impor import CONTOH_MAKS, GALAT, Catatan, Masalah, Tabel
from pegawai.impor import tahap, terapkan
from pegawai.impor.acuan import AcuanJabatan, AcuanUnit, Pilihan
from pegawai.impor.baris import PemeriksaBaris
from pegawai.impor.kalimat import KALIMAT
from pegawai.impor.kolom import KOLOM


class PengimporPegawai:
    """One run, test or import; made anew for each."""

    nama = "pegawai"
    kolom = KOLOM
    kalimat = KALIMAT
    tabel_terkunci = ("pegawai_pegawai", "pegawai_penempatan", "pegawai_jabatan", "pegawai_unitkerja")

    def __init__(self, pilihan: Pilihan) -> None:
        self._pilihan = pilihan
        self._unit = AcuanUnit(pilihan)
        self._jabatan = AcuanJabatan(pilihan)

    def siapkan(self, kursor: Any) -> None:
        """Create the temporary tables."""
        for perintah in tahap.SIAPKAN:
            kursor.execute(perintah)

    def tahapkan(self, kursor: Any, tabel: Tabel, catatan: Catatan) -> None:
        """Check every row and COPY it into the staging table."""
        self._unit, self._jabatan = AcuanUnit.muat(self._pilihan), AcuanJabatan.muat(self._pilihan)
        pemeriksa = PemeriksaBaris(tabel, self._unit, self._jabatan, catatan)
        with kursor.copy(tahap.SALIN) as salin:
            for nomor, baris in tabel.baris:
                isi = pemeriksa.periksa(nomor, baris)
                if isi is not None:
                    salin.write_row(isi)

    def periksa(self, kursor: Any, catatan: Catatan) -> None:
        """Find who is who, and what contradicts the data or another row."""
        galat = [kode for kode, k in KALIMAT.items() if k.berat == GALAT]
        isian = {"bertugas": list(tahap.BERTUGAS), "galat": galat, "maks": CONTOH_MAKS}
        for perintah in (*tahap.KENALI, *tahap.PERIKSA, tahap.TANDAI):
            kursor.execute(perintah, isian)
        kursor.execute(tahap.AMBIL, isian)
        kelompok: dict[str, list[Masalah]] = defaultdict(list)
        jumlah: dict[str, int] = {}
        for kode, banyak, baris, kolom, nilai, isi in kursor.fetchall():
            jumlah[kode] = banyak
            kelompok[kode].append(self._masalah(baris, kode, kolom, nilai, isi))
        for kode, contoh in kelompok.items():
            catatan.gabung(kode, jumlah[kode], contoh)

    def ringkas(self, kursor: Any) -> dict[str, Any]:
        """Counts, changes with before and after, and what is created on the way."""
        kursor.execute(tahap.HITUNG)
        baris, ditolak, baru, berubah, tetap, buka, pindah, betulkan = kursor.fetchone()
        return {
            "jumlah": {
                "baris": baris,
                "baru": baru,
                "berubah": berubah,
                "tetap": tetap,
                "ditolak": ditolak,
            },
            "penempatan": {"dibuka": buka, "pindah": pindah, "dibetulkan": betulkan},
            "perubahan": [*self._perubahan(kursor), *self._perpindahan(kursor, pindah + betulkan)],
            "dibuat": {
                "unit": [u.nama for u in self._unit.baru],
                "jabatan": [p.nama for p in self._jabatan.baru],
            },
            "pilihan": {"buat_unit": self._pilihan.buat_unit, "buat_jabatan": self._pilihan.buat_jabatan},
        }

    def terapkan(self, kursor: Any) -> None:
        """Write what was staged."""
        terapkan.tulis(kursor, self._unit, self._jabatan)

    def _masalah(self, baris: int, kode: str, kolom: str, nilai: str, isi: Any) -> Masalah:
        rinci = json.loads(isi) if isinstance(isi, str) else dict(isi)
        if "unit_id" in rinci:  # heads: the staging table has the ids only
            rinci["unit"] = self._unit.nama_dari(rinci.pop("unit_id"))
            nilai = self._jabatan.nama_dari(nilai)
        return Masalah(baris, kode, kolom, nilai or "", rinci)

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
