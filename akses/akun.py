"""What happens to an account: its password, its e-mail address, its language."""

from django.conf import settings
from django.db import transaction

from akses.models import Akun


@transaction.atomic
def tetapkan_sandi(*, akun: Akun, sandi: str) -> None:
    """Give the account a password its owner chose himself; he need not change it again.

    Every other session of the account ends, because a session carries a hash of the password.
    """
    akun.set_password(sandi)
    akun.wajib_ganti_sandi = False
    akun.save(update_fields=["password", "wajib_ganti_sandi"])


@transaction.atomic
def ubah_surel(*, akun: Akun, surel: str) -> None:
    """Change the address to which a link for a new password is sent."""
    akun.email = surel
    akun.save(update_fields=["email"])


@transaction.atomic
def simpan_bahasa(*, akun: Akun, bahasa: str) -> None:
    """Remember the language for e-mails; an unknown one changes nothing."""
    if bahasa in dict(settings.LANGUAGES) and akun.bahasa != bahasa:
        akun.bahasa = bahasa
        akun.save(update_fields=["bahasa"])
