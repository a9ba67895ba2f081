"""Papers over HTTP: who gets them, how they are sent, links on the pages."""

from django.urls import reverse

from inti.models import DokumenTerbit
from penghargaan.services import sanksi
from tests.penghargaan.services.test_sanksi import SURAT, ajukan


def alamat(nama: str, *kunci) -> str:
    return reverse(f"penghargaan:{nama}", args=kunci)


def test_a_paper_of_a_case_goes_only_to_those_of_the_case(masuk, gagal, pemeran):
    satu = sanksi.panggil(sanksi=ajukan(gagal, pemeran), isian=SURAT, oleh=pemeran.pengelola_instansi)
    ke = alamat("sanksi_naskah", satu.pk, "panggilan-1")
    for orang in (pemeran.ratna, pemeran.kabid, pemeran.pimpinan, pemeran.auditor):
        jawaban = masuk(orang).get(ke)
        assert (jawaban.status_code, jawaban["Content-Type"]) == (200, "application/pdf")
        assert jawaban.content.startswith(b"%PDF")
    assert "sandbox" in jawaban["Content-Security-Policy"]
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert jawaban["Cache-Control"] == "private, no-store"
    assert jawaban["Content-Disposition"].startswith('inline; filename="panggilan-1-')
    for orang in (pemeran.sari, pemeran.rudi):
        assert masuk(orang).get(ke).status_code == 404
    for nama in ("keputusan", "berita-acara", "panggilan-2", "lain"):
        assert masuk(pemeran.ratna).get(alamat("sanksi_naskah", satu.pk, nama)).status_code == 404
    assert ke in masuk(pemeran.ratna).get(alamat("sanksi", satu.pk)).content.decode()
    assert DokumenTerbit.objects.filter(jenis="sanksi.panggilan").count() == 1


def test_an_agreed_plan_is_linked_and_given_to_both_sides(masuk, berjalan, pemeran):
    ke = alamat("perbaikan_naskah", berjalan.pk)
    for orang in (pemeran.ratna, pemeran.kabid):
        klien = masuk(orang)
        assert ke in klien.get(alamat("perbaikan", berjalan.pk)).content.decode()
        assert klien.get(f"{ke}?unduh")["Content-Disposition"].startswith("attachment")
    assert masuk(pemeran.sari).get(ke).status_code == 404


def test_a_plan_nobody_agreed_to_has_no_paper(masuk, diusulkan, pemeran):
    assert masuk(pemeran.kabid).get(alamat("perbaikan_naskah", diusulkan.pk)).status_code == 404
