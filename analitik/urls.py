"""Addresses of the leaders' dashboards."""

from django.urls import path

from analitik.views import dasbor

app_name = "analitik"

urlpatterns = [
    path("dasbor/", dasbor.awal, name="awal"),
    path("dasbor/<uuid:pk>/", dasbor.unit, name="unit"),
    path("dasbor/<uuid:pk>/daftar/", dasbor.daftar, name="daftar"),
    path("dasbor/<uuid:pk>/keputusan/<slug:jenis>/", dasbor.keputusan, name="keputusan"),
]
