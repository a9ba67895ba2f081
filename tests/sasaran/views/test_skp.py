"""The pages of a plan: reading, beginning, deciding."""

from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from akses.models import Akun
from pegawai.models import Atasan, Pegawai, UnitKerja
from sasaran.models import SKP, RiwayatSKP
from tests.pemeran import buat_tahun

PEMBACA = {
    "ratna",
    "kabid",
    "kadis",
    "pengelola_instansi",
    "pengelola_opd",
    "pimpinan",
    "auditor",
}  # of Ratna's plan


@pytest.fixture(autouse=True)
def awal_tahun():
    with time_machine.travel(date(2026, 1, 20), tick=True):
        yield


def isi(jawaban):
    return jawaban.content.decode()


def alamat(nama, skp):
    return reverse(f"sasaran:{nama}", args=[skp.pk])


# --- who may ------------------------------------------------------------------------------------------


def test_readers_see_the_plan_and_strangers_find_nothing(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna)
    for nama, orang in pemeran.items():
        status = masuk(orang).get(alamat("lihat", skp)).status_code
        assert status == (200 if nama in PEMBACA else 404), nama


@pytest.mark.parametrize(
    ("aksi", "dari", "pelaku"),
    [
        ("ajukan", "draf", "ratna"),
        ("tarik", "diajukan", "ratna"),
        ("kembalikan", "diajukan", "kabid"),
        ("setujui", "diajukan", "kabid"),
    ],
)
def test_a_move_is_404_for_strangers_403_for_readers_and_done_for_its_person(
    aksi, dari, pelaku, pemeran, buat_skp, masuk
):
    skp = buat_skp(pemeran.ratna, dari)
    kirim = {"catatan": "Perbaiki target."}
    for nama, orang in pemeran.items():
        if nama != pelaku:
            status = masuk(orang).post(alamat(aksi, skp), kirim).status_code
            assert status == (403 if nama in PEMBACA else 404), nama
    assert not RiwayatSKP.objects.exists()
    jawaban = masuk(getattr(pemeran, pelaku)).post(alamat(aksi, skp), kirim)
    assert jawaban.status_code == 302
    assert RiwayatSKP.objects.get().aksi == aksi


def test_a_move_by_get_is_not_accepted(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "draf")
    for aksi in ("ajukan", "tarik", "kembalikan", "setujui", "salin"):
        assert masuk(pemeran.ratna).get(alamat(aksi, skp)).status_code == 405


def test_pages_need_a_login(client, siklus):
    for nama in ("daftar", "tim"):
        assert client.get(reverse(f"sasaran:{nama}")).status_code == 302


# --- what is offered ------------------------------------------------------------------------------------

TOMBOL = ("ajukan", "tarik", "kembalikan", "setujui")


@pytest.mark.parametrize(
    ("status", "orang", "ditawarkan"),
    [
        ("draf", "ratna", {"ajukan"}),
        ("draf", "kabid", set()),
        ("diajukan", "ratna", {"tarik"}),
        ("diajukan", "kabid", {"setujui", "kembalikan"}),
        ("diajukan", "kadis", set()),
        ("dikembalikan", "ratna", {"ajukan"}),
        ("disetujui", "ratna", set()),
        ("disetujui", "kabid", {"kembalikan"}),
        ("disetujui", "pengelola_opd", set()),
    ],
)
def test_the_page_offers_what_table_and_permission_allow(status, orang, ditawarkan, pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, status)
    halaman = isi(masuk(getattr(pemeran, orang)).get(alamat("lihat", skp)))
    assert {t for t in TOMBOL if f'action="{alamat(t, skp)}' in halaman} == ditawarkan


def test_the_page_shows_results_targets_and_the_leaders_result(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna)
    pimpinan = buat_skp(pemeran.kabid).rhk.get(urutan=2)
    skp.rhk.filter(urutan=1).update(mendukung=pimpinan)
    halaman = isi(masuk(pemeran.kabid).get(alamat("lihat", skp)))
    assert "Akta kelahiran terbit tepat waktu" in halaman
    assert "≤ 1 hari" in halaman
    assert "44–48 desa" in halaman
    assert "Mendukung hasil kerja pimpinan: Perekaman KTP-el menjangkau desa terpencil" in halaman
    assert halaman.index("Hasil kerja utama") < halaman.index("Hasil kerja tambahan")


def test_the_history_tells_who_when_in_the_zone_of_the_reader_and_why(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "diajukan")
    UnitKerja.objects.filter(nama="Bidang Pencatatan Sipil").update(zona="WITA")
    with time_machine.travel("2026-01-21T02:30:00Z", tick=False):
        masuk(pemeran.kabid).post(alamat("kembalikan", skp), {"catatan": "Naikkan target."})
        halaman = isi(masuk(pemeran.ratna).get(alamat("lihat", skp)))
    assert "Dikembalikan" in halaman
    assert "21 Januari 2026 10.30 WITA" in halaman
    assert halaman.count("Naikkan target.") == 2  # on top and in the history


