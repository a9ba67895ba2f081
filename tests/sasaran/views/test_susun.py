"""Writing a plan in the browser: with htmx and without, one open form at a time."""

import re
from uuid import uuid4

import pytest
from django.test.html import Element, parse_html
from django.urls import reverse

from sasaran.models import SKP, RencanaHasilKerja
from tests.pemeran import buat_tahun

HTMX = {"HX-Request": "true"}
RHK = {"uraian": "Arsip akta tertata", "jenis": "tambahan", "mendukung": "", "penugasan_dari": ""}
IKI = {
    "uraian": "Berkas tertata",
    "aspek": "kuantitas",
    "target": "1.200",
    "target_maks": "",
    "satuan": "berkas",
    "arah": "naik",
    "cara_hitung": "jumlah",
}


def isi(jawaban):
    return jawaban.content.decode()


def alamat(nama, objek):
    return reverse(f"sasaran:{nama}", args=[objek.pk])


def kunci(halaman):
    """The key that the open form carries."""
    return re.search(r'name="kunci" value="([0-9a-f-]{36})"', halaman)[1]


def cari(elemen, id_):
    """The element with this id, or None."""
    if dict(elemen.attributes).get("id") == id_:
        return elemen
    anak = (cari(e, id_) for e in elemen.children if isinstance(e, Element))
    return next((e for e in anak if e), None)


def rapi(halaman):
    """The writing place as one would see it: without tokens and fresh keys."""
    bersih = re.sub(r'(name="(?:csrfmiddlewaretoken|kunci)") value="[^"]*"', r"\1", halaman)
    return str(cari(parse_html(bersih), "susunan"))


@pytest.fixture
def draf(pemeran, buat_skp):
    return buat_skp(pemeran.ratna, "draf")


@pytest.fixture
def ratna(pemeran, masuk):
    return masuk(pemeran.ratna)


def semua_alamat(skp):
    """Every address of writing: (name, address, method)."""
    rhk = skp.rhk.first()
    iki = rhk.indikator.first()
    return [
        ("susun", alamat("susun", skp), "get"),
        ("rhk_baru", alamat("rhk_baru", skp), "get"),
        ("rhk_baru", alamat("rhk_baru", skp), "post"),
        ("rhk_ubah", alamat("rhk_ubah", rhk), "get"),
        ("rhk_ubah", alamat("rhk_ubah", rhk), "post"),
        ("rhk_hapus", alamat("rhk_hapus", rhk), "post"),
        ("rhk_geser", alamat("rhk_geser", rhk), "post"),
        ("indikator_baru", alamat("indikator_baru", rhk), "get"),
        ("indikator_baru", alamat("indikator_baru", rhk), "post"),
        ("indikator_ubah", alamat("indikator_ubah", iki), "get"),
        ("indikator_ubah", alamat("indikator_ubah", iki), "post"),
        ("indikator_hapus", alamat("indikator_hapus", iki), "post"),
    ]


# --- who may and when -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("orang", "status"), [("rudi", 404), ("sari", 404), ("kabid", 403), ("auditor", 403)]
)
def test_no_address_of_writing_is_open_to_others(orang, status, draf, pemeran, masuk):
    klien = masuk(getattr(pemeran, orang))
    for nama, tujuan, cara in semua_alamat(draf):
        assert getattr(klien, cara)(tujuan, {**RHK, "kunci": uuid4()}).status_code == status, nama
    assert (draf.rhk.count(), draf.rhk.first().indikator.count()) == (2, 2)


def test_a_submitted_plan_leads_to_reading_and_nothing_is_written(pemeran, buat_skp, ratna):
    skp = buat_skp(pemeran.ratna, "diajukan")
    for nama, tujuan, cara in semua_alamat(skp):
        jawaban = getattr(ratna, cara)(tujuan, {**RHK, **IKI, "kunci": uuid4()})
        assert (jawaban.status_code, jawaban.url) == (302, alamat("lihat", skp)), nama
    assert (skp.rhk.count(), skp.rhk.first().indikator.count()) == (2, 2)


