"""What the building blocks become."""

from datetime import date

import pytest
from django import forms
from django.forms import formset_factory
from django.template import Context, Template, TemplateSyntaxError

from inti.bidang import wajib_bila
from penilaian.enums import StatusEvaluasi
from sasaran.enums import StatusSKP


def tampil(teks, **isi):
    return Template(teks).render(Context(isi))


class FormUji(forms.Form):
    judul = forms.CharField(label="Judul", help_text="Satu kalimat.")
    catatan = forms.CharField(label="Catatan", required=False)
    rating = forms.ChoiceField(
        label="Rating",
        widget=forms.RadioSelect,
        choices=[("", "---"), ("3", "Di bawah ekspektasi"), ("2", "Sesuai ekspektasi")],
    )
    berkas = forms.FileField(label="Berkas", required=False)
    rahasia = forms.CharField(widget=forms.HiddenInput)
    setuju = forms.BooleanField(label="Setuju", help_text="Wajib.")

    def clean(self):
        if self.data.get("judul") == "dua":
            raise forms.ValidationError("Tanggal tumpang tindih.")


class _Berstatus:
    def __init__(self, status):
        self.status = status

    def get_status_display(self):
        return self.status.label


def test_words_are_escaped_everywhere():
    jahat = '<b>"x"</b>'
    for tag in (
        "{% tombol j %}",
        "{% tombol 'a' ke=j %}",
        "{% tombol 'a' name=j %}",
        "{% chip j %}",
        "{% kartu j catatan=j tautan=j label=j %}{{ j }}{% endkartu %}",
        "{% kepala j alis=j keterangan=j %}{{ j }}{% endkepala %}",
        "{% kutipan j j %}{{ j }}{% endkutipan %}",
        "{% kosong j %}{{ j }}{% endkosong %}",
        "{% catatan %}{{ j }}{% endcatatan %}",
        "{% langkah j sumber=j %}{{ j }}{% endlangkah %}",
        "{% konfirmasi j %}{{ j }}{% endkonfirmasi %}",
        "{% lipat j %}{{ j }}{% endlipat %}",
        "{% tabel j %}{% endtabel %}",
        "{% meter 1 2 label=j %}",
        "{% capaian j 1 j dari=j %}",
        "{% jejak j j %}",
        "{% batang t j %}",
        "{% batas j %}",
        "{% tanda_simpan j %}",
    ):
        hasil = tampil(tag, j=jahat, t=[(jahat, 3)])
        assert "<b>" not in hasil, tag
        assert '"x"' not in hasil, tag


def test_a_button_is_a_link_only_with_an_address():
    assert tampil("{% tombol 'Lihat' ke='/x/' jenis='tenang' pintasan='j' %}") == (
        '<a href="/x/" class="tombol tenang" data-pintasan="j">Lihat<kbd>j</kbd></a>'
    )
    assert tampil("{% tombol 'Kirim' name='aksi' value='ajukan' data_kirim=True %}") == (
        '<button type="submit" class="tombol" name="aksi" value="ajukan" data-kirim>Kirim</button>'
    )
    assert 'type="button"' in tampil("{% tombol 'Cetak' type='button' %}")


@pytest.mark.parametrize(
    ("status", "kelas", "label"),
    [
        (StatusSKP.DIKEMBALIKAN, "perhatian", "Dikembalikan"),
        (StatusSKP.DISETUJUI, "baik", "Disetujui"),
        (StatusEvaluasi.TERKUNCI, "netral", "Terkunci tanpa hasil"),
    ],
)
def test_a_status_has_one_colour_and_its_words(status, kelas, label):
    hasil = tampil("{% chip_status o %}", o=_Berstatus(status))
    assert f'class="chip {kelas}"' in hasil
    assert label in hasil


@pytest.mark.parametrize(
    ("nilai", "kelas", "label"),
    [
        (1, "p-sangat-baik", "Sangat Baik"),
        ("kurang", "p-kurang", "Kurang"),
        (5, "p-sangat-kurang", "Sangat Kurang"),
        (None, "netral", "Belum dinilai"),
    ],
)
def test_a_predikat_is_shown_in_words(nilai, kelas, label):
    hasil = tampil("{% chip_predikat n %}", n=nilai)
    assert f'class="chip {kelas}"' in hasil
    assert hasil.endswith(f"{label}</span>")


def test_the_matrix_marks_the_cell_of_the_two_ratings():
    hasil = tampil("{% grid9 1 2 pada=p %}", p=date(2026, 11, 21))
    assert hasil.count("di-sini") == 1
    sel = hasil[hasil.index("di-sini") :]
    assert sel[sel.index(">") + 1 :].startswith("Baik")
    assert "PermenPANRB 6/2022" in hasil
    assert hasil.count("<td") == 10


def test_the_matrix_without_ratings_marks_nothing():
    assert "di-sini" not in tampil("{% grid9 %}")


def test_a_meter_changes_at_its_shares():
    assert tampil("{% meter 14 20 label='JP' %}") == (
        '<meter min="0" max="20" low="12" high="18" optimum="20" value="14" aria-label="JP"></meter>'
    )


def test_bars_grow_with_their_numbers():
    hasil = tampil("{% batang t 'Capaian' %}", t=[("TW I", 50), ("TW II", 100)])
    assert 'height="48.0"' in hasil
    assert 'height="96.0"' in hasil
    assert 'aria-label="Capaian"' in hasil


