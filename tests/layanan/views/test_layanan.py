"""The pages of a service for staff and manager."""

import io
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from layanan.models import Layanan, LembarStruk, Loket, Poster, Saran, Struk
from layanan.services.ingat import ingatkan_saran
from layanan.services.kertas import pdf_poster, pdf_struk
from layanan.services.pintu import cari_pintu
from layanan.services.struk import buat_poster, terbitkan_struk
from pemberitahuan.models import Pesan
from tests.layanan.conftest import buat_layanan, catat_waktu, jawab

STANDAR = {
    "nama": "Akta kelahiran", "persyaratan": "KK", "prosedur": "", "batas_waktu": "1,5", "satuan_waktu": "hari",
    "biaya": "Gratis", "produk": "Akta", "pengguna_setahun": "9500", "aktif": "on",
}  # fmt: skip


@pytest.fixture
def hari():
    return timezone.localdate()


def test_staff_see_index_interval_elements_and_times(masuk, pemeran, layanan, hari):
    jawab(layanan, 40, 4, hari=hari, u3=2)
    catat_waktu(layanan, *["0.5"] * 10, hari=hari)
    html = masuk(pemeran.sari).get(f"/layanan/{layanan.pk}/").content.decode()
    assert "94,44" in html  # (8 x 4 + 2) / 9 x 25
    assert "Selang kepercayaan 95 %" in html
    assert "terendah" in html
    assert "100 % dalam standar 1 hari" in html
    assert "Ubah standar" not in html


def test_below_the_threshold_no_number_is_shown(masuk, pemeran, layanan, hari):
    jawab(layanan, 29, 4, hari=hari)
    for alamat in (f"/layanan/{layanan.pk}/", f"/survei/hasil/{layanan.pk}/", "/layanan/"):
        html = masuk(pemeran.sari).get(alamat).content.decode()
        assert "elum cukup jawaban (29 dari 30)" in html
        assert "Sangat Baik" not in html


def test_the_list_costs_the_same_for_one_service_as_for_many(masuk, pemeran, layanan, hari):
    klien = masuk(pemeran.pengelola_opd)
    klien.get("/layanan/")
    with CatatKueri() as satu:
        klien.get("/layanan/")
    for n in range(8):
        jawab(buat_layanan(f"Layanan {n}"), 31, 3, hari=hari)
    with CatatKueri() as banyak:
        assert klien.get("/layanan/").content.decode().count("31 jawaban") == 8
    assert banyak.jumlah == satu.jumlah <= 15


class CatatKueri:
    """Counts the queries of a block."""

    def __enter__(self):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        self.tangkap = CaptureQueriesContext(connection)
        self.tangkap.__enter__()
        return self

    def __exit__(self, *isi):
        self.tangkap.__exit__(*isi)
        self.jumlah = len(self.tangkap)


