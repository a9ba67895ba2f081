"""Retirement by decree: written down by HR, carried out on its day. Age alone retires nobody."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pghistory
from django.db import connection, transaction
from django.db.models import QuerySet

from inti.tanda import N_, kalimat
from pegawai.enums import JenisPensiun, KedudukanHukum
from pegawai.models import Atasan, KeputusanPensiun, Pegawai, Penempatan

SEKALI = 1000  # decrees in one transaction
TAMPIL = 25
BERHENTI = KedudukanHukum.BELUM_SK_CPNS  # this position and those after it: not in service
# Which position follows which kind of decree [K]; codes of SIASN (domain 17).
KEDUDUKAN = {
    JenisPensiun.BUP: KedudukanHukum.PENSIUN,
    JenisPensiun.PERMINTAAN: KedudukanHukum.BERHENTI_DENGAN_PENSIUN,
    JenisPensiun.UZUR: KedudukanHukum.BERHENTI_DENGAN_PENSIUN,
    JenisPensiun.PENATAAN: KedudukanHukum.BERHENTI_DENGAN_PENSIUN,
    JenisPensiun.MENINGGAL: KedudukanHukum.DIBERHENTIKAN,
}
# The last day of everything is the one before the first day of retirement.
_BERAKHIR = "selesai = greatest(b.mulai, k.tmt - 1)"
_MASIH = "k.id = ANY(%(ids)s) AND (b.selesai IS NULL OR b.selesai >= k.tmt)"
_PERINTAH = (
    f"UPDATE pegawai_penempatan b SET {_BERAKHIR} FROM pegawai_keputusanpensiun k"  # noqa: S608
    f" WHERE {_MASIH} AND b.pegawai_id = k.pegawai_id",
    f"UPDATE pegawai_atasankhusus b SET {_BERAKHIR} FROM pegawai_keputusanpensiun k"  # noqa: S608
    f" WHERE {_MASIH} AND k.pegawai_id IN (b.pegawai_id, b.penilai_id)",
    f"UPDATE pegawai_keadaanpegawai b SET {_BERAKHIR} FROM pegawai_keputusanpensiun k"  # noqa: S608
    f" WHERE {_MASIH} AND b.pegawai_id = k.pegawai_id",
    "UPDATE pegawai_pegawai p SET kedudukan_hukum = m.kode, diubah_pada = now() FROM pegawai_keputusanpensiun k"
    " JOIN unnest(%(jenis)s::text[], %(kode)s::text[]) AS m (jenis, kode) ON m.jenis = k.jenis"
    " WHERE k.id = ANY(%(ids)s) AND p.id = k.pegawai_id AND p.kedudukan_hukum < %(berhenti)s",
)
SUDAH = N_("Keputusan ini sudah dilaksanakan dan tidak diubah lagi.")
KELUAR = N_("Pegawai ini sudah tidak bertugas.")


class PensiunDitolak(Exception):
    """Why not, as a sentence, and the field of the form it belongs to."""

    def __init__(self, pesan: str, bidang: str = "tmt") -> None:
        super().__init__(pesan)
        self.bidang = bidang


@dataclass(frozen=True)
class Ditinggal:
    """Whom somebody who retires assesses today: how many, and the first of them."""

    jumlah: int
    contoh: list[Atasan]


def simpan_keputusan(
    *, pegawai: Pegawai, jenis: str, tmt: date, nomor_sk: str, tanggal_sk: date, oleh: Pegawai | None
) -> KeputusanPensiun:
    """Write the decree down, or change it until its day. Raises PensiunDitolak."""
    with transaction.atomic(), _konteks("keputusan pensiun", nomor_sk, oleh):
        orang = Pegawai.objects.select_for_update().get(pk=pegawai.pk)
        lama = KeputusanPensiun.objects.filter(pegawai=orang).first()
        if orang.kedudukan_hukum >= BERHENTI:
            raise PensiunDitolak(SUDAH if lama and lama.dilaksanakan_pada else KELUAR)
        nanti = Penempatan.objects.filter(pegawai=orang, mulai__gte=tmt).order_by("mulai").first()
        if nanti:
            raise PensiunDitolak(
                kalimat(
                    "Masih ada penempatan yang mulai %(mulai)s, sesudah pensiun; betulkan dahulu.",
                    mulai=f"{nanti.mulai:%d-%m-%Y}",
                )
            )
        isi = {"jenis": jenis, "tmt": tmt, "nomor_sk": nomor_sk, "tanggal_sk": tanggal_sk}
        # Back in service after a decree that was carried out: a new one takes its place; history keeps both.
        satu, _baru = KeputusanPensiun.objects.update_or_create(
            pegawai=orang, defaults=isi | {"dilaksanakan_pada": None}
        )
    return satu


def batalkan_keputusan(*, keputusan: KeputusanPensiun, alasan: str, oleh: Pegawai | None) -> None:
    """Take a decree back before its day. Raises PensiunDitolak."""
    with transaction.atomic(), _konteks("batal pensiun", alasan, oleh):
        satu = KeputusanPensiun.objects.select_for_update().get(pk=keputusan.pk)
        if satu.dilaksanakan_pada:
            raise PensiunDitolak(SUDAH)
        satu.delete()


def ditinggal(pegawai: Pegawai) -> Ditinggal:
    """Whom this person assesses: they get another assessor when he retires."""
    tim = (
        Atasan.objects.filter(penilai=pegawai)
        .select_related("pegawai", "unit")
        .order_by("pegawai__nama", "pk")
    )
    return Ditinggal(tim.count(), list(tim[:TAMPIL]))


def jatuh_tempo(hari: date) -> QuerySet[KeputusanPensiun]:
    """Decrees whose day has come and that were not carried out."""
    return KeputusanPensiun.objects.filter(tmt__lte=hari, dilaksanakan_pada__isnull=True)


@transaction.atomic
def laksanakan_langkah(*, hari: date) -> list[UUID]:
    """Carry out at most SEKALI decrees; returns the keys of their people. What another run holds is left to it.

    Placements, acting duty, overrides of the assessor and leave end on the day before; the position says that
    the person has left. Roles and accounts: `akses.kepegawaian`.
    """
    pilih = jatuh_tempo(hari).select_for_update(skip_locked=True).order_by("tmt", "pk")[:SEKALI]
    baris: list[Any] = list(pilih)
    if not baris:
        return []
    isian = {
        "ids": [k.pk for k in baris],
        "jenis": [str(j) for j in KEDUDUKAN],
        "kode": [str(k) for k in KEDUDUKAN.values()],
        "berhenti": str(BERHENTI),
    }
    with _konteks("pensiun", "TMT pensiun menurut keputusan", None), connection.cursor() as kursor:
        for perintah in _PERINTAH:
            kursor.execute(perintah, isian)
        kursor.execute(
            "UPDATE pegawai_keputusanpensiun SET dilaksanakan_pada = now() WHERE id = ANY(%(ids)s)", isian
        )
    return [k.pegawai_id for k in baris]


def _konteks(aksi: str, alasan: str, oleh: Pegawai | None) -> Any:
    return pghistory.context(aksi=aksi, alasan=alasan, **({"pegawai": str(oleh.pk)} if oleh else {}))
