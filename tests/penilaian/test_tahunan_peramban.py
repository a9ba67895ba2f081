"""The end of a year in a real browser, from the team side by side to the answers: phone and desktop, with axe."""

import re

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from penilaian.models import DistribusiPenilai, EvaluasiPeriodik, EvaluasiTahunan
from tests.penilaian.tahun import A, B, beri_label, buat_tahunan, serah, tambah_anggota
from tests.peramban import periksa_halaman

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
ALASAN = "Seluruh tim memenangkan inovasi pelayanan tingkat nasional."
LAYAR = pytest.mark.parametrize(("ukuran", "warna"), [("ponsel", "dark"), ("meja", "light")])


@pytest.fixture
def sebagai(buka, masuk):
    """`sebagai(person, address, size, colour)` → the page, logged in."""

    def _buka(orang, alamat, ukuran, warna):
        return buka(alamat, ukuran, warna, masuk(orang).cookies[settings.SESSION_COOKIE_NAME].value)

    return _buka


@pytest.fixture
def setahun(tahunan):
    """Ratna's four quarters, each delivered."""
    for periode in tahunan.siklus.periode.order_by("nomor"):
        EvaluasiPeriodik.objects.create(
            skp=tahunan.skp, periode=periode, pegawai=tahunan.pegawai, unit=tahunan.unit,
            penilai=tahunan.penilai, atasan_penilai=tahunan.atasan_penilai, status="disampaikan",
            rating_hasil=2, rating_perilaku=1, predikat=2, disampaikan_pada=timezone.now(),
        )  # fmt: skip
    return tahunan


@pytest.fixture
def tim(setahun, pemeran, buat_skp):
    """Ratna without a draft; Sari and ten others drafted as Sangat Baik, in a unit whose label is Baik."""
    buat_tahunan(buat_skp(pemeran.sari), rating_hasil=1, rating_perilaku=1, alasan_hasil="Melampaui target.",
                 alasan_perilaku="Menjadi teladan.")  # fmt: skip
    tambah_anggota(setahun, 10)
    return setahun


def _alamat(e, nama="tahunan-hasil"):
    return reverse(f"penilaian:{nama}", args=[e.pk])


@LAYAR
def test_a_team_is_rated_warned_signed_delivered_and_answers(tim, pemeran, sebagai, ukuran, warna):
    h = sebagai(pemeran.kabid, reverse("penilaian:tim-tahunan"), ukuran, warna)
    expect(h.get_by_text("12 dari 12 anggota tim belum ditandatangani")).to_be_visible()
    periksa_halaman(h, f"tahunan-tim-{ukuran}")
    _nilai_ratna(h, ukuran)
    _tandatangani_tim(h, ukuran)
    h.get_by_role("checkbox").first.wait_for()
    _pilih_semua(h)
    h.get_by_role("button", name="Sampaikan yang dipilih").click()
    expect(h.get_by_text("12 hasil disampaikan.")).to_be_visible()
    assert EvaluasiTahunan.objects.filter(status="disampaikan").count() == 12
    _ratna_membaca_dan_menandatangani(sebagai(pemeran.ratna, _alamat(tim), ukuran, warna), ukuran)
    sari = EvaluasiTahunan.objects.get(pegawai=pemeran.sari)
    _sari_menolak(sebagai(pemeran.sari, _alamat(sari), ukuran, warna), ukuran)
    assert set(
        EvaluasiTahunan.objects.exclude(status="disampaikan").values_list("pegawai__nama", "status")
    ) == {
        ("Ratna Wulandari", "diterima"),
        ("Sari Handayani", "ditolak"),
    }


def _nilai_ratna(h, ukuran) -> None:
    """Her page has the whole year: periods, results with realisations, behaviour."""
    h.get_by_role("link", name="Ratna Wulandari").click()
    expect(h.get_by_role("table", name="Predikat setiap periode").get_by_role("row")).to_have_count(5)
    expect(h.get_by_role("heading", name=re.compile("Akta kelahiran terbit tepat waktu"))).to_be_visible()
    for rating in ("hasil kerja", "perilaku kerja"):
        pilihan = h.get_by_role("group", name=f"Rating {rating} setahun")
        pilihan.get_by_role("radio", name="Di atas").check()
    for ke, alasan in enumerate(("Seluruh target terlampaui.", "Menjadi rujukan rekannya.")):
        isian = h.locator("textarea[name^=alasan_]").nth(ke)
        if isian.is_visible():
            isian.fill(alasan)
    expect(h.locator("#judul-predikat").locator("..")).to_contain_text("Sangat Baik")
    periksa_halaman(h, f"tahunan-nilai-{ukuran}")
    h.get_by_role("button", name="Simpan draf").click()
    expect(h.get_by_text("Draf tersimpan. Ratna belum dapat membacanya.")).to_be_visible()
    h.get_by_role("link", name="Seluruh tim").click()


