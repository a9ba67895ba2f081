"""Registered when the app starts (sasaran.apps): what citizens say may move an agreed indicator."""

from layanan.services.sumber import PenyediaLayanan
from sasaran.services.sumber import daftarkan

daftarkan(PenyediaLayanan())
