"""Taking an import back from the history that the database wrote: the new is deleted, the changed is as before.

Set-based like the import. Refused, with nothing written, when somebody changed a row since or when
something new points to one. Nobody else writes to its tables meanwhile.
"""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import Model

from inti.impor import kunci_tabel
from inti.tanda import kalimat


class BatalDitolak(Exception):
    """The import cannot be taken back; the text is a sentence for the person who asked."""


_KUMPULKAN = """
CREATE TEMPORARY TABLE batal_{tabel} ON COMMIT DROP AS
SELECT e.pgh_obj_id AS id, min(e.pgh_id) AS awal, max(e.pgh_id) AS akhir,
    bool_or(e.pgh_label = 'insert') AS baru, NULL::bigint AS sebelum
FROM {peristiwa} e WHERE e.pgh_context_id = %s GROUP BY 1
"""
_SEBELUM = """
UPDATE batal_{tabel} b SET sebelum = (
    SELECT max(e.pgh_id) FROM {peristiwa} e WHERE e.pgh_obj_id = b.id AND e.pgh_id < b.awal)
WHERE NOT b.baru
"""
_SESUDAH = """
SELECT count(*) FILTER (
    WHERE EXISTS (SELECT FROM {peristiwa} e WHERE e.pgh_obj_id = b.id AND e.pgh_id > b.akhir)
), count(*) FILTER (WHERE NOT b.baru AND b.sebelum IS NULL) FROM batal_{tabel} b
"""


def batalkan(
    *, konteks: UUID, model: Sequence[type[Model]], sebelum: Callable[[Any], None] | None = None
) -> dict[str, dict[str, int]]:
    """Take back what was written under the history context `konteks`; `model` in the order of deletion.

    `sebelum` may clear what the application itself derived from the rows; the temporary tables
    `batal_<table>` (id, baru) name them. Returns how many rows of each table were deleted and restored.
    Raises BatalDitolak.
    """
    hasil = {}
    try:
        with transaction.atomic(), connection.cursor() as kursor:
            kunci_tabel(kursor, (satu._meta.db_table for satu in model))
            kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            for satu in model:
                _kumpulkan(kursor, satu, konteks)
            if sebelum:
                sebelum(kursor)
            for satu in model:
                hasil[satu._meta.db_table] = {"dihapus": _hapus(kursor, satu._meta.db_table)}
            for satu in model:
                hasil[satu._meta.db_table]["dikembalikan"] = _kembalikan(kursor, satu)
            kursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError as e:
        raise BatalDitolak(_sebab(e)) from e
    except OperationalError as e:
        raise BatalDitolak(kalimat("Data sedang diubah oleh proses lain. Ulangi beberapa saat lagi.")) from e
    return hasil


def _peristiwa(model: type[Model]) -> str:
    nama = f"{model._meta.object_name}Event"
    return str(apps.get_model(model._meta.app_label, nama)._meta.db_table)


def _kumpulkan(kursor: Any, model: type[Model], konteks: UUID) -> None:
    tabel = model._meta.db_table
    nama = {"tabel": tabel, "peristiwa": _peristiwa(model)}
    kursor.execute(f"DROP TABLE IF EXISTS pg_temp.batal_{tabel}")
    kursor.execute(_KUMPULKAN.format(**nama), [konteks])
    kursor.execute(f"ANALYZE batal_{tabel}")
    kursor.execute(_SEBELUM.format(**nama))
    kursor.execute(_SESUDAH.format(**nama))
    diubah, tanpa_riwayat = kursor.fetchone()
    jenis = str(model._meta.verbose_name)
    if diubah:
        raise BatalDitolak(
            kalimat(
                "Tidak dapat dibatalkan: %(banyak)s data %(jenis)s sudah diubah lagi sesudah impor ini. "
                "Betulkan data itu satu per satu, atau impor berkas pembetulan.",
                banyak=diubah,
                jenis=jenis,
            )
        )
    if tanpa_riwayat:
        raise BatalDitolak(
            kalimat(
                "Tidak dapat dibatalkan: isi lama %(banyak)s data %(jenis)s tidak tercatat di riwayat.",
                banyak=tanpa_riwayat,
                jenis=jenis,
            )
        )


def _hapus(kursor: Any, tabel: str) -> int:
    kursor.execute(f"DELETE FROM {tabel} t USING batal_{tabel} b WHERE t.id = b.id AND b.baru")  # noqa: S608
    return int(kursor.rowcount)


def _kembalikan(kursor: Any, model: type[Model]) -> int:
    kolom = [f.column for f in model._meta.concrete_fields if not f.primary_key]
    tabel = model._meta.db_table
    ubah = ", ".join(f"{k} = e.{k}" for k in kolom)
    kursor.execute(
        f"UPDATE {tabel} t SET {ubah} FROM batal_{tabel} b JOIN {_peristiwa(model)} e"  # noqa: S608 - own names
        " ON e.pgh_id = b.sebelum WHERE t.id = b.id AND NOT b.baru"
    )
    return int(kursor.rowcount)


def _sebab(galat: IntegrityError) -> str:
    """What stands in the way, by the table that the database names."""
    tabel = getattr(getattr(galat.__cause__, "diag", None), "table_name", "") or ""
    jenis = next((m._meta.verbose_name for m in apps.get_models() if m._meta.db_table == tabel), tabel)
    return kalimat(
        "Tidak dapat dibatalkan: sudah ada data lain (%(jenis)s) yang bergantung pada baris impor ini. Hapus atau "
        "pindahkan data itu lebih dahulu.",
        jenis=str(jenis),
    )
