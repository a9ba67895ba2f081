from django.urls import path

from pelaksanaan.views import bukti, laporan, tim, umpan_balik

app_name = "pelaksanaan"
urlpatterns = [
    path("laporan/", laporan.daftar, name="daftar"),
    path("laporan/baru/", laporan.baru, name="baru"),
    path("laporan/umpan-balik/", umpan_balik.daftar, name="umpan_balik_saya"),
    path("laporan/umpan-balik/skp/<uuid:skp>/", umpan_balik.skp, name="umpan_balik_skp"),
    path("laporan/bukti/<uuid:bukti>/", bukti.unduh, name="bukti"),
    path("laporan/bukti/<uuid:bukti>/kecil/", bukti.kecil, name="bukti_kecil"),
    path("laporan/bukti/<uuid:bukti>/hapus/", bukti.hapus, name="bukti_hapus"),
    path("laporan/<uuid:laporan>/", laporan.rinci, name="rinci"),
    path("laporan/<uuid:laporan>/ubah/", laporan.ubah, name="ubah"),
    path("laporan/<uuid:laporan>/hapus/", laporan.hapus, name="hapus"),
    path("laporan/<uuid:laporan>/bukti/", bukti.tambah, name="bukti_tambah"),
    path("laporan/<uuid:laporan>/umpan-balik/", umpan_balik.beri, name="umpan_balik"),
    path("tim/laporan/", tim.daftar, name="tim"),
]
