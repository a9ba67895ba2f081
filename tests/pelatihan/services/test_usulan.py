"""Nomination: who may, when, and who is told."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied

from inti.workflow import TransisiDitolak
from pelatihan.services.kursi import tetapkan
from pelatihan.services.usulan import setujui, tolak, undur, usulkan
from pemberitahuan.models import Pesan
from penilaian.models import KebutuhanPengembangan

pytestmark = pytest.mark.django_db


def kabar(penerima) -> list[str]:
    return list(
        Pesan.objects.filter(penerima=penerima).order_by("dibuat_pada").values_list("jenis", flat=True)
    )


def test_own_nomination_goes_to_the_supervisor_and_then_to_hr(sesi, pemeran):
    satu = usulkan(sesi=sesi, pegawai=pemeran.ratna, oleh=pemeran.ratna, alasan="Perlu")
    assert satu.status == "diusulkan"
    assert kabar(pemeran.kabid) == ["pelatihan_diusulkan"]
    satu = setujui(peserta=satu, oleh=pemeran.kabid)
    assert tetapkan(peserta=satu, oleh=pemeran.pengelola_instansi).status == "ditetapkan"
    assert kabar(pemeran.ratna) == ["pelatihan_disetujui", "pelatihan_ditetapkan"]


def test_the_nomination_by_the_supervisor_is_his_approval(sesi, pemeran):
    satu = usulkan(sesi=sesi, pegawai=pemeran.ratna, oleh=pemeran.kabid)
    assert satu.status == "disetujui_atasan"
    assert satu.diusulkan_oleh == pemeran.kabid


@pytest.mark.parametrize("nama", ["kadis", "sari", "rudi", "pengelola_instansi", "pimpinan", "auditor"])
def test_nobody_else_may_nominate(sesi, pemeran, nama):
    with pytest.raises(PermissionDenied):
        usulkan(sesi=sesi, pegawai=pemeran.ratna, oleh=getattr(pemeran, nama))


def test_whoever_has_no_supervisor_is_told_so(sesi, pemeran):
    with pytest.raises(TransisiDitolak, match="Belum ada atasan"):
        usulkan(sesi=sesi, pegawai=pemeran.bupati, oleh=pemeran.bupati)


@pytest.mark.parametrize(
    ("kapan", "kata"),
    [
        (datetime(2026, 2, 19, 16, 59, tzinfo=UTC), "belum dibuka"),  # 19 February 23.59 WIB
        (datetime(2026, 3, 6, 17, 0, tzinfo=UTC), "sudah ditutup"),  # 7 March 00.00 WIB
    ],
)
def test_registration_has_its_days_in_the_zone_of_the_session(sesi, pemeran, kini, kapan, kata):
    kini.move_to(kapan)
    with pytest.raises(TransisiDitolak, match=kata):
        usulkan(sesi=sesi, pegawai=pemeran.ratna, oleh=pemeran.ratna)


@pytest.mark.parametrize("kapan", [(2026, 2, 19, 17), (2026, 3, 6, 16)])
def test_the_first_and_the_last_hour_of_the_registration_count(sesi, pemeran, kini, kapan):
    kini.move_to(datetime(*kapan, tzinfo=UTC))
    assert usulkan(sesi=sesi, pegawai=pemeran.ratna, oleh=pemeran.ratna).pk


@pytest.mark.parametrize(
    ("status", "kata"), [("draf", "ditutup"), ("selesai", "ditutup"), ("dibatalkan", "dibatalkan")]
)
def test_a_session_that_is_not_open_takes_nobody(buat_sesi, pemeran, status, kata):
    with pytest.raises(TransisiDitolak, match=kata):
        usulkan(sesi=buat_sesi(status=status), pegawai=pemeran.ratna, oleh=pemeran.ratna)


def test_nobody_is_in_a_session_twice_but_may_come_back(sesi, pemeran):
    satu = usulkan(sesi=sesi, pegawai=pemeran.ratna, oleh=pemeran.ratna)
    with pytest.raises(TransisiDitolak, match="sudah terdaftar"):
        usulkan(sesi=sesi, pegawai=pemeran.ratna, oleh=pemeran.kabid)
    tolak(peserta=satu, aksi="tolak_atasan", oleh=pemeran.kabid, catatan="Sedang ramai")
    assert usulkan(sesi=sesi, pegawai=pemeran.ratna, oleh=pemeran.ratna).status == "diusulkan"
    assert kabar(pemeran.kabid) == ["pelatihan_diusulkan", "pelatihan_diusulkan"]


def test_a_need_of_somebody_else_is_not_kept(sesi, pemeran):
    milik_sari = KebutuhanPengembangan.objects.create(
        pegawai=pemeran.sari, topik="Arsip", sumber="usulan", kunci="x"
    )
    satu = usulkan(sesi=sesi, pegawai=pemeran.ratna, oleh=pemeran.ratna, kebutuhan=milik_sari)
    assert satu.kebutuhan is None


def test_whoever_steps_back_gives_his_seat_to_the_first_who_waits(buat_sesi, buat_peserta, pemeran):
    sesi = buat_sesi(kursi=1)
    satu = buat_peserta(pemeran.ratna, "ditetapkan", sesi)
    kedua = buat_peserta(pemeran.sari, "daftar_tunggu", sesi)
    undur(peserta=satu, oleh=pemeran.ratna, catatan="Sakit")
    kedua.refresh_from_db()
    assert (kedua.status, kedua.menunggu_sejak) == ("ditetapkan", None)
    assert kabar(pemeran.sari) == ["pelatihan_ditetapkan"]
