"""The calibration list: the whole team of an assessor side by side, in a fixed number of queries."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from akses.pelaku import Pelaku
from penilaian.aturan.predikat import Predikat, matriks_pada
from penilaian.enums import PilihanPredikat, StatusTahunan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from penilaian.models.tahunan import BELUM_DINILAI
from penilaian.services.baca import DINILAI
from sasaran.models import Periode, Siklus

PREDIKAT, STATUS = dict(PilihanPredikat.choices), dict(StatusTahunan.choices)
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
        label = PREDIKAT[self.predikat]
        kelas = Predikat(self.predikat).name.lower().replace("_", "-")
        return format_html('<span class="tanda p-{}">{} {}</span>', kelas, self.nama, label)


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
    kunci = pelaku.pegawai_id
    sendiri = Q(penilai_id=kunci) & ~Q(jalur="terlambat")
    dari_bawah = Q(atasan_penilai_id=kunci, jalur="terlambat")
    semua = EvaluasiTahunan.objects.filter(sendiri | dari_bawah, siklus=siklus)
    return semua.order_by("pegawai__nama", "pk")


def tahun_dinilai(pelaku: Pelaku) -> list[Siklus]:
    """The years in which this person evaluates somebody, the newest first."""
    kunci = pelaku.pegawai_id
    punya = Q(tahunan__penilai_id=kunci) | Q(tahunan__atasan_penilai_id=kunci, tahunan__jalur="terlambat")
    return list(Siklus.objects.filter(punya).distinct().order_by("-tahun"))


def anggota(pelaku: Pelaku, siklus: Siklus | None, dipilih: Collection[str] = ()) -> list[Anggota]:
    """The whole team with its periods: one query whatever its size. `dipilih` are keys that were ticked."""
    periode = (
        EvaluasiPeriodik.objects.filter(
            pegawai=OuterRef("pegawai"), periode__siklus=OuterRef("siklus"), status__in=DINILAI
        )
        .order_by("periode__mulai", "periode__nomor")
        .values(isi=JSONObject(nomor="periode__nomor", jenis="periode__jenis", predikat="predikat"))
    )
    semua = tim(pelaku, siklus).select_related(
        "siklus", "pegawai", "unit", "skp__penempatan__jabatan", "penilai"
    )
    berisi = semua.defer("rekaman", "alasan_hasil", "alasan_perilaku", "catatan", "tanggapan")
    baris = berisi.annotate(periode_dinilai=ArraySubquery(periode))[:PALING_BANYAK]
    return [_anggota(e, str(e.pk) in dipilih) for e in baris]


def _anggota(e: EvaluasiTahunan, dipilih: bool) -> Anggota:
    lengkap = e.predikat is None and None not in (e.rating_hasil, e.rating_perilaku)
    calon = matriks_pada(date(e.siklus.tahun, 12, 31))[e.rating_hasil, e.rating_perilaku] if lengkap else None
    nilai = e.status in BELUM_DINILAI
    dasar = f"{reverse('penilaian:tahunan')}{e.pk}/"
    periode = tuple(_periode(p) for p in e.periode_dinilai)
    return Anggota(e, periode, dipilih, f"{dasar}nilai/" if nilai else dasar, calon)


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


def _periode(isi: Mapping[str, object]) -> PeriodeAnggota:
    nama = Periode(jenis=str(isi["jenis"]), nomor=int(str(isi["nomor"]))).pendek
    return PeriodeAnggota(nama, int(str(isi["predikat"])))
