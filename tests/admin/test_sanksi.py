"""The admin door of the gate: no form, no action and no hand-made request moves or writes a case there."""

import pytest
from django.urls import reverse

from penghargaan.models import RencanaPerbaikan, Sanksi
from tests.penghargaan.bahan_tindak_lanjut import draf_sanksi as draf_sanksi
from tests.penghargaan.bahan_tindak_lanjut import evaluasi_rendah as evaluasi_rendah
from tests.penghargaan.bahan_tindak_lanjut import kini as kini
from tests.penghargaan.bahan_tindak_lanjut import rencana as rencana

pytestmark = pytest.mark.ignore_template_errors  # the admin's own templates ask for what may be absent


def alamat(nama: str, *kunci) -> str:
    return reverse(f"admin:penghargaan_{nama}", args=kunci)


def test_the_admin_shows_a_case_and_changes_nothing_of_it(masuk, draf_sanksi, pemeran):
    klien = masuk(pemeran.pengelola_instansi)
    ke = alamat("sanksi_change", draf_sanksi.pk)
    halaman = klien.get(ke)
    assert halaman.status_code == 200
    assert 'name="status"' not in halaman.content.decode()
    for status in ("diusulkan", "dipanggil", "diputus", "berlaku"):
        assert klien.post(ke, {"status": status, "dasar": "disiplin"}).status_code == 403
    draf_sanksi.refresh_from_db()
    assert (draf_sanksi.status, draf_sanksi.dasar) == ("draf", "kinerja")


@pytest.mark.parametrize("siapa", ["pengelola_instansi", "pimpinan", "auditor"])
def test_the_admin_adds_and_deletes_no_case_for_anybody(masuk, draf_sanksi, pemeran, siapa):
    klien = masuk(getattr(pemeran, siapa))
    for ke in (alamat("sanksi_add"), alamat("sanksi_delete", draf_sanksi.pk)):
        assert klien.get(ke).status_code in {302, 403}
        assert klien.post(ke, {"post": "yes"}).status_code in {302, 403}
    klien.post(
        alamat("sanksi_changelist"),
        {"action": "delete_selected", "_selected_action": [str(draf_sanksi.pk)], "post": "yes"},
    )
    assert Sanksi.objects.get().status == "draf"


def test_the_support_the_gate_asks_for_is_not_written_in_the_admin(masuk, rencana, pemeran):
    klien = masuk(pemeran.pengelola_instansi)
    isi = {"status": "tidak_tercapai", "bukti": "x", "simpulan_hari": "2026-03-02"}
    assert klien.post(alamat("rencanaperbaikan_change", rencana.pk), isi).status_code == 403
    assert klien.post(alamat("rencanaperbaikan_add"), isi).status_code == 403
    assert RencanaPerbaikan.objects.get().status == "draf"
