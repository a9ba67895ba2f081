"""Right rows of results, as SIASN, e-Kinerja and people write them; tests change what they need."""

NIP_PENILAI = "197001011995031001"


def skp(orang, **lain):
    """A row with the names of `POST /skp22/save` (siasn_fields.csv)."""
    return {
        "id": "", "tahun": "2023", "nip": orang.nip, "hasilKinerjaNilai": "2", "perilakuKerjaNilai": "1",
        "kuadranKinerjaNilai": "2", "statusPenilai": "ASN", "penilaiNipNrp": NIP_PENILAI,
        "penilaiNama": "Drs. Made Sudana", "penilaiJabatan": "Kepala Bidang Mutasi", "penilaiGolongan": "41",
        "penilaiUnorNama": "BKPSDM",
    } | lain  # fmt: skip


def periodik(orang, awal=1, akhir=3, **lain):
    """A row with the names of `POST /kinerjaperiodik/save`."""
    return {
        "tahun": "2023", "periodikId": "2", "bulanMulaiPenilaian": str(awal), "bulanSelesaiPenilaian": str(akhir),
        "tahunMulaiPenilaian": "2023", "tahunSelesaiPenilaian": "2023", "nip": orang.nip,
        "hasilKinerjaNilai": "2", "perilakuKerjaNilai": "2", "kuadranKinerjaNilai": "2", "koefisienId": "22",
        "statusPenilai": "ASN", "penilaiNipNrp": NIP_PENILAI, "penilaiNama": "Drs. Made Sudana",
        "penilaiJabatanNama": "Kepala Bidang Mutasi", "penilaiGolongan": "41", "penilaiUnorNama": "BKPSDM",
    } | lain  # fmt: skip


def ekinerja(orang, **lain):
    """A row of “Laporan Penilaian SKP” with its 31 columns (siasn_export_headers.csv)."""
    return {
        "skp_penilaian_id": "b1", "jenis": "PNS", "id": "A8ACA", "nip": orang.nip, "nama": orang.nama,
        "periode_awal_skp": "2023-01-01", "periode_akhir_skp": "2023-12-31", "tahun_skp": "2023",
        "periode_id": "p9", "jenis_pegawai": "PNS", "golru": "III/c", "skp_id": "s1",
        "skp_jabatan": "Analis Kependudukan", "skp_unor": "Bidang Pencatatan Sipil", "skp_unor_id": "u1",
        "skp_unor_induk": "Disdukcapil", "skp_jenis_jabatan": "2", "is_skp_plt_plh_pjb": "0",
        "hasil_kerja": "SESUAI EKSPEKTASI", "perilaku_kerja": "DIATAS EKSPEKTASI", "hasil_akhir": "BAIK",
        "pegawai_atasan_id": "x", "pegawai_atasan_nip": NIP_PENILAI, "pegawai_atasan_nama": "Drs. Made Sudana",
        "pegawai_atasan_jabatan": "Kepala Bidang Mutasi", "pegawai_atasan_unor_id": "u2",
        "pegawai_atasan_unor": "BKPSDM", "pegawai_atasan_golru": "IV/a", "waktu_dinilai": "2024-01-10 09:15:00",
        "pegawai_penilai_id": "y", "created_at": "2023-01-05 10:00:00",
    } | lain  # fmt: skip
