"""The pages of one's own reports."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from inti.kalender import Zona
from pelaksanaan.models import Laporan
from pelaksanaan.services.umpan_balik import beri_umpan_balik
from sasaran.enums import StatusPeriode
from tests.pelaksanaan.bahan import PDF, gambar, unggahan
from tests.pelaksanaan.conftest import HARI_INI

pytestmark = pytest.mark.django_db


def isian(**lain):
    dasar = {"realisasi": "0,9", "uraian": "12 akta terbit.", "tanggal": "2026-10-14", "kunci": str(uuid4())}
    return dasar | lain


def alamat_baru(indikator):
    return f"/laporan/baru/?indikator={indikator.pk}"


def test_a_report_with_a_photo_is_sent_and_leads_to_its_receipt(masuk, pemeran, indikator, gudang):
    klien = masuk(pemeran.ratna)
    berkas = [unggahan(gambar(), "loket.jpg"), unggahan(PDF, "daftar.pdf")]
    jawaban = klien.post(alamat_baru(indikator), isian(berkas=berkas))
    laporan = Laporan.objects.get()
    assertRedirects(jawaban, f"/laporan/{laporan.pk}/", fetch_redirect_response=False)
    halaman = klien.get(jawaban.url)
    assertContains(halaman, laporan.nomor)
    diterima = timezone.localtime(laporan.dibuat_pada, Zona.WIB.tz)
    assertContains(halaman, f"{date_format(diterima, 'j F Y H.i')} WIB")
    assertContains(halaman, "loket.jpg")
    assertContains(halaman, "Tanda terima")


def test_sending_the_form_twice_leads_twice_to_the_same_receipt(masuk, pemeran, indikator, gudang):
    klien, isi = masuk(pemeran.ratna), isian()
    tujuan = {klien.post(alamat_baru(indikator), isi).url for _ in range(2)}
    assert len(tujuan) == 1
    assert Laporan.objects.count() == 1


def test_from_home_to_sent_in_three_taps(masuk, pemeran, indikator, gudang):
    klien = masuk(pemeran.ratna)
    assertContains(klien.get("/"), 'href="/laporan/baru/"')  # tap 1
    assertContains(klien.get("/laporan/baru/"), f'href="?indikator={indikator.pk}"')  # tap 2
    assert klien.post(alamat_baru(indikator), isian()).status_code == 302  # tap 3
    assertContains(klien.get("/"), alamat_baru(indikator))  # or two, from the result itself


def test_a_refused_file_keeps_what_was_typed(masuk, pemeran, indikator, gudang):
    isi = isian(berkas=[unggahan(b"MZ" + b"\0" * 99, "foto.jpg")], realisasi="1.250,5")
    jawaban = masuk(pemeran.ratna).post(alamat_baru(indikator), isi)
    assert jawaban.status_code == 422
    assertContains(jawaban, "foto.jpg: Isi berkas ini bukan foto", status_code=422)
    assertContains(jawaban, 'value="1.250,5"', status_code=422)
    assertContains(jawaban, "12 akta terbit.", status_code=422)
    assertContains(jawaban, isi["kunci"], status_code=422)
    assert not Laporan.objects.exists()


@pytest.mark.parametrize(
    ("salah", "pesan"),
    [
        ({"realisasi": ""}, "Isi dengan angka"),
        ({"realisasi": "banyak"}, "Tulis sebagai angka"),
        ({"realisasi": "-1"}, "Angka paling kecil 0"),
        ({"uraian": " "}, "Tulis singkat apa yang dikerjakan"),
        ({"tanggal": "kemarin"}, "tanggal"),
        ({"tanggal": "2026-10-15"}, "masa depan"),
        ({"tanggal": "2025-12-31"}, "1 Januari 2026"),
        ({"kunci": "bukan"}, "tidak dikenal"),
        ({"uraian": "x" * 4001}, "4000"),
    ],
)
def test_bad_input_gets_a_sentence_at_its_field(masuk, pemeran, indikator, salah, pesan):
    jawaban = masuk(pemeran.ratna).post(alamat_baru(indikator), isian(**salah))
    assertContains(jawaban, pesan, status_code=422)
    assert not Laporan.objects.exists()


def test_eleven_files_are_too_many(masuk, pemeran, indikator, gudang):
    berkas = [unggahan(gambar(ukuran=(10 + n, 10)), f"{n}.jpg") for n in range(11)]
    jawaban = masuk(pemeran.ratna).post(alamat_baru(indikator), isian(berkas=berkas))
    assertContains(jawaban, "Paling banyak 10 berkas", status_code=422)


@pytest.mark.parametrize("peran", ["kabid", "sari", "rudi", "pengelola_instansi"])
def test_the_indicator_of_another_person_does_not_exist(masuk, pemeran, indikator, peran):
    klien = masuk(getattr(pemeran, peran))
    assert klien.get(alamat_baru(indikator)).status_code == 404
    assert klien.post(alamat_baru(indikator), isian()).status_code == 404


def test_without_an_approved_plan_the_page_says_what_comes_first(masuk, pemeran, buat_skp):
    buat_skp(pemeran.sari, "draf")
    assertContains(masuk(pemeran.sari).get("/laporan/baru/"), "setelah SKP Anda disetujui")


def test_one_indicator_needs_no_choice(masuk, pemeran, skp, indikator):
    type(indikator).objects.filter(rhk__skp=skp).exclude(pk=indikator.pk).delete()
    assertRedirects(
        masuk(pemeran.ratna).get("/laporan/baru/"), alamat_baru(indikator), fetch_redirect_response=False
    )


def test_my_reports_are_grouped_by_day_and_filtered_by_result(masuk, pemeran, lapor, skp):
    lain = skp.rhk.get(urutan=2).indikator.get()
    lapor(uraian="Loket")
    lapor(uraian="Desa", indikator=lain, tanggal=date(2026, 10, 12))
    klien = masuk(pemeran.ratna)
    semua = klien.get("/laporan/")
    assertContains(semua, "Rabu, 14 Oktober 2026")
    assertContains(semua, "Senin, 12 Oktober 2026")
    satu = klien.get(f"/laporan/?rhk={lain.rhk_id}")
    assertContains(satu, "Desa")
    assertNotContains(satu, "Rabu, 14 Oktober 2026")
    assert klien.get("/laporan/?rhk=bukan-uuid").status_code == 200


def test_my_reports_are_paged_by_key(masuk, pemeran, lapor):
    for n in range(23):
        lapor(uraian=f"Kerja nomor {n:02}.", tanggal=HARI_INI - timedelta(days=n))
    klien = masuk(pemeran.ratna)
    pertama = klien.get("/laporan/").context["halaman"]
    kedua = klien.get(f"/laporan/{pertama.berikutnya}").context["halaman"]
    assert [b.uraian for b in kedua.baris] == [f"Kerja nomor {n}." for n in (20, 21, 22)]
    kembali = klien.get(f"/laporan/{kedua.sebelumnya}").context["halaman"]
    assert kembali.baris == pertama.baris
    assert (pertama.sebelumnya, kedua.berikutnya) == ("", "")


def test_the_list_costs_the_same_for_one_report_and_for_twenty(
    masuk, pemeran, lapor, foto, django_assert_num_queries
):
    klien = masuk(pemeran.ratna)
    lapor(berkas=[foto()])
    with django_assert_num_queries(8):  # account, person, role, unit; reports, files, results, navigation
        klien.get("/laporan/")
    for _ in range(19):
        lapor(berkas=[foto()])
    with django_assert_num_queries(8):
        klien.get("/laporan/")


@pytest.mark.parametrize(
    ("peran", "kode"),
    [
        ("ratna", 200),
        ("kabid", 200),
        ("kadis", 200),
        ("pengelola_instansi", 200),
        ("pengelola_opd", 200),
        ("auditor", 200),
        ("sari", 404),
        ("rudi", 404),
        ("kadis_lain", 404),
        ("pengelola_opd_lain", 404),
        ("pimpinan", 404),
        ("admin_sistem", 404),
        ("bupati", 404),
    ],
)
def test_who_may_read_a_report(masuk, pemeran, lapor, peran, kode):
    laporan = lapor()
    assert masuk(getattr(pemeran, peran)).get(f"/laporan/{laporan.pk}/").status_code == kode


def test_hr_reads_the_report_but_not_what_was_said_about_it(masuk, pemeran, lapor, skp):
    laporan = lapor()
    beri_umpan_balik(skp=skp, laporan=laporan, isi="Rahasia kita.", sifat="netral", oleh=pemeran.kabid)
    alamat = f"/laporan/{laporan.pk}/"
    assertContains(masuk(pemeran.ratna).get(alamat), "Rahasia kita.")
    assertContains(masuk(pemeran.auditor).get(alamat), "Rahasia kita.")
    for hr in (pemeran.pengelola_instansi, pemeran.pengelola_opd):
        assertNotContains(masuk(hr).get(alamat), "Rahasia kita.")


def test_the_owner_corrects_and_withdraws_on_the_page(masuk, pemeran, lapor):
    klien, laporan = masuk(pemeran.ratna), lapor()
    assertContains(klien.get(f"/laporan/{laporan.pk}/ubah/"), 'value="0,9"')
    isi = {"realisasi": "1,1", "uraian": "Diralat.", "tanggal": "2026-10-13"}
    assert klien.post(f"/laporan/{laporan.pk}/ubah/", isi).status_code == 302
    assertContains(klien.get(f"/laporan/{laporan.pk}/"), "Diralat.")
    assertContains(
        klien.post(f"/laporan/{laporan.pk}/ubah/", isi | {"tanggal": "2026-10-15"}),
        "masa depan",
        status_code=422,
    )
    assert klien.get(f"/laporan/{laporan.pk}/hapus/").status_code == 405
    assertRedirects(klien.post(f"/laporan/{laporan.pk}/hapus/"), "/laporan/")
    assert not Laporan.objects.exists()


def test_the_page_of_a_frozen_report_offers_no_change_and_says_why(masuk, pemeran, lapor, siklus):
    laporan, klien, kini = lapor(), masuk(pemeran.ratna), timezone.now()
    siklus.periode.filter(nomor=4).update(status=StatusPeriode.DITUTUP, dibuka_pada=kini, ditutup_pada=kini)
    halaman = klien.get(f"/laporan/{laporan.pk}/")
    assertNotContains(halaman, f"/laporan/{laporan.pk}/ubah/")
    assertContains(halaman, "tidak dapat diubah")
    assertContains(klien.post(f"/laporan/{laporan.pk}/hapus/", follow=True), "sudah ditutup")


def test_others_cannot_change_it(masuk, pemeran, lapor):
    laporan = lapor()
    for orang, status in ((pemeran.kabid, 403), (pemeran.pengelola_instansi, 403), (pemeran.rudi, 404)):
        klien = masuk(orang)
        assert klien.get(f"/laporan/{laporan.pk}/ubah/").status_code == status
        assert klien.post(f"/laporan/{laporan.pk}/hapus/").status_code == status
        assert klien.post(f"/laporan/{laporan.pk}/bukti/").status_code == status
    assert isinstance(Laporan.objects.get().pk, UUID)
