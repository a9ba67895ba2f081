"""The post that a row names: by its number, else by its name with what tells posts of one name apart."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from inti import impor_mentah as mentah
from inti.impor_dasar import Kolom
from inti.impor_sel import baca_dengan, g, pilihan, teks
from inti.sel import Tolak
from inti.tanda import isi_galat
from pegawai.aturan.jabatan import JENJANG, eselon, ratakan
from pegawai.enums import JenisJabatan
from pegawai.impor.acuan import STRUKTURAL
from pegawai.models import Jabatan

_STRUKTURAL = ",".join(str(satu.value) for satu in STRUKTURAL)
_FUNGSIONAL, _PELAKSANA = str(JenisJabatan.FUNGSIONAL.value), str(JenisJabatan.PELAKSANA.value)
# One kind, or those that SIASN's number (1 structural, 2 functional, 3 both, 4 general) and its words mean.
JENIS = {str(satu.value).upper().replace("_", " "): str(satu.value) for satu in JenisJabatan} | {
    "STRUKTURAL": _STRUKTURAL, "JABATAN STRUKTURAL": _STRUKTURAL, "1": _STRUKTURAL,
    "JABATAN FUNGSIONAL TERTENTU": _FUNGSIONAL, "JABATAN FUNGSIONAL": _FUNGSIONAL, "JFT": _FUNGSIONAL,
    "2": _FUNGSIONAL, "JABATAN FUNGSIONAL UMUM": _PELAKSANA, "JFU": _PELAKSANA, "JABATAN PELAKSANA": _PELAKSANA,
    "3": f"{_STRUKTURAL},{_FUNGSIONAL}", "JABATAN RANGKAP": f"{_STRUKTURAL},{_FUNGSIONAL}",
    "JABATAN RANGKAP (STRUKTURAL DAN FUNGSIONAL)": f"{_STRUKTURAL},{_FUNGSIONAL}", "4": _PELAKSANA,
}  # fmt: skip
_PELAKSANA_TUGAS = re.compile(r"^(?:plt|plh)\b\.?\s*", re.IGNORECASE)


def _eselon(isi: str) -> str:
    try:
        return eselon(isi)
    except ValueError as e:
        raise Tolak("eselon_salah", kalimat=isi_galat(e)) from None


KOLOM_JABATAN = (
    Kolom(
        "JABATAN ID",
        ("JABATANID", "KODE JABATAN", "POSITION ID", "POSITION CODE"),
        bidang="jabatan_kode",
        sel=teks(64),
        keterangan=_("Nomor jabatan di SIASN; didahulukan dari nama."),
    ),
    Kolom(
        "JABATAN NAMA",
        ("JABATANNAMA", "NAMA JABATAN", "NAMAJABATAN", "JABATAN", "POSITION", "POSITION NAME"),
        bidang="jabatan_nama",
        sel=teks(255),
        keterangan=_("Nama jabatan seperti di daftar jabatan; jenjang boleh di belakangnya."),
        contoh="Analis Kependudukan",
    ),
    Kolom(
        "JENIS JABATAN",
        ("JENISJABATAN", "JENIS JABATAN NAMA", "JENIS JABATAN ID", "POSITION KIND"),
        bidang="jabatan_jenis",
        sel=pilihan("jenis_pos", JENIS),
        keterangan=_(
            "Perlu bila satu nama dimiliki beberapa jenis: ADMINISTRATOR, PENGAWAS, FUNGSIONAL, PELAKSANA, …"
        ),
        contoh="FUNGSIONAL",
    ),
    Kolom(
        "JENJANG",
        ("LEVEL",),
        bidang="jabatan_jenjang",
        sel=pilihan("jenjang", {j.upper(): j for j in JENJANG}),
        keterangan=_("Perlu bila jabatan fungsional itu punya beberapa jenjang: Ahli Pertama, Ahli Muda, …"),
        contoh="Ahli Muda",
    ),
    Kolom(
        "ESELON",
        ("ESELON NAMA", "ESELONID", "ESELON ID", "ECHELON"),
        bidang="jabatan_eselon",
        sel=baca_dengan("eselon", "text", _eselon),
        keterangan=_("Perlu bila jabatan struktural senama punya beberapa eselon: II.a sampai V.b."),
    ),
    # SIASN's rw-jabatan writes a functional or a general post into columns of their own.
    Kolom("JABATAN FUNGSIONAL ID", ("JABATANFUNGSIONALID",), bidang="jft_kode", sel=teks(64)),
    Kolom("JABATAN FUNGSIONAL NAMA", ("JABATANFUNGSIONALNAMA",), bidang="jft_nama", sel=teks(255)),
    Kolom("JABATAN FUNGSIONAL UMUM ID", ("JABATANFUNGSIONALUMUMID",), bidang="jfu_kode", sel=teks(64)),
    Kolom("JABATAN FUNGSIONAL UMUM NAMA", ("JABATANFUNGSIONALUMUMNAMA",), bidang="jfu_nama", sel=teks(255)),
)
TAMBAHAN_JABATAN = {"jabatan_id": "uuid"}
_KUNCI = ("nomor", "nama", "jenis", "jenjang", "eselon")
SIAPKAN_JABATAN = mentah.buat_peta("peta_jabatan_baris", _KUNCI, {"jabatan": "uuid"})
TAMPIL_JABATAN = (
    "(SELECT concat_ws(' ', x.nama, nullif(x.jenjang, '')) FROM pegawai_jabatan x WHERE x.id = {v})"
)
KALIMAT_JABATAN = {
    "eselon_salah": g(_("Eselon tidak dikenal"), "%(kalimat)s"),
    "jabatan_tidak_dikenal": g(
        _("Jabatan tidak dikenal"),
        _("Jabatan “%(nilai)s” tidak ada di daftar jabatan. Samakan namanya, atau impor jabatannya dahulu."),
    ),
    "jabatan_ambigu": g(
        _("Nama dimiliki beberapa jabatan"),
        _("“%(nilai)s” dapat berarti: %(calon)s. Isi JABATAN ID, JENIS JABATAN, JENJANG atau ESELON."),
    ),
}
NAMA_JABATAN = "coalesce(s.jabatan_nama, s.jft_nama, s.jfu_nama)"
_SEBUTAN = {
    "nomor": "coalesce(s.jabatan_kode, s.jft_kode, s.jfu_kode, '')",
    "nama": f"coalesce({NAMA_JABATAN}, '')",
    "jenis": "coalesce(s.jabatan_jenis, '')",
    "jenjang": "coalesce(s.jabatan_jenjang, '')",
    "eselon": "coalesce(s.jabatan_eselon, '')",
}
_SAMA = " AND ".join(f"p.{nama} = {sql}" for nama, sql in _SEBUTAN.items())
_BERBEDA = (
    f"SELECT DISTINCT {', '.join(_SEBUTAN.values())} FROM impor_tahap s"  # noqa: S608 - own text
    f" WHERE {_SEBUTAN['nomor']} <> '' OR {_SEBUTAN['nama']} <> ''"
)
_PASANG = f"UPDATE impor_tahap s SET jabatan_id = p.jabatan FROM peta_jabatan_baris p WHERE {_SAMA}"  # noqa: S608
_CATAT = (
    "INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi) SELECT s.baris, p.kode,"  # noqa: S608
    " CASE WHEN p.nama = '' THEN 'JABATAN ID' ELSE 'JABATAN NAMA' END, coalesce(nullif(p.nama, ''), p.nomor), p.isi"
    f" FROM impor_tahap s JOIN peta_jabatan_baris p ON {_SAMA} WHERE p.kode IS NOT NULL"
)


@dataclass(frozen=True)
class Pos:
    """A post of the list."""

    id: Any
    nama: str
    jenis: str
    jenjang: str
    eselon: str

    @property
    def sebutan(self) -> str:
        """Its name with what tells it from others of this name."""
        rinci = ", ".join(filter(None, (self.jenjang, self.eselon)))
        return f"{self.nama} ({self.jenis.replace('_', ' ')}{', ' if rinci else ''}{rinci})"

    @property
    def struktural(self) -> bool:
        """Whether such a post usually leads a unit."""
        return self.jenis in STRUKTURAL


@dataclass
class DaftarJabatan:
    """All posts, by number and by name."""

    per_id: dict[str, Pos] = field(default_factory=dict)
    _per_kode: dict[str, Pos] = field(default_factory=dict)
    _per_nama: dict[str, list[Pos]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def muat(cls) -> "DaftarJabatan":
        """With the posts that the database has now."""
        daftar = cls()
        kolom = ("id", "nama", "jenis", "jenjang", "eselon", "kode")
        for *sifat, kode in Jabatan.objects.order_by("pk").values_list(*kolom):
            pos = Pos(*sifat)
            daftar.per_id[str(pos.id)] = pos
            if kode:
                daftar._per_kode[kode] = pos
            for nama in {ratakan(pos.nama), ratakan(f"{pos.nama} {pos.jenjang}")}:
                daftar._per_nama[nama].append(pos)
        return daftar

    def cari(self, kode: str, nama: str, jenis: str, jenjang: str, eselon_: str) -> Pos:
        """The post; raises Tolak when it is unknown or several are meant."""
        pos = self._per_kode.get(kode) or self.per_id.get(kode)
        if pos:
            return pos
        calon = [
            p
            for p in self._per_nama.get(ratakan(_PELAKSANA_TUGAS.sub("", nama)), [])
            if (not jenis or p.jenis in jenis.split(","))
            and (not jenjang or p.jenjang == jenjang)
            and (not eselon_ or p.eselon == eselon_)
        ]
        if len(calon) > 1:
            raise Tolak("jabatan_ambigu", calon="; ".join(sorted(p.sebutan for p in calon)[:5]))
        if not calon:
            raise Tolak("jabatan_tidak_dikenal")
        return calon[0]


def temukan_jabatan(kursor: Any) -> DaftarJabatan:
    """Find the post of every staged row, asking once for each different name; note what is not found.

    Returns the posts that were known.
    """
    daftar = DaftarJabatan.muat()
    kursor.execute("DELETE FROM peta_jabatan_baris")
    mentah.isi_peta(kursor, "peta_jabatan_baris", _BERBEDA, lambda *sebutan: (daftar.cari(*sebutan).id,))
    kursor.execute(_PASANG)
    kursor.execute(_CATAT)
    return daftar
