"""The moves of a session, of its participants, of a training taken elsewhere and of a need."""

from akses.enums import Izin
from inti.tanda import N_
from inti.workflow import Alur, transisi

ALUR_SESI = Alur(
    nama="sesi pelatihan",
    awal="draf",
    transisi=(
        transisi("terbitkan", "draf", "pendaftaran", Izin.PELATIHAN_KELOLA, label=N_("Buka pendaftaran")),
        transisi(
            "tutup",
            "pendaftaran",
            "pendaftaran_ditutup",
            Izin.PELATIHAN_KELOLA,
            label=N_("Tutup pendaftaran"),
            otomatis=True,
        ),
        transisi(
            "buka_lagi",
            "pendaftaran_ditutup",
            "pendaftaran",
            Izin.PELATIHAN_KELOLA,
            label=N_("Buka lagi pendaftaran"),
        ),
        transisi(
            "selesaikan",
            {"pendaftaran", "pendaftaran_ditutup"},
            "selesai",
            Izin.PELATIHAN_KELOLA,
            label=N_("Tandai selesai"),
            otomatis=True,
        ),
        transisi(
            "batalkan",
            {"draf", "pendaftaran", "pendaftaran_ditutup"},
            "dibatalkan",
            Izin.PELATIHAN_KELOLA,
            label=N_("Batalkan sesi"),
            wajib_catatan=True,
        ),
    ),
)

# Whether a seat is free is asked by the service under the lock of the session: the table knows the order.
ALUR_PESERTA = Alur(
    nama="peserta pelatihan",
    awal="diusulkan",
    transisi=(
        transisi("setujui", "diusulkan", "disetujui_atasan", Izin.PELATIHAN_SETUJUI, label=N_("Setujui")),
        transisi(
            "tolak_atasan",
            "diusulkan",
            "ditolak",
            Izin.PELATIHAN_SETUJUI,
            label=N_("Tidak menyetujui"),
            wajib_catatan=True,
        ),
        transisi("tetapkan", "disetujui_atasan", "ditetapkan", Izin.PELATIHAN_TETAPKAN, label=N_("Tetapkan")),
        transisi(
            "tunggukan",
            "disetujui_atasan",
            "daftar_tunggu",
            Izin.PELATIHAN_TETAPKAN,
            label=N_("Masukkan daftar tunggu"),
        ),
        transisi("naikkan", "daftar_tunggu", "ditetapkan", otomatis=True),
        transisi(
            "tolak",
            {"disetujui_atasan", "daftar_tunggu"},
            "ditolak",
            Izin.PELATIHAN_TETAPKAN,
            label=N_("Tidak menetapkan"),
            wajib_catatan=True,
        ),
        transisi(
            "undur",
            {"diusulkan", "disetujui_atasan", "daftar_tunggu", "ditetapkan"},
            "mengundurkan_diri",
            Izin.PELATIHAN_USULKAN,
            label=N_("Mengundurkan diri"),
            wajib_catatan=True,
        ),
        transisi(
            "usulkan_lagi",
            {"ditolak", "mengundurkan_diri"},
            "diusulkan",
            Izin.PELATIHAN_USULKAN,
            label=N_("Usulkan lagi"),
        ),
        transisi("hadir", "ditetapkan", "hadir", Izin.PELATIHAN_PRESENSI, label=N_("Catat kehadiran")),
        transisi("luluskan", "hadir", "lulus", Izin.PELATIHAN_KELOLA, label=N_("Lulus")),
        transisi(
            "tidak_luluskan",
            "hadir",
            "tidak_lulus",
            Izin.PELATIHAN_KELOLA,
            label=N_("Belum lulus"),
            wajib_catatan=True,
        ),
        transisi("absen", "ditetapkan", "tidak_hadir", otomatis=True),
        transisi(
            "batal",
            {"diusulkan", "disetujui_atasan", "daftar_tunggu", "ditetapkan", "hadir"},
            "dibatalkan",
            otomatis=True,
        ),
    ),
)

ALUR_LUAR = Alur(
    nama="pelatihan di luar katalog",
    awal="diajukan",
    transisi=(
        transisi("terima", "diajukan", "diterima", Izin.PELATIHAN_TETAPKAN, label=N_("Terima")),
        transisi(
            "kembalikan",
            "diajukan",
            "dikembalikan",
            Izin.PELATIHAN_TETAPKAN,
            label=N_("Kembalikan"),
            wajib_catatan=True,
        ),
        transisi("ajukan", "dikembalikan", "diajukan", Izin.KEBUTUHAN_TANGGAPI, label=N_("Ajukan lagi")),
        transisi(
            "tarik", {"diajukan", "dikembalikan"}, "ditarik", Izin.KEBUTUHAN_TANGGAPI, label=N_("Tarik")
        ),
    ),
)

ALUR_KEBUTUHAN = Alur(
    nama="kebutuhan pengembangan",
    awal="diusulkan",
    transisi=(
        transisi(
            "konfirmasi", "diusulkan", "direncanakan", Izin.KEBUTUHAN_TANGGAPI, label=N_("Ya, saya perlu")
        ),
        transisi(
            "batalkan",
            {"diusulkan", "direncanakan"},
            "dibatalkan",
            Izin.KEBUTUHAN_TANGGAPI,
            label=N_("Tidak perlu"),
            wajib_catatan=True,
        ),
        transisi("penuhi", {"diusulkan", "direncanakan"}, "terpenuhi", otomatis=True),
    ),
)
