"""History of records: sentences with actor, reason and address; secrets kept; one value taken back."""

from datetime import date

import pghistory
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from akses.jejak import UKURAN
from akses.models import Akun, PenugasanPeran
from inti.models import HariLibur
from pegawai.models import Jabatan, Pegawai, Penempatan, UnitKerja
from tests.admin.bantuan import alamat

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


def isi(klien, objek, **tanya):
    jawab = klien.get(alamat(type(objek), "history", objek.pk), tanya)
    assert jawab.status_code == 200
    return jawab


def kalimat(jawab):
    return [u.kalimat for c in jawab.context["jejak"].catatan for u in c.ubahan]


def unit(objek, **lain):
    return {
        "nama": objek.nama, "singkatan": objek.singkatan, "kode": "", "jenis": objek.jenis, "zona": objek.zona,
        "hari_per_pekan": "5", "dibuka": "01-01-2017", "ditutup": "",
    } | lain  # fmt: skip


def test_a_change_reads_as_a_sentence_with_actor_page_and_request(pemeran, masuk):
    capil = UnitKerja.objects.get(nama="Bidang Pencatatan Sipil")
    klien = masuk(pemeran.pengelola_instansi)
    ubah = alamat(UnitKerja, "change", capil.pk)
    kirim = klien.post(
        ubah, unit(capil, singkatan="Capil", zona="WITA"), headers={"X-Request-ID": "permintaan-77"}
    )
    assert kirim.status_code == 302
    jawab = isi(klien, capil)
    assert set(kalimat(jawab)[:2]) == {
        "Singkatan diisi “Capil” oleh Nurul Aini.",
        "Zona waktu diubah dari “WIB” menjadi “WITA” oleh Nurul Aini.",
    }
    terbaru = jawab.context["jejak"].catatan[0]
    assert (terbaru.alamat, terbaru.permintaan) == (ubah, "permintaan-77")
    assert ubah in jawab.content.decode()


def test_a_person_shows_his_placements_by_name_and_his_roles_to_who_gives_roles(pemeran, masuk):
    tempat = Penempatan.objects.get(pegawai=pemeran.ratna)
    with pghistory.context(pegawai=str(pemeran.kadis.pk), alasan="Promosi"):
        tempat.jabatan = Jabatan.objects.get(nama="Pengadministrasi Perkantoran")
        tempat.save()
    PenugasanPeran.objects.create(pegawai=pemeran.ratna, peran="auditor", mulai=date(2026, 1, 1))
    jawab = isi(masuk(pemeran.pengelola_instansi), pemeran.ratna)
    semua = kalimat(jawab)
    assert (
        "Penempatan “Pengadministrasi Perkantoran” di “Bidang Pencatatan Sipil”: Jabatan diubah dari "
        "“Analis Kependudukan” menjadi “Pengadministrasi Perkantoran” oleh Yohanes Lasut." in semua
    )
    assert any(k.startswith("Peran “Auditor” untuk seluruh instansi diberikan kepada Ratna") for k in semua)
    assert "Promosi" in jawab.content.decode()
    tanpa = kalimat(isi(masuk(pemeran.pengelola_opd), pemeran.ratna))  # may not give roles
    assert not any("Auditor" in k for k in tanpa)
    assert any("Jabatan diubah" in k for k in tanpa)


def test_an_import_a_task_and_a_command_are_named(pemeran, masuk):
    for uraian in (
        {"pegawai": str(pemeran.pengelola_instansi.pk), "berkas": "siasn.csv", "aksi": "impor pegawai"},
        {"asal": "tugas", "tugas": "penilaian.tasks.ikuti_kepegawaian", "nomor": "1"},
        {"asal": "perintah", "perintah": "siklus"},
    ):
        with pghistory.context(**uraian):
            pemeran.ratna.golongan += "x"
            pemeran.ratna.save()
    catatan = isi(masuk(pemeran.auditor), pemeran.ratna).context["jejak"].catatan[:3]
    assert {(c.oleh, c.cara) for c in catatan} == {
        ("Nurul Aini", "lewat impor “siasn.csv”"),
        ("jadwal otomatis", ""),
        ("pengurus peladen", "lewat perintah “siklus” di peladen"),
    }


def test_private_values_are_hidden_from_who_may_not_read_them(pemeran, masuk):
    ratna = pemeran.ratna
    ratna.nik, ratna.alamat, ratna.nomor_hp = "7371010101850001", "Jalan Kenanga 5", "081234567890"
    ratna.save()
    rahasia = ("7371010101850001", "Jalan Kenanga 5", "081234567890")

    def terbaca(orang, **lain):
        teks = isi(masuk(orang, **lain), ratna).content.decode()
        assert "NIK diubah (isinya tidak ditampilkan)" in teks or rahasia[0] in teks
        return [r for r in rahasia if r in teks]

    assert terbaca(pemeran.pengelola_opd) == list(rahasia)
    assert terbaca(pemeran.auditor) == list(rahasia)
    assert terbaca(pemeran.pengelola_opd, hak=False) == []  # his right to manage is not taken up
    assert terbaca(pemeran.admin_sistem) == []


