"""Addresses of follow-up: recognition, bonus, improvement plans, sanctions, angka kredit."""

from django.urls import path

from penghargaan import urls_tindak_lanjut
from penghargaan.views import bonus, penghargaan

app_name = "penghargaan"

_BONUS = "penghargaan/bonus/"
_RUN = f"{_BONUS}perhitungan/<uuid:pk>/"
_USULAN = "penghargaan/usulan/<uuid:pk>/"

urlpatterns = [
    # --- recognition and bonus
    path("penghargaan/", penghargaan.saya, name="saya"),
    path("penghargaan/daftar/", penghargaan.daftar, name="daftar"),
    path("penghargaan/kandidat/", penghargaan.kandidat, name="kandidat"),
    path("penghargaan/kandidat/hitung/", penghargaan.hitung, name="hitung_kandidat"),
    path("penghargaan/kandidat/<uuid:pk>/", penghargaan.usulkan, name="usulkan"),
    path("penghargaan/usulan/", penghargaan.antrean, name="antrean"),
    path(_USULAN, penghargaan.usulan, name="usulan"),
    path(f"{_USULAN}periksa/", penghargaan.periksa, name="periksa"),
    path(f"{_USULAN}putuskan/", penghargaan.putuskan, name="putuskan"),
    path(f"{_USULAN}serahkan/", penghargaan.serahkan, name="serahkan"),
    path(f"{_USULAN}tarik/", penghargaan.tarik, name="tarik"),
    path(f"{_USULAN}cabut/", penghargaan.cabut, name="cabut"),
    path(f"{_USULAN}umumkan/", penghargaan.umumkan, name="umumkan"),
    path(f"{_USULAN}piagam/", penghargaan.piagam, name="piagam"),
    path(_BONUS, bonus.bonus, name="bonus"),
    path(f"{_BONUS}<uuid:pk>/", bonus.baris, name="baris_bonus"),
    path(f"{_BONUS}perhitungan/", bonus.perhitungan_daftar, name="perhitungan_daftar"),
    path(f"{_BONUS}perhitungan/unduh/", bonus.perhitungan_ekspor, name="perhitungan_ekspor"),
    path(f"{_BONUS}perhitungan/baru/", bonus.perhitungan_baru, name="perhitungan_baru"),
    path(_RUN, bonus.perhitungan, name="perhitungan"),
    path(f"{_RUN}hitung/", bonus.hitung, name="hitung_bonus"),
    path(f"{_RUN}periksa/", bonus.periksa, name="periksa_bonus"),
    path(f"{_RUN}putuskan/", bonus.putuskan, name="putuskan_bonus"),
    path(f"{_RUN}ekspor/", bonus.ekspor, name="ekspor_bonus"),
    path(f"{_RUN}batalkan/", bonus.batalkan, name="batalkan_bonus"),
    path(f"{_RUN}koreksi/", bonus.koreksi, name="koreksi_bonus"),
    path(f"{_RUN}berkas/", bonus.berkas, name="berkas_bonus"),
    # --- improvement plans, sanctions, angka kredit
    *urls_tindak_lanjut.urlpatterns,
]
