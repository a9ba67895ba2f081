"""Contexts of the history that the database keeps: who changed something, from where, and why.

django-pghistory gives everything written inside one context the same id. The outermost context is that of the
request, the task or the command; an import needs an id of its own, because it is taken back by that id.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pghistory
from django.db.models import Model
from pghistory import runtime
from pghistory.core import event_models


@contextmanager
def konteks_sendiri(**keterangan: Any) -> Iterator[Any]:
    """A context with an id of its own also inside another, whose words it keeps beside `keterangan`."""
    luar = getattr(runtime._tracker, "value", None)
    if luar is None:
        with pghistory.context(**keterangan) as konteks:
            yield konteks
        return
    dalam = runtime.Context(id=uuid4(), metadata={**luar.metadata, **keterangan})
    runtime._tracker.value = dalam
    try:
        yield dalam
    finally:
        runtime._tracker.value = luar


def model_jejak(model: type[Model]) -> type[Model] | None:
    """The table of events of a model; None when none is kept."""
    return next(iter(event_models(tracks_model=model)), None)
