"""The first page of the admin: what to do today, how far the cycle is, and what comes next."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from akses.admin_izin import Penjaga
from akses.enums import Izin
from akses.impor_jenis import jenis_boleh
from kinerja.services.hari_ini import Butir, lima_hal
from kinerja.services.kemajuan import Kapan, Kemajuan, kapan, kemajuan
from pegawai.models import BerkasImpor
from sasaran.models import Periode

KOSONG = Kapan(None, None, None)


@dataclass(frozen=True)
class Papan:
    """What the page shows; each part only for whoever may read it."""

    waktu: Kapan = KOSONG
    kemajuan: Kemajuan | None = None
    hal: list[Butir] = field(default_factory=list)
    tanggal: list[tuple[date, Any, bool]] = field(default_factory=list)
    impor: list[BerkasImpor] = field(default_factory=list)
    hampa: bool = False


def papan(jaga: Penjaga, unit: str = "") -> Papan:
    """All parts; at most ten queries, however many people and units, four more below the top.

    `unit` is the path to go down to.
    """
    hari = timezone.localdate()
    siklus = jaga.punya(Izin.SIKLUS_LIHAT)
    if not siklus and not jaga.punya(Izin.PEGAWAI_LIHAT):
        return Papan(hampa=True)
    waktu = kapan(hari) if siklus else KOSONG
    maju = kemajuan(jaga, waktu, unit) if siklus and jaga.punya(Izin.DASBOR_LIHAT) else None
    # What to do is said for the whole scope, however far down the reader has gone.
    atas = kemajuan(jaga, waktu) if maju and unit else maju
    return Papan(
        waktu=waktu,
        kemajuan=maju,
        hal=lima_hal(jaga, waktu, atas.total if atas else None, hari),
        tanggal=_tanggal(waktu.periode, hari) if waktu.periode else [],
        impor=_impor(jaga),
    )


def _tanggal(periode: Periode, hari: date) -> list[tuple[date, Any, bool]]:
    """The dates of the period, and whether they are over."""
    baris = (
        (periode.buka_evaluasi, _("Evaluasi dibuka")),
        (periode.batas_penilaian_diri, _("Batas penilaian diri")),
        (periode.batas_penilaian, _("Batas penilaian oleh atasan")),
        (periode.tutup_evaluasi, _("Hari terakhir sebelum terkunci")),
    )
    return [(tanggal, label, tanggal < hari) for tanggal, label in baris]


def _impor(jaga: Penjaga) -> list[BerkasImpor]:
    boleh = [j.kode for j in jenis_boleh(jaga.pelaku)]
    if not boleh:
        return []
    terlihat = BerkasImpor.objects.defer("laporan").filter(jenis__in=boleh)
    return list(terlihat.select_related("diuji_oleh").order_by(F("diuji_pada").desc(), "id")[:5])
