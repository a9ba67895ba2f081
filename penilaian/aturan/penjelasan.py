"""Why this predikat: every step from the targets to the label, recomputed from a snapshot.

Pure: the snapshot is plain data (as it comes from JSON), so that what is shown can be checked by hand
and compared with what was stored. Shape of the snapshot:

    {"tanggal": "2026-03-31",                      a date or its ISO text: picks the rules in force
     "rhk": [{"nama": "...", "jenis": "utama", "rating": 2, "alasan": "...",
              "indikator": [{"nama": "...", "target": "80", "target_maks": "90", "realisasi": "85",
                             "arah": "naik", "satuan": "%", "diterima": false}]}],
     "nilai_perilaku": {"akuntabel": 2, ...},      seven codes of BerAKHLAK
     "hasil": 2, "perilaku": 2,                    the ratings the assessor set
     "alasan_hasil": "...", "alasan_perilaku": ""} why they differ from the suggestion

`target`, `target_maks`, `realisasi` and each `rating` inside may be None; `satuan`, `diterima`,
`target_maks`, the two reasons and the `alasan` of a result may be left out.
Sources are those of `predikat`, `saran` and `sasaran.aturan.capaian`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from inti.angka import tulis_angka
from inti.kalender import tanpa_jam
from inti.tanda import N_, gabung, kalimat
from penilaian.aturan import predikat as aturan_predikat
from penilaian.aturan import saran as aturan_saran
from penilaian.aturan.predikat import LABEL_PREDIKAT, LABEL_RATING, Predikat, Rating
from penilaian.aturan.saran import HasilDinilai, IndikatorDinilai, Saran
from sasaran.aturan.berakhlak import BERAKHLAK
from sasaran.aturan.capaian import Hubungan, capaian, hubungan, ke_angka

SUMBER_INDIKATOR = "PermenPANRB 6/2022, Anak Lampiran 4 (kolom target/sesuai ekspektasi)"
KOSONG = "–"

SEBUTAN_HUBUNGAN = {
    Hubungan.DI_ATAS: kalimat("lebih baik dari target"),
    Hubungan.SESUAI: kalimat("sesuai target"),
    Hubungan.DI_BAWAH: kalimat("di bawah target"),
}


class KodeLangkah(StrEnum):
    """Which step of the way it is."""

    RHK = "rhk"
    HASIL = "hasil"
    PERILAKU = "perilaku"
    PREDIKAT = "predikat"


@dataclass(frozen=True, slots=True)
class Masukan:
    """One thing that went into a step: its name and its value as shown."""

    nama: str
    nilai: str


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step: what went in, which rule, from where, and what came out.

    `saran` is what the guidance suggests and `ditetapkan` what the assessor set, where the step has
    them; `berbeda` when the two differ, and `alasan` is why, in the assessor's words.
    """

    kode: KodeLangkah
    judul: str
    masukan: tuple[Masukan, ...]
    aturan: str
    sumber: str
    hasil: str
    saran: Saran | None = None
    ditetapkan: Rating | None = None
    alasan: str = ""

    @property
    def berbeda(self) -> bool:
        """Tell whether the assessor set something else than the guidance suggests."""
        usul = self.saran.rating if self.saran else None
        return usul is not None and self.ditetapkan is not None and usul is not self.ditetapkan


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """All steps in order and the recomputed label."""

    langkah: tuple[Langkah, ...]
    predikat: Predikat


def jelaskan(rekaman: Mapping[str, Any]) -> Penjelasan:
    """Return the steps and the label recomputed from `rekaman` (shape in the module text).

    Raises ValueError with a sentence when something is missing from the snapshot or cannot be read, or
    when no rule was in force on its date.
    """
    try:
        pada = _tanggal(rekaman["tanggal"])
        langkah = [_langkah_rhk(nomor, rhk) for nomor, rhk in enumerate(rekaman["rhk"], start=1)]
        langkah.append(_langkah_hasil(rekaman, pada))
        langkah.append(_langkah_perilaku(rekaman, pada))
        akhir = aturan_predikat.predikat_kinerja(rekaman["hasil"], rekaman["perilaku"], pada)
        langkah.append(_langkah_predikat(rekaman, pada, akhir))
    except KeyError as galat:
        raise ValueError(
            kalimat("Rekaman penilaian tidak lengkap: bagian %(bagian)s tidak ada.", bagian=galat)
        ) from None
    return Penjelasan(tuple(langkah), akhir)


def _langkah_rhk(nomor: int, rhk: Mapping[str, Any]) -> Langkah:
    banding = [_banding(satu) for satu in rhk["indikator"]]
    usul = aturan_saran.saran_rhk(
        IndikatorDinilai(isi, bool(satu.get("diterima")))
        for isi, satu in zip(banding, rhk["indikator"], strict=True)
    )
    ditetapkan = _rating(rhk["rating"])
    return Langkah(
        KodeLangkah.RHK,
        kalimat(
            "Hasil kerja %(nomor)s (%(jenis)s): %(nama)s",
            nomor=nomor,
            jenis=kalimat(rhk["jenis"]),
            nama=rhk["nama"],
        ),
        tuple(
            Masukan(satu["nama"], _isi_indikator(satu, isi))
            for isi, satu in zip(banding, rhk["indikator"], strict=True)
        ),
        kalimat(
            "Realisasi di dalam target berarti sesuai, lebih baik berarti di atas, lebih buruk berarti di bawah; "
            "penilai menetapkan rating dengan menimbang bukti dan umpan balik."
        ),
        SUMBER_INDIKATOR,
        _kalimat(usul, ditetapkan),
        usul,
        ditetapkan,
        rhk.get("alasan") or "",
    )


