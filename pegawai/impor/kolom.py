"""The columns of an employee file by SIASN's own names, and where each goes.

Source: headers of the SIASN ASN export (69 columns, an older one of 65, and a short one of 23); two names for
the same thing are listed as other spellings. Names compare without regard to case, "_" and spaces.
"""

from dataclasses import replace

from inti.impor import Kolom
from inti.impor_dasar import Sel
from inti.impor_sel import TANGGAL as SEL_TANGGAL
from pegawai.impor import sel
from pegawai.impor.kolom_contoh import CONTOH

# Kinds of cells; what the pattern of the database lets through is surely right, anything else is asked.
KELAMIN = Sel("kelamin", "text", sel.kelamin)
NIK = Sel("nik", "text", sel.nik, "{t} ~ '^[0-9]{{16}}$'")
TAHUN = Sel("tahun", "smallint", sel.tahun, "{t} ~ '^(19|20)[0-9]{{2}}$'", "{t}::smallint")
# Plain addresses; anything else is asked of the rule.
SUREL = Sel(
    "surel",
    "text",
    sel.surel,
    r"length({t}) <= 254 AND {t} ~ '^[A-Za-z0-9._+-]+@[A-Za-z0-9]+(-+[A-Za-z0-9]+)*(\.[A-Za-z0-9-]+)+$'",
    "lower({t})",
)
SEL = (SEL_TANGGAL, KELAMIN, NIK, TAHUN, SUREL)

# Columns that the application understands.
_TERPAKAI = (
    Kolom("PNS ID", ("PNSID", "ID PNS")),
    Kolom("NIP BARU", ("NIP", "NIPBARU", "NIP/NI PPPK", "NI PPPK"), wajib=True),
    Kolom("NIP LAMA"),
    Kolom("NO SERI KARPEG", ("KARPEG", "NOMOR KARPEG", "NOMOR SERI KARPEG", "NOSERIKARPEG")),
    Kolom("NAMA", ("NAMA LENGKAP", "NAMA PEGAWAI"), wajib=True),
    Kolom("GELAR DEPAN"),
    Kolom("GELAR BELAKANG"),
    Kolom("TEMPAT LAHIR NAMA", ("TEMPAT LAHIR",)),
    Kolom("TANGGAL LAHIR", ("TGL LAHIR",), bidang="tanggal_lahir", sel=SEL_TANGGAL),
    Kolom("JENIS KELAMIN", bidang="jenis_kelamin", sel=KELAMIN),
    Kolom("AGAMA NAMA", ("AGAMA",)),
    Kolom("JENIS KAWIN NAMA", ("STATUS PERKAWINAN", "STATUS KAWIN")),
    Kolom("NIK", bidang="nik", sel=NIK),
    Kolom("NOMOR HP", ("NO HP",)),
    Kolom("EMAIL", ("SUREL",), bidang="email", sel=SUREL),
    Kolom("EMAIL GOV", ("EMAIL DINAS",), bidang="email_gov", sel=SUREL),
    Kolom("ALAMAT"),
    Kolom("NPWP NOMOR", ("NPWP", "NOMOR NPWP")),
    Kolom("JENIS PEGAWAI NAMA", ("JENIS PEGAWAI", "JENIS ASN")),
    Kolom("STATUS CPNS PNS", ("STATUS PEGAWAI",)),
    Kolom("KEDUDUKAN HUKUM ID"),
    Kolom("KEDUDUKAN HUKUM NAMA", ("KEDUDUKAN HUKUM",)),
    Kolom("TMT CPNS", bidang="tmt_cpns", sel=SEL_TANGGAL),
    Kolom("TMT PNS", bidang="tmt_pns", sel=SEL_TANGGAL),
    Kolom("GOL AKHIR ID"),
    Kolom("GOL AKHIR NAMA", ("GOLONGAN", "GOLONGAN RUANG", "GOL RUANG")),
    Kolom("TMT GOLONGAN", ("TMT GOLONGAN AKHIR",), bidang="tmt_golongan", sel=SEL_TANGGAL),
    Kolom("JENIS JABATAN ID"),
    Kolom("JENIS JABATAN NAMA", ("JENIS JABATAN",)),
    Kolom("JABATAN ID"),
    Kolom("JABATAN NAMA", ("JABATAN", "NAMA JABATAN")),
    Kolom("TMT JABATAN", bidang="mulai", sel=SEL_TANGGAL),
    Kolom("ESELON ID"),
    Kolom("ESELON NAMA", ("ESELON",)),
    Kolom("TINGKAT PENDIDIKAN NAMA", ("TINGKAT PENDIDIKAN",)),
    Kolom("PENDIDIKAN NAMA", ("PENDIDIKAN TERAKHIR NAMA", "PENDIDIKAN")),
    Kolom("TAHUN LULUS", bidang="tahun_lulus", sel=TAHUN),
    Kolom("UNOR ID"),
    Kolom("UNOR NAMA", ("UNIT KERJA", "UNOR", "NAMA UNOR")),
    Kolom("SATUAN KERJA INDUK ID"),
    Kolom("SATUAN KERJA INDUK NAMA", ("SATUAN KERJA INDUK", "UNOR INDUK NAMA")),
    Kolom("INSTANSI KERJA NAMA", ("INSTANSI", "INSTANSI KERJA")),
)

