"""What merging two records would do, and what stands in the way; nothing is written here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import connection
from django.db.models import Exists, Model, OuterRef, Q, QuerySet, UniqueConstraint, Value
from django.db.models.functions import Coalesce

from inti.tanda import Kalimat, kalimat
from pegawai.services.gabung_aturan import (
    CARANYA,
    DUA_ORANG,
    SELAMA,
    SERENTAK,
    SISAKAN,
    UMUM,
    Cara,
    Kunci,
    kunci_asing,
    wajib_beda,
)

TAMPIL = 5
KUNCI = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-")  # what names itself by a key tells a reader nothing


@dataclass(frozen=True)
class Halangan:
    """What must be settled first: the kind of records, how many, the sentence, and the first of them."""

    jenis: str
    jumlah: int
    kalimat: str
    contoh: list[str]


@dataclass(frozen=True)
class Hitungan:
    """Records of one kind that point at the one kept, at the double, and how many of the latter stay there."""

    nama: str
    disimpan: int
    ganda: int
    tinggal: int
    sebab: Any = ""

    @property
    def pindah(self) -> int:
        """How many come over."""
        return self.ganda - self.tinggal


def halangan(*, simpan: Model, ganda: Model) -> list[Halangan]:
    """Everything in the way of merging `ganda` into `simpan`."""
    hasil = [h for k in pindah(type(simpan)) for h in _bentrok(k, simpan, ganda)]
    hasil += [h for s in SERENTAK[type(simpan)] for h in _serentak(s, simpan, ganda)]
    return hasil + list(_dua_orang(simpan, ganda))


def pindah(tujuan: type[Model]) -> list[Kunci]:
    """The foreign keys whose rows move."""
    return [k for k in kunci_asing(tujuan) if k.aturan.cara == Cara.PINDAH]


def hitungan(*, simpan: Model, ganda: Model) -> list[Hitungan]:
    """How many records of each kind there are on both sides; one query, and one for each kind that clashes."""
    semua = [k for k in kunci_asing(type(simpan)) if k.aturan.cara != Cara.SENDIRI]
    return [_hitungan(semua[n], *jumlah, simpan, ganda) for n, *jumlah in _hitung(semua, simpan, ganda)]


def yang_tinggal(kunci: Kunci, simpan: Model, ganda: Model) -> QuerySet[Any]:
    """Rows of the double that stay at its trace although the others of this key move."""
    milik = kunci.model._base_manager.filter(**{kunci.bidang.attname: ganda.pk})
    syarat = [kunci.aturan.kecuali] if kunci.aturan.kecuali else []
    for nama, lawan in _lawan(kunci, simpan):
        if nama in SISAKAN:
            syarat.append(Q(Exists(lawan)) & _syarat(kunci, nama))
    for satu in SERENTAK[type(simpan)]:
        if kunci.nama == f"{satu.model}.{kunci.bidang.name}" and kunci.bidang.name == "pegawai":
            tumpuk = _bertumpuk(satu.sama, kunci, simpan).filter(satu.hidup)
            syarat.append(Q(Exists(tumpuk)) & satu.tinggal & satu.hidup)
    if not syarat:
        return milik.none()
    gabung = syarat[0]
    for lain in syarat[1:]:
        gabung |= lain
    return milik.filter(gabung)


# --- clashes ------------------------------------------------------------------------------------------------


def _bentrok(kunci: Kunci, simpan: Model, ganda: Model) -> Iterator[Halangan]:
    """Rows of the double that cannot stand beside one of the record that is kept."""
    milik = kunci.model._base_manager.filter(**{kunci.bidang.attname: ganda.pk})
    if kunci.aturan.kecuali:
        milik = milik.exclude(kunci.aturan.kecuali)
    for nama, lawan in _lawan(kunci, simpan):
        sama = SISAKAN.get(nama)
        if sama == ():
            continue
        beda = lawan if sama is None else lawan.filter(~Q(**{s: OuterRef(s) for s in sama}))
        halang = Q(Exists(beda))
        if nama in SELAMA:
            halang |= _lebih_lama(lawan.filter(**{s: OuterRef(s) for s in sama or ()}))
        yield from _jadi_halangan(milik.filter(halang, _syarat(kunci, nama)), CARANYA.get(nama, UMUM))


def _lebih_lama(serupa: QuerySet[Any]) -> Q:
    """Own rows that last longer than every one of the kept record that is the same."""
    sampai = Q(selesai__isnull=True) | Q(selesai__gte=Coalesce(OuterRef("selesai"), Value(date.max)))
    return Q(Exists(serupa)) & ~Q(Exists(serupa.filter(sampai)))


def _lawan(kunci: Kunci, simpan: Model) -> Iterator[tuple[str, QuerySet[Any]]]:
    """For each constraint that this key is part of: rows of the kept record that an outer row clashes with."""
    dasar = kunci.model._base_manager.filter(**{kunci.bidang.attname: simpan.pk})
    if kunci.bidang.unique:
        yield kunci.nama, dasar
    for satu in kunci.model._meta.constraints:
        if isinstance(satu, UniqueConstraint) and kunci.bidang.name in satu.fields:
            lain = {f: OuterRef(f) for f in satu.fields if f != kunci.bidang.name}
            yield satu.name, dasar.filter(satu.condition or Q(), **lain)
        elif isinstance(satu, ExclusionConstraint) and _mencakup(satu, kunci):
            sama = tuple(n for n in _kolom(satu) if n != kunci.bidang.name)
            yield satu.name, _bertumpuk(sama, kunci, simpan).filter(satu.condition or Q())


def _kolom(kendala: ExclusionConstraint) -> list[str]:
    return [str(k) for k, _operator in kendala.expressions if isinstance(k, str)]


def _mencakup(kendala: ExclusionConstraint, kunci: Kunci) -> bool:
    """Whether the constraint is of this key alone, beside a span and plain values; others are not of our kind."""
    kunci_lain = [n for n in _kolom(kendala) if kunci.model._meta.get_field(n).is_relation]
    return kunci_lain == [kunci.bidang.name]


def _syarat(kunci: Kunci, nama: str) -> Q:
    """The condition of a constraint, which an own row must meet too."""
    for satu in kunci.model._meta.constraints:
        if satu.name == nama:
            return getattr(satu, "condition", None) or Q()
    return Q()


def _bertumpuk(sama: tuple[str, ...], kunci: Kunci, simpan: Model) -> QuerySet[Any]:
    """Rows of the kept record that share a day or a month with the outer row, and the fields `sama`."""
    nama = {f.name for f in kunci.model._meta.concrete_fields}
    dasar = kunci.model._base_manager.filter(**{kunci.bidang.attname: simpan.pk})
    dasar = dasar.filter(**{s: OuterRef(s) for s in sama})
    if {"bulan_mulai", "bulan_selesai"} <= nama:
        return dasar.filter(
            bulan_mulai__lte=OuterRef("bulan_selesai"), bulan_selesai__gte=OuterRef("bulan_mulai")
        )
    if not {"mulai", "selesai"} <= nama:
        raise LookupError(f"{kunci.nama}: a span of days without mulai and selesai")
    akhir = Q(selesai__isnull=True) | Q(selesai__gte=OuterRef("mulai"))
    awal = Q(mulai__lte=Coalesce(OuterRef("selesai"), Value(date.max)))
    return dasar.filter(akhir, awal)


def _serentak(aturan: Any, simpan: Model, ganda: Model) -> Iterator[Halangan]:
    model = apps.get_model(aturan.model)
    kunci = next(k for k in pindah(type(simpan)) if k.nama == f"{aturan.model}.pegawai")
    milik = model._base_manager.filter(aturan.hidup, pegawai=ganda.pk).exclude(aturan.tinggal)
    tumpuk = milik.filter(Exists(_bertumpuk(aturan.sama, kunci, simpan).filter(aturan.hidup)))
    yield from _jadi_halangan(tumpuk, aturan.halangan)


def _dua_orang(simpan: Model, ganda: Model) -> Iterator[Halangan]:
    """Rows that name both, where they must be two."""
    tujuan = type(simpan)
    for model in {k.model for k in pindah(tujuan)}:
        for a, b in sorted(wajib_beda(model, tujuan)):
            silang = Q(**{a: simpan.pk, b: ganda.pk}) | Q(**{a: ganda.pk, b: simpan.pk})
            yield from _jadi_halangan(model._base_manager.filter(silang), DUA_ORANG)


def _jadi_halangan(baris: QuerySet[Any], pesan: str) -> Iterator[Halangan]:
    jumlah = baris.order_by().count()
    if jumlah:
        nama = str(baris.model._meta.verbose_name_plural)
        contoh = [teks for b in baris.order_by("pk")[:TAMPIL] if not KUNCI.search(teks := str(b))]
        yield Halangan(nama, jumlah, pesan, contoh)


# --- numbers ------------------------------------------------------------------------------------------------


def _hitung(semua: list[Kunci], simpan: Model, ganda: Model) -> list[tuple[int, int, int]]:
    """(which key, rows of the kept one, rows of the double) where there is any; one statement."""
    bagian, isian = [], []
    kutip = connection.ops.quote_name
    for nomor, kunci in enumerate(semua):
        kolom, tabel = kutip(kunci.bidang.column), kutip(kunci.model._meta.db_table)
        bagian.append(
            f"SELECT {nomor}, count(*) FILTER (WHERE {kolom} = %s), count(*) FILTER (WHERE {kolom} = %s)"  # noqa: S608
            f" FROM {tabel} WHERE {kolom} IN (%s, %s)"
        )
        isian += [simpan.pk, ganda.pk, simpan.pk, ganda.pk]
    with connection.cursor() as kursor:
        kursor.execute(" UNION ALL ".join(bagian), isian)
        return sorted(b for b in kursor.fetchall() if b[1] or b[2])


def _hitungan(kunci: Kunci, disimpan: int, milik: int, simpan: Model, ganda: Model) -> Hitungan:
    if kunci.aturan.cara == Cara.TINGGAL:
        return Hitungan(_nama(kunci), disimpan, milik, milik, kunci.aturan.sebab)
    tinggal = yang_tinggal(kunci, simpan, ganda).count() if milik else 0
    return Hitungan(_nama(kunci), disimpan, milik, tinggal, kunci.aturan.sebab if tinggal else "")


def _nama(kunci: Kunci) -> str:
    jenis, bidang = str(kunci.model._meta.verbose_name_plural), str(kunci.bidang.verbose_name)
    return jenis if bidang in {"pegawai", "unit kerja", "unit"} else f"{jenis} ({bidang})"


def sudah_digabung(satu: Any) -> Kalimat:
    """The sentence for a record that is a trace already."""
    return kalimat("“%(satu)s” sudah digabung ke “%(ke)s”.", satu=str(satu), ke=str(satu.digabung_ke))
