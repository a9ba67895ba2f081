"""The yearly evaluation of one person: draft, signature, hand-over, and the employee's answer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from akses.alur import jalankan
from akses.services import pelaku_dari, wajib_boleh
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from penilaian.aturan.predikat import predikat_kinerja
from penilaian.enums import StatusTahunan
from penilaian.models import EvaluasiTahunan
from penilaian.services import jaga
from penilaian.services.capaian import LabelOrganisasi, label_untuk
from penilaian.services.hasil_rekan import untuk as hasil_rekan
from penilaian.services.lembar import Keputusan
from penilaian.services.syarat import Kekurangan
from penilaian.services.tahunan_baca import (
    TERKAIT,
    alasan_tertutup,
    izin_menilai,
    masih_dalam_rentang,
)
from penilaian.services.tahunan_lembar import LembarTahun, susun_tahun
from penilaian.services.tahunan_rekaman import Penetapan, susun_rekaman
from penilaian.workflow import ALUR_TAHUNAN

HASIL, PERILAKU, ALASAN, LABEL = "hasil", "perilaku", "alasan", "label"


class BelumLengkap(TransisiDitolak):
    """Something is missing before the signature; `kurang` says what."""

    def __init__(self, kurang: list[Kekurangan]) -> None:
        super().__init__(_("Evaluasi belum dapat ditandatangani karena masih ada yang kurang."), "syarat")
        self.kurang = kurang


def kekurangan(lembar: LembarTahun, label: LabelOrganisasi | None) -> list[Kekurangan]:
    """What is missing before the signature: one list for the guard and for the screen. Pure."""
    k, kurang = lembar.keputusan, []
    if k.hasil is None:
        kurang.append(Kekurangan(HASIL, _("Pilih rating hasil kerja"), "keputusan-hasil"))
    if k.perilaku is None:
        kurang.append(Kekurangan(PERILAKU, _("Pilih rating perilaku"), "keputusan-perilaku"))
    if lembar.hasil_berbeda and not k.alasan_hasil.strip():
        kurang.append(Kekurangan(ALASAN, _("Tulis alasan untuk rating hasil kerja"), "id_alasan_hasil"))
    if lembar.perilaku_berbeda and not k.alasan_perilaku.strip():
        kurang.append(Kekurangan(ALASAN, _("Tulis alasan untuk rating perilaku"), "id_alasan_perilaku"))
    if label is None:
        pesan = _("Capaian kinerja organisasi unit Anda belum ditetapkan pimpinan di atasnya")
        kurang.append(Kekurangan(LABEL, pesan, "organisasi"))
    return kurang


@transaction.atomic
def simpan_draf(
    *,
    evaluasi: EvaluasiTahunan,
    oleh: Pegawai,
    keputusan: Keputusan,
    kunci: UUID,
    versi: datetime | None = None,
) -> EvaluasiTahunan:
    """Keep the draft of the one whose turn it is and return the evaluation as saved.

    `kunci` is the random key of the open page, `versi` the time of the last saving it was loaded with. Raises
    PermissionDenied; DrafUsang when another page saved in between; TransisiDitolak outside the window.
    """
    e = _terkunci(evaluasi, oleh)
    jaga.tolak_bila_usang(
        pada=e.draf_pada, kunci_terakhir=e.draf_kunci, versi=versi, kunci_ini=kunci, zona=e.unit.zona
    )
    isi = {**_kolom(keputusan), "draf_pada": jaga.kini(), "draf_kunci": kunci}
    for nama, nilai in isi.items():
        setattr(e, nama, nilai)
    e.save(update_fields=list(isi))
    return e


def _kolom(k: Keputusan) -> dict[str, object]:
    return {
        "rating_hasil": k.hasil,
        "rating_perilaku": k.perilaku,
        "alasan_hasil": k.alasan_hasil,
        "alasan_perilaku": k.alasan_perilaku,
        "catatan": k.catatan,
    }


def _terkunci(evaluasi: EvaluasiTahunan, oleh: Pegawai) -> EvaluasiTahunan:
    """The row locked and fresh, when it is this person's turn to rate and time for it."""
    e = _ambil(evaluasi)
    wajib_boleh(oleh, izin_menilai(e), e)
    if alasan := alasan_tertutup(e):
        raise TransisiDitolak(alasan, "syarat")
    return e


