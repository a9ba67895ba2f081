"""Kirim ke SIASN and back: what is exported, imported into a database without it, and exported again is the same."""

import csv
import io
import json
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from akses.impor import impor
from kinerja.services.siasn_lampau import pilihan_periode
from pegawai.models import Pegawai, Penempatan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan, RiwayatKinerjaPeriodik, RiwayatSKP
from sasaran.models import SKP
from tests.pemeran import TRIWULAN_2026
from tests.penghargaan.bahan import PREDIKAT, periodik, tahun, tahunan, tutup

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
ISI = {
    "rating_hasil": 2, "rating_perilaku": 1, "predikat": 2, "penilai_nip": "197001011995031001", "penilai_nama": "Made",
    "penilai_jabatan": "Kabid", "penilai_golongan": "IV/a", "penilai_unit": "BKPSDM",
}  # fmt: skip


@pytest.fixture
def orang(pemeran):
    """The cast with what SIASN asks for, placed long ago."""
    for n, satu in enumerate(Pegawai.objects.all()):
        Pegawai.objects.filter(pk=satu.pk).update(pns_id=f"A8ACA{n:027d}", golongan="III/d")
    Pegawai.objects.filter(pk=pemeran.bupati.pk).update(golongan="")
    Pegawai.objects.filter(pk=pemeran.kabid.pk).update(golongan="IV/e", gelar_belakang='S.E., "M.Si."')
    Pegawai.objects.filter(pk=pemeran.kadis_lain.pk).update(jenis="pppk", golongan="XVII")
    Penempatan.objects.update(mulai=date(2021, 1, 1))
    return pemeran


@pytest.fixture
def klien(orang, masuk):
    return masuk(orang.pengelola_instansi)


def kirim(klien, ragam, **pilihan):
    kueri = "&".join(f"{k}={v}" for k, v in pilihan.items())
    jawab = klien.post(f"{reverse('admin:siasn')}?{kueri}", {"ragam": ragam})
    assert jawab.status_code == 200
    return b"".join(jawab.streaming_content)


def ke_csv(catatan):
    """JSON records as the CSV a person makes of them; every value as it stands in the JSON."""
    keluar = io.StringIO(newline="")
    penulis = csv.DictWriter(keluar, list(catatan[0]))
    penulis.writeheader()
    for satu in catatan:
        penulis.writerow({k: json.dumps(n) if isinstance(n, list) else n for k, n in satu.items()})
    return keluar.getvalue().encode()


def tanpa_kinerja():
    """The people, and nothing that Kinerja knew of their results."""
    for model in (EvaluasiTahunan, EvaluasiPeriodik, SKP):
        model.objects.all().delete()


def satu_tahun(orang):
    """2023 closed, with a result of every cell of the matrix's labels and an elected assessor."""
    siklus = tutup(tahun(2023))
    siapa = (
        orang.ratna,
        orang.sari,
        orang.rudi,
        orang.kabid,
        orang.kadis,
        orang.pengelola_opd,
        orang.pimpinan,
    )
    for n, satu in enumerate(siapa):
        tahunan(satu, siklus, predikat=n % 5 + 1)
    return siklus


@pytest.mark.parametrize("ragam", ["json", "xlsx"])
def test_yearly_results_round_trip(ragam, orang, klien):
    satu_tahun(orang)
    asal = json.loads(kirim(klien, "json", jenis="skp22", tahun=2023))
    isi = ke_csv(asal) if ragam == "json" else kirim(klien, "xlsx", jenis="skp22", tahun=2023)
    tanpa_kinerja()
    laporan = impor(jenis="riwayat_skp", sumber=isi, nama=f"skp22.{ragam}", oleh=None)
    assert (laporan["hasil"], laporan["jumlah"]["baru"], laporan["kolom_lain"]) == ("diimpor", 7, [])
    assert json.loads(kirim(klien, "json", jenis="skp22", tahun=2023)) == asal
    lagi = impor(jenis="riwayat_skp", sumber=isi, nama="lagi", oleh=None)
    assert lagi["jumlah"]["tetap"] == 7
    ratna = RiwayatSKP.objects.get(pegawai=orang.ratna)
    # by hand: cell (1, 1) of the matrix, and IV/e is 45 in golonganPns
    assert (ratna.rating_hasil, ratna.rating_perilaku, ratna.predikat, ratna.penilai_golongan) == (
        1,
        1,
        1,
        "IV/e",
    )
    kadis = RiwayatSKP.objects.get(pegawai=orang.kadis)
    assert (kadis.penilai_status, kadis.penilai_nip) == ("NON ASN", "")
    assert {(r.rating_hasil, r.rating_perilaku, r.predikat) for r in RiwayatSKP.objects.all()} == {
        (*PREDIKAT[n], n) for n in PREDIKAT
    }


