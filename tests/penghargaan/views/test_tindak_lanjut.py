"""What the pages of plans, cases and angka kredit show and refuse."""

from datetime import date
from decimal import Decimal

from django.urls import reverse

from akses.services import pelaku_dari
from penghargaan.models import RencanaPerbaikan, Sanksi
from penghargaan.services import angka_kredit, sanksi
from penghargaan.services.riwayat_tindak_lanjut import SEBUTAN, riwayat
from penghargaan.services.sanksi_baca import kurang_untuk, sanksi_terlihat
from penghargaan.workflow import ALUR_RENCANA, ALUR_SANKSI
from tests.penghargaan.bahan_tindak_lanjut import USULAN, lengkapi


def alamat(nama: str, *kunci) -> str:
    return reverse(f"penghargaan:{nama}", args=kunci)


def test_the_refused_page_names_what_is_missing_and_leads_to_the_support(
    masuk, draf_sanksi, rencana, pemeran
):
    klien = masuk(pemeran.kabid)
    Sanksi.objects.update(rencana=rencana)
    jawaban = klien.post(alamat("sanksi_usulkan", draf_sanksi.pk))
    assert jawaban.status_code == 409
    isi = jawaban.content.decode()
    draf_sanksi.refresh_from_db()
    for kalimat in kurang_untuk(draf_sanksi):
        assert str(kalimat) in isi
    assert alamat("perbaikan", rencana.pk) in isi
    assert Sanksi.objects.get().status == "draf"


def test_a_closed_gate_offers_the_support_in_place_of_the_submission(masuk, draf_sanksi, rencana, pemeran):
    klien = masuk(pemeran.kabid)
    Sanksi.objects.update(rencana=None)  # written before the plan was opened: the newest plan counts
    tertutup = klien.get(alamat("sanksi", draf_sanksi.pk))
    assert [satu["aksi"] for satu in tertutup.context["langkah"]] == ["batalkan"]
    assert str(tertutup.context["kurang"][0]).startswith("Rencana perbaikan belum disepakati")
    assert f'href="{alamat("perbaikan", rencana.pk)}"' in tertutup.content.decode()
    assert Sanksi.objects.get().rencana is None  # reading writes nothing
    lain = masuk(pemeran.pengelola_instansi).get(alamat("sanksi", draf_sanksi.pk))
    assert "usulkan" not in lain.context["aksi"]


def test_a_plan_is_linked_only_for_whoever_may_read_it(masuk, draf_sanksi, rencana, pemeran):
    Sanksi.objects.update(rencana=rencana)
    ke = alamat("perbaikan", rencana.pk)
    for siapa, boleh in ((pemeran.kabid, True), (pemeran.pimpinan, False)):
        klien = masuk(siapa)
        halaman = klien.get(alamat("sanksi", draf_sanksi.pk))
        assert (halaman.status_code, f'href="{ke}"' in halaman.content.decode()) == (200, boleh)
        assert (klien.get(ke).status_code == 200) is boleh


def test_the_person_learns_of_a_case_with_the_summons(masuk, draf_sanksi, pemeran):
    ratna = pelaku_dari(pemeran.ratna)
    assert not sanksi_terlihat(ratna).exists()
    assert masuk(pemeran.ratna).get(alamat("sanksi", draf_sanksi.pk)).status_code == 404
    assert sanksi_terlihat(pelaku_dari(pemeran.kabid)).exists()


def test_a_case_of_discipline_is_proposed_through_its_form(masuk, evaluasi_rendah, pemeran):
    klien, ke = masuk(pemeran.kabid), f"{alamat('sanksi_baru', pemeran.ratna.pk)}?dasar=disiplin"
    isian = {"jenis": "d2", "alasan": "Lima hari.", "hari_tidak_masuk": 5, "hari_berturut": 6}
    salah = klien.post(ke, isian)
    assert salah.status_code == 422
    assert "Tidak boleh melebihi jumlah hari" in salah.content.decode()
    assert "Lima hari." in salah.content.decode()
    assert klien.post(ke, isian | {"hari_berturut": 2}).status_code == 302
    satu = Sanksi.objects.get()
    assert "Teguran tertulis" in klien.get(alamat("sanksi", satu.pk)).content.decode()
    ubah = klien.post(alamat("sanksi_ubah", satu.pk), isian | {"hari_berturut": 1, "jenis": "d1"})
    assert ubah.status_code == 302
    satu.refresh_from_db()
    assert satu.jenis == "d1"


