"""Import of results of months and quarters from before Kinerja: SIASN's `kinerjaperiodik`.

The months come from their two columns, from the number of a quarter, or from the words of a period. A record lies
inside one quarter of one year; two of the same person never share a month.
"""

from typing import ClassVar

from penilaian.aturan.siasn import BULANAN, TRIWULAN
from penilaian.impor import kalimat, kolom
from penilaian.impor.dasar import (
    CATAT,
    KENALI,
    LEWAT_LAMA,
    TUTUP_ATURAN,
    TUTUP_KENALI,
    PengimporHasil,
    aturan,
)
from penilaian.models import RiwayatKinerjaPeriodik

HARI = "make_date(s.tahun, s.bulan_selesai, 28)"
TABEL = RiwayatKinerjaPeriodik._meta.db_table
_BULAN = "'BULAN MULAI PENILAIAN'"
_MASA = "concat_ws('–', {a}.bulan_mulai, {a}.bulan_selesai)"
_AKHIR = "(make_date(s.tahun, s.bulan_selesai, 1) + interval '1 month' - interval '1 day')::date"
_TUMPUK = "{x}.bulan_mulai <= s.bulan_selesai AND s.bulan_mulai <= {x}.bulan_selesai"
_PERIODE = "s.periode LIKE '%%-%%'"
_SENDIRI = "s.bulan_mulai = x.bulan_mulai AND s.bulan_selesai = x.bulan_selesai"
# Each different time of a person once: the same row a thousand times is one time.
_BERTUMPUK = (
    "WITH masa AS MATERIALIZED (SELECT pegawai_id, tahun, bulan_mulai, bulan_selesai, min(baris) AS baris"  # noqa: S608 - own text
    " FROM impor_tahap WHERE pegawai_id IS NOT NULL GROUP BY 1, 2, 3, 4)"
    " SELECT s.pegawai_id, s.tahun, s.bulan_mulai, s.bulan_selesai, min(x.baris) AS lain"
    " FROM masa s JOIN masa x ON x.pegawai_id = s.pegawai_id AND x.tahun = s.tahun"
    f" WHERE {_TUMPUK.format(x='x')} AND NOT ({_SENDIRI}) GROUP BY 1, 2, 3, 4"
)

