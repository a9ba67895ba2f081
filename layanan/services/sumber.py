"""Satisfaction and service times as sources of an indicator's realisation."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from inti.jalur import puncak
from inti.tanda import kalimat
from layanan.models import KebijakanSurvei, Layanan
from layanan.services.hasil import IKMLayanan, WaktuRingkas, ikm_per_layanan, waktu_per_layanan
from layanan.services.kebijakan import kebijakan_pada
from sasaran.aturan.sumber import HasilSumber
from sasaran.enums import SumberRealisasi
from sasaran.services.sumber import PilihanSumber

PERSEN = "%"
IKM, WAKTU, TEPAT = SumberRealisasi.IKM, SumberRealisasi.WAKTU_LAYANAN, SumberRealisasi.TEPAT_WAKTU


class PenyediaLayanan:
    """What `sasaran.services.sumber` asks; at most four queries, however many services."""

    def pilihan(self, jalur_unit: str) -> Sequence[PilihanSumber]:
        """The active services of the same department (all, for the top of the government)."""
        dinas = puncak(jalur_unit, 2)
        layanan = list(
            Layanan.objects.filter(unit__path__startswith=dinas, aktif=True).order_by("nama", "id")
        )
        return [
            *(PilihanSumber(IKM, satu.pk, satu.nama) for satu in layanan),
            *(
                PilihanSumber(WAKTU, satu.pk, satu.nama, str(satu.get_satuan_waktu_display()))
                for satu in layanan
            ),
            *(PilihanSumber(TEPAT, satu.pk, satu.nama, PERSEN) for satu in layanan),
        ]

    def hasil(self, diminta: Mapping[str, set[UUID]], dari: date, sampai: date) -> dict[str, HasilSumber]:
        """The numbers of the services asked for, over the span."""
        kunci = diminta.get(IKM, set()) | diminta.get(WAKTU, set()) | diminta.get(TEPAT, set())
        semua = {satu.pk: satu for satu in Layanan.objects.filter(pk__in=kunci)}
        if not semua:
            return {}
        kebijakan = kebijakan_pada(sampai)
        hasil = self._ikm([semua[k] for k in diminta.get(IKM, ()) if k in semua], dari, sampai, kebijakan)
        waktu = {k for kode in (WAKTU, TEPAT) for k in diminta.get(kode, ()) if k in semua}
        if waktu:
            ringkas = waktu_per_layanan([semua[k] for k in waktu], dari, sampai, kebijakan)
            for kode, ubah in ((WAKTU, _rata), (TEPAT, _tepat)):
                hasil |= {
                    f"{kode}:{k}": ubah(semua[k], ringkas[k], dari, sampai)
                    for k in diminta.get(kode, ())
                    if k in semua
                }
        return hasil

    def _ikm(
        self, layanan: list[Layanan], dari: date, sampai: date, kebijakan: KebijakanSurvei
    ) -> dict[str, HasilSumber]:
        if not layanan:
            return {}
        ada = ikm_per_layanan(layanan, dari, sampai, kebijakan)
        return {f"{IKM}:{satu.pk}": _indeks(satu, ada[satu.pk], dari, sampai) for satu in layanan}


def _indeks(layanan: Layanan, ikm: IKMLayanan, dari: date, sampai: date) -> HasilSumber:
    h = ikm.hasil
    return HasilSumber(
        sumber=IKM.value,
        nama=layanan.nama,
        dari=dari,
        sampai=sampai,
        banyak=ikm.banyak,
        minimum=ikm.minimum,
        nilai=h.nilai if h else None,
        bawah=h.bawah if h else None,
        atas=h.atas if h else None,
        keterangan=kalimat("mutu %(mutu)s", mutu=str(h.mutu)) if h else "",
    )


def _rata(layanan: Layanan, waktu: WaktuRingkas, dari: date, sampai: date) -> HasilSumber:
    return HasilSumber(
        sumber=WAKTU.value,
        nama=layanan.nama,
        dari=dari,
        sampai=sampai,
        banyak=waktu.banyak,
        minimum=waktu.minimum,
        nilai=waktu.rata,
        satuan=layanan.satuan_waktu,
        bawah=waktu.bawah,
        atas=waktu.atas,
    )


def _tepat(layanan: Layanan, waktu: WaktuRingkas, dari: date, sampai: date) -> HasilSumber:
    return HasilSumber(
        sumber=TEPAT.value,
        nama=layanan.nama,
        dari=dari,
        sampai=sampai,
        banyak=waktu.banyak,
        minimum=waktu.minimum,
        nilai=waktu.tepat,
        satuan=PERSEN,
    )
