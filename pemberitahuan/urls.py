from django.urls import path

from pemberitahuan import views

app_name = "pemberitahuan"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("dibaca/", views.semua_dibaca, name="semua_dibaca"),
    path("<uuid:pesan>/buka/", views.buka, name="buka"),
]
