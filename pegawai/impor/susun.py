"""Staging: the raw rows of an employee file as values, by SQL over the tables of different texts."""

from collections.abc import Callable
from typing import Any

from inti import impor_mentah as mentah
from inti.impor_dasar import Masalah
from inti.impor_tabel import nilai_sel
from pegawai.aturan.jabatan import memimpin, mungkin_memimpin
from pegawai.impor import peta, sel
from pegawai.impor.acuan import AcuanJabatan, AcuanUnit
from pegawai.impor.bagian import KOLOM_JABATAN, KOLOM_JENIS, KOLOM_KEDUDUKAN, KOLOM_UNIT, Bagian
from pegawai.impor.kolom import TEKS

PENDIDIKAN_MAKS = 150
# The columns of the staging table, in order, with their SQL types.
TAHAP = {
    "baris": "int",
    "nip": "text",
    **dict.fromkeys(TEKS, "text"),
    "jenis": "text",
    "jenis_kelamin": "text",
    "kedudukan_hukum": "text",
    "golongan": "text",
    "pendidikan": "text",
    "tahun_lulus": "smallint",
    "email": "text",
    "email_gov": "text",
    "nik": "text",
    "tanggal_lahir": "date",
    "tmt_cpns": "date",
    "tmt_pns": "date",
    "tmt_golongan": "date",
    "mulai": "date",
    "cadangan": "date",
    "siasn": "jsonb",
    "unit_id": "uuid",
    "jabatan_id": "uuid",
    "nip_lahir": "date",
    "nip_kelamin": "text",
    "nip_pppk": "bool",
}
TABEL = ("impor_pegawai", *peta.PETA)
SIAPKAN = (
    "DROP TABLE IF EXISTS pg_temp.impor_pegawai",
    f"CREATE TEMPORARY TABLE impor_pegawai ({', '.join(f'{n} {t}' for n, t in TAHAP.items())}) ON COMMIT DROP",
    *(p for nama, (kunci, nilai) in peta.PETA.items() for p in mentah.buat_peta(nama, kunci, nilai)),
)


