"""The book of angka kredit of one person with every step explained, and the list of a unit and year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.utils import timezone

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from inti.angka import tulis_angka
from inti.tanda import Kalimat, kalimat
from pegawai.enums import JenisJabatan
from pegawai.models import Jabatan, Pegawai
from penghargaan.aturan.angka_kredit import Jenjang, jumlah, ke_jenjang, kebutuhan_pangkat, tabel_pada
from penghargaan.enums_tindak_lanjut import JenisKredit
from penghargaan.models import AngkaKredit
from sasaran.models import Siklus


@dataclass(frozen=True)
class BarisKredit:
    """A row of the book, how it was computed, and the total of its level so far."""

    baris: AngkaKredit
    hitungan: Kalimat
    jumlah: Decimal


@dataclass(frozen=True)
class Sasaran:
    """What the next rank or level asks for."""

    butuh: int
    ada: Decimal

    @property
    def kurang(self) -> Decimal:
        return max(Decimal("0.00"), self.butuh - self.ada)

    @property
    def lebih(self) -> Decimal:
        return max(Decimal("0.00"), self.ada - self.butuh)


@dataclass(frozen=True)
class Buku:
    """Everything the page of one person shows."""

    baris: list[BarisKredit]
    jenjang: Jenjang | None
    jumlah: Decimal
    pangkat: Sasaran | None
    naik_jenjang: Sasaran | None
    sumber: str


def pegawai_terlihat(pelaku: Pelaku) -> QuerySet[Pegawai]:
    """The people whose book `pelaku` may read."""
    return terlihat_oleh(
        Pegawai.objects.select_related("atasan__penempatan__jabatan", "atasan__unit"),
        pelaku,
        Izin.ANGKA_KREDIT_LIHAT,
    )


def berbuku(pelaku: Pelaku) -> bool:
    """Whether the place "Angka kredit" means anything to `pelaku`: he holds a functional post, or has rows of one.

    PermenPANRB 1/2023 gives angka kredit to holders of jabatan fungsional only.
    """
    if pelaku.pegawai_id is None:
        return False
    menjabat = Q(atasan__penempatan__jabatan__jenis=JenisJabatan.FUNGSIONAL) | Q(angka_kredit__isnull=False)
    return Pegawai.objects.filter(menjabat, pk=pelaku.pegawai_id).exists()


def baris_terlihat(pelaku: Pelaku) -> QuerySet[AngkaKredit]:
    """The rows `pelaku` may read."""
    return terlihat_oleh(
        AngkaKredit.objects.select_related("pegawai", "tahunan__siklus"), pelaku, Izin.ANGKA_KREDIT_LIHAT
    )


def buku(pegawai: Pegawai) -> Buku:
    """The whole book of `pegawai` in one query. The next level starts at 0: only rows of the present one add."""
    hari = timezone.localdate()
    semua = list(AngkaKredit.objects.filter(pegawai=pegawai).select_related("tahunan__siklus", "koreksi"))
    kini = _jenjang_kini(pegawai, semua, hari)
    baris, terkumpul = [], dict.fromkeys({b.jenjang for b in semua}, Decimal("0.00"))
    for satu in semua:
        terkumpul[satu.jenjang] = jumlah([terkumpul[satu.jenjang], satu.nilai])
        baris.append(BarisKredit(satu, hitungan(satu), terkumpul[satu.jenjang]))
    if kini is None:
        return Buku(baris, None, Decimal("0.00"), None, None, tabel_pada(hari).sumber)
    ada = terkumpul.get(kini.kode, Decimal("0.00"))
    pangkat = Sasaran(kebutuhan_pangkat(kini.kode, pegawai.golongan, hari), ada)
    naik = Sasaran(kini.naik_jenjang, ada) if kini.naik_jenjang else None
    return Buku(baris, kini, ada, pangkat, naik, tabel_pada(hari).sumber)


def hitungan(baris: AngkaKredit) -> Kalimat:
    """How a row came about, with every number: enough to compute it again."""
    match baris.jenis:
        case JenisKredit.KONVERSI:
            return kalimat(
                "%(bulan)s bulan ÷ 12 × %(persen)s%% × koefisien %(koefisien)s = %(nilai)s",
                bulan=baris.bulan,
                persen=baris.persentase,
                koefisien=tulis_angka(baris.koefisien or Decimal(0)),
                nilai=tulis_angka(baris.nilai),
            )
        case JenisKredit.KOREKSI:
            return kalimat("Menghapus pengaruh baris yang dikoreksi: %(alasan)s", alasan=baris.keterangan)
        case _:
            return kalimat("Menurut keputusan: %(dasar)s", dasar=baris.keterangan or "–")


def daftar_tahun(pelaku: Pelaku, siklus: Siklus | None) -> QuerySet[AngkaKredit]:
    """Conversions of a year in his scope that still stand."""
    return baris_terlihat(pelaku).filter(
        tahunan__siklus=siklus, jenis=JenisKredit.KONVERSI, koreksi__isnull=True
    )


def ringkas(daftar: QuerySet[AngkaKredit]) -> dict[str, Any]:
    """How many rows and how much altogether; one query."""
    return daftar.order_by().aggregate(n=Count("pk"), nilai=Sum("nilai"))


def tahun_terkonversi() -> list[Siklus]:
    """The years that have conversions, the newest first."""
    return list(Siklus.objects.filter(tahunan__angka_kredit__isnull=False).distinct().order_by("-tahun"))


KOLOM_EKSPOR = (
    "NIP", "Nama", "Jabatan", "Unit kerja", "Jenjang", "Mulai", "Selesai", "Predikat", "Bulan", "Persentase",
    "Koefisien", "Angka kredit",
)  # fmt: skip


def baris_ekspor(daftar: QuerySet[AngkaKredit]) -> Iterator[tuple[Any, ...]]:
    """The list as rows for a spreadsheet, read in pieces."""
    kolom = daftar.order_by("pegawai__nama", "pk").annotate(
        jabatan=F("pegawai__atasan__penempatan__jabatan__nama"), unit=F("pegawai__atasan__unit__nama")
    )
    for a in kolom.iterator(chunk_size=2000):
        yield (
            a.pegawai.nip, a.pegawai.nama_lengkap, a.jabatan, a.unit, a.get_jenjang_display(), a.mulai,
            a.selesai, a.get_predikat_display(), a.bulan, a.persentase, a.koefisien, a.nilai,
        )  # fmt: skip


def _jenjang_kini(pegawai: Pegawai, semua: list[AngkaKredit], hari: date) -> Jenjang | None:
    """The level of today's post; without a functional post that of the last row."""
    penempatan = getattr(getattr(pegawai, "atasan", None), "penempatan", None)
    jabatan: Jabatan | None = penempatan.jabatan if penempatan else None
    for nama in (jabatan.jenjang if jabatan else "", semua[-1].jenjang if semua else ""):
        try:
            return ke_jenjang(nama, hari)
        except ValueError:
            continue
    return None
