"""Hours from the catalogue and from elsewhere, by the year a training ended in."""

from datetime import date

import pytest

from pelatihan.models import PelatihanLuar
from pelatihan.services.jp import posisi

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("status", "selesai", "jumlah"),
    [
        ("diterima", date(2026, 1, 1), 18),
        ("diterima", date(2026, 12, 31), 18),
        ("diterima", date(2025, 12, 31), 8),
        ("diajukan", date(2026, 5, 5), 8),
        ("dikembalikan", date(2026, 5, 5), 8),
        ("ditarik", date(2026, 5, 5), 8),
    ],
)
def test_only_what_was_checked_counts_in_the_year_it_ended(status, selesai, jumlah, buat_peserta, pemeran):
    buat_peserta(pemeran.ratna, "lulus")
    PelatihanLuar.objects.create(
        pegawai=pemeran.ratna, nama="Kursus", jenis=11, penyelenggara="LAN", nomor="1", jp=10,
        mulai=date(2025, 12, 1), selesai=selesai, berkas="x", nama_berkas="x", jenis_konten="x",
        sha256="0" * 64, catatan="c", status=status,
    )  # fmt: skip
    assert posisi(pegawai=pemeran.ratna, tahun=2026).jumlah == jumlah
