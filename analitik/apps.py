from django.apps import AppConfig


class AnalitikConfig(AppConfig):
    name = "analitik"
    default_auto_field = "django.db.models.BigAutoField"
