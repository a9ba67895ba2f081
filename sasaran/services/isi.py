"""The content of an SKP: results and indicators, written only while the plan is open for its owner."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max, ProtectedError
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.services import wajib_boleh
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from sasaran.models import SKP, IndikatorKinerjaIndividu, RencanaHasilKerja
from sasaran.services.skp import kunci
from sasaran.services.sumber import periksa_sumber

KOLOM_RHK = ("jenis", "uraian", "mendukung", "penugasan_dari")
KOLOM_IKI = (
    "aspek", "perspektif", "uraian", "target", "target_maks", "satuan", "arah", "cara_hitung", "sumber_realisasi",
    "sumber_kunci",
)  # fmt: skip
KOLOM_TETAP = ("sumber_realisasi", "sumber_kunci", "perspektif")  # left out, they stay as they are


def pilihan_pimpinan(skp: SKP) -> models.QuerySet[RencanaHasilKerja]:
    """The leader's results a result may support: those of the assessor's own SKP of the same year."""
    milik = SKP.objects.berlaku().filter(siklus_id=skp.siklus_id, pegawai_id=skp.penilai_id)
    return RencanaHasilKerja.objects.filter(skp__in=milik).order_by("skp__mulai", "urutan", "id")


def simpan_rhk(*, skp: SKP, oleh: Pegawai, rhk_id: UUID, isian: Mapping[str, Any]) -> RencanaHasilKerja:
    """Write one result under the key `rhk_id`: changed when it is in this SKP, otherwise added at the end.

    The key comes from the form, so that sending twice writes once. `isian` holds KOLOM_RHK. Raises
    ValidationError, TransisiDitolak when the SKP is not open for writing, PermissionDenied.
    """
    with transaction.atomic():
        terkunci = _buka(skp, oleh)
        rhk = _ambil(RencanaHasilKerja, rhk_id, skp=terkunci)
        _isi(rhk, isian, KOLOM_RHK)
        if rhk.mendukung_id and not pilihan_pimpinan(terkunci).filter(pk=rhk.mendukung_id).exists():
            raise ValidationError({"mendukung": _("Pilih hasil kerja dari SKP pimpinan Anda tahun ini.")})
        return _simpan(rhk)


def simpan_indikator(
    *, rhk: RencanaHasilKerja, oleh: Pegawai, indikator_id: UUID, isian: Mapping[str, Any]
) -> IndikatorKinerjaIndividu:
    """Write one indicator of `rhk` under the key `indikator_id`; as `simpan_rhk`, with KOLOM_IKI."""
    with transaction.atomic():
        terkunci = _buka(rhk.skp, oleh)
        if not RencanaHasilKerja.objects.filter(pk=rhk.pk).exists():
            raise ValidationError(_("Hasil kerja ini sudah dihapus. Muat ulang halaman."))
        indikator = _ambil(IndikatorKinerjaIndividu, indikator_id, rhk=rhk)
        sebelum = (indikator.sumber_realisasi, indikator.sumber_kunci, indikator.satuan)
        _isi(indikator, isian, KOLOM_IKI)
        _periksa_perspektif(indikator, terkunci)
        if sebelum != (indikator.sumber_realisasi, indikator.sumber_kunci, indikator.satuan):
            periksa_sumber(indikator, rhk.skp)
        return _simpan(indikator)


def hapus_rhk(*, rhk: RencanaHasilKerja, oleh: Pegawai) -> None:
    """Remove a result with its indicators; refused once reports, feedback or an appraisal refer to it."""
    with transaction.atomic():
        _buka(rhk.skp, oleh)
        _hapus(rhk)


def hapus_indikator(*, indikator: IndikatorKinerjaIndividu, oleh: Pegawai) -> None:
    """Remove an indicator; refused once reports refer to it."""
    with transaction.atomic():
        _buka(indikator.rhk.skp, oleh)
        _hapus(indikator)


def geser_rhk(*, rhk: RencanaHasilKerja, oleh: Pegawai, langkah: int) -> None:
    """Move a result `langkah` places (−1 is one up); at the end of the list nothing happens."""
    with transaction.atomic():
        _buka(rhk.skp, oleh)
        urutan = list(RencanaHasilKerja.objects.filter(skp_id=rhk.skp_id).order_by("urutan", "id"))
        dari = next((i for i, satu in enumerate(urutan) if satu.pk == rhk.pk), 0)
        ke = min(max(dari + langkah, 0), len(urutan) - 1)
        urutan.insert(ke, urutan.pop(dari))
        for nomor, satu in enumerate(urutan, 1):
            satu.urutan = nomor
        RencanaHasilKerja.objects.bulk_update(urutan, ["urutan"])


def sumber_salinan(skp: SKP) -> SKP | None:
    """The plan of the year before that `salin_tahun_lalu` would copy: the latest one that has content."""
    lalu = SKP.objects.berlaku().filter(pegawai_id=skp.pegawai_id, siklus__tahun=skp.siklus.tahun - 1)
    return lalu.filter(rhk__isnull=False).order_by("-selesai", "-dibuat_pada").distinct().first()


def salin_tahun_lalu(*, skp: SKP, oleh: Pegawai) -> int:
    """Copy last year's results and indicators into an empty plan; returns how many results.

    A link to the leader's result is kept where his plan of this year has one with the same words. Raises
    ValidationError when there is nothing to copy or the plan is not empty, and as `simpan_rhk`.
    """
    with transaction.atomic():
        terkunci = _buka(skp, oleh)
        if terkunci.rhk.exists():
            raise ValidationError(_("SKP ini sudah berisi hasil kerja, jadi salinan tidak diperlukan."))
        sumber = sumber_salinan(terkunci)
        if sumber is None:
            raise ValidationError(_("Tidak ada SKP tahun lalu yang dapat disalin."))
        return _salin(sumber, terkunci)


def _salin(sumber: SKP, tujuan: SKP) -> int:
    pimpinan = {rhk.uraian: rhk.pk for rhk in pilihan_pimpinan(tujuan)}
    semua_rhk, semua_iki = [], []
    for lama in sumber.rhk.select_related("mendukung").prefetch_related("indikator"):
        baru = RencanaHasilKerja(skp=tujuan, urutan=lama.urutan, **_nilai(lama, KOLOM_RHK))
        baru.mendukung_id = pimpinan.get(lama.mendukung.uraian) if lama.mendukung else None
        semua_rhk.append(baru)
        semua_iki += [
            IndikatorKinerjaIndividu(rhk=baru, urutan=iki.urutan, **_nilai(iki, KOLOM_IKI))
            for iki in lama.indikator.all()
        ]
    if not tujuan.untuk_pimpinan:
        for satu in semua_iki:
            satu.perspektif = ""
    RencanaHasilKerja.objects.bulk_create(semua_rhk)
    IndikatorKinerjaIndividu.objects.bulk_create(semua_iki)
    return len(semua_rhk)


def _periksa_perspektif(indikator: IndikatorKinerjaIndividu, skp: SKP) -> None:
    """A perspective belongs to the plans of JPT and heads of autonomous units, where each indicator has one."""
    if bool(indikator.perspektif) == skp.untuk_pimpinan:
        return
    if skp.untuk_pimpinan:
        raise ValidationError({"perspektif": _("Pilih perspektif indikator ini.")})
    raise ValidationError(_("Perspektif hanya untuk SKP pimpinan tinggi dan pimpinan unit kerja mandiri."))


def _nilai(objek: models.Model, kolom: tuple[str, ...]) -> dict[str, Any]:
    return {nama: getattr(objek, nama) for nama in kolom}


def _buka(skp: SKP, oleh: Pegawai) -> SKP:
    """Lock the SKP and refuse whoever may not write, or a plan that is not open."""
    terkunci = kunci(skp)
    wajib_boleh(oleh, Izin.SKP_SUSUN, terkunci)
    if not terkunci.dapat_disusun:
        status = terkunci.get_status_display().lower()
        raise TransisiDitolak(
            _("SKP ini sudah %(status)s, jadi isinya tidak dapat diubah. Muat ulang lalu periksa.")
            % {"status": status},
            "status",
        )
    return terkunci


def _ambil(model: type[models.Model], kunci_baris: UUID, **induk: models.Model) -> Any:
    """The row of this key under its parent, or a new one at the end of the parent's list."""
    ada = model._default_manager.filter(pk=kunci_baris).first()
    if ada is None:
        akhir = model._default_manager.filter(**induk).aggregate(n=Max("urutan"))["n"] or 0
        return model(pk=kunci_baris, urutan=akhir + 1, **induk)
    [(nama, nilai)] = induk.items()
    if getattr(ada, f"{nama}_id") != nilai.pk:
        raise ValidationError(_("Isian ini bukan bagian dari SKP yang sedang dibuka. Muat ulang halaman."))
    return ada


def _isi(objek: models.Model, isian: Mapping[str, Any], kolom: tuple[str, ...]) -> None:
    for nama in kolom:
        if nama in isian or nama not in KOLOM_TETAP:
            setattr(objek, nama, isian[nama])


def _simpan(objek: Any) -> Any:
    objek.full_clean(validate_unique=False)
    objek.save()
    return objek


def _hapus(objek: models.Model) -> None:
    try:
        objek.delete()
    except ProtectedError:
        raise ValidationError(
            _(
                "Sudah ada laporan, umpan balik, atau penilaian untuk ini, jadi tidak dapat dihapus. "
                "Ubah saja uraian atau targetnya."
            )
        ) from None
