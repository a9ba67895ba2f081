"""What citizens say moves an agreed indicator, as far as it may, and the explanation says how."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from layanan.models import Survei
from layanan.services.sumber import PenyediaLayanan
from penilaian.services.baca import Sudut
from penilaian.services.diri import IsianDiri, ajukan_penilaian_diri, simpan_penilaian_diri
from penilaian.services.lembar import susun_lembar
from penilaian.services.penjelasan import uraikan
from penilaian.services.rekaman import susun_rekaman
from sasaran.models import IndikatorKinerjaIndividu
from sasaran.services.isi import KOLOM_IKI, salin_tahun_lalu, simpan_indikator
from sasaran.services.sumber import hasil_sumber, pilihan_sumber
from tests.layanan.conftest import buat_layanan, catat_waktu, jawab
from tests.penilaian.conftest import TAB, lapor

DARI, SAMPAI = date(2026, 1, 1), date(2026, 3, 31)
IKM_INDIKATOR = 1  # “Indeks kepuasan masyarakat loket 3”, target 85


def sepakati(evaluasi, layanan, sumber="ikm", indeks=IKM_INDIKATOR, **isi):
    """Agree on a source for one of Ratna's indicators."""
    iki = IndikatorKinerjaIndividu.objects.filter(rhk__skp=evaluasi.skp).order_by("rhk__urutan", "urutan")[
        indeks
    ]
    IndikatorKinerjaIndividu.objects.filter(pk=iki.pk).update(
        sumber_realisasi=sumber, sumber_kunci=layanan.pk, **isi
    )
    return iki


def baris(evaluasi):
    return susun_lembar(evaluasi, Sudut.PEGAWAI).indikator[IKM_INDIKATOR]


def test_enough_answers_are_the_realisation(evaluasi, layanan):
    sepakati(evaluasi, layanan)
    jawab(layanan, 40, 4)
    satu = baris(evaluasi)
    assert satu.bersumber
    assert (satu.realisasi, satu.dari_laporan) == (Decimal(100), Decimal(100))
    assert (satu.sumber.banyak, satu.sumber.minimum, satu.sumber.nama) == (40, 30, layanan.nama)
    assert (satu.sumber.dari, satu.sumber.sampai) == (DARI, SAMPAI)


def test_too_few_answers_leave_it_to_the_reports_and_say_so(evaluasi, layanan):
    sepakati(evaluasi, layanan)
    jawab(layanan, 12, 4)
    satu = baris(evaluasi)
    assert not satu.bersumber
    assert satu.realisasi == Decimal(85)  # what Ratna reported
    assert satu.sumber.sebab_kurang == "belum cukup data (12 dari 30)"


def test_an_indicator_without_a_source_is_untouched(evaluasi, layanan):
    jawab(layanan, 40, 4)
    assert (baris(evaluasi).sumber, baris(evaluasi).realisasi) == (None, Decimal(85))


def test_nobody_types_over_a_source(evaluasi, layanan, pemeran):
    iki = sepakati(evaluasi, layanan)
    jawab(layanan, 40, 3)
    simpan_penilaian_diri(
        evaluasi=evaluasi, oleh=pemeran.ratna, isian=IsianDiri(realisasi={iki.pk: Decimal(99)}), kunci=TAB
    )
    assert baris(evaluasi).realisasi == Decimal(75)


def test_what_the_source_said_is_frozen_with_the_self_assessment(evaluasi, layanan, pemeran):
    sepakati(evaluasi, layanan)
    jawab(layanan, 40, 4)
    ajukan_penilaian_diri(evaluasi=evaluasi, oleh=pemeran.ratna)
    evaluasi.refresh_from_db()
    jawab(layanan, 400, 1)
    satu = susun_lembar(evaluasi, Sudut.PENILAI).indikator[IKM_INDIKATOR]
    assert (satu.realisasi, satu.sumber.banyak) == (Decimal(100), 40)
    rekaman = susun_rekaman(evaluasi, susun_lembar(evaluasi, Sudut.PENILAI))
    isi = rekaman["rhk"][0]["indikator"][IKM_INDIKATOR]
    assert (isi["realisasi"], isi["sumber"]["banyak"], isi["sumber"]["nilai"]) == ("100.000", 40, "100.00")
    rekaman |= {"hasil": 2, "perilaku": 2, "nilai_perilaku": dict.fromkeys(rekaman["nilai_perilaku"], 2)}
    dijelaskan = uraikan(rekaman).rhk[0].indikator[IKM_INDIKATOR]
    assert dijelaskan.sumber == satu.sumber


