"""Seats: the last one goes to one person, the waiting list keeps its order."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import close_old_connections, connection

from inti.workflow import TransisiDitolak
from pelatihan.models import Peserta
from pelatihan.services.kursi import kursi_tersisa, naikkan, tetapkan
from pelatihan.services.usulan import undur
from tests.pelatihan.conftest import KINI


@pytest.mark.django_db
class TestKursi:
    def test_the_next_one_waits_when_all_seats_are_taken(self, buat_sesi, buat_peserta, pemeran):
        sesi = buat_sesi(kursi=1)
        hr = pemeran.pengelola_instansi
        satu = tetapkan(peserta=buat_peserta(pemeran.ratna, "disetujui_atasan", sesi), oleh=hr)
        dua = tetapkan(peserta=buat_peserta(pemeran.sari, "disetujui_atasan", sesi), oleh=hr)
        assert (satu.status, dua.status, kursi_tersisa(sesi)) == ("ditetapkan", "daftar_tunggu", 0)

    def test_nobody_overtakes_those_who_wait(self, buat_sesi, buat_peserta, pemeran):
        sesi = buat_sesi(kursi=2)
        buat_peserta(pemeran.sari, "daftar_tunggu", sesi)
        baru = buat_peserta(pemeran.ratna, "disetujui_atasan", sesi)
        assert tetapkan(peserta=baru, oleh=pemeran.pengelola_instansi).status == "daftar_tunggu"

    def test_people_move_up_in_the_order_in_which_they_wait(self, buat_sesi, buat_peserta, pemeran):
        sesi = buat_sesi(kursi=1)
        dua = buat_peserta(pemeran.sari, "daftar_tunggu", sesi, menunggu_sejak=KINI + timedelta(minutes=2))
        satu = buat_peserta(pemeran.ratna, "daftar_tunggu", sesi, menunggu_sejak=KINI)
        assert (naikkan(sesi_id=sesi.pk), naikkan(sesi_id=sesi.pk)) == (1, 0)
        satu.refresh_from_db()
        dua.refresh_from_db()
        assert (satu.status, dua.status) == ("ditetapkan", "daftar_tunggu")

    @pytest.mark.parametrize(
        ("jam", "naik"),
        [(datetime(2026, 3, 9, 16, 59, tzinfo=UTC), 1), (datetime(2026, 3, 9, 17, tzinfo=UTC), 0)],
    )
    def test_nobody_is_called_once_the_session_has_begun(self, sesi, buat_peserta, pemeran, kini, jam, naik):
        buat_peserta(pemeran.ratna, "daftar_tunggu")
        kini.move_to(jam)
        assert naikkan(sesi_id=sesi.pk) == naik

    def test_taking_chairs_away_leaves_no_negative_seats(self, buat_sesi, buat_peserta, pemeran):
        sesi = buat_sesi(kursi=1)
        buat_peserta(pemeran.ratna, "ditetapkan", sesi)
        buat_peserta(pemeran.sari, "lulus", sesi)
        assert kursi_tersisa(sesi) == 0
        assert naikkan(sesi_id=sesi.pk) == 0

    @pytest.mark.parametrize("status", ["selesai", "dibatalkan", "draf"])
    def test_a_session_that_is_over_gives_no_seat(self, buat_sesi, buat_peserta, pemeran, status):
        satu = buat_peserta(pemeran.ratna, "disetujui_atasan", buat_sesi(status=status))
        with pytest.raises(TransisiDitolak, match="sudah selesai"):
            tetapkan(peserta=satu, oleh=pemeran.pengelola_instansi)
        assert naikkan(sesi_id=satu.sesi_id) == 0

    def test_only_hr_gives_seats(self, buat_peserta, pemeran):
        satu = buat_peserta(pemeran.ratna, "disetujui_atasan")
        for nama, orang in pemeran.items():
            if nama != "pengelola_instansi":
                with pytest.raises(PermissionDenied):
                    tetapkan(peserta=satu, oleh=orang)


def _serentak(kerja: list) -> list[Exception]:
    """Run the calls at once, each with a connection of its own; the errors they raised."""
    gerbang, galat = threading.Barrier(len(kerja)), []

    def satu(lakukan) -> None:
        close_old_connections()
        try:
            gerbang.wait(timeout=20)
            lakukan()
        except Exception as e:  # noqa: BLE001 - handed to the test
            galat.append(e)
        finally:
            connection.close()

    utas = [threading.Thread(target=satu, args=(k,)) for k in kerja]
    for u in utas:
        u.start()
    for u in utas:
        u.join(timeout=60)
    return galat


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_for_the_last_seat(buat_sesi, buat_peserta, pemeran):
    sesi = buat_sesi(kursi=1)
    dua = [buat_peserta(o, "disetujui_atasan", sesi) for o in (pemeran.ratna, pemeran.sari)]
    hr = pemeran.pengelola_instansi
    galat = _serentak([lambda p=p: tetapkan(peserta=p, oleh=hr) for p in dua])
    assert galat == []
    status = sorted(Peserta.objects.filter(sesi=sesi).values_list("status", flat=True))
    assert status == ["daftar_tunggu", "ditetapkan"]


@pytest.mark.django_db(transaction=True)
def test_one_seat_that_gets_free_calls_one_person_up(buat_sesi, buat_peserta, pemeran):
    sesi = buat_sesi(kursi=1)
    satu = buat_peserta(pemeran.ratna, "ditetapkan", sesi)
    for n, orang in enumerate((pemeran.sari, pemeran.rudi)):
        buat_peserta(orang, "daftar_tunggu", sesi, menunggu_sejak=KINI + timedelta(minutes=n))
    galat = _serentak(
        [
            lambda: undur(peserta=satu, oleh=pemeran.ratna, catatan="Sakit"),
            lambda: naikkan(sesi_id=sesi.pk),
            lambda: naikkan(sesi_id=sesi.pk),
        ]
    )
    assert galat == []
    assert dict(Peserta.objects.filter(sesi=sesi).values_list("pegawai__nama", "status")) == {
        "Ratna Wulandari": "mengundurkan_diri",
        "Sari Handayani": "ditetapkan",
        "Rudi Hartono": "daftar_tunggu",
    }
