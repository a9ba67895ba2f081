"""Import of the ranks people had, by SIASN's names of `rw-golongan`; the newest becomes the person's rank."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from inti.impor_dasar import Kolom
from inti.impor_sel import KALIMAT_DASAR, TANGGAL, baca_dengan, bulat, g, p, pilihan, teks
from inti.impor_tabel import PengimporTabel
from inti.sel import Tolak
from pegawai.aturan.golongan import golongan
from pegawai.enums import JenisKenaikan
from pegawai.impor.orang import KALIMAT_ORANG, KENALI_ORANG, KOLOM_ORANG, SEBUTAN_ORANG, TAMBAHAN_ORANG
from pegawai.models import RiwayatPangkat

KENAIKAN = {str(satu.value): str(satu.value) for satu in JenisKenaikan} | {
    " ".join(str(satu.label).upper().split()): str(satu.value) for satu in JenisKenaikan
}


def _golongan(isi: str) -> str:
    """A rank of a PNS (III/c, also 33) or of a PPPK (IX); the two never look alike."""
    for pppk in (False, True):
        try:
            return golongan(isi, pppk=pppk)
        except ValueError:
            continue
    raise Tolak("golongan_salah")


SEL_GOLONGAN = baca_dengan("golongan", "text", _golongan)
KALIMAT = (
    KALIMAT_DASAR
    | KALIMAT_ORANG
    | {
        "golongan_salah": g(
            _("Golongan tidak dikenal"),
            _("Golongan “%(nilai)s” tidak dikenal. PNS: I/a sampai IV/e; PPPK: I sampai XVII."),
        ),
        "golongan_kosong": g(_("Golongan kosong"), _("Isi GOLONGAN atau GOLONGAN ID.")),
        "golongan_dua": g(
            _("Golongan dan kodenya berbeda"),
            _("GOLONGAN “%(nilai)s” tidak sama dengan GOLONGAN ID (%(lain)s). Betulkan salah satunya."),
        ),
        "golongan_jenis": g(
            _("Golongan bukan untuk jenis pegawai ini"),
            _("Golongan %(nilai)s bukan golongan %(jenis)s. Periksa golongan atau pegawainya."),
        ),
        "tmt_sebelum_lahir": g(
            _("TMT mendahului kelahiran"),
            _("TMT %(nilai)s mendahului tanggal lahir pegawai (%(lahir)s). Periksa tahunnya."),
        ),
        "golongan_turun": p(
            _("Golongan lebih rendah dari sebelumnya"),
            _("Sebelum TMT ini tercatat %(lain)s, lalu %(nilai)s. Pastikan benar demikian."),
        ),
        "tmt_nanti": p(
            _("TMT belum tiba"),
            _("Pangkat ini berlaku mulai %(nilai)s; golongan pegawai berubah sendiri pada hari itu."),
        ),
    }
)
_URUT = "array_position(ARRAY['I','II','III','IV'], split_part({g}, '/', 1)) * 10 + ascii(split_part({g}, '/', 2))"
_TURUN = f"""
INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi)
SELECT s.baris, 'golongan_turun', 'GOLONGAN', s.golongan, jsonb_build_object('lain', l.golongan)
FROM impor_tahap s CROSS JOIN LATERAL (
    SELECT golongan FROM (
        SELECT golongan, tmt FROM pegawai_riwayatpangkat r WHERE r.pegawai_id = s.pegawai_id
        UNION ALL SELECT golongan, tmt FROM impor_tahap i WHERE i.pegawai_id = s.pegawai_id
    ) x WHERE x.tmt < s.tmt ORDER BY x.tmt DESC LIMIT 1
) l
WHERE s.golongan LIKE '%%/%%' AND l.golongan LIKE '%%/%%'
    AND {_URUT.format(g="s.golongan")} < {_URUT.format(g="l.golongan")}
