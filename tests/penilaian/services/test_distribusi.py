"""The spread of a team with drafts, its warnings, and the reason that is asked for once."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone

from inti.workflow import TransisiDitolak
from penilaian.aturan.predikat import Predikat
from penilaian.models import CapaianOrganisasi, DistribusiPenilai, EvaluasiPeriodik
from penilaian.services.capaian_massal import isi_capaian
from penilaian.services.distribusi import (
    AlasanDiperlukan,
    alasan_terlihat,
    keadaan,
    pastikan_beralasan,
    tulis_alasan,
)

SANGAT_BAIK = (1, 1)


@pytest.fixture
def tim(pemeran, triwulan, buat_skp):
    """`tim(ratings)` → Budi's team of the quarter, one more member per pair of ratings; None: not rated."""

    def _isi(ratings):
        p = pemeran
        orang = (p.ratna, p.sari, p.rudi, p.pengelola_opd, p.auditor)
        skp = [buat_skp(satu, isi=False) for satu in orang[: len(ratings)]]
        for satu, rating in zip(skp, ratings, strict=True):
            hasil, perilaku = rating or (None, None)
            EvaluasiPeriodik.objects.create(
                skp=satu,
                periode=triwulan,
                pegawai=satu.pegawai,
                unit=skp[0].unit,
                penilai=pemeran.kabid,
                rating_hasil=hasil,
                rating_perilaku=perilaku,
            )

    return _isi


@pytest.fixture
def label(pemeran, triwulan):
    """`label(predikat)` → the label of Budi's unit is set."""

    def _tetapkan(predikat):
        isi_capaian(siklus=triwulan.siklus, periode=triwulan, pada=date(2026, 4, 1))
        CapaianOrganisasi.objects.filter(kepala=pemeran.kabid).update(
            status="ditetapkan",
            predikat=predikat,
            uraian="u",
            ditetapkan_pada=timezone.now(),
            ditetapkan_oleh=pemeran.kadis,
        )

    return _tetapkan


def _masa(triwulan):
    return {"siklus": triwulan.siklus, "periode": triwulan}


def test_drafts_count_with_the_label_they_would_get(pemeran, triwulan, tim, label, django_assert_num_queries):
    label(2)
    tim([SANGAT_BAIK, (1, 2), (3, 3), None])
    with django_assert_num_queries(3):
        k = keadaan(penilai_id=pemeran.kabid.pk, **_masa(triwulan))
    assert (k.anggota, k.dinilai) == (4, 3)
    assert {p: n for p, n in k.hitungan.items() if n} == {
        Predikat.SANGAT_BAIK: 1,
        Predikat.BAIK: 1,
        Predikat.SANGAT_KURANG: 1,
    }
    assert not k.perlu_alasan  # three of a team are too few for numbers
    assert k.baris[1] == ("Baik", 1, True)
    assert "<svg" in k.gambar


def test_without_a_label_nothing_is_compared(pemeran, triwulan, tim):
    tim([SANGAT_BAIK] * 5)
    k = keadaan(penilai_id=pemeran.kabid.pk, **_masa(triwulan))
    assert (k.label, k.hasil, k.gambar, k.perlu_alasan) == (None, None, "", False)


def test_signing_many_with_a_warning_asks_for_the_reason_once_and_keeps_its_counts(
    pemeran, triwulan, tim, label
):
    label(2)
    tim([SANGAT_BAIK] * 5)
    masa = _masa(triwulan)
    with pytest.raises(AlasanDiperlukan) as tolak:
        pastikan_beralasan(oleh=pemeran.kabid, **masa)
    assert tolak.value.kode == "alasan"
    assert tolak.value.keadaan.kode_peringatan == {"terbesar:2", "wajib_ada:3+4"}
    assert not pastikan_beralasan(oleh=pemeran.kabid, alasan=" Semua melampaui. ", **masa).perlu_alasan
    pastikan_beralasan(oleh=pemeran.kabid, **masa)
    satu = DistribusiPenilai.objects.get()
    assert satu.alasan == "Semua melampaui."
    assert satu.hitungan == {"1": 5, "2": 0, "3": 0, "4": 0, "5": 0}
    assert (satu.capaian, satu.unit.nama) == (2, "Bidang Pencatatan Sipil")
    assert EvaluasiPeriodik.objects.filter(rating_hasil=1, rating_perilaku=1).count() == 5


def test_a_warning_of_another_kind_asks_again(pemeran, triwulan, tim, label):
    label(2)
    tim([SANGAT_BAIK] * 5)
    tulis_alasan(oleh=pemeran.kabid, alasan="Semua melampaui.", **_masa(triwulan))
    CapaianOrganisasi.objects.filter(kepala=pemeran.kabid).update(predikat=5)
    with pytest.raises(AlasanDiperlukan) as tolak:
        pastikan_beralasan(oleh=pemeran.kabid, **_masa(triwulan))
    assert "tidak_boleh:1" in tolak.value.keadaan.kode_peringatan


def test_a_reason_is_not_taken_where_nothing_is_warned_about(pemeran, triwulan, tim, label):
    label(1)
    tim([SANGAT_BAIK, SANGAT_BAIK, SANGAT_BAIK, (2, 2), (2, 2)])
    with pytest.raises(TransisiDitolak, match="Tidak ada peringatan"):
        tulis_alasan(oleh=pemeran.kabid, alasan="x", **_masa(triwulan))


def test_a_reason_is_never_changed_or_deleted(pemeran, triwulan, tim, label):
    label(2)
    tim([SANGAT_BAIK] * 5)
    tulis_alasan(oleh=pemeran.kabid, alasan="Semua melampaui.", **_masa(triwulan))
    for ubah in (lambda q: q.update(alasan="lain"), lambda q: q.delete()):
        with pytest.raises(ProgrammingError), transaction.atomic():
            ubah(DistribusiPenilai.objects.all())


def test_who_reads_the_reasons(pemeran, triwulan, tim, label):
    label(2)
    tim([SANGAT_BAIK] * 5)
    tulis_alasan(oleh=pemeran.kabid, alasan="Semua melampaui.", **_masa(triwulan))
    membaca = {siapa for siapa, orang in pemeran.items() if alasan_terlihat(orang).exists()}
    assert membaca == {"kabid", "kadis", "pengelola_instansi", "pimpinan", "auditor"}
