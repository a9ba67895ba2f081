"""Four eyes when everybody presses at once, with real connections: one move is made, no person wears two hats."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from akses.enums import Peran
from akses.models import PenugasanPeran
from inti.workflow import TransisiDitolak
from penghargaan.models import BukuPenghargaan, PerhitunganBonus, UsulanPenghargaan
from penghargaan.services.bonus import periksa as periksa_bonus
from penghargaan.services.bonus import token_versi
from penghargaan.services.penghargaan_usulan import periksa, putuskan, usulkan
from tests.penghargaan.bahan import ISI, NOMOR, calon, draf_bonus, usul

pytestmark = pytest.mark.django_db(transaction=True)


def _serentak(*panggilan) -> list[str]:
    def satu(lakukan):
        try:
            lakukan()
        except TransisiDitolak as tolak:
            return tolak.kode
        finally:
            connection.close()
        return "ya"

    with ThreadPoolExecutor(len(panggilan)) as kolam:
        return sorted(kolam.map(satu, panggilan))


def test_two_nominations_of_one_candidate(pemeran, siklus):
    satu = calon(pemeran.ratna, siklus)
    hasil = _serentak(
        lambda: usulkan(kandidat=satu, oleh=pemeran.kabid, **ISI),
        lambda: usulkan(kandidat=satu, oleh=pemeran.kadis, **ISI),
    )
    assert hasil == ["status", "ya"]
    assert UsulanPenghargaan.objects.count() == 1


def test_two_decisions_give_one_award(pemeran, siklus):
    satu = periksa(usulan=usul(pemeran, siklus), oleh=pemeran.pengelola_instansi)
    isi = {"usulan": satu, "oleh": pemeran.pimpinan, "nomor_keputusan": NOMOR}
    assert _serentak(lambda: putuskan(**isi), lambda: putuskan(**isi)) == ["status", "ya"]
    assert BukuPenghargaan.objects.count() == 1


def test_drafter_and_checker_press_at_once(pemeran, siklus, pemeriksa):
    PenugasanPeran.objects.create(
        pegawai=pemeran.auditor, peran=Peran.PENGELOLA_INSTANSI, mulai=date(2022, 1, 1)
    )
    draf = draf_bonus(pemeran, siklus)
    isi = {"perhitungan": draf, "versi": token_versi(draf.dihitung_pada)}
    hasil = _serentak(
        lambda: periksa_bonus(oleh=pemeran.pengelola_instansi, **isi),
        lambda: periksa_bonus(oleh=pemeriksa, **isi),
        lambda: periksa_bonus(oleh=pemeran.auditor, **isi),
    )
    assert hasil == ["benturan", "status", "ya"]
    assert PerhitunganBonus.objects.get().pemeriksa_id in (pemeriksa.pk, pemeran.auditor.pk)
