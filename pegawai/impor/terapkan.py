"""Writes the staged rows: new units and posts, people, placements. One statement per step."""

from typing import Any

from inti.jejak_massal import sisip_berjejak
from pegawai.impor.acuan import AWAL_UNIT, AcuanJabatan, AcuanUnit
from pegawai.impor.tahap import BIDANG
from pegawai.models import Jabatan, Pegawai, Penempatan, UnitKerja

SEKALI = 2_000  # units or posts of one INSERT
_TANPA_BAWAAN = {"tanggal_lahir", "tmt_cpns", "tmt_pns", "tmt_golongan", "tahun_lulus", "nip", "pns_id"}


def _bawaan(bidang: str) -> str:
    """The value of a new person's empty cell: NULL where the model allows it, else its default."""
    if bidang in _TANPA_BAWAAN:
        return f"w.{bidang}"
    return f"coalesce(w.{bidang}, '{'01' if bidang == 'kedudukan_hukum' else ''}')"


_NILAI_BARU = ", ".join(_bawaan(b) for b in BIDANG)
_NILAI_BARU = ", ".join(_bawaan(b) for b in BIDANG)
_UBAH = ", ".join(f"{b} = coalesce(w.{b}, p.{b})" for b in BIDANG)

# Names in these statements are our own columns, listed in tahap.BIDANG.
UBAH_ORANG = f"""
UPDATE pegawai_pegawai p SET {_UBAH}, siasn = p.siasn || w.siasn, diubah_pada = now()
FROM impor_siapa s JOIN impor_pegawai w ON w.baris = s.baris
WHERE p.id = s.id AND s.berubah AND NOT s.baru AND NOT s.galat
"""  # noqa: S608
ORANG_BARU = f"""
SELECT s.id, {_NILAI_BARU}, w.siasn, now(), now()
FROM impor_siapa s JOIN impor_pegawai w ON w.baris = s.baris WHERE s.baru AND NOT s.galat
"""  # noqa: S608
KOLOM_PENEMPATAN = ("pegawai_id", "unit_id", "jabatan_id", "jenis", "kepala", "mulai")
UBAH_PENEMPATAN = (
    """
    UPDATE pegawai_penempatan q SET selesai = s.mulai - 1
    FROM impor_siapa s WHERE q.id = s.p_id AND s.aksi = 'pindah' AND NOT s.galat
    """,
    # Two heads who change places by a correction: first both step down.
    """
    UPDATE pegawai_penempatan q SET kepala = false
    FROM impor_siapa s
    WHERE q.id = s.p_id AND s.aksi = 'betulkan' AND NOT s.galat
        AND q.kepala AND (q.unit_id <> s.unit_id OR NOT s.kepala)
    """,
    """
    UPDATE pegawai_penempatan q
    SET unit_id = s.unit_id, jabatan_id = s.jabatan_id, kepala = s.kepala, mulai = s.mulai
    FROM impor_siapa s WHERE q.id = s.p_id AND s.aksi = 'betulkan' AND NOT s.galat
    """,
)
PENEMPATAN_BARU = """
SELECT id, unit_id, jabatan_id, 'definitif', kepala, mulai
FROM impor_siapa WHERE aksi IN ('buka', 'pindah') AND NOT galat
"""


def tulis_acuan(unit: AcuanUnit, jabatan: AcuanJabatan) -> None:
    """Create the new units, parents first, and the new posts."""
    UnitKerja.objects.bulk_create(
        (
            UnitKerja(
                id=u.id,
                nama=u.nama,
                kode=u.kode,
                jenis=u.jenis,
                dibuka=AWAL_UNIT,
                path=u.jalur,
                depth=len(u.jalur) // UnitKerja.steplen,
                numchild=0,
            )
            for u in unit.baru
        ),
        batch_size=SEKALI,
    )
    Jabatan.objects.bulk_create(
        (
            Jabatan(
                id=p.id,
                nama=p.nama,
                kode=p.kode,
                jenis=p.rincian.jenis,
                jenjang=p.rincian.jenjang,
                eselon=p.rincian.eselon,
            )
            for p in jabatan.baru
        ),
        batch_size=SEKALI,
    )


_HITUNG_ANAK = """
UPDATE pegawai_unitkerja u SET numchild = a.jumlah
FROM (
    SELECT left(path, -%(langkah)s) AS path, count(*) AS jumlah
    FROM pegawai_unitkerja WHERE length(path) > %(langkah)s GROUP BY 1
) a
WHERE a.path = u.path AND u.numchild <> a.jumlah
"""


def tulis(kursor: Any, unit: AcuanUnit, jabatan: AcuanJabatan) -> None:
    """Write everything that was staged; the caller has made sure that no row is refused."""
    tulis_acuan(unit, jabatan)
    if unit.baru:
        kursor.execute(_HITUNG_ANAK, {"langkah": UnitKerja.steplen})
    # With foreign keys checked per statement the history triggers do not wade through a queue of checks.
    kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    kursor.execute(UBAH_ORANG)
    sisip_berjejak(kursor, Pegawai, ("id", *BIDANG, "siasn", "dibuat_pada", "diubah_pada"), ORANG_BARU)
    for perintah in UBAH_PENEMPATAN:
        kursor.execute(perintah)
    sisip_berjejak(kursor, Penempatan, KOLOM_PENEMPATAN, PENEMPATAN_BARU)
    kursor.execute("SET CONSTRAINTS ALL DEFERRED")
