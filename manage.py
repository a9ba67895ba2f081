#!/usr/bin/env python
"""Command line of Kinerja. With no database address given it uses, or starts, its own servers."""

import os
import sys

from django.core.management import execute_from_command_line

from kinerja.lokal.commands import servers_for
from kinerja.lokal.folder import FolderError
from kinerja.lokal.servers import ServerStartError


def main() -> None:
    """Run one command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.settings")
    try:
        with servers_for(sys.argv):
            execute_from_command_line(sys.argv)
    except (FolderError, ServerStartError) as e:
        sys.exit(str(e))


if __name__ == "__main__":
    main()
