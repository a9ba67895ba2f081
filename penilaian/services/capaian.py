"""Which organisation label counts for an evaluation: that of the unit led by the assessor (IV.B.1.g).

For one evaluation in Python (`label_untuk`), for many in SQL (`SQL_LABEL`, `label_banyak`); a test compares them.
The order: the label of that unit; from 31 January on its label of the year before (IV.B.1.f, yearly only); then,
flagged, the nearest unit above with a label, and the nearest above with one of the year before. Whoever assesses
without leading a unit (by delegation) is taken to lead the unit of the person assessed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from inti.jalur import rantai
from inti.kalender import hari_ini
from inti.kueri import kursor_siap
from pegawai.models import UnitKerja
from penilaian.aturan.capaian import pakai_tahun_lalu
from penilaian.enums import PilihanCapaian, SumberCapaian
from penilaian.models import CapaianOrganisasi, EvaluasiPeriodik, EvaluasiTahunan
from sasaran.models import Periode, Siklus


@dataclass(frozen=True)
class LabelOrganisasi:
    """The label that counts, the row and the unit it comes from, and why that row."""

    predikat: PilihanCapaian
    sumber: SumberCapaian
    capaian_id: UUID
    unit_id: UUID
    unit: str  # its name

    @property
    def pengganti(self) -> bool:
        """It stands in for the missing label of the unit itself: pages and forms say so."""
        return self.sumber != SumberCapaian.UNIT


# Per pair of assessor and unit of the assessed, so that 100,000 evaluations are a few thousand pairs. The
# table of evaluations is put in by name from `_ASAL`, never from outside.
_SQL = """
SELECT DISTINCT ON (t.penilai_id, t.unit_id)
       t.penilai_id, t.unit_id, c.predikat,
       CASE WHEN c.periode_id IS NOT DISTINCT FROM %(periode)s::uuid AND c.siklus_id = %(siklus)s
            THEN CASE WHEN t.panjang = length(t.asal) THEN 'unit' ELSE 'induk' END
            WHEN t.panjang = length(t.asal) THEN 'tahun_lalu' ELSE 'induk_tahun_lalu' END AS sumber,
       c.id AS capaian_id, cu.id AS capaian_unit_id, cu.nama AS capaian_unit
FROM (
    SELECT a.penilai_id, a.unit_id, a.asal, n AS panjang, left(a.asal, n) AS jalur
    FROM (
        SELECT DISTINCT ON (p.penilai_id, p.unit_id)
               p.penilai_id, p.unit_id, coalesce(m.path, u.path) AS asal
        FROM (SELECT DISTINCT e.penilai_id, e.unit_id FROM {asal}) p
        JOIN pegawai_unitkerja u ON u.id = p.unit_id
        LEFT JOIN (
            SELECT k.kepala_id, ku.path
            FROM penilaian_capaianorganisasi k JOIN pegawai_unitkerja ku ON ku.id = k.unit_id
            WHERE k.siklus_id = %(siklus)s AND k.periode_id IS NOT DISTINCT FROM %(periode)s::uuid
        ) m ON m.kepala_id = p.penilai_id
        ORDER BY p.penilai_id, p.unit_id, starts_with(u.path, m.path) DESC NULLS LAST,
                 length(m.path) DESC, m.path
    ) a CROSS JOIN LATERAL {tingkat}
) t
{capaian}
JOIN sasaran_siklus cs ON cs.id = c.siklus_id
JOIN sasaran_siklus s ON s.id = %(siklus)s
WHERE (c.siklus_id = s.id AND c.periode_id IS NOT DISTINCT FROM %(periode)s::uuid)
   OR (%(lalu)s AND cs.tahun = s.tahun - 1 AND c.periode_id IS NULL)
