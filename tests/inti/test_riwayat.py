"""History is append-only, and a status changes only through the table."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from akses.alur import jalankan, tersedia
from akses.services import boleh
from inti.workflow import Alur, TransisiDitolak, periksa, transisi
from sasaran.models import RiwayatSKP
from sasaran.workflow import ALUR_SKP


def test_a_move_writes_who_what_from_to_and_why(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "diajukan")
    jalankan(
        alur=ALUR_SKP, objek=skp, aksi="kembalikan", oleh=pemeran.kabid, catatan=" Perjelas target. ",
        catatan_penilai="Perjelas target.",
    )  # fmt: skip
    baris = skp.riwayat.get()
    assert (baris.aksi, baris.dari, baris.ke) == ("kembalikan", "diajukan", "dikembalikan")
    assert (baris.oleh, baris.catatan) == (pemeran.kabid, "Perjelas target.")


UBAHAN = {
    "update": lambda: RiwayatSKP.objects.update(catatan="lain"),
    "delete": lambda: RiwayatSKP.objects.all().delete(),
}


@pytest.mark.parametrize("ubahan", UBAHAN.values(), ids=UBAHAN)
def test_the_database_refuses_to_change_history(pemeran, buat_skp, ubahan):
    skp = buat_skp(pemeran.ratna, "draf")
    skp.riwayat.create(aksi="ajukan", dari="draf", ke="diajukan", oleh=pemeran.ratna)
    with pytest.raises(DatabaseError, match="Cannot update or delete rows"), transaction.atomic():
        ubahan()
    assert RiwayatSKP.objects.get().catatan == ""


def test_a_refused_move_writes_nothing(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "draf")
    with pytest.raises(TransisiDitolak) as galat:
        jalankan(alur=ALUR_SKP, objek=skp, aksi="setujui", oleh=pemeran.kabid)
    assert galat.value.kode == "status"
    with pytest.raises(PermissionDenied):
        jalankan(alur=ALUR_SKP, objek=skp, aksi="ajukan", oleh=pemeran.kabid)
    skp.refresh_from_db()
    assert skp.status == "draf"
    assert not skp.riwayat.exists()


def test_sending_back_needs_a_note_in_the_table_and_in_the_database(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "diajukan")
    with pytest.raises(TransisiDitolak) as galat:
        jalankan(alur=ALUR_SKP, objek=skp, aksi="kembalikan", oleh=pemeran.kabid, catatan="  ")
    assert galat.value.kode == "catatan"
    with pytest.raises(IntegrityError), transaction.atomic():
        type(skp).objects.filter(pk=skp.pk).update(status="dikembalikan")


def test_the_schedule_makes_only_its_own_moves(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "diajukan")
    with pytest.raises(ValueError, match="needs a person"):
        jalankan(alur=ALUR_SKP, objek=skp, aksi="setujui", oleh=None)
    with pytest.raises(ValueError, match="schedule only"):
        jalankan(alur=ALUR_SKP, objek=skp, aksi="gantikan", oleh=pemeran.kabid)


def test_a_person_is_offered_what_he_may_do_now(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "diajukan")

    def ditawarkan(orang):
        return [t.aksi for t in tersedia(ALUR_SKP, skp, orang, lambda izin: boleh(orang, izin, skp))]

    assert ditawarkan(pemeran.kabid) == ["kembalikan", "setujui"]
    assert ditawarkan(pemeran.ratna) == ["tarik"]
    assert ditawarkan(pemeran.kadis) == []


def test_an_unknown_action_is_refused_with_a_sentence():
    alur = Alur("uji", "a", (transisi("maju", "a", "b"),))
    assert alur.semua_status == {"a", "b"}
    with pytest.raises(TransisiDitolak, match="tidak dikenal"):
        periksa(alur, "terbang", "a")
