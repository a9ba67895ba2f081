"""What the printed forms C.1.x and D.1.x say, from the snapshot of an evaluation. Pure.

Of each choice only the word that was chosen is printed; the regulation's samples strike out the others,
which neither a photocopy nor a screen reader can tell apart. Words are those of PermenPANRB 6/2022,
Lampiran IV and V (l.4394-4991); periode and masa as the forms' head lines have them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from inti.angka import tulis_angka
from inti.tanggal import BULAN, tulis_tanggal
from penilaian.aturan.capaian import ke_capaian
from penilaian.aturan.kurva import TINGGI
from penilaian.aturan.rekaman_tahunan import Hasil, Indikator, Orang, Rekaman, Umpan
from sasaran.aturan.berakhlak import BERAKHLAK

CAPAIAN = {1: "ISTIMEWA", 2: "BAIK", 3: "BUTUH PERBAIKAN", 4: "KURANG", 5: "SANGAT KURANG"}
RATING = {1: "DIATAS EKSPEKTASI", 2: "SESUAI EKSPEKTASI", 3: "DIBAWAH EKSPEKTASI"}
PREDIKAT = {1: "SANGAT BAIK", 2: "BAIK", 3: "BUTUH PERBAIKAN", 4: "KURANG (MISCONDUCT)", 5: "SANGAT KURANG"}
BELUM_ADA = "–"
JUDUL_C, JUDUL_D = "Hasil Evaluasi Kinerja Pegawai", "Dokumen Evaluasi Kinerja Pegawai"
TRIWULAN = ("TRIWULAN I", "TRIWULAN II", "TRIWULAN III", "TRIWULAN IV")
_AWALAN_INSTANSI = ("Pemerintah Kabupaten ", "Pemerintah Kota ", "Pemerintah Provinsi ", "Pemerintah ")


@dataclass(frozen=True, slots=True)
class Tanda:
    """One signature: whose place it is, who stands there, and what the electronic note says.

    `sah` False: there is no signature (yet), and `keterangan` says why.
    """

    peran: str
    nama: str
    nip: str
    tempat_tanggal: str
    keterangan: str
    sah: bool = True


@dataclass(frozen=True, slots=True)
class Bagian:
    """One of the numbered text fields of a document, 5 to 8."""

    nomor: int
    judul: str
    isi: str


def isi_evaluasi(rekaman: Rekaman, *, periode: str, tanda: Sequence[Tanda]) -> dict[str, Any]:
    """What form C.1.1, C.1.2 or C.1.3 of this snapshot says; `periode` as “TRIWULAN III” or “AKHIR TAHUN 2026”."""
    banyak_skp = len(rekaman.skp) > 1
    sebutan = {s.id: f"SKP {s.jabatan}, {s.unit} ({_masa(s.mulai, s.selesai)})" for s in rekaman.skp}
    return {
        **_kepala(rekaman, periode, tanda),
        "formulir": rekaman.formulir,
        "judul": JUDUL_C,
        "berperspektif": any(i.perspektif for h in rekaman.hasil for i in h.indikator),
        "hasil": [_hasil(h, sebutan.get(h.skp, "") if banyak_skp else "") for h in rekaman.hasil],
        "perilaku": _perilaku(rekaman),
        "rating_hasil": RATING[rekaman.rating_hasil],
        "rating_perilaku": RATING[rekaman.rating_perilaku],
    }


def isi_dokumen(
    rekaman: Rekaman,
    *,
    formulir: str,
    periode: str,
    bagian: Sequence[Bagian],
    tanda: Sequence[Tanda],
    keterangan: str = "",
    predikat: int | None = None,
) -> dict[str, Any]:
    """What form D.1.1, D.1.2 or D.1.3 says; `predikat` when it is no longer that of the snapshot.

    `tanda` in the order of reading: left, right, below; the forms number them otherwise.
    """
    kosong = Orang("–", "–", "–", "–", "–")
    isi = {
        **_kepala(rekaman, periode, tanda),
        "formulir": formulir,
        "judul": JUDUL_D,
        "atasan": _orang(rekaman.atasan_penilai or kosong),
        "bagian": [asdict(b) for b in bagian],
        "keterangan": keterangan,
    }
    if predikat is not None:
        isi["predikat"] = PREDIKAT[predikat]
    return isi


def periode_bulan(nomor: int) -> str:
    """“BULAN MARET”; ValueError for a number that is no month."""
    if not 1 <= nomor <= 12:
        raise ValueError(f"{nomor} is no month")
    return f"BULAN {BULAN[nomor - 1].upper()}"


def tempat(instansi: str) -> str:
    """Where a document is signed: the name of the region in the name of its government. [K]"""
    for awalan in _AWALAN_INSTANSI:
        if instansi.startswith(awalan):
            return instansi.removeprefix(awalan)
    return instansi


def teks_target(indikator: Indikator) -> str:
    """“85 nilai”, “≤ 1 hari”, “tepat 12 dokumen”, “44–48 desa”; what is no number stands as it was written."""
    angka = _angka(indikator.target)
    if indikator.target_maks is not None:
        angka = f"{angka}–{_angka(indikator.target_maks)}"
    elif indikator.arah == "turun":
        angka = f"≤ {angka}"
    elif indikator.arah == "tepat":
        angka = f"tepat {angka}"
    return _bersatuan(angka, indikator.satuan)


def teks_realisasi(indikator: Indikator) -> str:
    """“41 desa (3 laporan, 2 bukti dukung)”; without a number a dash."""
    if indikator.realisasi is None:
        return BELUM_ADA
    dasar = [f"{indikator.laporan} laporan"] if indikator.laporan else []
    dasar += [f"{indikator.bukti} bukti dukung"] if indikator.bukti else []
    tambahan = f" ({', '.join(dasar)})" if dasar else ""
    return _bersatuan(_angka(indikator.realisasi), indikator.satuan) + tambahan


def _kepala(rekaman: Rekaman, periode: str, tanda: Sequence[Tanda]) -> dict[str, Any]:
    return {
        "instansi": rekaman.instansi,
        "periode": periode,
        "masa": _masa(rekaman.mulai, rekaman.selesai).upper(),
        "pegawai": _orang(rekaman.pegawai),
        "penilai": _orang(rekaman.penilai),
        "capaian": _capaian(rekaman),
        "predikat": PREDIKAT[rekaman.predikat],
        "tanda_tangan": [asdict(t) for t in tanda],
    }


def _masa(mulai: str, selesai: str) -> str:
    dari, sampai = date.fromisoformat(mulai), date.fromisoformat(selesai)
    if dari.year != sampai.year:
        return f"{tulis_tanggal(dari)} sd {tulis_tanggal(sampai)}"
    awal = tulis_tanggal(dari).rpartition(" ")[0]
    akhir = tulis_tanggal(sampai).rpartition(" ")[0]
    return f"{awal} sd {akhir} tahun {sampai.year}"


def _orang(orang: Orang) -> dict[str, str]:
    return {k: v or BELUM_ADA for k, v in asdict(orang).items()}


def _capaian(rekaman: Rekaman) -> dict[str, Any]:
    nilai = rekaman.capaian.nilai
    bagian = [b for b in (rekaman.capaian.unit, rekaman.capaian.dasar) if b]
    return {
        "label": CAPAIAN.get(nilai, BELUM_ADA),
        "keterangan": "; ".join(bagian) if nilai in CAPAIAN else "",
        "pola": {"nama": CAPAIAN[nilai], "tinggi": _kurva(rekaman.pola)} if nilai in CAPAIAN else None,
    }


def _hasil(hasil: Hasil, skp: str) -> dict[str, Any]:
    kosong = Indikator("–", "", BELUM_ADA, None, None, "naik", "")
    return {
        "uraian": hasil.nama,
        "jenis": hasil.jenis,
        "skp": skp,
        "pimpinan": hasil.pimpinan,
        "penugasan": hasil.penugasan_dari,
        "indikator": [_indikator(i) for i in hasil.indikator or (kosong,)],
        "umpan_balik": _umpan(hasil.umpan_balik),
    }


def _indikator(indikator: Indikator) -> dict[str, str]:
    return {
        "uraian": indikator.nama,
        "aspek": indikator.aspek.capitalize(),
        "target": teks_target(indikator),
        "perspektif": indikator.perspektif,
        "realisasi": teks_realisasi(indikator),
    }


def _perilaku(rekaman: Rekaman) -> list[dict[str, Any]]:
    """All seven values in the order of the forms, also those the snapshot says nothing of."""
    ada = {p.kode: p for p in rekaman.perilaku}
    return [
        {
            "nama": nilai.nama,
            "panduan": list(nilai.panduan),
            "ekspektasi": ada[nilai.kode].ekspektasi if nilai.kode in ada else "",
            "umpan_balik": _umpan(ada[nilai.kode].umpan_balik if nilai.kode in ada else ()),
        }
        for nilai in BERAKHLAK
    ]


def _umpan(umpan: Sequence[Umpan]) -> list[Mapping[str, str]]:
    return [{"pemberi": u.pemberi, "isi": u.isi} for u in umpan]


def _angka(teks: str) -> str:
    try:
        return tulis_angka(Decimal(teks))
    except InvalidOperation:
        return teks


def _bersatuan(angka: str, satuan: str) -> str:
    pemisah = "" if satuan == "%" or not satuan else " "
    return f"{angka}{pemisah}{satuan}"


def _kurva(capaian: int) -> list[float]:
    """Heights of the printed curve from Sangat Kurang to Sangat Baik, on its seven rows."""
    return [float(tinggi) for tinggi in TINGGI[ke_capaian(capaian)]]
