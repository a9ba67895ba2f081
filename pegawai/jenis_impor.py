"""The kinds of data of this app that can be imported by themselves."""

from django.utils.translation import gettext_lazy as _

from inti.impor_jenis import JenisImpor, daftarkan
from inti.impor_tabel import Mode
from pegawai.impor.jabatan import PengimporJabatan
from pegawai.impor.pangkat import PengimporPangkat
from pegawai.impor.unit import PengimporUnit
from pegawai.models import Jabatan, Pegawai, RiwayatPangkat, UnitKerja
from pegawai.services.atasan import segarkan

daftarkan(
    JenisImpor(
        kode="unit",
        nama=_("Unit kerja"),
        izin="pegawai.impor",
        kolom=PengimporUnit.kolom,
        kalimat=PengimporUnit.kalimat,
        buat=lambda mode, pilihan, oleh: PengimporUnit(Mode(mode)),
        model=(UnitKerja,),
        sesudah=segarkan,
        nama_bidang={"induk": _("unit di atasnya")},
        keterangan=_("Susunan organisasi: unit baru, perubahan, pemindahan dan penutupan unit."),
    )
)

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

daftarkan(
    JenisImpor(
        kode="pangkat",
        nama=_("Riwayat pangkat"),
        izin="pegawai.impor",
        kolom=PengimporPangkat.kolom,
        kalimat=PengimporPangkat.kalimat,
        buat=lambda mode, pilihan, oleh: PengimporPangkat(Mode(mode)),
        model=(RiwayatPangkat, Pegawai),
        keterangan=_("Golongan dengan TMT, SK dan masa kerja. Yang terbaru menjadi golongan pegawai."),
    )
)
