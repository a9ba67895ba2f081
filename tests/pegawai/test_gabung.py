"""Merging two records of one person, or of one unit: everything follows, nothing is lost, once only."""

import threading
from datetime import date

import pytest
from django.db import connections, transaction
from django.utils import timezone

from inti.jejak import model_jejak
from pegawai.enums import JenisKeadaan, KedudukanHukum
from pegawai.models import (
    Atasan,
    AtasanKhusus,
    GandaPegawai,
    KeadaanPegawai,
    Pegawai,
    Penempatan,
    RiwayatPangkat,
    UnitKerja,
)
from pegawai.services.atasan import segarkan
from pegawai.services.gabung import GabungDitolak, gabungkan_pegawai, gabungkan_unit, periksa_isi, sidik
from pegawai.services.gabung_aturan import ATURAN, SISAKAN, Cara, kunci_asing, tulis_sekali, wajib_beda
from pegawai.services.gabung_periksa import halangan, hitungan
from penilaian.models import EvaluasiPeriodik, RiwayatKinerjaPeriodik, RiwayatSKP
from sasaran.models import SKP, Periode
from tests.pemeran import _unit, buka_periode

HARI = timezone.localdate()


def kembaran(asal, *, nip="198503122010012999", **lain):
    """A second record of the same person, without a placement."""
    isi = {
        "nip": nip, "nama": asal.nama, "jenis": asal.jenis, "jenis_kelamin": "P",
        "tanggal_lahir": asal.tanggal_lahir, "email": "kembar@contoh.go.id", "siasn": {"KPKN NAMA": "Palu"},
    }  # fmt: skip
    return Pegawai.objects.create(**isi | lain)


def tempatkan(pegawai, unit, jabatan, mulai=date(2021, 1, 1), **lain):
    satu = Penempatan.objects.create(pegawai=pegawai, unit=unit, jabatan=jabatan, mulai=mulai, **lain)
    segarkan()
    return satu


def duduk(pegawai):
    return Penempatan.objects.get(pegawai=pegawai)


def gabung(simpan, ganda, *bidang, **lain):
    return gabungkan_pegawai(
        simpan=simpan, ganda=ganda, dari_ganda=frozenset(bidang), alasan="SK 1", **{"oleh": None} | lain
    )


def jenis(simpan, ganda):
    return {h.jenis for h in halangan(simpan=simpan, ganda=ganda)}


# --- nothing is forgotten -----------------------------------------------------------------------------------


@pytest.mark.parametrize("tujuan", list(ATURAN))
def test_every_rule_names_a_key_that_exists(tujuan):
    ada = {k.nama for k in kunci_asing(tujuan)}
    assert set(ATURAN[tujuan]) <= ada
    assert len(ada) > 1


def test_keys_that_do_not_move_have_a_reason_and_no_key_is_left_out():
    """Each FK moves, or stays and says why; ledgers written once stay unless they are named to move."""
    for tujuan in (Pegawai, UnitKerja):
        for kunci in kunci_asing(tujuan):
            assert kunci.aturan.cara == Cara.PINDAH or str(kunci.aturan.sebab), kunci.nama
            if tulis_sekali(kunci.model) and kunci.aturan.cara == Cara.PINDAH:
                assert kunci.nama in ATURAN[tujuan], kunci.nama


def test_what_may_stay_is_a_constraint_there_is():
    ada = {k.nama for t in (Pegawai, UnitKerja) for k in kunci_asing(t)}
    for tujuan in (Pegawai, UnitKerja):
        ada |= {c.name for k in kunci_asing(tujuan) for c in k.model._meta.constraints}
    assert set(SISAKAN) <= ada


def test_pairs_that_must_differ_are_read_from_the_constraints():
    assert wajib_beda(SKP, Pegawai) == {("pegawai", "penilai")}
    assert wajib_beda(AtasanKhusus, Pegawai) == {("pegawai", "penilai")}
    assert wajib_beda(Penempatan, Pegawai) == set()


# --- people -------------------------------------------------------------------------------------------------


