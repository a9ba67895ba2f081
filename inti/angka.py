"""Numbers the Indonesian way: a point between thousands, a comma before decimals. Pure."""

import re
from decimal import Decimal

from inti.tanda import kalimat

_BENTUK = re.compile(r"(?P<tanda>[-−]?)(?P<bulat>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,(?P<pecahan>[0-9]+))?")
_PECAHAN_TITIK = re.compile(r"[-−]?[0-9]+\.[0-9]+")
PANJANG_MAKSIMUM = 40


def urai_angka(teks: str) -> Decimal:
    """Return the number written in `teks`: “0,9”, “1.250.000”, “1250000” or “1.250.000,75”.

    Raises ValueError with a sentence that shows the right way of writing. “0.9” is refused rather than
    guessed: with a point it would be read as thousands.
    """
    bersih = teks.strip()
    cocok = _BENTUK.fullmatch(bersih) if len(bersih) <= PANJANG_MAKSIMUM else None
    if cocok:
        tanda = "-" if cocok["tanda"] else ""
        return Decimal(f"{tanda}{cocok['bulat'].replace('.', '')}.{cocok['pecahan'] or '0'}")
    if _PECAHAN_TITIK.fullmatch(bersih) and len(bersih) <= PANJANG_MAKSIMUM:
        raise ValueError(
            kalimat(
                "“%(teks)s” dapat dibaca dengan dua arti. Tulis desimal dengan koma (%(benar)s) dan ribuan "
                "dengan titik per tiga angka (1.250.000).",
                teks=bersih,
                benar=bersih.replace(".", ","),
            )
        )
    raise ValueError(kalimat("Tulis sebagai angka, misalnya 12 atau 0,9 atau 1.250.000."))


def tulis_angka(angka: Decimal | int) -> str:
    """Return the shortest Indonesian writing of `angka`: 0.900 becomes “0,9”, 1250000 “1.250.000”."""
    bulat, _, pecahan = f"{angka:,f}".partition(".")
    pecahan = pecahan.rstrip("0")
    bulat = bulat.replace(",", ".")
    if bulat == "-0" and not pecahan:
        return "0"
    return f"{bulat},{pecahan}" if pecahan else bulat
