"""A file with every mistake of placements: each is told at its cell in its own sentence, nothing else."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inti import impor as kernel
from inti.berkas_tabel import BerkasDitolak
from inti.impor_kalimat import pesan
from pegawai.enums import JenisUnit
from pegawai.impor.ketetapan import Ketetapan
from pegawai.impor.penempatan import PengimporPenempatan
from pegawai.impor.penempatan_kolom import KALIMAT, KOLOM
from pegawai.models import Jabatan, Pegawai, Penempatan, UnitKerja
from tests.pegawai.berkas_uji import csv_dari, xlsx_dari
from tests.pegawai.impor.kesalahan_penempatan import KESALAHAN
from tests.pegawai.impor.test_kesalahan import SEL

pytestmark = pytest.mark.django_db
BENAR = {
    "NIP BARU": "", "PNS ID": "", "UNOR ID": "", "UNOR NAMA": "Dinas Perhubungan", "SATUAN KERJA INDUK NAMA": "",
    "JABATAN ID": "", "JABATAN NAMA": "Pengadministrasi Perkantoran", "JENIS JABATAN": "", "JENJANG": "",
    "ESELON": "", "JENIS PENEMPATAN": "", "MEMIMPIN UNIT": "", "TMT JABATAN": "01-11-2026", "SELESAI": "",
    "SK NOMOR": "821.2/1",
}  # fmt: skip
BERNAMA = ("BERAKHIR", "SATU", "DUA", "TANPA", "NANTI", "TETAP1", "TETAP2", "TETAP3")
TETAP = Ketetapan(
    "SELECT o.id AS pegawai_id, DATE '2026-07-01' AS mulai, DATE '2026-09-30' AS selesai, 'Triwulan III 2026' AS nama"
    " FROM pegawai_pegawai o WHERE o.nama LIKE 'Orang TETAP_' AND o.id IN ({orang})"
)


def nip(siapa):
    """The NIP of “Orang n”, or of one with a name."""
    nomor = 900 + BERNAMA.index(siapa) if siapa in BERNAMA else int(siapa)
    return f"199001012015032{nomor:03d}"


def _baris(nomor, ubah):
    isi = BENAR | {"NIP BARU": nip(nomor)} | ubah
    if isi["NIP BARU"] in BERNAMA:
        isi["NIP BARU"] = nip(isi["NIP BARU"])
    return isi


def _unit(induk, nama, **lain):
    isi = {"nama": nama, "jenis": JenisUnit.BIDANG, "dibuka": date(2017, 1, 1)} | lain
    return UnitKerja.objects.add_child(UnitKerja.objects.get(nama=induk), create_kwargs=isi)


@pytest.fixture
def keadaan(pemeran):
    """What the list of mistakes leans on."""
    dukcapil, dishub = "Dinas Kependudukan dan Pencatatan Sipil", "Dinas Perhubungan"
    UnitKerja.objects.filter(nama=dishub).update(dibuka=date(1945, 8, 17))
    _unit(dukcapil, "Sekretariat", jenis=JenisUnit.SEKRETARIAT)
    _unit(dishub, "Sekretariat", jenis=JenisUnit.SEKRETARIAT)
    _unit(dishub, "Bidang Lama", kode="U-TUTUP", ditutup=date(2025, 1, 1))
    _unit(dishub, "Bidang Baru")
    bidang = {n: _unit(dishub, f"Bidang {n}") for n in range(1, 7)}
    Pegawai.objects.filter(pk=pemeran.kadis.pk).update(pns_id="ID-KADIS")
    for eselon in ("IV.a", "IV.b"):
        Jabatan.objects.create(nama="Kepala Seksi", jenis="pengawas", eselon=eselon)
    pos = Jabatan.objects.get(nama="Pengadministrasi Perkantoran")
    Jabatan.objects.filter(pk=pos.pk).update(kode="J-1")
    duduk = Penempatan.objects.get(pegawai=pemeran.sari).unit
    orang = {
        str(s): Pegawai(
            nip=nip(s), nama=f"Orang {s}", jenis="pns", jenis_kelamin="P", tanggal_lahir=date(1990, 1, 1)
        )
        for s in (*range(2, len(KESALAHAN) + 2), *BERNAMA)
    }
    Pegawai.objects.bulk_create(orang.values())
    Penempatan.objects.bulk_create(
        Penempatan(
            pegawai=o, unit=duduk, jabatan=pos, mulai=date(2021, 1, 1),
            selesai=date(2026, 12, 31) if nama == "BERAKHIR" else None,
        )
        for nama, o in orang.items() if nama != "TANPA"
    )  # fmt: skip
    tugas = {"jabatan": Jabatan.objects.get(nama="Kepala Bidang"), "jenis": "plt", "kepala": True}
    Penempatan.objects.create(
        pegawai=pemeran.sari, unit=bidang[4], mulai=date(2026, 10, 1), selesai=date(2026, 12, 31), **tugas
    )
    Penempatan.objects.create(
        pegawai=orang["NANTI"], unit=bidang[6], mulai=date(2026, 12, 1), selesai=date(2026, 12, 31), **tugas
    )
    return pemeran


def _harapan():
    for n, (_, kolom, kalimat) in enumerate(KESALAHAN, start=2):
        beside = {
            "{baris}": n, "{berikut}": n + 1, "{sebelum}": n - 1, "{nip}": nip(n), "{nip_berikut}": nip(n + 1),
            "{nip_sebelum}": nip(n - 1), "{dua}": nip("DUA"),
        }  # fmt: skip
        for tanda, isi in beside.items():
            kalimat = kalimat.replace(tanda, str(isi))
        yield n, kolom, kalimat


def _semua():
    return [_baris(n, ubah) for n, (ubah, _, _) in enumerate(KESALAHAN, start=2)]


def test_every_mistake_of_the_list_is_told_at_its_cell(keadaan):
    laporan = kernel.uji(PengimporPenempatan(ketetapan=TETAP), xlsx_dari(*_semua()), "salah.xlsx")
    dapat = {
        (m["baris"], m["kolom"], pesan(KALIMAT, m, k["kode"])) for k in laporan["galat"] for m in k["contoh"]
    }
    assert dapat == set(_harapan())
    assert laporan["jumlah"]["ditolak"] == laporan["jumlah"]["baris"] == len(KESALAHAN)
    assert len({kalimat for _, _, kalimat in _harapan()}) >= 40


def test_the_refused_rows_come_back_mendable_and_the_right_one_is_written(keadaan, tmp_path):
    tujuan = tmp_path / "ditolak.xlsx"
    isi = xlsx_dari(*_semua(), BENAR | {"NIP BARU": keadaan.rudi.nip, "UNOR NAMA": "Bidang Baru"})
    pengimpor = PengimporPenempatan(ketetapan=TETAP)
    laporan = kernel.impor(pengimpor, isi, "salah.xlsx", lewati=True, ditolak=tujuan)
    assert laporan["hasil"] == "diimpor"
    judul, *baris = openpyxl.load_workbook(tujuan).active.iter_rows(values_only=True)
    assert judul[-2:] == ("KESALAHAN", "KESALAHAN BARIS")
    assert {b[-1] for b in baris} == {n for n, _, _ in _harapan()}
    assert Penempatan.objects.filter(mulai=date(2026, 11, 1)).get().pegawai == keadaan.rudi
    mendable = [b for b in baris if b[-1] == 9]
    betul = dict(zip(judul, mendable[0], strict=True)) | {"TMT JABATAN": "01-11-2026"}
    kolom = {k: v or "" for k, v in betul.items()}
    assert kernel.uji(PengimporPenempatan(), csv_dari(kolom), "x.csv")["jumlah"]["baru"] == 1


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kolom=st.lists(st.sampled_from([k.nama for k in KOLOM]), unique=True, max_size=12),
    isi=st.lists(
        st.lists(
            st.one_of(
                SEL,
                st.sampled_from(
                    ["01-11-2026", "01-01-2021", "01-01-0001", "31-12-2100", "plt", "plh", "YA", "Kepala Bidang",
                     "Bidang Pencatatan Sipil", "Dinas Perhubungan", "Analis Kependudukan", "198503122010012003",
                     "198503122010012004", "198503122010012007"]
                ),
            ),
            min_size=14, max_size=14,
        ),
        min_size=1, max_size=8,
    ),
)  # fmt: skip
def test_no_content_leads_to_anything_but_rows_or_a_sentence(pemeran, kolom, isi):
    judul = list(dict.fromkeys(["NIP BARU", "TMT JABATAN", *kolom, "LAIN"]))
    benar = BENAR | {"NIP BARU": pemeran.rudi.nip}
    judul_semua = list(dict.fromkeys([*judul, *benar]))
    baris = [dict(zip(judul, satu, strict=False)) for satu in isi]
    sebelum = Penempatan.objects.count()
    laporan = _impor_atau_kalimat(csv_dari(*baris, benar, kolom=judul_semua))
    for k in laporan["galat"]:
        assert all(pesan(KALIMAT, m, k["kode"]) for m in k["contoh"])
    tertulis = laporan["jumlah"]["baru"] if laporan["hasil"] == "diimpor" else 0
    assert Penempatan.objects.count() == sebelum + tertulis


def _impor_atau_kalimat(isi):
    """The report, or that of a file that cannot be read; what the database had to refuse goes up."""
    try:
        return kernel.impor(PengimporPenempatan(), isi, "x.csv", lewati=True)
    except BerkasDitolak as e:
        if "Aturan yang dilanggar" in str(e):
            raise
        return {"hasil": "ditolak", "jumlah": {"baru": 0}, "galat": []}


RIWAYAT = st.lists(
    st.tuples(
        st.sampled_from(["198503122010012003", "198503122010012004", "198503122010012007"]),
        st.sampled_from(["Bidang Pencatatan Sipil", "Dinas Perhubungan"]),
        st.sampled_from(["", "", "", "PLT", "PLH"]),
        st.sampled_from(["", "YA", "TIDAK"]),
        st.dates(date(2018, 1, 1), date(2024, 12, 31)),
        st.one_of(st.none(), st.dates(date(2018, 1, 1), date(2024, 12, 31))),
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(riwayat=RIWAYAT)
def test_whatever_history_is_sent_the_database_never_has_to_refuse_it(pemeran, riwayat):
    """Every clash is found before it is written; the constraints never speak."""
    baris = [
        BENAR | {
            "NIP BARU": n, "UNOR NAMA": unit, "JENIS PENEMPATAN": jenis, "MEMIMPIN UNIT": kepala,
            "TMT JABATAN": f"{mulai:%d-%m-%Y}", "SELESAI": f"{selesai:%d-%m-%Y}" if selesai else "",
        }
        for n, unit, jenis, kepala, mulai, selesai in riwayat
    ]  # fmt: skip
    berkas = csv_dari(*baris)
    laporan = kernel.impor(PengimporPenempatan(), berkas, "x.csv", lewati=True)
    if laporan["hasil"] == "diimpor" and not laporan["jumlah"]["dilewati"]:
        lagi = kernel.uji(PengimporPenempatan(), berkas, "x.csv")
        assert lagi["jumlah"]["tetap"] == len(list(csv.DictReader(io.StringIO(berkas.decode()))))
