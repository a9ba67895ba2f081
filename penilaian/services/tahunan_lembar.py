"""The whole year of one person as the one who evaluates it needs it, in a fixed number of queries.

Plans (of a mover all of them), results with the target of the plan and what came of it, behaviour, periods and
feedback, in the dataclasses in which the snapshot keeps them. Whoever calls has asked the permission.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject

from inti.kalender import hari_ini
from inti.kueri import KueriTetap
from pelaksanaan.models import BuktiDukung, Laporan, UmpanBalik
from pelaksanaan.services.realisasi import realisasi_per_indikator
from penilaian.aturan.capaian import rating_kepala
from penilaian.aturan.predikat import Rating, ke_rating
from penilaian.aturan.rekaman_tahunan import (
    DARI_INDIKATOR,
    DARI_PERIODE,
    TANPA_DASAR,
    Hasil,
    Indikator,
    Perilaku,
    Periode,
    Skp,
    Umpan,
)
from penilaian.aturan.saran import HasilDinilai, Saran, saran_hasil, saran_perilaku
from penilaian.aturan.tahunan import kebijakan_kepala, rating_rhk, rating_setahun
from penilaian.enums import PilihanCapaian
from penilaian.models import (
    CapaianOrganisasi,
    EvaluasiPeriodik,
    EvaluasiTahunan,
    PenilaianHasil,
    PenilaianIndikator,
    PenilaianPerilaku,
)
from penilaian.services.baca import DINILAI
from penilaian.services.lembar import Keputusan, berbeda
from sasaran.aturan.berakhlak import KODE_NILAI
from sasaran.aturan.capaian import hubungan
from sasaran.aturan.sumber import ke_data
from sasaran.models import SKP, EkspektasiKhusus, IndikatorKinerjaIndividu, RencanaHasilKerja
from sasaran.services.sumber import hasil_sumber


@dataclass(frozen=True)
class UnitDipimpin:
    """The label of the unit this person leads, and which rule makes it his suggestion (SE 3/2023)."""

    nilai: int
    unit: str
    rating: Rating
    sumber: str

    @property
    def sebutan(self) -> str:
        """The label in words."""
        return str(PilihanCapaian(self.nilai).label)


@dataclass(frozen=True)
class LembarTahun:
    """What a yearly evaluation is decided on."""

    tanggal: date
    skp: tuple[Skp, ...]
    hasil: tuple[Hasil, ...]
    perilaku: tuple[Perilaku, ...]
    periode: tuple[Periode, ...]
    kunci_periode: tuple[UUID, ...]
    umpan_balik: Mapping[str, int]
    unit_dipimpin: UnitDipimpin | None
    keputusan: Keputusan

    @property
    def panduan_hasil(self) -> Saran:
        """What the guidance suggests from the results; of plans before a move only those that were rated."""
        kini = self.skp[0].id if self.skp else ""
        dinilai = [h for h in self.hasil if h.rating is not None or h.skp == kini]
        return saran_hasil((HasilDinilai(h.jenis, h.rating) for h in dinilai), self.tanggal)

    @property
    def saran_hasil(self) -> Saran:
        """The suggestion for the results: of a head that of his unit's label, else that of the guidance."""
        if self.unit_dipimpin is not None:
            return Saran(self.unit_dipimpin.rating, ())
        return self.panduan_hasil

    @property
    def saran_perilaku(self) -> Saran:
        """What the guidance suggests for behaviour from what most periods gave."""
        return saran_perilaku({p.kode: p.rating for p in self.perilaku}, self.tanggal)

    @property
    def hasil_berbeda(self) -> bool:
        """Whether the rating of results differs from the suggestion, so that a reason is due."""
        return berbeda(self.keputusan.hasil, self.saran_hasil)

    @property
    def perilaku_berbeda(self) -> bool:
        """Whether the rating of behaviour differs from the suggestion."""
        return berbeda(self.keputusan.perilaku, self.saran_perilaku)


def terapkan(lembar: LembarTahun, keputusan: Keputusan) -> LembarTahun:
    """The sheet as it would be with this decision. Pure."""
    return replace(lembar, keputusan=keputusan)


