"""The tasks of follow-up: twice is once."""

from penghargaan.models import AngkaKredit, RencanaPerbaikan
from penghargaan.services.jadwal_tindak_lanjut import urus_kredit, urus_tindak_lanjut
from penghargaan.tasks import hitung_angka_kredit
from penghargaan.tasks import urus_tindak_lanjut as tugas_tindak_lanjut


def test_plans_open_once(evaluasi_rendah):
    assert [tugas_tindak_lanjut() for _ in range(2)] == [1, 0]
    assert RencanaPerbaikan.objects.count() == 1
    assert urus_tindak_lanjut() == 0


def test_a_closed_year_is_converted_once(buat_tahunan, pemeran, kini):
    buat_tahunan(pemeran.ratna, 2)
    assert [hitung_angka_kredit() for _ in range(2)] == [1, 0]
    assert urus_kredit() == 0
    assert AngkaKredit.objects.count() == 1
