"""Who reaches which page, and that nobody sees what is not for him yet."""

import json

import pytest
from django.urls import reverse

from penilaian.services.baca import Sudut
from penilaian.services.lembar import IsianPenilai, Keputusan, susun_lembar
from penilaian.services.nilai import kembalikan, simpan_draf_penilaian
from penilaian.services.nilai import sampaikan as serah
from sasaran.aturan.berakhlak import KODE_NILAI
from tests.penilaian.conftest import SETELAH_BATAS, TAB, ajukan, isian_diri, nilai, sampaikan, simpan_diri

RAHASIA = "KATA-RAHASIA-PENILAI"
DRAF_DIRI = "KATA-RAHASIA-PEGAWAI"

# By hand. Address × person → status of a GET while a self-assessment waits (302: see the result page).
GET = {
    "hasil": {
        200: "ratna kabid kadis pengelola_instansi pengelola_opd pimpinan auditor",
        404: "bupati sari kadis_lain rudi pengelola_opd_lain admin_sistem",
    },
    "mengapa": {
        302: "ratna kabid kadis pengelola_instansi pengelola_opd pimpinan auditor",
        404: "bupati sari kadis_lain rudi pengelola_opd_lain admin_sistem",
    },
    "diri": {
        302: "ratna",
        403: "kabid kadis pengelola_instansi pengelola_opd pimpinan auditor",
        404: "bupati sari kadis_lain rudi pengelola_opd_lain admin_sistem",
    },
    "nilai": {
        200: "kabid",
        403: "ratna kadis pengelola_instansi pengelola_opd pimpinan auditor",
        404: "bupati sari kadis_lain rudi pengelola_opd_lain admin_sistem",
    },
}
POST = {
    "pratinjau": {200: "kabid", 403: "ratna kadis auditor", 404: "sari rudi admin_sistem"},
    "kembalikan": {403: "ratna kadis pengelola_instansi", 404: "sari rudi"},
    "terima": {403: "kabid kadis pengelola_instansi auditor", 404: "sari rudi"},
    "nilai": {403: "ratna kadis pengelola_instansi auditor", 404: "sari rudi"},
    "diri": {403: "kabid kadis pengelola_instansi auditor", 404: "sari rudi"},
}


def _sel(tabel):
    return [
        (nama, siapa, status)
        for nama, baris in tabel.items()
        for status, orang in baris.items()
        for siapa in orang.split()
    ]


@pytest.mark.parametrize(("nama", "siapa", "status"), _sel(GET))
def test_reading(evaluasi, pemeran, masuk, nama, siapa, status):
    ajukan(evaluasi)
    jawaban = masuk(getattr(pemeran, siapa)).get(reverse(f"penilaian:{nama}", args=[evaluasi.pk]))
    assert jawaban.status_code == status


@pytest.mark.parametrize(("nama", "siapa", "status"), _sel(POST))
def test_writing(evaluasi, pemeran, masuk, nama, siapa, status):
    ajukan(evaluasi)
    jawaban = masuk(getattr(pemeran, siapa)).post(reverse(f"penilaian:{nama}", args=[evaluasi.pk]))
    assert jawaban.status_code == status


@pytest.mark.parametrize("nama", ["pratinjau", "kembalikan", "terima"])
def test_changes_are_not_made_by_get(evaluasi, pemeran, masuk, nama):
    ajukan(evaluasi)
    for orang in (pemeran.kabid, pemeran.ratna):
        assert masuk(orang).get(reverse(f"penilaian:{nama}", args=[evaluasi.pk])).status_code == 405


@pytest.mark.parametrize("nama", ["daftar", "antrean"])
def test_everybody_reaches_his_own_lists(pemeran, masuk, siklus, nama):
    for _siapa, orang in pemeran.items():  # noqa: PERF102 - the cast is no dict
        assert masuk(orang).get(reverse(f"penilaian:{nama}")).status_code == 200


def test_a_guest_is_sent_to_the_login(evaluasi, client):
    for nama in ("hasil", "mengapa", "diri", "nilai"):
        jawaban = client.get(reverse(f"penilaian:{nama}", args=[evaluasi.pk]))
        assert jawaban.status_code == 302
        assert jawaban.url.startswith("/masuk/")


