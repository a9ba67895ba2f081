"""What stands beside the ratings: as much as its reader may read."""

from datetime import date

import pytest

from akses.services import pelaku_dari
from pelaksanaan.services.umpan_balik import beri_umpan_balik
from penilaian.services.pendukung import pendukung
from tests.penilaian.conftest import lapor

pytestmark = pytest.mark.django_db


def test_reports_of_the_period_by_result_newest_first(pemeran, evaluasi):
    lapor(evaluasi.skp, "Desa terlayani", "9", date(2026, 4, 1))
    per_rhk = pendukung(evaluasi, pelaku_dari(pemeran.kabid)).laporan
    semua = [satu for baris in per_rhk.values() for satu in baris]
    assert date(2026, 4, 1) not in {satu.tanggal for satu in semua}
    assert len(semua) == 4
    for rhk, baris in per_rhk.items():
        assert {satu.indikator.rhk_id for satu in baris} == {rhk}
        assert [satu.tanggal for satu in baris] == sorted((s.tanggal for s in baris), reverse=True)


def test_feedback_is_counted_by_kind_and_only_for_those_who_may_read_it(pemeran, evaluasi):
    for sifat in ("positif", "perbaikan", "positif"):
        beri_umpan_balik(
            skp=evaluasi.skp, isi="Loket rapi.", sifat=sifat, oleh=pemeran.kabid, nilai_perilaku="akuntabel"
        )
    terbaca = pendukung(evaluasi, pelaku_dari(pemeran.kabid))
    assert [n for _sifat, n in terbaca.jumlah_sifat] == [2, 1]
    tertutup = pendukung(evaluasi, pelaku_dari(pemeran.pengelola_opd))
    assert (tertutup.umpan_balik, tertutup.jumlah_sifat) == ([], [])
    assert tertutup.laporan
