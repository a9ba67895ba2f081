"""The permission matrix against the sheet written by hand, and every relation against the database."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from akses.enums import Izin, Relasi
from akses.matriks import MATRIKS
from akses.models import PenugasanPeran
from akses.services import boleh, boleh_umum, pelaku_dari, terlihat_oleh, wajib_boleh
from pegawai.models import Pegawai, Penempatan
from sasaran.models import SKP

LEMBAR = list(csv.DictReader((Path(__file__).parent / "matriks.csv").read_text().splitlines()))


def test_the_sheet_names_every_permission_and_every_relation_once():
    assert [b["izin"] for b in LEMBAR] == [str(i) for i in Izin]
    assert set(LEMBAR[0]) - {"izin", "sumber"} == {str(r) for r in Relasi}


@pytest.mark.parametrize("baris", LEMBAR, ids=lambda b: b["izin"])
def test_the_matrix_says_what_the_sheet_says(baris):
    tertulis = {r for r in Relasi if baris[str(r)] == "ya"}
    assert MATRIKS[Izin(baris["izin"])] == tertulis


# Who sees Ratna's approved SKP, by name and not by rule.
PEMBACA_SKP_RATNA = {
    "ratna", "kabid", "kadis", "pengelola_instansi", "pengelola_opd", "pimpinan", "auditor",
}  # fmt: skip


def test_who_reads_an_skp(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna)
    pembaca = {nama for nama, orang in pemeran.items() if boleh(orang, Izin.SKP_LIHAT, skp)}
    assert pembaca == PEMBACA_SKP_RATNA


def test_only_the_frozen_assessor_approves(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "diajukan")
    assert [n for n, o in pemeran.items() if boleh(o, Izin.SKP_TETAPKAN, skp)] == ["kabid"]
    SKP.objects.filter(pk=skp.pk).update(penilai=pemeran.kadis)
    assert [n for n, o in pemeran.items() if boleh(o, Izin.SKP_TETAPKAN, skp)] == ["kadis"]


def test_managing_somebody_is_not_managing_this_person(pemeran, buat_skp):
    skp_rudi = buat_skp(pemeran.rudi)
    assert not boleh(pemeran.kabid, Izin.SKP_LIHAT, skp_rudi)
    assert not boleh(pemeran.pengelola_opd, Izin.SKP_LIHAT, skp_rudi)
    assert boleh(pemeran.pengelola_opd_lain, Izin.SKP_LIHAT, skp_rudi)


def test_peers_are_people_of_the_same_unit(pemeran):
    terlihat = terlihat_oleh(Pegawai.objects.all(), pemeran.ratna, Izin.PEGAWAI_LIHAT)
    assert set(terlihat) == {pemeran.ratna, pemeran.sari, pemeran.kabid}


def test_an_opd_role_covers_its_subtree_only(pemeran):
    terlihat = set(terlihat_oleh(Pegawai.objects.all(), pemeran.pengelola_opd, Izin.PEGAWAI_KELOLA))
    assert terlihat == {pemeran.kadis, pemeran.kabid, pemeran.ratna, pemeran.sari, pemeran.pengelola_opd}
    penempatan = terlihat_oleh(Penempatan.objects.all(), pemeran.pengelola_opd, Izin.PEGAWAI_KELOLA)
    assert {p.pegawai for p in penempatan} == terlihat


def test_an_expired_role_gives_nothing(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna)
    pemeran.auditor.penugasan_peran.update(selesai="2022-12-31")
    assert not boleh(pemeran.auditor, Izin.SKP_LIHAT, skp)
    assert not boleh_umum(pemeran.auditor, Izin.SIKLUS_LIHAT)


def test_nobody_and_a_person_without_placement_see_nothing(pemeran, buat_skp):
    buat_skp(pemeran.ratna)
    baru = Pegawai.objects.create(
        nip="199001012020121001", nama="Tanpa Penempatan", jenis="pns", jenis_kelamin="L"
    )
    for siapa in (None, baru):
        assert not terlihat_oleh(SKP.objects.all(), siapa, Izin.SKP_LIHAT).exists()


def test_wajib_boleh_raises_for_whoever_may_not(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna)
    wajib_boleh(pemeran.ratna, Izin.SKP_LIHAT, skp)
    with pytest.raises(PermissionDenied):
        wajib_boleh(pemeran.rudi, Izin.SKP_LIHAT, skp)


def test_knowing_who_acts_takes_two_queries_however_many_he_assesses(pemeran, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        pelaku = pelaku_dari(pemeran.kabid)
    assert pelaku.menilai
    with django_assert_max_num_queries(2):
        assert not pelaku_dari(pemeran.ratna).menilai


@pytest.mark.django_db
@pytest.mark.parametrize("peran", ["pengelola_instansi", "auditor", "admin_sistem"])
def test_a_role_of_the_whole_government_names_no_unit(pemeran, peran):
    unit = pemeran.kabid.atasan.unit
    baris = PenugasanPeran(pegawai=pemeran.sari, peran=peran, unit=unit, mulai=date(2026, 1, 1))
    with pytest.raises(ValidationError, match="seluruh instansi"):
        baris.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        baris.save()
