"""Who is told and reminded when, each stage once."""

from datetime import date

from pemberitahuan.models import Pesan
from penilaian.models import EvaluasiTahunan
from penilaian.services.tahunan_pengingat import ingatkan_tahunan, kabari
from penilaian.services.tahunan_siklus import Saat
from tests.penilaian.tahun import serah


def _jenis(orang) -> list[str]:
    return list(Pesan.objects.filter(penerima=orang).order_by("jenis").values_list("jenis", flat=True))


def test_the_assessor_is_told_once_how_many_wait(tahunan, tahun, pemeran):
    assert [kabari(siklus=tahun) for _ in range(2)] == [1, 0]
    assert Pesan.objects.get(penerima=pemeran.kabid).data["jumlah"] == 1


def test_the_assessor_is_reminded_before_the_last_day(tahunan, tahun, pemeran):
    """31 January 2027 is a Sunday: the third working day before it is Wednesday the 27th."""
    assert ingatkan_tahunan(saat=Saat.pada(date(2027, 1, 26)), zona="WIB") == 0
    assert [ingatkan_tahunan(saat=Saat.pada(date(2027, 1, 27)), zona="WIB") for _ in range(2)] == [1, 0]
    assert _jenis(pemeran.kabid) == ["pengingat_tahunan"]


def test_the_employee_is_reminded_three_days_before_and_on_the_last_day(tahunan, tahun, pemeran):
    e = serah(tahunan)
    Pesan.objects.all().delete()
    kirim = {h: ingatkan_tahunan(saat=Saat.pada(h), zona="WIB") for h in map(date.fromisoformat, (
        "2027-02-03", "2027-02-04", "2027-02-05", "2027-02-09", "2027-02-10", "2027-02-11",
    ))}  # fmt: skip
    assert sum(kirim.values()) == 2
    assert _jenis(pemeran.ratna) == ["pengingat_tanggapan"] * 2
    EvaluasiTahunan.objects.filter(pk=e.pk).update(status="diterima", ditanggapi_pada=e.disampaikan_pada)
    assert ingatkan_tahunan(saat=Saat.pada(date(2027, 2, 9)), zona="WIB") == 0
