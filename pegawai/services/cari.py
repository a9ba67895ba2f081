"""Search by parts of names: every word typed, in any order, without titles, first as written, then with mistakes.

What is written exactly is found by the trigrams of whole names (`pegawai_nama_besar_trgm`). When that finds
nobody, each word is held against the different words of all names: a million people share some ten thousand, so
that looking for the nearest costs the same at any size, and the people are then found by words that do exist.
Comparing every name with what was typed (`word_similarity`) took 350 ms for one usual family name among a
million; this takes a tenth of it and puts the nearest first.
"""

from collections.abc import Sequence
from string import ascii_uppercase
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Upper

import inti.kueri  # noqa: F401 - the lookup “salah_satu”
from pegawai.models import KataNama, Pegawai

KATA_MAKS, HURUF_MAKS = 6, 60  # words of a search, and letters of a word
TEMUAN_MAKS = 500  # people found; more is no answer, and bounds what sorting them costs
MIRIP_MAKS = 8  # words of names tried in place of one typed
PENDEK = 6  # up to so many letters one mistake leaves too few trigrams to be found by them
# One letter wrong, missing, too many or changed with its neighbour is one mistake. Short words are near to
# too many others to bear two.
BOLEH_SALAH = ((0, 2), (1, PENDEK), (2, 200))
TEMUAN = "temuan"  # the name under which a result says how near it is
URUT_NIP = "urut_nip"  # the name by which people found by NIP are sorted: along the index that finds them

_GELAR = (
    "DR DRA DRS DRG H HJ IR PROF NS APT SE SH ST SKM SSOS SPD SKEP SKOM SIP SSI SPT STP MM MH MSI MPD MKES MKOM MT "
    "MAP MA AMD"
)
GELAR = frozenset(_GELAR.split())

_SEGARKAN = """
INSERT INTO pegawai_katanama (kata)
SELECT DISTINCT k.kata FROM pegawai_pegawai p, LATERAL regexp_split_to_table(upper(p.nama), '[^[:alpha:]]+') k (kata)
WHERE length(k.kata) > 1 AND NOT EXISTS (SELECT FROM pegawai_katanama a WHERE a.kata = k.kata)
"""


def segarkan_kata() -> int:
    """Add the words of all names that are missing; for loads with triggers off. Returns how many."""
    with connection.cursor() as kursor:
        kursor.execute(_SEGARKAN)
        return int(kursor.rowcount)


def kata_cari(teks: str) -> list[str]:
    """The words of a search in capitals, titles left out unless nothing else was typed."""
    semua = teks.replace("\x00", "").replace(",", " ").upper().split()
    nama = [k for k in semua if "." not in k and k not in GELAR]
    return list(dict.fromkeys(k[:HURUF_MAKS] for k in nama or semua))[:KATA_MAKS]


def cari_orang(queryset: QuerySet[Any], teks: str, jalur: str = "") -> QuerySet[Any]:
    """The rows of `queryset` whose person is searched for by `teks`, at most TEMUAN_MAKS, the nearest first.

    Digits are the beginning of a NIP; who is found so is sorted by it. `jalur` leads from the model to the person
    ("pegawai__"). Conditions that `queryset` has, such as the scope of who asks, hold inside the search. One query
    before that of the rows, two with mistakes; none of them reads the table.
    """
    angka = "".join(teks.split())
    if angka.isdigit():
        return _bernomor(queryset, angka[:18], jalur)
    kata = kata_cari(teks)
    if not kata:
        return queryset
    bidang = f"{jalur}nama"
    tepat = _kandidat(queryset, bidang, [[(k, 0)] for k in kata])
    if tepat.exists():
        return _hasil(queryset, tepat, _awal(bidang, kata), jalur)
    mirip = _mirip(kata)
    if not all(mirip) or all(satu == [(k, 0)] for satu, k in zip(mirip, kata, strict=True)):
        return queryset.none()  # a word that nobody bears, or nothing but what was just looked for
    return _hasil(queryset, _kandidat(queryset, bidang, mirip), _dekat(bidang, mirip), jalur)


def cari_nama(queryset: QuerySet[Any], teks: str, *bidang: str) -> QuerySet[Any]:
    """Units and posts by a part of one of these columns or by code; with mistakes when that finds nothing.

    There are few of them, so that names are compared by `word_similarity` itself; its threshold is that of
    PostgreSQL, 0.6: one mistake in a word of six letters, not another word.
    """
    teks = teks.replace("\x00", "").strip()
    kata = teks.upper().split()[:KATA_MAKS]
    tepat = Q(kode=teks)
    for satu in bidang:
        tepat |= Q(*(Q(**{f"{satu}__icontains": k}) for k in kata))
    temuan = queryset.filter(tepat)
    if not kata or temuan.order_by().exists():
        return temuan
    besar = Upper(bidang[0])
    mirip = queryset.alias(nama_besar=besar).filter(*(Q(nama_besar__trigram_word_similar=k) for k in kata))
    return mirip.annotate(**{TEMUAN: TrigramWordSimilarity(" ".join(kata), besar)}).order_by(
        f"-{TEMUAN}", "pk"
    )


