"""E-mail of the trial run: one in full, a batch as one line."""

import io

from django.core.mail import EmailMessage

from kinerja.surel import RingkasBackend


def _surel(n: int) -> EmailMessage:
    return EmailMessage(f"Judul {n}", f"Isi {n}", to=[f"orang{n}@contoh.go.id"])


def test_a_single_message_is_written_in_full():
    out = io.StringIO()
    assert RingkasBackend(stream=out).send_messages([_surel(1)]) == 1
    assert "Isi 1" in out.getvalue()
    assert "orang1@contoh.go.id" in out.getvalue()


def test_a_batch_is_one_line():
    out = io.StringIO()
    backend = RingkasBackend(stream=out)
    with backend:
        assert sum(backend.send_messages([_surel(n)]) for n in range(1, 51)) == 50
    assert out.getvalue() == "Surel percobaan: Judul 1 → orang1@contoh.go.id, dan 49 surel lain\n"


def test_a_batch_of_one_names_it_and_an_empty_one_says_nothing():
    out = io.StringIO()
    backend = RingkasBackend(stream=out)
    with backend:
        backend.send_messages([_surel(1)])
    with backend:
        pass
    assert out.getvalue() == "Surel percobaan: Judul 1 → orang1@contoh.go.id\n"
