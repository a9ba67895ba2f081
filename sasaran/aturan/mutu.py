"""Hints on the wording of results and indicators. Nothing here blocks anybody.

Sources: PermenPANRB 6/2022, Lampiran II.A.7.a.7-10 (targets of administrators and functional officers
are ideally not absolute, except main results about life, injury, national security or large losses) and
Anak Lampiran 1 (38 sentences sorted into results, activities and categories; only results may be an
RHK). The word lists are this project's, [K]: they sort those 38 sentences as printed.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from inti.tanda import kalimat


class KodePeringatan(StrEnum):
    """What a hint is about."""

    KATA_MUTLAK = "kata_mutlak"
    AKTIVITAS = "aktivitas"
    KATEGORI = "kategori"


@dataclass(frozen=True, slots=True)
class Peringatan:
    """One hint: its kind and a sentence that says what to consider."""

    kode: KodePeringatan
    pesan: str


KATA_MUTLAK = ("semua", "selalu", "tidak pernah", "setiap")

BENDA_AKTIVITAS = frozenset(
    {
        "asistensi",
        "fasilitasi",
        "pendampingan",
        "penyusunan",
        "pelaksanaan",
        "pembuatan",
    }
)

BENDA_KATEGORI = frozenset(
    {
        "layanan",
        "pelayanan",
        "monitoring",
        "supervisi",
        "pengawasan",
        "sosialisasi",
        "hubungan",
        "koordinasi",
        "evaluasi",
        "pembinaan",
        "administrasi",
        "pengelolaan",
        "kepegawaian",
        "keuangan",
        "perencanaan",
        "penyuluhan",
        "konsultasi",
    }
)

BENDA_ME = frozenset(
    {
        "media",
        "mekanisme",
        "medali",
        "medan",
        "medis",
        "meja",
        "memo",
        "memori",
        "memorandum",
        "menara",
        "mental",
        "menteri",
        "menu",
        "merek",
        "mesin",
        "meter",
        "metode",
        "metodologi",
        "mebel",
        "meubelair",
    }
)
"""Nouns that begin like an active verb."""

BUKAN_PREDIKAT = frozenset(
    {
        "terhadap",
        "terkait",
        "tertentu",
        "tertulis",
        "dinas",
        "dini",
        "diri",
        "direktur",
        "direktorat",
        "direktif",
        "diklat",
        "digital",
        "disiplin",
        "distribusi",
        "dibanding",
        "disabilitas",
        "distrik",
        "divisi",
    }
)
"""Words that begin like a passive verb but do not tell that something came about."""

PENANDA_HASIL = frozenset(
    {
        "tepat",
        "cepat",
        "akurat",
        "sesuai",
        "siap",
        "puas",
        "memuaskan",
        "baik",
        "lengkap",
        "yang",
        "tidak",
        "bebas",
        "tanpa",
        "selesai",
        "minimal",
        "berfungsi",
        "berjalan",
    }
)

_KATA = re.compile(r"[a-z]+(?:-[a-z]+)*")
_KERJA_AKTIF = re.compile(r"me(?:m|n|ng|ny|l|r|w|y)[a-z]{2,}")
_KERJA_PASIF = re.compile(r"(?:di|ter)[a-z]{4,}")


def periksa_rhk(teks: str) -> list[Peringatan]:
    """Return the hints on the wording of an RHK: absolute words, an activity or a category."""
    return _mutlak(teks) + _bukan_hasil(teks)


def periksa_indikator(teks: str, *, mutlak_wajar: bool = False) -> list[Peringatan]:
    """Return the hints on the wording of an indicator or its target.

    `mutlak_wajar` is true for main results about life, injury, national security or large losses,
    where an absolute target is right.
    """
    return [] if mutlak_wajar else _mutlak(teks)


def _mutlak(teks: str) -> list[Peringatan]:
    isi = " ".join(_kata(teks))
    return [
        Peringatan(
            KodePeringatan.KATA_MUTLAK,
            kalimat(
                "Ada kata “%(kata)s”. Target sebaiknya memberi ruang toleransi, kecuali menyangkut jiwa, "
                "cedera, keamanan negara, atau kerugian besar.",
                kata=kata,
            ),
        )
        for kata in KATA_MUTLAK
        if re.search(rf"\b{kata}\b", isi)
    ]


def _bukan_hasil(teks: str) -> list[Peringatan]:
    kata = _kata(teks)
    if not kata:
        return []
    pertama, sisanya = kata[0], kata[1:]
    if _kata_kerja(pertama):
        return [_aktivitas(pertama)]
    if any(_menandai_hasil(satu) for satu in sisanya):
        return []
    if pertama in BENDA_AKTIVITAS:
        return [_aktivitas(pertama)]
    return [_kategori(pertama)] if pertama in BENDA_KATEGORI else []


def _kata(teks: str) -> list[str]:
    return _KATA.findall(teks.lower())


def _kata_kerja(kata: str) -> bool:
    """Tell an active verb (menyusun) from a noun (menteri) and from a change (meningkatnya)."""
    return bool(_KERJA_AKTIF.fullmatch(kata)) and not kata.endswith("nya") and kata not in BENDA_ME


def _menandai_hasil(kata: str) -> bool:
    pasif = _KERJA_PASIF.fullmatch(kata) and kata not in BUKAN_PREDIKAT
    return bool(pasif) or kata in PENANDA_HASIL or _kata_kerja(kata)


def _aktivitas(kata: str) -> Peringatan:
    return Peringatan(
        KodePeringatan.AKTIVITAS,
        kalimat(
            "Diawali “%(kata)s”, jadi terbaca sebagai kegiatan. Tulis hasil yang diharapkan dari "
            "kegiatan itu, misalnya keadaan yang tercapai atau keluaran yang dipakai.",
            kata=kata.capitalize(),
        ),
    )


def _kategori(kata: str) -> Peringatan:
    return Peringatan(
        KodePeringatan.KATEGORI,
        kalimat(
            "“%(kata)s” terbaca sebagai bidang kerja. Sebutkan hasilnya: apa yang tercapai dan untuk siapa.",
            kata=kata.capitalize(),
        ),
    )
