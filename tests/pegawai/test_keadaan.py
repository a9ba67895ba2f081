"""Leave without pay, study and the time before retirement: the legal position follows on the day, once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from pegawai.models import KeadaanPegawai, Pegawai
from pegawai.services.keadaan import ganti_jenis, kembalikan_keadaan, terapkan_keadaan

HARI = timezone.localdate()
LALU, BESOK, LUSA = (HARI + timedelta(days=n) for n in (-30, 1, 2))


def tulis(pegawai, jenis, mulai=LALU, selesai=None):
    return KeadaanPegawai.objects.create(pegawai=pegawai, jenis=jenis, mulai=mulai, selesai=selesai)


def kedudukan(pegawai):
    return Pegawai.objects.values_list("kedudukan_hukum", flat=True).get(pk=pegawai.pk)


@pytest.mark.parametrize(
    ("jenis", "kode"),
    [
        ("cltn", "02"), ("tugas_belajar", "03"), ("mpp", "20"), ("cuti_besar", "01"), ("cuti_sakit", "01"),
        ("cuti_melahirkan", "01"), ("cuti_tahunan", "01"), ("cuti_alasan_penting", "01"),
    ],
)  # fmt: skip
def test_the_position_while_it_lasts(jenis, kode, pemeran):
    tulis(pemeran.ratna, jenis)
    assert terapkan_keadaan(hari=HARI) == (kode != "01")
    assert kedudukan(pemeran.ratna) == kode
    assert Pegawai.objects.wajib_skp().filter(pk=pemeran.ratna.pk).exists() == (kode in {"01", "03"})
    assert terapkan_keadaan(hari=HARI) == 0


def test_it_begins_and_ends_on_its_days(pemeran):
    tulis(pemeran.ratna, "cltn", BESOK, BESOK)
    assert terapkan_keadaan(hari=HARI) == 0
    assert (terapkan_keadaan(hari=BESOK), kedudukan(pemeran.ratna)) == (1, "02")
    assert (terapkan_keadaan(hari=LUSA), kedudukan(pemeran.ratna)) == (1, "01")
    assert terapkan_keadaan(hari=LUSA + timedelta(days=9)) == 0


def test_one_after_the_other_and_a_longer_one(pemeran):
    satu = tulis(pemeran.ratna, "tugas_belajar", LALU, HARI)
    tulis(pemeran.ratna, "cltn", BESOK, LUSA)
    terapkan_keadaan(hari=HARI)
    terapkan_keadaan(hari=BESOK)
    assert kedudukan(pemeran.ratna) == "02"
    KeadaanPegawai.objects.exclude(pk=satu.pk).delete()
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(kedudukan_hukum="01")
    KeadaanPegawai.objects.filter(pk=satu.pk).update(selesai=LUSA)  # made longer after it had ended
    assert (terapkan_keadaan(hari=BESOK), kedudukan(pemeran.ratna)) == (1, "03")


@pytest.mark.parametrize("lain", ["04", "15", "66"])
def test_what_somebody_decided_is_not_touched(lain, pemeran):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(kedudukan_hukum=lain)
    satu = tulis(pemeran.ratna, "cltn")
    assert terapkan_keadaan(hari=HARI) == 0
    KeadaanPegawai.objects.filter(pk=satu.pk).update(selesai=HARI)
    assert (terapkan_keadaan(hari=BESOK), kedudukan(pemeran.ratna)) == (0, lain)


def test_a_prolonged_leave_without_pay_keeps_its_own_code_and_mpp_ends_with_retirement(pemeran):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(kedudukan_hukum="13")
    tulis(pemeran.ratna, "cltn", LALU, HARI)
    tulis(pemeran.sari, "mpp", LALU, HARI)
    assert (terapkan_keadaan(hari=HARI), kedudukan(pemeran.ratna)) == (1, "13")
    assert (terapkan_keadaan(hari=BESOK), kedudukan(pemeran.ratna), kedudukan(pemeran.sari)) == (
        1,
        "01",
        "20",
    )


@pytest.mark.parametrize("kode", ["02", "13"])
def test_a_leave_that_is_taken_away_or_was_of_another_kind_brings_back_to_work(kode, pemeran):
    satu = tulis(pemeran.ratna, "cltn")
    terapkan_keadaan(hari=HARI)
    satu.refresh_from_db()
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(kedudukan_hukum=kode)
    KeadaanPegawai.objects.filter(pk=satu.pk).update(jenis="tugas_belajar")
    ganti_jenis(semula=satu)
    assert kedudukan(pemeran.ratna) == "01"
    assert (terapkan_keadaan(hari=HARI), kedudukan(pemeran.ratna)) == (1, "03")
    kembalikan_keadaan([KeadaanPegawai.objects.get(pk=satu.pk)])
    assert kedudukan(pemeran.ratna) == "01"
