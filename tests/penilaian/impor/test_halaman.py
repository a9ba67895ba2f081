"""The pages of an import of results: uploaded, recognised, tested, read, imported, changed, taken back."""

import io

import pytest
from django.urls import reverse

from akses.impor import kerjakan_menunggu
from akses.impor_contoh import contoh_xlsx
from inti.impor_jenis import JENIS
from pegawai.models import BerkasImpor
from penilaian.models import RiwayatKinerjaPeriodik, RiwayatSKP
from tests.pegawai.berkas_uji import csv_dari
from tests.penilaian.impor.berkas import periodik, skp

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
KINDS = [("riwayat_skp", RiwayatSKP, skp), ("kinerja_periodik", RiwayatKinerjaPeriodik, periodik)]


@pytest.fixture(autouse=True)
def penyimpanan(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def unggah(klien, isi, nama="hasil.csv"):
    berkas = io.BytesIO(isi)
    berkas.name = nama
    isian = {"jenis": "otomatis", "berkas": berkas, "mode": "keduanya"}
    halaman = klien.post(reverse("admin:pegawai_berkasimpor_add"), isian, follow=True)
    kerjakan_menunggu()
    return BerkasImpor.objects.latest("diuji_pada"), klien.get(halaman.redirect_chain[-1][0]).content.decode()


def tekan(klien, satu, tombol):
    klien.post(reverse(f"admin:pegawai_berkasimpor_{tombol}", args=[satu.pk]))
    kerjakan_menunggu()
    satu.refresh_from_db()


@pytest.mark.parametrize(("kode", "model", "benar"), KINDS)
def test_from_upload_to_undo(kode, model, benar, pemeran, masuk):
    klien, ratna = masuk(pemeran.pengelola_instansi), pemeran.ratna
    satu, isi = unggah(klien, csv_dari(benar(ratna), benar(pemeran.sari)))
    assert (satu.jenis, satu.status) == (kode, "diuji")
    assert "Lolos uji" in isi
    assert not model.objects.exists()
    tekan(klien, satu, "impor")
    assert satu.status == "diimpor"
    assert {(r.berkas, r.predikat) for r in model.objects.all()} == {("hasil.csv", 2)}
    ubah = benar(ratna, id="RW-1", hasilKinerjaNilai="3", kuadranKinerjaNilai="3", penilaiNama="Made")
    dua, isi = unggah(klien, csv_dari(ubah), "betul.csv")
    for kata in ("ID riwayat SIASN", "Sesuai Ekspektasi", "Di Bawah Ekspektasi", "Butuh Perbaikan", "Made"):
        assert kata in isi
    tekan(klien, dua, "impor")
    kini = model.objects.get(pegawai=ratna)
    assert (kini.berkas, kini.predikat, kini.siasn_id) == ("betul.csv", 3, "RW-1")
    tekan(klien, dua, "batal")
    assert model.objects.values_list("berkas", "predikat", "siasn_id").get(pegawai=ratna) == (
        "hasil.csv",
        2,
        "",
    )


@pytest.mark.parametrize(("kode", "model", "_benar"), KINDS)
def test_the_sample_is_right_but_for_its_person(kode, model, _benar, pemeran, masuk):
    satu, _isi = unggah(masuk(pemeran.pengelola_instansi), contoh_xlsx(JENIS[kode]).read(), "contoh.xlsx")
    assert satu.jenis == kode
    assert {g["kode"] for g in satu.laporan["galat"]} <= {"orang_tidak_dikenal"}
    assert satu.laporan["kolom_lain"] == []
