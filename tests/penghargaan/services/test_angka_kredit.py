"""The statement for many and the pure function agree; rows are only added."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, connection, transaction

from inti.kalender import Zona
from inti.workflow import TransisiDitolak
from pegawai.models import Jabatan, Penempatan
from pemberitahuan.models import Pesan
from penghargaan.aturan.angka_kredit import TABEL, angka_kredit, bulan_penuh
from penghargaan.models import AngkaKredit
from penghargaan.services import angka_kredit as layanan
from penghargaan.services.angka_kredit_baca import buku
from tests.pemeran import _jabatan


def pindah(orang, jenjang: str, pada: date, sampai: date | None = None, jenis: str = "fungsional") -> None:
    """From `pada` in a post of this level; the one before ends the day before."""
    lama = orang.penempatan.order_by("-mulai").first()
    if pada > lama.mulai:
        lama.selesai = date.fromordinal(pada.toordinal() - 1)
        lama.save()
    jabatan = Jabatan.objects.filter(jenis=jenis, jenjang=jenjang).first() or _jabatan(
        f"Analis {jenjang}", jenis, jenjang=jenjang
    )
    Penempatan.objects.create(pegawai=orang, unit=lama.unit, jabatan=jabatan, mulai=pada, selesai=sampai)


@pytest.mark.parametrize("predikat", [1, 2, 3, 4, 5])
def test_a_whole_year_in_one_level(buat_tahunan, pemeran, tahun_tutup, predikat):
    buat_tahunan(pemeran.ratna, predikat)
    assert [layanan.hitung_tahun(siklus=tahun_tutup) for _ in range(2)] == [1, 0]
    satu = AngkaKredit.objects.get()
    assert satu.nilai == angka_kredit("MU", predikat, 12, date(2025, 12, 31))
    assert (satu.jenjang, satu.bulan, satu.mulai, satu.selesai) == (
        "MU", 12, date(2025, 1, 1), date(2025, 12, 31)
    )  # fmt: skip


@pytest.mark.parametrize("jenjang", [j.nama for j in TABEL[-1].jenjang.values()])
@pytest.mark.parametrize("mulai", [date(2025, 3, 1), date(2025, 3, 2), date(2025, 8, 31), date(2025, 12, 1)])
def test_every_level_and_day_of_beginning_agree_with_the_rule(
    buat_tahunan, pemeran, tahun_tutup, jenjang, mulai
):
    buat_tahunan(pemeran.sari, 3)
    pindah(pemeran.sari, jenjang, mulai)
    layanan.hitung_tahun(siklus=tahun_tutup)
    satu = AngkaKredit.objects.get()
    bulan = bulan_penuh(mulai, None, 2025)
    assert (satu.bulan, satu.nilai) == (bulan, angka_kredit(jenjang, 3, bulan, date(2025, 12, 31)))


def test_a_change_of_level_gives_two_rows_and_a_half_month_none(buat_tahunan, pemeran, tahun_tutup):
    buat_tahunan(pemeran.ratna, 2)
    pindah(pemeran.ratna, "Ahli Madya", date(2025, 7, 15))
    assert layanan.hitung_tahun(siklus=tahun_tutup) == 2
    # January to June as Muda, August to December as Madya
    assert sorted(AngkaKredit.objects.values_list("jenjang", "bulan", "nilai")) == [
        ("MA", 5, Decimal("15.63")),
        ("MU", 6, Decimal("12.50")),
    ]


def test_a_move_within_the_level_keeps_the_month(buat_tahunan, pemeran, tahun_tutup):
    buat_tahunan(pemeran.ratna, 2)
    pindah(pemeran.ratna, "Ahli Muda", date(2025, 7, 15))
    layanan.hitung_tahun(siklus=tahun_tutup)
    assert AngkaKredit.objects.get().bulan == 12


def test_nothing_for_other_posts_open_years_and_undelivered_results(buat_tahunan, pemeran, tahun_tutup):
    buat_tahunan(pemeran.sari, 2)  # pelaksana
    tahunan = buat_tahunan(pemeran.ratna, 2, "ditandatangani")
    assert layanan.hitung_tahun(siklus=tahun_tutup) == 0
    type(tahunan).objects.filter(pk=tahunan.pk).update(status="disampaikan")
    tahun_tutup.status = "terbuka"
    assert layanan.hitung_tahun(siklus=tahun_tutup) == 0


def test_a_changed_label_is_corrected_by_a_counter_row_and_told(buat_tahunan, pemeran, tahun_tutup):
    tahunan = buat_tahunan(pemeran.ratna, 3)
    hari = date(2026, 3, 2)
    assert layanan.urus_angka_kredit(zona=Zona.WIB, tanggal=hari) == 1
    type(tahunan).objects.update(rating_hasil=2, predikat=2)
    assert [layanan.urus_angka_kredit(zona=Zona.WIB, tanggal=hari) for _ in range(2)] == [1, 0]
    isi = list(AngkaKredit.objects.order_by("dibuat_pada", "versi").values_list("jenis", "nilai"))
    assert sorted(isi) == [
        ("konversi", Decimal("18.75")), ("konversi", Decimal("25.00")), ("koreksi", Decimal("-18.75")),
    ]  # fmt: skip
    assert buku(pemeran.ratna).jumlah == Decimal("25.00")
    assert Pesan.objects.filter(jenis="angka_kredit_terbit", penerima=pemeran.ratna).count() == 2
    assert layanan.urus_angka_kredit(zona=Zona.WITA, tanggal=hari) == 0
    assert layanan.urus_angka_kredit(zona=Zona.WIB, tanggal=date(2028, 1, 1)) == 0


def test_a_step_that_died_is_done_by_the_next_run(buat_tahunan, pemeran, tahun_tutup, settings):
    settings.SIKLUS_HALAMAN_PER_LANGKAH = 1
    buat_tahunan(pemeran.ratna, 2)
    sebelum = transaction.savepoint()
    assert layanan.hitung_tahun(siklus=tahun_tutup) == 1
    transaction.savepoint_rollback(sebelum)  # what PostgreSQL does when the worker dies
    assert not AngkaKredit.objects.exists()
    assert layanan.hitung_tahun(siklus=tahun_tutup) == 1


def test_a_start_value_once_per_level_and_what_is_missing(pemeran, buat_tahunan, tahun_tutup):
    isi = {
        "pegawai": pemeran.ratna, "jenis": "integrasi", "jenjang": "MU", "nilai": Decimal("40.5"),
        "pada": date(2022, 12, 31), "keterangan": "PAK 800/5", "oleh": pemeran.pengelola_instansi,
    }  # fmt: skip
    layanan.catat_awal(**isi)
    with pytest.raises(TransisiDitolak, match="sudah ada"):
        layanan.catat_awal(**isi)
    with pytest.raises(PermissionDenied):
        layanan.catat_awal(**isi | {"oleh": pemeran.pengelola_opd})
    with pytest.raises(ValueError, match="dengan tangan"):
        layanan.catat_awal(**isi | {"jenis": "konversi"})
    buat_tahunan(pemeran.ratna, 1)
    layanan.hitung_tahun(siklus=tahun_tutup)
    hasil = buku(pemeran.ratna)
    assert hasil.jumlah == Decimal("78.00")
    assert (hasil.pangkat.butuh, hasil.pangkat.kurang) == (100, Decimal("22.00"))
    assert (hasil.naik_jenjang.butuh, hasil.naik_jenjang.kurang) == (200, Decimal("122.00"))
    assert "12 bulan ÷ 12 × 150% × koefisien 25 = 37,5" in [str(b.hitungan) for b in hasil.baris]


def test_a_correction_by_hand_adds_rows_and_changes_none(pemeran, buat_tahunan, tahun_tutup):
    buat_tahunan(pemeran.ratna, 2)
    layanan.hitung_tahun(siklus=tahun_tutup)
    satu, pi = AngkaKredit.objects.get(), pemeran.pengelola_instansi
    with pytest.raises(TransisiDitolak, match="alasan"):
        layanan.koreksi(baris=satu, alasan=" ", oleh=pi)
    lawan, ganti = layanan.koreksi(baris=satu, alasan="TMT keliru", bulan=10, oleh=pi)
    assert (lawan.nilai, ganti.nilai, ganti.versi) == (Decimal("-25.00"), Decimal("20.83"), 2)
    with pytest.raises(TransisiDitolak, match="sudah dikoreksi"):
        layanan.koreksi(baris=satu, alasan="lagi", oleh=pi)
    with pytest.raises(PermissionDenied):
        layanan.koreksi(baris=ganti, alasan="x", oleh=pemeran.ratna)
    assert layanan.hitung_tahun(siklus=tahun_tutup) == 0
    for perintah in ("DELETE FROM penghargaan_angkakredit", "UPDATE penghargaan_angkakredit SET nilai = 1"):
        with pytest.raises(ProgrammingError, match="Cannot"), transaction.atomic(), connection.cursor() as k:
            k.execute(perintah)


def test_nobody_writes_into_his_own_book(pemeran, db):
    """HR people have angka kredit too; a colleague enters and corrects theirs."""
    isi = {
        "pegawai": pemeran.pengelola_instansi, "jenis": "integrasi", "jenjang": "MU", "nilai": Decimal("40.5"),
        "pada": date(2022, 12, 31), "keterangan": "PAK 800/5", "oleh": pemeran.pengelola_instansi,
    }  # fmt: skip
    with pytest.raises(TransisiDitolak, match="oleh orang lain"):
        layanan.catat_awal(**isi)
    baris = AngkaKredit.objects.create(
        pegawai=pemeran.pengelola_instansi, jenis="integrasi", jenjang="MU", nilai=Decimal("40.5"),
        selesai=date(2022, 12, 31), keterangan="PAK", dibuat_oleh=pemeran.kabid,
    )  # fmt: skip
    with pytest.raises(TransisiDitolak, match="oleh orang lain"):
        layanan.koreksi(baris=baris, alasan="x", oleh=pemeran.pengelola_instansi)
