"""Attendance: replay, an old picture, another session, another person, the hand of the organiser."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from inti.workflow import TransisiDitolak
from pelatihan.models import Kehadiran
from pelatihan.services.presensi import (
    PresensiDitolak,
    bagian_sekarang,
    hadir,
    hadirkan,
    hitung_hadir,
    kehadiran_sesi,
    kode_kini,
    pindai,
)

pytestmark = pytest.mark.django_db
PAGI = datetime(2026, 3, 10, 1, 30, tzinfo=UTC)  # 08.30 WIB on the first day
SIANG = datetime(2026, 3, 10, 6, 30, tzinfo=UTC)  # 13.30 WIB


@pytest.fixture
def hari_sesi(sesi, kini):
    """It is the first morning of the session."""
    kini.move_to(PAGI)
    return kini


@pytest.fixture
def ratna(buat_peserta, pemeran):
    return buat_peserta(pemeran.ratna, "ditetapkan")


def pindai_kini(sesi, pegawai):
    return pindai(sesi=sesi, kode=kode_kini(sesi, timezone.now()), pegawai=pegawai)


def ditolak(kerja) -> str:
    with pytest.raises(PresensiDitolak) as galat:
        kerja()
    assert galat.value.alasan.endswith(".")
    return galat.value.kode


def test_scanning_writes_nothing_and_the_button_records_once(hari_sesi, sesi, ratna, pemeran):
    karcis = pindai_kini(sesi, pemeran.ratna)
    assert (karcis.hari, karcis.bagian, karcis.sudah) == (date(2026, 3, 10), "pagi", None)
    assert not Kehadiran.objects.exists()
    assert hadir(sesi=sesi, segel=karcis.segel, oleh=pemeran.ratna)[1] is True
    assert hadir(sesi=sesi, segel=karcis.segel, oleh=pemeran.ratna)[1] is False
    ratna.refresh_from_db()
    assert (ratna.status, Kehadiran.objects.count()) == ("hadir", 1)
    assert pindai_kini(sesi, pemeran.ratna).sudah is not None
    assert hitung_hadir(sesi, timezone.now()) == (1, 1)


def test_each_part_of_the_day_is_counted(hari_sesi, sesi, ratna, pemeran):
    for waktu in (PAGI, SIANG):
        hari_sesi.move_to(waktu)
        hadir(sesi=sesi, segel=pindai_kini(sesi, pemeran.ratna).segel, oleh=pemeran.ratna)
    assert kehadiran_sesi(sesi.pk) == {ratna.pk: 2}


def test_an_old_picture_is_worth_nothing(hari_sesi, sesi, ratna, pemeran):
    kode = kode_kini(sesi, timezone.now())
    hari_sesi.shift(timedelta(minutes=1, seconds=30))
    assert ditolak(lambda: pindai(sesi=sesi, kode=kode, pegawai=pemeran.ratna)) == "lama"


def test_a_code_of_another_session_opens_nothing(hari_sesi, sesi, buat_sesi, ratna, pemeran):
    kode = kode_kini(buat_sesi(), timezone.now())
    assert ditolak(lambda: pindai(sesi=sesi, kode=kode, pegawai=pemeran.ratna)) == "rusak"


@pytest.mark.parametrize("status", ["diusulkan", "daftar_tunggu", "mengundurkan_diri", "ditolak"])
def test_only_participants_with_a_seat_are_counted(hari_sesi, sesi, buat_peserta, pemeran, status):
    assert ditolak(lambda: pindai_kini(sesi, pemeran.rudi)) == "bukan_peserta"
    buat_peserta(pemeran.rudi, status)
    assert ditolak(lambda: pindai_kini(sesi, pemeran.rudi)) == "status"


def test_a_proof_cannot_be_handed_on(hari_sesi, sesi, ratna, buat_peserta, pemeran):
    buat_peserta(pemeran.sari, "ditetapkan")
    segel = pindai_kini(sesi, pemeran.ratna).segel
    assert ditolak(lambda: hadir(sesi=sesi, segel=segel, oleh=pemeran.sari)) == "orang"


@pytest.mark.parametrize("segel", ["", "palsu", "a:b:c"])
def test_a_forged_proof_is_refused(hari_sesi, sesi, ratna, pemeran, segel):
    assert ditolak(lambda: hadir(sesi=sesi, segel=segel, oleh=pemeran.ratna)) == "lama"


@pytest.mark.parametrize(("menit", "tercatat"), [(9, True), (11, False)])
def test_the_button_has_ten_minutes(hari_sesi, sesi, ratna, pemeran, menit, tercatat):
    segel = pindai_kini(sesi, pemeran.ratna).segel
    hari_sesi.shift(timedelta(minutes=menit))
    if tercatat:
        assert hadir(sesi=sesi, segel=segel, oleh=pemeran.ratna)[1]
    else:
        assert ditolak(lambda: hadir(sesi=sesi, segel=segel, oleh=pemeran.ratna)) == "lama"


@pytest.mark.parametrize(
    "kapan", [PAGI - timedelta(days=1), PAGI + timedelta(days=2), PAGI + timedelta(hours=9)]
)
def test_outside_days_and_hours_nothing_is_counted(sesi, ratna, pemeran, kini, kapan):
    kini.move_to(kapan)
    assert bagian_sekarang(sesi, timezone.now()) is None
    assert ditolak(lambda: pindai_kini(sesi, pemeran.ratna)) == "waktu"


def test_the_day_is_that_of_the_sessions_zone(buat_sesi, kini):
    timur = buat_sesi(zona="WIT")
    kini.move_to(datetime(2026, 3, 9, 22, 30, tzinfo=UTC))  # 10 March 07.30 WIT, 05.30 WIB
    assert bagian_sekarang(timur, timezone.now()) == "pagi"
    assert bagian_sekarang(buat_sesi(), timezone.now()) is None


def test_the_organiser_records_by_hand_with_his_reason(hari_sesi, sesi, ratna, pemeran):
    isian = {"peserta": ratna, "hari": sesi.mulai, "bagian": "pagi", "oleh": pemeran.pengelola_instansi}
    baris, baru = hadirkan(alasan="Ponsel rusak", **isian)
    assert (baru, baris.cara, baris.dicatat_oleh) == (True, "manual", pemeran.pengelola_instansi)
    assert hadirkan(alasan="Lagi", **isian)[1] is False


@pytest.mark.parametrize(
    ("hari", "bagian", "alasan", "kata"),
    [
        (date(2026, 3, 9), "pagi", "x", "dari sesi ini"),
        (date(2026, 3, 10), "malam", "x", "dari sesi ini"),
        (date(2026, 3, 11), "pagi", "x", "belum tiba"),
        (date(2026, 3, 10), "pagi", "  ", "alasannya"),
    ],
)
def test_by_hand_only_what_can_be_true(hari_sesi, sesi, ratna, pemeran, hari, bagian, alasan, kata):
    with pytest.raises(TransisiDitolak, match=kata):
        hadirkan(peserta=ratna, hari=hari, bagian=bagian, alasan=alasan, oleh=pemeran.pengelola_instansi)


def test_nobody_records_himself_by_hand(hari_sesi, sesi, ratna, pemeran):
    for nama, orang in pemeran.items():
        if nama != "pengelola_instansi":
            with pytest.raises(PermissionDenied):
                hadirkan(peserta=ratna, hari=sesi.mulai, bagian="pagi", alasan="x", oleh=orang)


def test_whoever_waits_is_not_recorded_by_hand(hari_sesi, sesi, buat_peserta, pemeran):
    satu = buat_peserta(pemeran.sari, "daftar_tunggu")
    with pytest.raises(TransisiDitolak, match="sesi yang berjalan"):
        hadirkan(peserta=satu, hari=sesi.mulai, bagian="pagi", alasan="x", oleh=pemeran.pengelola_instansi)
