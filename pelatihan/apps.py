from django.apps import AppConfig


class PelatihanConfig(AppConfig):
    name = "pelatihan"
    default_auto_field = "django.db.models.BigAutoField"
