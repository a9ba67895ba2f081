"""The demo: a believable government in an empty database, the same every time, all rules kept."""

import hashlib
import re
from collections import Counter
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Count, F

from akses.enums import Peran
from akses.jejak import Sumber, halaman
from akses.models import Akun, CatatanEkspor, CatatanLihat, JejakPenyamaran, PenugasanPeran
from inti.models import HariLibur
from kinerja.demo import BasisDataBerisi, akun, isi
from kinerja.demo.muat import batasan_ditunda
from pegawai.aturan.nip import periksa_silang, urai
from pegawai.models import (
    Atasan,
    AtasanKhusus,
    BerkasImpor,
    GandaPegawai,
    KeadaanPegawai,
    KeputusanPensiun,
    Pegawai,
    Penempatan,
    RiwayatPangkat,
    UnitKerja,
)
from pelaksanaan.models import BuktiDukung, Laporan, UmpanBalik
from pelaksanaan.services.realisasi import realisasi_per_indikator
from penilaian.aturan.penjelasan import jelaskan
from penilaian.aturan.target import target_sampai
from penilaian.models import (
    EvaluasiPeriodik,
    EvaluasiTahunan,
    PenilaianHasil,
    PenilaianIndikator,
    PenilaianPerilaku,
    RiwayatKinerjaPeriodik,
    RiwayatSKP,
)
from penilaian.services.rekaman import hitung_umpan_balik
from sasaran.enums import Arah
from sasaran.models import SKP, EkspektasiKhusus, Periode, RencanaHasilKerja, Siklus
from sasaran.services.kelengkapan import kekurangan

HARI_INI = date(2026, 11, 22)
JUMLAH = 120
TABEL_TANPA_BATASAN = """
SELECT conrelid::regclass::text || '.' || conname FROM pg_constraint
WHERE connamespace = 'public'::regnamespace ORDER BY 1
"""


@pytest.fixture(scope="module", autouse=True)
def media(tmp_path_factory):
    """Pictures go to a folder of the test run."""
    with pytest.MonkeyPatch.context() as tambal:
        from django.conf import settings

        tambal.setattr(settings, "MEDIA_ROOT", tmp_path_factory.mktemp("media"))
        yield


