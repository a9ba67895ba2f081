"""Mass inserts leave the same history as the triggers do."""

import pghistory
import pytest
from django.db import connection
from pghistory.core import event_models

from inti.jejak_massal import sisip_berjejak
from pegawai.models import Pegawai

pytestmark = pytest.mark.django_db
KOLOM = ("id", "nip", "nama", "jenis", "jenis_kelamin", "siasn", "dibuat_pada", "diubah_pada")
PILIH = """
SELECT gen_random_uuid(), '19900101201503200' || n, 'Orang ' || n, 'pns', 'P', '{"a": 1}'::jsonb, now(), now()
FROM generate_series(1, 3) n
"""


def _sisip():
    # What the models give by themselves is given by the statement; the rest keeps the column's default.
    kosong = [
        f.column
        for f in Pegawai._meta.concrete_fields
        if f.get_internal_type() in {"CharField", "TextField", "EmailField"}
        and not f.null
        and f.column not in KOLOM
    ]
    nilai = {**dict.fromkeys(kosong, ""), "kedudukan_hukum": "01"}
    tambah = ", ".join(f"'{nilai[k]}'" for k in kosong)
    with connection.cursor() as kursor:
        return sisip_berjejak(kursor, Pegawai, (*KOLOM, *kosong), f"SELECT q.*, {tambah} FROM ({PILIH}) q")


def test_each_row_has_one_event_with_everything_and_the_context():
    with pghistory.context(aksi="uji") as konteks:
        assert _sisip() == 3
    (Jejak,) = event_models(tracks_model=Pegawai)  # noqa: N806 - a class
    medan = [f.name for f in Pegawai._meta.concrete_fields]
    assert list(Jejak.objects.order_by("nip").values(*medan)) == list(
        Pegawai.objects.order_by("nip").values(*medan)
    )
    for satu in Jejak.objects.all():
        assert (satu.pgh_label, satu.pgh_obj_id, satu.pgh_context_id) == ("insert", satu.id, konteks.id)
        assert satu.pgh_context.metadata["aksi"] == "uji"


def test_without_a_context_there_is_none():
    _sisip()
    (Jejak,) = event_models(tracks_model=Pegawai)  # noqa: N806 - a class
    assert set(Jejak.objects.values_list("pgh_context", flat=True)) == {None}


def test_afterwards_the_triggers_work_again():
    _sisip()
    Pegawai.objects.create(nip="198806052012121002", nama="Lain", jenis="pns", jenis_kelamin="L")
    (Jejak,) = event_models(tracks_model=Pegawai)  # noqa: N806 - a class
    assert Jejak.objects.filter(nama="Lain").count() == 1
    assert Jejak.objects.count() == 4
