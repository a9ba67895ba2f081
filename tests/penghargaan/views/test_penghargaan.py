"""Pages of recognition: what each shows, what a form refuses, nothing lost."""

from penghargaan.models import UsulanPenghargaan
from tests.penghargaan.bahan import ISI, NOMOR, calon, diserahkan, usul

FORM = {**ISI, "ada_hubungan": "tiada", "hubungan": ""}


def test_nominating_says_what_is_missing_and_keeps_the_rest(pemeran, siklus, masuk):
    satu = calon(pemeran.ratna, siklus)
    klien = masuk(pemeran.kabid)
    alamat = f"/penghargaan/kandidat/{satu.pk}/"
    jawaban = klien.post(alamat, FORM | {"untuk": "", "ada_hubungan": "ada"})
    assert jawaban.status_code == 422
    assert set(jawaban.context["form"].errors) == {"untuk", "hubungan"}
    assert ISI["alasan"] in jawaban.content.decode()
    assert klien.post(alamat, FORM).status_code == 302
    assert UsulanPenghargaan.objects.get().pengusul == pemeran.kabid
    assert klien.post(alamat, FORM).status_code == 409


def test_the_nominee_learns_of_it_only_when_it_is_decided(pemeran, siklus, masuk):
    satu = usul(pemeran, siklus)
    assert masuk(pemeran.ratna).get(f"/penghargaan/usulan/{satu.pk}/").status_code == 404
    assert masuk(pemeran.ratna).get("/penghargaan/usulan/").context["halaman"].baris == []


def test_check_and_decision_through_the_pages(pemeran, siklus, masuk):
    satu = usul(pemeran, siklus)
    dasar = f"/penghargaan/usulan/{satu.pk}/"
    pi, pm = masuk(pemeran.pengelola_instansi), masuk(pemeran.pimpinan)
    tanpa = pi.post(f"{dasar}periksa/", {"aksi": "gugurkan", "catatan": ""})
    assert (tanpa.status_code, list(tanpa.context["form"].errors)) == (422, ["catatan"])
    assert pi.post(f"{dasar}periksa/", {"aksi": "periksa", "catatan": ""}).status_code == 302
    tanpa = pm.post(f"{dasar}putuskan/", {"aksi": "putuskan", "nomor_keputusan": "", "catatan": ""})
    assert (tanpa.status_code, list(tanpa.context["form"].errors)) == (422, ["nomor_keputusan"])
    assert pm.post(f"{dasar}putuskan/", {"aksi": "putuskan", "nomor_keputusan": NOMOR}).status_code == 302
    assert pi.post(f"{dasar}serahkan/", {}).status_code == 302
    pdf = masuk(pemeran.ratna).get(f"{dasar}piagam/")
    assert (pdf["Content-Type"], pdf.content[:4]) == ("application/pdf", b"%PDF")


def test_everybody_reads_what_was_given_unless_the_receiver_said_no(pemeran, siklus, masuk):
    satu = diserahkan(pemeran, siklus)
    rudi = masuk(pemeran.rudi)
    assert ISI["untuk"] in rudi.get("/penghargaan/daftar/").content.decode()
    masuk(pemeran.ratna).post(f"/penghargaan/usulan/{satu.pk}/umumkan/", {"umumkan": "tidak"})
    assert ISI["untuk"] not in rudi.get("/penghargaan/daftar/").content.decode()


def test_lists_ask_a_fixed_number_of_queries(pemeran, siklus, masuk, django_assert_max_num_queries):
    diserahkan(pemeran, siklus)
    klien = masuk(pemeran.pengelola_instansi)
    for alamat in ("/penghargaan/", "/penghargaan/kandidat/", "/penghargaan/usulan/", "/penghargaan/daftar/"):
        with django_assert_max_num_queries(15):
            assert klien.get(alamat).status_code == 200


def test_whoever_checks_finds_it_among_his_tasks(pemeran, siklus, masuk):
    usul(pemeran, siklus)
    assert "Periksa 1 usulan penghargaan" in masuk(pemeran.pengelola_instansi).get("/").content.decode()
    assert "usulan penghargaan" not in masuk(pemeran.pimpinan).get("/").content.decode()


def test_a_filter_that_only_looks_like_a_number_is_ignored(pemeran, masuk):
    """“²” is a digit and no decimal: a strange address is no error."""
    assert masuk(pemeran.kabid).get("/penghargaan/kandidat/", {"penghargaan": "²"}).status_code == 200


def test_angka_kredit_is_a_place_of_functional_posts_and_of_who_follows_them(pemeran, masuk):
    jabatan = pemeran.ratna.atasan.penempatan.jabatan
    alamat = 'href="/penghargaan/angka-kredit/"'
    for jenis, ada in (("pelaksana", False), ("fungsional", True)):
        type(jabatan).objects.filter(pk=jabatan.pk).update(jenis=jenis)
        assert (alamat in masuk(pemeran.ratna).get("/penghargaan/").content.decode()) is ada, jenis
    unit = masuk(pemeran.pengelola_instansi).get("/penghargaan/").content.decode()
    assert 'href="/penghargaan/angka-kredit/unit/"' in unit
    assert alamat not in masuk(pemeran.admin_sistem).get("/penghargaan/").content.decode()
