"""The inboxes of the demo's cast: filled, worded, leading somewhere, and without e-mail."""

from datetime import date

from django.db.models import Count

from analitik.models import HitunganUnit
from kinerja.demo import isi
from kinerja.demo.pemeran import TOKOH
from pemberitahuan.models import Pesan
from pemberitahuan.teks import teks

HARI_INI = date(2026, 11, 22)


def test_the_cast_finds_messages_that_lead_somewhere(db, client):
    isi(300, hari_ini=HARI_INI)
    assert HitunganUnit.objects.filter(ukuran="jp", kunci="2026", n__gt=0).exists()  # the dashboards' hours
    milik = Pesan.objects.filter(status_surel="tidak_perlu")
    berapa = dict(milik.values_list("penerima__nama").annotate(n=Count("pk")))
    pegawai, atasan = TOKOH[0].nama, TOKOH[1].nama
    assert berapa[pegawai] >= 5
    assert berapa[atasan] >= 5
    for pesan in milik.filter(penerima__nama__in=[pegawai, atasan]):
        judul, badan = teks(pesan.jenis, pesan.data)
        assert "%(" not in judul + badan
    assert not milik.filter(dibuat_pada__date__lt=date(2026, 11, 20), dibaca_pada=None).exists()
    client.force_login(milik.filter(penerima__nama=pegawai)[0].penerima.akun)
    for tautan in milik.filter(penerima__nama=pegawai).values_list("tautan", flat=True):
        assert client.get(tautan).status_code == 200
