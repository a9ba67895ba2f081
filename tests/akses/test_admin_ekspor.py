"""“Ekspor daftar ini”: as filtered, within the scope, only what he may read, logged; never a stranger's row."""

import csv
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from akses.models import CatatanEkspor
from inti import ekspor_alir
from pegawai.models import Pegawai, Penempatan
from penilaian.models import EvaluasiPeriodik
from tests.admin.bantuan import alamat, isi_acuan, isi_lanjut, isi_semua
from tests.admin.test_lingkup import AS, AU, LIHAT, PI, PO, SEMUA
from tests.akses.bahan_pribadi import bocor, tanam

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
NIK = "3173055003870001"


@pytest.fixture
def semua(pemeran, buat_skp, siklus):
    tanam(pemeran)
    awal = isi_semua(pemeran.ratna, pemeran.kabid, buat_skp(pemeran.ratna)) | isi_acuan(siklus)
    return awal | isi_lanjut(pemeran, siklus, awal[EvaluasiPeriodik])


def _csv(klien, model, kueri=""):
    jawaban = klien.post(f"{alamat(model, 'ekspor')}{kueri}", {"format": "csv"})
    assert jawaban.status_code == 200, (model, jawaban.status_code)
    teks = b"".join(jawaban.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(teks, newline=""), delimiter=";"))


@pytest.mark.parametrize("nama", sorted(SEMUA))
def test_every_list_for_every_role_gives_only_rows_of_the_scope(nama, pemeran, masuk, semua):
    klien, ratna, cast = masuk(getattr(pemeran, nama)), pemeran.ratna, [n for n, _p in pemeran.items()]
    for model, (daftar, rinci) in LIHAT.items():
        if nama not in daftar:
            assert klien.post(alamat(model, "ekspor"), {"format": "csv"}).status_code == 403, model
            continue
        isi = "\n".join(";".join(b) for b in _csv(klien, model))
        ke = f"admin:{model._meta.app_label}_{model._meta.model_name}_ekspor"
        assert bocor(nama, ke, isi, cast) == [], model
        if nama not in rinci:
            assert ratna.nip not in isi, model
            assert ratna.nama not in isi, model
        elif model in (Pegawai, Penempatan, EvaluasiPeriodik):
            assert ratna.nip in isi, model


def test_private_columns_only_for_whoever_keeps_the_records(pemeran, masuk):
    """An auditor reads them of one person at a time, and is written down for each: data_pribadi.csv."""
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(nik=NIK, alamat="Jl. Rahasia 1", nomor_hp="0812")
    for nama in (PI, PO):
        isi = _csv(masuk(getattr(pemeran, nama)), Pegawai)
        baris = next(b for b in isi if pemeran.ratna.nip in b[0])
        assert f"'{NIK}" in baris
        assert "Jl. Rahasia 1" in baris
    for nama in (AS, AU):
        isi = _csv(masuk(getattr(pemeran, nama)), Pegawai)
        assert "NIK" not in isi[0]
        assert not any("Rahasia" in sel for baris in isi for sel in baris)


