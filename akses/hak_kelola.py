"""Elevated rights: the powers of the office are taken up with the password and end by themselves.

Who keeps people, roles or accounts for others reads the web admin as his role allows. To change, import,
export or see private data he takes up his right to manage; it ends after `HAK_KELOLA_DETIK`, and with the
session. A computer left alone in an office is then a computer on which nothing can be changed.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

import structlog
from allauth.core.ratelimit import consume
from django import forms
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from unfold.widgets import INPUT_CLASSES

from akses.enums import Peran

KUNCI = "hak_kelola_sampai"  # of the session: seconds since 1970
SANDI = "sandi_hak_kelola"  # of the form: beside whatever the form of the page itself sends
PERAN_BERHAK = (Peran.PENGELOLA_INSTANSI, Peran.PENGELOLA_OPD, Peran.ADMIN_SISTEM)
MEMBACA = frozenset({"GET", "HEAD", "OPTIONS"})
# Pages to read that hand out data of many, or take files, which a form with the password could not keep.
BACA_BERHAK = ("_ekspor", "_ditolak", "_unduh", "berkasimpor_add", "pegawai_gabung")
TANPA_HAK = frozenset({"hak_kelola", "hak_kelola_akhiri"})
BUKAN_KUASA = ("_saringan",)  # one's own bookmarks change nothing for anybody
catatan = structlog.get_logger(__name__)


class FormHak(forms.Form):
    """The password of the account, once more."""

    sandi_hak_kelola = forms.CharField(
        label=gettext_lazy("Sandi Anda"),
        strip=False,
        widget=forms.PasswordInput(
            attrs={"autocomplete": "current-password", "class": " ".join(INPUT_CLASSES), "autofocus": True}
        ),
    )

    def __init__(self, *isi: Any, request: HttpRequest, **lain: Any) -> None:
        super().__init__(*isi, **lain)
        self.request = request

    def clean_sandi_hak_kelola(self) -> str:
        """The right password, and not too many tries."""
        sandi = str(self.cleaned_data["sandi_hak_kelola"])
        if not consume(self.request, action="hak_kelola"):
            catatan.warning("hak kelola ditolak", akun=self.request.user.pk, sebab="terlalu sering")
            raise forms.ValidationError(_("Terlalu banyak percobaan. Tunggu lima menit, lalu coba lagi."))
        if not self.request.user.check_password(sandi):
            catatan.warning("hak kelola ditolak", akun=self.request.user.pk, sebab="sandi salah")
            raise forms.ValidationError(_("Sandi tidak cocok. Periksa, lalu coba lagi."))
        return sandi


def perlu(request: HttpRequest) -> bool:
    """Whether this account has powers that are taken up with the password."""
    akun: Any = request.user
    if not (akun.is_active and akun.is_staff):
        return False
    if akun.pegawai_id is None:
        return bool(akun.is_superuser)
    return any(request.pelaku.berperan(p) for p in PERAN_BERHAK)  # type: ignore[attr-defined]


def sisa_detik(request: HttpRequest) -> int:
    """Seconds for which the right still holds; 0 without it."""
    return max(0, int(request.session.get(KUNCI, 0) - time.time()))


def terbuka(request: HttpRequest) -> bool:
    """Whether he may use his powers now; whoever has none of these needs no password."""
    return not perlu(request) or sisa_detik(request) > 0


def ambil(request: HttpRequest) -> None:
    """Take the right up: until now plus HAK_KELOLA_DETIK, under a new key of the session."""
    request.session.cycle_key()
    request.session[KUNCI] = time.time() + settings.HAK_KELOLA_DETIK
    _catat(request, "Hak kelola diambil")


def akhiri(request: HttpRequest) -> None:
    """Give the right back before its time."""
    if request.session.pop(KUNCI, None) is not None:
        _catat(request, "Hak kelola diakhiri")


def _catat(request: HttpRequest, kejadian: str) -> None:
    akun: Any = request.user
    catatan.info(kejadian.lower(), akun=akun.pk)
    LogEntry.objects.log_actions(
        user_id=akun.pk, queryset=[akun], action_flag=CHANGE, change_message=kejadian, single_object=True
    )


def ringkas(request: HttpRequest) -> dict[str, Any] | None:
    """What the head of each page of the admin says; None for whoever needs no such right."""
    if not perlu(request):
        return None
    sisa = sisa_detik(request)
    return {"terbuka": sisa > 0, "menit": -(-sisa // 60)}


# --- the gate -----------------------------------------------------------------------------------------------


def berpintu(view: Callable[..., HttpResponse], situs: Any) -> Callable[..., HttpResponse]:
    """`view` of the admin behind the password, where it changes something or hands out data of many.

    What was typed stays: the page that asks for the password holds it and sends it on together with the
    password, and the view sees the form as it was sent.
    """

    @wraps(view)
    @sensitive_post_parameters(SANDI)
    def dalam(request: HttpRequest, *isi: Any, **lain: Any) -> HttpResponse:
        if not _diminta(request) or (terbuka(request) and SANDI not in request.POST):
            return view(request, *isi, **lain)
        form = FormHak(request.POST if SANDI in request.POST else None, request=request)
        if form.is_valid():
            ambil(request)
        if terbuka(request):
            return view(request, *isi, **lain)
        return halaman_sandi(request, form, situs)

    return dalam


def _diminta(request: HttpRequest) -> bool:
    nama = getattr(request.resolver_match, "url_name", "") or ""
    if nama in TANPA_HAK or nama.endswith(BUKAN_KUASA) or not perlu(request):
        return False
    return request.method not in MEMBACA or nama.endswith(BACA_BERHAK)


def halaman_sandi(request: HttpRequest, form: FormHak, situs: Any, lanjut: str = "") -> HttpResponse:
    """The page that asks for the password; `lanjut` is where to go on, else the form comes back to its page."""
    membaca = request.method in MEMBACA and not lanjut
    konteks = {
        **situs.each_context(request),
        "title": _("Ambil hak kelola"),
        "form": form,
        "menit": settings.HAK_KELOLA_DETIK // 60,
        "lanjut": lanjut or (request.get_full_path() if membaca else ""),
        "titipan": [] if lanjut or membaca else _titipan(request),
        "ada_berkas": bool(request.FILES),
        "ke_hak_kelola": bool(lanjut) or membaca,
        "hak_kelola": None,  # this page is the way to it
    }
    jawaban = TemplateResponse(request, "admin/hak_kelola.html", konteks, status=403)
    jawaban.headers["Cache-Control"] = "private, no-store"
    return jawaban


def _titipan(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of the form that waits, without those of the page with the password."""
    bukan = {SANDI, "csrfmiddlewaretoken"}
    return [(nama, satu) for nama, semua in request.POST.lists() if nama not in bukan for satu in semua]
