"""How the labels of a team are spread beside the label of its organisation: a guide, never a quota.

Two texts stand side by side. PermenPANRB 6/2022 (Lampiran Bab IV.B.2) gives a shape: ideally the large part has
the label that matches the organisation, every other label is expressly possible, no number. SE MenPANRB 3/2023
gives the numbers. How to round is in neither; the reading here is a default: at most q means more than
ceil(q x n) is too many, at least q means fewer than floor(q x n) is too few, and below `MINIMAL` people the
numbers say nothing. What is found here warns and asks for a reason; it never changes or forbids a rating.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from inti.kalender import tanpa_jam
from inti.tanda import Kalimat, gabung, kalimat
from penilaian.aturan.capaian import LABEL_CAPAIAN, Capaian, ke_capaian
from penilaian.aturan.predikat import LABEL_PREDIKAT, Predikat, ke_predikat

MINIMAL = 5
"""Below this many people the numbers are a guide only; no text names a number, this is a default."""


class Jenis(StrEnum):
    """Kinds of provision."""

    TERBESAR = "terbesar"  # the largest group
    MAKSIMAL = "maksimal"  # at most a share
    MINIMAL = "minimal"  # at least a share, of one label or of several together
    WAJIB_ADA = "wajib_ada"  # at least one person in one of these labels
    TIDAK_BOLEH = "tidak_boleh"


@dataclass(frozen=True, slots=True)
class Ketentuan:
    """One provision about the share (whole percent) of these labels."""

    jenis: Jenis
    predikat: tuple[Predikat, ...]
    persen: int = 0


@dataclass(frozen=True, slots=True)
class PolaBerlaku:
    """The provisions for every organisation label, from a day on, with their source."""

    kode: str
    sejak: date
    sumber: str
    minimal: int
    ketentuan: Mapping[Capaian, tuple[Ketentuan, ...]]


@dataclass(frozen=True, slots=True)
class Peringatan:
    """One provision that the counts do not meet: what is counted, the limit in people, the sentence."""

    ketentuan: Ketentuan
    jumlah: int
    batas: int
    pesan: Kalimat

    @property
    def kode(self) -> str:
        """A key that stays the same while the same provision is missed: `maksimal:1`."""
        return f"{self.ketentuan.jenis}:{'+'.join(str(int(p)) for p in self.ketentuan.predikat)}"


@dataclass(frozen=True, slots=True)
class HasilPola:
    """One text applied to the counts. `hanya_pedoman`: it gives a shape or the group is too small to count."""

    kode: str
    sumber: str
    hanya_pedoman: bool
    peringatan: tuple[Peringatan, ...]


@dataclass(frozen=True, slots=True)
class HasilDistribusi:
    """The counts of a team beside its organisation label, under every text in force."""

    capaian: Capaian
    hitungan: tuple[tuple[Predikat, int], ...]
    jumlah: int
    puncak: Predikat
    sesuai_bentuk: bool
    pola: tuple[HasilPola, ...]

    @property
    def peringatan(self) -> tuple[Peringatan, ...]:
        """All warnings, of every text."""
        return tuple(satu for pola in self.pola for satu in pola.peringatan)

    @property
    def hanya_pedoman(self) -> bool:
        """Nothing but shape is looked at: no text with numbers applies, or the group is too small."""
        return all(pola.hanya_pedoman for pola in self.pola)


_SB, _B, _BP = Predikat.SANGAT_BAIK, Predikat.BAIK, Predikat.BUTUH_PERBAIKAN
_K, _SK = Predikat.KURANG, Predikat.SANGAT_KURANG

PUNCAK: Mapping[Capaian, Predikat] = MappingProxyType(
    {
        Capaian.ISTIMEWA: _SB,
        Capaian.BAIK: _B,
        Capaian.BUTUH_PERBAIKAN: _BP,
        Capaian.KURANG: _K,
        Capaian.SANGAT_KURANG: _SK,
    }
)
"""Where the large part ideally lies (PermenPANRB 6/2022, Lampiran IV.B.2 l.3867-4032)."""

PERMEN6 = PolaBerlaku(
    kode="permen6",
    sejak=date(2022, 2, 7),
    sumber="PermenPANRB 6/2022, Lampiran Bab IV.B.2",
    minimal=0,
    ketentuan=MappingProxyType({c: () for c in Capaian}),
)
# Published in February 2023; the day is not in the texts at hand, so the first of the month is taken.
SE3_2023 = PolaBerlaku(
    kode="se3_2023",
    sejak=date(2023, 2, 1),
    sumber="SE MenPANRB 3/2023",
    minimal=MINIMAL,
    ketentuan=MappingProxyType(
        {
            Capaian.ISTIMEWA: (Ketentuan(Jenis.TERBESAR, (_SB,)), Ketentuan(Jenis.MAKSIMAL, (_SB,), 70)),
            Capaian.BAIK: (
                Ketentuan(Jenis.TERBESAR, (_B,)),
                Ketentuan(Jenis.MAKSIMAL, (_B,), 70),
                Ketentuan(Jenis.WAJIB_ADA, (_BP, _K)),
            ),
            Capaian.BUTUH_PERBAIKAN: (
                Ketentuan(Jenis.MINIMAL, (_BP,), 60),
                Ketentuan(Jenis.MAKSIMAL, (_SB,), 10),
            ),
            Capaian.KURANG: (
                Ketentuan(Jenis.MINIMAL, (_K,), 60),
                Ketentuan(Jenis.MINIMAL, (_BP,), 10),
                Ketentuan(Jenis.MAKSIMAL, (_SB,), 10),
            ),
            Capaian.SANGAT_KURANG: (
                Ketentuan(Jenis.MINIMAL, (_SK,), 60),
                Ketentuan(Jenis.MINIMAL, (_K, _BP), 10),
                Ketentuan(Jenis.TIDAK_BOLEH, (_SB,)),
            ),
        }
    ),
)
TABEL: tuple[PolaBerlaku, ...] = (PERMEN6, SE3_2023)
"""Every text, oldest first; they add to each other from their own day on."""


def periksa(
    capaian_organisasi: "Capaian | int | str",
    hitungan: Mapping["Predikat | int | str", int],
    pada: date,
) -> HasilDistribusi:
    """Look at the labels of a team (`hitungan`: label → people) beside the organisation's on the day `pada`.

    Labels may be members, codes or names; a label left out counts as nobody. Sources: see the module.
    Raises ValueError for an unknown label, a count that is no whole number from 0 up, or a day before the rule.
    """
    capaian = ke_capaian(capaian_organisasi)
    jumlah = _rapikan(hitungan)
    berlaku = tuple(pola for pola in TABEL if pola.sejak <= tanpa_jam(pada))
    if not berlaku:
        raise ValueError(
            kalimat("Belum ada pedoman pola distribusi untuk tanggal %(pada)s.", pada=f"{pada:%d-%m-%Y}")
        )
    n = sum(jumlah.values())
    puncak = PUNCAK[capaian]
    return HasilDistribusi(
        capaian=capaian,
        hitungan=tuple(jumlah.items()),
        jumlah=n,
        puncak=puncak,
        sesuai_bentuk=n > 0 and jumlah[puncak] == max(jumlah.values()),
        pola=tuple(_terapkan(pola, capaian, jumlah, n) for pola in berlaku),
    )


def _rapikan(hitungan: Mapping["Predikat | int | str", int]) -> dict[Predikat, int]:
    """The counts of all five labels in their order."""
    rapi = dict.fromkeys(Predikat, 0)
    for nama, banyak in hitungan.items():
        if isinstance(banyak, bool) or not isinstance(banyak, int) or banyak < 0:
            raise ValueError(
                kalimat("Jumlah pegawai harus bilangan bulat mulai dari 0; tertulis “%(isi)s”.", isi=banyak)
            )
        rapi[ke_predikat(nama)] += banyak
    return rapi


def _terapkan(pola: PolaBerlaku, capaian: Capaian, jumlah: Mapping[Predikat, int], n: int) -> HasilPola:
    ketentuan = pola.ketentuan[capaian]
    pedoman = not ketentuan or n < pola.minimal
    kena = () if pedoman else tuple(p for k in ketentuan if (p := _uji(k, capaian, jumlah, n)))
    return HasilPola(pola.kode, pola.sumber, pedoman, kena)


def _uji(k: Ketentuan, capaian: Capaian, jumlah: Mapping[Predikat, int], n: int) -> Peringatan | None:
    ada = sum(jumlah[p] for p in k.predikat)
    batas, dilanggar, susun = _UJI[k.jenis](k, ada, jumlah, n)
    if not dilanggar:
        return None
    isian = {
        "predikat": gabung(*(LABEL_PREDIKAT[p] for p in k.predikat), pemisah=" / "),
        "capaian": LABEL_CAPAIAN[capaian],
        "ada": ada,
        "batas": batas,
        "persen": k.persen,
        "n": n,
    }
    return Peringatan(k, ada, batas, Kalimat(susun.templat, isian))


_Putusan = tuple[int, bool, Kalimat]
_Penguji = Callable[[Ketentuan, int, Mapping[Predikat, int], int], _Putusan]


def _terbesar(k: Ketentuan, ada: int, jumlah: Mapping[Predikat, int], n: int) -> _Putusan:
    terbanyak = max(jumlah.values())
    pesan = kalimat(
        "%(predikat)s (%(ada)s orang) bukan kelompok terbesar, padahal capaian organisasi %(capaian)s."
    )
    return terbanyak, ada < terbanyak, pesan


def _maksimal(k: Ketentuan, ada: int, jumlah: Mapping[Predikat, int], n: int) -> _Putusan:
    batas = -(-k.persen * n // 100)
    pesan = kalimat("%(predikat)s %(ada)s dari %(n)s orang, di atas %(persen)s%% (paling banyak %(batas)s).")
    return batas, ada > batas, pesan


def _minimal(k: Ketentuan, ada: int, jumlah: Mapping[Predikat, int], n: int) -> _Putusan:
    batas = k.persen * n // 100
    pesan = kalimat(
        "%(predikat)s %(ada)s dari %(n)s orang, di bawah %(persen)s%% (paling sedikit %(batas)s)."
    )
    return batas, ada < batas, pesan


def _wajib_ada(k: Ketentuan, ada: int, jumlah: Mapping[Predikat, int], n: int) -> _Putusan:
    pesan = kalimat("Belum ada %(predikat)s, padahal capaian organisasi %(capaian)s.")
    return 1, ada == 0, pesan


def _tidak_boleh(k: Ketentuan, ada: int, jumlah: Mapping[Predikat, int], n: int) -> _Putusan:
    pesan = kalimat("Ada %(ada)s %(predikat)s, padahal capaian organisasi %(capaian)s.")
    return 0, ada > 0, pesan


_UJI: Mapping[Jenis, _Penguji] = MappingProxyType(
    {
        Jenis.TERBESAR: _terbesar,
        Jenis.MAKSIMAL: _maksimal,
        Jenis.MINIMAL: _minimal,
        Jenis.WAJIB_ADA: _wajib_ada,
        Jenis.TIDAK_BOLEH: _tidak_boleh,
    }
)