def _ambil(evaluasi: EvaluasiTahunan) -> EvaluasiTahunan:
    semua = EvaluasiTahunan.objects.select_for_update(of=("self",)).select_related(*TERKAIT)
    return semua.get(pk=evaluasi.pk)


@transaction.atomic
def tandatangani(*, evaluasi: EvaluasiTahunan, oleh: Pegawai, kunci: UUID | None = None) -> EvaluasiTahunan:
    """Sign the saved draft: the label follows from the matrix, everything it rests on is frozen.

    The superior of a late assessor signs by the same door (D.1.2, final). `kunci`, when given, must be the
    page that saved last. Raises PermissionDenied, DrafUsang, BelumLengkap with what is missing, or
    TransisiDitolak. Nobody is told: the result is handed over by `sampaikan`.
    """
    e = _terkunci(evaluasi, oleh)
    if kunci is not None and e.draf_pada is not None and e.draf_kunci != kunci:
        raise jaga.DrafUsang(e.draf_pada, e.unit.zona)
    with translation.override("id"):  # the snapshot is Indonesian whoever signs
        lembar = susun_tahun(e)
    label = label_untuk(evaluasi=e)
    if kurang := kekurangan(lembar, label):
        raise BelumLengkap(kurang)
    return _tetapkan(e, oleh, lembar, label)


def _tetapkan(
    e: EvaluasiTahunan, oleh: Pegawai, lembar: LembarTahun, label: LabelOrganisasi | None
) -> EvaluasiTahunan:
    k, pada = lembar.keputusan, jaga.kini()
    if label is None or k.hasil is None or k.perilaku is None:
        raise BelumLengkap(kekurangan(lembar, label))
    tetap = Penetapan(oleh, pada, label, predikat_kinerja(k.hasil, k.perilaku, lembar.tanggal))
    with translation.override("id"):
        rekaman = susun_rekaman(e, lembar, tetap, _rekan(e, oleh))
    return jalankan(
        alur=ALUR_TAHUNAN,
        objek=e,
        aksi="ambil_alih" if e.status == StatusTahunan.MENUNGGU_ATASAN else "tandatangani",
        oleh=oleh,
        predikat=int(tetap.predikat),
        alasan_hasil=rekaman.alasan_hasil,
        alasan_perilaku=rekaman.alasan_perilaku,
        capaian_organisasi=int(label.predikat),
        rekaman=rekaman.ke_data(),
        ditandatangani_pada=pada,
        ditandatangani_oleh=oleh,
    )


def _rekan(e: EvaluasiTahunan, oleh: Pegawai) -> dict[str, int]:
    """How many colleagues answered in each period that may be shown: period → number."""
    periode = list(e.siklus.periode.order_by("mulai", "nomor").values_list("pk", flat=True))
    hasil = hasil_rekan(pelaku_dari(oleh), e.pegawai, periode)
    return {satu.periode.sebutan_baku: satu.jumlah for satu in hasil if satu.tampil}


@transaction.atomic
def tarik(*, evaluasi: EvaluasiTahunan, oleh: Pegawai) -> EvaluasiTahunan:
    """Take a signature back while the window is open and the employee has not got the result.

    Ratings and reasons stay as a draft. Raises PermissionDenied or TransisiDitolak; what the superior of a
    late assessor signed is not the assessor's to take back.
    """
    e = _ambil(evaluasi)
    wajib_boleh(oleh, izin_menilai(e), e)
    if not masih_dalam_rentang(e):
        raise TransisiDitolak(
            _("Rentang evaluasi sudah lewat, sehingga tanda tangan tidak dapat ditarik lagi."), "syarat"
        )
    return jalankan(
        alur=ALUR_TAHUNAN,
        objek=e,
        aksi="tarik",
        oleh=oleh,
        predikat=None,
        capaian_organisasi=None,
        rekaman=None,
        ditandatangani_pada=None,
        ditandatangani_oleh=None,
    )


