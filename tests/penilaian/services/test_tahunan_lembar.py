"""The year of one person: numbers over the year, accepted results, movers, heads of units."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from pelaksanaan.models import Laporan, UmpanBalik
from penilaian.models import (
    EvaluasiPeriodik,
    PenilaianHasil,
    PenilaianIndikator,
    PenilaianPerilaku,
)
from penilaian.services.tahunan_lembar import susun_tahun
from sasaran.aturan.berakhlak import KODE_NILAI
from sasaran.models import SKP, EkspektasiKhusus, IndikatorKinerjaIndividu
from tests.penilaian.tahun import A, B, S, beri_label, buat_tahunan, tanda_tangan


def lapor(skp, uraian, angka, hari=date(2026, 5, 4)):
    """A report on the indicator called `uraian`."""
    iki = IndikatorKinerjaIndividu.objects.get(rhk__skp=skp, uraian=uraian)
    return Laporan.objects.create(skp=skp, indikator=iki, tanggal=hari, realisasi=Decimal(angka), uraian="x")


def periodik(skp, periode, *, hasil=S, perilaku=S, rhk=(), alasan="", nilai=S, realisasi=None):
    """A delivered evaluation of a quarter with its rows."""
    e = EvaluasiPeriodik.objects.create(
        skp=skp, periode=periode, pegawai=skp.pegawai, unit=skp.unit, penilai=skp.penilai, status="diterima",
        rating_hasil=hasil, rating_perilaku=perilaku, predikat={(S, S): 2, (A, A): 1, (S, A): 2}[hasil, perilaku],
        disampaikan_pada=timezone.now(), diterima_pada=timezone.now(),
    )  # fmt: skip
    for satu, rating in zip(skp.rhk.order_by("urutan"), rhk, strict=False):
        PenilaianHasil.objects.create(evaluasi=e, rhk=satu, rating=rating, alasan=alasan)
    for kode in KODE_NILAI:
        PenilaianPerilaku.objects.create(evaluasi=e, nilai=kode, rating=nilai)
    for uraian, angka in (realisasi or {}).items():
        iki = IndikatorKinerjaIndividu.objects.get(rhk__skp=skp, uraian=uraian)
        PenilaianIndikator.objects.create(
            evaluasi=e, indikator=iki, target=iki.target, realisasi=Decimal(angka)
        )
    return e


@pytest.fixture
def triwulan(siklus):
    """The quarters of 2026 by number."""
    return {p.nomor: p for p in siklus.periode.select_related("siklus")}


def test_the_year_adds_up_reports_against_the_target_of_the_plan(tahunan):
    skp = tahunan.skp
    lapor(skp, "Waktu penyelesaian akta kelahiran", "0.8")
    lapor(skp, "Indeks kepuasan masyarakat loket 3", "85")
    lapor(skp, "Desa terlayani", "20")
    lapor(skp, "Desa terlayani", "26", date(2026, 12, 20))
    lembar = susun_tahun(tahunan)
    angka = {i.nama: (i.target, i.realisasi, i.laporan) for h in lembar.hasil for i in h.indikator}
    assert angka["Desa terlayani"] == ("44.000", "46.000", 2)
    assert [(h.jenis, h.rating, h.dasar) for h in lembar.hasil] == [
        ("utama", A, "indikator"),
        ("tambahan", S, "indikator"),
    ]
    assert lembar.saran_hasil.rating is S  # 1 of 2 above is not most


def test_what_the_employee_confirmed_at_the_end_of_the_plan_counts_before_reports(tahunan, triwulan):
    lapor(tahunan.skp, "Desa terlayani", "10")
    periodik(tahunan.skp, triwulan[4], realisasi={"Desa terlayani": "47"})
    assert susun_tahun(tahunan).hasil[1].indikator[0].realisasi == "47.0"


def test_a_number_confirmed_in_an_earlier_quarter_is_not_the_year(tahunan, triwulan):
    lapor(tahunan.skp, "Desa terlayani", "45")
    periodik(tahunan.skp, triwulan[1], realisasi={"Desa terlayani": "11"})
    assert susun_tahun(tahunan).hasil[1].indikator[0].realisasi == "45.000"


def test_below_the_target_but_accepted_with_a_reason_stays_as_expected(tahunan, triwulan):
    """EV-01: 50 % of 61,95 % accepted by the leader's reasons [l.8691-8692]."""
    skp = tahunan.skp
    lapor(skp, "Waktu penyelesaian akta kelahiran", "2")
    lapor(skp, "Indeks kepuasan masyarakat loket 3", "85")
    lapor(skp, "Desa terlayani", "46")
    assert susun_tahun(tahunan).hasil[0].rating == B
    periodik(skp, triwulan[4], rhk=[S, S], alasan="Server pusat mati tiga pekan.")
    hasil = susun_tahun(tahunan).hasil[0]
    assert (hasil.rating, hasil.indikator[0].diterima, hasil.indikator[1].diterima) == (S, True, False)


def test_behaviour_is_what_most_periods_gave(tahunan, triwulan):
    for n, nilai in ((1, S), (2, A), (3, A), (4, S)):
        periodik(tahunan.skp, triwulan[n], nilai=nilai)
    lembar = susun_tahun(tahunan)
    assert {p.rating for p in lembar.perilaku} == {S}  # a tie: the later period
    assert lembar.saran_perilaku.rating is S
    assert [p.sebutan for p in lembar.periode] == [f"Triwulan {r} 2026" for r in ("I", "II", "III", "IV")]


