"""Transfers, acting duty and the end of a placement: dated rows, each refused with a sentence when it cannot be.

An old placement ends the day before the new one begins. A unit has one definitive head at a time; a Plt leads a
unit without one, a Plh stands in for one who is away for a short time; both end on a day (PP 11/2017 [K]).
Who assesses whom follows at once (`services.atasan`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pghistory
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from inti.tanda import N_, Kalimat, kalimat
from pegawai.enums import JenisPenempatan
from pegawai.models import Jabatan, Pegawai, Penempatan, UnitKerja
from pegawai.services.atasan import segarkan

SEHARI = timedelta(days=1)
BENTROK = N_("Isian ini bertentangan dengan penempatan yang baru saja berubah. Muat ulang dan periksa lagi.")


class MutasiDitolak(Exception):
    """Why it cannot be: a sentence, and the field of the form it belongs to."""

    def __init__(self, pesan: str, bidang: str = "mulai") -> None:
        super().__init__(pesan)
        self.bidang = bidang


@dataclass(frozen=True)
class Mutasi:
    """What was written: the new placement, the one that ended, and the unit that is now without a head."""

    baru: Penempatan
    lama: Penempatan | None
    tanpa_kepala: UnitKerja | None


def pindahkan(
    *,
    pegawai: Pegawai,
    unit: UnitKerja,
    jabatan: Jabatan,
    kepala: bool,
    mulai: date,
    dasar: str,
    oleh: Pegawai | None,
) -> Mutasi:
    """A new definitive placement from `mulai` on; the present one ends the day before.

    Acting duty of his in the unit he now leads ends too. Raises MutasiDitolak.
    """
    with _tulis("mutasi", dasar, oleh):
        Pegawai.objects.select_for_update().get(pk=pegawai.pk)
        sendiri = Penempatan.objects.select_for_update().filter(pegawai=pegawai)
        periksa_unit(unit, mulai, None)
        lama = _yang_berakhir(sendiri.filter(jenis=JenisPenempatan.DEFINITIF), mulai)
        if lama and (lama.unit_id, lama.jabatan_id, lama.kepala) == (unit.pk, jabatan.pk, kepala):
            raise MutasiDitolak(N_("Pegawai ini sudah menduduki jabatan itu di unit itu."), "unit")
        if kepala:
            _periksa_kepala(unit, mulai, None, pegawai)
            _akhiri_pelaksana(sendiri.filter(unit=unit, kepala=True), mulai)
        if lama:
            lama.selesai = mulai - SEHARI
            lama.save(update_fields=["selesai"])
        baru = Penempatan.objects.create(
            pegawai=pegawai, unit=unit, jabatan=jabatan, kepala=kepala, mulai=mulai, dasar=dasar
        )
    ditinggal = lama.unit if lama and lama.kepala and not _berkepala(lama.unit, mulai) else None
    return Mutasi(baru, lama, ditinggal)


def tugaskan(
    *,
    pegawai: Pegawai,
    unit: UnitKerja,
    jabatan: Jabatan,
    jenis: str,
    mulai: date,
    selesai: date | None,
    dasar: str,
    oleh: Pegawai | None,
) -> Penempatan:
    """Make somebody Plt or Plh head of a unit from `mulai` to `selesai`. Raises MutasiDitolak."""
    if selesai is None or selesai < mulai:
        raise MutasiDitolak(N_("Isi hari terakhir tugas, tidak sebelum mulainya."), "selesai")
    with _tulis(jenis, dasar, oleh):
        UnitKerja.objects.select_for_update().get(pk=unit.pk)
        periksa_unit(unit, mulai, selesai)
        sepanjang = _sepanjang(mulai, selesai)
        milik = Penempatan.objects.filter(sepanjang, pegawai=pegawai, jenis=JenisPenempatan.DEFINITIF)
        if not milik.filter(mulai__lte=mulai).exists():
            raise MutasiDitolak(N_("Pada hari itu pegawai ini tidak mempunyai jabatan definitif."))
        kepala = Penempatan.objects.filter(sepanjang, unit=unit, kepala=True)
        _periksa_pelaksana(kepala.select_related("pegawai"), pegawai, jenis)
        return Penempatan.objects.create(
            pegawai=pegawai, unit=unit, jabatan=jabatan, jenis=jenis, kepala=True, mulai=mulai,
            selesai=selesai, dasar=dasar,
        )  # fmt: skip


def akhiri(*, penempatan: Penempatan, selesai: date, dasar: str, oleh: Pegawai | None) -> Penempatan:
    """End a placement on `selesai` (its last day), earlier or later than it was written. Raises MutasiDitolak."""
    with _tulis("akhir penempatan", dasar, oleh):
        satu = Penempatan.objects.select_for_update().select_related("unit").get(pk=penempatan.pk)
        if selesai < satu.mulai:
            raise MutasiDitolak(_sejak(satu.mulai), "selesai")
        if satu.selesai and selesai > satu.selesai and satu.jenis == JenisPenempatan.DEFINITIF:
            raise MutasiDitolak(
                N_("Penempatan definitif yang sudah berakhir tidak diperpanjang di sini."), "selesai"
            )
        satu.selesai = selesai
        satu.save(update_fields=["selesai"])
        return satu


@contextmanager
def _tulis(aksi: str, dasar: str, oleh: Pegawai | None) -> Iterator[None]:
    """One transaction with its reason in the history; the relations follow; a clash becomes a sentence."""
    try:
        with (
            transaction.atomic(),
            pghistory.context(aksi=aksi, pegawai=str(oleh.pk) if oleh else None, alasan=dasar),
        ):
            yield
            segarkan()
    except IntegrityError as galat:
        raise MutasiDitolak(BENTROK) from galat


def _sejak(mulai: date) -> Kalimat:
    return kalimat("Penempatan ini baru mulai pada %(mulai)s.", mulai=f"{mulai:%d-%m-%Y}")


def _sepanjang(mulai: date, selesai: date | None) -> Q:
    """Rows that share a day with the span."""
    syarat = Q(selesai__isnull=True) | Q(selesai__gte=mulai)
    return syarat & Q(mulai__lte=selesai) if selesai else syarat


def _yang_berakhir(definitif: QuerySet[Penempatan], mulai: date) -> Penempatan | None:
    """The placement that lasts on the day before; nothing may begin later."""
    nanti = definitif.filter(mulai__gte=mulai).order_by("mulai").first()
    if nanti:
        raise MutasiDitolak(
            kalimat(
                "Sudah ada penempatan definitif mulai %(mulai)s; betulkan atau akhiri dahulu.",
                mulai=f"{nanti.mulai:%d-%m-%Y}",
            )
        )
    return definitif.filter(Q(selesai__isnull=True) | Q(selesai__gte=mulai)).select_related("unit").first()


def periksa_unit(unit: UnitKerja, mulai: date, selesai: date | None) -> None:
    """Raise MutasiDitolak unless the unit is open from `mulai` to `selesai` (None: without end)."""
    if mulai < unit.dibuka:
        raise MutasiDitolak(
            kalimat("Unit ini baru dibuka pada %(hari)s.", hari=f"{unit.dibuka:%d-%m-%Y}"), "unit"
        )
    if unit.ditutup and (selesai is None or selesai >= unit.ditutup):
        raise MutasiDitolak(
            kalimat("Unit ini ditutup pada %(hari)s.", hari=f"{unit.ditutup:%d-%m-%Y}"), "unit"
        )


def _periksa_kepala(unit: UnitKerja, mulai: date, selesai: date | None, pegawai: Pegawai) -> None:
    ada = _kepala_definitif(unit, mulai, selesai).exclude(pegawai=pegawai).select_related("pegawai").first()
    if ada:
        raise MutasiDitolak(_sudah_berkepala(ada), "kepala")


def _sudah_berkepala(ada: Penempatan) -> Kalimat:
    return kalimat(
        "Unit ini sudah dipimpin %(nama)s secara definitif; pindahkan atau akhiri dahulu penempatannya.",
        nama=str(ada.pegawai),
    )


def _kepala_definitif(unit: UnitKerja, mulai: date, selesai: date | None) -> QuerySet[Penempatan]:
    return Penempatan.objects.filter(
        _sepanjang(mulai, selesai), unit=unit, kepala=True, jenis=JenisPenempatan.DEFINITIF
    )


def _berkepala(unit: UnitKerja, pada: date) -> bool:
    return Penempatan.objects.berlaku(pada).filter(unit=unit, kepala=True).exists()


def _akhiri_pelaksana(tugas: QuerySet[Penempatan], mulai: date) -> None:
    """Acting duty ends when its holder becomes the head himself; what had not begun yet is not needed any more."""
    pelaksana = tugas.exclude(jenis=JenisPenempatan.DEFINITIF)
    if pelaksana.filter(mulai__gte=mulai).exists():
        raise MutasiDitolak(
            N_("Masih ada tugas Plt. atau Plh. di unit ini yang mulai sesudahnya; hapus dahulu.")
        )
    pelaksana.filter(selesai__gte=mulai).update(selesai=mulai - SEHARI)


def _periksa_pelaksana(kepala: QuerySet[Penempatan], pegawai: Pegawai, jenis: str) -> None:
    """A Plt where nobody is the head, a Plh where somebody is; one acting head at a time."""
    ada: list[Any] = list(kepala)
    definitif = next((p for p in ada if p.jenis == JenisPenempatan.DEFINITIF), None)
    pelaksana = next((p for p in ada if p.jenis != JenisPenempatan.DEFINITIF), None)
    if pelaksana:
        raise MutasiDitolak(
            kalimat(
                "Pada rentang itu %(nama)s sudah ditugaskan sebagai %(jenis)s di unit ini.",
                nama=str(pelaksana.pegawai),
                jenis=str(pelaksana.jenis).capitalize() + ".",
            )
        )
    if definitif and definitif.pegawai_id == pegawai.pk:
        raise MutasiDitolak(N_("Pegawai ini sendiri kepala definitif unit itu."), "unit")
    if definitif and jenis == JenisPenempatan.PLT:
        raise MutasiDitolak(_sudah_berkepala(definitif), "unit")
    if not definitif and jenis == JenisPenempatan.PLH:
        raise MutasiDitolak(N_("Unit ini tidak mempunyai kepala definitif; tunjuk Plt., bukan Plh."), "jenis")
