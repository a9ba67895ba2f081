"""The inbox: reading, opening, and that a GET never writes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from pemberitahuan.models import JenisPesan, Pesan
from pemberitahuan.services import kirim

pytestmark = pytest.mark.django_db


def kabar(penerima, nama="Budi Santoso", tautan="/laporan/", jenis=JenisPesan.UMPAN_BALIK):
    kunci = str(uuid4())
    kirim(penerima=penerima, jenis=jenis, kunci=kunci, data={"nama": nama, "tentang": "Akta"}, tautan=tautan)
    return Pesan.objects.get(kunci=kunci)


def test_the_inbox_shows_my_messages_in_words(masuk, pemeran):
    kabar(pemeran.ratna)
    kabar(pemeran.sari, nama="Bukan untuk Ratna")
    halaman = masuk(pemeran.ratna).get("/pemberitahuan/")
    assertContains(halaman, "Budi Santoso memberi umpan balik")
    assertContains(halaman, "Belum dibaca:")
    assertNotContains(halaman, "Bukan untuk Ratna")
    assert Pesan.objects.filter(dibaca_pada__isnull=False).count() == 0


def test_an_empty_inbox_is_kind(masuk, pemeran):
    assertContains(masuk(pemeran.ratna).get("/pemberitahuan/"), "Belum ada kabar")


def test_opening_marks_as_read_once_and_leads_on(masuk, pemeran):
    pesan, klien = kabar(pemeran.ratna, tautan="/laporan/umpan-balik/"), masuk(pemeran.ratna)
    alamat = f"/pemberitahuan/{pesan.pk}/buka/"
    assert klien.get(alamat).status_code == 405
    assertRedirects(klien.post(alamat), "/laporan/umpan-balik/", fetch_redirect_response=False)
    pesan.refresh_from_db()
    pertama = pesan.dibaca_pada
    assert pertama is not None
    klien.post(alamat)
    pesan.refresh_from_db()
    assert pesan.dibaca_pada == pertama


@pytest.mark.parametrize(
    "tautan", ["", "https://jahat.example/", "//jahat.example/", "/\\jahat.example", "javascript:alert(1)"]
)
def test_a_message_never_leads_out_of_the_application(masuk, pemeran, tautan):
    pesan = kabar(pemeran.ratna, tautan=tautan)
    jawaban = masuk(pemeran.ratna).post(f"/pemberitahuan/{pesan.pk}/buka/")
    assertRedirects(jawaban, "/pemberitahuan/", fetch_redirect_response=False)


def test_nobody_opens_the_message_of_another_person(masuk, pemeran):
    pesan = kabar(pemeran.ratna)
    for peran in ("sari", "kabid", "pengelola_instansi", "admin_sistem"):
        assert masuk(getattr(pemeran, peran)).post(f"/pemberitahuan/{pesan.pk}/buka/").status_code == 404
    pesan.refresh_from_db()
    assert pesan.dibaca_pada is None


def test_all_of_mine_are_marked_and_nobody_elses(masuk, pemeran):
    kabar(pemeran.ratna)
    kabar(pemeran.ratna)
    milik_sari = kabar(pemeran.sari)
    klien = masuk(pemeran.ratna)
    assertContains(klien.post("/pemberitahuan/dibaca/", follow=True), "2 kabar ditandai sudah dibaca.")
    assertContains(klien.post("/pemberitahuan/dibaca/", follow=True), "Semua kabar sudah dibaca.")
    assert list(Pesan.objects.belum_dibaca()) == [milik_sari]


def test_the_inbox_is_paged_by_key_and_costs_the_same(masuk, pemeran, django_assert_num_queries):
    klien = masuk(pemeran.ratna)
    for n in range(25):
        pesan = kabar(pemeran.ratna, nama=f"Orang {n:02}")
        Pesan.objects.filter(pk=pesan.pk).update(dibuat_pada=timezone.now() - timedelta(hours=n))
    with django_assert_num_queries(6):  # account, person, role, unit; messages, navigation
        pertama = klien.get("/pemberitahuan/").context["halaman"]
    kedua = klien.get(f"/pemberitahuan/{pertama.berikutnya}").context["halaman"]
    assert [p.data["nama"] for p in pertama.baris + kedua.baris] == [f"Orang {n:02}" for n in range(25)]
    assert klien.get("/pemberitahuan/?sesudah=rusak").context["halaman"].baris == pertama.baris


@pytest.mark.parametrize("jenis", JenisPesan.values)
def test_every_kind_of_message_can_be_shown(masuk, pemeran, jenis):
    kabar(pemeran.ratna, jenis=jenis)
    assert masuk(pemeran.ratna).get("/pemberitahuan/").status_code == 200
