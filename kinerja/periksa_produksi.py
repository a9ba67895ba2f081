"""`python -m kinerja.periksa_produksi`: Django's deployment checks with production settings."""

import os
import subprocess
import sys
from pathlib import Path

EXAMPLE = {  # stands for a real environment; nothing is contacted
    "KINERJA_MODE": "produksi",
    "SECRET_KEY": "contoh-untuk-pemeriksaan-5f1d8c2b7a9e4f60b3c1d2e8a7f69054-xyz",
    "ALLOWED_HOSTS": "kinerja.example.go.id",
    "ALAMAT_DASAR": "https://kinerja.example.go.id",
    "DATABASE_URL": "postgres://kinerja@db/kinerja",
    "REDIS_URL": "redis://antrean:6379/0",
    "CACHE_URL": "redis://antrean:6379/1",
    "EMAIL_URL": "smtp://surat:25",
}


def command() -> list[str]:
    """The check, as a command line."""
    manage = Path(__file__).resolve().parent.parent / "manage.py"
    return [sys.executable, str(manage), "check", "--deploy", "--fail-level", "WARNING"]


def main() -> int:
    """Run the check; its exit status."""
    return subprocess.run(command(), env=os.environ | EXAMPLE, check=False).returncode  # noqa: S603 - our own file


if __name__ == "__main__":
    sys.exit(main())
