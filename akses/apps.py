from django.apps import AppConfig

from inti.impor_jenis import temukan_semua


class AksesConfig(AppConfig):
    name = "akses"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Load what can be imported."""
        temukan_semua()
