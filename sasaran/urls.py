from django.urls import path

from sasaran.views import ekspektasi, skp, susun, tim

app_name = "sasaran"
urlpatterns = [
    path("sasaran/", skp.daftar, name="daftar"),
    path("sasaran/mulai/", skp.mulai, name="mulai"),
    path("sasaran/<uuid:skp_id>/", skp.lihat, name="lihat"),
    path("sasaran/<uuid:skp_id>/ekspektasi/", ekspektasi.ubah, name="ekspektasi"),
    path("sasaran/<uuid:skp_id>/salin/", skp.salin, name="salin"),
    path("sasaran/<uuid:skp_id>/susun/", susun.susun, name="susun"),
    path("sasaran/<uuid:skp_id>/rhk/", susun.rhk_baru, name="rhk_baru"),
    path("sasaran/rhk/<uuid:rhk_id>/", susun.rhk_ubah, name="rhk_ubah"),
    path("sasaran/rhk/<uuid:rhk_id>/hapus/", susun.rhk_hapus, name="rhk_hapus"),
    path("sasaran/rhk/<uuid:rhk_id>/geser/", susun.rhk_geser, name="rhk_geser"),
    path("sasaran/rhk/<uuid:rhk_id>/indikator/", susun.indikator_baru, name="indikator_baru"),
    path("sasaran/indikator/<uuid:indikator_id>/", susun.indikator_ubah, name="indikator_ubah"),
    path("sasaran/indikator/<uuid:indikator_id>/hapus/", susun.indikator_hapus, name="indikator_hapus"),
    *[
        path(f"sasaran/<uuid:skp_id>/{aksi}/", skp.tindakan, {"aksi": aksi}, name=aksi)
        for aksi in ("ajukan", "tarik", "kembalikan", "setujui")
    ],
    path("tim/", tim.tim, name="tim"),
]