def test_everything_of_the_double_follows_and_it_stays_as_a_trace(pemeran, buat_skp):
    ganda = kembaran(pemeran.ratna, pns_id="PNS-2")
    lama = duduk(pemeran.ratna)
    skp = buat_skp(pemeran.ratna)
    hasil = gabung(ganda, pemeran.ratna, "email", oleh=pemeran.pengelola_instansi)
    skp.refresh_from_db()
    lama.refresh_from_db()
    jejak = Pegawai.objects.get(pk=pemeran.ratna.pk)
    assert (skp.pegawai_id, lama.pegawai_id, hasil.pk) == (ganda.pk,) * 3
    assert (jejak.digabung_ke_id, jejak.kedudukan_hukum) == (ganda.pk, KedudukanHukum.TIDAK_AKTIF)
    assert (hasil.nip, hasil.email, hasil.pns_id) == ("198503122010012999", pemeran.ratna.email, "PNS-2")
    assert (jejak.nip, jejak.pns_id) == (pemeran.ratna.nip, None)
    assert Atasan.objects.get(pegawai=ganda).penilai_id == pemeran.kabid.pk
    assert not Atasan.objects.filter(pegawai=jejak).exists()


def test_the_numbers_change_places_when_those_of_the_double_are_chosen(pemeran):
    ganda = kembaran(pemeran.ratna, pns_id="PNS-2")
    hasil = gabung(pemeran.ratna, ganda, "nip", "pns_id")
    ganda.refresh_from_db()
    assert (hasil.nip, hasil.pns_id) == ("198503122010012999", "PNS-2")
    assert (ganda.nip, ganda.pns_id) == (pemeran.ratna.nip, None)
    assert hasil.siasn == {"KPKN NAMA": "Palu"}


def test_history_says_who_why_and_where_to(pemeran):
    ganda = kembaran(pemeran.ratna)
    gabung(pemeran.ratna, ganda, oleh=pemeran.pengelola_instansi)
    peristiwa = model_jejak(Pegawai).objects.filter(pgh_obj=ganda, digabung_ke__isnull=False).first()
    assert peristiwa.digabung_ke_id == pemeran.ratna.pk
    assert peristiwa.pgh_context.metadata["alasan"] == "SK 1"
    assert peristiwa.pgh_context.metadata["pegawai"] == str(pemeran.pengelola_instansi.pk)


def test_the_same_placement_twice_is_one_and_the_plan_hangs_on_the_one_that_stays(pemeran, buat_skp):
    ganda = kembaran(pemeran.ratna)
    satu = duduk(pemeran.ratna)
    tempatkan(ganda, satu.unit, satu.jabatan, mulai=date(2022, 1, 1))
    skp = buat_skp(ganda)
    assert halangan(simpan=pemeran.ratna, ganda=ganda) == []
    gabung(pemeran.ratna, ganda)
    skp.refresh_from_db()
    assert (skp.pegawai_id, skp.penempatan_id) == (pemeran.ratna.pk, satu.pk)
    assert duduk(ganda).selesai < HARI
    assert not Atasan.objects.filter(pegawai=ganda).exists()


def test_different_placements_at_once_are_refused_with_what_to_do(pemeran):
    ganda = kembaran(pemeran.ratna)
    tempatkan(ganda, duduk(pemeran.rudi).unit, duduk(pemeran.rudi).jabatan)
    satu = halangan(simpan=pemeran.ratna, ganda=ganda)
    assert [h.jumlah for h in satu] == [1]
    assert "penempatan definitif yang berbeda" in satu[0].kalimat
    with pytest.raises(GabungDitolak, match="menghalangi"):
        gabung(pemeran.ratna, ganda)
    duduk(ganda)  # still its own
    Penempatan.objects.filter(pegawai=ganda).update(mulai=date(2019, 1, 1), selesai=date(2020, 12, 31))
    gabung(pemeran.ratna, ganda)
    assert Penempatan.objects.filter(pegawai=pemeran.ratna).count() == 2


