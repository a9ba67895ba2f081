"""The end of the demo's finished year: objections that are over, and snapshots that say what they are made of."""

from itertools import pairwise

import pytest

from penilaian.models import EvaluasiTahunan, Keberatan, RiwayatTahunan
from penilaian.services.keberatan_syarat import jam_ajukan
from penilaian.services.tahunan_rekaman import rekaman
from penilaian.workflow import ALUR_TAHUNAN
from tests.kinerja.test_demo import kabupaten as kabupaten
from tests.kinerja.test_demo import media as media


@pytest.mark.django_db
@pytest.mark.usefixtures("kabupaten")
class TestAkhirTahun:
    def test_yearly_objections_are_confirmed_changed_and_withdrawn_within_their_days(self):
        semua = Keberatan.objects.filter(tahunan__isnull=False).select_related("tahunan__unit", "unit")
        assert {k.status for k in semua} == {"dikuatkan", "diubah", "dicabut"}
        for k in semua:
            e = k.tahunan
            assert e.status == "selesai"
            assert k.diajukan_pada <= jam_ajukan(e).tenggat.waktu
            assert (e.jalur, e.final) == (("normal", False) if k.status == "dicabut" else ("keberatan", True))
            if k.status == "diubah":
                assert e.predikat == k.predikat_baru < k.predikat_lama
            if k.diputus_pada:
                assert k.diputus_pada.date() <= k.batas_putus

    def test_the_history_of_every_year_is_a_way_through_the_workflow(self):
        boleh = {(asal, s.ke) for s in ALUR_TAHUNAN.transisi for asal in s.dari}
        for e in EvaluasiTahunan.objects.prefetch_related("riwayat"):
            langkah = sorted(e.riwayat.all(), key=lambda r: r.id)
            assert [r.pada for r in langkah] == sorted(r.pada for r in langkah)
            gerak = [r for r in langkah if r.dari != r.ke]
            assert {(r.dari, r.ke) for r in gerak} <= boleh
            assert all(a.ke == b.dari for a, b in pairwise(gerak))
            assert (gerak[0].dari, gerak[-1].ke) == ("terbuka", "selesai")
        assert RiwayatTahunan.objects.filter(aksi="putus_keberatan").exists()

    def test_snapshots_name_the_aspect_of_each_indicator(self):
        e = EvaluasiTahunan.objects.filter(rekaman__isnull=False).first()
        aspek = {i.aspek for h in rekaman(e).hasil for i in h.indikator}
        assert aspek
        assert aspek <= {"Kuantitas", "Kualitas", "Waktu", "Biaya"}
