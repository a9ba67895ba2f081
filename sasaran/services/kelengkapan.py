"""What an SKP still lacks: one list for the guard of `ajukan` and for the screen. And hints on wording."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sasaran.aturan.mutu import Peringatan, periksa_indikator, periksa_rhk
from sasaran.aturan.perspektif import belum_tercakup, wajib_kurang
from sasaran.enums import JenisRHK, Perspektif
from sasaran.models import SKP, IndikatorKinerjaIndividu, RencanaHasilKerja

PANJANG_SEBUTAN = 60


@dataclass(frozen=True, slots=True)
class Kekurangan:
    """One thing that is missing, and the result it belongs to (None: the SKP itself)."""

    pesan: str
    rhk_id: object = None


def rhk_lengkap(skp: SKP) -> QuerySet[RencanaHasilKerja]:
    """The results of an SKP with indicators and the leader's result each supports: two queries."""
    return skp.rhk.select_related("mendukung").prefetch_related("indikator").order_by("urutan", "id")


def rincian_kekurangan(skp: SKP, daftar_rhk: list[RencanaHasilKerja] | None = None) -> list[Kekurangan]:
    """What is still missing before `ajukan`, in the order in which one would mend it.

    `daftar_rhk` is the result of `rhk_lengkap` when the caller has it already.
    """
    semua = list(rhk_lengkap(skp)) if daftar_rhk is None else daftar_rhk
    kurang = []
    if skp.penilai_id is None:
        kurang.append(Kekurangan(_("Pejabat penilai belum ditetapkan. Hubungi pengelola kinerja OPD Anda.")))
    if not any(rhk.jenis == JenisRHK.UTAMA for rhk in semua):
        kurang.append(Kekurangan(_("Tambahkan paling sedikit satu hasil kerja utama.")))
    kurang += [_tanpa_indikator(rhk) for rhk in semua if not rhk.indikator.all()]
    return kurang + (_perspektif_kurang(semua) if skp.untuk_pimpinan else [])


def belum_berperspektif(skp: SKP, daftar_rhk: list[RencanaHasilKerja]) -> list[str]:
    """The perspectives no indicator of a leader's plan has yet, in words; a hint, and none for others."""
    if not skp.untuk_pimpinan:
        return []
    return [str(Perspektif(satu).label) for satu in belum_tercakup(_perspektif(daftar_rhk))]


def _perspektif(daftar_rhk: list[RencanaHasilKerja]) -> set[str]:
    return {iki.perspektif for rhk in daftar_rhk for iki in rhk.indikator.all()}


def _perspektif_kurang(daftar_rhk: list[RencanaHasilKerja]) -> list[Kekurangan]:
    """Of a leader's plan: indicators without a perspective, and a perspective it must have."""
    kosong = [r for r in daftar_rhk if any(not iki.perspektif for iki in r.indikator.all())]
    kurang = [
        Kekurangan(_("Pilih perspektif setiap indikator pada “%(rhk)s”.") % {"rhk": _sebutan(r)}, r.pk)
        for r in kosong
    ]
    wajib = wajib_kurang(_perspektif(daftar_rhk)) if daftar_rhk else []
    return kurang + [
        Kekurangan(
            _("Tambahkan paling sedikit satu indikator dengan perspektif %(nama)s.")
            % {"nama": Perspektif(satu).label}
        )
        for satu in wajib
    ]


def kekurangan(skp: SKP, daftar_rhk: list[RencanaHasilKerja] | None = None) -> list[str]:
    """The sentences of `rincian_kekurangan`; empty when the SKP may be submitted."""
    return [satu.pesan for satu in rincian_kekurangan(skp, daftar_rhk)]


def ringkasan_isi(daftar_rhk: list[RencanaHasilKerja]) -> str:
    """How much the plan holds: “2 hasil kerja, 3 indikator”."""
    banyak_iki = sum(len(rhk.indikator.all()) for rhk in daftar_rhk)
    rhk = ngettext("%(n)s hasil kerja", "%(n)s hasil kerja", len(daftar_rhk)) % {"n": len(daftar_rhk)}
    iki = ngettext("%(n)s indikator", "%(n)s indikator", banyak_iki) % {"n": banyak_iki}
    return f"{rhk}, {iki}"


def peringatan_rhk(rhk: RencanaHasilKerja) -> list[Peringatan]:
    """Hints on the wording of a result; they block nobody."""
    return periksa_rhk(rhk.uraian)


def peringatan_indikator(indikator: IndikatorKinerjaIndividu) -> list[Peringatan]:
    """Hints on the wording of an indicator; they block nobody."""
    return periksa_indikator(indikator.uraian)


def _tanpa_indikator(rhk: RencanaHasilKerja) -> Kekurangan:
    return Kekurangan(
        _("Beri paling sedikit satu indikator pada “%(rhk)s”.") % {"rhk": _sebutan(rhk)}, rhk.pk
    )


def _sebutan(rhk: RencanaHasilKerja) -> str:
    return Truncator(rhk.uraian).chars(PANJANG_SEBUTAN)
