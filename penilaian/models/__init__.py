from penilaian.models.capaian import CapaianOrganisasi, IndikatorCapaian, RiwayatCapaian
from penilaian.models.distribusi import DistribusiPenilai
from penilaian.models.evaluasi import (
    EvaluasiPeriodik,
    PenilaianHasil,
    PenilaianIndikator,
    PenilaianPerilaku,
    RiwayatEvaluasi,
)
from penilaian.models.keberatan import BuktiKeberatan, Keberatan, KeteranganKeberatan, RiwayatKeberatan
from penilaian.models.lampau import RiwayatKinerjaPeriodik, RiwayatSKP
from penilaian.models.paket import PaketDokumen
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
    "BuktiKeberatan",
    "ButirRekan",
    "CapaianOrganisasi",
    "DistribusiPenilai",
    "EvaluasiPeriodik",
    "EvaluasiTahunan",
    "HasilRekan",
    "IndikatorCapaian",
    "JawabanRekan",
    "Keberatan",
    "KebijakanRekan",
    "KebutuhanPengembangan",
    "KeteranganKeberatan",
    "KuesionerRekan",
    "PaketDokumen",
    "PenilaianHasil",
    "PenilaianIndikator",
    "PenilaianPerilaku",
    "RiwayatCapaian",
    "RiwayatEvaluasi",
    "RiwayatKeberatan",
    "RiwayatKinerjaPeriodik",
    "RiwayatSKP",
    "RiwayatTahunan",
    "TugasRekan",
    "TugasTentang",
    "UndianRekan",
]
