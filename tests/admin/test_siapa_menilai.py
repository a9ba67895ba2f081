"""The page “Siapa menilai siapa” × the roles of the admin."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pegawai.models import AtasanKhusus, Pegawai, Penempatan
from pegawai.services.atasan import segarkan

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
HARI = timezone.localdate()


@pytest.fixture
def tujuan(pemeran):
    """The head of Ratna's unit retired and still sits there; Rudi's override names an outsider."""
    Pegawai.objects.filter(pk=pemeran.kabid.pk).update(kedudukan_hukum="99")
    AtasanKhusus.objects.create(
        pegawai=pemeran.rudi, penilai=pemeran.kadis, mulai=HARI - timedelta(9), dasar="SK delegasi"
    )
    segarkan()
    return reverse("admin:pegawai_pegawai_siapa_menilai_siapa")


def usul(pegawai, penilai):
    return f"{pegawai.pk}:{penilai.pk}"


@pytest.mark.parametrize(
    ("peran", "ratna", "rudi", "tombol"),
    [
        ("pengelola_instansi", True, True, True), ("pengelola_opd", True, False, True),
        ("pengelola_opd_lain", False, True, True), ("auditor", True, True, False),
        ("admin_sistem", True, True, False),
    ],
)  # fmt: skip
def test_each_sees_the_people_of_his_scope(peran, ratna, rudi, tombol, pemeran, masuk, tujuan):
    isi = masuk(getattr(pemeran, peran)).get(tujuan).content.decode()
    assert ("Ratna Wulandari" in isi) == ratna
    assert ("Rudi Hartono" in isi) == rudi
    assert ('name="satu"' in isi) == tombol
    assert 'aria-current="page"' in isi


def test_who_is_no_staff_is_sent_away(pemeran, masuk, tujuan, client):
    assert masuk(pemeran.kabid).get(tujuan).status_code == 302
    assert client.get(tujuan).status_code == 302


@pytest.mark.parametrize("peran", ["auditor", "admin_sistem"])
def test_a_reader_may_not_change(peran, pemeran, masuk, tujuan):
    kiriman = {"satu": usul(pemeran.ratna, pemeran.kadis), "alasan": "a"}
    assert masuk(getattr(pemeran, peran)).post(tujuan, kiriman).status_code == 403


def test_one_click_mends_one(pemeran, masuk, tujuan):
    klien = masuk(pemeran.pengelola_opd)
    kiriman = {
        "satu": usul(pemeran.ratna, pemeran.kadis), "alasan": "Kabid pensiun",
        "usul": [usul(pemeran.ratna, pemeran.kadis), usul(pemeran.sari, pemeran.kadis)],
    }  # fmt: skip
    jawab = klien.post(tujuan, kiriman, follow=True)
    assert "1 penilai disesuaikan" in jawab.content.decode()
    assert AtasanKhusus.objects.get(penilai=pemeran.kadis, mulai=HARI).pegawai == pemeran.ratna


def test_a_page_at_once_says_first_what_changes_and_what_is_left(pemeran, masuk, tujuan):
    klien = masuk(pemeran.pengelola_instansi)
    kiriman = {
        "alasan": "Penataan",
        "usul": [usul(pemeran.ratna, pemeran.kadis), usul(pemeran.rudi, pemeran.kadis_lain)],
    }
    tanya = klien.post(tujuan, kiriman)
    assert [b.pegawai for b in tanya.context["diubah"]] == [pemeran.ratna]
    assert [b.pegawai for b, _sebab in tanya.context["dilewati"]] == [pemeran.rudi]
    assert not AtasanKhusus.objects.filter(mulai=HARI).exists()
    klien.post(tujuan, kiriman | {"setuju": "ya"})
    assert AtasanKhusus.objects.get(mulai=HARI).pegawai == pemeran.ratna


def test_a_person_of_another_department_is_out_of_reach(pemeran, masuk, tujuan):
    kiriman = {"satu": usul(pemeran.ratna, pemeran.kadis), "alasan": "a"}
    masuk(pemeran.pengelola_opd_lain).post(tujuan, kiriman)
    assert not AtasanKhusus.objects.filter(pegawai=pemeran.ratna).exists()


@pytest.mark.parametrize("satu", ["x", ":", "1:2", "%00:%00"])
def test_nonsense_and_a_missing_reason_change_nothing(satu, pemeran, masuk, tujuan):
    klien = masuk(pemeran.pengelola_instansi)
    assert (
        "Tidak ada usulan" in klien.post(tujuan, {"satu": satu, "alasan": "a"}, follow=True).content.decode()
    )
    tanpa = klien.post(tujuan, {"satu": usul(pemeran.ratna, pemeran.kadis), "alasan": ""})
    assert "Isi alasan" in tanpa.content.decode()
    assert not AtasanKhusus.objects.filter(mulai=HARI).exists()


def test_queries_do_not_grow_with_the_people(pemeran, masuk, tujuan, django_assert_max_num_queries):
    klien = masuk(pemeran.pengelola_instansi)
    klien.get(tujuan)
    with django_assert_max_num_queries(40) as sedikit:
        klien.get(tujuan)
    tempat = Penempatan.objects.get(pegawai=pemeran.ratna)
    for n in range(30):
        orang = Pegawai.objects.create(
            nip=f"19850312201101{2}{n:03d}", nama=f"Anggota {n:02d}", jenis="pns", jenis_kelamin="P"
        )
        Penempatan.objects.create(
            pegawai=orang, unit=tempat.unit, jabatan=tempat.jabatan, mulai=HARI - timedelta(9)
        )
    segarkan()
    with django_assert_max_num_queries(len(sedikit)):
        isi = klien.get(tujuan).content.decode()
    assert isi.count('name="satu"') == 25
    assert 'rel="next"' in isi
