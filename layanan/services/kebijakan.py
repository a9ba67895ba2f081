"""Which dated policy counts on a day."""

from datetime import date

from inti.kueri import KueriTetap
from layanan.models import KebijakanSurvei


def kebijakan_pada(hari: date) -> KebijakanSurvei:
    """The policy in force on `hari`; before the first row the defaults of the model. One query."""
    return _BERLAKU.pertama(hari=hari) or KebijakanSurvei(mulai=hari)


_BERLAKU = KueriTetap(
    lambda hari: KebijakanSurvei.objects.filter(mulai__lte=hari).order_by("-mulai")[:1], hari=date
)
