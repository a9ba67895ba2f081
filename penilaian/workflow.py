"""The moves of a periodic evaluation."""

from akses.enums import Izin
from inti.tanda import N_
from inti.workflow import Alur, transisi

ALUR_EVALUASI = Alur(
    nama="evaluasi periodik",
    awal="terbuka",
    transisi=(
        transisi(
            "ajukan", "terbuka", "diajukan", Izin.EVALUASI_NILAI_DIRI, label=N_("Ajukan penilaian diri")
        ),
        transisi(
            "kembalikan",
            "diajukan",
            "terbuka",
            Izin.EVALUASI_NILAI,
            label=N_("Kembalikan"),
            wajib_catatan=True,
        ),
        transisi(
            "sampaikan", {"terbuka", "diajukan"}, "disampaikan", Izin.EVALUASI_NILAI, label=N_("Sampaikan")
        ),
        transisi("terima", "disampaikan", "diterima", Izin.EVALUASI_TERIMA, label=N_("Saya sudah membaca")),
        transisi("kunci", {"terbuka", "diajukan"}, "terkunci", otomatis=True),
    ),
)
