"""An SKP from its beginning to approval: create, submit, withdraw, return, approve."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.alur import jalankan
from akses.enums import Izin
from akses.services import wajib_boleh
from inti.workflow import TransisiDitolak, periksa
from pegawai.enums import WAJIB_SKP, JenisPegawai
from pegawai.models import Atasan, Pegawai
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from sasaran.enums import StatusSKP
from sasaran.models import SKP, Siklus
from sasaran.services.kelengkapan import kekurangan
from sasaran.workflow import ALUR_SKP


def buat_skp(*, pegawai: Pegawai, siklus: Siklus, oleh: Pegawai) -> SKP:
    """Return the SKP of `pegawai` for his post of today in this year, new or the one that exists.

    Placement, unit, assessor and the assessor's superior are frozen from `pegawai.atasan`. Sending twice, or
    two at once, gives one SKP. Raises PermissionDenied when `oleh` is somebody else, ValidationError with a
    sentence when no SKP is due, there is no post or nobody to assess.
    """
    if oleh.pk != pegawai.pk:
        raise PermissionDenied(Izin.SKP_SUSUN)
    atasan = _hubungan(pegawai)
    mulai = max(date(siklus.tahun, 1, 1), atasan.penempatan.mulai)
    selesai = date(siklus.tahun, 12, 31)
    if mulai > selesai:
        raise ValidationError(_("Jabatan Anda sekarang baru dimulai setelah tahun itu berakhir."))
    baru = SKP(
        siklus=siklus,
        pegawai=pegawai,
        penempatan_id=atasan.penempatan_id,
        unit_id=atasan.unit_id,
        penilai_id=atasan.penilai_id,
        atasan_penilai_id=atasan.atasan_penilai_id,
        mulai=mulai,
        selesai=selesai,
    )
    with transaction.atomic():
        SKP.objects.bulk_create([baru], ignore_conflicts=True)
        ada = SKP.objects.berlaku().get(siklus=siklus, penempatan_id=atasan.penempatan_id)
        if ada.pk == baru.pk:
            _akhiri_jabatan_lama(baru)
        return ada


def ajukan(*, skp: SKP, oleh: Pegawai) -> SKP:
    """Hand the plan to the assessor and tell him.

    While it was a draft the assessor may have changed: today's is taken when the post is still the same.
    Raises TransisiDitolak with everything that is missing, or when the status has moved on.
    """
    with transaction.atomic():
        terkunci = kunci(skp)
        wajib_boleh(oleh, Izin.SKP_SUSUN, terkunci)
        periksa(ALUR_SKP, "ajukan", terkunci.status)
        isian = {"diajukan_pada": timezone.now(), **_penilai_kini(terkunci)}
        for nama, nilai in isian.items():
            setattr(terkunci, nama, nilai)
        if kurang := kekurangan(terkunci):
            raise TransisiDitolak(" ".join(kurang), "syarat")
        hasil = jalankan(alur=ALUR_SKP, objek=terkunci, aksi="ajukan", oleh=oleh, **isian)
        _kabari(hasil, JenisPesan.SKP_DIAJUKAN, hasil.penilai, oleh)
        return hasil


def tarik(*, skp: SKP, oleh: Pegawai) -> SKP:
    """Take a submitted plan back while nobody has decided on it; it becomes a draft again."""
    return jalankan(alur=ALUR_SKP, objek=skp, aksi="tarik", oleh=oleh)


def kembalikan(*, skp: SKP, oleh: Pegawai, catatan: str) -> SKP:
    """Return the plan with a note. An approved plan returned for change becomes the next version.

    Raises TransisiDitolak without a note (kode "catatan") or when the status has moved on.
    """
    with transaction.atomic():
        terkunci = kunci(skp)
        isian = {"catatan_penilai": catatan.strip()}
        if terkunci.status == StatusSKP.DISETUJUI:
            isian |= {"versi": terkunci.versi + 1, "disetujui_pada": None, "disetujui_oleh": None}
        hasil = jalankan(
            alur=ALUR_SKP, objek=terkunci, aksi="kembalikan", oleh=oleh, catatan=catatan, **isian
        )
        _kabari(hasil, JenisPesan.SKP_DIKEMBALIKAN, hasil.pegawai, oleh, catatan=hasil.catatan_penilai)
        return hasil


def setujui(*, skp: SKP, oleh: Pegawai) -> SKP:
    """Set the plan: from now on progress is reported against it."""
    with transaction.atomic():
        isian = {"disetujui_pada": timezone.now(), "disetujui_oleh": oleh, "catatan_penilai": ""}
        hasil = jalankan(alur=ALUR_SKP, objek=skp, aksi="setujui", oleh=oleh, **isian)
        _kabari(hasil, JenisPesan.SKP_DISETUJUI, hasil.pegawai, oleh)
        return hasil


def hambatan_susun(pegawai: Pegawai) -> str:
    """Why this person cannot begin a plan now, as a sentence; empty when nothing is in the way."""
    try:
        _hubungan(pegawai)
    except ValidationError as galat:
        return " ".join(galat.messages)
    return ""


def kunci(skp: SKP) -> SKP:
    """The row as it is now, locked until the caller's transaction ends."""
    return SKP.objects.select_for_update(of=("self",)).get(pk=skp.pk)


