"""How allauth behaves here: accounts come from HR, nobody signs up, addresses in e-mails are our own."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from akses.akun import tetapkan_sandi
from akses.models import Akun


class AdapterAkun(DefaultAccountAdapter):
    """Closed signup, limits per NIP and network, humane words, and passwords set through the service."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("NIP atau sandi tidak cocok. Periksa keduanya, lalu coba lagi."),
        "too_many_login_attempts": _(
            "Terlalu banyak percobaan untuk NIP ini. Tunggu lima menit, atau minta sandi baru."
        ),
        "enter_current_password": _("Sandi saat ini tidak cocok."),
        "invalid_password_reset": _("Tautan ini sudah dipakai atau kedaluwarsa. Minta tautan baru."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: Akun, password: str) -> None:
        tetapkan_sandi(akun=user, sandi=password)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link in the e-mail: on our own address, whatever host the request named."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return settings.ALAMAT_DASAR + path.replace("UID-KEY", key)

    def post_login(self, request: HttpRequest, user: Akun, **lain: Any) -> HttpResponse:
        """A new browser speaks the language its owner chose before."""
        jawaban = super().post_login(request, user, **lain)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            jawaban.set_cookie(
                settings.LANGUAGE_COOKIE_NAME,
                user.bahasa,
                max_age=settings.LANGUAGE_COOKIE_AGE,
                samesite=settings.LANGUAGE_COOKIE_SAMESITE,
                secure=settings.LANGUAGE_COOKIE_SECURE,
            )
        return jawaban

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Failed logins are counted per NIP and network: nobody can lock out a colleague from elsewhere."""
        return (
            f"{super()._get_login_attempts_cache_key(request, **credentials)}:{self.get_client_ip(request)}"
        )