@pytest.mark.parametrize("ragam", ["json", "xlsx"])
def test_results_of_a_quarter_round_trip(ragam, orang, klien):
    siklus = tutup(tahun(2023))
    nomor, *hari = TRIWULAN_2026[1]
    nama = ("mulai", "selesai", "buka_evaluasi", "batas_penilaian_diri", "batas_penilaian", "tutup_evaluasi")
    isian = {n: date(2023, *h) for n, h in zip(nama, hari, strict=True)}
    triwulan = siklus.periode.create(nomor=nomor, **isian)
    for n, satu in enumerate((orang.ratna, orang.sari, orang.rudi, orang.kadis)):
        periodik(satu, triwulan, predikat=n + 1)
    pilihan = {"jenis": "kinerjaperiodik", "periode": triwulan.pk}
    asal = json.loads(kirim(klien, "json", **pilihan))
    assert {c["koefisienId"] for c in asal} == {"22", ""}
    isi = ke_csv(asal) if ragam == "json" else kirim(klien, "xlsx", **pilihan)
    tanpa_kinerja()
    laporan = impor(jenis="kinerja_periodik", sumber=isi, nama="x", oleh=None)
    assert (laporan["hasil"], laporan["jumlah"]["baru"], laporan["kolom_lain"]) == ("diimpor", 4, [])
    assert json.loads(kirim(klien, "json", **pilihan)) == asal  # the same months of Kinerja's calendar
    triwulan.delete()
    assert json.loads(kirim(klien, "json", jenis="kinerjaperiodik", periode="riwayat-2023")) == asal


def test_recorded_and_own_results_of_a_year_go_together(orang, klien):
    tahunan(orang.ratna, tutup(tahun(2023)))
    dok = [{"dok_id": "891", "dok_nama": "SKP", "dok_uri": "peremajaan/1", "object": "", "slug": ""}]
    RiwayatSKP.objects.create(pegawai=orang.rudi, tahun=2023, siasn_id="RW-9", dokumen=dok, **ISI)
    RiwayatSKP.objects.create(pegawai=orang.sari, tahun=2022, **ISI)
    hasil = json.loads(kirim(klien, "json", jenis="skp22", tahun=2023))
    nomor = {o.pns_id: o.nama for o in Pegawai.objects.all()}
    assert [(nomor[c["pnsDinilaiOrang"]], c["id"], c["path"]) for c in hasil] == [
        ("Ratna Wulandari", None, []), ("Rudi Hartono", "RW-9", dok),
    ]  # fmt: skip
    assert [
        c["kuadranKinerjaNilai"] for c in json.loads(kirim(klien, "json", jenis="skp22", tahun=2022))
    ] == [2]


def test_a_record_that_lacks_something_leads_to_its_own_page(orang, klien):
    satu = RiwayatSKP.objects.create(
        pegawai=orang.rudi, tahun=2022, **ISI | {"penilai_nip": "", "penilai_jabatan": ""}
    )
    halaman = klien.get(reverse("admin:siasn"), {"jenis": "skp22", "tahun": 2022})
    assert (halaman.context["siap"], halaman.context["kurang"]) == (0, 1)
    tujuan = reverse("admin:penilaian_riwayatskp_change", args=[satu.pk])
    assert [(str(k), a) for k, a in halaman.context["daftar"][0]["perbaikan"]] == [
        ("NIP pejabat penilai kosong", tujuan), ("Jabatan pejabat penilai kosong", tujuan),
    ]  # fmt: skip
    kosong = klien.post(f"{reverse('admin:siasn')}?jenis=skp22&tahun=2022", {"ragam": "xlsx"}, follow=True)
    assert "Tidak ada catatan yang lengkap" in kosong.content.decode()


def test_the_sheet_has_siasns_names_and_text_for_numbers(orang, klien):
    RiwayatKinerjaPeriodik.objects.create(
        pegawai=orang.rudi, tahun=2022, jenis="bulanan", bulan_mulai=3, bulan_selesai=3, koefisien="62", **ISI
    )
    isi = kirim(klien, "xlsx", jenis="kinerjaperiodik", periode="riwayat-2022")
    judul, baris = openpyxl.load_workbook(io.BytesIO(isi)).active.iter_rows(values_only=True)
    satu = dict(zip(judul, baris, strict=True))
    assert (satu["periodikId"], satu["koefisienId"], satu["penilaiGolongan"]) == ("1", "62", "41")
    assert satu["penilaiNipNrp"] == "197001011995031001"


def test_hr_of_an_opd_sends_only_its_own_recorded_people(orang, masuk):
    for satu in (orang.ratna, orang.rudi):
        RiwayatSKP.objects.create(pegawai=satu, tahun=2022, **ISI)
        RiwayatKinerjaPeriodik.objects.create(
            pegawai=satu, tahun=2022, jenis="bulanan", bulan_mulai=3, bulan_selesai=3, **ISI
        )
    klien = masuk(orang.pengelola_opd)
    ratna = Pegawai.objects.get(pk=orang.ratna.pk).pns_id
    for pilihan in (
        {"jenis": "skp22", "tahun": 2022},
        {"jenis": "kinerjaperiodik", "periode": "riwayat-2022"},
    ):
        hasil = json.loads(kirim(klien, "json", **pilihan))
        assert [c.get("pnsDinilaiOrang", c.get("pnsDinilaiId")) for c in hasil] == [ratna]


@pytest.mark.parametrize("nilai", ["riwayat-x", "bukan", "00000000-0000-0000-0000-000000000000"])
def test_a_period_that_is_none_is_refused(nilai, klien):
    with pytest.raises(ValueError, match=r".+"):
        pilihan_periode(nilai)
    halaman = klien.get(reverse("admin:siasn"), {"jenis": "kinerjaperiodik", "periode": nilai})
    assert halaman.status_code == 200
    assert "periode" in halaman.context["form"].errors
