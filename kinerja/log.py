"""Logs with fields: one line per event, the same request or task number on all lines of one action."""

import logging
import re
import time
import uuid
from collections.abc import Callable
from typing import Any

import structlog
from celery import signals
from django.http import HttpRequest, HttpResponse
from structlog.typing import EventDict, Processor, WrappedLogger

SECRET_WORDS = re.compile(r"pass(word)?|sandi|secret|rahasia|token|cookie|authorization", re.IGNORECASE)
ADDRESS_PASSWORD = re.compile(r"(?<=://)([^/\s:@]*):[^/\s@]+@")
# People in whatever a library says: NIK, NIP and NPWP by their digits, addresses of e-mail, and the values of a
# row that PostgreSQL repeats when it refuses it.
LONG_NUMBER = re.compile(r"(?<![\w-])\d{15,18}(?![\w-])")
EMAIL = re.compile(r"[\w.+-]+@(?=[\w-]+\.[\w.-]+)")
ROW_VALUES = re.compile(r"^(\s*(?:DETAIL|CONTEXT):).*$", re.MULTILINE)
REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
HIDDEN = "***"


def hide_secrets(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Blank fields whose name speaks of a secret, and passwords inside addresses."""
    for key, value in event.items():
        if SECRET_WORDS.search(key):
            event[key] = HIDDEN
        elif isinstance(value, str):
            event[key] = ADDRESS_PASSWORD.sub(rf"\1:{HIDDEN}@", value)
    return event


def hide_people(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Blank what names a person in the texts of a line; who it was about is said by keys (docs/data-pribadi.md)."""
    for key, value in event.items():
        if isinstance(value, str):
            plain = EMAIL.sub(f"{HIDDEN}@", LONG_NUMBER.sub(HIDDEN, value))
            event[key] = ROW_VALUES.sub(rf"\1 {HIDDEN}", plain)
    return event


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
    ]


_PRIVATE: tuple[Processor, ...] = (structlog.processors.format_exc_info, hide_secrets, hide_people)


def logging_config(*, json: bool, level: str) -> dict[str, Any]:
    """The dictConfig for Django; JSON for machines, plain lines for a person. Sets up structlog too."""
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    last: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if json:
        last += [*_PRIVATE, structlog.processors.JSONRenderer()]
    else:
        last += [*_PRIVATE, structlog.dev.ConsoleRenderer(colors=False, pad_event_to=0)]
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": _shared(),
        "processors": last,
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"fields": formatter},
        "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "fields"}},
        "root": {"handlers": ["stream"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.server": {"handlers": [], "propagate": True},
            "celery.redirected": {"level": "WARNING"},
        },
    }


class RequestLogMiddleware:
    """Gives each request a number (the proxy's, when it sent a sound one) and logs its end in one line."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._log = structlog.get_logger("kinerja.permintaan")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the path is logged without its query, which may hold personal data."""
        given = request.headers.get("X-Request-ID", "")
        number = given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(permintaan=number)
        begin = time.perf_counter()
        response = self._get_response(request)
        response["X-Request-ID"] = number
        self._log.log(
            logging.DEBUG if request.path.startswith("/sehat/") else logging.INFO,
            "permintaan",
            metode=request.method,
            alamat=request.path,
            status=response.status_code,
            milidetik=round((time.perf_counter() - begin) * 1000, 1),
        )
        return response


def _keep_our_logging(**_kwargs: Any) -> None:
    """Being connected is all: Celery then leaves the logging of the settings alone."""


def _bind_task(task_id: str, task: Any, **_kwargs: Any) -> None:
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(tugas=task.name, nomor=task_id)


def _unbind_task(**_kwargs: Any) -> None:
    structlog.contextvars.clear_contextvars()


signals.setup_logging.connect(_keep_our_logging)
signals.task_prerun.connect(_bind_task)
signals.task_postrun.connect(_unbind_task)
