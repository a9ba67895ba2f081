"""English: the catalogue is complete, keeps its places, and no page lets an Indonesian text through."""

import html
import re
from datetime import date

import pytest
from babel.messages.pofile import read_po
from django import forms
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.formats import localize

from inti.tanda import Kalimat, dari_data, gabung, kalimat, ke_data
from inti.terjemah import t
from kinerja.terjemahan import merged, misplaced, missing
from pegawai.aturan import nip
from pegawai.impor.laporan import kelompok
from pemberitahuan.models import JenisPesan, Pesan
from pemberitahuan.teks import teks
from penilaian.aturan.saran import HasilDinilai, saran_hasil
from penilaian.models import EvaluasiPeriodik
from sasaran.models import Periode
from tests.pemeran import buka_periode

FILE = settings.AKAR / "locale" / "en" / "LC_MESSAGES" / "django.po"
PANJANG = 12
TEMPAT = re.compile(r"%(?:\(\w+\))?[sd]")
SAMA = {"Administrator", "April", "Auditor", "Loyal", "November", "Rating", "September", "Status", "Target"}
SAMA |= {
    "Angka kredit",
    "Ahli Madya",
    "Ahli Pertama",
    "Ahli Utama",
    "Angka kredit: angkakredit (JSON, XLSX)",
    "Bonus %(periode)s",
    "Final",
    "Poster",
    "final",
    "Target %(target)s",
    "Unit",
    "Eselon",
    "Karpeg",
    "Mahir",
    "Pemula",
    "Penyelia",
    "Terampil",
    "angka kredit",
    "eselon",
    "predikat",
    "status",
    "target",
    "unit",
}
JARAK = re.compile(r"\s+")


def _katalog():
    with FILE.open("rb") as file:
        return read_po(file, locale="en")


def test_every_text_has_english_and_keeps_its_places():
    katalog = merged(settings.AKAR, FILE)
    assert missing(katalog) == []
    assert misplaced(katalog) == []


def test_a_text_left_in_indonesian_is_not_taken_for_english():
    """What is alike in both languages stands here by hand; anything else was forgotten."""
    alike = {
        pesan.id
        for pesan in _katalog()
        if pesan.id and pesan.id == pesan.string and re.search("[a-z]{4}", TEMPAT.sub("", pesan.id))
    }
    assert alike <= SAMA


def test_indonesian_texts_of_django_keep_their_places():
    with (settings.AKAR / "locale" / "id" / "LC_MESSAGES" / "django.po").open("rb") as file:
        katalog = read_po(file, locale="id")
    assert missing(katalog) == []
    assert misplaced(katalog) == []


def _potongan() -> list[str]:
    """What an untranslated text would leave on a page: the longest piece between its places."""
    bagian = []
    for pesan in _katalog():
        if not pesan.id:
            continue
        asal = pesan.id if isinstance(pesan.id, str) else pesan.id[0]
        hasil = pesan.string if isinstance(pesan.string, str) else pesan.string[0]
        potong = max((_rapi(p) for p in TEMPAT.split(re.sub(r"<[^>]+>", "%s", asal))), key=len)
        if len(potong) > PANJANG and potong.lower() not in hasil.lower():
            bagian.append(potong)
    return bagian


def _rapi(teks: str) -> str:
    return JARAK.sub(" ", teks).strip()


def _tampak(isi: str) -> str:
    """The words of a page, with those of attributes that are read aloud or shown."""
    tanpa = re.sub(r"<(script|style)\b.*?</\1>", " ", isi, flags=re.S)
    sifat = " ".join(re.findall(r"""(?:aria-label|title|placeholder|data-label)="([^"]*)\"""", tanpa))
    return _rapi(html.unescape(re.sub(r"<[^>]+>", " ", tanpa) + " " + sifat))


