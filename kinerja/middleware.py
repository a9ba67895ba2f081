"""Language of a page, and pages sent small over a weak signal."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils import translation


class BahasaMiddleware:
    """Like Django's LocaleMiddleware without Accept-Language.

    Office computers often run an English browser that nobody chose; the pages stay Indonesian until
    their reader asks for English.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        pilihan = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        kode = pilihan if pilihan in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        translation.activate(kode)
        request.LANGUAGE_CODE = kode
        jawaban = self.get_response(request)
        jawaban.headers.setdefault("Content-Language", translation.get_language() or kode)
        return jawaban


TEKS = ("text/", "application/json", "application/manifest+json", "image/svg+xml")


class PadatkanMiddleware(GZipMiddleware):
    """Compress pages, with Django's padding against guessing; photos and documents go out as they are."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.streaming or not response.headers.get("Content-Type", "").startswith(TEKS):
            return response
        return super().process_response(request, response)
