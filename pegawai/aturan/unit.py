"""The kind of a unit, told by the first words of its name (regency names by PP 18/2016 [K])."""

_AWAL = (
    ("PEMERINTAH", "instansi"),
    ("SEKRETARIAT DAERAH", "sekretariat_daerah"),
    ("SEKRETARIAT DPRD", "sekretariat_dprd"),
    ("SEKRETARIAT DEWAN", "sekretariat_dprd"),
    ("SEKRETARIAT", "sekretariat"),
    ("INSPEKTORAT", "inspektorat"),
    ("INSPEKTUR", "bidang"),
    ("DINAS", "dinas"),
    ("SATUAN POLISI", "dinas"),
    ("BADAN", "badan"),
    ("KECAMATAN", "kecamatan"),
    ("KELURAHAN", "kelurahan"),
    ("ASISTEN", "asisten"),
    ("BAGIAN", "bagian"),
    ("BIDANG", "bidang"),
    ("SUBBAG", "subbagian"),
    ("SUB BAG", "subbagian"),
    ("SUBBID", "seksi"),
    ("SUB BID", "seksi"),
    ("SEKSI", "seksi"),
    ("RSUD", "rsud"),
    ("RUMAH SAKIT", "rsud"),
    ("SD", "sekolah"),
    ("SMP", "sekolah"),
    ("TK ", "sekolah"),
    ("PAUD", "sekolah"),
    ("SLB", "sekolah"),
    ("SATUAN PENDIDIKAN", "sekolah"),
)
_MEMUAT = (
    ("PUSKESMAS", "puskesmas"),
    ("SEKOLAH", "sekolah"),
    ("SATUAN PENDIDIKAN", "sekolah"),
    ("UPT", "uptd"),
)


def jenis_unit(nama: str, bawaan: str = "bidang") -> str:
    """The kind of a unit with this name; `bawaan` when the name tells nothing."""
    kata = " ".join(nama.upper().split()) + " "
    tentu = next((jenis for awal, jenis in _AWAL if kata.startswith(awal)), None)
    return tentu or next((jenis for isi, jenis in _MEMUAT if isi in kata), bawaan)
