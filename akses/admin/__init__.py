"""Admin pages that ask the permission matrix."""

from akses.admin.acuan import HariLiburAdmin
from akses.admin.akun import AkunAdmin, PenugasanPeranAdmin
from akses.admin.catatan_lihat import CatatanLihatAdmin
from akses.admin.dokumen import DokumenTerbitAdmin
from akses.admin.ekspor import CatatanEksporAdmin
from akses.admin.impor import BerkasImporAdmin
from akses.admin.organisasi import JabatanAdmin, UnitKerjaAdmin
from akses.admin.pegawai import AtasanKhususAdmin, PegawaiAdmin
from akses.admin.penempatan import PenempatanAdmin
from akses.admin.penyamaran import JejakPenyamaranAdmin

__all__ = [
    "AkunAdmin",
    "AtasanKhususAdmin",
    "BerkasImporAdmin",
    "CatatanEksporAdmin",
    "CatatanLihatAdmin",
    "DokumenTerbitAdmin",
    "HariLiburAdmin",
    "JabatanAdmin",
    "JejakPenyamaranAdmin",
    "PegawaiAdmin",
    "PenempatanAdmin",
    "PenugasanPeranAdmin",
    "UnitKerjaAdmin",
]
