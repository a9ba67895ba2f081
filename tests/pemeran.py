"""The cast: each person means a relation. One small government, the same in every test."""

import time
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone

from akses import hak_kelola
from akses.enums import Peran
from akses.models import Akun, PenugasanPeran
from pegawai.enums import JenisJabatan, JenisPegawai, JenisUnit
from pegawai.models import Jabatan, Pegawai, Penempatan, UnitKerja
from pegawai.services.atasan import segarkan
from sasaran.enums import Arah, Aspek, CaraHitung, JenisRHK, StatusPeriode, StatusSKP
from sasaran.models import SKP, IndikatorKinerjaIndividu, Periode, RencanaHasilKerja, Siklus

SANDI = "kinerja-demo-uji"
_SANDI_TERSANDI = make_password(SANDI)


@dataclass
class Pemeran:
    bupati: Pegawai  # top of the tree
    kadis: Pegawai  # head of Disdukcapil, assessed by the regent
    kabid: Pegawai  # head of Bidang Pencatatan Sipil: Ratna's assessor
    ratna: Pegawai  # the employee
    sari: Pegawai  # her peer in the same unit
    kadis_lain: Pegawai  # head of another department
    rudi: Pegawai  # the stranger: an employee of that department
    pengelola_instansi: Pegawai  # HR of the whole government
    pengelola_opd: Pegawai  # HR of Disdukcapil only
    pengelola_opd_lain: Pegawai  # HR of the other department
    pimpinan: Pegawai  # a leader who looks at everything
    auditor: Pegawai
    admin_sistem: Pegawai

    def items(self):
        """(name, person) of the whole cast."""
        return [(f.name, getattr(self, f.name)) for f in fields(self)]


class _Pembuat:
    """Builds people with plausible, unique NIPs."""

    def __init__(self) -> None:
        self.nomor = 0

    def orang(self, nama: str, unit: UnitKerja, jabatan: Jabatan, *, kepala: bool = False) -> Pegawai:
        self.nomor += 1
        negara = jabatan.jenis == JenisJabatan.KEPALA_DAERAH
        nip = None if negara else f"19850312201001{2}{self.nomor:03d}"
        pegawai = Pegawai.objects.create(
            nip=nip,
            nama=nama,
            jenis=JenisPegawai.PEJABAT_NEGARA if negara else JenisPegawai.PNS,
            jenis_kelamin="P",
            tanggal_lahir=date(1985, 3, 12),
            email=f"{nama.split()[0].lower()}{self.nomor}@contoh.go.id",
            golongan="III/c",
        )
        Penempatan.objects.create(
            pegawai=pegawai, unit=unit, jabatan=jabatan, kepala=kepala, mulai=date(2021, 1, 1)
        )
        Akun.objects.create(
            username=nip or "bupati",
            email=pegawai.email,
            pegawai=pegawai,
            password=_SANDI_TERSANDI,
            wajib_ganti_sandi=False,
        )
        return pegawai


def _unit(induk: UnitKerja | None, nama: str, jenis: str, singkatan: str = "") -> UnitKerja:
    isi = {"nama": nama, "jenis": jenis, "singkatan": singkatan, "dibuka": date(2017, 1, 1)}
    if induk is None:
        return UnitKerja.objects.add_root(create_kwargs=isi)
    return UnitKerja.objects.add_child(UnitKerja.objects.get(pk=induk.pk), create_kwargs=isi)


def _jabatan(nama: str, jenis: str, **lain) -> Jabatan:
    return Jabatan.objects.create(nama=nama, jenis=jenis, **lain)


def _peran(pegawai: Pegawai, peran: str, unit: UnitKerja | None, *, staf: bool = False) -> None:
    PenugasanPeran.objects.create(pegawai=pegawai, peran=peran, unit=unit, mulai=date(2022, 1, 1))
    if staf:
        Akun.objects.filter(pegawai=pegawai).update(is_staff=True)


