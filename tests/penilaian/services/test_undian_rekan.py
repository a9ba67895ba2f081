"""Asking colleagues for everybody at once: the same as the rule for one, resumable, twice changes nothing."""

import random
from collections import Counter
from datetime import UTC, date, datetime

import pytest

from pegawai.models import KeadaanPegawai, UnitKerja
from penilaian.aturan.rekan import Orang, undi
from penilaian.models import EvaluasiPeriodik, HasilRekan, KebijakanRekan, TugasRekan, UndianRekan
from penilaian.services.jadwal_rekan import urus_rekan
from penilaian.services.rekan_dasar import aturan_dari, kebijakan_berlaku, kuesioner_berlaku, masa
from penilaian.services.siklus import isi_evaluasi
from penilaian.services.undian_rekan import periode_sebelum, undi_periode
from sasaran.models import Periode, RencanaHasilKerja
from tests.massal import isi_massal
from tests.pemeran import buka_periode
from tests.penilaian.rekan import SAAT_JAWAB, SAAT_TUTUP, buat_orang, nilai_semua

BANYAK = 400


@pytest.fixture
def massal(siklus, kebijakan, waktu) -> Periode:
    """400 people in units and teams of all sizes, in two open quarters."""
    induk = isi_massal(siklus, BANYAK)
    dinas = [_anak(induk, f"Dinas {n}") for n in range(3)]
    bidang = [_anak(d, f"Bidang {n} {d.nama}") for d in dinas for n in range(4)]
    dadu = random.Random(7)
    triwulan = [buka_periode(siklus.periode.get(nomor=n)) for n in (1, 2)]
    for p in triwulan:
        isi_evaluasi(periode_id=p.pk)
    orang = list(
        EvaluasiPeriodik.objects.filter(periode=triwulan[0])
        .values_list("pegawai_id", flat=True)
        .order_by("pegawai_id")
    )
    pimpinan = dadu.sample(orang, 40)
    for satu in orang:
        penilai = dadu.choice([p for p in pimpinan[: dadu.choice((5, 15, 40))] if p != satu])
        atasan = dadu.choice([None, *pimpinan[:4]])
        isi = {"penilai": penilai, "atasan_penilai": atasan, "unit": dadu.choice(bidang)}
        EvaluasiPeriodik.objects.filter(pegawai=satu).update(**isi)
    penilai, atasan, *kecil = [p for p in orang if p not in pimpinan][:5]  # three with nobody beside them
    EvaluasiPeriodik.objects.filter(pegawai__in=kecil).update(penilai=penilai, atasan_penilai=atasan)
    return triwulan[0]


def _anak(induk: UnitKerja, nama: str) -> UnitKerja:
    isi = {"nama": nama, "jenis": "bidang", "dibuka": date(2017, 1, 1)}
    return UnitKerja.objects.add_child(UnitKerja.objects.get(pk=induk.pk), create_kwargs=isi)


def menurut_aturan(periode: Periode, lama=frozenset(), pergi=frozenset()) -> dict:
    """What the pure rule draws for the same people, seed and policy."""
    undian = UndianRekan.objects.get(periode=periode)
    kelompok = {
        s: str(m)
        for s, m in RencanaHasilKerja.objects.exclude(mendukung=None)
        .order_by("-mendukung_id")
        .values_list("skp_id", "mendukung_id")
    }
    orang = [
        Orang(
            e.pegawai_id,
            e.penilai_id,
            e.atasan_penilai_id,
            e.unit.path[:-4],
            kelompok.get(e.skp_id, ""),
            e.pegawai_id in pergi,
        )
        for e in EvaluasiPeriodik.objects.filter(periode=periode).select_related("unit")
    ]
    return undi(orang, benih=undian.benih, aturan=aturan_dari(undian.kebijakan), lama=lama)


def tertulis(periode: Periode) -> dict:
    semua = dict.fromkeys(
        HasilRekan.objects.filter(periode=periode).values_list("pegawai_id", flat=True), frozenset()
    )
    for d, r in TugasRekan.objects.filter(periode=periode).values_list("dinilai_id", "rekan_id"):
        semua[d] |= {r}
    return semua


def dukung(periode: Periode) -> None:
    """Some people's work supports one of two results of somebody."""
    skp = [
        e.skp
        for e in EvaluasiPeriodik.objects.filter(periode=periode).select_related("skp").order_by("pegawai_id")
    ]
    pokok = [RencanaHasilKerja.objects.create(skp=skp[0], urutan=n, uraian=f"Hasil {n}") for n in (1, 2)]
    RencanaHasilKerja.objects.bulk_create(
        RencanaHasilKerja(skp=s, urutan=9, uraian="Mendukung", mendukung=pokok[n % 2])
        for n, s in enumerate(skp[1:])
        if n % 3
    )


@pytest.mark.parametrize("halaman", [1, 5, 640])
def test_the_statement_for_everybody_agrees_with_the_rule_for_one(massal, settings, halaman):
    """In however many steps it is written: the limit of one colleague counts over all of them."""
    settings.SIKLUS_HALAMAN_PER_LANGKAH = halaman
    dukung(massal)
    jumlah = undi_periode(periode=massal)
    sekarang = tertulis(massal)
    harap = {d: frozenset(r) for d, r in menurut_aturan(massal).items()}
    assert sekarang == harap
    assert jumlah == sum(len(r) for r in sekarang.values()) > BANYAK
    assert {len(r) for r in sekarang.values()} >= {0, 7}  # large groups and too small ones


