from django.apps import AppConfig


class SasaranConfig(AppConfig):
    name = "sasaran"
    default_auto_field = "django.db.models.BigAutoField"
