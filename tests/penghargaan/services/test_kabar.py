"""Whoever a case or a nomination waits for is told; the message says nothing about it."""

from datetime import date

import pytest

from akses.enums import Peran
from pemberitahuan.models import JenisPesan, Pesan
from pemberitahuan.teks import teks
from penghargaan.services import sanksi
from penghargaan.services.kabar import pemegang
from tests.penghargaan.bahan_tindak_lanjut import BOLOS
from tests.penghargaan.services.test_sanksi import SURAT


def penerima(jenis: str) -> set:
    return set(Pesan.objects.filter(jenis=jenis).values_list("penerima", flat=True))


@pytest.fixture
def diusulkan_kabid(evaluasi_rendah, pemeran):
    draf = sanksi.buat_usulan(pegawai=pemeran.ratna, isian=BOLOS, oleh=pemeran.kabid)
    assert not Pesan.objects.filter(jenis=JenisPesan.PERKARA_MENUNGGU).exists()
    return sanksi.usulkan(sanksi=draf, oleh=pemeran.kabid)


def test_hr_is_told_of_a_proposal_and_the_drafter_when_it_comes_back(diusulkan_kabid, pemeran, pemeriksa):
    assert penerima("perkara_menunggu") == {pemeran.pengelola_instansi.pk}  # the second one came later
    sanksi.kembalikan(sanksi=diusulkan_kabid, catatan="Lengkapi.", oleh=pemeran.pengelola_instansi)
    assert pemeran.kabid.pk in penerima("perkara_menunggu")
    sanksi.usulkan(sanksi=diusulkan_kabid, oleh=pemeran.kabid)
    assert pemeriksa.pk in penerima("perkara_menunggu")
    assert pemeran.ratna.pk not in penerima("perkara_menunggu")


def test_hr_that_drafted_is_not_asked_to_check(evaluasi_rendah, pemeran, pemeriksa):
    draf = sanksi.buat_usulan(pegawai=pemeran.ratna, isian=BOLOS, oleh=pemeran.pengelola_instansi)
    sanksi.usulkan(sanksi=draf, oleh=pemeran.pengelola_instansi)
    assert penerima("perkara_menunggu") == {pemeriksa.pk}


def test_the_deciding_one_is_told_after_the_hearing_and_the_handlers_of_the_end(
    diusulkan_kabid, pemeran, kini
):
    pi = pemeran.pengelola_instansi
    kini.move_to(SURAT.waktu.replace(day=3))
    satu = sanksi.panggil(sanksi=diusulkan_kabid, isian=SURAT, oleh=pi)
    kini.move_to(SURAT.waktu.replace(hour=6))
    satu = sanksi.periksa(sanksi=satu, waktu=SURAT.waktu, hadir=True, berita_acara="Ada.", oleh=pi)
    assert pemeran.pimpinan.pk in penerima("perkara_menunggu")
    sanksi.tanggapi(sanksi=satu, isi="Sakit.", oleh=pemeran.ratna)
    assert penerima("perkara_berubah") == {pi.pk}
    sanksi.hentikan(sanksi=satu, alasan="Ada surat dokter.", oleh=pemeran.pimpinan)
    assert penerima("perkara_berubah") == {pi.pk, pemeran.kabid.pk}
    assert penerima("sanksi_dihentikan") == {pemeran.ratna.pk}


@pytest.mark.parametrize(
    "jenis", ["perkara_menunggu", "perkara_berubah", "sanksi_dihentikan", "sanksi_diputus", "usulan_menunggu"]
)
def test_no_message_names_person_kind_or_reason(jenis, diusulkan_kabid, pemeran):
    assert Pesan.objects.get(jenis="perkara_menunggu").data == {}
    judul, isi = teks(jenis, {"nama": "Ratna", "alasan": "bolos"})
    for kata in ("Ratna", "bolos", "sanksi", "disiplin", "hukuman", "…"):
        assert kata not in f"{judul} {isi}"


def test_roles_reach_the_units_below_and_no_other(pemeran, evaluasi_rendah):
    unit, hari = evaluasi_rendah.unit, date(2026, 3, 2)
    assert set(pemegang(Peran.PENGELOLA_INSTANSI, unit, hari)) == {pemeran.pengelola_instansi}
    assert pemeran.pimpinan in pemegang(Peran.PIMPINAN, unit, hari)
    assert pemeran.pengelola_opd in pemegang(Peran.PENGELOLA_OPD, unit, hari)
    assert not pemegang(Peran.PENGELOLA_INSTANSI, unit, date(1990, 1, 1)).exists()
