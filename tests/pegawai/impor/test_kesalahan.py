"""A file with every mistake of a hand-written list: each is told at its cell in its own sentence, nothing else."""

from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inti import impor as kernel
from inti.impor_kalimat import pesan
from inti.impor_tabel import Mode
from pegawai.enums import JenisUnit
from pegawai.impor import BerkasDitolak, Pilihan, impor_pegawai, uji_pegawai
from pegawai.impor.kalimat import KALIMAT
from pegawai.impor.kolom import KOLOM
from pegawai.impor.pengimpor import PengimporPegawai
from pegawai.models import Jabatan, Pegawai, Penempatan, UnitKerja
from tests.pegawai.berkas_uji import BENAR, BIASA, KEDUA, csv_dari, masalah, xlsx_dari
from tests.pegawai.impor.kesalahan import KESALAHAN

pytestmark = pytest.mark.django_db
DASAR = BENAR | {"UNOR ID": "", "GOL AKHIR ID": "", "GELAR DEPAN": "", "NIP LAMA": ""}


def _baris(urut, ubah):
    nomor = f"{urut:03d}"
    benar = DASAR | {
        "PNS ID": f"A8{nomor}",
        "NIP BARU": f"199001012015032{nomor}",
        "NIK": f"3201014101900{nomor}",
    }
    return benar | {k: n.replace("{n}", nomor) if isinstance(n, str) else n for k, n in ubah.items()}


def _unit(induk, nama, **lain):
    isi = {"nama": nama, "jenis": JenisUnit.BIDANG, "dibuka": date(2017, 1, 1)} | lain
    UnitKerja.objects.add_child(UnitKerja.objects.get(nama=induk), create_kwargs=isi)


@pytest.fixture
def keadaan(pemeran):
    """What the list of mistakes leans on."""
    dukcapil, dishub = "Dinas Kependudukan dan Pencatatan Sipil", "Dinas Perhubungan"
    _unit(dukcapil, "Sekretariat", jenis=JenisUnit.SEKRETARIAT)
    _unit(dishub, "Sekretariat", jenis=JenisUnit.SEKRETARIAT)
    _unit(dishub, "Bidang Lama", kode="U-TUTUP", ditutup=date(2025, 1, 1))
    _unit(dishub, "Bidang Baru")
    for orang, nomor in ((pemeran.sari, "SARI"), (pemeran.kadis, "KADIS"), (pemeran.kabid, "KABID")):
        Pegawai.objects.filter(pk=orang.pk).update(pns_id=f"ID-{nomor}")
    return pemeran


def _harapan():
    for nomor, (_, kolom, kalimat) in enumerate(KESALAHAN, start=2):
        beside = {"{berikut}": str(nomor + 1), "{sebelum}": str(nomor - 1)}
        for tanda, isi in beside.items():
            kalimat = kalimat.replace(tanda, isi)
        yield nomor, kolom, kalimat


def test_every_mistake_of_the_list_is_told_at_its_cell(keadaan):
    isi = xlsx_dari(*(_baris(n, ubah) for n, (ubah, _, _) in enumerate(KESALAHAN)))
    laporan = uji_pegawai(isi=isi, nama="salah.xlsx", pilihan=BIASA)
    dapat = {
        (m["baris"], m["kolom"], pesan(KALIMAT, m, k["kode"])) for k in laporan["galat"] for m in k["contoh"]
    }
    assert dapat == set(_harapan())
    assert laporan["jumlah"]["ditolak"] == laporan["jumlah"]["baris"] == len(KESALAHAN)
    assert len({kalimat for _, _, kalimat in _harapan()}) >= 40


def test_the_refused_rows_come_back_with_these_sentences(keadaan, tmp_path):
    isi = xlsx_dari(
        *(_baris(n, ubah) for n, (ubah, _, _) in enumerate(KESALAHAN)), BENAR | {"PNS ID": "BAIK"}
    )
    tujuan = tmp_path / "ditolak.xlsx"
    kernel.uji(PengimporPegawai(BIASA), isi, "salah.xlsx", tujuan)
    judul, *baris = openpyxl.load_workbook(tujuan).active.iter_rows(values_only=True)
    assert judul[-2:] == ("KESALAHAN", "KESALAHAN BARIS")
    assert {(b[-1], b[-2]) for b in baris} == {(n, f"{kolom}: {kalimat}") for n, kolom, kalimat in _harapan()}


