"""The moves of a periodic evaluation."""

from akses.enums import Izin
from inti.workflow import Alur, transisi

ALUR_EVALUASI = Alur(
    nama="evaluasi periodik",
    awal="terbuka",
    transisi=(
        transisi("ajukan", "terbuka", "diajukan", Izin.EVALUASI_NILAI_DIRI, label="Ajukan penilaian diri"),
        transisi(
            "kembalikan", "diajukan", "terbuka", Izin.EVALUASI_NILAI, label="Kembalikan", wajib_catatan=True
        ),
        transisi("sampaikan", {"terbuka", "diajukan"}, "disampaikan", Izin.EVALUASI_NILAI, label="Sampaikan"),
        transisi("terima", "disampaikan", "diterima", Izin.EVALUASI_TERIMA, label="Saya sudah membaca"),
        transisi("kunci", {"terbuka", "diajukan"}, "terkunci", otomatis=True),
    ),
)