@pytest.fixture(scope="class")
def kabupaten(django_db_setup, django_db_blocker, media):
    """A filled database for all tests of a class; emptied at the end."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        skema = _skema()
        isi(JUMLAH, hari_ini=HARI_INI)
        yield skema
        transaction.set_rollback(True)


def _skema():
    with connection.cursor() as kursor:
        kursor.execute(TABEL_TANPA_BATASAN)
        batasan = [b for (b,) in kursor.fetchall()]
        kursor.execute("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1")
        # PostgreSQL writes a condition's casts another way when it reads back what it wrote itself
        indeks = [re.sub(r"::(character varying|text)(\[\])?|[()]", "", i) for (i,) in kursor.fetchall()]
        kursor.execute(
            "SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger "
            "WHERE NOT tgisinternal ORDER BY 1, 2"
        )
        return batasan, indeks, kursor.fetchall()


@pytest.mark.django_db
@pytest.mark.usefixtures("kabupaten")
class TestKabupaten:
    def test_it_has_as_many_employees_as_asked_and_one_regent(self):
        jenis = Counter(Pegawai.objects.values_list("jenis", flat=True))
        assert jenis.pop("pejabat_negara") == 1
        assert sum(jenis.values()) == JUMLAH
        assert set(jenis) == {"pns", "cpns", "pppk", "pppk_paruh_waktu"}

    def test_every_nip_is_valid_unique_and_agrees_with_the_record(self):
        asn = Pegawai.objects.exclude(jenis="pejabat_negara")
        assert asn.values("nip").distinct().count() == JUMLAH
        for p in asn:
            assert (
                periksa_silang(
                    urai(p.nip), lahir=p.tanggal_lahir, jenis_kelamin=p.jenis_kelamin, jenis=p.jenis
                )
                == []
            )

    def test_nobody_sits_down_before_he_is_appointed(self):
        assert not Penempatan.objects.filter(pegawai__tmt_cpns__gt=F("mulai")).exists()

    def test_the_tree_is_sound_with_the_regent_on_top(self):
        assert UnitKerja.objects.find_problems() == ([], [], [], [], [])
        puncak = UnitKerja.objects.get(depth=1)
        assert puncak.penempatan.get(kepala=True).pegawai.jenis == "pejabat_negara"

    def test_everybody_but_the_regent_has_an_assessor(self):
        (tanpa,) = Atasan.objects.filter(penilai=None).select_related("pegawai")
        assert tanpa.pegawai.jenis == "pejabat_negara"
        assert Atasan.objects.count() == JUMLAH + 1

    def test_there_are_acting_heads_and_one_assessor_by_decision(self):
        assert Penempatan.objects.filter(jenis="plt", kepala=True).exists()
        assert AtasanKhusus.objects.count() == 1
        assert Atasan.objects.filter(sumber="khusus").count() == 1
        assert RencanaHasilKerja.objects.filter(
            uraian__startswith="Terlaksananya tugas Plt.", jenis="utama"
        ).exists()

    def test_finished_year_is_accepted_and_has_every_predikat_mostly_baik(self):
        evaluasi = EvaluasiPeriodik.objects.filter(periode__siklus__tahun=2025)
        assert set(evaluasi.values_list("status", flat=True)) == {"diterima"}
        predikat = Counter(evaluasi.values_list("predikat", flat=True))
        assert set(predikat) == {1, 2, 3, 4, 5}
        assert 0.7 < predikat[2] / evaluasi.count() < 0.95

    def test_finished_year_has_four_closed_quarters_for_everybody_in_office(self):
        assert Periode.objects.filter(siklus__tahun=2025, status="ditutup").count() == 4
        jumlah = (
            SKP.objects.filter(siklus__tahun=2025).annotate(n=Count("evaluasi")).values_list("n", flat=True)
        )
        assert set(jumlah) == {4}

    def test_two_years_before_kinerja_are_recorded_for_a_part_of_the_people(self):
        orang = set(RiwayatSKP.objects.values_list("pegawai", flat=True))
        assert {r.tahun for r in RiwayatSKP.objects.all()} == {2022, 2023}
        assert JUMLAH * 0.3 < len(orang) < JUMLAH * 0.9
        assert not EvaluasiTahunan.objects.filter(siklus__tahun__lte=2023).exists()
        triwulan = Counter(RiwayatKinerjaPeriodik.objects.values_list("pegawai", flat=True))
        assert set(triwulan.values()) == {4}
        assert triwulan.keys() <= orang
        assert Pegawai.objects.get(nama="Ratna Wulandari").pk in orang
        assert {r.penilai_status for r in RiwayatSKP.objects.all()} == {"ASN", "NON ASN"}

    def test_running_quarter_is_open_with_evaluations_in_every_state(self):
        berjalan = Periode.objects.get(status="terbuka")
        assert (berjalan.siklus.tahun, berjalan.nomor) == (2026, 4)
        assert berjalan.buka_evaluasi <= HARI_INI < berjalan.batas_penilaian_diri
        status = set(EvaluasiPeriodik.objects.filter(periode=berjalan).values_list("status", flat=True))
        assert status == {"terbuka", "diajukan", "disampaikan", "diterima"}

    def test_plans_of_the_running_year_are_in_every_state(self):
        status = set(SKP.objects.filter(siklus__tahun=2026).values_list("status", flat=True))
        assert status == {"draf", "diajukan", "dikembalikan", "disetujui"}
        assert not SKP.objects.filter(status="dikembalikan", catatan_penilai="").exists()

    def test_every_plan_has_results_with_indicators_that_support_the_leaders(self):
        assert not SKP.objects.filter(rhk=None).exists()
        assert not RencanaHasilKerja.objects.filter(indikator=None).exists()
        menggantung = RencanaHasilKerja.objects.filter(mendukung=None).exclude(
            skp__penilai__jenis="pejabat_negara"
        )
        assert not menggantung.exists()
        assert (
            not RencanaHasilKerja.objects.exclude(mendukung=None)
            .exclude(mendukung__skp__pegawai=F("skp__penilai"), mendukung__skp__siklus=F("skp__siklus"))
            .exists()
        )

    @pytest.mark.parametrize("model", [SKP, EvaluasiPeriodik, Periode])
    def test_history_leads_to_the_present_status_in_the_order_of_time(self, model):
        for objek in model.objects.prefetch_related("riwayat"):
            riwayat = sorted(objek.riwayat.all(), key=lambda r: r.id)
            awal = {SKP: "draf", EvaluasiPeriodik: "terbuka", Periode: "belum_dibuka"}[model]
            assert [r.dari for r in riwayat] + [objek.status] == [awal] + [r.ke for r in riwayat]
            assert [r.pada for r in riwayat] == sorted(r.pada for r in riwayat)

    def test_plans_that_were_set_lack_nothing_and_the_cast_has_special_expectations(self):
        semua = SKP.objects.filter(status="disetujui", rhk__isnull=False).distinct()
        semua = list(semua.select_related("penempatan__jabatan", "unit", "pegawai"))
        assert [kekurangan(s) for s in semua if kekurangan(s)] == []
        assert any(s.untuk_pimpinan for s in semua)
        berisi = EkspektasiKhusus.objects.values_list("skp__pegawai__nama", flat=True)
        assert {"Ratna Wulandari", "Budi Santoso", "Hartati Kusumaningrum"} <= set(berisi)
        assert EkspektasiKhusus.objects.filter(isi__startswith="Mulai Juni").exists()
        dicetak = EvaluasiTahunan.objects.exclude(rekaman=None).values_list("rekaman", flat=True)
        assert any(p["ekspektasi"] for r in dicetak for p in r["perilaku"])
        assert any(i["perspektif"] == "Anggaran" for r in dicetak for h in r["hasil"] for i in h["indikator"])

    def test_every_explanation_can_be_recomputed(self):
        dinilai = EvaluasiPeriodik.objects.exclude(predikat=None)
        assert not dinilai.filter(rekaman=None).exists()
        for evaluasi in dinilai[:60]:
            assert jelaskan(evaluasi.rekaman).predikat == evaluasi.predikat

    def test_details_of_every_evaluation_are_complete(self):
        evaluasi = EvaluasiPeriodik.objects.count()
        assert PenilaianPerilaku.objects.count() == 7 * evaluasi
        assert not EvaluasiPeriodik.objects.filter(penilaian_hasil=None).exists()
        assert not PenilaianHasil.objects.filter(evaluasi__status="diterima", rating=None).exists()
        assert not PenilaianIndikator.objects.filter(evaluasi__status="diterima", realisasi=None).exists()

    def test_reports_add_up_to_the_realisation_of_the_evaluation(self):
        for evaluasi in EvaluasiPeriodik.objects.select_related("periode", "skp").order_by("id")[:40]:
            dari_laporan = realisasi_per_indikator(
                skp_ids=[evaluasi.skp_id], dari=evaluasi.skp.mulai, sampai=evaluasi.periode.selesai
            )
            ditulis = dict(evaluasi.penilaian_indikator.values_list("indikator_id", "dari_laporan"))
            assert ditulis == dari_laporan

    def test_the_target_of_a_quarter_is_the_part_of_the_year_that_is_due(self):
        dari_laporan = PenilaianIndikator.objects.exclude(
            indikator__sumber_realisasi="ikm"
        )  # agreed anew later
        for nilai in dari_laporan.select_related("indikator", "evaluasi__skp", "evaluasi__periode")[:200]:
            iki, skp, periode = nilai.indikator, nilai.evaluasi.skp, nilai.evaluasi.periode
            assert nilai.target == target_sampai(
                iki.target, iki.cara_hitung, skp.mulai, skp.selesai, periode.selesai
            )

    def test_nothing_happens_in_the_future(self):
        assert not Laporan.objects.filter(tanggal__gt=HARI_INI).exists()
        assert Laporan.objects.filter(tanggal__gte=date(2026, 10, 1)).exists()
        assert not Laporan.objects.filter(tanggal__iso_week_day__gte=6).exclude(tanggal__day=1).exists()
        berjalan = PenilaianIndikator.objects.filter(evaluasi__status="terbuka", indikator__arah=Arah.NAIK)
        assert berjalan.filter(indikator__cara_hitung="jumlah", dari_laporan__lt=F("target")).count() > 10

    def test_feedback_is_on_reports_results_and_behaviour(self):
        assert UmpanBalik.objects.exclude(laporan=None).exists()
        assert UmpanBalik.objects.exclude(rhk=None).exists()
        assert UmpanBalik.objects.exclude(nilai_perilaku="").exists()
        assert set(UmpanBalik.objects.values_list("sifat", flat=True)) == {"positif", "netral", "perbaikan"}
        for dinilai in EvaluasiPeriodik.objects.exclude(predikat=None).order_by("id")[:40]:
            assert dinilai.rekaman["umpan_balik"] == hitung_umpan_balik(dinilai)

    def test_the_cast_has_pictures_whose_hash_is_that_of_the_file(self):
        ratna = BuktiDukung.objects.filter(diunggah_oleh__nama="Ratna Wulandari")
        assert ratna.count() == 3
        for bukti in ratna:
            with bukti.berkas.open() as berkas:
                isi_berkas = berkas.read()
            assert isi_berkas.startswith(b"\xff\xd8\xff")
            assert hashlib.sha256(isi_berkas).hexdigest() == bukti.sha256
            assert len(isi_berkas) == bukti.ukuran < 60_000

    def test_ratna_is_assessed_by_budi_and_he_by_the_head_of_the_department(self):
        ratna = Pegawai.objects.get(nama="Ratna Wulandari")
        assert ratna.atasan.penempatan.jabatan.nama == "Analis Kependudukan"
        assert ratna.atasan.penilai.nama == "Budi Santoso"
        assert ratna.atasan.atasan_penilai.nama == "Hartati Kusumaningrum"
        assert ratna.evaluasi.get(periode__status="terbuka").status == "terbuka"

    def test_one_account_per_role_with_the_password_of_the_demo(self, capsys):
        daftar = akun()
        assert len(daftar) == 12
        pertama = Akun.objects.get(username=daftar[0][2])
        assert pertama.check_password("kinerja-demo")
        assert not pertama.wajib_ganti_sandi
        assert Akun.objects.get(pegawai__jenis="pejabat_negara").username == "bupati"
        assert Akun.objects.count() == JUMLAH + 1
        call_command("demo", "--akun")
        keluaran = capsys.readouterr().out
        for _, nama, nip, _ in daftar:
            assert nama in keluaran
            assert nip in keluaran

    def test_roles_are_dated_and_only_those_who_need_it_enter_the_admin(self):
        assert set(PenugasanPeran.objects.berlaku(HARI_INI).values_list("peran", flat=True)) == set(
            Peran.values
        )
        opd = PenugasanPeran.objects.berlaku(HARI_INI).get(peran="pengelola_opd")
        assert opd.unit.singkatan == "Disdukcapil"
        staf = set(
            Akun.objects.filter(is_staff=True).values_list("pegawai__penugasan_peran__peran", flat=True)
        )
        assert staf == {
            "pengelola_instansi",
            "pengelola_opd",
            "auditor",
            "admin_sistem",
        }

    def test_hr_has_a_likely_double_leave_and_decrees_on_its_desk(self):
        assert "nik" in GandaPegawai.objects.values_list("sebab", flat=True)
        assert KeadaanPegawai.objects.berlaku(HARI_INI).count() >= 3
        assert KeputusanPensiun.objects.filter(tmt__gt=HARI_INI, dilaksanakan_pada=None).exists()

    def test_the_office_of_hr_has_files_logs_old_roles_leave_and_history(self):
        tolak, jadi = BerkasImpor.objects.order_by("-diuji_pada")
        assert (tolak.status, tolak.jenis, jadi.status, jadi.jenis) == (
            "ditolak", "pegawai", "diimpor", "pangkat",
        )  # fmt: skip
        assert 3 <= tolak.laporan["jumlah"]["ditolak"] < tolak.laporan["jumlah"]["baris"]
        assert tolak.berkas_ditolak
        assert jadi.diimpor_pada > jadi.diuji_pada
        assert RiwayatPangkat.objects.count() == jadi.laporan["jumlah"]["baru"]
        assert PenugasanPeran.objects.filter(selesai__lt=HARI_INI).count() == 3
        ratna = Pegawai.objects.get(nama="Ratna Wulandari")
        assert set(CatatanLihat.objects.values_list("jenis", flat=True)) == {
            "data_pribadi",
            "hasil",
            "sanksi",
        }
        assert CatatanLihat.objects.filter(pegawai=ratna).exclude(oleh__pegawai=ratna).count() >= 2
        assert JejakPenyamaran.objects.filter(pegawai=ratna, selesai__isnull=False).exists()
        assert CatatanEkspor.objects.count() == 5
        assert KeadaanPegawai.objects.exists()
        perubahan = halaman([Sumber(Pegawai, [ratna.pk])]).catatan
        assert any("Pendidikan terakhir diubah dari" in u.kalimat for c in perubahan for u in c.ubahan)
        for model, waktu in ((CatatanLihat, "pada"), (CatatanEkspor, "mulai"), (JejakPenyamaran, "mulai")):
            assert not model.objects.filter(**{f"{waktu}__date__gt": HARI_INI}).exists()

    def test_holidays_of_both_years_are_there(self):
        assert HariLibur.objects.filter(tanggal=date(2026, 12, 25)).exists()
        assert HariLibur.objects.filter(tanggal=date(2025, 8, 17)).exists()

    def test_constraints_indexes_and_triggers_are_all_back(self, kabupaten):
        for kini, dulu in zip(_skema(), kabupaten, strict=True):
            assert set(kini) ^ set(dulu) == set()
            assert kini == dulu

    def test_it_refuses_a_database_with_people(self):
        sebelum = Pegawai.objects.count()
        with pytest.raises(BasisDataBerisi, match="Basis data sudah berisi pegawai"):
            isi(JUMLAH)
        with pytest.raises(CommandError, match="Gunakan basis data kosong"):
            call_command("demo", "--pegawai", "60")
        assert Pegawai.objects.count() == sebelum


@pytest.mark.django_db
def test_two_runs_give_the_same_people_plans_and_results():
    from django.db import transaction

    def sidik() -> str:
        isi(60, hari_ini=HARI_INI, acak=7)
        nama = list(Pegawai.objects.order_by("id").values_list("id", "nip", "nama", "gelar_belakang"))
        hasil = list(EvaluasiPeriodik.objects.order_by("id").values_list("id", "status", "predikat"))
        laporan = list(Laporan.objects.order_by("id").values_list("id", "tanggal", "realisasi", "uraian"))
        transaction.set_rollback(True)
        return hashlib.sha256(repr((nama, hasil, laporan)).encode()).hexdigest()

    kedua = []
    for _ in range(2):
        with transaction.atomic():
            kedua.append(sidik())
    assert kedua[0] == kedua[1]


@pytest.mark.django_db
def test_the_smallest_government_has_every_state_too():
    isi(60, hari_ini=HARI_INI)
    assert set(SKP.objects.values_list("status", flat=True)) == {
        "draf",
        "diajukan",
        "dikembalikan",
        "disetujui",
    }
    tahun_lalu = EvaluasiPeriodik.objects.filter(periode__siklus__tahun=2025)
    assert set(tahun_lalu.values_list("predikat", flat=True)) == {1, 2, 3, 4, 5}
    assert len(akun()) == 12


@pytest.mark.django_db
@pytest.mark.parametrize(
    "hari_ini", [date(2026, 1, 1), date(2027, 3, 31), date(2028, 2, 29), date(2026, 7, 1)]
)
def test_any_day_of_the_year_will_do(hari_ini):
    isi(60, hari_ini=hari_ini)
    assert Siklus.objects.filter(tahun=hari_ini.year).exists()
    terbuka = Periode.objects.get(status="terbuka")
    assert terbuka.mulai <= hari_ini <= terbuka.selesai
    assert Periode.objects.filter(status="ditutup", tutup_evaluasi__gte=hari_ini).count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("jumlah", [59, 1_000_001])
def test_a_number_out_of_range_is_refused_with_the_range(jumlah):
    with pytest.raises(ValueError, match=r"60 sampai 1\.000\.000"):
        isi(jumlah)
    assert not UnitKerja.objects.exists()


@pytest.mark.django_db
def test_the_command_asks_for_a_number_and_tells_when_there_is_no_demo():
    with pytest.raises(CommandError, match="--pegawai N"):
        call_command("demo")
    with pytest.raises(CommandError, match="Belum ada akun contoh"):
        call_command("demo", "--akun")


@pytest.mark.django_db
def test_the_command_reports_progress_and_duration(capsys):
    call_command("demo", "--pegawai", "60")
    keluaran = capsys.readouterr().out
    assert "evaluasi:" in keluaran
    assert "60 pegawai contoh selesai dalam" in keluaran


@pytest.mark.django_db
def test_a_row_against_a_rule_is_still_refused_after_loading():
    from django.db import IntegrityError, transaction

    unit = "INSERT INTO pegawai_pegawai (nip, nip_lama, nama) VALUES ('1', '', 'x')"
    with batasan_ditunda(["pegawai_pegawai"]):
        pass
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(unit)