def test_two_approved_plans_at_once_are_refused_a_draft_of_the_double_stays_with_it(pemeran, buat_skp):
    ganda = kembaran(pemeran.ratna)
    tempatkan(ganda, duduk(pemeran.ratna).unit, duduk(pemeran.ratna).jabatan)
    buat_skp(pemeran.ratna)
    dua = buat_skp(ganda)
    assert jenis(pemeran.ratna, ganda) == {"SKP"}
    SKP.objects.filter(pk=dua.pk).update(status="draf", disetujui_pada=None, disetujui_oleh=None)
    assert halangan(simpan=pemeran.ratna, ganda=ganda) == []
    assert {h.nama: (h.disimpan, h.ganda, h.tinggal) for h in hitungan(simpan=pemeran.ratna, ganda=ganda)}[
        "SKP"
    ] == (1, 1, 1)
    gabung(pemeran.ratna, ganda)
    dua.refresh_from_db()
    assert dua.pegawai_id == ganda.pk


def test_a_draft_of_the_kept_record_does_not_hide_an_approved_plan(pemeran, buat_skp):
    ganda = kembaran(pemeran.ratna)
    tempatkan(ganda, duduk(pemeran.ratna).unit, duduk(pemeran.ratna).jabatan)
    buat_skp(pemeran.ratna, "draf")
    buat_skp(ganda)
    assert jenis(pemeran.ratna, ganda) == {"SKP"}
    assert jenis(ganda, pemeran.ratna) == set()


@pytest.mark.parametrize(("golongan", "terhalang"), [("III/c", False), ("III/d", True)])
def test_a_rank_of_the_same_day_stays_when_it_is_the_same(golongan, terhalang, pemeran):
    ganda = kembaran(pemeran.ratna)
    RiwayatPangkat.objects.create(pegawai=pemeran.ratna, golongan="III/c", tmt=date(2022, 4, 1))
    RiwayatPangkat.objects.create(pegawai=ganda, golongan=golongan, tmt=date(2022, 4, 1))
    RiwayatPangkat.objects.create(pegawai=ganda, golongan="III/b", tmt=date(2018, 4, 1))
    assert bool(halangan(simpan=pemeran.ratna, ganda=ganda)) == terhalang
    if not terhalang:
        gabung(pemeran.ratna, ganda)
        assert RiwayatPangkat.objects.filter(pegawai=pemeran.ratna).count() == 2
        assert RiwayatPangkat.objects.filter(pegawai=ganda).count() == 1


@pytest.mark.parametrize(
    ("kind", "mulai", "terhalang"),
    [
        (JenisKeadaan.CUTI_SAKIT, date(2026, 3, 1), False),
        (JenisKeadaan.CUTI_BESAR, date(2026, 3, 1), True),
        (JenisKeadaan.CUTI_BESAR, date(2026, 5, 1), False),
    ],
)
def test_leave_at_the_same_time_stays_when_it_is_the_same(kind, mulai, terhalang, pemeran):
    ganda = kembaran(pemeran.ratna)
    isi = {"mulai": date(2026, 2, 1), "selesai": date(2026, 3, 31)}
    KeadaanPegawai.objects.create(pegawai=pemeran.ratna, jenis=JenisKeadaan.CUTI_SAKIT, **isi)
    KeadaanPegawai.objects.create(pegawai=ganda, jenis=kind, mulai=mulai, selesai=date(2026, 6, 1))
    assert bool(halangan(simpan=pemeran.ratna, ganda=ganda)) == terhalang


@pytest.mark.parametrize(("rating", "terhalang"), [(2, False), (1, True)])
def test_a_result_from_before_kinerja_stays_when_it_is_the_same(rating, terhalang, pemeran):
    ganda = kembaran(pemeran.ratna)
    isi = {"tahun": 2023, "rating_perilaku": 2, "predikat": 2}
    masa = {"jenis": "triwulan", "bulan_mulai": 1, "bulan_selesai": 3}
    for orang, hasil in ((pemeran.ratna, 2), (ganda, rating)):
        RiwayatSKP.objects.create(pegawai=orang, rating_hasil=hasil, **isi)
        RiwayatKinerjaPeriodik.objects.create(pegawai=orang, rating_hasil=hasil, **isi, **masa)
    RiwayatSKP.objects.create(pegawai=ganda, rating_hasil=2, **isi | {"tahun": 2022})
    semua = [h.kalimat for h in halangan(simpan=pemeran.ratna, ganda=ganda)]
    assert bool(semua) == terhalang
    if terhalang:
        assert {k.split(" yang ")[0] for k in semua} >= {
            "Keduanya mempunyai riwayat SKP tahun", "Keduanya mempunyai riwayat kinerja periodik",
        }  # fmt: skip
    else:
        gabung(pemeran.ratna, ganda)
        assert RiwayatSKP.objects.filter(pegawai=pemeran.ratna).count() == 2
        assert RiwayatKinerjaPeriodik.objects.filter(pegawai=pemeran.ratna).count() == 1