_MASA_DIKENALI = (
    # Words that name only the kind are not months.
    f"UPDATE impor_tahap s SET jenis = coalesce(jenis, periode), periode = NULL WHERE NOT ({_PERIODE})",  # noqa: S608 - own text
    "UPDATE impor_tahap SET kata_mulai = coalesce(triwulan * 3 - 2, split_part(periode, '-', 1)::int),"
    " kata_selesai = coalesce(triwulan * 3, split_part(periode, '-', 2)::int)"
    " WHERE triwulan IS NOT NULL OR periode IS NOT NULL",
    CATAT + f"'masa_dua', {_BULAN}, concat_ws('–', s.bulan_mulai, s.bulan_selesai),"
    " jsonb_build_object('lain', s.kata_mulai || '–' || s.kata_selesai) FROM impor_tahap s"
    " WHERE s.bulan_mulai <> s.kata_mulai OR s.bulan_selesai <> s.kata_selesai OR"
    " (s.triwulan IS NOT NULL AND s.periode IS NOT NULL AND (split_part(s.periode, '-', 1)::int <> s.kata_mulai"
    " OR split_part(s.periode, '-', 2)::int <> s.kata_selesai))",
    "UPDATE impor_tahap SET bulan_mulai = coalesce(bulan_mulai, kata_mulai),"  # noqa: S608 - own text
    " bulan_selesai = coalesce(bulan_selesai, kata_selesai,"
    f" CASE WHEN coalesce(jenis, '{BULANAN}') = '{BULANAN}' THEN bulan_mulai END)",
    f"UPDATE impor_tahap SET jenis = CASE WHEN bulan_mulai = bulan_selesai THEN '{BULANAN}' ELSE '{TRIWULAN}' END"  # noqa: S608 - own text
    " WHERE jenis IS NULL AND bulan_mulai <= bulan_selesai",
)
_MASA_BENAR = (
    CATAT + f"'masa_kosong', {_BULAN}, '', '{{}}' FROM impor_tahap s WHERE s.lewat IS NULL"
    " AND (s.bulan_mulai IS NULL OR s.bulan_selesai IS NULL) AND NOT EXISTS (SELECT FROM impor_masalah m"
    " WHERE m.baris = s.baris AND m.kode IN ('bulan_salah', 'triwulan_salah', 'periode_salah'))",
    CATAT + "'bulan_terbalik', 'BULAN SELESAI PENILAIAN', s.bulan_selesai::text,"
    " jsonb_build_object('lain', s.bulan_mulai) FROM impor_tahap s WHERE s.bulan_selesai < s.bulan_mulai",
    *(
        CATAT
        + f"'tahun_beda', '{nama}', s.{bidang}::text, jsonb_build_object('lain', s.tahun) FROM impor_tahap s"
        f" WHERE s.{bidang} <> s.tahun"
        for bidang, nama in (
            ("tahun_mulai", "TAHUN MULAI PENILAIAN"),
            ("tahun_selesai", "TAHUN SELESAI PENILAIAN"),
        )
    ),
    CATAT + "'jenis_beda', 'PERIODIK ID', s.jenis, jsonb_build_object('awal', s.bulan_mulai, 'akhir',"
    f" s.bulan_selesai) FROM impor_tahap s WHERE s.jenis = '{BULANAN}' AND s.bulan_mulai < s.bulan_selesai",
    CATAT + f"'masa_panjang', {_BULAN}, {_MASA.format(a='s')}, '{{}}' FROM impor_tahap s"
    f" WHERE s.jenis = '{TRIWULAN}' AND (s.bulan_mulai - 1) / 3 <> (s.bulan_selesai - 1) / 3"
    " AND s.bulan_mulai <= s.bulan_selesai",
    CATAT
    + f"'masa_nanti', 'BULAN SELESAI PENILAIAN', to_char({_AKHIR}, 'DD-MM-YYYY'), '{{}}' FROM impor_tahap s"
    f" WHERE {_AKHIR} >= %(hari_ini)s AND s.tahun <= extract(year FROM %(hari_ini)s::date)",
    CATAT + f"'bertumpuk_berkas', {_BULAN}, {_MASA.format(a='s')}, jsonb_build_object('lain', g.lain)"
    f" FROM impor_tahap s JOIN ({_BERTUMPUK}) g USING (pegawai_id, tahun, bulan_mulai, bulan_selesai)",
    CATAT
    + f"'bertumpuk_data', {_BULAN}, {_MASA.format(a='s')}, jsonb_build_object('lain', {_MASA.format(a='t')})"
    f" FROM impor_tahap s JOIN {TABEL} t ON t.pegawai_id = s.pegawai_id AND t.tahun = s.tahun"
    f" WHERE s.baru AND {_TUMPUK.format(x='t')}",
    # What Kinerja evaluates for this person it does not take from a file.
    CATAT + f"'dinilai_kinerja', {_BULAN}, {_MASA.format(a='s')}, '{{}}' FROM impor_tahap s"  # noqa: S608 - own text
    " WHERE s.bulan_mulai <= s.bulan_selesai AND (EXISTS (SELECT FROM sasaran_skp p"
    f" WHERE p.pegawai_id = s.pegawai_id AND p.mulai <= {_AKHIR}"
    " AND p.selesai >= make_date(s.tahun, s.bulan_mulai, 1))"
    " OR EXISTS (SELECT FROM penilaian_evaluasiperiodik e JOIN sasaran_periode q ON q.id = e.periode_id"
    f" WHERE e.pegawai_id = s.pegawai_id AND q.mulai <= {_AKHIR}"
    " AND q.selesai >= make_date(s.tahun, s.bulan_mulai, 1)))",
)


class PengimporPeriodik(PengimporHasil):
    """Results of months and quarters; what Kinerja itself evaluates for the person is refused."""

    nama = "kinerja_periodik"
    model = RiwayatKinerjaPeriodik
    kolom = kolom.PERIODIK
    kalimat = kalimat.PERIODIK
    tabel_terkunci = (TABEL,)
    hari = HARI
    kunci = (("pegawai_id", "tahun", "bulan_mulai", "bulan_selesai"),)
    tambahan: ClassVar[dict[str, str]] = {
        **PengimporHasil.tambahan,
        "kata_mulai": "int",
        "kata_selesai": "int",
    }
    kenali = (
        *KENALI,
        *_MASA_DIKENALI,
        LEWAT_LAMA.format(kunci="tahun, bulan_mulai, bulan_selesai"),
        *TUTUP_KENALI,
        "ANALYZE impor_tahap",  # now that people and months are known
    )
    aturan = (*aturan(TABEL, HARI), *_MASA_BENAR, *TUTUP_ATURAN)
    tulis = (
        "pegawai_id", "tahun", "bulan_mulai", "bulan_selesai", "jenis", "rating_hasil", "rating_perilaku", "predikat",
        "penilai_status", "penilai_nip", "penilai_nama", "penilai_jabatan", "penilai_golongan", "penilai_unit",
        "jabatan", "unit", "siasn_id", "koefisien", "kriteria", "persentase", "angka_kredit",
    )  # fmt: skip
    bawaan: ClassVar[dict[str, str]] = {**PengimporHasil.bawaan, "koefisien": "''", "kriteria": "''"}
