"""Addresses of the evaluation, for the employee and for the assessor."""

from django.urls import path

from penilaian.urls_tahunan import urlpatterns as tahunan
from penilaian.views import (
    antrean,
    capaian,
    diri,
    distribusi,
    dokumen,
    hasil,
    keberatan,
    nilai,
    paket,
    rekan,
    tim,
)

app_name = "penilaian"

urlpatterns = [
    path("penilaian/", hasil.daftar, name="daftar"),
    path("penilaian/<uuid:pk>/", hasil.hasil, name="hasil"),
    path("penilaian/<uuid:pk>/diri/", diri.diri, name="diri"),
    path("penilaian/<uuid:pk>/nilai/", nilai.nilai, name="nilai"),
    path("penilaian/<uuid:pk>/nilai/pratinjau/", nilai.pratinjau, name="pratinjau"),
    path("penilaian/<uuid:pk>/kembalikan/", nilai.kembalikan, name="kembalikan"),
    path("penilaian/<uuid:pk>/mengapa/", hasil.mengapa, name="mengapa"),
    path("penilaian/<uuid:pk>/dokumen/<slug:jenis>.pdf", dokumen.periodik, name="dokumen"),
    path("penilaian/tahunan/<uuid:pk>/dokumen/<slug:jenis>.pdf", dokumen.tahunan, name="dokumen_tahunan"),
    path("penilaian/paket/", paket.paket, name="paket"),
    path("penilaian/paket/<uuid:pk>/", paket.rinci, name="paket_rinci"),
    path("penilaian/paket/<uuid:pk>/unduh/", paket.unduh, name="paket_unduh"),
    path("penilaian/paket/<uuid:pk>/ulang/", paket.ulang, name="paket_ulang"),
    path("penilaian/<uuid:pk>/terima/", hasil.terima, name="terima"),
    # objection
    path("keberatan/", keberatan.daftar, name="keberatan"),
    path("keberatan/baru/<str:jenis>/<uuid:pk>/", keberatan.baru, name="keberatan-baru"),
    path("keberatan/bukti/<uuid:pk>/", keberatan.bukti, name="keberatan-bukti"),
    path("keberatan/<uuid:pk>/", keberatan.rinci, name="keberatan-rinci"),
    path("keberatan/<uuid:pk>/cabut/", keberatan.cabut, name="keberatan-cabut"),
    path("keberatan/<uuid:pk>/jelaskan/", keberatan.jelaskan, name="keberatan-jelaskan"),
    path("keberatan/<uuid:pk>/keterangan/", keberatan.keterangan, name="keberatan-keterangan"),
    path("keberatan/<uuid:pk>/putuskan/", keberatan.putuskan, name="keberatan-putuskan"),
    # the label of an organisation and the distribution guide
    path("penilaian/capaian/", capaian.daftar, name="capaian"),
    path("penilaian/capaian/<uuid:pk>/", capaian.rinci, name="capaian-rinci"),
    path("penilaian/capaian/<uuid:pk>/siapkan/", capaian.siapkan, name="capaian-siapkan"),
    path("penilaian/capaian/<uuid:pk>/tetapkan/", capaian.tetapkan, name="capaian-tetapkan"),
    path("penilaian/distribusi/", distribusi.daftar, name="distribusi-daftar"),
    path("tim/distribusi/", distribusi.tim, name="distribusi"),
    *tahunan,
    path("rekan/", rekan.daftar, name="rekan"),
    path("rekan/<uuid:pk>/", rekan.jawab, name="rekan_jawab"),
    path("rekan/tentang/<uuid:pk>/", rekan.tentang, name="rekan_tentang"),
    path("rekan/coret/<uuid:pk>/", rekan.coret, name="rekan_coret"),
    path("tim/", tim.tim, name="tim"),  # takes the place of the plain list of sasaran
    path("tim/penilaian/", antrean.antrean_penilaian, name="antrean"),
]
