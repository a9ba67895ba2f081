"""Needs from evaluations: what opens one, what does not, once, and with the entries that answer it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from akses.services import pelaku_dari
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pelatihan.services.kebutuhan import (
    baris_ekspor,
    daftar_unit,
    dengan_pelatihan,
    ringkas_unit,
    tanggapi,
    usulkan_dari_evaluasi,
    usulkan_sendiri,
)
from pemberitahuan.models import Pesan
from penilaian.models import EvaluasiPeriodik, KebutuhanPengembangan, PenilaianHasil, PenilaianPerilaku

pytestmark = pytest.mark.django_db


@pytest.fixture
def evaluasi(pemeran, siklus, buat_skp):
    """`evaluasi(nomor, h, p, predikat)` → Ratna's delivered evaluation of a quarter."""
    skp = buat_skp(pemeran.ratna)

    def _buat(nomor=1, h=2, p=2, predikat=2, status="disampaikan") -> EvaluasiPeriodik:
        sampai = status == "disampaikan"
        return EvaluasiPeriodik.objects.create(
            skp=skp, periode=siklus.periode.get(nomor=nomor), pegawai=skp.pegawai, unit=skp.unit,
            penilai=skp.penilai, status=status, rating_hasil=h, rating_perilaku=p,
            predikat=predikat if sampai else None, disampaikan_pada=timezone.now() if sampai else None,
            diajukan_pada=timezone.now(),
        )  # fmt: skip

    return _buat


def topik() -> list[tuple[str, str]]:
    return sorted(KebutuhanPengembangan.objects.values_list("topik", "sumber"))


def test_a_value_below_expectation_opens_one_need_a_year(evaluasi, pelatihan, pemeran):
    for nomor in (1, 2):
        PenilaianPerilaku.objects.create(evaluasi=evaluasi(nomor), nilai="akuntabel", rating=3)
    assert usulkan_dari_evaluasi(tahun=2026) == 1
    assert topik() == [("Nilai BerAKHLAK: Akuntabel", "evaluasi")]
    satu = KebutuhanPengembangan.objects.get()
    assert "di bawah ekspektasi pada evaluasi Triwulan II 2026" in satu.alasan
    assert [k.nama for k in dengan_pelatihan([satu])[0].pelatihan] == ["Lokakarya menyusun indikator"]
    assert Pesan.objects.get(penerima=pemeran.ratna).jenis == "kebutuhan_pelatihan"


def test_running_twice_changes_nothing(evaluasi):
    PenilaianPerilaku.objects.create(evaluasi=evaluasi(), nilai="adaptif", rating=3)
    assert [usulkan_dari_evaluasi(tahun=2026) for _ in range(3)] == [1, 0, 0]
    assert Pesan.objects.count() == 1


def test_a_result_below_expectation_opens_a_need_with_its_aspects(evaluasi, pelatihan):
    satu = evaluasi()
    rhk = satu.skp.rhk.first()
    PenilaianHasil.objects.create(evaluasi=satu, rhk=rhk, rating=3)
    usulkan_dari_evaluasi(tahun=2026)
    assert topik() == [(rhk.uraian, "evaluasi")]
    kebutuhan = KebutuhanPengembangan.objects.get()
    assert dengan_pelatihan([kebutuhan])[0].pelatihan == [pelatihan]


def test_a_weak_predikat_opens_a_need_when_no_gap_says_it_better(evaluasi):
    evaluasi(1, h=3, p=2, predikat=3)
    usulkan_dari_evaluasi(tahun=2026)
    assert topik() == [("Perencanaan kerja, indikator, dan target", "evaluasi")]
    assert "Predikat Butuh Perbaikan" in KebutuhanPengembangan.objects.get().alasan


def test_a_gap_makes_the_general_need_superfluous(evaluasi):
    PenilaianPerilaku.objects.create(evaluasi=evaluasi(1, h=3, p=2, predikat=3), nilai="loyal", rating=3)
    usulkan_dari_evaluasi(tahun=2026)
    assert topik() == [("Nilai BerAKHLAK: Loyal", "evaluasi")]


