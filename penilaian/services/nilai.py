"""The assessor's side: drafting ratings, delivering the result, returning a self-assessment."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from akses.alur import jalankan
from akses.enums import Izin
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from penilaian.aturan.predikat import predikat_kinerja
from penilaian.enums import StatusEvaluasi
from penilaian.models import EvaluasiPeriodik, PenilaianHasil, PenilaianPerilaku
from penilaian.services import jaga
from penilaian.services.baca import Sudut
from penilaian.services.isian import siapkan_isian, tulis_realisasi
from penilaian.services.lembar import IsianPenilai, Lembar, berbeda, susun_lembar, terapkan
from penilaian.services.rekaman import susun_rekaman
from penilaian.services.syarat import Kekurangan, kekurangan_lembar
from penilaian.workflow import ALUR_EVALUASI


class BelumLengkap(TransisiDitolak):
    """Something is missing before delivery; `kurang` says what."""

    def __init__(self, kurang: list[Kekurangan]) -> None:
        super().__init__(_("Hasil belum dapat disampaikan karena masih ada yang perlu diisi."), "syarat")
        self.kurang = kurang


@transaction.atomic
def simpan_draf_penilaian(
    *,
    evaluasi: EvaluasiPeriodik,
    oleh: Pegawai,
    isian: IsianPenilai,
    kunci: UUID,
    versi: datetime | None = None,
) -> EvaluasiPeriodik:
    """Keep the assessor's draft and return the evaluation as saved. Nobody else sees it before delivery.

    `kunci` and `versi` as in `diri.simpan_penilaian_diri`. Raises PermissionDenied; DrafUsang when
    another page saved in between; TransisiDitolak when rating is not possible (yet, or any more). Does not
    touch what the employee writes.
    """
    e = _siap_dinilai(evaluasi, oleh)
    jaga.tolak_bila_usang(
        pada=e.draf_pada, kunci_terakhir=e.draf_kunci, versi=versi, kunci_ini=kunci, zona=e.unit.zona
    )
    lembar = terapkan(susun_lembar(e, Sudut.PENILAI), isian)
    _tulis_baris(e, lembar)
    k = lembar.keputusan
    e.rating_hasil, e.rating_perilaku = k.hasil, k.perilaku
    e.alasan_hasil, e.alasan_perilaku, e.catatan_penilai = k.alasan_hasil, k.alasan_perilaku, k.catatan
    e.draf_pada, e.draf_kunci = jaga.kini(), kunci
    e.save(
        update_fields=[
            "rating_hasil",
            "rating_perilaku",
            "alasan_hasil",
            "alasan_perilaku",
            "catatan_penilai",
            "draf_pada",
            "draf_kunci",
        ]
    )
    return e


def _siap_dinilai(evaluasi: EvaluasiPeriodik, oleh: Pegawai) -> EvaluasiPeriodik:
    e = jaga.kunci(evaluasi=evaluasi, oleh=oleh, izin=Izin.EVALUASI_NILAI)
    if alasan := jaga.alasan_belum_dapat_dinilai(e):
        raise TransisiDitolak(alasan, "syarat")
    return e


def _tulis_baris(evaluasi: EvaluasiPeriodik, lembar: Lembar) -> None:
    PenilaianHasil.objects.bulk_create(
        [
            PenilaianHasil(
                evaluasi=evaluasi, rhk_id=b.id, saran=b.saran.rating, rating=b.rating, alasan=b.alasan
            )
            for b in lembar.hasil
        ],
        update_conflicts=True,
        unique_fields=["evaluasi", "rhk"],
        update_fields=["saran", "rating", "alasan"],
    )
    PenilaianPerilaku.objects.bulk_create(
        [
            PenilaianPerilaku(evaluasi=evaluasi, nilai=b.nilai.kode, rating=b.rating, catatan=b.catatan)
            for b in lembar.perilaku
        ],
        update_conflicts=True,
        unique_fields=["evaluasi", "nilai"],
        update_fields=["rating", "catatan"],
    )


@transaction.atomic
def sampaikan(*, evaluasi: EvaluasiPeriodik, oleh: Pegawai, kunci: UUID | None = None) -> EvaluasiPeriodik:
    """Deliver the saved draft to the employee: the predikat follows from the matrix, all is frozen.

    `kunci`, when given, must be the page that saved last. Raises PermissionDenied, DrafUsang,
    BelumLengkap with the list of what is missing, or TransisiDitolak. The employee is told.
    """
    e = _siap_dinilai(evaluasi, oleh)
    if kunci is not None and e.draf_pada is not None and e.draf_kunci != kunci:
        raise jaga.DrafUsang(e.draf_pada, e.unit.zona)
    lembar = susun_lembar(e, Sudut.PENILAI)
    if kurang := kekurangan_lembar(lembar):
        raise BelumLengkap(kurang)
    _bekukan(e, lembar)
    lembar = tanpa_alasan_berlebih(lembar)
    _tulis_baris(e, lembar)
    k = lembar.keputusan
    hasil = jalankan(
        alur=ALUR_EVALUASI,
        objek=e,
        aksi="sampaikan",
        oleh=oleh,
        predikat=int(predikat_kinerja(k.hasil, k.perilaku, e.periode.selesai)),
        alasan_hasil=k.alasan_hasil,
        alasan_perilaku=k.alasan_perilaku,
        rekaman=susun_rekaman(e, lembar),
        disampaikan_pada=jaga.kini(),
    )
    kirim(
        penerima=e.pegawai,
        jenis=JenisPesan.EVALUASI_DISAMPAIKAN,
        kunci=f"evaluasi_disampaikan:{e.pk}",
        data={"nama": e.penilai.nama, "periode": e.periode.sebutan_baku},
        tautan=reverse("penilaian:hasil", args=[e.pk]),
    )
    return hasil


def _bekukan(evaluasi: EvaluasiPeriodik, lembar: Lembar) -> None:
    """Without a submitted self-assessment the realisation is what the reports give."""
    if evaluasi.status != StatusEvaluasi.TERBUKA:
        return
    siapkan_isian(evaluasi=evaluasi, lembar=lembar)
    tulis_realisasi(
        evaluasi=evaluasi, lembar=lembar, realisasi={satu.id: satu.realisasi for satu in lembar.indikator}
    )


def tanpa_alasan_berlebih(lembar: Lembar) -> Lembar:
    """The sheet without reasons left over from a rating that now agrees with the suggestion. Pure."""
    k = lembar.keputusan
    return terapkan(
        lembar,
        IsianPenilai(
            hasil={b.id: (b.rating, b.alasan if b.berbeda else "") for b in lembar.hasil},
            perilaku={},
            keputusan=type(k)(
                k.hasil,
                k.perilaku,
                k.alasan_hasil if berbeda(k.hasil, lembar.saran_hasil) else "",
                k.alasan_perilaku if berbeda(k.perilaku, lembar.saran_perilaku) else "",
                k.catatan,
            ),
        ),
    )


@transaction.atomic
def kembalikan(*, evaluasi: EvaluasiPeriodik, oleh: Pegawai, catatan: str) -> EvaluasiPeriodik:
    """Give a submitted self-assessment back to the employee with a note; he is told.

    Raises PermissionDenied, or TransisiDitolak without a note, in another status or a closed period.
    """
    jaga.kunci(evaluasi=evaluasi, oleh=oleh, izin=Izin.EVALUASI_NILAI)
    kembali = jalankan(
        alur=ALUR_EVALUASI,
        objek=evaluasi,
        aksi="kembalikan",
        oleh=oleh,
        catatan=catatan,
        diajukan_pada=None,
    )
    kirim(
        penerima=kembali.pegawai,
        jenis=JenisPesan.PENILAIAN_DIRI_DIKEMBALIKAN,
        kunci=f"penilaian_diri_dikembalikan:{kembali.pk}:{jaga.kini().isoformat()}",
        data={
            "nama": kembali.penilai.nama,
            "periode": kembali.periode.sebutan_baku,
            "catatan": catatan.strip(),
        },
        tautan=reverse("penilaian:diri", args=[kembali.pk]),
    )
    return kembali
