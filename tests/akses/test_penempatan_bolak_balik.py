"""The list of placements, taken out and sent back: nothing changes; what is changed in the sheet comes back changed."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse

from akses.admin.penempatan import KOLOM
from akses.impor import impor, kerjakan_menunggu, uji, unggah
from akses.impor_jenis import OTOMATIS, jenis_boleh
from inti.impor_jenis import JENIS
from inti.impor_judul import ratakan_judul
from pegawai.models import BerkasImpor, Jabatan, Pegawai, Penempatan, UnitKerja
from tests.akses.test_impor import berkas, kirim, tekan
from tests.pegawai.berkas_uji import csv_dari

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
DISHUB = "Dinas Perhubungan"


@pytest.fixture(autouse=True)
def penyimpanan(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def keluarkan(klien, format_):
    jawaban = klien.post(reverse("admin:pegawai_penempatan_ekspor"), {"format": format_})
    return b"".join(jawaban.streaming_content)


@pytest.fixture
def banyak(pemeran):
    """Two units of one name without code, a closed one, posts of one name, acting duty, somebody without NIP."""
    induk = UnitKerja.objects.filter(depth=2)
    sama = [
        UnitKerja.objects.add_child(
            UnitKerja.objects.get(pk=u.pk),
            create_kwargs={"nama": "Sekretariat", "jenis": "sekretariat", "dibuka": date(2017, 1, 1)},
        )
        for u in induk[:2]
    ]
    lama = UnitKerja.objects.add_child(
        UnitKerja.objects.get(nama=DISHUB),
        create_kwargs={"nama": "Bidang Lama", "jenis": "bidang", "dibuka": date(2017, 1, 1),
                       "ditutup": date(2020, 1, 1)},
    )  # fmt: skip
    seksi = [
        Jabatan.objects.create(nama="Kepala Seksi", jenis="pengawas", eselon=e) for e in ("IV.a", "IV.b")
    ]
    isi = {"mulai": date(2018, 1, 1), "selesai": date(2018, 12, 31), "dasar": "=SK 1"}
    Penempatan.objects.create(pegawai=pemeran.ratna, unit=sama[0], jabatan=seksi[0], **isi)
    Penempatan.objects.create(pegawai=pemeran.sari, unit=sama[1], jabatan=seksi[1], **isi)
    Penempatan.objects.create(pegawai=pemeran.rudi, unit=lama, jabatan=seksi[1], **isi)
    tugas = isi | {"jenis": "plt", "kepala": True}
    for unit in sama:  # two on one day, told apart by their units
        Penempatan.objects.create(pegawai=pemeran.rudi, unit=unit, jabatan=seksi[0], **tugas)
    # Older than the rules: acting duty without an end. It changes nothing, so nobody complains.
    Penempatan.objects.create(pegawai=pemeran.rudi, unit=lama, jabatan=seksi[0], **tugas | {"selesai": None})
    assert not pemeran.bupati.nip
    return pemeran


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_what_was_taken_out_comes_back_unchanged(banyak, masuk, format_):
    isi = keluarkan(masuk(banyak.pengelola_instansi), format_)
    laporan = uji(jenis="penempatan", sumber=isi, nama=f"x.{format_}")
    semua = Penempatan.objects.count()
    assert laporan["jumlah"] == {
        "baris": semua, "baru": 0, "berubah": 0, "tetap": semua, "ditolak": 0, "dilewati": 0,
    }  # fmt: skip
    assert (laporan["perubahan"], laporan["galat"], laporan["kolom_lain"]) == ([], [], [])


def test_taken_out_imported_into_none_and_taken_out_again_it_is_the_same(banyak, masuk):
    klien = masuk(banyak.pengelola_instansi)
    Penempatan.objects.filter(jenis="plt", selesai=None).delete()

    def isi():
        teks = keluarkan(klien, "csv").decode("utf-8-sig")
        return sorted(csv.reader(io.StringIO(teks, newline=""), delimiter=";"))

    awal, satu = isi(), keluarkan(klien, "csv")
    Pegawai.objects.update(tanggal_lahir=None)
    Penempatan.objects.all().delete()
    laporan = impor(jenis="penempatan", sumber=satu, nama="x.csv", oleh=None)
    assert laporan["hasil"] == "diimpor", laporan["galat"]
    assert isi() == awal


def test_a_changed_sheet_is_known_by_its_header_and_its_change_arrives(banyak, masuk):
    klien = masuk(banyak.pengelola_instansi)
    buku = openpyxl.load_workbook(io.BytesIO(keluarkan(klien, "xlsx")))
    judul, *baris = buku.active.iter_rows()
    tempat = {sel.value: n for n, sel in enumerate(judul)}
    satu = next(
        b for b in baris
        if b[0].value == banyak.ratna.nip and not b[tempat["SELESAI"]].value
    )  # fmt: skip
    satu[tempat["SK NOMOR"]].value = "SK BARU"
    keluar = io.BytesIO()
    buku.save(keluar)
    berkas_ = unggah(
        jenis=OTOMATIS, berkas=_berkas(keluar.getvalue()), nama="penempatan.xlsx", mode="keduanya", pilihan={},
        oleh=banyak.pengelola_instansi,
    )  # fmt: skip
    assert berkas_.jenis == "penempatan"
    kerjakan_menunggu()
    berkas_.refresh_from_db()
    tekan(klien, berkas_)
    assert berkas_.laporan["jumlah"]["berubah"] == 1
    assert Penempatan.objects.get(pegawai=banyak.ratna, selesai=None).dasar == "SK BARU"


def _berkas(isi):
    return ContentFile(isi)


def test_every_heading_of_the_list_is_a_column_of_the_import():
    kenal = {ratakan_judul(n) for k in JENIS["penempatan"].kolom for n in (k.nama, *k.alias)}
    assert {ratakan_judul(judul) for judul, _ in KOLOM} <= kenal


# --- the pages, with this kind


PINDAH = {"UNIT KERJA": DISHUB, "JABATAN": "Pengadministrasi Perkantoran", "TMT JABATAN": "01-11-2026"}


def test_the_page_shows_what_ends_as_a_consequence_then_imports_and_takes_back(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    isi = kirim(klien, PINDAH | {"NIP": pemeran.ratna.nip}, jenis="penempatan").content.decode()
    assert "hari terakhir penempatan lama, sebagai akibat (1)" in isi
    assert "31-10-2026" in isi
    satu = BerkasImpor.objects.get()
    assert "Sudah diimpor oleh" in tekan(klien, satu).content.decode()
    assert pemeran.ratna.penempatan.count() == 2
    assert "data kembali seperti sebelumnya" in tekan(klien, satu, "batal").content.decode()
    assert pemeran.ratna.penempatan.get().selesai is None
    assert "hari terakhir penempatan lama" in tekan(klien, satu, "uji_ulang").content.decode()


@pytest.mark.parametrize("siapa", ["pengelola_opd", "pengelola_opd_lain", "auditor", "admin_sistem", "ratna"])
def test_an_import_touches_the_whole_government_so_others_may_not(pemeran, masuk, siapa):
    orang = getattr(pemeran, siapa)
    assert "penempatan" not in {j.kode for j in jenis_boleh(orang)}
    klien = masuk(orang)
    isian = {"jenis": "penempatan", "berkas": berkas(PINDAH | {"NIP": pemeran.ratna.nip}), "mode": "keduanya"}
    jawab = klien.post(reverse("admin:pegawai_berkasimpor_add"), isian)
    if jawab.status_code == 200:  # who keeps the system imports roles, and is offered nothing else
        assert "jenis" in jawab.context["form"].errors
    else:
        assert jawab.status_code in {302, 403, 404}
    kerjakan_menunggu()
    assert not BerkasImpor.objects.exists()
    assert pemeran.ratna.penempatan.count() == 1


def test_the_reason_of_a_change_is_in_the_history(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    kirim(klien, PINDAH | {"NIP": pemeran.ratna.nip}, jenis="penempatan")
    tekan(klien, BerkasImpor.objects.get())
    lama, baru = pemeran.ratna.penempatan.order_by("mulai")
    for satu in (lama, baru):
        konteks = satu.events.order_by("pgh_id").last().pgh_context.metadata
        assert (konteks["aksi"], konteks["pegawai"], konteks["berkas"]) == (
            "impor penempatan", str(pemeran.pengelola_instansi.pk), "pegawai.csv",
        )  # fmt: skip


def test_the_command_knows_the_kind(pemeran, tmp_path, capsys):
    (tmp_path / "p.csv").write_bytes(csv_dari(PINDAH | {"NIP": pemeran.ratna.nip}))
    call_command("impor", "penempatan", str(tmp_path / "p.csv"), "--uji")
    assert "sebagai akibat (1)" in capsys.readouterr().out
