"""Transfers and acting duty: one row ends before the next begins, one head per unit, everything with its reason."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from pegawai.models import Atasan, Jabatan, Penempatan, UnitKerja
from pegawai.services.mutasi import MutasiDitolak, akhiri, pindahkan, tugaskan
from tests.pemeran import Pemeran

HARI = timezone.localdate()
MULAI = HARI - timedelta(10)


def unit_dari(pegawai):
    return Penempatan.objects.get(pegawai=pegawai, jenis="definitif").unit


def jabatan(nama="Kepala Bidang"):
    return Jabatan.objects.get(nama=nama)


def penilai(pegawai):
    return Atasan.objects.get(pegawai=pegawai).penilai


def pindah(pegawai, unit, **lain):
    isi = {
        "jabatan": jabatan("Analis Kependudukan"),
        "kepala": False,
        "mulai": MULAI,
        "dasar": "SK 9",
        "oleh": None,
    }
    return pindahkan(pegawai=pegawai, unit=unit, **isi | lain)


def tugas(pegawai, unit, jenis="plt", **lain):
    isi = {
        "jabatan": jabatan(), "mulai": MULAI, "selesai": HARI + timedelta(30), "dasar": "SK 3", "oleh": None,
    }  # fmt: skip
    return tugaskan(pegawai=pegawai, unit=unit, jenis=jenis, **isi | lain)


def ditolak(kata, bidang, kerja, *isi, **lain):
    with pytest.raises(MutasiDitolak, match=kata) as galat:
        kerja(*isi, **lain)
    assert galat.value.bidang == bidang


def test_the_old_placement_ends_the_day_before_and_the_assessor_follows(pemeran: Pemeran):
    hasil = pindah(pemeran.ratna, unit_dari(pemeran.rudi), oleh=pemeran.pengelola_instansi)
    hasil.lama.refresh_from_db()
    assert hasil.lama.selesai == MULAI - timedelta(1)
    assert (hasil.baru.mulai, hasil.baru.selesai, hasil.tanpa_kepala) == (MULAI, None, None)
    assert penilai(pemeran.ratna) == pemeran.kadis_lain
    jejak = hasil.lama.events.order_by("pgh_id").last().pgh_context.metadata
    assert (jejak["alasan"], jejak["pegawai"]) == ("SK 9", str(pemeran.pengelola_instansi.pk))


def test_a_head_who_leaves_is_said_to_leave_a_vacancy(pemeran):
    capil = unit_dari(pemeran.kabid)
    assert pindah(pemeran.kabid, unit_dari(pemeran.rudi)).tanpa_kepala == capil
    assert penilai(pemeran.ratna) == pemeran.kadis


def test_who_becomes_head_is_no_longer_acting_there(pemeran):
    capil = unit_dari(pemeran.kabid)
    pindah(pemeran.kabid, unit_dari(pemeran.rudi), mulai=HARI - timedelta(20))
    plt = tugas(pemeran.sari, capil)
    pindah(pemeran.sari, capil, jabatan=jabatan(), kepala=True, mulai=HARI - timedelta(2))
    plt.refresh_from_db()
    assert plt.selesai == HARI - timedelta(3)
    assert penilai(pemeran.ratna) == pemeran.sari


def test_a_unit_has_one_definitive_head(pemeran):
    capil = unit_dari(pemeran.kabid)
    ditolak(
        "sudah dipimpin Budi Santoso", "kepala", pindah, pemeran.sari, capil, jabatan=jabatan(), kepala=True
    )
    assert Penempatan.objects.filter(pegawai=pemeran.sari).count() == 1


def test_a_transfer_that_cannot_be_is_refused_with_its_reason(pemeran):
    dishub = unit_dari(pemeran.rudi)
    ditolak("sudah menduduki", "unit", pindah, pemeran.ratna, unit_dari(pemeran.ratna))
    ditolak("Sudah ada penempatan definitif mulai 01-01-2021", "mulai", pindah, pemeran.ratna, dishub,
            mulai=date(2021, 1, 1))  # fmt: skip
    ditolak("baru dibuka pada 01-01-2017", "unit", pindah, pemeran.ratna, dishub, mulai=date(2016, 1, 1))
    UnitKerja.objects.filter(pk=dishub.pk).update(ditutup=HARI)
    ditolak("ditutup pada", "unit", pindah, pemeran.ratna, UnitKerja.objects.get(pk=dishub.pk))
    assert Penempatan.objects.get(pegawai=pemeran.ratna).selesai is None


def test_somebody_without_a_placement_gets_his_first(pemeran):
    Penempatan.objects.filter(pegawai=pemeran.rudi).delete()
    assert pindah(pemeran.rudi, unit_dari(pemeran.ratna)).lama is None
    assert penilai(pemeran.rudi) == pemeran.kabid


def test_a_plt_leads_only_a_unit_without_head_and_a_plh_only_one_with(pemeran):
    capil = unit_dari(pemeran.kabid)
    ditolak("sudah dipimpin", "unit", tugas, pemeran.sari, capil, "plt")
    tugas(pemeran.sari, capil, "plh")
    assert penilai(pemeran.ratna) == pemeran.kabid  # the definitive head stays the assessor
    ditolak("Sari Handayani sudah ditugaskan sebagai Plh.", "mulai", tugas, pemeran.ratna, capil, "plh")
    pindah(pemeran.kabid, unit_dari(pemeran.rudi), mulai=HARI - timedelta(20))
    Penempatan.objects.filter(jenis="plh").delete()
    ditolak("tunjuk Plt., bukan Plh.", "jenis", tugas, pemeran.sari, capil, "plh")
    tugas(pemeran.sari, capil, "plt")
    assert penilai(pemeran.ratna) == pemeran.sari


def test_acting_duty_has_an_end_and_a_holder_with_a_post(pemeran):
    capil = unit_dari(pemeran.kabid)
    ditolak("hari terakhir", "selesai", tugas, pemeran.sari, capil, "plh", selesai=None)
    ditolak("hari terakhir", "selesai", tugas, pemeran.sari, capil, "plh", selesai=MULAI - timedelta(1))
    ditolak("sendiri kepala definitif", "unit", tugas, pemeran.kabid, capil, "plh")
    Penempatan.objects.filter(pegawai=pemeran.sari).delete()
    ditolak("tidak mempunyai jabatan definitif", "mulai", tugas, pemeran.sari, capil, "plh")


def test_acting_duty_may_follow_the_present_one(pemeran):
    capil = unit_dari(pemeran.kabid)
    pertama = tugas(pemeran.sari, capil, "plh", selesai=HARI)
    lanjut = tugas(pemeran.sari, capil, "plh", mulai=HARI + timedelta(1))
    assert pertama.selesai < lanjut.mulai


def test_a_placement_is_ended_and_acting_duty_prolonged(pemeran):
    plh = tugas(pemeran.sari, unit_dari(pemeran.kabid), "plh", selesai=HARI)
    lebih = akhiri(penempatan=plh, selesai=HARI + timedelta(9), dasar="SK 4", oleh=None)
    assert lebih.selesai == HARI + timedelta(9)
    rudi = Penempatan.objects.get(pegawai=pemeran.rudi)
    akhiri(penempatan=rudi, selesai=HARI - timedelta(1), dasar="Pensiun", oleh=None)
    assert not Atasan.objects.filter(pegawai=pemeran.rudi).exists()
    ditolak("tidak diperpanjang", "selesai", akhiri, penempatan=rudi, selesai=HARI, dasar="x", oleh=None)
    ditolak("baru mulai pada 01-01-2021", "selesai", akhiri, penempatan=rudi, selesai=date(2020, 1, 1),
            dasar="x", oleh=None)  # fmt: skip
