"""Everything the page of one objection shows: steps with their clocks, both sides, the snapshot, the decision."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from penilaian.enums import PilihanRating, StatusKeberatan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan, Keberatan
from penilaian.services.keberatan_syarat import Jam, jam_ajukan, jam_putus
from penilaian.services.rekaman import rekaman

# The word in an address, its model, and what its page needs.
JENIS: dict[str, tuple[type[Model], tuple[str, ...]]] = {
    "tahunan": (EvaluasiTahunan, ("siklus", "pegawai", "penilai", "atasan_penilai", "unit", "skp")),
    "periodik": (EvaluasiPeriodik, ("periode__siklus", "pegawai", "penilai", "atasan_penilai", "unit")),
}
SELESAI, KINI, NANTI = "selesai", "kini", ""

_IZIN_LIHAT: dict[type[Model], Izin] = {
    EvaluasiTahunan: Izin.TAHUNAN_LIHAT,
    EvaluasiPeriodik: Izin.EVALUASI_LIHAT,
}


def evaluasi_terlihat(pelaku: Pelaku, jenis: str) -> QuerySet[Any] | None:
    """The evaluations of a kind ("periodik", "tahunan") this person may read; None for another kind."""
    if jenis not in JENIS:
        return None
    model, terkait = JENIS[jenis]
    return terlihat_oleh(model._default_manager.select_related(*terkait), pelaku, _IZIN_LIHAT[model])


@dataclass(frozen=True)
class Tahap:
    """One step of the way, as the component shows it."""

    judul: str
    keterangan: str
    keadaan: str


@dataclass(frozen=True)
class BarisRekaman:
    """One result as it was rated, from the snapshot."""

    nama: str
    rating: str
    alasan: str


def susun_rinci(keberatan: Keberatan) -> dict[str, Any]:
    """The context of the page, without what depends on the reader."""
    evaluasi = keberatan.evaluasi
    putus = jam_putus(keberatan)
    return {
        "keberatan": keberatan,
        "evaluasi": evaluasi,
        "sebutan": evaluasi.siklus if isinstance(evaluasi, EvaluasiTahunan) else evaluasi.periode,
        "tahap": tahapan(keberatan, putus),
        "jam_ajukan": jam_ajukan(evaluasi),
        "jam_putus": putus,
        "rekaman": baris_rekaman(evaluasi),
        "keterangan": list(keberatan.keterangan.select_related("oleh")),
        "bukti": list(keberatan.bukti.select_related("diunggah_oleh")),
        "riwayat": list(keberatan.riwayat.select_related("oleh").order_by("id")),
        "alamat_hasil": alamat_hasil(evaluasi),
        "alamat_mengapa": alamat_mengapa(evaluasi),
    }


def tahapan(keberatan: Keberatan, putus: Jam) -> list[Tahap]:
    """Filed, explained, decided: what is behind, what is now, what is still to come."""
    k, dicabut = keberatan, keberatan.status == StatusKeberatan.DICABUT
    tahap = [Tahap(_("Diajukan"), _hari(k.diajukan_pada), SELESAI)]
    if k.dijelaskan_pada:
        tahap.append(Tahap(_("Penjelasan penilai"), _hari(k.dijelaskan_pada), SELESAI))
    elif k.berjalan:
        tahap.append(Tahap(_("Penjelasan penilai"), k.penilai.nama_lengkap, KINI))
    if dicabut:
        tahap.append(Tahap(_("Dicabut"), _hari(k.dicabut_pada), SELESAI))
    elif k.diputus_pada:
        tahap.append(Tahap(_("Keputusan"), _hari(k.diputus_pada), SELESAI))
        tahap.append(Tahap(_("Final"), StatusKeberatan(k.status).label, SELESAI))
    else:
        batas = _("%(nama)s, paling lambat %(batas)s") % {
            "nama": k.pemutus.nama_lengkap,
            "batas": date_format(k.batas_putus, "j F Y"),
        }
        tahap.append(Tahap(_("Keputusan atasan penilai"), batas, KINI if k.dijelaskan_pada else NANTI))
    return tahap


def baris_rekaman(evaluasi: EvaluasiTahunan | EvaluasiPeriodik) -> list[BarisRekaman]:
    """The rated results of the snapshot the evaluation was decided on; empty when none was kept."""
    if isinstance(evaluasi, EvaluasiTahunan):
        hasil = (evaluasi.rekaman or {}).get("hasil", [])
    else:
        hasil = rekaman(evaluasi)["rhk"]
    return [BarisRekaman(b["nama"], _rating(b.get("rating")), b.get("alasan", "")) for b in hasil]


def alamat_hasil(evaluasi: EvaluasiTahunan | EvaluasiPeriodik) -> str:
    """The page of the evaluation itself."""
    nama = "tahunan-hasil" if isinstance(evaluasi, EvaluasiTahunan) else "hasil"
    return reverse(f"penilaian:{nama}", args=[evaluasi.pk])


def alamat_mengapa(evaluasi: EvaluasiTahunan | EvaluasiPeriodik) -> str:
    """The page that explains its label."""
    nama = "tahunan-mengapa" if isinstance(evaluasi, EvaluasiTahunan) else "mengapa"
    return reverse(f"penilaian:{nama}", args=[evaluasi.pk])


def _hari(waktu: Any) -> str:
    return date_format(localtime(waktu), "j F Y")


def _rating(nilai: int | None) -> str:
    return "–" if nilai is None else str(PilihanRating(nilai).label)
