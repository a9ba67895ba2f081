from penilaian.models.evaluasi import (
    EvaluasiPeriodik,
    PenilaianHasil,
    PenilaianIndikator,
    PenilaianPerilaku,
    RiwayatEvaluasi,
)
from penilaian.models.pengembangan import KebutuhanPengembangan
from penilaian.models.tahunan import EvaluasiTahunan, RiwayatTahunan

__all__ = [
    "EvaluasiPeriodik",
    "EvaluasiTahunan",
    "KebutuhanPengembangan",
    "PenilaianHasil",
    "PenilaianIndikator",
    "PenilaianPerilaku",
    "RiwayatEvaluasi",
    "RiwayatTahunan",
]
