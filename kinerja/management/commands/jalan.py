"""`manage.py jalan`: everything at once, for a trial run on one machine."""

import http.client
import io
import os
import secrets
import socket
import sys
import threading
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from kinerja.lokal.commands import own_pair
from kinerja.lokal.servers import Pair
from kinerja.lokal.static import collect_if_changed
from kinerja.lokal.supervisor import Program, Supervisor
from kinerja.terjemahan import compile_all

HOST = "127.0.0.1"
WEB_FIRST = 15.0  # seconds the others wait at most, so that the first page has the cores to itself
EMPLOYEES = 300  # enough to look around in, seeded within seconds


class Command(BaseCommand):
    """Servers, migrations, demo data, then web, worker and beat until Ctrl-C."""

    help = "Menjalankan Kinerja beserta basis data, antrean, web, worker, dan jadwal pada mesin ini."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Options; `make run` gives them through the environment."""
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
        parser.add_argument("--pegawai", type=int, default=int(os.environ.get("PEGAWAI") or EMPLOYEES))
        parser.add_argument("--tanpa-demo", action="store_true", help="mulai dengan basis data kosong")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare, run, and stop in order on Ctrl-C or SIGTERM."""
        try:
            pair = own_pair()
        except LookupError as e:
            raise CommandError(str(e)) from e
        port = options["port"]
        _require_free(port)
        try:
            self._say_who_runs(pair)
            accounts = self._prepare(options)
            connections.close_all()
            self._supervise(pair, port, accounts)
        except KeyboardInterrupt:
            self.stdout.write("\nMenghentikan Kinerja …")

    def _say_who_runs(self, pair: Pair) -> None:
        if pair.servers and os.geteuid() == 0:
            self.stdout.write(
                "Dijalankan sebagai root: PostgreSQL percobaan berjalan sebagai pengguna 'nobody' dan folder "
                f"{pair.folder.path / 'postgres'} menjadi miliknya. Izin folder lain tidak diubah."
            )

    def _prepare(self, options: dict[str, Any]) -> str:
        """Bring database, translations, static files and demo data up to date; the demo accounts as text."""
        compile_all(settings.LOCALE_PATHS)
        collect_if_changed()
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Menyiapkan tabel …")
            call_command("migrate", interactive=False, verbosity=0)
        if options["tanpa_demo"]:
            return ""
        if not apps.get_model("pegawai", "Pegawai")._default_manager.exists():
            self.stdout.write(f"Mengisi data contoh ({options['pegawai']} pegawai) …")
            call_command("demo", "--pegawai", str(options["pegawai"]), stdout=self.stdout)
        accounts = io.StringIO()
        call_command("demo", "--akun", stdout=accounts)
        return accounts.getvalue()

    def _supervise(self, pair: Pair, port: int, accounts: str) -> None:
        address = f"http://{HOST}:{port}"
        env = os.environ | {
            "DATA": str(settings.DATA_DIR),
            "ALAMAT_DASAR": address,
            "SECRET_KEY": _own_secret(settings.DATA_DIR),
            "PYTHONUNBUFFERED": "1",
            "PYTHONWARNINGS": "ignore:You're running the worker",  # as root in a trial: said once, above
        }
        programs = _programs(port, settings.DATA_DIR)
        supervisor = Supervisor(pair, programs, env, out=sys.stdout)
        answered = threading.Event()
        threading.Thread(target=_wait_for_pages, args=(port, answered), daemon=True).start()
        announcement = [f"\nKinerja siap di {address}\n{accounts}Hentikan dengan Ctrl-C.\n"]

        def announce() -> None:
            if answered.is_set() and announcement:
                self.stdout.write(announcement.pop())
                self.stdout.flush()
                for program in programs:
                    program.due = min(program.due, time.monotonic())

        supervisor.run(announce)


def _programs(port: int, data: Path) -> list[Program]:
    celery = [sys.executable, "-m", "celery", "-q", "-A", "kinerja"]
    cores = str(min(os.cpu_count() or 1, 4))
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port)]
    web += ["--workers", cores, "--blocking-threads", "4", "--respawn-failed-workers", "--no-ws"]
    web += ["--workers-kill-timeout", "3", "--log-level", "warning", "kinerja.wsgi:application"]
    worker = [*celery, "worker", "--concurrency", cores, "--without-gossip", "--without-mingle"]
    beat = [*celery, "beat", "--schedule", str(data / "celerybeat-schedule"), "--pidfile="]
    later = time.monotonic() + WEB_FIRST
    return [
        Program("web", web, "\033[36m"),
        Program("worker", [*worker, "--loglevel", "INFO"], "\033[33m", due=later),
        Program("beat", [*beat, "--loglevel", "INFO"], "\033[35m", due=later),
    ]


def _require_free(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as e:
            raise CommandError(
                f"Port {port} sedang dipakai program lain. Pilih yang lain, contoh: make run PORT={port + 1}"
            ) from e


def _own_secret(data: Path) -> str:
    """A secret key of this data folder, kept so that sessions outlive a restart."""
    file = data / "kunci-rahasia"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return os.environ.get("SECRET_KEY") or file.read_text()


def _wait_for_pages(port: int, answered: threading.Event) -> None:
    """Set `answered` once the login page comes out whole."""
    while not answered.is_set():
        client = http.client.HTTPConnection(HOST, port, timeout=10)
        try:
            client.request("GET", "/masuk/")
            if client.getresponse().status < 500:
                answered.set()
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
        finally:
            client.close()
        if not answered.is_set():
            time.sleep(0.1)
