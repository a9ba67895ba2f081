"""Sources of a realisation that apps above register: what may be chosen in a plan, and what a source says.

The plan keeps the kind and the plain key of the source; nothing here knows what stands behind it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sasaran.aturan.sumber import HasilSumber
from sasaran.enums import SumberRealisasi
from sasaran.models import SKP, IndikatorKinerjaIndividu


@dataclass(frozen=True)
class PilihanSumber:
    """One source a plan may agree on; `satuan` is the unit its number has ("" when any word will do)."""

    sumber: str
    kunci: UUID
    nama: str
    satuan: str = ""

    @property
    def nilai(self) -> str:
        """How a form writes it."""
        return f"{self.sumber}:{self.kunci}"


class Penyedia(Protocol):
    """What an app registers. Both functions take a fixed number of queries, however many are asked for."""

    def pilihan(self, jalur_unit: str) -> Sequence[PilihanSumber]:
        """The sources a plan of the unit with this path may choose from."""

    def hasil(self, diminta: Mapping[str, set[UUID]], dari: date, sampai: date) -> dict[str, HasilSumber]:
        """What these sources (kind → keys) say of the span, by “kind:key”; unknown keys are left out."""


_PENYEDIA: list[Penyedia] = []


def daftarkan(penyedia: Penyedia) -> None:
    """Register a provider, once, when its app starts."""
    if penyedia not in _PENYEDIA:
        _PENYEDIA.append(penyedia)


def pilihan_sumber(skp: SKP) -> list[PilihanSumber]:
    """Every source the owner of this plan may choose."""
    return [satu for p in _PENYEDIA for satu in p.pilihan(skp.unit.path)]


def hasil_sumber(
    indikator: Iterable[IndikatorKinerjaIndividu], dari: date, sampai: date
) -> dict[UUID, HasilSumber]:
    """Indicator id → what its agreed source says of `dari` to `sampai`, both included.

    Indicators measured by reports are left out; when all are, no query is made.
    """
    bersumber = [i for i in indikator if i.sumber_realisasi != SumberRealisasi.LAPORAN]
    if not bersumber:
        return {}
    diminta: dict[str, set[UUID]] = defaultdict(set)
    for satu in bersumber:
        diminta[satu.sumber_realisasi].add(satu.sumber_kunci)
    ada: dict[str, HasilSumber] = {}
    for penyedia in _PENYEDIA:
        ada |= penyedia.hasil(diminta, dari, sampai)
    kunci = {i.pk: f"{i.sumber_realisasi}:{i.sumber_kunci}" for i in bersumber}
    return {pk: ada[k] for pk, k in kunci.items() if k in ada}


def periksa_sumber(indikator: IndikatorKinerjaIndividu, skp: SKP) -> None:
    """Raise ValidationError unless the plan may use this source, in the unit the source counts in.

    A source that was agreed earlier and is gone since may stay as it is.
    """
    if indikator.sumber_realisasi == SumberRealisasi.LAPORAN:
        return
    cari = f"{indikator.sumber_realisasi}:{indikator.sumber_kunci}"
    cocok = next((p for p in pilihan_sumber(skp) if p.nilai == cari), None)
    if cocok is None:
        raise ValidationError({"sumber": _("Pilih sumber dari daftar layanan unit Anda.")})
    if cocok.satuan and cocok.satuan.lower() != indikator.satuan.lower():
        raise ValidationError(
            {
                "satuan": _("Sumber ini dihitung dalam %(satuan)s. Tulis satuan yang sama.")
                % {"satuan": cocok.satuan}
            }
        )
