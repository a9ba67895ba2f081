"""Private data that cannot be mistaken, planted in the whole cast, and finding them in whatever is sent.

Each value names its group and its owner, so that one look at a page says whose data of which group it carries.
"""

import csv
import io
import re
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pypdf import PdfReader

from akses.models import Akun
from pegawai.models import KeadaanPegawai, Pegawai

LEMBAR = list(csv.DictReader((Path(__file__).parent / "data_pribadi.csv").read_text().splitlines()))
KOLOM = ("tujuan", "kelompok", "halaman", "sumber")
# Letters inside planted words → group.
_KATA = {
    "tl": "kelahiran", "al": "kontak", "em": "surel", "ag": "keluarga", "kw": "keluarga", "kp": "kartu",
    "pi": "kartu", "si": "siasn", "cu": "keadaan",
}  # fmt: skip
_POLA = re.compile(
    r"zqx(?P<kata>[a-z]{2})(?P<a>\d\d)"
    r"|(?:99|88)(?P<b>\d\d)8877665544(?P<kependudukan>)"
    r"|0899(?P<c>\d\d)665544(?P<kontak>)"
    r"|(?<![0-9a-z])77(?P<d>\d\d)66554(?![0-9a-z])(?P<kartu>)"
    r"|1931-07-(?P<e>\d\d)|(?<![0-9a-z])193107(?P<h>\d\d)(?![0-9a-z])"
    r"|(?<!\d)(?P<f>\d{1,2})(?:[ -/.]07[ -/.]|\s+(?:juli|jul|july)\s+)1931"
    r"|july?\s+(?P<g>\d{1,2}),?\s+1931",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Temuan:
    """That somebody's data of a group are there."""

    kelompok: str
    milik: str  # the name in the cast


def tanam(pemeran) -> dict[str, str]:
    """Fill the private data of everybody; Ratna is on sick leave too. Returns NIP → name in the cast."""
    orang = []
    for n, (_nama, p) in enumerate(pemeran.items(), 1):
        p.nik, p.npwp = f"99{n:02d}887766554433", f"88{n:02d}88776655443"
        p.tempat_lahir, p.tanggal_lahir = f"Zqxtl{n:02d}", date(1931, 7, n)
        p.alamat, p.nomor_hp, p.email = f"Jalan Zqxal{n:02d}", f"0899{n:02d}665544", f"zqxem{n:02d}@a.example"
        p.agama, p.status_kawin = f"Zqxag{n:02d}", f"Zqxkw{n:02d}"
        p.nip_lama, p.karpeg, p.pns_id = f"77{n:02d}66554", f"Zqxkp{n:02d}", f"ZQXPI{n:02d}"
        p.siasn = {"BPJS": f"zqxsi{n:02d}", "KARTU ASN VIRTUAL": f"zqxsi{n:02d}"}
        orang.append(p)
    kolom = [
        "nik", "npwp", "tempat_lahir", "tanggal_lahir", "alamat", "nomor_hp", "email", "agama", "status_kawin",
        "nip_lama", "karpeg", "pns_id", "siasn",
    ]  # fmt: skip
    Pegawai.objects.bulk_update(orang, kolom)
    akun = {a.pegawai_id: a for a in Akun.objects.filter(pegawai__in=orang)}
    for p in orang:
        akun[p.pk].email = p.email
    Akun.objects.bulk_update(akun.values(), ["email"])
    nomor = 1 + [n for n, _p in pemeran.items()].index("ratna")
    KeadaanPegawai.objects.create(
        pegawai=pemeran.ratna, jenis="cuti_sakit", mulai=date(2020, 2, 3), selesai=date(2020, 2, 5),
        dasar=f"SK Zqxcu{nomor:02d}",
    )  # fmt: skip
    return {p.nip: nama for nama, p in pemeran.items() if p.nip}


def teks_dari(isi: bytes) -> str:
    """Whatever a reader can get out of a response: text, cells of a workbook, members of an archive, a PDF."""
    if isi.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            return "\n".join(teks_dari(arsip.read(n)) for n in arsip.namelist())
    if isi.startswith(b"%PDF-1.7 isi"):  # a stand-in of the tests
        return ""
    if isi.startswith(b"%PDF"):
        return " ".join(h.extract_text() for h in PdfReader(io.BytesIO(isi)).pages)
    return isi.decode("utf-8", "replace")


def cari(teks: str, nama: list[str]) -> set[Temuan]:
    """Whose data of which group stand in `teks`; `nama` is the cast in its order."""
    temuan = set()
    for m in _POLA.finditer(teks):
        bagian = m.groupdict()
        nomor = next(int(bagian[k]) for k in "abcdefgh" if bagian[k])
        if bagian["kata"]:
            kelompok = _KATA[bagian["kata"].lower()]
        else:
            kelompok = next(
                (k for k in ("kependudukan", "kontak", "kartu") if bagian[k] is not None), "kelahiran"
            )
        temuan.add(Temuan(kelompok, nama[nomor - 1]))
    return temuan


# Who stands how to whom in the cast, written by hand; roles of an OPD reach its people.
PENILAI = {
    "ratna": "kabid", "sari": "kabid", "kabid": "kadis", "pengelola_opd": "kadis", "rudi": "kadis_lain",
    "pengelola_opd_lain": "kadis_lain", "kadis": "bupati", "kadis_lain": "bupati",
}  # fmt: skip
DUKCAPIL = {"kadis", "kabid", "ratna", "sari", "pengelola_opd"}
DISHUB = {"kadis_lain", "rudi", "pengelola_opd_lain"}
BIDANG = {"kabid", "ratna", "sari"}


def relasi(pembaca: str, milik: str) -> set[str]:
    """The relations of the matrix in which `pembaca` stands to `milik`."""
    ada = {pembaca} & {"pengelola_instansi", "pimpinan", "auditor", "admin_sistem"}
    if (pembaca, milik in DUKCAPIL) == ("pengelola_opd", True):
        ada.add("pengelola_opd")
    if (pembaca, milik in DISHUB) == ("pengelola_opd_lain", True):
        ada.add("pengelola_opd")
    if PENILAI.get(milik) == pembaca:
        ada.add("penilai")
    if PENILAI.get(PENILAI.get(milik, "")) == pembaca:
        ada.add("atasan_penilai")
    if pembaca in BIDANG and milik in BIDANG:
        ada.add("rekan")
    return ada


def bocor(pembaca: str, alamat: str, isi: bytes | str, nama: list[str]) -> list[tuple[str, str]]:
    """(group, owner) of what `pembaca` gets at `alamat` beyond the sheet; one's own data are one's own."""
    teks = teks_dari(isi) if isinstance(isi, bytes) else isi
    return sorted(
        (t.kelompok, t.milik)
        for t in cari(teks, nama)
        if t.milik != pembaca and not _boleh(t.kelompok, alamat, relasi(pembaca, t.milik))
    )


def _boleh(kelompok: str, alamat: str, ada: set[str]) -> bool:
    return any(
        baris["kelompok"] == kelompok
        and alamat in baris["halaman"].split()
        and any(baris[r] == "ya" for r in ada)
        for baris in LEMBAR
    )
