"""HR's pages: decisions, the list as a file, the screen with the code."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from pelatihan.models import Kehadiran
from pelatihan.services.presensi import kode_kini

pytestmark = pytest.mark.django_db
PAGI = datetime(2026, 3, 10, 1, 30, tzinfo=UTC)


def test_the_file_of_participants_runs_nothing_and_keeps_the_nip(masuk, pemeran, sesi, buat_peserta):
    buat_peserta(pemeran.ratna, "ditetapkan", alasan="=HYPERLINK(1)")
    jawab = masuk(pemeran.pengelola_instansi).get(reverse("pelatihan:unduh", args=[sesi.pk]))
    baris = list(openpyxl.load_workbook(BytesIO(b"".join(jawab.streaming_content))).active.values)
    jawab.close()
    assert baris[1][0] == pemeran.ratna.nip
    assert baris[1][-1] == "'=HYPERLINK(1)"


def test_a_refusal_without_reason_changes_nothing(masuk, pemeran, sesi, buat_peserta):
    satu = buat_peserta(pemeran.ratna, "disetujui_atasan")
    klien = masuk(pemeran.pengelola_instansi)
    jawab = klien.post(reverse("pelatihan:peserta_tolak", args=[satu.pk]), {"catatan": " "}, follow=True)
    assert "Tulis catatan agar yang membaca tahu alasannya." in jawab.content.decode()
    satu.refresh_from_db()
    assert satu.status == "disetujui_atasan"


@pytest.mark.parametrize("ke", ["https://jahat.example/", "//jahat.example", "/\\jahat.example"])
def test_the_way_back_stays_on_this_site(masuk, pemeran, buat_peserta, ke):
    satu = buat_peserta(pemeran.ratna, "disetujui_atasan")
    alamat = reverse("pelatihan:peserta_tetapkan", args=[satu.pk])
    jawab = masuk(pemeran.pengelola_instansi).post(alamat, {"kembali": ke})
    assert jawab.headers["Location"] == reverse("pelatihan:sesi", args=[satu.sesi_id])


def test_the_code_is_scanned_on_a_phone_and_recorded_once(masuk, pemeran, sesi, buat_peserta, kini):
    buat_peserta(pemeran.ratna, "ditetapkan")
    kini.move_to(PAGI)
    layar = masuk(pemeran.pengelola_instansi).get(reverse("pelatihan:layar", args=[sesi.pk]))
    assert layar.context["tautan"].endswith(kode_kini(sesi, PAGI))
    assert "<svg" in layar.content.decode()
    ponsel = masuk(pemeran.ratna)
    buka = ponsel.get(layar.context["tautan"])
    assert not Kehadiran.objects.exists()
    alamat = reverse("pelatihan:pindai", args=[sesi.pk])
    segel = buka.context["karcis"].segel
    assert "Kehadiran Anda tercatat" in ponsel.post(alamat, {"segel": segel}).content.decode()
    assert "sudah tercatat sebelumnya" in ponsel.post(alamat, {"segel": segel}).content.decode()
    assert Kehadiran.objects.count() == 1


def test_whoever_is_not_logged_in_comes_back_to_the_code(pemeran, sesi, kini):
    kini.move_to(PAGI)
    jawab = Client().get(reverse("pelatihan:pindai", args=[sesi.pk]) + "?k=abc")
    assert jawab.headers["Location"].startswith("/masuk/?next=/pelatihan/hadir/")


def test_a_wrong_code_is_explained(masuk, pemeran, sesi, kini):
    kini.move_to(PAGI)
    jawab = masuk(pemeran.ratna).get(reverse("pelatihan:pindai", args=[sesi.pk]) + "?k=1-salah")
    assert jawab.status_code == 422
    assert "Kode ini tidak dapat dibaca" in jawab.content.decode()


def test_the_instructor_shows_the_code_of_his_own_session_only(masuk, pemeran, buat_sesi):
    milik, lain = buat_sesi(pengajar=pemeran.rudi), buat_sesi()
    klien = masuk(pemeran.rudi)
    assert klien.get(reverse("pelatihan:layar", args=[milik.pk])).status_code == 200
    assert klien.get(reverse("pelatihan:layar", args=[lain.pk])).status_code == 403


def test_finishing_is_offered_from_the_last_day_and_then_the_screen_is_closed(sesi, pemeran, masuk, kini):
    klien = masuk(pemeran.pengelola_instansi)  # the session lies after `kini`
    kelola, layar = (reverse(f"pelatihan:{nama}", args=[sesi.pk]) for nama in ("sesi_kelola", "layar"))
    assert "selesaikan" not in klien.get(kelola).context["langkah"]
    assert "Presensi belum dibuka" in klien.get(layar).content.decode()
    kini.move_to(PAGI + (sesi.selesai - sesi.mulai) + timedelta(hours=1))
    assert "selesaikan" in klien.get(kelola).context["langkah"]
    type(sesi).objects.filter(pk=sesi.pk).update(status="selesai")
    assert "Presensi sudah ditutup" in klien.get(layar).content.decode()
