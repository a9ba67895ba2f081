"""The pages of an objection for the employee, the assessor and the superior: bad input, too late, final."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from penilaian.models import BuktiKeberatan, EvaluasiPeriodik, Keberatan
from penilaian.services.keberatan import ajukan, jelaskan
from penilaian.services.keberatan_putus import Putusan, putuskan
from tests.pelaksanaan.bahan import gambar
from tests.penilaian.tahun import buat_tahunan

DAFTAR = reverse("penilaian:keberatan")
ALASAN = "Empat desa belum dihitung."
BATAS_DAFTAR, BATAS_RINCI = 15, 22  # the page computes two clocks on the calendar of the unit


@pytest.fixture
def hasil(buat_evaluasi, pemeran, settings, tmp_path) -> EvaluasiPeriodik:
    """Ratna's quarter, delivered on Wednesday 1 April 2026."""
    settings.MEDIA_ROOT = tmp_path
    return buat_evaluasi(
        pemeran.ratna, status="disampaikan", rating_hasil=2, rating_perilaku=2, predikat=2,
        disampaikan_pada=timezone.now(),
    )  # fmt: skip


@pytest.fixture
def keberatan(hasil, pemeran) -> Keberatan:
    """Hers against it, just filed."""
    return ajukan(evaluasi=hasil, oleh=pemeran.ratna, alasan=ALASAN)


def _baru(evaluasi, jenis="periodik"):
    return reverse("penilaian:keberatan-baru", args=[jenis, evaluasi.pk])


def _alamat(k, nama="rinci"):
    return reverse(f"penilaian:keberatan-{nama}", args=[k.pk])


def _galat(jawab, form, bidang):
    return " ".join(jawab.context[form].errors.get(bidang, []))


def _teks(jawab):
    return jawab.content.decode()


# --- the employee ------------------------------------------------------------------------------------


def test_the_employee_files_with_evidence_and_finds_it_in_the_list(hasil, masuk, pemeran):
    ratna = masuk(pemeran.ratna)
    halaman = _teks(ratna.get(_baru(hasil)))
    assert "memutus dalam 7 hari kerja" in halaman
    assert not Keberatan.objects.exists()  # looking at the page files nothing
    berkas = SimpleUploadedFile("desa.png", gambar("PNG"), "image/png")
    jawab = ratna.post(_baru(hasil), {"alasan": ALASAN, "berkas": [berkas]}, follow=True)
    k = Keberatan.objects.get()
    assert jawab.redirect_chain == [(_alamat(k), 302)]
    assert f"Keberatan {k.nomor} diajukan." in _teks(jawab)
    assert ALASAN in _teks(jawab)
    assert k.nomor in _teks(ratna.get(DAFTAR))
    bukti = BuktiKeberatan.objects.get()
    isi = ratna.get(reverse("penilaian:keberatan-bukti", args=[bukti.pk]))
    assert b"".join(isi.streaming_content)
    assert ratna.get(_baru(hasil)).url == _alamat(k)  # a second one leads to the first


def test_bad_input_is_said_at_its_field_and_the_words_stay(hasil, masuk, pemeran):
    ratna = masuk(pemeran.ratna)
    kosong = ratna.post(_baru(hasil), {"alasan": "  "})
    assert (kosong.status_code, _galat(kosong, "form", "alasan")) == (422, "Tulis alasan keberatan Anda.")
    panjang = ratna.post(_baru(hasil), {"alasan": "x" * 8001})
    assert "Paling banyak 8000 huruf; tulisan ini 8001 huruf." in _galat(panjang, "form", "alasan")
    program = SimpleUploadedFile("alat.exe", b"MZ" + bytes(200), "application/octet-stream")
    salah = ratna.post(_baru(hasil), {"alasan": ALASAN, "berkas": [program]})
    assert salah.status_code == 422
    assert _galat(salah, "form", "berkas")
    assert ALASAN in _teks(salah)
    assert not Keberatan.objects.exists()


@pytest.mark.parametrize("jenis", ["bulanan", "x", "tahunan"])
def test_an_unknown_kind_and_the_wrong_kind_are_not_there(hasil, masuk, pemeran, jenis):
    assert masuk(pemeran.ratna).get(_baru(hasil, jenis)).status_code == 404


def test_withdrawing_says_so_and_a_second_time_changes_nothing(keberatan, masuk, pemeran):
    ratna = masuk(pemeran.ratna)
    assert "Ya, cabut" in _teks(ratna.get(_alamat(keberatan)))
    assert "Hasil semula tetap berlaku." in _teks(ratna.post(_alamat(keberatan, "cabut"), follow=True))
    lagi = _teks(ratna.post(_alamat(keberatan, "cabut"), follow=True))
    assert "Keberatan dicabut. Hasil semula" not in lagi
    assert "Ya, cabut" not in lagi
    assert keberatan.riwayat.filter(aksi="cabut").count() == 1


