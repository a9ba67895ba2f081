"""The file of new employees that HR receives: first with five mistakes, then mended."""

from tests.pegawai.berkas_uji import BENAR, KEDUA, xlsx_dari

KETIGA = BENAR | {
    "PNS ID": "A8ACA7397AEB3914",
    "NIP BARU": "197711232003121003",
    "NAMA": "DANIEL TUMBELAKA",
    "GELAR BELAKANG": "S.Sos.",
    "TEMPAT LAHIR NAMA": "TOMOHON",
    "TANGGAL LAHIR": "23-11-1977",
    "JENIS KELAMIN": "M",
    "NIK": "3201012311770003",
    "EMAIL": "",
    "TMT CPNS": "01-12-2003",
    "TMT PNS": "01-12-2004",
}
KEEMPAT = BENAR | {
    "PNS ID": "A8ACA7397AEB3915",
    "NIP BARU": "199402142019022004",
    "NAMA": "FITRI RAHMAWATI",
    "TEMPAT LAHIR NAMA": "MAGELANG",
    "TANGGAL LAHIR": "14-02-1994",
    "NIK": "3201015402940004",
    "EMAIL": "",
    "TMT CPNS": "01-02-2019",
    "TMT PNS": "01-02-2020",
}
KELIMA = BENAR | {
    "PNS ID": "A8ACA7397AEB3916",
    "NIP BARU": "198201202006041005",
    "NAMA": "ANTONIUS KERAF",
    "GELAR BELAKANG": "",
    "TEMPAT LAHIR NAMA": "LARANTUKA",
    "TANGGAL LAHIR": "20-01-1982",
    "JENIS KELAMIN": "M",
    "NIK": "3201012001820005",
    "EMAIL": "",
    "TMT CPNS": "01-04-2006",
    "TMT PNS": "01-04-2007",
}


def salah() -> bytes:
    """Row 2 is right and given again in row 6; rows 3 to 5 and 7 each hold another kind of mistake."""
    return xlsx_dari(
        BENAR,
        KEDUA | {"NIP BARU": "19880605201212100"},
        KETIGA | {"UNOR NAMA": "BIDANG PENCATATAN SIPIIL"},
        KEEMPAT | {"TANGGAL LAHIR": "15-02-1994"},
        BENAR,
        KELIMA | {"NIP BARU": 198201202006041005},  # a number: Excel keeps 15 digits of it
    )


def benar() -> bytes:
    """The same five people, mended."""
    return xlsx_dari(BENAR, KEDUA, KETIGA, KEEMPAT, KELIMA)
