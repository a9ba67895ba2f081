"""Lists of HR's pages as files: as filtered, within the scope, logged with who took what along."""

import csv
import io
from datetime import date, time

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from akses.models import CatatanEkspor
from inti import ekspor_alir
from pegawai.models import Pegawai, UnitKerja
from pelatihan.models import Pelatihan, SesiPelatihan
from penilaian.models import KebutuhanPengembangan
from tests.penghargaan.bahan import objek_penghargaan

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


def baris(jawab):
    """Rows of a CSV as dictionaries."""
    assert jawab.status_code == 200, jawab.status_code
    isi = b"".join(jawab.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(isi), delimiter=";"))


def unduh(klien, nama, **kueri):
    return klien.post(reverse(nama, query=kueri or None), {"format": "csv"})


PENSIUN = "admin:pegawai_pegawai_pensiun_ekspor"
SIAPA = "admin:pegawai_pegawai_siapa_menilai_siapa_ekspor"
POHON = "admin:pegawai_unitkerja_pohon_ekspor"


@pytest.fixture
def menua(pemeran):
    """Ratna and Rudi retire this month; an analyst and a clerk, both with 58."""
    lahir = timezone.localdate().replace(day=1)
    Pegawai.objects.filter(pk__in=[pemeran.ratna.pk, pemeran.rudi.pk]).update(
        tanggal_lahir=lahir.replace(year=lahir.year - 58)
    )
    return pemeran


def test_who_retires_comes_as_filtered_and_within_the_scope(menua, masuk):
    semua = baris(unduh(masuk(menua.pengelola_instansi), PENSIUN))
    assert {b["Nama"] for b in semua} == {"Ratna Wulandari", "Rudi Hartono"}
    assert {b["NIP"] for b in semua} == {f"'{menua.ratna.nip}", f"'{menua.rudi.nip}"}
    assert {b["Usia pensiun"] for b in semua} == {"58"}
    assert [b["Nama"] for b in baris(unduh(masuk(menua.pengelola_opd), PENSIUN))] == ["Ratna Wulandari"]
    dishub = UnitKerja.objects.get(singkatan="Dishub")
    satu = baris(unduh(masuk(menua.pengelola_instansi), PENSIUN, unit=dishub.path))
    assert [b["Nama"] for b in satu] == ["Rudi Hartono"]
    assert baris(unduh(masuk(menua.pengelola_instansi), PENSIUN, kepala="ya")) == []


def test_who_assesses_whom_comes_with_what_is_proposed(pemeran, masuk):
    atasan = pemeran.rudi.atasan
    atasan.penilai = None
    atasan.save()
    [satu] = baris(unduh(masuk(pemeran.pengelola_opd_lain), SIAPA))
    assert (satu["Nama"], satu["Masalah"], satu["Pejabat penilai yang diusulkan"]) == (
        "Rudi Hartono", "Penilai belum ada", "Zulkifli Harahap",
    )  # fmt: skip
    assert baris(unduh(masuk(pemeran.pengelola_opd), SIAPA)) == []
    assert baris(unduh(masuk(pemeran.pengelola_opd_lain), SIAPA, masalah="lingkaran")) == []


def test_the_tree_comes_with_heads_and_people(pemeran, masuk):
    semua = {b["Unit kerja"]: b for b in baris(unduh(masuk(pemeran.pengelola_instansi), POHON))}
    assert len(semua) == UnitKerja.objects.count()
    dinas = semua["Dinas Kependudukan dan Pencatatan Sipil"]
    # in the department itself its head and Dewi; below it Budi, Ratna and Sari
    assert (dinas["Kepala"], dinas["Pegawai di unit ini"], dinas["Pegawai seluruhnya"]) == (
        "Yohanes Lasut",
        "2",
        "5",
    )
    assert semua["Bidang Pencatatan Sipil"]["Unit induk"] == "Dinas Kependudukan dan Pencatatan Sipil"
    assert semua["Pemerintah Kabupaten Asri Mulya"]["Pegawai seluruhnya"] == "13"
    sempit = [b["Unit kerja"] for b in baris(unduh(masuk(pemeran.pengelola_opd), POHON))]
    assert sempit == ["Dinas Kependudukan dan Pencatatan Sipil", "Bidang Pencatatan Sipil"]
    kosong = baris(unduh(masuk(pemeran.pengelola_instansi), POHON, kosong="ya"))
    assert [b["Unit kerja"] for b in kosong] == ["Badan Kepegawaian dan Pengembangan SDM"]
    assert len(baris(unduh(masuk(pemeran.pengelola_instansi), POHON, cari="dinas"))) == 2


