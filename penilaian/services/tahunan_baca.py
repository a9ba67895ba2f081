"""Fetching yearly evaluations through the permission, and what may be said about one to whom."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.kueri import KueriPelaku
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from inti.kalender import hari_ini
from inti.kueri import KueriTetap
from pegawai.enums import JenisPegawai
from penilaian.enums import JalurDokumen, StatusTahunan
from penilaian.models import EvaluasiTahunan, RiwayatTahunan
from penilaian.models.tahunan import BELUM_DINILAI
from penilaian.services.baca import Sudut
from sasaran.enums import StatusPeriode

TERKAIT = (
    "siklus",
    "pegawai",
    "penilai",
    "atasan_penilai",
    "ditandatangani_oleh",
    "unit",
    "skp__penempatan__jabatan",
)


def terlihat(pelaku: Pelaku, izin: Izin = Izin.TAHUNAN_LIHAT) -> QuerySet[EvaluasiTahunan]:
    """The yearly evaluations on which `pelaku` holds `izin`, with what their pages name."""
    return terlihat_oleh(EvaluasiTahunan.objects.select_related(*TERKAIT), pelaku, izin)


def _satu(izin: Izin) -> KueriPelaku:
    return KueriPelaku(lambda pelaku, pk: terlihat(pelaku, izin).filter(pk=pk), izin, pk=UUID)


_SATU = {izin: _satu(izin) for izin in (Izin.TAHUNAN_LIHAT, Izin.TAHUNAN_NILAI)}


def satu_terlihat(pelaku: Pelaku, pk: UUID, izin: Izin = Izin.TAHUNAN_LIHAT) -> EvaluasiTahunan | None:
    """The yearly evaluation with this key when `pelaku` may read (or rate) it: what `terlihat` gives of it."""
    return _SATU[izin].pertama(pelaku, pk=pk)


def milik(pelaku: Pelaku) -> QuerySet[EvaluasiTahunan]:
    """His own, the newest year first."""
    semua = EvaluasiTahunan.objects.select_related(*TERKAIT).filter(pegawai_id=pelaku.pegawai_id)
    return semua.order_by("-siklus__tahun", "id")


def sudut_dari(evaluasi: EvaluasiTahunan, pelaku: Pelaku) -> Sudut:
    """From which side this person looks: the signer and whoever is to sign look as the assessor does."""
    kunci = pelaku.pegawai_id
    if kunci is not None and kunci == evaluasi.pegawai_id:
        return Sudut.PEGAWAI
    return Sudut.PENILAI if kunci is not None and kunci == penanda(evaluasi) else Sudut.PEMBACA


def penanda(evaluasi: EvaluasiTahunan) -> object:
    """The key of the person who signed, or whose turn it is to sign."""
    if evaluasi.status == StatusTahunan.MENUNGGU_ATASAN:
        return evaluasi.atasan_penilai_id
    return evaluasi.ditandatangani_oleh_id or evaluasi.penilai_id


def izin_menilai(evaluasi: EvaluasiTahunan) -> Izin:
    """The permission that decides who may rate now."""
    terlambat = evaluasi.status == StatusTahunan.MENUNGGU_ATASAN or evaluasi.jalur == JalurDokumen.TERLAMBAT
    return Izin.TAHUNAN_AMBIL_ALIH if terlambat else Izin.TAHUNAN_NILAI


def belum_dinilai(evaluasi: EvaluasiTahunan) -> bool:
    """Whether nobody has signed yet."""
    return evaluasi.status in BELUM_DINILAI


def sudah_sampai(evaluasi: EvaluasiTahunan) -> bool:
    """Whether the employee has the result, so that all who may see the evaluation may see it."""
    return evaluasi.sudah_sampai


def alasan_tertutup(evaluasi: EvaluasiTahunan) -> str:
    """Why the assessor may not rate any more; empty while he may.

    The window ends with its last day in the zone of the unit (IV.A.8.b). The superior of a late assessor may
    sign after his own deadline, too: nobody else could (V.A.8). So may an assessor without a superior.
    """
    if not belum_dinilai(evaluasi):
        return _("Evaluasi ini sudah ditandatangani, sehingga isian tidak dapat diubah lagi.")
    tanpa_atasan = evaluasi.atasan_penilai_id is None
    if evaluasi.status == StatusTahunan.MENUNGGU_ATASAN or tanpa_atasan or masih_dalam_rentang(evaluasi):
        return ""
    return _("Rentang evaluasi tahunan %(tahun)s sudah lewat; evaluasi ini dilanjutkan atasan penilai.") % {
        "tahun": evaluasi.siklus
    }


def masih_dalam_rentang(evaluasi: EvaluasiTahunan) -> bool:
    """Whether the window of the yearly evaluation is open in the zone of the unit."""
    siklus = evaluasi.siklus
    hari = hari_ini(evaluasi.unit.zona, timezone.now())
    return siklus.status == StatusPeriode.TERBUKA and hari <= siklus.tutup_tahunan


def alasan_final(evaluasi: EvaluasiTahunan) -> str:
    """Why no objection follows, with the source; empty when one may (5.3 and 8.7 of the reference)."""
    if not evaluasi.final:
        return ""
    if evaluasi.jalur == JalurDokumen.TERLAMBAT:
        return _(
            "Pejabat penilai melewati rentang evaluasi, sehingga atasannya yang menetapkan dan hasilnya final "
            "(PermenPANRB 6/2022, Lampiran IV.A.11)."
        )
    if evaluasi.penilai.jenis == JenisPegawai.PEJABAT_NEGARA:
        return _("Hasil yang ditetapkan kepala daerah bersifat final (PermenPANRB 6/2022, Lampiran IV.A.12).")
    return _("Hasil ini ditetapkan sebagai final.")


def riwayat(evaluasi: EvaluasiTahunan) -> list[RiwayatTahunan]:
    """Every change with who made it, oldest first."""
    return _RIWAYAT(evaluasi=evaluasi.pk)


_RIWAYAT = KueriTetap(
    lambda evaluasi: RiwayatTahunan.objects.filter(objek=evaluasi).select_related("oleh").order_by("id"),
    evaluasi=UUID,
)


def nomor(evaluasi: EvaluasiTahunan) -> str:
    """The number a person can quote."""
    return f"ET-{evaluasi.siklus.tahun}-{evaluasi.pk.hex[:8].upper()}"
