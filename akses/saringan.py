"""Saved filters of admin lists: what a filter is called, whose it is, and whether it still means something."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.models import Akun, PenugasanPeran, SaringanTersimpan
from inti.kueri import KueriTetap
from inti.paginasi_kunci import PARAMETER

MAKS = 20  # of one person on one list; more are no longer found faster than made anew
BUKAN = frozenset({*PARAMETER, "p", "e", "semua", "_popup", "_to_field", "_facets"})


def rapikan(kueri: str) -> str:
    """A query string as it is kept: sorted, without the page and whatever is no filter."""
    isi = QueryDict(kueri.removeprefix("?").replace("\x00", ""))
    pasangan = [(k, n) for k in sorted(isi) if k not in BUKAN for n in isi.getlist(k) if n]
    return urlencode(pasangan)


def terlihat(akun: Akun, daftar: str) -> list[SaringanTersimpan]:
    """His own on this list, and those that colleagues share who hold the same role for the same unit today."""
    if akun.pegawai_id is None:
        return list(_urut(SaringanTersimpan.objects.filter(akun=akun, daftar=daftar)))
    return _TERLIHAT(akun=akun.pk, pegawai=akun.pegawai_id, daftar=daftar, hari=timezone.localdate())


def _urut(saringan: "QuerySet[SaringanTersimpan]") -> "QuerySet[SaringanTersimpan]":
    return saringan.select_related("akun__pegawai").order_by("nama", "pk")


def _terlihat(akun: int, pegawai: UUID, daftar: str, hari: date) -> "QuerySet[SaringanTersimpan]":
    miliknya = PenugasanPeran.objects.berlaku(hari).filter(pegawai=pegawai).filter(peran=OuterRef("peran"))
    sama = Q(unit__isnull=True) | Exists(miliknya.filter(unit=OuterRef("unit")))
    rekan = (
        PenugasanPeran.objects.berlaku(hari)
        .filter(pegawai=OuterRef("akun__pegawai"))
        .filter(Exists(miliknya), sama)
    )
    bersama = Q(dibagikan=True) & Exists(rekan)
    return _urut(SaringanTersimpan.objects.filter(Q(akun=akun) | bersama, daftar=daftar))


_TERLIHAT = KueriTetap(_terlihat, akun=int, pegawai=UUID, daftar=str, hari=date)


def simpan(
    *, akun: Akun, daftar: str, nama: str, kueri: str, bawaan: bool, dibagikan: bool
) -> SaringanTersimpan:
    """Keep a filter under a name; the same name again replaces what it meant. Raises ValidationError."""
    nama, kueri = _nama(nama), rapikan(kueri)
    if len(kueri) > 1000:
        raise ValidationError(_("Saringan ini terlalu panjang untuk disimpan."))
    with transaction.atomic():
        Akun.objects.select_for_update(of=("self",), no_key=True).get(pk=akun.pk)
        milik = SaringanTersimpan.objects.filter(akun=akun, daftar=daftar)
        if not milik.filter(nama=nama).exists() and milik.count() >= MAKS:
            raise ValidationError(
                _("Anda sudah menyimpan %(n)s saringan di daftar ini. Hapus yang tidak dipakai.")
                % {"n": MAKS}
            )
        if bawaan:
            milik.update(bawaan=False)
        satu, _baru = SaringanTersimpan.objects.update_or_create(
            akun=akun, daftar=daftar, nama=nama,
            defaults={"kueri": kueri, "bawaan": bawaan, "dibagikan": dibagikan},
        )  # fmt: skip
    return satu


def ubah(*, saringan: SaringanTersimpan, nama: str, bawaan: bool, dibagikan: bool) -> None:
    """Rename, make it the one a list opens with, share it or keep it to oneself. Raises ValidationError."""
    saringan.nama, saringan.bawaan, saringan.dibagikan = _nama(nama), bawaan, dibagikan
    try:
        with transaction.atomic():
            if bawaan:
                milik = SaringanTersimpan.objects.filter(akun=saringan.akun_id, daftar=saringan.daftar)
                milik.exclude(pk=saringan.pk).update(bawaan=False)
            saringan.save(update_fields=["nama", "bawaan", "dibagikan"])
    except IntegrityError:
        raise ValidationError(_("Anda sudah punya saringan lain bernama itu di daftar ini.")) from None


def _nama(nama: str) -> str:
    bersih = " ".join(nama.replace("\x00", "").split())
    if not bersih:
        raise ValidationError(_("Beri nama saringan ini."))
    if len(bersih) > SaringanTersimpan.NAMA_MAKS:
        raise ValidationError(
            _("Nama saringan paling panjang %(n)s huruf.") % {"n": SaringanTersimpan.NAMA_MAKS}
        )
    return bersih


def usang(cl: Any) -> list[str]:
    """The filters of a list whose chosen value is no choice any more, as their headings."""
    hasil = []
    for satu in cl.filter_specs:
        dipakai = any(cl.params.get(p) for p in satu.expected_parameters())
        if dipakai and not any(p["selected"] for p in list(satu.choices(cl))[1:]):
            hasil.append(str(satu.title))
    return hasil