def test_counter_staff_hand_out_receipts_that_open_the_survey(masuk, pemeran, layanan, loket, hari):
    klien = masuk(pemeran.sari)
    klien.post(f"/layanan/{layanan.pk}/struk/", {"loket": loket.pk, "jumlah": "50"})
    lembar = LembarStruk.objects.get()
    assert (lembar.jumlah, lembar.struk.count(), (lembar.berlaku_sampai - hari).days) == (50, 50, 7)
    assert len(set(Struk.objects.values_list("token", flat=True))) == 50
    pintu = cari_pintu(Struk.objects.first().token, hari)
    assert (pintu.layanan, pintu.loket) == (layanan, "Loket 3")
    pdf = klien.get(f"/layanan/lembar/{lembar.pk}/")
    assert (pdf.headers["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")


def test_a_receipt_for_the_counter_of_another_service_is_refused(masuk, pemeran, layanan):
    asing = Loket.objects.create(layanan=buat_layanan("Lain"), nama="Loket 9")
    jawaban = masuk(pemeran.sari).post(f"/layanan/{layanan.pk}/struk/", {"loket": asing.pk, "jumlah": "1"})
    assert jawaban.status_code == 422
    with pytest.raises(ValidationError):
        terbitkan_struk(layanan=layanan, loket=asing, jumlah=1, oleh=pemeran.sari)
    with pytest.raises(ValidationError):
        terbitkan_struk(layanan=layanan, loket=None, jumlah=51, oleh=pemeran.sari)
    with pytest.raises(PermissionDenied):
        terbitkan_struk(layanan=layanan, loket=None, jumlah=1, oleh=pemeran.rudi)
    assert not Struk.objects.exists()


def test_papers_are_the_same_every_time(poster, pemeran, layanan):
    lembar = terbitkan_struk(layanan=layanan, loket=None, jumlah=50, oleh=pemeran.sari)
    satu = terbitkan_struk(layanan=layanan, loket=None, jumlah=1, oleh=pemeran.sari)
    assert pdf_poster(poster) == pdf_poster(poster)
    assert pdf_struk(lembar) == pdf_struk(lembar)
    assert len(io.BytesIO(pdf_struk(satu)).getvalue()) > 1000


def test_the_manager_changes_the_standard_and_the_former_one_is_kept(masuk, pemeran, layanan):
    klien = masuk(pemeran.pengelola_opd)
    alamat = f"/layanan/{layanan.pk}/ubah/"
    assert klien.post(alamat, STANDAR | {"batas_waktu": "0"}).status_code == 422
    assert klien.post(alamat, STANDAR | {"nama": ""}).status_code == 422
    assert klien.post(alamat, STANDAR).status_code == 302
    layanan.refresh_from_db()
    assert (layanan.nama, layanan.teks_batas, layanan.pengguna_setahun) == (
        "Akta kelahiran",
        "1,5 hari",
        9500,
    )
    assert Layanan.pgh_event_model.objects.filter(pgh_obj=layanan).count() == 2


def test_the_unit_of_time_stays_once_times_are_recorded(masuk, pemeran, layanan):
    catat_waktu(layanan, "1")
    jawaban = masuk(pemeran.pengelola_opd).post(
        f"/layanan/{layanan.pk}/ubah/", STANDAR | {"satuan_waktu": "jam"}
    )
    assert jawaban.status_code == 422
    assert "satuan lama" in jawaban.content.decode()


def test_counters_and_posters_are_opened_and_closed(masuk, pemeran, layanan, hari):
    klien = masuk(pemeran.pengelola_opd)
    klien.post(f"/layanan/{layanan.pk}/loket/", {"nama": "Loket 1"})
    assert klien.post(f"/layanan/{layanan.pk}/loket/", {"nama": "Loket 1"}).status_code == 422
    loket = Loket.objects.get()
    klien.post(f"/layanan/{layanan.pk}/poster/", {"loket": loket.pk})
    poster = Poster.objects.get()
    assert klien.get(f"/layanan/poster/{poster.pk}/").content[:5] == b"%PDF-"
    klien.post(f"/layanan/loket/{loket.pk}/", {"aktif": "0"})
    assert cari_pintu(poster.token, hari).keadaan == "ditutup"
    klien.post(f"/layanan/loket/{loket.pk}/", {"aktif": "1"})
    assert cari_pintu(poster.token, hari).keadaan == "terbuka"
    klien.post(f"/layanan/poster/{poster.pk}/tutup/")
    assert cari_pintu(poster.token, hari).keadaan == "ditutup"


def test_a_closed_service_gets_no_new_doors(pemeran, layanan):
    layanan.aktif = False
    layanan.save()
    with pytest.raises(ValidationError):
        buat_poster(layanan=layanan, loket=None, oleh=pemeran.pengelola_opd)


def test_words_reach_the_staff_after_the_manager_made_names_unreadable(masuk, pemeran, layanan, hari):
    saran = Saran.objects.create(layanan=layanan, hari=hari, isi="Bu Sari galak.")
    staf, kelola = masuk(pemeran.ratna), masuk(pemeran.pengelola_opd)
    alamat = f"/layanan/{layanan.pk}/"
    assert "galak" not in staf.get(alamat).content.decode()
    assert "galak" not in masuk(pemeran.kadis).get(alamat).content.decode()
    assert "Bu Sari galak." in kelola.get("/layanan/saran/").content.decode()
    kirim = f"/layanan/saran/{saran.pk}/"
    kelola.post(kirim, {"aksi": "tampilkan", "isi_tampil": " "})
    saran.refresh_from_db()
    assert saran.status == "menunggu"
    kelola.post(kirim, {"aksi": "tampilkan", "isi_tampil": "Seorang petugas galak."})
    html = staf.get(alamat).content.decode()
    assert "Seorang petugas galak." in html
    assert "Bu Sari" not in html


def test_managers_are_told_once_a_week_of_words_that_wait(pemeran, layanan):
    assert ingatkan_saran(hari=date(2026, 2, 9)) == 0
    Saran.objects.create(layanan=layanan, hari=date(2026, 2, 9), isi="Antre lama.")
    assert ingatkan_saran(hari=date(2026, 2, 9)) == 1
    assert ingatkan_saran(hari=date(2026, 2, 15)) == 0  # Sunday of the same week
    assert ingatkan_saran(hari=date(2026, 2, 16)) == 1
    assert set(Pesan.objects.values_list("penerima", flat=True)) == {pemeran.pengelola_opd.pk}


def test_the_head_of_the_unit_sees_it_on_the_home_page(masuk, pemeran, layanan, hari):
    jawab(layanan, 31, 3, hari=hari)
    assert "Layanan unit Anda" in masuk(pemeran.kabid).get("/").content.decode()
    assert "Layanan unit Anda" not in masuk(pemeran.ratna).get("/").content.decode()
    assert 'href="/layanan/"' in masuk(pemeran.ratna).get("/").content.decode()
    assert 'href="/layanan/"' not in masuk(pemeran.rudi).get("/").content.decode()
