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


def test_a_form_address_opened_by_hand_says_where_to_go_on(masuk, pemeran):
    jawaban = masuk(pemeran.ratna).get("/tema/")
    assert (jawaban.status_code, jawaban["Allow"]) == (405, "POST")
    assert "Alamat ini hanya untuk mengirim formulir" in jawaban.content.decode()
    assert "Ke beranda" in jawaban.content.decode()


def test_a_method_that_no_person_uses_gets_no_page(masuk, pemeran):
    jawaban = masuk(pemeran.ratna).put("/tema/")
    assert (jawaban.status_code, jawaban.content) == (405, b"")
