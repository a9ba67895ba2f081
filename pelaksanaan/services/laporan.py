"""Writing, correcting and withdrawing a progress report."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.services import wajib_boleh
from pegawai.models import Pegawai
from pelaksanaan.models import Laporan
from pelaksanaan.services.berkas import BerkasTerperiksa
from pelaksanaan.services.bukti import berkas_ikut_transaksi, buang_setelah_berhasil, simpan_berkas
from pelaksanaan.services.syarat import (
    kunci_laporan,
    kunci_skp,
    periksa_berlaku,
    periksa_periode,
    periksa_tanggal,
)
from sasaran.models import IndikatorKinerjaIndividu


def simpan_laporan(
    *,
    indikator: IndikatorKinerjaIndividu,
    tanggal: date,
    realisasi: Decimal,
    uraian: str,
    berkas: Iterable[BerkasTerperiksa] = (),
    kunci: UUID,
    oleh: Pegawai,
) -> Laporan:
    """Write one report with its evidence and return it: the receipt.

    `kunci` comes from the form. Sending again (double click, weak signal, another tab) writes nothing and
    returns the report of the first time. Raises PermissionDenied for an indicator that is not one's own,
    ValidationError when the plan is not approved, the date is in the future, outside the plan or in a
    closed period, or the text is empty.
    """
    wajib_boleh(oleh, Izin.LAPORAN_TULIS, indikator)
    with berkas_ikut_transaksi() as tertulis:
        skp = kunci_skp(indikator.rhk.skp_id)
        if (terdahulu := _terdahulu(kunci, oleh)) is not None:
            return terdahulu
        periksa_berlaku(skp)
        periksa_tanggal(skp, tanggal)
        periksa_periode(skp, tanggal)
        laporan = Laporan.objects.create(
            skp=skp,
            indikator=indikator,
            tanggal=tanggal,
            realisasi=realisasi,
            uraian=_terisi(uraian),
            kunci=kunci,
        )
        simpan_berkas(laporan, berkas, tertulis, oleh=oleh)
        return laporan


def ubah_laporan(
    *, laporan: Laporan, tanggal: date, realisasi: Decimal, uraian: str, oleh: Pegawai
) -> Laporan:
    """Correct a report; both its old and its new date must lie in an open period.

    Raises PermissionDenied for anybody but its owner, ValidationError as `simpan_laporan` does.
    """
    wajib_boleh(oleh, Izin.LAPORAN_TULIS, laporan)
    with transaction.atomic():
        skp = kunci_skp(laporan.skp_id)
        terkunci = kunci_laporan(laporan)
        periksa_berlaku(skp)
        periksa_periode(skp, terkunci.tanggal)
        periksa_tanggal(skp, tanggal)
        periksa_periode(skp, tanggal)
        terkunci.tanggal, terkunci.realisasi, terkunci.uraian = tanggal, realisasi, _terisi(uraian)
        terkunci.diubah_pada = timezone.now()
        terkunci.save(update_fields=["tanggal", "realisasi", "uraian", "diubah_pada"])
        return terkunci


def hapus_laporan(*, laporan: Laporan, oleh: Pegawai) -> None:
    """Withdraw a report with its evidence, as long as nobody has built on it.

    Raises PermissionDenied for anybody but its owner, ValidationError in a closed period or when it has
    feedback or something else refers to it.
    """
    wajib_boleh(oleh, Izin.LAPORAN_TULIS, laporan)
    with transaction.atomic():
        skp = kunci_skp(laporan.skp_id)
        terkunci = kunci_laporan(laporan)
        periksa_berlaku(skp)
        periksa_periode(skp, terkunci.tanggal)
        berkas = list(laporan.bukti.values_list("berkas", flat=True))
        try:
            laporan.delete()
        except ProtectedError:
            pesan = _(
                "Laporan ini sudah mendapat umpan balik sehingga tidak dapat dihapus. Anda dapat mengubahnya."
            )
            raise ValidationError(pesan, code="dipakai") from None
        buang_setelah_berhasil(berkas)


def _terdahulu(kunci: UUID, oleh: Pegawai) -> Laporan | None:
    """The report this form already wrote; a key of somebody else's report is refused."""
    laporan = Laporan.objects.select_related("skp").filter(kunci=kunci).first()
    if laporan is not None and laporan.skp.pegawai_id != oleh.pk:
        raise ValidationError(
            _("Formulir ini sudah dipakai. Muat ulang halaman lalu kirim lagi."), code="kunci"
        )
    return laporan


def _terisi(uraian: str) -> str:
    bersih = uraian.strip()
    if not bersih:
        raise ValidationError({"uraian": _("Ceritakan singkat apa yang dikerjakan.")})
    return bersih