def test_the_file_is_the_list_as_filtered_searched_and_sorted(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    satu = _csv(klien, Pegawai, f"?q={pemeran.ratna.nip}&p=3")
    assert [b[0] for b in satu[1:]] == [f"'{pemeran.ratna.nip}"]
    nama = list(Pegawai.objects.order_by("nama", "id").values_list("nip", flat=True))
    assert [b[0].removeprefix("'") for b in _csv(klien, Pegawai)[1:]] == [n or "" for n in nama]
    pppk = _csv(klien, Pegawai, "?jenis=pppk")
    assert len(pppk) == 1 + Pegawai.objects.filter(jenis="pppk").count()


def test_who_took_what_along_is_noted(pemeran, masuk):
    klien = masuk(pemeran.pengelola_opd)
    baris = _csv(klien, Pegawai, "?jenis=pns")
    satu = CatatanEkspor.objects.get()
    assert (satu.akun.pegawai, satu.daftar, satu.saringan) == (
        pemeran.pengelola_opd, "pegawai.pegawai", "jenis=pns",
    )  # fmt: skip
    assert satu.jumlah == len(baris) - 1
    assert satu.selesai
    assert satu.berkas.startswith("pegawai-20")


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
@pytest.mark.parametrize("model", [Pegawai, Penempatan])
def test_names_that_are_formulas_and_long_numbers_stay_text(format_, model, pemeran, masuk):
    Pegawai.objects.filter(pk=pemeran.ratna.pk).update(nama="=HYPERLINK(1)")
    klien = masuk(pemeran.pengelola_instansi)
    if format_ == "csv":
        sel = [s for b in _csv(klien, model) for s in b]
        assert f"'{pemeran.ratna.nip}" in sel
    else:
        jawaban = klien.post(alamat(model, "ekspor"), {"format": "xlsx"})
        lembar = openpyxl.load_workbook(io.BytesIO(b"".join(jawaban.streaming_content))).active
        sel = [s.value for b in lembar.iter_rows() for s in b]
        assert pemeran.ratna.nip in sel
    assert not any(str(s).startswith("=") for s in sel)
    assert any("'=HYPERLINK(1)" in str(s) for s in sel)


@pytest.mark.parametrize("model", [Pegawai, Penempatan, EvaluasiPeriodik])
def test_the_number_of_queries_does_not_grow_with_the_rows(model, pemeran, masuk, buat_skp, siklus):
    for orang in (pemeran.ratna, pemeran.sari, pemeran.rudi):
        skp = buat_skp(orang)
        EvaluasiPeriodik.objects.create(
            skp=skp,
            periode=siklus.periode.get(nomor=1),
            pegawai=orang,
            unit=skp.unit,
            penilai_id=skp.penilai_id,
        )
    klien, banyak = masuk(pemeran.pengelola_instansi), []
    for kueri in (f"?q={pemeran.ratna.nip}", "?q=19"):
        _csv(klien, model, kueri)
        with CaptureQueriesContext(
            connection,
        ) as perintah:
            baris = _csv(klien, model, kueri)
        banyak.append((len(baris), len(perintah)))
    assert banyak[0][0] < banyak[1][0]
    assert banyak[0][1] == banyak[1][1]


def test_a_list_too_long_for_a_sheet_offers_csv(pemeran, masuk, monkeypatch):
    monkeypatch.setattr(ekspor_alir, "XLSX_MAKS", 2)
    klien = masuk(pemeran.pengelola_instansi)
    jawaban = klien.post(f"{alamat(Pegawai, 'ekspor')}?jenis=pns", {"format": "xlsx"}, follow=True)
    assert jawaban.redirect_chain[0][0] == f"{alamat(Pegawai, 'changelist')}?jenis=pns"
    assert "Pilih CSV" in jawaban.content.decode()
    assert not CatatanEkspor.objects.exists()
    assert len(_csv(klien, Pegawai)) > 3


def test_pages_are_left_to_others_while_exports_run(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    terbuka = [klien.post(alamat(Pegawai, "ekspor"), {"format": "csv"}) for _ in range(ekspor_alir.BERSAMAAN)]
    jawaban = klien.post(alamat(Pegawai, "ekspor"), {"format": "csv"}, follow=True)
    assert "Ekspor lain sedang berjalan" in jawaban.content.decode()
    for satu in terbuka:
        b"".join(satu.streaming_content)
    assert len(_csv(klien, Pegawai)) > 1
    assert CatatanEkspor.objects.filter(jumlah__isnull=False).count() == ekspor_alir.BERSAMAAN + 1


def test_looking_at_the_address_exports_nothing_and_nonsense_goes_back_to_the_list(pemeran, masuk):
    klien = masuk(pemeran.pengelola_instansi)
    assert klien.get(alamat(Pegawai, "ekspor")).status_code == 405
    jawaban = klien.post(f"{alamat(Pegawai, 'ekspor')}?nip__gte=1", {"format": "csv"})
    assert jawaban.status_code in (302, 400)
    assert not CatatanEkspor.objects.exists()