def test_a_plan_submitted_in_another_window_moves_the_browser_there(draf, ratna):
    SKP.objects.filter(pk=draf.pk).update(status="diajukan", diajukan_pada="2026-01-20T00:00Z")
    jawaban = ratna.post(alamat("rhk_baru", draf), {**RHK, "kunci": uuid4()}, headers=HTMX)
    assert jawaban["HX-Redirect"] == alamat("lihat", draf)


@pytest.mark.parametrize("nama", ["rhk_ubah", "rhk_hapus", "indikator_ubah", "indikator_hapus"])
def test_a_row_that_is_gone_is_404(nama, draf, ratna):
    assert ratna.post(reverse(f"sasaran:{nama}", args=[uuid4()])).status_code == 404


# --- results --------------------------------------------------------------------------------------------


def test_a_result_is_added_without_javascript(draf, ratna):
    halaman = isi(ratna.get(alamat("rhk_baru", draf)))
    nomor = kunci(halaman)
    jawaban = ratna.post(alamat("rhk_baru", draf), {**RHK, "kunci": nomor})
    assert (jawaban.status_code, jawaban.url) == (302, f"{alamat('susun', draf)}#rhk-{nomor}")
    assert draf.rhk.get(pk=nomor).uraian == "Arsip akta tertata"
    ratna.post(alamat("rhk_baru", draf), {**RHK, "kunci": nomor})  # sent twice
    assert draf.rhk.count() == 3


def test_a_result_is_added_with_htmx_and_gets_the_focus(draf, ratna):
    nomor = str(uuid4())
    jawaban = ratna.post(alamat("rhk_baru", draf), {**RHK, "kunci": nomor}, headers=HTMX)
    assert jawaban.status_code == 200
    kartu = cari(parse_html(isi(jawaban)), f"rhk-{nomor}")
    assert "autofocus" in dict(kartu.attributes)
    assert "Arsip akta tertata" in str(kartu)


@pytest.mark.parametrize(("nama", "isian"), [("rhk_baru", RHK), ("indikator_baru", IKI)])
@pytest.mark.parametrize("htmx", [{}, HTMX])
def test_an_error_keeps_what_was_typed_and_says_what_is_wrong(nama, isian, htmx, draf, ratna):
    objek = draf if nama == "rhk_baru" else draf.rhk.first()
    salah = {**isian, "kunci": uuid4(), "uraian": "", "target": "0.9", "penugasan_dari": "Camat Muara"}
    jawaban = ratna.post(alamat(nama, objek), salah, headers=htmx)
    halaman = isi(jawaban)
    assert jawaban.status_code == 422
    assert "galat-ringkas" in halaman
    if nama == "rhk_baru":
        assert "Tulis hasil kerja yang diharapkan." in halaman
        assert 'value="Camat Muara"' in halaman
    else:
        assert "Tulis apa yang diukur." in halaman
        assert "Tulis desimal dengan koma" in halaman
        assert 'value="0.9"' in halaman
    assert (draf.rhk.count(), draf.rhk.first().indikator.count()) == (2, 2)


def test_a_result_is_changed_in_its_place(draf, ratna):
    rhk = draf.rhk.first()
    halaman = isi(ratna.get(alamat("rhk_ubah", rhk)))
    assert "Akta kelahiran terbit tepat waktu</textarea>" in halaman
    ratna.post(alamat("rhk_ubah", rhk), {**RHK, "kunci": rhk.pk, "jenis": "utama"})
    rhk.refresh_from_db()
    assert (rhk.uraian, rhk.jenis, rhk.urutan) == ("Arsip akta tertata", "utama", 1)


def test_the_leaders_results_are_offered_and_only_those_are_taken(draf, pemeran, buat_skp, ratna):
    assert "Pimpinan Anda belum menulis SKP tahun ini" in isi(ratna.get(alamat("rhk_baru", draf)))
    milik = buat_skp(pemeran.kabid, "diajukan").rhk.first()
    assert f'<option value="{milik.pk}">' in isi(ratna.get(alamat("rhk_baru", draf)))
    jawaban = ratna.post(alamat("rhk_baru", draf), {**RHK, "kunci": uuid4(), "mendukung": milik.pk})
    assert jawaban.status_code == 302
    assert draf.rhk.get(urutan=3).mendukung == milik
    asing = ratna.post(alamat("rhk_baru", draf), {**RHK, "kunci": uuid4(), "mendukung": draf.rhk.first().pk})
    assert asing.status_code == 422