def test_withdrawn_in_time_another_may_be_filed(keberatan, hasil, masuk, pemeran):
    ratna = masuk(pemeran.ratna)
    ratna.post(_alamat(keberatan, "cabut"))
    assert ratna.post(_baru(hasil), {"alasan": "Kali ini dengan bukti."}).status_code == 302
    assert Keberatan.objects.count() == 2


# --- too late, final ---------------------------------------------------------------------------------


def test_after_the_last_day_the_page_says_until_when_it_was_and_takes_nothing(hasil, masuk, pemeran, kini):
    kini.move_to("2026-05-20T02:00:00+00:00")  # 14 working days from 1 April are over
    ratna = masuk(pemeran.ratna)
    halaman = _teks(ratna.get(_baru(hasil)))
    assert "sudah lewat" in halaman
    assert "PermenPANRB 6/2022" in halaman
    assert 'name="alasan"' not in halaman
    jawab = ratna.post(_baru(hasil), {"alasan": ALASAN})
    assert jawab.status_code == 422
    assert "sudah lewat" in _galat(jawab, "form", "__all__")
    assert not Keberatan.objects.exists()


def test_a_result_of_the_regent_is_final_and_the_page_says_by_what_rule(
    siklus, buat_skp, pemeran, masuk, kini
):
    """PermenPANRB 6/2022, Lampiran IV.A.12."""
    siklus.status, siklus.dibuka_pada = "terbuka", timezone.now()
    siklus.save()
    e = buat_tahunan(
        buat_skp(pemeran.kadis), final=True, status="disampaikan", rating_hasil=2, rating_perilaku=2, predikat=2,
        capaian_organisasi=2, ditandatangani_pada=timezone.now(), ditandatangani_oleh=pemeran.bupati,
        disampaikan_pada=timezone.now(),
    )  # fmt: skip
    kadis = masuk(pemeran.kadis)
    halaman = _teks(kadis.get(_baru(e, "tahunan")))
    assert "Kepala Daerah bersifat final" in halaman
    assert "Lampiran Bab IV.A.11-12" in halaman
    assert 'name="alasan"' not in halaman
    assert kadis.post(_baru(e, "tahunan"), {"alasan": ALASAN}).status_code == 422
    assert not Keberatan.objects.exists()


def test_before_delivery_there_is_nothing_to_object_to(buat_evaluasi, pemeran, masuk):
    e = buat_evaluasi(pemeran.ratna)
    assert "setelah hasil disampaikan" in _teks(masuk(pemeran.ratna).get(_baru(e)))


# --- the assessor ------------------------------------------------------------------------------------


def test_the_assessor_explains_once(keberatan, masuk, pemeran):
    kabid = masuk(pemeran.kabid)
    assert keberatan.nomor in _teks(kabid.get(DAFTAR))
    kosong = kabid.post(_alamat(keberatan, "jelaskan"), {"penjelasan": ""})
    assert (kosong.status_code, _galat(kosong, "form_jelaskan", "penjelasan")) == (
        422,
        "Tulis penjelasan Anda.",
    )
    kalimat = "Laporan desa masuk setelah batas."
    assert kabid.post(_alamat(keberatan, "jelaskan"), {"penjelasan": kalimat}).status_code == 302
    lagi = kabid.post(_alamat(keberatan, "jelaskan"), {"penjelasan": "Sekali lagi"})
    assert lagi.status_code == 409
    assert "Sekali lagi" in _teks(lagi)  # what was typed is not lost
    keberatan.refresh_from_db()
    assert keberatan.penjelasan == kalimat
    assert 'name="penjelasan"' not in _teks(kabid.get(_alamat(keberatan)))


def test_each_of_the_three_adds_and_nothing_at_all_is_refused(keberatan, masuk, pemeran):
    for orang in (pemeran.ratna, pemeran.kabid, pemeran.kadis):
        klien = masuk(orang)
        kosong = klien.post(_alamat(keberatan, "keterangan"), {"isi": " "})
        assert kosong.status_code == 422, orang
        assert "Tulis keterangan atau pilih berkas." in _teks(kosong)
        kata = f"Keterangan {orang.panggilan}"
        assert kata in _teks(klien.post(_alamat(keberatan, "keterangan"), {"isi": kata}, follow=True))
    assert keberatan.keterangan.count() == 3
    assert masuk(pemeran.auditor).post(_alamat(keberatan, "keterangan"), {"isi": "a"}).status_code == 403


