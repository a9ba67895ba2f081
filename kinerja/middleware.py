"""Addresses that cannot be meant, language of a page, and pages sent small over a weak signal."""

from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import render
from django.utils import translation
from redis.exceptions import RedisError

catatan = structlog.get_logger(__name__)


class TolakNolMiddleware:
    """Refuses addresses with a NUL character, which PostgreSQL cannot store and no person types.

    What is posted passes through forms, which refuse it at the field.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """400, or on with the request."""
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest("Alamat ini tidak sah.", content_type="text/plain; charset=utf-8")
        return self.get_response(request)


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


class TembolokPergiMiddleware:
    """Say clearly that the counters of the login limits are away, instead of going on without limits.

    Nothing else needs the cache: sessions are in the database, messages are rows.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """503 for a view that the cache did not answer; other exceptions are none of its business."""
        if not isinstance(exception, RedisError):
            return None
        catatan.warning("tembolok tidak menjawab", alamat=request.path, sebab=str(exception))
        jawaban = render(request, "503.html", status=503)
        jawaban["Retry-After"] = "60"
        return jawaban


class SalahCaraMiddleware:
    """An address that takes forms only, opened from the address bar: a page that says where to go on.

    It happens after a form with mistakes is reloaded by its address; the bare 405 would be a blank screen.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, with a page where GET was refused without a word."""
        jawaban = self.get_response(request)
        if jawaban.status_code != 405 or request.method != "GET" or jawaban.content:
            return jawaban
        halaman = render(request, "405.html", status=405)
        halaman["Allow"] = jawaban["Allow"]
        return halaman
