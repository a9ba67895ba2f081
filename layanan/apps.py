from django.apps import AppConfig


class LayananConfig(AppConfig):
    name = "layanan"
    default_auto_field = "django.db.models.BigAutoField"