@pytest.fixture
def isi(pemeran, siklus, buat_skp):
    """A plan under way, one with its evaluation open and one waiting for approval, and messages."""
    buat_skp(pemeran.kabid)
    skp = buat_skp(pemeran.ratna)
    periode = buka_periode(Periode.objects.order_by("nomor").last())
    evaluasi = EvaluasiPeriodik.objects.create(
        skp=skp,
        periode=periode,
        pegawai=skp.pegawai,
        unit=skp.unit,
        penilai=skp.penilai,
        atasan_penilai=skp.atasan_penilai,
    )
    buat_skp(pemeran.sari, status="diajukan")
    for n, jenis in enumerate(JenisPesan):
        data = {"nama": "Budi", "tahun": "2026", "periode": "Triwulan IV 2026", "batas": "2026-12-11"}
        data |= {"catatan": "lihat", "jumlah": 3, "tentang": "Akuntabel"}
        Pesan.objects.create(penerima=pemeran.ratna, jenis=jenis, kunci=f"uji{n}", data=data)
    return skp, evaluasi


UMUM = (
    "beranda",
    "profil",
    "account_change_password",
    "sasaran:daftar",
    "pelaksanaan:daftar",
    "pelaksanaan:baru",
)
UMUM += ("pelaksanaan:umpan_balik_saya", "pemberitahuan:daftar", "penilaian:daftar")
TIM = ("beranda", "sasaran:tim", "pelaksanaan:tim", "penilaian:antrean", "penilaian:tim")


def _alamat(skp, evaluasi):
    return {
        "ratna": [
            *map(reverse, UMUM),
            reverse("sasaran:lihat", args=[skp.pk]),
            reverse("penilaian:diri", args=[evaluasi.pk]),
            reverse("penilaian:hasil", args=[evaluasi.pk]),
        ],
        "sari": [reverse("beranda"), reverse("sasaran:daftar")],
        "kabid": [
            *map(reverse, TIM),
            reverse("penilaian:nilai", args=[evaluasi.pk]),
            reverse("pelaksanaan:umpan_balik_skp", args=[skp.pk]),
        ],
        "pengelola_opd": [reverse("admin:index"), reverse("admin:pegawai_pegawai_changelist")],
    }


def test_no_indonesian_text_of_ours_is_left_on_an_english_page(pemeran, isi, masuk):
    potongan, bocor = _potongan(), []
    for nama, daftar in _alamat(*isi).items():
        klien = masuk(getattr(pemeran, nama))
        klien.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
        for alamat in daftar:
            jawaban = klien.get(alamat, follow=True)
            assert jawaban.status_code == 200, alamat
            assert b'lang="en"' in jawaban.content, alamat
            tampak = _tampak(jawaban.content.decode())
            bocor += [(alamat, p) for p in potongan if p in tampak]
    assert bocor == []


@pytest.mark.parametrize("alamat", ["/masuk/", "/akun/sandi/lupa/", "/tidak-ada/"])
def test_pages_before_login_are_english_too(db, alamat):
    klien = Client()
    klien.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    tampak = _tampak(klien.get(alamat, follow=True).content.decode())
    assert [p for p in _potongan() if p in tampak] == []


# --- sentences of the pure rules ------------------------------------------------------------------------


def test_a_sentence_is_its_indonesian_text_and_translates_where_it_is_shown():
    saran = saran_hasil([HasilDinilai("utama", 1), HasilDinilai("utama", None)], date(2026, 3, 31))
    pesan = saran.alasan[0].pesan
    assert pesan == "1 dari 2 hasil kerja belum diberi rating."
    with translation.override("en"):
        assert t(pesan) == "1 of 2 work results not rated yet."
        assert t("") == ""


def test_a_sentence_inside_a_sentence_is_translated_but_what_people_wrote_is_not():
    with translation.override("en"):
        assert t(
            kalimat("Golongan PNS “%(isi)s” tidak dikenal. Isi dengan I/a sampai IV/e.", isi="Nama")
        ) == ("The PNS rank “Nama” is not known. Enter I/a to IV/e.")
        dua = gabung(kalimat("laki-laki"), kalimat("perempuan"), pemisah=", ")
        assert t(dua) == "male, female"
    assert dua == "laki-laki, perempuan"


