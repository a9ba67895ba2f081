from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from kinerja import galeri, tampilan, views_sehat
from kinerja.views import beranda

urlpatterns = [
    path("sehat/", views_sehat.hidup, name="sehat"),
    path("sehat/siap/", views_sehat.siap, name="sehat-siap"),
    path("", beranda.beranda, name="beranda"),
    path("", include("akses.urls")),
    path("", include("inti.urls")),
    path("", include("penilaian.urls")),  # before sasaran: its team page shows evaluations too
    path("", include("sasaran.urls")),
    path("", include("pelaksanaan.urls")),
    path("", include("penghargaan.urls")),
    path("", include("pelatihan.urls")),
    path("", include("layanan.urls")),
    path("", include("analitik.urls")),
    path("pemberitahuan/", include("pemberitahuan.urls")),
    path("bahasa/", tampilan.bahasa, name="bahasa"),
    path("tema/", tampilan.tema, name="tema"),
    path("manifest.webmanifest", tampilan.manifes, name="manifes"),
    path("favicon.ico", tampilan.ikon, name="ikon"),
    path("admin/", admin.site.urls),
]

if settings.DEBUG:
    urlpatterns += [path("galeri/", galeri.galeri, name="galeri")]
