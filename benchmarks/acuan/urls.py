"""The only address: one indexed SELECT and a template of one KiB."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from benchmarks.acuan.models import Acuan


def halaman(request: HttpRequest, nomor: str) -> HttpResponse:
    """The row with this number as a page."""
    return render(request, "halaman.html", {"orang": Acuan.objects.get(nomor=nomor)})


urlpatterns = [path("<str:nomor>/", halaman)]
