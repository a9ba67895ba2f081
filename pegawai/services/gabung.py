"""Merge two records of one person, or of one unit: everything moves to the one that is kept (ADR 26).

One transaction; both rows are locked in the order of their keys, so that two people at once wait for each other and
the second is told. The double is not deleted: it stays as a trace that says where it went, with the numbers that
were not chosen, by which old files still find the person.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, TypeVar

import pghistory
import pgtrigger
from django.db import IntegrityError, connection, transaction
from django.db.models import F, Model, Q
from django.db.models.functions import Greatest
from django.utils import timezone

from inti.tanda import N_
from pegawai.aturan.nip import periksa_silang, urai
from pegawai.enums import JenisPegawai, KedudukanHukum
from pegawai.models import GandaPegawai, GandaUnit, Pegawai, Penempatan, UnitKerja
from pegawai.services.atasan import segarkan
from pegawai.services.gabung_aturan import PINDAH, Kunci, kunci_asing, tulis_sekali
from pegawai.services.gabung_periksa import halangan, pindah, sudah_digabung, yang_tinggal

M = TypeVar("M", Pegawai, UnitKerja)
SEHARI = timedelta(days=1)
NOMOR = {Pegawai: ("nip", "pns_id"), UnitKerja: ("kode",)}  # unique: the one not chosen stays with the trace
BUKAN_PILIHAN = frozenset(
    {"id", "siasn", "digabung_ke", "dibuat_pada", "diubah_pada", "path", "depth", "numchild", "ditutup"}
)
BERUBAH = N_("Datanya berubah sejak halaman ini dibuka. Lihat lagi, lalu ulangi pilihannya.")
BENTROK = N_("Data yang terkait baru saja berubah sehingga penggabungan batal. Bandingkan lagi.")
SATU = N_("Pilih dua data yang berbeda.")
DIRI = N_("Data Anda sendiri digabung oleh pengelola lain.")
TERHALANG = N_("Penggabungan belum dapat dilakukan; selesaikan dahulu yang menghalangi.")
TUTUP = N_("Unit yang dipertahankan sudah atau akan ditutup; tukar pilihannya, atau buka dahulu unit itu.")
SEJALUR = N_("Unit yang satu berada di bawah yang lain; pindahkan dahulu agar sejajar.")
PUNCAK = N_("Puncak susunan organisasi tidak dapat digabung.")


class GabungDitolak(Exception):
    """Why it cannot be, as a sentence."""


def bidang_pilihan(model: type[Model]) -> list[Any]:
    """The fields of which one chooses the value of the one record or of the other."""
    return [f for f in model._meta.concrete_fields if f.name not in BUKAN_PILIHAN]


def sidik(simpan: Model, ganda: Model) -> str:
    """What both records said when the page was made."""
    isi = [str(getattr(satu, f.attname)) for satu in (simpan, ganda) for f in bidang_pilihan(type(satu))]
    return sha256("\x1f".join(isi).encode()).hexdigest()[:16]


def gabungkan_pegawai(
    *,
    simpan: Pegawai,
    ganda: Pegawai,
    dari_ganda: frozenset[str],
    alasan: str,
    oleh: Pegawai | None,
    lihat: str = "",
) -> Pegawai:
    """Merge `ganda` into `simpan`, the fields `dari_ganda` with its values. Raises GabungDitolak.

    `lihat` is the `sidik` of what was shown. Accounts are the caller's (`akses.gabung`).
    """
    if oleh is not None and oleh.pk in (simpan.pk, ganda.pk):
        raise GabungDitolak(DIRI)
    with _tulis("gabung pegawai", alasan, oleh):
        simpan, ganda = _kunci(Pegawai, simpan, ganda, lihat)
        _bebas(simpan, ganda)
        ganti = _penempatan_sama(simpan, ganda)
        _pindahkan(simpan, ganda)
        _ikut_penempatan(simpan, ganti)
        _akhiri_jejak(ganda)
        GandaPegawai.objects.filter(Q(satu=ganda) | Q(dua=ganda)).delete()
        lama = {nama: getattr(simpan, nama) for nama in NOMOR[Pegawai]}
        milik = {
            f.attname: getattr(ganda, f.attname) for f in bidang_pilihan(Pegawai) if f.name in dari_ganda
        }
        _jadikan_jejak(ganda, simpan, kedudukan_hukum=KedudukanHukum.TIDAK_AKTIF)
        _isi(simpan, milik, siasn=ganda.siasn | simpan.siasn, diubah_pada=timezone.now())
        _beri_nomor_sisa(ganda, lama, milik)
        segarkan()
    return Pegawai.objects.get(pk=simpan.pk)


def gabungkan_unit(
    *,
    simpan: UnitKerja,
    ganda: UnitKerja,
    dari_ganda: frozenset[str],
    alasan: str,
    oleh: Pegawai | None,
    lihat: str = "",
) -> UnitKerja:
    """Merge `ganda` with everything below it into `simpan`; its trace lies closed below it. Raises GabungDitolak."""
    with _tulis("gabung unit", alasan, oleh):
        with connection.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_xact_lock(hashtext('pegawai.pohon'))")
        simpan, ganda = _kunci(UnitKerja, simpan, ganda, lihat)
        periksa_letak(simpan, ganda)
        _bebas(simpan, ganda)
        _pindahkan(simpan, ganda)
        GandaUnit.objects.filter(Q(satu=ganda) | Q(dua=ganda)).delete()
        lama = {"kode": simpan.kode}
        milik = {
            f.attname: getattr(ganda, f.attname) for f in bidang_pilihan(UnitKerja) if f.name in dari_ganda
        }
        hari = timezone.localdate()
        tutup = min(ganda.ditutup or hari, max(hari, ganda.dibuka))
        _jadikan_jejak(ganda, simpan, ditutup=max(tutup, ganda.dibuka))
        _isi(simpan, milik)
        _beri_nomor_sisa(ganda, lama, milik)
        _satukan_pohon(simpan.pk, ganda.pk)
        segarkan()
    return UnitKerja.objects.get(pk=simpan.pk)


def periksa_letak(simpan: UnitKerja, ganda: UnitKerja) -> None:
    """Raise GabungDitolak when one lies below the other, one is the top, or the kept one closes first."""
    if 1 in (simpan.depth, ganda.depth):
        raise GabungDitolak(PUNCAK)
    if simpan.path.startswith(ganda.path) or ganda.path.startswith(simpan.path):
        raise GabungDitolak(SEJALUR)
    if simpan.ditutup and (ganda.ditutup is None or ganda.ditutup > simpan.ditutup):
        raise GabungDitolak(TUTUP)


def periksa_isi(simpan: Model, ganda: Model, dari_ganda: frozenset[str]) -> list[str]:
    """What does not fit together in the fields chosen, as sentences, beyond what was wrong in `simpan` already."""
    if not isinstance(simpan, Pegawai):
        return []
    semula = set(_silang({f.name: getattr(simpan, f.name) for f in bidang_pilihan(Pegawai)}))
    pilih = {
        f.name: getattr(ganda if f.name in dari_ganda else simpan, f.name) for f in bidang_pilihan(Pegawai)
    }
    return [pesan for pesan in _silang(pilih) if pesan not in semula]


def _silang(isi: Mapping[str, Any]) -> list[str]:
    if isi["jenis"] == JenisPegawai.PEJABAT_NEGARA or not isi["nip"]:
        return []
    try:
        nomor = urai(isi["nip"])
    except ValueError:
        return []  # a number that cannot be read was there before
    temuan = periksa_silang(
        nomor, lahir=isi["tanggal_lahir"], jenis_kelamin=isi["jenis_kelamin"], jenis=isi["jenis"]
    )
    return [satu.pesan for satu in temuan]


# --- the steps ----------------------------------------------------------------------------------------------


@contextmanager
def _tulis(aksi: str, alasan: str, oleh: Pegawai | None) -> Iterator[None]:
    """One transaction with its reason in the history; what only the database saw becomes a sentence."""
    konteks = {"aksi": aksi, "pegawai": str(oleh.pk) if oleh else None, "alasan": alasan}
    try:
        with transaction.atomic(), pghistory.context(**konteks):
            yield
    except IntegrityError as galat:
        raise GabungDitolak(BENTROK) from galat


def _kunci(model: type[M], simpan: M, ganda: M, lihat: str) -> tuple[M, M]:
    """Both rows, locked in the order of their keys and looked at once more."""
    if simpan.pk == ganda.pk:
        raise GabungDitolak(SATU)
    kunci = sorted((simpan.pk, ganda.pk))
    ada = {
        o.pk: o
        for o in model._default_manager.select_for_update(of=("self",)).filter(pk__in=kunci).order_by("pk")
    }
    if len(ada) < 2:
        raise GabungDitolak(BERUBAH)
    for satu in ada.values():
        if satu.digabung_ke_id:
            raise GabungDitolak(sudah_digabung(satu))
    a, b = ada[simpan.pk], ada[ganda.pk]
    if lihat and sidik(a, b) != lihat:
        raise GabungDitolak(BERUBAH)
    return a, b


def _bebas(simpan: Model, ganda: Model) -> None:
    if halangan(simpan=simpan, ganda=ganda):
        raise GabungDitolak(TERHALANG)


def _pindahkan(simpan: Model, ganda: Model) -> None:
    """Point everything that moves to the kept record: one UPDATE for each foreign key."""
    for kunci in pindah(type(simpan)):
        with _boleh_tulis(kunci):
            tinggal = yang_tinggal(kunci, simpan, ganda).values("pk")
            baris = kunci.model._base_manager.filter(**{kunci.bidang.attname: ganda.pk})
            baris.exclude(pk__in=tinggal).update(**{kunci.bidang.attname: simpan.pk})


@contextmanager
def _boleh_tulis(kunci: Kunci) -> Iterator[None]:
    """Past the trigger of a ledger that otherwise refuses every change; of nothing else."""
    with ExitStack() as tumpukan:
        for nama in tulis_sekali(kunci.model):
            tumpukan.enter_context(pgtrigger.ignore(nama))
        yield


def _penempatan_sama(simpan: Pegawai, ganda: Pegawai) -> dict[Any, Any]:
    """Placements of the double that stay because the kept record has the same one → that one."""
    kunci = next(k for k in pindah(Pegawai) if k.nama == "pegawai.Penempatan.pegawai")
    milik = list(Penempatan.objects.filter(pegawai=simpan).order_by("mulai"))
    return {
        p.pk: next(
            q.pk for q in milik if (q.unit_id, q.jabatan_id) == (p.unit_id, p.jabatan_id) and _bertemu(p, q)
        )
        for p in yang_tinggal(kunci, simpan, ganda)
    }


def _bertemu(p: Penempatan, q: Penempatan) -> bool:
    return p.mulai <= (q.selesai or date.max) and q.mulai <= (p.selesai or date.max)


def _ikut_penempatan(simpan: Pegawai, ganti: Mapping[Any, Any]) -> None:
    """What came over and names a placement that stayed, names the same one of the kept record."""
    for kunci in kunci_asing(Penempatan):
        if kunci.aturan.cara == PINDAH.cara:
            for lama, baru in ganti.items():
                baris = kunci.model._base_manager.filter(**{kunci.bidang.attname: lama})
                baris.filter(pegawai=simpan).update(**{kunci.bidang.attname: baru})


def _akhiri_jejak(ganda: Pegawai) -> None:
    """A trace sits nowhere any more."""
    hari = timezone.localdate()
    masih = Penempatan.objects.filter(Q(selesai__isnull=True) | Q(selesai__gte=hari), pegawai=ganda)
    masih.update(selesai=Greatest(F("mulai"), hari - SEHARI))


def _jadikan_jejak(ganda: Any, simpan: Any, **isian: Any) -> None:
    """The double says where it went, without the numbers that are unique until it is known which it keeps."""
    kosong = dict.fromkeys(NOMOR[type(ganda)])
    type(ganda)._base_manager.filter(pk=ganda.pk).update(digabung_ke=simpan, **kosong, **isian)


def _isi(simpan: Any, milik: Mapping[str, Any], **lain: Any) -> None:
    isian = {**milik, **lain}
    if isian:
        type(simpan)._base_manager.filter(pk=simpan.pk).update(**isian)


def _beri_nomor_sisa(ganda: Any, lama: Mapping[str, Any], milik: Mapping[str, Any]) -> None:
    """Each number the kept record did not take: its own former one, or that of the double."""
    sisa = {n: lama[n] if n in milik else getattr(ganda, n) for n in lama}
    type(ganda)._base_manager.filter(pk=ganda.pk).update(**sisa)


def _satukan_pohon(simpan: Any, ganda: Any) -> None:
    """The units below the double go below the kept one, then the trace itself."""
    anak = list(UnitKerja.objects.get_children(UnitKerja.objects.get(pk=ganda)).values_list("pk", flat=True))
    for pk in [*anak, ganda]:
        UnitKerja.objects.move(UnitKerja.objects.get(pk=pk), UnitKerja.objects.get(pk=simpan), "last-child")
