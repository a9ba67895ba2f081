"""How many answers a survey should have for so many users: the table of Krejcie and Morgan.

Source: Krejcie and Morgan (1970), the table PermenPANRB 14/2017 attaches; computed from its formula with
x2 = 3.841 (95 %), P = 0.5 and d = 0.05. Printed tables may differ by one from plain rounding [C].
"""

from decimal import Decimal
from fractions import Fraction

from inti.tanda import kalimat
from layanan.aturan.ikm import bulatkan

KHI_KUADRAT = Fraction("3.841")
PROPORSI = Fraction(1, 2)
GALAT = Fraction("0.05")


def sampel(populasi: int) -> int:
    """The number of answers for `populasi` users, rounded half up; ValueError below one user."""
    if isinstance(populasi, bool) or not isinstance(populasi, int) or populasi < 1:
        raise ValueError(kalimat("Jumlah pengguna layanan harus bilangan bulat mulai dari 1."))
    sebaran = KHI_KUADRAT * PROPORSI * (1 - PROPORSI)
    tepat = sebaran * populasi / (GALAT * GALAT * (populasi - 1) + sebaran)
    return int(bulatkan(tepat, Decimal(1)))
