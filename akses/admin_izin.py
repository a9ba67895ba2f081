"""What somebody may do in the web admin: only what his roles give, never what he is to single people.

A head with the flag “staf” would otherwise read his own team's drafts there. The person who installs the
system has an account without a person; he may prepare people, units, posts, accounts and roles, and reads
no appraisal. The flag is_superuser means nothing on an account that belongs to a person.
"""

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models
from django.http import HttpRequest

from akses.enums import Izin
from akses.matriks import MATRIKS
from akses.pelaku import TAMU, Pelaku
from akses.relasi import TIADA, jalur_dari, q_salah_satu
from akses.services import boleh_umum, terlihat_oleh

M = TypeVar("M", bound=models.Model)

IZIN_PEMASANG = frozenset(
    {
        Izin.PEGAWAI_LIHAT,
        Izin.PEGAWAI_LIHAT_RAHASIA,
        Izin.PEGAWAI_KELOLA,
        Izin.ORGANISASI_KELOLA,
        Izin.PERAN_KELOLA,
        Izin.AKUN_KELOLA,
        Izin.SIKLUS_LIHAT,
    }
)


@dataclass(frozen=True)
class Penjaga:
    """Answers for one request what its account may do in the admin."""

    pelaku: Pelaku
    pemasang: bool

    def punya(self, izin: Izin | None) -> bool:
        """Whether he holds `izin` somewhere."""
        if izin is None:
            return False
        return izin in IZIN_PEMASANG if self.pemasang else boleh_umum(self.pelaku, izin)

    def saring(self, qs: models.QuerySet[M], izin: Izin) -> models.QuerySet[M]:
        """The rows of `qs` on which he holds `izin`."""
        if self.pemasang:
            return qs if izin in IZIN_PEMASANG else qs.none()
        return terlihat_oleh(qs, self.pelaku, izin)

    def syarat(self, model: type[models.Model], izin: Izin) -> models.Q:
        """The same as a condition, for a column that is not everybody's."""
        if self.pemasang:
            return models.Q() if izin in IZIN_PEMASANG else TIADA
        return q_salah_satu(MATRIKS[izin], jalur_dari(model), self.pelaku)

    def punya_atas(self, izin: Izin | None, objek: models.Model) -> bool:
        """Whether he holds `izin` on this very object, as the database has it."""
        if izin is None or not self.punya(izin):
            return False
        return self.saring(type(objek)._default_manager.filter(pk=objek.pk), izin).exists()

    def seluruhnya(self, izin: Izin) -> bool:
        """Whether no row of anything is outside his `izin`."""
        if self.pemasang:
            return izin in IZIN_PEMASANG
        boleh = MATRIKS[izin]
        return any("" in jalur for peran, jalur in self.pelaku.peran.items() if str(peran) in boleh)


def penjaga(request: HttpRequest) -> Penjaga:
    """The guard of this request, made once."""
    tersimpan: Penjaga | None = getattr(request, "_penjaga_admin", None)
    if tersimpan is None:
        tersimpan = _buat(request)
        request._penjaga_admin = tersimpan  # type: ignore[attr-defined]
    return tersimpan


def _buat(request: Any) -> Penjaga:
    akun = request.user
    if not (akun.is_active and akun.is_staff):
        return Penjaga(TAMU, pemasang=False)
    if akun.pegawai_id is None:
        return Penjaga(TAMU, pemasang=akun.is_superuser)
    return Penjaga(Pelaku(None, peran=request.pelaku.peran, pada=request.pelaku.pada), pemasang=False)
