"""Addresses of public services and the citizens' survey."""

from django.urls import path

from layanan.views import survei

app_name = "layanan"

urlpatterns = [
    path("survei/terima-kasih/", survei.terima_kasih, name="terima_kasih"),
    path("survei/<slug:token>/", survei.survei, name="survei"),
]
