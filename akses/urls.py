"""Addresses of login and account."""

from allauth.account import views as allauth
from django.urls import path, re_path

from akses import views

urlpatterns = [
    path("masuk/", views.Masuk.as_view(), name="account_login"),
    path("keluar/", allauth.logout, name="account_logout"),
    path("masuk/nonaktif/", allauth.account_inactive, name="account_inactive"),
    path("profil/", views.profil, name="profil"),
    path("penyamaran/akhiri/", views.akhiri_penyamaran, name="penyamaran_akhiri"),
    path("sandi/awal/", views.sandi_awal, name="sandi_awal"),
    path("sandi/ubah/", allauth.password_change, name="account_change_password"),
    path("sandi/lupa/", allauth.password_reset, name="account_reset_password"),
    path("sandi/lupa/terkirim/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^sandi/baru/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "sandi/baru/selesai/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]

# allauth reverses these names; nobody signs up, confirms an address or logs in by code here
TIDAK_DIPAKAI = (
    "account_signup",
    "account_email",
    "account_email_verification_sent",
    "account_set_password",
    "account_reauthenticate",
    "account_confirm_login_code",
)
urlpatterns += [path(f"masuk/tidak-ada/{nama}/", views.tidak_ada, name=nama) for nama in TIDAK_DIPAKAI]
