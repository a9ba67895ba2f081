"""Logs: fields, one number per request or task, and no secrets."""

import io
import json
import logging
import logging.config

import pytest
import structlog
from celery import signals
from django.http import HttpResponse

from kinerja.log import RequestLogMiddleware, hide_people, hide_secrets, logging_config


def _logging_into(stream, *, json):
    """Our logging, written to `stream`; root is put back afterwards."""
    handlers, level = logging.root.handlers[:], logging.root.level
    config = logging_config(json=json, level="INFO")
    config["handlers"]["stream"]["stream"] = stream
    logging.config.dictConfig(config)
    yield stream
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)
    structlog.contextvars.clear_contextvars()


@pytest.fixture
def json_logs():
    """What production writes."""
    yield from _logging_into(io.StringIO(), json=True)


@pytest.fixture
def plain_logs():
    """What the trial run writes."""
    yield from _logging_into(io.StringIO(), json=False)


def _lines(stream):
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_request_is_one_line_of_json_with_its_number_and_without_its_query(json_logs, rf):
    inner = RequestLogMiddleware(lambda request: HttpResponse(status=418))
    answer = inner(rf.get("/tim/?nip=199001012015031001", headers={"X-Request-ID": "proksi-12345"}))
    (line,) = _lines(json_logs)
    assert answer["X-Request-ID"] == line["permintaan"] == "proksi-12345"
    assert (line["event"], line["metode"], line["alamat"], line["status"], line["level"]) == (
        "permintaan",
        "GET",
        "/tim/",
        418,
        "info",
    )
    assert line["milidetik"] >= 0


@pytest.mark.parametrize("given", ["", "pendek", "a" * 65, "baris\nbaru-palsu", "<script>alert</script>"])
def test_an_unsound_number_is_replaced(rf, given):
    inner = RequestLogMiddleware(lambda request: HttpResponse())
    request = rf.get("/", headers={"X-Request-ID": given})
    number = inner(request)["X-Request-ID"]
    assert number != given
    assert len(number) == 32


def test_health_checks_do_not_fill_the_log(json_logs, rf):
    RequestLogMiddleware(lambda request: HttpResponse())(rf.get("/sehat/"))
    assert _lines(json_logs) == []


def test_lines_of_a_task_carry_its_name_and_number(json_logs):
    class Tugas:
        name = "contoh.tugas"

    signals.task_prerun.send(sender=Tugas, task_id="abc", task=Tugas())
    logging.getLogger("contoh").info("di dalam %s", "tugas")
    signals.task_postrun.send(sender=Tugas, task_id="abc", task=Tugas())
    logging.getLogger("contoh").info("di luar")
    inside, outside = _lines(json_logs)
    assert (inside["event"], inside["tugas"], inside["nomor"]) == ("di dalam tugas", "contoh.tugas", "abc")
    assert "tugas" not in outside


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("password", "kinerja-demo", "***"),
        ("sandi_baru", "rahasia-sekali", "***"),
        ("csrf_token", "abc", "***"),
        ("SECRET_KEY", "abc", "***"),
        ("kunci_rahasia", "abc", "***"),
        ("event", "gagal ke redis://:pwd@antrean:6379/0", "gagal ke redis://:***@antrean:6379/0"),
        ("sebab", "postgres://kinerja:pwd@db/kinerja", "postgres://kinerja:***@db/kinerja"),
        ("alamat", "/tim/", "/tim/"),
        ("status", 200, 200),
    ],
)
def test_secrets_never_reach_the_log(field, value, expected):
    assert hide_secrets(None, "info", {field: value}) == {field: expected}


def test_secrets_inside_an_exception_are_hidden_too(json_logs):
    try:
        raise OSError("tak tersambung ke postgres://kinerja:pwd@db/kinerja")
    except OSError:
        logging.getLogger("contoh").exception("gagal")
    (line,) = _lines(json_logs)
    assert "OSError" in line["exception"]
    assert "pwd" not in json.dumps(line)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Key (nip)=(199001012015031001) already exists.", "Key (nip)=(***) already exists."),
        ("NIK 3173055003870001 tidak cocok", "NIK *** tidak cocok"),
        ("550 ratna.w@contoh.go.id tidak dikenal", "550 ***@contoh.go.id tidak dikenal"),
        (
            "gagal\nDETAIL:  Failing row contains (Ratna, Jalan 1).\nHINT: x",
            "gagal\nDETAIL: ***\nHINT: x",
        ),
        ("/admin/pegawai/pegawai/3f2504e0-4f89-41d3-9a0c-0305e82c3301/", None),
        ("redis://:***@antrean.contoh.go.id:6379/0", None),
        ("1763790000.123 milidetik, 20261122061245", None),
        ("0123456789abcdef0123456789abcdef", None),
    ],
)
def test_people_are_not_named_in_the_log(given, expected):
    assert hide_people(None, "info", {"sebab": given, "banyak": 3}) == {
        "sebab": expected or given,
        "banyak": 3,
    }


@pytest.mark.parametrize("kind", ["json_logs", "plain_logs"])
def test_the_values_of_a_refused_row_do_not_reach_the_log(kind, request):
    """What PostgreSQL says about a refused row repeats all its columns."""
    logs = request.getfixturevalue(kind)
    try:
        raise ValueError(
            'violates check constraint "x"\nDETAIL:  Failing row contains (Ratna, 3173055003870001, Jl. 1).'
        )
    except ValueError:
        logging.getLogger("contoh").exception("gagal")
    assert "check constraint" in logs.getvalue()
    assert not [w for w in ("Ratna", "317305", "Jl. 1") if w in logs.getvalue()]


def test_a_person_reads_plain_lines(plain_logs):
    logging.getLogger("contoh").info("halo")
    assert "halo" in plain_logs.getvalue()
    assert "{" not in plain_logs.getvalue()
