"""`manage.py terjemahan ambil|susun|periksa`: the catalogue of English texts."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from kinerja.terjemahan import LANGUAGE, compile_all, merged, misplaced, missing, save


class Command(BaseCommand):
    """Collect texts into the catalogue, compile it, or fail on gaps."""

    help = "Mengumpulkan teks (ambil), menyusun berkas .mo (susun), atau memeriksa kelengkapan (periksa)."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do."""
        parser.add_argument("tindakan", choices=["ambil", "susun", "periksa"])

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it and say what came out."""
        if options["tindakan"] == "susun":
            self.stdout.write(f"{compile_all(settings.LOCALE_PATHS)} katalog disusun.")
            return
        file = settings.LOCALE_PATHS[0] / LANGUAGE / "LC_MESSAGES" / "django.po"
        catalog = merged(settings.AKAR, file)
        gaps = missing(catalog)
        if gaps and options["tindakan"] == "periksa":
            raise CommandError("Belum diterjemahkan:\n" + "\n".join(gaps))
        wrong = misplaced(catalog)
        if wrong and options["tindakan"] == "periksa":
            raise CommandError("Isian %(…)s tidak sama dengan teks asalnya:\n" + "\n".join(wrong))
        if options["tindakan"] == "ambil":
            save(catalog, file)
        self.stdout.write(f"{len(gaps)} teks belum diterjemahkan.")
