"""Taking the answer of a colleague so that nobody, with the whole database before him, can say it is his.

"Done" and the answer must be written together, or one of them could be lost; so they share a transaction,
which PostgreSQL marks on both (xmin). Therefore every answer about the same person is written anew with each
one: sealed again, under a new key, in random order. All carry the mark of whoever answered last, none says
which one is his, and none can be recognised from one copy of the database to the next.
"""

import secrets
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.services import wajib_boleh
from inti.tanda import kalimat
from inti.workflow import TransisiDitolak, periksa
from pegawai.models import Pegawai
from penilaian.aturan.sebaran_rekan import BELUM_TAHU, Isi
from penilaian.enums import KeadaanRekan
from penilaian.models import HasilRekan, JawabanRekan, KuesionerRekan, TugasRekan, UndianRekan
from penilaian.services.rekan_dasar import masa
from penilaian.services.segel import buka_segel, muat, segel
from penilaian.workflow import ALUR_TUGAS_REKAN


def kirim_jawaban(*, tugas: TugasRekan, oleh: Pegawai, isi: Isi) -> None:
    """Take what `oleh` answered; afterwards nobody can change or find it, he neither.

    Raises PermissionDenied, TransisiDitolak (done, struck out, or outside the days), or ValueError for an
    answer that is not one to the questions of the period.
    """
    wajib_boleh(oleh, Izin.REKAN_JAWAB, tugas)
    with transaction.atomic():
        hasil = HasilRekan.objects.select_for_update().get(pk=tugas.hasil_id)
        terkunci = TugasRekan.objects.select_for_update().get(pk=tugas.pk)
        langkah = periksa(ALUR_TUGAS_REKAN, "jawab", terkunci.status)
        undian = UndianRekan.objects.select_related("periode__siklus", "kuesioner").get(
            periode_id=terkunci.periode_id
        )
        _periksa_masa(undian, hasil)
        _periksa_isi(undian.kuesioner, isi)
        TugasRekan.objects.filter(pk=terkunci.pk).update(status=langkah.ke)
        _tulis_ulang(hasil.pk, undian.kuesioner_id, isi)


def _periksa_masa(undian: UndianRekan, hasil: HasilRekan) -> None:
    kini = masa(undian)
    if hasil.keadaan != KeadaanRekan.BERJALAN or kini.lewat:
        raise TransisiDitolak(
            _("Masa menjawab sudah berakhir, sehingga jawaban tidak dapat dikirim."), "syarat"
        )
    if not kini.menjawab:
        raise TransisiDitolak(
            kalimat("Masa menjawab belum dimulai. Coba lagi pada tanggal yang tertulis di halaman ini."),
            "syarat",
        )


def _periksa_isi(kuesioner: KuesionerRekan, isi: Isi) -> None:
    kode = set(kuesioner.butir.values_list("kode", flat=True))
    sah = all(BELUM_TAHU <= n <= len(kuesioner.skala) for n in isi.butir.values())
    if set(isi.butir) != kode or not sah or not muat(isi):
        raise ValueError("not an answer to these questions")  # without the answer: this may be logged


def _tulis_ulang(hasil: UUID, kuesioner: int, isi: Isi) -> None:
    """All answers about this person, the new one among them, as one statement in random order."""
    lama = JawabanRekan.objects.filter(hasil=hasil).values_list("isi", flat=True)
    semua = [segel(isi, hasil=hasil), *(_segel_lagi(bytes(satu), hasil) for satu in lama)]
    secrets.SystemRandom().shuffle(semua)
    JawabanRekan.objects.filter(hasil=hasil).delete()
    JawabanRekan.objects.bulk_create(
        JawabanRekan(hasil_id=hasil, kuesioner_id=kuesioner, isi=satu) for satu in semua
    )


def _segel_lagi(tersegel: bytes, hasil: UUID) -> bytes:
    """Sealed anew; what no key opens stays, so that it is not lost should the key be found again."""
    isi = buka_segel(tersegel, hasil=hasil)
    return tersegel if isi is None else segel(isi, hasil=hasil)
