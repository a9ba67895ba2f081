"""Import of roles: to whom, for which unit, from when to when. Nobody gives one to himself."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from akses.enums import PERAN_STAF, Peran
from akses.models import PenugasanPeran
from inti.impor_dasar import Kolom
from inti.impor_sel import KALIMAT_DASAR, TANGGAL, g, pilihan, teks
from inti.impor_tabel import Mode, PengimporTabel
from pegawai.impor.orang import KALIMAT_ORANG, KENALI_ORANG, KOLOM_ORANG, SEBUTAN_ORANG, TAMBAHAN_ORANG
from pegawai.impor.unit_baris import (
    KALIMAT_UNIT,
    KOLOM_UNIT,
    SIAPKAN_UNIT,
    TAMBAHAN_UNIT,
    TAMPIL_UNIT,
    temukan_unit,
)
from pegawai.models import Pegawai

PERAN = {str(p.label).upper(): str(p.value) for p in Peran} | {
    kata: str(p.value) for p in Peran for kata in (p.value.upper(), p.value.upper().replace("_", " "))
}
BERUNIT = (Peran.PENGELOLA_OPD.value, Peran.PIMPINAN.value)
KALIMAT = (
    KALIMAT_DASAR
    | KALIMAT_ORANG
    | KALIMAT_UNIT
    | {
        "peran_perlu_unit": g(
            _("Peran tanpa unit"), _("Peran %(nilai)s berlaku untuk satu unit. Isi UNOR ID atau UNOR NAMA.")
        ),
        "peran_tanpa_unit": g(
            _("Peran seluruh instansi dengan unit"),
            _("Peran %(nilai)s berlaku untuk seluruh instansi. Kosongkan UNOR ID dan UNOR NAMA."),
        ),
        "peran_sendiri": g(
            _("Peran untuk diri sendiri"),
            _("Baris ini memberi atau mengubah peran Anda sendiri. Peran Anda diatur oleh pengelola lain."),
        ),
        "tanggal_terbalik": g(
            _("Tanggal terbalik"), _("SELESAI %(nilai)s mendahului MULAI. Periksa kedua tanggalnya.")
        ),
    }
)
_MASALAH = "INSERT INTO impor_masalah (baris, kode, kolom, nilai) SELECT s.baris, "
_TOLAK_UNIT = "(SELECT FROM impor_masalah m WHERE m.baris = s.baris AND m.kode LIKE 'unit_%%')"


class PengimporPeran(PengimporTabel):
    """Roles, one per person, role, unit and first day; a role ends by its last day."""

    nama = "peran"
    model = PenugasanPeran
    kalimat = KALIMAT
    tabel_terkunci = ("akses_penugasanperan",)
    kolom = (
        *KOLOM_ORANG,
        Kolom(
            "PERAN",
            ("NAMA PERAN", "ROLE"),
            wajib=True,
            bidang="peran",
            sel=pilihan("peran", PERAN),
            keterangan=_("PENGELOLA INSTANSI, PENGELOLA OPD, PIMPINAN, AUDITOR atau ADMIN SISTEM."),
            contoh="AUDITOR",
        ),
        *KOLOM_UNIT,
        Kolom(
            "MULAI",
            ("TANGGAL MULAI", "START", "START DATE"),
            wajib=True,
            bidang="mulai",
            sel=TANGGAL,
            keterangan=_("Hari pertama peran ini."),
            contoh="01-01-2026",
        ),
        Kolom(
            "SELESAI",
            ("TANGGAL SELESAI", "END", "END DATE"),
            bidang="selesai",
            sel=TANGGAL,
            keterangan=_("Hari terakhirnya; kosong bila belum ditentukan."),
            contoh="31-12-2026",
        ),
        Kolom(
            "DASAR",
            ("DASAR PENUGASAN", "NOMOR SK", "BASIS"),
            bidang="dasar",
            sel=teks(200),
            keterangan=_("Keputusan yang memberinya."),
            contoh="SK Sekda 800/12/2026",
        ),
    )
    kunci = (("pegawai_id", "peran", "mulai", "unit_id"),)
    kunci_kosong = frozenset({"unit_id"})
    tambahan = TAMBAHAN_ORANG | TAMBAHAN_UNIT
    tulis = ("pegawai_id", "peran", "unit_id", "mulai", "selesai", "dasar")
    bawaan = {"dasar": "''"}
    tampil = {"unit_id": TAMPIL_UNIT}
    kenali = KENALI_ORANG
    aturan = (
        f"{_MASALAH} 'peran_perlu_unit', 'UNOR NAMA', s.peran FROM impor_tahap s"
        f" WHERE s.peran = ANY (%(berunit)s) AND s.unit_id IS NULL AND NOT EXISTS {_TOLAK_UNIT}",
        f"{_MASALAH} 'peran_tanpa_unit', 'UNOR NAMA', s.peran FROM impor_tahap s"
        " WHERE s.peran <> ALL (%(berunit)s) AND coalesce(s.unor_kode, s.unor_nama) IS NOT NULL",
        f"{_MASALAH} 'peran_sendiri', 'NIP BARU', coalesce(s.nip, s.pns_id) FROM impor_tahap s"
        " WHERE s.pegawai_id = %(oleh)s",
        f"{_MASALAH} 'tanggal_terbalik', 'SELESAI', to_char(s.selesai, 'DD-MM-YYYY') FROM impor_tahap s"
        " WHERE s.selesai < s.mulai",
    )
    sebutan = SEBUTAN_ORANG

    def __init__(self, mode: Mode = Mode.KEDUANYA, oleh: Pegawai | None = None) -> None:
        super().__init__(mode)
        self.oleh = oleh

    def isian(self) -> dict[str, Any]:
        """Who imports, and the roles that are for one unit."""
        return {"oleh": self.oleh.pk if self.oleh else None, "berunit": list(BERUNIT)}

    def perintah_siapkan(self) -> Any:
        """The staging tables, and one of the units."""
        return (*super().perintah_siapkan(), *SIAPKAN_UNIT)

    def susun(self, kursor: Any) -> None:
        """Read the cells, then find the units."""
        super().susun(kursor)
        temukan_unit(kursor)

    def terapkan(self, kursor: Any) -> None:
        """The roles; whoever gets a role of the office may enter the admin."""
        super().terapkan(kursor)
        kursor.execute(
            "UPDATE akses_akun a SET is_staff = true FROM impor_tahap s WHERE a.pegawai_id = s.pegawai_id"
            " AND NOT s.galat AND NOT a.is_staff AND s.peran = ANY (%s)",
            [[str(p.value) for p in PERAN_STAF]],
        )
