"""The calibration list: the whole team of an assessor side by side, in a fixed number of queries."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from akses.pelaku import Pelaku
from inti.kueri import KueriTetap
from penilaian.aturan.predikat import Predikat, matriks_pada
from penilaian.enums import PilihanPredikat, StatusTahunan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from penilaian.models.tahunan import BELUM_DINILAI
from penilaian.services.baca import DINILAI
from sasaran.models import Periode, Siklus

PREDIKAT, STATUS = dict(PilihanPredikat.choices), dict(StatusTahunan.choices)
KOLOM = (  # what a row shows
    "status",
    "rating_hasil",
    "rating_perilaku",
    "predikat",
    "pegawai__nama",
    "pegawai__gelar_depan",
    "pegawai__gelar_belakang",
    "unit__zona",
    "unit__hari_per_pekan",
)
PALING_BANYAK = 200  # a team is looked at as a whole; the largest known has about a hundred


RINGKAS = {1: "↑", 2: "=", 3: "↓"}  # the three ratings where there is little room; words stand beside them


@dataclass(frozen=True)
class PeriodeAnggota:
    """One delivered period of a member: its short name and its label."""

    nama: str
    predikat: int

    @property
    def tanda(self) -> SafeString:
        """“TW I: Baik” as one small mark, coloured and in words."""
        return _tanda(self.nama, self.predikat, str(PREDIKAT[self.predikat]))


@lru_cache(maxsize=256)  # the same few stand in every row
def _tanda(nama: str, predikat: int, label: str) -> SafeString:
    kelas = Predikat(predikat).name.lower().replace("_", "-")
    return format_html('<span class="tanda p-{}">{} {}</span>', kelas, nama, label)


@dataclass(frozen=True)
class Anggota:
    """One of the team: his evaluation and the labels of his periods in their order."""

    evaluasi: EvaluasiTahunan
    periode: tuple[PeriodeAnggota, ...]
    dipilih: bool = False
    alamat: str = ""
    calon: Predikat | None = None  # what the draft would give

    @property
    def rating(self) -> str:
        """“= sesuai · ↑ di atas” for results and behaviour, draft or signed."""
        e = self.evaluasi
        if e.rating_hasil is None and e.rating_perilaku is None:
            return "–"
        return f"{_sebut(e.rating_hasil)} · {_sebut(e.rating_perilaku)}"

    @property
    def keadaan(self) -> str:
        """Where it stands; a complete draft says so."""
        if self.siap:
            return _("draf lengkap")
        return str(STATUS[self.evaluasi.status])

    @property
    def siap(self) -> bool:
        """Whether the draft has both ratings, so that it may be signed from the list."""
        e = self.evaluasi
        return e.status in BELUM_DINILAI and None not in (e.rating_hasil, e.rating_perilaku)

    @property
    def siap_disampaikan(self) -> bool:
        """Whether it is signed and not handed over yet."""
        return self.evaluasi.status == StatusTahunan.DITANDATANGANI


def tim(pelaku: Pelaku, siklus: Siklus | None) -> QuerySet[EvaluasiTahunan]:
    """Whom this person evaluates this year, those of late assessors below him included, by name."""
    return _tim(pelaku.pegawai_id, siklus.pk if siklus else None)


def _tim(kunci: UUID | None, siklus: int | None) -> QuerySet[EvaluasiTahunan]:
    sendiri = Q(penilai_id=kunci) & ~Q(jalur="terlambat")
    dari_bawah = Q(atasan_penilai_id=kunci, jalur="terlambat")
    semua = EvaluasiTahunan.objects.filter(sendiri | dari_bawah, siklus_id=siklus)
    return semua.order_by("pegawai__nama", "pk")


def tahun_dinilai(pelaku: Pelaku) -> list[Siklus]:
    """The years in which this person evaluates somebody, the newest first."""
    return _TAHUN_DINILAI(penilai=pelaku.pegawai_id) if pelaku.pegawai_id else []


def _tahun_dinilai(penilai: UUID) -> QuerySet[Siklus]:
    milik = EvaluasiTahunan.objects.filter(siklus=OuterRef("pk"))
    sendiri = Exists(milik.filter(penilai_id=penilai))
    dari_bawah = Exists(milik.filter(atasan_penilai_id=penilai, jalur="terlambat"))
    return Siklus.objects.filter(sendiri | dari_bawah).order_by("-tahun")


_TAHUN_DINILAI = KueriTetap(_tahun_dinilai, penilai=UUID)


def _anggota_dan_periode(penilai: UUID, siklus: int) -> QuerySet[EvaluasiTahunan]:
    periode = (
        EvaluasiPeriodik.objects.filter(
            pegawai=OuterRef("pegawai"), periode__siklus=OuterRef("siklus"), status__in=DINILAI
        )
        .order_by("periode__mulai", "periode__nomor")
        .values(isi=JSONObject(nomor="periode__nomor", jenis="periode__jenis", predikat="predikat"))
    )
    return (
        _tim(penilai, siklus)
        .select_related("pegawai", "unit")
        .only(*KOLOM)
        .annotate(periode_dinilai=ArraySubquery(periode), jabatan=F("skp__penempatan__jabatan__nama"))
    )[:PALING_BANYAK]


_ANGGOTA = KueriTetap(_anggota_dan_periode, penilai=UUID, siklus=int)


def anggota(pelaku: Pelaku, siklus: Siklus | None, dipilih: Collection[str] = ()) -> list[Anggota]:
    """The whole team with its periods: one query whatever its size. `dipilih` are keys that were ticked."""
    if siklus is None or pelaku.pegawai_id is None:
        return []
    matriks = matriks_pada(date(siklus.tahun, 12, 31))
    baris = _ANGGOTA(penilai=pelaku.pegawai_id, siklus=siklus.pk)
    pendek = _nama_periode(baris)
    dasar = reverse("penilaian:tahunan")
    return [_anggota(e, str(e.pk) in dipilih, matriks, pendek, dasar) for e in baris]


def _nama_periode(baris: Iterable[Any]) -> dict[tuple[str, int], str]:
    """The short name of every period of these rows, by kind and number: each made once."""
    ada = {(p["jenis"], p["nomor"]) for e in baris for p in e.periode_dinilai}
    return {(jenis, nomor): Periode(jenis=jenis, nomor=nomor).pendek for jenis, nomor in ada}


def _anggota(
    e: Any, dipilih: bool, matriks: Any, pendek: Mapping[tuple[str, int], str], dasar: str
) -> Anggota:
    lengkap = e.predikat is None and None not in (e.rating_hasil, e.rating_perilaku)
    calon = matriks[e.rating_hasil, e.rating_perilaku] if lengkap else None
    alamat = f"{dasar}{e.pk}/nilai/" if e.status in BELUM_DINILAI else f"{dasar}{e.pk}/"
    periode = tuple(PeriodeAnggota(pendek[p["jenis"], p["nomor"]], p["predikat"]) for p in e.periode_dinilai)
    return Anggota(e, periode, dipilih, alamat, calon)


def _sebut(rating: int | None) -> str:
    if rating is None:
        return "–"
    kata = {1: _("di atas"), 2: _("sesuai"), 3: _("di bawah")}[rating]
    return f"{RINGKAS[rating]} {kata}"


def hitung_status(semua: Iterable[Anggota]) -> Mapping[str, int]:
    """How many of the team stand in each status."""
    jumlah: dict[str, int] = {}
    for satu in semua:
        jumlah[satu.evaluasi.status] = jumlah.get(satu.evaluasi.status, 0) + 1
    return jumlah


def belum_ditandatangani(evaluasi: EvaluasiTahunan, pelaku: Pelaku) -> UUID | None:
    """The next of the team nobody has signed: after this one by name, else from the top."""
    sisa = tim(pelaku, evaluasi.siklus).belum_dinilai()
    sesudah = sisa.filter(pegawai__nama__gt=evaluasi.pegawai.nama)
    return sesudah.values_list("pk", flat=True).first() or sisa.values_list("pk", flat=True).first()


def menunggu(pelaku: Pelaku) -> Mapping[int, int]:
    """Year → how many this person still has to sign: for menus and the home page."""
    kunci = pelaku.pegawai_id
    giliran = Q(penilai_id=kunci, status="terbuka") | Q(atasan_penilai_id=kunci, status="menunggu_atasan")
    baris = EvaluasiTahunan.objects.filter(giliran).order_by()
    return dict(baris.values_list("siklus__tahun").annotate(Count("pk")))
