"""What a yearly evaluation was decided on, frozen when it is signed: the one shape of `EvaluasiTahunan.rekaman`.

Pure. `Rekaman.ke_data()` is what the column holds (plain JSON), `baca(data)` gives the dataclass back. The
page "Mengapa" and the printed forms C.1.x and D.1.x read nothing else, so that what is printed years later
is what was signed. All texts are Indonesian, dates are ISO texts, numbers of indicators decimal texts
("44", "0.9"), ratings and labels the codes of SIASN (1 is the best).

Where a form needs it:

    head block H       instansi, mulai, selesai, pegawai, penilai (Orang: nama, nip, pangkat, jabatan, unit)
    C.1.x              capaian (label, whose unit, on what basis), pola (which curve), hasil (per RHK:
                       indikator with target and realisasi, umpan_balik), perilaku (per value: ekspektasi,
                       umpan_balik), rating_hasil, rating_perilaku, predikat
    D.1.x              the three persons, capaian, predikat, catatan, penanda_tangan ("penilai" signs D.1.1,
                       "atasan" D.1.2); what happens after the signature (delivery, answer of the employee,
                       objection) is in the columns of the evaluation, not here
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from inti.tanda import N_, kalimat

VERSI = 1

PENILAI, ATASAN = "penilai", "atasan"
"""Who signed: `penanda_tangan`."""

DARI_INDIKATOR, DARI_PERIODE, TANPA_DASAR = "indikator", "periode", ""
"""Where the rating of one result comes from: its indicators over the year, else its last period, else none."""

SIFAT = {"positif": N_("Sudah baik"), "netral": N_("Catatan"), "perbaikan": N_("Perlu ditingkatkan")}
"""The kinds of feedback in words, as in the plan's own pages."""

DARI_PANDUAN, DARI_UNIT = "panduan", "unit"
"""Where the suggestion for the results as a whole comes from: the guidance, or the label of the unit led."""


@dataclass(frozen=True, slots=True)
class Orang:
    """A person as the head block prints him on the day of signature; `nip` is empty for a pejabat negara."""

    nama: str
    nip: str
    pangkat: str
    jabatan: str
    unit: str


@dataclass(frozen=True, slots=True)
class Umpan:
    """One remark: who gave it (as forms print him), positif / perbaikan …, the words, the day."""

    pemberi: str
    sifat: str
    isi: str
    tanggal: str

    @property
    def hari(self) -> date:
        """The day it was given."""
        return date.fromisoformat(self.tanggal)

    @property
    def sebutan_sifat(self) -> str:
        """Its kind in words."""
        return SIFAT.get(self.sifat, self.sifat)


@dataclass(frozen=True, slots=True)
class Indikator:
    """One indicator: the target of the whole plan and what came of it over the year.

    `diterima`: below the target, yet accepted by the assessor of the last period with a reason (Anak
    Lampiran 4). `laporan` and `bukti` are how many reports and files stand behind the number.
    """

    nama: str
    aspek: str
    target: str
    target_maks: str | None
    realisasi: str | None
    arah: str
    satuan: str
    diterima: bool = False
    laporan: int = 0
    bukti: int = 0
    perspektif: str = ""  # of JPT and heads of autonomous units, where the plan names it
    sumber: Mapping[str, Any] | None = None  # what the agreed source of the number said, as plain data

    def untuk_penjelasan(self) -> dict[str, Any]:
        """In the shape of `aturan.penjelasan`."""
        return {
            "nama": self.nama,
            "target": self.target,
            "target_maks": self.target_maks,
            "realisasi": self.realisasi,
            "arah": self.arah,
            "satuan": self.satuan,
            "diterima": self.diterima,
            "jumlah_laporan": self.laporan,
            "sumber": self.sumber,
            "perspektif": self.perspektif,
        }


@dataclass(frozen=True, slots=True)
class Hasil:
    """One result (RHK). `skp` is the key of its plan (see `Rekaman.skp`), `rating` what the year suggests."""

    id: str
    skp: str
    nama: str
    jenis: str
    pimpinan: str
    penugasan_dari: str
    rating: int | None
    dasar: str
    alasan: str
    indikator: tuple[Indikator, ...]
    umpan_balik: tuple[Umpan, ...] = ()

    @property
    def banyak_bukti(self) -> int:
        """How many files stand behind its numbers."""
        return sum(i.bukti for i in self.indikator)


