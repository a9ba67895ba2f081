"""What all services about colleagues share: policy, questions, the days of a period."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from inti.kalender import hari_ini
from inti.services.libur import set_libur
from penilaian.aturan import kuesioner_rekan as bawaan
from penilaian.aturan.keadaan import tabel_keadaan
from penilaian.aturan.rekan import Aturan, Jendela, jendela
from penilaian.models import ButirRekan, KebijakanRekan, KuesionerRekan, UndianRekan
from sasaran.enums import StatusPeriode
from sasaran.models import Periode

CADANGAN = timedelta(days=60)


@dataclass(frozen=True)
class Masa:
    """What may be done about colleagues on `hari`, while `terbuka`."""

    jendela: Jendela
    hari: date
    terbuka: bool

    @property
    def mencoret(self) -> bool:
        """Whether names may still be struck out. Nobody can answer meanwhile, so a refusal tells nothing."""
        return self.terbuka and self.hari <= self.jendela.coret_sampai

    @property
    def menjawab(self) -> bool:
        """Whether answers are taken."""
        return self.terbuka and self.jendela.jawab_dari <= self.hari <= self.jendela.jawab_sampai

    @property
    def lewat(self) -> bool:
        """Whether answering is over."""
        return not self.terbuka or self.hari > self.jendela.jawab_sampai


def hari_periode(periode: Periode) -> date:
    """Today in the zone of the year."""
    return hari_ini(periode.siklus.zona, timezone.now())


def rencana(periode: Periode, hari_coret: int) -> Jendela:
    """The days of a draw that is to be made. One query for the holidays."""
    buka, batas = periode.buka_evaluasi, periode.batas_penilaian_diri
    return jendela(buka, batas, hari_coret, set_libur(buka, max(buka, batas) + CADANGAN))


def masa(undian: UndianRekan, *, hari: date | None = None) -> Masa:
    """Where the days of a draw stand on `hari` (today)."""
    periode = undian.periode
    jendela = Jendela(undian.coret_sampai, undian.jawab_dari, periode.batas_penilaian_diri)
    return Masa(jendela, hari or hari_periode(periode), periode.status == StatusPeriode.TERBUKA)


def kebijakan_berlaku(pada: date) -> KebijakanRekan | None:
    """The policy in force on `pada`; None when colleagues are not asked then."""
    kebijakan = KebijakanRekan.objects.filter(berlaku__lte=pada).order_by("-berlaku").first()
    return kebijakan if kebijakan and kebijakan.aktif else None


def kuesioner_berlaku(pada: date) -> KuesionerRekan | None:
    """The newest version of the questions whose day has come, when it has questions."""
    semua = KuesionerRekan.objects.filter(berlaku__lte=pada, butir__isnull=False).distinct()
    return semua.order_by("-berlaku", "-versi").first()


def cuti_rekan(undian: UndianRekan) -> dict[str, Any]:
    """The kinds of leave in which nobody is asked, and the days on which answers are taken."""
    tabel = tabel_keadaan(undian.periode.buka_evaluasi)
    return {
        "cuti": list(tabel.bukan_rekan),
        "jawab_dari": undian.jawab_dari,
        "jawab_sampai": undian.periode.batas_penilaian_diri,
    }


def aturan_dari(kebijakan: KebijakanRekan) -> Aturan:
    """The numbers of a policy as the rule wants them."""
    return Aturan(kebijakan.diminta, kebijakan.ambang, kebijakan.beban_maks, kebijakan.kolam_maks)


@transaction.atomic
def pastikan_kuesioner(*, berlaku: date) -> None:
    """The first version of the questions, where there is none at all."""
    if KuesionerRekan.objects.exists():
        return
    kuesioner = KuesionerRekan.objects.create(
        versi=1,
        judul=bawaan.JUDUL,
        skala=list(bawaan.SKALA),
        tanya_teks=bawaan.TANYA_TEKS,
        berlaku=berlaku,
    )
    ButirRekan.objects.bulk_create(
        ButirRekan(
            kuesioner=kuesioner,
            urutan=n,
            kode=b.kode,
            nama=b.nama,
            pertanyaan=b.pertanyaan,
            nilai=list(b.nilai),
        )
        for n, b in enumerate(bawaan.BUTIR, 1)
    )


def kunci_undian(periode_id: UUID) -> str:
    """Under which name the draw of a period is worked on, by one at a time."""
    return f"rekan:{periode_id}"
