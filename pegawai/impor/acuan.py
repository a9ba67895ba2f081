"""The units and posts that a file names: found by code, then by exact name, or prepared to be created."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.utils import timezone

from inti.tanda import isi_galat
from pegawai.aturan.jabatan import JenisDanEselon, eselon, jenis_jabatan, ratakan
from pegawai.aturan.unit import jenis_unit
from pegawai.enums import JenisJabatan
from pegawai.impor.sel import Tolak
from pegawai.models import Jabatan, UnitKerja

AWAL_UNIT = date(1945, 8, 17)  # a unit built from a file has no known opening date
STRUKTURAL = (
    JenisJabatan.JPT_MADYA,
    JenisJabatan.JPT_PRATAMA,
    JenisJabatan.ADMINISTRATOR,
    JenisJabatan.PENGAWAS,
)


@dataclass(frozen=True)
class Pilihan:
    """What may be created on the way."""

    buat_unit: bool = False
    buat_jabatan: bool = True


class SebutanUnit(NamedTuple):
    """How a row names its unit."""

    kode: str
    nama: str
    induk_kode: str
    induk_nama: str
    instansi: str


class SebutanJabatan(NamedTuple):
    """How a row names its post."""

    kode: str
    nama: str
    jenis: str
    eselon: str


@dataclass(frozen=True)
class Unit:
    id: uuid.UUID
    nama: str
    kode: str | None
    jalur: str  # path of the tree
    induk: str  # name of the parent
    jenis: str = ""


@dataclass(frozen=True)
class Post:
    id: uuid.UUID
    nama: str
    rincian: JenisDanEselon
    kode: str | None = None

    @property
    def struktural(self) -> bool:
        return self.rincian.jenis in STRUKTURAL


@dataclass
class AcuanUnit:
    """The open units, by code and by name, and the new ones."""

    pilihan: Pilihan
    baru: list[Unit] = field(default_factory=list)
    _per_kode: dict[str, Unit] = field(default_factory=dict)
    _per_nama: dict[str, list[Unit]] = field(default_factory=lambda: defaultdict(list))
    _tanpa_kode: dict[str, list[Unit]] = field(default_factory=lambda: defaultdict(list))
    _per_jalur: dict[str, Unit] = field(default_factory=dict)
    _per_id: dict[str, Unit] = field(default_factory=dict)
    _akar_semua: list[Unit] = field(default_factory=list)
    _anak_terakhir: dict[str, int] = field(default_factory=dict)
    _tutup: dict[str, str] = field(default_factory=dict)  # code -> name of closed units
    _lama: dict[str, list[Unit]] = field(
        default_factory=lambda: defaultdict(list)
    )  # closed ones that may be named
    _ingat: dict[SebutanUnit, Unit | Tolak] = field(default_factory=dict)

    @classmethod
    def muat(cls, pilihan: Pilihan, *, juga_tutup: bool = False) -> "AcuanUnit":
        """With the units that the database has now; with `juga_tutup` closed ones are found too."""
        acuan, hari_ini = cls(pilihan), timezone.localdate()
        jejak: list[tuple[str, str | None, object]] = []
        nilai = UnitKerja.objects.order_by("path").values_list(
            "id", "nama", "kode", "path", "ditutup", "digabung_ke"
        )
        for pk, nama, kode, jalur, ditutup, ke in nilai:
            acuan._hitung_anak(jalur)
            unit = Unit(pk, nama, kode, jalur, acuan._nama_induk(jalur))
            if ke is not None:
                jejak.append((nama, kode, ke))
            elif ditutup is None or ditutup > hari_ini:
                acuan._daftarkan(unit)
            elif juga_tutup:
                acuan._daftarkan_lama(unit)
            else:
                acuan._tutup[kode or ""] = nama
        for nama, kode, ke in jejak:
            acuan._ingat_jejak(nama, kode, acuan._per_id.get(str(ke)))
        return acuan

    def cari(self, sebutan: SebutanUnit) -> Unit:
        """The unit; raises Tolak when it is unknown or the name fits several."""
        if sebutan not in self._ingat:
            try:
                self._ingat[sebutan] = self._temukan(sebutan) or self._buat(sebutan)
            except Tolak as t:
                self._ingat[sebutan] = t
        hasil = self._ingat[sebutan]
        if isinstance(hasil, Tolak):
            raise Tolak(hasil.kode, **hasil.isi)
        return hasil

    def _temukan(self, s: SebutanUnit) -> Unit | None:
        if s.kode in self._per_kode:
            return self._per_kode[s.kode]
        if s.kode in self._per_id:  # our own number, which an export gives to a unit without a code
            return self._per_id[s.kode]
        if s.kode and s.kode in self._tutup:
            raise Tolak("unit_ditutup", unit=self._tutup[s.kode])
        # Of many units with this name those with another code are not meant.
        nama = _kunci(s.nama)
        calon = (self._tanpa_kode if s.kode else self._per_nama).get(nama) or self._lama.get(nama, [])
        if len(calon) > 1:
            calon = self._di_bawah(calon, s) or calon
        if len(calon) > 1:
            raise Tolak("unit_ambigu", calon="; ".join(f"{u.nama} ({u.induk or '-'})" for u in calon[:5]))
        return calon[0] if calon else None

    def _di_bawah(self, calon: list[Unit], s: SebutanUnit) -> list[Unit]:
        """Those below the named parent organisation; a direct child wins."""
        induk = [self._per_kode[s.induk_kode]] if s.induk_kode in self._per_kode else []
        induk = induk or self._per_nama.get(_kunci(s.induk_nama), [])
        bawah = [u for u in calon if any(u.jalur.startswith(i.jalur) for i in induk)]
        langsung = [u for u in bawah if any(u.jalur[: -UnitKerja.steplen] == i.jalur for i in induk)]
        return langsung if len(langsung) == 1 else bawah

    def _buat(self, s: SebutanUnit) -> Unit:
        if not self.pilihan.buat_unit or not s.nama:
            raise Tolak("unit_tidak_dikenal")
        akar = self._akar(s.instansi)
        if _kunci(s.induk_nama) in {"", _kunci(s.nama), _kunci(akar.nama)}:
            return self._tambah(s.nama, s.kode, akar)
        induk = SebutanUnit(s.induk_kode, s.induk_nama, "", "", s.instansi)
        return self._tambah(
            s.nama, s.kode, self._temukan(induk) or self._tambah(s.induk_nama, s.induk_kode, akar)
        )

    def _akar(self, instansi: str) -> Unit:
        akar = self._akar_semua
        cocok = [u for u in akar if _kunci(u.nama) == _kunci(instansi)] or akar
        if cocok:
            return cocok[0]
        if not instansi:
            raise Tolak("unit_tanpa_instansi")
        return self._tambah(instansi, "", None)

    def _tambah(self, nama: str, kode: str, induk: Unit | None) -> Unit:
        atas = induk.jalur if induk else ""
        langkah = self._anak_terakhir.get(atas, 0) + 1
        jalur = UnitKerja._get_path(atas, len(atas) // UnitKerja.steplen + 1, langkah)
        jenis = jenis_unit(nama) if induk else "instansi"
        unit = Unit(uuid.uuid4(), nama, kode or None, jalur, induk.nama if induk else "", jenis)
        self._hitung_anak(jalur)
        self._daftarkan(unit)
        self.baru.append(unit)
        return unit

    def nama_dari(self, pk: object) -> str:
        """The name of a unit by its id; "" when it is not known."""
        return self._per_id[str(pk)].nama if str(pk) in self._per_id else ""

    def dari_id(self, pk: object) -> Unit:
        """The unit of an id that this reference gave."""
        return self._per_id[str(pk)]

    def _daftarkan(self, unit: Unit) -> None:
        self._per_jalur[unit.jalur] = self._per_id[str(unit.id)] = unit
        self._per_nama[_kunci(unit.nama)].append(unit)
        if len(unit.jalur) == UnitKerja.steplen:
            self._akar_semua.append(unit)
        if unit.kode:
            self._per_kode[unit.kode] = unit
        else:
            self._tanpa_kode[_kunci(unit.nama)].append(unit)

    def _daftarkan_lama(self, unit: Unit) -> None:
        self._per_jalur[unit.jalur] = self._per_id[str(unit.id)] = unit
        self._lama[_kunci(unit.nama)].append(unit)
        if unit.kode:
            self._per_kode[unit.kode] = unit

    def _ingat_jejak(self, nama: str, kode: str | None, ke: Unit | None) -> None:
        """A unit that was merged stands for the one it went into, by its code and by its name."""
        if ke is None:
            return
        if kode:
            self._per_kode.setdefault(kode, ke)
        if ke not in self._per_nama[_kunci(nama)]:
            self._per_nama[_kunci(nama)].append(ke)

    def _hitung_anak(self, jalur: str) -> None:
        atas = jalur[: -UnitKerja.steplen]
        langkah = UnitKerja._str2int(jalur[-UnitKerja.steplen :])
        self._anak_terakhir[atas] = max(langkah, self._anak_terakhir.get(atas, 0))

    def _nama_induk(self, jalur: str) -> str:
        induk = self._per_jalur.get(jalur[: -UnitKerja.steplen])
        return induk.nama if induk else ""


@dataclass
class AcuanJabatan:
    """The posts, by code and by name, and the new ones."""

    pilihan: Pilihan
    baru: list[Post] = field(default_factory=list)
    _per_kode: dict[str, Post] = field(default_factory=dict)
    _per_nama: dict[tuple[str, str], list[Post]] = field(default_factory=lambda: defaultdict(list))
    _per_id: dict[str, Post] = field(default_factory=dict)
    _ingat: dict[SebutanJabatan, Post | Tolak] = field(default_factory=dict)

    @classmethod
    def muat(cls, pilihan: Pilihan) -> "AcuanJabatan":
        """With the posts that the database has now."""
        acuan = cls(pilihan)
        for pk, nama, jenis, eselon_, jenjang, kode in Jabatan.objects.order_by("pk").values_list(
            "id", "nama", "jenis", "eselon", "jenjang", "kode"
        ):
            acuan._daftarkan(Post(pk, nama, JenisDanEselon(jenis, eselon_, jenjang), kode))
        return acuan

    def cari(self, sebutan: SebutanJabatan) -> Post:
        """The post; raises Tolak when it is unknown or its kind cannot be told."""
        if sebutan not in self._ingat:
            try:
                self._ingat[sebutan] = self._temukan(sebutan)
            except ValueError as e:
                self._ingat[sebutan] = Tolak("jabatan_salah", kalimat=isi_galat(e))
            except Tolak as t:
                self._ingat[sebutan] = t
        hasil = self._ingat[sebutan]
        if isinstance(hasil, Tolak):
            raise Tolak(hasil.kode, **hasil.isi)
        return hasil

    def _temukan(self, s: SebutanJabatan) -> Post:
        if s.kode in self._per_kode:
            return self._per_kode[s.kode]
        rincian = jenis_jabatan(s.nama, s.jenis, eselon(s.eselon))
        return self._bernama(s.nama, rincian) or self._buat(s, rincian)

    def _bernama(self, nama: str, rincian: JenisDanEselon) -> Post | None:
        """An existing post of this name and kind; a guessed eselon yields to the recorded one."""
        kunci = _kunci(nama)
        pendek = kunci.removesuffix(rincian.jenjang.upper()).strip() if rincian.jenjang else kunci
        calon = self._per_nama.get((kunci, rincian.jenis), []) + [
            p
            for p in self._per_nama.get((pendek, rincian.jenis), [])
            if pendek != kunci and p.rincian.jenjang == rincian.jenjang
        ]
        tepat = [p for p in calon if p.rincian.eselon == rincian.eselon]
        if tepat or not rincian.ditebak:
            return next(iter(tepat), None)
        return calon[0] if len(calon) == 1 else None

    def _buat(self, s: SebutanJabatan, rincian: JenisDanEselon) -> Post:
        if not self.pilihan.buat_jabatan:
            raise Tolak("jabatan_tidak_dikenal")
        # The number of a structural post is that of its unit, and its name is shared by many units.
        struktural = rincian.jenis in STRUKTURAL
        post = Post(uuid.uuid4(), s.nama, rincian, None if struktural else s.kode or None)
        self._daftarkan(post)
        self.baru.append(post)
        return post

    def nama_dari(self, pk: object) -> str:
        """The name of a post by its id; "" when it is not known."""
        return self._per_id[str(pk)].nama if str(pk) in self._per_id else ""

    def dari_id(self, pk: object) -> Post:
        """The post of an id that this reference gave."""
        return self._per_id[str(pk)]

    def _daftarkan(self, post: Post) -> None:
        self._per_id[str(post.id)] = post
        self._per_nama[_kunci(post.nama), post.rincian.jenis].append(post)
        if post.kode:
            self._per_kode[post.kode] = post


def _kunci(nama: str) -> str:
    return ratakan(nama)
