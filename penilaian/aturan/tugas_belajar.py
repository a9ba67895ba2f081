"""Study leave: what counts instead of work, as guidance classes. Pure.

PermenPANRB 6/2022, Lampiran II.B (l.2496-2627): the results of the SKP are the academic evaluation, graduation and
other assignments; classes of the grade point average by accreditation (l.2535-2569) are guidance, the assessor may
expect otherwise. Whoever does not graduate can only get Kurang or Sangat Kurang (l.4190-4194).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from inti.tanda import N_, gabung, kalimat

KELAS = (N_("Sangat Baik"), N_("Baik"), N_("Butuh Perbaikan"), N_("Kurang"))


@dataclass(frozen=True, slots=True)
class BarisIpk:
    """A row of the table: the lowest average of the first three classes; below the last it is Kurang."""

    lokasi: str
    jenjang: str
    universitas: str
    batas: tuple[Decimal, Decimal, Decimal]

    @property
    def sebutan(self) -> str:
        """Where and what somebody studies, as a table names it."""
        tempat = (
            kalimat("luar negeri") if self.lokasi == LUAR else kalimat("akreditasi %(a)s", a=self.universitas)
        )
        return gabung(self.jenjang, tempat, pemisah=", ")


@dataclass(frozen=True, slots=True)
class TabelIpk:
    """In force from `berlaku` on."""

    berlaku: date
    sumber: str
    baris: tuple[BarisIpk, ...]


DALAM, LUAR = "dalam_negeri", "luar_negeri"
S1, LANJUT = "S1", "Profesi/S2/S3"


def _baris(lokasi: str, jenjang: str, universitas: str, *batas: str) -> BarisIpk:
    a, b, c = (Decimal(x) for x in batas)
    return BarisIpk(lokasi, jenjang, universitas, (a, b, c))


TABEL = (
    TabelIpk(
        date(2022, 1, 1),
        "PermenPANRB 6/2022 Lampiran II.B (l.2535-2569)",
        (
            _baris(DALAM, S1, "A", "3.51", "3.01", "2.76"),
            _baris(DALAM, S1, "B", "3.61", "3.10", "2.76"),
            _baris(DALAM, S1, "C", "3.71", "3.20", "2.76"),
            _baris(DALAM, LANJUT, "A", "3.51", "3.20", "3.00"),
            _baris(DALAM, LANJUT, "B", "3.61", "3.25", "3.00"),
            _baris(DALAM, LANJUT, "C", "3.71", "3.30", "3.00"),
            _baris(LUAR, S1, "", "3.51", "3.01", "2.76"),
            _baris(LUAR, LANJUT, "", "3.51", "3.20", "3.00"),
        ),
    ),
)


def tabel_ipk(pada: date) -> TabelIpk:
    """The table in force on `pada`. Raises ValueError before the first one."""
    for tabel in reversed(TABEL):
        if tabel.berlaku <= pada:
            return tabel
    raise ValueError(kalimat("Kelas IPK sebelum %(awal)s tidak diketahui.", awal=TABEL[0].berlaku))


def kelas_ipk(ipk: Any, *, lokasi: str, jenjang: str, universitas: str = "", pada: date) -> str:
    """The guidance class of an average: “Sangat Baik” to “Kurang”.

    `universitas` is its accreditation A, B or C, empty abroad. Raises ValueError for an average outside 0 to 4 or a
    row that the table does not have.
    """
    nilai = Decimal(str(ipk)).quantize(Decimal("0.01"))
    if not 0 <= nilai <= 4:
        raise ValueError(kalimat("IPK %(ipk)s tidak mungkin; isinya 0,00 sampai 4,00.", ipk=ipk))
    for baris in tabel_ipk(pada).baris:
        if (baris.lokasi, baris.jenjang, baris.universitas) == (lokasi, jenjang, universitas):
            return next((k for k, b in zip(KELAS, baris.batas, strict=False) if nilai >= b), KELAS[-1])
    raise ValueError(
        kalimat(
            "Tidak ada kelas IPK untuk %(jenjang)s %(universitas)s.", jenjang=jenjang, universitas=universitas
        )
    )
