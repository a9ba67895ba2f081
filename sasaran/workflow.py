"""The moves of an SKP, of a period, and of the yearly evaluation as a whole."""

from akses.enums import Izin
from inti.tanda import N_
from inti.workflow import Alur, transisi

ALUR_SKP = Alur(
    nama="SKP",
    awal="draf",
    transisi=(
        transisi("ajukan", {"draf", "dikembalikan"}, "diajukan", Izin.SKP_SUSUN, label=N_("Ajukan")),
        transisi("tarik", "diajukan", "draf", Izin.SKP_SUSUN, label=N_("Tarik kembali")),
        transisi(
            "kembalikan",
            {"diajukan", "disetujui"},
            "dikembalikan",
            Izin.SKP_TETAPKAN,
            label=N_("Kembalikan"),
            wajib_catatan=True,
        ),
        transisi("setujui", "diajukan", "disetujui", Izin.SKP_TETAPKAN, label=N_("Setujui")),
        transisi("gantikan", {"draf", "diajukan", "dikembalikan", "disetujui"}, "digantikan", otomatis=True),
    ),
)

ALUR_PERIODE = Alur(
    nama="periode",
    awal="belum_dibuka",
    transisi=(
        transisi(
            "buka", "belum_dibuka", "terbuka", Izin.SIKLUS_KELOLA, label=N_("Buka evaluasi"), otomatis=True
        ),
        transisi(
            "tutup", "terbuka", "ditutup", Izin.SIKLUS_KELOLA, label=N_("Tutup evaluasi"), otomatis=True
        ),
    ),
)

# The status of a year is that of its yearly evaluation.
ALUR_SIKLUS = Alur(
    nama="siklus",
    awal="belum_dibuka",
    transisi=(
        transisi(
            "buka",
            "belum_dibuka",
            "terbuka",
            Izin.SIKLUS_KELOLA,
            label=N_("Buka evaluasi tahunan"),
            otomatis=True,
        ),
        transisi(
            "tutup",
            "terbuka",
            "ditutup",
            Izin.SIKLUS_KELOLA,
            label=N_("Tutup evaluasi tahunan"),
            otomatis=True,
        ),
    ),
)
