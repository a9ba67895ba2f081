"""Columns and sentences of the import of placements."""

from django.utils.translation import gettext_lazy as _

from inti.impor_dasar import Kolom
from inti.impor_sel import KALIMAT_DASAR, TANGGAL, g, p, pilihan, teks
from pegawai.enums import JenisPenempatan
from pegawai.impor.jabatan_baris import KALIMAT_JABATAN, KOLOM_JABATAN
from pegawai.impor.ketetapan import KALIMAT_KETETAPAN
from pegawai.impor.orang import KALIMAT_ORANG, KOLOM_ORANG
from pegawai.impor.unit import YA_TIDAK
from pegawai.impor.unit_baris import KALIMAT_UNIT, KOLOM_UNIT

_DEFINITIF, _PLT, _PLH = (str(j.value) for j in JenisPenempatan)
# D, PLT and PLH are SIASN's jenisPenugasanId of rw-jabatan.
JENIS = {
    "DEFINITIF": _DEFINITIF, "PLT": _PLT, "PLH": _PLH, "D": _DEFINITIF, "DEFINITIVE": _DEFINITIF,
    "PLT.": _PLT, "PELAKSANA TUGAS": _PLT, "PELAKSANA TUGAS (PLT.)": _PLT, "ACTING": _PLT,
    "PLH.": _PLH, "PELAKSANA HARIAN": _PLH, "PELAKSANA HARIAN (PLH.)": _PLH, "DAILY ACTING": _PLH,
}  # fmt: skip
CONTOH = {
    "UNOR NAMA": "Bidang Pencatatan Sipil",
    "SATUAN KERJA INDUK NAMA": "Dinas Kependudukan dan Pencatatan Sipil",
}


def _bercontoh(kolom: Kolom) -> Kolom:
    return Kolom(
        kolom.nama,
        kolom.alias,
        kolom.wajib,
        kolom.bidang,
        kolom.sel,
        kolom.keterangan,
        CONTOH.get(kolom.nama, ""),
    )


