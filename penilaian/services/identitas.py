"""People as the head block of a form prints them on a day: name, NIP, rank, post, unit."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from inti.jalur import puncak, rantai
from pegawai.aturan.golongan import sebutan_pangkat
from pegawai.enums import JenisPenempatan, JenisUnit
from pegawai.models import Jabatan, Pegawai, Penempatan, UnitKerja
from penilaian.aturan.rekaman_tahunan import Orang

AWALAN = {JenisPenempatan.PLT: "Plt. ", JenisPenempatan.PLH: "Plh. "}


def nama_instansi(unit: UnitKerja) -> str:
    """The name of the government this unit belongs to."""
    return UnitKerja.objects.values_list("nama", flat=True).get(path=puncak(unit.path))


def sebutan_unit(unit: UnitKerja, semua: dict[str, UnitKerja]) -> str:
    """“Bidang Pencatatan Sipil, Dinas Kependudukan”: up to the OPD; `semua` are the units above by path."""
    ke_atas = reversed(rantai(unit.path))
    nama = [semua[p].nama for p in ke_atas if p in semua and semua[p].jenis != JenisUnit.INSTANSI]
    return ", ".join(nama) or unit.nama


def sebutan_jabatan(jabatan: Jabatan, jenis: str = JenisPenempatan.DEFINITIF) -> str:
    """The post with its jenjang, and “Plt.” before it for an acting one."""
    ada = not jabatan.jenjang or jabatan.jenjang.lower() in jabatan.nama.lower()
    return AWALAN.get(jenis, "") + (jabatan.nama if ada else f"{jabatan.nama} {jabatan.jenjang}")


def orang_pada(
    pegawai: Iterable[Pegawai | None], *, hari: date, penempatan: Penempatan | None = None
) -> dict[UUID, Orang]:
    """Each of these people on the day `hari`, by key, in two queries.

    `penempatan` is the placement its owner is evaluated in, whatever else he holds that day.
    """
    semua = {p.pk: p for p in pegawai if p is not None}
    duduk: dict[UUID, Penempatan] = {}
    baris = Penempatan.objects.berlaku(hari).filter(pegawai__in=list(semua)).select_related("jabatan", "unit")
    for satu in sorted(baris, key=lambda b: (b.jenis == JenisPenempatan.DEFINITIF, b.mulai, str(b.pk))):
        duduk[satu.pegawai_id] = satu
    if penempatan is not None:
        duduk[penempatan.pegawai_id] = penempatan
    atas = _unit_di_atas([satu.unit for satu in duduk.values()])
    return {kunci: _orang(p, duduk.get(kunci), atas) for kunci, p in semua.items()}


def _orang(pegawai: Pegawai, duduk: Penempatan | None, atas: dict[str, UnitKerja]) -> Orang:
    return Orang(
        nama=pegawai.nama_lengkap,
        nip=pegawai.nip or "",
        pangkat=sebutan_pangkat(pegawai.golongan),
        jabatan=sebutan_jabatan(duduk.jabatan, duduk.jenis) if duduk else "",
        unit=sebutan_unit(duduk.unit, atas) if duduk else "",
    )


def _unit_di_atas(unit: Iterable[UnitKerja]) -> dict[str, UnitKerja]:
    jalur = {satu for u in unit for satu in rantai(u.path)}
    return {u.path: u for u in UnitKerja.objects.filter(path__in=jalur)}