def test_the_sentence_of_an_exception_keeps_its_template():
    with pytest.raises(ValueError, match="harus 18 angka") as galat:
        nip.urai("1990")
    with translation.override("en"):
        assert t(galat.value) == "A NIP has 18 digits; 4 were entered. Complete or correct it."


def test_a_percent_sign_survives_plain_and_filled_sentences():
    assert kalimat("90 % selesai") == "90 % selesai"
    assert kalimat("%(n)s %% selesai", n=90) == "90 % selesai"


def test_a_sentence_kept_as_data_comes_back_and_older_texts_stay_as_they_are():
    asli = kalimat("“%(huruf)s” (tanda ke-%(urutan)s)", huruf="x", urutan=2)
    kembali = dari_data(ke_data(gabung(asli, "lalu")))
    assert isinstance(kembali, Kalimat)
    assert kembali == "“x” (tanda ke-2) lalu"
    assert dari_data("teks lama") == "teks lama"
    with translation.override("en"):
        assert t(kembali) == "“x” (character 2) lalu"


def test_an_import_report_speaks_the_language_of_its_reader():
    with pytest.raises(ValueError, match="18 angka") as galat:
        nip.urai("1990")
    contoh = {
        "baris": 3,
        "kolom": "NIP BARU",
        "nilai": "1990",
        "isi": {"kalimat": ke_data(galat.value.args[0])},
    }
    laporan = {"galat": [{"kode": "nip_salah", "jumlah": 1, "contoh": [contoh]}]}
    assert kelompok(laporan, "galat")[0].contoh[0].pesan.startswith("NIP harus 18 angka; yang diisi 4")
    with translation.override("en"):
        [satu] = kelompok(laporan, "galat")
        assert satu.judul == "NIP not correct"
        assert satu.contoh[0].pesan.startswith("A NIP has 18 digits; 4 were entered")


def test_a_message_names_its_period_in_the_language_of_its_reader():
    data = {"nama": "Budi", "periode": "Triwulan IV 2026"}
    assert teks(JenisPesan.EVALUASI_DISAMPAIKAN, data)[0] == "Hasil evaluasi Triwulan IV 2026 Anda sudah ada"
    with translation.override("en"):
        judul, _isi = teks(JenisPesan.EVALUASI_DISAMPAIKAN, data)
        assert judul == "The result of your evaluation of Quarter 4 2026 is ready"


def test_what_is_stored_about_a_period_does_not_depend_on_who_stores_it(siklus):
    periode = Periode.objects.order_by("nomor").last()
    with translation.override("en"):
        assert (periode.nama, periode.pendek) == ("Quarter 4", "Q4")
        assert periode.sebutan_baku == "Triwulan IV 2026"
    assert str(periode) == "Triwulan IV 2026"


def test_a_month_has_its_name():
    maret = Periode(jenis="bulanan", nomor=3)
    assert (maret.nama, maret.pendek) == ("Maret", "Mar")
    with translation.override("en"):
        assert maret.nama == "March"


@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_numbers_are_written_alike_in_both_languages(bahasa):
    with translation.override(bahasa):
        assert translation.get_language() == bahasa
        assert localize(1250000) == "1.250.000"
        assert localize(0.5) == "0,5"


def test_an_empty_field_is_asked_for_kindly():
    bidang = forms.CharField()
    for bahasa, harapan in (("id", "Isi bagian ini."), ("en", "This field is required.")):
        with translation.override(bahasa), pytest.raises(forms.ValidationError) as galat:
            bidang.clean("")
        with translation.override(bahasa):
            assert [str(p) for p in galat.value.messages] == [harapan]
