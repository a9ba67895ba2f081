"""The history names the task or the command that wrote, where no person did."""

import sys
from contextlib import ExitStack
from typing import Any

import pghistory
from celery import signals

# Commands of this application that write what people see; those of Django only prepare tables and files.
PERINTAH = frozenset({"demo", "impor", "libur", "siklus", "shell"})
_tumpukan: list[ExitStack] = []


def _mulai_tugas(task_id: str, task: Any, **_lain: Any) -> None:
    tumpukan = ExitStack()
    tumpukan.enter_context(pghistory.context(asal="tugas", tugas=task.name, nomor=task_id))
    _tumpukan.append(tumpukan)


def _selesai_tugas(**_lain: Any) -> None:
    if _tumpukan:
        _tumpukan.pop().close()


signals.task_prerun.connect(_mulai_tugas)
signals.task_postrun.connect(_selesai_tugas)


def konteks_perintah(argv: list[str] | None = None) -> ExitStack:
    """What a command line is to run in: a named context for our own commands, nothing for others."""
    kata = (sys.argv if argv is None else argv)[1:2]
    tumpukan = ExitStack()
    if kata and kata[0] in PERINTAH:
        tumpukan.enter_context(pghistory.context(asal="perintah", perintah=kata[0]))
    return tumpukan
