"""Colleagues in the demo: results above and below the threshold, and requests that wait today."""

from collections import Counter
from datetime import date

import pytest

from kinerja.demo import isi
from kinerja.demo.pemeran import TOKOH
from penilaian.models import HasilRekan, TugasRekan, UndianRekan
from penilaian.services.rekan_dasar import masa

HARI_INI = date(2026, 11, 22)


@pytest.fixture
def demo(db):
    isi(300, hari_ini=HARI_INI)


def test_results_and_requests(demo):
    keadaan = Counter(HasilRekan.objects.values_list("keadaan", flat=True))
    assert set(keadaan) == {"tampil", "kurang", "terlalu_kecil", "berjalan"}
    for hasil in HasilRekan.objects.filter(keadaan="tampil"):
        assert hasil.jumlah >= 5
        assert all(b is None or sum(b) == hasil.jumlah for b in hasil.butir.values())
    (undian,) = UndianRekan.objects.filter(periode__status="terbuka").select_related("periode__siklus")
    assert masa(undian, hari=HARI_INI).menjawab
    pegawai = next(t.nama for t in TOKOH if t.kunci == "pegawai")
    milik = HasilRekan.objects.filter(pegawai__nama=pegawai).order_by("periode__mulai")
    assert [h.keadaan for h in milik] == [
        "tampil",
        "kurang",
        "tampil",
        "tampil",
        "tampil",
        "kurang",
        "tampil",
        "berjalan",
    ]
    assert TugasRekan.objects.menunggu(pada=HARI_INI).filter(rekan__nama=pegawai).count() >= 3
