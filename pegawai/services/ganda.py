"""Which records may be one person or one unit, found for everybody by a few joins on equal keys.

Nobody is compared with everybody. People meet only over an equal key (NIK, old and new number, name with date of
birth, name with the rest of the number, the first fifteen digits): hash joins, linear in the number of people. Only
pairs that met by the digits alone are then compared by trigrams. Units are compared by trigrams with their siblings
only. The pairs are kept in a table, so the page reads them by key at any size; what HR called no double stays out.
"""

from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from inti.jalur import LANGKAH
from pegawai.enums import KedudukanHukum
from pegawai.models import GandaPegawai, GandaUnit, Pegawai

MIRIP_ORANG = 0.6  # [K] of names whose numbers agree but for the last three digits
MIRIP_UNIT = 0.75  # [K] of names of siblings

# Names in capitals, letters only: titles stand in columns of their own.
_ORANG = """
CREATE TEMPORARY TABLE ganda_orang ON COMMIT DROP AS
SELECT id, nip, nip_lama, nik, tanggal_lahir, nama, regexp_replace(upper(nama), '[^A-Z]', '', 'g') AS rata
FROM pegawai_pegawai
WHERE digabung_ke_id IS NULL AND kedudukan_hukum <> ALL(%(keluar)s) AND jenis <> 'pejabat_negara'
"""
_TEMU = """
CREATE TEMPORARY TABLE ganda_temu ON COMMIT DROP AS
SELECT least(a, b) AS satu, greatest(a, b) AS dua, min(urut) AS urut FROM (
    SELECT x.id AS a, y.id AS b, 1 AS urut FROM ganda_orang x JOIN ganda_orang y ON y.nik = x.nik AND y.id > x.id
    WHERE x.nik <> ''
    UNION ALL
    SELECT x.id, y.id, 2 FROM ganda_orang x JOIN ganda_orang y ON y.nip = x.nip_lama AND y.id <> x.id
    WHERE x.nip_lama <> ''
    UNION ALL
    SELECT x.id, y.id, 3 FROM ganda_orang x
    JOIN ganda_orang y ON y.rata = x.rata AND y.tanggal_lahir = x.tanggal_lahir AND y.id > x.id
    WHERE x.rata <> ''
    UNION ALL
    SELECT x.id, y.id, 4 FROM ganda_orang x
    JOIN ganda_orang y ON y.rata = x.rata AND substr(y.nip, 9) = substr(x.nip, 9) AND y.id > x.id
    WHERE x.rata <> ''
    UNION ALL
    SELECT x.id, y.id, 4 FROM ganda_orang x
    JOIN ganda_orang y ON left(y.nip, 15) = left(x.nip, 15) AND y.id > x.id
    WHERE y.rata <> x.rata AND similarity(x.nama, y.nama) >= %(mirip)s
) p
GROUP BY 1, 2
"""
_SIMPAN_ORANG = """
INSERT INTO pegawai_gandapegawai (satu_id, dua_id, sebab, nama)
SELECT t.satu, t.dua, (ARRAY['nik', 'nip_lama', 'nama_lahir', 'nip_mirip'])[t.urut], upper(p.nama)
FROM ganda_temu t JOIN pegawai_pegawai p ON p.id = t.satu
ON CONFLICT (satu_id, dua_id) DO UPDATE SET sebab = excluded.sebab, nama = excluded.nama
WHERE (pegawai_gandapegawai.sebab, pegawai_gandapegawai.nama) IS DISTINCT FROM (excluded.sebab, excluded.nama)
"""
_BUANG_ORANG = """
DELETE FROM pegawai_gandapegawai g
WHERE NOT g.bukan AND NOT EXISTS (SELECT FROM ganda_temu t WHERE t.satu = g.satu_id AND t.dua = g.dua_id)
"""

