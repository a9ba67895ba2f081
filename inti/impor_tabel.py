"""Declared imports: an app names the columns, how a row is recognised and what must hold; the rest is here.

`PengimporMentah` is the frame of every set-based import; `PengimporTabel` fills it for data that lands in one
table. Names that stand in the SQL are those of our own columns, never of the file.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar

from django.db import connection
from django.db.models import Model

from inti import impor_mentah as mentah
from inti.ekspor import tulis_xlsx_ke
from inti.impor_beda import perubahan
from inti.impor_dasar import GALAT, Catatan, Kalimat, Kolom, Masalah, Sel, Tabel
from inti.impor_judul import KOLOM_BARIS, KOLOM_GALAT
from inti.impor_kalimat import pesan
from inti.impor_mentah import Lapor, Penyalin, diam


class Mode(StrEnum):
    """What a file may do to the data."""

    TAMBAH = "tambah"
    PERBARUI = "perbarui"
    KEDUANYA = "keduanya"


class PengimporMentah:
    """The frame: raw rows by COPY, staged by SQL, problems in one table, refused rows as a file."""

    nama: str
    kolom: Sequence[Kolom]
    kalimat: Mapping[str, Kalimat]
    tabel_terkunci: Sequence[str]
    tahap: ClassVar[str] = "impor_tahap"  # the staging table; has baris and galat
    lapor: Lapor = staticmethod(diam)
    berkas: str = ""  # the name of the file

    def __init__(self) -> None:
        self._tabel: Tabel | None = None

    # --- for the kernel

    def siapkan(self, kursor: Any) -> None:
        """Create the temporary tables."""
        for perintah in (*mentah.SIAPKAN, *self.perintah_siapkan()):
            kursor.execute(perintah)

    def sesuaikan(self, tabel: Tabel) -> Tabel:
        """The table with its columns as this file means them."""
        return tabel

    def tahapkan(self, kursor: Any, tabel: Tabel, catatan: Catatan) -> None:
        """COPY the rows as they are, then stage them."""
        self._tabel = tabel
        Penyalin(tabel, self.terpotong(), self.lapor).salin(kursor)
        self.susun(kursor)

    def periksa(self, kursor: Any, catatan: Catatan) -> None:
        """Resolve against the data, inside the temporary tables only."""
        self.lapor("periksa", 0)
        self.cari_masalah(kursor)
        galat = [kode for kode, k in self.kalimat.items() if k.berat == GALAT]
        kursor.execute(
            f"UPDATE {self.tahap} s SET galat = true FROM impor_masalah m"  # noqa: S608
            " WHERE m.baris = s.baris AND m.kode = ANY (%s) AND NOT s.galat",
            [galat],
        )
        mentah.kumpulkan(kursor, catatan, self.ubah_masalah)

    def ringkas(self, kursor: Any) -> dict[str, Any]:
        """Counts ("jumlah") and changes for the report."""
        raise NotImplementedError

    def terapkan(self, kursor: Any) -> None:
        """Write what was staged."""
        raise NotImplementedError

    def sidik_hasil(self, kursor: Any) -> str:
        """What the file would do to the data as it is now, as a fingerprint."""
        raise NotImplementedError

    def lewati(self, kursor: Any) -> None:
        """Leave the refused rows out and stage the others anew."""
        kursor.execute(f"INSERT INTO impor_buang SELECT baris FROM {self.tahap} WHERE galat")  # noqa: S608
        kursor.execute("ANALYZE impor_buang")
        kursor.execute(
            "DELETE FROM impor_masalah m WHERE NOT EXISTS (SELECT FROM impor_buang b WHERE b.baris = m.baris)"
        )
        kursor.execute(f"DELETE FROM {self.tahap}")  # noqa: S608
        self.susun(kursor)

    def tulis_ditolak(self, kursor: Any, tujuan: Path) -> int:
        """Write the refused rows with their errors as XLSX; returns how many."""
        tabel = self.tabel
        nama = sorted((*tabel.posisi.items(), *tabel.lain.items()), key=lambda satu: satu[1])
        galat = [kode for kode, k in self.kalimat.items() if k.berat == GALAT]
        ditulis = 0

        def baris() -> Iterator[list[Any]]:
            nonlocal ditulis
            sumber = (
                f"SELECT m.baris, {', '.join(f'm.c{tempat}' for _, tempat in nama)},"  # noqa: S608
                " jsonb_agg(jsonb_build_array(x.kode, x.kolom, x.nilai, x.isi) ORDER BY x.kolom, x.kode)"
                " FROM impor_masalah x JOIN impor_mentah m ON m.baris = x.baris"
                f" WHERE x.kode = ANY (%s) GROUP BY {', '.join(str(n + 1) for n in range(len(nama) + 1))}"
                " ORDER BY m.baris"
            )
            with connection.connection.cursor(name="impor_ditolak") as server:
                server.execute(sumber, [galat])
                for nomor, *isi, masalah in server:
                    ditulis += 1
                    yield [*isi, self._sebab(nomor, json.loads(masalah)), nomor]

        judul = [*(satu for satu, _ in nama), KOLOM_GALAT, KOLOM_BARIS]
        tulis_xlsx_ke(tujuan, "Ditolak", judul, baris())
        return ditulis

    # --- for the kinds of data

    @property
    def tabel(self) -> Tabel:
        """The table that was found in the file."""
        if self._tabel is None:
            raise RuntimeError("no file was read yet")
        return self._tabel

    def perintah_siapkan(self) -> Sequence[str]:
        """SQL that creates the staging tables of this kind of data."""
        raise NotImplementedError

    def terpotong(self) -> Mapping[str, str]:
        """Columns whose long numbers Excel cuts, and the kind of that problem."""
        return {k.nama: "angka_excel" for k in self.kolom}

    def susun(self, kursor: Any) -> None:
        """Fill the staging table from the raw rows (`impor_baris`)."""
        raise NotImplementedError

    def cari_masalah(self, kursor: Any) -> None:
        """Find who is who, what changes, and what is wrong (into `impor_masalah`)."""
        raise NotImplementedError

    def ubah_masalah(self, masalah: Masalah) -> Masalah:
        """A problem with names in place of ids."""
        return masalah

    def c(self, nama: str) -> str:
        """The raw column (SQL) of a column's name; NULL when the file does not have it."""
        tempat = self.tabel.posisi.get(nama)
        return "NULL::text" if tempat is None else f"m.c{tempat}"

    def baca_sel(self, kursor: Any, kolom: Sequence[Kolom]) -> None:
        """Ask once about every different text of the columns of one kind, then note what cannot be read."""
        sel = kolom[0].sel
        if sel is None:
            return
        nama, baca = f"peta_{sel.nama}", sel.baca
        kursor.execute(f"DELETE FROM {nama}")  # noqa: S608
        bagian = " UNION ".join(
            f"SELECT DISTINCT {self.c(k.nama)} AS teks FROM impor_baris m"  # noqa: S608
            f" WHERE {self.c(k.nama)} IS NOT NULL AND NOT ({sel.pasti.format(t=self.c(k.nama))})"
            for k in kolom
        )
        mentah.isi_peta(kursor, nama, bagian, lambda teks: (baca(teks),))
        kursor.execute(f"SELECT EXISTS (SELECT FROM {nama} WHERE kode IS NOT NULL)")  # noqa: S608
        for k in kolom if kursor.fetchone()[0] else ():
            kursor.execute(
                "INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)"  # noqa: S608
                f" SELECT m.baris, p.kode, %s, m_teks, p.isi FROM (SELECT m.baris, {self.c(k.nama)} AS m_teks"
                f" FROM impor_baris m) m JOIN {nama} p ON p.teks = m_teks WHERE p.kode IS NOT NULL",
                [k.nama],
            )

    def _sebab(self, nomor: int, masalah: Sequence[Sequence[Any]]) -> str:
        semua = (
            self.ubah_masalah(Masalah(nomor, kode, kolom or "", nilai or "", isi or {}))
            for kode, kolom, nilai, isi in masalah
        )
        return "; ".join(f"{m.kolom}: {pesan(self.kalimat, m.ringkas(), m.kode)}" for m in semua)