def _hubungan(pegawai: Pegawai) -> Atasan:
    """Today's post and assessor, or ValidationError with what is missing and whom to ask."""
    if pegawai.jenis == JenisPegawai.PEJABAT_NEGARA or pegawai.kedudukan_hukum not in WAJIB_SKP:
        raise ValidationError(_("Dengan kedudukan Anda sekarang tidak ada SKP yang perlu disusun."))
    atasan = Atasan.objects.select_related("penempatan").filter(pegawai=pegawai).first()
    if atasan is None or atasan.penempatan is None:
        raise ValidationError(
            _("Anda belum tercatat pada suatu jabatan. Hubungi pengelola kepegawaian di OPD Anda.")
        )
    if atasan.penilai_id is None:
        raise ValidationError(
            _("Pejabat penilai Anda belum ditetapkan. Hubungi pengelola kinerja di OPD Anda.")
        )
    return atasan


def _akhiri_jabatan_lama(baru: SKP) -> None:
    """The SKP of an earlier post ends the day before; one of which no day would be left is replaced.

    So the plans of one person do not overlap (PermenPANRB 6/2022, Lampiran II.C.6).
    """
    lama = SKP.objects.berlaku().filter(pegawai_id=baru.pegawai_id, siklus_id=baru.siklus_id)
    lama = lama.exclude(penempatan_id=baru.penempatan_id)
    lama.filter(mulai__lt=baru.mulai, selesai__gte=baru.mulai).update(selesai=baru.mulai - timedelta(days=1))
    for satu in lama.filter(mulai__gte=baru.mulai):
        jalankan(alur=ALUR_SKP, objek=satu, aksi="gantikan", oleh=None)


def _penilai_kini(skp: SKP) -> dict[str, object]:
    atasan = Atasan.objects.filter(pegawai_id=skp.pegawai_id, penempatan_id=skp.penempatan_id).first()
    if atasan is None or atasan.penilai_id is None:
        return {}
    return {"penilai_id": atasan.penilai_id, "atasan_penilai_id": atasan.atasan_penilai_id}


def _kabari(skp: SKP, jenis: JenisPesan, penerima: Pegawai | None, oleh: Pegawai, **lain: str) -> None:
    """One outbox row per occasion: the history row names the occasion."""
    kejadian = skp.riwayat.order_by("-id").values_list("id", flat=True)[0]
    kirim(
        penerima=penerima,
        jenis=jenis,
        kunci=f"{jenis}:{skp.pk}:{kejadian}",
        data={"nama": oleh.nama_lengkap, "tahun": str(skp.siklus.tahun), **lain},
        tautan=reverse("sasaran:lihat", args=[skp.pk]),
    )
