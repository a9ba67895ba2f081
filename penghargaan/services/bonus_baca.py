"""What pages of the bonus show, through the permissions, and the rows of an export."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from akses.alur import tersedia
from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import boleh, boleh_umum, pelaku_dari, terlihat_oleh
from inti.workflow import Transisi
from pegawai.models import Pegawai
from penghargaan.aturan.bonus import hitung
from penghargaan.enums import AlasanTanpaBonus, StatusBonus
from penghargaan.models import BarisBonus, PerhitunganBonus
from penghargaan.models.bonus import SELESAI
from penghargaan.services.penghargaan_usulan import memutus_sebagai_ppk
from penghargaan.workflow import ALUR_BONUS
from penilaian.enums import PilihanPredikat
from sasaran.enums import StatusPeriode
from sasaran.models import Periode

POTONGAN = 2_000
NOL = "nol"  # a predikat to which the policy gives nothing
_TERKAIT = ("periode__siklus", "unit", "kebijakan", "penyusun", "pemeriksa", "penyetuju")


@dataclass(frozen=True)
class Ringkasan:
    """The sums of a run, computed from its lines: per class, per predikat, and who gets nothing and why."""

    orang: int
    penerima: int
    total: int
    per_kelas: list[tuple[int, int, int]]
    per_predikat: list[tuple[str, int, int]]
    tanpa: list[tuple[str, str, int]]

    @property
    def cocok(self) -> bool:
        """Whether every way of adding up gives the same."""
        kelas, predikat = sum(j for _k, _n, j in self.per_kelas), sum(j for _p, _n, j in self.per_predikat)
        return kelas == predikat == self.total


def perhitungan_terlihat(pelaku: Pelaku) -> QuerySet[PerhitunganBonus]:
    """Runs this person may read."""
    semua = PerhitunganBonus.objects.select_related(*_TERKAIT)
    return terlihat_oleh(semua, pelaku, Izin.BONUS_LIHAT)


def baris_milik(pelaku: Pelaku) -> QuerySet[BarisBonus]:
    """His own lines of approved runs, newest first."""
    semua = BarisBonus.objects.filter(pegawai=pelaku.pegawai_id, perhitungan__status__in=SELESAI)
    terkait = semua.select_related("perhitungan__periode__siklus")
    return terkait.order_by("-perhitungan__periode__mulai", "-perhitungan__disetujui_pada")


def baris_terlihat(pelaku: Pelaku) -> QuerySet[BarisBonus]:
    """Lines he may open: his own once approved, those of others by his role."""
    semua = terlihat_oleh(BarisBonus.objects.all(), pelaku, Izin.BONUS_LIHAT)
    boleh_baca = ~Q(pegawai=pelaku.pegawai_id) | Q(perhitungan__status__in=SELESAI)
    return semua.filter(boleh_baca).select_related(
        "perhitungan__periode__siklus", "perhitungan__kebijakan", "pegawai", "unit", "evaluasi"
    )


def baris_perhitungan(perhitungan: PerhitunganBonus, saring: str = "") -> QuerySet[BarisBonus]:
    """The lines of a run; `saring` is a reason, "ada" for those who get something, "nol" for those whose
    predikat gives nothing, or "" for all.
    """
    semua = BarisBonus.objects.filter(perhitungan=perhitungan).select_related("pegawai", "unit")
    if saring == "ada":
        return semua.filter(hak__gt=0)
    if saring == NOL:
        return semua.filter(alasan="", hak=0)
    return semua.filter(alasan=saring) if saring in AlasanTanpaBonus.values else semua


def ringkas(perhitungan: PerhitunganBonus) -> Ringkasan:
    """Add the lines up in one pass of the database."""
    semua = BarisBonus.objects.filter(perhitungan=perhitungan).order_by()
    baris = semua.values_list("kelas", "predikat", "alasan").annotate(
        n=Count("pk"), dapat=Count("pk", filter=Q(hak__gt=0)), j=Sum("jumlah")
    )
    kelas: dict[int, tuple[int, int]] = {}
    predikat: dict[int, tuple[int, int]] = {}
    tanpa: dict[str, int] = {}
    orang = penerima = total = 0
    for k, p, alasan, n, dapat, j in baris:
        orang, total, penerima = orang + n, total + j, penerima + dapat
        if n > dapat:
            tanpa[alasan or NOL] = tanpa.get(alasan or NOL, 0) + n - dapat
        if not alasan or j:
            _tambah(kelas, k or 0, n, j)
            _tambah(predikat, p or 0, n, j)
    nama = {0: "–", **{int(p): str(p.label) for p in PilihanPredikat}}
    label = {NOL: _("Predikat tanpa bonus"), **dict(AlasanTanpaBonus.choices)}
    return Ringkasan(
        orang, penerima, total,
        [(k, *kelas[k]) for k in sorted(kelas)],
        [(nama[p], *predikat[p]) for p in sorted(predikat)],
        [(a, str(label[a]), tanpa[a]) for a in label if a in tanpa],
    )  # fmt: skip


def _tambah(wadah: dict[int, tuple[int, int]], kunci: int, n: int, jumlah: int) -> None:
    banyak, lama = wadah.get(kunci, (0, 0))
    wadah[kunci] = (banyak + n, lama + jumlah)


def langkah(perhitungan: PerhitunganBonus, pegawai: Pegawai) -> list[Transisi]:
    """The moves this person may make now with this run."""
    pelaku = pelaku_dari(pegawai)
    hasil = tersedia(ALUR_BONUS, perhitungan, pegawai, lambda izin: boleh(pelaku, izin, perhitungan))
    ppk = memutus_sebagai_ppk(pelaku, perhitungan.unit)
    return [
        t
        for t in hasil
        if (t.aksi != "periksa" or perhitungan.penyusun_id != pegawai.pk)
        and (t.izin != Izin.BONUS_SETUJUI or ppk)
    ]


def periode_bonus() -> list[Periode]:
    """Closed periods without a run alive, newest first."""
    hidup = PerhitunganBonus.objects.filter(koreksi_atas__isnull=True).exclude(status=StatusBonus.BATAL)
    semua = (
        Periode.objects.filter(status=StatusPeriode.DITUTUP).select_related("siklus").order_by("-mulai", "id")
    )
    return list(semua.exclude(pk__in=hidup.values("periode")))


def sama_dengan_rinciannya(baris: BarisBonus) -> bool:
    """Whether the amount is what its own factors give: the reader can compute it again."""
    harusnya = 0 if baris.alasan else hitung(baris.dasar, baris.persen, baris.bagian)
    return baris.hak == harusnya and baris.jumlah == baris.hak - baris.sudah


def menunggu(pelaku: Pelaku) -> dict[str, int]:
    """Runs that wait for this person: drafts of others to check, checked ones to approve."""
    hasil = {}
    for nama, izin, status in (
        ("bonus_periksa", Izin.BONUS_PERIKSA, StatusBonus.DRAF),
        ("bonus_setujui", Izin.BONUS_SETUJUI, StatusBonus.DIPERIKSA),
    ):
        if boleh_umum(pelaku, izin):
            semua = PerhitunganBonus.objects.filter(status=status, dihitung_pada__isnull=False)
            hasil[nama] = terlihat_oleh(semua, pelaku, izin).exclude(penyusun=pelaku.pegawai_id).count()
    return hasil


KOLOM_DAFTAR = (
    gettext_lazy("Periode"), gettext_lazy("Unit kerja"), gettext_lazy("Koreksi"), gettext_lazy("Keadaan"),
    gettext_lazy("Kebijakan"), gettext_lazy("Batas anggaran (Rp)"), gettext_lazy("Jumlah (Rp)"),
    gettext_lazy("Penerima"), gettext_lazy("Penyusun"), gettext_lazy("Pemeriksa"), gettext_lazy("Penyetuju"),
)  # fmt: skip


def baris_daftar(semua: QuerySet[PerhitunganBonus]) -> Iterator[tuple[Any, ...]]:
    """Runs as rows of a file, each with its sum and how many get something."""
    dengan = semua.annotate(
        total=Coalesce(Sum("baris__jumlah"), 0), penerima=Count("baris", filter=Q(baris__hak__gt=0))
    )
    for p in dengan.iterator(chunk_size=POTONGAN):
        orang = (str(o) if o else "" for o in (p.penyusun, p.pemeriksa, p.penyetuju))
        koreksi = _("Ya") if p.koreksi_atas_id else _("Tidak")
        yield (
            str(p.periode), p.unit.nama, koreksi, p.get_status_display(), p.kebijakan.nama, p.anggaran,
            p.total, p.penerima, *orang,
        )  # fmt: skip


KOLOM_EKSPOR = (
    "NIP", "Nama", "Unit kerja", "Kelas jabatan", "Predikat", "Jumlah dasar (Rp)", "Persen", "Bagian predikat (%)",
    "Hak (Rp)", "Sudah disetujui (Rp)", "Jumlah (Rp)", "Alasan tidak menerima",
)  # fmt: skip


def baris_ekspor(perhitungan: PerhitunganBonus) -> Iterator[tuple[Any, ...]]:
    """The rows of the file, by unit and name, read in pieces."""
    predikat = {int(p): str(p.label) for p in PilihanPredikat}
    alasan = {k: str(v) for k, v in AlasanTanpaBonus.choices}
    semua = BarisBonus.objects.filter(perhitungan=perhitungan).order_by("unit__path", "pegawai__nama", "id")
    kolom = (
        "pegawai__nip", "pegawai__nama", "unit__nama", "kelas", "predikat", "dasar", "persen", "bagian", "hak",
        "sudah", "jumlah", "alasan",
    )  # fmt: skip
    for b in semua.values_list(*kolom).iterator(chunk_size=POTONGAN):
        yield (*b[:4], predikat.get(b[4], ""), *b[5:11], alasan.get(b[11], ""))
