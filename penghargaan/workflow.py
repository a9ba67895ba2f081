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

# --- improvement plans and sanctions ---------------------------------------------------------------------

# PP 30/2019 Pasal 57-58. Whether the time is over and what is missing is asked by the services.
ALUR_RENCANA = Alur(
    nama="rencana perbaikan",
    awal="draf",
    transisi=(
        transisi("usulkan", "draf", "diusulkan", Izin.PERBAIKAN_SUSUN, label=N_("Kirim ke pegawai")),
        transisi("tarik", "diusulkan", "draf", Izin.PERBAIKAN_SUSUN, label=N_("Ubah lagi")),
        transisi(
            "kembalikan",
            "diusulkan",
            "draf",
            Izin.PERBAIKAN_SEPAKATI,
            label=N_("Minta diubah"),
            wajib_catatan=True,
        ),
        transisi("sepakati", "diusulkan", "berjalan", Izin.PERBAIKAN_SEPAKATI, label=N_("Saya sepakat")),
        transisi("akhiri", "berjalan", "menunggu_simpulan", otomatis=True),
        transisi(
            "perpanjang",
            {"berjalan", "menunggu_simpulan"},
            "berjalan",
            Izin.PERBAIKAN_SUSUN,
            label=N_("Perpanjang masa perbaikan"),
            wajib_catatan=True,
        ),
        transisi(
            "capai",
            {"berjalan", "menunggu_simpulan"},
            "tercapai",
            Izin.PERBAIKAN_SUSUN,
            label=N_("Simpulkan tercapai"),
        ),
        transisi(
            "gagal",
            "menunggu_simpulan",
            "tidak_tercapai",
            Izin.PERBAIKAN_SUSUN,
            label=N_("Simpulkan belum tercapai"),
        ),
        transisi(
            "ambil_alih",
            "draf",
            "draf",
            Izin.PERBAIKAN_AMBIL_ALIH,
            label=N_("Ambil alih penyusunan"),
            wajib_catatan=True,
        ),
        transisi(
            "ambil_alih_simpulan",
            "menunggu_simpulan",
            "menunggu_simpulan",
            Izin.PERBAIKAN_AMBIL_ALIH,
            label=N_("Ambil alih simpulan"),
            wajib_catatan=True,
        ),
        transisi("batalkan", {"draf", "diusulkan"}, "batal", otomatis=True),
    ),
)

# PP 94/2021 Pasal 27 and after: summons, hearing, decree. Four eyes and the gate are asked by the services.
ALUR_SANKSI = Alur(
    nama="sanksi",
    awal="draf",
    transisi=(
        transisi("usulkan", "draf", "diusulkan", Izin.SANKSI_USULKAN, label=N_("Ajukan usulan")),
        transisi(
            "batalkan",
            "draf",
            "dibatalkan",
            Izin.SANKSI_USULKAN,
            label=N_("Batalkan draf"),
            wajib_catatan=True,
        ),
        transisi(
            "kembalikan",
            "diusulkan",
            "draf",
            Izin.SANKSI_PERIKSA,
            label=N_("Kembalikan"),
            wajib_catatan=True,
        ),
        transisi(
            "panggil",
            {"diusulkan", "dipanggil"},
            "dipanggil",
            Izin.SANKSI_PERIKSA,
            label=N_("Buat panggilan"),
        ),
        transisi(
            "periksa", "dipanggil", "diperiksa", Izin.SANKSI_PERIKSA, label=N_("Catat hasil pemeriksaan")
        ),
        transisi("putuskan", "diperiksa", "diputus", Izin.SANKSI_PUTUSKAN, label=N_("Tetapkan keputusan")),
        transisi(
            "hentikan",
            {"diusulkan", "dipanggil", "diperiksa"},
            "dihentikan",
            Izin.SANKSI_PUTUSKAN,
            label=N_("Hentikan perkara"),
            wajib_catatan=True,
        ),
        transisi("berlakukan", "diputus", "berlaku", otomatis=True),
        transisi("selesaikan", "berlaku", "selesai", otomatis=True),
        transisi(
            "cabut",
            {"diputus", "berlaku"},
            "dibatalkan",
            Izin.SANKSI_PUTUSKAN,
            label=N_("Cabut keputusan"),
            wajib_catatan=True,
        ),
    ),
)
