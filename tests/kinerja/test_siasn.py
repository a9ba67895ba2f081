"""“Kirim ke SIASN”: SIASN's names, codes and spellings; only complete records of the scope; what lacks is said."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from akses.models import CatatanEkspor
from pegawai.models import Pegawai, Penempatan
from penghargaan.models import AngkaKredit
from tests.penghargaan.bahan import periodik, tahunan

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

# By hand from SIASN's fields of POST …/save.
SKP22 = {
    "id", "tahun", "pnsDinilaiOrang", "hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai",
    "statusPenilai", "penilaiNipNrp", "penilaiNama", "penilaiJabatan", "penilaiGolongan", "penilaiUnorNama", "path",
}  # fmt: skip
PERIODIK = {
    "tahun", "periodikId", "bulanMulaiPenilaian", "tahunMulaiPenilaian", "bulanSelesaiPenilaian",
    "tahunSelesaiPenilaian", "hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai", "koefisienId",
    "pnsDinilaiId", "statusPenilai", "penilaiNipNrp", "penilaiNama", "penilaiJabatanNama", "penilaiGolongan",
    "penilaiUnorNama",
}  # fmt: skip
KREDIT = {
    "id", "nomorSk", "tanggalSk", "bulanMulaiPenailan", "tahunMulaiPenailan", "bulanSelesaiPenailan",
    "tahunSelesaiPenailan", "kreditUtamaBaru", "kreditPenunjangBaru", "kreditBaruTotal", "rwJabatanId", "pnsId",
    "isAngkaKreditPertama", "isIntegrasi", "isKonversi", "path",
}  # fmt: skip


@pytest.fixture
def orang(pemeran):
    """The cast with what SIASN asks for."""
    for n, satu in enumerate(Pegawai.objects.all()):
        Pegawai.objects.filter(pk=satu.pk).update(pns_id=f"A8ACA{n:027d}", golongan="III/d")
    Penempatan.objects.update(mulai=date(2025, 1, 1))
    Pegawai.objects.filter(pk=pemeran.kabid.pk).update(gelar_depan="Dr.", gelar_belakang="M.Si.")
    return pemeran


def _minta(klien, ragam=None, **pilihan):
    alamat = reverse("admin:siasn")
    if ragam is None:
        return klien.get(alamat, pilihan)
    kueri = "&".join(f"{k}={v}" for k, v in pilihan.items())
    return klien.post(f"{alamat}?{kueri}", {"ragam": ragam})


def _json(jawaban):
    assert jawaban.status_code == 200
    return json.loads(b"".join(jawaban.streaming_content))


def _lembar(jawaban):
    buku = openpyxl.load_workbook(io.BytesIO(b"".join(jawaban.streaming_content)))
    return [[s.value for s in b] for b in buku.active.iter_rows()]


def test_a_yearly_result_has_the_fields_and_codes_of_skp22(orang, masuk, siklus):
    tahunan(orang.ratna, siklus, predikat=1)
    tahunan(orang.kadis, siklus, predikat=2)
    Pegawai.objects.filter(pk=orang.bupati.pk).update(golongan="")
    hasil = {
        c["pnsDinilaiOrang"]: c
        for c in _json(_minta(masuk(orang.pengelola_instansi), "json", jenis="skp22", tahun=siklus.tahun))
    }
    ratna, kadis = (hasil[Pegawai.objects.get(pk=o.pk).pns_id] for o in (orang.ratna, orang.kadis))
    assert set(ratna) == SKP22
    assert (ratna["tahun"], ratna["kuadranKinerjaNilai"]) == (2026, 1)
    assert (ratna["hasilKinerjaNilai"], ratna["perilakuKerjaNilai"]) == (1, 1)
    assert (ratna["statusPenilai"], ratna["penilaiNipNrp"]) == ("ASN", orang.kabid.nip)
    assert (ratna["penilaiNama"], ratna["penilaiGolongan"]) == ("Dr. Budi Santoso, M.Si.", "34")
    assert (ratna["penilaiJabatan"], ratna["penilaiUnorNama"]) == ("Kepala Bidang", "Bidang Pencatatan Sipil")
    assert (kadis["statusPenilai"], kadis["kuadranKinerjaNilai"]) == ("NON ASN", 2)


def test_a_quarter_has_the_fields_of_kinerjaperiodik(orang, masuk, siklus):
    triwulan = siklus.periode.get(nomor=2)
    periodik(orang.ratna, triwulan, predikat=2)
    periodik(orang.sari, triwulan, predikat=1)
    hasil = _json(_minta(masuk(orang.pengelola_opd), "json", jenis="kinerjaperiodik", periode=triwulan.pk))
    ratna, sari = hasil
    assert set(ratna) == PERIODIK
    masa = [
        ratna[k]
        for k in ("periodikId", "bulanMulaiPenilaian", "bulanSelesaiPenilaian", "tahunSelesaiPenilaian")
    ]
    assert masa == ["2", 4, 6, 2026]
    assert (ratna["koefisienId"], sari["koefisienId"]) == ("22", "")
    assert ratna["penilaiJabatanNama"] == "Kepala Bidang"


def test_angka_kredit_keeps_the_odd_spelling(orang, masuk, siklus):
    setahun = tahunan(orang.ratna, siklus)
    AngkaKredit.objects.create(
        pegawai=orang.ratna, jenis="konversi", jenjang="MU", nilai=Decimal("37.50"), tahunan=setahun, predikat=1,
        bulan=12, persentase=150, koefisien=25, mulai=date(2026, 1, 1), selesai=date(2026, 12, 31),
    )  # fmt: skip
    AngkaKredit.objects.create(
        pegawai=orang.ratna, jenis="integrasi", jenjang="MU", nilai=5, selesai=date(2026, 1, 1)
    )
    konversi, awal = sorted(
        _json(_minta(masuk(orang.pengelola_instansi), "json", jenis="angkakredit", tahun=siklus.tahun)),
        key=lambda c: c["isIntegrasi"],
    )
    assert set(konversi) == KREDIT
    assert (konversi["bulanMulaiPenailan"], konversi["tahunSelesaiPenailan"]) == ("1", "2026")
    assert (konversi["kreditBaruTotal"], konversi["isKonversi"], konversi["isIntegrasi"]) == (
        "37.50",
        "1",
        "0",
    )
    assert (awal["bulanMulaiPenailan"], awal["isKonversi"], awal["isIntegrasi"]) == ("", "0", "1")


def test_what_lacks_something_is_said_and_not_sent(orang, masuk, siklus):
    ratna, sari = tahunan(orang.ratna, siklus), tahunan(orang.sari, siklus, predikat=None, status="terbuka")
    Pegawai.objects.filter(pk=orang.ratna.pk).update(pns_id=None)
    Pegawai.objects.filter(pk=orang.kabid.pk).update(golongan="")
    klien = masuk(orang.pengelola_opd)
    halaman = _minta(klien, jenis="skp22", tahun=siklus.tahun)
    assert (halaman.context["siap"], halaman.context["kurang"]) == (0, 2)
    kata = {b["orang_nama"]: [(str(k), a) for k, a in b["perbaikan"]] for b in halaman.context["daftar"]}
    penilai = reverse("admin:pegawai_pegawai_change", args=[orang.kabid.pk])
    impor = reverse("admin:pegawai_berkasimpor_add") + "?jenis=pegawai"
    assert kata["Ratna Wulandari"] == [
        (
            "PNS ID kosong: impor pegawai ini dari ekspor SIASN",
            impor,
        ),
        ("Golongan pejabat penilai kosong", penilai),
    ]
    assert kata["Sari Handayani"][0] == (
        "Hasil evaluasi belum sampai kepada pegawai",
        reverse("admin:penilaian_evaluasitahunan_change", args=[sari.pk]),
    )
    assert _json(_minta(klien, "json", jenis="skp22", tahun=siklus.tahun)) == []
    baris = _lembar(_minta(klien, "kurang", jenis="skp22", tahun=siklus.tahun))
    assert [b[:3] for b in baris[1:3]] == [
        [orang.ratna.nip, "Ratna Wulandari", kata["Ratna Wulandari"][0][0]],
        [orang.ratna.nip, "Ratna Wulandari", kata["Ratna Wulandari"][1][0]],
    ]
    assert ratna.pk


@pytest.mark.parametrize("jenis", ["skp22", "kinerjaperiodik", "pegawai69"])
def test_hr_of_an_opd_sends_only_its_own_people(jenis, orang, masuk, siklus):
    periode = siklus.periode.get(nomor=1)
    for satu in (orang.ratna, orang.rudi):
        tahunan(satu, siklus)
        periodik(satu, periode)
    pilihan = {"jenis": jenis, "tahun": siklus.tahun, "periode": periode.pk}
    klien = masuk(orang.pengelola_opd)
    jawaban = _minta(klien, "csv" if jenis == "pegawai69" else "json", **pilihan)
    isi = b"".join(jawaban.streaming_content).decode()
    assert Pegawai.objects.get(pk=orang.ratna.pk).pns_id in isi
    assert Pegawai.objects.get(pk=orang.rudi.pk).pns_id not in isi
    # Another unit by guessing its key is no choice of his.
    dishub = orang.rudi.atasan.unit_id
    asing = _minta(klien, "json", **pilihan, unit=dishub)
    assert "unit" in asing.context["form"].errors


def test_only_hr_opens_the_page(orang, masuk, siklus):
    for nama, kode in (
        ("pengelola_instansi", 200),
        ("pengelola_opd", 200),
        ("auditor", 403),
        ("admin_sistem", 403),
    ):
        klien = masuk(getattr(orang, nama))
        assert _minta(klien).status_code == kode
        assert ("Kirim ke SIASN" in klien.get(reverse("admin:index")).content.decode()) == (kode == 200)
    assert masuk(orang.ratna).get(reverse("admin:siasn")).status_code == 302


def test_the_employees_of_a_unit_as_csv_and_sheet(orang, masuk):
    klien, unit = masuk(orang.pengelola_instansi), orang.ratna.atasan.unit_id
    isi = b"".join(_minta(klien, "csv", jenis="pegawai69", unit=unit).streaming_content).decode("utf-8-sig")
    baris = list(csv.DictReader(io.StringIO(isi, newline=""), delimiter=";"))
    nip = {o.nip for o in (orang.ratna, orang.sari, orang.kabid)}
    assert {b["NIP BARU"].removeprefix("'") for b in baris} == nip
    lembar = _lembar(_minta(klien, "xlsx", jenis="pegawai65", unit=unit))
    assert len(lembar[0]) == 65
    assert {b[1] for b in lembar[1:]} == nip
    dicatat = CatatanEkspor.objects.order_by("mulai").values_list("daftar", "jumlah")
    assert list(dicatat) == [("siasn.pegawai69", 3), ("siasn.pegawai65", 3)]


def test_the_choice_asks_for_its_year(orang, masuk, siklus):
    klien = masuk(orang.pengelola_instansi)
    assert "Pilih tahun yang dikirim" in _minta(klien, jenis="skp22").content.decode()
    assert "Pilih periode yang dikirim" in _minta(klien, jenis="kinerjaperiodik").content.decode()
    assert _minta(klien, jenis="entah", tahun="x", periode="y", unit="z").status_code == 200
    assert _minta(klien, "json", jenis="skp22").status_code == 200
    assert not CatatanEkspor.objects.exists()


def test_the_number_of_queries_does_not_grow_with_the_records(orang, masuk, siklus):
    klien, banyak = masuk(orang.pengelola_instansi), []
    for satu in ((orang.ratna,), (orang.sari, orang.rudi, orang.kadis)):
        for pegawai in satu:
            tahunan(pegawai, siklus, predikat=None, status="terbuka")
        _minta(klien, jenis="skp22", tahun=siklus.tahun)
        with CaptureQueriesContext(connection) as perintah:
            _minta(klien, jenis="skp22", tahun=siklus.tahun)
        banyak.append(len(perintah))
    assert banyak[0] == banyak[1]
