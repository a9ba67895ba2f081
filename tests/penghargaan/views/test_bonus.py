"""Pages of the bonus: runs by the right people, my amount with every step, files that run nothing."""

import csv
import io

import openpyxl
import pytest

from pegawai.models import Pegawai, UnitKerja
from penghargaan.models import BarisBonus, PerhitunganBonus
from penghargaan.services.bonus import ekspor, periksa, setujui, token_versi
from tests.penghargaan.bahan import draf_bonus, kebijakan_bonus, periode_tutup


@pytest.fixture
def diekspor(pemeran, siklus, pemeriksa):
    """Ratna's name would be a formula in a spreadsheet."""
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(nama="=1+1")
    satu = draf_bonus(pemeran, siklus)
    periksa(perhitungan=satu, oleh=pemeriksa, versi=token_versi(satu.dihitung_pada))
    setujui(perhitungan=satu, oleh=pemeran.pimpinan)
    return ekspor(perhitungan=satu, oleh=pemeran.pengelola_instansi)


def test_a_run_is_drafted_checked_and_approved_through_the_pages(pemeran, siklus, masuk, pemeriksa):
    kebijakan_bonus()
    periode = periode_tutup(siklus)
    pi, lain, pm = masuk(pemeran.pengelola_instansi), masuk(pemeriksa), masuk(pemeran.pimpinan)
    isi = {"periode": periode.pk, "unit": UnitKerja.objects.get(depth=1).pk}
    alamat = "/penghargaan/bonus/perhitungan/baru/"
    assert pi.post(alamat, isi | {"anggaran": "1.5"}).status_code == 422
    jawaban = pi.post(alamat, isi | {"anggaran": "1.000.000"})
    satu = PerhitunganBonus.objects.get()
    assert jawaban["Location"] == f"/penghargaan/bonus/perhitungan/{satu.pk}/"
    versi = {"versi": token_versi(satu.dihitung_pada)}
    assert pi.post(f"{jawaban['Location']}periksa/", versi).status_code == 409
    assert lain.post(f"{jawaban['Location']}periksa/", {"versi": "lama"}).status_code == 409
    assert lain.post(f"{jawaban['Location']}periksa/", versi).status_code == 302
    assert pm.post(f"{jawaban['Location']}putuskan/", {"aksi": "kembalikan"}).status_code == 422
    assert pm.post(f"{jawaban['Location']}putuskan/", {"aksi": "setujui"}).status_code == 302
    assert pm.get(f"{jawaban['Location']}berkas/").status_code == 404
    assert pi.post(f"{jawaban['Location']}ekspor/").status_code == 302
    assert pm.get(f"{jawaban['Location']}berkas/").status_code == 200


def test_the_amount_can_be_computed_again_from_its_page(diekspor, pemeran, masuk):
    baris = BarisBonus.objects.get(pegawai=pemeran.ratna)
    isi = masuk(pemeran.ratna).get(f"/penghargaan/bonus/{baris.pk}/").content.decode()
    for bagian in ("Kelas 7: Rp 3.854.725", "60 % dari jumlah dasar", "2.312.835", "hasilnya sama"):
        assert bagian in isi
    assert masuk(pemeran.sari).get(f"/penghargaan/bonus/{baris.pk}/").status_code == 404


def test_files_hold_text_nips_and_no_formula(diekspor, pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    alamat = f"/penghargaan/bonus/perhitungan/{diekspor.pk}/berkas/"
    lembar = openpyxl.load_workbook(io.BytesIO(b"".join(klien.get(alamat).streaming_content))).active
    sel = {b[0].value: b for b in lembar.iter_rows()}
    nip = pemeran.ratna.nip
    assert (sel[nip][0].data_type, sel[nip][1].value, sel[nip][10].value) == ("s", "'=1+1", 2312835)
    teks = b"".join(klien.get(f"{alamat}?format=csv").streaming_content).decode("utf-8-sig")
    baris = {b[0]: b for b in csv.reader(io.StringIO(teks), delimiter=";")}
    assert (baris[f"'{nip}"][1], baris[f"'{nip}"][10]) == ("'=1+1", "2312835")


def test_pages_ask_a_fixed_number_of_queries(diekspor, pemeran, masuk, django_assert_max_num_queries):
    klien = masuk(pemeran.pengelola_instansi)
    for alamat in ("/penghargaan/bonus/perhitungan/", f"/penghargaan/bonus/perhitungan/{diekspor.pk}/"):
        with django_assert_max_num_queries(15):
            assert klien.get(alamat).status_code == 200
