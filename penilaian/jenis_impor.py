"""Placements: they must not change on days about which something was decided here, so they are named here."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from inti.impor_jenis import JenisImpor, daftarkan
from inti.impor_tabel import Mode
from pegawai.impor.ketetapan import tetapkan
from pegawai.impor.penempatan import PengimporPenempatan
from pegawai.impor.penempatan_tulis import sebelum_batal
from pegawai.models import Penempatan
from pegawai.services.atasan import segarkan
from penilaian.services.ketetapan import KETETAPAN


def _sebelum_batal(kursor: Any) -> None:
    sebelum_batal(kursor, KETETAPAN)


tetapkan(KETETAPAN)  # for the import of people, which is registered below this app
daftarkan(
    JenisImpor(
        kode="penempatan",
        nama=_("Penempatan"),
        izin="pegawai.impor",
        kolom=PengimporPenempatan.kolom,
        kalimat=PengimporPenempatan.kalimat,
        buat=lambda mode, pilihan, oleh: PengimporPenempatan(Mode(mode), KETETAPAN),
        model=(Penempatan,),
        sesudah=segarkan,
        sebelum_batal=_sebelum_batal,
        nama_bidang={
            "akibat": _("hari terakhir penempatan lama, sebagai akibat"),
            "dihitung": _("hari terakhir, dihitung dari penempatan berikutnya"),
        },
        keterangan=_(
            "Jabatan definitif, Plt. dan Plh. dengan tanggalnya, juga riwayat beberapa baris per pegawai."
        ),
    )
)