@pytest.fixture
def pemeran(db) -> Pemeran:
    """The cast with its units, posts, roles, accounts (password SANDI) and computed assessors."""
    instansi = _unit(None, "Pemerintah Kabupaten Asri Mulya", JenisUnit.INSTANSI)
    dukcapil = _unit(instansi, "Dinas Kependudukan dan Pencatatan Sipil", JenisUnit.DINAS, "Disdukcapil")
    capil = _unit(dukcapil, "Bidang Pencatatan Sipil", JenisUnit.BIDANG)
    dishub = _unit(instansi, "Dinas Perhubungan", JenisUnit.DINAS, "Dishub")
    bkpsdm = _unit(instansi, "Badan Kepegawaian dan Pengembangan SDM", JenisUnit.BADAN, "BKPSDM")
    kepala_daerah = _jabatan("Bupati", JenisJabatan.KEPALA_DAERAH)
    kepala_dinas = _jabatan("Kepala Dinas", JenisJabatan.JPT_PRATAMA, eselon="II.b")
    kepala_bidang = _jabatan("Kepala Bidang", JenisJabatan.ADMINISTRATOR, eselon="III.b")
    analis = _jabatan("Analis Kependudukan", JenisJabatan.FUNGSIONAL, jenjang="Ahli Muda")
    pelaksana = _jabatan("Pengadministrasi Perkantoran", JenisJabatan.PELAKSANA)
    buat = _Pembuat().orang
    p = Pemeran(
        bupati=buat("Hj. Maimunah Daeng Tata", instansi, kepala_daerah, kepala=True),
        kadis=buat("Yohanes Lasut", dukcapil, kepala_dinas, kepala=True),
        kabid=buat("Budi Santoso", capil, kepala_bidang, kepala=True),
        ratna=buat("Ratna Wulandari", capil, analis),
        sari=buat("Sari Handayani", capil, pelaksana),
        kadis_lain=buat("Zulkifli Harahap", dishub, kepala_dinas, kepala=True),
        rudi=buat("Rudi Hartono", dishub, pelaksana),
        pengelola_instansi=buat("Nurul Aini", bkpsdm, pelaksana),
        pengelola_opd=buat("Dewi Anggraini", dukcapil, pelaksana),
        pengelola_opd_lain=buat("Ketut Suardana", dishub, pelaksana),
        pimpinan=buat("Agus Salim", bkpsdm, analis),
        auditor=buat("Lina Marlina", bkpsdm, pelaksana),
        admin_sistem=buat("Eko Prasetyo", bkpsdm, pelaksana),
    )
    _peran(p.pengelola_instansi, Peran.PENGELOLA_INSTANSI, None, staf=True)
    _peran(p.pengelola_opd, Peran.PENGELOLA_OPD, dukcapil, staf=True)
    _peran(p.pengelola_opd_lain, Peran.PENGELOLA_OPD, dishub, staf=True)
    _peran(p.pimpinan, Peran.PIMPINAN, instansi)
    _peran(p.auditor, Peran.AUDITOR, None, staf=True)
    _peran(p.admin_sistem, Peran.ADMIN_SISTEM, None, staf=True)
    segarkan()
    return p


TRIWULAN_2026 = (
    # number, from, to, opens, self-assessment, assessor, locked after
    (1, (1, 1), (3, 31), (3, 17), (4, 7), (4, 14), (4, 21)),
    (2, (4, 1), (6, 30), (6, 15), (7, 7), (7, 14), (7, 21)),
    (3, (7, 1), (9, 30), (9, 16), (10, 7), (10, 14), (10, 21)),
    (4, (10, 1), (12, 31), (11, 16), (12, 4), (12, 11), (12, 18)),
)


def buat_tahun(tahun: int) -> Siklus:
    """A year without periods; its yearly evaluation opens on 28 December and closes on 31 January."""
    return Siklus.objects.create(
        tahun=tahun,
        batas_skp=date(tahun, 1, 31),
        buka_tahunan=date(tahun, 12, 28),
        tutup_tahunan=date(tahun + 1, 1, 31),
    )


