"""Import of days off; the same columns, kinds and lengths as the CSV that the command `libur` reads."""

from django.utils.translation import gettext_lazy as _

from inti.impor_dasar import Kolom
from inti.impor_sel import KALIMAT_DASAR, TANGGAL, p, pilihan, teks
from inti.impor_tabel import PengimporTabel
from inti.libur_csv import JENIS_LIBUR, PANJANG_MAKSIMUM
from inti.models import HariLibur, JenisLibur

JENIS = {satu.upper().replace("_", " "): satu for satu in JENIS_LIBUR} | {
    satu.upper(): satu for satu in JENIS_LIBUR
}
KALIMAT = KALIMAT_DASAR | {
    "akhir_pekan": p(
        _("Jatuh pada akhir pekan"),
        _("%(nilai)s jatuh pada hari Sabtu atau Minggu. Pastikan tanggalnya benar."),
    ),
}


class PengimporLibur(PengimporTabel):
    """Days off, one per date and name."""

    nama = "libur"
    model = HariLibur
    kalimat = KALIMAT
    tabel_terkunci = ("inti_harilibur",)
    tipe_id, id_baru = "bigint", ""
    kolom = (
        Kolom(
            "TANGGAL",
            ("TGL", "TANGGAL LIBUR", "DATE"),
            wajib=True,
            bidang="tanggal",
            sel=TANGGAL,
            keterangan=_("Satu baris untuk satu hari libur."),
            contoh="25-12-2026",
        ),
        Kolom(
            "JENIS",
            ("JENIS LIBUR", "KIND"),
            wajib=True,
            bidang="jenis",
            sel=pilihan("jenis_libur", JENIS),
            keterangan=_("LIBUR NASIONAL, CUTI BERSAMA atau LIBUR DAERAH."),
            contoh=str(JenisLibur.LIBUR_NASIONAL.value),
        ),
        Kolom(
            "NAMA",
            ("NAMA LIBUR", "HARI LIBUR", "NAME", "HOLIDAY"),
            wajib=True,
            bidang="nama",
            sel=teks(PANJANG_MAKSIMUM["nama"]),
            keterangan=_("Nama hari liburnya."),
            contoh="Hari Raya Natal",
        ),
        Kolom(
            "SUMBER",
            ("DASAR", "KEPUTUSAN", "SOURCE"),
            wajib=True,
            bidang="sumber",
            sel=teks(PANJANG_MAKSIMUM["sumber"]),
            keterangan=_("Keputusan yang menetapkannya."),
            contoh="SKB 3 Menteri 2026",
        ),
    )
    kunci = (("tanggal", "nama"),)
    kenali = (
        # The same day named in other letters is the same day.
        "UPDATE impor_tahap s SET nama = t.nama FROM inti_harilibur t"
        " WHERE t.tanggal = s.tanggal AND upper(t.nama) = upper(s.nama) AND t.nama <> s.nama",
    )
    aturan = (
        "INSERT INTO impor_masalah (baris, kode, kolom, nilai) SELECT baris, 'akhir_pekan', 'TANGGAL',"
        " to_char(tanggal, 'DD-MM-YYYY') FROM impor_tahap WHERE extract(isodow FROM tanggal) > 5",
    )
    sebutan = "concat_ws(' ', to_char(s.tanggal, 'DD-MM-YYYY'), s.nama)"
