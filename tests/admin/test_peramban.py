"""Every kind of page of the admin in a real browser: for everybody's eyes, on a desk and on a phone."""

import pytest
from django.core.files.base import ContentFile
from django.template import engines
from django.urls import reverse

from akses.impor import kerjakan_menunggu, unggah
from akses.models import CatatanLihat, PenugasanPeran
from inti.models import HariLibur
from pegawai.models import AtasanKhusus, BerkasImpor, Jabatan, Pegawai, Penempatan, UnitKerja
from pelaksanaan.models import UmpanBalik
from sasaran.models import Periode, Siklus
from tests.admin.bantuan import alamat, isi_acuan, isi_semua, semua_model
from tests.pegawai.berkas_uji import BENAR, KEDUA, csv_dari
from tests.peramban import periksa_halaman

pytestmark = [
    pytest.mark.peramban,
    pytest.mark.django_db(transaction=True),
    pytest.mark.ignore_template_errors,
]

TAMBAH = (Pegawai, PenugasanPeran, UnitKerja, Jabatan, AtasanKhusus, HariLibur, Siklus, BerkasImpor)
HAPUS = (AtasanKhusus, HariLibur, Jabatan)


@pytest.fixture
def kantor(pemeran, masuk, buat_skp, monkeypatch):
    """One record of every kind; who manages all of them is logged in."""
    # pytest-django's mark for missing names would keep a template's own fallback for them from working
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    skp = buat_skp(pemeran.ratna)
    benda = isi_semua(pemeran.ratna, pemeran.kabid, skp) | isi_acuan(skp.siklus)
    for rahasia in (UmpanBalik, CatatanLihat):  # by role only the auditor reads these
        del benda[rahasia]
    berkas = ContentFile(csv_dari(BENAR, KEDUA | {"NIP BARU": "19880605201212100"}))
    benda[BerkasImpor] = unggah(
        jenis="pegawai", berkas=berkas, nama="pegawai-baru.csv", mode="keduanya",
        pilihan={"buat_unit": False, "buat_jabatan": True}, oleh=pemeran.pengelola_instansi,
    )  # fmt: skip
    kerjakan_menunggu()
    return benda, masuk(pemeran.pengelola_instansi).cookies["sessionid"].value


def halaman_admin(benda):
    """(name, address) of the pages that are not lists."""
    for model, satu in benda.items():
        yield f"{model._meta.model_name}-change", alamat(model, "change", satu.pk)
    yield "pegawai-history", alamat(Pegawai, "history", benda[Pegawai].pk)
    for model in TAMBAH:
        yield f"{model._meta.model_name}-add", alamat(model, "add")
    for model in HAPUS:
        yield f"{model._meta.model_name}-delete", alamat(model, "delete", benda[model].pk)
    yield "unit-pindah", alamat(UnitKerja, "pindah", benda[UnitKerja].pk)
    yield "unit-tutup", alamat(UnitKerja, "tutup", benda[UnitKerja].pk)
    yield "gabung-pilih", alamat(Pegawai, "gabung")
    lain = Pegawai.objects.exclude(pk=benda[Pegawai].pk).filter(nip__isnull=False).first()
    yield "gabung", f"{alamat(Pegawai, 'gabung')}?simpan={benda[Pegawai].pk}&ganda={lain.pk}"
    for aksi in ("mutasi", "tugas", "akhir", "keputusan_pensiun"):
        yield f"pegawai-{aksi}", alamat(Pegawai, aksi, benda[Pegawai].pk)
    for aksi in ("buka", "tutup"):
        yield f"periode-{aksi}", reverse(f"admin:sasaran_periode_{aksi}", args=[benda[Periode].pk])
    yield "pegawai-kosong", alamat(Pegawai, "changelist") + "?q=tidak+ada+orang+ini"


RUPA = [("meja", "light"), ("ponsel", "dark")]


@pytest.mark.parametrize(("ukuran", "warna"), RUPA)
def test_lists_of_the_admin_read_well(ukuran, warna, kantor, buka):
    _benda, sesi = kantor
    halaman = buka(reverse("admin:index"), ukuran, warna, sesi)
    periksa_halaman(halaman, f"admin-indeks-{ukuran}")
    rak = halaman.eval_on_selector_all(".k-rak nav a", "semua => semua.map(a => a.getAttribute('href'))")
    daftar = [alamat(m, "changelist") for m in semua_model()]
    terbuka = [d for d in daftar if halaman.request.get(d).status == 200]
    assert terbuka
    sendiri = [
        reverse(f"admin:pegawai_pegawai_{nama}") for nama in ("siapa_menilai_siapa", "pensiun", "ganda")
    ]
    sendiri += [reverse(f"admin:pegawai_unitkerja_{nama}") for nama in ("pohon", "ganda")]
    sendiri.append(reverse("admin:siasn"))
    # every list this person may open, each once, and the pages that are no list
    assert sorted(rak) == sorted(["/", *terbuka, *sendiri])
    for tautan in rak[1:]:
        jawab = halaman.goto(tautan)
        assert jawab.status == 200, tautan
        assert halaman.locator("h1").count() == 1
        periksa_halaman(halaman, f"admin-{tautan.split('/')[3]}-{ukuran}")