@transaction.atomic
def sampaikan(*, evaluasi: EvaluasiTahunan, oleh: Pegawai) -> EvaluasiTahunan:
    """Hand the signed result to the employee, who is told; electronic delivery is receipt.

    Only the one who signed hands over. Raises PermissionDenied or TransisiDitolak.
    """
    e = _ambil(evaluasi)
    if e.ditandatangani_oleh_id is not None and e.ditandatangani_oleh_id != oleh.pk:
        raise PermissionDenied("tahunan.sampaikan")
    hasil = jalankan(alur=ALUR_TAHUNAN, objek=e, aksi="sampaikan", oleh=oleh, disampaikan_pada=jaga.kini())
    kirim(
        penerima=e.pegawai,
        jenis=JenisPesan.TAHUNAN_DISAMPAIKAN,
        kunci=f"{JenisPesan.TAHUNAN_DISAMPAIKAN}:{e.pk}",
        data={"nama": oleh.nama, "tahun": str(e.siklus)},
        tautan=reverse("penilaian:tahunan-hasil", args=[e.pk]),
    )
    return hasil


def terima(*, evaluasi: EvaluasiTahunan, oleh: Pegawai, tanggapan: str = "") -> EvaluasiTahunan:
    """The employee signs, with an answer if he has one; the signer is told.

    Raises PermissionDenied or TransisiDitolak.
    """
    return _tanggapi(evaluasi, oleh, "terima", tanggapan)


def tolak(*, evaluasi: EvaluasiTahunan, oleh: Pegawai, tanggapan: str) -> EvaluasiTahunan:
    """The employee refuses to sign and says why; the result stands, the signer is told.

    Raises PermissionDenied, or TransisiDitolak without a reason or in another status.
    """
    return _tanggapi(evaluasi, oleh, "tolak", tanggapan)


@transaction.atomic
def _tanggapi(evaluasi: EvaluasiTahunan, oleh: Pegawai, aksi: str, tanggapan: str) -> EvaluasiTahunan:
    e = jalankan(
        alur=ALUR_TAHUNAN,
        objek=evaluasi,
        aksi=aksi,
        oleh=oleh,
        catatan=tanggapan,
        tanggapan=tanggapan.strip(),
        ditanggapi_pada=jaga.kini(),
    )
    kirim(
        penerima=e.ditandatangani_oleh,
        jenis=JenisPesan.TAHUNAN_DITANGGAPI,
        kunci=f"{JenisPesan.TAHUNAN_DITANGGAPI}:{e.pk}:{aksi}",
        data={"nama": e.pegawai.nama, "tahun": str(e.siklus), "tanggapan": e.get_status_display()},
        tautan=reverse("penilaian:tahunan-hasil", args=[e.pk]),
    )
    return e


@dataclass(frozen=True)
class Ditolak:
    """One of many that could not be done, and why."""

    evaluasi: EvaluasiTahunan
    alasan: str


def banyak(
    *, evaluasi: Iterable[EvaluasiTahunan], oleh: Pegawai, lakukan: Callable[..., EvaluasiTahunan]
) -> tuple[int, list[Ditolak]]:
    """Do one of the moves above with each of a team, each in its own transaction.

    Returns how many succeeded, and those that did not with the reason.
    """
    berhasil, gagal = 0, []
    for satu in evaluasi:
        try:
            lakukan(evaluasi=satu, oleh=oleh)
            berhasil += 1
        except TransisiDitolak as galat:
            kurang = "; ".join(k.pesan for k in getattr(galat, "kurang", []))
            gagal.append(Ditolak(satu, kurang or str(t(galat.alasan))))
    return berhasil, gagal
