"""The content of a plan: who may write it, when, and what is kept."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from inti.workflow import TransisiDitolak
from pelaksanaan.models import Laporan
from sasaran.models import SKP, IndikatorKinerjaIndividu, RencanaHasilKerja
from sasaran.services import isi
from sasaran.services import skp as layanan_skp
from tests.pemeran import buat_tahun

RHK = {"jenis": "utama", "uraian": "Arsip akta tertata", "mendukung": None, "penugasan_dari": ""}
IKI = {
    "aspek": "kuantitas",
    "uraian": "Berkas tertata",
    "target": Decimal("1200"),
    "target_maks": None,
    "satuan": "berkas",
    "arah": "naik",
    "cara_hitung": "jumlah",
}


@pytest.fixture
def draf(pemeran, buat_skp):
    return buat_skp(pemeran.ratna, "draf")


def tambah(skp, oleh, kunci=None, **ubah):
    return isi.simpan_rhk(skp=skp, oleh=oleh, rhk_id=kunci or uuid4(), isian={**RHK, **ubah})


def urutan(skp):
    return list(skp.rhk.order_by("urutan").values_list("uraian", flat=True))


# --- results --------------------------------------------------------------------------------------------


def test_a_new_result_comes_last(draf, pemeran):
    rhk = tambah(draf, pemeran.ratna)
    assert (rhk.urutan, rhk.skp_id) == (3, draf.pk)


def test_sending_a_new_result_twice_writes_it_once(draf, pemeran):
    kunci = uuid4()
    tambah(draf, pemeran.ratna, kunci)
    tambah(draf, pemeran.ratna, kunci, uraian="Arsip akta tertata rapi")
    assert urutan(draf)[2:] == ["Arsip akta tertata rapi"]


def test_a_key_of_another_plan_is_refused(draf, pemeran, buat_skp):
    asing = buat_skp(pemeran.sari, "draf").rhk.first()
    with pytest.raises(ValidationError, match="bukan bagian dari SKP"):
        tambah(draf, pemeran.ratna, asing.pk)
    asing.refresh_from_db()
    assert asing.uraian == "Akta kelahiran terbit tepat waktu"


@pytest.mark.parametrize("status", ["diajukan", "disetujui"])
def test_a_plan_that_is_not_open_is_not_written(status, pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, status)
    rhk = skp.rhk.first()
    iki = rhk.indikator.first()
    kerja = [
        lambda: tambah(skp, pemeran.ratna),
        lambda: isi.hapus_rhk(rhk=rhk, oleh=pemeran.ratna),
        lambda: isi.geser_rhk(rhk=rhk, oleh=pemeran.ratna, langkah=1),
        lambda: isi.simpan_indikator(rhk=rhk, oleh=pemeran.ratna, indikator_id=uuid4(), isian=IKI),
        lambda: isi.hapus_indikator(indikator=iki, oleh=pemeran.ratna),
        lambda: isi.salin_tahun_lalu(skp=skp, oleh=pemeran.ratna),
    ]
    for satu in kerja:
        with pytest.raises(TransisiDitolak, match=f"sudah {status}"):
            satu()
    assert (skp.rhk.count(), rhk.indikator.count()) == (2, 2)


def test_a_returned_plan_is_open_again(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "dikembalikan")
    tambah(skp, pemeran.ratna)
    assert skp.rhk.count() == 3


def test_nobody_but_the_owner_writes(draf, pemeran):
    for nama, orang in pemeran.items():
        if nama != "ratna":
            with pytest.raises(PermissionDenied):
                tambah(draf, orang)


def test_a_result_may_support_one_of_the_leader_only(draf, pemeran, buat_skp):
    milik_kabid = buat_skp(pemeran.kabid, "draf").rhk.first()
    milik_kadis = buat_skp(pemeran.kadis, "disetujui").rhk.first()
    assert tambah(draf, pemeran.ratna, mendukung=milik_kabid).mendukung == milik_kabid
    with pytest.raises(ValidationError) as galat:
        tambah(draf, pemeran.ratna, mendukung=milik_kadis)
    assert "mendukung" in galat.value.message_dict


def test_the_leaders_list_is_his_plan_of_this_year_that_stands(draf, pemeran, buat_skp):
    milik = buat_skp(pemeran.kabid, "diajukan")
    assert [r.skp_id for r in isi.pilihan_pimpinan(draf)] == [milik.pk, milik.pk]
    SKP.objects.filter(pk=milik.pk).update(status="digantikan")
    assert not isi.pilihan_pimpinan(draf).exists()


def test_moving_changes_places_and_stops_at_the_ends(draf, pemeran):
    satu, dua = urutan(draf)
    rhk = draf.rhk.get(uraian=dua)
    isi.geser_rhk(rhk=rhk, oleh=pemeran.ratna, langkah=-1)
    assert urutan(draf) == [dua, satu]
    isi.geser_rhk(rhk=rhk, oleh=pemeran.ratna, langkah=-1)
    assert urutan(draf) == [dua, satu]
    isi.geser_rhk(rhk=rhk, oleh=pemeran.ratna, langkah=1)
    assert urutan(draf) == [satu, dua]


# --- indicators -----------------------------------------------------------------------------------------


def test_an_indicator_is_added_at_the_end_and_changed_under_its_key(draf, pemeran):
    rhk, kunci = draf.rhk.first(), uuid4()
    baru = isi.simpan_indikator(rhk=rhk, oleh=pemeran.ratna, indikator_id=kunci, isian=IKI)
    assert baru.urutan == 3
    ubah = {**IKI, "target": Decimal("1300"), "target_maks": Decimal("1500")}
    isi.simpan_indikator(rhk=rhk, oleh=pemeran.ratna, indikator_id=kunci, isian=ubah)
    assert IndikatorKinerjaIndividu.objects.get(pk=kunci).target_teks == "1.300–1.500 berkas"
    assert rhk.indikator.count() == 3


def test_a_range_that_runs_backwards_is_refused_in_words(draf, pemeran):
    with pytest.raises(ValidationError, match="tidak boleh lebih kecil"):
        isi.simpan_indikator(
            rhk=draf.rhk.first(),
            oleh=pemeran.ratna,
            indikator_id=uuid4(),
            isian={**IKI, "target_maks": Decimal("1")},
        )


@pytest.mark.parametrize(
    ("arah", "target", "maks", "teks"),
    [
        ("naik", "85", None, "85 nilai"),
        ("turun", "0.9", None, "≤ 0,9 nilai"),
        ("tepat", "12", None, "tepat 12 nilai"),
        ("naik", "44", "48", "44–48 nilai"),
        ("naik", "1250000.000", None, "1.250.000 nilai"),
    ],
)
def test_a_target_is_told_the_indonesian_way(arah, target, maks, teks):
    iki = IndikatorKinerjaIndividu(
        target=Decimal(target), target_maks=Decimal(maks) if maks else None, satuan="nilai", arah=arah
    )
    assert iki.target_teks == teks


# --- removing -------------------------------------------------------------------------------------------


def test_a_result_goes_with_its_indicators(draf, pemeran):
    isi.hapus_rhk(rhk=draf.rhk.first(), oleh=pemeran.ratna)
    assert (draf.rhk.count(), IndikatorKinerjaIndividu.objects.count()) == (1, 1)


def test_what_reports_refer_to_stays_when_the_plan_is_opened_for_change(pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, "disetujui")
    rhk = skp.rhk.first()
    iki = rhk.indikator.first()
    Laporan.objects.create(
        skp=skp, indikator=iki, tanggal=date(2026, 2, 3), realisasi=Decimal("0.9"), uraian="Tepat waktu"
    )
    layanan_skp.kembalikan(skp=skp, oleh=pemeran.kabid, catatan="Ada penugasan baru.")
    with pytest.raises(ValidationError, match="Sudah ada laporan"):
        isi.hapus_indikator(indikator=iki, oleh=pemeran.ratna)
    with pytest.raises(ValidationError, match="Sudah ada laporan"):
        isi.hapus_rhk(rhk=rhk, oleh=pemeran.ratna)
    assert (skp.rhk.count(), rhk.indikator.count()) == (2, 2)
    isi.hapus_indikator(indikator=rhk.indikator.last(), oleh=pemeran.ratna)
    assert rhk.indikator.count() == 1


# --- last year's plan -----------------------------------------------------------------------------------


@pytest.fixture
def tahun_lalu(pemeran, buat_skp):
    """Ratna's plan of 2025; the second result supported one of her leader's."""
    siklus = buat_tahun(2025)
    lalu, pimpinan = buat_skp(pemeran.ratna), buat_skp(pemeran.kabid)
    SKP.objects.update(siklus=siklus, mulai=date(2025, 1, 1), selesai=date(2025, 12, 31))
    lalu.rhk.filter(urutan=2).update(mendukung=pimpinan.rhk.get(urutan=1))
    return lalu


def test_last_years_plan_is_copied_with_its_indicators(tahun_lalu, pemeran, buat_skp):
    baru = buat_skp(pemeran.ratna, "draf", isi=False)
    assert isi.sumber_salinan(baru) == tahun_lalu
    assert isi.salin_tahun_lalu(skp=baru, oleh=pemeran.ratna) == 2
    assert urutan(baru) == urutan(tahun_lalu)
    salinan = IndikatorKinerjaIndividu.objects.filter(rhk__skp=baru).order_by("rhk__urutan", "urutan")
    assert [(i.uraian, i.target_teks, i.cara_hitung) for i in salinan] == [
        ("Waktu penyelesaian akta kelahiran", "≤ 1 hari", "rata_rata"),
        ("Indeks kepuasan masyarakat loket 3", "85 nilai", "terakhir"),
        ("Desa terlayani", "44–48 desa", "jumlah"),
    ]
    assert RencanaHasilKerja.objects.filter(skp=tahun_lalu).count() == 2


def test_the_leaders_result_is_linked_again_where_he_kept_its_words(tahun_lalu, pemeran, buat_skp):
    pimpinan = buat_skp(pemeran.kabid, "draf")
    baru = buat_skp(pemeran.ratna, "draf", isi=False)
    isi.salin_tahun_lalu(skp=baru, oleh=pemeran.ratna)
    assert [r.mendukung for r in baru.rhk.order_by("urutan")] == [None, pimpinan.rhk.get(urutan=1)]


def test_no_link_where_the_leader_has_other_words_this_year(tahun_lalu, pemeran, buat_skp):
    baru = buat_skp(pemeran.ratna, "draf", isi=False)
    isi.salin_tahun_lalu(skp=baru, oleh=pemeran.ratna)
    assert not baru.rhk.filter(mendukung__isnull=False).exists()


def test_a_plan_that_holds_something_is_not_overwritten(tahun_lalu, draf, pemeran):
    with pytest.raises(ValidationError, match="sudah berisi hasil kerja"):
        isi.salin_tahun_lalu(skp=draf, oleh=pemeran.ratna)


def test_without_a_plan_of_last_year_a_sentence_says_so(pemeran, buat_skp):
    with pytest.raises(ValidationError, match="Tidak ada SKP tahun lalu"):
        isi.salin_tahun_lalu(skp=buat_skp(pemeran.ratna, "draf", isi=False), oleh=pemeran.ratna)


# --- perspective of leaders -------------------------------------------------------------------------------


def _indikator(skp, oleh, **ubah):
    return isi.simpan_indikator(rhk=skp.rhk.first(), oleh=oleh, indikator_id=uuid4(), isian={**IKI, **ubah})


def test_a_perspective_belongs_to_a_leaders_plan_alone(pemeran, buat_skp, draf):
    skp = buat_skp(pemeran.kadis, "draf")
    assert _indikator(skp, pemeran.kadis, perspektif="anggaran").perspektif == "anggaran"
    for salah in ("", "keuangan"):
        with pytest.raises(ValidationError) as galat:
            _indikator(skp, pemeran.kadis, perspektif=salah)
        assert "perspektif" in galat.value.message_dict
    assert _indikator(draf, pemeran.ratna).perspektif == ""
    with pytest.raises(ValidationError, match="hanya untuk SKP pimpinan"):
        _indikator(draf, pemeran.ratna, perspektif="anggaran")


def test_a_copied_plan_keeps_perspectives_only_in_a_leaders_post(pemeran, buat_skp, siklus):
    lama = buat_skp(pemeran.kadis)
    IndikatorKinerjaIndividu.objects.filter(rhk__skp=lama).update(perspektif="anggaran")
    SKP.objects.filter(pk=lama.pk).update(siklus=buat_tahun(2025))
    baru = buat_skp(pemeran.kadis, "draf", isi=False)
    isi.salin_tahun_lalu(skp=baru, oleh=pemeran.kadis)
    milik = IndikatorKinerjaIndividu.objects.filter(rhk__skp=baru)
    assert set(milik.values_list("perspektif", flat=True)) == {"anggaran"}
    baru.rhk.all().delete()
    type(baru.penempatan.jabatan).objects.filter(pk=baru.penempatan.jabatan_id).update(jenis="administrator")
    isi.salin_tahun_lalu(skp=SKP.objects.get(pk=baru.pk), oleh=pemeran.kadis)
    assert set(milik.all().values_list("perspektif", flat=True)) == {""}
