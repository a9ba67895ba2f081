"""What the running counts become on a page: stages, predikat, and groups too small to be shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from pegawai.models import UnitKerja
from penilaian.enums import PilihanCapaian, PilihanPredikat, StatusEvaluasi, StatusTahunan

# Below this number a distribution would tell about single people [K]; the threshold of the peers' answers.
KELOMPOK_MIN = 5

# Stages of an evaluation, in the order of the bar: code → (label, statuses of a period, statuses of a year).
TAHAP: dict[str, tuple[Any, frozenset[str], frozenset[str]]] = {
    "selesai": (
        _("Sudah disampaikan"),
        frozenset({StatusEvaluasi.DISAMPAIKAN, StatusEvaluasi.DITERIMA}),
        frozenset(
            {
                StatusTahunan.DISAMPAIKAN,
                StatusTahunan.DITERIMA,
                StatusTahunan.DITOLAK,
                StatusTahunan.TANPA_TANGGAPAN,
                StatusTahunan.KEBERATAN,
                StatusTahunan.DIPUTUS,
                StatusTahunan.SELESAI,
            }
        ),
    ),
    "penilai": (
        _("Menunggu penilai"),
        frozenset({StatusEvaluasi.DIAJUKAN}),
        frozenset({StatusTahunan.TERBUKA, StatusTahunan.DITANDATANGANI}),
    ),
    "atasan": (_("Menunggu atasan penilai"), frozenset(), frozenset({StatusTahunan.MENUNGGU_ATASAN})),
    "pegawai": (_("Menunggu pegawai"), frozenset({StatusEvaluasi.TERBUKA}), frozenset()),
    "terkunci": (_("Terkunci tanpa hasil"), frozenset({StatusEvaluasi.TERKUNCI}), frozenset()),
}


def status_tahap(tahap: str, ukuran: str) -> frozenset[str]:
    """The statuses that make up a stage, of a period's or a year's evaluations; empty for an unknown one."""
    _label, periodik, tahunan = TAHAP.get(tahap, ("", frozenset(), frozenset()))
    return tahunan if ukuran == "tahunan" else periodik


_TAHAP_STATUS = {
    ukuran: {s: kode for kode in TAHAP for s in status_tahap(kode, ukuran)}
    for ukuran in ("evaluasi", "tahunan")
}


@dataclass(frozen=True)
class Kelompok:
    """The evaluations of one unit with everything below it, at one time."""

    unit: UnitKerja
    tahap: dict[str, int] = field(default_factory=dict)
    predikat: dict[int, int] = field(default_factory=dict)
    label: int | None = None  # of the organisation
    label_turunan: bool = False  # not its own: inherited, or last year's
    terlalu_kecil: bool = False

    @property
    def semua(self) -> int:
        """How many evaluations there are."""
        return sum(self.tahap.values())

    @property
    def selesai(self) -> int:
        """Those whose result the employee has."""
        return self.tahap.get("selesai", 0)

    @property
    def persen(self) -> int:
        """The share of delivered results, in whole per cent, rounded down."""
        return self.selesai * 100 // self.semua if self.semua else 0

    @property
    def nama_label(self) -> str:
        """The organisation label in words; empty without one."""
        return str(PilihanCapaian(self.label).label) if self.label else ""

    @property
    def dinilai(self) -> int:
        """How many delivered results the distribution is made of."""
        return sum(self.predikat.values())


def bentuk(unit: UnitKerja, ukuran: str, hitungan: Mapping[str, int]) -> Kelompok:
    """A group from its counts {"status:predikat": n}."""
    tahap: dict[str, int] = {}
    predikat: dict[int, int] = {}
    for rincian, n in hitungan.items():
        status, _titik, nilai = rincian.partition(":")
        kode = _TAHAP_STATUS[ukuran].get(status)
        if kode is None:
            continue
        tahap[kode] = tahap.get(kode, 0) + n
        if kode == "selesai" and nilai:
            predikat[int(nilai)] = predikat.get(int(nilai), 0) + n
    return Kelompok(unit, tahap, predikat)


def sembunyikan_kecil(baris: Iterable[Kelompok]) -> list[Kelompok]:
    """Rows of one table, those too small for a distribution marked, and with a single one the next smallest
    too: otherwise it were the total less the others."""
    semua = list(baris)
    kecil = {b.unit.pk for b in semua if 0 < b.dinilai < KELOMPOK_MIN}
    besar = sorted((b for b in semua if b.dinilai >= KELOMPOK_MIN), key=lambda b: b.dinilai)
    if len(kecil) == 1 and besar:
        kecil.add(besar[0].unit.pk)
    return [replace(b, terlalu_kecil=True) if b.unit.pk in kecil else b for b in semua]


@dataclass(frozen=True)
class Potongan:
    """A piece of a bar: which, how it is called, how many, where it begins and how wide it is (per cent)."""

    kode: str
    label: Any
    n: int
    awal: float
    lebar: float


def potong(jumlah: Mapping[Any, int], label: Mapping[Any, Any]) -> list[Potongan]:
    """The pieces of a bar in the order of `label`; nothing when there is nothing."""
    semua = sum(jumlah.values())
    hasil, awal = [], 0.0
    for kode, sebutan in label.items():
        n = jumlah.get(kode, 0)
        if n:
            lebar = n * 100 / semua
            hasil.append(Potongan(str(kode), sebutan, n, round(awal, 3), round(lebar, 3)))
            awal += lebar
    return hasil


LABEL_TAHAP = {kode: isi[0] for kode, isi in TAHAP.items()}
LABEL_PREDIKAT = {int(p): p.label for p in PilihanPredikat}
SINGKATAN_PREDIKAT = {1: "SB", 2: "B", 3: "BP", 4: "K", 5: "SK"}
