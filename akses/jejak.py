"""The history of a record as sentences: what changed from what to what, by whom, when, why and from where.

The events are those of django-pghistory. Names of people, units and posts are read once for a page, however
many lines it has; a page is found by key, however long the history is.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from akses.models import PenugasanPeran
from inti.jejak import model_jejak
from pegawai.models import Pegawai, Penempatan

UKURAN = 20
# Kept by the application for itself; a change of nothing else is said in one sentence.
TEKNIS = frozenset({"id", "dibuat_pada", "diubah_pada", "numchild", "depth"})
Nama = Mapping[tuple[Any, Any], str]


@dataclass(frozen=True)
class Sumber:
    """Whose events a page shows: `kunci` are keys (or a query of keys) of rows of `model`.

    Values of the fields in `rahasia` are never shown; that they changed is.
    """

    model: type[models.Model]
    kunci: Any
    rahasia: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Ubahan:
    """One sentence of an event; `bidang` is the field whose former value can be taken back, else empty."""

    kalimat: str
    bidang: str = ""


@dataclass(frozen=True)
class Catatan:
    """One event: its sentences, what a new record began with, who and from where."""

    pk: int
    pada: datetime
    oleh: str
    cara: str
    alasan: str
    alamat: str
    permintaan: str
    pokok: bool  # of the record itself, not of one that hangs on it
    ubahan: list[Ubahan] = field(default_factory=list)
    isi_awal: str = ""


@dataclass(frozen=True)
class HalamanJejak:
    """The events of a page, newest first, and the key of the page of older ones (empty: none)."""

    catatan: list[Catatan]
    berikutnya: str


@dataclass
class _Peristiwa:
    nomor: int
    sumber: Sumber
    kini: Any
    lalu: Any = None

    @property
    def urut(self) -> tuple[datetime, int, int]:
        return self.kini.pgh_created_at, -self.nomor, self.kini.pgh_id

    def bidang(self) -> list[Any]:
        """The fields that differ from the event before; of a first event those that hold something."""
        semua = [f for f in self.sumber.model._meta.concrete_fields if f.name not in TEKNIS]
        baru = self.kini
        if self.lalu is None:
            return [f for f in semua if getattr(baru, f.attname, None) not in (None, "", {})]
        return [f for f in semua if getattr(baru, f.attname, None) != getattr(self.lalu, f.attname, None)]


def halaman(sumber: list[Sumber], kunci: str = "") -> HalamanJejak:
    """The events of `sumber` older than `kunci` (from `berikutnya`; nonsense gives the newest)."""
    semua = [p for n, s in enumerate(sumber) for p in _baca(n, s, _urai(kunci))]
    semua.sort(key=lambda p: p.urut, reverse=True)
    tampil = semua[:UKURAN]
    _sambung(tampil)
    nama = _nama(tampil)
    catatan = [_catatan(p, nama) for p in tampil]
    return HalamanJejak(catatan, _kunci(tampil[-1]) if len(semua) > UKURAN else "")


def nilai_lama(objek: models.Model, jejak: int, bidang: str) -> Any:
    """The value a field of `objek` had before the event `jejak`. Raises LookupError when there is none."""
    model = model_jejak(type(objek))
    if model is None or bidang in TEKNIS or bidang not in {f.name for f in objek._meta.concrete_fields}:
        raise LookupError(bidang)
    semua = model._default_manager.filter(pgh_obj_id=objek.pk, pgh_id__lte=jejak).order_by("-pgh_id")[:2]
    ini: Any
    ini, *lalu = semua or [None]
    if ini is None or ini.pgh_id != jejak or not lalu:
        raise LookupError(jejak)
    kolom: Any = objek._meta.get_field(bidang)
    return getattr(lalu[0], kolom.attname)


def teks_nilai(bidang: Any, nilai: Any, nama: Nama | None = None) -> str:
    """A value as a reader knows it; foreign keys by name, empty as an empty text."""
    if nilai is None or nilai == "":
        return ""
    if bidang.is_relation:
        return (nama or _nama_dari({bidang.related_model: {nilai}})).get(
            (bidang.related_model, nilai), _("(sudah dihapus)")
        )
    if isinstance(nilai, bool):
        return _("ya") if nilai else _("tidak")
    if bidang.choices:
        return str(dict(bidang.flatchoices).get(nilai, nilai))
    if isinstance(nilai, datetime):
        return date_format(timezone.localtime(nilai), "j F Y H.i")
    return date_format(nilai, "j F Y") if isinstance(nilai, date) else str(nilai)


# --- reading ------------------------------------------------------------------------------------------------


def _urai(kunci: str) -> tuple[datetime, int, int] | None:
    try:
        waktu, nomor, pk = kunci.split("_")
        saat = parse_datetime(waktu)
        return (saat, int(nomor), int(pk)) if saat and timezone.is_aware(saat) else None
    except ValueError:
        return None


def _kunci(p: _Peristiwa) -> str:
    return f"{p.kini.pgh_created_at.isoformat()}_{p.nomor}_{p.kini.pgh_id}"


def _baca(nomor: int, sumber: Sumber, kunci: tuple[datetime, int, int] | None) -> list[_Peristiwa]:
    """One page of one source: one query, with the key of the event before each."""
    jejak: Any = model_jejak(sumber.model)
    qs = jejak.objects.filter(pgh_obj_id__in=sumber.kunci)
    if kunci:
        waktu, mulai, pk = kunci
        batas = Q(pgh_created_at__lt=waktu)
        if nomor > mulai:
            batas |= Q(pgh_created_at=waktu)
        elif nomor == mulai:
            batas |= Q(pgh_created_at=waktu, pgh_id__lt=pk)
        qs = qs.filter(batas)
    lalu = jejak.objects.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    qs = qs.annotate(lalu_id=Subquery(lalu.order_by("-pgh_id").values("pgh_id")[:1]))
    qs = qs.select_related("pgh_context").order_by("-pgh_created_at", "-pgh_id")
    return [_Peristiwa(nomor, sumber, satu) for satu in qs[: UKURAN + 1]]


def _sambung(semua: list[_Peristiwa]) -> None:
    """Put the event before beside each: one query per table."""
    perlu = defaultdict(set)
    for p in semua:
        if p.kini.lalu_id:
            perlu[type(p.kini)].add(p.kini.lalu_id)
    ada = {jejak: jejak.objects.in_bulk(kunci) for jejak, kunci in perlu.items()}
    for p in semua:
        if p.kini.lalu_id:
            p.lalu = ada[type(p.kini)].get(p.kini.lalu_id)


def _nama(semua: list[_Peristiwa]) -> Nama:
    """The names of everything the events point to and of everybody who made them."""
    perlu: dict[Any, set[Any]] = defaultdict(set)
    for p in semua:
        for f in p.sumber.model._meta.concrete_fields:
            if f.is_relation:
                perlu[f.related_model] |= {getattr(e, f.attname, None) for e in (p.kini, p.lalu) if e}
        perlu[Pegawai].add(_uraian(p.kini).get("pegawai"))
    return _nama_dari(perlu)


def _nama_dari(perlu: Mapping[Any, Iterable[Any]]) -> Nama:
    hasil: dict[tuple[Any, Any], str] = {}
    for model, kunci in perlu.items():
        ada = model._base_manager.in_bulk([k for k in kunci if k])
        hasil |= {(model, k): str(satu) for k, satu in ada.items()}
        hasil |= {(model, str(k)): str(satu) for k, satu in ada.items()}
    return hasil


def _uraian(jejak: Any) -> dict[str, Any]:
    return (jejak.pgh_context.metadata or {}) if jejak.pgh_context else {}


# --- sentences ----------------------------------------------------------------------------------------------


def _catatan(p: _Peristiwa, nama: Nama) -> Catatan:
    uraian = _uraian(p.kini)
    oleh = _oleh(uraian, nama)
    return Catatan(
        pk=p.kini.pgh_id,
        pada=p.kini.pgh_created_at,
        oleh=oleh,
        cara=_cara(uraian),
        alasan=str(uraian.get("alasan") or ""),
        alamat=str(uraian.get("alamat") or ""),
        permintaan=str(uraian.get("permintaan") or uraian.get("nomor") or ""),
        pokok=p.nomor == 0,
        ubahan=_ubahan(p, nama, oleh),
        isi_awal=_isi_awal(p, nama) if p.lalu is None and p.nomor == 0 else "",
    )


def _oleh(uraian: Mapping[str, Any], nama: Nama) -> str:
    """Who: a person, his account, a task of the schedule, a command; or that nobody wrote it down."""
    if uraian.get("pegawai"):
        return nama.get((Pegawai, uraian["pegawai"]), _("(sudah dihapus)"))
    if uraian.get("akun"):
        return str(uraian["akun"])
    if uraian.get("tugas"):
        return _("jadwal otomatis")
    if uraian.get("perintah"):
        return _("pengurus peladen")
    return _("sistem")


def _cara(uraian: Mapping[str, Any]) -> str:
    """By which way, where it was not a page of its own."""
    if uraian.get("berkas"):
        batal = str(uraian.get("aksi", "")).startswith("batal")
        pola = _("lewat pembatalan impor “%(berkas)s”") if batal else _("lewat impor “%(berkas)s”")
        return pola % {"berkas": uraian["berkas"]}
    if uraian.get("perintah"):
        return _("lewat perintah “%(perintah)s” di peladen") % {"perintah": uraian["perintah"]}
    return ""


def _ubahan(p: _Peristiwa, nama: Nama, oleh: str) -> list[Ubahan]:
    if p.lalu is None:
        return [Ubahan(_dengan(BARU.get(p.sumber.model, _dicatat)(p, nama), oleh))]
    ubahan = [Ubahan(_dengan(_awalan(p, nama) + _beda(p, f, nama), oleh), _dapat(p, f)) for f in p.bidang()]
    return ubahan or [Ubahan(_dengan(_("Disimpan tanpa mengubah isinya"), oleh))]


def _dengan(kalimat: str, oleh: str) -> str:
    teks = _("%(kalimat)s oleh %(oleh)s.") % {"kalimat": kalimat, "oleh": oleh}
    return teks[:-1] if teks.endswith("..") else teks  # a degree ends with a full stop itself


def _dapat(p: _Peristiwa, bidang: Any) -> str:
    rahasia = bidang.name in p.sumber.rahasia
    return "" if p.nomor or rahasia or bidang.name == "path" else str(bidang.name)


def _beda(p: _Peristiwa, bidang: Any, nama: Nama) -> str:
    label = str(bidang.verbose_name)
    label = label[:1].upper() + label[1:]
    if bidang.name == "path":
        return _("Letaknya dalam susunan unit berubah")
    if bidang.name in p.sumber.rahasia or isinstance(bidang, models.JSONField):
        return _("%(bidang)s diubah (isinya tidak ditampilkan)") % {"bidang": label}
    dari, ke = (teks_nilai(bidang, getattr(e, bidang.attname, None), nama) for e in (p.lalu, p.kini))
    isi = {"bidang": label, "dari": dari, "ke": ke}
    if dari and ke:
        return _("%(bidang)s diubah dari “%(dari)s” menjadi “%(ke)s”") % isi
    pola = _("%(bidang)s diisi “%(ke)s”") if ke else _("%(bidang)s dikosongkan, sebelumnya “%(dari)s”")
    return pola % isi


def _isi_awal(p: _Peristiwa, nama: Nama) -> str:
    """What a record began with, but for what is secret."""
    baca = [
        f for f in p.bidang()
        if f.name not in p.sumber.rahasia and f.name != "path" and not isinstance(f, models.JSONField)
    ]  # fmt: skip
    return "; ".join(f"{f.verbose_name}: {teks_nilai(f, getattr(p.kini, f.attname), nama)}" for f in baca)


def _dicatat(p: _Peristiwa, nama: Nama) -> str:
    jenis = str(p.sumber.model._meta.verbose_name)
    if p.kini.pgh_label != "insert":
        return _("Catatan pertama yang disimpan tentang %(jenis)s ini dibuat") % {"jenis": jenis}
    return _("Data %(jenis)s ini dicatat") % {"jenis": jenis}


def _isian(p: _Peristiwa, nama: Nama, *bidang: str) -> dict[str, str]:
    meta = p.sumber.model._meta
    semua: dict[str, Any] = {n: meta.get_field(n) for n in bidang}
    return {n: teks_nilai(f, getattr(p.kini, f.attname), nama) for n, f in semua.items()}


def _ditempatkan(p: _Peristiwa, nama: Nama) -> str:
    isi = _isian(p, nama, "jabatan", "unit", "mulai")
    return _("Ditempatkan sebagai “%(jabatan)s” di “%(unit)s” mulai %(mulai)s; dicatat") % isi


def _diberi_peran(p: _Peristiwa, nama: Nama) -> str:
    isi = _isian(p, nama, "peran", "pegawai", "unit", "mulai", "selesai")
    isi["unit"] = isi["unit"] or _("seluruh instansi")
    if isi["selesai"]:
        pola = _(
            "Peran “%(peran)s” untuk %(unit)s diberikan kepada %(pegawai)s dari %(mulai)s sampai %(selesai)s"
        )
    else:
        pola = _("Peran “%(peran)s” untuk %(unit)s diberikan kepada %(pegawai)s mulai %(mulai)s")
    return pola % isi


def _awalan(p: _Peristiwa, nama: Nama) -> str:
    """Of which record, where a page shows several."""
    if not p.nomor:
        return ""
    if p.sumber.model is Penempatan:
        return _("Penempatan “%(jabatan)s” di “%(unit)s”: ") % _isian(p, nama, "jabatan", "unit")
    if p.sumber.model is PenugasanPeran:
        return _("Peran “%(peran)s”: ") % _isian(p, nama, "peran")
    return f"{p.sumber.model._meta.verbose_name}: "


BARU: dict[Any, Callable[[_Peristiwa, Nama], str]] = {
    Penempatan: _ditempatkan,
    PenugasanPeran: _diberi_peran,
}
