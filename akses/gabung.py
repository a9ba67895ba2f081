"""Merging two records of one person, with what an account and roles add to it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from akses.akun_massal import buat_akun_massal
from akses.enums import PERAN_STAF, Izin
from akses.models import Akun, PenugasanPeran
from akses.pelaku import Pelaku
from akses.services import boleh
from inti.tanda import N_
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai, UnitKerja
from pegawai.services import gabung
from pegawai.services.gabung import GabungDitolak

BERPERAN = N_(
    "Salah satunya memegang peran. Yang memegang peran digabung oleh pengelola peran, atau akhiri dahulu perannya."
)
PEMASANG = N_("Akun pemasang sistem tidak dapat ditutup dengan penggabungan.")
DINAS = {"kedudukan_hukum__lt": KedudukanHukum.BELUM_SK_CPNS}  # in service


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
        kembali = (
            "kedudukan_hukum" in dari_ganda and not Pegawai.objects.filter(pk=simpan.pk, **DINAS).exists()
        )
        hasil = gabung.gabungkan_pegawai(
            simpan=simpan, ganda=ganda, dari_ganda=dari_ganda, alasan=alasan, oleh=orang, lihat=lihat
        )
        nyala = _tutup_akun(hasil, ganda)
        _sesuaikan_akun(hasil, nyala=nyala and kembali)
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
    return all(boleh(oleh, Izin.PERAN_KELOLA, satu) for satu in _peran(*orang))


def _peran(*orang: Pegawai) -> QuerySet[PenugasanPeran]:
    return PenugasanPeran.objects.filter(pegawai__in=orang).exclude(selesai__lt=timezone.localdate())


def _tutup_akun(simpan: Pegawai, ganda: Pegawai) -> bool:
    """Close the account of the double, which ends its sessions, and let the kept person have one. Was it active?"""
    akun = Akun.objects.select_for_update().filter(pegawai=ganda).first()
    if akun is None:
        return False
    if akun.is_superuser:
        raise GabungDitolak(PEMASANG)
    aktif = akun.is_active
    akun.username, akun.is_active, akun.is_staff = f"{akun.username[:50]}-digabung", False, False
    akun.save(update_fields=["username", "is_active", "is_staff"])
    buat_akun_massal(pegawai_ids=[simpan.pk])
    return aktif


def _sesuaikan_akun(simpan: Pegawai, *, nyala: bool) -> None:
    """His account has his number, and enters the admin with a role of the office.

    `nyala`: it was off only because this record said that he had left, and comes back with his position. What was
    switched off while he was in service stays off.
    """
    milik = Akun.objects.filter(pegawai=simpan).first()
    if milik is None:
        return
    semula = (milik.username, milik.is_staff, milik.is_active)
    if simpan.nip and milik.username.isdigit():
        milik.username = simpan.nip
    milik.is_staff = milik.is_staff or _peran(simpan).filter(peran__in=PERAN_STAF).exists()
    milik.is_active = milik.is_active or (nyala and simpan.kedudukan_hukum < DINAS["kedudukan_hukum__lt"])
    if semula != (milik.username, milik.is_staff, milik.is_active):
        milik.save(update_fields=["username", "is_staff", "is_active"])
