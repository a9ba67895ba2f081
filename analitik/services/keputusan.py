"""What waits for somebody's decision in a unit and below, as far as its reader may know of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Count, Q, QuerySet, Value
from django.utils.translation import gettext_lazy as _

from akses.enums import Izin
from akses.kueri import KueriPelaku
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from pegawai.models import UnitKerja
from penghargaan.enums import StatusBonus, StatusUsulan
from penghargaan.enums_tindak_lanjut import StatusSanksi
from penghargaan.models import PerhitunganBonus, Sanksi, UsulanPenghargaan
from penilaian.enums import StatusTahunan
from penilaian.models import CapaianOrganisasi, EvaluasiTahunan, Keberatan
from sasaran.enums import StatusPeriode


@dataclass(frozen=True)
class Perkara:
    """One kind of decision: how it is called, what waits, who may know of it, and what a list shows."""

    label: Any
    baris: Callable[[], QuerySet[Any]]
    izin: Izin
    sertakan: tuple[str, ...]
    perihal: Callable[[Any], str]
    menunggu: Callable[[Any], str]
    alamat: str  # the page of one row, open to whoever may see it in the list


def _label_organisasi() -> QuerySet[Any]:
    """Labels nobody has set, of periods and years whose evaluation has begun."""
    dimulai = Q(periode__isnull=False, periode__status__in=[StatusPeriode.TERBUKA, StatusPeriode.DITUTUP])
    dimulai |= Q(periode__isnull=True, siklus__status__in=[StatusPeriode.TERBUKA, StatusPeriode.DITUTUP])
    return CapaianOrganisasi.objects.belum_ditetapkan().filter(dimulai)


def _nama(orang: Any) -> str:
    return orang.nama_lengkap if orang else ""


PERKARA: dict[str, Perkara] = {
    "label": Perkara(
        _("Capaian kinerja unit belum ditetapkan"),
        _label_organisasi,
        Izin.CAPAIAN_LIHAT,
        ("unit", "siklus", "periode__siklus", "penetap"),
        lambda c: f"{c.unit.sebutan} · {c.periode or c.siklus}",
        lambda c: _nama(c.penetap),
        "penilaian:capaian-rinci",
    ),
    "keberatan": Perkara(
        _("Keberatan menunggu keputusan"),
        lambda: Keberatan.objects.berjalan(),
        Izin.KEBERATAN_LIHAT,
        ("unit", "pegawai", "pemutus"),
        lambda k: f"{_nama(k.pegawai)} · {k.unit.sebutan}",
        lambda k: _nama(k.pemutus),
        "penilaian:keberatan-rinci",
    ),
    "terlambat": Perkara(
        _("Evaluasi tahunan lewat waktu, menunggu atasan penilai"),
        lambda: EvaluasiTahunan.objects.filter(status=StatusTahunan.MENUNGGU_ATASAN),
        Izin.TAHUNAN_LIHAT,
        ("unit", "pegawai", "atasan_penilai"),
        lambda e: f"{_nama(e.pegawai)} · {e.unit.sebutan}",
        lambda e: _nama(e.atasan_penilai),
        "penilaian:tahunan-hasil",
    ),
    "penghargaan": Perkara(
        _("Usulan penghargaan menunggu keputusan"),
        lambda: UsulanPenghargaan.objects.filter(status=StatusUsulan.DIPERIKSA),
        Izin.PENGHARGAAN_LIHAT,
        ("unit", "pegawai"),
        lambda u: f"{_nama(u.pegawai)} · {u.unit.sebutan}",
        lambda u: str(_("Pimpinan")),
        "penghargaan:usulan",
    ),
    "bonus": Perkara(
        _("Perhitungan bonus menunggu persetujuan"),
        lambda: PerhitunganBonus.objects.filter(status=StatusBonus.DIPERIKSA),
        Izin.BONUS_LIHAT,
        ("unit",),
        str,
        lambda b: str(_("Pimpinan")),
        "penghargaan:perhitungan",
    ),
    "sanksi": Perkara(
        _("Sanksi menunggu keputusan"),
        lambda: Sanksi.objects.filter(status=StatusSanksi.DIPERIKSA),
        Izin.SANKSI_LIHAT,
        ("unit", "pegawai"),
        lambda s: f"{_nama(s.pegawai)} · {s.unit.sebutan}",
        lambda s: str(_("Pimpinan")),
        "penghargaan:sanksi",
    ),
}


def menunggu(jenis: str, pelaku: Pelaku, unit: UnitKerja) -> QuerySet[Any]:
    """The rows of one kind that wait in `unit` and below and that this person may know of."""
    return _menunggu(jenis, pelaku, *_jalur(unit))


def _jalur(unit: UnitKerja) -> tuple[str, str]:
    """The first and the last path that may stand at or below this unit."""
    panjang = UnitKerja._meta.get_field("path").max_length or 0
    return unit.path, unit.path.ljust(panjang, UnitKerja.alphabet[-1])


def _menunggu(jenis: str, pelaku: Pelaku, dari: str, sampai: str) -> QuerySet[Any]:
    perkara = PERKARA[jenis]
    semua = terlihat_oleh(perkara.baris(), pelaku, perkara.izin).filter(unit__path__range=(dari, sampai))
    if jenis == "penghargaan":  # a nominee learns of it when it is decided
        return semua.exclude(pegawai=pelaku.pegawai_id)
    return semua


def hitung(pelaku: Pelaku, unit: UnitKerja) -> list[tuple[str, Any, int]]:
    """(kind, label, number) of what waits; only kinds with something. One query."""

    dari, sampai = _jalur(unit)
    jumlah = dict(_HITUNG(pelaku, dari=dari, sampai=sampai))
    return [(jenis, p.label, jumlah[jenis]) for jenis, p in PERKARA.items() if jumlah.get(jenis)]


def _hitung(pelaku: Pelaku, dari: str, sampai: str) -> QuerySet[Any]:
    def banyak(jenis: str) -> QuerySet[Any]:
        semua = _menunggu(jenis, pelaku, dari, sampai).order_by()
        bernama = semua.annotate(jenis_perkara=Value(jenis, CharField())).values("jenis_perkara")
        return bernama.annotate(banyak=Count("pk")).values_list("jenis_perkara", "banyak")

    pertama, *lain = (banyak(jenis) for jenis in PERKARA)
    return pertama.union(*lain, all=True)


_HITUNG = KueriPelaku(_hitung, *(p.izin for p in PERKARA.values()), dari=str, sampai=str)
