"""The decision on an objection: confirm, or change through the quadrant. It is final (Lampiran V.B.6-8)."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.alur import jalankan
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan
from penilaian.aturan.predikat import Rating, predikat_kinerja
from penilaian.enums import JalurDokumen, PilihanPredikat, StatusKeberatan
from penilaian.models import EvaluasiPeriodik, Keberatan
from penilaian.services.keberatan import kabari, kunci_dengan_evaluasi
from penilaian.services.rekaman import rekaman
from penilaian.workflow import ALUR_EVALUASI, ALUR_KEBERATAN, ALUR_TAHUNAN


@dataclass(frozen=True)
class Putusan:
    """What the superior decides: both ratings None confirms, otherwise the new ratings."""

    pertimbangan: str
    rekomendasi: str = ""
    rating_hasil: Rating | None = None
    rating_perilaku: Rating | None = None

    @property
    def mengubah(self) -> bool:
        """It changes the result."""
        return self.rating_hasil is not None and self.rating_perilaku is not None


@transaction.atomic
def putuskan(*, keberatan: Keberatan, oleh: Pegawai, putusan: Putusan) -> Keberatan:
    """Decide: the evaluation keeps or changes its ratings and label; employee and assessor are told.

    Late is late but possible: nobody decides in his place. Raises PermissionDenied; TransisiDitolak without
    considerations, when a change changes nothing, or when it was decided or withdrawn meanwhile.
    """
    kunci_dengan_evaluasi(keberatan)
    _periksa(keberatan, putusan)
    hasil = jalankan(
        alur=ALUR_KEBERATAN,
        objek=keberatan,
        aksi="ubah" if putusan.mengubah else "kuatkan",
        oleh=oleh,
        catatan=putusan.pertimbangan,
        pertimbangan=putusan.pertimbangan.strip(),
        rekomendasi=putusan.rekomendasi.strip(),
        diputus_pada=timezone.now(),
        diputus_oleh=oleh,
        **_nilai_baru(keberatan, putusan),
    )
    if hasil.tahunan is not None:
        _terapkan_tahunan(hasil, oleh)
    elif putusan.mengubah:
        _terapkan_periodik(hasil, oleh)
    kata = StatusKeberatan(hasil.status).label
    for orang in (hasil.pegawai, hasil.penilai):
        kabari(hasil, orang, JenisPesan.KEBERATAN_DIPUTUS, nama=oleh.nama, putusan=str(kata))
    return hasil


def _periksa(keberatan: Keberatan, putusan: Putusan) -> None:
    if not putusan.pertimbangan.strip():
        raise TransisiDitolak(_("Tulis pertimbangan keputusan Anda."), "pertimbangan")
    lama = (keberatan.rating_hasil_lama, keberatan.rating_perilaku_lama)
    if putusan.mengubah and (putusan.rating_hasil, putusan.rating_perilaku) == lama:
        raise TransisiDitolak(
            _("Penilaian yang Anda pilih sama dengan semula. Pilih “kuatkan” atau ubah salah satunya."),
            "sama",
        )


def _nilai_baru(keberatan: Keberatan, putusan: Putusan) -> dict[str, int]:
    if putusan.rating_hasil is None or putusan.rating_perilaku is None:
        return {}
    evaluasi: Any = keberatan.evaluasi
    akhir = evaluasi.periode.selesai if isinstance(evaluasi, EvaluasiPeriodik) else evaluasi.skp.selesai
    predikat = predikat_kinerja(putusan.rating_hasil, putusan.rating_perilaku, akhir)
    return {
        "rating_hasil_baru": int(putusan.rating_hasil),
        "rating_perilaku_baru": int(putusan.rating_perilaku),
        "predikat_baru": int(predikat),
    }


def _nilai_evaluasi(keberatan: Keberatan) -> dict[str, int]:
    return {
        "rating_hasil": keberatan.rating_hasil_baru,
        "rating_perilaku": keberatan.rating_perilaku_baru,
        "predikat": keberatan.predikat_baru,
    }


def _terapkan_tahunan(keberatan: Keberatan, oleh: Pegawai) -> None:
    """D.1.3 follows, also on a confirmation, and the result is final. The snapshot stays what was signed;
    the schedule reports the new document (V.B.8)."""
    isian: dict[str, Any] = {"jalur": JalurDokumen.KEBERATAN, "final": True, "dilaporkan_pada": None}
    if keberatan.status == StatusKeberatan.DIUBAH:
        isian |= _nilai_evaluasi(keberatan)
        if keberatan.rekomendasi:
            isian["catatan"] = keberatan.rekomendasi
    jalankan(
        alur=ALUR_TAHUNAN,
        objek=keberatan.tahunan,
        aksi="putus_keberatan",
        oleh=oleh,
        catatan=keberatan.pertimbangan,
        **isian,
    )


def _terapkan_periodik(keberatan: Keberatan, oleh: Pegawai) -> None:
    """The row, its snapshot and its history tell the old result and the new one."""
    evaluasi = keberatan.periodik
    lama = rekaman(evaluasi)
    baru = {
        **lama,
        "hasil": keberatan.rating_hasil_baru,
        "perilaku": keberatan.rating_perilaku_baru,
        "keberatan": {
            "nomor": keberatan.nomor,
            "hasil_lama": keberatan.rating_hasil_lama,
            "perilaku_lama": keberatan.rating_perilaku_lama,
            "predikat_lama": keberatan.predikat_lama,
            "alasan_hasil_lama": lama.get("alasan_hasil", ""),
            "alasan_perilaku_lama": lama.get("alasan_perilaku", ""),
            "oleh": oleh.nama_lengkap,
            "pada": timezone.now().isoformat(),
            "pertimbangan": keberatan.pertimbangan,
        },
    }
    if keberatan.rating_hasil_baru != keberatan.rating_hasil_lama:
        baru["alasan_hasil"] = keberatan.pertimbangan
    if keberatan.rating_perilaku_baru != keberatan.rating_perilaku_lama:
        baru["alasan_perilaku"] = keberatan.pertimbangan
    catatan = (
        f"{PilihanPredikat(keberatan.predikat_lama).label} → {PilihanPredikat(keberatan.predikat_baru).label}"
    )
    jalankan(
        alur=ALUR_EVALUASI,
        objek=evaluasi,
        aksi="putus_keberatan",
        oleh=oleh,
        catatan=f"{keberatan.nomor}: {catatan}. {keberatan.pertimbangan}",
        rekaman=baru,
        alasan_hasil=baru["alasan_hasil"],
        alasan_perilaku=baru["alasan_perilaku"],
        **({"catatan_penilai": keberatan.rekomendasi} if keberatan.rekomendasi else {}),
        **_nilai_evaluasi(keberatan),
    )
