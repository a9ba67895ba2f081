<<<<<<< HEAD
from penghargaan.models.bonus import BagianPredikat as BagianPredikat
from penghargaan.models.bonus import BarisBonus as BarisBonus
from penghargaan.models.bonus import DasarKelas as DasarKelas
from penghargaan.models.bonus import KebijakanBonus as KebijakanBonus
from penghargaan.models.bonus import PerhitunganBonus as PerhitunganBonus
from penghargaan.models.bonus import RiwayatBonus as RiwayatBonus
from penghargaan.models.penghargaan import BukuPenghargaan as BukuPenghargaan
from penghargaan.models.penghargaan import KandidatPenghargaan as KandidatPenghargaan
from penghargaan.models.penghargaan import KebijakanPenghargaan as KebijakanPenghargaan
from penghargaan.models.penghargaan import MasukanUnit as MasukanUnit
from penghargaan.models.penghargaan import RiwayatUsulan as RiwayatUsulan
from penghargaan.models.penghargaan import UsulanPenghargaan as UsulanPenghargaan
=======
from penghargaan.models.angka_kredit import AngkaKredit
from penghargaan.models.perbaikan import (
    CatatanTinjauan,
    KebijakanPerbaikan,
    RencanaPerbaikan,
    RiwayatRencana,
    TindakanPerbaikan,
    TinjauanPerbaikan,
)
from penghargaan.models.sanksi import DokumenSanksi, PanggilanSanksi, RiwayatSanksi, Sanksi

__all__ = [
    "AngkaKredit",
    "CatatanTinjauan",
    "DokumenSanksi",
    "KebijakanPerbaikan",
    "PanggilanSanksi",
    "RencanaPerbaikan",
    "RiwayatRencana",
    "RiwayatSanksi",
    "Sanksi",
    "TindakanPerbaikan",
    "TinjauanPerbaikan",
]
>>>>>>> ff7c693 (Lay down improvement plans, sanctions with their gate in the database, and the ledger of angka kredit)