class Penyusun:
    """Fills `impor_pegawai` from `impor_baris`; new units and posts are prepared on the way."""

    def __init__(self, kursor: Any, bagian: Bagian, unit: AcuanUnit, jabatan: AcuanJabatan) -> None:
        self._kursor, self._b = kursor, bagian
        self._unit, self._jabatan = unit, jabatan
        self._catatan: list[Masalah] = []

    def susun(self) -> None:
        """Ask about the different texts, then stage the rows."""
        self._baca_orang()
        self._baca_tempat()
        self._tulis()
        self._baca_kepala()

    # --- different texts

    def _baca_orang(self) -> None:
        b, nip = self._b, self._b.c("NIP BARU")
        lembar = peta.jenis_dari_nama_lembar(b.tabel.lembar)
        self._isi(
            "peta_nip",
            f"SELECT DISTINCT {nip} FROM impor_baris m WHERE {nip} IS NOT NULL AND NOT ({peta.nip_pasti(nip)})",  # noqa: S608
            peta.baca_nip,
        )
        self._isi(
            "peta_jenis",
            f"SELECT DISTINCT {b.semua(KOLOM_JENIS)} FROM impor_baris m",  # noqa: S608
            lambda nama, status: (sel.jenis_pegawai(nama, status) or lembar or None,),
        )
        self._isi(
            "peta_kedudukan",
            f"SELECT DISTINCT {b.semua(KOLOM_KEDUDUKAN)} FROM impor_baris m",  # noqa: S608
            peta.baca_kedudukan,
        )
        self._isi(
            "peta_golongan",
            f"SELECT teks, p FROM (SELECT DISTINCT {b.golongan} AS teks FROM impor_baris m) t,"  # noqa: S608
            " unnest(ARRAY['t', 'f']) p WHERE teks IS NOT NULL",
            peta.baca_golongan,
        )

    def _baca_tempat(self) -> None:
        """Units and posts, asked in the order of their first rows, which is the order in which they are made."""
        b = self._b
        for nama, kolom, baca in (
            ("peta_unit", KOLOM_UNIT, self._satu_unit),
            ("peta_jabatan", KOLOM_JABATAN, self._satu_jabatan),
        ):
            urut = ", ".join(str(n + 1) for n in range(len(kolom)))
            self._isi(
                nama,
                f"SELECT {b.semua(kolom)}, min(baris)::text FROM impor_baris m"  # noqa: S608
                f" WHERE {b.ada_unit} AND {b.ada_jabatan} GROUP BY {urut} ORDER BY min(baris)",
                baca,
            )
        mentah.catat(self._kursor, self._catatan)

    def _satu_unit(self, *sebutan: str) -> tuple[Any]:
        sebelum = len(self._unit.baru)
        s = peta.sebutan_unit(*sebutan[:-1])
        unit = self._unit.cari(s) if s.nama or s.kode else None
        for baru in self._unit.baru[sebelum:]:
            isi = {"nilai": baru.nama, "induk": baru.induk or "-"}
            self._catatan.append(Masalah(int(sebutan[-1]), "unit_baru", "UNOR NAMA", baru.nama, isi))
        return (unit.id if unit else None,)

    def _satu_jabatan(self, *sebutan: str) -> tuple[Any]:
        sebelum = len(self._jabatan.baru)
        s = peta.sebutan_jabatan(*sebutan[:-1])
        post = self._jabatan.cari(s) if s.nama or s.kode else None
        for baru in self._jabatan.baru[sebelum:]:
            if baru.rincian.ditebak and baru.rincian.eselon:
                isi = {"eselon": baru.rincian.eselon}
                self._catatan.append(Masalah(int(sebutan[-1]), "eselon_ditebak", "JABATAN NAMA", s.nama, isi))
        return (post.id if post else None,)

    def _baca_kepala(self) -> None:
        """Which pairs of unit and post mean that the holder leads the unit."""
        self._isi(
            "peta_pos",
            "SELECT DISTINCT jabatan_id::text FROM impor_pegawai WHERE jabatan_id IS NOT NULL",
            self._perlu_ditanya,
        )
        self._isi(
            "peta_kepala",
            "SELECT DISTINCT s.unit_id::text, s.jabatan_id::text FROM impor_pegawai s"
            " JOIN peta_pos p ON p.jabatan::uuid = s.jabatan_id WHERE p.perlu AND s.unit_id IS NOT NULL",
            self._pasangan,
        )

    def _perlu_ditanya(self, jabatan: str) -> tuple[bool]:
        post = self._jabatan.dari_id(jabatan)
        return (post.struktural or mungkin_memimpin(post.nama),)

    def _pasangan(self, unit: str, jabatan: str) -> tuple[Any, ...]:
        u, post = self._unit.dari_id(unit), self._jabatan.dari_id(jabatan)
        kepala = memimpin(post.nama, u.nama)
        return kepala, post.struktural and not kepala, u.nama

    def _isi(self, nama: str, sumber: str, baca: Callable[..., Any]) -> None:
        mentah.isi_peta(self._kursor, nama, sumber, baca)

    # --- values

    def _tulis(self) -> None:
        b = self._b
        bersel = [(f"p{n}", k, k.sel) for n, k in enumerate(b.bersel()) if k.sel]
        nilai = self._nilai({k.bidang: nilai_sel(s, b.c(k.nama), alias) for alias, k, s in bersel})
        gabung = "".join(
            f" LEFT JOIN peta_{s.nama} {alias} ON {alias}.teks = {b.c(k.nama)}" for alias, k, s in bersel
        )
        self._kursor.execute(
            f"INSERT INTO impor_pegawai ({', '.join(nilai)}) SELECT {', '.join(nilai.values())}"  # noqa: S608
            f" FROM {b.dari}{gabung} LEFT JOIN peta_golongan pg ON {b.sambung_golongan}"
            f" LEFT JOIN peta_kedudukan pk ON {b.sama('pk', ('nomor', 'nama'), KOLOM_KEDUDUKAN)}"
            f" LEFT JOIN peta_unit pu ON {b.sama('pu', peta.KUNCI_UNIT, KOLOM_UNIT)}"
            f" LEFT JOIN peta_jabatan pp ON {b.sama('pp', peta.KUNCI_JABATAN, KOLOM_JABATAN)}",
            [[nama for nama, _ in b.simpan()]],
        )
        self._kursor.execute("ANALYZE impor_pegawai")

    def _nilai(self, sel_: dict[str, str]) -> dict[str, str]:
        """SQL of every staged field; what the NIP says stands in for an empty cell."""
        b = self._b
        pendidikan = f"coalesce({b.c('PENDIDIKAN NAMA')}, {b.c('TINGKAT PENDIDIKAN NAMA')})"
        simpan = ", ".join(c for _, c in b.simpan())
        ada = {bidang: sel_.get(bidang, "NULL") for bidang in _BERPENGGANTI}
        return sel_ | {
            "baris": "m.baris",
            "siasn": f"jsonb_strip_nulls(jsonb_object(%s::text[], ARRAY[{simpan}]::text[]))",
            "nip": b.nip["nilai"],
            **{bidang: b.c(kolom) for bidang, (kolom, _) in TEKS.items()},
            "jenis": b.jenis,
            "jenis_kelamin": f"coalesce({ada['jenis_kelamin']}, {b.nip['kelamin']})",
            "tanggal_lahir": f"coalesce({ada['tanggal_lahir']}, {b.nip['lahir']})",
            # The start of a first placement without TMT JABATAN: TMT PNS, TMT CPNS, else what the NIP says.
            "cadangan": f"coalesce({ada['tmt_pns']}, {ada['tmt_cpns']}, {b.nip['mulai']})",
            "kedudukan_hukum": "pk.nilai",
            "golongan": f"CASE WHEN {b.golongan_berlaku} THEN pg.nilai END",
            "pendidikan": f"left({pendidikan}, {PENDIDIKAN_MAKS})",
            "unit_id": f"CASE WHEN {b.ada_jabatan} THEN pu.nilai END",
            "jabatan_id": f"CASE WHEN {b.ada_unit} THEN pp.nilai END",
            "nip_lahir": b.nip["lahir"],
            "nip_kelamin": b.nip["kelamin"],
            "nip_pppk": b.nip["pppk"],
        }


_BERPENGGANTI = ("jenis_kelamin", "tanggal_lahir", "tmt_pns", "tmt_cpns")