def _draf_rahasia(e):
    lembar = susun_lembar(e, Sudut.PENILAI)
    isian = IsianPenilai(
        {b.id: (1, RAHASIA) for b in lembar.hasil},
        {kode: (1, RAHASIA) for kode in KODE_NILAI},
        Keputusan(1, 1, RAHASIA, RAHASIA, RAHASIA),
    )
    simpan_draf_penilaian(evaluasi=e, oleh=e.penilai, isian=isian, kunci=TAB)


HALAMAN = ("hasil", "mengapa", "diri", "nilai", "daftar", "antrean")


def _semua_halaman(klien, e):
    for nama in HALAMAN:
        alamat = reverse(f"penilaian:{nama}", args=[] if nama in {"daftar", "antrean"} else [e.pk])
        yield nama, klien.get(alamat, follow=True)


def _tersurat(jawaban):
    """Everything a page carries: its HTML and the context it was made from (as a leak would travel)."""
    isi = jawaban.content.decode()
    lembar = (jawaban.context or {}).get("lembar")
    return isi + json.dumps(lembar, default=lambda o: getattr(o, "__dict__", None) or str(o))


def test_the_draft_of_the_assessor_is_seen_by_nobody_else_before_delivery(evaluasi, pemeran, masuk):
    e = ajukan(evaluasi)
    _draf_rahasia(e)
    sendiri = dict(_semua_halaman(masuk(pemeran.kabid), e))
    assert RAHASIA in _tersurat(sendiri["nilai"])
    for siapa, orang in pemeran.items():
        if siapa == "kabid":
            continue
        for nama, jawaban in _semua_halaman(masuk(orang), e):
            isi = _tersurat(jawaban)
            assert RAHASIA not in isi, (siapa, nama)
            assert "Di atas ekspektasi" not in isi, (siapa, nama)
            assert "Sangat Baik" not in isi, (siapa, nama)


def test_the_draft_stays_hidden_when_the_self_assessment_was_returned(evaluasi, pemeran, masuk, kini):
    e = ajukan(evaluasi)
    _draf_rahasia(e)
    e = kembalikan(evaluasi=e, oleh=pemeran.kabid, catatan="Lengkapi.")
    for nama, jawaban in _semua_halaman(masuk(pemeran.ratna), e):
        assert RAHASIA not in _tersurat(jawaban), nama


def test_a_self_assessment_is_seen_by_nobody_else_before_it_is_submitted(evaluasi, pemeran, masuk):
    simpan_diri(evaluasi, isian_diri(evaluasi, kata=DRAF_DIRI))
    for siapa, orang in pemeran.items():
        for nama, jawaban in _semua_halaman(masuk(orang), evaluasi):
            assert (DRAF_DIRI in _tersurat(jawaban)) == (siapa == "ratna" and nama == "diri"), (siapa, nama)


def test_an_unsent_self_assessment_stays_private_after_delivery(evaluasi, pemeran, masuk, kini):
    simpan_diri(evaluasi, isian_diri(evaluasi, kata=DRAF_DIRI))
    kini.move_to(SETELAH_BATAS)
    nilai(evaluasi)
    e = serah(evaluasi=evaluasi, oleh=pemeran.kabid)
    for orang in (pemeran.kabid, pemeran.kadis, pemeran.pengelola_opd, pemeran.auditor):
        for nama, jawaban in _semua_halaman(masuk(orang), e):
            assert DRAF_DIRI not in _tersurat(jawaban), nama


def test_readers_see_a_result_once_it_is_delivered(evaluasi, pemeran, masuk):
    alamat = reverse("penilaian:hasil", args=[evaluasi.pk])
    e = ajukan(evaluasi)
    for orang in (pemeran.kadis, pemeran.pengelola_opd, pemeran.auditor):
        isi = masuk(orang).get(alamat).content.decode()
        assert "Hasil belum disampaikan" in isi
        assert "Uraian diri" not in isi
    sampaikan(e)
    for orang in (pemeran.ratna, pemeran.kadis, pemeran.pengelola_opd, pemeran.auditor):
        isi = masuk(orang).get(alamat).content.decode()
        assert "Mengapa predikat ini?" in isi
        assert "Uraian diri 1" in isi
