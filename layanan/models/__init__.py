from layanan.models.layanan import KebijakanSurvei, Layanan, LembarStruk, Loket, Poster, Struk
from layanan.models.survei import UNSUR, RiwayatSaran, Saran, Survei, WaktuLayanan

__all__ = [
    "UNSUR",
    "KebijakanSurvei",
    "Layanan",
    "LembarStruk",
    "Loket",
    "Poster",
    "RiwayatSaran",
    "Saran",
    "Struk",
    "Survei",
    "WaktuLayanan",
]
