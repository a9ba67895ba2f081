"""What happens to an account: its password, its e-mail address, its language."""

import secrets

from django.conf import settings
from django.db import transaction

from akses.enums import Izin
from akses.models import Akun
from akses.services import wajib_boleh
from pegawai.models import Pegawai


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


# Without letters and digits that look alike on a slip of paper.
HURUF_SANDI = "abcdefghjkmnpqrstuvwxyz23456789"
PANJANG_SANDI = 14  # 31^14: 69 bits


@transaction.atomic
def sandi_sementara(*, akun: Akun, oleh: Pegawai | None) -> str:
    """Give the account a random password and return it; its owner must replace it at the next login.

    `oleh` needs Izin.AKUN_KELOLA on the account (PermissionDenied); None is the person who installs.
    """
    if oleh is not None:
        wajib_boleh(oleh, Izin.AKUN_KELOLA, akun)
    sandi = "".join(secrets.choice(HURUF_SANDI) for _ in range(PANJANG_SANDI))
    akun.set_password(sandi)
    akun.wajib_ganti_sandi = True
    akun.save(update_fields=["password", "wajib_ganti_sandi"])
    return sandi
