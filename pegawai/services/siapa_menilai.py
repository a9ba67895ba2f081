"""Everybody who must have an SKP and whose assessor is missing or wrong, in one statement, and what would mend it.

Who assesses whom: PermenPANRB 6/2022 Ps 1(9) and Lampiran IV.A; wrong data about it blocks a whole chain of
appraisals. What the tree gives comes from `pegawai.services.atasan`; here it is looked at.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Left, Length

from inti.jalur import LANGKAH
from pegawai.enums import DAPAT_MENILAI, KEADAAN_PERGI, MasalahAtasan, SumberAtasan
from pegawai.models import Atasan, AtasanKhusus, KeadaanPegawai, Pegawai, Penempatan, UnitKerja

OPD = 2 * LANGKAH  # the path of a department: the second level of the tree

# Everybody from whom the way up comes back to himself: walked from each assessor, at most 20 steps.
_LINGKARAN = """
WITH RECURSIVE jalan AS (
    SELECT DISTINCT a.penilai_id AS awal, a.penilai_id AS kini, 0 AS langkah
    FROM pegawai_atasan a WHERE a.penilai_id IS NOT NULL
    UNION ALL
    SELECT j.awal, a.penilai_id, j.langkah + 1
    FROM jalan j JOIN pegawai_atasan a ON a.pegawai_id = j.kini
    WHERE a.penilai_id IS NOT NULL AND j.langkah < 20 AND (j.langkah = 0 OR j.kini <> j.awal)
)
SELECT awal FROM jalan WHERE langkah > 0 AND kini = awal
"""

# The head of the nearest unit upwards who is not himself, as `services.atasan` finds him. With `saring` only heads
# who can assess: at work, and not part of a circle.
_KEPALA = f"""
WITH rantai AS MATERIALIZED (
    SELECT a.pegawai_id, u.id AS unit_id, n
    FROM pegawai_atasan a
    JOIN pegawai_unitkerja s ON s.id = a.unit_id
    CROSS JOIN LATERAL generate_series({LANGKAH}, length(s.path), {LANGKAH}) AS n
    JOIN pegawai_unitkerja u ON u.path = left(s.path, n)
    WHERE a.pegawai_id = ANY(%(pegawai)s)
),
kepala AS MATERIALIZED (
    SELECT DISTINCT ON (k.unit_id) k.unit_id, k.pegawai_id, k.jenis
    FROM pegawai_penempatan k
    WHERE k.unit_id IN (SELECT unit_id FROM rantai) AND k.kepala AND k.mulai <= %(pada)s
      AND (k.selesai IS NULL OR k.selesai >= %(pada)s)
      AND (NOT %(saring)s OR (
        EXISTS (SELECT FROM pegawai_pegawai p WHERE p.id = k.pegawai_id AND p.kedudukan_hukum = ANY(%(dapat)s))
        AND EXISTS (SELECT FROM pegawai_atasan x WHERE x.pegawai_id = k.pegawai_id)
        AND NOT EXISTS (
            SELECT FROM pegawai_keadaanpegawai c
            WHERE c.pegawai_id = k.pegawai_id AND c.jenis = ANY(%(pergi)s)
              AND c.mulai <= %(pada)s AND (c.selesai IS NULL OR c.selesai >= %(pada)s)
        )
        AND k.pegawai_id NOT IN ({_LINGKARAN})
      ))
    ORDER BY k.unit_id, array_position(ARRAY['definitif', 'plt', 'plh'], k.jenis::text), k.mulai DESC, k.id
)
SELECT DISTINCT ON (r.pegawai_id) r.pegawai_id, k.pegawai_id, k.jenis, k.unit_id
FROM rantai r JOIN kepala k ON k.unit_id = r.unit_id AND k.pegawai_id <> r.pegawai_id
ORDER BY r.pegawai_id, r.n DESC
"""  # noqa: S608 - constants of this module


@dataclass(frozen=True)
class Usulan:
    """Who should assess a person by the tree: the head of which unit, definitive or acting."""

    penilai: Pegawai
    jenis: str
    unit: UnitKerja


@dataclass(frozen=True)
class Temuan:
    """A person with what is wrong, the basis of an override in force, and what would mend it.

    `menunggu`: he is part of a circle that an override of somebody else makes; that one is mended first.
    """

    pegawai: Pegawai
    dasar: str
    usulan: Usulan | None
    menunggu: bool = False

    @property
    def masalah(self) -> MasalahAtasan:
        return MasalahAtasan(self.pegawai.masalah)


@dataclass(frozen=True)
class Hitungan:
    """How many are wrong: altogether, by kind, and by department (path, name, number), the most first."""

    semua: int
    jenis: list[tuple[MasalahAtasan, int]]
    unit: list[tuple[str, str, int]]


def bermasalah(*, dalam: QuerySet[Pegawai], pada: date) -> QuerySet[Pegawai]:
    """Those of `dalam` who must have an SKP and have no right assessor on `pada`, each with `masalah`."""
    dikenal = Case(
        When(atasan__isnull=True, then=Value(MasalahAtasan.TANPA_PENEMPATAN.value)),
        When(atasan__penilai__isnull=True, then=Value(MasalahAtasan.KOSONG.value)),
        When(atasan__penilai=F("pk"), then=Value(MasalahAtasan.DIRI.value)),
        When(_tidak_aktif(pada), then=Value(MasalahAtasan.TIDAK_AKTIF.value)),
        When(pk__in=RawSQL(_LINGKARAN, []), then=Value(MasalahAtasan.LINGKARAN.value)),  # noqa: S611 - fixed text
        When(_luar_rantai(pada), then=Value(MasalahAtasan.LUAR_RANTAI.value)),
        default=Value(""),
        output_field=CharField(),
    )
    wajib: Any = dalam
    return wajib.wajib_skp().annotate(masalah=dikenal).exclude(masalah="")


def _tidak_aktif(pada: date) -> Q:
    """The assessor left, sits nowhere, or is away for long."""
    pergi = KeadaanPegawai.objects.berlaku(pada).filter(jenis__in=KEADAAN_PERGI)
    return (
        ~Q(atasan__penilai__kedudukan_hukum__in=DAPAT_MENILAI)
        | Q(atasan__penilai__atasan__isnull=True)
        | Exists(pergi.filter(pegawai=OuterRef("atasan__penilai")))
    )


def _luar_rantai(pada: date) -> Q:
    """An override that names somebody who leads neither the unit nor one above it."""
    memimpin = Penempatan.objects.berlaku(pada).filter(
        pegawai=OuterRef("atasan__penilai"),
        kepala=True,
        unit__path=Left(OuterRef("atasan__unit__path"), Length("unit__path")),
    )
    return Q(atasan__sumber=SumberAtasan.KHUSUS) & ~Exists(memimpin)


def saring(qs: QuerySet[Pegawai], *, masalah: str = "", unit: str = "") -> QuerySet[Pegawai]:
    """Of `bermasalah` one kind, and the people of one subtree; values that mean nothing choose nothing."""
    if masalah in MasalahAtasan.values:
        qs = qs.filter(masalah=masalah)
    return qs.filter(atasan__unit__path__startswith=unit) if unit.isalnum() else qs


def hitung(qs: QuerySet[Pegawai]) -> Hitungan:
    """The numbers of `bermasalah`, in two queries."""
    dasar = qs.order_by().values("masalah", opd=Left("atasan__unit__path", OPD))
    jenis: dict[str, int] = {}
    unit: dict[str, int] = {}
    for satu in dasar.annotate(n=Count("pk")):
        jenis[satu["masalah"]] = jenis.get(satu["masalah"], 0) + satu["n"]
        if satu["opd"]:
            unit[satu["opd"]] = unit.get(satu["opd"], 0) + satu["n"]
    nama = UnitKerja.objects.filter(path__in=list(unit)).values_list("path", "nama")
    baris = sorted(((path, n, unit[path]) for path, n in nama), key=lambda b: (-b[2], b[1]))
    return Hitungan(sum(jenis.values()), [(m, jenis[m]) for m in MasalahAtasan if m in jenis], baris)


def temuan(orang: list[Pegawai], *, pada: date) -> list[Temuan]:
    """What is known about these people of `bermasalah`, with a proposal where the tree gives one."""
    kunci = [p.pk for p in orang]
    dasar = _khusus(kunci, pada)
    menunggu = _menunggu(orang)
    usulan = usul([k for k in kunci if k not in menunggu], pada=pada)
    return [Temuan(p, dasar.get(p.pk, ""), usulan.get(p.pk), p.pk in menunggu) for p in orang]


def _menunggu(orang: list[Pegawai]) -> set[UUID]:
    """Of these people those in a circle by the tree alone, while an override is part of a circle."""
    pohon = {
        p.pk for p in orang if p.masalah == MasalahAtasan.LINGKARAN and p.atasan.sumber == SumberAtasan.POHON
    }
    berputar = RawSQL(_LINGKARAN, [])  # noqa: S611 - fixed text
    if pohon and Atasan.objects.filter(pegawai__in=berputar, sumber=SumberAtasan.KHUSUS).exists():
        return pohon
    return set()


def _khusus(kunci: list[UUID], pada: date) -> dict[UUID, str]:
    berlaku = AtasanKhusus.objects.filter(
        Q(selesai__isnull=True) | Q(selesai__gte=pada), pegawai__in=kunci, mulai__lte=pada
    )
    return dict(berlaku.values_list("pegawai_id", "dasar"))


def usul(kunci: Iterable[UUID], *, pada: date) -> dict[UUID, Usulan]:
    """For each of these people the head who should assess him by the tree, if there is one."""
    baris = kepala_terdekat(kunci, pada=pada, dapat_menilai=True)
    orang = Pegawai.objects.in_bulk({b[1] for b in baris})
    unit = UnitKerja.objects.in_bulk({b[3] for b in baris})
    return {siapa: Usulan(orang[penilai], jenis, unit[u]) for siapa, penilai, jenis, u in baris}


def kepala_terdekat(
    kunci: Iterable[UUID], *, pada: date, dapat_menilai: bool
) -> list[tuple[UUID, UUID, str, UUID]]:
    """(person, head, kind of placement, unit) of the nearest head upwards; also of heads who cannot assess."""
    isian = {
        "pegawai": list(kunci),
        "pada": pada,
        "saring": dapat_menilai,
        "dapat": [k.value for k in DAPAT_MENILAI],
        "pergi": [k.value for k in KEADAAN_PERGI],
    }
    with connection.cursor() as kursor:
        kursor.execute(_KEPALA, isian)
        return list(kursor.fetchall())
