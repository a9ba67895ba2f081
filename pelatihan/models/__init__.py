from pelatihan.models.katalog import Pelatihan, RiwayatSesi, SesiPelatihan
from pelatihan.models.peserta import (
    Kehadiran,
    PelatihanLuar,
    Peserta,
    RiwayatKebutuhan,
    RiwayatLuar,
    RiwayatPeserta,
    TanggapanPelatihan,
)

__all__ = [
    "Kehadiran",
    "Pelatihan",
    "PelatihanLuar",
    "Peserta",
    "RiwayatKebutuhan",
    "RiwayatLuar",
    "RiwayatPeserta",
    "RiwayatSesi",
    "SesiPelatihan",
    "TanggapanPelatihan",
]
