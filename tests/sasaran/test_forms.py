"""The shape of what is typed into a plan."""

from decimal import Decimal
from uuid import uuid4

import pytest

from sasaran.forms import IndikatorForm, KembalikanForm, RHKForm
from sasaran.models import IndikatorKinerjaIndividu, RencanaHasilKerja

IKI = {
    "uraian": "Waktu penyelesaian akta",
    "aspek": "waktu",
    "target": "0,9",
    "target_maks": "",
    "satuan": "hari",
    "arah": "turun",
    "cara_hitung": "rata_rata",
}


def indikator(**ubah):
    return IndikatorForm({"kunci": str(uuid4()), **IKI, **ubah})


def test_an_indicator_with_a_decimal_comma_is_read():
    formulir = indikator()
    assert formulir.is_valid(), formulir.errors
    laporan = {"sumber_realisasi": "laporan", "sumber_kunci": None}
    assert formulir.isian == {**IKI, "target": Decimal("0.9"), "target_maks": None, **laporan}


def test_line_breaks_and_blanks_in_a_sentence_are_tidied():
    formulir = indikator(uraian="  Waktu\r\n penyelesaian   akta ")
    assert formulir.is_valid()
    assert formulir.cleaned_data["uraian"] == "Waktu penyelesaian akta"


@pytest.mark.parametrize(
    ("isi", "kolom", "pesan"),
    [
        ({"target": "0.9"}, "target", "Tulis desimal dengan koma"),
        ({"target": ""}, "target", "Isi dengan angka"),
        ({"target": "-1"}, "target", "Angka paling kecil 0."),
        ({"target_maks": "0,8"}, "target_maks", "Batas atas tidak boleh lebih kecil"),
        ({"uraian": " "}, "uraian", "Tulis apa yang diukur."),
        ({"satuan": ""}, "satuan", "Tulis satuannya"),
        ({"satuan": "x" * 41}, "satuan", "40"),
        ({"aspek": ""}, "aspek", "Pilih salah satu."),
        ({"arah": "miring"}, "arah", "Pilih salah satu."),
        ({"kunci": "bukan-uuid"}, "kunci", "Muat ulang halaman ini."),
    ],
)
def test_a_bad_input_is_told_at_its_field(isi, kolom, pesan):
    formulir = indikator(**isi)
    assert not formulir.is_valid()
    assert list(formulir.errors) == [kolom]
    assert pesan in formulir.errors[kolom][0]


def test_a_range_of_one_value_is_no_range():
    formulir = indikator(target_maks="0,90")
    assert formulir.is_valid()
    assert formulir.isian["target_maks"] is None


def test_a_changed_indicator_starts_from_what_is_stored():
    iki = IndikatorKinerjaIndividu(target=Decimal("1250.5"), satuan="akta", arah="turun", aspek="waktu")
    formulir = IndikatorForm(objek=iki)
    assert 'value="1.250,5"' in str(formulir["target"])
    assert formulir["kunci"].value() == str(iki.pk)


def test_a_new_form_carries_a_new_key_and_the_cursor():
    satu, dua = IndikatorForm(), IndikatorForm()
    assert satu["kunci"].value() != dua["kunci"].value()
    assert "autofocus" in str(satu["uraian"])


def test_the_key_of_the_row_being_changed_cannot_be_replaced():
    iki = IndikatorKinerjaIndividu()
    formulir = IndikatorForm({"kunci": str(uuid4()), **IKI}, objek=iki)
    assert formulir.is_valid()
    assert formulir.kunci_baris == iki.pk


def test_a_result_supports_only_what_is_on_offer(db):
    formulir = RHKForm(
        {"kunci": str(uuid4()), "uraian": "Arsip tertata", "jenis": "utama", "mendukung": str(uuid4())},
        pimpinan=RencanaHasilKerja.objects.none(),
    )
    assert not formulir.is_valid()
    assert formulir.errors["mendukung"] == ["Pilih hasil kerja dari SKP pimpinan Anda tahun ini."]


def test_a_result_without_words_is_refused(db):
    formulir = RHKForm({"kunci": str(uuid4()), "jenis": "utama"}, pimpinan=RencanaHasilKerja.objects.none())
    assert formulir.errors["uraian"] == ["Tulis hasil kerja yang diharapkan."]


def test_returning_asks_for_words():
    assert KembalikanForm({"catatan": "  "}).errors["catatan"] == [
        "Tulis catatan agar pegawai tahu apa yang perlu diubah."
    ]
