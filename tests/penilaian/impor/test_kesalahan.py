"""Files with every mistake of a hand-written list: each is told at its cell in its own sentence, nothing else."""

from calendar import monthrange
from datetime import date

import openpyxl
import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inti import impor as kernel
from inti.berkas_tabel import BerkasDitolak
from inti.impor_kalimat import pesan
from pegawai.models import Pegawai, Penempatan
from penilaian.impor.periodik import PengimporPeriodik
from penilaian.impor.skp import PengimporSKP
from penilaian.models import RiwayatKinerjaPeriodik, RiwayatSKP
from sasaran.models import SKP, Siklus
from tests.pegawai.berkas_uji import csv_dari
from tests.pemeran import buat_tahun
from tests.penghargaan.bahan import tutup
from tests.penilaian.impor import kesalahan
from tests.penilaian.impor.berkas import periodik, skp

pytestmark = pytest.mark.django_db
HASIL = {"rating_hasil": 1, "rating_perilaku": 1, "predikat": 1}
KINDS = [(PengimporSKP, kesalahan.SKP, skp), (PengimporPeriodik, kesalahan.PERIODIK, periodik)]


def _orang(nomor):
    return Pegawai.objects.create(
        nama="Rudi Hartono", nip=f"198503122010013{nomor:03d}", jenis="pns", jenis_kelamin="L"
    )


@pytest.fixture
def keadaan(pemeran):
    """What the list of mistakes leans on: 2024 is Kinerja's and closed, 2025 runs, some records are there."""
    for nama in ("ratna", "bupati"):
        Pegawai.objects.filter(pk=getattr(pemeran, nama).pk).update(pns_id=f"P-{nama.upper()}")
    tutup(buat_tahun(2024))
    buat_tahun(2025)
    isi = {"pegawai": pemeran.sari, "tahun": 2022, "siasn_id": "RW-LAIN", **HASIL}
    RiwayatSKP.objects.create(**isi)
    RiwayatKinerjaPeriodik.objects.create(**isi, jenis="triwulan", bulan_mulai=1, bulan_selesai=3)
    return pemeran


def _punya_2024(orang, pemeran):
    """An SKP of the year that Kinerja evaluated, and a month of 2022."""
    asal = Pegawai.objects.select_related("atasan__penempatan").get(pk=pemeran.rudi.pk).atasan.penempatan
    duduk = Penempatan.objects.create(
        pegawai=orang, unit_id=asal.unit_id, jabatan_id=asal.jabatan_id, mulai=date(2024, 1, 1)
    )
    SKP.objects.create(
        siklus=Siklus.objects.get(tahun=2024), pegawai=orang, penempatan=duduk, unit_id=asal.unit_id,
        mulai=date(2024, 1, 1), selesai=date(2024, 12, 31),
    )  # fmt: skip


def _susun(daftar, benar, pemeran):
    """The rows of the file and, for each, column and sentence."""
    hari = timezone.localdate()
    akhir = hari.replace(day=monthrange(hari.year, hari.month)[1])
    baris, harapan, orang = [], set(), None
    for urut, (ubah, kolom, kalimat) in enumerate(daftar):
        orang = orang if "_sama" in ubah else _orang(urut)
        tanda = {"{nip}": orang.nip, "{berikut}": str(urut + 3), "{sebelum}": str(urut + 1)}
        tanda["{nanti}"] = f"{akhir:%d-%m-%Y}"
        if ubah.get("tahun") == "2024":
            _punya_2024(orang, pemeran)
        if ubah.get("tahun") == "2022":
            RiwayatKinerjaPeriodik.objects.create(
                pegawai=orang, tahun=2022, jenis="bulanan", bulan_mulai=2, bulan_selesai=2, **HASIL
            )
        if "_nanti" in ubah:
            bulan = str(hari.month)
            ubah = {
                "tahun": str(hari.year), "bulanMulaiPenilaian": bulan, "bulanSelesaiPenilaian": bulan,
                "periodikId": "1", "tahunMulaiPenilaian": "", "tahunSelesaiPenilaian": "",
            }  # fmt: skip
        isi = {k: _ganti(n, tanda) for k, n in ubah.items() if not k.startswith("_")}
        baris.append(benar(orang, **{"perilakuKerjaNilai": "2", **isi}))
        harapan.add((urut + 2, kolom, _ganti(kalimat, tanda)))
    return baris, harapan