# Numbers in a name, Arabic or Roman, and kinds of schools tell units apart: SD Negeri 1 is not SD Negeri 2.
PEMBEDA = r"([0-9]+|\m(?:[IVXLC]+|TK|PAUD|SDN?|SMPN?|SMAN?|SMKN?|SLB)\M)"
_UNIT = """
CREATE TEMPORARY TABLE ganda_unit ON COMMIT DROP AS
SELECT id, nama, left(path, length(path) - %(langkah)s) AS induk,
    upper(regexp_replace(kode, '[^[:alnum:]]', '', 'g')) AS kode,
    regexp_replace(upper(nama), '[^A-Z0-9]', '', 'g') AS rata,
    ARRAY(SELECT m[1] FROM regexp_matches(upper(nama), %(pembeda)s, 'g') m) AS angka
FROM pegawai_unitkerja
WHERE digabung_ke_id IS NULL AND depth > 1 AND (ditutup IS NULL OR ditutup > %(hari)s)
"""
_TEMU_UNIT = """
CREATE TEMPORARY TABLE ganda_temu ON COMMIT DROP AS
SELECT least(a, b) AS satu, greatest(a, b) AS dua, min(urut) AS urut FROM (
    SELECT x.id AS a, y.id AS b, 1 AS urut FROM ganda_unit x JOIN ganda_unit y ON y.kode = x.kode AND y.id > x.id
    WHERE x.kode <> ''
    UNION ALL
    SELECT x.id, y.id, 2 FROM ganda_unit x JOIN ganda_unit y ON y.induk = x.induk AND y.rata = x.rata AND y.id > x.id
    UNION ALL
    SELECT x.id, y.id, 3 FROM ganda_unit x
    JOIN ganda_unit y ON y.induk = x.induk AND y.angka = x.angka AND y.id > x.id
    WHERE y.rata <> x.rata AND similarity(x.nama, y.nama) >= %(mirip)s
) p
GROUP BY 1, 2
"""
_SIMPAN_UNIT = """
INSERT INTO pegawai_gandaunit (satu_id, dua_id, sebab, nama)
SELECT t.satu, t.dua, (ARRAY['kode', 'nama', 'mirip'])[t.urut], upper(u.nama)
FROM ganda_temu t JOIN pegawai_unitkerja u ON u.id = t.satu
ON CONFLICT (satu_id, dua_id) DO UPDATE SET sebab = excluded.sebab, nama = excluded.nama
WHERE (pegawai_gandaunit.sebab, pegawai_gandaunit.nama) IS DISTINCT FROM (excluded.sebab, excluded.nama)
"""
_BUANG_UNIT = """
DELETE FROM pegawai_gandaunit g
WHERE NOT g.bukan AND NOT EXISTS (SELECT FROM ganda_temu t WHERE t.satu = g.satu_id AND t.dua = g.dua_id)
"""


def cari_ganda() -> int:
    """Find the pairs anew; returns how many were added, changed or dropped. Safe to run twice, and by two."""
    keluar = [k for k in KedudukanHukum.values if k >= KedudukanHukum.BELUM_SK_CPNS]
    orang = _jalankan(
        "pegawai.ganda_pegawai",
        (_ORANG, "ANALYZE ganda_orang", _TEMU, _SIMPAN_ORANG, _BUANG_ORANG),
        {"keluar": keluar, "mirip": MIRIP_ORANG},
    )
    unit = _jalankan(
        "pegawai.ganda_unit",
        (_UNIT, "ANALYZE ganda_unit", _TEMU_UNIT, _SIMPAN_UNIT, _BUANG_UNIT),
        {"langkah": LANGKAH, "hari": timezone.localdate(), "mirip": MIRIP_UNIT, "pembeda": PEMBEDA},
    )
    return orang + unit


def _jalankan(gembok: str, perintah: tuple[str, ...], isian: dict[str, Any]) -> int:
    """The statements in one transaction; returns the rows that the last two wrote."""
    berubah = 0
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [gembok])
        kursor.execute("DROP TABLE IF EXISTS pg_temp.ganda_temu, pg_temp.ganda_orang, pg_temp.ganda_unit")
        for nomor, satu in enumerate(perintah):
            kursor.execute(satu, isian)
            berubah += kursor.rowcount if nomor >= len(perintah) - 2 else 0
    return berubah


def bukan_ganda(
    *, pasangan: GandaPegawai | GandaUnit, bukan: bool, alasan: str, oleh: Pegawai | None
) -> None:
    """Say that two records are no double (or take it back); the pair is not offered any more."""
    model: Any = type(pasangan)
    baris: QuerySet[Any] = model.objects.filter(pk=pasangan.pk)
    baris.update(bukan=bukan, alasan=alasan if bukan else "", dicatat_oleh=oleh if bukan else None)
