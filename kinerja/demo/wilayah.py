"""One regency: its units in the tree, its posts, its people and its acting heads."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Any

from kinerja.demo.jabatan import POS, Pos
from kinerja.demo.muat import baris, salin
from kinerja.demo.nama import KABUPATEN
from kinerja.demo.orang import Pembuat
from kinerja.demo.organisasi import Unit, semua, susun
from kinerja.demo.pemeran import DISDUKCAPIL, di_kursi
from pegawai.models import Jabatan

LOWONG = 17  # one division in so many has no head, but somebody who acts for him
RINCI = (DISDUKCAPIL, "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "Dinas Perhubungan")
KOLOM_UNIT = "id, path, depth, numchild, nama, singkatan, jenis, zona, hari_per_pekan, mandiri, dibuka"
ANGKA = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(slots=True)
class Duduk:
    """A unit with its place in the database. `plt` is the unit whose head acts for the missing one."""

    unit: Unit
    id: str
    path: str
    induk: str
    rinci: bool
    plt: str | None = None


@dataclass(slots=True)
class Wilayah:
    """A regency that has been laid out; its people are made line by line."""

    kursi: list[Duduk]
    jabatan: dict[Pos, str]
    utama: bool
    plt: list[Duduk] = field(default_factory=list)

    @staticmethod
    def pembuat(acak: int, hari_ini: date, jumlah: int) -> Pembuat:
        """The one maker of people of the whole database: it counts, so that no NIP comes twice."""
        return Pembuat(acak, hari_ini, jumlah)

    def orang(self, pembuat: Pembuat) -> Iterator[str]:
        """Lines of COPY of everybody in the regency, unit by unit."""
        for duduk in self.kursi:
            unit = duduk.unit
            tokoh = di_kursi(duduk.induk, unit.nama, len(duduk.path) == 4) if self.utama else []
            if duduk.plt is None:
                kepala = next((t for t in tokoh if not t.pos), None)
                yield pembuat.satu(
                    unit.kepala, unit, duduk.id, self.jabatan, kepala, duduk.rinci, kepala=True
                )
            yield from pembuat.staf(unit, duduk.id, self.jabatan, tokoh, duduk.rinci)

    def isi_plt(self, kursor: Any) -> None:
        """The acting heads, besides their own posts."""
        for duduk in self.kursi:
            if duduk.plt:
                kursor.execute(
                    "INSERT INTO pegawai_penempatan (id, pegawai_id, unit_id, jabatan_id, jenis, kepala, "
                    "mulai, dasar)"
                    " SELECT md5(id::text || 'plt')::uuid, id, %s, %s, 'plt', true, mulai, '800/Plt/' || "
                    "acak %% 900"
                    " FROM demo_orang WHERE unit_id = %s AND kepala",
                    [duduk.id, self.jabatan[duduk.unit.kepala], duduk.plt],
                )


def buat_wilayah(ke: int, jumlah: int, *, acak: int, hari_ini: date, semua_rinci: bool) -> Wilayah:
    """Lay out the `ke`-th regency for `jumlah` employees and write its units and posts."""
    dadu = Random(f"{acak}-{ke}")  # noqa: S311 - ids of a demo, no secret
    nama = KABUPATEN[ke]
    pohon = susun(nama, jumlah)
    pohon.staf = 0
    kursi = list(_dudukkan(pohon, _angka(ke + 1), "", dadu, semua_rinci))
    for duduk in kursi:
        duduk.unit.nama = f"RSUD {nama}" if duduk.unit.nama == "RSUD" else duduk.unit.nama
    if ke > 0 and not semua_rinci:
        for duduk in kursi:
            duduk.rinci = False
    _kosongkan(kursi)
    _tambah_bupati(kursi, jumlah)
    dibuka = f"{hari_ini.year - 9}-01-01"
    salin("pegawai_unitkerja", KOLOM_UNIT, (_baris_unit(d, dibuka) for d in kursi))
    return Wilayah(kursi, _jabatan(kursi), ke == 0)


def _dudukkan(unit: Unit, path: str, induk: str, dadu: Random, rinci: bool) -> Iterator[Duduk]:
    rinci = rinci or unit.nama in RINCI
    yield Duduk(unit, f"{dadu.getrandbits(128):032x}", path, induk, rinci)
    for ke, anak in enumerate(unit.anak, 1):
        yield from _dudukkan(anak, path + _angka(ke), unit.nama, dadu, rinci)


def _angka(nilai: int) -> str:
    """Four digits of base 36, as the tree writes its steps."""
    teks = ""
    for _ in range(4):
        nilai, sisa = divmod(nilai, 36)
        teks = ANGKA[sisa] + teks
    return teks


def _kosongkan(kursi: list[Duduk]) -> None:
    """Take the head from some divisions; the head of the first sister unit acts for him."""
    calon = [d for d in kursi if d.unit.jenis == "bidang" and d.unit.nama != "Bidang Pencatatan Sipil"]
    for ke, duduk in enumerate(calon):
        saudara = [s for s in kursi if s.path[:-4] == duduk.path[:-4] and s is not duduk and s.plt is None]
        if ke % LOWONG == 0 and saudara:
            duduk.plt = saudara[0].id
            duduk.unit.staf += 1  # the number of employees stays what was asked for


def _tambah_bupati(kursi: list[Duduk], jumlah: int) -> None:
    """The regent is no employee: one more member of staff keeps the number."""
    orang = sum(d.unit.staf + (d.plt is None) for d in kursi) - 1
    kursi[1].unit.staf += jumlah - orang


def _baris_unit(duduk: Duduk, dibuka: str) -> str:
    u = duduk.unit
    return baris(
        duduk.id, duduk.path, len(duduk.path) // 4, len(u.anak), u.nama, u.singkatan, u.jenis, "WIB",
        u.zona_hari,
        "t" if u.mandiri else "f", dibuka,
    )  # fmt: skip


def _jabatan(kursi: list[Duduk]) -> dict[Pos, str]:
    """Every post that occurs → its id; the new ones are written."""
    semua_pos = dict.fromkeys([d.unit.kepala for d in kursi] + list(POS.values()))
    kunci = ("nama", "jenis", "jenjang", "eselon")
    ada = {tuple(b[:4]): b[4] for b in Jabatan.objects.values_list(*kunci, "id").order_by("id")}
    baru: dict[tuple[str, ...], Jabatan] = {}
    for pos in semua_pos:
        tempat = (pos.nama, pos.jenis, pos.jenjang, pos.eselon)
        if tempat not in ada and tempat not in baru:
            baru[tempat] = Jabatan(
                nama=pos.nama,
                jenis=pos.jenis,
                jenjang=pos.jenjang,
                eselon=pos.eselon,
                kelas=pos.kelas,
                bup=pos.bup,
            )
    Jabatan.objects.bulk_create(baru.values())
    ada |= {k: j.id for k, j in baru.items()}
    return {pos: str(ada[pos.nama, pos.jenis, pos.jenjang, pos.eselon]) for pos in semua_pos}


__all__ = ["Wilayah", "buat_wilayah", "semua"]
