"""Import of units: the organisation tree, parents by code or by name, in any order, with moves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from inti import impor_mentah as mentah
from inti.impor_dasar import Kolom
from inti.impor_sel import KALIMAT_DASAR, TANGGAL, g, pilihan, teks
from inti.impor_tabel import PengimporTabel
from pegawai.aturan.unit import jenis_unit
from pegawai.enums import JenisUnit, ZonaWaktu
from pegawai.impor.pohon import LANGKAH, BarisUnit, Pohon
from pegawai.models import UnitKerja

JENIS = {str(satu.value).upper().replace("_", " "): str(satu.value) for satu in JenisUnit}
YA_TIDAK = {"YA": "true", "TIDAK": "false", "Y": "true", "T": "false", "1": "true", "0": "false",
            "TRUE": "true", "FALSE": "false", "YES": "true", "NO": "false"}  # fmt: skip
HARI = {"5": "5", "6": "6", "5 HARI": "5", "6 HARI": "6"}

KALIMAT = KALIMAT_DASAR | {
    "induk_tidak_dikenal": g(
        _("Unit di atasnya tidak dikenal"),
        _("“%(nilai)s” tidak ada, baik dalam susunan organisasi maupun di berkas ini. Samakan kode atau namanya."),
    ),
    "induk_ambigu": g(
        _("Nama unit di atasnya dimiliki beberapa unit"),
        _("“%(nilai)s” dapat berarti: %(calon)s. Isi DIATASAN ID, atau tulis jalurnya: Dinas X > Bidang Y."),
    ),
    "induk_melingkar": g(
        _("Susunan melingkar"),
        _("“%(nilai)s” berada di bawah unit ini sendiri. Isi unit yang lebih tinggi."),
    ),
    "induk_ditutup": g(
        _("Unit di atasnya sudah ditutup"),
        _("“%(nilai)s” ditutup pada %(pada)s. Isi unit yang masih buka, atau tutup unit ini lebih dahulu."),
    ),
    "induk_wajib": g(
        _("Unit di atasnya belum disebut"),
        _("Unit baru “%(nilai)s” harus menyebut unit di atasnya. Isi DIATASAN ID atau UNIT DI ATASNYA."),
    ),
    "unit_ambigu": g(
        _("Nama dimiliki beberapa unit"),
        _("“%(nilai)s” dapat berarti: %(calon)s. Isi UNOR ID, atau unit di atasnya."),
    ),
    "unit_digabung": g(
        _("Unit sudah digabung"),
        _("Unit berkode “%(nilai)s” sudah digabung ke %(ke)s. Pakai kode unit itu, atau hapus baris ini."),
    ),
    "terlalu_dalam": g(
        _("Susunan terlalu dalam"), _("“%(nilai)s” berada lebih dari 63 tingkat di bawah. Kurangi tingkatnya.")
    ),
    "tutup_sebelum_buka": g(
        _("Tanggal terbalik"), _("DITUTUP %(nilai)s mendahului DIBUKA %(dibuka)s. Periksa kedua tanggalnya.")
    ),
    "masih_ada_bawahan": g(
        _("Masih ada unit di bawahnya"),
        _("“%(nilai)s” belum dapat ditutup: %(bawahan)s masih buka. Tutup atau pindahkan unit itu lebih dahulu."),
    ),
    "masih_ada_pegawai": g(
        _("Masih ada pegawai"),
        _("%(banyak)s pegawai masih ditempatkan di “%(nilai)s” pada tanggal itu. Pindahkan mereka lebih dahulu."),
    ),
}  # fmt: skip

_TUTUP = """
INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
SELECT s.baris, 'tutup_sebelum_buka', 'DITUTUP', to_char(s.ditutup, 'DD-MM-YYYY'),
    jsonb_build_object('dibuka', to_char(coalesce(s.dibuka, t.dibuka), 'DD-MM-YYYY'))
