"""Results from before Kinerja: who may read whose, year by year, and which years there are."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection, models
from django.db.models import QuerySet

from akses.enums import Izin
from akses.kueri import KueriPelaku
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from pegawai.models import Pegawai
from penilaian.models import EvaluasiTahunan, RiwayatKinerjaPeriodik, RiwayatSKP

# The index is asked for the next smaller year until there is none: a handful of looks at any number of rows.
_TAHUN = """
WITH RECURSIVE t AS (
    (SELECT tahun FROM {tabel} ORDER BY tahun DESC LIMIT 1)
    UNION ALL SELECT (SELECT x.tahun FROM {tabel} x WHERE x.tahun < t.tahun ORDER BY x.tahun DESC LIMIT 1)
    FROM t WHERE t.tahun IS NOT NULL
) SELECT tahun FROM t WHERE tahun IS NOT NULL
"""


@dataclass
class TahunLampau:
    """What is recorded of one year: its yearly result, if any, and those of its periods in their order."""

    tahun: int
    setahun: RiwayatSKP | None = None
    periodik: list[RiwayatKinerjaPeriodik] = field(default_factory=list)


def orang_terlihat(pelaku: Pelaku) -> QuerySet[Pegawai]:
    """The people whose yearly results `pelaku` may read today; nobody's peers are among them."""
    orang = Pegawai.objects.select_related("atasan__unit", "atasan__penempatan__jabatan")
    return terlihat_oleh(orang, pelaku, Izin.TAHUNAN_LIHAT)


_SKP = KueriPelaku(
    lambda pelaku, pegawai: terlihat_oleh(
        RiwayatSKP.objects.filter(pegawai=pegawai).order_by("-tahun"), pelaku, Izin.TAHUNAN_LIHAT
    ),
    Izin.TAHUNAN_LIHAT,
    pegawai=UUID,
)
_PERIODIK = KueriPelaku(
    lambda pelaku, pegawai: terlihat_oleh(
        RiwayatKinerjaPeriodik.objects.filter(pegawai=pegawai).order_by("-tahun", "bulan_mulai"),
        pelaku,
        Izin.EVALUASI_LIHAT,
    ),
    Izin.EVALUASI_LIHAT,
    pegawai=UUID,
)
_KINERJA = KueriPelaku(
    lambda pelaku, pegawai: terlihat_oleh(
        EvaluasiTahunan.objects.filter(pegawai=pegawai)
        .select_related("siklus", "penilai")
        .order_by("-siklus__tahun"),
        pelaku,
        Izin.TAHUNAN_LIHAT,
    ),
    Izin.TAHUNAN_LIHAT,
    pegawai=UUID,
)


def lampau(pelaku: Pelaku, pegawai: UUID | None) -> list[TahunLampau]:
    """The results of this person from before Kinerja that `pelaku` may read, the newest year first; two queries."""
    if pegawai is None:
        return []
    tahun: dict[int, TahunLampau] = defaultdict(lambda: TahunLampau(0))
    for setahun in _SKP(pelaku, pegawai=pegawai):
        tahun[setahun.tahun].setahun = setahun
    for satu in _PERIODIK(pelaku, pegawai=pegawai):
        tahun[satu.tahun].periodik.append(satu)
    for angka, isi in tahun.items():
        isi.tahun = angka
    return [tahun[angka] for angka in sorted(tahun, reverse=True)]


def tahunan_kinerja(pelaku: Pelaku, pegawai: UUID) -> Sequence[EvaluasiTahunan]:
    """The yearly evaluations of this person in Kinerja that `pelaku` may read, the newest first."""
    return _KINERJA(pelaku, pegawai=pegawai)


def tahun_tercatat(model: type[models.Model]) -> list[int]:
    """The years of which `model` (a table of past results) has rows, the newest first."""
    with connection.cursor() as kursor:
        kursor.execute(_TAHUN.format(tabel=model._meta.db_table))
        return [tahun for (tahun,) in kursor.fetchall()]
