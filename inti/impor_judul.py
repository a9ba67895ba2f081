"""Where the table of a file begins: the header row among the first rows, and which column is which."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from inti.berkas_tabel import Baris, BerkasDitolak, Lembar
from inti.impor_dasar import Kolom, Tabel
from inti.tanda import kalimat

JUDUL_MAKS = 20  # the header stands within the first rows
MINIMAL_KENAL = 2  # a header row has at least so many known names
# Written by us into the file of refused rows; a mended file still has them.
KOLOM_GALAT, KOLOM_BARIS = "KESALAHAN", "KESALAHAN BARIS"

_BUKAN_HURUF = re.compile(r"[^A-Z0-9]+")


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
        if not rata or rata in {KOLOM_GALAT, KOLOM_BARIS}:
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
