"""What happens to everything that points at a person or a unit when two records of the same are merged (ADR 26).

Found from the registry of models, so that a new model is moved along by itself. Named here is only what does not
simply move, each with its reason. Rows that are written once (a trigger refuses UPDATE) and the events of the
history stay at the trace by themselves: they say what was written then.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pghistory.models
import pgtrigger
from django.apps import apps
from django.db.models import CheckConstraint, F, ForeignKey, Model, Q
from django.utils.translation import gettext_lazy as _

from inti.tanda import N_
from pegawai.models import Pegawai, Penempatan, UnitKerja


class Cara(StrEnum):
    """What becomes of the rows behind a foreign key."""

    PINDAH = "pindah"  # point to the record that is kept
    TINGGAL = "tinggal"  # stay at the trace
    SENDIRI = "sendiri"  # another way of its own


@dataclass(frozen=True)
class Aturan:
    """How, and why where it is not simply moved; rows in `kecuali` stay although the others move."""

    cara: Cara
    sebab: Any = ""
    kecuali: Q | None = None


@dataclass(frozen=True)
class Kunci:
    """A foreign key, and its rule."""

    model: type[Model]
    bidang: Any
    aturan: Aturan

    @property
    def nama(self) -> str:
        """“app.Model.field”."""
        return f"{self.model._meta.label}.{self.bidang.name}"


@dataclass(frozen=True)
class Serentak:
    """Rows of one person that must not cover the same days: what a constraint of the database cannot say."""

    model: str
    sama: tuple[str, ...]
    hidup: Q
    tinggal: Q  # those of the double that may stay at its trace
    halangan: str


PINDAH = Aturan(Cara.PINDAH)
SEKALI = Aturan(Cara.TINGGAL, _("ditulis sekali; nama yang tertulis tetap terbaca"))
DIHITUNG = Aturan(Cara.SENDIRI, _("dihitung ulang"))
DITUTUP = Aturan(
    Cara.TINGGAL, _("salinan yang dibekukan; jejak berada di bawah unit yang dipertahankan, lingkupnya sama")
)

ATURAN: dict[type[Model], dict[str, Aturan]] = {
    Pegawai: {
        "pegawai.Atasan.pegawai": DIHITUNG,
        "pegawai.Atasan.penilai": DIHITUNG,
        "pegawai.Atasan.atasan_penilai": DIHITUNG,
        "pegawai.TanpaPenilai.pegawai": DIHITUNG,
        "pegawai.GandaPegawai.satu": Aturan(Cara.SENDIRI, _("dihapus; pasangan dihitung ulang")),
        "pegawai.GandaPegawai.dua": Aturan(Cara.SENDIRI, _("dihapus; pasangan dihitung ulang")),
        "akses.Akun.pegawai": Aturan(Cara.SENDIRI, _("ditutup")),
        "akses.JejakPenyamaran.oleh": SEKALI,
        "akses.JejakPenyamaran.pegawai": SEKALI,
        # Ledgers that are added up by person: who it is about must follow, although nothing else of them changes.
        "penghargaan.AngkaKredit.pegawai": PINDAH,
        "penghargaan.BukuPenghargaan.pegawai": PINDAH,
        "penghargaan.BarisBonus.pegawai": Aturan(
            Cara.PINDAH, _("baris tanpa bonus tetap"), Q(hak=0, sudah=0)
        ),
    },
    UnitKerja: {
        "pegawai.Atasan.unit": DIHITUNG,
        "analitik.HitunganUnit.unit": DIHITUNG,
        "pegawai.GandaUnit.satu": Aturan(Cara.SENDIRI, _("dihapus; pasangan dihitung ulang")),
        "pegawai.GandaUnit.dua": Aturan(Cara.SENDIRI, _("dihapus; pasangan dihitung ulang")),
        "sasaran.SKP.unit": Aturan(
            Cara.PINDAH, _("tahun yang sudah ditutup tetap"), Q(siklus__status="ditutup")
        ),
        "penilaian.EvaluasiPeriodik.unit": Aturan(
            Cara.PINDAH, _("periode yang sudah ditutup tetap"), Q(periode__status="ditutup")
        ),
        "penilaian.EvaluasiTahunan.unit": Aturan(
            Cara.PINDAH, _("tahun yang sudah ditutup tetap"), Q(siklus__status="ditutup")
        ),
        "penilaian.CapaianOrganisasi.unit": Aturan(
            Cara.PINDAH, _("yang sudah ditetapkan tetap"), Q(status="ditetapkan")
        ),
        "penilaian.DistribusiPenilai.unit": DITUTUP,
        "penilaian.Keberatan.unit": DITUTUP,
        "penilaian.PaketDokumen.unit": DITUTUP,
        "penghargaan.PerhitunganBonus.unit": DITUTUP,
        "penghargaan.BarisBonus.unit": DITUTUP,
        "penghargaan.KandidatPenghargaan.unit": DITUTUP,
        "penghargaan.UsulanPenghargaan.unit": DITUTUP,
        "penghargaan.RencanaPerbaikan.unit": DITUTUP,
        "penghargaan.Sanksi.unit": DITUTUP,
    },
    Penempatan: {"pegawai.Atasan.penempatan": DIHITUNG},
}

# Triggers that refuse an UPDATE by what they look up, which their definition does not show (model → names).
PENJAGA: dict[str, tuple[str, ...]] = {"penghargaan.BarisBonus": ("baris_ubah_hanya_draf",)}

# Constraint → fields: where a row of the double clashes with one of the record that is kept and these are the
# same in both, the row stays at the trace; where they differ, the merge is refused. Without a line here it is
# refused always.
SISAKAN: dict[str, tuple[str, ...]] = {
    "penempatan_satu_definitif": ("unit", "jabatan", "kepala"),
    "keadaan_satu": ("jenis",),
    "atasan_khusus_satu": ("penilai",),
    "pangkat_satu_per_tmt": ("golongan",),
    "pegawai.KeputusanPensiun.pegawai": ("tmt",),
    "riwayatskp_satu_per_tahun": ("rating_hasil", "rating_perilaku"),
    "riwayatperiodik_tidak_bertumpuk": ("bulan_mulai", "bulan_selesai", "rating_hasil", "rating_perilaku"),
    "lihat_sekali_per_jam": (),
    "paket_satu_permintaan_berjalan": (),
    "capaian_satu_per_tahun": (),
    "capaian_satu_per_periode": (),
    "masukan_unit_satu": (),
}
# Of these the row may stay only where one of the kept record lasts at least as long: what runs today must not end
# with the trace.
SELAMA = frozenset({"penempatan_satu_definitif", "atasan_khusus_satu"})

# What to do first, by the constraint that stands in the way.
CARANYA: dict[str, str] = {
    "penempatan_satu_definitif": N_(
        "Keduanya mempunyai penempatan definitif yang berbeda pada waktu yang sama. Buka halaman masing-masing, "
        "betulkan tanggalnya atau akhiri yang keliru, lalu bandingkan lagi."
    ),
    "penempatan_satu_kepala": N_(
        "Kedua unit mempunyai kepala definitif pada waktu yang sama. Pindahkan atau akhiri salah satunya dahulu."
    ),
    "keadaan_satu": N_(
        "Keduanya mempunyai cuti atau tugas belajar yang berbeda pada waktu yang sama. Betulkan salah satunya dahulu."
    ),
    "atasan_khusus_satu": N_(
        "Keduanya mempunyai penetapan penilai yang berbeda pada waktu yang sama. Akhiri salah satunya dahulu."
    ),
    "pangkat_satu_per_tmt": N_(
        "Pada TMT yang sama tercatat dua golongan yang berbeda. Betulkan riwayat pangkat salah satunya dahulu."
    ),
    "tahunan_satu_per_tahun": N_(
        "Keduanya sudah mempunyai evaluasi tahunan untuk tahun yang sama. Dua hasil tidak digabung oleh program: "
        "tetapkan mana yang berlaku, lalu nonaktifkan data yang lain tanpa menggabungnya."
    ),
    "riwayatskp_satu_per_tahun": N_(
        "Keduanya mempunyai riwayat SKP tahun yang sama dengan rating yang berbeda. Betulkan salah satunya dahulu."
    ),
    "riwayatperiodik_tidak_bertumpuk": N_(
        "Keduanya mempunyai riwayat kinerja periodik yang berbeda pada bulan yang sama. Betulkan salah satunya dahulu."
    ),
    "pegawai.KeputusanPensiun.pegawai": N_(
        "Keduanya mempunyai keputusan pensiun dengan TMT yang berbeda. Batalkan salah satunya dahulu."
    ),
    "baris_bonus_satu": N_(
        "Keduanya mempunyai baris pada perhitungan bonus yang sama. Pertahankan data yang menerima bonusnya; bila "
        "keduanya menerima, nonaktifkan data yang lain tanpa menggabungnya."
    ),
    "rencana_satu_berjalan": N_(
        "Keduanya mempunyai rencana perbaikan yang berjalan. Selesaikan salah satunya dahulu."
    ),
}
UMUM = N_("Keduanya mempunyai catatan yang sama-sama hanya boleh ada sekali. Betulkan salah satunya dahulu.")
DUA_ORANG = N_(
    "Yang satu tercatat menilai, memeriksa atau memutus tentang yang lain; itu tanda bahwa keduanya dua orang. "
    "Bila keliru, betulkan dahulu siapa penilainya."
)

SERENTAK: dict[type[Model], tuple[Serentak, ...]] = {
    Pegawai: (
        Serentak(
            "sasaran.SKP",
            ("siklus",),
            hidup=~Q(status="digantikan"),
            tinggal=Q(
                status__in=("draf", "diajukan", "dikembalikan"), evaluasi__isnull=True, tahunan__isnull=True
            ),
            halangan=N_(
                "Keduanya mempunyai SKP pada waktu yang sama. Minta pejabat penilai mengembalikan SKP yang tidak "
                "dipakai, atau pertahankan data yang SKP-nya sudah disetujui. Bila keduanya sudah dinilai, tetapkan "
                "mana yang berlaku dan nonaktifkan data yang lain tanpa menggabungnya."
            ),
        ),
    ),
    UnitKerja: (),
}


def kunci_asing(tujuan: type[Model]) -> Iterator[Kunci]:
    """Every foreign key of every table that points at `tujuan`, but for events of the history, with its rule."""
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta
        if meta.proxy or not meta.managed or issubclass(model, pghistory.models.Event):
            continue
        for bidang in meta.concrete_fields:
            if isinstance(bidang, ForeignKey) and bidang.related_model is tujuan:
                yield Kunci(model, bidang, _aturan(tujuan, model, bidang.name))


def _aturan(tujuan: type[Model], model: type[Model], bidang: str) -> Aturan:
    tertulis = ATURAN.get(tujuan, {}).get(f"{model._meta.label}.{bidang}")
    return tertulis or (SEKALI if tulis_sekali(model) else PINDAH)


def tulis_sekali(model: type[Model]) -> list[str]:
    """The triggers (`app.Model:name`) that refuse an UPDATE of rows of this model whatever it changes."""
    label = model._meta.label
    return [f"{label}:{nama}" for nama in PENJAGA.get(label, ())] + [
        f"{label}:{t.name}"
        for t in getattr(model._meta, "triggers", ())
        if isinstance(t, pgtrigger.ReadOnly)
        or (isinstance(t, pgtrigger.Protect) and "UPDATE" in str(t.operation) and t.condition is None)
    ]


def wajib_beda(model: type[Model], tujuan: type[Model]) -> set[tuple[str, str]]:
    """Pairs of keys to `tujuan` that a constraint of `model` forbids to be the same."""
    hasil: set[tuple[str, str]] = set()
    for satu in model._meta.constraints:
        if isinstance(satu, CheckConstraint):
            hasil |= set(_beda(model, tujuan, satu.condition, False))
    return hasil


def _beda(model: type[Model], tujuan: type[Model], syarat: Any, ingkar: bool) -> Iterator[tuple[str, str]]:
    ingkar ^= syarat.negated
    for anak in syarat.children:
        if isinstance(anak, Q):
            yield from _beda(model, tujuan, anak, ingkar)
        elif ingkar and isinstance(anak[1], F) and "__" not in anak[0]:
            a, b = model._meta.get_field(anak[0]), model._meta.get_field(anak[1].name)
            if a.related_model is tujuan and b.related_model is tujuan:
                yield anak[0], anak[1].name
