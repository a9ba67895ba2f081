"""The admin of follow-up, a module for each room."""

from penghargaan.admin import penghargaan as penghargaan
from penghargaan.admin import tindak_lanjut as tindak_lanjut
