"""The moves of an evaluation, periodic and yearly, of the label of a unit, and of an objection."""

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
        # An objection that changed the result (V.B): it is delivered anew and read anew.
        transisi(
            "putus_keberatan",
            {"disampaikan", "diterima"},
            "disampaikan",
            Izin.KEBERATAN_PUTUSKAN,
            label=N_("Ubah hasil karena keberatan"),
            wajib_catatan=True,
        ),
    ),
)

_SAMPAI = {"disampaikan", "diterima", "ditolak", "tanpa_tanggapan"}

# PermenPANRB 6/2022, Lampiran IV.A.11 and V.A-B. Whether the window, the hand-over and the objection are in
# time is asked by the services: the table knows only the order.
ALUR_TAHUNAN = Alur(
    nama="evaluasi tahunan",
    awal="terbuka",
    transisi=(
        transisi("tandatangani", "terbuka", "ditandatangani", Izin.TAHUNAN_NILAI, label=N_("Tandatangani")),
        transisi(
            "tarik",
            "ditandatangani",
            "terbuka",
            Izin.TAHUNAN_NILAI,
            label=N_("Ubah sebelum disampaikan"),
        ),
        transisi("lewat_waktu", "terbuka", "menunggu_atasan", otomatis=True),
        transisi(
            "ambil_alih",
            "menunggu_atasan",
            "ditandatangani",
            Izin.TAHUNAN_AMBIL_ALIH,
            label=N_("Tandatangani sebagai atasan"),
        ),
        transisi(
            "sampaikan",
            "ditandatangani",
            "disampaikan",
            Izin.TAHUNAN_SAMPAIKAN,
            label=N_("Sampaikan"),
            otomatis=True,
        ),
        transisi(
            "terima",
            {"disampaikan", "tanpa_tanggapan"},
            "diterima",
            Izin.TAHUNAN_TERIMA,
            label=N_("Tandatangani"),
        ),
        transisi(
            "tolak",
            {"disampaikan", "tanpa_tanggapan"},
            "ditolak",
            Izin.TAHUNAN_TERIMA,
            label=N_("Tidak bersedia menandatangani"),
            wajib_catatan=True,
        ),
        transisi("lewati_tanggapan", "disampaikan", "tanpa_tanggapan", otomatis=True),
        transisi(
            "ajukan_keberatan",
            _SAMPAI,
            "keberatan",
            Izin.KEBERATAN_AJUKAN,
            label=N_("Ajukan keberatan"),
        ),
        transisi(
            "cabut_keberatan",
            "keberatan",
            "disampaikan",
            Izin.KEBERATAN_AJUKAN,
            label=N_("Cabut keberatan"),
        ),
        transisi(
            "putus_keberatan",
            "keberatan",
            "diputus",
            Izin.KEBERATAN_PUTUSKAN,
            label=N_("Putuskan keberatan"),
        ),
        transisi(
            "selesaikan", {"diterima", "ditolak", "tanpa_tanggapan", "diputus"}, "selesai", otomatis=True
        ),
    ),
)

# The label of a unit (8.2; SE MenPANRB 3/2023): whoever manages performance prepares it, the leader one level
# above sets it, with or without a preparation. A label that is set may be corrected, with a reason.
ALUR_CAPAIAN = Alur(
    nama="capaian kinerja organisasi",
    awal="menunggu",
    transisi=(
        transisi(
            "siapkan",
            {"menunggu", "disiapkan"},
            "disiapkan",
            Izin.CAPAIAN_SIAPKAN,
            label=N_("Simpan usulan"),
        ),
        transisi(
            "tetapkan",
            {"menunggu", "disiapkan"},
            "ditetapkan",
            Izin.CAPAIAN_TETAPKAN,
            label=N_("Tetapkan"),
        ),
        transisi(
            "ubah",
            "ditetapkan",
            "ditetapkan",
            Izin.CAPAIAN_TETAPKAN,
            label=N_("Ubah penetapan"),
            wajib_catatan=True,
        ),
    ),
)

# A request to a colleague. It has no history: a row with the time of an answer would undo the anonymity of
# the answers (docs/adr). Striking out keeps who and why in the request itself.
ALUR_TUGAS_REKAN = Alur(
    nama="permintaan kepada rekan kerja",
    awal="menunggu",
    transisi=(
        transisi("jawab", "menunggu", "selesai", Izin.REKAN_JAWAB, label=N_("Kirim jawaban")),
        transisi("coret", "menunggu", "dicoret", Izin.REKAN_CORET, label=N_("Coret"), wajib_catatan=True),
        transisi("tutup", {"menunggu", "selesai"}, "ditutup", otomatis=True),
    ),
)

# PermenPANRB 6/2022, Lampiran V.B: the superior asks both sides, then confirms or changes; his decision is final.
# He need not wait for an assessor who says nothing. Whether it is in time is asked by the services.
ALUR_KEBERATAN = Alur(
    nama="keberatan",
    awal="diajukan",
    transisi=(
        transisi("jelaskan", "diajukan", "dijelaskan", Izin.KEBERATAN_TANGGAPI, label=N_("Kirim penjelasan")),
        transisi(
            "cabut", {"diajukan", "dijelaskan"}, "dicabut", Izin.KEBERATAN_AJUKAN, label=N_("Cabut keberatan")
        ),
        transisi(
            "kuatkan",
            {"diajukan", "dijelaskan"},
            "dikuatkan",
            Izin.KEBERATAN_PUTUSKAN,
            label=N_("Kuatkan hasil semula"),
        ),
        transisi(
            "ubah", {"diajukan", "dijelaskan"}, "diubah", Izin.KEBERATAN_PUTUSKAN, label=N_("Ubah hasil")
        ),
    ),
)
