"""Language of a page: the reader's own choice, otherwise Bahasa Indonesia."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
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
