from django.apps import AppConfig


class PenilaianConfig(AppConfig):
    name = "penilaian"
    default_auto_field = "django.db.models.BigAutoField"
