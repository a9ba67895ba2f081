"""The moves of an SKP and of a period."""

from akses.enums import Izin
from inti.workflow import Alur, transisi

ALUR_SKP = Alur(
    nama="SKP",
    awal="draf",
    transisi=(
        transisi("ajukan", {"draf", "dikembalikan"}, "diajukan", Izin.SKP_SUSUN, label="Ajukan"),
        transisi("tarik", "diajukan", "draf", Izin.SKP_SUSUN, label="Tarik kembali"),
        transisi(
            "kembalikan",
            {"diajukan", "disetujui"},
            "dikembalikan",
            Izin.SKP_TETAPKAN,
            label="Kembalikan",
            wajib_catatan=True,
        ),
        transisi("setujui", "diajukan", "disetujui", Izin.SKP_TETAPKAN, label="Setujui"),
        transisi("gantikan", {"draf", "diajukan", "dikembalikan", "disetujui"}, "digantikan", otomatis=True),
    ),
)

ALUR_PERIODE = Alur(
    nama="periode",
    awal="belum_dibuka",
    transisi=(
        transisi("buka", "belum_dibuka", "terbuka", Izin.SIKLUS_KELOLA, label="Buka evaluasi", otomatis=True),
        transisi("tutup", "terbuka", "ditutup", Izin.SIKLUS_KELOLA, label="Tutup evaluasi", otomatis=True),
    ),
)
