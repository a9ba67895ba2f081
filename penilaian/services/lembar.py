"""The sheet of an evaluation: targets, realisation, suggestions and ratings, as far as a side may see them.

Everything a page shows of the content comes from here, so that what a person must not see yet never
reaches a template: ratings before delivery are the assessor's alone, a self-assessment before it is
submitted is the employee's alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from django.db.models import Count

from inti.angka import tulis_angka
from pelaksanaan.models import Laporan
from pelaksanaan.services.realisasi import realisasi_per_indikator
from penilaian.aturan.predikat import Rating, ke_rating
from penilaian.aturan.saran import (
    HasilDinilai,
    IndikatorDinilai,
    Saran,
    saran_hasil,
    saran_perilaku,
    saran_rhk,
)
from penilaian.aturan.target import target_sampai
from penilaian.enums import StatusEvaluasi
from penilaian.models import EvaluasiPeriodik, PenilaianHasil, PenilaianIndikator, PenilaianPerilaku
from penilaian.services.baca import Sudut, sudah_dinilai
from sasaran.aturan.berakhlak import BERAKHLAK, NilaiDasar
from sasaran.aturan.capaian import Hubungan, capaian, hubungan
from sasaran.aturan.sumber import HasilSumber, dari_data
from sasaran.models import IndikatorKinerjaIndividu, RencanaHasilKerja
from sasaran.services.ekspektasi import ekspektasi_pada
from sasaran.services.sumber import hasil_sumber

TIGA_DESIMAL = Decimal("0.001")
TERBESAR = Decimal(10) ** 15
TANDA_ARAH = {"naik": "≥", "turun": "≤", "tepat": "="}


@dataclass(frozen=True)
class BarisIndikator:
    """One indicator: what was due, what came, where the number is from."""

    id: UUID
    uraian: str
    aspek: str
    arah: str
    arah_label: str
    satuan: str
    target: Decimal
    target_maks: Decimal | None
    target_setahun: Decimal
    realisasi: Decimal | None
    dari_laporan: Decimal | None
    jumlah_laporan: int
    perspektif: str = ""  # of JPT and heads of autonomous units, in words
    sumber: HasilSumber | None = None  # what the source agreed in the plan says, where there is one

    @property
    def bersumber(self) -> bool:
        """Whether the number is the source's, so that nobody types it."""
        return self.sumber is not None and self.sumber.cukup

    @property
    def teks_target(self) -> str:
        """“≥ 85 nilai”, “44–48 desa”."""
        if self.target_maks is not None:
            return f"{tulis_angka(self.target)}–{tulis_angka(self.target_maks)} {self.satuan}"
        return f"{TANDA_ARAH[self.arah]} {tulis_angka(self.target)} {self.satuan}"

    @property
    def teks_target_setahun(self) -> str:
        """The yearly target this one is a part of."""
        return f"{tulis_angka(self.target_setahun)} {self.satuan}"

    @property
    def teks_realisasi(self) -> str:
        """“41 desa”; a dash without a number."""
        return "–" if self.realisasi is None else f"{tulis_angka(self.realisasi)} {self.satuan}"

    @property
    def teks_laporan(self) -> str:
        """What the reports give, as “41 desa”."""
        return "" if self.dari_laporan is None else f"{tulis_angka(self.dari_laporan)} {self.satuan}"

    @property
    def teks_capaian(self) -> str:
        """“93,18 %”; empty without a number."""
        return "" if self.capaian is None else f"{tulis_angka(self.capaian)} %"

    @property
    def hubungan(self) -> Hubungan | None:
        """Where the realisation lies against the target; None without a number."""
        if self.realisasi is None:
            return None
        return hubungan(self.target, self.realisasi, self.arah, self.target_maks)

    @property
    def capaian(self) -> Decimal | None:
        """The achievement in percent; None without a number."""
        if self.realisasi is None:
            return None
        batas = self.target if self.target_maks is None else (self.target, self.target_maks)
        return capaian(batas, self.realisasi, self.arah)

    @property
    def diubah(self) -> bool:
        """Whether the employee wrote another number than the reports give."""
        return None not in (self.realisasi, self.dari_laporan) and self.realisasi != self.dari_laporan

    @property
    def sebagian(self) -> bool:
        """Whether only a part of the yearly target is due yet."""
        return self.target != self.target_setahun


@dataclass(frozen=True)
class BarisHasil:
    """One result with its indicators, its suggestion and its rating."""

    id: UUID
    nomor: int
    jenis: str
    jenis_label: str
    uraian: str
    indikator: tuple[BarisIndikator, ...]
    uraian_diri: str
    saran: Saran
    rating: Rating | None
    alasan: str

    @property
    def berbeda(self) -> bool:
        """Whether the rating differs from the suggestion."""
        return berbeda(self.rating, self.saran)


@dataclass(frozen=True)
class BarisPerilaku:
    """One of the seven values."""

    nilai: NilaiDasar
    uraian_diri: str
    rating: Rating | None
    catatan: str
    ekspektasi: str = ""  # what the assessor expects in particular