def _pilih_semua(h) -> None:
    for kotak in h.get_by_role("checkbox", name=re.compile("^Pilih ")).all():
        kotak.check()


def _tandatangani_tim(h, ukuran) -> None:
    """Twelve Sangat Baik where the organisation is Baik: warned, asked once, then signed."""
    expect(h.get_by_text("Sebaran berbeda dari pedoman", exact=True)).to_be_visible()
    _pilih_semua(h)
    h.get_by_role("button", name="Tandatangani yang dipilih").click()
    expect(h.get_by_role("checkbox", name=re.compile("^Pilih "), checked=True)).to_have_count(12)
    assert not EvaluasiTahunan.objects.exclude(status="terbuka").exists()
    periksa_halaman(h, f"tahunan-peringatan-{ukuran}")
    h.locator("textarea[name=alasan]").fill(ALASAN)
    h.get_by_role("button", name="Tandatangani yang dipilih").click()
    expect(h.get_by_text("12 evaluasi ditandatangani.")).to_be_visible()
    expect(h.get_by_text(ALASAN).first).to_be_visible()
    assert DistribusiPenilai.objects.get().alasan == ALASAN
    periksa_halaman(h, f"tahunan-ditandatangani-{ukuran}")


def _ratna_membaca_dan_menandatangani(h, ukuran) -> None:
    expect(h.get_by_role("link", name="Ajukan keberatan")).to_be_visible()
    periksa_halaman(h, f"tahunan-hasil-{ukuran}")
    h.get_by_role("link", name="Mengapa predikat ini?").first.click()
    expect(h.locator("#kesimpulan")).to_contain_text("Sangat Baik")
    periksa_halaman(h, f"tahunan-mengapa-{ukuran}")
    h.go_back()
    h.get_by_role("button", name="Tandatangani", exact=True).click()
    expect(h.get_by_text("Ditandatangani pegawai").first).to_be_visible()


def _sari_menolak(h, ukuran) -> None:
    """Without a reason it says so at the field; with one it stands and is read by everybody concerned."""
    h.locator("summary", has_text="Tidak bersedia menandatangani").click()
    periksa_halaman(h, f"tahunan-tolak-{ukuran}")
    h.get_by_role("button", name="Kirim alasan").click()
    expect(h.locator("#id_tolak_tanggapan")).to_have_attribute("aria-invalid", "true")
    expect(h.get_by_text("Tulis alasan Anda tidak bersedia menandatangani.").first).to_be_visible()
    h.locator("#id_tolak_tanggapan").fill("Rekap loket bulan Desember belum dihitung.")
    h.get_by_role("button", name="Kirim alasan").click()
    expect(h.get_by_text("Pegawai tidak bersedia menandatangani").first).to_be_visible()
    expect(h.get_by_text("Rekap loket bulan Desember belum dihitung.").first).to_be_visible()
    periksa_halaman(h, f"tahunan-ditolak-{ukuran}")


@LAYAR
def test_a_final_result_has_no_button_for_an_objection_and_says_why(
    setahun, tahun, pemeran, buat_skp, sebagai, ukuran, warna
):
    """Set by the regent (IV.A.12), and set by the superior of a late assessor (IV.A.11, V.A.8)."""
    beri_label(tahun, pemeran.kadis.atasan.unit, pemeran.kadis, pemeran.bupati)
    kadis = buat_tahunan(buat_skp(pemeran.kadis), final=True)
    serah(kadis, pemeran.bupati, hasil=A, perilaku=A)
    EvaluasiTahunan.objects.filter(pk=setahun.pk).update(
        status="menunggu_atasan", jalur="terlambat", final=True
    )
    setahun.refresh_from_db()
    serah(setahun, pemeran.kadis, hasil=B, perilaku=B)
    sebab = {
        kadis: (
            pemeran.kadis,
            "Hasil evaluasi yang ditetapkan Kepala Daerah bersifat final.",
            "Lampiran IV.A.12",
        ),
        setahun: (
            pemeran.ratna,
            "Penilai melewati batas waktu sehingga atasannya yang mengevaluasi.",
            "Lampiran IV.A.11",
        ),
    }
    for e, (orang, kalimat, sumber) in sebab.items():
        h = sebagai(orang, _alamat(e), ukuran, warna)
        expect(h.locator("#keberatan").get_by_text(kalimat)).to_be_visible()
        expect(h.get_by_role("link", name="Ajukan keberatan")).to_have_count(0)
        periksa_halaman(h, f"tahunan-final-{orang.panggilan}-{ukuran}")
        h.goto(_alamat(e, "tahunan-mengapa"))
        expect(h.get_by_text(sumber).first).to_be_visible()
        expect(h.get_by_role("link", name="Ajukan keberatan")).to_have_count(0)