@dataclass(frozen=True, slots=True)
class Perilaku:
    """One of the seven values: its code in BerAKHLAK, the rating most periods gave, special expectations."""

    kode: str
    rating: int | None
    ekspektasi: str = ""
    umpan_balik: tuple[Umpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Periode:
    """One delivered periodic evaluation: “Triwulan IV 2026”, its ratings and label, and whose it was."""

    sebutan: str
    pendek: str
    rating_hasil: int
    rating_perilaku: int
    predikat: int
    penilai: str


@dataclass(frozen=True, slots=True)
class Skp:
    """One plan of the year; a mover has several, the last one first."""

    id: str
    jabatan: str
    unit: str
    penilai: str
    mulai: str
    selesai: str

    @property
    def dari(self) -> date:
        """Its first day."""
        return date.fromisoformat(self.mulai)

    @property
    def sampai(self) -> date:
        """Its last day."""
        return date.fromisoformat(self.selesai)


@dataclass(frozen=True, slots=True)
class Capaian:
    """The organisation label that counts for a person: that of the unit his assessor leads (IV.B.1.g).

    `dasar` says in words where it is from when it is not the year's own: last year's label (IV.B.1.f) or
    that of the unit above; empty otherwise.
    """

    nilai: int
    unit: str
    dasar: str = ""


@dataclass(frozen=True, slots=True)
class Rekaman:
    """Everything a yearly evaluation was decided on."""

    tahun: int
    mulai: str
    selesai: str
    instansi: str
    pendekatan: str  # kualitatif | kuantitatif
    formulir: str  # C.1.1 | C.1.2 | C.1.3
    pegawai: Orang
    penilai: Orang
    atasan_penilai: Orang | None
    penanda_tangan: str
    ditandatangani_pada: str
    capaian: Capaian
    skp: tuple[Skp, ...]
    hasil: tuple[Hasil, ...]
    perilaku: tuple[Perilaku, ...]
    periode: tuple[Periode, ...]
    saran_hasil: int | None
    saran_dari: str  # panduan | unit
    saran_perilaku: int | None
    rating_hasil: int
    rating_perilaku: int
    predikat: int
    alasan_hasil: str
    alasan_perilaku: str
    catatan: str
    final: bool
    alasan_final: str = ""  # in words why no objection follows; empty when one may
    unit_dipimpin: Capaian | None = None  # the label of the unit the person himself leads (SE 3/2023)
    # How many of the assessor's team had each label when this was signed: "1" … "5" → number.
    distribusi: Mapping[str, int] = field(default_factory=dict)
    umpan_balik: Mapping[str, int] = field(default_factory=dict)  # sifat → number, over the year
    # How many colleagues answered per period that may be shown; empty when there were too few answers.
    rekan: Mapping[str, int] = field(default_factory=dict)
    versi: int = VERSI

    @property
    def pola(self) -> int:
        """Which of the five curves form C.1.x shows: that of the organisation label."""
        return self.capaian.nilai

    def ke_data(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return asdict(self)

    def untuk_penjelasan(self) -> dict[str, Any]:
        """The snapshot in the shape that `aturan.penjelasan.jelaskan` recomputes."""
        return {
            "tanggal": self.selesai,
            "rhk": [_rhk(satu) for satu in self.hasil],
            "nilai_perilaku": {satu.kode: satu.rating for satu in self.perilaku},
            "ekspektasi": {satu.kode: satu.ekspektasi for satu in self.perilaku if satu.ekspektasi},
            "hasil": self.rating_hasil,
            "perilaku": self.rating_perilaku,
            "alasan_hasil": self.alasan_hasil,
            "alasan_perilaku": self.alasan_perilaku,
            "umpan_balik": dict(self.umpan_balik),
        }


def baca(data: Mapping[str, Any]) -> Rekaman:
    """The dataclass of what the column holds; ValueError with a sentence when it cannot be read."""
    try:
        return _rekaman(data)
    except (KeyError, TypeError) as galat:
        raise ValueError(
            kalimat("Rekaman evaluasi tahunan tidak dapat dibaca: %(galat)s.", galat=galat)
        ) from None


def _rekaman(data: Mapping[str, Any]) -> Rekaman:
    atasan, dipimpin = data.get("atasan_penilai"), data.get("unit_dipimpin")
    isi = {
        **data,
        "pegawai": Orang(**data["pegawai"]),
        "penilai": Orang(**data["penilai"]),
        "atasan_penilai": Orang(**atasan) if atasan else None,
        "capaian": Capaian(**data["capaian"]),
        "unit_dipimpin": Capaian(**dipimpin) if dipimpin else None,
        "skp": tuple(Skp(**satu) for satu in data["skp"]),
        "hasil": tuple(_hasil(satu) for satu in data["hasil"]),
        "perilaku": tuple(Perilaku(**{**satu, "umpan_balik": _umpan(satu)}) for satu in data["perilaku"]),
        "periode": tuple(Periode(**satu) for satu in data["periode"]),
    }
    return Rekaman(**isi)


def _hasil(data: Mapping[str, Any]) -> Hasil:
    indikator = tuple(Indikator(**satu) for satu in data["indikator"])
    return Hasil(**{**data, "indikator": indikator, "umpan_balik": _umpan(data)})


def _umpan(data: Mapping[str, Any]) -> tuple[Umpan, ...]:
    return tuple(Umpan(**satu) for satu in data.get("umpan_balik", ()))


def _rhk(satu: Hasil) -> dict[str, Any]:
    return {
        "nama": satu.nama,
        "jenis": satu.jenis,
        "rating": satu.rating,
        "alasan": satu.alasan,
        "indikator": [i.untuk_penjelasan() for i in satu.indikator],
    }