def susun_tahun(evaluasi: EvaluasiTahunan) -> LembarTahun:
    """The year of the person of `evaluasi`: six queries whatever the number of plans and periods.

    One more for the head of a unit (its label), and what indicators with a source of their own take.
    """
    return _Penyusun(evaluasi).susun()


def keputusan_dari(e: EvaluasiTahunan) -> Keputusan:
    """What the assessor has decided so far, as the row keeps it."""
    return Keputusan(
        _rating(e.rating_hasil), _rating(e.rating_perilaku), e.alasan_hasil, e.alasan_perilaku, e.catatan
    )


def _rating(nilai: int | None) -> Rating | None:
    return None if nilai is None else ke_rating(nilai)


def _banyak(model: Any, lewat: str, hitung: str) -> Coalesce:
    sama = model.objects.filter(**{lewat: OuterRef("pk")}).order_by()
    isi = sama.values(lewat).annotate(n=Count(hitung)).values("n")
    return Coalesce(Subquery(isi, output_field=IntegerField()), 0)


def _json(model: Any, *kolom: str) -> ArraySubquery:
    baris = model.objects.filter(evaluasi=OuterRef("pk")).order_by()
    return ArraySubquery(baris.values(isi=JSONObject(**{k: k for k in kolom})))


def _kueri_skp(pegawai: UUID, siklus: int, skp: UUID) -> QuerySet[SKP]:
    disetujui = Q(disetujui_pada__isnull=False) | Q(pk=skp)
    semua = SKP.objects.filter(disetujui, pegawai_id=pegawai, siklus_id=siklus)
    ekspektasi = EkspektasiKhusus.objects.filter(skp=OuterRef("pk")).berlaku()
    isi = ArraySubquery(ekspektasi.values(butir=JSONObject(nilai="nilai", isi="isi")))
    return semua.select_related("unit", "penempatan__jabatan", "penilai").annotate(isi_ekspektasi=isi)


_SKP = KueriTetap(_kueri_skp, pegawai=UUID, siklus=int, skp=UUID)
_RHK = KueriTetap(
    lambda skp: RencanaHasilKerja.objects.filter(skp__salah_satu=skp).annotate(
        pimpinan=F("mendukung__uraian")
    ),
    skp=list,
)
_INDIKATOR = KueriTetap(
    lambda skp: (
        IndikatorKinerjaIndividu.objects.filter(rhk__skp__salah_satu=skp)
        .annotate(
            n_laporan=_banyak(Laporan, "indikator", "pk"),
            n_bukti=_banyak(BuktiDukung, "laporan__indikator", "pk"),
        )
        .order_by("urutan", "id")
    ),
    skp=list,
)
_PERIODIK = KueriTetap(
    lambda skp: (
        EvaluasiPeriodik.objects.filter(skp__salah_satu=skp, status__in=DINILAI)
        .select_related("periode__siklus", "penilai")
        .annotate(
            isi_hasil=_json(PenilaianHasil, "rhk_id", "rating", "alasan"),
            isi_indikator=_json(PenilaianIndikator, "indikator_id", "realisasi"),
            isi_perilaku=_json(PenilaianPerilaku, "nilai", "rating"),
        )
        .order_by("periode__mulai", "periode__nomor", "skp__mulai")
    ),
    skp=list,
)
_UMPAN = KueriTetap(
    lambda skp: (
        UmpanBalik.objects.filter(skp__salah_satu=skp)
        .select_related("pemberi")
        .annotate(rhk_laporan=F("laporan__indikator__rhk_id"))
        .order_by("dibuat_pada", "id")
    ),
    skp=list,
)
_LABEL_KEPALA = KueriTetap(
    lambda kepala, siklus: (
        CapaianOrganisasi.objects.ditetapkan()
        .filter(kepala_id=kepala, siklus_id=siklus, periode=None)
        .select_related("unit")
        .order_by("unit__path")[:1]
    ),
    kepala=UUID,
    siklus=int,
)


