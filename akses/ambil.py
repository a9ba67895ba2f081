"""Fetch one object for an action: 404 for whoever may not know of it, 403 for whoever sees it but may not act."""

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import wajib_boleh

M = TypeVar("M", bound=Model)


def ambil(terlihat: QuerySet[M], pelaku: Pelaku, izin: Izin, **kunci: object) -> M:
    """The object with this key among those `pelaku` sees, when he also holds `izin` on it.

    `terlihat` is already limited to what he sees. Raises Http404 or PermissionDenied.
    """
    objek = get_object_or_404(terlihat, **kunci)
    wajib_boleh(pelaku, izin, objek)
    return objek
