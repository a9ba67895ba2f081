from django.apps import AppConfig


class AksesConfig(AppConfig):
    name = "akses"
    default_auto_field = "django.db.models.BigAutoField"
