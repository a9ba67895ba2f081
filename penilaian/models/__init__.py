from penilaian.models.evaluasi import (
    EvaluasiPeriodik,
    PenilaianHasil,
    PenilaianIndikator,
    PenilaianPerilaku,
    RiwayatEvaluasi,
)

__all__ = [
    "EvaluasiPeriodik",
    "PenilaianHasil",
    "PenilaianIndikator",
    "PenilaianPerilaku",
    "RiwayatEvaluasi",
]