def test_a_long_history_is_paged_by_key_and_costs_the_same_queries(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    unit_lain = UnitKerja.objects.get(nama="Dinas Perhubungan")
    for n in range(2 * UKURAN + 5):
        Pegawai.objects.filter(pk=pemeran.ratna.pk).update(pendidikan=f"S{n}")
        Penempatan.objects.filter(pegawai=pemeran.ratna).update(dasar=f"SK {n}", unit=unit_lain)
    tanya, terbaca, banyak = {}, [], set()
    while True:
        with CaptureQueriesContext(connection) as kueri:
            jejak = isi(klien, pemeran.ratna, **tanya).context["jejak"]
        banyak.add(len(kueri))
        terbaca += [(c.pada, c.pokok, c.pk) for c in jejak.catatan]
        if not jejak.berikutnya:
            break
        assert len(jejak.catatan) == UKURAN
        tanya = {"sebelum": jejak.berikutnya}
    assert max(banyak) <= 21, banyak  # tables and kinds of names, not rows
    assert len(terbaca) == len(set(terbaca)) == 2 * (2 * UKURAN + 5) + 2
    assert isi(klien, pemeran.ratna, sebelum="omong_kosong_'").context["jejak"].catatan


def kembalikan(objek, bidang, jejak):
    nama = f"admin:{objek._meta.app_label}_{objek._meta.model_name}_kembalikan"
    return reverse(nama, args=[objek.pk, jejak, bidang])


def jejak_terakhir(klien, objek):
    return isi(klien, objek).context["jejak"].catatan[0].pk


def test_a_value_is_taken_back_with_a_reason_through_the_same_form(pemeran, masuk):
    ratna = pemeran.ratna
    ratna.golongan, ratna.alamat = "IV/a", "Jalan Baru"
    ratna.save()
    klien = masuk(pemeran.pengelola_opd)
    halaman = kembalikan(ratna, "golongan", jejak_terakhir(klien, ratna))
    assert halaman in isi(klien, ratna).content.decode()
    tanya = klien.get(halaman)
    assert (tanya.context["kini"], tanya.context["lama"]) == ("IV/a", "III/c")
    assert "Tulis alasannya." in klien.post(halaman, {"alasan": ""}).content.decode()
    assert klien.post(halaman, {"alasan": "Salah ketik"}).status_code == 302
    ratna.refresh_from_db()
    assert (ratna.golongan, ratna.alamat, ratna.nama) == ("III/c", "Jalan Baru", "Ratna Wulandari")
    terbaru = isi(klien, ratna).context["jejak"].catatan[0]
    assert (terbaru.alasan, terbaru.oleh) == ("Salah ketik", "Dewi Anggraini")
    kosong = kembalikan(ratna, "alamat", terbaru.pk - 1)
    assert klien.post(kosong, {"alasan": "Belum pindah"}).status_code == 302
    ratna.refresh_from_db()
    assert ratna.alamat == ""


def test_a_value_against_the_rules_is_refused_with_a_sentence(pemeran, masuk):
    """In between another person got the old NIP; and a NIP must agree with the birth date."""
    ratna, lama = pemeran.ratna, pemeran.ratna.nip
    ratna.nip = "198503122010012999"
    ratna.save()
    Pegawai.objects.filter(pk=pemeran.rudi.pk).update(nip=lama)
    klien = masuk(pemeran.pengelola_instansi)
    halaman = kembalikan(ratna, "nip", jejak_terakhir(klien, ratna))
    jawab = klien.post(halaman, {"alasan": "Salah"})
    assert jawab.status_code == 200
    assert "Nilai lama tidak dapat dikembalikan" in jawab.content.decode()
    assert any("NIP" in g for g in jawab.context["galat"])
    ratna.refresh_from_db()
    assert ratna.nip == "198503122010012999"


def test_only_who_may_edit_takes_back_and_only_what_he_edits(pemeran, masuk):
    ratna = pemeran.ratna
    ratna.golongan, ratna.pns_id = "IV/a", "A1"
    ratna.save()
    jejak = jejak_terakhir(masuk(pemeran.auditor), ratna)
    for nama, jawaban in (("auditor", 403), ("admin_sistem", 403), ("pengelola_opd_lain", 404)):
        klien = masuk(getattr(pemeran, nama))
        assert klien.post(kembalikan(ratna, "golongan", jejak), {"alasan": "x"}).status_code == jawaban, nama
    klien = masuk(pemeran.pengelola_opd)
    for bidang, nomor in (("pns_id", jejak), ("siasn", jejak), ("tiada", jejak), ("golongan", 999_999_999)):
        assert klien.post(kembalikan(ratna, bidang, nomor), {"alasan": "x"}).status_code == 404, bidang
    ratna.refresh_from_db()
    assert ratna.golongan == "IV/a"


def test_records_without_events_list_what_was_done_on_their_page(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    isian = {"tanggal": "17-08-2027", "nama": "Hari Kemerdekaan", "jenis": "libur_nasional"}
    assert klien.post(alamat(HariLibur, "add"), isian).status_code == 302
    assert "Nurul Aini" in isi(klien, HariLibur.objects.get()).content.decode()
    assert "Belum ada perubahan" in isi(klien, Akun.objects.get(pegawai=pemeran.ratna)).content.decode()
