"""The questionnaire that every installation begins with, and how its questions map to BerAKHLAK.

The wording is ours; the values are those of PermenPANRB 6/2022 Ps 10 ayat (3). Frequencies of what one saw
are asked for, not a judgement of the person.
"""

from dataclasses import dataclass

from inti.tanda import N_


@dataclass(frozen=True, slots=True)
class ButirBawaan:
    """One question with its code, name and values."""

    kode: str
    nama: str
    pertanyaan: str
    nilai: tuple[str, ...]


JUDUL = N_("Masukan rekan kerja")
TANYA_TEKS = N_("Satu hal yang sebaiknya diteruskan atau diubah")
SKALA = (N_("Selalu"), N_("Sering"), N_("Kadang-kadang"), N_("Jarang"))
BELUM_TAHU = N_("Belum cukup tahu")

BUTIR = (
    ButirBawaan(
        "disiplin",
        N_("Disiplin"),
        N_("Hadir, siap, dan menepati waktu yang disepakati bersama"),
        ("akuntabel", "loyal"),
    ),
    ButirBawaan(
        "kualitas_kerja",
        N_("Kualitas kerja"),
        N_("Hasil kerjanya teliti dan dapat langsung dipakai rekan lain"),
        ("kompeten", "berorientasi_pelayanan"),
    ),
    ButirBawaan(
        "komunikasi",
        N_("Komunikasi"),
        N_("Memberi kabar tepat waktu, mendengarkan, dan menyampaikan dengan jelas"),
        ("harmonis", "adaptif"),
    ),
    ButirBawaan(
        "kerja_sama",
        N_("Kerja sama"),
        N_("Membantu rekan dan berbagi pekerjaan agar hasil bersama tercapai"),
        ("kolaboratif",),
    ),
)
