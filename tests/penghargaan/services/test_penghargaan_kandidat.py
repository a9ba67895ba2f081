"""Candidates in SQL: the same people as the pure rule, in steps, twice the same."""

import random
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan, Pesan
from penghargaan.aturan.kebijakan import Bukti, dari_data, memenuhi
from penghargaan.models import KandidatPenghargaan
from penghargaan.services.penghargaan_baca import mengapa_kandidat
from penghargaan.services.penghargaan_kandidat import (
    hitung_kandidat,
    hitung_kandidat_tertutup,
    syarat_dari,
    terima_ikm,
)
from penghargaan.services.penghargaan_usulan import usulkan
from penghargaan.tasks import hitung_kandidat as tugas_hitung
from penilaian.models import EvaluasiTahunan, RiwayatSKP
from sasaran.models import Siklus
from tests.massal import isi_massal
from tests.penghargaan.bahan import ISI, calon, kebijakan, periodik, tahun, tahunan, tutup


def test_two_years_in_a_row(pemeran, siklus):
    kebijakan(tahun=2)
    lalu = tahun(2025)
    tahunan(pemeran.ratna, lalu), tahunan(pemeran.ratna, siklus)
    tahunan(pemeran.sari, lalu, 2), tahunan(pemeran.sari, siklus)
    assert hitung_kandidat(siklus=tutup(siklus)) == 1
    satu = KandidatPenghargaan.objects.get()
    assert (satu.pegawai, satu.bukti) == (pemeran.ratna, {"tahun": {"2025": 1, "2026": 1}})
    assert [str(b.isi) for b in mengapa_kandidat(satu)] == [
        "Predikat tahun 2025: Sangat Baik (syarat: Sangat Baik atau lebih baik).",
        "Predikat tahun 2026: Sangat Baik (syarat: Sangat Baik atau lebih baik).",
    ]


def test_a_year_before_kinerja_counts_as_it_was_recorded(pemeran, siklus):
    """Ratna and Sari were elsewhere in 2025; Rudi has a worse result in Kinerja than a record says."""
    kebijakan(tahun=2)
    isi = {"tahun": 2025, "rating_hasil": 1, "rating_perilaku": 1, "predikat": 1}
    for orang in (pemeran.ratna, pemeran.sari, pemeran.rudi):
        tahunan(orang, siklus)
    RiwayatSKP.objects.create(pegawai=pemeran.ratna, **isi)
    RiwayatSKP.objects.create(pegawai=pemeran.sari, **isi | {"rating_perilaku": 2, "predikat": 2})
    assert hitung_kandidat(siklus=tutup(siklus)) == 1  # although Kinerja itself has no 2025
    assert KandidatPenghargaan.objects.get().bukti == {"tahun": {"2025": 1, "2026": 1}}
    tahunan(pemeran.rudi, tutup(tahun(2025)), 2)
    RiwayatSKP.objects.create(pegawai=pemeran.rudi, **isi)
    assert hitung_kandidat(siklus=siklus) == 0
    assert KandidatPenghargaan.objects.get().pegawai == pemeran.ratna


@pytest.mark.parametrize("status", ["disampaikan", "keberatan", "ditandatangani"])
def test_a_result_that_may_still_change_makes_no_candidate(pemeran, siklus, status):
    kebijakan()
    tahunan(pemeran.ratna, siklus, status=status)
    assert hitung_kandidat(siklus=tutup(siklus)) == 0


def test_not_before_the_year_is_closed(pemeran, siklus):
    with pytest.raises(TransisiDitolak) as tolak:
        hitung_kandidat(siklus=siklus)
    assert tolak.value.kode == "syarat"


def test_the_policy_of_the_last_day_of_the_year_counts(pemeran, siklus):
    kebijakan(mulai=date(2027, 1, 1))
    tahunan(pemeran.ratna, siklus)
    assert hitung_kandidat(siklus=tutup(siklus)) == 0


def test_the_voice_of_citizens_of_the_nearest_unit(pemeran, siklus):
    kebijakan(ikm=Decimal("80"))
    satu = tahunan(pemeran.ratna, siklus)
    dinas = pemeran.kadis.atasan.unit
    terima_ikm(siklus=siklus, unit=dinas, ikm=Decimal("79.99"), responden=40)
    assert hitung_kandidat(siklus=tutup(siklus)) == 0
    terima_ikm(siklus=siklus, unit=satu.unit, ikm=Decimal("88.31"), responden=12)
    assert hitung_kandidat(siklus=siklus) == 1
    assert KandidatPenghargaan.objects.get().bukti["ikm"] == "88.31"


