"""How the pages look to this reader: colours, language, the web manifest."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from akses.akun import simpan_bahasa

KUKI_TEMA = "tema"
TEMA = ("terang", "gelap", "sistem")
SETAHUN = 365 * 24 * 3600


def tema_pilihan(request: HttpRequest) -> str:
    """The colours chosen in this browser; "sistem" when none or nonsense is stored."""
    pilihan = request.COOKIES.get(KUKI_TEMA, "")
    return pilihan if pilihan in TEMA else "sistem"


def _kembali_ke(request: HttpRequest) -> str:
    tujuan = request.POST.get("next", "")
    aman = url_has_allowed_host_and_scheme(
        tujuan, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return tujuan if aman else "/"


@login_not_required
@require_POST
def tema(request: HttpRequest) -> HttpResponse:
    """Keep the chosen colours in a cookie, so that the next page is painted right from the first byte."""
    jawaban = HttpResponseRedirect(_kembali_ke(request))
    pilihan = request.POST.get("tema", "")
    if pilihan in TEMA:
        jawaban.set_cookie(
            KUKI_TEMA, pilihan, max_age=SETAHUN, httponly=True, samesite="Lax", secure=settings.PRODUKSI
        )
    return jawaban


@login_not_required
@require_POST
def bahasa(request: HttpRequest) -> HttpResponse:
    """Django's own language switch; a logged-in person's choice is also used for his e-mails."""
    if request.user.is_authenticated:
        simpan_bahasa(akun=request.user, bahasa=request.POST.get("language", ""))
    return set_language(request)


@login_not_required
@require_safe
@cache_control(public=True, max_age=86400)
def manifes(request: HttpRequest) -> HttpResponse:
    """The web manifest, so that the phone can keep Kinerja on its home screen."""
    isi = {
        "name": "Kinerja",
        "short_name": "Kinerja",
        "lang": "id",
        "start_url": "/",
        "display": "standalone",
        "background_color": "#f5f6f3",
        "theme_color": "#073842",
        "icons": [
            {"src": static("ikon/kinerja.svg"), "sizes": "any", "type": "image/svg+xml"},
            {
                "src": static("ikon/kinerja-topeng.svg"),
                "sizes": "any",
                "type": "image/svg+xml",
                "purpose": "maskable",
            },
        ],
    }
    return JsonResponse(isi, content_type="application/manifest+json")


@login_not_required
@require_safe
@cache_control(public=True, max_age=86400)
def ikon(request: HttpRequest) -> HttpResponse:
    """Where a browser looks for an icon when a page cannot name one: beside a PDF or a downloaded file."""
    return HttpResponseRedirect(static("ikon/kinerja.svg"))
