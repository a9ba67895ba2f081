from pelaksanaan.models.laporan import BuktiDukung, Laporan
from pelaksanaan.models.umpan_balik import UmpanBalik

__all__ = ["BuktiDukung", "Laporan", "UmpanBalik"]