# --- the superior ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("isian", "bidang", "pesan"),
    [
        ({"pertimbangan": "Diperiksa."}, "putusan", "Pilih salah satu."),
        ({"putusan": "batal", "pertimbangan": "a"}, "putusan", "Pilih salah satu."),
        ({"putusan": "kuatkan"}, "pertimbangan", "Tulis pertimbangan keputusan Anda."),
        (
            {"putusan": "ubah", "rating_perilaku": "2", "pertimbangan": "a"},
            "rating_hasil",
            "Pilih salah satu.",
        ),
        (
            {"putusan": "ubah", "rating_hasil": "1", "pertimbangan": "a"},
            "rating_perilaku",
            "Pilih salah satu.",
        ),
    ],
)
def test_what_is_missing_in_a_decision_is_said_at_its_field(keberatan, masuk, pemeran, isian, bidang, pesan):
    jawab = masuk(pemeran.kadis).post(_alamat(keberatan, "putuskan"), isian)
    assert (jawab.status_code, _galat(jawab, "form_putusan", bidang)) == (422, pesan)
    assert isian.get("pertimbangan", "") in _teks(jawab)
    keberatan.refresh_from_db()
    assert keberatan.berjalan


def test_the_superior_changes_the_result_once_and_it_is_final(keberatan, hasil, masuk, pemeran):
    kadis = masuk(pemeran.kadis)
    assert "Penilai belum memberi penjelasan." in _teks(kadis.get(_alamat(keberatan)))
    isian = {
        "putusan": "ubah",
        "rating_hasil": "1",
        "rating_perilaku": "1",
        "pertimbangan": "Tanda terima sah.",
    }
    jawab = kadis.post(_alamat(keberatan, "putuskan"), isian, follow=True)
    assert "Keputusan disimpan" in _teks(jawab)
    hasil.refresh_from_db()
    assert hasil.predikat == 1
    assert kadis.post(_alamat(keberatan, "putuskan"), isian).status_code == 409
    ratna = masuk(pemeran.ratna)
    halaman = _teks(ratna.get(_alamat(keberatan)))
    assert "Tanda terima sah." in halaman
    assert "Ya, cabut" not in halaman
    assert 'name="isi"' not in halaman
    terlambat = ratna.post(_alamat(keberatan, "keterangan"), {"isi": "Terlambat"})
    assert terlambat.status_code == 422
    assert "Keberatan ini sudah selesai." in _teks(terlambat)


def test_a_confirmation_keeps_the_result_whatever_ratings_were_left_on_the_page(
    keberatan, hasil, masuk, pemeran
):
    isian = {"putusan": "kuatkan", "rating_hasil": "1", "pertimbangan": "Bukti tidak mengubah hasil."}
    assert masuk(pemeran.kadis).post(_alamat(keberatan, "putuskan"), isian).status_code == 302
    hasil.refresh_from_db()
    assert hasil.predikat == 2


def test_overdue_the_page_says_who_was_told_and_the_decision_stays_with_the_superior(
    keberatan, masuk, pemeran, kini
):
    kini.move_to("2026-05-20T02:00:00+00:00")  # seven working days are over
    halaman = _teks(masuk(pemeran.kadis).get(_alamat(keberatan)))
    assert "Pengelola kinerja instansi sudah diberi tahu" in halaman
    assert 'name="putusan"' in halaman


# --- readers, lists ----------------------------------------------------------------------------------


def test_a_reader_sees_the_whole_and_no_form(keberatan, masuk, pemeran):
    halaman = _teks(masuk(pemeran.pengelola_instansi).get(_alamat(keberatan)))
    assert ALASAN in halaman
    for bidang in ("putusan", "penjelasan", "isi"):
        assert f'name="{bidang}"' not in halaman


def test_filters_that_do_not_exist_show_the_usual_list(keberatan, masuk, pemeran):
    ratna = masuk(pemeran.ratna)
    for kueri in ("?lingkup=x&status=y", "?status=diajukan", "?sesudah=rusak", "?lingkup=semua"):
        jawab = ratna.get(DAFTAR + kueri)
        assert jawab.status_code == 200, kueri
        assert keberatan.nomor in _teks(jawab), kueri
    assert keberatan.nomor not in _teks(ratna.get(DAFTAR + "?status=dikuatkan"))


def test_list_and_page_take_a_fixed_number_of_queries(
    keberatan, pemeran, masuk, buat_evaluasi, django_assert_max_num_queries
):
    for orang in (pemeran.sari, pemeran.rudi):
        e = buat_evaluasi(
            orang, status="disampaikan", rating_hasil=2, rating_perilaku=2, predikat=2,
            disampaikan_pada=timezone.now(),
        )  # fmt: skip
        ajukan(evaluasi=e, oleh=orang, alasan="Alasan")
    jelaskan(keberatan=keberatan, oleh=pemeran.kabid, penjelasan="Penjelasan")
    putuskan(keberatan=keberatan, oleh=pemeran.kadis, putusan=Putusan(pertimbangan="Diperiksa."))
    klien = masuk(pemeran.pengelola_instansi)
    for alamat, batas in ((DAFTAR + "?lingkup=semua", BATAS_DAFTAR), (_alamat(keberatan), BATAS_RINCI)):
        with django_assert_max_num_queries(batas):
            assert klien.get(alamat).status_code == 200