@pytest.mark.parametrize(
    ("sumber", "satuan", "nilai"), [("waktu_layanan", "hari", "0.55"), ("tepat_waktu", "%", "90.00")]
)
def test_service_times_are_sources_too(evaluasi, layanan, sumber, satuan, nilai):
    sepakati(evaluasi, layanan, sumber, satuan=satuan)
    catat_waktu(layanan, *["0.35"] * 9, "2.35")
    satu = baris(evaluasi)
    assert (satu.sumber.nilai, satu.sumber.satuan) == (Decimal(nilai), satuan)
    assert satu.realisasi == Decimal(nilai)


def test_reports_after_the_source_failed_still_count(evaluasi, layanan):
    sepakati(evaluasi, layanan)
    lapor(evaluasi.skp, "Indeks kepuasan masyarakat loket 3", "88", date(2026, 3, 30))
    assert baris(evaluasi).realisasi == Decimal(88)


def test_sources_cost_a_fixed_number_of_queries(evaluasi, layanan, django_assert_num_queries):
    lain = [buat_layanan(f"Layanan {n}") for n in range(4)]
    for n, satu in enumerate([layanan, *lain]):
        jawab(satu, 31, 3)
        iki = IndikatorKinerjaIndividu.objects.filter(rhk__skp=evaluasi.skp).first()
        IndikatorKinerjaIndividu.objects.create(
            rhk=iki.rhk, urutan=9 + n, aspek="kualitas", uraian=f"I{n}", target=80, satuan="nilai",
            sumber_realisasi="ikm", sumber_kunci=satu.pk,
        )  # fmt: skip
    semua = list(IndikatorKinerjaIndividu.objects.filter(rhk__skp=evaluasi.skp))
    with django_assert_num_queries(3):  # services, policy, answers
        assert len(hasil_sumber(semua, DARI, SAMPAI)) == 5
    with django_assert_num_queries(0):
        hasil_sumber([i for i in semua if i.sumber_realisasi == "laporan"], DARI, SAMPAI)


def test_choices_are_the_open_services_of_the_own_department(pemeran, buat_skp, layanan):
    buat_layanan("Uji kir", "Dinas Perhubungan")
    buat_layanan("Layanan tutup", aktif=False)
    milik = {p.nama for p in pilihan_sumber(buat_skp(pemeran.ratna))}
    assert milik == {layanan.nama}
    assert {p.nama for p in PenyediaLayanan().pilihan(pemeran.bupati.atasan.unit.path)} == {
        layanan.nama, "Uji kir",
    }  # fmt: skip


def isian(sumber, layanan, satuan="nilai"):
    isi = dict.fromkeys(KOLOM_IKI) | {
        "aspek": "kualitas", "uraian": "Kepuasan warga", "target": Decimal(85), "satuan": satuan,
        "arah": "naik", "cara_hitung": "terakhir", "perspektif": "",
    }  # fmt: skip
    return isi | {"sumber_realisasi": sumber, "sumber_kunci": layanan.pk if layanan else None}


def test_a_plan_agrees_on_a_source_and_next_year_copies_it(pemeran, buat_skp, layanan):
    skp = buat_skp(pemeran.ratna, "draf")
    baru = simpan_indikator(
        rhk=skp.rhk.first(), oleh=pemeran.ratna, indikator_id=uuid4(), isian=isian("ikm", layanan)
    )
    baru.refresh_from_db()
    assert (baru.sumber_realisasi, baru.sumber_kunci) == ("ikm", layanan.pk)
    with pytest.raises(ValidationError):
        salin_tahun_lalu(skp=skp, oleh=pemeran.ratna)


def test_a_service_of_another_department_is_refused(pemeran, buat_skp, layanan):
    asing = buat_layanan("Uji kir", "Dinas Perhubungan")
    skp = buat_skp(pemeran.ratna, "draf")
    with pytest.raises(ValidationError, match="layanan unit Anda"):
        simpan_indikator(
            rhk=skp.rhk.first(), oleh=pemeran.ratna, indikator_id=uuid4(), isian=isian("ikm", asing)
        )


def test_the_unit_must_be_that_of_the_source(pemeran, buat_skp, layanan):
    skp = buat_skp(pemeran.ratna, "draf")
    with pytest.raises(ValidationError, match="hari"):
        simpan_indikator(
            rhk=skp.rhk.first(), oleh=pemeran.ratna, indikator_id=uuid4(),
            isian=isian("waktu_layanan", layanan, "menit"),
        )  # fmt: skip


def test_answers_are_not_tied_to_days_outside_the_plan(evaluasi, layanan):
    sepakati(evaluasi, layanan)
    jawab(layanan, 40, 1, hari=date(2025, 12, 31))
    assert baris(evaluasi).sumber.banyak == 0
    assert Survei.objects.count() == 40
