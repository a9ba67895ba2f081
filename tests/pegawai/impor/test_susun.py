"""The set-based path says of every row what the rules say of it one by one."""

import json
from datetime import date

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inti.impor import Catatan, Tabel
from pegawai.aturan.jabatan import memimpin, mungkin_memimpin
from pegawai.impor import Pilihan
from pegawai.impor.acuan import AcuanJabatan, AcuanUnit
from pegawai.impor.kalimat import KALIMAT
from pegawai.impor.pengimpor import PengimporPegawai
from pegawai.impor.periksa import MENUTUPI
from pegawai.impor.susun import TAHAP
from tests.pegawai.berkas_uji import BENAR, KEDUA
from tests.pegawai.impor.acuan_baris import PemeriksaBaris

pytestmark = pytest.mark.django_db
BANYAK = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
KOLOM = [
    *BENAR, "SATUAN KERJA INDUK ID", "INSTANSI KERJA NAMA", "NOMOR HP", "NIP LAMA", "EMAIL GOV", "BPJS", "GOL AKHIR ID",
    "JENIS JABATAN ID", "ESELON ID", "TINGKAT PENDIDIKAN NAMA", "KOLOM 'KAMI' %s",
]  # fmt: skip


def _nip(tahun, bulan, hari, tmt, sisa):
    return f"{tahun:04d}{bulan:02d}{hari:02d}{tmt:04d}{sisa}"


NIP = st.one_of(
    st.builds(
        _nip,
        st.integers(1955, 2008), st.integers(1, 12), st.integers(1, 31), st.integers(1975, 2026),
        st.sampled_from(["011001", "122999", "212001", "291001", "201001", "132001", "003001"]),
    ),
    st.sampled_from([BENAR["NIP BARU"], f"'{KEDUA['NIP BARU']}", "1990 0101 201503 2 001", "198802292012121002",
                     "199002292015032001", "19900101201503200", "", "null", "1.99E+17", 199001012015032001,
                     "２０００", "\x00", "199001012015032001\u200b"]),
    st.text(alphabet="0123456789 '-x", max_size=20),
)  # fmt: skip
TANGGAL = st.one_of(
    st.dates(date(1850, 1, 1), date(2150, 1, 1)).map(lambda d: f"{d:%d-%m-%Y}"),
    st.sampled_from(["1-1-1990", "01/01/1990", "1990-01-01", "1990-01-01 00:00:00", "31-02-1990", "kemarin", "",
                     "01-01-1990", "05-06-1988", "٠١-٠١-١٩٩٠", date(1990, 1, 1), 32874]),
)  # fmt: skip
PILIHAN = {
    "NIP BARU": NIP,
    **dict.fromkeys(("TANGGAL LAHIR", "TMT CPNS", "TMT PNS", "TMT GOLONGAN", "TMT JABATAN"), TANGGAL),
    "NAMA": st.sampled_from(["WAYAN", "", "-", "A" * 200, "A" * 201, "N\x00", "O'BRIEN \"x\", y", "baris\ndua"]),
    "PNS ID": st.sampled_from(["", "A" * 64, "A" * 65, 10**17]),
    "JENIS KELAMIN": st.sampled_from(["M", "F", "l", "Perempuan", "", "X", "1", 2]),
    "NIK": st.sampled_from(["3201014101900001", "", "1", "３２０１０１４１０１９００００１", 3201014101900001,
                            12, "320101410190000a"]),
    "NOMOR HP": st.sampled_from(["0812", 62812345678, 6281234567890123, "8" * 31]),
    "EMAIL": st.sampled_from(["a@b.co", "A.B+c@D-e.Go.Id", "a@b", "a b@c.id", "a@-b.id", "a@b..id", "é@b.id",
                              "a%b@c.id",                              f"{'a' * 250}@b.id", "", "a@b.c-", "'a@b.id"]),
    "EMAIL GOV": st.sampled_from(["a@b.co", "x", ""]),
    "TAHUN LULUS": st.sampled_from(["2013", "13", "", 2013, 2013.0, "2113", "٢٠١٣", "1899"]),
    "JENIS PEGAWAI NAMA": st.sampled_from(["PNS Pusat", "PPPK", "PPPK Paruh Waktu", "CPNS", "Honorer", "", "null"]),
    "STATUS CPNS PNS": st.sampled_from(["P", "C", "", "X", "pns"]),
    "GOL AKHIR NAMA": st.sampled_from(["III/c", "iv.a", "IX", "XX", "", "34"]),
    "GOL AKHIR ID": st.sampled_from(["34", "", "99", 41]),
    "KEDUDUKAN HUKUM ID": st.sampled_from(["01", 1, "71", "97", "", "99"]),
    "KEDUDUKAN HUKUM NAMA": st.sampled_from(["Aktif", "", "Entah", "Pensiun"]),
    "JENIS JABATAN NAMA": st.sampled_from(["Jabatan Fungsional Umum", "2", "Jabatan Struktural", "", "Entah"]),
    "JENIS JABATAN ID": st.sampled_from(["", "1", "4"]),
    "JABATAN ID": st.sampled_from(["", "J1", "J2"]),
    "JABATAN NAMA": st.sampled_from(["", "KEPALA DINAS PERHUBUNGAN", "CAMAT", "Arsiparis Ahli Muda",
                                      "KEPALA SEKSI AKTA"]),
    "ESELON NAMA": st.sampled_from(["", "II.b", "VI.a", "IV/a"]),
    "ESELON ID": st.sampled_from(["", "22", "x"]),
    "UNOR ID": st.sampled_from(["", "U-1", "U-tutup"]),
    "UNOR NAMA": st.sampled_from(["", "DINAS PERHUBUNGAN", "BIDANG ENTAH", "Bidang Pencatatan Sipil"]),
    "SATUAN KERJA INDUK ID": st.sampled_from(["", "U-9"]),
    "SATUAN KERJA INDUK NAMA": st.sampled_from(["", "DINAS PERHUBUNGAN", "Dinas Entah"]),
    "PENDIDIKAN NAMA": st.sampled_from(["", "S-1", "P" * 200]),
    "TINGKAT PENDIDIKAN NAMA": st.sampled_from(["", "S-1/Sarjana"]),
    "BPJS": st.sampled_from(["", "0001", 10**17, "-"]),
    "KOLOM 'KAMI' %s": st.sampled_from(["", "ya %s", '"'])
}  # fmt: skip


