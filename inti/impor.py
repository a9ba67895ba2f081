"""Kernel of every tested import: find the table, collect problems, stage by COPY, merge by SQL, one report.

Testing and importing run the same code. A test runs in a transaction that the database itself keeps
read-only (temporary tables excepted) and that is rolled back; an import writes everything or nothing.
"""

import hashlib
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.db import DataError, IntegrityError, OperationalError, connection, transaction

from inti.berkas_tabel import Baris, BerkasDitolak, Lembar, buka
from inti.tanda import kalimat, ke_data

JUDUL_MAKS = 20  # the header stands within the first rows
CONTOH_MAKS = 25  # problems kept per kind; the count is exact
MINIMAL_KENAL = 2  # a header row has at least so many known names
SABAR_DETIK = 15  # wait for others who are writing

GALAT, PERINGATAN = "galat", "peringatan"
_BUKAN_HURUF = re.compile(r"[^A-Z0-9]+")


@dataclass(frozen=True)
class Kolom:
    """A column by the name it has in the export; `alias` are other spellings."""

    nama: str
    alias: tuple[str, ...] = ()
    wajib: bool = False


@dataclass(frozen=True)
class Kalimat:
    """A kind of problem: how grave, its title, and the sentence for one cell (with %(…)s places)."""

    berat: str
    judul: str
    pesan: str


@dataclass(frozen=True)
class Masalah:
    """One problem: row number in the file, kind, column, value and what the sentence needs."""

    baris: int
    kode: str
    kolom: str = ""
    nilai: str = ""
    isi: Mapping[str, Any] = field(default_factory=dict)

    def ringkas(self) -> dict[str, Any]:
        """As it is kept in a report."""
        isi = {kunci: ke_data(satu) for kunci, satu in self.isi.items()}
        return {"baris": self.baris, "kolom": self.kolom, "nilai": self.nilai[:200], "isi": isi}


class Catatan:
    """Counts every problem and keeps the first ones of each kind, so memory stays flat."""

    def __init__(self, kalimat: Mapping[str, Kalimat]) -> None:
        self.kalimat = kalimat
        self.jumlah: Counter[str] = Counter()
        self.contoh: dict[str, list[dict[str, Any]]] = {}

    def tambah(self, masalah: Masalah) -> bool:
        """Note it; returns whether it refuses the row."""
        self.gabung(masalah.kode, 1, [masalah])
        return self.kalimat[masalah.kode].berat == GALAT

    def gabung(self, kode: str, jumlah: int, contoh: Sequence[Masalah]) -> None:
        """Note `jumlah` problems of one kind of which these are the first."""
        self.jumlah[kode] += jumlah
        disimpan = self.contoh.setdefault(kode, [])
        disimpan += [m.ringkas() for m in contoh[: CONTOH_MAKS - len(disimpan)]]

    def kelompok(self, berat: str) -> list[dict[str, Any]]:
        """The kinds of this gravity for the report, most frequent first."""
        return [
            {
                "kode": kode,
                "jumlah": jumlah,
                "contoh": sorted(self.contoh[kode], key=lambda m: int(m["baris"])),
            }
            for kode, jumlah in self.jumlah.most_common()
            if self.kalimat[kode].berat == berat
        ]


@dataclass(frozen=True)
class Tabel:
    """The table that was found: where, which columns, and its rows with their numbers in the file."""

    lembar: str
    baris_judul: int
    posisi: Mapping[str, int]  # name of a known column -> place
    lain: Mapping[str, int]  # header of another column as written -> place
    lembar_lain: tuple[str, ...]
    baris: Iterator[tuple[int, Baris]]


class Pengimpor(Protocol):
    """What an app gives for one kind of data."""

    nama: str
    kolom: Sequence[Kolom]
    kalimat: Mapping[str, Kalimat]
    tabel_terkunci: Sequence[str]

    def siapkan(self, kursor: Any) -> None:
        """Create the temporary tables."""

    def tahapkan(self, kursor: Any, tabel: Tabel, catatan: Catatan) -> None:
        """Check the cells and COPY them into the temporary tables."""

    def periksa(self, kursor: Any, catatan: Catatan) -> None:
        """Resolve against the data, inside the temporary tables only."""

    def ringkas(self, kursor: Any) -> dict[str, Any]:
        """Counts ("jumlah") and changes for the report."""

    def terapkan(self, kursor: Any) -> None:
        """Write what was staged."""


