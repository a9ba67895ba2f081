"""Codes that stand on paper: easy to read aloud and type, impossible to guess. Pure."""

import re
import secrets

ABJAD = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 and O, 1 and I: 32 letters, five bits each
PANJANG, KELOMPOK = 16, 4  # 80 bits
POLA_KODE = f"[{ABJAD}]{{4}}-[{ABJAD}]{{4}}-[{ABJAD}]{{4}}-[{ABJAD}]{{4}}"


def kode_baru() -> str:
    """A fresh code such as “7KQM-2WXD-H9FP-R4TN”."""
    return _kelompokkan("".join(secrets.choice(ABJAD) for _ in range(PANJANG)))


def rapikan_kode(teks: str) -> str:
    """The code a person meant: any case, with or without spaces and hyphens; "" when it cannot be one."""
    kode = re.sub(r"[\s\-–—.]", "", teks[:100])
    besar = kode.upper() if kode.isascii() else ""
    return _kelompokkan(besar) if len(besar) == PANJANG and set(besar) <= set(ABJAD) else ""


def _kelompokkan(kode: str) -> str:
    return "-".join(kode[i : i + KELOMPOK] for i in range(0, PANJANG, KELOMPOK))
