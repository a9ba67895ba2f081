"""The way of a citizen's words: read by the manager, then shown to the staff or kept from them."""

from akses.enums import Izin
from inti.tanda import N_
from inti.workflow import Alur, transisi
from layanan.enums import StatusSaran as S

ALUR_SARAN = Alur(
    nama="saran",
    awal=S.MENUNGGU,
    transisi=(
        transisi(
            "tampilkan",
            [S.MENUNGGU, S.DISEMBUNYIKAN],
            S.TAMPIL,
            Izin.LAYANAN_KELOLA,
            label=N_("Tampilkan kepada petugas"),
        ),
        transisi(
            "sembunyikan",
            [S.MENUNGGU, S.TAMPIL],
            S.DISEMBUNYIKAN,
            Izin.LAYANAN_KELOLA,
            label=N_("Sembunyikan"),
            wajib_catatan=True,
        ),
    ),
)
