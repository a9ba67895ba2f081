"""Sending the outbox: to whom, in which language, again after a failure, never twice by two senders."""

import smtplib
import threading
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.utils import timezone

from akses.models import Akun
from pegawai.models import Pegawai
from pemberitahuan.kirim import PERCOBAAN_MAKS, RAHASIA, kirim_surel, susun
from pemberitahuan.models import Pesan, StatusSurel
from pemberitahuan.services import kirim


class Server(BaseEmailBackend):
    """A mail server that is away, or refuses some receivers, as the test says."""

    pergi = False
    menolak: frozenset[str] = frozenset()
    diterima: list[str] = []
    gerbang: threading.Barrier | None = None

    def open(self):
        if Server.pergi:
            raise ConnectionRefusedError("tidak ada server")
        if Server.gerbang:
            Server.gerbang.wait(10)  # both senders hold a claim now
        return True

    def send_messages(self, email_messages):
        for surel in email_messages:
            if surel.to[0] in Server.menolak:
                raise smtplib.SMTPRecipientsRefused({surel.to[0]: (550, b"tidak dikenal")})
            Server.diterima.append(surel.to[0])
        return len(email_messages)


@pytest.fixture
def server(settings, monkeypatch):
    """Our own mail server; its behaviour is reset after the test."""
    settings.EMAIL_BACKEND = f"{__name__}.Server"
    for nama, nilai in (("pergi", False), ("menolak", frozenset()), ("diterima", []), ("gerbang", None)):
        monkeypatch.setattr(Server, nama, nilai)
    return Server


def _tulis(pegawai: Pegawai, kunci: str = "uji", **data) -> Pesan:
    data = data or {"periode": "Triwulan IV 2026", "batas": "2026-12-11"}
    kirim(penerima=pegawai, jenis="evaluasi_dibuka", kunci=kunci, data=data, tautan="/penilaian/x/diri/")
    return Pesan.objects.get(kunci=kunci)


def _matang(pesan: Pesan) -> None:
    """Let the time of the next attempt come."""
    Pesan.objects.filter(pk=pesan.pk).update(coba_lagi_pada=timezone.now() - timedelta(seconds=1))


def test_a_message_goes_out_once_with_subject_text_and_absolute_link(pemeran, settings):
    settings.ALAMAT_DASAR = "https://kinerja.contoh.go.id"
    pesan = _tulis(pemeran.ratna)
    assert [kirim_surel() for _ in range(2)] == [1, 0]
    (surel,) = mail.outbox
    assert surel.subject == "Evaluasi Triwulan IV 2026 dibuka"
    assert surel.to == [pemeran.ratna.email]
    assert "Yth. Ratna Wulandari," in surel.body
    assert "paling lambat 11 Desember 2026." in surel.body
    assert "https://kinerja.contoh.go.id/penilaian/x/diri/" in surel.body
    pesan.refresh_from_db()
    assert (pesan.status_surel, pesan.percobaan) == (StatusSurel.TERKIRIM, 1)
    assert pesan.surel_dikirim_pada is not None


def test_dates_are_written_in_the_language_of_the_receiver(pemeran):
    Akun.objects.filter(pegawai=pemeran.ratna).update(bahasa="en")
    _tulis(pemeran.ratna)
    kirim_surel()
    assert "11 December 2026" in mail.outbox[0].body


def test_the_address_is_that_of_the_account_else_the_office_else_the_private_one(pemeran):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(email="r@rumah.id", email_gov="r@kantor.go.id")
    for urutan, akun in enumerate(["r@akun.go.id", ""]):
        Akun.objects.filter(pegawai=pemeran.ratna).update(email=akun)
        _tulis(pemeran.ratna, f"uji{urutan}")
        kirim_surel()
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(email_gov="")
    _tulis(pemeran.ratna, "uji-terakhir")
    kirim_surel()
    assert [surel.to for surel in mail.outbox] == [["r@akun.go.id"], ["r@kantor.go.id"], ["r@rumah.id"]]


def test_without_an_address_or_an_active_account_nothing_is_sent(pemeran):
    Akun.objects.filter(pegawai=pemeran.ratna).update(email="")
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(email="", email_gov="")
    Akun.objects.filter(pegawai=pemeran.sari).update(is_active=False)
    Akun.objects.filter(pegawai=pemeran.rudi).delete()
    for urutan, siapa in enumerate((pemeran.ratna, pemeran.sari, pemeran.rudi)):
        _tulis(siapa, f"uji{urutan}")
    assert kirim_surel() == 0
    assert set(Pesan.objects.values_list("status_surel", flat=True)) == {StatusSurel.TIDAK_PERLU}
    assert mail.outbox == []


def test_a_subject_stays_one_line(pemeran):
    kirim(penerima=pemeran.ratna, jenis="umpan_balik", kunci="uji", data={"nama": "Budi\nBcc: x@y.id"})
    assert kirim_surel() == 1
    assert mail.outbox[0].subject == "Budi Bcc: x@y.id memberi umpan balik"


