"""Days off are the kind of data of this app that can be imported."""

from django.utils.translation import gettext_lazy as _

from inti.impor_jenis import JenisImpor, daftarkan
from inti.impor_libur import PengimporLibur
from inti.impor_tabel import Mode
from inti.models import HariLibur

daftarkan(
    JenisImpor(
        kode="libur",
        nama=_("Hari libur"),
        izin="siklus.kelola",
        kolom=PengimporLibur.kolom,
        kalimat=PengimporLibur.kalimat,
        buat=lambda mode, pilihan, oleh: PengimporLibur(Mode(mode)),
        model=(HariLibur,),
        keterangan=_("Libur nasional, cuti bersama dan libur daerah setahun."),
    )
)