"""  # noqa: S608 - own text
_PERIKSA = (
    "INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi) SELECT s.baris, 'golongan_jenis', 'GOLONGAN',"
    " s.golongan, jsonb_build_object('jenis', CASE WHEN o.jenis LIKE 'pppk%%' THEN 'PPPK' ELSE 'PNS' END)"
    " FROM impor_tahap s JOIN pegawai_pegawai o ON o.id = s.pegawai_id"
    " WHERE s.golongan IS NOT NULL AND (s.golongan LIKE '%%/%%') = (o.jenis LIKE 'pppk%%')",
    "INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi) SELECT s.baris, 'tmt_sebelum_lahir', 'TMT GOLONGAN',"
    " to_char(s.tmt, 'DD-MM-YYYY'), jsonb_build_object('lahir', to_char(o.tanggal_lahir, 'DD-MM-YYYY'))"
    " FROM impor_tahap s JOIN pegawai_pegawai o ON o.id = s.pegawai_id WHERE s.tmt <= o.tanggal_lahir",
    "INSERT INTO impor_masalah (baris, kode, kolom, nilai) SELECT s.baris, 'tmt_nanti', 'TMT GOLONGAN',"
    " to_char(s.tmt, 'DD-MM-YYYY') FROM impor_tahap s WHERE s.tmt > %(hari_ini)s",
    _TURUN,
)
_GOLONGAN_PEGAWAI = """
UPDATE pegawai_pegawai t SET golongan = r.golongan, tmt_golongan = r.tmt, diubah_pada = now()
FROM (
    SELECT DISTINCT ON (p.pegawai_id) p.pegawai_id, p.golongan, p.tmt FROM pegawai_riwayatpangkat p
    WHERE p.tmt <= %(hari_ini)s AND p.pegawai_id IN (SELECT pegawai_id FROM impor_tahap WHERE NOT galat)
    ORDER BY p.pegawai_id, p.tmt DESC
) r
WHERE t.id = r.pegawai_id AND (t.tmt_golongan IS NULL OR r.tmt > t.tmt_golongan)
"""


class PengimporPangkat(PengimporTabel):
    """Ranks, one per person and date."""

    nama = "pangkat"
    model = RiwayatPangkat
    kalimat = KALIMAT
    tabel_terkunci = ("pegawai_riwayatpangkat", "pegawai_pegawai")
    kolom = (
        *KOLOM_ORANG,
        Kolom(
            "GOLONGAN",
            ("GOLONGAN NAMA", "GOLONGAN RUANG", "GOL RUANG", "GOLRU", "GOL", "RANK"),
            bidang="golongan",
            sel=SEL_GOLONGAN,
            keterangan=_("PNS: I/a sampai IV/e. PPPK: I sampai XVII. Boleh kosong bila GOLONGAN ID terisi."),
            contoh="III/c",
        ),
        Kolom(
            "GOLONGAN ID",
            ("GOLONGANID", "GOL ID", "KODE GOLONGAN"),
            bidang="golongan_kode",
            sel=SEL_GOLONGAN,
            keterangan=_("Kode SIASN: 11 sampai 45."),
        ),
        Kolom(
            "TMT GOLONGAN",
            ("TMTGOLONGAN", "TMT PANGKAT", "TMT GOL", "EFFECTIVE DATE"),
            wajib=True,
            bidang="tmt",
            sel=TANGGAL,
            keterangan=_("Hari mulai berlaku. Satu pegawai hanya punya satu pangkat per TMT."),
            contoh="01-04-2023",
        ),
        Kolom(
            "SK NOMOR",
            ("SKNOMOR", "NOMOR SK", "NO SK", "DECREE NUMBER"),
            bidang="nomor_sk",
            sel=teks(120),
            keterangan=_("Nomor keputusan kenaikan pangkat."),
            contoh="823.3/112/BKPSDM/2023",
        ),
        Kolom(
            "SK TANGGAL",
            ("SKTANGGAL", "TANGGAL SK", "TGL SK", "DECREE DATE"),
            bidang="tanggal_sk",
            sel=TANGGAL,
            keterangan=_("Tanggal keputusan itu."),
            contoh="15-03-2023",
        ),
        Kolom(
            "MASA KERJA GOLONGAN TAHUN",
            ("MASAKERJAGOLONGANTAHUN", "MASA KERJA TAHUN", "MK TAHUN", "MK GOL TAHUN", "SERVICE YEARS"),
            bidang="masa_kerja_tahun",
            sel=bulat(0, 60),
            keterangan=_("Masa kerja golongan, bagian tahun."),
            contoh="8",
        ),
        Kolom(
            "MASA KERJA GOLONGAN BULAN",
            ("MASAKERJAGOLONGANBULAN", "MASA KERJA BULAN", "MK BULAN", "MK GOL BULAN", "SERVICE MONTHS"),
            bidang="masa_kerja_bulan",
            sel=bulat(0, 11),
            keterangan=_("Masa kerja golongan, sisa bulan 0 sampai 11."),
            contoh="1",
        ),
        Kolom(
            "JENIS KP ID",
            ("JENISKPID", "KODE JENIS KP"),
            bidang="jenis",
            sel=pilihan("kenaikan", KENAIKAN),
            keterangan=_("Kode SIASN: 101 reguler, 201 sampai 211 pilihan dan pengadaan."),
            contoh="101",
        ),
        Kolom(
            "JENIS KP NAMA",
            ("JENISKPNAMA", "JENIS KP", "JENIS KENAIKAN", "JENIS KENAIKAN PANGKAT", "PROMOTION KIND"),
            bidang="jenis_nama",
            sel=pilihan("kenaikan", KENAIKAN),
            keterangan=_("Boleh sebagai pengganti kodenya."),
        ),
    )
    kunci = (("pegawai_id", "tmt"),)
    tambahan = TAMBAHAN_ORANG
    tulis = (
        "pegawai_id", "golongan", "tmt", "nomor_sk", "tanggal_sk", "masa_kerja_tahun", "masa_kerja_bulan", "jenis",
    )  # fmt: skip
    bawaan = {"nomor_sk": "''", "jenis": "''"}
    kenali = (
        *KENALI_ORANG,
        "INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi) SELECT baris, 'golongan_dua', 'GOLONGAN', golongan,"
        " jsonb_build_object('lain', golongan_kode) FROM impor_tahap WHERE golongan <> golongan_kode",
        "INSERT INTO impor_masalah (baris, kode, kolom, nilai) SELECT s.baris, 'golongan_kosong', 'GOLONGAN', ''"
        " FROM impor_tahap s WHERE s.golongan IS NULL AND s.golongan_kode IS NULL AND NOT EXISTS"
        " (SELECT FROM impor_masalah m WHERE m.baris = s.baris AND m.kode = 'golongan_salah')",
        "UPDATE impor_tahap SET golongan = coalesce(golongan, golongan_kode), jenis = coalesce(jenis, jenis_nama)",
    )
    aturan = _PERIKSA
    sebutan = SEBUTAN_ORANG

    def isian(self) -> dict[str, Any]:
        """Today, after which a rank has not begun."""
        return {"hari_ini": timezone.localdate()}

    def terapkan(self, kursor: Any) -> None:
        """The ranks, then the person's own rank where a newer one has begun."""
        super().terapkan(kursor)
        kursor.execute(_GOLONGAN_PEGAWAI, self.isian())
