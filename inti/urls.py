"""The public page of issued documents."""

from django.urls import path

from inti.views import verifikasi

urlpatterns = [
    path("verifikasi/", verifikasi.tanya, name="verifikasi_tanya"),
    path("verifikasi/<str:kode>/", verifikasi.periksa, name="verifikasi"),
]