def _langkah_hasil(rekaman: Mapping[str, Any], pada: date) -> Langkah:
    usul = aturan_saran.saran_hasil(
        (HasilDinilai(rhk["jenis"], rhk["rating"]) for rhk in rekaman["rhk"]), pada
    )
    ditetapkan = aturan_predikat.ke_rating(rekaman["hasil"], N_("Rating hasil kerja"))
    return Langkah(
        KodeLangkah.HASIL,
        kalimat("Rating hasil kerja"),
        tuple(Masukan(rhk["nama"], _label(_rating(rhk["rating"]))) for rhk in rekaman["rhk"]),
        kalimat(
            "Di Atas: sebagian besar di atas dan tidak ada yang utama di bawah. Sesuai: sebagian besar sesuai "
            "dan hanya sebagian kecil yang utama di bawah. Di Bawah: sebagian besar di bawah."
        ),
        aturan_saran.kebijakan_pada(pada).sumber,
        _kalimat(usul, ditetapkan),
        usul,
        ditetapkan,
        rekaman.get("alasan_hasil") or "",
    )


def _langkah_perilaku(rekaman: Mapping[str, Any], pada: date) -> Langkah:
    nilai = rekaman["nilai_perilaku"]
    usul = aturan_saran.saran_perilaku(nilai, pada)
    ditetapkan = aturan_predikat.ke_rating(rekaman["perilaku"], N_("Rating perilaku kerja"))
    return Langkah(
        KodeLangkah.PERILAKU,
        kalimat("Rating perilaku kerja"),
        tuple(Masukan(satu.nama, _label(_rating(nilai.get(satu.kode)))) for satu in BERAKHLAK),
        kalimat(
            "Di Atas: menjalankan nilai dasar secara konsisten dan menjaga penerapannya. Sesuai: konsisten "
            "untuk dirinya. Di Bawah: belum konsisten."
        ),
        aturan_saran.kebijakan_pada(pada).sumber,
        _kalimat(usul, ditetapkan),
        usul,
        ditetapkan,
        rekaman.get("alasan_perilaku") or "",
    )


def _langkah_predikat(rekaman: Mapping[str, Any], pada: date, akhir: Predikat) -> Langkah:
    return Langkah(
        KodeLangkah.PREDIKAT,
        kalimat("Predikat kinerja"),
        (
            Masukan(kalimat("Hasil kerja"), _label(_rating(rekaman["hasil"]))),
            Masukan(kalimat("Perilaku kerja"), _label(_rating(rekaman["perilaku"]))),
        ),
        kalimat("Predikat dibaca dari kuadran dua rating; tidak ada bobot dan tidak ada nilai angka."),
        aturan_predikat.matriks_berlaku(pada).sumber,
        LABEL_PREDIKAT[akhir],
    )


def _banding(indikator: Mapping[str, Any]) -> Hubungan | None:
    if indikator["target"] is None or indikator["realisasi"] is None:
        return None
    return hubungan(
        indikator["target"], indikator["realisasi"], indikator["arah"], indikator.get("target_maks")
    )


def _isi_indikator(indikator: Mapping[str, Any], banding: Hubungan | None) -> str:
    satuan = f" {indikator['satuan']}" if indikator.get("satuan") else ""
    target, target_maks = indikator["target"], indikator.get("target_maks")
    isian = {"target": _angka(target), "maks": _angka(target_maks), "satuan": satuan}
    isian["realisasi"] = _angka(indikator["realisasi"])
    if target_maks is None:
        isi = kalimat("target %(target)s%(satuan)s, realisasi %(realisasi)s%(satuan)s", **isian)
    else:
        isi = kalimat(
            "target %(target)s sampai %(maks)s%(satuan)s, realisasi %(realisasi)s%(satuan)s", **isian
        )
    if banding is None:
        return isi
    batas = target if target_maks is None else (target, target_maks)
    persen = capaian(batas, indikator["realisasi"], indikator["arah"])
    return kalimat(
        "%(isi)s: capaian %(persen)s %%, %(banding)s%(terima)s",
        isi=isi,
        persen=_angka(persen),
        banding=SEBUTAN_HUBUNGAN[banding],
        terima=kalimat("; penilai menerima alasannya") if indikator.get("diterima") else "",
    )


def _kalimat(usul: Saran, ditetapkan: Rating | None) -> str:
    return kalimat(
        "%(alasan)s Saran: %(saran)s. Ditetapkan penilai: %(ditetapkan)s.",
        alasan=gabung(*(satu.pesan for satu in usul.alasan)),
        saran=_label(usul.rating),
        ditetapkan=_label(ditetapkan),
    )


def _label(rating: Rating | None) -> str:
    return KOSONG if rating is None else LABEL_RATING[rating]


def _rating(nilai: Any) -> Rating | None:
    return None if nilai is None else aturan_predikat.ke_rating(nilai)


def _angka(nilai: Any) -> str:
    return KOSONG if nilai is None else tulis_angka(ke_angka(nilai, N_("Angka")))


def _tanggal(nilai: Any) -> date:
    if isinstance(nilai, date):
        return tanpa_jam(nilai)
    try:
        return date.fromisoformat(nilai)
    except (TypeError, ValueError):
        raise ValueError(kalimat("Tanggal penilaian “%(nilai)s” tidak dapat dibaca.", nilai=nilai)) from None