def _bernomor(queryset: QuerySet[Any], angka: str, jalur: str) -> QuerySet[Any]:
    """By the beginning of the NIP, also that of a trace; traces are few, and their index holds nothing else.

    Sorted along the index that finds them.
    """
    jejak = Pegawai.objects.filter(digabung_ke__isnull=False, nip__startswith=angka)
    ke = list(jejak.order_by().values_list("digabung_ke", flat=True)[:TEMUAN_MAKS])
    nomor = Q(**{f"{jalur}nip__startswith": angka})
    temuan = queryset.filter(nomor | Q(**{f"{jalur}pk__in": ke}) if ke else nomor)
    return temuan.alias(**{URUT_NIP: F(f"{jalur}nip")}).order_by(URUT_NIP, "pk")


def _kandidat(
    queryset: QuerySet[Any], bidang: str, pilihan: Sequence[Sequence[tuple[str, int]]]
) -> QuerySet[Any]:
    """Keys of rows with one of the choices for every word; so few that sorting them costs nothing."""
    for satu in pilihan:
        queryset = queryset.filter(Q(*(_memuat(bidang, k) for k, _ in satu), _connector=Q.OR))
    return queryset.order_by().values("pk")[:TEMUAN_MAKS]


def _memuat(bidang: str, kata: str) -> Q:
    """The word anywhere; one or two letters only where a word begins, else half of all names would match."""
    if len(kata) > 2:
        return Q(**{f"{bidang}__icontains": kata})
    return Q(**{f"{bidang}__istartswith": kata}) | Q(**{f"{bidang}__icontains": f" {kata}"})


def _hasil(queryset: QuerySet[Any], kandidat: QuerySet[Any], nilai: Any, jalur: str) -> QuerySet[Any]:
    hasil = queryset.filter(pk__in=kandidat).annotate(**{TEMUAN: nilai})
    return hasil.order_by(f"-{TEMUAN}", f"{jalur}nama", "pk")


def _awal(bidang: str, kata: list[str]) -> Case:
    """Names that begin as typed come first, then those that begin with the first word."""
    return Case(
        When(**{f"{bidang}__istartswith": " ".join(kata)}, then=Value(2)),
        When(**{f"{bidang}__istartswith": kata[0]}, then=Value(1)),
        default=Value(0),
    )


def _dekat(bidang: str, mirip: list[list[tuple[str, int]]]) -> Any:
    """Fewer mistakes come first."""
    jumlah: Any = Value(0)
    for satu in mirip:
        jumlah = jumlah + Case(
            *(When(_memuat(bidang, k), then=Value(-salah)) for k, salah in satu), default=Value(-9)
        )
    return jumlah


def _mirip(kata: list[str]) -> list[list[tuple[str, int]]]:
    """For each word typed: itself where it may be part of one, and the nearest words there are. One query."""
    syarat = Q()
    for satu in kata:
        syarat |= Q(kata__trigram_similar=satu)
        if _utuh(satu):
            syarat |= Q(kata__contains=satu)
        if 2 < len(satu) <= PENDEK:
            syarat |= Q(kata__salah_satu=_sekitar(satu))
    ada = set(KataNama.objects.filter(syarat).values_list("kata", flat=True))
    return [_terdekat(satu, ada) for satu in kata]


def _terdekat(kata: str, ada: set[str]) -> list[tuple[str, int]]:
    boleh = next(n for n, sampai in BOLEH_SALAH if len(kata) <= sampai)
    jarak = sorted((salah_ketik(kata, satu), satu) for satu in ada if abs(len(satu) - len(kata)) <= boleh)
    dekat = [(satu, n) for n, satu in jarak if n <= boleh and satu != kata]
    tepat = [] if _utuh(kata) and not any(kata in satu for satu in ada) else [(kata, 0)]
    return [*tepat, *dekat[:MIRIP_MAKS]]


def _utuh(kata: str) -> bool:
    """Whether what was typed can only be (a part of) one word; then no name has it when no word has."""
    return len(kata) > 2 and kata.isascii() and kata.isalpha()


def _sekitar(kata: str) -> list[str]:
    """All words one mistake away from a short one: some hundred, which an index has or has not."""
    belah = [(kata[:n], kata[n:]) for n in range(len(kata) + 1)]
    hasil = {kiri + kanan[1:] for kiri, kanan in belah if kanan}
    hasil |= {kiri + kanan[1] + kanan[0] + kanan[2:] for kiri, kanan in belah if len(kanan) > 1}
    hasil |= {kiri + h + kanan[1:] for kiri, kanan in belah if kanan for h in ascii_uppercase}
    return sorted(hasil | {kiri + h + kanan for kiri, kanan in belah for h in ascii_uppercase})


def salah_ketik(satu: str, lain: str) -> int:
    """How many letters are wrong, missing, too many or changed with their neighbour between two words."""
    sebelum: list[int] = []
    baris = list(range(len(lain) + 1))
    for i, a in enumerate(satu, 1):
        lalu, sebelum, baris = sebelum, baris, [i]
        for j, b in enumerate(lain, 1):
            nilai = min(sebelum[j] + 1, baris[j - 1] + 1, sebelum[j - 1] + (a != b))
            if i > 1 and j > 1 and a == lain[j - 2] and satu[i - 2] == b:
                nilai = min(nilai, lalu[j - 2] + 1)
            baris.append(nilai)
    return baris[-1]
