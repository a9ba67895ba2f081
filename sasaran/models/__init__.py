from sasaran.models.siklus import Periode, RiwayatPeriode, RiwayatSiklus, Siklus
from sasaran.models.skp import SKP, IndikatorKinerjaIndividu, RencanaHasilKerja, RiwayatSKP

__all__ = [
    "SKP",
    "IndikatorKinerjaIndividu",
    "Periode",
    "RencanaHasilKerja",
    "RiwayatPeriode",
    "RiwayatSKP",
    "RiwayatSiklus",
    "Siklus",
]