ORDER BY t.penilai_id, t.unit_id, t.panjang = length(t.asal) DESC, c.siklus_id = s.id DESC, t.panjang DESC
"""

_TINGKAT_SEMUA = "generate_series(4, length(a.asal), 4) AS n"
_SEMUA = """JOIN pegawai_unitkerja cu ON cu.path = t.jalur
JOIN penilaian_capaianorganisasi c ON c.unit_id = cu.id AND c.status = 'ditetapkan'"""
# For a few: unit by unit through the indexes. Left free, the planner reads the labels of the whole government.
_TINGKAT_BEBERAPA = "(SELECT g AS n FROM generate_series(4, 252, 4) g WHERE g <= length(a.asal)) tingkat"
_BEBERAPA = """CROSS JOIN LATERAL (SELECT id, nama FROM pegawai_unitkerja WHERE path = t.jalur OFFSET 0) cu
CROSS JOIN LATERAL (
    SELECT * FROM penilaian_capaianorganisasi WHERE unit_id = cu.id AND status = 'ditetapkan' OFFSET 0
) c"""

_BANYAK = {"tingkat": _TINGKAT_SEMUA, "capaian": _SEMUA}
_SEDIKIT = {"tingkat": _TINGKAT_BEBERAPA, "capaian": _BEBERAPA}

SQL_LABEL = {
    "tahunan": _SQL.format(asal="penilaian_evaluasitahunan e WHERE e.siklus_id = %(siklus)s", **_BANYAK),
    "periodik": _SQL.format(asal="penilaian_evaluasiperiodik e WHERE e.periode_id = %(periode)s", **_BANYAK),
}
"""penilai_id, unit_id, predikat, sumber, capaian_id, capaian_unit_id, capaian_unit (the unit whose label it is, and
its name) for every pair of the evaluations of a year or a period; a pair without any label is missing. Parameters
from `parameter_label`."""

_SQL_PILIHAN = {
    jenis: _SQL.format(asal=f"{tabel} e WHERE e.id = ANY(%(evaluasi)s::uuid[])", **_SEDIKIT)
    for jenis, tabel in (
        ("tahunan", "penilaian_evaluasitahunan"),
        ("periodik", "penilaian_evaluasiperiodik"),
    )
}


def parameter_label(*, siklus: Siklus, periode: Periode | None = None, pada: date | None = None) -> dict:
    """The parameters of `SQL_LABEL` on the day `pada` (today in the zone of the year)."""
    hari = pada or hari_ini(siklus.zona, timezone.now())
    return {
        "siklus": siklus.pk,
        "periode": periode.pk if periode else None,
        "lalu": periode is None and pakai_tahun_lalu(siklus.tahun, hari),
    }


def label_banyak(
    *,
    evaluasi: Iterable[Any],
    siklus: Siklus,
    periode: Periode | None = None,
    pada: date | None = None,
) -> dict[UUID, LabelOrganisasi]:
    """The label of each of these evaluations of one year (or one `periode` of it), by key, in one query.

    An evaluation without any label is missing from the answer.
    """
    satu_satu = list(evaluasi)
    jenis = "tahunan" if periode is None else "periodik"
    isian = parameter_label(siklus=siklus, periode=periode, pada=pada)
    with kursor_siap() as kursor:
        kursor.execute(_SQL_PILIHAN[jenis], {**isian, "evaluasi": [e.pk for e in satu_satu]})
        label = {
            (penilai, unit): LabelOrganisasi(PilihanCapaian(predikat), SumberCapaian(sumber), *asal)
            for penilai, unit, predikat, sumber, *asal in kursor.fetchall()
        }
    pasangan = ((e.pk, label.get((e.penilai_id, e.unit_id))) for e in satu_satu)
    return {kunci: satu for kunci, satu in pasangan if satu is not None}


def label_untuk(
    *, evaluasi: EvaluasiTahunan | EvaluasiPeriodik, pada: date | None = None
) -> LabelOrganisasi | None:
    """The label that counts for this evaluation on the day `pada` (today); None when there is none at all."""
    periode = evaluasi.periode if isinstance(evaluasi, EvaluasiPeriodik) else None
    siklus = periode.siklus if periode else evaluasi.siklus
    hari = pada or hari_ini(siklus.zona, timezone.now())
    asal = jalur_dipimpin(evaluasi.penilai_id, evaluasi.unit, siklus, periode)
    return label_jalur(jalur=asal, siklus=siklus, periode=periode, pada=hari)


def label_jalur(*, jalur: str, siklus: Siklus, periode: Periode | None, pada: date) -> LabelOrganisasi | None:
    """The label that counts for the unit with this path, with the stand-ins of the module; None without any."""
    tahun = [siklus.tahun]
    if periode is None and pakai_tahun_lalu(siklus.tahun, pada):
        tahun.append(siklus.tahun - 1)
    calon = CapaianOrganisasi.objects.ditetapkan().filter(
        unit__path__in=rantai(jalur), siklus__tahun__in=tahun, periode=periode
    )
    baris = calon.values_list("unit__path", "siklus__tahun", "predikat", "id", "unit_id", "unit__nama")
    urut = sorted(baris, key=lambda b: (b[0] != jalur, -b[1], -len(b[0])))
    if not urut:
        return None
    path, dari_tahun, predikat, *asal = urut[0]
    sumber = _sumber(milik_sendiri=path == jalur, tahun_ini=dari_tahun == siklus.tahun)
    return LabelOrganisasi(PilihanCapaian(predikat), sumber, *asal)


def jalur_dipimpin(penilai: UUID, unit: UnitKerja, siklus: Siklus, periode: Periode | None) -> str:
    """The path of the unit this assessor leads: of several the nearest above `unit`; of none, `unit` itself."""
    dipimpin = CapaianOrganisasi.objects.filter(kepala=penilai, siklus=siklus, periode=periode)
    jalur = list(dipimpin.values_list("unit__path", flat=True))
    return min(jalur, key=lambda p: (not unit.path.startswith(p), -len(p), p), default=unit.path)


def _sumber(*, milik_sendiri: bool, tahun_ini: bool) -> SumberCapaian:
    if milik_sendiri:
        return SumberCapaian.UNIT if tahun_ini else SumberCapaian.TAHUN_LALU
    return SumberCapaian.INDUK if tahun_ini else SumberCapaian.INDUK_TAHUN_LALU
