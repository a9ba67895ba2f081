"""Giving feedback on the page, inside the team's list, and reading it."""

from uuid import uuid4

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from pelaksanaan.models import UmpanBalik
from pelaksanaan.services.umpan_balik import beri_umpan_balik

pytestmark = pytest.mark.django_db


def isian(**lain):
    return {"sifat": "perbaikan", "isi": "Jadwalkan desa sisanya.", "kunci": str(uuid4())} | lain


def test_before_writing_the_assessor_sees_who_will_read_it(masuk, pemeran, lapor):
    halaman = masuk(pemeran.kabid).get(f"/laporan/{lapor().pk}/")
    assertContains(halaman, "Dibaca oleh Ratna Wulandari, Yohanes Lasut sebagai atasan penilai, dan auditor.")


def test_feedback_on_the_page_of_the_report(masuk, pemeran, lapor):
    laporan = lapor()
    alamat = f"/laporan/{laporan.pk}/umpan-balik/"
    klien = masuk(pemeran.kabid)
    assertRedirects(klien.post(alamat, isian()), f"/laporan/{laporan.pk}/", fetch_redirect_response=False)
    assertContains(masuk(pemeran.ratna).get(f"/laporan/{laporan.pk}/"), "Jadwalkan desa sisanya.")
    assertContains(klien.post(alamat, isian(isi="")), "Isi bagian ini.", status_code=422)
    assertContains(klien.post(alamat, isian(sifat="marah")), "marah", status_code=422)
    assertContains(klien.post(alamat, isian(kunci="x")), "tidak dikenal", status_code=422)
    assert UmpanBalik.objects.count() == 1


def test_feedback_inside_the_list_answers_with_that_thread_only(masuk, pemeran, lapor):
    laporan, klien = lapor(), masuk(pemeran.kabid)
    alamat, htmx = f"/laporan/{laporan.pk}/umpan-balik/", {"HX-Request": "true"}
    halaman = klien.get("/tim/laporan/").content.decode()
    assert f'hx-target="#utas-{laporan.pk}"' in halaman
    assert f'id="utas-{laporan.pk}"' in halaman
    salah = klien.post(alamat, isian(isi=" "), headers=htmx)
    assertContains(salah, "Isi bagian ini.", status_code=422)
    assertContains(salah, "Beri umpan balik", status_code=422)
    jawaban = klien.post(alamat, isian(), headers=htmx)
    assert jawaban.content.decode().strip().startswith(f'<div class="utas" id="utas-{laporan.pk}">')
    assertContains(jawaban, "Jadwalkan desa sisanya.")
    assertNotContains(jawaban, "<html")


def test_others_cannot_remark(masuk, pemeran, lapor):
    alamat = f"/laporan/{lapor().pk}/umpan-balik/"
    for peran, status in (("ratna", 403), ("sari", 404), ("rudi", 404), ("pengelola_instansi", 403)):
        assert masuk(getattr(pemeran, peran)).post(alamat, isian()).status_code == status
    assert masuk(pemeran.kabid).get(alamat).status_code == 405
    assert not UmpanBalik.objects.exists()


def test_the_feed_shows_what_waits_for_an_answer_and_all_on_demand(masuk, pemeran, lapor, skp):
    laporan, klien = lapor(), masuk(pemeran.kabid)
    assertContains(klien.get("/tim/laporan/"), "12 akta terbit hari ini.")
    beri_umpan_balik(skp=skp, laporan=laporan, isi="Baik.", sifat="positif", oleh=pemeran.kabid)
    kosong = klien.get("/tim/laporan/")
    assertNotContains(kosong, "12 akta terbit hari ini.")
    assertContains(kosong, "Semua laporan sudah diberi umpan balik")
    assertContains(klien.get("/tim/laporan/?tampil=semua"), "12 akta terbit hari ini.")
    assertContains(klien.get(f"/tim/laporan/?tampil=semua&pegawai={pemeran.ratna.pk}"), "12 akta terbit")
    assertNotContains(klien.get(f"/tim/laporan/?tampil=semua&pegawai={pemeran.sari.pk}"), "12 akta terbit")


def test_the_feed_is_of_the_own_team_only(masuk, pemeran, lapor):
    lapor()
    for peran in ("kadis", "kadis_lain", "ratna", "pengelola_instansi"):
        assertNotContains(masuk(getattr(pemeran, peran)).get("/tim/laporan/?tampil=semua"), "12 akta terbit")


def test_the_feed_costs_the_same_for_one_report_and_for_twelve(
    masuk, pemeran, lapor, foto, skp, django_assert_num_queries
):
    klien = masuk(pemeran.kabid)
    lapor(berkas=[foto()])
    with django_assert_num_queries(8):  # account, person, role, unit; reports, files, remarks, navigation
        klien.get("/tim/laporan/?tampil=semua")
    for _ in range(11):
        laporan = lapor(berkas=[foto()])
        beri_umpan_balik(skp=skp, laporan=laporan, isi="Baik.", sifat="positif", oleh=pemeran.kabid)
    with django_assert_num_queries(8):
        klien.get("/tim/laporan/?tampil=semua")


def test_feedback_on_a_result_and_on_behaviour(masuk, pemeran, skp):
    klien, alamat, rhk = masuk(pemeran.kabid), f"/laporan/umpan-balik/skp/{skp.pk}/", skp.rhk.first()
    assertContains(klien.get(alamat), "Berorientasi Pelayanan")
    assert klien.post(alamat, isian(tentang=f"rhk:{rhk.pk}")).status_code == 302
    assert klien.post(alamat, isian(tentang="perilaku:harmonis", isi="Rukun.")).status_code == 302
    assertContains(klien.post(alamat, isian(tentang="perilaku:rajin")), "rajin", status_code=422)
    assertContains(klien.post(alamat, isian(tentang="")), "Isi bagian ini.", status_code=422)
    assertContains(klien.get(alamat), "Rukun.")
    milik = masuk(pemeran.ratna).get("/laporan/umpan-balik/")
    assertContains(milik, "Harmonis")
    assertContains(milik, rhk.uraian)


def test_only_the_assessors_open_that_page(masuk, pemeran, skp):
    for peran, status in (("ratna", 403), ("sari", 404), ("rudi", 404), ("auditor", 403)):
        alamat = f"/laporan/umpan-balik/skp/{skp.pk}/"
        assert masuk(getattr(pemeran, peran)).get(alamat).status_code == status


def test_my_feedback_is_what_was_said_to_me(masuk, pemeran, skp):
    assertContains(masuk(pemeran.ratna).get("/laporan/umpan-balik/"), "Belum ada umpan balik")
    beri_umpan_balik(skp=skp, nilai_perilaku="adaptif", isi="Cepat.", sifat="netral", oleh=pemeran.kabid)
    assertContains(masuk(pemeran.ratna).get("/laporan/umpan-balik/"), "Cepat.")
    assertNotContains(masuk(pemeran.kabid).get("/laporan/umpan-balik/"), "Cepat.")
