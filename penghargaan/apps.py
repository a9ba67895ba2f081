from django.apps import AppConfig


class PenghargaanConfig(AppConfig):
    name = "penghargaan"
    default_auto_field = "django.db.models.BigAutoField"