# --- rows left out


def _tulis(*baris, pilihan=BIASA, mode=Mode.KEDUANYA, **lain):
    return kernel.impor(PengimporPegawai(pilihan, mode), csv_dari(*baris), "x.csv", **lain)


def test_units_and_posts_of_refused_rows_only_are_not_made(pemeran):
    baru = {"INSTANSI KERJA NAMA": "Pemerintah Kabupaten Asri Mulya"}
    salah = BENAR | baru | {"NIK": "1", "UNOR NAMA": "BIDANG HANTU", "JABATAN NAMA": "ARSIPARIS HANTU"}
    benar = KEDUA | baru | {"UNOR NAMA": "BIDANG NYATA"}
    pilihan = Pilihan(buat_unit=True)
    laporan = _tulis(salah, benar, pilihan=pilihan, lewati=True)
    assert laporan["hasil"] == "diimpor"
    assert laporan["jumlah"] == {
        "baris": 2, "baru": 1, "berubah": 0, "tetap": 0, "ditolak": 1, "dilewati": 1,
    }  # fmt: skip
    assert laporan["dibuat"]["unit"] == ["BIDANG NYATA"]
    assert masalah(laporan) == {(2, "nik_salah", "NIK"), (3, "unit_baru", "UNOR NAMA")}
    assert UnitKerja.objects.filter(nama="BIDANG NYATA").exists()
    assert not UnitKerja.objects.filter(nama="BIDANG HANTU").exists()
    assert not Jabatan.objects.filter(nama="ARSIPARIS HANTU").exists()
    assert not Pegawai.objects.filter(nip=BENAR["NIP BARU"]).exists()
    assert Penempatan.objects.get(pegawai__nip=KEDUA["NIP BARU"]).unit.nama == "BIDANG NYATA"


def test_a_row_that_leaned_on_a_refused_one_is_left_out_with_it(pemeran):
    """The new head needs the old one's move, which is refused."""
    kepala = {
        "JENIS JABATAN NAMA": "1",
        "ESELON NAMA": "III.b",
        "JABATAN NAMA": "KEPALA BIDANG PENCATATAN SIPIL",
    }
    pindah = {
        "NIP BARU": pemeran.kabid.nip, "NAMA": "Budi Santoso", "JENIS PEGAWAI NAMA": "PNS",
        "UNOR NAMA": "DINAS PERHUBUNGAN", "JABATAN NAMA": "PENGELOLA LAYANAN OPERASIONAL",
        "JENIS JABATAN NAMA": "Jabatan Fungsional Umum", "TMT JABATAN": "01-02-2022", "NIK": "1",
    }  # fmt: skip
    laporan = _tulis(BENAR | kepala, KEDUA, pindah, lewati=True)
    assert (laporan["hasil"], laporan["jumlah"]["dilewati"]) == ("diimpor", 2)
    assert masalah(laporan) == {(2, "kepala_lain", "JABATAN NAMA"), (4, "nik_salah", "NIK")}
    assert Pegawai.objects.filter(nip__in=[BENAR["NIP BARU"], KEDUA["NIP BARU"]]).count() == 1


def test_nothing_is_written_when_every_row_is_refused(pemeran):
    assert _tulis(BENAR | {"NIK": "1"}, lewati=True)["hasil"] == "ditolak"
    assert not Pegawai.objects.filter(nip=BENAR["NIP BARU"]).exists()


