"""Lines in SQL: the same amounts as the pure rule, replaced as a whole while a draft, never after."""

import random

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F

from inti.workflow import TransisiDitolak
from pegawai.enums import KedudukanHukum
from pegawai.models import Jabatan, Pegawai, UnitKerja
from penghargaan.aturan.bonus import Keadaan, rinci
from penghargaan.models import BarisBonus, PerhitunganBonus
from penghargaan.services.bonus import susun
from penghargaan.services.bonus_hitung import hitung_bonus, kebijakan_dari, selisih_hitung
from tests.penghargaan.bahan import draf_bonus, kebijakan_bonus, periode_tutup, periodik


def _baris(perhitungan, pegawai):
    return BarisBonus.objects.get(perhitungan=perhitungan, pegawai=pegawai)


def test_amounts_by_hand(pemeran, siklus):
    """0,6 × 3.854.725 × 100 % and × 90 %: see vektor/bonus.csv."""
    satu = draf_bonus(pemeran, siklus)
    assert _baris(satu, pemeran.ratna).jumlah == 2312835
    assert _baris(satu, pemeran.sari).jumlah == 2081552
    assert _baris(satu, pemeran.rudi).alasan == "tanpa_evaluasi"
    assert not BarisBonus.objects.filter(pegawai=pemeran.bupati).exists()
    assert selisih_hitung(satu) == 0


@pytest.mark.parametrize("benih", range(3))
def test_sql_and_rule_agree_on_random_people(pemeran, siklus, benih):
    acak = random.Random(benih)
    kebijakan_bonus(persen=acak.choice([60, "33.33", "12.5"]), tugas_belajar=acak.random() < 0.5)
    periode = periode_tutup(siklus)
    harusnya = {}
    for orang in dict(pemeran.items()).values():
        ada = Pegawai.objects.select_related("atasan__penempatan").get(pk=orang.pk)
        if ada.atasan.penilai_id is None:
            continue
        kelas = acak.choice([None, 7, 9, 16])
        jabatan = Jabatan.objects.create(nama=f"Jabatan {orang.nama}", jenis="pelaksana", kelas=kelas)
        ada.atasan.penempatan.jabatan = jabatan
        ada.atasan.penempatan.save()
        kedudukan = acak.choice(["01", "01", "01", *KedudukanHukum.values])
        Pegawai.objects.filter(pk=orang.pk).update(kedudukan_hukum=kedudukan)
        predikat = acak.choice([None, 1, 2, 3, 4, 5])
        periodik(orang, periode, predikat)
        harusnya[orang.pk] = Keadaan(kelas, predikat, kedudukan)
    satu = susun(
        periode=periode, unit=UnitKerja.objects.get(depth=1), anggaran=0, oleh=pemeran.pengelola_instansi
    )
    hitung_bonus(perhitungan=satu, oleh=pemeran.pengelola_instansi)
    aturan = kebijakan_dari(satu.kebijakan)
    didapat = {b.pegawai_id: (b.alasan, b.dasar, b.bagian, b.hak) for b in BarisBonus.objects.all()}
    diharap = {k: rinci(aturan, v) for k, v in harusnya.items()}
    assert didapat == {k: (r.alasan, r.dasar, r.bagian, r.hak) for k, r in diharap.items()}
    assert selisih_hitung(satu) == 0


def test_computing_again_replaces_the_lines(pemeran, siklus):
    satu = draf_bonus(pemeran, siklus)
    lama = satu.dihitung_pada
    Pegawai.objects.filter(pk=pemeran.sari.pk).update(kedudukan_hukum="15")
    banyak = BarisBonus.objects.count()
    assert hitung_bonus(perhitungan=satu, oleh=pemeran.pengelola_instansi) == banyak
    baru = _baris(satu, pemeran.sari)
    assert (baru.alasan, baru.jumlah) == ("hukuman_disiplin", 0)
    satu.refresh_from_db()
    assert satu.dihitung_pada > lama


def test_only_the_drafter_computes(pemeran, siklus, pemeriksa):
    satu = draf_bonus(pemeran, siklus)
    with pytest.raises(TransisiDitolak) as tolak:
        hitung_bonus(perhitungan=satu, oleh=pemeriksa)
    assert tolak.value.kode == "penyusun"
    with pytest.raises(PermissionDenied):
        hitung_bonus(perhitungan=satu, oleh=pemeran.kadis)


@pytest.mark.parametrize("cara", ["ubah", "hapus", "tambah", "hitung"])
def test_checked_lines_stand_still_from_every_door(pemeran, siklus, pemeriksa, cara):
    satu = draf_bonus(pemeran, siklus)
    PerhitunganBonus.objects.filter(pk=satu.pk).update(
        status="diperiksa", pemeriksa=pemeriksa, diperiksa_pada=satu.dihitung_pada
    )
    if cara == "hitung":
        with pytest.raises(TransisiDitolak):
            hitung_bonus(perhitungan=satu, oleh=pemeran.pengelola_instansi)
        return
    milik = BarisBonus.objects.filter(perhitungan=satu, pegawai=pemeran.ratna)
    baru = BarisBonus(
        perhitungan=satu, pegawai=pemeran.bupati, dasar=0, persen=60, bagian=0, alasan="cltn", hak=0, jumlah=0
    )
    coba = {
        "ubah": lambda: milik.update(hak=F("hak") + 1, jumlah=F("jumlah") + 1),
        "hapus": milik.delete,
        "tambah": lambda: baru.save(force_insert=True),
    }
    with pytest.raises(IntegrityError, match="draft"), transaction.atomic():
        coba[cara]()


def test_the_database_refuses_a_line_that_does_not_add_up(pemeran, siklus):
    baris = _baris(draf_bonus(pemeran, siklus), pemeran.ratna)
    with pytest.raises(IntegrityError, match="baris_bonus_selisih"), transaction.atomic():
        BarisBonus.objects.filter(pk=baris.pk).update(jumlah=1)