@pytest.mark.parametrize(("ukuran", "warna"), RUPA)
def test_records_and_forms_of_the_admin_read_well(ukuran, warna, kantor, buka):
    benda, sesi = kantor
    halaman = buka(reverse("admin:index"), ukuran, warna, sesi)
    for nama, tujuan in halaman_admin(benda):
        jawab = halaman.goto(tujuan)
        assert jawab.status == 200, nama
        periksa_halaman(halaman, f"admin-{nama}-{ukuran}")


def test_a_form_with_mistakes_says_them_at_the_fields(kantor, buka):
    _benda, sesi = kantor
    halaman = buka(alamat(Pegawai, "add"), "ponsel", "light", sesi)
    halaman.fill("[name=nip]", "123")
    halaman.get_by_role("button", name="Simpan", exact=True).click()
    halaman.locator("#id_nip_error").wait_for()
    periksa_halaman(halaman, "admin-pegawai-salah-ponsel")


def test_a_placement_is_added_by_hand_in_the_browser(kantor, pemeran, buka):
    _benda, sesi = kantor
    halaman = buka(alamat(Pegawai, "change", pemeran.sari.pk), "meja", "light", sesi)
    periksa_halaman(halaman, "admin-penempatan-meja")
    halaman.fill("[name=penempatan-0-selesai]", "31-12-2025")
    halaman.locator("#penempatan-group .add-row").click()
    for nama, kata in (("unit", "Bidang Pencatatan"), ("jabatan", "Analis")):
        halaman.locator(f"#id_penempatan-1-{nama} + .select2 .select2-selection").click()
        halaman.fill(".select2-search__field", kata)
        halaman.locator(".select2-results__option", has_text=kata).first.click()
    halaman.select_option("[name=penempatan-1-jenis]", "definitif")
    halaman.fill("[name=penempatan-1-mulai]", "01-01-2026")
    periksa_halaman(halaman, "admin-penempatan-baru-meja")
    halaman.get_by_role("button", name="Simpan", exact=True).click()
    halaman.wait_for_url("**/pegawai/pegawai/")
    assert Penempatan.objects.filter(pegawai=pemeran.sari).count() == 2


def test_dates_are_not_marked_as_wrong_and_the_words_are_ours(kantor, buka):
    benda, sesi = kantor
    halaman = buka(alamat(Periode, "change", benda[Periode].pk), "meja", "light", sesi)
    assert halaman.locator(".timezonewarning").count() == 0
    assert halaman.get_by_role("button", name="Simpan dan lanjut menyunting").is_visible()
    assert "1 Januari 2026" in halaman.inner_text("main")
    assert halaman.locator("header.k-kepala li").count() == 0


def test_keys_search_move_and_explain_and_can_be_switched_off(kantor, buka):
    _benda, sesi = kantor
    halaman = buka(alamat(Pegawai, "changelist"), "meja", "light", sesi)
    tulis = "document.activeElement.tagName + ':' + (document.activeElement.id || document.activeElement.textContent)"
    nama = halaman.eval_on_selector_all(
        "#result_list tbody tr", "b => b.map(r => r.querySelector('a').textContent)"
    )
    halaman.keyboard.press("j")
    halaman.keyboard.press("ArrowDown")
    assert halaman.evaluate(tulis) == f"A:{nama[1]}"
    halaman.keyboard.press("k")
    assert halaman.evaluate(tulis) == f"A:{nama[0]}"
    halaman.keyboard.press("/")
    halaman.keyboard.type("jk?")
    assert halaman.input_value("#searchbar") == "jk?"
    halaman.get_by_role("button", name="Pintasan papan ketik").click()
    periksa_halaman(halaman, "admin-pintasan-meja")
    halaman.get_by_label("Pintasan huruf aktif di peramban ini").uncheck()
    halaman.keyboard.press("Escape")
    halaman.locator("h1").click()
    halaman.keyboard.press("?")
    assert not halaman.locator("#k-pintasan").is_visible()
    halaman.locator("#result_list tbody a").first.focus()
    halaman.keyboard.press("Enter")
    halaman.wait_for_url("**/change/")
