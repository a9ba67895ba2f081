"""The page of the decree of retirement × the roles of the admin."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from pegawai.models import KeadaanPegawai, KeputusanPensiun, Pegawai, Penempatan, UnitKerja

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
HARI = timezone.localdate()
NANTI = HARI + timedelta(days=40)


def alamat(orang):
    return reverse("admin:pegawai_pegawai_keputusan_pensiun", args=[orang.pk])


def isi(tmt=NANTI, **lain):
    return {"jenis": "bup", "tmt": tmt.isoformat(), "nomor_sk": "888/1", "tanggal_sk": "2026-01-05"} | lain


@pytest.mark.parametrize(
    ("peran", "status"),
    [
        ("pengelola_instansi", 200), ("pengelola_opd", 200), ("pengelola_opd_lain", 404), ("auditor", 403),
        ("admin_sistem", 403), ("kabid", 302),
    ],
)  # fmt: skip
def test_who_may_write_a_decree_down(peran, status, pemeran, masuk):
    klien = masuk(getattr(pemeran, peran))
    assert klien.get(alamat(pemeran.ratna)).status_code == status
    assert klien.post(alamat(pemeran.ratna), isi()).status_code == (302 if status == 200 else status)
    assert KeputusanPensiun.objects.exists() == (status == 200)


def test_what_follows_is_said_before_and_done_at_once_when_the_day_has_come(pemeran, masuk):
    klien = masuk(pemeran.pengelola_opd)
    teks = klien.get(alamat(pemeran.kabid)).content.decode()
    assert "2 pegawai dinilai olehnya" in teks
    assert "Ratna Wulandari" in teks
    jawab = klien.post(alamat(pemeran.kabid), isi(), follow=True)
    assert "dilaksanakan sendiri" in jawab.content.decode()
    assert Penempatan.objects.get(pegawai=pemeran.kabid).selesai is None
    jawab = klien.post(alamat(pemeran.kabid), isi(HARI), follow=True)
    assert "dilaksanakan sekarang" in jawab.content.decode()
    assert Penempatan.objects.get(pegawai=pemeran.kabid).selesai == HARI - timedelta(days=1)


def test_it_is_taken_back_with_a_reason(pemeran, masuk):
    klien = masuk(pemeran.pengelola_opd)
    klien.post(alamat(pemeran.ratna), isi())
    klien.post(alamat(pemeran.ratna), {"batal": "ya", "dasar": ""})
    assert KeputusanPensiun.objects.exists()
    klien.post(alamat(pemeran.ratna), {"batal": "ya", "dasar": "Keliru orang"})
    assert not KeputusanPensiun.objects.exists()


@pytest.mark.parametrize(
    ("salah", "bidang"),
    [({"tmt": "bukan"}, "tmt"), ({"nomor_sk": ""}, "nomor_sk"), ({"jenis": "x"}, "jenis")],
)
def test_what_is_wrong_is_said_at_its_field(salah, bidang, pemeran, masuk):
    jawab = masuk(pemeran.pengelola_opd).post(alamat(pemeran.ratna), isi() | salah)
    assert bidang in jawab.context["form"].errors


def test_the_list_shows_the_decree_and_how_many_are_left(pemeran, masuk):
    Pegawai.objects.filter(pk=pemeran.kabid.pk).update(tanggal_lahir=HARI - timedelta(days=58 * 365))
    klien = masuk(pemeran.pengelola_opd)
    teks = klien.get(reverse("admin:pegawai_pegawai_pensiun")).content.decode()
    assert "Catat SK" in teks
    assert "menilai 2 pegawai" in teks
    klien.post(alamat(pemeran.kabid), isi())
    assert "SK ada" in klien.get(reverse("admin:pegawai_pegawai_pensiun")).content.decode()


def test_leave_without_pay_written_on_the_persons_page_counts_at_once(pemeran, masuk):
    klien = masuk(pemeran.pengelola_opd)
    halaman = reverse("admin:pegawai_pegawai_change", args=[pemeran.sari.pk])
    kosong = {f"{n}-{k}": "0" for n in ("penempatan", "atasan_khusus", "keadaan", "riwayat_pangkat")
              for k in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")}  # fmt: skip
    orang = {
        "nip": pemeran.sari.nip, "nama": pemeran.sari.nama, "jenis": "pns", "jenis_kelamin": "P",
        "tanggal_lahir": "12-03-1985", "kedudukan_hukum": "01", "golongan": "III/c",
    }  # fmt: skip
    satu = Penempatan.objects.get(pegawai=pemeran.sari)
    duduk = {
        "penempatan-TOTAL_FORMS": "1", "penempatan-INITIAL_FORMS": "1", "penempatan-0-id": satu.pk,
        "penempatan-0-pegawai": pemeran.sari.pk, "penempatan-0-unit": satu.unit_id,
        "penempatan-0-jabatan": satu.jabatan_id, "penempatan-0-jenis": "definitif", "penempatan-0-mulai": "01-01-2021",
    }  # fmt: skip
    cuti = {
        "keadaan-TOTAL_FORMS": "1",
        "keadaan-0-jenis": "cltn",
        "keadaan-0-mulai": HARI.strftime("%d-%m-%Y"),
    }
    jawab = klien.post(halaman, kosong | orang | duduk | cuti)
    assert jawab.status_code == 302, jawab.context["errors"]
    assert Pegawai.objects.get(pk=pemeran.sari.pk).kedudukan_hukum == "02"
    baris = KeadaanPegawai.objects.get()
    ubah = {
        "keadaan-TOTAL_FORMS": "1", "keadaan-INITIAL_FORMS": "1", "keadaan-0-id": baris.pk,
        "keadaan-0-pegawai": pemeran.sari.pk, "keadaan-0-mulai": HARI.strftime("%d-%m-%Y"),
    }  # fmt: skip
    for jenis, kode in (("cuti_besar", "01"), ("tugas_belajar", "03"), ("cltn", "02")):
        kini = {"kedudukan_hukum": Pegawai.objects.get(pk=pemeran.sari.pk).kedudukan_hukum}
        jawab = klien.post(halaman, kosong | orang | kini | duduk | ubah | {"keadaan-0-jenis": jenis})
        assert jawab.status_code == 302, jawab.context["errors"]
        assert Pegawai.objects.get(pk=pemeran.sari.pk).kedudukan_hukum == kode
    hapus = {
        "keadaan-TOTAL_FORMS": "1", "keadaan-INITIAL_FORMS": "1", "keadaan-0-id": baris.pk,
        "keadaan-0-pegawai": pemeran.sari.pk, "keadaan-0-jenis": "cltn", "keadaan-0-DELETE": "on",
        "keadaan-0-mulai": HARI.strftime("%d-%m-%Y"),
    }  # fmt: skip
    jawab = klien.post(halaman, kosong | orang | {"kedudukan_hukum": "02"} | duduk | hapus)
    assert jawab.status_code == 302, jawab.context["errors"]
    assert Pegawai.objects.get(pk=pemeran.sari.pk).kedudukan_hukum == "01"


def test_the_day_is_that_of_the_government_not_of_the_operator(pemeran, masuk):
    """16:30 UTC is 23:30 of the same day in the west and 01:30 of the next day in the east."""
    UnitKerja.objects.filter(depth=1).update(zona="WIT")
    with time_machine.travel("2026-03-02 16:30:00+00:00", tick=False):
        klien = masuk(pemeran.pengelola_opd)
        assert klien.get(alamat(pemeran.ratna)).context["hari"] == date(2026, 3, 3)
        jawab = klien.post(alamat(pemeran.ratna), isi(date(2026, 3, 3)), follow=True)
    assert "dilaksanakan sekarang" in jawab.content.decode()
