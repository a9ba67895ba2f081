"""Pages of the organisation label: who reads, who prepares, who sets, and what is refused where."""

from datetime import date

import pytest
from django.urls import reverse

from pemberitahuan.models import JenisPesan, Pesan
from penilaian.models import CapaianOrganisasi
from penilaian.services.capaian_massal import isi_capaian


@pytest.fixture
def bidang(pemeran, triwulan):
    """The label of the quarter for the unit Budi leads; the head of the department sets it."""
    isi_capaian(siklus=triwulan.siklus, periode=triwulan, pada=date(2026, 4, 1))
    return CapaianOrganisasi.objects.get(kepala=pemeran.kabid)


def _isian(**lain):
    return {
        "predikat": "2",
        "jenis_dasar": "trajektori",
        "uraian": "Tiga dari empat rencana aksi tercapai.",
        "rujukan": "Laporan kinerja triwulan I",
        "indikator-TOTAL_FORMS": "2",
        "indikator-INITIAL_FORMS": "0",
        "indikator-0-uraian": "Akta kelahiran terbit tepat waktu",
        "indikator-0-satuan": "%",
        "indikator-0-target": "90",
        "indikator-0-realisasi": "81,5",
        "indikator-0-arah": "naik",
        "indikator-1-uraian": "",
        "indikator-1-arah": "naik",
        **lain,
    }


def _alamat(nama, capaian):
    return reverse(f"penilaian:capaian-{nama}", args=[capaian.pk])


def test_the_manager_prepares_and_the_leader_above_sets(bidang, pemeran, masuk):
    opd = masuk(pemeran.pengelola_opd)
    assert "Simpan usulan" in opd.get(_alamat("rinci", bidang)).content.decode()
    assert opd.post(_alamat("siapkan", bidang), _isian(predikat="3")).status_code == 302
    kadis = masuk(pemeran.kadis)
    halaman = kadis.get(_alamat("rinci", bidang)).content.decode()
    assert "mengusulkan <strong>Butuh Perbaikan</strong>" in halaman
    assert "81,5" in halaman
    assert kadis.post(_alamat("tetapkan", bidang), _isian()).status_code == 302
    bidang.refresh_from_db()
    assert (bidang.status, bidang.predikat, bidang.usulan) == ("ditetapkan", 2, 3)
    assert bidang.indikator.get().realisasi == 81.5
    jenis = {(m.jenis, m.penerima_id) for m in Pesan.objects.filter(data__unit="Bidang Pencatatan Sipil")}
    assert jenis == {
        (JenisPesan.CAPAIAN_DISIAPKAN, pemeran.kadis.pk),
        (JenisPesan.CAPAIAN_DITETAPKAN, pemeran.kabid.pk),
    }


def test_a_correction_needs_a_reason_and_keeps_the_old_label_in_the_history(bidang, pemeran, masuk):
    kadis = masuk(pemeran.kadis)
    kadis.post(_alamat("tetapkan", bidang), _isian())
    tanpa = kadis.post(_alamat("tetapkan", bidang), _isian(predikat="1"))
    assert tanpa.status_code == 422
    assert "Tulis alasan agar riwayatnya dapat dipahami." in tanpa.content.decode()
    kadis.post(_alamat("tetapkan", bidang), _isian(predikat="1", alasan="Data akhir baru masuk."))
    bidang.refresh_from_db()
    assert bidang.predikat == 1
    riwayat = list(bidang.riwayat.order_by("id").values_list("aksi", "predikat", "catatan"))
    assert riwayat == [("tetapkan", 2, ""), ("ubah", 1, "Data akhir baru masuk.")]
    halaman = kadis.get(_alamat("rinci", bidang)).content.decode()
    assert "Diubah menjadi Istimewa" in halaman
    assert "Ditetapkan: Baik" in halaman


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"uraian": " "}, "Tulis uraian capaian yang menjadi dasarnya."),
        ({"predikat": "6"}, "Pilih salah satu."),
        ({"indikator-0-target": ""}, "Lengkapi baris ini atau kosongkan semuanya."),
        ({"indikator-0-realisasi": "banyak"}, "banyak"),
    ],
)
def test_bad_input_is_answered_at_the_field_and_stays(bidang, pemeran, masuk, ganti, pesan):
    jawaban = masuk(pemeran.kadis).post(_alamat("tetapkan", bidang), _isian(**ganti))
    assert jawaban.status_code == 422
    isi = jawaban.content.decode()
    assert pesan in isi
    assert "Laporan kinerja triwulan I" in isi
    bidang.refresh_from_db()
    assert bidang.status == "menunggu"


def test_the_head_of_the_top_unit_needs_an_outside_document(bidang, pemeran, masuk):
    puncak = CapaianOrganisasi.objects.get(kepala=pemeran.bupati)
    bupati = masuk(pemeran.bupati)
    jawaban = bupati.post(_alamat("tetapkan", puncak), _isian(rujukan=""))
    assert jawaban.status_code == 422
    assert "Sebutkan dokumen pihak luar" in jawaban.content.decode()
    assert bupati.post(_alamat("tetapkan", puncak), _isian(jenis_dasar="luar")).status_code == 302


def test_who_may_read_prepare_and_set(bidang, pemeran, masuk):
    membaca = {
        "kabid",
        "kadis",
        "ratna",
        "sari",
        "pengelola_instansi",
        "pengelola_opd",
        "pimpinan",
        "auditor",
    }
    menetapkan = {"kadis"}
    menyiapkan = {"pengelola_instansi", "pengelola_opd"}
    for siapa, orang in pemeran.items():
        klien = masuk(orang)
        assert klien.get(_alamat("rinci", bidang)).status_code == (200 if siapa in membaca else 404), siapa
        for aksi, boleh in (("tetapkan", menetapkan), ("siapkan", menyiapkan)):
            tolak = 403 if siapa in membaca else 404
            jawaban = klien.post(_alamat(aksi, bidang), {})
            assert jawaban.status_code == (422 if siapa in boleh else tolak), (siapa, aksi)


def test_the_list_shows_what_the_leader_still_has_to_set(
    bidang, pemeran, masuk, django_assert_max_num_queries
):
    bupati = masuk(pemeran.bupati)
    bupati.get("/penilaian/capaian/")
    with django_assert_max_num_queries(20):
        halaman = bupati.get("/penilaian/capaian/").content.decode()
    assert "0 dari 3 unit ditetapkan" in halaman
    assert "Bidang Pencatatan Sipil" not in halaman
    pengelola = masuk(pemeran.pengelola_instansi).get("/penilaian/capaian/").content.decode()
    assert "0 dari 4 unit ditetapkan" in pengelola
    assert "Bidang Pencatatan Sipil" in pengelola
    assert "Tetapkan</a>" not in pengelola


def test_without_any_label_the_list_says_why(pemeran, masuk):
    assert "Belum ada capaian unit" in masuk(pemeran.ratna).get("/penilaian/capaian/").content.decode()
