"""The end of the demo's finished year: objections that are over, and snapshots that say what they are made of."""

from datetime import UTC, datetime, time
from itertools import pairwise

import pytest
import time_machine

from penghargaan.models import KandidatPenghargaan
from penilaian.models import EvaluasiTahunan, Keberatan, RiwayatTahunan
from penilaian.services.keberatan_syarat import jam_ajukan, jam_putus, kemungkinan
from penilaian.services.tahunan_baca import TERKAIT, alasan_tertutup
from penilaian.services.tahunan_rekaman import rekaman
from penilaian.workflow import ALUR_TAHUNAN
from tests.kinerja.test_demo import HARI_INI
from tests.kinerja.test_demo import kabupaten as kabupaten
from tests.kinerja.test_demo import media as media


@pytest.mark.django_db
@pytest.mark.usefixtures("kabupaten")
class TestAkhirTahun:
    def test_yearly_objections_are_confirmed_changed_and_withdrawn_within_their_days(self):
        semua = Keberatan.objects.filter(tahunan__isnull=False).select_related("tahunan__unit", "unit")
        selesai = semua.exclude(status__in=["diajukan", "dijelaskan"])
        assert {k.status for k in selesai} == {"dikuatkan", "diubah", "dicabut"}
        for k in selesai:
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
            assert (gerak[0].dari, gerak[-1].ke) == ("terbuka", e.status)
        assert EvaluasiTahunan.objects.exclude(status="selesai").count() == 5
        assert RiwayatTahunan.objects.filter(aksi="putus_keberatan").exists()

    def test_every_step_of_the_year_can_be_tried_whatever_the_day(self):
        """The accounts that README names: Sari signs or refuses, Nurul objects, Budi explains, Hartati decides, and
        rates whom Budi left too late."""
        with time_machine.travel(datetime.combine(HARI_INI, time(5), tzinfo=UTC), tick=False):
            belum = EvaluasiTahunan.objects.exclude(status="selesai").select_related(*TERKAIT)
            per_nama = {e.pegawai.nama: e for e in belum}
            sari, nurul = per_nama["Sari Handayani"], per_nama["Nurul Hidayati"]
            assert (sari.status, nurul.status) == ("disampaikan", "diterima")
            assert kemungkinan(sari).boleh
            assert kemungkinan(nurul).boleh
            assert kemungkinan(nurul).jam.tenggat.sisa >= 5
            terbuka = Keberatan.objects.filter(tahunan__isnull=False, status__in=["diajukan", "dijelaskan"])
            pihak = {k.status: (k.penilai.nama, k.pemutus.nama, jam_putus(k).tenggat.lewat) for k in terbuka}
            assert pihak == dict.fromkeys(
                ("diajukan", "dijelaskan"), ("Budi Santoso", "Hartati Kusumaningrum", False)
            )
            [lewat] = [e for e in belum if e.status == "menunggu_atasan"]
            assert (lewat.atasan_penilai.nama, lewat.jalur, lewat.final) == (
                "Hartati Kusumaningrum", "terlambat", True,
            )  # fmt: skip
            assert alasan_tertutup(lewat) == ""

    def test_two_years_in_a_row_make_candidates(self):
        dua_tahun = KandidatPenghargaan.objects.filter(kebijakan__tahun=2)
        assert {k.kebijakan.jenis for k in dua_tahun.select_related("kebijakan")} >= {"kompetensi"}
        assert all(len(k.bukti["tahun"]) == 2 for k in dua_tahun)

    def test_snapshots_name_the_aspect_of_each_indicator(self):
        e = EvaluasiTahunan.objects.filter(rekaman__isnull=False).first()
        aspek = {i.aspek for h in rekaman(e).hasil for i in h.indikator}
        assert aspek
        assert aspek <= {"Kuantitas", "Kualitas", "Waktu", "Biaya"}
