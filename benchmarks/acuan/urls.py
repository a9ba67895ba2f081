"""Two addresses: one indexed SELECT and a template of one KiB; one INSERT and a redirect."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from benchmarks.acuan.models import Acuan


def halaman(request: HttpRequest, nomor: str) -> HttpResponse:
    """The row with this number as a page."""
    return render(request, "halaman.html", {"orang": Acuan.objects.get(nomor=nomor)})


@csrf_exempt
def tulis(request: HttpRequest) -> HttpResponse:
    """One row more."""
    Acuan.objects.create(
        nomor=request.POST["nomor"], nama=request.POST["nama"], unit="Unit", dibuat=timezone.now()
    )
    return redirect("/N1/")


urlpatterns = [path("tulis/", tulis), path("<str:nomor>/", halaman)]
