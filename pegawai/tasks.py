"""What the schedule asks of the people."""

from celery import shared_task

from pegawai.services import atasan


@shared_task
def segarkan_atasan() -> int:
    """Bring everybody's assessor up to today, for what began or ended at midnight; returns the changes."""
    return atasan.segarkan(pada=atasan.hari_instansi())
