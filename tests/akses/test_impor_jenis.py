"""Which kind of data a file holds: told by its header, and said when another kind was chosen."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile

from akses.impor import unggah
from akses.impor_jenis import OTOMATIS, jenis_boleh
from inti.berkas_tabel import BerkasDitolak, buka
from inti.impor_jenis import JENIS
from inti.impor_kenali import kenali
from tests.pegawai.berkas_uji import BENAR, csv_dari

pytestmark = pytest.mark.django_db

UNIT = {"UNOR ID": "D1", "UNOR NAMA": "Dinas A", "DIATASAN ID": "P", "ZONA WAKTU": "WIB"}
PANGKAT = {
    "idPns": "1",
    "nipBaru": "1",
    "golonganId": "33",
    "golongan": "III/c",
    "skNomor": "1",
    "tmtGolongan": "x",
}
# From siasn_export_headers.csv and siasn_fields.csv: reports of e-Kinerja, and what SIASN takes and gives.
LAPORAN_SKP = dict.fromkeys(
    ("skp_id", "id", "jenis", "nip", "nama", "jabatan", "is_skp", "unit", "jenis_pegawai", "skp_status", "skp_model",
     "skp_unor", "skp_unor_atasan", "skp_unor_induk", "skp_jabatan", "skp_jenis_jabatan", "periode_awal",
     "periode_akhir", "is_plt_plh", "created_at"), "1",
)  # fmt: skip
LAPORAN_PENILAIAN = dict.fromkeys(
    ("skp_penilaian_id", "jenis", "id", "nip", "nama", "periode_awal_skp", "periode_akhir_skp", "tahun_skp",
     "periode_id", "jenis_pegawai", "golru", "skp_id", "skp_jabatan", "skp_unor", "skp_unor_id", "skp_unor_induk",
     "skp_jenis_jabatan", "is_skp_plt_plh_pjb", "hasil_kerja", "perilaku_kerja", "hasil_akhir", "pegawai_atasan_id",
     "pegawai_atasan_nip", "pegawai_atasan_nama", "pegawai_atasan_jabatan", "pegawai_atasan_unor_id",
     "pegawai_atasan_unor", "pegawai_atasan_golru", "waktu_dinilai", "pegawai_penilai_id", "created_at"), "1",
)  # fmt: skip
SKP22 = dict.fromkeys(
    ("id", "tahun", "pnsDinilaiOrang", "hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai",
     "statusPenilai", "penilaiNipNrp", "penilaiNama", "penilaiJabatan", "penilaiGolongan", "penilaiUnorNama",
     "path"), "1",
)  # fmt: skip
PERIODIK = dict.fromkeys(
    ("tahun", "periodikId", "bulanMulaiPenilaian", "tahunMulaiPenilaian", "bulanSelesaiPenilaian",
     "tahunSelesaiPenilaian", "hasilKinerjaNilai", "perilakuKerjaNilai", "kuadranKinerjaNilai", "koefisienId",
     "pnsDinilaiId", "statusPenilai", "penilaiNipNrp", "penilaiNama"), "1",
)  # fmt: skip
JABATAN = {"NAMA JABATAN": "Camat", "JENIS JABATAN": "ADMINISTRATOR", "ESELON": "III.a"}


@pytest.fixture(autouse=True)
def penyimpanan(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def kirim(jenis, oleh, *baris):
    berkas = ContentFile(csv_dari(*baris))
    return unggah(
        jenis=jenis, berkas=berkas, nama="x.csv", mode="keduanya", pilihan={"buat_unit": True}, oleh=oleh
    )


@pytest.mark.parametrize(
    ("baris", "jenis"),
    [
        (BENAR, "pegawai"),
        (UNIT, "unit"),
        (PANGKAT, "pangkat"),
        (JABATAN, "jabatan"),
        (SKP22, "riwayat_skp"),
        (LAPORAN_PENILAIAN, "riwayat_skp"),
        (LAPORAN_PENILAIAN | {"Periode": "TW I"}, "kinerja_periodik"),
        (PERIODIK, "kinerja_periodik"),
    ],
)
def test_the_header_tells_the_kind(pemeran, baris, jenis):
    satu = kirim(OTOMATIS, pemeran.pengelola_instansi, baris)
    assert satu.jenis == jenis
    assert set(satu.pilihan) == {p.kode for p in JENIS[jenis].pilihan}


def test_every_sample_is_recognised_as_its_own_kind():
    for jenis in JENIS.values():
        judul = {k.nama: "x" for k in jenis.kolom if k.contoh or k.wajib or k.keterangan}
        assert kenali(buka(csv_dari(judul)), JENIS.values())[0].jenis is jenis, jenis.kode


def test_a_file_under_the_wrong_kind_is_told_which_it_is(pemeran):
    with pytest.raises(BerkasDitolak) as e:
        kirim("pegawai", pemeran.pengelola_instansi, UNIT)
    assert "tampaknya berisi data Unit kerja" in str(e.value)


@pytest.mark.parametrize("jenis", [OTOMATIS, "riwayat_skp", "kinerja_periodik"])
def test_the_report_of_plans_is_told_from_that_of_results(pemeran, jenis):
    with pytest.raises(BerkasDitolak, match="tidak memuat hasil penilaian"):
        kirim(jenis, pemeran.pengelola_instansi, LAPORAN_SKP)


def test_a_header_that_fits_no_kind_asks_for_the_kind(pemeran):
    with pytest.raises(BerkasDitolak, match="tidak dikenali"):
        kirim(OTOMATIS, pemeran.pengelola_instansi, {"satu": "1", "dua": "2"})


def test_who_may_import_nothing_learns_nothing(pemeran):
    assert jenis_boleh(pemeran.ratna) == []
    with pytest.raises(PermissionDenied):
        kirim(OTOMATIS, pemeran.ratna, UNIT)
