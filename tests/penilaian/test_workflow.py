"""Every status × move × person of the cast, by hand: who may, and what is refused."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from akses.alur import jalankan
from inti.workflow import TransisiDitolak
from penilaian.enums import StatusEvaluasi
from penilaian.models import EvaluasiPeriodik
from penilaian.workflow import ALUR_EVALUASI

# from, move → to and who; every pair that is not here is refused for everybody
BOLEH = {
    ("terbuka", "ajukan"): ("diajukan", "ratna"),
    ("diajukan", "kembalikan"): ("terbuka", "kabid"),
    ("terbuka", "sampaikan"): ("disampaikan", "kabid"),
    ("diajukan", "sampaikan"): ("disampaikan", "kabid"),
    ("disampaikan", "terima"): ("diterima", "ratna"),
    ("terbuka", "kunci"): ("terkunci", "jadwal"),
    ("diajukan", "kunci"): ("terkunci", "jadwal"),
    ("disampaikan", "putus_keberatan"): ("disampaikan", "kadis"),
    ("diterima", "putus_keberatan"): ("disampaikan", "kadis"),
}
AKSI = ("ajukan", "kembalikan", "sampaikan", "terima", "kunci", "putus_keberatan")
PEMILIK_AKSI = {
    "ajukan": "ratna",
    "kembalikan": "kabid",
    "sampaikan": "kabid",
    "terima": "ratna",
    "putus_keberatan": "kadis",
}
ISI_STATUS = {
    "terbuka": {},
    "diajukan": {"diajukan_pada"},
    "disampaikan": {"disampaikan_pada", "nilai"},
    "diterima": {"disampaikan_pada", "diterima_pada", "nilai"},
    "terkunci": set(),
}


def _isi(status: str) -> dict:
    kolom = ISI_STATUS[status]
    isi = {k: timezone.now() for k in kolom if k != "nilai"}
    return isi | ({"rating_hasil": 2, "rating_perilaku": 2, "predikat": 2} if "nilai" in kolom else {})


@pytest.fixture
def pada_status(evaluasi):
    """Ratna's evaluation put straight into a status."""

    def _pada(status: str) -> EvaluasiPeriodik:
        EvaluasiPeriodik.objects.filter(pk=evaluasi.pk).update(status=status, **_isi(status))
        evaluasi.refresh_from_db()
        return evaluasi

    return _pada


def _coba(e, aksi, oleh):
    ke = BOLEH.get((e.status, aksi), ("", ""))[0]
    return jalankan(
        alur=ALUR_EVALUASI, objek=e, aksi=aksi, oleh=oleh, catatan="c", **(_isi(ke) if ke else {})
    )


@pytest.mark.parametrize("aksi", AKSI)
@pytest.mark.parametrize("status", StatusEvaluasi.values)
def test_every_move_from_every_status(pada_status, pemeran, status, aksi):
    e = pada_status(status)
    ke, siapa = BOLEH.get((status, aksi), ("", PEMILIK_AKSI.get(aksi, "jadwal")))
    oleh = None if siapa == "jadwal" else getattr(pemeran, siapa)
    if not ke:
        with pytest.raises(TransisiDitolak):
            _coba(e, aksi, oleh)
        assert not e.riwayat.exists()
        return
    assert _coba(e, aksi, oleh).status == ke
    baris = e.riwayat.get()
    assert (baris.aksi, baris.dari, baris.ke, baris.oleh) == (aksi, status, ke, oleh)


@pytest.mark.parametrize("aksi", sorted(PEMILIK_AKSI))
def test_every_move_is_refused_to_everybody_else(pada_status, pemeran, aksi):
    status = next(s for (s, a) in BOLEH if a == aksi)
    e = pada_status(status)
    for siapa, orang in pemeran.items():
        if siapa != PEMILIK_AKSI[aksi]:
            with pytest.raises(PermissionDenied):
                _coba(e, aksi, orang)
    assert not e.riwayat.exists()


def test_nobody_may_lock_by_hand(pada_status, pemeran):
    e = pada_status("diajukan")
    for _siapa, orang in pemeran.items():  # noqa: PERF102 - the cast is no dict
        with pytest.raises(ValueError, match="schedule"):
            _coba(e, "kunci", orang)


def test_the_schedule_makes_no_move_that_needs_a_person(pada_status):
    for aksi in PEMILIK_AKSI:
        with pytest.raises(ValueError, match="needs a person"):
            _coba(pada_status("diajukan"), aksi, None)
