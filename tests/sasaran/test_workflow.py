"""Every move of an SKP from every status, against a sheet written by hand."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from akses.alur import jalankan
from inti.workflow import TransisiDitolak, periksa
from sasaran.enums import StatusSKP
from sasaran.workflow import ALUR_SKP

# status → {move: status afterwards}; what is not here is refused
LEMBAR = {
    "draf": {"ajukan": "diajukan", "gantikan": "digantikan"},
    "diajukan": {
        "tarik": "draf",
        "kembalikan": "dikembalikan",
        "setujui": "disetujui",
        "gantikan": "digantikan",
    },
    "dikembalikan": {"ajukan": "diajukan", "gantikan": "digantikan"},
    "disetujui": {"kembalikan": "dikembalikan", "gantikan": "digantikan"},
    "digantikan": {},
}
AKSI = ["ajukan", "tarik", "kembalikan", "setujui", "gantikan"]
# move → who of the cast may make it on Ratna's SKP
PELAKU = {
    "ajukan": {"ratna"},
    "tarik": {"ratna"},
    "kembalikan": {"kabid"},
    "setujui": {"kabid"},
}
ASAL = {"ajukan": "draf", "tarik": "diajukan", "kembalikan": "diajukan", "setujui": "diajukan"}


@pytest.mark.parametrize("status", LEMBAR)
@pytest.mark.parametrize("aksi", AKSI)
def test_the_table_allows_exactly_the_moves_of_the_sheet(status, aksi):
    if aksi in LEMBAR[status]:
        assert periksa(ALUR_SKP, aksi, status, "catatan").ke == LEMBAR[status][aksi]
    else:
        with pytest.raises(TransisiDitolak) as galat:
            periksa(ALUR_SKP, aksi, status, "catatan")
        assert galat.value.kode == "status"


def test_only_returning_asks_for_a_note():
    assert [t.aksi for t in ALUR_SKP.transisi if t.wajib_catatan] == ["kembalikan"]
    with pytest.raises(TransisiDitolak) as galat:
        periksa(ALUR_SKP, "kembalikan", "diajukan", "  ")
    assert galat.value.kode == "catatan"


def test_every_status_is_in_the_table():
    assert ALUR_SKP.semua_status == set(StatusSKP.values)


@pytest.mark.parametrize("aksi", PELAKU)
def test_each_move_is_open_to_its_people_alone_and_writes_one_history_row(aksi, pemeran, buat_skp):
    skp = buat_skp(pemeran.ratna, ASAL[aksi])
    isian = {
        "ajukan": {"diajukan_pada": timezone.now()},
        "kembalikan": {"catatan_penilai": "Perbaiki."},
        "setujui": {"disetujui_pada": timezone.now(), "disetujui_oleh": pemeran.kabid},
    }.get(aksi, {})
    for nama, orang in pemeran.items():
        if nama not in PELAKU[aksi]:
            with pytest.raises(PermissionDenied):
                jalankan(alur=ALUR_SKP, objek=skp, aksi=aksi, oleh=orang, catatan="Perbaiki.", **isian)
    assert not skp.riwayat.exists()
    [boleh] = PELAKU[aksi]
    oleh = getattr(pemeran, boleh)
    hasil = jalankan(alur=ALUR_SKP, objek=skp, aksi=aksi, oleh=oleh, catatan="Perbaiki.", **isian)
    [baris] = skp.riwayat.all()
    assert hasil.status == LEMBAR[ASAL[aksi]][aksi]
    assert (baris.aksi, baris.dari, baris.ke, baris.oleh_id) == (aksi, ASAL[aksi], hasil.status, oleh.pk)