def test_whoever_assesses_the_other_is_another_person(pemeran, buat_skp):
    buat_skp(pemeran.ratna)
    satu = halangan(simpan=pemeran.ratna, ganda=pemeran.kabid)
    assert any("dua orang" in h.kalimat for h in satu)


def test_evaluations_of_closed_periods_follow_the_person_unchanged(pemeran, buat_skp):
    ganda = kembaran(pemeran.ratna)
    skp = buat_skp(pemeran.ratna)
    periode = buka_periode(Periode.objects.get(nomor=1))
    satu = EvaluasiPeriodik.objects.create(
        skp=skp, periode=periode, pegawai=pemeran.ratna, unit=skp.unit, penilai=skp.penilai
    )
    sebelum = EvaluasiPeriodik.objects.values().get(pk=satu.pk)
    Periode.objects.filter(pk=periode.pk).update(status="ditutup", ditutup_pada=timezone.now())
    gabung(ganda, pemeran.ratna)
    assert EvaluasiPeriodik.objects.values().get(pk=satu.pk) == sebelum | {"pegawai_id": ganda.pk}


def test_a_trace_is_merged_no_second_time_and_is_no_place_to_merge_into(pemeran):
    ganda, lain = kembaran(pemeran.ratna), kembaran(pemeran.ratna, nip="198503122010012998")
    gabung(pemeran.ratna, ganda)
    for simpan, dua in ((pemeran.ratna, ganda), (ganda, pemeran.ratna), (lain, ganda)):
        with pytest.raises(GabungDitolak, match="sudah digabung ke"):
            gabung(simpan, dua)
    gabung(lain, pemeran.ratna)
    ganda.refresh_from_db()
    assert ganda.digabung_ke_id == lain.pk  # a trace always names the person himself


def test_what_changed_since_the_page_was_made_is_shown_first(pemeran):
    ganda = kembaran(pemeran.ratna)
    lihat = sidik(pemeran.ratna, ganda)
    Pegawai.objects.filter(pk=ganda.pk).update(nama="Orang Lain")
    with pytest.raises(GabungDitolak, match="berubah sejak"):
        gabung(pemeran.ratna, ganda, lihat=lihat)


def test_nobody_merges_himself(pemeran):
    ganda = kembaran(pemeran.ratna)
    with pytest.raises(GabungDitolak, match="Data Anda sendiri"):
        gabung(pemeran.ratna, ganda, oleh=pemeran.ratna)
    with pytest.raises(GabungDitolak, match="dua data yang berbeda"):
        gabung(pemeran.ratna, pemeran.ratna)


def test_fields_that_do_not_fit_together_are_named(pemeran):
    ganda = kembaran(pemeran.ratna, nip="199001012015032001", tanggal_lahir=date(1990, 1, 1))
    assert periksa_isi(pemeran.ratna, ganda, frozenset()) == []
    assert "Tanggal lahir" in periksa_isi(pemeran.ratna, ganda, frozenset({"nip"}))[0]
    assert periksa_isi(pemeran.ratna, ganda, frozenset({"nip", "tanggal_lahir"})) == []


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_merge_once_and_the_second_is_told(pemeran):
    ganda = kembaran(pemeran.ratna)
    pesan = []

    def kedua():
        try:
            gabung(ganda, pemeran.ratna)  # the other way round
        except GabungDitolak as e:
            pesan.append(str(e))
        finally:
            connections.close_all()

    with transaction.atomic():
        gabung(pemeran.ratna, ganda)
        utas = threading.Thread(target=kedua)
        utas.start()
        utas.join(timeout=0.5)
        assert utas.is_alive()  # it waits for the rows
    utas.join(timeout=20)
    assert len(pesan) == 1
    assert "sudah digabung ke" in pesan[0]
    assert Pegawai.objects.filter(digabung_ke__isnull=False).count() == 1