def test_a_key_from_another_plan_is_refused_in_words(draf, pemeran, buat_skp, ratna):
    asing = buat_skp(pemeran.sari, "draf").rhk.first()
    jawaban = ratna.post(alamat("rhk_baru", draf), {**RHK, "kunci": asing.pk})
    assert jawaban.status_code == 422
    assert "bukan bagian dari SKP" in isi(jawaban)


@pytest.mark.parametrize("htmx", [{}, HTMX])
def test_a_result_is_moved_and_removed(htmx, draf, ratna):
    satu, dua = draf.rhk.order_by("urutan")
    ratna.post(alamat("rhk_geser", dua), {"ke": "naik"}, headers=htmx)
    assert list(draf.rhk.order_by("urutan")) == [dua, satu]
    ratna.post(alamat("rhk_geser", dua), {"ke": "turun"}, headers=htmx)
    ratna.post(alamat("rhk_hapus", satu), headers=htmx)
    assert list(draf.rhk.all()) == [dua]


# --- indicators -----------------------------------------------------------------------------------------


def test_an_indicator_is_added_changed_and_removed(draf, ratna):
    rhk = draf.rhk.last()
    nomor = kunci(isi(ratna.get(alamat("indikator_baru", rhk))))
    ratna.post(alamat("indikator_baru", rhk), {**IKI, "kunci": nomor})
    iki = rhk.indikator.get(pk=nomor)
    assert iki.target_teks == "1.200 berkas"
    assert 'value="1.200"' in isi(ratna.get(alamat("indikator_ubah", iki)))
    ratna.post(alamat("indikator_ubah", iki), {**IKI, "kunci": nomor, "target": "0,5", "arah": "turun"})
    assert rhk.indikator.get(pk=nomor).target_teks == "≤ 0,5 berkas"
    assert ratna.post(alamat("indikator_hapus", iki)).url == f"{alamat('susun', draf)}#rhk-{rhk.pk}"
    assert rhk.indikator.count() == 1


def test_what_may_not_be_removed_says_why_and_stays(pemeran, buat_skp, ratna):
    skp = buat_skp(pemeran.ratna, "dikembalikan")
    iki = skp.rhk.first().indikator.first()
    skp.laporan.create(indikator=iki, tanggal="2026-02-03", realisasi="0.9", uraian="Tepat waktu")
    for tujuan in (alamat("indikator_hapus", iki), alamat("rhk_hapus", iki.rhk)):
        jawaban = ratna.post(tujuan)
        assert jawaban.status_code == 422
        assert "Sudah ada laporan" in isi(jawaban)


# --- the page -------------------------------------------------------------------------------------------


def test_the_fragment_put_into_the_page_is_the_page(draf, ratna):
    rhk = draf.rhk.first()
    for tujuan in (
        alamat("susun", draf),
        alamat("rhk_baru", draf),
        alamat("rhk_ubah", rhk),
        alamat("indikator_baru", rhk),
        alamat("indikator_ubah", rhk.indikator.first()),
    ):
        penuh, pecahan = ratna.get(tujuan), ratna.get(tujuan, headers=HTMX)
        assert b"<html" in penuh.content
        assert b"<html" not in pecahan.content
        assert rapi(isi(penuh)) == rapi(isi(pecahan))


def test_one_form_at_a_time(draf, ratna):
    halaman = isi(ratna.get(alamat("rhk_ubah", draf.rhk.first())))
    assert halaman.count('name="kunci"') == 1
    assert "Tambah indikator" not in halaman
    assert "Tambah hasil kerja" not in halaman
    assert alamat("ajukan", draf) not in halaman  # what is being typed would be left behind
    assert "Simpan atau batalkan dahulu" in halaman


