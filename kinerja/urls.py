from django.contrib import admin
from django.urls import include, path

from kinerja import views_sehat

urlpatterns = [
    path("sehat/", views_sehat.hidup, name="sehat"),
    path("sehat/siap/", views_sehat.siap, name="sehat-siap"),
    path("masuk/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
]