def test_and_with_the_pairs_of_the_period_before(massal, settings):
    undi_periode(periode=massal)
    kedua = Periode.objects.select_related("siklus").get(siklus=massal.siklus, nomor=2)
    assert periode_sebelum(kedua) == massal.pk
    lama = {(d, r) for d, semua in tertulis(massal).items() for r in semua}
    undi_periode(periode=kedua)
    assert tertulis(kedua) == {d: frozenset(r) for d, r in menurut_aturan(kedua, lama).items()}


def test_who_is_on_long_leave_while_answers_are_taken_is_not_asked(massal):
    """Every fifth; another fifth is on leave of some days, or back before the answers are taken."""
    semua = sorted(EvaluasiPeriodik.objects.filter(periode=massal).values_list("pegawai_id", flat=True))
    awal, akhir = massal.buka_evaluasi, massal.batas_penilaian_diri
    for n, (jenis, mulai, selesai) in enumerate(
        [("cuti_melahirkan", awal, None), ("tugas_belajar", awal, akhir), ("cuti_tahunan", awal, akhir)]
    ):
        KeadaanPegawai.objects.bulk_create(
            KeadaanPegawai(pegawai_id=p, jenis=jenis, mulai=mulai, selesai=selesai) for p in semua[n::10]
        )
    pergi = {*semua[0::10], *semua[1::10]}
    assert undi_periode(periode=massal) > 0
    assert not TugasRekan.objects.filter(rekan__in=pergi).exists()
    assert TugasRekan.objects.filter(rekan__in=semua[2::10]).exists()
    assert HasilRekan.objects.filter(pegawai__in=pergi, keadaan="berjalan").exists()  # they are described
    hasil = {d: frozenset(r) for d, r in menurut_aturan(massal, pergi=pergi).items()}
    assert tertulis(massal) == hasil


def test_twice_changes_nothing_and_a_run_that_was_broken_off_is_finished_by_the_next(massal, settings):
    settings.SIKLUS_HALAMAN_PER_LANGKAH = 1
    undi_periode(periode=massal)
    sekali = tertulis(massal)
    assert undi_periode(periode=massal) == 0
    sebagian = list(
        HasilRekan.objects.filter(periode=massal).order_by("pk").values_list("pk", flat=True)[:150]
    )
    TugasRekan.objects.filter(hasil__in=sebagian).delete()
    HasilRekan.objects.filter(pk__in=sebagian).delete()
    undi_periode(periode=massal)
    assert tertulis(massal).keys() == sekali.keys()
    beban = Counter(TugasRekan.objects.filter(periode=massal).values_list("rekan_id", flat=True))
    assert max(beban.values()) <= 9


def test_nobody_is_asked_without_a_policy_or_after_one_that_ends_it(tim, kebijakan):
    assert kebijakan_berlaku(date(2021, 12, 31)) is None
    KebijakanRekan.objects.create(berlaku=date(2026, 4, 1), aktif=False, dasar="Dihentikan")
    assert kebijakan_berlaku(date(2026, 3, 31)) == kebijakan
    assert kebijakan_berlaku(date(2026, 4, 1)) is None


def test_without_a_policy_the_schedule_asks_nobody(siklus, waktu):
    periode = buka_periode(Periode.objects.select_related("siklus").get(siklus=siklus, nomor=1))
    assert undi_periode(periode=periode) == 0
    assert not UndianRekan.objects.exists()


def test_who_comes_later_is_asked_about_too_while_the_others_keep_theirs(tim, buat_skp, waktu):
    dulu = tertulis(tim.periode)
    (baru,) = buat_orang(tim.kabid, 1, awal=10)
    nilai_semua(tim.periode, [baru], buat_skp)
    waktu.move_to(SAAT_JAWAB)
    assert undi_periode(periode=tim.periode) == 7
    kini = tertulis(tim.periode)
    assert {d: r for d, r in kini.items() if d != baru.pk} == dulu
    assert len(kini[baru.pk]) == 7


def test_after_the_last_day_nobody_is_asked(siklus, kebijakan, waktu):
    periode = buka_periode(Periode.objects.select_related("siklus").get(siklus=siklus, nomor=1))
    waktu.move_to(SAAT_TUTUP)
    assert undi_periode(periode=periode) == 0
    assert not UndianRekan.objects.exists()


def test_the_draw_keeps_policy_questions_seed_and_days(tim, kebijakan):
    undian = tim.undian
    assert undian.kebijakan == kebijakan
    assert undian.kuesioner == kuesioner_berlaku(date(2026, 3, 17))
    assert len(undian.benih) == 64
    kini = masa(undian)
    assert (kini.mencoret, kini.menjawab, kini.lewat) == (True, False, False)


def test_the_head_of_a_unit_is_not_asked_about_his_members_nor_they_about_him(tim):
    assert not TugasRekan.objects.filter(rekan=tim.kabid).exists()


def test_the_schedule_draws_tells_and_counts_each_once(tim, waktu):
    assert urus_rekan(zona="WIB").berubah > 0  # the messages; drawn is drawn
    assert urus_rekan(zona="WIB").berubah == 0
    waktu.move_to(SAAT_JAWAB)
    assert urus_rekan(zona="WIB").kabar == 12  # everybody is asked about somebody
    assert urus_rekan(zona="WIB").berubah == 0
    waktu.move_to(SAAT_TUTUP)
    hasil = urus_rekan(zona="WIB")
    assert (hasil.diminta, hasil.ditutup, hasil.kabar) == (0, 12, 12)
    assert urus_rekan(zona="WIB").berubah == 0
    assert urus_rekan(zona="WIT").berubah == 0


def test_a_day_given_by_hand_is_the_day_that_counts(tim):
    assert urus_rekan(zona="WIB", tanggal=datetime(2026, 4, 8, tzinfo=UTC).date()).ditutup == 12