def test_a_mover_shows_both_plans_and_the_old_one_by_its_last_period(
    pemeran, tahun, label, buat_skp, triwulan
):
    """8.8: the new assessor sees the old SKP, evidence, feedback and labels."""
    lama = buat_skp(pemeran.sari)
    SKP.objects.filter(pk=lama.pk).update(pegawai=pemeran.ratna, selesai=date(2026, 6, 30))
    lama.refresh_from_db()
    periodik(lama, triwulan[2], rhk=[A, S])
    UmpanBalik.objects.create(
        skp=lama, nilai_perilaku="akuntabel", pemberi=pemeran.kadis_lain, sifat="positif", isi="Jujur."
    )
    baru = buat_skp(pemeran.ratna)
    SKP.objects.filter(pk=baru.pk).update(mulai=date(2026, 7, 1))
    lembar = susun_tahun(buat_tahunan(baru))
    assert [s.id for s in lembar.skp] == [str(baru.pk), str(lama.pk)]
    assert [(h.skp, h.rating, h.dasar) for h in lembar.hasil] == [
        (str(baru.pk), None, ""),
        (str(baru.pk), None, ""),
        (str(lama.pk), A, "periode"),
        (str(lama.pk), S, "periode"),
    ]
    akuntabel = next(p for p in lembar.perilaku if p.kode == "akuntabel")
    assert [u.isi for u in akuntabel.umpan_balik] == ["Jujur."]
    assert lembar.umpan_balik == {"positif": 1}


@pytest.mark.parametrize(("nilai", "rating"), [(1, A), (2, S), (3, B), (4, B), (5, B)])
def test_the_label_of_the_unit_led_becomes_the_suggestion_for_its_head(
    pemeran, tahun, label, buat_skp, nilai, rating
):
    """SE MenPANRB 3/2023 (domain 8.2, last point)."""
    label.predikat = nilai
    label.save()
    beri_label(tahun, pemeran.kadis.atasan.unit, pemeran.kadis, pemeran.bupati)
    lembar = susun_tahun(buat_tahunan(buat_skp(pemeran.kabid)))
    assert (lembar.saran_hasil.rating, lembar.unit_dipimpin.sumber) == (rating, "SE MenPANRB 3/2023")


def test_queries_do_not_grow(tahunan, triwulan, django_assert_num_queries):
    with django_assert_num_queries(6):
        susun_tahun(tahunan)
    for n in (1, 2, 3, 4):
        periodik(tahunan.skp, triwulan[n], rhk=[S, S])
    lapor(tahunan.skp, "Desa terlayani", "20")
    with django_assert_num_queries(6):
        susun_tahun(tahunan)


def test_the_year_shows_what_was_expected_in_particular_and_of_leaders_the_perspective(tahunan, pemeran):
    for isi, pada in (("Jaga data.", 3), ("Jaga data warga.", 5)):
        EkspektasiKhusus.objects.create(
            skp=tahunan.skp,
            nilai="loyal",
            isi=isi,
            oleh=pemeran.kabid,
            pada=datetime(2026, pada, 1, tzinfo=UTC),
        )
    IndikatorKinerjaIndividu.objects.filter(rhk__skp=tahunan.skp).update(perspektif="anggaran")
    lembar = susun_tahun(tahunan)
    assert {p.kode: p.ekspektasi for p in lembar.perilaku if p.ekspektasi} == {"loyal": "Jaga data warga."}
    assert {i.perspektif for h in lembar.hasil for i in h.indikator} == {"Anggaran"}
    with translation.override("en"):  # the snapshot is Indonesian whoever signs
        rekaman = tanda_tangan(tahunan).rekaman
    assert {p["kode"]: p["ekspektasi"] for p in rekaman["perilaku"] if p["ekspektasi"]} == {
        "loyal": "Jaga data warga."
    }
    isi = {(i["perspektif"], i["aspek"]) for h in rekaman["hasil"] for i in h["indikator"]}
    assert isi == {("Anggaran", "Waktu"), ("Anggaran", "Kualitas"), ("Anggaran", "Kuantitas")}


def test_an_expectation_of_the_plan_before_a_move_stays_until_the_new_one_says_otherwise(tahunan, pemeran):
    """Of each value the last plan that says something (the year is one, domain 8.8)."""
    lama = SKP.objects.get(pk=tahunan.skp_id)
    lama.pk, lama._state.adding = None, True
    lama.status, lama.mulai, lama.selesai = "digantikan", date(2026, 1, 1), date(2026, 4, 30)
    lama.save()
    for skp, nilai, isi in (
        (lama, "loyal", "lama"), (lama, "adaptif", "lama"), (tahunan.skp, "adaptif", "baru"),
    ):  # fmt: skip
        EkspektasiKhusus.objects.create(skp=skp, nilai=nilai, isi=isi, oleh=pemeran.kabid)
    ada = {p.kode: p.ekspektasi for p in susun_tahun(tahunan).perilaku if p.ekspektasi}
    assert ada == {"loyal": "lama", "adaptif": "baru"}
