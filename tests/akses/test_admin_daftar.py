"""Long lists of the web admin: pages by key, with filter and order, and what they say about their length."""

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from akses.models import Akun
from pegawai.models import Pegawai, Penempatan
from pegawai.services.atasan import segarkan

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
DAFTAR = "/admin/pegawai/pegawai/"


@pytest.fixture
def ramai(pemeran):
    """Sixty people more in Ratna's unit, half of them PPPK; names repeat."""
    tempat = pemeran.ratna.atasan.penempatan
    for n in range(60):
        orang = Pegawai.objects.create(
            nip=f"1990031520150{n:05d}", nama=f"Orang {n // 2:02}", jenis="pppk" if n % 2 else "pns", jenis_kelamin="P"
        )  # fmt: skip
        Penempatan.objects.create(
            pegawai=orang, unit=tempat.unit, jabatan=tempat.jabatan, mulai=date(2024, 1, 1)
        )
    segarkan()
    return pemeran


def tautan(html):
    return {
        rel: unescape(ke) for rel, ke in re.findall(r'<a rel="(first|prev|next|last)" href="([^"]*)"', html)
    }


def baris(html):
    return re.findall(r'<th scope="row"><a href="[^"]*/([0-9a-f-]{36})/change/', html)


def letak(html):
    cocok = re.search(r'<nav class="k-halaman"[^>]*>.*?<span>([^<]*)</span>', html, re.DOTALL)
    return unescape(cocok[1]) if cocok else ""


def telusuri(klien, alamat_):
    """Every page from this address on."""
    while True:
        html = klien.get(alamat_).content.decode()
        yield html
        if "next" not in (ke := tautan(html)):
            return
        alamat_ = DAFTAR + ke["next"]


@pytest.mark.parametrize("saringan", ["", "?jenis__exact=pppk", "?q=199003152015"])
def test_the_pages_together_are_the_list_also_with_filter_and_search(ramai, masuk, saringan):
    klien = masuk(ramai.pengelola_instansi)
    semua = [b for html in telusuri(klien, DAFTAR + saringan) for b in baris(html)]
    urutan = ("nip",) if "q=" in saringan else ("nama", "id")
    ada = Pegawai.objects.order_by(*urutan)
    if "jenis" in saringan:
        ada = ada.filter(jenis="pppk")
    if "q=" in saringan:
        ada = ada.filter(nip__startswith="199003152015")
    assert semua == [str(k) for k in ada.values_list("pk", flat=True)]


def test_one_can_go_back_to_the_end_and_to_the_beginning(ramai, masuk):
    klien = masuk(ramai.pengelola_instansi)
    satu, dua, *_ = telusuri(klien, DAFTAR)
    assert set(tautan(satu)) == {"next", "last"}
    assert set(tautan(dua)) == {"first", "prev", "next", "last"}
    assert baris(klien.get(DAFTAR + tautan(dua)["prev"]).content.decode()) == baris(satu)
    assert baris(klien.get(DAFTAR + tautan(dua)["first"]).content.decode()) == baris(satu)
    akhir = klien.get(DAFTAR + tautan(satu)["last"]).content.decode()
    assert set(tautan(akhir)) == {"first", "prev"}
    urut = [str(k) for k in Pegawai.objects.order_by("nama", "id").values_list("pk", flat=True)]
    assert baris(akhir) == urut[-25:]
    assert baris(klien.get(DAFTAR + tautan(akhir)["prev"]).content.decode()) == urut[-50:-25]


def test_somebody_added_between_two_pages_neither_doubles_nor_hides_another(ramai, masuk):
    klien = masuk(ramai.pengelola_instansi)
    satu, dua, *_ = telusuri(klien, DAFTAR)
    Pegawai.objects.create(nip="199003152015999999", nama="AAA", jenis="pns", jenis_kelamin="P")
    assert baris(klien.get(DAFTAR + tautan(satu)["next"]).content.decode()) == baris(dua)


def test_the_page_says_where_it_is_and_how_long_the_list_is(ramai, masuk, monkeypatch):
    klien = masuk(ramai.pengelola_instansi)
    banyak = Pegawai.objects.count()
    satu, dua, *_ = telusuri(klien, DAFTAR)
    assert letak(satu) == f"Baris 1–25 dari {banyak}"
    assert letak(dua) == f"Baris 26–50 dari {banyak}"
    assert (
        letak(klien.get(DAFTAR + tautan(satu)["last"]).content.decode()) == f"25 baris terakhir dari {banyak}"
    )
    monkeypatch.setattr("akses.admin_daftar.PERKIRAAN_MAKS", 40)
    monkeypatch.setattr("inti.paginasi_kunci.PERKIRAAN_MAKS", 40)
    with CaptureQueriesContext(connection) as tangkapan:
        assert letak(klien.get(DAFTAR).content.decode()) == "Baris 1–25 dari 40+"
    assert not any("COUNT(" in q["sql"].upper() and "pegawai_pegawai" in q["sql"] for q in tangkapan)


def test_every_page_takes_the_same_queries(ramai, masuk):
    klien = masuk(ramai.pengelola_opd)
    klien.get(DAFTAR)
    banyak = set()
    for ke in ("", *tautan(klien.get(DAFTAR).content.decode()).values()):
        with CaptureQueriesContext(connection) as tangkapan:
            assert klien.get(DAFTAR + ke).status_code == 200
        assert not any("OFFSET" in q["sql"] and "pegawai_pegawai" in q["sql"] for q in tangkapan)
        banyak.add(len(tangkapan))
    assert len(banyak) == 1


def test_the_place_in_the_list_is_not_carried_to_another_filter_search_or_file(ramai, masuk):
    ramai.ratna.atasan.delete()
    html = masuk(ramai.pengelola_instansi).get(f"{DAFTAR}?ujung=akhir&penilai=belum").content.decode()
    assert "ujung=akhir" not in html.partition('id="changelist"')[2].partition('<nav class="k-halaman"')[0]
    assert 'action="/admin/pegawai/pegawai/ekspor/?penilai=belum"' in html.replace("&amp;", "&")


def test_a_bookmark_whose_key_cannot_be_read_gives_the_first_page(ramai, masuk):
    klien = masuk(ramai.pengelola_instansi)
    pertama = baris(klien.get(DAFTAR).content.decode())
    for kunci in ("?sesudah=xyz", "?sesudah=W10", "?sebelum=", "?p=3", "?ujung=lain"):
        assert baris(klien.get(DAFTAR + kunci).content.decode()) == pertama, kunci


def test_an_action_on_a_later_page_reaches_its_rows(ramai, masuk):
    klien = masuk(ramai.pengelola_instansi)
    _, dua, *_ = telusuri(klien, DAFTAR)
    satu = baris(dua)[0]
    Akun.objects.filter(pegawai_id=satu).delete()
    kunci = tautan(klien.get(DAFTAR).content.decode())["next"]
    klien.post(
        DAFTAR + kunci,
        {"action": "buat_akun", "_selected_action": satu, "index": "0", "setuju": "ya"},
        follow=True,
    )
    assert Akun.objects.filter(pegawai_id=satu).exists()