def _ganti(teks, tanda):
    for kata, isi in tanda.items():
        teks = teks.replace(kata, isi)
    return teks


@pytest.mark.parametrize(("pengimpor", "daftar", "benar"), KINDS, ids=["skp", "periodik"])
def test_every_mistake_of_the_list_is_told_at_its_cell(keadaan, pengimpor, daftar, benar, tmp_path):
    baris, harapan = _susun(daftar, benar, keadaan)
    tujuan = tmp_path / "ditolak.xlsx"
    laporan = kernel.uji(pengimpor(), csv_dari(*baris), "salah.csv", tujuan)
    dapat = {
        (m["baris"], m["kolom"], pesan(pengimpor.kalimat, m, k["kode"]))
        for k in laporan["galat"]
        for m in k["contoh"]
    }
    assert dapat == harapan
    assert laporan["jumlah"]["ditolak"] == laporan["jumlah"]["baris"] == len(daftar)
    assert len({k["kode"] for k in laporan["galat"]}) >= 20
    _judul, *ditolak = openpyxl.load_workbook(tujuan).active.iter_rows(values_only=True)
    assert {(b[-1], b[-2]) for b in ditolak} == {(n, f"{kolom}: {kalimat}") for n, kolom, kalimat in harapan}


def test_right_rows_beside_wrong_ones_are_written_when_the_wrong_ones_are_left_out(keadaan):
    baik = _orang(900)
    salah, _harapan = _susun(kesalahan.SKP, skp, keadaan)
    laporan = kernel.impor(PengimporSKP(), csv_dari(*salah, skp(baik)), "x.csv", lewati=True)
    assert (laporan["hasil"], laporan["jumlah"]["baru"]) == ("diimpor", 1)
    assert RiwayatSKP.objects.filter(pegawai=baik).count() == 1


# --- whatever a file holds

SEL = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="0123456789-/.:'\"\x00\x1e\x1f\\\n;,%{}[]", max_size=25),
    st.sampled_from(
        ["1", "2", "3", "5", "12", "2023", "2024", "BAIK", "SESUAI", "ASN", "NON ASN", "TW II", "Maret", "null",
         "[]", '{"a": 1e999}', '["\\ud800"]', "[" * 3000, "9" * 400, "III/c", "2023-12-31 07:00", "\\N"]
    ),
)  # fmt: skip


@pytest.mark.parametrize("pengimpor", [PengimporSKP, PengimporPeriodik])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_content_leads_to_anything_but_rows_or_a_sentence(pemeran, pengimpor, data):
    semua = [k.nama for k in pengimpor.kolom if k.nama not in {"TAHUN", "NIP BARU"}]
    kolom = data.draw(st.lists(st.sampled_from(semua), unique=True, max_size=14))
    judul = ["NIP BARU", "TAHUN", *kolom, "LAIN"]
    isi = data.draw(st.lists(st.lists(SEL, min_size=len(judul), max_size=len(judul)), min_size=1, max_size=6))
    baris = [dict(zip(judul, satu, strict=True)) for satu in isi]
    for satu in baris[::2]:
        satu["NIP BARU"] = pemeran.ratna.nip
    sebelum = pengimpor.model.objects.count()
    laporan = _laporan_atau_kalimat(pengimpor(), csv_dari(*baris, kolom=judul), data.draw(st.booleans()))
    for k in laporan["galat"]:
        assert all(pesan(pengimpor.kalimat, m, k["kode"]) for m in k["contoh"])
    tertulis = laporan["jumlah"]["baru"] if laporan["hasil"] == "diimpor" else 0
    assert pengimpor.model.objects.count() == sebelum + tertulis


def _laporan_atau_kalimat(pengimpor, isi, lewati):
    """The report, or that of a file which is refused as a whole; anything else than a sentence goes up."""
    try:
        return kernel.impor(pengimpor, isi, "x.csv", lewati=lewati)
    except BerkasDitolak as e:
        if "Basis data menolak" in str(e):
            raise  # every rule of the tables has its own sentence
        return {"hasil": "ditolak", "jumlah": {"baru": 0}, "galat": []}
