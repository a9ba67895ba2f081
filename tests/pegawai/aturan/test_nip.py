"""The NIP is parsed as its structure says, and a wrong one is told which digits are wrong."""

import re
from datetime import date
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pegawai.aturan.nip import NIP, JenisNIP, periksa_silang, urai
from tests.vektor import baca_vektor

KOLOM_SAH = ("teks", "jenis", "lahir", "tahun_tmt", "bulan_tmt", "frekuensi", "kelamin", "urut")


@pytest.mark.parametrize(KOLOM_SAH, baca_vektor("pegawai/vektor/nip_sah.csv", *KOLOM_SAH, ids="kasus"))
def test_a_valid_number_says(teks, jenis, lahir, tahun_tmt, bulan_tmt, frekuensi, kelamin, urut):
    assert urai(teks) == NIP(
        nip=re.sub(r"\D", "", teks),
        jenis=JenisNIP(jenis),
        lahir=date.fromisoformat(lahir),
        tahun_tmt=int(tahun_tmt),
        bulan_tmt=int(bulan_tmt) if bulan_tmt else None,
        frekuensi=int(frekuensi) if frekuensi else None,
        jenis_kelamin=kelamin,
        nomor_urut=urut,
    )


@pytest.mark.parametrize(
    ("teks", "pesan"), baca_vektor("pegawai/vektor/nip_salah.csv", "teks", "pesan", ids="kasus")
)
def test_a_wrong_number_is_told_what_is_wrong_and_what_to_do(teks, pesan):
    with pytest.raises(ValueError, match=re.escape(pesan)) as galat:
        urai(teks)
    assert re.search(r"Perbaiki|perbaiki|Isi dengan|Ubah format|Periksa", str(galat.value))


lahir_acak = st.dates(date(1950, 1, 1), date(2000, 12, 31))


@given(lahir_acak, st.integers(20, 55), st.integers(1, 12), st.sampled_from("12"), st.integers(0, 999))
def test_what_is_put_into_a_pns_number_comes_out(lahir, umur, bulan, kelamin, urut):
    nip = urai(f"{lahir:%Y%m%d}{lahir.year + umur}{bulan:02}{kelamin}{urut:03}")
    assert (nip.jenis, nip.lahir, nip.tahun_tmt, nip.bulan_tmt) == ("PNS", lahir, lahir.year + umur, bulan)
    assert (nip.jenis_kelamin, nip.nomor_urut) == ("L" if kelamin == "1" else "P", f"{urut:03}")


def nomor_atau_kalimat(teks):
    try:
        return urai(teks).nip
    except ValueError as galat:
        return str(galat)


@given(st.text(max_size=24) | st.text("0123456789 '", min_size=16, max_size=22))
def test_any_text_gives_a_number_or_a_sentence(teks):
    assert re.search(r"^[0-9]{18}$|NIP|NI PPPK", nomor_atau_kalimat(teks))


class JenisPegawai(Enum):
    PNS = "PNS"
    CPNS = "cpns"
    PPPK = "PPPK"
    PARUH_WAKTU = "pppk_paruh_waktu"


PNS_LAKI = urai("199003152015031001")
PPPK_PEREMPUAN = urai("199202292022212003")


@pytest.mark.parametrize(
    ("nip", "data"),
    [
        pytest.param(PNS_LAKI, {}, id="nothing to compare"),
        pytest.param(
            PNS_LAKI, {"lahir": date(1990, 3, 15), "jenis_kelamin": "L", "jenis": "PNS"}, id="all equal"
        ),
        pytest.param(PNS_LAKI, {"jenis_kelamin": "M", "jenis": JenisPegawai.CPNS}, id="SIASN code and CPNS"),
        pytest.param(
            PPPK_PEREMPUAN, {"jenis_kelamin": "f", "jenis": JenisPegawai.PARUH_WAKTU}, id="part time"
        ),
    ],
)
def test_a_record_that_agrees_has_no_discrepancy(nip, data):
    assert periksa_silang(nip, **data) == []


@pytest.mark.parametrize(
    ("nip", "data", "kolom", "pesan"),
    [
        (
            PNS_LAKI,
            {"lahir": date(1990, 3, 16)},
            "lahir",
            r"16-03-1990, menurut NIP \(digit 1-8\) 15-03-1990",
        ),
        (PNS_LAKI, {"jenis_kelamin": "P"}, "jenis_kelamin", r"perempuan, menurut NIP \(digit 15\) laki-laki"),
        (PPPK_PEREMPUAN, {"jenis_kelamin": "M"}, "jenis_kelamin", "laki-laki, menurut NIP .* perempuan"),
        (PNS_LAKI, {"jenis_kelamin": "X"}, "jenis_kelamin", "data X, menurut NIP"),
        (PNS_LAKI, {"jenis": JenisPegawai.PARUH_WAKTU}, "jenis", r"PPPK PARUH WAKTU, menurut NIP .* PNS"),
        (PPPK_PEREMPUAN, {"jenis": JenisPegawai.PNS}, "jenis", r"PNS, menurut NIP \(digit 13-14\) PPPK"),
    ],
)
def test_a_record_that_disagrees_names_the_field(nip, data, kolom, pesan):
    [temuan] = periksa_silang(nip, **data)
    assert temuan.kolom == kolom
    assert re.search(pesan, temuan.pesan)


def test_every_discrepancy_is_told_at_once():
    temuan = periksa_silang(PNS_LAKI, lahir=date(1991, 1, 1), jenis_kelamin="P", jenis="PPPK")
    assert [satu.kolom for satu in temuan] == ["lahir", "jenis_kelamin", "jenis"]
