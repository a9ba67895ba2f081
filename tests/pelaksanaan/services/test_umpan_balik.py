"""Who may remark, on what, and that the employee hears of it once."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from pelaksanaan.models import UmpanBalik
from pelaksanaan.services.umpan_balik import beri_umpan_balik
from pemberitahuan.models import Pesan

pytestmark = pytest.mark.django_db


def beri(skp, oleh, **isi):
    return beri_umpan_balik(**{"skp": skp, "oleh": oleh, "isi": "Tertib sekali.", "sifat": "positif"} | isi)


@pytest.mark.parametrize("peran", ["kabid", "kadis"])
def test_the_assessor_and_his_superior_remark_and_the_employee_is_told(skp, lapor, pemeran, peran):
    laporan, oleh = lapor(), getattr(pemeran, peran)
    umpan_balik = beri(skp, oleh, laporan=laporan)
    pesan = Pesan.objects.get(penerima=pemeran.ratna)
    assert pesan.data == {"nama": oleh.nama_lengkap, "tentang": "Waktu penyelesaian akta kelahiran"}
    assert pesan.tautan == f"/laporan/{laporan.pk}/#umpan-balik"
    assert umpan_balik.pemberi == oleh


@pytest.mark.parametrize("peran", ["ratna", "sari", "rudi", "pengelola_instansi", "auditor"])
def test_others_do_not(skp, lapor, pemeran, peran):
    with pytest.raises(PermissionDenied):
        beri(skp, getattr(pemeran, peran), laporan=lapor())
    assert not UmpanBalik.objects.exists()
    assert not Pesan.objects.exists()


def test_a_result_or_a_value_can_be_the_subject(skp, pemeran):
    rhk = skp.rhk.first()
    assert beri(skp, pemeran.kabid, rhk=rhk).tentang == rhk.uraian
    assert beri(skp, pemeran.kabid, nilai_perilaku="harmonis").tentang == "Harmonis"
    assert set(Pesan.objects.values_list("tautan", flat=True)) == {"/laporan/umpan-balik/"}


def test_the_same_form_sent_twice_is_one_remark_and_one_message(skp, lapor, pemeran):
    laporan, kunci = lapor(), uuid4()
    pertama = beri(skp, pemeran.kabid, laporan=laporan, kunci=kunci)
    assert beri(skp, pemeran.kabid, laporan=laporan, kunci=kunci, isi="Lain") == pertama
    assert UmpanBalik.objects.get().isi == "Tertib sekali."
    assert Pesan.objects.count() == 1


def test_the_key_of_another_remark_is_refused(skp, lapor, pemeran):
    laporan, kunci = lapor(), uuid4()
    beri(skp, pemeran.kabid, laporan=laporan, kunci=kunci)
    with pytest.raises(ValidationError, match="sudah dipakai"):
        beri(skp, pemeran.kadis, laporan=laporan, kunci=kunci)


def test_it_is_about_exactly_one_thing_of_this_plan(skp, lapor, pemeran, buat_skp):
    laporan, asing = lapor(), buat_skp(pemeran.sari)
    salah = [
        {},
        {"laporan": laporan, "rhk": skp.rhk.first()},
        {"rhk": asing.rhk.first()},
        {"nilai_perilaku": "rajin"},
    ]
    for isi in salah:
        with pytest.raises(ValidationError) as galat:
            beri(skp, pemeran.kabid, **isi)
        assert galat.value.code == "sasaran"


@pytest.mark.parametrize(("isi", "medan"), [({"isi": "  "}, "isi"), ({"sifat": "marah"}, "sifat")])
def test_words_and_kind_are_needed(skp, lapor, pemeran, isi, medan):
    with pytest.raises(ValidationError) as galat:
        beri(skp, pemeran.kabid, laporan=lapor(), **isi)
    assert galat.value.message_dict.keys() == {medan}
