"""Import of yearly results from before Kinerja, one for a person and year: SIASN's `skp22`."""

from typing import ClassVar

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
from penilaian.models import RiwayatSKP

HARI = "make_date(s.tahun, 12, 31)"
TABEL = RiwayatSKP._meta.db_table
_MILIK_KINERJA = (
    # What Kinerja evaluates for this person it does not take from a file.
    CATAT + "'dinilai_kinerja', 'TAHUN', s.tahun::text, '{}' FROM impor_tahap s"  # noqa: S608 - own text
    " JOIN sasaran_siklus k ON k.tahun = s.tahun WHERE EXISTS (SELECT FROM penilaian_evaluasitahunan e"
    " WHERE e.pegawai_id = s.pegawai_id AND e.siklus_id = k.id) OR EXISTS (SELECT FROM sasaran_skp p"
    " WHERE p.pegawai_id = s.pegawai_id AND p.siklus_id = k.id)",
    CATAT + "'tahun_berjalan', 'TAHUN', s.tahun::text, '{}' FROM impor_tahap s"
    " JOIN sasaran_siklus k ON k.tahun = s.tahun WHERE k.status <> 'ditutup' AND s.lewat IS NULL"
    " AND NOT EXISTS (SELECT FROM impor_masalah m WHERE m.baris = s.baris AND m.kode = 'dinilai_kinerja')",
    # A yearly evaluation begins in December, or when the plan ended before.
    CATAT + "'dinilai_dini', 'WAKTU DINILAI', to_char(s.dinilai, 'DD-MM-YYYY'),"
    " jsonb_build_object('tahun', s.tahun) FROM impor_tahap s WHERE s.lewat IS NULL"
    " AND s.dinilai < least(make_date(s.tahun, 12, 1), s.akhir_skp)",
)


class PengimporSKP(PengimporHasil):
    """Yearly results; years that Kinerja itself evaluates for the person are refused."""

    nama = "riwayat_skp"
    model = RiwayatSKP
    kolom = kolom.SKP
    kalimat = kalimat.SKP
    tabel_terkunci = (TABEL,)
    hari = HARI
    kunci = (("pegawai_id", "tahun"),)
    kenali = (*KENALI, LEWAT_LAMA.format(kunci="tahun"), *TUTUP_KENALI)
    aturan = (*aturan(TABEL, HARI), *_MILIK_KINERJA, *TUTUP_ATURAN)
    tulis = (
        "pegawai_id", "tahun", "rating_hasil", "rating_perilaku", "predikat", "penilai_status", "penilai_nip",
        "penilai_nama", "penilai_jabatan", "penilai_golongan", "penilai_unit", "jabatan", "unit", "siasn_id",
        "dokumen",
    )  # fmt: skip
    bawaan: ClassVar[dict[str, str]] = {**PengimporHasil.bawaan, "dokumen": "'[]'::jsonb"}
