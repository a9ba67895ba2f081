"""Employees: their import also makes, renames and closes accounts, so it is named here."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from akses.akun_massal import buat_akun_massal, nonaktifkan_yang_keluar, selaraskan_nama_akun
from akses.enums import PERAN_STAF
from akses.impor_peran import PengimporPeran
from akses.models import PenugasanPeran
from inti.impor_jenis import JenisImpor, PilihanImpor, daftarkan
from inti.impor_tabel import Mode
from pegawai.impor import Pilihan
from pegawai.impor.kalimat import KALIMAT
from pegawai.impor.ketetapan import yang_berlaku
from pegawai.impor.kolom import KOLOM
from pegawai.impor.penempatan_tulis import sebelum_batal
from pegawai.impor.pengimpor import PengimporPegawai
from pegawai.models import Jabatan, Pegawai, Penempatan, UnitKerja
from pegawai.services.atasan import segarkan


def _sesudah() -> None:
    segarkan()
    selaraskan_nama_akun()
    buat_akun_massal()
    nonaktifkan_yang_keluar()


def _sebelum_batal(kursor: Any) -> None:
    """Accounts nobody has used yet, the derived assessors of the new people, and what placements need."""
    baru = "SELECT id FROM batal_pegawai_pegawai WHERE baru"
    kursor.execute(
        f"DELETE FROM akses_akun WHERE last_login IS NULL AND pegawai_id IN ({baru})"  # noqa: S608 - own text
    )
    kursor.execute(  # derived rows, made anew afterwards
        f"DELETE FROM pegawai_atasan WHERE pegawai_id IN ({baru}) OR penilai_id IN ({baru})"  # noqa: S608
        f" OR atasan_penilai_id IN ({baru})"
        " OR penempatan_id IN (SELECT id FROM batal_pegawai_penempatan WHERE baru)"
        " OR unit_id IN (SELECT id FROM batal_pegawai_unitkerja WHERE baru)"
    )
    sebelum_batal(kursor, yang_berlaku())


def _sebelum_batal_peran(kursor: Any) -> None:
    """The door to the admin closes again for whoever has no role of the office left but those taken back."""
    baru = "SELECT id FROM batal_akses_penugasanperan WHERE baru"
    kursor.execute(
        "UPDATE akses_akun a SET is_staff = false WHERE a.is_staff AND NOT a.is_superuser"  # noqa: S608 - own text
        f" AND a.pegawai_id IN (SELECT r.pegawai_id FROM akses_penugasanperan r WHERE r.id IN ({baru}))"
        " AND NOT EXISTS (SELECT FROM akses_penugasanperan r WHERE r.pegawai_id = a.pegawai_id"
        f" AND r.peran = ANY (%s) AND r.id NOT IN ({baru}))",
        [[str(p.value) for p in PERAN_STAF]],
    )


daftarkan(
    JenisImpor(
        kode="pegawai",
        nama=_("Pegawai"),
        izin="pegawai.impor",
        kolom=KOLOM,
        kalimat=KALIMAT,
        buat=lambda mode, pilihan, oleh: PengimporPegawai(Pilihan(**pilihan), Mode(mode)),
        model=(Penempatan, Pegawai, Jabatan, UnitKerja),
        sesudah=_sesudah,
        pilihan=(
            PilihanImpor(
                "buat_unit",
                _("Buat unit kerja yang belum ada"),
                _("Pakai pada pengisian pertama. Unit disusun dari satuan kerja induk dan unor."),
            ),
            PilihanImpor("buat_jabatan", _("Buat jabatan yang belum ada"), bawaan=True),
        ),
        keterangan=_("Ekspor SIASN, atau berkas dengan nama kolom yang sama."),
        sebelum_batal=_sebelum_batal,
    )
)

daftarkan(
    JenisImpor(
        kode="peran",
        nama=_("Peran"),
        izin="peran.kelola",
        kolom=PengimporPeran.kolom,
        kalimat=PengimporPeran.kalimat,
        buat=lambda mode, pilihan, oleh: PengimporPeran(Mode(mode), oleh),
        model=(PenugasanPeran,),
        keterangan=_("Peran pengelola, pimpinan, auditor dan admin dengan unit dan jangka waktunya."),
        sebelum_batal=_sebelum_batal_peran,
    )
)
