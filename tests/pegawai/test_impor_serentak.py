"""Two imports at once, with real connections: one goes on, the other is told so; nothing is half written."""

import threading
from uuid import UUID

import pytest
from django.db import connection, connections, transaction

from akses.impor import impor as impor_tercatat
from inti import impor as kernel
from inti.berkas_tabel import BerkasDitolak
from inti.impor_batal import BatalDitolak, batalkan
from inti.impor_jenis import JENIS
from pegawai.impor import impor_pegawai
from pegawai.impor.penempatan import PengimporPenempatan
from pegawai.models import Pegawai, Penempatan
from tests.pegawai.berkas_uji import BENAR, KEDUA, csv_dari
from tests.pegawai.test_impor import BUAT_UNIT

BARIS = [BENAR | {"INSTANSI KERJA NAMA": "Pemerintah Kabupaten Asri Mulya"}, KEDUA]


def impor():
    return impor_pegawai(isi=csv_dari(*BARIS), nama="x.csv", pilihan=BUAT_UNIT, oleh=None)


@pytest.mark.django_db(transaction=True)
def test_a_second_import_at_the_same_time_is_refused_with_a_sentence():
    pesan = []

    def kedua():
        try:
            impor()
        except BerkasDitolak as e:
            pesan.append(str(e))
        finally:
            connections.close_all()

    with transaction.atomic():
        assert impor()["hasil"] == "diimpor"  # not committed yet
        utas = threading.Thread(target=kedua)
        utas.start()
        utas.join(timeout=20)
    assert pesan == ["Impor lain sedang berjalan. Tunggu sampai selesai, lalu uji berkas ini lagi."]
    assert Pegawai.objects.count() == 2
    assert impor()["jumlah"]["tetap"] == 2


@pytest.mark.django_db(transaction=True)
def test_an_import_whose_connection_dies_leaves_nothing():
    def mati():
        with connections["default"].cursor() as kursor:
            kursor.execute("SELECT pg_backend_pid()")
            pid = kursor.fetchone()[0]
        pembunuh = connection.copy()
        with pembunuh.cursor() as kursor:
            kursor.execute("SELECT pg_terminate_backend(%s)", [pid])
        pembunuh.close()

    with pytest.raises(BerkasDitolak, match="tidak ada yang tertulis"):
        impor_pegawai(
            isi=csv_dari(*BARIS),
            nama="x.csv",
            pilihan=BUAT_UNIT,
            oleh=None,
            sesudah=lambda: (mati(), Pegawai.objects.count()),
        )
    connection.close()
    assert Pegawai.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_another_kind_that_writes_the_same_table_waits_and_is_then_told(monkeypatch):
    """Placements while people are imported: nothing can slip between its checks and its writes."""
    monkeypatch.setattr(kernel, "SABAR_DETIK", 1)
    pesan = []

    def kedua():
        baris = {"NIP": KEDUA["NIP BARU"], "TMT": "01-01-2020", "UNIT KERJA": "X", "JABATAN": "X"}
        try:
            kernel.impor(PengimporPenempatan(), csv_dari(baris), "y.csv")
        except BerkasDitolak as e:
            pesan.append(str(e))
        finally:
            connections.close_all()

    with transaction.atomic():
        assert impor()["hasil"] == "diimpor"  # not committed yet
        utas = threading.Thread(target=kedua)
        utas.start()
        utas.join(timeout=20)
    assert [p[:41] for p in pesan] == ["Data sedang diubah oleh proses lain sehin"]
    assert Penempatan.objects.count() == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("tabel", ["pegawai_penempatan", "sasaran_periode"])
def test_an_import_is_not_taken_back_while_others_write(monkeypatch, tabel):
    """What they write would be lost, or days would be settled, between its checks and its writes."""
    monkeypatch.setattr(kernel, "SABAR_DETIK", 1)
    laporan = impor_tercatat(
        jenis="pegawai", sumber=csv_dari(*BARIS), nama="x.csv", pilihan={"buat_unit": True, "buat_jabatan": True},
        oleh=None,
    )  # fmt: skip
    jenis, pesan = JENIS["pegawai"], []

    def batal():
        try:
            batalkan(konteks=UUID(laporan["konteks"]), model=jenis.model, sebelum=jenis.sebelum_batal)
        except BatalDitolak as e:
            pesan.append(str(e))
        finally:
            connections.close_all()

    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(f"LOCK TABLE {tabel} IN ROW EXCLUSIVE MODE")  # as every writer does
        utas = threading.Thread(target=batal)
        utas.start()
        utas.join(timeout=20)
    assert pesan == ["Data sedang diubah oleh proses lain. Ulangi beberapa saat lagi."]
    assert Penempatan.objects.count() == 2
    batal()
    assert (pesan[1:], Penempatan.objects.count()) == ([], 0)
