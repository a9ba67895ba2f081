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
    ("baris", "jenis"), [(BENAR, "pegawai"), (UNIT, "unit"), (PANGKAT, "pangkat"), (JABATAN, "jabatan")]
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


def test_a_header_that_fits_no_kind_asks_for_the_kind(pemeran):
    with pytest.raises(BerkasDitolak, match="tidak dikenali"):
        kirim(OTOMATIS, pemeran.pengelola_instansi, {"satu": "1", "dua": "2"})


def test_who_may_import_nothing_learns_nothing(pemeran):
    assert jenis_boleh(pemeran.ratna) == []
    with pytest.raises(PermissionDenied):
        kirim(OTOMATIS, pemeran.ratna, UNIT)
