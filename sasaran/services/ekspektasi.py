"""Special expectations of the leader: who writes them, what held when."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.services import wajib_boleh
from inti.kalender import hari_ini
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from sasaran.aturan.berakhlak import BERAKHLAK, NilaiDasar
from sasaran.enums import NilaiPerilaku, StatusSKP
from sasaran.models import SKP, EkspektasiKhusus
from sasaran.models.ekspektasi import PANJANG_EKSPEKTASI
from sasaran.services.skp import kunci


@dataclass(frozen=True)
class BarisNilai:
    """One of the seven values with what is expected in particular, and what was before, the latest first."""

    nilai: NilaiDasar
    kini: EkspektasiKhusus | None = None
    sebelumnya: list[EkspektasiKhusus] = field(default_factory=list)

    @property
    def isi(self) -> str:
        """The expectation that holds; empty without one."""
        return self.kini.isi if self.kini else ""


def baris_nilai(skp: SKP) -> list[BarisNilai]:
    """The seven values of a plan in the order of the forms: one query."""
    kumpulan: dict[str, list[EkspektasiKhusus]] = {}
    for satu in EkspektasiKhusus.objects.filter(skp=skp).select_related("oleh").order_by("-pada", "-id"):
        kumpulan.setdefault(satu.nilai, []).append(satu)
    return [_baris(nilai, kumpulan.get(nilai.kode, [])) for nilai in BERAKHLAK]


def _baris(nilai: NilaiDasar, semua: list[EkspektasiKhusus]) -> BarisNilai:
    if not semua:
        return BarisNilai(nilai)
    kini = semua[0] if semua[0].isi else None
    return BarisNilai(nilai, kini, semua[1:] if kini else semua)


def ekspektasi_pada(skp_ids: Collection[UUID], pada: datetime | None = None) -> dict[UUID, dict[str, str]]:
    """Plan → value → what is expected in particular now, or was at the moment `pada`: one query."""
    hasil: dict[UUID, dict[str, str]] = {}
    semua = EkspektasiKhusus.objects.filter(skp__in=skp_ids).berlaku(pada)
    for skp, nilai, isi in semua.values_list("skp_id", "nilai", "isi"):
        if isi:
            hasil.setdefault(skp, {})[nilai] = isi
    return hasil


def alasan_tertutup(skp: SKP, hari: date | None = None) -> str:
    """Why no expectation can be written on this plan any more, as a sentence; empty while one can.

    At any time of the year, so until its last day: what is expected afterwards nobody could have met.
    """
    if skp.status == StatusSKP.DIGANTIKAN:
        return _("SKP ini sudah digantikan, jadi ekspektasinya tidak berubah lagi.")
    if (hari or hari_ini(skp.unit.zona, timezone.now())) > skp.selesai:
        return _("Masa SKP ini sudah berakhir, jadi ekspektasinya tidak berubah lagi.")
    return ""


def tetapkan_ekspektasi(*, skp: SKP, oleh: Pegawai, isian: Mapping[str, str]) -> list[str]:
    """Write what changed among the values in `isian` (value → text, empty withdraws); returns those values.

    Only the assessor writes, in the dialogue or later in the year; what stays the same writes nothing, so that
    sending twice is harmless. The employee is told. Raises PermissionDenied, TransisiDitolak when the plan was
    replaced or its time is over, ValidationError for an unknown value or a text that is too long.
    """
    with transaction.atomic():
        terkunci = kunci(skp)
        wajib_boleh(oleh, Izin.SKP_TETAPKAN, terkunci)
        if alasan := alasan_tertutup(terkunci):
            raise TransisiDitolak(alasan, "syarat")
        _periksa(isian)
        ada = ekspektasi_pada([terkunci.pk]).get(terkunci.pk, {})
        rapi = {nilai: isi.strip() for nilai, isi in isian.items()}
        berubah = [n for n in NilaiPerilaku.values if n in rapi and rapi[n] != ada.get(n, "")]
        baris = [
            EkspektasiKhusus.objects.create(skp=terkunci, nilai=n, isi=rapi[n], oleh=oleh) for n in berubah
        ]
        if baris:
            _kabari(terkunci, oleh, baris)
        return berubah


def _periksa(isian: Mapping[str, str]) -> None:
    for nilai, isi in isian.items():
        if nilai not in NilaiPerilaku.values:
            raise ValidationError(_("Nilai perilaku tidak dikenal. Muat ulang halaman."))
        if len(isi.strip()) > PANJANG_EKSPEKTASI:
            raise ValidationError({nilai: _("Paling banyak %(n)s huruf.") % {"n": PANJANG_EKSPEKTASI}})


def _kabari(skp: SKP, oleh: Pegawai, baris: list[EkspektasiKhusus]) -> None:
    """One message for everything written together."""
    kirim(
        penerima=skp.pegawai,
        jenis=JenisPesan.EKSPEKTASI_KHUSUS,
        kunci=f"{JenisPesan.EKSPEKTASI_KHUSUS}:{skp.pk}:{baris[-1].pk}",
        data={"nama": oleh.nama_lengkap, "tahun": str(skp.siklus.tahun)},
        tautan=reverse("sasaran:lihat", args=[skp.pk]) + "#perilaku",
    )
