"""Queries behind a permission: everybody gets the rows that the permission gives him, from SQL made once."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from akses.enums import Izin, Peran
from akses.kueri import KueriPelaku
from akses.pelaku import TAMU
from akses.services import pelaku_dari, terlihat_oleh
from pegawai.models import Pegawai

pytestmark = pytest.mark.django_db

SEMUA = KueriPelaku(
    lambda pelaku: terlihat_oleh(Pegawai.objects.order_by("nama", "id"), pelaku, Izin.SKP_LIHAT),
    Izin.SKP_LIHAT,
)
SATU = KueriPelaku(
    lambda pelaku, pk: terlihat_oleh(Pegawai.objects.all(), pelaku, Izin.SKP_LIHAT).filter(pk=pk),
    Izin.SKP_LIHAT,
    pk=UUID,
)
BEBERAPA = KueriPelaku(
    lambda pelaku, pk: terlihat_oleh(Pegawai.objects.order_by("nama"), pelaku, Izin.SKP_LIHAT).filter(
        pk__salah_satu=pk
    ),
    Izin.SKP_LIHAT,
    pk=list,
)


def _terlihat(pelaku):
    return list(terlihat_oleh(Pegawai.objects.order_by("nama", "id"), pelaku, Izin.SKP_LIHAT))


def test_everybody_of_the_cast_sees_what_the_permission_gives_him(pemeran):
    for orang in (*Pegawai.objects.all(), *Pegawai.objects.all()):  # twice: made, then kept
        pelaku = pelaku_dari(orang)
        assert SEMUA(pelaku) == _terlihat(pelaku), orang


def test_two_of_one_kind_share_the_query_and_not_the_rows(pemeran):
    satu, dua = (pelaku_dari(o) for o in (pemeran.ratna, pemeran.sari))
    assert SATU.pertama(satu, pk=pemeran.ratna.pk) == pemeran.ratna
    assert SATU.pertama(dua, pk=pemeran.sari.pk) == pemeran.sari
    assert SATU.pertama(satu, pk=pemeran.sari.pk) == (
        pemeran.sari if pemeran.sari in _terlihat(satu) else None
    )


def test_a_stranger_gets_nothing_and_asks_nothing(pemeran):
    with CaptureQueriesContext(connection) as kueri:
        assert SEMUA(TAMU) == []
    assert len(kueri) == 0


def test_a_role_gained_shows_at_the_next_call(pemeran):
    pelaku = pelaku_dari(pemeran.ratna)
    sebelum = SEMUA(pelaku)
    berperan = type(pelaku)(pelaku.pegawai_id, peran={Peran.AUDITOR: ("",)})
    assert len(SEMUA(berperan)) == Pegawai.objects.count() > len(sebelum)
    assert SEMUA(pelaku) == sebelum


def test_a_permission_that_was_not_named_gives_no_rows(pemeran):
    lupa = KueriPelaku(
        lambda pelaku: terlihat_oleh(Pegawai.objects.all(), pelaku, Izin.SKP_LIHAT), Izin.REKAN_JAWAB
    )
    auditor = type(TAMU)(None, peran={Peran.AUDITOR: ("",)})
    assert SEMUA(auditor)
    assert lupa(auditor) == []


@pytest.mark.parametrize("banyak", [0, 1, 3])
def test_lists_of_any_length(pemeran, banyak):
    auditor = type(TAMU)(None, peran={Peran.AUDITOR: ("",)})
    pilihan = list(Pegawai.objects.order_by("nama")[:banyak])
    assert BEBERAPA(auditor, pk=[o.pk for o in pilihan]) == pilihan


def test_other_values_are_refused(pemeran):
    with pytest.raises(TypeError):
        SATU(pelaku_dari(pemeran.ratna), pk=None)
