from penilaian.models.capaian import CapaianOrganisasi, IndikatorCapaian, RiwayatCapaian
from penilaian.models.evaluasi import (
    EvaluasiPeriodik,
    PenilaianHasil,
    PenilaianIndikator,
    PenilaianPerilaku,
    RiwayatEvaluasi,
)
from penilaian.models.pengembangan import KebutuhanPengembangan
from penilaian.models.rekan import (
    ButirRekan,
    HasilRekan,
    JawabanRekan,
    KebijakanRekan,
    KuesionerRekan,
    TugasRekan,
    TugasTentang,
    UndianRekan,
)
from penilaian.models.tahunan import EvaluasiTahunan, RiwayatTahunan

__all__ = [
    "ButirRekan",
    "CapaianOrganisasi",
    "EvaluasiPeriodik",
    "EvaluasiTahunan",
    "HasilRekan",
    "IndikatorCapaian",
    "JawabanRekan",
    "KebijakanRekan",
    "KebutuhanPengembangan",
    "KuesionerRekan",
    "PenilaianHasil",
    "PenilaianIndikator",
    "PenilaianPerilaku",
    "RiwayatCapaian",
    "RiwayatEvaluasi",
    "RiwayatTahunan",
    "TugasRekan",
    "TugasTentang",
    "UndianRekan",
]
