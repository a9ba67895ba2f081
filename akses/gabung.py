"""Merging two records of one person, with what an account and roles add to it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from akses.akun_massal import buat_akun_massal
from akses.enums import Izin
from akses.models import Akun, PenugasanPeran
from akses.pelaku import Pelaku
from akses.services import boleh
from inti.tanda import N_
from pegawai.models import Pegawai, UnitKerja
from pegawai.services import gabung
from pegawai.services.gabung import GabungDitolak

BERPERAN = N_(
    "Salah satunya memegang peran. Yang memegang peran digabung oleh pengelola peran, atau akhiri dahulu perannya."
)
PEMASANG = N_("Akun pemasang sistem tidak dapat ditutup dengan penggabungan.")


def gabungkan_pegawai(
    *,
    simpan: Pegawai,
    ganda: Pegawai,
    dari_ganda: frozenset[str],
    alasan: str,
    oleh: Pegawai | Pelaku | None,
    lihat: str = "",
) -> Pegawai:
    """Merge `ganda` into `simpan`; its account is closed. Raises GabungDitolak, PermissionDenied.

    `oleh` needs Izin.PEGAWAI_KELOLA on both, and Izin.PERAN_KELOLA when one of them holds a role, because roles
    come along. None is the person who installs.
    """
    orang = _orang(oleh)
    if oleh is not None and not all(boleh(oleh, Izin.PEGAWAI_KELOLA, satu) for satu in (simpan, ganda)):
        raise PermissionDenied(Izin.PEGAWAI_KELOLA)
    with transaction.atomic():
        if oleh is not None and not _boleh_peran(oleh, simpan, ganda):
            raise GabungDitolak(BERPERAN)
        hasil = gabung.gabungkan_pegawai(
            simpan=simpan, ganda=ganda, dari_ganda=dari_ganda, alasan=alasan, oleh=orang, lihat=lihat
        )
        _tutup_akun(hasil, ganda)
        return hasil


def gabungkan_unit(
    *,
    simpan: UnitKerja,
    ganda: UnitKerja,
    dari_ganda: frozenset[str],
    alasan: str,
    oleh: Pegawai | Pelaku | None,
    lihat: str = "",
) -> UnitKerja:
    """Merge `ganda` into `simpan`; `oleh` needs Izin.ORGANISASI_KELOLA on both."""
    if oleh is not None and not all(boleh(oleh, Izin.ORGANISASI_KELOLA, satu) for satu in (simpan, ganda)):
        raise PermissionDenied(Izin.ORGANISASI_KELOLA)
    return gabung.gabungkan_unit(
        simpan=simpan, ganda=ganda, dari_ganda=dari_ganda, alasan=alasan, oleh=_orang(oleh), lihat=lihat
    )


def _orang(oleh: Pegawai | Pelaku | None) -> Pegawai | None:
    if not isinstance(oleh, Pelaku):
        return oleh
    return Pegawai.objects.get(pk=oleh.pegawai_id) if oleh.pegawai_id else None


def _boleh_peran(oleh: Pegawai | Pelaku, *orang: Pegawai) -> bool:
    """Whether he may bring their roles together: those in force and those to come."""
    lewat = {"selesai__lt": timezone.localdate()}
    peran = PenugasanPeran.objects.filter(pegawai__in=orang).exclude(**lewat)
    return all(boleh(oleh, Izin.PERAN_KELOLA, satu) for satu in peran)


def _tutup_akun(simpan: Pegawai, ganda: Pegawai) -> None:
    """The account of the double is closed, which ends its sessions; the kept person has one under his number."""
    akun = Akun.objects.select_for_update().filter(pegawai=ganda).first()
    if akun is not None:
        if akun.is_superuser:
            raise GabungDitolak(PEMASANG)
        akun.username, akun.is_active, akun.is_staff = f"{akun.username[:50]}-digabung", False, False
        akun.save(update_fields=["username", "is_active", "is_staff"])
        buat_akun_massal(pegawai_ids=[simpan.pk])
    milik = Akun.objects.filter(pegawai=simpan).first()
    if milik is not None and simpan.nip and milik.username.isdigit() and milik.username != simpan.nip:
        milik.username = simpan.nip
        milik.save(update_fields=["username"])
