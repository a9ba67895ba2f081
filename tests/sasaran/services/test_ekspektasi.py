"""Special expectations: who writes them when, what held at a moment, and that nothing is rewritten."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from inti.workflow import TransisiDitolak
from pemberitahuan.models import Pesan
from pemberitahuan.teks import teks
from sasaran.enums import NilaiPerilaku, StatusSKP
from sasaran.models import SKP, EkspektasiKhusus
from sasaran.services.ekspektasi import baris_nilai, ekspektasi_pada, tetapkan_ekspektasi

pytestmark = pytest.mark.django_db
MARET = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
RAMAH = "Tetap tenang saat antrean panjang, dan sebutkan perkiraan waktunya."


@pytest.fixture
def waktu():
    with time_machine.travel(MARET, tick=False) as jam:
        yield jam


@pytest.fixture
def skp(pemeran, buat_skp, waktu) -> SKP:
    return buat_skp(pemeran.ratna)


def tulis(skp, oleh, **isian):
    return tetapkan_ekspektasi(skp=skp, oleh=oleh, isian=isian)


def kini(skp):
    return ekspektasi_pada([skp.pk]).get(skp.pk, {})


def test_the_assessor_writes_for_one_or_several_values_and_the_employee_is_told_once(skp, pemeran):
    assert tulis(skp, pemeran.kabid, loyal=" Jaga data warga. ", berorientasi_pelayanan=RAMAH) == [
        "berorientasi_pelayanan", "loyal",
    ]  # fmt: skip
    assert kini(skp) == {"berorientasi_pelayanan": RAMAH, "loyal": "Jaga data warga."}
    pesan = Pesan.objects.get(jenis="ekspektasi_khusus")
    assert (pesan.penerima, pesan.tautan) == (pemeran.ratna, f"/sasaran/{skp.pk}/#perilaku")
    assert (
        teks(pesan.jenis, pesan.data)[0] == "Budi Santoso menulis ekspektasi khusus untuk perilaku kerja Anda"
    )


def test_what_stays_the_same_is_not_written_again(skp, pemeran):
    tulis(skp, pemeran.kabid, loyal="Jaga data warga.")
    assert tulis(skp, pemeran.kabid, loyal="Jaga data warga.", adaptif="  ") == []
    assert (EkspektasiKhusus.objects.count(), Pesan.objects.count()) == (1, 1)


def test_an_empty_text_withdraws_and_the_past_stays_readable(skp, pemeran, waktu):
    tulis(skp, pemeran.kabid, loyal="Jaga data warga.")
    waktu.move_to(datetime(2026, 6, 1, tzinfo=UTC))
    assert tulis(skp, pemeran.kabid, loyal="") == ["loyal"]
    assert kini(skp) == {}
    assert ekspektasi_pada([skp.pk], datetime(2026, 5, 1, tzinfo=UTC)) == {
        skp.pk: {"loyal": "Jaga data warga."}
    }
    assert ekspektasi_pada([skp.pk], datetime(2026, 3, 1, tzinfo=UTC)) == {}
    [loyal] = [b for b in baris_nilai(skp) if b.nilai.kode == "loyal"]
    assert (loyal.kini, loyal.isi) == (None, "")
    assert [e.isi for e in loyal.sebelumnya] == ["", "Jaga data warga."]


def test_the_page_lists_all_seven_values_in_one_query(skp, pemeran, django_assert_num_queries):
    tulis(skp, pemeran.kabid, loyal="a", adaptif="b")
    tulis(skp, pemeran.kabid, loyal="c")
    with django_assert_num_queries(1):
        baris = baris_nilai(skp)
        assert [b.isi for b in baris if b.kini and b.kini.oleh.nama] == ["c", "b"]
    assert [b.nilai.kode for b in baris] == NilaiPerilaku.values


@pytest.mark.parametrize("status", ["draf", "diajukan", "dikembalikan", "disetujui"])
def test_at_any_time_of_the_year_whatever_the_status_of_the_plan(pemeran, buat_skp, waktu, status):
    assert tulis(buat_skp(pemeran.ratna, status), pemeran.kabid, loyal="x") == ["loyal"]


def test_not_on_a_replaced_plan_nor_after_its_last_day(skp, pemeran, waktu):
    waktu.move_to(datetime(2026, 12, 31, 16, 59, tzinfo=UTC))  # one minute before midnight WIB
    assert tulis(skp, pemeran.kabid, loyal="x") == ["loyal"]
    waktu.move_to(datetime(2026, 12, 31, 17, 0, tzinfo=UTC))
    with pytest.raises(TransisiDitolak, match="sudah berakhir"):
        tulis(skp, pemeran.kabid, loyal="y")
    waktu.move_to(MARET)
    SKP.objects.filter(pk=skp.pk).update(status=StatusSKP.DIGANTIKAN)
    with pytest.raises(TransisiDitolak, match="sudah digantikan"):
        tulis(skp, pemeran.kabid, loyal="y")
    assert EkspektasiKhusus.objects.count() == 1


def test_nobody_but_the_assessor_writes(skp, pemeran):
    for nama, orang in pemeran.items():
        if orang != pemeran.kabid:
            with pytest.raises(PermissionDenied):
                tulis(skp, orang, loyal=nama)
    assert not EkspektasiKhusus.objects.exists()


@pytest.mark.parametrize("isian", [{"jujur": "x"}, {"loyal": "x" * 1001}])
def test_an_unknown_value_or_too_long_a_text_writes_nothing(skp, pemeran, isian):
    with pytest.raises(ValidationError):
        tulis(skp, pemeran.kabid, **isian)
    assert not EkspektasiKhusus.objects.exists()


def test_the_database_keeps_what_was_written(skp, pemeran):
    tulis(skp, pemeran.kabid, loyal="x")
    for ubah in (lambda q: q.update(isi="y"), lambda q: q.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            ubah(EkspektasiKhusus.objects.all())
    assert kini(skp) == {"loyal": "x"}
