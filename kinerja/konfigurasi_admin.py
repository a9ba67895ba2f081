"""The admin application with our own site."""

from django.contrib.admin.apps import AdminConfig


class KonfigAdmin(AdminConfig):
    """As Django's, with the site of kinerja.situs_admin."""

    default_site = "kinerja.situs_admin.SitusKinerja"
