"""A realisation that comes from an agreed source instead of reports, with everything needed to judge it.

The plan names the source when it is made (PermenPANRB 6/2022, Lampiran Bab II.A.7 asks that an indicator can
be verified; examples of Anak Lampiran 4 use results of satisfaction surveys). With fewer answers than the
policy asks for there is no number: the reports count, and the page says so. Pure, no Django.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from inti.angka import tulis_angka
from inti.tanda import Kalimat, kalimat


@dataclass(frozen=True, slots=True)
class HasilSumber:
    """What a source says of a span of days: the number, how many answers it rests on, and how sure it is.

    `nilai` is None while `banyak` is below `minimum`. `bawah` and `atas` are the ends of the interval of
    confidence, where the source has one. `keterangan` is a word of the source's own (“Mutu A”).
    """

    sumber: str
    nama: str
    dari: date
    sampai: date
    banyak: int
    minimum: int
    nilai: Decimal | None = None
    satuan: str = ""
    bawah: Decimal | None = None
    atas: Decimal | None = None
    keterangan: str = ""

    @property
    def cukup(self) -> bool:
        """Whether there are enough answers, so that the number counts."""
        return self.nilai is not None and self.banyak >= self.minimum

    @property
    def sebab_kurang(self) -> Kalimat:
        """Why there is no number yet."""
        return kalimat(
            "belum cukup data (%(n)s dari %(m)s)", n=tulis_angka(self.banyak), m=tulis_angka(self.minimum)
        )

    @property
    def selang(self) -> str:
        """The interval as “82,9–85,3”; empty without one."""
        if self.bawah is None or self.atas is None:
            return ""
        return f"{tulis_angka(self.bawah)}–{tulis_angka(self.atas)}"

    @property
    def teks_nilai(self) -> str:
        """“84,12 nilai”; empty without a number."""
        return "" if self.nilai is None else f"{tulis_angka(self.nilai)} {self.satuan}".strip()


def ke_data(hasil: HasilSumber) -> dict[str, Any]:
    """As plain data for JSON, numbers as text so that no digit is lost."""
    return {
        "sumber": hasil.sumber,
        "nama": hasil.nama,
        "dari": hasil.dari.isoformat(),
        "sampai": hasil.sampai.isoformat(),
        "banyak": hasil.banyak,
        "minimum": hasil.minimum,
        "nilai": _teks(hasil.nilai),
        "satuan": hasil.satuan,
        "bawah": _teks(hasil.bawah),
        "atas": _teks(hasil.atas),
        "keterangan": str(hasil.keterangan),
    }


def dari_data(data: Mapping[str, Any] | None) -> HasilSumber | None:
    """The inverse of `ke_data`; None stays None. Raises ValueError when a part is missing or unreadable."""
    if not data:
        return None
    try:
        return HasilSumber(
            sumber=data["sumber"],
            nama=data["nama"],
            dari=date.fromisoformat(data["dari"]),
            sampai=date.fromisoformat(data["sampai"]),
            banyak=int(data["banyak"]),
            minimum=int(data["minimum"]),
            nilai=_angka(data["nilai"]),
            satuan=data["satuan"],
            bawah=_angka(data["bawah"]),
            atas=_angka(data["atas"]),
            keterangan=data["keterangan"],
        )
    except KeyError as galat:
        raise ValueError(
            kalimat("Rekaman sumber realisasi tidak lengkap: bagian %(bagian)s tidak ada.", bagian=galat)
        ) from None


def _teks(nilai: Decimal | None) -> str | None:
    return None if nilai is None else f"{nilai:f}"


def _angka(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)
