"""Two real connections at once: one history row, one message, nothing overwritten."""

import threading
import uuid

import pytest
from django.db import connection, connections

from inti.workflow import TransisiDitolak
from pemberitahuan.models import JenisPesan, Pesan
from penilaian.aturan.predikat import Rating
from penilaian.services.diri import IsianDiri, ajukan_penilaian_diri, simpan_penilaian_diri, terima
from penilaian.services.nilai import sampaikan, simpan_draf_penilaian
from tests.penilaian.conftest import SETELAH_BATAS, TAB, ajukan, isian_penilai, nilai
from tests.penilaian.conftest import sampaikan as sampai_tuntas

pytestmark = pytest.mark.django_db(transaction=True)


def _bersamaan(*tugas):
    """Run each task in its own thread and connection, started together; their results or refusals."""
    mulai = threading.Barrier(len(tugas))
    hasil = []

    def _jalan(lakukan):
        try:
            mulai.wait(10)
            hasil.append(lakukan().status)
        except TransisiDitolak as tolak:
            hasil.append(tolak.kode)
        finally:
            connection.close()

    benang = [threading.Thread(target=_jalan, args=(t,)) for t in tugas]
    for b in benang:
        b.start()
    for b in benang:
        b.join(30)
    connections.close_all()
    return sorted(hasil)


def test_two_deliveries_at_once_give_one_history_row_and_one_message(evaluasi):
    e = ajukan(evaluasi)
    nilai(e)
    lakukan = lambda: sampaikan(evaluasi=e, oleh=e.penilai)  # noqa: E731
    assert _bersamaan(lakukan, lakukan) == ["disampaikan", "syarat"]
    assert e.riwayat.filter(aksi="sampaikan").count() == 1
    assert Pesan.objects.filter(jenis=JenisPesan.EVALUASI_DISAMPAIKAN).count() == 1


def test_two_submissions_and_two_acknowledgements_count_once(evaluasi):
    kirim = lambda: ajukan_penilaian_diri(evaluasi=evaluasi, oleh=evaluasi.pegawai)  # noqa: E731
    assert _bersamaan(kirim, kirim) == ["diajukan", "status"]
    evaluasi.refresh_from_db()
    e = sampai_tuntas(evaluasi)
    baca = lambda: terima(evaluasi=e, oleh=e.pegawai)  # noqa: E731
    assert _bersamaan(baca, baca) == ["diterima", "status"]
    assert list(e.riwayat.values_list("aksi", flat=True)) == ["ajukan", "sampaikan", "terima"]


def test_employee_and_assessor_saving_at_once_both_keep_their_words(evaluasi, kini):
    kini.move_to(SETELAH_BATAS)
    isian = isian_penilai(evaluasi, Rating.DI_ATAS)
    _bersamaan(
        lambda: simpan_penilaian_diri(
            evaluasi=evaluasi, oleh=evaluasi.pegawai, isian=IsianDiri(catatan="dari Ratna"), kunci=TAB
        ),
        lambda: simpan_draf_penilaian(evaluasi=evaluasi, oleh=evaluasi.penilai, isian=isian, kunci=TAB),
    )
    evaluasi.refresh_from_db()
    assert (evaluasi.catatan_diri, evaluasi.rating_hasil) == ("dari Ratna", 1)
    assert set(evaluasi.penilaian_hasil.values_list("rating", flat=True)) == {1}


def test_two_tabs_saving_at_once_one_is_told(evaluasi):
    e = ajukan(evaluasi)
    isian = isian_penilai(e)
    simpan = lambda: simpan_draf_penilaian(  # noqa: E731
        evaluasi=e, oleh=e.penilai, isian=isian, kunci=uuid.uuid4()
    )
    assert _bersamaan(simpan, simpan) == ["diajukan", "usang"]
