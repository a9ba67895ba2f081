"""The history of plans and cases in words."""

from typing import Any

from inti.tanda import N_

SEBUTAN = {
    "usulkan": N_("Dikirim"),
    "tarik": N_("Ditarik untuk diubah"),
    "kembalikan": N_("Dikembalikan untuk diubah"),
    "sepakati": N_("Disepakati kedua pihak"),
    "akhiri": N_("Masa perbaikan berakhir"),
    "perpanjang": N_("Diperpanjang"),
    "capai": N_("Disimpulkan tercapai"),
    "gagal": N_("Disimpulkan belum tercapai"),
    "ambil_alih": N_("Diambil alih atasan"),
    "ambil_alih_simpulan": N_("Simpulan diambil alih atasan"),
    "batalkan": N_("Tidak jadi diperlukan"),
    "ganti_penilai": N_("Penilai berganti"),
    "panggil": N_("Dipanggil"),
    "periksa": N_("Diperiksa"),
    "putuskan": N_("Diputus"),
    "hentikan": N_("Dihentikan"),
    "berlakukan": N_("Mulai berlaku"),
    "selesaikan": N_("Selesai dijalani"),
    "cabut": N_("Keputusan dicabut"),
    "catat_upaya": N_("Upaya administratif dicatat"),
}


def riwayat(objek: Any) -> list[Any]:
    """Every move with who made it, oldest first; `sebutan` says in words what happened."""
    semua = list(objek.riwayat.select_related("oleh"))
    for satu in semua:
        satu.sebutan = SEBUTAN[satu.aksi]
    return semua
