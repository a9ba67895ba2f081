"""Rows that are written as strings: the same words as a template would write, and nothing of a name is HTML."""

from datetime import date
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.utils import translation

from analitik.services.kelompok import Kelompok, Potongan
from analitik.templatetags.dasbor import baris_kemajuan, baris_sebaran
from kinerja.templatetags.komponen import tautan_tempat
from kinerja.templatetags.tenggat import hari_hitungan
from kinerja.templatetags.tim import baris_tim, baris_tim_tahunan
from penilaian.services.tahunan_tim import Anggota, PeriodeAnggota
from sasaran.services.baca import SkpRingkas

JAHAT, AMAN = '<b>"O\'Neil" & co</b>', "&lt;b&gt;&quot;O&#x27;Neil&quot; &amp; co&lt;/b&gt;"
KUNCI = UUID(int=7)


def _orang(**isi):
    tempat = SimpleNamespace(
        penempatan=SimpleNamespace(jabatan=SimpleNamespace(nama=JAHAT)), unit=SimpleNamespace(sebutan=JAHAT)
    )
    return SimpleNamespace(
        pk=KUNCI,
        nama_lengkap=JAHAT,
        atasan=tempat,
        skp_kini=None,
        status_skp=None,
        evaluasi_kini=None,
        **isi,
    )


def test_names_posts_and_units_of_a_team_are_escaped():
    html = baris_tim([_orang()], True, True)
    assert html.count(AMAN) == 3
    assert JAHAT not in html


def test_only_the_assessor_gets_the_button_to_decide():
    orang = _orang()
    orang.skp_kini, orang.status_skp = SkpRingkas(KUNCI, "diajukan", 1), "diajukan"
    for sendiri, kata in ((True, "Periksa"), (False, "Lihat SKP")):
        html = baris_tim([orang], sendiri)
        assert kata in html
        assert f'href="/sasaran/{KUNCI}/' in html or str(KUNCI) in html
        assert str(UUID(int=0)) not in html


def test_the_calibration_list_escapes_and_ticks_what_was_ticked():
    e = SimpleNamespace(
        pk=KUNCI, status="ditandatangani", predikat=2, rating_hasil=1, rating_perilaku=2, jabatan=JAHAT,
        pegawai=SimpleNamespace(nama=JAHAT, nama_lengkap=JAHAT),
    )  # fmt: skip
    html = baris_tim_tahunan([Anggota(e, (PeriodeAnggota("TW I", 2),), True, "/x/")])
    assert html.count(AMAN) == 3
    assert JAHAT not in html
    assert f'value="{KUNCI}"' in html
    assert " checked>" in html
    assert "TW I Baik" in html


def test_names_of_units_in_a_dashboard_are_escaped_and_small_groups_stay_hidden():
    unit = SimpleNamespace(pk=KUNCI, sebutan=JAHAT)
    besar = Kelompok(unit, {"selesai": 6}, {2: 6}, label=2, label_turunan=True)
    kecil = Kelompok(unit, {"selesai": 2}, {5: 2}, terlalu_kecil=True)
    potongan = [Potongan("selesai", "Sudah disampaikan", 6, 0.0, 100.0)]
    anak = [(besar, potongan, potongan), (kecil, potongan, potongan)]
    kemajuan = baris_kemajuan(anak, SimpleNamespace(kunci="k"))
    assert kemajuan.count(AMAN) == 2
    assert f"/dasbor/{KUNCI}/?waktu=k" in kemajuan
    sebaran = baris_sebaran(anak, {2: "Baik", 5: "Sangat Kurang"})
    assert JAHAT not in kemajuan + sebaran
    assert "*</td>" in sebaran
    besar_html, kecil_html = sebaran.split("</tr>")[:2]
    assert 'data-label="Baik">6</td>' in besar_html
    assert "terlalu kecil" in kecil_html
    assert 'data-label="Sangat Kurang"' not in kecil_html


@pytest.mark.parametrize(("bahasa", "hari"), [("id", "Sen, 4 Jan 2027"), ("en", "Mon"), ("id", "Sen, 4 Jan")])
def test_days_of_a_count_speak_the_language_of_the_reader(bahasa, hari):
    with translation.override(bahasa):
        html = hari_hitungan([(date(2027, 1, 4), "<1>")])
    assert hari in html
    assert '<time datetime="2027-01-04">' in html
    assert "<span>&lt;1&gt;</span>" in html


def test_a_place_says_what_waits_there_and_where_one_is():
    tempat = SimpleNamespace(
        alamat="/tim/", label="Tim", ikon="users", aktif=True, jumlah=1200, jumlah_label="menunggu Anda"
    )
    html = tautan_tempat(tempat)
    assert 'href="/tim/" aria-current="page"' in html
    assert '<span class="jumlah">1.200<span class="hanya-pembaca"> menunggu Anda</span></span>' in html
    tempat.aktif, tempat.jumlah = False, 0
    assert "aria-current" not in tautan_tempat(tempat)
    assert "jumlah" not in tautan_tempat(tempat)
