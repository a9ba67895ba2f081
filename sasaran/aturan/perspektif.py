"""Plans of JPT and of heads of autonomous units: each indicator has a perspective, and the four are covered.

Source: PermenPANRB 6/2022, Lampiran II.A.2.a.8 (l.1124-1142): the assessor sees to it that all four are there;
Anggaran must be in every such plan. The other three are therefore a hint, Anggaran a condition.
"""

from collections.abc import Collection

SUMBER = "PermenPANRB 6/2022, Lampiran II.A.2.a.8"

PERSPEKTIF = ("penerima_layanan", "proses_bisnis", "penguatan_internal", "anggaran")
"""The four, in the order in which the regulation names them."""

WAJIB = ("anggaran",)
"""What every such plan must have."""

JPT = ("jpt_madya", "jpt_pratama")


def untuk_pimpinan(jenis_jabatan: str, *, kepala: bool, mandiri: bool) -> bool:
    """Whether forms A.1.1 and A.1.2 (C.1.2) for JPT and heads of autonomous units are those of this post."""
    return jenis_jabatan in JPT or (kepala and mandiri)


def wajib_kurang(ada: Collection[str]) -> list[str]:
    """The perspectives that must still come before the plan is complete."""
    return [satu for satu in WAJIB if satu not in ada]


def belum_tercakup(ada: Collection[str]) -> list[str]:
    """The perspectives no indicator has yet, in order."""
    return [satu for satu in PERSPEKTIF if satu not in ada]
