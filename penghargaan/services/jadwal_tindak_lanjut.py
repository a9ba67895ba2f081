"""What the schedule does after evaluations: plans, decrees, angka kredit; every zone on its own day."""

from datetime import date

from inti.kalender import Zona
from penghargaan.services.angka_kredit import urus_angka_kredit
from penghargaan.services.perbaikan_jadwal import urus_perbaikan
from penghargaan.services.sanksi_jadwal import urus_sanksi


def urus_tindak_lanjut(*, tanggal: date | None = None) -> int:
    """Plans and decrees due on `tanggal` (today in each zone); how many rows that touched. Twice is once."""
    return sum(
        urus_perbaikan(zona=zona, tanggal=tanggal).berubah + urus_sanksi(zona=zona, tanggal=tanggal)
        for zona in Zona
    )


def urus_kredit(*, tanggal: date | None = None) -> int:
    """Angka kredit of closed years of all zones; how many rows were added. Twice is once."""
    return sum(urus_angka_kredit(zona=zona, tanggal=tanggal) for zona in Zona)
