"""Keys that are looked up once per statement refuse what the database's own would, from both sides."""

import uuid
from datetime import date

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from pegawai.models import UnitKerja
from penghargaan.models import AngkaKredit, BarisBonus, KandidatPenghargaan
from penilaian.services.capaian_massal import isi_capaian
from tests.penghargaan.bahan import calon, draf_bonus, tahunan

TIADA = uuid.UUID(int=7)


def _sql(perintah: str, *isian: object) -> None:
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(perintah, isian)


def _kredit(pegawai, evaluasi_id) -> AngkaKredit:
    return AngkaKredit(
        pegawai_id=pegawai.pk, jenis="konversi", jenjang="PT", nilai=12, tahunan_id=evaluasi_id, predikat=2,
        bulan=12, persentase=100, koefisien=12, mulai=date(2026, 1, 1), selesai=date(2026, 12, 31),
    )  # fmt: skip


@pytest.mark.parametrize("kolom", ["evaluasi_id", "kebijakan_id"])
def test_a_row_points_to_what_exists_when_it_is_written_and_when_it_is_changed(pemeran, siklus, kolom):
    satu = calon(pemeran.ratna, siklus)
    tiada = TIADA if kolom == "evaluasi_id" else 987_654
    with pytest.raises(IntegrityError, match=f"{kolom} is not in"), transaction.atomic():
        KandidatPenghargaan.objects.filter(pk=satu.pk).update(**{kolom: tiada})
    satu.pk = uuid.uuid4()
    setattr(satu, kolom, tiada)
    with pytest.raises(IntegrityError, match=f"{kolom} is not in"), transaction.atomic():
        satu.save(force_insert=True)


@pytest.mark.parametrize("tabel", ["penilaian_evaluasitahunan", "penghargaan_kebijakanpenghargaan"])
def test_what_is_pointed_to_is_not_deleted(pemeran, siklus, tabel):
    satu = calon(pemeran.ratna, siklus)
    kunci = satu.evaluasi_id if tabel == "penilaian_evaluasitahunan" else satu.kebijakan_id
    with pytest.raises(IntegrityError, match="is still in penghargaan_kandidatpenghargaan"):
        _sql(f"DELETE FROM {tabel} WHERE id = %s", kunci)
    KandidatPenghargaan.objects.all().delete()
    _sql(f"DELETE FROM {tabel} WHERE id = %s", kunci)


def test_angka_kredit_belongs_to_an_evaluation_that_stays_or_to_a_person_who_does(pemeran, siklus):
    with pytest.raises(IntegrityError, match="tahunan_id is not in"), transaction.atomic():
        _kredit(pemeran.sari, TIADA).save()
    awal = AngkaKredit(
        pegawai_id=TIADA, jenis="integrasi", jenjang="PT", nilai=50, selesai=date(2023, 1, 1), keterangan="SK"
    )
    with pytest.raises(IntegrityError, match="there is no pegawai"), transaction.atomic():
        awal.save()
    satu = tahunan(pemeran.sari, siklus, 2)
    _kredit(pemeran.sari, satu.pk).save()
    with pytest.raises(IntegrityError, match="is still in penghargaan_angkakredit"):
        _sql("DELETE FROM penilaian_evaluasitahunan WHERE id = %s", satu.pk)
    with pytest.raises(IntegrityError, match="has angka kredit"):
        _sql("DELETE FROM pegawai_pegawai WHERE id = %s", pemeran.sari.pk)


def test_lines_of_a_bonus_have_a_run_that_stays(pemeran, siklus):
    draf = draf_bonus(pemeran, siklus)
    milik = BarisBonus.objects.filter(perhitungan=draf)
    with pytest.raises(IntegrityError, match="while it is a draft"), transaction.atomic():
        milik.update(perhitungan_id=TIADA)
    with pytest.raises(IntegrityError, match="has lines"):
        _sql("DELETE FROM penghargaan_perhitunganbonus WHERE id = %s", draf.pk)


def test_who_leads_a_unit_with_a_label_or_sets_it_is_not_deleted(pemeran, siklus):
    assert isi_capaian(siklus=siklus, pada=date(2026, 6, 1), kabari=False) > 0
    label = siklus.capaian.get(unit=UnitKerja.objects.get(depth=1))
    with pytest.raises(IntegrityError, match="is still in penilaian_capaianorganisasi"):
        _sql("DELETE FROM pegawai_pegawai WHERE id = %s", label.kepala_id)


@pytest.mark.django_db(transaction=True)
def test_who_deletes_waits_for_who_writes(pemeran, siklus):
    """A row that is not committed yet counts: it cannot lose its evaluation in between."""
    satu = calon(pemeran.ratna, siklus)
    KandidatPenghargaan.objects.all().delete()
    satu.pk = uuid.uuid4()
    s = connection.settings_dict
    with psycopg.connect(host=s["HOST"], user=s["USER"], dbname=s["NAME"]) as lain, transaction.atomic():
        satu.save(force_insert=True)
        lain.execute("SET lock_timeout = '100ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            lain.execute("DELETE FROM penilaian_evaluasitahunan WHERE id = %s", [satu.evaluasi_id])
        lain.rollback()
    with pytest.raises(IntegrityError, match="is still in"):
        _sql("DELETE FROM penilaian_evaluasitahunan WHERE id = %s", satu.evaluasi_id)
