from django.apps import AppConfig


class PemberitahuanConfig(AppConfig):
    name = "pemberitahuan"
    default_auto_field = "django.db.models.BigAutoField"