def test_twice_changes_nothing_and_tells_the_assessor_once(pemeran, siklus):
    calon(pemeran.ratna, siklus)
    lama = list(KandidatPenghargaan.objects.values_list("pk", flat=True))
    assert hitung_kandidat(siklus=siklus) == 0
    assert tugas_hitung() == hitung_kandidat_tertutup(hari=date(2027, 2, 1)) == 0
    assert list(KandidatPenghargaan.objects.values_list("pk", flat=True)) == lama
    pesan = Pesan.objects.get(jenis=JenisPesan.KANDIDAT_PENGHARGAAN)
    assert (pesan.penerima, pesan.data) == (pemeran.kabid, {"tahun": "2026", "jumlah": 1})


def test_who_no_longer_qualifies_goes_unless_nominated(pemeran, siklus):
    satu = calon(pemeran.ratna, siklus)
    ubah = {"rating_hasil": 2, "rating_perilaku": 2, "predikat": 2}
    EvaluasiTahunan.objects.update(**ubah)
    hitung_kandidat(siklus=siklus)
    assert not KandidatPenghargaan.objects.exists()
    EvaluasiTahunan.objects.update(rating_hasil=1, rating_perilaku=1, predikat=1)
    hitung_kandidat(siklus=siklus)
    satu = KandidatPenghargaan.objects.get()
    usulkan(kandidat=satu, oleh=pemeran.kabid, **ISI)
    EvaluasiTahunan.objects.update(**ubah)
    hitung_kandidat(siklus=siklus)
    assert KandidatPenghargaan.objects.get() == satu


@pytest.mark.parametrize("isi", [{"tahun": 2}, {"predikat": 2, "predikat_periode": 2}, {"hanya_pns": True}])
def test_sql_and_rule_agree_on_random_people(pemeran, siklus, isi):
    acak = random.Random(7)
    lalu, satu = tahun(2025), kebijakan(**isi)
    orang = [p for _n, p in pemeran.items() if p.jenis == "pns" and p != pemeran.kadis]
    orang = [p for p in orang if Pegawai.objects.get(pk=p.pk).atasan.penilai_id]
    Pegawai.objects.filter(pk__in=[p.pk for p in orang[:2]]).update(jenis="pppk")
    bukti = {}
    for p in orang:
        dua = {t: acak.choice([None, 1, 1, 2, 3]) for t in (2025, 2026)}
        triwulan = [acak.choice([None, 1, 2, 2, 3]) for _ in range(2)]
        for t, s in ((2025, lalu), (2026, siklus)):
            if dua[t]:
                tahunan(p, s, dua[t])
        for nomor, predikat in enumerate(triwulan, 1):
            periodik(p, siklus.periode.get(nomor=nomor), predikat)
        pns = p not in orang[:2]
        bukti[p.pk] = Bukti(2026, {t: v for t, v in dua.items() if v}, triwulan, pns)
    hitung_kandidat(siklus=tutup(siklus))
    harusnya = {k for k, b in bukti.items() if memenuhi(syarat_dari(satu), b)}
    ada = list(KandidatPenghargaan.objects.select_related("siklus", "kebijakan"))
    assert {k.pegawai_id for k in ada} == harusnya
    assert all(memenuhi(syarat_dari(satu), dari_data(k.bukti, tahun=2026)) for k in ada)


_TAHUNAN = """
INSERT INTO penilaian_evaluasitahunan (siklus_id, skp_id, pegawai_id, unit_id, penilai_id, status,
    rating_hasil, rating_perilaku, predikat, capaian_organisasi, ditandatangani_pada, ditandatangani_oleh_id,
    disampaikan_pada, ditanggapi_pada)
SELECT siklus_id, id, pegawai_id, unit_id, penilai_id, 'selesai', 1, 1, 1, 2, now(), penilai_id, now(), now()
FROM sasaran_skp WHERE siklus_id = %s
"""


def test_the_number_of_steps_does_not_change_the_result(siklus, settings):
    kebijakan()
    isi_massal(siklus, 600)
    with connection.cursor() as kursor:
        kursor.execute(_TAHUNAN, [siklus.pk])
    settings.SIKLUS_HALAMAN_PER_LANGKAH = 3
    with CaptureQueriesContext(
        connection,
    ) as kueri:
        assert hitung_kandidat(siklus=tutup(siklus)) == 600
    assert sum("INSERT INTO penghargaan_kandidat" in k["sql"] for k in kueri) > 2
    KandidatPenghargaan.objects.filter(pegawai__nama__endswith="7").delete()  # as if killed on the way
    assert hitung_kandidat(siklus=Siklus.objects.get(pk=siklus.pk)) == 60
