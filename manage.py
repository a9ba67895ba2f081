#!/usr/bin/env python
"""Command line of Kinerja. With no database address given it uses, or starts, its own servers."""

import os
import signal
import sys
from types import FrameType

from django.core.management import execute_from_command_line

from kinerja.jejak import konteks_perintah
from kinerja.lokal.commands import servers_for
from kinerja.lokal.folder import FolderError, FolderInUseError
from kinerja.lokal.servers import ServerStartError


def _leave(signum: int, _frame: FrameType | None) -> None:
    """A signal ends the command like an error would: whatever was started is stopped on the way out."""
    sys.exit(128 + signum)


def main() -> None:
    """Run one command."""
    # A shell's background job starts with SIGINT ignored; it obeys all the same.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for signum in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, _leave)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.settings")
    try:
        with servers_for(sys.argv), konteks_perintah(sys.argv):
            execute_from_command_line(sys.argv)
    except (FolderError, FolderInUseError, ServerStartError) as e:
        sys.exit(str(e))


if __name__ == "__main__":
    main()