def test_a_plan_is_written_row_by_row_and_nothing_typed_is_lost(masuk, rencana, pemeran):
    klien = masuk(pemeran.kabid)
    salah = klien.post(alamat("perbaikan_tindakan", rencana.pk), {"uraian": "Mendampingi", "pihak": "atasan"})
    assert salah.status_code == 422
    assert "Mendampingi" in salah.content.decode()
    lewat = {"uraian": "Mendampingi", "pihak": "atasan", "tenggat": "2025-01-01"}
    assert klien.post(alamat("perbaikan_tindakan", rencana.pk), lewat).status_code == 409
    assert klien.post(alamat("perbaikan_usulkan", rencana.pk)).status_code == 409
    lengkapi(rencana)
    assert klien.get(alamat("perbaikan_susun", rencana.pk)).status_code == 200
    assert klien.post(alamat("perbaikan_usulkan", rencana.pk)).status_code == 302
    ratna = masuk(pemeran.ratna)
    tanpa = ratna.post(alamat("perbaikan_kembalikan", rencana.pk), {"catatan": " "})
    assert tanpa.status_code == 422
    assert ratna.post(alamat("perbaikan_sepakati", rencana.pk)).status_code == 302
    assert RencanaPerbaikan.objects.get().status == "berjalan"
    assert klien.post(alamat("perbaikan_sepakati", rencana.pk)).status_code == 403


def test_every_move_has_its_words(berjalan):
    assert {t.aksi for a in (ALUR_RENCANA, ALUR_SANKSI) for t in a.transisi} <= set(SEBUTAN)
    assert [r.sebutan for r in riwayat(berjalan)] == ["Dikirim", "Disepakati kedua pihak"]


def test_the_book_explains_each_row_and_the_list_exports(masuk, buat_tahunan, pemeran, tahun_tutup):
    buat_tahunan(pemeran.ratna, 1)
    angka_kredit.hitung_tahun(siklus=tahun_tutup)
    isi = masuk(pemeran.ratna).get(alamat("angka_kredit")).content.decode()
    assert "12 bulan ÷ 12 × 150% × koefisien 25 = 37,5" in isi
    assert "kurang 62" in isi
    hrd = masuk(pemeran.pengelola_instansi)
    assert "Ratna Wulandari" in hrd.get(alamat("angka_kredit_unit")).content.decode()
    csv = b"".join(
        hrd.post(f"{alamat('angka_kredit_ekspor')}?tahun=2025", {"format": "csv"}).streaming_content
    )
    assert "37,50" in csv.decode("utf-8-sig")
    lain = masuk(pemeran.rudi).post(alamat("angka_kredit_ekspor"), {"format": "csv"})
    assert b"Ratna" not in b"".join(lain.streaming_content)


def test_a_start_value_is_typed_the_indonesian_way_and_corrected_once(masuk, pemeran, kini):
    hrd = masuk(pemeran.pengelola_instansi)
    isian = {
        "jenis": "integrasi", "jenjang": "MU", "nilai": "40,5", "pada": "2022-12-31", "keterangan": "PAK 1",
    }  # fmt: skip
    ke = alamat("angka_kredit_awal", pemeran.ratna.pk)
    assert hrd.post(ke, isian | {"nilai": "40.5"}).status_code == 422
    assert hrd.post(ke, isian).status_code == 302
    assert hrd.post(ke, isian).status_code == 409
    satu = pemeran.ratna.angka_kredit.get()
    assert satu.nilai == Decimal("40.50")
    for _ in range(2):
        assert hrd.post(alamat("angka_kredit_koreksi", satu.pk), {"alasan": "Salah ketik"}).status_code == 302
    assert pemeran.ratna.angka_kredit.count() == 2


def test_lists_cost_the_same_for_one_row_and_many(masuk, gagal, pemeran, django_assert_max_num_queries, kini):
    sanksi.buat_usulan(pegawai=pemeran.ratna, isian=USULAN, oleh=pemeran.kabid)
    klien = masuk(pemeran.pengelola_instansi)
    for nama in ("perbaikan_daftar", "sanksi_daftar", "angka_kredit_unit"):
        with django_assert_max_num_queries(15):
            assert klien.get(alamat(nama)).status_code == 200
    with django_assert_max_num_queries(24):
        assert klien.get(alamat("perbaikan", gagal.pk)).status_code == 200
    assert date(2026, 9, 3) == gagal.simpulan_hari


def test_a_promise_that_cannot_be_kept_asks_why_at_the_field_and_keeps_the_choice(masuk, berjalan, pemeran):
    klien = masuk(pemeran.kabid)
    satu = berjalan.tindakan.get(pihak="atasan")
    ke = alamat("perbaikan_tandai", satu.pk)
    salah = klien.post(ke, {"status": "dijelaskan", "penjelasan": " "})
    assert salah.status_code == 409
    [baris] = [t for t in salah.context["tindakan"] if t.pk == satu.pk]
    assert list(baris.form.errors) == ["penjelasan"]
    assert baris.form["status"].value() == "dijelaskan"
    kosong = klien.post(ke, {"penjelasan": "Pelatihnya sakit."})
    assert kosong.status_code == 422
    assert "Pelatihnya sakit." in kosong.content.decode()
    assert klien.post(ke, {"status": "dijelaskan", "penjelasan": "Pelatihnya sakit."}).status_code == 302


def test_the_page_of_a_plan_says_what_comes_next_for_its_reader(masuk, berjalan, pemeran):
    for orang, kata in ((pemeran.kabid, "Mendampingi tiap pekan"), (pemeran.ratna, "Menata arsip")):
        isi = masuk(orang).get(alamat("perbaikan", berjalan.pk))
        assert kata in isi.context["berikutnya"]
