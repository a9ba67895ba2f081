"""What citizens say of a unit, handed from the surveys to the recognition of its people."""

from datetime import date

from layanan.services.hasil import ikm_per_unit
from pegawai.models import UnitKerja
from penghargaan.models import MasukanUnit
from penghargaan.services.penghargaan_kandidat import terima_ikm
from sasaran.models import Siklus

TAHUN_LALU = 2  # as far back as candidates are computed


def teruskan_ikm(*, hari: date) -> int:
    """Hand the index of every unit over, for the running year and those whose candidates may still change.

    A year counts up to `hari`. Returns how many numbers are new or different; the second run finds none.
    """
    siklus = Siklus.objects.filter(tahun__range=(hari.year - TAHUN_LALU, hari.year)).order_by("tahun")
    return sum(_satu_tahun(satu, hari) for satu in siklus)


def _satu_tahun(siklus: Siklus, hari: date) -> int:
    akhir = min(hari, date(siklus.tahun, 12, 31))
    kini = ikm_per_unit(date(siklus.tahun, 1, 1), akhir)
    catatan = MasukanUnit.objects.filter(siklus=siklus).values_list("unit_id", "ikm", "responden")
    lama = {unit: (ikm, responden) for unit, ikm, responden in catatan}
    beda = {unit: h for unit, h in kini.items() if lama.get(unit) != (h.nilai, h.banyak)}
    for unit in UnitKerja.objects.filter(pk__in=beda):
        terima_ikm(siklus=siklus, unit=unit, ikm=beda[unit.pk].nilai, responden=beda[unit.pk].banyak)
    return len(beda)
