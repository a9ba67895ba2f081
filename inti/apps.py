from django.apps import AppConfig


class IntiConfig(AppConfig):
    name = "inti"
    default_auto_field = "django.db.models.BigAutoField"
