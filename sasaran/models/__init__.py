from sasaran.models.ekspektasi import EkspektasiKhusus
from sasaran.models.siklus import Periode, RiwayatPeriode, RiwayatSiklus, Siklus
from sasaran.models.skp import SKP, IndikatorKinerjaIndividu, RencanaHasilKerja, RiwayatSKP

__all__ = [
    "SKP",
    "EkspektasiKhusus",
    "IndikatorKinerjaIndividu",
    "Periode",
    "RencanaHasilKerja",
    "RiwayatPeriode",
    "RiwayatSKP",
    "RiwayatSiklus",
    "Siklus",
]
