"""What is decided before a view is asked."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "alamat",
    [
        "/tim/?status=%00",
        "/laporan/?sesudah=%00",
        "/admin/pegawai/pegawai/?unit=%00",
        "/admin/pegawai/pegawai/?q=a%00",
        "/sandi/baru/x-%00/",
    ],
)
def test_an_address_with_a_nul_character_is_refused(masuk, pemeran, alamat):
    assert masuk(pemeran.pengelola_instansi).get(alamat).status_code == 400