@dataclass(frozen=True)
class Keputusan:
    """What the assessor decides on the whole."""

    hasil: Rating | None = None
    perilaku: Rating | None = None
    alasan_hasil: str = ""
    alasan_perilaku: str = ""
    catatan: str = ""


@dataclass(frozen=True)
class Lembar:
    """The whole sheet as one side may see it."""

    tanggal: date
    hasil: tuple[BarisHasil, ...]
    perilaku: tuple[BarisPerilaku, ...]
    keputusan: Keputusan
    catatan_diri: str

    @property
    def saran_hasil(self) -> Saran:
        """What the guidance suggests for the results as a whole."""
        return saran_hasil((HasilDinilai(b.jenis, b.rating) for b in self.hasil), self.tanggal)

    @property
    def saran_perilaku(self) -> Saran:
        """What the guidance suggests for behaviour."""
        return saran_perilaku({b.nilai.kode: b.rating for b in self.perilaku}, self.tanggal)

    @property
    def indikator(self) -> tuple[BarisIndikator, ...]:
        """All indicators in order."""
        return tuple(satu for b in self.hasil for satu in b.indikator)


@dataclass(frozen=True)
class IsianPenilai:
    """What an assessor typed: per result (rating, reason), per value (rating, note), and the decision."""

    hasil: Mapping[UUID, tuple[Rating | None, str]]
    perilaku: Mapping[str, tuple[Rating | None, str]]
    keputusan: Keputusan


def berbeda(rating: Rating | None, saran: Saran) -> bool:
    """Whether a rating was set that is not the one suggested; nothing suggested cannot be differed from."""
    return rating is not None and saran.rating is not None and rating is not saran.rating


def terapkan(lembar: Lembar, isian: IsianPenilai) -> Lembar:
    """The sheet as it would be with what the assessor has typed. Pure; writes nothing."""
    hasil = tuple(
        replace(b, rating=isian.hasil[b.id][0], alasan=isian.hasil[b.id][1]) if b.id in isian.hasil else b
        for b in lembar.hasil
    )
    perilaku = tuple(
        replace(b, rating=isian.perilaku[k][0], catatan=isian.perilaku[k][1])
        if (k := b.nilai.kode) in isian.perilaku
        else b
        for b in lembar.perilaku
    )
    return replace(lembar, hasil=hasil, perilaku=perilaku, keputusan=isian.keputusan)


def susun_lembar(evaluasi: EvaluasiPeriodik, sudut: Sudut) -> Lembar:
    """The sheet of `evaluasi` from one side, in a fixed number of queries. Writes nothing."""
    return _Penyusun(evaluasi, sudut).susun()


def _rating(nilai: int | None) -> Rating | None:
    return None if nilai is None else ke_rating(nilai)


def _muat(nilai: Decimal) -> Decimal | None:
    """The number as the column holds it; one too long for it must be typed by a person."""
    return None if abs(nilai) >= TERBESAR else nilai.quantize(TIGA_DESIMAL, ROUND_HALF_UP)


