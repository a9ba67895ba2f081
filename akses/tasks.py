"""What the schedule asks of accounts and imports. Thin: the work is in the services."""

from celery import shared_task

from akses.impor import kerjakan_menunggu


@shared_task  # type: ignore[untyped-decorator]
def kerjakan_impor() -> int:
    """Test and import the files that wait; returns how many were worked on."""
    return kerjakan_menunggu()
