"""A run from draft to export by three people, budget, corrections."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from akses.enums import Peran
from akses.models import PenugasanPeran
from akses.services import pelaku_dari
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai, UnitKerja
from pemberitahuan.models import JenisPesan, Pesan
from penghargaan.models import BarisBonus, KebijakanBonus, PerhitunganBonus
from penghargaan.services.bonus import (
    batalkan,
    ekspor,
    jumlah_total,
    kembalikan,
    periksa,
    setujui,
    susun,
    susun_koreksi,
    token_versi,
)
from penghargaan.services.bonus_baca import (
    baris_ekspor,
    baris_milik,
    baris_perhitungan,
    baris_terlihat,
    ringkas,
    sama_dengan_rinciannya,
)
from penghargaan.services.bonus_hitung import hitung_bonus
from tests.penghargaan.bahan import draf_bonus, kebijakan_bonus, periode_tutup, periodik

TOTAL = 2312835 + 2081552


@pytest.fixture
def draf(pemeran, siklus):
    return draf_bonus(pemeran, siklus)


def _kode(panggil, **isi):
    with pytest.raises(TransisiDitolak) as ditolak:
        panggil(**isi)
    return ditolak.value.kode


def _periksa(draf, oleh):
    return periksa(perhitungan=draf, oleh=oleh, versi=token_versi(draf.dihitung_pada))


def _disetujui(draf, pemeran, pemeriksa):
    return setujui(perhitungan=_periksa(draf, pemeriksa), oleh=pemeran.pimpinan)


def test_from_draft_to_export(draf, pemeran, pemeriksa):
    satu = ekspor(perhitungan=_disetujui(draf, pemeran, pemeriksa), oleh=pemeran.pengelola_instansi)
    assert [r.aksi for r in satu.riwayat.all()] == ["susun", "periksa", "setujui", "ekspor"]
    assert (satu.penyusun, satu.pemeriksa, satu.penyetuju) == (
        pemeran.pengelola_instansi, pemeriksa, pemeran.pimpinan,
    )  # fmt: skip
    assert jumlah_total(satu) == TOTAL
    dikabari = Pesan.objects.filter(jenis=JenisPesan.BONUS_DISETUJUI)
    assert {p.penerima for p in dikabari} == {pemeran.ratna, pemeran.sari}
    baris = BarisBonus.objects.get(pegawai=pemeran.ratna)
    assert dikabari.get(penerima=pemeran.ratna).tautan == f"/penghargaan/bonus/{baris.pk}/"


def test_the_sums_agree_and_who_gets_nothing_is_counted(draf):
    satu = ringkas(draf)
    assert (satu.penerima, satu.total, satu.cocok) == (2, TOTAL, True)
    assert [(n, j) for _k, n, j in satu.per_kelas] == [(2, TOTAL)]
    assert satu.per_predikat == [("Sangat Baik", 1, 2312835), ("Baik", 1, 2081552)]
    assert [(a, n) for a, _label, n in satu.tanpa] == [("tanpa_evaluasi", satu.orang - 2)]


def test_a_predikat_to_which_the_policy_gives_nothing_is_not_counted_as_receiving(draf, pemeran):
    periodik(pemeran.rudi, draf.periode, 5)
    hitung_bonus(perhitungan=draf, oleh=pemeran.pengelola_instansi)
    satu = ringkas(draf)
    assert (satu.penerima, satu.total) == (2, TOTAL)
    assert {a: n for a, _label, n in satu.tanpa} == {"nol": 1, "tanpa_evaluasi": satu.orang - 3}
    assert baris_perhitungan(draf, "nol").get().pegawai == pemeran.rudi
    assert {b.pegawai for b in baris_perhitungan(draf, "ada")} == {pemeran.ratna, pemeran.sari}


def test_the_drafter_does_not_check_and_the_checker_does_not_approve(draf, pemeran, pemeriksa):
    assert _kode(_periksa, draf=draf, oleh=pemeran.pengelola_instansi) == "benturan"
    akar = UnitKerja.objects.get(depth=1)
    for orang in (pemeriksa, pemeran.pengelola_instansi):
        PenugasanPeran.objects.create(pegawai=orang, peran=Peran.PIMPINAN, unit=akar, mulai=date(2022, 1, 1))
    _periksa(draf, pemeriksa)
    assert _kode(setujui, perhitungan=draf, oleh=pemeriksa) == "benturan"
    assert _kode(setujui, perhitungan=draf, oleh=pemeran.pengelola_instansi) == "benturan"


def test_the_database_refuses_two_hats_too(draf, pemeran):
    with pytest.raises(IntegrityError, match="bonus_empat_mata"), transaction.atomic():
        PerhitunganBonus.objects.filter(pk=draf.pk).update(
            pemeriksa=pemeran.pengelola_instansi, diperiksa_pada=draf.dihitung_pada
        )


def test_what_was_read_is_what_is_checked(draf, pemeran, pemeriksa):
    versi = token_versi(draf.dihitung_pada)
    hitung_bonus(perhitungan=draf, oleh=pemeran.pengelola_instansi)
    assert _kode(periksa, perhitungan=draf, oleh=pemeriksa, versi=versi) == "versi"


def test_over_the_budget_it_goes_no_further(pemeran, siklus, pemeriksa):
    draf = draf_bonus(pemeran, siklus, anggaran=TOTAL - 1)
    assert _kode(_periksa, draf=draf, oleh=pemeriksa) == "anggaran"
    PerhitunganBonus.objects.filter(pk=draf.pk).update(anggaran=TOTAL)
    assert _periksa(draf, pemeriksa).status == "diperiksa"


def test_sent_back_it_is_a_draft_again_and_the_drafter_is_told(draf, pemeran, pemeriksa):
    _periksa(draf, pemeriksa)
    satu = kembalikan(perhitungan=draf, oleh=pemeran.pimpinan, catatan="Periksa kelas jabatan")
    assert (satu.status, satu.pemeriksa) == ("draf", None)
    pesan = Pesan.objects.get(jenis=JenisPesan.BONUS_DIKEMBALIKAN)
    assert (pesan.penerima, pesan.data["catatan"]) == (pemeran.pengelola_instansi, "Periksa kelas jabatan")
    assert hitung_bonus(perhitungan=satu, oleh=pemeran.pengelola_instansi) > 0


def test_a_leader_of_one_department_does_not_approve(draf, pemeran, pemeriksa):
    _periksa(draf, pemeriksa)
    PenugasanPeran.objects.create(
        pegawai=pemeran.auditor, peran=Peran.PIMPINAN, unit=pemeran.kadis.atasan.unit, mulai=date(2022, 1, 1)
    )
    with pytest.raises(PermissionDenied):
        setujui(perhitungan=draf, oleh=pemeran.auditor)


def test_one_run_per_period_until_it_is_dropped(draf, pemeran):
    isi = {
        "periode": draf.periode, "unit": draf.unit, "anggaran": 1, "oleh": pemeran.pengelola_instansi,
    }  # fmt: skip
    assert _kode(susun, **isi) == "status"
    batalkan(perhitungan=draf, oleh=pemeran.pengelola_instansi, catatan="Keliru periode")
    assert susun(**isi).status == "draf"


def test_when_no_run_can_begin(pemeran, siklus):
    akar, dinas = UnitKerja.objects.get(depth=1), pemeran.kadis.atasan.unit
    pi = pemeran.pengelola_instansi
    kebijakan_bonus()
    terbuka = siklus.periode.get(nomor=2)
    assert _kode(susun, periode=terbuka, unit=akar, anggaran=1, oleh=pi) == "syarat"
    tutup = periode_tutup(siklus)
    assert _kode(susun, periode=tutup, unit=dinas, anggaran=1, oleh=pi) == "unit"
    with pytest.raises(PermissionDenied):
        susun(periode=tutup, unit=akar, anggaran=1, oleh=pemeran.pengelola_opd)
    KebijakanBonus.objects.update(mulai=date(2027, 1, 1))
    assert _kode(susun, periode=tutup, unit=akar, anggaran=1, oleh=pi) == "syarat"


def test_a_correction_pays_or_takes_back_the_difference_and_leaves_the_lines(draf, pemeran, pemeriksa):
    _disetujui(draf, pemeran, pemeriksa)
    Pegawai.objects.filter(pk=pemeran.sari.pk).update(kedudukan_hukum="15")
    periodik(pemeran.rudi, draf.periode, 3)
    lama = list(BarisBonus.objects.filter(perhitungan=draf).values_list("pk", "jumlah").order_by("pk"))
    satu = susun_koreksi(
        perhitungan=draf, anggaran=10_000_000, alasan="SK hukuman terlambat", oleh=pemeran.pengelola_instansi
    )
    assert hitung_bonus(perhitungan=satu, oleh=pemeran.pengelola_instansi) == 2
    baris = {b.pegawai_id: (b.hak, b.sudah, b.jumlah) for b in BarisBonus.objects.filter(perhitungan=satu)}
    assert baris == {pemeran.sari.pk: (0, 2081552, -2081552), pemeran.rudi.pk: (1156418, 0, 1156418)}
    assert all(sama_dengan_rinciannya(b) for b in BarisBonus.objects.filter(perhitungan=satu))
    assert ringkas(satu).cocok
    assert (
        list(BarisBonus.objects.filter(perhitungan=draf).values_list("pk", "jumlah").order_by("pk")) == lama
    )
    isi = {"perhitungan": draf, "anggaran": 1, "oleh": pemeran.pengelola_instansi}
    assert _kode(susun_koreksi, alasan="lagi", **isi) == "status"
    assert _kode(susun_koreksi, alasan=" ", **isi) == "catatan"


def test_a_draft_is_not_corrected(draf, pemeran):
    isi = {"perhitungan": draf, "anggaran": 1, "alasan": "x", "oleh": pemeran.pengelola_instansi}
    assert _kode(susun_koreksi, **isi) == "status"


def test_one_sees_his_own_line_once_it_is_approved(draf, pemeran, pemeriksa):
    ratna, sari = pelaku_dari(pemeran.ratna), pelaku_dari(pemeran.sari)
    assert not baris_milik(ratna).exists()
    assert not baris_terlihat(ratna).exists()
    _disetujui(draf, pemeran, pemeriksa)
    assert [b.jumlah for b in baris_milik(ratna)] == [2312835]
    assert [b.pegawai for b in baris_terlihat(sari)] == [pemeran.sari]


def test_the_rows_of_the_file_are_text_numbers_and_words(draf, pemeran):
    baris = {b[0]: b for b in baris_ekspor(draf)}[pemeran.sari.nip]
    assert baris[3:] == (7, "Baik", 3854725, 60, 90, 2081552, 0, 2081552, "")
