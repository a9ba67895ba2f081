from pegawai.models.atasan import Atasan, AtasanKhusus, TanpaPenilai
from pegawai.models.ganda import GandaPegawai, GandaUnit
from pegawai.models.impor import BerkasImpor
from pegawai.models.kata import KataNama
from pegawai.models.keadaan import KeadaanPegawai
from pegawai.models.organisasi import Jabatan, UnitKerja
from pegawai.models.pangkat import RiwayatPangkat
from pegawai.models.pegawai import Pegawai
from pegawai.models.penempatan import Penempatan
from pegawai.models.pensiun import KeputusanPensiun

__all__ = [
    "Atasan",
    "AtasanKhusus",
    "BerkasImpor",
    "GandaPegawai",
    "GandaUnit",
    "Jabatan",
    "KataNama",
    "KeadaanPegawai",
    "KeputusanPensiun",
    "Pegawai",
    "Penempatan",
    "RiwayatPangkat",
    "TanpaPenilai",
    "UnitKerja",
]
