"""Two people, or two tabs, at once on one objection: real connections, one outcome."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from pemberitahuan.models import JenisPesan, Pesan
from penilaian.models import EvaluasiTahunan, Keberatan
from penilaian.services.keberatan import ajukan, cabut
from penilaian.services.keberatan_putus import Putusan, putuskan
from tests.penilaian.services.test_bersamaan import _bersamaan

pytestmark = pytest.mark.django_db(transaction=True)

PADA = datetime(2026, 4, 1, 2, 0, tzinfo=UTC)


@pytest.fixture
def tahunan(buat_skp, pemeran, siklus, kini):
    """Ratna's year, delivered."""
    skp = buat_skp(pemeran.ratna, isi=False)
    return EvaluasiTahunan.objects.create(
        siklus=siklus,
        skp=skp,
        pegawai=skp.pegawai,
        unit=skp.unit,
        penilai=skp.penilai,
        atasan_penilai=skp.atasan_penilai,
        status="disampaikan",
        rating_hasil=2,
        rating_perilaku=2,
        predikat=2,
        capaian_organisasi=2,
        ditandatangani_pada=PADA,
        ditandatangani_oleh=skp.penilai,
        disampaikan_pada=timezone.now(),
    )


def test_filing_twice_at_once_is_one_objection(tahunan, pemeran):
    kirim = lambda: ajukan(evaluasi=tahunan, oleh=pemeran.ratna, alasan="x")  # noqa: E731
    assert _bersamaan(kirim, kirim) == ["diajukan", "syarat"]
    assert Keberatan.objects.count() == 1
    assert Pesan.objects.filter(jenis=JenisPesan.KEBERATAN_DIAJUKAN).count() == 1


def test_withdrawing_while_it_is_decided_has_one_winner_and_the_evaluation_follows_him(tahunan, pemeran):
    k = ajukan(evaluasi=tahunan, oleh=pemeran.ratna, alasan="x")
    hasil = _bersamaan(
        lambda: cabut(keberatan=k, oleh=pemeran.ratna),
        lambda: putuskan(keberatan=k, oleh=pemeran.kadis, putusan=Putusan("Tetap.")),
    )
    tahunan.refresh_from_db()
    k.refresh_from_db()
    assert hasil in (["dicabut", "status"], ["dikuatkan", "status"])
    assert tahunan.status == {"dicabut": "disampaikan", "dikuatkan": "diputus"}[k.status]
    assert k.riwayat.exclude(aksi="ajukan").count() == 1