KOLOM = (
    *KOLOM_ORANG,
    *map(_bercontoh, KOLOM_UNIT),
    *KOLOM_JABATAN,
    Kolom(
        "JENIS PENEMPATAN",
        ("JENISPENUGASANID", "JENIS PENUGASAN", "JENIS PENUGASAN ID", "PLACEMENT KIND"),
        bidang="jenis",
        sel=pilihan("jenis_penempatan", JENIS),
        keterangan=_(
            "DEFINITIF, PLT atau PLH; kosong: definitif, kecuali nama jabatannya diawali Plt. atau Plh."
        ),
        contoh="DEFINITIF",
    ),
    Kolom(
        "MEMIMPIN UNIT",
        ("MEMIMPIN UNIT INI", "MEMIMPIN", "KEPALA", "KEPALA UNIT", "LEADS UNIT", "LEADS THIS UNIT", "HEAD"),
        bidang="kepala",
        sel=pilihan("ya_tidak", YA_TIDAK, "bool"),
        keterangan=_("YA bila ia kepala unit itu; kosong: dikenali dari nama jabatan dan nama unitnya."),
        contoh="TIDAK",
    ),
    Kolom(
        "TMT JABATAN",
        (
            "TMTJABATAN",
            "TMT",
            "MULAI",
            "MULAI (TMT)",
            "TANGGAL MULAI",
            "START",
            "START DATE",
            "EFFECTIVE DATE",
        ),
        wajib=True,
        bidang="mulai",
        sel=TANGGAL,
        keterangan=_(
            "Hari pertama. Penempatan yang sudah ada dikenali dari pegawai, hari ini dan jenisnya; Plt. dan Plh. juga "
            "dari unitnya."
        ),
        contoh="01-12-2026",
    ),
    Kolom(
        "SELESAI",
        ("TANGGAL SELESAI", "SAMPAI", "BERAKHIR", "HARI TERAKHIR", "END", "END DATE"),
        bidang="selesai",
        sel=TANGGAL,
        keterangan=_(
            "Hari terakhir. Definitif boleh kosong: berakhir sehari sebelum penempatan berikutnya. Plt. dan Plh. wajib."
        ),
    ),
    Kolom(
        "SK NOMOR",
        ("SKNOMOR", "NOMOR SK", "NOMORSK", "NO SK", "DASAR", "DASAR (NOMOR SK)", "DECREE NUMBER", "BASIS"),
        bidang="dasar",
        sel=teks(120),
        keterangan=_("Nomor keputusan yang mendasarinya."),
        contoh="821.2/45/BKPSDM/2026",
    ),
)
KALIMAT = (
    KALIMAT_DASAR
    | KALIMAT_ORANG
    | KALIMAT_UNIT
    | KALIMAT_JABATAN
    | KALIMAT_KETETAPAN
    | {
        # --- the row by itself
        "unit_kosong": g(
            _("Unit kerja belum disebut"),
            _("Penempatan baru harus menyebut unitnya. Isi UNOR ID atau UNOR NAMA."),
        ),
        "jabatan_kosong": g(
            _("Jabatan belum disebut"),
            _("Penempatan baru harus menyebut jabatannya. Isi JABATAN NAMA atau JABATAN ID."),
        ),
        "tanggal_terbalik": g(
            _("Tanggal terbalik"),
            _("SELESAI %(nilai)s mendahului TMT JABATAN (%(mulai)s). Periksa kedua tanggalnya."),
        ),
        "tmt_sebelum_lahir": g(
            _("TMT mendahului kelahiran"),
            _("TMT %(nilai)s mendahului tanggal lahir pegawai (%(lahir)s). Periksa tahunnya."),
        ),
        "unit_belum_buka": g(
            _("Unit kerja belum dibuka"),
            _(
                "%(unit)s baru dibuka pada %(buka)s, sesudah %(nilai)s. Isi unit pendahulunya, atau betulkan "
                "tanggalnya."
            ),
        ),
        "unit_sudah_tutup": g(
            _("Unit kerja ditutup sebelum penempatan berakhir"),
            _(
                "“%(nilai)s” ditutup pada %(tutup)s. Isi SELESAI sebelum hari itu, atau isi unit penggantinya."
            ),
        ),
        # --- one definitive placement at a time
        "tumpang_berkas": g(
            _("Dua penempatan definitif bertumpuk di berkas"),
            _(
                "Bertumpuk dengan penempatan pegawai ini di baris %(lain)s (mulai %(dari)s). Betulkan tanggal salah "
                "satunya, atau kosongkan SELESAI agar dihitung dari penempatan berikutnya."
            ),
        ),
        "mulai_tumpang": g(
            _("TMT di dalam penempatan lain"),
            _(
                "Pada %(nilai)s pegawai ini tercatat sebagai %(lama)s, %(dari)s sampai %(sampai)s. Betulkan TMT "
                "JABATAN, atau sertakan penempatan itu di berkas ini dengan SELESAI yang benar."
            ),
        ),
        "selesai_tumpang": g(
            _("SELESAI melewati penempatan berikutnya"),
            _(
                "Sejak %(dari)s pegawai ini tercatat sebagai %(lama)s. Isi SELESAI sebelum hari itu, atau kosongkan "
                "agar dihitung sendiri."
            ),
        ),
        # --- one head at a time
        "dua_kepala": g(
            _("Dua kepala untuk satu unit"),
            _(
                "“%(nilai)s” pada waktu yang sama juga dipimpin %(satu)s di baris %(lain)s. Betulkan tanggal, unit "
                "atau MEMIMPIN UNIT salah satunya."
            ),
        ),
        "kepala_lain": g(
            _("Unit sudah mempunyai kepala"),
            _(
                "“%(nilai)s” dipimpin %(satu)s mulai %(dari)s. Sertakan perpindahannya di berkas ini, atau akhiri "
                "dahulu penempatannya."
            ),
        ),
        # --- acting duty
        "pelaksana_tanpa_akhir": g(
            _("Tugas Plt. atau Plh. tanpa hari terakhir"),
            _("Tugas Plt. dan Plh. selalu berakhir. Isi SELESAI dengan hari terakhirnya."),
        ),
        "dua_pelaksana": g(
            _("Dua Plt. atau Plh. untuk satu unit"),
            _(
                "“%(nilai)s” pada waktu yang sama juga diserahkan kepada %(satu)s di baris %(lain)s. Betulkan tanggal "
                "atau "
                "unit salah satunya."
            ),
        ),
        "pelaksana_lain": g(
            _("Unit sudah mempunyai Plt. atau Plh."),
            _(
                "“%(nilai)s” diserahkan kepada %(satu)s mulai %(dari)s. Akhiri dahulu tugas itu, atau betulkan "
                "tanggalnya."
            ),
        ),
        "pelaksana_sendiri": g(
            _("Plt. atau Plh. atas unit yang dipimpinnya sendiri"),
            _(
                "Pegawai ini sendiri kepala definitif “%(nilai)s” sejak %(dari)s. Hapus baris ini, atau betulkan "
                "unitnya."
            ),
        ),
        "plt_berkepala": g(
            _("Plt. untuk unit yang mempunyai kepala"),
            _(
                "“%(unit)s” dipimpin %(satu)s sejak %(dari)s. Isi PLH bila ia berhalangan sementara, atau betulkan "
                "tanggalnya."
            ),
        ),
        "plh_tanpa_kepala": g(
            _("Plh. untuk unit tanpa kepala"),
            _("“%(unit)s” tidak mempunyai kepala definitif pada waktu itu. Isi PLT, bukan PLH."),
        ),
        "tanpa_definitif": g(
            _("Plt. atau Plh. tanpa jabatan definitif"),
            _(
                "Pada %(nilai)s pegawai ini tidak mempunyai penempatan definitif. Sertakan penempatannya di berkas ini."
            ),
        ),
        "pelaksana_menyusul": g(
            _("Masih ada tugas Plt. atau Plh. sesudahnya"),
            _(
                "Pegawai ini menjadi kepala “%(nilai)s”, padahal tercatat tugas %(jenis)s di sana mulai %(dari)s. "
                "Hapus dahulu tugas itu."
            ),
        ),
        # --- warnings
        "plh_tanpa_kepala_dulu": p(
            _("Plh. dahulu untuk unit yang kepalanya tidak tercatat"),
            _("Kepala definitif “%(unit)s” pada waktu itu tidak tercatat. Lengkapi riwayatnya bila ada."),
        ),
        "tanpa_definitif_dulu": p(
            _("Plt. atau Plh. dahulu tanpa jabatan definitif tercatat"),
            _(
                "Penempatan definitif pegawai ini pada %(nilai)s tidak tercatat. Lengkapi riwayatnya bila ada."
            ),
        ),
        "pelaksana_masih_ada": p(
            _("Masih ada Plt."),
            _(
                "%(satu)s tercatat Plt. di “%(nilai)s” sampai %(sampai)s. Akhiri tugasnya bila kepala sudah bertugas."
            ),
        ),
        "tanpa_lanjutan": p(
            _("Tanpa penempatan sesudahnya"),
            _(
                "Sesudah %(nilai)s pegawai ini tanpa penempatan definitif, karena penempatan lamanya ikut berakhir. "
                "Sertakan penempatan berikutnya bila ia masih bertugas."
            ),
        ),
        "pegawai_keluar": p(
            _("Pegawai sudah tidak bertugas"),
            _("Kedudukan hukum pegawai ini: %(nilai)s. Pastikan penempatan yang belum berakhir ini benar."),
        ),
        "struktural_bukan_kepala": p(
            _("Jabatan struktural yang tidak dikenali memimpin unitnya"),
            _(
                "Nama jabatan tidak cocok dengan unit “%(unit)s”, jadi tidak dicatat sebagai kepala. Isi MEMIMPIN UNIT "
                "bila ia memimpinnya."
            ),
        ),
    }
)
