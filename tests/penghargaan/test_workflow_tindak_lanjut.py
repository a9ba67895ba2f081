"""Every status × move × person of the cast for improvement plans and sanctions, by hand."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from akses.alur import jalankan
from inti.workflow import TransisiDitolak
from penghargaan.enums_tindak_lanjut import StatusRencana, StatusSanksi
from penghargaan.models import RencanaPerbaikan, Sanksi
from penghargaan.services import sanksi
from penghargaan.workflow import ALUR_RENCANA, ALUR_SANKSI
from tests.penghargaan.bahan_tindak_lanjut import BOLOS, SAAT

# from, move → to; every pair that is not here is refused for everybody
RENCANA = {
    ("draf", "usulkan"): "diusulkan",
    ("diusulkan", "tarik"): "draf",
    ("diusulkan", "kembalikan"): "draf",
    ("diusulkan", "sepakati"): "berjalan",
    ("berjalan", "akhiri"): "menunggu_simpulan",
    ("berjalan", "perpanjang"): "berjalan",
    ("menunggu_simpulan", "perpanjang"): "berjalan",
    ("berjalan", "capai"): "tercapai",
    ("menunggu_simpulan", "capai"): "tercapai",
    ("menunggu_simpulan", "gagal"): "tidak_tercapai",
    ("draf", "ambil_alih"): "draf",
    ("menunggu_simpulan", "ambil_alih_simpulan"): "menunggu_simpulan",
    ("draf", "batalkan"): "batal",
    ("diusulkan", "batalkan"): "batal",
}
SIAPA_RENCANA = {
    "usulkan": "kabid", "tarik": "kabid", "kembalikan": "ratna", "sepakati": "ratna", "akhiri": "",
    "perpanjang": "kabid", "capai": "kabid", "gagal": "kabid", "ambil_alih": "kadis",
    "ambil_alih_simpulan": "kadis", "batalkan": "",
}  # fmt: skip
SANKSI = {
    ("draf", "usulkan"): "diusulkan",
    ("draf", "batalkan"): "dibatalkan",
    ("diusulkan", "kembalikan"): "draf",
    ("diusulkan", "panggil"): "dipanggil",
    ("dipanggil", "panggil"): "dipanggil",
    ("dipanggil", "periksa"): "diperiksa",
    ("diperiksa", "putuskan"): "diputus",
    ("diusulkan", "hentikan"): "dihentikan",
    ("dipanggil", "hentikan"): "dihentikan",
    ("diperiksa", "hentikan"): "dihentikan",
    ("diputus", "berlakukan"): "berlaku",
    ("berlaku", "selesaikan"): "selesai",
    ("diputus", "cabut"): "dibatalkan",
    ("berlaku", "cabut"): "dibatalkan",
}
SIAPA_SANKSI = {
    "usulkan": "kabid pengelola_instansi", "batalkan": "kabid pengelola_instansi",
    "kembalikan": "pengelola_instansi", "panggil": "pengelola_instansi", "periksa": "pengelola_instansi",
    "putuskan": "pimpinan", "hentikan": "pimpinan", "berlakukan": "", "selesaikan": "", "cabut": "pimpinan",
}  # fmt: skip
HARI = date(2026, 3, 2)


@pytest.fixture
def rencana_pada(rencana, pemeran):
    """Ratna's plan put straight into a status, with everything any status asks for."""

    def _pada(status: str) -> RencanaPerbaikan:
        isi = {
            "sebab": "a", "dukungan": "b", "bukti": "c", "mulai": HARI, "selesai": date(2026, 9, 2),
            "disepakati_pada": SAAT, "simpulan_hari": date(2026, 9, 2),
            "disimpulkan_pada": timezone.now(), "disimpulkan_oleh": pemeran.kabid,
        }  # fmt: skip
        RencanaPerbaikan.objects.filter(pk=rencana.pk).update(status=status, **isi)
        rencana.refresh_from_db()
        return rencana

    return _pada


