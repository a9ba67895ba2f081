from penilaian.models.capaian import CapaianOrganisasi, IndikatorCapaian, RiwayatCapaian
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
    "CapaianOrganisasi",
    "EvaluasiPeriodik",
    "EvaluasiTahunan",
    "IndikatorCapaian",
    "KebutuhanPengembangan",
    "PenilaianHasil",
    "PenilaianIndikator",
    "PenilaianPerilaku",
    "RiwayatCapaian",
    "RiwayatEvaluasi",
    "RiwayatTahunan",
]
