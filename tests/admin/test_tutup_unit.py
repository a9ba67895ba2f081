"""The page that closes a unit × the roles of the admin; closed units are no choice any more."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pegawai.models import Penempatan, UnitKerja

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
HARI = timezone.localdate()


def unit(awal):
    return UnitKerja.objects.get(nama__startswith=awal)


def alamat():
    return reverse("admin:pegawai_unitkerja_tutup", args=[unit("Bidang").pk])


def pilihan(klien, kata):
    parameter = {"app_label": "pegawai", "model_name": "penempatan", "field_name": "unit", "term": kata}
    return [t["text"] for t in klien.get(reverse("admin:autocomplete"), parameter).json()["results"]]


@pytest.mark.parametrize(
    ("peran", "status"),
    [
        ("pengelola_instansi", 200), ("pengelola_opd", 403), ("pengelola_opd_lain", 404), ("auditor", 403),
        ("kabid", 302),
    ],
)  # fmt: skip
def test_who_may_close_a_unit(peran, status, pemeran, masuk):
    klien = masuk(getattr(pemeran, peran))
    assert klien.get(alamat()).status_code == status
    assert klien.post(alamat(), {"ditutup": HARI.isoformat(), "dasar": "x"}).status_code == status


def test_who_is_in_the_way_is_moved_then_it_closes_and_is_no_choice_any_more(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    isi = {"ditutup": HARI.isoformat(), "dasar": "Perbup 9"}
    teks = klien.post(alamat(), isi).content.decode()
    assert "Masih ada pegawai" in teks
    assert reverse("admin:pegawai_pegawai_mutasi", args=[pemeran.ratna.pk]) in teks
    jawab = klien.post(
        alamat(), isi | {"aksi": "pindahkan", "tujuan": unit("Dinas Kependudukan").pk}, follow=True
    )
    assert "3 pegawai dipindahkan" in jawab.content.decode()
    assert "Tidak ada yang menghalangi" in jawab.content.decode()
    assert pilihan(klien, "Pencatatan Sipil") != []
    assert klien.post(alamat(), isi).status_code == 302
    assert "Bidang Pencatatan Sipil" not in pilihan(klien, "Pencatatan Sipil")
    pohon = reverse("admin:pegawai_unitkerja_pohon")
    dinas = {"buka": unit("Dinas Kependudukan").path}
    assert "Bidang Pencatatan" not in klien.get(pohon, dinas).content.decode()
    assert "Bidang Pencatatan" in klien.get(pohon, dinas | {"tutup": "ya"}).content.decode()
    lama = klien.get(reverse("admin:pegawai_penempatan_changelist"), {"q": pemeran.ratna.nip})
    assert "Bidang Pencatatan Sipil" in lama.content.decode()
    klien.post(alamat(), {"aksi": "buka", "dasar": "Keliru"})
    assert unit("Bidang").ditutup is None


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"aksi": "pindahkan", "dasar": "x"}, "tujuan"),
        ({"aksi": "pindahkan", "tujuan": "bukan", "ditutup": "2030-01-01", "dasar": "x"}, "tujuan"),
        ({"aksi": "tutup", "ditutup": "bukan", "dasar": ""}, "ditutup"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(isi, pesan, pemeran, masuk):
    jawab = masuk(pemeran.pengelola_instansi).post(alamat(), isi)
    assert pesan in jawab.context["isi" if isi["aksi"] == "pindahkan" else "form"].errors


def test_opening_again_needs_a_reason(pemeran, masuk):
    Penempatan.objects.filter(unit=unit("Bidang")).update(selesai=HARI - timedelta(days=1))
    klien = masuk(pemeran.pengelola_instansi)
    klien.post(alamat(), {"ditutup": HARI.isoformat(), "dasar": "x"})
    klien.post(alamat(), {"aksi": "buka", "dasar": ""})
    assert unit("Bidang").ditutup == HARI
