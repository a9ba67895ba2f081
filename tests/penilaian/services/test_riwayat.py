"""What the history tells the pages."""

from penilaian.services.nilai import kembalikan
from penilaian.services.riwayat import catatan_pengembalian, riwayat
from tests.penilaian.conftest import ajukan


def test_the_note_of_a_return_is_shown_only_while_the_employee_has_it_again(evaluasi, pemeran):
    assert catatan_pengembalian(evaluasi) is None
    e = ajukan(evaluasi)
    e = kembalikan(evaluasi=e, oleh=pemeran.kabid, catatan="Lengkapi.")
    assert catatan_pengembalian(e).catatan == "Lengkapi."
    assert catatan_pengembalian(ajukan(e)) is None


def test_the_history_goes_from_old_to_new_with_who_did_it(evaluasi, pemeran):
    e = kembalikan(evaluasi=ajukan(evaluasi), oleh=pemeran.kabid, catatan="Lengkapi.")
    assert [(r.aksi, r.oleh) for r in riwayat(e)] == [
        ("ajukan", pemeran.ratna),
        ("kembalikan", pemeran.kabid),
    ]
