"""The team of the year: whose case is whose, what is ready, what comes next."""

from akses.services import pelaku_dari
from penilaian.models import EvaluasiTahunan
from penilaian.services.tahunan_tim import (
    anggota,
    belum_ditandatangani,
    hitung_status,
    menunggu,
    tahun_dinilai,
)
from tests.penilaian.tahun import buat_tahunan, draf, tanda_tangan


def test_the_list_says_what_is_ready_and_what_the_draft_would_give(tahunan, pemeran, tahun, buat_skp):
    buat_tahunan(buat_skp(pemeran.sari))
    draf(tahunan)
    pelaku = pelaku_dari(pemeran.kabid)
    ratna, sari = anggota(pelaku, tahun)
    assert (ratna.siap, ratna.calon, ratna.rating) == (True, 2, "= sesuai · = sesuai")
    assert (sari.siap, sari.calon, sari.rating) == (False, None, "–")
    assert hitung_status([ratna, sari]) == {"terbuka": 2}
    assert menunggu(pelaku) == {2026: 2}
    assert tahun_dinilai(pelaku) == [tahun]


def test_the_next_unsigned_comes_by_name_and_then_from_the_top(tahunan, pemeran, buat_skp):
    sari = buat_tahunan(buat_skp(pemeran.sari))
    pelaku = pelaku_dari(pemeran.kabid)
    assert belum_ditandatangani(tanda_tangan(tahunan), pelaku) == sari.pk
    EvaluasiTahunan.objects.filter(pk=sari.pk).update(status="menunggu_atasan", jalur="terlambat", final=True)
    assert belum_ditandatangani(tahunan, pelaku) is None
    assert menunggu(pelaku_dari(pemeran.kadis)) == {2026: 1}
