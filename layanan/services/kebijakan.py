"""Which dated policy counts on a day."""

from datetime import date

from layanan.models import KebijakanSurvei


def kebijakan_pada(hari: date) -> KebijakanSurvei:
    """The policy in force on `hari`; before the first row the defaults of the model. One query."""
    berlaku = KebijakanSurvei.objects.filter(mulai__lte=hari).order_by("-mulai").first()
    return berlaku or KebijakanSurvei(mulai=hari)