def test_the_number_of_queries_does_not_grow_with_the_plan(
    pemeran, buat_skp, masuk, django_assert_max_num_queries
):
    skp = buat_skp(pemeran.ratna, "diajukan")
    klien = masuk(pemeran.kabid)
    with django_assert_max_num_queries(14) as sedikit:
        klien.get(alamat("lihat", skp))
    for nomor in range(3, 12):
        rhk = skp.rhk.create(urutan=nomor, uraian=f"Hasil {nomor}")
        rhk.indikator.create(aspek="waktu", uraian="Waktu", target=1, satuan="hari")
    with django_assert_max_num_queries(14) as banyak:
        klien.get(alamat("lihat", skp))
    assert len(banyak) == len(sedikit)


# --- deciding -------------------------------------------------------------------------------------------


def test_returning_without_a_note_keeps_the_page_and_says_why(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "diajukan")
    jawaban = masuk(pemeran.kabid).post(alamat("kembalikan", skp), {"catatan": "  "})
    assert jawaban.status_code == 422
    assert "Tulis catatan agar pegawai tahu apa yang perlu diubah." in isi(jawaban)
    assert SKP.objects.get(pk=skp.pk).status == "diajukan"


def test_a_note_that_is_too_long_stays_in_its_field(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "diajukan")
    catatan = "panjang " * 300
    jawaban = masuk(pemeran.kabid).post(alamat("kembalikan", skp), {"catatan": catatan})
    assert jawaban.status_code == 422
    assert catatan.strip() in isi(jawaban)


def test_deciding_twice_is_told_kindly_and_written_once(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "diajukan")
    klien = masuk(pemeran.kabid)
    klien.post(alamat("setujui", skp))
    halaman = isi(klien.post(alamat("setujui", skp), follow=True))
    assert "Keadaan sudah berubah" in halaman
    assert RiwayatSKP.objects.count() == 1


def test_submitting_what_is_incomplete_leads_back_to_writing_with_the_list(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "draf", isi=False)
    jawaban = masuk(pemeran.ratna).post(alamat("ajukan", skp), follow=True)
    assert jawaban.redirect_chain[-1][0] == alamat("susun", skp)
    assert isi(jawaban).count("Tambahkan paling sedikit satu hasil kerja utama.") == 2


@pytest.mark.parametrize(
    ("gelar", "nama"), [("", "Budi Santoso"), ("S.STP., M.Si.", "Budi Santoso, S.STP., M.Si")]
)
def test_the_receipt_names_the_receiver(pemeran, buat_skp, masuk, gelar, nama):
    Pegawai.objects.filter(pk=pemeran.kabid.pk).update(gelar_belakang=gelar)
    skp = buat_skp(pemeran.ratna, "draf")
    jawaban = masuk(pemeran.ratna).post(alamat("ajukan", skp), follow=True)
    kalimat = isi(jawaban).partition("SKP diajukan kepada ")[2]
    assert kalimat.startswith(f"{nama}.")
    assert not kalimat.startswith(f"{nama}..")


# --- my plans and beginning -----------------------------------------------------------------------------


def daftar(klien):
    return isi(klien.get(reverse("sasaran:daftar")))


def test_without_a_plan_the_page_offers_to_write_one(pemeran, siklus, masuk):
    halaman = daftar(masuk(pemeran.ratna))
    assert "Susun SKP 2026" in halaman
    assert "Salin dari" not in halaman


def test_with_a_plan_of_last_year_the_page_offers_to_copy_it(pemeran, siklus, buat_skp, masuk):
    lalu = buat_skp(pemeran.ratna)
    SKP.objects.update(siklus=buat_tahun(2025))
    klien = masuk(pemeran.ratna)
    halaman = daftar(klien)
    assert "Salin dari 2025" in halaman
    assert alamat("lihat", lalu) in halaman  # among the years before
    klien.post(reverse("sasaran:mulai"), {"tahun": "2026", "salin": "1"})
    baru = SKP.objects.get(siklus=siklus)
    assert baru.rhk.count() == 2


def test_beginning_opens_the_plan_for_writing(pemeran, siklus, masuk):
    jawaban = masuk(pemeran.ratna).post(reverse("sasaran:mulai"), {"tahun": "2026"})
    assert jawaban.url == alamat("susun", SKP.objects.get(pegawai=pemeran.ratna))


def test_beginning_again_leads_to_the_plan_that_exists(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "disetujui")
    assert masuk(pemeran.ratna).post(reverse("sasaran:mulai"), {"tahun": "2026"}).url == alamat("lihat", skp)


def test_beginning_from_last_year_after_the_plan_was_submitted_leads_to_it(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "diajukan")
    jawaban = masuk(pemeran.ratna).post(
        reverse("sasaran:mulai"), {"tahun": "2026", "salin": "on"}, follow=True
    )
    assert jawaban.redirect_chain[-1][0] == alamat("lihat", skp)
    assert "tidak dapat diubah" in isi(jawaban)


