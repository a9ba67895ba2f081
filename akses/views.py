"""Login and account pages that allauth does not have, or has differently."""

from allauth.account.views import LoginView
from allauth.core.ratelimit import consume_or_429
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from akses import pengamat, penyamaran
from akses.akun import tetapkan_sandi, ubah_surel
from akses.forms import FormSandiAwal, FormSurel


class Masuk(LoginView):
    """The login page. A fragment request that landed here (the session ended) reloads its whole page."""

    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.htmx:
            return HttpResponseClientRefresh()
        return super().get(request, *args, **kwargs)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def sandi_awal(request: HttpRequest) -> HttpResponse:
    """Replace the password that was handed out; until then no other page opens."""
    if not request.user.wajib_ganti_sandi:
        return redirect("/")
    form = FormSandiAwal(request.user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        tetapkan_sandi(akun=request.user, sandi=form.cleaned_data["new_password1"])
        update_session_auth_hash(request, request.user)
        messages.success(request, _("Sandi baru Anda berlaku. Selamat bekerja."))
        return redirect("/")
    return render(request, "account/sandi_awal.html", {"form": form}, status=422 if form.is_bound else 200)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def profil(request: HttpRequest) -> HttpResponse:
    """Who I am here: post, unit, assessor, and the e-mail address I may change myself."""
    if request.method == "POST" and (henti := consume_or_429(request, action="change_password")):
        return henti  # the password is asked here too, so guessing is as limited as on its own page
    form = FormSurel(request.POST if request.method == "POST" else None, akun=request.user)
    if form.is_valid():
        ubah_surel(akun=request.user, surel=form.cleaned_data["surel"])
        messages.success(request, _("Surel Anda sudah diganti."))
        return redirect("profil")
    konteks = {
        "form": form,
        "atasan": getattr(request.pegawai, "atasan", None),
        "penyamaran": penyamaran.terakhir(pegawai=request.pegawai),
        "pelihat": pengamat.terakhir(pegawai=request.pegawai),
    }
    return render(request, "account/profil.html", konteks, status=422 if form.is_bound else 200)


@require_POST
def akhiri_penyamaran(request: HttpRequest) -> HttpResponse:
    """Be oneself again; the record says when."""
    if request.penyamaran is None:
        return redirect("/")
    del request.session[penyamaran.KUNCI]
    penyamaran.akhiri(jejak=request.penyamaran)
    messages.success(request, _("Anda kembali sebagai diri sendiri."))
    return redirect("admin:akses_jejakpenyamaran_changelist")


@login_not_required
def tidak_ada(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """Pages of allauth that this house does not offer; their names must exist."""
    raise Http404