# Columns of the export that are kept as they are, under their own names, in Pegawai.siasn.
DISIMPAN = tuple(
    Kolom(nama)
    for nama in (
        "TEMPAT LAHIR ID", "AGAMA ID", "JENIS KAWIN ID", "BPJS", "JENIS PEGAWAI ID", "KARTU ASN VIRTUAL",
        "NOMOR SK CPNS", "TANGGAL SK CPNS", "NOMOR SK PNS", "TANGGAL SK PNS", "GOL AWAL ID", "GOL AWAL NAMA",
        "MK TAHUN", "MK BULAN", "TINGKAT PENDIDIKAN ID", "PENDIDIKAN ID", "KPKN ID", "KPKN NAMA",
        "LOKASI KERJA ID", "LOKASI KERJA NAMA", "INSTANSI INDUK ID", "INSTANSI INDUK NAMA",
        "INSTANSI KERJA ID", "SATUAN KERJA KERJA ID", "SATUAN KERJA KERJA NAMA", "IS VALID NIK",
        "NAMA SEKOLAH", "FLAG IKD", "TMT ESELON",
    )
)  # fmt: skip

# Columns that are understood but not kept letter by letter elsewhere: their own words are kept as well.
JUGA_DISIMPAN = (
    "JENIS PEGAWAI NAMA", "STATUS CPNS PNS", "KEDUDUKAN HUKUM ID", "KEDUDUKAN HUKUM NAMA", "GOL AKHIR ID",
    "JENIS JABATAN ID", "JENIS JABATAN NAMA", "JABATAN ID", "ESELON ID", "ESELON NAMA",
    "TINGKAT PENDIDIKAN NAMA", "UNOR ID", "SATUAN KERJA INDUK ID", "SATUAN KERJA INDUK NAMA",
    "INSTANSI KERJA NAMA",
)  # fmt: skip

TERPAKAI = tuple(
    replace(k, keterangan=CONTOH[k.nama][0], contoh=CONTOH[k.nama][1]) if k.nama in CONTOH else k
    for k in _TERPAKAI
)
KOLOM = TERPAKAI + DISIMPAN

# Text fields of Pegawai that are taken as written: field -> (column, longest).
TEKS = {
    "nip_lama": ("NIP LAMA", 18),
    "karpeg": ("NO SERI KARPEG", 30),
    "nama": ("NAMA", 200),
    "gelar_depan": ("GELAR DEPAN", 60),
    "gelar_belakang": ("GELAR BELAKANG", 100),
    "tempat_lahir": ("TEMPAT LAHIR NAMA", 100),
    "agama": ("AGAMA NAMA", 30),
    "status_kawin": ("JENIS KAWIN NAMA", 30),
    "nomor_hp": ("NOMOR HP", 30),
    "npwp": ("NPWP NOMOR", 30),
    "alamat": ("ALAMAT", 500),
    "pns_id": ("PNS ID", 64),
}
