"""Personal data by purpose: every field has its group, the code says what the sheet says, nobody else reads them."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from akses.data_pribadi import BIDANG, KEDINASAN, PEMAKAIAN, TEKNIS, Kelompok, Tujuan, bidang_untuk
from akses.enums import Relasi
from akses.matriks import MATRIKS
from pegawai.models import Pegawai
from pemberitahuan.kirim import susun
from pemberitahuan.models import JenisPesan, Pesan
from pemberitahuan.teks import _isi
from tests.akses.bahan_pribadi import LEMBAR, bocor, cari, tanam

AKAR = Path(settings.AKAR)

# Every place in the program that names a private field, and for which purpose; a new one needs its line here.
PEMAKAI = {
    "akses/data_pribadi.py": "the sheet itself",
    "akses/admin/pegawai.py": "kepegawaian, ekspor",
    "akses/admin/penempatan.py": "penempatan",
    "akses/admin/form_pegawai.py": "kepegawaian: the NIP is checked against the day of birth",
    "pegawai/models/pegawai.py": "where they lie",
    "pegawai/ekspor_siasn.py": "siasn",
    "kinerja/services/siasn.py": "siasn: the key of a person there",
    "kinerja/services/siasn_lampau.py": "siasn: the key of a person there",
    "kinerja/services/hari_ini.py": "siasn: who lacks the key",
    "inti/istilah.py": "the words of the glossary",
    "penghargaan/services/naskah_kredit.py": "angka_kredit",
    "pegawai/services/pensiun.py": "the day on which retirement begins; the day of birth itself is not shown",
    "pegawai/services/ganda.py": "kepegawaian: doubles are found by equal numbers and days of birth",
    "pegawai/services/gabung.py": "kepegawaian: the NIP of a merged record is checked against the day of birth",
    "pegawai/enums.py": "the words for why two records may be one",
    "templates/admin/pegawai/_ganda_satu.html": "kepegawaian: with the rights open",
    "inti/sel.py": "impor: a cell with a NIK",
    "akses/impor_peran.py": "impor: people by PNS ID",
}
_NAMA = re.compile(
    r"(?<![a-z])(nik|npwp|tempat_lahir|tanggal_lahir|nomor_hp|agama|status_kawin|nip_lama|karpeg|pns_id)\b"
)
# What texts of messages may be given; `nip` is the receiver's own, by which he logs in.
_ISIAN = re.compile(r"%\((\w+)\)s")
ISIAN_PESAN = {
    "nama", "tahun", "catatan", "periode", "batas", "jumlah", "unit", "usulan", "capaian", "putusan", "tanggapan",
    "tentang", "hari", "pelatihan", "tempat", "jam", "hasil", "topik", "nip", "layanan", "peran", "penghargaan",
    "nilai",
}  # fmt: skip


def test_every_field_of_a_person_is_of_the_office_or_in_one_group():
    kelompok = [nama for semua in BIDANG.values() for nama in semua]
    assert len(kelompok) == len(set(kelompok))
    ada = {f.name for f in Pegawai._meta.concrete_fields}
    assert set(kelompok) | KEDINASAN | TEKNIS == ada
    assert not set(kelompok) & (KEDINASAN | TEKNIS)
    assert set(BIDANG) == set(Kelompok)


def test_the_code_says_what_the_sheet_says():
    """Who: the permission of the purpose, through the matrix; what: its groups."""
    tertulis = {(b["tujuan"], b["kelompok"]): {r for r in Relasi if b[r] == "ya"} for b in LEMBAR}
    berlaku = {
        (tujuan.value, kelompok.value): set(MATRIKS[p.izin])
        for tujuan, p in PEMAKAIAN.items()
        for kelompok in p.kelompok
    }
    assert set(tertulis) == set(berlaku)
    # Purposes of the office do not reach the person himself; what he reads of himself is no leak.
    beda = {
        k: (tertulis[k], berlaku[k]) for k in berlaku if tertulis[k] - {"sendiri"} != berlaku[k] - {"sendiri"}
    }
    assert beda == {}


def test_every_line_has_its_reason_and_every_purpose_its_lines():
    assert all(b["sumber"] and b["halaman"] for b in LEMBAR)
    assert {b["tujuan"] for b in LEMBAR} == set(Tujuan)


def test_an_export_of_the_list_leaves_out_what_only_siasn_needs():
    assert "siasn" not in bidang_untuk(Tujuan.EKSPOR)
    assert set(bidang_untuk(Tujuan.AKUN)) == {"email"}
    assert set(bidang_untuk(Tujuan.ANGKA_KREDIT)) == {
        "tempat_lahir",
        "tanggal_lahir",
        "nip_lama",
        "karpeg",
        "pns_id",
    }


def test_no_other_part_of_the_program_names_a_private_field():
    aplikasi = [
        f for f in AKAR.iterdir() if (f / "__init__.py").exists() and f.name not in {"tests", "benchmarks"}
    ]
    berkas = [f for a in aplikasi for f in a.rglob("*.py")] + [
        f for jenis in ("html", "typ", "txt") for f in (AKAR / "templates").rglob(f"*.{jenis}")
    ]
    berkas += [f for a in aplikasi for f in a.rglob("*.typ")]
    nama = {
        f.relative_to(AKAR).as_posix()
        for f in berkas
        if "migrations" not in f.parts and "demo" not in f.parts and _NAMA.search(f.read_text())
    }
    lain = {n for n in nama if not n.startswith(("pegawai/impor/", "pegawai/aturan/"))}
    assert lain <= set(PEMAKAI), lain - set(PEMAKAI)
    assert set(PEMAKAI) <= nama, set(PEMAKAI) - nama


def test_texts_of_messages_ask_for_nothing_private():
    diminta = {n for judul, isi in _isi().values() for n in _ISIAN.findall(f"{judul} {isi}")}
    assert diminta <= ISIAN_PESAN, diminta - ISIAN_PESAN


@pytest.mark.django_db
def test_an_email_carries_no_private_data_of_anybody(pemeran):
    tanam(pemeran)
    nama = [n for n, _p in pemeran.items()]
    for jenis in JenisPesan.values:
        surat = susun(
            Pesan(penerima=pemeran.sari, jenis=jenis, data={"nama": str(pemeran.ratna)}), "a@b.example"
        )
        assert bocor("sari", "surel", f"{surat.subject} {surat.body}", nama) == []
        assert not [p.nip for _n, p in pemeran.items() if p.nip and p.nip in surat.body]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tulisan", "kelompok"),
    [
        ("NIK 9904887766554433.", "kependudukan"),
        ("8804887766554433", "kependudukan"),
        ('value="04-07-1931"', "kelahiran"),
        ("1931-07-04", "kelahiran"),
        ("lahir 4 Juli 1931", "kelahiran"),
        ("July 4, 1931", "kelahiran"),
        ("Jalan Zqxal04", "kontak"),
        ("0899 04665544".replace(" ", ""), "kontak"),
        ("ZQXEM04@A.EXAMPLE", "surel"),
        ("Zqxkw04", "keluarga"),
        ("770466554", "kartu"),
        ("zqxpi04", "kartu"),
        ("zqxsi04", "siasn"),
        ("SK Zqxcu04", "keadaan"),
    ],
)
def test_what_is_planted_is_found_however_it_is_written(tulisan, kelompok, pemeran):
    """The finder itself: a mark that it does not know would make every page look clean."""
    nama = [n for n, _p in pemeran.items()]
    assert {(t.kelompok, t.milik) for t in cari(tulisan, nama)} == {(kelompok, "ratna")}
    assert bocor("sari", "beranda", tulisan, nama) == [(kelompok, "ratna")]
    assert bocor("ratna", "profil", tulisan, nama) == []
