"""Holidays in the database: import of a decree, and the days off of a span of time."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import structlog
from django.db import transaction

from inti.kalender import libur_dasar
from inti.kueri import KueriTetap
from inti.libur_csv import BarisLibur, baca_libur_csv
from inti.models import HariLibur, JenisLibur
from inti.tanda import kalimat

catatan = structlog.get_logger(__name__)

JENIS_KEPUTUSAN = (JenisLibur.LIBUR_NASIONAL, JenisLibur.CUTI_BERSAMA)
"""Kinds fixed by the yearly joint decree; a year that has them is known, whatever else it has."""


@dataclass(frozen=True, slots=True)
class HasilImporLibur:
    """How many days off the import added, changed, and found as they were."""

    baru: int
    berubah: int
    tetap: int


def impor_libur(*, berkas: Path | str, oleh: object | None = None) -> HasilImporLibur:
    """Put the holidays of a CSV file into the database, all or none, and return what happened.

    A day with the same date and name is brought up to date; importing twice changes nothing; nothing is
    removed. `oleh` is who did it (None: from the command line). Raises BerkasLiburSalah, a ValueError
    with every problem of the file, before anything is written.
    """
    baris = baca_libur_csv(berkas)
    with transaction.atomic():
        hasil = _simpan(baris)
    catatan.info("libur_diimpor", berkas=str(berkas), oleh=str(oleh) if oleh else None, baru=hasil.baru)
    return hasil


_TERSIMPAN = KueriTetap(
    lambda dari, sampai: HariLibur.objects.filter(tanggal__range=(dari, sampai)).values_list(
        "tanggal", "jenis"
    ),
    dari=date,
    sampai=date,
)


def set_libur(dari: date, sampai: date) -> frozenset[date]:
    """Return the days off of every year from that of `dari` to that of `sampai`, in one query.

    A year without a national holiday or cuti bersama in the database gets those of the `holidays`
    package. Give a `sampai` late enough for the deadline that is looked for. Raises ValueError when
    `sampai` is before `dari` or the years are outside the calendar.
    """
    if sampai < dari:
        raise ValueError(
            kalimat(
                "Tanggal akhir %(akhir)s tidak boleh sebelum tanggal awal %(awal)s.",
                akhir=f"{sampai:%d-%m-%Y}",
                awal=f"{dari:%d-%m-%Y}",
            )
        )
    tersimpan = _TERSIMPAN(dari=date(dari.year, 1, 1), sampai=date(sampai.year, 12, 31))
    dikenal = {tanggal.year for tanggal, jenis in tersimpan if jenis in JENIS_KEPUTUSAN}
    tanggal_libur = {tanggal for tanggal, _ in tersimpan}
    for tahun in range(dari.year, sampai.year + 1):
        if tahun not in dikenal:
            tanggal_libur.update(libur_dasar(tahun))
    return frozenset(tanggal_libur)


_BERNAMA = KueriTetap(
    lambda dari, sampai: (
        HariLibur.objects.filter(tanggal__range=(dari, sampai))
        .order_by("tanggal", "id")
        .values_list("tanggal", "jenis", "nama")
    ),
    dari=date,
    sampai=date,
)


def libur_bernama(dari: date, sampai: date, tanpa_nama: str = "") -> dict[date, str]:
    """`set_libur` with the name of each day, for pages that show how a deadline was counted; one query.

    `tanpa_nama`, when given, is what a day is called that no decree names.
    """
    baris = _BERNAMA(dari=date(dari.year, 1, 1), sampai=date(sampai.year, 12, 31))
    dikenal = {tanggal.year for tanggal, jenis, _nama in baris if jenis in JENIS_KEPUTUSAN}
    nama: dict[date, str] = {}
    for tahun in range(dari.year, sampai.year + 1):
        if tahun not in dikenal:
            dasar = libur_dasar(tahun)
            nama |= dict.fromkeys(dasar, tanpa_nama) if tanpa_nama else dasar
    return nama | {tanggal: sebutan for tanggal, _jenis, sebutan in baris}


def _simpan(baris: tuple[BarisLibur, ...]) -> HasilImporLibur:
    lama = {
        (satu.tanggal, satu.nama): (satu.jenis, satu.sumber)
        for satu in HariLibur.objects.filter(tanggal__in={satu.tanggal for satu in baris})
    }
    tulis = [satu for satu in baris if lama.get((satu.tanggal, satu.nama)) != (satu.jenis, satu.sumber)]
    HariLibur.objects.bulk_create(
        [
            HariLibur(tanggal=satu.tanggal, jenis=satu.jenis, nama=satu.nama, sumber=satu.sumber)
            for satu in tulis
        ],
        update_conflicts=True,
        unique_fields=["tanggal", "nama"],
        update_fields=["jenis", "sumber"],
    )
    berubah = sum((satu.tanggal, satu.nama) in lama for satu in tulis)
    return HasilImporLibur(len(tulis) - berubah, berubah, len(baris) - len(tulis))