def test_a_refused_message_is_tried_again_later_and_later_and_given_up_after_eight(pemeran, server):
    server.menolak = frozenset({pemeran.ratna.email})
    jeda = []
    with time_machine.travel(datetime(2026, 12, 1, 1, 0, tzinfo=UTC), tick=False):
        pesan = _tulis(pemeran.ratna)
        for _ in range(PERCOBAAN_MAKS):
            Pesan.objects.filter(pk=pesan.pk).update(coba_lagi_pada="2020-01-01T00:00:00Z")
            assert kirim_surel() == 0
            pesan.refresh_from_db()
            jeda.append((pesan.coba_lagi_pada - timezone.now()).total_seconds() / 60)
    assert jeda[:7] == [1, 5, 15, 60, 240, 720, 1440]
    assert (pesan.status_surel, pesan.percobaan) == (StatusSurel.GAGAL, 8)
    assert "550" in pesan.galat
    server.menolak = frozenset()
    _matang(pesan)
    assert kirim_surel() == 0


def test_one_refused_receiver_does_not_hold_up_the_others(pemeran, server):
    server.menolak = frozenset({pemeran.ratna.email})
    for urutan, siapa in enumerate((pemeran.ratna, pemeran.sari, pemeran.kabid)):
        _tulis(siapa, f"uji{urutan}")
    assert kirim_surel() == 2
    assert set(server.diterima) == {pemeran.sari.email, pemeran.kabid.email}


def test_a_mail_server_that_is_away_costs_no_attempt(pemeran, server):
    server.pergi = True
    pesan = _tulis(pemeran.ratna)
    for _ in range(20):
        _matang(pesan)
        assert kirim_surel() == 0
    pesan.refresh_from_db()
    assert (pesan.status_surel, pesan.percobaan) == (StatusSurel.MENUNGGU, 0)
    server.pergi = False
    _matang(pesan)
    assert kirim_surel() == 1


def test_a_claim_of_a_sender_that_died_runs_out(pemeran, server, monkeypatch):
    pesan = _tulis(pemeran.ratna)

    def mati(self, email_messages):
        raise KeyboardInterrupt

    with monkeypatch.context() as m:
        m.setattr(Server, "send_messages", mati)
        with pytest.raises(KeyboardInterrupt):
            kirim_surel()
    assert kirim_surel() == 0  # still claimed
    _matang(pesan)
    assert kirim_surel() == 1
    assert server.diterima == [pemeran.ratna.email]


def test_a_message_that_kills_every_sender_is_given_up(pemeran, server):
    pesan = _tulis(pemeran.ratna)
    Pesan.objects.filter(pk=pesan.pk).update(percobaan=PERCOBAAN_MAKS)
    assert kirim_surel() == 0
    pesan.refresh_from_db()
    assert pesan.status_surel == StatusSurel.GAGAL


@pytest.mark.django_db(transaction=True)
def test_two_senders_at_once_send_each_message_once(pemeran, server):
    orang = [siapa for _, siapa in pemeran.items()] * 10
    for urutan, siapa in enumerate(orang):
        _tulis(siapa, f"uji{urutan}")
    server.gerbang = threading.Barrier(2)
    hasil = []

    def satu():
        try:
            hasil.append(kirim_surel(waktu=0.001))  # one claim each
        finally:
            connection.close()

    utas = [threading.Thread(target=satu) for _ in range(2)]
    for t in utas:
        t.start()
    for t in utas:
        t.join(30)
    server.gerbang = None
    assert hasil == [50, 50]
    kirim_surel()
    assert len(server.diterima) == len(orang) == 130
    assert sorted(server.diterima) == sorted(siapa.email for siapa in orang)


def test_the_number_of_queries_per_message_does_not_grow(pemeran, django_assert_num_queries):
    for urutan in range(5):
        _tulis(pemeran.ratna, f"uji{urutan}")
    with django_assert_num_queries(2 + 5 + 1):  # claim and read, one mark per message, an empty claim
        kirim_surel()


@pytest.mark.parametrize("jenis", sorted(RAHASIA))
def test_an_email_about_a_confidential_matter_names_nobody_and_nothing(pemeran, jenis):
    data = {"nama": "Ratna", "batas": "2026-12-11", "catatan": "Sakit", "periode": "Triwulan IV 2026"}
    pesan = Pesan(penerima=pemeran.kabid, jenis=jenis, data=data | {"putusan": "dikuatkan"}, tautan="/x/1/")
    Akun.objects.get_or_create(pegawai=pemeran.kabid, defaults={"username": "kabid-uji"})
    surel = susun(pesan, "kabid@contoh.test")
    assert surel.subject == "Ada kabar untuk Anda di Kinerja"
    assert not any(kata in surel.body for kata in ("Ratna", "Sakit", "dikuatkan", "sanksi", "perbaikan"))
    assert "/x/1/" in surel.body
