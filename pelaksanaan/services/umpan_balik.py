"""Continuous feedback of the assessor and his superior (PermenPANRB 6/2022 Ps 17 to 19)."""

import uuid
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.services import wajib_boleh
from pegawai.models import Pegawai
from pelaksanaan.enums import SifatUmpanBalik
from pelaksanaan.models import Laporan, UmpanBalik
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from sasaran.enums import NilaiPerilaku
from sasaran.models import SKP, RencanaHasilKerja

PANJANG_TENTANG = 120


def beri_umpan_balik(
    *,
    skp: SKP,
    isi: str,
    sifat: str,
    oleh: Pegawai,
    laporan: Laporan | None = None,
    rhk: RencanaHasilKerja | None = None,
    nilai_perilaku: str = "",
    kunci: UUID | None = None,
) -> UmpanBalik:
    """Write one remark on exactly one report, result or value of `skp`, and tell its owner.

    `kunci` from the form becomes the id, so that sending twice writes and tells once. Raises
    PermissionDenied for anybody but the assessor and his superior, ValidationError for an empty text, an
    unknown kind or value, or a thing that does not belong to this plan.
    """
    wajib_boleh(oleh, Izin.UMPAN_BALIK_TULIS, skp)
    _periksa_sasaran(skp, laporan, rhk, nilai_perilaku)
    if sifat not in SifatUmpanBalik.values:
        raise ValidationError({"sifat": _("Pilih sifat umpan balik.")})
    if not isi.strip():
        raise ValidationError({"isi": _("Tulis umpan balik Anda.")})
    baris = UmpanBalik(
        id=kunci or uuid.uuid4(),
        skp=skp,
        laporan=laporan,
        rhk=rhk,
        nilai_perilaku=nilai_perilaku,
        pemberi=oleh,
        sifat=sifat,
        isi=isi.strip(),
    )
    with transaction.atomic():
        UmpanBalik.objects.bulk_create([baris], ignore_conflicts=True)
        tersimpan = UmpanBalik.objects.select_related("pemberi").get(pk=baris.pk)
        if tersimpan.pemberi_id != oleh.pk or tersimpan.skp_id != skp.pk:
            raise ValidationError(_("Formulir ini sudah dipakai. Muat ulang halaman."), code="kunci")
        _beri_tahu(tersimpan, skp, oleh)
    return tersimpan


def _periksa_sasaran(
    skp: SKP, laporan: Laporan | None, rhk: RencanaHasilKerja | None, nilai_perilaku: str
) -> None:
    dituju = [satu for satu in (laporan, rhk, nilai_perilaku) if satu]
    asing = any(satu is not None and satu.skp_id != skp.pk for satu in (laporan, rhk))
    if len(dituju) != 1 or asing or (nilai_perilaku and nilai_perilaku not in NilaiPerilaku.values):
        pesan = _("Pilih satu hal yang diberi umpan balik: laporan, hasil kerja, atau perilaku.")
        raise ValidationError(pesan, code="sasaran")


def _tentang_baku(umpan_balik: UmpanBalik) -> str:
    """What it is about, in Indonesian whoever writes: the message is worded in its reader's language."""
    with translation.override("id"):
        return umpan_balik.tentang[:PANJANG_TENTANG]


def _beri_tahu(umpan_balik: UmpanBalik, skp: SKP, oleh: Pegawai) -> None:
    if umpan_balik.laporan_id:
        tautan = reverse("pelaksanaan:rinci", args=[umpan_balik.laporan_id]) + "#umpan-balik"
    else:
        tautan = reverse("pelaksanaan:umpan_balik_saya")
    kirim(
        penerima=skp.pegawai,
        jenis=JenisPesan.UMPAN_BALIK,
        kunci=f"umpan_balik:{umpan_balik.pk}",
        data={"nama": oleh.nama_lengkap, "tentang": _tentang_baku(umpan_balik)},
        tautan=tautan,
    )