class _Penyusun:
    """Reads the rows of one evaluation and puts them together."""

    def __init__(self, evaluasi: EvaluasiPeriodik, sudut: Sudut) -> None:
        self.evaluasi = evaluasi
        self.selesai = sudah_dinilai(evaluasi)
        self.buka_rating = self.selesai or sudut is Sudut.PENILAI
        self.pemilik = sudut is Sudut.PEGAWAI
        # A self-assessment counts, and is read by others, once it has been submitted.
        self.buka_diri = self.pemilik or evaluasi.diajukan_pada is not None
        self.beku = evaluasi.status != StatusEvaluasi.TERBUKA and (
            self.selesai or evaluasi.diajukan_pada is not None
        )

    def susun(self) -> Lembar:
        """Read everything, then build."""
        e = self.evaluasi
        self.isi_indikator = {b.indikator_id: b for b in PenilaianIndikator.objects.filter(evaluasi=e)}
        self.isi_hasil = {b.rhk_id: b for b in PenilaianHasil.objects.filter(evaluasi=e)}
        isi_perilaku = {b.nilai: b for b in PenilaianPerilaku.objects.filter(evaluasi=e)}
        self._baca_laporan()
        rhk = RencanaHasilKerja.objects.filter(skp_id=e.skp_id).prefetch_related("indikator")
        berlaku = [r for r in rhk.order_by("urutan", "id") if not self.selesai or r.pk in self.isi_hasil]
        self._baca_sumber(berlaku)
        # As it was when the result was delivered: what came later cannot have been rated.
        self.ekspektasi = ekspektasi_pada([e.skp_id], e.disampaikan_pada).get(e.skp_id, {})
        return Lembar(
            tanggal=e.periode.selesai,
            hasil=tuple(self._hasil(n, r) for n, r in enumerate(berlaku, start=1)),
            perilaku=tuple(self._perilaku(n, isi_perilaku.get(n.kode)) for n in BERAKHLAK),
            keputusan=self._keputusan() if self.buka_rating else Keputusan(),
            catatan_diri=e.catatan_diri if self.buka_diri else "",
        )

    def _baca_laporan(self) -> None:
        e = self.evaluasi
        dari, sampai = e.skp.mulai, e.periode.selesai
        mentah = {} if self.beku else realisasi_per_indikator(skp_ids=[e.skp_id], dari=dari, sampai=sampai)
        self.dari_laporan = {iki: _muat(nilai) for iki, nilai in mentah.items()}
        laporan = Laporan.objects.filter(skp_id=e.skp_id, tanggal__range=(dari, sampai)).order_by()
        self.jumlah = dict(laporan.values_list("indikator_id").annotate(Count("id")))

    def _baca_sumber(self, rhk: list[RencanaHasilKerja]) -> None:
        """What agreed sources say; frozen with the self-assessment. No query when no indicator has one."""
        e = self.evaluasi
        if self.beku:
            self.dari_sumber = {iki: dari_data(b.sumber) for iki, b in self.isi_indikator.items()}
            return
        semua = [iki for satu in rhk for iki in satu.indikator.all()]
        self.dari_sumber = dict(hasil_sumber(semua, e.skp.mulai, e.periode.selesai))
        for iki, hasil in self.dari_sumber.items():
            if hasil.cukup:
                self.dari_laporan[iki] = _muat(hasil.nilai)

    def _keputusan(self) -> Keputusan:
        e = self.evaluasi
        return Keputusan(
            _rating(e.rating_hasil),
            _rating(e.rating_perilaku),
            e.alasan_hasil,
            e.alasan_perilaku,
            e.catatan_penilai,
        )

    def _hasil(self, nomor: int, rhk: RencanaHasilKerja) -> BarisHasil:
        isi = self.isi_hasil.get(rhk.pk)
        indikator = tuple(
            self._indikator(satu)
            for satu in sorted(rhk.indikator.all(), key=lambda i: (i.urutan, i.pk))
            if not self.selesai or satu.pk in self.isi_indikator
        )
        return BarisHasil(
            id=rhk.pk,
            nomor=nomor,
            jenis=rhk.jenis,
            jenis_label=rhk.get_jenis_display(),
            uraian=rhk.uraian,
            indikator=indikator,
            uraian_diri=isi.uraian_diri if isi and self.buka_diri else "",
            saran=saran_rhk(IndikatorDinilai(satu.hubungan) for satu in indikator),
            rating=_rating(isi.rating) if isi and self.buka_rating else None,
            alasan=isi.alasan if isi and self.buka_rating else "",
        )

    def _indikator(self, iki: IndikatorKinerjaIndividu) -> BarisIndikator:
        isi = self.isi_indikator.get(iki.pk)
        beku = isi if isi and self.beku else None
        dari_laporan = beku.dari_laporan if beku else self.dari_laporan.get(iki.pk)
        return BarisIndikator(
            id=iki.pk,
            uraian=iki.uraian,
            aspek=iki.get_aspek_display(),
            arah=iki.arah,
            arah_label=iki.get_arah_display(),
            satuan=iki.satuan,
            target=beku.target if beku else self._sampai_periode(iki, iki.target),
            target_maks=beku.target_maks if beku else self._maks(iki),
            target_setahun=iki.target,
            realisasi=dari_laporan if self._terisi(iki) else self._realisasi(isi, dari_laporan),
            dari_laporan=dari_laporan,
            jumlah_laporan=self.jumlah.get(iki.pk, 0),
            perspektif=iki.get_perspektif_display(),
            sumber=self.dari_sumber.get(iki.pk),
        )

    def _terisi(self, iki: IndikatorKinerjaIndividu) -> bool:
        """Whether a source fills it in now, whatever a draft says."""
        sumber = self.dari_sumber.get(iki.pk)
        return not self.beku and sumber is not None and sumber.cukup

    def _realisasi(self, isi: PenilaianIndikator | None, dari_laporan: Decimal | None) -> Decimal | None:
        """What was confirmed; a draft number that merely repeated the reports follows them."""
        if isi is None or not (self.beku or self.pemilik):
            return dari_laporan
        if self.beku:
            return isi.realisasi
        tetap = isi.realisasi is not None and isi.realisasi != isi.dari_laporan
        return isi.realisasi if tetap else dari_laporan

    def _maks(self, iki: IndikatorKinerjaIndividu) -> Decimal | None:
        return None if iki.target_maks is None else self._sampai_periode(iki, iki.target_maks)

    def _sampai_periode(self, iki: IndikatorKinerjaIndividu, target: Decimal) -> Decimal:
        skp = self.evaluasi.skp
        return target_sampai(target, iki.cara_hitung, skp.mulai, skp.selesai, self.evaluasi.periode.selesai)

    def _perilaku(self, nilai: NilaiDasar, isi: PenilaianPerilaku | None) -> BarisPerilaku:
        return BarisPerilaku(
            nilai=nilai,
            uraian_diri=isi.uraian_diri if isi and self.buka_diri else "",
            rating=_rating(isi.rating) if isi and self.buka_rating else None,
            catatan=isi.catatan if isi and self.buka_rating else "",
            ekspektasi=self.ekspektasi.get(nilai.kode, ""),
        )
