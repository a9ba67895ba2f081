"""Posters and receipts on paper."""

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format

from inti.cetak import cetak, qr_svg
from layanan.models import LembarStruk, Poster


def alamat_survei(token: str) -> str:
    """The full address behind a token."""
    return settings.ALAMAT_DASAR + reverse("layanan:survei", args=[token])


def pdf_poster(poster: Poster) -> bytes:
    """One A4 page: the service, the QR code, the address in letters, what is asked and what is not kept."""
    alamat = alamat_survei(poster.token)
    data = {
        "instansi": poster.layanan.unit.nama,
        "layanan": poster.layanan.nama,
        "loket": poster.loket.nama if poster.loket else "",
        "qr": qr_svg(alamat),
        "alamat": alamat.split("://", 1)[-1],
    }
    return cetak("layanan/poster", data, pada=poster.dibuat_pada.replace(microsecond=0))


def pdf_struk(lembar: LembarStruk) -> bytes:
    """The unused receipts of a sheet, fifty on an A4 page; a single one on the roll of a small printer."""
    tokens = lembar.struk.filter(terpakai=False).order_by("id").values_list("token", flat=True)
    data = {
        "instansi": lembar.layanan.unit.sebutan,
        "layanan": lembar.layanan.nama,
        "loket": lembar.loket.nama if lembar.loket else "",
        "sampai": date_format(lembar.berlaku_sampai, "j F Y"),
        "tunggal": lembar.jumlah == 1,
        "struk": [{"token": t, "qr": qr_svg(alamat_survei(t))} for t in tokens],
        "dasar": settings.ALAMAT_DASAR.split("://", 1)[-1] + "/survei/",
    }
    return cetak("layanan/struk", data, pada=lembar.dibuat_pada.replace(microsecond=0))