FROM impor_tahap s LEFT JOIN pegawai_unitkerja t ON t.id = s.id
WHERE coalesce(s.ditutup, t.ditutup) < coalesce(s.dibuka, t.dibuka)
"""
_BERISI = """
INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
SELECT s.baris, 'masih_ada_pegawai', 'DITUTUP', s.nama, jsonb_build_object('banyak', count(*))
FROM impor_tahap s JOIN pegawai_penempatan p ON p.unit_id = s.id
WHERE s.ditutup IS NOT NULL AND (p.selesai IS NULL OR p.selesai >= s.ditutup) GROUP BY s.baris, s.nama
"""
_PINDAHKAN = """
UPDATE pegawai_unitkerja t SET path = j.path, depth = j.dalam FROM impor_jalur j WHERE j.id = t.id
"""
_HITUNG_ANAK = """
UPDATE pegawai_unitkerja t SET numchild = coalesce(a.banyak, 0)
FROM pegawai_unitkerja x LEFT JOIN (
    SELECT left(path, -%(langkah)s) AS atas, count(*) AS banyak FROM pegawai_unitkerja GROUP BY 1
) a ON a.atas = x.path
WHERE x.id = t.id AND t.numchild <> coalesce(a.banyak, 0)
"""


SIFAT = ("id", "nama", "kode", "path", "ditutup", "zona", "hari_per_pekan", "digabung_ke")


class PengimporUnit(PengimporTabel):
    """Units, recognised by their code, else by their name below their parent. Only a code moves a unit."""

    nama = "unit"
    model = UnitKerja
    kalimat = KALIMAT
    tabel_terkunci = ("pegawai_unitkerja", "pegawai_penempatan")
    kolom = (
        Kolom(
            "UNOR ID",
            ("KODE UNOR", "KODE UNIT", "KODE", "ID", "UNIT ID", "UNIT CODE"),
            bidang="kode",
            sel=teks(64),
            keterangan=_(
                "Kode unor di SIASN. Unit yang sudah ada dipindahkan hanya bila dikenali dari kode ini."
            ),
            contoh="A5EB03E2443BF6A0E040640A040252AD",
        ),
        Kolom(
            "UNOR NAMA",
            ("NAMAUNOR", "NAMA UNOR", "NAMA UNIT", "UNIT KERJA", "NAMA", "UNIT NAME", "NAME"),
            wajib=True,
            bidang="nama",
            sel=teks(255),
            keterangan=_("Nama lengkap unit."),
            contoh="Pemerintah Kabupaten Contoh",
        ),
        Kolom(
            "DIATASAN ID",
            ("DIATASANID", "KODE INDUK", "INDUK ID", "KODE UNIT DI ATASNYA", "PARENT ID", "PARENT CODE"),
            bidang="induk_kode",
            sel=teks(64),
            keterangan=_(
                "Kode unor unit tepat di atasnya; boleh unit baru di berkas ini, di baris mana pun."
            ),
        ),
        Kolom(
            "UNIT DI ATASNYA",
            ("INDUK", "UNIT INDUK", "UNOR INDUK", "NAMA INDUK", "UNOR ATASAN", "PARENT", "PARENT NAME"),
            bidang="induk_nama",
            sel=teks(1000),
            keterangan=_(
                "Bila tanpa kode: nama unit di atasnya, atau jalurnya seperti Dinas X > Bidang Y. Kosong: "
                "unit yang sudah ada tetap di tempatnya."
            ),
        ),
        Kolom(
            "SINGKATAN",
            ("NAMA PENDEK", "SHORT NAME", "ABBREVIATION"),
            bidang="singkatan",
            sel=teks(60),
            keterangan=_("Sebutan pendek, bila ada."),
            contoh="Pemkab",
        ),
        Kolom(
            "JENIS UNIT",
            ("JENIS", "JENIS UNOR", "UNIT KIND", "KIND"),
            bidang="jenis",
            sel=pilihan("jenis_unit", JENIS),
            keterangan=_(
                "INSTANSI, DINAS, BADAN, BIDANG, SEKSI, SEKOLAH, …; kosong pada unit baru: ditebak dari namanya."
            ),
            contoh="INSTANSI",
        ),
        Kolom(
            "ZONA WAKTU",
            ("ZONA", "TIME ZONE"),
            bidang="zona",
            sel=pilihan("zona", {str(z.value): str(z.value) for z in ZonaWaktu}),
            keterangan=_("WIB, WITA atau WIT; kosong pada unit baru: seperti unit di atasnya."),
            contoh="WIB",
        ),
        Kolom(
            "HARI KERJA PER PEKAN",
            ("HARI PER PEKAN", "HARI KERJA", "DAYS PER WEEK"),
            bidang="hari_per_pekan",
            sel=pilihan("hari", HARI, "int"),
            keterangan=_("5 atau 6; kosong pada unit baru: seperti unit di atasnya."),
            contoh="5",
        ),
        Kolom(
            "MANDIRI",
            ("UNIT KERJA MANDIRI", "INDEPENDENT"),
            bidang="mandiri",
            sel=pilihan("ya_tidak", YA_TIDAK, "bool"),
            keterangan=_("YA bila unit kerja mandiri; kosong: TIDAK."),
            contoh="TIDAK",
        ),
        Kolom(
            "DIBUKA",
            ("TANGGAL DIBUKA", "MULAI", "OPENED", "OPEN DATE"),
            bidang="dibuka",
            sel=TANGGAL,
            keterangan=_("Hari pertama unit ini; kosong pada unit baru: 17-08-1945."),
            contoh="01-01-2017",
        ),
        Kolom(
            "DITUTUP",
            ("TANGGAL DITUTUP", "SELESAI", "CLOSED", "CLOSE DATE"),
            bidang="ditutup",
            sel=TANGGAL,
            keterangan=_("Hari unit ini tidak ada lagi. Pegawai dan unit di bawahnya harus sudah keluar."),
        ),
    )
    kunci = (("kode",),)
    tulis = ("kode", "nama", "singkatan", "jenis", "zona", "hari_per_pekan", "mandiri", "dibuka", "ditutup")
    tambahan = {
        "jalur": "text", "dalam": "int", "pindah": "bool NOT NULL DEFAULT false", "induk_lama": "text",
        "induk_baru": "text", "tebakan": "text", "zona_induk": "text", "hari_induk": "int",
    }  # fmt: skip
    bawaan = {
        "singkatan": "''", "jenis": "s.tebakan", "mandiri": "false", "dibuka": "DATE '1945-08-17'",
        "zona": "s.zona_induk", "hari_per_pekan": "s.hari_induk",
    }  # fmt: skip
    tetap = {"path": "s.jalur", "depth": "s.dalam", "numchild": "0"}
    aturan = (_TUTUP, _BERISI)
    sebutan = "s.nama"
    lain_beda = {"induk": ("s.induk_lama", "s.induk_baru")}
    sidik_lain = "CASE WHEN s.pindah THEN concat_ws('|', t.path, s.induk_baru) END"

    def perintah_siapkan(self) -> Any:
        """The staging tables, and one of the new paths."""
        return (
            *super().perintah_siapkan(),
            "DROP TABLE IF EXISTS pg_temp.impor_jalur",
            "CREATE TEMPORARY TABLE impor_jalur (id uuid, path text, dalam int) ON COMMIT DROP",
            "DROP TABLE IF EXISTS pg_temp.impor_simpul",
            "CREATE TEMPORARY TABLE impor_simpul (baris int, id uuid, baru bool, pindah bool, lama text, kini text,"
            " tebakan text, zona text, hari int) ON COMMIT DROP",
        )

    def temukan(self, kursor: Any) -> None:
        """Lay the rows over the tree: who is new, who moves, and where to."""
        pohon = Pohon.dari(UnitKerja.objects.order_by("path").values_list(*SIFAT).iterator())
        pohon.terapkan(_baris(kursor))
        jalur = pohon.jalur()
        mentah.catat(kursor, [m for m in pohon.masalah if m.baris])
        kursor.execute("DELETE FROM impor_jalur")
        with kursor.copy("COPY impor_jalur FROM STDIN") as salin:
            for pk, path in jalur.items():
                salin.write_row((pk, path, len(path) // LANGKAH))
        _simpan(kursor, pohon)

    def cari_masalah(self, kursor: Any) -> None:
        """As every table; a unit that moves is a changed one."""
        super().cari_masalah(kursor)
        kursor.execute("UPDATE impor_tahap SET berubah = true WHERE pindah AND NOT baru")

    def terapkan(self, kursor: Any) -> None:
        """Changes and new units, then the paths of whole subtrees at once, then how many each has below it."""
        kursor.execute(_PINDAHKAN)
        super().terapkan(kursor)
        kursor.execute(_HITUNG_ANAK, {"langkah": LANGKAH})


def _baris(kursor: Any) -> list[BarisUnit]:
    kursor.execute(
        "SELECT baris, id, kode, nama, induk_kode, induk_nama, jenis, ditutup, zona, hari_per_pekan"
        " FROM impor_tahap WHERE nama IS NOT NULL ORDER BY baris"
    )
    return [
        BarisUnit(
            baris,
            pk,
            kode or "",
            nama,
            ik or "",
            inama or "",
            jenis == JenisUnit.INSTANSI,
            tutup,
            zona or "",
            hari,
        )
        for baris, pk, kode, nama, ik, inama, jenis, tutup, zona, hari in kursor.fetchall()
    ]


def _simpan(kursor: Any, pohon: Pohon) -> None:
    """Write into the staged rows which unit each is, and its place."""
    kursor.execute("DELETE FROM impor_simpul")
    with kursor.copy("COPY impor_simpul FROM STDIN") as salin:
        for baris, s in pohon.hasil.items():
            atas = s.induk.nama if s.induk else ""
            jenis = jenis_unit(s.nama) if s.induk else JenisUnit.INSTANSI.value
            salin.write_row((baris, s.id, s.baru, s.pindah, s.induk_lama, atas, jenis, s.zona, s.hari))
    kursor.execute(
        "UPDATE impor_tahap s SET id = x.id, baru = x.baru, pindah = x.pindah, tebakan = x.tebakan,"
        " zona_induk = x.zona, hari_induk = x.hari, jalur = j.path, dalam = j.dalam,"
        " induk_lama = CASE WHEN x.pindah THEN x.lama END, induk_baru = CASE WHEN x.pindah THEN x.kini END"
        " FROM impor_simpul x LEFT JOIN impor_jalur j ON j.id = x.id WHERE x.baris = s.baris"
    )