def test_what_is_not_delivered_or_good_opens_nothing(evaluasi):
    PenilaianPerilaku.objects.create(evaluasi=evaluasi(1, status="diajukan"), nilai="loyal", rating=3)
    PenilaianPerilaku.objects.create(evaluasi=evaluasi(2), nilai="loyal", rating=2)
    assert usulkan_dari_evaluasi(tahun=2026) == 0
    assert usulkan_dari_evaluasi(tahun=2025) == 0


def test_the_person_answers_and_nobody_else(evaluasi, pemeran):
    PenilaianPerilaku.objects.create(evaluasi=evaluasi(), nilai="loyal", rating=3)
    usulkan_dari_evaluasi(tahun=2026)
    satu = KebutuhanPengembangan.objects.get()
    with pytest.raises(PermissionDenied):
        tanggapi(kebutuhan=satu, aksi="konfirmasi", oleh=pemeran.kabid)
    assert tanggapi(kebutuhan=satu, aksi="konfirmasi", oleh=pemeran.ratna).status == "direncanakan"
    with pytest.raises(TransisiDitolak):
        tanggapi(kebutuhan=satu, aksi="konfirmasi", oleh=pemeran.ratna)
    assert (
        tanggapi(kebutuhan=satu, aksi="batalkan", oleh=pemeran.ratna, catatan="Sudah").status == "dibatalkan"
    )


def test_who_sees_the_needs_of_whom(pemeran):
    for orang in (pemeran.ratna, pemeran.rudi, pemeran.kabid):
        usulkan_sendiri(pegawai=orang, topik=f"Kelas {orang.panggilan}", alasan="Perlu", oleh=orang)

    def lihat(nama: str) -> set[str]:
        semua = daftar_unit(pelaku_dari(Pegawai.objects.get(pk=getattr(pemeran, nama).pk)), {})
        return set(semua.values_list("topik", flat=True))

    semua = {"Kelas Ratna", "Kelas Rudi", "Kelas Budi"}
    assert lihat("kabid") == {"Kelas Ratna"}
    assert lihat("kadis") == {"Kelas Ratna", "Kelas Budi"}
    assert lihat("pengelola_opd") == {"Kelas Ratna", "Kelas Budi"}
    assert lihat("pengelola_instansi") == lihat("auditor") == lihat("pimpinan") == semua
    assert lihat("sari") == lihat("admin_sistem") == set()


def test_an_own_wish_needs_no_answer_one_of_the_supervisor_does(pemeran):
    sendiri = usulkan_sendiri(pegawai=pemeran.ratna, topik="A", alasan="", oleh=pemeran.ratna)
    atasan = usulkan_sendiri(pegawai=pemeran.ratna, topik="B", alasan="", oleh=pemeran.kabid)
    assert (sendiri.status, atasan.status) == ("direncanakan", "diusulkan")


def test_the_list_can_be_searched_counted_and_taken_along(pemeran):
    for orang in (pemeran.ratna, pemeran.sari):
        usulkan_sendiri(pegawai=orang, topik="Arsip digital", alasan="", oleh=orang)
    hr = pelaku_dari(pemeran.pengelola_instansi)
    assert ringkas_unit(hr) == [("Arsip digital", 2)]
    assert daftar_unit(hr, {"q": "arsip ratna"}).count() == 1
    assert daftar_unit(hr, {"q": "pencatatan"}).count() == 2
    assert daftar_unit(hr, {"sumber": "evaluasi"}).count() == 0
    assert next(baris_ekspor(daftar_unit(hr, {"q": "ratna"})))[0] == pemeran.ratna.nip


def test_matching_many_needs_costs_as_much_as_one(pemeran, pelatihan, django_assert_num_queries):
    semua = [
        usulkan_sendiri(pegawai=pemeran.ratna, topik="Indikator", alasan="", oleh=pemeran.ratna)
        for _ in "abc"
    ]
    with django_assert_num_queries(1):
        assert all(k.pelatihan == [pelatihan] for k in dengan_pelatihan(semua))
    with django_assert_num_queries(0):
        assert dengan_pelatihan([]) == []
