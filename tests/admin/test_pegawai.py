"""What HR does with people: NIP, placements, assessors, accounts, and the limits of the scope."""

from datetime import date

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse

from akses.models import Akun
from pegawai.models import AtasanKhusus, Jabatan, Pegawai, Penempatan, UnitKerja
from pegawai.services.atasan import segarkan
from tests.admin.bantuan import alamat

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
NIP = "199003152015042001"  # 15-03-1990, April 2015, a woman


KOSONG = (
    "gelar_depan gelar_belakang tempat_lahir golongan tmt_golongan tmt_cpns tmt_pns pendidikan tahun_lulus "
    "email_gov nip_lama karpeg nik npwp alamat nomor_hp email agama status_kawin"
)


def isian(unit, jabatan, **lain):
    kosong = dict.fromkeys(KOSONG.split(), "")
    return {
        **kosong, "nip": NIP, "nama": "Putri Lestari", "jenis": "pns", "jenis_kelamin": "P",
        "tanggal_lahir": "15-03-1990", "kedudukan_hukum": "01",
        "penempatan-TOTAL_FORMS": "1", "penempatan-INITIAL_FORMS": "0",
        "penempatan-0-unit": str(unit.pk), "penempatan-0-jabatan": str(jabatan.pk),
        "penempatan-0-jenis": "definitif", "penempatan-0-mulai": "01-02-2024", "penempatan-0-selesai": "",
        "penempatan-0-dasar": "", "atasan_khusus-TOTAL_FORMS": "0", "atasan_khusus-INITIAL_FORMS": "0",
        "keadaan-TOTAL_FORMS": "0", "keadaan-INITIAL_FORMS": "0",
        "riwayat_pangkat-TOTAL_FORMS": "0", "riwayat_pangkat-INITIAL_FORMS": "0",
    } | lain  # fmt: skip


@pytest.fixture
def unit(pemeran):
    return {
        nama: UnitKerja.objects.get(pk=getattr(pemeran, nama).penempatan.get().unit_id)
        for nama in ("ratna", "rudi")
    }


@pytest.fixture
def jabatan(pemeran):
    return Jabatan.objects.get(nama="Analis Kependudukan")


def galat(jawab):
    form = jawab.context["adminform"].form
    baris = [e for f in jawab.context["inline_admin_formsets"] for e in f.formset.errors]
    umum = [f.formset.non_form_errors() for f in jawab.context["inline_admin_formsets"]]
    return f"{form.errors} {baris} {umum}"


def test_a_new_person_is_in_the_scope_and_has_an_assessor_at_once(pemeran, masuk, unit, jabatan):
    klien = masuk(pemeran.pengelola_opd)
    jawab = klien.post(alamat(Pegawai, "add"), isian(unit["ratna"], jabatan))
    assert jawab.status_code == 302, galat(jawab)
    baru = Pegawai.objects.get(nip=NIP)
    assert baru.atasan.penilai == pemeran.kabid
    assert klien.get(alamat(Pegawai, "change", baru.pk)).status_code == 200


def test_hr_of_one_department_places_nobody_in_another(pemeran, masuk, unit, jabatan):
    jawab = masuk(pemeran.pengelola_opd).post(alamat(Pegawai, "add"), isian(unit["rudi"], jabatan))
    assert jawab.status_code == 200
    assert "unit" in galat(jawab)
    assert not Pegawai.objects.filter(nip=NIP).exists()


def test_a_forged_row_of_another_department_changes_nothing(pemeran, masuk, unit, jabatan):
    asing = pemeran.rudi.penempatan.get()
    kiriman = isian(unit["ratna"], jabatan, nip=pemeran.ratna.nip, tanggal_lahir="12-03-1985", nama="Ratna") | {
        "penempatan-INITIAL_FORMS": "1", "penempatan-0-id": str(asing.pk),
        "penempatan-0-pegawai": str(pemeran.ratna.pk),
    }  # fmt: skip
    jawab = masuk(pemeran.pengelola_opd).post(alamat(Pegawai, "change", pemeran.ratna.pk), kiriman)
    assert jawab.status_code == 200
    asing.refresh_from_db()
    assert asing.unit == unit["rudi"]


def test_a_person_of_another_department_is_not_found(pemeran, masuk, unit, jabatan):
    jawab = masuk(pemeran.pengelola_opd).post(
        alamat(Pegawai, "change", pemeran.rudi.pk), isian(unit["ratna"], jabatan)
    )
    assert jawab.status_code == 404


