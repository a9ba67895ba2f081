"""Close a unit by a date once nobody is in the way, move who is there to another one, and open it again.

A unit is not there any more from `ditutup` on. Its rows stay: history, plans and results name it for ever.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pghistory
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Greatest

from inti.jalur import LANGKAH
from inti.tanda import N_, kalimat
from pegawai.enums import JenisPenempatan
from pegawai.models import Pegawai, Penempatan, UnitKerja
from pegawai.services.atasan import segarkan

TAMPIL = 25
SEHARI = timedelta(days=1)
MASIH = Q(selesai__isnull=True)

# What goes on at a unit beside people and units; it does not stop the closing, but should be known.
# Model → what of it still goes on from the date on.
BERJALAN: dict[str, Any] = {
    "sasaran.SKP": lambda pada: Q(selesai__gte=pada) & ~Q(status="digantikan"),
    "akses.PenugasanPeran": lambda pada: MASIH | Q(selesai__gte=pada),
    "layanan.Layanan": lambda _pada: Q(aktif=True),
}
SUDAH = N_("Unit ini sudah ditutup pada tanggal itu.")
PUNCAK = N_("Puncak susunan organisasi tidak ditutup.")
BERISI = N_("Masih ada pegawai yang ditempatkan di unit ini pada tanggal tersebut.")
BERANAK = N_("Tutup dahulu unit-unit di bawahnya.")
TERBUKA = N_("Unit ini tidak ditutup.")
DIGABUNG = N_("Unit ini sudah digabung ke unit lain; yang dibuka ialah unit itu.")
INDUK_TUTUP = N_("Unit di atasnya sudah ditutup; buka dahulu unit itu, atau pindahkan unit ini.")
TUJUAN_SENDIRI = N_("Pilih unit lain, bukan unit ini atau yang di bawahnya.")
BENTROK = N_("Penempatan berubah pada saat yang sama. Lihat lagi, lalu ulangi.")


class TutupDitolak(Exception):
    """Why not, as a sentence, and the field of the form it belongs to."""

    def __init__(self, pesan: str, bidang: str = "ditutup") -> None:
        super().__init__(pesan)
        self.bidang = bidang


@dataclass(frozen=True)
class Penghalang:
    """What is in the way of closing on a day: placements and units below; and what else goes on."""

    orang: list[Penempatan]
    banyak_orang: int
    anak: list[UnitKerja]
    banyak_anak: int
    berjalan: list[tuple[str, int]]

    @property
    def bebas(self) -> bool:
        """Whether it can be closed."""
        return not self.banyak_orang and not self.banyak_anak


def di_unit(unit: UnitKerja, pada: date) -> QuerySet[Penempatan]:
    """Placements of the unit that last to `pada` or later."""
    return Penempatan.objects.filter(MASIH | Q(selesai__gte=pada), unit=unit)


def anak_buka(unit: UnitKerja, pada: date) -> QuerySet[UnitKerja]:
    """Units below that are not closed by `pada`."""
    bawah = UnitKerja.objects.di_bawah(unit).exclude(pk=unit.pk)
    return bawah.filter(Q(ditutup__isnull=True) | Q(ditutup__gt=pada))


def penghalang(*, unit: UnitKerja, pada: date) -> Penghalang:
    """Who and what is in the way of closing `unit` on `pada`."""
    orang, anak = di_unit(unit, pada), anak_buka(unit, pada)
    return Penghalang(
        orang=list(
            orang.select_related("pegawai", "jabatan").order_by("-kepala", "pegawai__nama", "id")[:TAMPIL]
        ),
        banyak_orang=orang.count(),
        anak=list(anak[:TAMPIL]),
        banyak_anak=anak.count(),
        berjalan=[b for b in (_berjalan(label, unit, pada) for label in BERJALAN) if b[1]],
    )


def _berjalan(label: str, unit: UnitKerja, pada: date) -> tuple[str, int]:
    model = apps.get_model(label)
    jumlah = model._default_manager.filter(BERJALAN[label](pada), unit=unit).order_by().count()
    return str(model._meta.verbose_name_plural), jumlah


def periksa_tutup(*, unit: UnitKerja, pada: date) -> None:
    """Raise TutupDitolak unless the unit can be closed on `pada`."""
    if unit.depth == 1:
        raise TutupDitolak(PUNCAK)
    if pada < unit.dibuka:
        raise TutupDitolak(kalimat("Unit ini baru dibuka pada %(hari)s.", hari=f"{unit.dibuka:%d-%m-%Y}"))
    if di_unit(unit, pada).exists():
        raise TutupDitolak(BERISI)
    if anak_buka(unit, pada).exists():
        raise TutupDitolak(BERANAK)


def tutup_unit(*, unit: UnitKerja, ditutup: date, dasar: str, oleh: Pegawai | None) -> UnitKerja:
    """Close the unit from `ditutup` on, which may be a day to come. Raises TutupDitolak."""
    with _tulis("tutup unit", dasar, oleh):
        satu = UnitKerja.objects.select_for_update().get(pk=unit.pk)
        if satu.digabung_ke_id:
            raise TutupDitolak(DIGABUNG)
        if satu.ditutup == ditutup:
            raise TutupDitolak(SUDAH)
        periksa_tutup(unit=satu, pada=ditutup)
        satu.ditutup = ditutup
        satu.save(update_fields=["ditutup"])
    return satu


def buka_unit(*, unit: UnitKerja, dasar: str, oleh: Pegawai | None) -> UnitKerja:
    """Take the closing back. Raises TutupDitolak."""
    with _tulis("buka unit", dasar, oleh):
        satu = UnitKerja.objects.select_for_update().get(pk=unit.pk)
        if satu.ditutup is None:
            raise TutupDitolak(TERBUKA)
        if satu.digabung_ke_id:
            raise TutupDitolak(DIGABUNG)
        if UnitKerja.objects.filter(path=satu.path[:-LANGKAH], ditutup__isnull=False).exists():
            raise TutupDitolak(INDUK_TUTUP)
        satu.ditutup = None
        satu.save(update_fields=["ditutup"])
    return satu


def pindahkan_semua(
    *, unit: UnitKerja, tujuan: UnitKerja, mulai: date, dasar: str, oleh: Pegawai | None
) -> int:
    """Move everybody who is still there on `mulai` to `tujuan`, in the same posts, from that day on.

    Nobody leads the other unit by that. Acting duty at the unit ends the day before. Returns how many moved.
    Raises TutupDitolak.
    """
    with _tulis("pindahkan isi unit", dasar, oleh):
        unit.refresh_from_db()
        tujuan.refresh_from_db()
        _periksa_tujuan(unit, tujuan, mulai)
        masih = di_unit(unit, mulai)
        list(masih.select_for_update(of=("self",)).order_by("pk").values("pk"))
        lama = masih.filter(mulai__lt=mulai, jenis=JenisPenempatan.DEFINITIF)
        baru = [
            Penempatan(pegawai_id=p, jabatan_id=j, unit=tujuan, mulai=mulai, selesai=s, dasar=dasar)
            for p, j, s in lama.values_list("pegawai", "jabatan", "selesai")
        ]
        lama.update(selesai=mulai - SEHARI)
        Penempatan.objects.bulk_create(baru)
        tugas = masih.exclude(jenis=JenisPenempatan.DEFINITIF)
        tugas.filter(mulai__lt=mulai).update(selesai=Greatest(F("mulai"), mulai - SEHARI))
        nanti = masih.filter(mulai__gte=mulai).update(unit=tujuan, kepala=False, dasar=dasar)
    return len(baru) + nanti


def _periksa_tujuan(unit: UnitKerja, tujuan: UnitKerja, mulai: date) -> None:
    """As the tree is under its lock: another unit, there on that day, and not to be closed after it either."""
    if tujuan.path.startswith(unit.path):
        raise TutupDitolak(TUJUAN_SENDIRI, "tujuan")
    if tujuan.dibuka > mulai:
        raise TutupDitolak(N_("Unit tujuan tidak buka pada hari itu."), "tujuan")
    if tujuan.ditutup:
        raise TutupDitolak(N_("Unit tujuan sudah atau akan ditutup."), "tujuan")


@contextmanager
def _tulis(aksi: str, dasar: str, oleh: Pegawai | None) -> Iterator[None]:
    """One transaction with its reason in the history; assessors follow; a clash becomes a sentence."""
    konteks = {"aksi": aksi, "pegawai": str(oleh.pk) if oleh else None, "alasan": dasar}
    try:
        with transaction.atomic(), pghistory.context(**konteks), connection.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_xact_lock(hashtext('pegawai.pohon'))")
            yield
            segarkan()
    except IntegrityError as galat:
        raise TutupDitolak(BENTROK, "tujuan") from galat
