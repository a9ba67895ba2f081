"""The team page with evaluations."""

from tests.penilaian.conftest import alamat

BATAS_KUERI = 15


def test_the_team_page_shows_where_each_evaluation_is(penilai, diajukan, pemeran, masuk):
    isi = penilai.get("/tim/").content.decode()
    assert "0 dari 1 selesai" in isi
    assert alamat(diajukan) in isi
    assert "Menunggu penilaian atasan" in isi
    assert masuk(pemeran.sari).get("/tim/").status_code == 200


def test_the_team_of_somebody_below_shows_results_but_no_queue(evaluasi, masuk, pemeran):
    isi = masuk(pemeran.kadis).get(f"/tim/?penilai={pemeran.kabid.pk}").content.decode()
    assert "Menunggu penilaian diri" in isi
    assert "Buka antrean" not in isi
    assert alamat(evaluasi, "hasil") in isi


def test_the_team_page_takes_a_fixed_number_of_queries(
    penilai, banyak_anggota, django_assert_max_num_queries
):
    """Thirty-two members, each with an evaluation of the quarter."""
    with django_assert_max_num_queries(BATAS_KUERI):
        assert "0 dari 32 selesai" in penilai.get("/tim/").content.decode()
