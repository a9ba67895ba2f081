"""The explanation of a delivered predikat, arranged for its page: numbers, steps, rule and source."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from inti.terjemah import t
from pelaksanaan.enums import SifatUmpanBalik
from penilaian.aturan.penjelasan import SUMBER_INDIKATOR, KodeLangkah, Langkah, jelaskan
from penilaian.aturan.predikat import MatriksBerlaku, Predikat, matriks_berlaku
from penilaian.enums import PilihanRating
from penilaian.services.lembar import BarisIndikator
from sasaran.aturan.berakhlak import BERAKHLAK, NilaiDasar
from sasaran.aturan.sumber import dari_data
from sasaran.enums import Arah, JenisRHK


@dataclass(frozen=True)
class RhkDijelaskan:
    """One result: its step and its indicators with numbers."""

    langkah: Langkah
    nama: str
    jenis: str
    indikator: tuple[BarisIndikator, ...]
    rating: PilihanRating | None
    saran: PilihanRating | None


@dataclass(frozen=True)
class NilaiDijelaskan:
    """One of the seven values: its name, rating, the assessor's note and his special expectation."""

    nama: str
    rating: PilihanRating | None
    catatan: str
    ekspektasi: str = ""


@dataclass(frozen=True)
class Uraian:
    """Everything the page “Mengapa predikat ini?” shows."""

    rhk: tuple[RhkDijelaskan, ...]
    umpan_balik: tuple[tuple[str, int], ...]
    hasil: Langkah
    perilaku: Langkah
    nilai: tuple[NilaiDijelaskan, ...]
    predikat: Predikat
    rating_hasil: PilihanRating
    rating_perilaku: PilihanRating
    berlaku: MatriksBerlaku
    penilaian_diri: bool
    sumber_indikator: str = SUMBER_INDIKATOR


def uraikan(rekaman: Mapping[str, Any]) -> Uraian:
    """Arrange the snapshot of a delivered evaluation; ValueError when it cannot be read. No query."""
    isi = jelaskan(rekaman)
    menurut = {kode: [satu for satu in isi.langkah if satu.kode is kode] for kode in KodeLangkah}
    perilaku = menurut[KodeLangkah.PERILAKU][0]
    rhk = zip(rekaman["rhk"], menurut[KodeLangkah.RHK], strict=True)
    return Uraian(
        rhk=tuple(_rhk(satu, langkah) for satu, langkah in rhk),
        umpan_balik=_umpan_balik(rekaman.get("umpan_balik") or {}),
        hasil=menurut[KodeLangkah.HASIL][0],
        perilaku=perilaku,
        nilai=tuple(_nilai(rekaman, satu) for satu in BERAKHLAK),
        predikat=isi.predikat,
        rating_hasil=PilihanRating(rekaman["hasil"]),
        rating_perilaku=PilihanRating(rekaman["perilaku"]),
        berlaku=matriks_berlaku(date.fromisoformat(str(rekaman["tanggal"]))),
        penilaian_diri=bool(rekaman.get("penilaian_diri", True)),
    )


def _rhk(satu: Mapping[str, Any], langkah: Langkah) -> RhkDijelaskan:
    return RhkDijelaskan(
        langkah=langkah,
        nama=satu["nama"],
        jenis=JenisRHK(satu["jenis"]).label,
        indikator=tuple(_indikator(i) for i in satu["indikator"]),
        rating=_pilihan(langkah.ditetapkan),
        saran=_pilihan(langkah.saran.rating if langkah.saran else None),
    )


def baris_indikator(satu: Mapping[str, Any]) -> BarisIndikator:
    """One indicator of a snapshot as pages show it."""
    return _indikator(satu)


def _indikator(satu: Mapping[str, Any]) -> BarisIndikator:
    target = _desimal(satu["target"]) or Decimal(0)
    return BarisIndikator(
        id=UUID(int=0),
        uraian=satu["nama"],
        aspek="",
        arah=satu["arah"],
        arah_label=str(Arah(satu["arah"]).label),
        satuan=satu.get("satuan") or "",
        target=target,
        target_maks=_desimal(satu.get("target_maks")),
        target_setahun=_desimal(satu.get("target_setahun")) or target,
        realisasi=_desimal(satu["realisasi"]),
        dari_laporan=_desimal(satu.get("dari_laporan")),
        jumlah_laporan=satu.get("jumlah_laporan") or 0,
        perspektif=t(satu.get("perspektif") or ""),
        sumber=dari_data(satu.get("sumber")),
    )


def _nilai(rekaman: Mapping[str, Any], nilai: NilaiDasar) -> NilaiDijelaskan:
    return NilaiDijelaskan(
        nama=t(nilai.nama),
        rating=_pilihan(rekaman["nilai_perilaku"].get(nilai.kode)),
        catatan=(rekaman.get("catatan_perilaku") or {}).get(nilai.kode, ""),
        ekspektasi=(rekaman.get("ekspektasi") or {}).get(nilai.kode, ""),
    )


def _umpan_balik(jumlah: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple(
        (str(sifat.label), jumlah[sifat.value]) for sifat in SifatUmpanBalik if jumlah.get(sifat.value)
    )


def _pilihan(nilai: int | None) -> PilihanRating | None:
    return None if nilai is None else PilihanRating(int(nilai))


def _desimal(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)
