"""Who looks from which side, and why nothing may be written any more."""

from akses.services import pelaku_dari
from penilaian.models import EvaluasiTahunan
from penilaian.services.baca import Sudut
from penilaian.services.tahunan_baca import alasan_final, alasan_tertutup, milik, nomor, sudut_dari
from tests.penilaian.tahun import buat_tahunan, tanda_tangan


def test_the_side_follows_whose_turn_it_is(tahunan, pemeran):
    def sudut(siapa):
        return sudut_dari(tahunan, pelaku_dari(siapa))

    assert (sudut(pemeran.ratna), sudut(pemeran.kabid)) == (Sudut.PEGAWAI, Sudut.PENILAI)
    assert (sudut(pemeran.kadis), sudut(None)) == (Sudut.PEMBACA, Sudut.PEMBACA)
    EvaluasiTahunan.objects.update(status="menunggu_atasan", jalur="terlambat", final=True)
    tahunan.refresh_from_db()
    assert (sudut(pemeran.kabid), sudut(pemeran.kadis)) == (Sudut.PEMBACA, Sudut.PENILAI)


def test_nothing_is_written_after_the_signature_or_the_window(tahunan, januari):
    assert alasan_tertutup(tahunan) == ""
    januari.move_to("2027-02-01T03:00:00+00:00")
    assert "sudah lewat" in alasan_tertutup(tahunan)
    januari.move_to("2027-01-20T03:00:00+00:00")
    assert "ditandatangani" in alasan_tertutup(tanda_tangan(tahunan))


def test_an_assessor_without_a_superior_may_still_sign_after_the_window(pemeran, tahun, buat_skp, januari):
    e = buat_tahunan(buat_skp(pemeran.kadis), final=True)
    januari.move_to("2027-02-10T03:00:00+00:00")
    assert alasan_tertutup(e) == ""
    assert "IV.A.12" in alasan_final(e)


def test_ones_own_and_its_number(tahunan, pemeran):
    assert list(milik(pelaku_dari(pemeran.ratna))) == [tahunan]
    assert nomor(tahunan) == f"ET-2026-{tahunan.pk.hex[:8].upper()}"
    assert alasan_final(tahunan) == ""