def test_runs_of_bonus_come_with_their_sums(pemeran, siklus, buat_skp, masuk):
    buat_skp(pemeran.ratna)
    objek_penghargaan(pemeran, siklus)
    [satu] = baris(unduh(masuk(pemeran.pengelola_instansi), "penghargaan:perhitungan_ekspor"))
    assert satu["Penyusun"]
    assert int(satu["Jumlah (Rp)"]) >= 0


def test_needs_come_as_filtered_and_within_the_scope(pemeran, masuk):
    for orang, topik in ((pemeran.ratna, "Excel"), (pemeran.rudi, "Rambu")):
        KebutuhanPengembangan.objects.create(pegawai=orang, topik=topik, sumber="usulan", kunci=topik)
    klien = masuk(pemeran.pengelola_instansi)
    assert {b["Nama"] for b in baris(unduh(klien, "pelatihan:kebutuhan_ekspor"))} == {
        "Ratna Wulandari", "Rudi Hartono",
    }  # fmt: skip
    assert [b["Nama"] for b in baris(unduh(klien, "pelatihan:kebutuhan_ekspor", q="rambu"))] == [
        "Rudi Hartono"
    ]
    tim = baris(unduh(masuk(pemeran.kabid), "pelatihan:kebutuhan_ekspor"))
    assert [b["Nama"] for b in tim] == ["Ratna Wulandari"]


def test_sessions_come_as_filtered(pemeran, masuk):
    satu = Pelatihan.objects.create(nama="Lokakarya", jenis=4, jp=8, penyelenggara="BKPSDM")
    for status, hari in (("pendaftaran", date(2026, 3, 10)), ("selesai", date(2026, 2, 10))):
        SesiPelatihan.objects.create(
            pelatihan=satu, mulai=hari, selesai=hari, jam_mulai=time(8), jam_selesai=time(16), tempat="Aula",
            kursi=5, buka_daftar=hari, tutup_daftar=hari, status=status,
        )  # fmt: skip
    klien = masuk(pemeran.pengelola_instansi)
    assert [b["Mulai"] for b in baris(unduh(klien, "pelatihan:sesi_ekspor"))] == ["10-03-2026", "10-02-2026"]
    assert len(baris(unduh(klien, "pelatihan:sesi_ekspor", status="selesai"))) == 1


@pytest.mark.parametrize(
    "nama", [PENSIUN, SIAPA, POHON, "pelatihan:sesi_ekspor", "penghargaan:perhitungan_ekspor"]
)
def test_every_file_is_logged_and_also_a_sheet(nama, menua, masuk):
    klien = masuk(menua.pengelola_instansi)
    jawab = klien.post(reverse(nama), {"format": "xlsx"})
    buku = openpyxl.load_workbook(io.BytesIO(b"".join(jawab.streaming_content)), read_only=True)
    banyak = sum(1 for _b in buku.active.iter_rows()) - 1
    catatan = CatatanEkspor.objects.get()
    assert (catatan.akun.pegawai, catatan.jumlah) == (menua.pengelola_instansi, banyak)
    assert catatan.selesai
    assert "no-store" in jawab["Cache-Control"]


@pytest.mark.parametrize("nama", [PENSIUN, SIAPA, POHON])
def test_an_export_of_the_admin_asks_for_the_password_and_is_not_for_everybody(nama, pemeran, masuk):
    assert masuk(pemeran.pengelola_instansi, hak=False).post(reverse(nama)).status_code == 403
    assert masuk(pemeran.ratna).post(reverse(nama)).status_code == 302  # to the login of the admin
    assert Client().post(reverse(nama)).status_code == 302
    assert masuk(pemeran.pengelola_instansi).get(reverse(nama)).status_code == 405
    assert not CatatanEkspor.objects.exists()


def test_when_others_export_the_list_comes_back_with_a_sentence(menua, masuk, monkeypatch):
    monkeypatch.setattr(ekspor_alir._tempat, "acquire", lambda blocking: False)
    klien = masuk(menua.pengelola_instansi)
    for nama in (PENSIUN, "pelatihan:sesi_ekspor"):
        jawab = klien.post(reverse(nama), {"format": "csv"}, follow=True)
        assert "Ekspor lain sedang berjalan" in jawab.content.decode()
    assert not CatatanEkspor.objects.exists()
