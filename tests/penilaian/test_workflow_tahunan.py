"""Yearly evaluation: every status × move × person of the cast, by hand: who may, and what is refused."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from akses.alur import jalankan
from inti.workflow import TransisiDitolak
from penilaian.enums import StatusTahunan
from penilaian.models import EvaluasiTahunan
from penilaian.workflow import ALUR_TAHUNAN

SAMPAI = ("disampaikan", "diterima", "ditolak", "tanpa_tanggapan")
# from, move → to and who; every pair that is not here is refused for everybody
BOLEH = {
    ("terbuka", "tandatangani"): ("ditandatangani", "kabid"),
    ("ditandatangani", "tarik"): ("terbuka", "kabid"),
    ("terbuka", "lewat_waktu"): ("menunggu_atasan", "jadwal"),
    ("menunggu_atasan", "ambil_alih"): ("ditandatangani", "kadis"),
    ("ditandatangani", "sampaikan"): ("disampaikan", "kabid"),
    ("disampaikan", "terima"): ("diterima", "ratna"),
    ("tanpa_tanggapan", "terima"): ("diterima", "ratna"),
    ("disampaikan", "tolak"): ("ditolak", "ratna"),
    ("tanpa_tanggapan", "tolak"): ("ditolak", "ratna"),
    ("disampaikan", "lewati_tanggapan"): ("tanpa_tanggapan", "jadwal"),
    **{(s, "ajukan_keberatan"): ("keberatan", "ratna") for s in SAMPAI},
    ("keberatan", "cabut_keberatan"): ("disampaikan", "ratna"),
    ("keberatan", "putus_keberatan"): ("diputus", "kadis"),
    **{
        (s, "selesaikan"): ("selesai", "jadwal")
        for s in ("diterima", "ditolak", "tanpa_tanggapan", "diputus")
    },
}
PEMILIK = {
    "tandatangani": "kabid", "tarik": "kabid", "ambil_alih": "kadis", "sampaikan": "kabid", "terima": "ratna",
    "tolak": "ratna", "ajukan_keberatan": "ratna", "cabut_keberatan": "ratna", "putus_keberatan": "kadis",
}  # fmt: skip
AKSI = (*PEMILIK, "lewat_waktu", "lewati_tanggapan", "selesaikan")
JUGA = {"sampaikan": {"kadis"}}  # the superior delivers what he signed himself; the service asks who signed


def _isi(status: str, pemeran) -> dict:
    kini = timezone.now()
    if status in ("terbuka", "menunggu_atasan"):
        return {
            "predikat": None,
            "ditandatangani_pada": None,
            "ditandatangani_oleh": None,
            "capaian_organisasi": None,
        }
    return {
        "rating_hasil": 2, "rating_perilaku": 2, "predikat": 2, "capaian_organisasi": 2, "tanggapan": "c",
        "ditandatangani_pada": kini, "ditandatangani_oleh": pemeran.kabid, "disampaikan_pada": kini,
        "ditanggapi_pada": kini,
    }  # fmt: skip


@pytest.fixture
def pada_status(tahunan, pemeran):
    """Ratna's evaluation put straight into a status."""

    def _pada(status: str) -> EvaluasiTahunan:
        EvaluasiTahunan.objects.filter(pk=tahunan.pk).update(status=status, **_isi(status, pemeran))
        tahunan.refresh_from_db()
        return tahunan

    return _pada


def _coba(e, aksi, oleh, pemeran):
    ke = BOLEH.get((e.status, aksi), ("", ""))[0]
    isian = _isi(ke, pemeran) if ke else {}
    return jalankan(alur=ALUR_TAHUNAN, objek=e, aksi=aksi, oleh=oleh, catatan="c", **isian)


def test_the_table_holds_these_moves_and_no_other():
    ada = {(s, t.aksi): t.ke for t in ALUR_TAHUNAN.transisi for s in t.dari}
    assert ada == {kunci: ke for kunci, (ke, _siapa) in BOLEH.items()}


@pytest.mark.parametrize("status", StatusTahunan.values)
def test_every_move_from_every_status(pada_status, pemeran, status):
    for aksi in AKSI:
        e = pada_status(status)
        ke, siapa = BOLEH.get((status, aksi), ("", PEMILIK.get(aksi, "jadwal")))
        oleh = None if siapa == "jadwal" else getattr(pemeran, siapa)
        lama = e.riwayat.count()
        if not ke:
            with pytest.raises(TransisiDitolak):
                _coba(e, aksi, oleh, pemeran)
            assert e.riwayat.count() == lama
            continue
        assert _coba(e, aksi, oleh, pemeran).status == ke
        baris = e.riwayat.order_by("-id").first()
        assert (baris.aksi, baris.dari, baris.ke, baris.oleh) == (aksi, status, ke, oleh)


@pytest.mark.parametrize("aksi", sorted(PEMILIK))
def test_every_move_is_refused_to_everybody_else(pada_status, pemeran, aksi):
    e = pada_status(next(s for (s, a) in BOLEH if a == aksi))
    for siapa, orang in pemeran.items():
        if siapa not in {PEMILIK[aksi], *JUGA.get(aksi, ())}:
            with pytest.raises(PermissionDenied):
                _coba(e, aksi, orang, pemeran)
    assert not e.riwayat.exists()


@pytest.mark.parametrize("aksi", ["lewat_waktu", "lewati_tanggapan", "selesaikan"])
def test_what_the_clock_does_nobody_does_by_hand(pada_status, pemeran, aksi):
    e = pada_status(next(s for (s, a) in BOLEH if a == aksi))
    for _siapa, orang in pemeran.items():  # noqa: PERF102 - the cast is no dict
        with pytest.raises(ValueError, match="schedule"):
            _coba(e, aksi, orang, pemeran)