def sidik(isi: bytes) -> str:
    """The SHA-256 of a file, by which a tested file is recognised."""
    return hashlib.sha256(isi).hexdigest()


def uji(pengimpor: Pengimpor, isi: bytes, nama: str) -> dict[str, Any]:
    """Test a file and return the report; nothing is written. Raises BerkasDitolak."""
    with transaction.atomic(), connection.cursor() as kursor:
        pengimpor.siapkan(kursor)
        kursor.execute("SET TRANSACTION READ ONLY")  # the database refuses any write but to temporary tables
        laporan = _jalankan(pengimpor, kursor, isi, nama)
        transaction.set_rollback(True)
    return laporan


def impor(
    pengimpor: Pengimpor, isi: bytes, nama: str, sesudah: Callable[[], None] | None = None
) -> dict[str, Any]:
    """Test again and, when no row is refused, write everything and call `sesudah` in the same transaction.

    Returns the report; its "hasil" is "diimpor", or "ditolak" and then nothing was written. Raises
    BerkasDitolak, also when another import runs at the same time.
    """
    try:
        with transaction.atomic(), connection.cursor() as kursor:
            _kunci(pengimpor, kursor)
            pengimpor.siapkan(kursor)
            laporan = _jalankan(pengimpor, kursor, isi, nama)
            if laporan["jumlah"]["ditolak"]:
                laporan["hasil"] = "ditolak"
                transaction.set_rollback(True)
                return laporan
            pengimpor.terapkan(kursor)
            if sesudah:
                sesudah()
    except OperationalError as e:
        raise BerkasDitolak(
            kalimat(
                "Data sedang diubah oleh proses lain sehingga impor dibatalkan; tidak ada yang tertulis. "
                "Ulangi beberapa saat lagi."
            )
        ) from e
    except (IntegrityError, DataError) as e:
        raise BerkasDitolak(
            kalimat(
                "Basis data menolak gabungan data ini sehingga impor dibatalkan; tidak ada yang tertulis. "
                "Aturan yang dilanggar: %(aturan)s. Sampaikan pesan ini kepada admin sistem.",
                aturan=_nama_aturan(e),
            )
        ) from e
    laporan["hasil"] = "diimpor"
    return laporan


def _nama_aturan(galat: Exception) -> str:
    """The name of the constraint that an error of the database is about."""
    diagnosa = getattr(galat.__cause__, "diag", None)
    return getattr(diagnosa, "constraint_name", None) or type(galat).__name__


def _kunci(pengimpor: Pengimpor, kursor: Any) -> None:
    """One import at a time, and no other writer between its checks and its writes; readers go on."""
    kursor.execute("SELECT pg_try_advisory_xact_lock(hashtext(%s))", [f"impor.{pengimpor.nama}"])
    if not kursor.fetchone()[0]:
        raise BerkasDitolak(
            kalimat("Impor lain sedang berjalan. Tunggu sampai selesai, lalu uji berkas ini lagi.")
        )
    kursor.execute("SELECT set_config('lock_timeout', %s, true)", [f"{SABAR_DETIK}s"])
    kursor.execute(f"LOCK TABLE {', '.join(pengimpor.tabel_terkunci)} IN SHARE ROW EXCLUSIVE MODE")
    kursor.execute("SELECT set_config('lock_timeout', '0', true)")