@st.composite
def baris(draw):
    """A right row with some cells written otherwise."""
    awal = draw(st.sampled_from([BENAR, KEDUA]))
    ubah = {k: draw(PILIHAN[k]) for k in draw(st.sets(st.sampled_from(sorted(PILIHAN)), max_size=6))}
    return [(awal | ubah).get(k, "") for k in KOLOM]


def _tabel(semua, kolom, lembar=""):
    kenal = [k for k in kolom if k != "KOLOM 'KAMI' %s"]
    posisi = {k: kolom.index(k) for k in kenal}
    lain = {k: kolom.index(k) for k in kolom if k not in kenal}
    return Tabel(lembar, 1, posisi, lain, (), iter([(n, list(b)) for n, b in enumerate(semua, start=2)]))


def _lewat_sql(semua, kolom, pilihan, lembar):
    with connection.cursor() as kursor:
        pengimpor = PengimporPegawai(pilihan)
        pengimpor.siapkan(kursor)
        pengimpor.tahapkan(kursor, _tabel(semua, kolom, lembar), Catatan(KALIMAT))
        kursor.execute(f"SELECT {', '.join(TAHAP)} FROM impor_pegawai ORDER BY baris")
        isi = {b[0]: dict(zip(TAHAP, b, strict=True)) for b in kursor.fetchall()}
        kursor.execute("SELECT unit, jabatan FROM peta_kepala WHERE kepala")
        memimpin_ = set(kursor.fetchall())
        kursor.execute("SELECT baris, kode, kolom, isi::text FROM impor_masalah")
        masalah = kursor.fetchall()
    for satu in isi.values():
        unit, jabatan = str(satu["unit_id"]), str(satu["jabatan_id"])
        satu["kepala"] = (unit, jabatan) in memimpin_
        satu["unit_id"] = pengimpor._unit.nama_dari(unit)
        satu["jabatan_id"] = pengimpor._jabatan.nama_dari(jabatan)
    return isi, {(b, kode, kolom_) for b, kode, kolom_, _ in masalah}


