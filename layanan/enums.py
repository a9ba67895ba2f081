"""Words of public services and the citizens' survey. Groups of respondents are those of the official form."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SatuanWaktu(models.TextChoices):
    """In what the time limit of a standard is counted."""

    MENIT = "menit", _("menit")
    JAM = "jam", _("jam")
    HARI = "hari", _("hari")


class Kanal(models.TextChoices):
    """By which door an answer came in."""

    POSTER = "poster", _("Poster")
    STRUK = "struk", _("Struk")


class StatusSaran(models.TextChoices):
    """A citizen's words: unread, shown to the staff of the unit, or kept from them."""

    MENUNGGU = "menunggu", _("Menunggu dibaca")
    TAMPIL = "tampil", _("Ditampilkan")
    DISEMBUNYIKAN = "disembunyikan", _("Disembunyikan")


class Usia(models.TextChoices):
    SAMPAI_25 = "a", _("Sampai 25 tahun")
    SAMPAI_40 = "b", _("26–40 tahun")
    SAMPAI_60 = "c", _("41–60 tahun")
    DI_ATAS_60 = "d", _("Di atas 60 tahun")


class JenisKelamin(models.TextChoices):
    LAKI_LAKI = "L", _("Laki-laki")
    PEREMPUAN = "P", _("Perempuan")


class Pendidikan(models.TextChoices):
    SD = "sd", _("SD ke bawah")
    SMP = "smp", _("SMP")
    SMA = "sma", _("SMA")
    S1 = "s1", _("D1–S1")
    S2 = "s2", _("S2 ke atas")


class Pekerjaan(models.TextChoices):
    ASN = "asn", _("ASN")
    TNI_POLRI = "tni", _("TNI atau Polri")
    SWASTA = "swasta", _("Pegawai swasta")
    USAHA = "usaha", _("Wirausaha")
    LAIN = "lain", _("Lainnya")