def test_pairs_with_the_double_are_gone(pemeran):
    ganda = kembaran(pemeran.ratna)
    satu, dua = sorted((pemeran.ratna.pk, ganda.pk))
    GandaPegawai.objects.create(satu_id=satu, dua_id=dua, sebab="nama_lahir", nama="RATNA")
    gabung(pemeran.ratna, ganda)
    assert not GandaPegawai.objects.exists()


# --- units --------------------------------------------------------------------------------------------------


def unit(awal):
    return UnitKerja.objects.get(nama__startswith=awal)


def gabung_unit(simpan, ganda, *bidang, **lain):
    return gabungkan_unit(
        simpan=simpan, ganda=ganda, dari_ganda=frozenset(bidang), alasan="Perbup", **{"oleh": None} | lain
    )


@pytest.fixture
def dua_unit(pemeran):
    """Bidang Pencatatan Sipil, and a double of it with a section and somebody in it."""
    ganda = _unit(unit("Dinas Kependudukan"), "Bid. Pencatatan Sipil", "bidang", "Capil")
    UnitKerja.objects.filter(pk=ganda.pk).update(kode="UNOR-2")
    seksi = _unit(ganda, "Seksi Kelahiran", "seksi")
    Penempatan.objects.filter(pegawai=pemeran.sari).update(unit=ganda)
    segarkan()
    return unit("Bidang"), UnitKerja.objects.get(pk=ganda.pk), seksi


def test_people_and_units_below_come_along_and_the_trace_lies_closed_below(dua_unit, pemeran, buat_skp):
    simpan, ganda, seksi = dua_unit
    skp = buat_skp(pemeran.sari)
    hasil = gabung_unit(simpan, ganda, "kode", "singkatan")
    jejak, seksi = UnitKerja.objects.get(pk=ganda.pk), UnitKerja.objects.get(pk=seksi.pk)
    assert (hasil.kode, hasil.singkatan, hasil.nama) == ("UNOR-2", "Capil", "Bidang Pencatatan Sipil")
    assert (jejak.kode, jejak.digabung_ke_id, jejak.ditutup) == (None, simpan.pk, HARI)
    assert seksi.path.startswith(hasil.path)
    assert seksi.depth == hasil.depth + 1
    assert jejak.path.startswith(hasil.path)
    assert hasil.numchild == 2
    assert Atasan.objects.get(pegawai=pemeran.sari).unit_id == simpan.pk
    assert SKP.objects.get(pk=skp.pk).unit_id == simpan.pk
    assert UnitKerja.objects.find_problems() == ([], [], [], [], [])


def test_closed_periods_keep_the_unit_they_were_written_for(dua_unit, pemeran, buat_skp):
    simpan, ganda, _seksi = dua_unit
    skp = buat_skp(pemeran.sari)
    satu, dua = Periode.objects.filter(nomor__in=(1, 2)).order_by("nomor")
    for periode in (satu, dua):
        EvaluasiPeriodik.objects.create(
            skp=skp, periode=buka_periode(periode), pegawai=pemeran.sari, unit=ganda, penilai=skp.penilai
        )
    Periode.objects.filter(pk=satu.pk).update(status="ditutup", ditutup_pada=timezone.now())
    gabung_unit(simpan, ganda)
    assert dict(EvaluasiPeriodik.objects.values_list("periode__nomor", "unit")) == {1: ganda.pk, 2: simpan.pk}


def test_two_heads_at_once_are_refused(dua_unit, pemeran):
    simpan, ganda, _seksi = dua_unit
    Penempatan.objects.filter(pegawai=pemeran.sari).update(kepala=True)
    assert ["kepala definitif" in h.kalimat for h in halangan(simpan=simpan, ganda=ganda)] == [True]


def test_a_unit_is_not_merged_with_one_below_it_nor_with_the_top(dua_unit):
    simpan, _ganda, seksi = dua_unit
    with pytest.raises(GabungDitolak, match="berada di bawah"):
        gabung_unit(unit("Dinas Kependudukan"), UnitKerja.objects.get(pk=seksi.pk))
    with pytest.raises(GabungDitolak, match="Puncak"):
        gabung_unit(unit("Pemerintah"), simpan)
