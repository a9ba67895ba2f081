"""Addresses of training."""

from django.urls import path

from pelatihan.views import katalog, kebutuhan, kelola, luar, peserta, presensi, saya

app_name = "pelatihan"

urlpatterns = [
    path("pelatihan/", saya.saya, name="saya"),
    path("pelatihan/katalog/", katalog.katalog, name="katalog"),
    path("pelatihan/katalog/<uuid:pelatihan_id>/", katalog.rinci, name="rinci"),
    path("pelatihan/persetujuan/", peserta.persetujuan, name="persetujuan"),
    path("pelatihan/kebutuhan/", kebutuhan.daftar, name="kebutuhan"),
    path("pelatihan/kebutuhan/unduh/", kebutuhan.ekspor, name="kebutuhan_ekspor"),
    path("pelatihan/kebutuhan/baru/", saya.kebutuhan_baru, name="kebutuhan_baru"),
    *[
        path(
            f"pelatihan/kebutuhan/<uuid:kebutuhan_id>/{aksi}/",
            saya.kebutuhan_jawab,
            {"aksi": aksi},
            name=f"kebutuhan_{aksi}",
        )
        for aksi in ("konfirmasi", "batalkan")
    ],
    path("pelatihan/kelola/", kelola.daftar, name="kelola"),
    path("pelatihan/kelola/unduh/", kelola.ekspor, name="sesi_ekspor"),
    path("pelatihan/sesi/<uuid:sesi_id>/", katalog.sesi, name="sesi"),
    path("pelatihan/sesi/<uuid:sesi_id>/usulkan/", katalog.daftarkan, name="usulkan"),
    path("pelatihan/sesi/<uuid:sesi_id>/kelola/", kelola.sesi, name="sesi_kelola"),
    path("pelatihan/sesi/<uuid:sesi_id>/unduh/", kelola.unduh, name="unduh"),
    path("pelatihan/sesi/<uuid:sesi_id>/layar/", presensi.layar, name="layar"),
    path("pelatihan/sesi/<uuid:sesi_id>/kode/", presensi.kode, name="kode"),
    path("pelatihan/hadir/<uuid:sesi_id>/", presensi.pindai, name="pindai"),
    *[
        path(f"pelatihan/sesi/<uuid:sesi_id>/{aksi}/", kelola.tindakan, {"aksi": aksi}, name=f"sesi_{aksi}")
        for aksi in kelola.UCAPAN
    ],
    path("pelatihan/peserta/<uuid:peserta_id>/evaluasi/", peserta.evaluasi, name="evaluasi"),
    path("pelatihan/peserta/<uuid:peserta_id>/sertifikat/", peserta.sertifikat, name="sertifikat"),
    path("pelatihan/peserta/<uuid:peserta_id>/hadirkan/", kelola.hadirkan, name="hadirkan"),
    *[
        path(
            f"pelatihan/peserta/<uuid:peserta_id>/{aksi}/",
            peserta.tindakan,
            {"aksi": aksi},
            name=f"peserta_{aksi}",
        )
        for aksi in peserta.AKSI
    ],
    path("pelatihan/luar/", luar.baru, name="luar_baru"),
    path("pelatihan/luar/periksa/", luar.periksa, name="luar_periksa"),
    path("pelatihan/luar/<uuid:luar_id>/", luar.lihat, name="luar"),
    path("pelatihan/luar/<uuid:luar_id>/berkas/", luar.berkas, name="luar_berkas"),
    *[
        path(f"pelatihan/luar/<uuid:luar_id>/{aksi}/", luar.tindakan, {"aksi": aksi}, name=f"luar_{aksi}")
        for aksi in ("terima", "kembalikan", "tarik")
    ],
]
