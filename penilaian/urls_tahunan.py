"""Addresses of the yearly evaluation; part of `penilaian.urls`."""

from django.urls import path

from penilaian.views import lampau, tahunan, tahunan_nilai, tahunan_tim

urlpatterns = [
    path("penilaian/tahunan/", tahunan.daftar, name="tahunan"),
    path("penilaian/tahunan/<uuid:pk>/", tahunan.hasil, name="tahunan-hasil"),
    path("penilaian/tahunan/<uuid:pk>/nilai/", tahunan_nilai.nilai, name="tahunan-nilai"),
    path("penilaian/tahunan/<uuid:pk>/nilai/pratinjau/", tahunan_nilai.pratinjau, name="tahunan-pratinjau"),
    path("penilaian/tahunan/<uuid:pk>/sampaikan/", tahunan_nilai.sampaikan, name="tahunan-sampaikan"),
    path("penilaian/tahunan/<uuid:pk>/tarik/", tahunan_nilai.tarik, name="tahunan-tarik"),
    path("penilaian/tahunan/<uuid:pk>/mengapa/", tahunan.mengapa, name="tahunan-mengapa"),
    path("penilaian/tahunan/<uuid:pk>/terima/", tahunan.terima, name="tahunan-terima"),
    path("penilaian/tahunan/<uuid:pk>/tolak/", tahunan.tolak, name="tahunan-tolak"),
    path("penilaian/riwayat/<uuid:pk>/", lampau.riwayat, name="riwayat"),
    path("tim/tahunan/", tahunan_tim.tim_tahunan, name="tim-tahunan"),
    path("tim/tahunan/aksi/", tahunan_tim.aksi, name="tim-tahunan-aksi"),
]
