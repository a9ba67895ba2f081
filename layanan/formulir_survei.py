"""The questionnaire: nine questions with the four answers of the official form, in words."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from layanan.aturan.ikm import Unsur


@dataclass(frozen=True)
class Pertanyaan:
    """One question and its four answers, from 1 (worst) to 4."""

    nama: str
    tanya: Any
    jawaban: tuple[Any, Any, Any, Any]


# PermenPANRB 14/2017, Lampiran: the questionnaire (nine elements, four words each) [K for the wording].
PERTANYAAN: tuple[Pertanyaan, ...] = tuple(
    Pertanyaan(unsur.value.lower(), tanya, jawaban)
    for unsur, tanya, jawaban in (
        (
            Unsur.PERSYARATAN,
            _("Sesuaikah persyaratan yang diminta dengan jenis layanannya?"),
            (_("Tidak sesuai"), _("Kurang sesuai"), _("Sesuai"), _("Sangat sesuai")),
        ),
        (
            Unsur.PROSEDUR,
            _("Mudahkah prosedur layanan ini?"),
            (_("Tidak mudah"), _("Kurang mudah"), _("Mudah"), _("Sangat mudah")),
        ),
        (
            Unsur.WAKTU,
            _("Cepatkah layanan diberikan?"),
            (_("Tidak cepat"), _("Kurang cepat"), _("Cepat"), _("Sangat cepat")),
        ),
        (
            Unsur.BIAYA,
            _("Wajarkah biaya layanan ini?"),
            (_("Sangat mahal"), _("Cukup mahal"), _("Murah"), _("Gratis")),
        ),
        (
            Unsur.PRODUK,
            _("Sesuaikah hasil layanan dengan yang dijanjikan?"),
            (_("Tidak sesuai"), _("Kurang sesuai"), _("Sesuai"), _("Sangat sesuai")),
        ),
        (
            Unsur.KOMPETENSI,
            _("Mampukah petugas melayani?"),
            (_("Tidak mampu"), _("Kurang mampu"), _("Mampu"), _("Sangat mampu")),
        ),
        (
            Unsur.PERILAKU,
            _("Sopan dan ramahkah petugas?"),
            (_("Tidak ramah"), _("Kurang ramah"), _("Ramah"), _("Sangat ramah")),
        ),
        (
            Unsur.SARANA,
            _("Bagaimana sarana dan prasarananya?"),
            (_("Buruk"), _("Cukup"), _("Baik"), _("Sangat baik")),
        ),
        (
            Unsur.PENGADUAN,
            _("Bagaimana pengaduan ditangani?"),
            (_("Tidak ada"), _("Ada, tidak jalan"), _("Kurang maksimal"), _("Dikelola baik")),
        ),
    )
)
