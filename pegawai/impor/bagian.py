"""Pieces of SQL over the raw rows of one employee file: its cells, and what they say about kind and rank.

Texts that stand in the SQL are names of our own columns and places of the file's; its words are parameters.
"""

from collections.abc import Callable
from dataclasses import dataclass

from inti.impor_dasar import Kolom, Tabel
from pegawai.enums import JenisPegawai
from pegawai.impor.kolom import DISIMPAN, JUGA_DISIMPAN, TERPAKAI
from pegawai.impor.peta import KODE_MAKS, NAMA_MAKS, nip_dari

KOLOM_UNIT = (
    "UNOR ID", "UNOR NAMA", "SATUAN KERJA INDUK ID", "SATUAN KERJA INDUK NAMA", "INSTANSI KERJA NAMA",
)  # fmt: skip
KOLOM_JABATAN = (
    "JABATAN ID", "JABATAN NAMA", "JENIS JABATAN NAMA", "JENIS JABATAN ID", "ESELON NAMA", "ESELON ID",
)  # fmt: skip
# Texts that name a unit or a post, and the longest of each.
BATAS = {
    "UNOR ID": KODE_MAKS, "UNOR NAMA": NAMA_MAKS, "SATUAN KERJA INDUK ID": KODE_MAKS,
    "SATUAN KERJA INDUK NAMA": NAMA_MAKS, "INSTANSI KERJA NAMA": NAMA_MAKS, "JABATAN ID": KODE_MAKS,
    "JABATAN NAMA": NAMA_MAKS,
}  # fmt: skip


@dataclass
class Bagian:
    """The SQL of one file; `c` gives the place of a column, NULL for one that the file does not have.

    Rows are `impor_baris m`; `pn` and `pj` are their rows of peta_nip and peta_jenis.
    """

    tabel: Tabel
    c: Callable[[str], str]

    def __post_init__(self) -> None:
        self.nip = nip_dari(self.c("NIP BARU"), "pn")
        self.ada_unit = self.ada(*KOLOM_UNIT[:4])
        self.ada_jabatan = self.ada("JABATAN ID", "JABATAN NAMA")

    def punya(self, kolom: str) -> bool:
        """Whether the file has this column."""
        return kolom in self.tabel.posisi

    def k(self, kolom: str) -> str:
        """The cell, "" when it is empty."""
        return f"coalesce({self.c(kolom)}, '')"

    def semua(self, kolom: tuple[str, ...]) -> str:
        """Several cells, "" when they are empty."""
        return ", ".join(map(self.k, kolom))

    def ada(self, *kolom: str) -> str:
        """True when one of the cells is not empty."""
        return f"coalesce({', '.join(map(self.c, kolom))}) IS NOT NULL"

    def sama(self, alias: str, kunci: tuple[str, ...], kolom: tuple[str, ...]) -> str:
        """The join of a row with a table of different texts."""
        return " AND ".join(f"{alias}.{a} = {self.k(b)}" for a, b in zip(kunci, kolom, strict=True))

    def bersel(self) -> list[Kolom]:
        """The columns of this file that are read cell by cell."""
        return [k for k in TERPAKAI if k.sel and self.punya(k.nama)]

    def simpan(self) -> list[tuple[str, str]]:
        """The columns that are kept under their own names: name and place."""
        nama = {k.nama for k in DISIMPAN} | set(JUGA_DISIMPAN)
        semua = [(n, t) for n, t in self.tabel.posisi.items() if n in nama]
        return [(n, f"m.c{tempat}") for n, tempat in (*semua, *self.tabel.lain.items())]

    @property
    def dari(self) -> str:
        """The rows with what is needed to tell the kind of employee."""
        return (
            f"impor_baris m LEFT JOIN peta_nip pn ON pn.teks = {self.c('NIP BARU')}"
            f" LEFT JOIN peta_jenis pj ON {self.sama('pj', ('jenis', 'status'), KOLOM_JENIS)}"
        )

    @property
    def jenis(self) -> str:
        """The kind of employee, from the NIP when the file has no column for it."""
        if self.punya("JENIS PEGAWAI NAMA"):
            return "pj.nilai"
        pppk, pns = JenisPegawai.PPPK.value, JenisPegawai.PNS.value
        dari_nip = f"CASE {self.nip['pppk']} WHEN true THEN '{pppk}' WHEN false THEN '{pns}' END"
        return f"CASE WHEN pj.kode IS NULL THEN coalesce(pj.nilai, {dari_nip}) END"

    @property
    def golongan(self) -> str:
        """The text of the rank."""
        return f"coalesce({self.c('GOL AKHIR NAMA')}, {self.c('GOL AKHIR ID')})"

    @property
    def sambung_golongan(self) -> str:
        """The join with the ranks (pg), which differ for PPPK."""
        return f"pg.teks = {self.golongan} AND pg.pppk = CASE WHEN {self._pppk} THEN 't' ELSE 'f' END"

    @property
    def golongan_berlaku(self) -> str:
        """True when the rank counts: SIASN's numbers of PPPK ranks are not published."""
        return f"{self.jenis} IS NOT NULL AND ({self.c('GOL AKHIR NAMA')} IS NOT NULL OR NOT {self._pppk})"

    @property
    def _pppk(self) -> str:
        return f"coalesce(left({self.jenis}, 4) = 'pppk', false)"


KOLOM_JENIS = ("JENIS PEGAWAI NAMA", "STATUS CPNS PNS")
KOLOM_KEDUDUKAN = ("KEDUDUKAN HUKUM ID", "KEDUDUKAN HUKUM NAMA")
