"""What leave means for an appraisal, as a dated table. Pure.

PermenPANRB 6/2022, Lampiran II.C.8 frees from planning whoever is on leave without pay or waits for his pension: that
is his legal position (`pegawai.services.keadaan`). Of other long leave (cuti besar, sakit, melahirkan) the regulation
is silent (domain, rules of special cases): a period that the leave covers wholly may be without an evaluation, and
nobody is reminded or asked about colleagues while he is away. All of that is [K], a default of this project. Study
leave frees from nothing: it is appraised in the same SKP (Lampiran II.B); only colleagues at home are not described
by somebody who does not see them.
"""

from dataclasses import dataclass
from datetime import date

from inti.tanda import kalimat


@dataclass(frozen=True, slots=True)
class TabelKeadaan:
    """Kinds of leave from `berlaku` on: that leave out a period they cover wholly, in which nobody is asked about
    colleagues, and in which nobody is reminded."""

    berlaku: date
    sumber: str
    tanpa_evaluasi: tuple[str, ...]
    bukan_rekan: tuple[str, ...]
    tanpa_pengingat: tuple[str, ...]


_PANJANG = ("cuti_besar", "cuti_sakit", "cuti_melahirkan", "cltn", "mpp")
TABEL = (
    TabelKeadaan(
        berlaku=date(2022, 1, 1),
        sumber="[K]; PermenPANRB 6/2022 Lampiran II.C.8 (CLTN, MPP)",
        tanpa_evaluasi=_PANJANG,
        bukan_rekan=(*_PANJANG, "tugas_belajar"),
        tanpa_pengingat=_PANJANG,
    ),
)


def tabel_keadaan(pada: date) -> TabelKeadaan:
    """The table in force on `pada`. Raises ValueError before the first one."""
    for tabel in reversed(TABEL):
        if tabel.berlaku <= pada:
            return tabel
    raise ValueError(kalimat("Aturan cuti sebelum %(awal)s tidak diketahui.", awal=TABEL[0].berlaku))


def bebas_evaluasi(jenis: str, mulai: date, selesai: date | None, *, awal: date, akhir: date) -> bool:
    """Whether leave of this kind from `mulai` to `selesai` leaves the period `awal`–`akhir` without an evaluation."""
    utuh = mulai <= awal and (selesai is None or selesai >= akhir)
    return utuh and jenis in tabel_keadaan(awal).tanpa_evaluasi