def test_modes_add_only_or_update_only(pemeran):
    _tulis(BENAR)
    assert masalah(_tulis(BENAR, KEDUA, mode=Mode.TAMBAH)) == {(2, "sudah_ada", "NIP BARU")}
    laporan = _tulis(BENAR | {"NAMA": "WAYAN BARU"}, KEDUA, mode=Mode.PERBARUI)
    assert masalah(laporan) == {(3, "belum_ada", "NIP BARU")}
    assert (
        _tulis(BENAR | {"NAMA": "WAYAN BARU"}, KEDUA, mode=Mode.PERBARUI, lewati=True)["hasil"] == "diimpor"
    )
    assert list(Pegawai.objects.filter(pns_id__isnull=False).values_list("nama", flat=True)) == ["WAYAN BARU"]


@pytest.mark.parametrize(
    "berubah",
    [
        lambda p: Pegawai.objects.filter(nip=BENAR["NIP BARU"]).update(alamat="Jalan lain"),
        lambda p: Penempatan.objects.filter(pegawai__nip=BENAR["NIP BARU"]).update(mulai=date(2022, 1, 1)),
        lambda p: Jabatan.objects.create(nama="ARSIPARIS BARU", jenis="pelaksana"),
        lambda p: Pegawai.objects.filter(pk=p.rudi.pk).update(nip=KEDUA["NIP BARU"]),
    ],
    ids=["person", "placement", "post", "nip"],
)
def test_data_that_changed_since_the_test_stops_the_import(pemeran, berubah):
    _tulis(BENAR)
    baris = (BENAR | {"NAMA": "WAYAN BARU"}, KEDUA | {"JABATAN NAMA": "ARSIPARIS BARU"})
    sidik = kernel.uji(PengimporPegawai(BIASA), csv_dari(*baris), "x.csv")["sidik_hasil"]
    berubah(pemeran)
    assert _tulis(*baris, sidik_hasil=sidik)["hasil"] == "berbeda"
    assert not Pegawai.objects.filter(nama="WAYAN BARU").exists()


def test_data_that_did_not_change_let_the_tested_file_through(pemeran):
    _tulis(BENAR)
    baris = (BENAR | {"NAMA": "WAYAN BARU"}, KEDUA | {"JABATAN NAMA": "ARSIPARIS BARU"})
    sidik = kernel.uji(PengimporPegawai(BIASA), csv_dari(*baris), "x.csv")["sidik_hasil"]
    assert _tulis(*baris, sidik_hasil=sidik)["hasil"] == "diimpor"


# --- whatever a file holds

SEL = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="0123456789-/.:'\"\x00\x1e\x1f\\\n;,%{}", max_size=25),
    st.sampled_from([*BENAR.values(), "PPPK", "null", "\\N", "\\.", "CPNS", "9" * 400]),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kolom=st.lists(st.sampled_from([k.nama for k in KOLOM]), unique=True, max_size=12),
    isi=st.lists(st.lists(SEL, min_size=14, max_size=14), min_size=1, max_size=8),
    buat=st.booleans(),
)
def test_no_content_leads_to_anything_but_rows_or_a_sentence(pemeran, kolom, isi, buat):
    judul = list(dict.fromkeys(["NIP BARU", "NAMA", *kolom, "LAIN"]))
    baris = [dict(zip(judul, satu, strict=False)) for satu in isi]
    pilihan = Pilihan(buat_unit=buat, buat_jabatan=True)
    sebelum = Pegawai.objects.count()
    laporan = _impor_atau_kalimat(csv_dari(*baris, KEDUA, kolom=judul), pilihan)
    for k in laporan["galat"]:
        assert all(pesan(KALIMAT, m, k["kode"]) for m in k["contoh"])
    tertulis = laporan["jumlah"]["baru"] if laporan["hasil"] == "diimpor" else 0
    assert Pegawai.objects.count() == sebelum + tertulis


def _impor_atau_kalimat(isi, pilihan):
    """The report, or that of a file which is refused as a whole; anything else than a sentence goes up."""
    try:
        return impor_pegawai(isi=isi, nama="x.csv", pilihan=pilihan, oleh=None)
    except BerkasDitolak:
        return {"hasil": "ditolak", "jumlah": {"baru": 0}, "galat": []}