@pytest.fixture
def siklus(db) -> Siklus:
    """2026 with four quarters, none of them opened."""
    siklus = buat_tahun(2026)
    for nomor, *hari in TRIWULAN_2026:
        mulai, selesai, buka, diri, nilai, tutup = (date(2026, b, h) for b, h in hari)
        Periode.objects.create(
            siklus=siklus,
            nomor=nomor,
            mulai=mulai,
            selesai=selesai,
            buka_evaluasi=buka,
            batas_penilaian_diri=diri,
            batas_penilaian=nilai,
            tutup_evaluasi=tutup,
        )
    return siklus


def buka_periode(periode: Periode) -> Periode:
    """Mark a period as opened, without creating evaluations."""
    periode.status = StatusPeriode.TERBUKA
    periode.dibuka_pada = timezone.now()
    periode.save()
    return periode


def isi_skp(skp: SKP) -> None:
    """Two results with three indicators: lower is better, higher is better, and a range."""
    akta = RencanaHasilKerja.objects.create(skp=skp, urutan=1, uraian="Akta kelahiran terbit tepat waktu")
    keliling = RencanaHasilKerja.objects.create(
        skp=skp, urutan=2, jenis=JenisRHK.TAMBAHAN, uraian="Perekaman KTP-el menjangkau desa terpencil"
    )
    baris = [
        (akta, "Waktu penyelesaian akta kelahiran", Aspek.WAKTU, "1", None, "hari", Arah.TURUN, "rata_rata"),
        (
            akta,
            "Indeks kepuasan masyarakat loket 3",
            Aspek.KUALITAS,
            "85",
            None,
            "nilai",
            Arah.NAIK,
            "terakhir",
        ),
        (keliling, "Desa terlayani", Aspek.KUANTITAS, "44", "48", "desa", Arah.NAIK, "jumlah"),
    ]
    for urutan, (rhk, uraian, aspek, target, maks, satuan, arah, cara) in enumerate(baris, 1):
        IndikatorKinerjaIndividu.objects.create(
            rhk=rhk,
            urutan=urutan,
            uraian=uraian,
            aspek=aspek,
            target=Decimal(target),
            target_maks=Decimal(maks) if maks else None,
            satuan=satuan,
            arah=arah,
            cara_hitung=CaraHitung(cara),
        )


@pytest.fixture
def buat_skp(siklus):
    """Factory: `buat_skp(pegawai, status="disetujui", isi=True)` → SKP of 2026 with its assessor frozen."""

    def _buat(pegawai: Pegawai, status: str = StatusSKP.DISETUJUI, *, isi: bool = True) -> SKP:
        atasan = Pegawai.objects.select_related("atasan").get(pk=pegawai.pk).atasan
        kini = timezone.now()
        diajukan = kini if status != StatusSKP.DRAF else None
        setuju = status == StatusSKP.DISETUJUI
        skp = SKP.objects.create(
            siklus=siklus,
            pegawai=pegawai,
            penempatan_id=atasan.penempatan_id,
            unit_id=atasan.unit_id,
            penilai_id=atasan.penilai_id,
            atasan_penilai_id=atasan.atasan_penilai_id,
            mulai=date(2026, 1, 1),
            selesai=date(2026, 12, 31),
            status=status,
            diajukan_pada=diajukan,
            disetujui_pada=kini if setuju else None,
            disetujui_oleh_id=atasan.penilai_id if setuju else None,
            catatan_penilai="Target terlalu rendah." if status == StatusSKP.DIKEMBALIKAN else "",
        )
        if isi:
            isi_skp(skp)
        return skp

    return _buat


def buka_hak(klien: Client, detik: int = 3600) -> None:
    """Let this logged-in client have taken up its right to manage."""
    sesi = klien.session
    sesi[hak_kelola.KUNCI] = time.time() + detik
    sesi.save()


@pytest.fixture
def masuk():
    """`masuk(pegawai)` → a test client logged in as this person, who has taken up his right to manage.

    `masuk(pegawai, hak=False)` → as after a plain login.
    """

    def _masuk(pegawai: Pegawai, *, hak: bool = True) -> Client:
        klien = Client()
        akun = Akun.objects.get(pegawai=pegawai)
        klien.force_login(akun, backend="django.contrib.auth.backends.ModelBackend")
        if hak and akun.is_staff:
            buka_hak(klien)
        return klien

    return _masuk
