"""Placements, which must not change on days about which something was decided here, and results from before Kinerja."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from inti.impor_jenis import BukanIsi, JenisImpor, daftarkan
from inti.impor_tabel import Mode
from inti.tanda import kalimat
from pegawai.impor.ketetapan import tetapkan
from pegawai.impor.penempatan import PengimporPenempatan
from pegawai.impor.penempatan_tulis import sebelum_batal
from pegawai.models import Penempatan
from pegawai.services.atasan import segarkan
from penilaian.impor.periodik import PengimporPeriodik
from penilaian.impor.skp import PengimporSKP
from penilaian.models import RiwayatKinerjaPeriodik, RiwayatSKP
from penilaian.services.ketetapan import KETETAPAN

# e-Kinerja has two reports; the one of plans names nobody's result.
_LAPORAN_SKP = BukanIsi(
    ada=("SKP STATUS", "SKP MODEL"),
    tanpa=("HASIL AKHIR", "HASIL KERJA"),
    kalimat=kalimat(
        "Berkas ini Laporan SKP dari e-Kinerja, yang tidak memuat hasil penilaian. Unduh “Laporan Penilaian SKP” dari "
        "e-Kinerja, lalu unggah berkas itu."
    ),
)

_NAMA_BIDANG = {"siasn_id": _("ID riwayat SIASN")}  # whose name looks like that of a key


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

daftarkan(
    JenisImpor(
        kode="riwayat_skp",
        nama=_("Riwayat SKP"),
        izin="pegawai.impor",
        kolom=PengimporSKP.kolom,
        kalimat=PengimporSKP.kalimat,
        buat=lambda mode, pilihan, oleh: PengimporSKP(Mode(mode)),
        model=(RiwayatSKP,),
        keterangan=_(
            "Predikat tahunan sebelum Kinerja atau dari instansi lain: skp22 SIASN, atau Laporan Penilaian SKP "
            "e-Kinerja."
        ),
        nama_bidang=_NAMA_BIDANG,
        bukan=(_LAPORAN_SKP,),
    )
)

daftarkan(
    JenisImpor(
        kode="kinerja_periodik",
        nama=_("Kinerja periodik"),
        izin="pegawai.impor",
        kolom=PengimporPeriodik.kolom,
        kalimat=PengimporPeriodik.kalimat,
        buat=lambda mode, pilihan, oleh: PengimporPeriodik(Mode(mode)),
        model=(RiwayatKinerjaPeriodik,),
        keterangan=_(
            "Predikat bulanan atau triwulanan sebelum Kinerja atau dari instansi lain: kinerjaperiodik SIASN."
        ),
        nama_bidang=_NAMA_BIDANG,
        bukan=(_LAPORAN_SKP,),
    )
)