class PengimporTabel(PengimporMentah):
    """Rows of one table. A subclass declares; every text that meets SQL here is one of its names."""

    model: ClassVar[type[Model]]
    kunci: ClassVar[Sequence[tuple[str, ...]]]  # ways a row is recognised, the surest first
    tambahan: ClassVar[Mapping[str, str]] = {}  # further staged columns (found rows) with their SQL types
    bawaan: ClassVar[Mapping[str, str]] = {}  # SQL of a new row's empty fields
    tetap: ClassVar[Mapping[str, str]] = {}  # SQL of fields of a new row that no column gives
    kenali: ClassVar[Sequence[str]] = ()  # SQL after staging: find what the row points to
    aturan: ClassVar[Sequence[str]] = ()  # SQL after all is known: further problems
    tulis: ClassVar[Sequence[str] | None] = None  # staged fields that are written; None: all with a column
    diperbarui: ClassVar[Mapping[str, str]] = {}  # SQL of fields set on every row that is written
    sebutan: ClassVar[str] = "''"  # SQL that names a row s in the report
    tampil: ClassVar[Mapping[str, str]] = {}  # SQL of a field's value {v} in words, for the report
    lain_beda: ClassVar[
        Mapping[str, tuple[str, str]]
    ] = {}  # further changes in the report: SQL before, after
    sidik_lain: ClassVar[str] = "NULL"  # SQL of what else matters of a changed row s and its record t
    kunci_kosong: ClassVar[frozenset[str]] = frozenset()  # parts of a key whose empty equals empty
    id_baru: ClassVar[str] = "gen_random_uuid()"  # "" where the table numbers its rows itself
    tipe_id: ClassVar[str] = "uuid"

    def __init__(self, mode: Mode = Mode.KEDUANYA) -> None:
        super().__init__()
        self.mode = Mode(mode)

    @property
    def bidang(self) -> dict[str, Sel]:
        """The staged fields and how their cells are read."""
        return {k.bidang: k.sel for k in self.kolom if k.bidang and k.sel}

    @property
    def ditulis(self) -> list[str]:
        """The fields of the table that a file may change."""
        return list(self.tulis) if self.tulis is not None else list(self.bidang)

    @property
    def nama_tabel(self) -> str:
        return str(self.model._meta.db_table)

    def perintah_siapkan(self) -> Sequence[str]:
        """The staging table and one table of read texts for each kind of cell."""
        kolom = {f: s.tipe for f, s in self.bidang.items()} | dict(self.tambahan)
        peta = {s.nama: s for s in self.bidang.values()}
        return (
            "DROP TABLE IF EXISTS pg_temp.impor_tahap",
            f"CREATE TEMPORARY TABLE impor_tahap (baris int, galat bool NOT NULL DEFAULT false,"
            f" id {self.tipe_id},"
            " baru bool NOT NULL DEFAULT false, berubah bool NOT NULL DEFAULT false,"
            f" {', '.join(f'{n} {t}' for n, t in kolom.items())}) ON COMMIT DROP",
            *(
                p
                for s in peta.values()
                for p in mentah.buat_peta(f"peta_{s.nama}", ["teks"], {"nilai": s.tipe})
            ),
        )

    # --- staging

    def susun(self, kursor: Any) -> None:
        """Read the texts as values; what cannot be read is a problem of its cell."""
        ada = [k for k in self.kolom if k.bidang and k.sel and k.nama in self.tabel.posisi]
        for nama in dict.fromkeys(k.sel.nama for k in ada if k.sel):
            self.baca_sel(kursor, [k for k in ada if k.sel and k.sel.nama == nama])
        gabung = " ".join(
            f"LEFT JOIN peta_{k.sel.nama} p{n} ON p{n}.teks = {self.c(k.nama)}"
            for n, k in enumerate(ada)
            if k.sel
        )
        nilai = ", ".join(nilai_sel(k.sel, self.c(k.nama), f"p{n}") for n, k in enumerate(ada) if k.sel)
        kursor.execute(
            f"INSERT INTO impor_tahap (baris, {', '.join(k.bidang for k in ada)})"  # noqa: S608
            f" SELECT m.baris, {nilai} FROM impor_baris m {gabung}"
        )
        kursor.execute("ANALYZE impor_tahap")
        for k in (k for k in self.kolom if k.wajib):
            kursor.execute(
                "INSERT INTO impor_masalah (baris, kode, kolom, nilai)"  # noqa: S608
                f" SELECT m.baris, 'wajib_kosong', %s, '' FROM impor_baris m WHERE {self.c(k.nama)} IS NULL",
                [k.nama],
            )

    # --- who is who

    def cari_masalah(self, kursor: Any) -> None:
        """Find the rows there are, what changes, and what is wrong."""
        isian = self.isian()
        for perintah in self.kenali:
            kursor.execute(perintah, isian)
        for kunci in self.kunci:
            kursor.execute(self._cari(kunci))
            kursor.execute(self._ganda(kunci), [self._kolom_dari(kunci[0])])
        self.temukan(kursor)
        kursor.execute(f"UPDATE impor_tahap SET baru = true, id = {self.id_baru or 'id'} WHERE id IS NULL")  # noqa: S608
        if self.mode is not Mode.KEDUANYA:
            baru, kode = (
                self.mode is Mode.PERBARUI,
                "belum_ada" if self.mode is Mode.PERBARUI else "sudah_ada",
            )
            kursor.execute(
                "INSERT INTO impor_masalah (baris, kode, kolom, nilai)"  # noqa: S608
                f" SELECT s.baris, %s, %s, {self.sebutan} FROM impor_tahap s WHERE s.baru = %s",
                [kode, self._kolom_dari(self.kunci[0][0]), baru],
            )
        kursor.execute(
            f"UPDATE impor_tahap s SET berubah = true FROM {self.nama_tabel} t"  # noqa: S608
            f" WHERE t.id = s.id AND NOT s.baru AND ({self._beda()})"
        )
        self.sebelum_aturan(kursor)
        for perintah in self.aturan:
            kursor.execute(perintah, isian)

    def temukan(self, kursor: Any) -> None:
        """Find rows in further ways; what has no id afterwards is new."""

    def sebelum_aturan(self, kursor: Any) -> None:
        """Fetch what the rules need beyond the rows and the table, once it is known what changes."""

    def isian(self) -> dict[str, Any]:
        """The values that `kenali` and `aturan` name as %(…)s."""
        return {}

    def _cari(self, kunci: tuple[str, ...]) -> str:
        sama = " AND ".join(f"t.{k} {self._banding(k)} s.{k}" for k in kunci)
        return f"UPDATE impor_tahap s SET id = t.id FROM {self.nama_tabel} t WHERE s.id IS NULL AND {sama}"  # noqa: S608

    def _banding(self, bidang: str) -> str:
        return "IS NOT DISTINCT FROM" if bidang in self.kunci_kosong else "="

    def _ganda(self, kunci: tuple[str, ...]) -> str:
        satu = ", ".join(kunci)
        sama = " AND ".join(f"s.{k} {self._banding(k)} g.{k}" for k in kunci)
        ada = " AND ".join(f"{k} IS NOT NULL" for k in kunci if k not in self.kunci_kosong)
        return (
            "INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)"  # noqa: S608
            f" SELECT s.baris, 'ganda', %s, {self.sebutan}, jsonb_build_object('lain', array_to_string("
            "(SELECT array_agg(n ORDER BY n) FROM unnest(g.semua[1:6]) n WHERE n <> s.baris), ', '))"
            " FROM impor_tahap s JOIN (SELECT array_agg(baris ORDER BY baris) AS semua,"
            f" {satu} FROM impor_tahap WHERE {ada} GROUP BY {satu} HAVING count(*) > 1) g ON {sama}"
        )

    def _kolom_dari(self, bidang: str) -> str:
        return next((k.nama for k in self.kolom if k.bidang == bidang), self.kolom[0].nama)

    def _beda(self) -> str:
        return " OR ".join(f"(s.{b} IS NOT NULL AND t.{b} IS DISTINCT FROM s.{b})" for b in self.ditulis)

    # --- report and writing

    def ringkas(self, kursor: Any) -> dict[str, Any]:
        """Counts, and changes with before and after."""
        kursor.execute(
            "SELECT count(*), count(*) FILTER (WHERE galat), count(*) FILTER (WHERE NOT galat AND baru),"
            " count(*) FILTER (WHERE NOT galat AND NOT baru AND berubah),"
            " count(*) FILTER (WHERE NOT galat AND NOT baru AND NOT berubah),"
            " (SELECT count(*) FROM impor_buang) FROM impor_tahap"
        )
        baris, ditolak, baru, berubah, tetap, buang = kursor.fetchone()
        return {
            "jumlah": {
                "baris": baris + buang,
                "baru": baru,
                "berubah": berubah,
                "tetap": tetap,
                "ditolak": ditolak + buang,
                "dilewati": buang,
            },
            "perubahan": perubahan(kursor, self),
        }

    def sidik_hasil(self, kursor: Any) -> str:
        """New, changed, unchanged, refused by row, and what changed rows have now."""
        lama = ", ".join(f"t.{b}::text" for b in self.ditulis)
        kursor.execute(
            "SELECT coalesce(sum(hashtextextended(concat_ws('|', s.baris, s.galat, s.baru, s.berubah,"  # noqa: S608
            " CASE WHEN s.berubah AND NOT s.baru THEN"
            f" concat_ws('|', ARRAY[{lama}]::text, {self.sidik_lain}) END), 0)::numeric), 0)::text"
            f" FROM impor_tahap s LEFT JOIN {self.nama_tabel} t ON t.id = s.id"
        )
        return str(kursor.fetchone()[0])

    def terapkan(self, kursor: Any) -> None:
        """Write what was staged: changes, then new rows."""
        self.lapor("tulis", 0)
        tulis = self.ditulis
        isian = self.isian() or None
        kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        ubah = [f"{b} = coalesce(s.{b}, t.{b})" for b in tulis]
        ubah += [f"{b} = {sql}" for b, sql in self.diperbarui.items()]
        kursor.execute(
            f"UPDATE {self.nama_tabel} t SET {', '.join(ubah)}"  # noqa: S608
            " FROM impor_tahap s WHERE t.id = s.id AND s.berubah AND NOT s.baru AND NOT s.galat",
            isian,
        )
        nilai = [f"coalesce(s.{b}, {self.bawaan[b]})" if b in self.bawaan else f"s.{b}" for b in tulis]
        kunci = ("id", "s.id") if self.id_baru else ()
        tetap = {**self.tetap, **self.diperbarui}
        kursor.execute(
            f"INSERT INTO {self.nama_tabel} ({', '.join([*kunci[:1], *tulis, *tetap])})"  # noqa: S608
            f" SELECT {', '.join([*kunci[1:], *nilai, *tetap.values()])}"
            " FROM impor_tahap s WHERE s.baru AND NOT s.galat ORDER BY s.baris",
            isian,
        )
        kursor.execute("SET CONSTRAINTS ALL DEFERRED")


def nilai_sel(sel: Sel | None, c: str, peta: str) -> str:
    """SQL of the value of a cell; a text that was not asked about is surely good."""
    if sel is None:
        return "NULL"
    if sel.pasti == "false":
        return f"{peta}.nilai"
    return f"CASE WHEN {peta}.teks IS NULL THEN {sel.nilai.format(t=c)} ELSE {peta}.nilai END"
