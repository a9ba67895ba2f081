"""Import of posts: their number in SIASN, kind, level, eselon, class and retirement age."""

from django.utils.translation import gettext_lazy as _

from inti.impor_dasar import Kolom
from inti.impor_sel import KALIMAT_DASAR, baca_dengan, bulat, g, pilihan, teks
from inti.impor_tabel import PengimporTabel
from inti.sel import Tolak
from inti.tanda import isi_galat
from pegawai.aturan.jabatan import JENJANG, eselon
from pegawai.enums import JenisJabatan
from pegawai.models import Jabatan

JENIS = {str(satu.value).upper().replace("_", " "): str(satu.value) for satu in JenisJabatan}


def _eselon(isi: str) -> str:
    try:
        return eselon(isi)
    except ValueError as e:
        raise Tolak("eselon_salah", kalimat=isi_galat(e)) from None


KALIMAT = KALIMAT_DASAR | {
    "eselon_salah": g(_("Eselon tidak dikenal"), "%(kalimat)s"),
    "kode_beda": g(
        _("Kode milik jabatan lain"),
        _("Kode “%(nilai)s” sudah dipakai jabatan “%(lain)s”. Periksa kode atau nama jabatannya."),
    ),
}


class PengimporJabatan(PengimporTabel):
    """Posts, recognised by their number, else by name, kind, level and eselon."""

    nama = "jabatan"
    model = Jabatan
    kalimat = KALIMAT
    tabel_terkunci = ("pegawai_jabatan",)
    kolom = (
        Kolom(
            "JABATAN ID",
            ("KODE", "ID", "KODE JABATAN"),
            bidang="kode",
            sel=teks(64),
            keterangan=_("Nomor jabatan di SIASN. Boleh kosong untuk jabatan struktural."),
            contoh="8ae482885e2b1d4a015e2b3a7a5c0c11",
        ),
        Kolom(
            "NAMA JABATAN",
            ("JABATAN NAMA", "NAMA", "JABATAN"),
            wajib=True,
            bidang="nama",
            sel=teks(255),
            keterangan=_("Nama lengkap seperti di peta jabatan."),
            contoh="Analis Kepegawaian",
        ),
        Kolom(
            "JENIS JABATAN",
            ("JENIS JABATAN NAMA", "JENIS"),
            wajib=True,
            bidang="jenis",
            sel=pilihan("jenis_jabatan", JENIS),
            keterangan=_("JPT PRATAMA, ADMINISTRATOR, PENGAWAS, FUNGSIONAL, PELAKSANA, …"),
            contoh="FUNGSIONAL",
        ),
        Kolom(
            "JENJANG",
            bidang="jenjang",
            sel=pilihan("jenjang", {j.upper(): j for j in JENJANG}),
            keterangan=_("Hanya jabatan fungsional: Ahli Pertama sampai Ahli Utama, Pemula sampai Penyelia."),
            contoh="Ahli Muda",
        ),
        Kolom(
            "ESELON",
            ("ESELON NAMA",),
            bidang="eselon",
            sel=baca_dengan("eselon", "text", _eselon),
            keterangan=_("Hanya jabatan struktural: II.a sampai V.b."),
        ),
        Kolom(
            "KELAS JABATAN",
            ("KELAS",),
            bidang="kelas",
            sel=bulat(1, 17),
            keterangan=_("Kelas jabatan 1 sampai 17."),
            contoh="9",
        ),
        Kolom(
            "BUP",
            ("BATAS USIA PENSIUN",),
            bidang="bup",
            sel=bulat(56, 70),
            keterangan=_("Batas usia pensiun dalam tahun, bila berbeda dari aturan umum jenisnya."),
            contoh="58",
        ),
    )
    kunci = (("kode",), ("nama", "jenis", "jenjang", "eselon"))
    bawaan = {"jenjang": "''", "eselon": "''"}
    kenali = (
        # Names of the same post written in other letters are the same post.
        "UPDATE impor_tahap s SET nama = t.nama FROM pegawai_jabatan t WHERE upper(t.nama) = upper(s.nama)"
        " AND s.nama <> t.nama AND t.jenis = s.jenis",
        "UPDATE impor_tahap SET jenjang = coalesce(jenjang, ''), eselon = coalesce(eselon, '')",
    )
    aturan = (
        "INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)"
        " SELECT s.baris, 'kode_beda', 'JABATAN ID', s.kode, jsonb_build_object('lain', t.nama)"
        " FROM impor_tahap s JOIN pegawai_jabatan t ON t.kode = s.kode AND t.id <> s.id",
    )
    sebutan = "concat_ws(' ', s.nama, nullif(s.jenjang, ''))"
