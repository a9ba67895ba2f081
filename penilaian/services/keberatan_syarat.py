"""Whether an objection is possible, why not, and until when: one answer for the guard and for the page."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from inti.kalender import akhir_hari, hari_ini, sisa_hari_kerja
from inti.kueri import KueriTetap
from inti.services.libur import libur_bernama
from pegawai.enums import JenisPegawai
from pegawai.models import UnitKerja
from penilaian.aturan.tenggat import Kode, Perhitungan, hitung
from penilaian.enums import JalurDokumen, StatusEvaluasi, StatusKeberatan, StatusTahunan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan, Keberatan
from penilaian.services.tenggat import Tenggat

CADANGAN = timedelta(days=75)
"""Enough calendar days after an event to hold fourteen working days and the holidays between them."""

SUMBER_FINAL = "PermenPANRB 6/2022, Lampiran Bab IV.A.11-12 dan V.A.8"

_SAMPAI_TAHUNAN = frozenset(
    {
        StatusTahunan.DISAMPAIKAN,
        StatusTahunan.DITERIMA,
        StatusTahunan.DITOLAK,
        StatusTahunan.TANPA_TANGGAPAN,
    }
)
_SAMPAI_PERIODIK = frozenset({StatusEvaluasi.DISAMPAIKAN, StatusEvaluasi.DITERIMA})


@dataclass(frozen=True)
class Jam:
    """A clock with its computation: the last moment, the words, and every day that was counted."""

    tenggat: Tenggat
    hitungan: Perhitungan


@dataclass(frozen=True)
class Kemungkinan:
    """Whether an objection may be filed now; `alasan` says why not, `sumber` by what rule, `jam` until when.

    `final` marks a result that is final by law or by decision, in contrast to a window that is over.
    """

    boleh: bool
    alasan: str = ""
    sumber: str = ""
    jam: Jam | None = None
    final: bool = False
    keberatan: Keberatan | None = None


def kemungkinan(
    evaluasi: EvaluasiTahunan | EvaluasiPeriodik, sekarang: datetime | None = None
) -> Kemungkinan:
    """What the employee may do against this evaluation at this moment. At most four queries."""
    ada = keberatan_dari(evaluasi)
    jam = jam_ajukan(evaluasi, sekarang)
    if ada is not None:
        return Kemungkinan(False, _("Keberatan sudah diajukan."), jam=jam, keberatan=ada)
    if alasan := alasan_final(evaluasi):
        return Kemungkinan(False, alasan, SUMBER_FINAL, final=True)
    if jam is None:
        return Kemungkinan(False, _("Keberatan dapat diajukan setelah hasil disampaikan kepada pegawai."))
    sumber = jam.hitungan.ketentuan.sumber
    if jam.tenggat.lewat:
        alasan = _("Batas mengajukan keberatan, %(batas)s, sudah lewat.") % {"batas": jam.tenggat.teks}
        return Kemungkinan(False, alasan, sumber, jam)
    if not _terbuka_bagi_keberatan(evaluasi):
        return Kemungkinan(False, _("Evaluasi ini sudah selesai."), sumber, jam)
    return Kemungkinan(True, "", sumber, jam)


def alasan_final(evaluasi: EvaluasiTahunan | EvaluasiPeriodik) -> str:
    """Why the result is final by law, or nobody is there to decide; empty when an objection is possible.

    PermenPANRB 6/2022, Lampiran IV.A.12 (set by the head of the region), IV.A.11 and V.A.8 (late assessor).
    """
    tahunan = evaluasi if isinstance(evaluasi, EvaluasiTahunan) else None
    if tahunan and tahunan.jalur == JalurDokumen.TERLAMBAT:
        return _(
            "Penilai melewati batas waktu sehingga atasannya yang mengevaluasi. Hasil evaluasi itu bersifat final."
        )
    if evaluasi.penilai.jenis == JenisPegawai.PEJABAT_NEGARA:
        return _("Hasil evaluasi yang ditetapkan Kepala Daerah bersifat final.")
    if tahunan and tahunan.final:
        return _("Hasil evaluasi ini bersifat final menurut ketentuan.")
    if evaluasi.atasan_penilai_id is None:
        return _(
            "Pejabat penilai tidak punya atasan di instansi ini, sehingga tidak ada yang memutus keberatan."
        )
    if evaluasi.atasan_penilai_id in {evaluasi.pegawai_id, evaluasi.penilai_id}:
        return _("Atasan pejabat penilai adalah salah satu pihak, sehingga tidak dapat memutus keberatan.")
    return ""


def keberatan_dari(evaluasi: EvaluasiTahunan | EvaluasiPeriodik) -> Keberatan | None:
    """The objection that stands against this evaluation, whatever its outcome; a withdrawn one is none."""
    return _KEBERATAN[type(evaluasi)].pertama(evaluasi=evaluasi.pk)


def _berdiri(semua: QuerySet[Keberatan]) -> QuerySet[Keberatan]:
    berdiri = semua.exclude(status=StatusKeberatan.DICABUT)
    return berdiri.select_related("pemutus", "penilai", "pegawai", "diputus_oleh")[:1]


_KEBERATAN = {
    EvaluasiTahunan: KueriTetap(
        lambda evaluasi: _berdiri(Keberatan.objects.filter(tahunan=evaluasi)), evaluasi=UUID
    ),
    EvaluasiPeriodik: KueriTetap(
        lambda evaluasi: _berdiri(Keberatan.objects.filter(periodik=evaluasi)), evaluasi=UUID
    ),
}


def jam_ajukan(evaluasi: EvaluasiTahunan | EvaluasiPeriodik, sekarang: datetime | None = None) -> Jam | None:
    """The fourteen working days from receipt, which is the electronic delivery; None before it (T15)."""
    if evaluasi.disampaikan_pada is None:
        return None
    return susun_jam(Kode.KEBERATAN, evaluasi.disampaikan_pada, evaluasi.unit, sekarang)


def jam_putus(keberatan: Keberatan, sekarang: datetime | None = None) -> Jam:
    """The seven working days from the day the objection was received (T16)."""
    return susun_jam(Kode.PUTUSAN, keberatan.diajukan_pada, keberatan.unit, sekarang)


def susun_jam(kode: Kode, kejadian: datetime, unit: UnitKerja, sekarang: datetime | None = None) -> Jam:
    """The clock of this deadline after an event, in the zone and the working week of the unit."""
    kini = sekarang or timezone.now()
    hari, mulai = hari_ini(unit.zona, kini), hari_ini(unit.zona, kejadian)
    libur = libur_bernama(min(mulai, hari), max(mulai, hari) + CADANGAN, tanpa_nama=_("hari libur"))
    hitungan = hitung(kode, mulai, libur, unit.hari_per_pekan)
    waktu = akhir_hari(hitungan.jatuh_tempo, unit.zona)
    sisa = sisa_hari_kerja(hari, hitungan.jatuh_tempo, libur, unit.hari_per_pekan)
    return Jam(Tenggat(waktu, unit.zona, sisa, kini > waktu), hitungan)


def _terbuka_bagi_keberatan(evaluasi: EvaluasiTahunan | EvaluasiPeriodik) -> bool:
    dikenal = _SAMPAI_TAHUNAN if isinstance(evaluasi, EvaluasiTahunan) else _SAMPAI_PERIODIK
    return evaluasi.status in dikenal
