"""Actions on people's accounts: make, open, close, send the way to a password, hand out a temporary one."""

from typing import Any, ClassVar
from uuid import UUID

from django.db.models import Exists, OuterRef, When
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from akses.admin_aksi import Aksi, Pelaksana, lewat
from akses.akun import sandi_sementara
from akses.akun_massal import buat_akun_massal, catat_massal, nyalakan
from akses.enums import Izin
from akses.models import Akun
from inti.angka import tulis_angka
from pegawai.enums import KedudukanHukum
from pegawai.models import Pegawai

SEKALI = 25  # a password is hashed slowly on purpose; more people get a link by e-mail
KELUAR = KedudukanHukum.BELUM_SK_CPNS  # this standing and all above it: not in service (any more)


class AksiPegawai(Aksi):
    """An action on people: the examples are names, in their order."""

    model = Pegawai
    urutan = ("nama", "pk")

    def nama(self, obj: Pegawai) -> str:
        return obj.nama

    def kunci(self, pk: list[UUID]) -> None:
        """The accounts of these people; a person's own record does not change."""
        semua = Akun.objects.filter(pegawai__salah_satu=pk).order_by("pk").select_for_update(no_key=True)
        len(semua.values_list("pk", flat=True))


def _milik_lain(siapa: Pelaksana) -> list[When]:
    """Accounts nobody may touch here: one's own, and the installer's for everybody else."""
    syarat = [lewat("tanpa_akun", akun__isnull=True)]
    if siapa.pegawai is not None:
        syarat.append(lewat("sendiri", pk=siapa.pegawai.pk))
    if not siapa.request.user.is_superuser:
        syarat.append(lewat("pemasang", akun__is_superuser=True))
    return syarat


SEBAB_AKUN = {
    "tanpa_akun": _("belum punya akun"),
    "sendiri": _("akun Anda sendiri"),
    "pemasang": _("akun pemasang"),
}


class BuatAkun(AksiPegawai):
    """Accounts for those without one."""

    kode, judul, izin = "buat_akun", _("Buat akun"), Izin.AKUN_KELOLA
    akibat = _(
        "Pegawai yang belum punya akun mendapatnya, dengan NIP sebagai nama pengguna. Sandi pertama dibuat "
        "sendiri lewat “Lupa sandi”, atau diberikan sebagai sandi sementara."
    )
    sebab: ClassVar = {
        "sudah": _("sudah punya akun"),
        "tanpa_nip": _("belum punya NIP"),
        "keluar": _("tidak sedang berdinas"),
        "nama_terpakai": _("NIP-nya sudah dipakai akun lain"),
    }

    def lewati(self, siapa: Pelaksana, isian: dict[str, Any]) -> list[When]:
        return [
            lewat("sudah", akun__isnull=False),
            lewat("tanpa_nip", nip__isnull=True),
            lewat("keluar", kedudukan_hukum__gte=KELUAR),
            lewat("nama_terpakai", Exists(Akun.objects.filter(username=OuterRef("nip")))),
        ]

    def tulis(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> None:
        buat_akun_massal(pegawai_ids=pk)

    def kalimat(self, n: int) -> str:
        return ngettext("%(n)s akun dibuat.", "%(n)s akun dibuat.", n) % {"n": tulis_angka(n)}


class Aktifkan(AksiPegawai):
    """Accounts that were closed work again."""

    kode, judul, izin = "aktifkan", _("Aktifkan akun"), Izin.AKUN_KELOLA
    akibat = _("Pemilik akun yang nonaktif dapat masuk lagi dengan sandinya yang lama.")
    sebab: ClassVar = SEBAB_AKUN | {
        "sudah": _("sudah aktif"),
        "keluar": _("tidak sedang berdinas; bila memang perlu, aktifkan di halaman akunnya"),
    }

    def lewati(self, siapa: Pelaksana, isian: dict[str, Any]) -> list[When]:
        return [
            *_milik_lain(siapa),
            lewat("sudah", akun__is_active=True),
            lewat("keluar", kedudukan_hukum__gte=KELUAR),
        ]

    def tulis(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> None:
        nyalakan(pegawai_ids=pk, nyala=True)
        catat_massal(pegawai_ids=pk, oleh=siapa.request.user.pk, kata=str(self.judul))

    def kalimat(self, n: int) -> str:
        return ngettext("%(n)s akun diaktifkan.", "%(n)s akun diaktifkan.", n) % {"n": tulis_angka(n)}


class Nonaktifkan(AksiPegawai):
    """Accounts are closed; their sessions end with them."""

    kode, judul, izin = "nonaktifkan", _("Nonaktifkan akun"), Izin.AKUN_KELOLA
    akibat = _(
        "Pemilik akun ini langsung keluar dan tidak dapat masuk lagi. Datanya tetap, dan akunnya dapat "
        "diaktifkan lagi."
    )
    sebab: ClassVar = SEBAB_AKUN | {"sudah": _("sudah nonaktif")}

    def lewati(self, siapa: Pelaksana, isian: dict[str, Any]) -> list[When]:
        return [*_milik_lain(siapa), lewat("sudah", akun__is_active=False)]

    def tulis(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> None:
        nyalakan(pegawai_ids=pk, nyala=False)
        catat_massal(pegawai_ids=pk, oleh=siapa.request.user.pk, kata=str(self.judul))

    def kalimat(self, n: int) -> str:
        return ngettext("%(n)s akun dinonaktifkan.", "%(n)s akun dinonaktifkan.", n) % {"n": tulis_angka(n)}


class AturUlangSandi(AksiPegawai):
    """New random passwords, shown once; their owners must replace them at the next login."""

    kode, judul, izin = "atur_ulang_sandi", _("Atur ulang sandi sementara"), Izin.AKUN_KELOLA
    maks = SEKALI
    akibat = _(
        "Sandi lama langsung tidak berlaku dan semua sesi pegawai ini berakhir. Sandi baru tampil satu "
        "kali di halaman berikut; sampaikan sendiri kepada orangnya, bukan lewat pesan terbuka."
    )
    sebab: ClassVar = SEBAB_AKUN

    def lewati(self, siapa: Pelaksana, isian: dict[str, Any]) -> list[When]:
        return _milik_lain(siapa)

    def tulis(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> HttpResponse:
        akun = Akun.objects.filter(pegawai__salah_satu=pk).select_related("pegawai").order_by("pegawai__nama")
        baris = [(a, sandi_sementara(akun=a, oleh=siapa.pegawai)) for a in akun]
        catat_massal(pegawai_ids=pk, oleh=siapa.request.user.pk, kata="Sandi sementara")
        return _bagikan(siapa, baris)

    def kalimat(self, n: int) -> str:
        return ngettext("%(n)s sandi sementara dibuat.", "%(n)s sandi sementara dibuat.", n) % {
            "n": tulis_angka(n)
        }


def _bagikan(siapa: Pelaksana, baris: list[tuple[Akun, str]]) -> HttpResponse:
    konteks = {
        **siapa.situs.each_context(siapa.request),
        "opts": Pegawai._meta,
        "title": _("Sandi sementara"),
        "baris": baris,
    }
    halaman: Any = never_cache(lambda r: TemplateResponse(r, "admin/sandi_sementara.html", konteks))
    jawaban: HttpResponse = halaman(siapa.request)
    return jawaban
