from django.apps import AppConfig


class PelaksanaanConfig(AppConfig):
    name = "pelaksanaan"
    default_auto_field = "django.db.models.BigAutoField"