@pytest.mark.parametrize("tahun", ["", "dua", "1900"])
def test_a_year_that_is_none_is_told(tahun, pemeran, siklus, masuk):
    jawaban = masuk(pemeran.ratna).post(reverse("sasaran:mulai"), {"tahun": tahun}, follow=True)
    assert "Pilih tahun yang tersedia." in isi(jawaban)


def test_a_year_that_is_over_or_not_set_up_is_not_begun(pemeran, siklus, masuk):
    buat_tahun(2025)
    for tahun in ("2025", "2030"):
        assert masuk(pemeran.ratna).post(reverse("sasaran:mulai"), {"tahun": tahun}).status_code == 404


def test_what_is_in_the_way_is_said_instead_of_a_button(pemeran, siklus, masuk):
    Atasan.objects.filter(pegawai=pemeran.ratna).update(penilai=None)
    klien = masuk(pemeran.ratna)
    halaman = daftar(klien)
    assert "Pejabat penilai Anda belum ditetapkan" in halaman
    assert "Susun SKP 2026" not in halaman
    jawaban = klien.post(reverse("sasaran:mulai"), {"tahun": "2026"}, follow=True)
    assert "Pejabat penilai Anda belum ditetapkan" in isi(jawaban)


def test_the_regent_reads_why_there_is_no_plan_for_him(pemeran, siklus, masuk):
    assert "tidak ada SKP yang perlu disusun" in daftar(masuk(pemeran.bupati))


def test_before_the_year_is_set_up_the_page_says_so(pemeran, masuk):
    assert "Tahun kinerja belum disiapkan" in daftar(masuk(pemeran.ratna))


def test_the_list_shows_the_plan_with_what_it_holds_and_the_note(pemeran, buat_skp, masuk):
    buat_skp(pemeran.ratna, "dikembalikan")
    halaman = daftar(masuk(pemeran.ratna))
    assert "2 hasil kerja, 3 indikator" in halaman
    assert "Target terlalu rendah." in halaman
    assert "Lanjut menyusun" in halaman


def test_copying_into_a_plan_that_holds_something_is_told(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "draf")
    halaman = isi(masuk(pemeran.ratna).post(alamat("salin", skp), follow=True))
    assert "sudah berisi hasil kerja" in halaman


def test_copying_is_for_the_owner_alone(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "draf", isi=False)
    assert masuk(pemeran.kabid).post(alamat("salin", skp)).status_code == 403
    assert masuk(pemeran.rudi).post(alamat("salin", skp)).status_code == 404


def test_copying_into_a_submitted_plan_leads_to_reading(pemeran, buat_skp, masuk):
    skp = buat_skp(pemeran.ratna, "diajukan")
    jawaban = masuk(pemeran.ratna).post(alamat("salin", skp), follow=True)
    assert jawaban.redirect_chain[-1][0] == alamat("lihat", skp)
    assert "tidak dapat diubah" in isi(jawaban)


def test_a_plan_that_does_not_exist_is_404(pemeran, siklus, masuk):
    assert masuk(pemeran.ratna).get(reverse("sasaran:lihat", args=[uuid4()])).status_code == 404


def test_an_account_without_a_person_has_no_plan_and_is_told_so(siklus, client):
    akun = Akun.objects.create(username="teknisi", pegawai=None, wajib_ganti_sandi=False)
    client.force_login(akun, backend="django.contrib.auth.backends.ModelBackend")
    assert "tidak terhubung dengan data pegawai" in isi(client.get(reverse("sasaran:daftar")))
    assert client.post(reverse("sasaran:mulai"), {"tahun": "2026"}).status_code == 403
    assert client.get(reverse("sasaran:tim")).status_code == 404


def test_the_list_asks_the_database_as_often_after_many_years(
    pemeran, siklus, buat_skp, masuk, django_assert_max_num_queries
):
    klien = masuk(pemeran.ratna)
    with django_assert_max_num_queries(14) as sedikit:
        klien.get(reverse("sasaran:daftar"))
    for tahun in (2023, 2024, 2025):
        lalu = buat_tahun(tahun)
        SKP.objects.filter(pk=buat_skp(pemeran.ratna).pk).update(siklus=lalu)
    with django_assert_max_num_queries(14) as banyak:
        halaman = isi(klien.get(reverse("sasaran:daftar")))
    assert "SKP 2023" in halaman
    assert len(banyak) == len(sedikit)


@pytest.mark.parametrize(("mulai", "ada"), [(date(2026, 1, 1), True), (date(2026, 10, 1), False)])
def test_the_deadline_of_january_is_not_that_of_a_plan_that_begins_later(
    pemeran, buat_skp, masuk, mulai, ada
):
    skp = buat_skp(pemeran.ratna, "diajukan")
    SKP.objects.filter(pk=skp.pk).update(mulai=mulai)
    assert ("Batas penetapan" in isi(masuk(pemeran.ratna).get(alamat("lihat", skp)))) is ada
