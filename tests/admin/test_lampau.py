"""HR's side of results from before Kinerja: the person's page, the lists, and correcting one with its reason."""

import pytest
from django.urls import reverse

from akses.impor import uji
from pegawai.models import Pegawai
from penilaian.models import RiwayatKinerjaPeriodik, RiwayatSKP
from tests.admin.bantuan import alamat

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
ISI = {"rating_hasil": 2, "rating_perilaku": 1, "predikat": 2}
BORANG = {
    "rating_hasil": "2", "rating_perilaku": "1", "jabatan": "", "unit": "", "penilai_status": "ASN",
    "penilai_nip": "197001011995031001", "penilai_nama": "Made", "penilai_golongan": "IV/a", "penilai_jabatan": "Kabid",
    "penilai_unit": "BKPSDM", "alasan": "Sesuai dokumen SKP 2023",
}  # fmt: skip


@pytest.fixture
def satu(pemeran):
    return RiwayatSKP.objects.create(pegawai=pemeran.ratna, tahun=2023, berkas="skp.xlsx", **ISI)


@pytest.fixture
def triwulan(pemeran):
    return RiwayatKinerjaPeriodik.objects.create(
        pegawai=pemeran.ratna, tahun=2023, jenis="triwulan", bulan_mulai=4, bulan_selesai=6, **ISI
    )


@pytest.mark.parametrize(
    ("nama", "terlihat"),
    [("pengelola_instansi", True), ("pengelola_opd", True), ("auditor", True), ("admin_sistem", False)],
)
def test_the_persons_page_shows_them_to_whom_results_are_open(nama, terlihat, satu, triwulan, pemeran, masuk):
    """The system's admin sees the person, not how he was assessed."""
    jawab = masuk(getattr(pemeran, nama)).get(alamat(Pegawai, "change", pemeran.ratna.pk))
    isi = jawab.content.decode()
    assert jawab.status_code == 200
    assert ("Riwayat kinerja sebelum Kinerja" in isi) == terlihat
    assert (alamat(RiwayatSKP, "change", satu.pk) in isi) == terlihat
    assert ("Triwulan II 2023" in isi) == terlihat


def test_a_mistake_is_mended_with_its_reason_and_the_label_follows(satu, pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    ubah = alamat(RiwayatSKP, "change", satu.pk)
    assert (
        klien.post(ubah, BORANG | {"rating_hasil": "1", "predikat": "5", "tahun": "2022"}).status_code == 302
    )
    satu.refresh_from_db()
    assert (satu.tahun, satu.rating_hasil, satu.rating_perilaku, satu.predikat) == (2023, 1, 1, 1)
    riwayat = klien.get(alamat(RiwayatSKP, "history", satu.pk))
    catatan = riwayat.context["jejak"].catatan[0]
    assert catatan.alasan == "Sesuai dokumen SKP 2023"
    assert any("Predikat diubah dari “Baik” menjadi “Sangat Baik”" in u.kalimat for u in catatan.ubahan)


@pytest.mark.parametrize(
    ("isian", "medan", "kalimat"),
    [
        ({"alasan": ""}, "alasan", "Tulis alasannya."),
        ({"rating_hasil": ""}, "rating_hasil", None),
        ({"penilai_nip": "123"}, "penilai_nip", "NIP penilai terdiri atas 18 angka."),
        ({"penilai_nip": "{sendiri}"}, "penilai_nip", "Ini NIP pegawai itu sendiri. Isi NIP penilainya."),
        ({"penilai_golongan": "V/z"}, "penilai_golongan",
         "Golongan tidak dikenal. PNS: I/a sampai IV/e; PPPK: I sampai XVII."),
    ],
)  # fmt: skip
def test_a_wrong_correction_is_said_at_its_field(isian, medan, kalimat, satu, pemeran, masuk):
    kirim = {k: n.replace("{sendiri}", pemeran.ratna.nip) for k, n in (BORANG | isian).items()}
    jawab = masuk(pemeran.pengelola_instansi).post(alamat(RiwayatSKP, "change", satu.pk), kirim)
    galat = jawab.context["adminform"].form.errors
    assert set(galat) == {medan}
    assert kalimat is None or galat[medan] == [kalimat]
    satu.refresh_from_db()
    assert satu.penilai_nama == ""


def test_an_assessor_who_is_no_civil_servant_needs_no_nip(satu, pemeran, masuk):
    lain = {"penilai_status": "NON ASN", "penilai_nip": "", "penilai_golongan": "", "penilai_nama": "Bupati"}
    klien = masuk(pemeran.pengelola_instansi)
    assert klien.post(alamat(RiwayatSKP, "change", satu.pk), BORANG | lain).status_code == 302
    satu.refresh_from_db()
    assert (satu.penilai_status, satu.penilai_nama) == ("NON ASN", "Bupati")


def test_a_former_rating_is_taken_back_and_its_label_with_it(satu, pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    klien.post(alamat(RiwayatSKP, "change", satu.pk), BORANG | {"rating_hasil": "3"})
    satu.refresh_from_db()
    assert satu.predikat == 3
    jejak = klien.get(alamat(RiwayatSKP, "history", satu.pk)).context["jejak"].catatan[0].pk
    tujuan = reverse("admin:penilaian_riwayatskp_kembalikan", args=[satu.pk, jejak, "rating_hasil"])
    assert klien.post(tujuan, {"alasan": "Ternyata benar"}).status_code == 302
    satu.refresh_from_db()
    assert (satu.rating_hasil, satu.predikat) == (2, 2)


def test_lists_filter_by_year_search_people_and_export(satu, triwulan, pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    for model, masa in ((RiwayatSKP, "skp.xlsx"), (RiwayatKinerjaPeriodik, "Triwulan II")):
        daftar = alamat(model, "changelist")
        assert masa in klien.get(daftar, {"tahun": "2023", "q": "ratna"}).content.decode()
        for lain in ("2022", "abc", "9" * 30):
            assert masa not in klien.get(daftar, {"tahun": lain}).content.decode()
        jawab = klien.post(alamat(model, "ekspor"), {"format": "csv"})
        isi = b"".join(jawab.streaming_content).decode("utf-8-sig")
        assert pemeran.ratna.nip in isi
        assert "Baik" in isi
    lain = masuk(pemeran.pengelola_opd_lain)
    assert pemeran.ratna.nama not in lain.get(alamat(RiwayatSKP, "changelist")).content.decode()


def test_what_a_list_exports_the_import_takes_back_unchanged(satu, triwulan, pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    for model, jenis in ((RiwayatSKP, "riwayat_skp"), (RiwayatKinerjaPeriodik, "kinerja_periodik")):
        for ragam in ("csv", "xlsx"):
            jawab = klien.post(alamat(model, "ekspor"), {"format": ragam})
            isi = b"".join(jawab.streaming_content)
            laporan = uji(jenis=jenis, sumber=isi, nama=f"x.{ragam}")
            assert laporan["jumlah"] | {"baris": 1, "tetap": 1} == laporan["jumlah"], laporan["galat"]
            assert laporan["kolom_lain"] == ["Berkas sumber", "Dicatat pada"]


def test_hr_of_an_opd_reads_and_does_not_correct(satu, pemeran, masuk):
    klien = masuk(pemeran.pengelola_opd)
    assert klien.get(alamat(RiwayatSKP, "change", satu.pk)).status_code == 200
    assert klien.post(alamat(RiwayatSKP, "change", satu.pk), BORANG).status_code == 403
