"""The moves of follow-up: recognition and bonus at the top, then improvement plans and sanctions."""

from akses.enums import Izin
from inti.tanda import N_
from inti.workflow import Alur, transisi

# Who nominates does not check, who checks does not decide: the services and the database ask for three
# different people beside the permission.
ALUR_USULAN = Alur(
    nama="usulan penghargaan",
    awal="diusulkan",
    transisi=(
        transisi(
            "periksa", "diusulkan", "diperiksa", Izin.PENGHARGAAN_PERIKSA, label=N_("Teruskan ke pimpinan")
        ),
        transisi(
            "gugurkan",
            "diusulkan",
            "ditolak",
            Izin.PENGHARGAAN_PERIKSA,
            label=N_("Tidak memenuhi syarat"),
            wajib_catatan=True,
        ),
        transisi(
            "putuskan", "diperiksa", "diputuskan", Izin.PENGHARGAAN_PUTUSKAN, label=N_("Berikan penghargaan")
        ),
        transisi(
            "tolak",
            "diperiksa",
            "ditolak",
            Izin.PENGHARGAAN_PUTUSKAN,
            label=N_("Tidak diberikan"),
            wajib_catatan=True,
        ),
        transisi(
            "serahkan", "diputuskan", "diserahkan", Izin.PENGHARGAAN_PERIKSA, label=N_("Catat penyerahan")
        ),
        transisi(
            "tarik",
            {"diusulkan", "diperiksa"},
            "batal",
            Izin.PENGHARGAAN_USULKAN,
            label=N_("Tarik usulan"),
            wajib_catatan=True,
        ),
        transisi(
            "cabut",
            {"diputuskan", "diserahkan"},
            "batal",
            Izin.PENGHARGAAN_PUTUSKAN,
            label=N_("Cabut penghargaan"),
            wajib_catatan=True,
        ),
    ),
)

# A draft may be computed again and again; from “diperiksa” on its lines stand still.
ALUR_BONUS = Alur(
    nama="perhitungan bonus",
    awal="draf",
    transisi=(
        transisi("periksa", "draf", "diperiksa", Izin.BONUS_PERIKSA, label=N_("Nyatakan sudah diperiksa")),
        transisi(
            "kembalikan",
            "diperiksa",
            "draf",
            Izin.BONUS_SETUJUI,
            label=N_("Kembalikan"),
            wajib_catatan=True,
        ),
        transisi("setujui", "diperiksa", "disetujui", Izin.BONUS_SETUJUI, label=N_("Setujui")),
        transisi("ekspor", "disetujui", "diekspor", Izin.BONUS_SUSUN, label=N_("Ekspor dan kunci")),
        transisi("batalkan", "draf", "batal", Izin.BONUS_SUSUN, label=N_("Batalkan"), wajib_catatan=True),
    ),
)

# --- improvement plans and sanctions ----------------------------------------------------------------------
