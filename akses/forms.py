"""Forms of the login: a NIP typed as people type it, and a new password."""

import re
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm, ResetPasswordKeyForm
from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.utils.translation import gettext_lazy as _

from akses.models import Akun


def rapikan_nip(teks: str) -> str:
    """The NIP without blanks, dots and the Excel apostrophe people copy along; other names trimmed."""
    padat = re.sub(r"[\s'’‘`.\-\u00a0]", "", teks)
    return padat if padat.isdigit() else teks.strip()


def _tanpa_contoh(form: forms.Form) -> None:
    """No placeholders: a label that disappears while typing helps nobody."""
    for isian in form.fields.values():
        isian.widget.attrs.pop("placeholder", None)


class FormMasuk(LoginForm):
    """NIP and password."""

    error_css_class = "salah"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _tanpa_contoh(self)
        nip, sandi = self.fields["login"], self.fields["password"]
        nip.label = _("NIP")
        nip.help_text = _("18 angka; spasi boleh ikut.")
        nip.widget.attrs |= {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        sandi.label = _("Sandi")
        sandi.help_text = ""

    def clean_login(self) -> str:
        return rapikan_nip(self.cleaned_data["login"])


class FormLupaSandi(ResetPasswordForm):
    """Where to send the link: to the e-mail address of this NIP, or of every account with this address."""

    email = forms.CharField(
        label=_("NIP atau surel"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        help_text=_("Tautan dikirim ke surel yang tercatat pada akun Anda."),
    )

    def clean_email(self) -> str:
        isian = rapikan_nip(self.cleaned_data["email"])
        if "@" in isian:
            return super().clean_email()
        self.users = list(Akun.objects.filter(username=isian, is_active=True).exclude(email=""))
        return self.users[0].email if self.users else isian


def _kata_sandi(form: forms.Form, *, lama: str = "", baru: str, ulang: str) -> None:
    _tanpa_contoh(form)
    if lama:
        form.fields[lama].label = _("Sandi saat ini")
        form.fields[lama].help_text = ""
    form.fields[baru].label = _("Sandi baru")
    form.fields[baru].help_text = _(
        "Paling sedikit 10 karakter, bukan angka semua, bukan sandi umum, dan tidak mirip NIP Anda."
    )
    form.fields[ulang].label = _("Ulangi sandi baru")
    form.fields[ulang].help_text = ""


class FormGantiSandi(ChangePasswordForm):
    """The old password, and twice the new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _kata_sandi(self, lama="oldpassword", baru="password1", ulang="password2")


class FormSandiDariTautan(ResetPasswordKeyForm):
    """Twice the new password, after the link of the e-mail."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _kata_sandi(self, baru="password1", ulang="password2")


class FormSandiAwal(SetPasswordForm):
    """The first own password: it must differ from the one that was handed out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _kata_sandi(self, baru="new_password1", ulang="new_password2")

    def clean_new_password1(self) -> str:
        baru = self.cleaned_data["new_password1"]
        if self.user.check_password(baru):
            raise forms.ValidationError(
                _("Pilih sandi lain: ini sama dengan sandi yang diberikan kepada Anda.")
            )
        return baru


class FormSurel(forms.Form):
    """A new e-mail address, confirmed by the password: whoever holds the address can make a new password."""

    surel = forms.EmailField(
        label=_("Surel"), widget=forms.EmailInput(attrs={"autocomplete": "email"}), max_length=254
    )
    sandi = forms.CharField(
        label=_("Sandi saat ini"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, akun: Akun, **kwargs: Any) -> None:
        self.akun = akun
        super().__init__(*args, initial={"surel": akun.email}, **kwargs)

    def clean_surel(self) -> str:
        return Akun.objects.normalize_email(self.cleaned_data["surel"])

    def clean_sandi(self) -> str:
        if not self.akun.check_password(self.cleaned_data["sandi"]):
            raise get_adapter().validation_error("enter_current_password")
        return self.cleaned_data["sandi"]
