"""What is wrong with the cells of an employee file, into `impor_masalah`: SQL finds, the rules give the words."""

from collections.abc import Iterator
from typing import Any

from inti import impor_mentah as mentah
from inti.impor_dasar import GALAT, Masalah
from pegawai.aturan.nip import periksa_silang, urai
from pegawai.impor.bagian import BATAS, KOLOM_JABATAN, KOLOM_KEDUDUKAN, KOLOM_UNIT, Bagian
from pegawai.impor.kalimat import KALIMAT
from pegawai.impor.kolom import TEKS
from pegawai.impor.peta import KUNCI_JABATAN, KUNCI_UNIT

KOLOM_SILANG = {"lahir": "TANGGAL LAHIR", "jenis_kelamin": "JENIS KELAMIN", "jenis": "JENIS PEGAWAI NAMA"}
GALAT_SEMUA = [kode for kode, k in KALIMAT.items() if k.berat == GALAT]
MENUTUPI = [
    "karakter",
    "terlalu_panjang",
    "nip_excel",
    "angka_excel",
]  # no other problem of such a cell is told
_KOSONG = "'{}'::jsonb"


class PemeriksaSel:
    """Finds the problems of one file that was staged."""

    def __init__(self, kursor: Any, bagian: Bagian) -> None:
        self._kursor, self._b = kursor, bagian

    def periksa(self) -> None:
        """Note everything that is wrong with cells, alone and against the NIP of their row."""
        self._teks()
        self._nip()
        self._jenis()
        self._golongan()
        self._kedudukan()
        self._tempat()
        self._bersihkan()
        self._silang()
        self._tanpa_penempatan()

    def _catat(self, pilih: str, *isian: Any) -> None:
        self._kursor.execute(
            f"INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi) {pilih}", isian or None
        )

    def _ada(self, dari: str) -> bool:
        self._kursor.execute(f"SELECT EXISTS (SELECT FROM {dari})")  # noqa: S608
        return bool(self._kursor.fetchone()[0])

    def _teks(self) -> None:
        """Empty and too long cells, posts without unit and units without post: one look at every row."""
        b = self._b
        tanpa_unit = f"NOT {b.ada_unit} AND {b.c('JABATAN NAMA')} IS NOT NULL"
        semua = [
            *((f"{b.c(k)} IS NULL", "wajib_kosong", k, "''", _KOSONG) for k in ("NIP BARU", "NAMA")),
            *(
                (f"length({b.c(k)}) > {n}", "terlalu_panjang", k, b.c(k), f"'{{\"maks\": {n}}}'::jsonb")
                for k, n in (*TEKS.values(), *BATAS.items())
                if b.punya(k)
            ),
            (tanpa_unit, "jabatan_tanpa_unit", "UNOR NAMA", "''", _KOSONG),
            (f"{b.ada_unit} AND NOT {b.ada_jabatan}", "unit_tanpa_jabatan", "JABATAN NAMA", "''", _KOSONG),
        ]
        nilai = ", ".join(f"({syarat}, '{kode}', '{k}', {n}, {isi})" for syarat, kode, k, n, isi in semua)
        self._catat(
            f"SELECT m.baris, v.kode, v.kolom, v.nilai, v.isi FROM impor_baris m"  # noqa: S608
            f" CROSS JOIN LATERAL (VALUES {nilai}) v (ada, kode, kolom, nilai, isi)"
            f" WHERE ({' OR '.join(f'({satu[0]})' for satu in semua)}) AND v.ada"
        )

    def _nip(self) -> None:
        nip = self._b.c("NIP BARU")
        if self._ada("peta_nip WHERE kode IS NOT NULL"):
            self._catat(
                f"SELECT m.baris, p.kode, 'NIP BARU', {nip}, p.isi FROM impor_baris m"  # noqa: S608
                f" JOIN peta_nip p ON p.teks = {nip} WHERE p.kode IS NOT NULL"
            )

    def _jenis(self) -> None:
        """An unknown kind, or none; a file that has no such column is told that the NIP was asked."""
        if not self._ada("peta_jenis WHERE nilai IS NULL"):
            return
        b = self._b
        nama, status = b.c("JENIS PEGAWAI NAMA"), b.c("STATUS CPNS PNS")
        self._catat(
            f"SELECT m.baris, pj.kode, CASE WHEN {nama} IS NULL THEN 'STATUS CPNS PNS'"  # noqa: S608
            f" ELSE 'JENIS PEGAWAI NAMA' END, coalesce({nama}, {status}), pj.isi FROM {b.dari}"
            " WHERE pj.kode IS NOT NULL"
        )
        wajib = b.punya("JENIS PEGAWAI NAMA")
        kode, kolom = ("wajib_kosong", "JENIS PEGAWAI NAMA") if wajib else ("jenis_dari_nip", "NIP BARU")
        self._catat(
            f"SELECT m.baris, '{kode}', '{kolom}', {b.k(kolom)}, {_KOSONG} FROM {b.dari}"  # noqa: S608
            f" WHERE pj.kode IS NULL AND pj.nilai IS NULL AND {b.nip['nilai']} IS NOT NULL"
        )

    def _golongan(self) -> None:
        b, nama = self._b, self._b.c("GOL AKHIR NAMA")
        if self._ada("peta_golongan WHERE kode IS NOT NULL"):
            self._catat(
                f"SELECT m.baris, pg.kode, CASE WHEN {nama} IS NULL THEN 'GOL AKHIR ID'"  # noqa: S608
                f" ELSE 'GOL AKHIR NAMA' END, {b.golongan}, pg.isi FROM {b.dari}"
                f" JOIN peta_golongan pg ON {b.sambung_golongan}"
                f" WHERE pg.kode IS NOT NULL AND {b.golongan_berlaku}"
            )

    def _kedudukan(self) -> None:
        b = self._b
        nomor, nama = b.c("KEDUDUKAN HUKUM ID"), b.c("KEDUDUKAN HUKUM NAMA")
        if self._ada("peta_kedudukan WHERE kode IS NOT NULL"):
            self._catat(
                f"SELECT m.baris, p.kode, CASE WHEN {nomor} IS NULL THEN 'KEDUDUKAN HUKUM NAMA'"  # noqa: S608
                f" ELSE 'KEDUDUKAN HUKUM ID' END, coalesce({nomor}, {nama}), p.isi FROM impor_baris m"
                f" JOIN peta_kedudukan p ON {b.sama('p', ('nomor', 'nama'), KOLOM_KEDUDUKAN)}"
                " WHERE p.kode IS NOT NULL"
            )

    def _tempat(self) -> None:
        """Units and posts that cannot be told; structural posts that lead no unit."""
        b = self._b
        dua = f"{b.ada_unit} AND {b.ada_jabatan}"
        sebutan = [n for n in ("UNOR NAMA", "UNOR ID", *KOLOM_UNIT[3:1:-1]) if b.punya(n)]
        pilih = " ".join(f"WHEN {b.c(n)} IS NOT NULL THEN '{n}'" for n in sebutan)
        if self._ada("peta_unit WHERE kode IS NOT NULL"):
            self._catat(
                f"SELECT m.baris, p.kode, CASE {pilih} END, coalesce({', '.join(map(b.c, sebutan))}), p.isi"  # noqa: S608
                f" FROM impor_baris m JOIN peta_unit p ON {b.sama('p', KUNCI_UNIT, KOLOM_UNIT)}"
                f" WHERE p.kode IS NOT NULL AND {dua}"
            )
        if self._ada("peta_jabatan WHERE kode IS NOT NULL"):
            self._catat(
                f"SELECT m.baris, p.kode, 'JABATAN NAMA', {b.k('JABATAN NAMA')}, p.isi FROM impor_baris m"  # noqa: S608
                f" JOIN peta_jabatan p ON {b.sama('p', KUNCI_JABATAN, KOLOM_JABATAN)}"
                f" WHERE p.kode IS NOT NULL AND {dua}"
            )
        if self._ada("peta_kepala WHERE bukan"):
            self._catat(
                f"SELECT s.baris, 'struktural_bukan_kepala', 'JABATAN NAMA', {b.k('JABATAN NAMA')},"  # noqa: S608
                " jsonb_build_object('unit', p.nama_unit) FROM impor_pegawai s"
                " JOIN peta_kepala p ON p.unit::uuid = s.unit_id AND p.jabatan::uuid = s.jabatan_id"
                " JOIN impor_baris m ON m.baris = s.baris WHERE p.bukan"
            )

    def _bersihkan(self) -> None:
        """A cell that is broken has that problem only; a number cut by Excel is no NIP and no PNS ID."""
        self._kursor.execute(
            "DELETE FROM impor_masalah m USING impor_masalah x WHERE x.kode = ANY (%(sebab)s)"
            " AND m.baris = x.baris AND m.kolom = x.kolom AND m.kode <> ALL (%(sebab)s)",
            {"sebab": MENUTUPI},
        )
        for bidang, kolom in (("nip", "NIP BARU"), ("pns_id", "PNS ID")):
            ikut = ", nip_lahir = NULL, nip_pppk = NULL" if bidang == "nip" else ""
            self._kursor.execute(
                f"UPDATE impor_pegawai s SET {bidang} = NULL{ikut} FROM impor_masalah x"  # noqa: S608
                " WHERE x.baris = s.baris AND x.kolom = %s AND x.kode = ANY (%s)",
                [kolom, MENUTUPI],
            )

    # --- a row against its NIP

    def _silang(self) -> None:
        """What contradicts the NIP; SQL finds the rows, the rule says it in words."""
        nama = ", ".join(self._b.c(k) for k in KOLOM_SILANG.values())
        sumber = (
            f"SELECT s.baris, s.nip, s.tanggal_lahir, s.jenis_kelamin, s.jenis, {nama}"  # noqa: S608
            " FROM impor_pegawai s JOIN impor_mentah m ON m.baris = s.baris"
            " WHERE s.nip IS NOT NULL AND (s.tanggal_lahir <> s.nip_lahir OR s.jenis_kelamin <> s.nip_kelamin"
            " OR (left(s.jenis, 4) = 'pppk') <> s.nip_pppk) ORDER BY s.baris"
        )
        for potong in mentah.ambil(sumber):
            mentah.catat(self._kursor, (m for satu in potong for m in _beda(*satu)))

    def _tanpa_penempatan(self) -> None:
        """Somebody without unit and post is said, unless his row is refused anyway."""
        b = self._b
        self._catat(
            f"SELECT m.baris, 'tanpa_penempatan', 'UNOR NAMA', '', {_KOSONG} FROM impor_baris m"  # noqa: S608
            f" WHERE NOT {b.ada_unit} AND {b.c('JABATAN NAMA')} IS NULL AND NOT EXISTS"
            " (SELECT FROM impor_masalah x WHERE x.baris = m.baris AND x.kode = ANY (%s))",
            GALAT_SEMUA,
        )


def _beda(baris: int, nip: str, lahir: Any, kelamin: Any, jenis: Any, *isi: str | None) -> Iterator[Masalah]:
    """The problems of one row; `isi` are the cells of KOLOM_SILANG."""
    sel = dict(zip(KOLOM_SILANG.values(), isi, strict=True))
    for beda in periksa_silang(urai(nip), lahir=lahir, jenis_kelamin=kelamin, jenis=jenis):
        kolom = KOLOM_SILANG[beda.kolom]
        yield Masalah(baris, "silang", kolom, sel[kolom] or "", {"kalimat": beda.pesan})
