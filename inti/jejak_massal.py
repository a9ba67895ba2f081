"""History of mass writes: one statement for all rows in place of a trigger that works row by row.

What the triggers of django-pghistory would have written is written by the statement that inserts, with the
same context; the triggers are told to stay away while it runs.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pgtrigger
from django.db.models import Model
from pghistory.core import event_models


def sisip_berjejak(kursor: Any, model: type[Model], kolom: Sequence[str], pilih: str) -> int:
    """INSERT the rows of the query `pilih` into the table of `model`, and their history; returns how many.

    `kolom` are the columns that `pilih` gives. Must run inside `pghistory.context` when the history is to know
    who and why.
    """
    jejak = _model_jejak(model)
    medan = [str(f.column) for f in jejak._meta.concrete_fields if not f.name.startswith("pgh_")]
    # One call in place of one for each row; it also writes the context down. (Not a SELECT: to those pghistory
    # does not tell the context.)
    kursor.execute("WITH k AS (SELECT _pgh_attach_context() AS id) SELECT id FROM k")
    konteks = kursor.fetchone()[0]
    with _pemicu_diam(kursor, model):
        kursor.execute(
            f"WITH baru AS (INSERT INTO {model._meta.db_table} ({', '.join(kolom)}) {pilih} RETURNING *)"  # noqa: S608
            f" INSERT INTO {jejak._meta.db_table} ({', '.join(medan)}, pgh_context_id, pgh_created_at, pgh_label,"
            f" pgh_obj_id) SELECT {', '.join(medan)}, %s, now(), 'insert', id FROM baru",
            [konteks],
        )
        return int(kursor.rowcount)


def _model_jejak(model: type[Model]) -> type[Model]:
    semua = list(event_models(tracks_model=model))
    if len(semua) != 1:
        raise LookupError(f"{model.__name__} has {len(semua)} histories")
    jejak: type[Model] = semua[0]
    return jejak


@contextmanager
def _pemicu_diam(kursor: Any, model: type[Model]) -> Iterator[None]:
    uri = f"{model._meta.app_label}.{model.__name__}:insert_insert"
    ((_, pemicu),) = pgtrigger.registered(uri)
    nama = pemicu.get_pgid(model)  # type: ignore[arg-type]  # its annotation means the class
    kursor.execute("SELECT set_config('pgtrigger.ignore', %s, true)", [f"{{{nama}}}"])
    yield
    kursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")