@pytest.mark.parametrize(
    ("lain", "kalimat"),
    [
        ({"nip": "123"}, "NIP harus 18 angka"),
        ({"nip": ""}, "NIP wajib diisi untuk ASN"),
        ({"tanggal_lahir": "16-03-1990"}, "menurut NIP (digit 1-8) 15-03-1990"),
        ({"jenis_kelamin": "L"}, "menurut NIP (digit 15) perempuan"),
        ({"jenis": "pppk"}, "menurut NIP (digit 13-14) PNS"),
        ({"penempatan-0-mulai": "kapan"}, "mulai"),
        ({"penempatan-0-selesai": "01-01-2020"}, "selesai"),
        ({"penempatan-TOTAL_FORMS": "0"}, "Isi penempatan pertama"),
        ({"penempatan-0-unit": "bukan"}, "unit"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(lain, kalimat, pemeran, masuk, unit, jabatan):
    jawab = masuk(pemeran.pengelola_instansi).post(
        alamat(Pegawai, "add"), isian(unit["ratna"], jabatan, **lain)
    )
    assert jawab.status_code == 200
    assert kalimat in galat(jawab)


def pindah(pemeran, unit, jabatan, selesai, mulai):
    lama = pemeran.ratna.penempatan.get(unit=unit["ratna"])
    return isian(unit["ratna"], jabatan, nip=pemeran.ratna.nip, tanggal_lahir="12-03-1985", nama="Ratna") | {
        "penempatan-TOTAL_FORMS": "2", "penempatan-INITIAL_FORMS": "1", "penempatan-0-id": str(lama.pk),
        "penempatan-0-pegawai": str(pemeran.ratna.pk), "penempatan-0-unit": str(lama.unit_id),
        "penempatan-0-jabatan": str(lama.jabatan_id), "penempatan-0-mulai": "01-01-2021",
        "penempatan-0-selesai": selesai, "penempatan-1-unit": str(unit["rudi"].pk),
        "penempatan-1-jabatan": str(jabatan.pk), "penempatan-1-jenis": "definitif", "penempatan-1-mulai": mulai,
        "penempatan-1-selesai": "", "penempatan-1-dasar": "SK 9",
    }  # fmt: skip


def test_a_move_ends_one_placement_and_begins_the_next_in_one_go(pemeran, masuk, unit, jabatan):
    kiriman = pindah(pemeran, unit, jabatan, "31-01-2024", "01-02-2024")
    jawab = masuk(pemeran.pengelola_instansi).post(alamat(Pegawai, "change", pemeran.ratna.pk), kiriman)
    assert jawab.status_code == 302, galat(jawab)
    assert Pegawai.objects.get(pk=pemeran.ratna.pk).atasan.penilai == pemeran.kadis_lain


def test_two_definitive_placements_at_a_time_are_refused_with_a_sentence(pemeran, masuk, unit, jabatan):
    kiriman = pindah(pemeran, unit, jabatan, "", "01-02-2024")
    jawab = masuk(pemeran.pengelola_instansi).post(alamat(Pegawai, "change", pemeran.ratna.pk), kiriman)
    assert jawab.status_code == 200
    assert "sudah memiliki penempatan definitif" in galat(jawab)
    assert Penempatan.objects.filter(pegawai=pemeran.ratna).count() == 1


def test_a_placement_outside_the_scope_still_counts(pemeran, masuk, unit, jabatan):
    """HR of the department does not see the old place elsewhere, and yet cannot contradict it."""
    Penempatan.objects.filter(pegawai=pemeran.ratna).update(mulai=date(2024, 1, 1))
    Penempatan.objects.create(
        pegawai=pemeran.ratna,
        unit=unit["rudi"],
        jabatan=jabatan,
        mulai=date(2021, 1, 1),
        selesai=date(2023, 12, 31),
    )
    segarkan()
    kiriman = pindah(pemeran, unit, jabatan, "", "01-02-2023") | {
        "penempatan-0-mulai": "01-01-2024", "penempatan-1-unit": str(unit["ratna"].pk),
        "penempatan-1-selesai": "01-05-2023",
    }  # fmt: skip
    jawab = masuk(pemeran.pengelola_opd).post(alamat(Pegawai, "change", pemeran.ratna.pk), kiriman)
    assert jawab.status_code == 200
    assert "sudah memiliki penempatan definitif" in galat(jawab)


def test_a_unit_has_one_definitive_head(pemeran, masuk, unit, jabatan):
    kiriman = isian(unit["ratna"], jabatan) | {"penempatan-0-kepala": "on"}
    jawab = masuk(pemeran.pengelola_instansi).post(alamat(Pegawai, "add"), kiriman)
    assert jawab.status_code == 200
    assert "sudah memiliki kepala definitif" in galat(jawab)


def test_an_override_of_the_assessor_works_at_once(pemeran, masuk):
    kiriman = {
        "pegawai": str(pemeran.ratna.pk), "penilai": str(pemeran.kadis.pk), "mulai": "01-01-2026",
        "selesai": "", "dasar": "SK 3",
    }  # fmt: skip
    klien = masuk(pemeran.pengelola_opd)
    assert klien.post(alamat(AtasanKhusus, "add"), kiriman).status_code == 302
    assert Pegawai.objects.get(pk=pemeran.ratna.pk).atasan.penilai == pemeran.kadis
    kedua = klien.post(alamat(AtasanKhusus, "add"), kiriman)
    assert "Sudah ada penetapan lain" in str(kedua.context["adminform"].form.errors)
    asing = klien.post(alamat(AtasanKhusus, "add"), kiriman | {"pegawai": str(pemeran.rudi.pk)})
    assert "pegawai" in asing.context["adminform"].form.errors
    diri = klien.post(alamat(AtasanKhusus, "add"), kiriman | {"penilai": str(pemeran.ratna.pk)})
    assert "tidak dapat menilai dirinya sendiri" in str(diri.context["adminform"].form.errors)
    satu = AtasanKhusus.objects.get()
    assert klien.post(alamat(AtasanKhusus, "delete", satu.pk), {"post": "yes"}).status_code == 302
    assert Pegawai.objects.get(pk=pemeran.ratna.pk).atasan.penilai == pemeran.kabid


def aksi(klien, nama, *orang, **lain):
    kiriman = {"action": nama, "index": "0", ACTION_CHECKBOX_NAME: [str(o.pk) for o in orang], **lain}
    return klien.post(alamat(Pegawai, "changelist"), kiriman)


def test_a_temporary_password_is_shown_once_and_must_be_replaced(pemeran, masuk, client):
    klien = masuk(pemeran.admin_sistem)
    tanya = aksi(klien, "atur_ulang_sandi", pemeran.ratna)
    assert "Sandi lama langsung tidak berlaku" in tanya.content.decode()
    assert Akun.objects.get(pegawai=pemeran.ratna).check_password("kinerja-demo-uji")
    jawab = aksi(klien, "atur_ulang_sandi", pemeran.ratna, setuju="ya")
    [(akun, sandi)] = jawab.context["baris"]
    assert "no-store" in jawab["Cache-Control"]
    akun.refresh_from_db()
    assert akun.check_password(sandi)
    assert akun.wajib_ganti_sandi
    assert client.login(username=akun.username, password=sandi)
    assert client.get("/")["Location"] == reverse("sandi_awal")


def test_accounts_are_made_for_those_without_one(pemeran, masuk):
    baru = Pegawai.objects.create(nip=NIP, nama="Putri", jenis="pns", jenis_kelamin="P")
    klien = masuk(pemeran.pengelola_instansi)
    aksi(klien, "buat_akun", baru, pemeran.ratna)
    assert not Akun.objects.filter(pegawai=baru).exists()
    aksi(klien, "buat_akun", baru, pemeran.ratna, setuju="ya")
    assert Akun.objects.get(pegawai=baru).username == NIP


@pytest.mark.parametrize("nama", ["pengelola_opd", "auditor"])
def test_accounts_are_not_for_everybody(nama, pemeran, masuk):
    aksi(masuk(getattr(pemeran, nama)), "atur_ulang_sandi", pemeran.ratna, setuju="ya")
    assert Akun.objects.get(pegawai=pemeran.ratna).check_password("kinerja-demo-uji")


def test_private_data_only_for_those_who_may_read_it(pemeran, masuk):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(nik="3271999988887777")
    for nama, boleh in (("pengelola_opd", True), ("auditor", True), ("admin_sistem", False)):
        isi = masuk(getattr(pemeran, nama)).get(alamat(Pegawai, "change", pemeran.ratna.pk)).content.decode()
        assert ("3271999988887777" in isi) is boleh, nama


@pytest.mark.parametrize("nama", ["pengelola_instansi", "pengelola_opd", "auditor"])
def test_the_list_of_people_takes_the_same_queries_for_5_and_50(
    nama, pemeran, masuk, unit, jabatan, django_assert_max_num_queries
):
    klien = masuk(getattr(pemeran, nama))
    hitungan = []
    for banyak in (5, 50):
        for n in range(banyak):
            orang = Pegawai.objects.create(
                nip=f"19900315201504{banyak // 50 + 1}{n:03d}",
                nama=f"Orang {banyak} {n}",
                jenis="pns",
                jenis_kelamin="P",
            )
            Penempatan.objects.create(
                pegawai=orang, unit=unit["ratna"], jabatan=jabatan, mulai=date(2024, 1, 1)
            )
        segarkan()
        with django_assert_max_num_queries(12) as catatan:
            assert klien.get(alamat(Pegawai, "changelist")).status_code == 200
        hitungan.append(len(catatan))
    assert hitungan[0] == hitungan[1]
    assert not any(
        "COUNT(" in q["sql"].upper() and "pegawai_pegawai" in q["sql"] for q in catatan.captured_queries
    )


def test_search_by_the_beginning_of_the_nip_and_by_parts_of_the_name(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    for kata in ("ulan ratn", "RATNA", pemeran.ratna.nip, f"{pemeran.ratna.nip[:8]} {pemeran.ratna.nip[8:]}"):
        isi = klien.get(alamat(Pegawai, "changelist"), {"q": kata}).content.decode()
        assert "Ratna Wulandari" in isi, kata
        assert "Rudi Hartono" not in isi
