"""Addresses of improvement plans, sanctions and angka kredit."""

from django.urls import path

from penghargaan.views import angka_kredit, naskah, perbaikan, sanksi

urlpatterns = [
    path("penghargaan/perbaikan/", perbaikan.daftar, name="perbaikan_daftar"),
    path("penghargaan/perbaikan/<uuid:pk>/", perbaikan.lihat, name="perbaikan"),
    path("penghargaan/perbaikan/<uuid:pk>/naskah/", naskah.perbaikan, name="perbaikan_naskah"),
    path("penghargaan/perbaikan/<uuid:pk>/susun/", perbaikan.susun, name="perbaikan_susun"),
    path("penghargaan/perbaikan/<uuid:pk>/tindakan/", perbaikan.tindakan, name="perbaikan_tindakan"),
    path("penghargaan/perbaikan/<uuid:pk>/tinjauan/", perbaikan.tinjauan, name="perbaikan_tinjauan"),
    *[
        path(
            f"penghargaan/perbaikan/<uuid:pk>/{aksi}/",
            perbaikan.langkah,
            {"aksi": aksi},
            name=f"perbaikan_{aksi}",
        )
        for aksi in perbaikan.LANGKAH
    ],
    path(
        "penghargaan/perbaikan/tindakan/<uuid:pk>/hapus/",
        perbaikan.hapus_tindakan,
        name="perbaikan_tindakan_hapus",
    ),
    path("penghargaan/perbaikan/tindakan/<uuid:pk>/tandai/", perbaikan.tandai, name="perbaikan_tandai"),
    path(
        "penghargaan/perbaikan/tinjauan/<uuid:pk>/hapus/",
        perbaikan.hapus_tinjauan,
        name="perbaikan_tinjauan_hapus",
    ),
    path("penghargaan/perbaikan/tinjauan/<uuid:pk>/catat/", perbaikan.catat, name="perbaikan_catat"),
    path("penghargaan/sanksi/", sanksi.daftar, name="sanksi_daftar"),
    path("penghargaan/sanksi/baru/<uuid:pegawai>/", sanksi.baru, name="sanksi_baru"),
    path("penghargaan/sanksi/<uuid:pk>/", sanksi.lihat, name="sanksi"),
    path("penghargaan/sanksi/<uuid:pk>/naskah/<slug:nama>/", naskah.sanksi, name="sanksi_naskah"),
    path("penghargaan/sanksi/<uuid:pk>/ubah/", sanksi.ubah, name="sanksi_ubah"),
    path("penghargaan/sanksi/<uuid:pk>/dokumen/", sanksi.dokumen, name="sanksi_dokumen"),
    *[
        path(f"penghargaan/sanksi/<uuid:pk>/{aksi}/", sanksi.langkah, {"aksi": aksi}, name=f"sanksi_{aksi}")
        for aksi in sanksi.LANGKAH
    ],
    path("penghargaan/sanksi/dokumen/<uuid:pk>/", sanksi.unduh, name="sanksi_unduh"),
    path("penghargaan/angka-kredit/", angka_kredit.saya, name="angka_kredit"),
    path("penghargaan/angka-kredit/unit/", angka_kredit.unit, name="angka_kredit_unit"),
    path("penghargaan/angka-kredit/ekspor/", angka_kredit.ekspor, name="angka_kredit_ekspor"),
    path("penghargaan/angka-kredit/pegawai/<uuid:pk>/", angka_kredit.pegawai, name="angka_kredit_pegawai"),
    path("penghargaan/angka-kredit/pegawai/<uuid:pk>/awal/", angka_kredit.awal, name="angka_kredit_awal"),
    path("penghargaan/angka-kredit/<uuid:pk>/konversi/", naskah.konversi, name="angka_kredit_konversi"),
    path("penghargaan/angka-kredit/<uuid:pk>/koreksi/", angka_kredit.koreksi, name="angka_kredit_koreksi"),
]
