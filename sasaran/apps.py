from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SasaranConfig(AppConfig):
    name = "sasaran"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let apps above register their sources of realisation (module `sumber_realisasi`)."""
        autodiscover_modules("sumber_realisasi")
