"""The unit that a row is about: by its code, else by its name. Shared by the imports of what belongs to units."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from inti import impor_mentah as mentah
from inti.impor_dasar import Kolom
from inti.impor_sel import g, teks
from pegawai.impor.acuan import AcuanUnit, Pilihan, SebutanUnit

KOLOM_UNIT = (
    Kolom(
        "UNOR ID",
        ("UNORID", "KODE UNOR", "KODE UNIT", "UNIT ID", "UNIT CODE"),
        bidang="unor_kode",
        sel=teks(64),
        keterangan=_("Kode unor di SIASN; didahulukan dari nama."),
    ),
    Kolom(
        "UNOR NAMA",
        ("UNORNAMA", "UNIT KERJA", "NAMA UNOR", "NAMAUNOR", "NAMA UNIT", "UNIT NAME", "UNIT"),
        bidang="unor_nama",
        sel=teks(255),
        keterangan=_("Nama unit seperti di susunan organisasi."),
    ),
    Kolom(
        "SATUAN KERJA INDUK NAMA",
        ("SATUAN KERJA INDUK", "UNOR INDUK NAMA", "UNORINDUKNAMA", "INDUK", "PARENT UNIT"),
        bidang="unor_induk",
        sel=teks(255),
        keterangan=_("Perlu bila nama unit dimiliki beberapa perangkat daerah."),
    ),
)
TAMBAHAN_UNIT = {"unit_id": "uuid"}
SIAPKAN_UNIT = mentah.buat_peta("peta_unit_baris", ["unor", "nama", "induk"], {"unit": "uuid"})
TAMPIL_UNIT = "(SELECT x.nama FROM pegawai_unitkerja x WHERE x.id = {v})"
KALIMAT_UNIT = {
    "unit_tidak_dikenal": g(
        _("Unit kerja tidak dikenal"),
        _("Unit “%(nilai)s” tidak ada dalam susunan organisasi. Samakan namanya, atau impor unitnya dahulu."),
    ),
    "unit_ambigu": g(
        _("Nama unit kerja dimiliki beberapa unit"),
        _("“%(nilai)s” dapat berarti: %(calon)s. Isi UNOR ID, atau SATUAN KERJA INDUK NAMA yang tepat."),
    ),
    "unit_ditutup": g(
        _("Unit kerja sudah ditutup"),
        _("UNOR ID ini milik %(unit)s yang sudah ditutup. Isi unit penggantinya, atau buka lagi unit itu."),
    ),
}
_SAMA = (
    "p.unor = coalesce(s.unor_kode, '') AND p.nama = coalesce(s.unor_nama, '')"
    " AND p.induk = coalesce(s.unor_induk, '')"
)
_BERBEDA = (
    "SELECT DISTINCT coalesce(unor_kode, ''), coalesce(unor_nama, ''), coalesce(unor_induk, '')"
    " FROM impor_tahap WHERE coalesce(unor_kode, unor_nama) IS NOT NULL"
)
_PASANG = f"UPDATE impor_tahap s SET unit_id = p.unit FROM peta_unit_baris p WHERE {_SAMA}"  # noqa: S608 - own text
_CATAT = (
    "INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)"  # noqa: S608 - own text
    " SELECT s.baris, p.kode, CASE WHEN s.unor_nama IS NULL THEN 'UNOR ID' ELSE 'UNOR NAMA' END,"
    " coalesce(s.unor_nama, s.unor_kode), p.isi"
    f" FROM impor_tahap s JOIN peta_unit_baris p ON {_SAMA} WHERE p.kode IS NOT NULL"
)


def temukan_unit(kursor: Any, *, juga_tutup: bool = False) -> AcuanUnit:
    """Find the unit of every staged row, asking once for each different name; note what is not found.

    With `juga_tutup` units that are closed today are found too, where no open one has the name. Returns the
    units that were known.
    """
    acuan = AcuanUnit.muat(Pilihan(buat_unit=False), juga_tutup=juga_tutup)

    def baca(kode: str, nama: str, induk: str) -> tuple[Any]:
        return (acuan.cari(SebutanUnit(kode, nama, "", induk, "")).id,)

    kursor.execute("DELETE FROM peta_unit_baris")
    mentah.isi_peta(kursor, "peta_unit_baris", _BERBEDA, baca)
    kursor.execute(_PASANG)
    kursor.execute(_CATAT)
    return acuan
