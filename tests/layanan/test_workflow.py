"""A citizen's words: status × move × cast."""

import pytest
from django.core.exceptions import PermissionDenied

from inti.workflow import TransisiDitolak
from layanan.enums import StatusSaran
from layanan.models import Saran
from layanan.services.kelola import putuskan_saran
from layanan.workflow import ALUR_SARAN

# By hand: from which status a move leads where; who may is the manager of the department or of everything.
KE = {
    ("menunggu", "tampilkan"): "tampil",
    ("menunggu", "sembunyikan"): "disembunyikan",
    ("tampil", "sembunyikan"): "disembunyikan",
    ("disembunyikan", "tampilkan"): "tampil",
}
PENGELOLA = {"pengelola_instansi", "pengelola_opd"}
SEMUA_AKSI = ("tampilkan", "sembunyikan")


@pytest.fixture
def saran(layanan):
    def _buat(status):
        isi_tampil = "Antre lama." if status == "tampil" else ""
        return Saran.objects.create(
            layanan=layanan, hari="2026-02-10", isi="Antre lama.", isi_tampil=isi_tampil, status=status
        )

    return _buat


def test_the_table_knows_every_status():
    assert ALUR_SARAN.semua_status == set(StatusSaran.values)
    assert {t.aksi for t in ALUR_SARAN.transisi} == set(SEMUA_AKSI)


@pytest.mark.parametrize("status", StatusSaran.values)
@pytest.mark.parametrize("aksi", SEMUA_AKSI)
def test_every_move_by_everybody(status, aksi, saran, pemeran):
    for nama, orang in pemeran.items():
        satu = saran(status)
        isi = {"aksi": aksi, "isi_tampil": "Antre lama.", "catatan": "Menyebut nama warga.", "oleh": orang}
        if nama not in PENGELOLA:
            with pytest.raises(PermissionDenied):
                putuskan_saran(saran=satu, **isi)
            continue
        if (status, aksi) not in KE:
            with pytest.raises(TransisiDitolak):
                putuskan_saran(saran=satu, **isi)
            assert not satu.riwayat.exists()
            continue
        assert putuskan_saran(saran=satu, **isi).status == KE[status, aksi]
        assert satu.riwayat.get().oleh == orang


def test_keeping_words_back_needs_a_reason(saran, pemeran):
    with pytest.raises(TransisiDitolak) as tolak:
        putuskan_saran(
            saran=saran("menunggu"),
            aksi="sembunyikan",
            isi_tampil="",
            catatan=" ",
            oleh=pemeran.pengelola_opd,
        )
    assert tolak.value.kode == "catatan"
