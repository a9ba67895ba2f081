"""Addresses of public services and the citizens' survey."""

from django.urls import path

from layanan.views import impor, kelola, layanan, survei

app_name = "layanan"

urlpatterns = [
    path("survei/terima-kasih/", survei.terima_kasih, name="terima_kasih"),
    path("survei/hasil/<uuid:layanan>/", survei.hasil, name="hasil"),
    path("survei/<slug:token>/", survei.survei, name="survei"),
    path("layanan/", layanan.daftar, name="daftar"),
    path("layanan/saran/", kelola.saran, name="saran"),
    path("layanan/saran/<uuid:saran>/", kelola.putuskan_saran, name="saran_putus"),
    path("layanan/lembar/<uuid:lembar>/", layanan.lembar, name="lembar"),
    path("layanan/poster/<uuid:poster>/", layanan.poster, name="poster"),
    path("layanan/poster/<uuid:poster>/tutup/", kelola.poster_tutup, name="poster_tutup"),
    path("layanan/loket/<uuid:loket>/", kelola.alihkan_loket, name="loket_alih"),
    path("layanan/impor/", impor.unggah, name="impor"),
    path("layanan/impor/<uuid:berkas>/", impor.laporan, name="impor_laporan"),
    path("layanan/impor/<uuid:berkas>/terapkan/", impor.terapkan, name="impor_terapkan"),
    path("layanan/<uuid:layanan>/", layanan.rinci, name="rinci"),
    path("layanan/<uuid:layanan>/ubah/", kelola.ubah, name="ubah"),
    path("layanan/<uuid:layanan>/loket/", kelola.loket, name="loket"),
    path("layanan/<uuid:layanan>/poster/", kelola.poster_baru, name="poster_baru"),
    path("layanan/<uuid:layanan>/struk/", layanan.struk, name="struk"),
]
