"""Where Chromium is on this machine; `skrip/peramban.sh` asks for the same names, and installs it."""

import os
import shutil

NAMA = ("chromium", "chromium-browser", "google-chrome")


def letak() -> str:
    """The program that CHROMIUM names, else the first that is installed; LookupError without any."""
    for nama in (os.environ.get("CHROMIUM"), *NAMA):
        if nama and (ada := shutil.which(nama)):
            return ada
    raise LookupError("Chromium tidak ada; pasang dulu, misalnya: apt-get install chromium")