def _jalankan(pengimpor: Pengimpor, kursor: Any, isi: bytes, nama: str) -> dict[str, Any]:
    catatan = Catatan(pengimpor.kalimat)
    tabel = temukan_tabel(buka(isi), pengimpor.kolom)
    pengimpor.tahapkan(kursor, tabel, catatan)
    pengimpor.periksa(kursor, catatan)
    ringkasan = pengimpor.ringkas(kursor)
    if not ringkasan["jumlah"]["baris"]:
        raise BerkasDitolak(kalimat("Tidak ada baris data di bawah baris judul. Periksa isi berkasnya."))
    return {
        "hasil": "ditolak" if ringkasan["jumlah"]["ditolak"] else "diuji",
        "berkas": {"nama": nama, "ukuran": len(isi), "sha256": sidik(isi)},
        "lembar": tabel.lembar,
        "lembar_lain": list(tabel.lembar_lain),
        "baris_judul": tabel.baris_judul,
        "kolom": list(tabel.posisi),
        "kolom_lain": list(tabel.lain),
        "galat": catatan.kelompok(GALAT),
        "peringatan": catatan.kelompok(PERINGATAN),
        **ringkasan,
    }


# --- the header -----------------------------------------------------------------------------------------


def ratakan_judul(teks: object) -> str:
    """A header for comparison: upper case, one space between words ("nip_baru" is NIP BARU)."""
    return _BUKAN_HURUF.sub(" ", str(teks).upper()).strip()


def temukan_tabel(lembar: Iterator[Lembar], kolom: Sequence[Kolom]) -> Tabel:
    """The first sheet with a header row among its first rows. Raises BerkasDitolak with what is missing."""
    kenal = {ratakan_judul(sebutan): k.nama for k in kolom for sebutan in (k.nama, *k.alias)}
    dilewati: list[str] = []
    for satu in lembar:
        awal = list(itertools.islice(satu.baris, JUDUL_MAKS))
        nomor = _baris_judul(awal, kenal)
        if nomor is None:
            dilewati.append(satu.nama)
            continue
        posisi, lain = _petakan(awal[nomor], kenal)
        _periksa_wajib(posisi, kolom, nomor + 1)
        sisa = itertools.chain(awal[nomor + 1 :], satu.baris)
        sesudah = tuple(s.nama for s in lembar)
        return Tabel(
            satu.nama, nomor + 1, posisi, lain, (*dilewati, *sesudah), enumerate(sisa, start=nomor + 2)
        )
    wajib = ", ".join(k.nama for k in kolom if k.wajib)
    raise BerkasDitolak(
        kalimat(
            "Baris judul tidak ditemukan pada %(n)s baris pertama. Pastikan nama kolomnya seperti ekspor "
            "SIASN; yang wajib ada: %(wajib)s.",
            n=JUDUL_MAKS,
            wajib=wajib,
        )
    )


def _baris_judul(awal: Sequence[Baris], kenal: Mapping[str, str]) -> int | None:
    """The row with the most known names, when there are enough."""
    nilai = [len({kenal[j] for j in map(ratakan_judul, baris) if j in kenal}) for baris in awal]
    terbaik = max(nilai, default=0)
    return nilai.index(terbaik) if terbaik >= MINIMAL_KENAL else None


def _petakan(judul: Baris, kenal: Mapping[str, str]) -> tuple[dict[str, int], dict[str, int]]:
    posisi: dict[str, int] = {}
    lain: dict[str, int] = {}
    for tempat, isi in enumerate(judul):
        rata = ratakan_judul(isi)
        if not rata:
            continue
        tujuan, nama = (posisi, kenal[rata]) if rata in kenal else (lain, str(isi).strip()[:100])
        if nama in tujuan:
            raise BerkasDitolak(
                kalimat(
                    "Kolom %(nama)s ada dua kali (kolom ke-%(satu)s dan ke-%(dua)s). Sisakan satu.",
                    nama=nama,
                    satu=tujuan[nama] + 1,
                    dua=tempat + 1,
                )
            )
        tujuan[nama] = tempat
    return posisi, lain


def _periksa_wajib(posisi: Mapping[str, int], kolom: Sequence[Kolom], nomor: int) -> None:
    kurang = [k.nama for k in kolom if k.wajib and k.nama not in posisi]
    if kurang:
        raise BerkasDitolak(
            kalimat(
                "Kolom wajib tidak ada pada baris judul (baris %(nomor)s): %(kolom)s. Tambahkan kolomnya.",
                nomor=nomor,
                kolom=", ".join(kurang),
            )
        )