def _satu_satu(semua, kolom, pilihan, lembar):
    tabel = _tabel(semua, kolom, lembar)
    unit, jabatan = AcuanUnit.muat(pilihan), AcuanJabatan.muat(pilihan)
    pemeriksa = PemeriksaBaris(tabel, unit, jabatan)
    isi = {n: pemeriksa.periksa(n, b) for n, b in tabel.baris}
    for satu in filter(None, isi.values()):
        satu["unit_id"] = unit.nama_dari(satu.get("unit_id"))
        satu["jabatan_id"] = jabatan.nama_dari(satu.get("jabatan_id"))
    tutup = {(m.baris, m.kolom) for m in pemeriksa.masalah if m.kode in MENUTUPI}
    masalah = {
        (m.baris, m.kode, m.kolom)
        for m in pemeriksa.masalah
        if m.kode in MENUTUPI or (m.baris, m.kolom) not in tutup
    }
    return {n: b for n, b in isi.items() if b}, masalah


def _banding(semua, kolom, pilihan, lembar):
    sql, masalah_sql = _lewat_sql(semua, kolom, pilihan, lembar)
    satu, masalah_satu = _satu_satu(semua, kolom, pilihan, lembar)
    assert masalah_sql == masalah_satu
    assert sql.keys() == satu.keys()
    bidang = [b for b in (*TAHAP, "kepala") if not b.startswith("nip_") or b == "nip_lama"]
    for nomor, harap in satu.items():
        if harap["galat"]:
            continue
        dapat = sql[nomor]
        if isinstance(dapat["siasn"], str):
            dapat["siasn"] = json.loads(dapat["siasn"])
        assert {b: dapat[b] for b in bidang} == {b: harap.get(b) for b in bidang}


@BANYAK
@given(
    semua=st.lists(baris(), min_size=1, max_size=25),
    buang=st.sets(st.sampled_from(sorted(set(KOLOM) - {"NIP BARU", "NAMA"})), max_size=5),
    pilihan=st.builds(Pilihan, buat_unit=st.booleans(), buat_jabatan=st.booleans()),
    lembar=st.sampled_from(["", "PPPK", "DATA"]),
)
def test_both_ways_see_the_same_values_and_the_same_mistakes(pemeran, semua, buang, pilihan, lembar):
    tetap = [n for n, k in enumerate(KOLOM) if k not in buang]
    _banding([[b[n] for n in tetap] for b in semua], [KOLOM[n] for n in tetap], pilihan, lembar)


JABATAN = st.one_of(
    st.sampled_from(["KEPALA", "KEPALA DINAS X", "CAMAT", "LURAH A", "SEKRETARIS", "WAKIL DIREKTUR", "PLT KEPALA DINAS",
                     "INSPEKTUR PEMBANTU I", "INSPEKTUR", "ASISTEN I", "KASI AKTA", "GURU", "KEPALANYA"]),
    st.text(alphabet="KEPALCMTSR DINX", max_size=20),
)  # fmt: skip
UNIT = st.sampled_from(["DINAS X", "KECAMATAN A", "KELURAHAN A", "SEKRETARIAT", "RSUD", "INSPEKTORAT", "ASISTEN I",
                        "INSPEKTORAT PEMBANTU I", "SEKSI AKTA", "SD 1", ""])  # fmt: skip


@given(jabatan=JABATAN, unit=UNIT)
def test_who_is_not_asked_about_a_unit_leads_none(jabatan, unit):
    assert mungkin_memimpin(jabatan) or not memimpin(jabatan, unit)
