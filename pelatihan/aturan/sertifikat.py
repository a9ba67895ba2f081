"""Which certificate a kind of training gives and whether it is classical: SIASN's reference jenisDiklat. Pure."""

from inti.tanda import kalimat

TEKNIS, FUNGSIONAL, PARTISIPASI = "T", "F", "P"
KLASIKAL_SAMPAI = 13  # 1 to 13 in class, 14 to 25 not
JENIS_TERAKHIR = 25
_BUKAN_TEKNIS = {2: FUNGSIONAL, 4: PARTISIPASI, 7: PARTISIPASI, 9: PARTISIPASI}
DIKLAT_STRUKTURAL = 1
SYARAT_HADIR = 80
"""Per cent of the day parts from which a pass is suggested; the regulations leave it to the organiser."""


def huruf(jenis: int) -> str:
    """T, F or P for a kind 1 to 25; ValueError otherwise."""
    _wajib_dikenal(jenis)
    return _BUKAN_TEKNIS.get(jenis, TEKNIS)


def klasikal(jenis: int) -> bool:
    """Whether people learn together in class; ValueError for a kind that is not known."""
    _wajib_dikenal(jenis)
    return jenis <= KLASIKAL_SAMPAI


def saran_lulus(hadir: int, seharusnya: int) -> bool:
    """Whether the presence speaks for a pass; nothing to be present at speaks for none."""
    return seharusnya > 0 and hadir * 100 >= seharusnya * SYARAT_HADIR


def _wajib_dikenal(jenis: int) -> None:
    if not 1 <= jenis <= JENIS_TERAKHIR:
        raise ValueError(kalimat("Jenis pelatihan %(jenis)s tidak dikenal.", jenis=jenis))