@pytest.fixture
def sanksi_pada(evaluasi_rendah, pemeran):
    """A discipline case put straight into a status."""
    satu = sanksi.buat_usulan(pegawai=pemeran.ratna, isian=BOLOS, oleh=pemeran.kabid)

    def _pada(status: str) -> Sanksi:
        isi = {
            "diperiksa_oleh": pemeran.pengelola_instansi, "pemeriksaan_pada": timezone.now(), "hadir": True,
            "berita_acara": "x", "sk_tanggal": HARI, "mulai": HARI, "diputus_oleh": pemeran.pimpinan,
            "sk_nomor": "1", "jenis_putusan": "d2",
        }  # fmt: skip
        Sanksi.objects.filter(pk=satu.pk).update(status=status, **isi)
        satu.refresh_from_db()
        return satu

    return _pada


def _semua(objek, alur, aksi, ke, siapa, pemeran):
    """Try the move as everybody of the cast and as the schedule; only those named get through."""
    for nama, orang in pemeran.items():
        if nama in siapa:
            continue
        with pytest.raises((PermissionDenied, ValueError) if siapa else ValueError):
            jalankan(alur=alur, objek=objek, aksi=aksi, oleh=orang, catatan="c")
    if siapa:
        with pytest.raises(ValueError, match="needs a person"):
            jalankan(alur=alur, objek=objek, aksi=aksi, oleh=None)
    assert not objek.riwayat.exists()
    oleh = getattr(pemeran, siapa[0]) if siapa else None
    if not ke:
        with pytest.raises(TransisiDitolak):
            jalankan(alur=alur, objek=objek, aksi=aksi, oleh=oleh, catatan="c")
        return
    dari = objek.status
    assert jalankan(alur=alur, objek=objek, aksi=aksi, oleh=oleh, catatan="c").status == ke
    baris = objek.riwayat.get()
    assert (baris.aksi, baris.dari, baris.ke, baris.oleh) == (aksi, dari, ke, oleh)


@pytest.mark.usefixtures("kini")
@pytest.mark.parametrize("aksi", SIAPA_RENCANA)
@pytest.mark.parametrize("status", StatusRencana.values)
def test_every_move_of_a_plan(rencana_pada, pemeran, kini, status, aksi):
    kini.move_to(timezone.now().replace(month=9, day=5))
    ke = RENCANA.get((status, aksi), "")
    _semua(rencana_pada(status), ALUR_RENCANA, aksi, ke, SIAPA_RENCANA[aksi].split(), pemeran)


@pytest.mark.parametrize("aksi", SIAPA_SANKSI)
@pytest.mark.parametrize("status", StatusSanksi.values)
def test_every_move_of_a_case(sanksi_pada, pemeran, status, aksi):
    ke = SANKSI.get((status, aksi), "")
    _semua(sanksi_pada(status), ALUR_SANKSI, aksi, ke, SIAPA_SANKSI[aksi].split(), pemeran)


def test_the_tables_know_every_status_and_the_sheets_every_move():
    assert ALUR_RENCANA.semua_status == set(StatusRencana.values)
    assert ALUR_SANKSI.semua_status == set(StatusSanksi.values)
    for alur, lembar in ((ALUR_RENCANA, RENCANA), (ALUR_SANKSI, SANKSI)):
        assert {(d, t.aksi): t.ke for t in alur.transisi for d in t.dari} == lembar


def test_what_needs_a_reason():
    assert {t.aksi for t in ALUR_RENCANA.transisi if t.wajib_catatan} == {
        "kembalikan", "perpanjang", "ambil_alih", "ambil_alih_simpulan",
    }  # fmt: skip
    assert {t.aksi for t in ALUR_SANKSI.transisi if t.wajib_catatan} == {
        "batalkan", "kembalikan", "hentikan", "cabut",
    }  # fmt: skip
