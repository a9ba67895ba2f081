"""What the database lets through without asking is what the rule accepts, and means the same."""

import pytest
from django.db import connection

from inti.sel import Tolak
from pegawai.impor.kolom import SEL
from pegawai.impor.peta import baca_nip, nip_dari, nip_pasti

pytestmark = pytest.mark.django_db


def _semua_nip():
    for tahun in (1900, 1990, 2000, 1890, 2100):
        for bulan in range(14):
            for hari in range(33):
                yield f"{tahun}{bulan:02d}{hari:02d}{tahun + 25}011001"
    for tengah in range(100):
        yield f"199001012015{tengah:02d}1001"
    for kelamin in range(10):
        yield f"19900101201503{kelamin}001"
    for umur in range(-5, 100):
        for bulan, tengah in (("01", "01"), ("12", "01"), ("01", "12"), ("06", "21")):
            yield f"1930{bulan}15{1930 + umur}{tengah}1001"
    yield from ("", "1990", "19900101201503100１", "199001012015031001 ", "199001012015031001\n", "a" * 18)


def _aturan(nip):
    try:
        return baca_nip(nip)
    except Tolak:
        return None


def test_a_nip_that_is_not_asked_about_is_right_and_says_the_same():
    semua = list(_semua_nip())
    dari = ", ".join(nip_dari("t", "pn").values())
    with connection.cursor() as kursor:
        kursor.execute(
            f"SELECT t, {dari} FROM unnest(%s::text[]) t, (SELECT NULL::text AS teks, NULL::text AS nilai,"
            " NULL::date AS lahir, NULL::bool AS pppk, NULL::text AS kelamin, NULL::date AS mulai) pn"
            f" WHERE {nip_pasti('t')}",
            [semua],
        )
        pasti = {nip: tuple(isi) for nip, *isi in kursor.fetchall()}
    assert {nip: _aturan(nip) for nip in pasti} == pasti
    benar = {nip for nip in semua if _aturan(nip)}
    assert len(pasti) > 0.9 * len(benar)  # asking about most of a file would be slow


ISI = {
    "surel": ["a@b.co", "A.B+c@D-e.Go.Id", "a@b", "a b@c.id", "a@-b.id", "a@b-.id", "a@b..id", "é@b.id", "a@b.id\n",
              f"{'a' * 249}@b.id", f"{'a' * 250}@b.id", "a@b.c-", "@b.id", "a@@b.id", "a@b-c--d.id", ""],
    "tahun": ["1899", "1900", "2013", "2099", "2100", "٢٠١٣", "2013\n", "13", ""],
    "nik": ["3201014101900001", "３２０１０１４１０１９００００１", "320101410190000", "3201014101900001\n", ""],
}  # fmt: skip


@pytest.mark.parametrize("sel", [s for s in SEL if s.pasti != "false"], ids=lambda s: s.nama)
def test_a_cell_that_is_not_asked_about_is_right_and_means_the_same(sel):
    with connection.cursor() as kursor:
        kursor.execute(
            f"SELECT t, {sel.nilai.format(t='t')} FROM unnest(%s::text[]) t WHERE {sel.pasti.format(t='t')}",
            [ISI[sel.nama]],
        )
        pasti = dict(kursor.fetchall())
    assert pasti
    assert {isi: sel.baca(isi) for isi in pasti} == pasti
