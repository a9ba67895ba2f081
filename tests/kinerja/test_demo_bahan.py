"""What the demo is made of before anything is written: units, names, results, posts, ratings and dates."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from kinerja.demo.jabatan import DIDIK, POS, PROFIL
from kinerja.demo.kalender import periode
from kinerja.demo.katalog import katalog
from kinerja.demo.nama import KABUPATEN, SUKU
from kinerja.demo.organisasi import LANGSUNG_MAKS, semua, susun
from kinerja.demo.peringkat import tempat
from sasaran.enums import Arah, Aspek, CaraHitung, Perspektif


@pytest.mark.parametrize("jumlah", [60, 61, 97, 300, 1234, 5000, 9999, 10_000])
def test_units_take_everybody_and_nobody_leads_too_many(jumlah):
    unit = list(semua(susun("Asri Mulya", jumlah)))
    assert sum(u.staf + 1 for u in unit) == jumlah
    assert max(u.staf + len(u.anak) for u in unit) <= LANGSUNG_MAKS + 10
    if jumlah >= 300:
        assert [u.staf for u in unit if u.nama == "Bidang Pencatatan Sipil"] == [25]


def test_there_are_enough_names_and_they_are_written_alike():
    pertama = {n for s in SUKU for n in (*s.pria, *s.wanita)}
    kedua = {n for s in SUKU for n in (*s.kedua_pria, *s.kedua_wanita)}
    assert len(pertama) >= 150
    assert len(kedua) >= 120
    assert all(n == n.strip() and n[0].isupper() for n in pertama | kedua)
    assert len(set(KABUPATEN)) == 100


def test_the_catalogue_is_large_complete_and_says_how_better_is_measured():
    semua_hasil = [h for isi_kunci in katalog().values() for h in isi_kunci]
    indikator = [i for h in semua_hasil for i in h.indikator]
    assert len({h.uraian for h in semua_hasil}) >= 60
    assert all(h.indikator for h in semua_hasil)
    assert {i.arah for i in indikator} == set(Arah.values)
    assert {i.aspek for i in indikator} == set(Aspek.values)
    assert {i.cara_hitung for i in indikator} == {CaraHitung.JUMLAH, CaraHitung.TERAKHIR}
    assert any(i.target_maks for i in indikator)
    akta = next(i for i in indikator if i.uraian == "Waktu penyelesaian akta kelahiran")
    assert (akta.target, akta.satuan, akta.arah) == (Decimal(1), "hari", "turun")


def test_results_of_leaders_cover_the_four_perspectives_and_those_of_others_have_none():
    """PermenPANRB 6/2022, Lampiran II.A.2.a.8."""
    for kunci, isi_kunci in katalog().items():
        ada = {i.perspektif for h in isi_kunci for i in h.indikator}
        pimpin = kunci.endswith(":pimpin") or kunci == "asisten:bidang"
        assert ada == (set(Perspektif.values) if pimpin else {""}), kunci


def test_posts_name_known_education_and_units_known_posts():
    assert {d for p in POS.values() for d in p.didik} <= set(DIDIK)
    assert {kunci for profil in PROFIL.values() for kunci, _ in profil} <= set(POS)
    assert {p.hasil for p in POS.values() if p.hasil} <= set(katalog())


def test_a_hundred_places_hold_every_predikat_and_mostly_baik():
    pasangan = Counter((h, p) for _, h, p in tempat())
    assert sum(pasangan.values()) == 100
    assert {(1, 1), (3, 2), (2, 3), (3, 3)} <= set(pasangan)
    assert pasangan[2, 2] + pasangan[1, 2] + pasangan[2, 1] > 75


def test_quarters_before_today_are_closed_and_later_ones_wait():
    status = [(p.tahun, p.nomor, p.status) for p in periode(date(2026, 5, 5))]
    assert status == [
        (2025, 1, "ditutup"), (2025, 2, "ditutup"), (2025, 3, "ditutup"), (2025, 4, "ditutup"),
        (2026, 1, "ditutup"), (2026, 2, "terbuka"), (2026, 3, "belum_dibuka"), (2026, 4, "belum_dibuka"),
    ]  # fmt: skip
