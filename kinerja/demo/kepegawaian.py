"""What HR has on its desk: a likely double, leave, and decrees of retirement that wait for their day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from pegawai.enums import JenisKeadaan, JenisPegawai
from pegawai.models import KeadaanPegawai, KeputusanPensiun, Pegawai
from pegawai.services.ganda import cari_ganda
from pegawai.services.pensiun import akan_pensiun

NIK = "7299014107850003"  # of a regency that does not exist
SK = 3  # decrees that were written down already
CUTI = (
    (JenisKeadaan.CUTI_MELAHIRKAN, "P", 20, 70),
    (JenisKeadaan.CUTI_BESAR, "L", 10, 50),
    (JenisKeadaan.CUTI_SAKIT, "L", 5, 9),
)


def isi_kepegawaian(hari_ini: date, tokoh: Iterable[Any]) -> None:
    """Of people who are not among the cast, always the same for the same data."""
    biasa = (
        Pegawai.objects.filter(jenis=JenisPegawai.PNS, kedudukan_hukum="01", atasan__penempatan__kepala=False)
        .exclude(pk__in=list(tokoh))
        .order_by("-nip")
    )
    _cuti(biasa, hari_ini)
    _pensiun(biasa, hari_ini)
    dua = list(biasa.values_list("pk", flat=True)[6:8])
    Pegawai.objects.filter(pk__in=dua).update(nik=NIK)  # the clerk copied that of the row above
    cari_ganda()


def _cuti(biasa: Any, hari_ini: date) -> None:
    dipakai: list[Any] = []
    for jenis, kelamin, lalu, lagi in CUTI:
        siapa = biasa.filter(jenis_kelamin=kelamin).exclude(pk__in=dipakai).first()
        if siapa is None:
            continue
        dipakai.append(siapa.pk)
        KeadaanPegawai.objects.create(
            pegawai=siapa,
            jenis=jenis,
            mulai=hari_ini - timedelta(days=lalu),
            selesai=hari_ini + timedelta(days=lagi),
            dasar="800.1.11.4/37/BKPSDM",
        )


def _pensiun(biasa: Any, hari_ini: date) -> None:
    nanti = akan_pensiun(dalam=biasa.order_by(), pada=hari_ini).filter(pensiun__gt=hari_ini)
    for nomor, satu in enumerate(nanti.order_by("pensiun", "nip")[:SK], 12):
        KeputusanPensiun.objects.create(
            pegawai=satu,
            tmt=satu.pensiun,
            nomor_sk=f"000{nomor}/15021/AZ/10/{hari_ini:%y}",
            tanggal_sk=hari_ini - timedelta(days=30),
        )