def test_a_field_ties_label_help_and_error_together():
    hasil = tampil("{% kolom f.judul %}", f=FormUji({}))
    assert '<label for="id_judul">Judul</label>' in hasil
    assert 'aria-describedby="id_judul_helptext id_judul_error"' in hasil
    assert 'id="id_judul_helptext"' in hasil
    assert 'id="id_judul_error"' in hasil
    assert 'aria-invalid="true"' in hasil


def test_an_optional_field_says_so():
    assert "(opsional)" in tampil("{% kolom f.catatan %}", f=FormUji())
    assert "(opsional)" not in tampil("{% kolom f.judul %}", f=FormUji())


def test_a_field_asked_for_in_some_cases_says_in_which():
    formulir = FormUji()
    wajib_bila(formulir.fields["catatan"], "wajib bila ditolak")
    isi = tampil("{% kolom f.catatan %}", f=formulir)
    assert "(wajib bila ditolak)" in isi
    assert "(opsional)" not in isi


def test_a_question_keeps_its_mark_in_the_summary_of_errors():
    formulir = FormUji({})
    formulir.fields["judul"].label = "Sudah selesai?"
    isi = tampil("{% ringkasan_galat f %}", f=formulir)
    assert "Sudah selesai? " in isi
    assert "?:" not in isi


def test_choices_are_a_group_with_a_legend():
    hasil = tampil("{% kolom f.rating %}", f=FormUji())
    assert "<fieldset" in hasil
    assert "<legend>Rating</legend>" in hasil


def test_hidden_fields_and_check_boxes_are_what_they_are():
    assert tampil("{% kolom f.rahasia %}", f=FormUji()).strip() == (
        '<input type="hidden" name="rahasia" id="id_rahasia">'
    )
    assert 'class="centang"' in tampil("{% kolom f.setuju bantuan='Baca dulu.' %}", f=FormUji())


def test_a_rating_is_real_radio_buttons_in_short_words():
    hasil = tampil("{% segmen f.rating ringkas=True sembunyi=True %}", f=FormUji())
    assert hasil.count('type="radio"') == 2
    assert '<span>Di bawah<span class="hanya-pembaca"> ekspektasi</span></span>' in hasil
    assert '<legend class="hanya-pembaca">Rating</legend>' in hasil
    assert "<span>Di bawah ekspektasi</span>" in tampil("{% segmen f.rating %}", f=FormUji())


def test_an_upload_knows_its_limit():
    hasil = tampil("{% unggah f.berkas maks=2097152 %}", f=FormUji())
    assert 'data-maks="2097152"' in hasil
    assert "paling besar 2,0" in hasil
    with pytest.raises(TemplateSyntaxError, match="judul"):
        tampil("{% unggah f.judul %}", f=FormUji())


def test_the_error_summary_links_each_error_to_its_field():
    hasil = tampil("{% ringkasan_galat f %}", f=FormUji({"judul": "dua", "setuju": "on"}))
    assert "Ada 3 hal yang perlu diperbaiki" in hasil
    assert "<li>Tanggal tumpang tindih.</li>" in hasil
    assert 'href="#id_rating_0"' in hasil
    assert 'role="alert" tabindex="-1"' in hasil
    assert tampil("{% ringkasan_galat f %}", f=FormUji()).strip() == ""


def test_the_error_summary_reads_formsets_too():
    kumpulan = formset_factory(FormUji, min_num=2, validate_min=True)
    isi = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-judul": "a"}
    hasil = tampil("{% ringkasan_galat fs %}", fs=kumpulan(isi))
    assert 'href="#id_form-0-rating_0"' in hasil
    assert hasil.count("<li>") == hasil.count('<a href="#') + 2  # too few forms; a hidden field is missing
    assert tampil("{% ringkasan_galat fs %}", fs=kumpulan()).strip() == ""


def test_paging_answers_the_keys():
    hasil = tampil("{% halaman '?a' '?b' '1–20' %}")
    assert 'href="?a" rel="prev" data-pintasan="k"' in hasil
    assert 'href="?b" rel="next" data-pintasan="j"' in hasil
    assert tampil("{% halaman %}").strip() == ""


def test_tasks_show_the_deadline_or_the_button():
    hasil = tampil(
        "{% daftar_tugas t %}",
        t=[
            {"judul": "Nilai diri", "alamat": "/a/", "batas": "5 Des", "mendesak": True, "ikon": "clock"},
            {"judul": "Unggah bukti", "alamat": "/b/", "aksi": "Unggah"},
        ],
    )
    assert '<a href="/a/">Nilai diri</a>' in hasil
    assert '<span class="batas">5 Des</span>' in hasil
    assert '<a href="/b/" class="tombol tenang">Unggah</a>' in hasil
    assert hasil.count("mendesak") == 1


def test_the_journey_marks_where_we_are():
    tahap = [
        {"judul": "A", "keterangan": "", "keadaan": "selesai"},
        {"judul": "B", "keterangan": "", "keadaan": "kini"},
    ]
    hasil = tampil("{% perjalanan t %}", t=tahap)
    assert hasil.count('aria-current="step"') == 1
    assert "Selesai:" in hasil


def test_a_card_names_its_region_by_its_heading():
    assert tampil("{% kartu 'Hasil' id='hasil' %}x{% endkartu %}") == (
        '<section class="kartu" id="hasil" aria-labelledby="hasil-judul">'
        '<header><h2 id="hasil-judul">Hasil</h2></header>x</section>'
    )
