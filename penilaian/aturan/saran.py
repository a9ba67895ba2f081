"""What the guidance suggests for a rating, with the reasons counted out. The assessor decides.

Source: PermenPANRB 6/2022, Lampiran Bab IV.B.3 (periodic) and its yearly twin, printed there as sample
guidance: Di Atas, most or all results above and no main result below; Sesuai, most or all as expected
and only a small part of the main results below; Di Bawah, most or all below. How much "most" and "a
small part" are is not said: the numbers in `KEBIJAKAN` are this project's defaults, [K]. The worked
examples show that a printed rating may differ from any count, so a suggestion is never the rating.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from inti.kalender import tanpa_jam
from inti.tanda import N_, kalimat
from penilaian.aturan.predikat import Rating, ke_rating
from sasaran.aturan.berakhlak import KODE_NILAI
from sasaran.aturan.capaian import Hubungan

SUMBER = "PermenPANRB 6/2022, Lampiran Bab IV.B.3 (contoh panduan rating)"


class KodeAlasan(StrEnum):
    """What one reason counts."""

    BELUM_LENGKAP = "belum_lengkap"
    HASIL_DI_ATAS = "hasil_di_atas"
    UTAMA_TIDAK_DI_BAWAH = "utama_tidak_di_bawah"
    HASIL_SESUAI = "hasil_sesuai"
    UTAMA_DI_BAWAH_SEDIKIT = "utama_di_bawah_sedikit"
    HASIL_DI_BAWAH = "hasil_di_bawah"
    INDIKATOR_DI_BAWAH = "indikator_di_bawah"
    INDIKATOR_DI_ATAS = "indikator_di_atas"
    NILAI_DI_BAWAH = "nilai_di_bawah"
    NILAI_DI_ATAS = "nilai_di_atas"


PESAN = {
    KodeAlasan.HASIL_DI_ATAS: N_(
        "%(n)s dari %(dari)s hasil kerja di atas ekspektasi; untuk Di Atas harus sebagian besar."
    ),
    KodeAlasan.UTAMA_TIDAK_DI_BAWAH: N_(
        "%(n)s dari %(dari)s hasil kerja utama di bawah ekspektasi; untuk Di Atas harus 0."
    ),
    KodeAlasan.HASIL_SESUAI: N_(
        "%(n)s dari %(dari)s hasil kerja sesuai atau di atas ekspektasi; untuk Sesuai harus sebagian besar."
    ),
    KodeAlasan.UTAMA_DI_BAWAH_SEDIKIT: N_(
        "%(n)s dari %(dari)s hasil kerja utama di bawah ekspektasi; untuk Sesuai hanya sebagian kecil "
        "(paling banyak %(batas)s)."
    ),
    KodeAlasan.HASIL_DI_BAWAH: N_(
        "%(n)s dari %(dari)s hasil kerja di bawah ekspektasi; untuk Di Bawah harus sebagian besar."
    ),
    KodeAlasan.INDIKATOR_DI_BAWAH: N_(
        "%(n)s dari %(dari)s indikator di bawah target tanpa alasan yang diterima."
    ),
    KodeAlasan.INDIKATOR_DI_ATAS: N_("%(n)s dari %(dari)s indikator di atas target."),
    KodeAlasan.NILAI_DI_BAWAH: N_(
        "%(n)s dari %(dari)s nilai dasar di bawah ekspektasi; satu saja berarti Di Bawah."
    ),
    KodeAlasan.NILAI_DI_ATAS: N_(
        "%(n)s dari %(dari)s nilai dasar di atas ekspektasi; untuk Di Atas harus sebagian besar."
    ),
}
"""What each reason says."""

HASIL_BELUM = N_("%(n)s dari %(dari)s hasil kerja belum diberi rating.")
INDIKATOR_BELUM = N_("%(n)s dari %(dari)s indikator belum dapat dibandingkan dengan target.")
NILAI_BELUM = N_("%(n)s dari %(dari)s nilai dasar belum diberi rating.")


@dataclass(frozen=True, slots=True)
class KebijakanSaran:
    """How the words of the guidance are counted from a day on. Every number is a default, [K]."""

    sejak: date
    sumber: str
    sebagian_besar: Fraction
    """"Most" is more than this share."""
    bagian_kecil: Fraction
    """"A small part" is at most this share."""


@dataclass(frozen=True, slots=True)
class Alasan:
    """One criterion: what was counted, out of how many, and whether it holds."""

    kode: KodeAlasan
    jumlah: int
    dari: int
    terpenuhi: bool
    pesan: str


@dataclass(frozen=True, slots=True)
class Saran:
    """A suggested rating (None while something is missing) with its reasons.

    `pertimbangkan` is true when no row of the guidance fits exactly: look again before following it.
    """

    rating: Rating | None
    alasan: tuple[Alasan, ...]
    pertimbangkan: bool = False


@dataclass(frozen=True, slots=True)
class HasilDinilai:
    """The kind (utama or tambahan) and the rating of one result; no rating yet is None."""

    jenis: str
    rating: Rating | int | str | None


@dataclass(frozen=True, slots=True)
class IndikatorDinilai:
    """Where an indicator lies against its target; `diterima` when the leader accepted it with a reason.

    No realisation yet, or nothing to count, is None.
    """

    hubungan: Hubungan | str | None
    diterima: bool = False


KEBIJAKAN: tuple[KebijakanSaran, ...] = (
    KebijakanSaran(date(2022, 2, 7), SUMBER, sebagian_besar=Fraction(1, 2), bagian_kecil=Fraction(1, 4)),
)
"""Every policy ever in force, oldest first."""

UTAMA = N_("utama")
TAMBAHAN = N_("tambahan")


def kebijakan_pada(pada: date) -> KebijakanSaran:
    """Return the policy in force on `pada`; ValueError before the first one."""
    for kebijakan in reversed(KEBIJAKAN):
        if kebijakan.sejak <= tanpa_jam(pada):
            return kebijakan
    raise ValueError(
        kalimat(
            "Belum ada panduan rating untuk tanggal %(pada)s; panduan pertama berlaku sejak %(sejak)s.",
            pada=f"{pada:%d-%m-%Y}",
            sejak=f"{KEBIJAKAN[0].sejak:%d-%m-%Y}",
        )
    )


def saran_hasil(hasil: Iterable[HasilDinilai], pada: date) -> Saran:
    """Suggest the rating of the results as a whole from the rating of each.

    When neither Di Atas nor Di Bawah holds the suggestion is Sesuai, marked `pertimbangkan` if its own
    row of the guidance is not met either. Raises ValueError for an unknown kind or rating or a day
    without a policy.
    """
    kebijakan = kebijakan_pada(pada)
    semua = [(_jenis(satu.jenis), _rating(satu.rating, N_("Rating hasil kerja"))) for satu in hasil]
    belum = sum(rating is None for _, rating in semua)
    if belum or not semua:
        return _belum_lengkap(belum, len(semua), HASIL_BELUM)
    atas, utama, sesuai, sedikit, bawah = alasan = _alasan_hasil(semua, kebijakan)
    if atas.terpenuhi and utama.terpenuhi:
        return Saran(Rating.DI_ATAS, alasan)
    if bawah.terpenuhi:
        return Saran(Rating.DI_BAWAH, alasan)
    return Saran(Rating.SESUAI, alasan, pertimbangkan=not (sesuai.terpenuhi and sedikit.terpenuhi))


def saran_rhk(indikator: Iterable[IndikatorDinilai]) -> Saran:
    """Suggest the rating of one result from its indicators.

    Di Bawah when an indicator is below and was not accepted with a reason; else Di Atas when one is
    above; else Sesuai. This agrees with the worked examples of Anak Lampiran 4. Raises ValueError for an
    unknown relation.
    """
    semua = [(_hubungan(satu.hubungan), satu.diterima) for satu in indikator]
    dari = len(semua)
    bawah = sum(isi is Hubungan.DI_BAWAH and not diterima for isi, diterima in semua)
    belum = sum(isi is None for isi, _ in semua)
    if not bawah and (belum or not semua):
        return _belum_lengkap(belum, dari, INDIKATOR_BELUM)
    atas = sum(isi is Hubungan.DI_ATAS for isi, _ in semua)
    alasan = (
        _alasan(KodeAlasan.INDIKATOR_DI_BAWAH, bawah, dari, bawah > 0),
        _alasan(KodeAlasan.INDIKATOR_DI_ATAS, atas, dari, atas > 0),
    )
    if bawah:
        return Saran(Rating.DI_BAWAH, alasan)
    return Saran(Rating.DI_ATAS if atas else Rating.SESUAI, alasan)


def saran_perilaku(nilai: Mapping[str, Rating | int | str | None], pada: date) -> Saran:
    """Suggest the rating of behaviour from the ratings of the seven values, by their codes.

    One value below means "not yet consistent", so Di Bawah, marked `pertimbangkan` while those are not
    most of the values; Di Atas when most are above and none below; else Sesuai. Raises ValueError for
    an unknown value or rating or a day without a policy.
    """
    kebijakan = kebijakan_pada(pada)
    asing = sorted(set(nilai) - set(KODE_NILAI))
    if asing:
        raise ValueError(kalimat("Nilai dasar “%(nilai)s” tidak dikenal.", nilai=asing[0]))
    semua = [_rating(nilai.get(kode), N_("Rating perilaku kerja")) for kode in KODE_NILAI]
    belum, dari = semua.count(None), len(semua)
    if belum:
        return _belum_lengkap(belum, dari, NILAI_BELUM)
    atas, bawah = semua.count(Rating.DI_ATAS), semua.count(Rating.DI_BAWAH)
    banyak_di_atas = Fraction(atas, dari) > kebijakan.sebagian_besar
    alasan = (
        _alasan(KodeAlasan.NILAI_DI_BAWAH, bawah, dari, bawah > 0),
        _alasan(KodeAlasan.NILAI_DI_ATAS, atas, dari, banyak_di_atas),
    )
    if bawah:
        return Saran(Rating.DI_BAWAH, alasan, Fraction(bawah, dari) <= kebijakan.sebagian_besar)
    return Saran(Rating.DI_ATAS if banyak_di_atas else Rating.SESUAI, alasan)


def _alasan_hasil(
    semua: list[tuple[str, Rating | None]], kebijakan: KebijakanSaran
) -> tuple[Alasan, Alasan, Alasan, Alasan, Alasan]:
    besar, kecil = kebijakan.sebagian_besar, kebijakan.bagian_kecil
    dari = len(semua)
    atas = sum(rating is Rating.DI_ATAS for _, rating in semua)
    bawah = sum(rating is Rating.DI_BAWAH for _, rating in semua)
    utama = [rating for jenis, rating in semua if jenis == UTAMA]
    rendah, dari_utama = utama.count(Rating.DI_BAWAH), len(utama)
    sedikit = rendah <= kecil * dari_utama
    return (
        _alasan(KodeAlasan.HASIL_DI_ATAS, atas, dari, atas > besar * dari),
        _alasan(KodeAlasan.UTAMA_TIDAK_DI_BAWAH, rendah, dari_utama, rendah == 0),
        _alasan(KodeAlasan.HASIL_SESUAI, dari - bawah, dari, dari - bawah > besar * dari),
        _alasan(KodeAlasan.UTAMA_DI_BAWAH_SEDIKIT, rendah, dari_utama, sedikit, batas=kecil),
        _alasan(KodeAlasan.HASIL_DI_BAWAH, bawah, dari, bawah > besar * dari),
    )


def _alasan(
    kode: KodeAlasan,
    jumlah: int,
    dari: int,
    terpenuhi: bool,
    *,
    pesan: str = "",
    batas: Fraction | None = None,
) -> Alasan:
    isi = kalimat(pesan or PESAN[kode], n=jumlah, dari=dari, batas=str(batas))
    return Alasan(kode, jumlah, dari, terpenuhi, isi)


def _belum_lengkap(belum: int, dari: int, pesan: str) -> Saran:
    return Saran(None, (_alasan(KodeAlasan.BELUM_LENGKAP, belum, dari, False, pesan=pesan),))


def _jenis(jenis: str) -> str:
    isi = str(getattr(jenis, "value", jenis))
    if isi not in (UTAMA, TAMBAHAN):
        raise ValueError(
            kalimat("Jenis hasil kerja “%(isi)s” tidak dikenal. Pilih utama atau tambahan.", isi=isi)
        )
    return isi


def _rating(nilai: Rating | int | str | None, sebutan: str) -> Rating | None:
    return None if nilai is None else ke_rating(nilai, sebutan)


def _hubungan(nilai: Hubungan | str | None) -> Hubungan | None:
    if nilai is None:
        return None
    try:
        return Hubungan(nilai)
    except ValueError:
        raise ValueError(
            kalimat("Hubungan indikator dengan target “%(nilai)s” tidak dikenal.", nilai=nilai)
        ) from None
