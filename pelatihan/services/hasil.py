"""Results: pass or not yet, JP, the certificate, and what participants say of the training."""

import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Avg, Count
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.alur import jalankan
from akses.enums import Izin
from akses.services import wajib_boleh
from inti.kalender import hari_ini
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pelatihan.enums import StatusPeserta
from pelatihan.models import Peserta, SesiPelatihan, TanggapanPelatihan
from pelatihan.services.kabar import kabari
from pelatihan.workflow import ALUR_KEBUTUHAN, ALUR_PESERTA
from pemberitahuan.models import JenisPesan
from penilaian.models import KebutuhanPengembangan

MINIMUM_JAWABAN = 5
"""Answers below which nothing is shown: in a smaller group people would be recognised."""

BUTIR = ("materi", "pengajar", "sarana", "manfaat")
MASA_ISI = timedelta(days=7)
"""How long after the last day the questionnaire is open. Results are shown only after it, so that nobody can
compare them before and after one more answer."""

PERNAH_HADIR = (StatusPeserta.HADIR, StatusPeserta.LULUS, StatusPeserta.TIDAK_LULUS)
SEPERSEPULUH = Decimal("0.1")


@dataclass(frozen=True)
class RingkasanTanggapan:
    """What a session's participants said; `cukup` False: too few, nothing but the number of answers."""

    banyak: int
    cukup: bool
    tutup: date
    rerata: tuple[tuple[str, Decimal], ...] = ()
    saran: tuple[str, ...] = ()


@transaction.atomic
def luluskan(*, peserta: Peserta, oleh: Pegawai, catatan: str = "") -> Peserta:
    """A pass with the JP of the training; the need that led here is met. Raises PermissionDenied or
    TransisiDitolak, also before the last day of the session."""
    _tolak_bila_sendiri(peserta, oleh)
    _tolak_bila_belum(peserta.sesi)
    hasil = jalankan(
        alur=ALUR_PESERTA,
        objek=peserta,
        aksi="luluskan",
        oleh=oleh,
        catatan=catatan,
        hasil_pada=timezone.now(),
        jp=peserta.sesi.pelatihan.jp,
        catatan_hasil=catatan,
    )
    _penuhi(hasil.kebutuhan)
    kabari(peserta=hasil, jenis=JenisPesan.PELATIHAN_HASIL, kunci="hasil", hasil=_("lulus"))
    return hasil


@transaction.atomic
def tidak_luluskan(*, peserta: Peserta, oleh: Pegawai, catatan: str) -> Peserta:
    """Not passed yet, with the reason. Raises PermissionDenied or TransisiDitolak."""
    _tolak_bila_sendiri(peserta, oleh)
    _tolak_bila_belum(peserta.sesi)
    hasil = jalankan(
        alur=ALUR_PESERTA,
        objek=peserta,
        aksi="tidak_luluskan",
        oleh=oleh,
        catatan=catatan,
        hasil_pada=timezone.now(),
        catatan_hasil=catatan,
    )
    kabari(peserta=hasil, jenis=JenisPesan.PELATIHAN_HASIL, kunci="hasil", hasil=_("belum lulus"))
    return hasil


def _tolak_bila_sendiri(peserta: Peserta, oleh: Pegawai) -> None:
    if peserta.pegawai_id == oleh.pk:
        raise TransisiDitolak(_("Hasil Anda sendiri ditetapkan oleh orang lain."), "syarat")


def _tolak_bila_belum(sesi: SesiPelatihan) -> None:
    if hari_ini(sesi.zona, timezone.now()) < sesi.selesai:
        raise TransisiDitolak(_("Hasil ditetapkan mulai hari terakhir sesi."), "syarat")


def _penuhi(kebutuhan: KebutuhanPengembangan | None) -> None:
    """A need that is still open is met; one that was declined stays declined."""
    if kebutuhan is None:
        return
    if KebutuhanPengembangan.objects.belum_terpenuhi().filter(pk=kebutuhan.pk).exists():
        jalankan(alur=ALUR_KEBUTUHAN, objek=kebutuhan, aksi="penuhi", oleh=None)


def boleh_menanggapi(peserta: Peserta) -> bool:
    """Whether the questionnaire is open to this participant: he was there, it is the last day or the week
    after, and he has not answered."""
    hari = hari_ini(peserta.sesi.zona, timezone.now())
    selesai = peserta.sesi.selesai
    return (
        peserta.status in PERNAH_HADIR
        and not peserta.sudah_mengevaluasi
        and selesai <= hari <= selesai + MASA_ISI
    )


@transaction.atomic
def tanggapi(*, peserta: Peserta, oleh: Pegawai, nilai: dict[str, int], saran: str = "") -> None:
    """Keep one answer without its author; that he answered is kept apart from what he said.

    Both are written in one transaction, which the database marks on both rows, and rows lie in the order in
    which they came. Therefore all answers of the session are written anew with each one, under new keys and in
    random order: none says which one is the last, or whose.

    Raises PermissionDenied for anybody but the participant, TransisiDitolak when it is not open to him.
    """
    wajib_boleh(oleh, Izin.KEBUTUHAN_TANGGAPI, peserta)
    # One at a time per session, or two who answer at once would write each other's answers anew.
    SesiPelatihan.objects.select_for_update(of=("self",), no_key=True).get(pk=peserta.sesi_id)
    terkunci = Peserta.objects.select_for_update(of=("self",)).select_related("sesi").get(pk=peserta.pk)
    if not boleh_menanggapi(terkunci):
        raise TransisiDitolak(
            _("Penilaian pelatihan ini sudah ditutup atau sudah Anda isi. Terima kasih."), "syarat"
        )
    terkunci.sudah_mengevaluasi = True
    terkunci.save(update_fields=["sudah_mengevaluasi"])
    _tulis_ulang(terkunci.sesi_id, {"saran": saran.strip(), **nilai})


def _tulis_ulang(sesi: UUID, baru: dict[str, Any]) -> None:
    """All answers of this session, the new one among them, as one statement in random order."""
    semua = [baru, *TanggapanPelatihan.objects.filter(sesi=sesi).values(*BUTIR, "saran")]
    secrets.SystemRandom().shuffle(semua)
    TanggapanPelatihan.objects.filter(sesi=sesi).delete()
    TanggapanPelatihan.objects.bulk_create(TanggapanPelatihan(sesi_id=sesi, **satu) for satu in semua)


def ringkasan_tanggapan(sesi: SesiPelatihan) -> RingkasanTanggapan:
    """What may be shown of the answers of a session. At most two queries."""
    semua = TanggapanPelatihan.objects.filter(sesi=sesi).order_by()
    hitung = semua.aggregate(banyak=Count("pk"), **{satu: Avg(satu) for satu in BUTIR})
    tutup = sesi.selesai + MASA_ISI
    usai = hari_ini(sesi.zona, timezone.now()) > tutup
    if not usai or hitung["banyak"] < MINIMUM_JAWABAN:
        return RingkasanTanggapan(hitung["banyak"], False, tutup)
    bidang = {satu: TanggapanPelatihan._meta.get_field(satu).verbose_name for satu in BUTIR}
    rerata = tuple(
        (str(bidang[satu]), Decimal(str(hitung[satu])).quantize(SEPERSEPULUH, ROUND_HALF_UP))
        for satu in BUTIR
    )
    saran = semua.exclude(saran="").order_by("saran").values_list("saran", flat=True)  # not as they came
    return RingkasanTanggapan(hitung["banyak"], True, tutup, rerata, tuple(saran))
