"""Results in the shapes of SIASN's web service, and what keeps a record from being sent.

Field names, codes and spellings are SIASN's own (`POST /skp22/save`, `/kinerjaperiodik/save`, `/angkakredit/save`):
1 is the best rating, “Penailan” is written so, an assessor who is no civil servant is “NON ASN”. Only complete
records of results that the employee has got are written; the others are listed with what they lack.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import chain, islice
from operator import or_
from typing import Any

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from pegawai.ekspor_siasn import NOMOR_GOLONGAN
from pegawai.enums import JenisJabatan, JenisPegawai
from pegawai.models import Pegawai, Penempatan, UnitKerja
from penghargaan.enums_tindak_lanjut import JenisKredit
from penghargaan.models import AngkaKredit
from penilaian.aturan.siasn import KOEFISIEN, PERIODIK
from penilaian.enums import StatusEvaluasi
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from penilaian.models.tahunan import BELUM_SAMPAI
from sasaran.models import Periode, Siklus

SEKALI = 2_000
_BUKAN_ASN = Q(penilai__jenis=JenisPegawai.PEJABAT_NEGARA)


@dataclass(frozen=True)
class Kurang:
    """Something a record lacks: when, in words, and where it is mended (whose page, or the evaluation's)."""

    kode: str
    bila: Q
    kalimat: Any
    di: str  # "pegawai", "penilai", "impor", "evaluasi" or "riwayat"


@dataclass(frozen=True)
class Kiriman:
    """The records of one kind, year or period and scope."""

    semua: "QuerySet[Any]"
    syarat: tuple[Kurang, ...]
    tulis: Callable[[dict[str, Any]], dict[str, Any]]

    @property
    def _kurang(self) -> Q:
        return reduce(or_, (k.bila for k in self.syarat))

    def siap(self) -> "QuerySet[Any]":
        """The complete ones."""
        lengkap = Case(When(self._kurang, then=Value(False)), default=Value(True))
        return self.semua.annotate(lengkap=lengkap).filter(lengkap=True)

    def kurang(self) -> "QuerySet[Any]":
        """Those that lack something."""
        return self.semua.filter(self._kurang)

    def banyak_siap(self) -> int:
        """How many are complete."""
        return self.siap().count()

    def banyak_kurang(self) -> int:
        """How many lack something."""
        return self.kurang().count()

    def catatan(self) -> Iterator[dict[str, Any]]:
        """The complete records as SIASN takes them, one after the other."""
        for baris in self.siap().iterator(chunk_size=SEKALI):
            yield self.tulis(baris)

    def daftar_kurang(self, maks: int | None = None) -> Iterator[dict[str, Any]]:
        """Who lacks what, and where to mend it; in the order of the names."""
        tanda = {
            f"kurang_{k.kode}": Case(When(k.bila, then=Value(True)), default=Value(False))
            for k in self.syarat
        }
        semua = self.kurang().annotate(**tanda).order_by("orang_nama", "id")
        for baris in (semua[:maks] if maks else semua).iterator(chunk_size=SEKALI):
            ada = [k for k in self.syarat if baris[f"kurang_{k.kode}"]]
            yield baris | {"kekurangan": ada}


@dataclass(frozen=True)
class Gabungan:
    """Records from several places as one kind: those of Kinerja, then those from before."""

    bagian: tuple[Kiriman, ...]

    def banyak_siap(self) -> int:
        """How many are complete."""
        return sum(satu.banyak_siap() for satu in self.bagian)

    def banyak_kurang(self) -> int:
        """How many lack something."""
        return sum(satu.banyak_kurang() for satu in self.bagian)

    def catatan(self) -> Iterator[dict[str, Any]]:
        """The complete records as SIASN takes them."""
        return chain.from_iterable(satu.catatan() for satu in self.bagian)

    def daftar_kurang(self, maks: int | None = None) -> Iterator[dict[str, Any]]:
        """Who lacks what, and where to mend it."""
        return islice(chain.from_iterable(satu.daftar_kurang(maks) for satu in self.bagian), maks)


def _penempatan(orang: str, pada: Any, bidang: str) -> Subquery:
    """What the definitive placement on the last day says."""
    berlaku = Penempatan.objects.filter(pegawai=OuterRef(orang), jenis="definitif").berlaku(pada)
    return Subquery(berlaku.values(bidang)[:1])


def _baris_hasil(qs: "QuerySet[Any]", pada: date) -> "QuerySet[Any]":
    """Evaluations with everything that a record needs, as dictionaries."""
    return qs.values(
        "id",
        "pegawai_id",
        "penilai_id",
        "rating_hasil",
        "rating_perilaku",
        "predikat",
        "status",
        orang_pns=F("pegawai__pns_id"),
        orang_nip=F("pegawai__nip"),
        orang_nama=F("pegawai__nama"),
        penilai_nip=Coalesce(F("penilai__nip"), Value("")),
        penilai_depan=F("penilai__gelar_depan"),
        penilai_polos=F("penilai__nama"),
        penilai_belakang=F("penilai__gelar_belakang"),
        penilai_jenis=F("penilai__jenis"),
        penilai_golongan=F("penilai__golongan"),
        penilai_jabatan=_penempatan("penilai", pada, "jabatan__nama"),
        penilai_unit=_penempatan("penilai", pada, "unit__nama"),
    )


def _syarat_hasil(belum: Q) -> tuple[Kurang, ...]:
    return (
        Kurang("belum", belum, _("Hasil evaluasi belum sampai kepada pegawai"), "evaluasi"),
        TANPA_PNS_ID,
        Kurang("penilai", Q(penilai__isnull=True), _("Belum ada pejabat penilai"), "pegawai"),
        Kurang(
            "golongan",
            Q(penilai__golongan="") & ~_BUKAN_ASN,
            _("Golongan pejabat penilai kosong"),
            "penilai",
        ),
        Kurang(
            "jabatan",
            Q(penilai__isnull=False, penilai_jabatan__isnull=True),
            _("Pejabat penilai tidak menjabat pada akhir masa penilaian"),
            "penilai",
        ),
    )


TANPA_PNS_ID = Kurang(
    "pns_id",
    Q(pegawai__pns_id__isnull=True) | Q(pegawai__pns_id=""),
    _("PNS ID kosong: impor pegawai ini dari ekspor SIASN"),
    "impor",
)


def _nama(baris: dict[str, Any]) -> str:
    depan = f"{baris['penilai_depan']} " if baris["penilai_depan"] else ""
    belakang = f", {baris['penilai_belakang']}" if baris["penilai_belakang"] else ""
    return f"{depan}{baris['penilai_polos']}{belakang}"


def _penilai(baris: dict[str, Any], jabatan: str) -> dict[str, Any]:
    golongan = baris["penilai_golongan"] or ""
    return {
        "statusPenilai": "NON ASN" if baris["penilai_jenis"] == JenisPegawai.PEJABAT_NEGARA else "ASN",
        "penilaiNipNrp": baris["penilai_nip"],
        "penilaiNama": _nama(baris),
        jabatan: baris["penilai_jabatan"],
        "penilaiGolongan": NOMOR_GOLONGAN.get(golongan, golongan),
        "penilaiUnorNama": baris["penilai_unit"],
    }


def tiga_kode(baris: dict[str, Any]) -> dict[str, Any]:
    """The two ratings and the label; Kinerja keeps SIASN's own codes."""
    return {
        "hasilKinerjaNilai": baris["rating_hasil"],
        "perilakuKerjaNilai": baris["rating_perilaku"],
        "kuadranKinerjaNilai": baris["predikat"],
    }


def skp22(evaluasi: "QuerySet[EvaluasiTahunan]", siklus: Siklus) -> Kiriman:
    """The yearly results of the year among these evaluations."""
    tahun = siklus.tahun
    semua = _baris_hasil(evaluasi.filter(siklus=siklus), date(tahun, 12, 31)).order_by("orang_nama", "id")

    def tulis(baris: dict[str, Any]) -> dict[str, Any]:
        awal = {"id": None, "tahun": tahun, "pnsDinilaiOrang": baris["orang_pns"]}
        return awal | tiga_kode(baris) | _penilai(baris, "penilaiJabatan") | {"path": []}

    return Kiriman(semua, _syarat_hasil(Q(status__in=BELUM_SAMPAI) | Q(predikat__isnull=True)), tulis)


def kinerjaperiodik(evaluasi: "QuerySet[EvaluasiPeriodik]", periode: Periode) -> Kiriman:
    """The results of one period among these evaluations."""
    jenjang = Subquery(
        Penempatan.objects.filter(
            pegawai=OuterRef("pegawai"), jenis="definitif", jabatan__jenis=JenisJabatan.FUNGSIONAL
        )
        .berlaku(periode.selesai)
        .values("jabatan__jenjang")[:1]
    )
    semua = _baris_hasil(evaluasi.filter(periode=periode), periode.selesai).annotate(jenjang=jenjang)
    masa = {
        "tahun": periode.siklus.tahun,
        "periodikId": PERIODIK[periode.jenis],
        "bulanMulaiPenilaian": periode.mulai.month,
        "tahunMulaiPenilaian": periode.mulai.year,
        "bulanSelesaiPenilaian": periode.selesai.month,
        "tahunSelesaiPenilaian": periode.selesai.year,
    }

    def tulis(baris: dict[str, Any]) -> dict[str, Any]:
        koefisien = {"koefisienId": KOEFISIEN.get((baris["jenjang"] or "").lower(), "")}
        siapa = {"pnsDinilaiId": baris["orang_pns"]}
        return masa | siapa | tiga_kode(baris) | koefisien | _penilai(baris, "penilaiJabatanNama")

    belum = ~Q(status__in=[StatusEvaluasi.DISAMPAIKAN, StatusEvaluasi.DITERIMA]) | Q(predikat__isnull=True)
    return Kiriman(semua.order_by("orang_nama", "id"), _syarat_hasil(belum), tulis)


def angkakredit(kredit: "QuerySet[AngkaKredit]", tahun: int) -> Kiriman:
    """The parts of angka kredit of a year that were not taken back. Number and date of the decree, and SIASN's key
    of the post, are known to SIASN alone and stay empty."""
    semua = (
        kredit.filter(selesai__year=tahun, koreksi__isnull=True)
        .exclude(jenis=JenisKredit.KOREKSI)
        .values(
            "id", "pegawai_id", "jenis", "nilai", "mulai", "selesai",
            orang_pns=F("pegawai__pns_id"), orang_nip=F("pegawai__nip"), orang_nama=F("pegawai__nama"),
        )
        .order_by("orang_nama", "id")
    )  # fmt: skip
    return Kiriman(semua, (TANPA_PNS_ID,), _tulis_kredit)


def _tulis_kredit(baris: dict[str, Any]) -> dict[str, Any]:
    mulai, selesai, nilai = baris["mulai"], baris["selesai"], f"{baris['nilai']:f}"
    awal = baris["jenis"] == JenisKredit.INTEGRASI
    return {
        "id": None,
        "pnsId": baris["orang_pns"],
        "rwJabatanId": "",
        "nomorSk": "",
        "tanggalSk": "",
        "bulanMulaiPenailan": str(mulai.month) if mulai else "",
        "tahunMulaiPenailan": str(mulai.year) if mulai else "",
        "bulanSelesaiPenailan": str(selesai.month),
        "tahunSelesaiPenailan": str(selesai.year),
        "kreditUtamaBaru": nilai,
        "kreditPenunjangBaru": "0",
        "kreditBaruTotal": nilai,
        "isAngkaKreditPertama": "0",
        "isIntegrasi": "1" if awal else "0",
        "isKonversi": "1" if baris["jenis"] == JenisKredit.KONVERSI else "0",
        "path": [],
    }


# --- everything, for the caller to narrow to what its reader may send ------------------------------------


def semua_unit() -> "QuerySet[UnitKerja]":
    """Units down to what departments hold at once; deeper ones are sent with them."""
    return UnitKerja.objects.filter(depth__lte=3).order_by("path")


def semua_siklus() -> "QuerySet[Siklus]":
    """The years, the newest first."""
    return Siklus.objects.all()


def semua_periode() -> "QuerySet[Periode]":
    """The periods, the newest year first."""
    return Periode.objects.select_related("siklus").order_by("-siklus__tahun", "nomor")


def semua_pegawai() -> "QuerySet[Pegawai]":
    """Everybody whom SIASN knows by a NIP."""
    return Pegawai.objects.filter(nip__isnull=False)


def semua_tahunan() -> "QuerySet[EvaluasiTahunan]":
    """The yearly evaluations."""
    return EvaluasiTahunan.objects.all()


def semua_periodik() -> "QuerySet[EvaluasiPeriodik]":
    """The evaluations of periods."""
    return EvaluasiPeriodik.objects.all()


def semua_kredit() -> "QuerySet[AngkaKredit]":
    """The ledger of angka kredit."""
    return AngkaKredit.objects.all()