def test_the_checklist_says_what_is_missing_then_offers_to_submit(pemeran, buat_skp, ratna):
    skp = buat_skp(pemeran.ratna, "draf", isi=False)
    halaman = isi(ratna.get(alamat("susun", skp)))
    assert "Tambahkan paling sedikit satu hasil kerja utama." in halaman
    assert alamat("ajukan", skp) not in halaman
    nomor = str(uuid4())
    halaman = isi(
        ratna.post(alamat("rhk_baru", skp), {**RHK, "jenis": "utama", "kunci": nomor}, headers=HTMX)
    )
    assert "Beri paling sedikit satu indikator pada “Arsip akta tertata”." in halaman
    tujuan = reverse("sasaran:indikator_baru", args=[nomor])
    halaman = isi(ratna.post(tujuan, {**IKI, "kunci": uuid4()}, headers=HTMX))
    assert "Sudah lengkap." in halaman
    assert alamat("ajukan", skp) in halaman


def test_hints_on_wording_are_shown_and_block_nothing(draf, ratna):
    draf.rhk.filter(urutan=1).update(uraian="Menyusun laporan bulanan")
    halaman = isi(ratna.get(alamat("susun", draf)))
    assert "terbaca sebagai kegiatan" in halaman
    assert alamat("ajukan", draf) in halaman


def test_the_note_of_the_assessor_stands_on_top(pemeran, buat_skp, ratna):
    skp = buat_skp(pemeran.ratna, "dikembalikan")
    halaman = rapi(isi(ratna.get(alamat("susun", skp))))
    assert halaman.index("Target terlalu rendah.") < halaman.index("Akta kelahiran terbit")


def test_an_empty_plan_offers_last_years(pemeran, buat_skp, siklus, ratna):
    buat_skp(pemeran.ratna)
    SKP.objects.update(siklus=buat_tahun(2025))
    skp = buat_skp(pemeran.ratna, "draf", isi=False)
    assert "Salin dari 2025" in isi(ratna.get(alamat("susun", skp)))
    ratna.post(alamat("salin", skp))
    assert RencanaHasilKerja.objects.filter(skp=skp).count() == 2


def test_the_number_of_queries_does_not_grow_with_the_plan(draf, ratna, django_assert_max_num_queries):
    with django_assert_max_num_queries(12) as sedikit:
        ratna.get(alamat("susun", draf))
    for nomor in range(3, 12):
        rhk = draf.rhk.create(urutan=nomor, uraian=f"Hasil {nomor}")
        rhk.indikator.create(aspek="waktu", uraian="Waktu", target=1, satuan="hari")
    with django_assert_max_num_queries(12) as banyak:
        ratna.get(alamat("susun", draf))
    assert len(banyak) == len(sedikit)


def test_a_leader_chooses_a_perspective_for_each_indicator(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.kadis, "draf")
    rhk, klien = skp.rhk.first(), masuk(pemeran.kadis)
    baru = isi(klien.get(alamat("indikator_baru", rhk)))
    assert "Penguatan Internal" in baru
    kirim = {**IKI, "kunci": kunci(baru)}
    ditolak = klien.post(alamat("indikator_baru", rhk), kirim)
    assert ditolak.status_code == 422
    assert "Berkas tertata" in isi(ditolak)  # nothing typed is lost
    klien.post(alamat("indikator_baru", rhk), {**kirim, "perspektif": "anggaran"})
    assert rhk.indikator.get(uraian="Berkas tertata").perspektif == "anggaran"
    halaman = isi(klien.get(alamat("susun", skp)))
    assert "Perspektif Anggaran" in halaman
    assert "Perspektif yang belum tercakup: Penerima Layanan, Proses Bisnis, Penguatan Internal" in halaman


def test_others_are_not_asked_for_a_perspective(draf, ratna):
    rhk = draf.rhk.first()
    baru = isi(ratna.get(alamat("indikator_baru", rhk)))
    assert "Perspektif" not in baru
    ratna.post(alamat("indikator_baru", rhk), {**IKI, "kunci": kunci(baru), "perspektif": "anggaran"})
    assert rhk.indikator.get(uraian="Berkas tertata").perspektif == ""
