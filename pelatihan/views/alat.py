"""What several pages of training share."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from akses.pelaku import Pelaku
from inti.terjemah import t
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai


def wajib_pegawai(request: HttpRequest) -> Pegawai:
    """The person of this account; an account without one may look, not act."""
    if request.pegawai is None:
        raise PermissionDenied
    return request.pegawai


def pelaku(request: HttpRequest) -> Pelaku:
    """Who acts."""
    return request.pelaku


def kembali(request: HttpRequest, bawaan: str, *args: Any) -> HttpResponse:
    """Back to the page of this site that sent the form, else to `bawaan`."""
    ke = request.POST.get("kembali", "")
    if ke.startswith("/") and url_has_allowed_host_and_scheme(ke, allowed_hosts=None):
        return redirect(ke)
    return redirect(bawaan, *args)


def lakukan(request: HttpRequest, kerja: Callable[[], object], ucapan: str) -> bool:
    """Do it and say so, or say why it was refused; whether it was done."""
    try:
        kerja()
    except TransisiDitolak as galat:
        messages.error(request, t(galat.alasan))
        return False
    messages.success(request, ucapan)
    return True


def galat_pertama(form: Any) -> str:
    """The first sentence of an invalid form, for pages that show it as a message."""
    return next(str(satu) for daftar in form.errors.values() for satu in daftar)
