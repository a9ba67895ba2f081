"""Which year or period a person asks about when he looks at the distribution of his team."""

from uuid import UUID

from akses.pelaku import Pelaku
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from penilaian.services.antrean import periode_dinilai, periode_terpilih
from sasaran.models import Periode, Siklus


def masa_dinilai(pelaku: Pelaku, tahun: str, periode_id: UUID | None) -> tuple[Siklus | None, Periode | None]:
    """The year and period in which this person assesses somebody: what was asked for, else the newest period.

    (None, None) when he assesses nobody there.
    """
    if periode_id is not None:
        milik = EvaluasiPeriodik.objects.filter(penilai_id=pelaku.pegawai_id, periode_id=periode_id)
        periode = Periode.objects.select_related("siklus").filter(pk=periode_id).first()
        return (periode.siklus, periode) if periode and milik.exists() else (None, None)
    if tahun.isascii() and tahun.isdigit() and len(tahun) == len("2026"):
        tahunan = EvaluasiTahunan.objects.filter(penilai_id=pelaku.pegawai_id, siklus__tahun=int(tahun))
        satu = tahunan.select_related("siklus").first()
        return (satu.siklus, None) if satu else (None, None)
    terkini = periode_terpilih(periode_dinilai(pelaku.pegawai_id), None)
    return (terkini.siklus, terkini) if terkini else (None, None)
