"""Filters of the list of people by their accounts and by what SIASN knows of them."""

from django.utils.translation import gettext_lazy as _

from akses.admin_saring import saring

SaringAkun = saring(
    "akun",
    _("akun"),
    {
        "tanpa": (_("Belum ada"), lambda qs, hari: qs.filter(akun__isnull=True)),
        "belum": (
            _("Belum pernah masuk"),
            lambda qs, hari: qs.filter(akun__last_login__isnull=True, akun__is_active=True),
        ),
        "nonaktif": (_("Nonaktif"), lambda qs, hari: qs.filter(akun__is_active=False)),
    },
)
SaringSIASN = saring(
    "siasn",
    _("PNS ID"),
    {"tanpa": (_("Belum ada"), lambda qs, hari: qs.wajib_skp().filter(pns_id__isnull=True))},
)