class _Penyusun:
    """Reads the rows of one year and puts them together."""

    def __init__(self, evaluasi: EvaluasiTahunan) -> None:
        self.evaluasi = evaluasi
        tahun = evaluasi.siklus.tahun
        self.mulai, self.selesai = date(tahun, 1, 1), date(tahun, 12, 31)

    def susun(self) -> LembarTahun:
        """Read everything, then build."""
        skp = self.skp = self._skp()
        self.urut = [satu.pk for satu in skp]
        rhk = self._rhk()
        self._baca_periode()
        self._baca_angka(rhk)
        umpan = self._umpan()
        return LembarTahun(
            tanggal=self.selesai,
            skp=tuple(_ringkas(satu) for satu in skp),
            hasil=tuple(self._hasil(satu) for satu in rhk),
            perilaku=tuple(self._perilaku(kode) for kode in KODE_NILAI),
            periode=tuple(_periode(e) for e in self.periodik if e.predikat),
            kunci_periode=tuple(e.periode_id for e in self.periodik),
            umpan_balik=dict(Counter(u.sifat for u in umpan)),
            unit_dipimpin=self._unit_dipimpin(),
            keputusan=keputusan_dari(self.evaluasi),
        )

    def _skp(self) -> list[SKP]:
        """The last plan first. Of replaced ones those that had been set."""
        e = self.evaluasi
        semua = _SKP(pegawai=e.pegawai_id, siklus=e.siklus_id, skp=e.skp_id)
        return sorted(semua, key=lambda s: (s.pk != e.skp_id, -s.mulai.toordinal(), s.pk))

    def _rhk(self) -> list[Any]:
        milik = {satu.pk: satu for satu in self.skp}
        semua = _RHK(skp=self.urut)
        self.indikator: dict[UUID, list[Any]] = {r.pk: [] for r in semua}
        for iki in _INDIKATOR(skp=self.urut):
            self.indikator[iki.rhk_id].append(iki)
        for rhk in semua:
            rhk.skp = milik[rhk.skp_id]
        return sorted(semua, key=lambda r: (self.urut.index(r.skp_id), r.urutan, r.pk))

    def _baca_periode(self) -> None:
        """Delivered periodic evaluations, oldest first, with their rows as plain data."""
        self.periodik = _PERIODIK(skp=self.urut)
        self.dinilai: dict[str, Mapping[str, Any]] = {}  # RHK → its rating in the last period
        self.dipastikan: dict[str, Any] = {}  # indicator → realisation confirmed at the end of the plan
        for e in self.periodik:
            self.dinilai |= {b["rhk_id"]: b for b in e.isi_hasil if b["rating"] is not None}
            self.dipastikan = {**self.dipastikan, **{b["indikator_id"]: (e, b) for b in e.isi_indikator}}

    def _baca_angka(self, rhk: list[RencanaHasilKerja]) -> None:
        indikator = [satu for r in rhk for satu in self.indikator[r.pk]]
        self.angka: dict[UUID, Decimal | None] = dict(
            realisasi_per_indikator(skp_ids=self.urut, dari=self.mulai, sampai=self.selesai)
        )
        self.sumber = dict(hasil_sumber(indikator, self.mulai, self.selesai))
        for kunci, (e, baris) in self.dipastikan.items():
            skp = next((r.skp for r in rhk if r.skp_id == e.skp_id), None)
            if skp and e.periode.selesai >= skp.selesai and baris["realisasi"] is not None:
                self.angka[UUID(kunci)] = Decimal(str(baris["realisasi"]))
        self.angka |= {pk: isi.nilai for pk, isi in self.sumber.items() if isi.cukup}

    def _umpan(self) -> list[UmpanBalik]:
        """All feedback on the plans of the year, by what it is about."""
        umpan = _UMPAN(skp=self.urut)
        self.umpan: dict[object, list[Umpan]] = {}
        for u in umpan:
            tentang = u.nilai_perilaku or u.rhk_id or u.rhk_laporan or ""
            self.umpan.setdefault(tentang, []).append(
                Umpan(
                    u.pemberi.nama_lengkap,
                    u.sifat,
                    u.isi,
                    hari_ini(self.evaluasi.unit.zona, u.dibuat_pada).isoformat(),
                )
            )
        return umpan

    def _hasil(self, rhk: Any) -> Hasil:
        periode = self.dinilai.get(str(rhk.pk), {})
        alasan = str(periode.get("alasan") or "")
        indikator = self.indikator[rhk.pk]
        hasil = rating_rhk(
            [self._letak(i) for i in indikator],
            _rating(periode.get("rating")),
            ada_alasan=bool(alasan.strip()),
            sebagian=rhk.skp.selesai < self.selesai,
        )
        diterima = hasil.dari_indikator and bool(alasan.strip()) and periode.get("rating") in (1, 2)
        dasar = DARI_INDIKATOR if hasil.dari_indikator else DARI_PERIODE
        return Hasil(
            id=str(rhk.pk),
            skp=str(rhk.skp_id),
            nama=rhk.uraian,
            jenis=rhk.jenis,
            pimpinan=rhk.pimpinan or "",
            penugasan_dari=rhk.penugasan_dari,
            rating=None if hasil.rating is None else int(hasil.rating),
            dasar=dasar if hasil.rating is not None else TANPA_DASAR,
            alasan=alasan,
            indikator=tuple(self._indikator(i, diterima) for i in indikator),
            umpan_balik=tuple(self.umpan.get(rhk.pk, ())),
        )

    def _letak(self, iki: IndikatorKinerjaIndividu) -> Any:
        angka = self.angka.get(iki.pk)
        return None if angka is None else hubungan(iki.target, angka, iki.arah, iki.target_maks)

    def _indikator(self, iki: Any, diterima: bool) -> Indikator:
        angka, sumber = self.angka.get(iki.pk), self.sumber.get(iki.pk)
        return Indikator(
            nama=iki.uraian,
            aspek=iki.get_aspek_display(),
            target=f"{iki.target:f}",
            target_maks=None if iki.target_maks is None else f"{iki.target_maks:f}",
            realisasi=None if angka is None else f"{angka:f}",
            arah=iki.arah,
            satuan=iki.satuan,
            diterima=diterima and self._letak(iki) == "di_bawah",
            laporan=iki.n_laporan,
            perspektif=iki.get_perspektif_display(),
            bukti=iki.n_bukti,
            sumber=ke_data(sumber) if sumber else None,
        )

    def _perilaku(self, kode: str) -> Perilaku:
        menurut = [_rating(b["rating"]) for e in self.periodik for b in e.isi_perilaku if b["nilai"] == kode]
        rating = rating_setahun(menurut)
        return Perilaku(
            kode,
            None if rating is None else int(rating),
            self._ekspektasi(kode),
            tuple(self.umpan.get(kode, ())),
        )

    def _ekspektasi(self, kode: str) -> str:
        """What was expected in particular: of the last plan that says something of this value."""
        semua = (b for skp in self.skp for b in skp.isi_ekspektasi if b["nilai"] == kode)
        return next((str(b["isi"]) for b in semua if b["isi"]), "")

    def _unit_dipimpin(self) -> UnitDipimpin | None:
        """The yearly label of the unit this person leads, while the policy makes it count."""
        kebijakan = kebijakan_kepala(self.selesai)
        e = self.evaluasi
        kini = next((satu for satu in self.skp if satu.pk == e.skp_id), None)
        if kebijakan is None or kini is None or not kini.penempatan.kepala:
            return None
        label = _LABEL_KEPALA.pertama(kepala=e.pegawai_id, siklus=e.siklus_id)
        if label is None or label.predikat is None:
            return None
        return UnitDipimpin(label.predikat, label.unit.nama, rating_kepala(label.predikat), kebijakan.sumber)


def _ringkas(skp: SKP) -> Skp:
    return Skp(
        id=str(skp.pk),
        jabatan=skp.penempatan.jabatan.nama,
        unit=skp.unit.nama,
        penilai=skp.penilai.nama_lengkap if skp.penilai else "",
        mulai=skp.mulai.isoformat(),
        selesai=skp.selesai.isoformat(),
    )


def _periode(e: EvaluasiPeriodik) -> Periode:
    return Periode(
        sebutan=e.periode.sebutan_baku,
        pendek=str(e.periode.nomor),
        rating_hasil=e.rating_hasil or 0,
        rating_perilaku=e.rating_perilaku or 0,
        predikat=e.predikat or 0,
        penilai=e.penilai.nama_lengkap,
    )
