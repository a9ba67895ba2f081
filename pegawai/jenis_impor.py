"""The kinds of data of this app that can be imported by themselves."""

from django.utils.translation import gettext_lazy as _

from inti.impor_jenis import JenisImpor, daftarkan
from inti.impor_tabel import Mode
from pegawai.impor.jabatan import PengimporJabatan
from pegawai.models import Jabatan

daftarkan(
    JenisImpor(
        kode="jabatan",
        nama=_("Jabatan"),
        izin="pegawai.impor",
        kolom=PengimporJabatan.kolom,
        kalimat=PengimporJabatan.kalimat,
        buat=lambda mode, pilihan, oleh: PengimporJabatan(Mode(mode)),
        model=(Jabatan,),
        keterangan=_("Nama, jenis, jenjang, eselon, kelas dan batas usia pensiun setiap jabatan."),
    )
)
