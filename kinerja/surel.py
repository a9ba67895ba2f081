"""E-mail of the trial run: on the console, a batch as one line."""

from collections.abc import Sequence
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.console import EmailBackend


class RingkasBackend(EmailBackend):
    """Writes a single message in full and of a batch only how many there were.

    A batch is what is sent between `open` and `close`: the opening of a period tells every employee, and
    the link to a new password must not drown in that.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._batch: list[EmailMessage] | None = None

    def open(self) -> bool:
        """Begin a batch."""
        self._batch = []
        return True

    def close(self) -> None:
        """End the batch with one line about it."""
        batch, self._batch = self._batch, None
        if batch:
            first = f"{batch[0].subject} → {', '.join(batch[0].to)}"
            more = f", dan {len(batch) - 1} surel lain" if len(batch) > 1 else ""
            self.stream.write(f"Surel percobaan: {first}{more}\n")
            self.stream.flush()

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write them, or count them when a batch is open; returns how many."""
        if self._batch is not None:
            self._batch.extend(email_messages)
        else:
            for message in email_messages:
                self.write_message(message)
            self.stream.flush()
        return len(email_messages)
