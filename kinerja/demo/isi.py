"""Fills an empty database, in one transaction: a start that is killed leaves nothing behind."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.utils import timezone

from akses.models import Akun, PenugasanPeran
from analitik.services.hitungan import hitung_ulang
from kinerja.demo import sql_orang
from kinerja.demo.capaian import isi_capaian_dan_keberatan
from kinerja.demo.kabar import isi_kabar
from kinerja.demo.kantor import isi_kantor
from kinerja.demo.keberatan_tahunan import isi_keberatan_tahunan
from kinerja.demo.kepegawaian import isi_kepegawaian
from kinerja.demo.lampau import isi_lampau
from kinerja.demo.layanan import isi_layanan
from kinerja.demo.muat import batasan_ditunda, salin
from kinerja.demo.orang import KOLOM
from kinerja.demo.pelatihan import isi_pelatihan
from kinerja.demo.pemeran import SANDI, TOKOH
from kinerja.demo.penghargaan import isi_penghargaan
from kinerja.demo.rekan import isi_rekan
from kinerja.demo.tahun import isi_siklus, isi_tahun
from kinerja.demo.tindak_lanjut import isi_tindak_lanjut
from kinerja.demo.wilayah import Wilayah, buat_wilayah
from pegawai.models import AtasanKhusus, Pegawai, UnitKerja
from pegawai.services.atasan import segarkan
from pegawai.services.cari import segarkan_kata
from sasaran.models import Siklus

PALING_SEDIKIT, PALING_BANYAK = 60, 1_000_000
PER_KABUPATEN = 10_000  # a larger number fills several regencies, each with its own tree
RINCI_MAKS = 5_000  # up to here everybody has reports, feedback and rated details
RIWAYAT_MAKS = 20_000  # up to here every evaluation has its history
Lapor = Callable[[str], None]


class BasisDataBerisi(Exception):
    """The database already has people; the demo never mixes with them."""


def isi(
    jumlah: int, *, acak: int = 2026, hari_ini: date | None = None, lapor: Lapor | None = None
) -> dict[str, float]:
    """Fill the empty database with `jumlah` employees (the regents come on top); seconds by step.

    The same `acak`, number and day give the same data. Raises ValueError for a number out of range and
    BasisDataBerisi when there is a person, a unit or a cycle already; nothing is written then.
    """
    if not PALING_SEDIKIT <= jumlah <= PALING_BANYAK:
        raise ValueError(f"Jumlah pegawai harus {PALING_SEDIKIT} sampai {PALING_BANYAK:,}.".replace(",", "."))
    langkah = _Langkah(lapor or (lambda _: None))
    hari_ini = hari_ini or timezone.localdate()
    with transaction.atomic():
        _wajib_kosong()
        _isi_orang(jumlah, acak, hari_ini, langkah)
        isi_siklus(hari_ini)
        langkah("siklus, periode, dan hari libur")
        isi_tahun(hari_ini, riwayat=jumlah <= RIWAYAT_MAKS, langkah=langkah)
        isi_lampau(hari_ini, pemeran())
        langkah("riwayat sebelum Kinerja")
        isi_capaian_dan_keberatan(hari_ini)
        isi_keberatan_tahunan()
        langkah("capaian unit, alasan distribusi, dan keberatan")
        isi_rekan(hari_ini, undi=jumlah <= RINCI_MAKS)
        langkah("masukan rekan kerja")
        isi_penghargaan(hari_ini, pemeran())
        langkah("penghargaan dan bonus")
        isi_tindak_lanjut(hari_ini, pemeran())
        langkah("rencana perbaikan, sanksi, dan angka kredit")
        isi_layanan(hari_ini)
        langkah("layanan, survei warga, dan waktu layanan")
        isi_pelatihan(hari_ini, jumlah)
        hitung_ulang()  # the triggers rested while the trainings were copied
        langkah("pelatihan")
        _kabar_dan_kantor(hari_ini, jumlah)
        langkah("kabar para tokoh, cuti, pensiun, dan catatan kepegawaian")
        hitung_ulang()  # triggers of the dashboards' counts rested while rows were copied
        langkah("hitungan dasbor")
    return langkah.detik


def _kabar_dan_kantor(hari_ini: date, jumlah: int) -> None:
    """Messages, and what lies on HR's desk."""
    _waktu_dunia()
    tokoh = [i for i, _ in pemeran().values()]
    isi_kabar(hari_ini, list(Pegawai.objects.filter(pk__in=tokoh)))
    isi_kepegawaian(hari_ini, tokoh)
    isi_kantor(hari_ini, pemeran(), semua=jumlah <= RINCI_MAKS)


def _waktu_dunia() -> None:
    """From here on moments are read by Django, which takes the session to be in UTC; the SQL above was not."""
    with connection.cursor() as kursor:
        kursor.execute("SET LOCAL TIME ZONE 'UTC'")


class _Langkah:
    """Tells what is done and how long it took."""

    def __init__(self, lapor: Lapor) -> None:
        self.lapor, self.detik, self.sejak = lapor, {}, time.perf_counter()  # type: ignore[var-annotated]

    def __call__(self, nama: str) -> None:
        sekarang = time.perf_counter()
        self.detik[nama] = sekarang - self.sejak
        self.lapor(f"{nama}: {self.detik[nama]:.1f} detik".replace(".", ","))
        self.sejak = sekarang


def _wajib_kosong() -> None:
    for model in (Pegawai, UnitKerja, Siklus, Akun):
        if model._default_manager.exists():
            raise BasisDataBerisi(
                f"Basis data sudah berisi {model._meta.verbose_name}, jadi data contoh tidak dimasukkan. "
                "Gunakan basis data kosong."
            )


def _isi_orang(jumlah: int, acak: int, hari_ini: date, langkah: _Langkah) -> None:
    with connection.cursor() as kursor:
        kursor.execute(sql_orang.SIAPKAN)
    wilayah = [
        buat_wilayah(ke, ukuran, acak=acak, hari_ini=hari_ini, semua_rinci=jumlah <= RINCI_MAKS)
        for ke, ukuran in enumerate(_ukuran(jumlah))
    ]
    penghasil = Wilayah.pembuat(acak, hari_ini, jumlah)
    salin("demo_orang", KOLOM, (baris for w in wilayah for baris in w.orang(penghasil)))
    langkah("menyusun unit dan pegawai")
    sandi = make_password(SANDI)
    staf = [t.kunci for t in TOKOH if t.staf]
    with batasan_ditunda(sql_orang.TABEL), connection.cursor() as kursor:
        kursor.execute(sql_orang.PEGAWAI)
        kursor.execute(sql_orang.PENEMPATAN, {})
        kursor.execute(sql_orang.AKUN, {"sandi": sandi, "staf": staf})
        kursor.execute("CREATE INDEX ON demo_orang (unit_id) WHERE kepala")
        kursor.execute("ANALYZE demo_orang")
        for w in wilayah:
            w.isi_plt(kursor)
    langkah("menyimpan pegawai, penempatan, dan akun")
    _isi_peran(hari_ini)
    _isi_atasan_khusus(hari_ini)
    segarkan(pada=hari_ini)
    segarkan_kata()  # its trigger rested while people were copied
    with connection.cursor() as kursor:
        kursor.execute("ANALYZE pegawai_atasan")
    langkah("menghitung pejabat penilai")


def _ukuran(jumlah: int) -> Iterator[int]:
    """Sizes of the regencies, alike, none above the limit."""
    banyak = -(-jumlah // PER_KABUPATEN)
    for ke in range(banyak):
        yield jumlah // banyak + (ke < jumlah % banyak)


def pemeran() -> dict[str, Any]:
    """The cast that is in the database: key → (id, nip, unit) while the demo runs."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT tokoh, id, unit_id FROM demo_orang WHERE tokoh IS NOT NULL")
        return {tokoh: (id_, unit) for tokoh, id_, unit in kursor.fetchall()}


def _isi_peran(hari_ini: date) -> None:
    ada = pemeran()
    puncak = UnitKerja.objects.filter(depth=1).first()
    lingkup = {"pengelola_opd": _induk(ada["pengelola_opd"][1]), "pimpinan": puncak}
    PenugasanPeran.objects.bulk_create(
        PenugasanPeran(
            pegawai_id=ada[t.kunci][0], peran=t.peran, unit=lingkup.get(t.kunci),
            mulai=date(hari_ini.year - 1, 1, 2), dasar=f"SK Bupati Nomor 800/{10 + ke}/{hari_ini.year - 1}",
        )
        for ke, t in enumerate(TOKOH) if t.peran
    )  # fmt: skip


def _induk(unit_id: Any) -> UnitKerja:
    unit = UnitKerja.objects.get(pk=unit_id)
    return UnitKerja.objects.get(path=unit.path[: -UnitKerja.steplen])


def _isi_atasan_khusus(hari_ini: date) -> None:
    """One member of the secretariat works for Budi's division and is assessed there."""
    ada = pemeran()
    sekretariat = ada["pengelola_opd"][1]
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT id FROM demo_orang WHERE unit_id = %s AND NOT kepala AND tokoh IS NULL"
            " ORDER BY nip LIMIT 1",
            [sekretariat],
        )
        AtasanKhusus.objects.bulk_create(
            AtasanKhusus(
                pegawai_id=pegawai_id, penilai_id=ada["atasan"][0], mulai=date(hari_ini.year - 1, 1, 2),
                dasar=f"SK Kepala Disdukcapil Nomor 800/17/{hari_ini.year - 1}",
            )
            for (pegawai_id,) in kursor.fetchall()
        )  # fmt: skip


def akun() -> list[tuple[str, str, str, str]]:
    """(role, name, user name, what to try) of the cast in the database; empty without a demo."""
    ditemukan = {
        a.pegawai.nama: a.username
        for a in Akun.objects.filter(
            pegawai__nama__in=[t.nama for t in TOKOH], email__endswith="@pegawai.example"
        )
        .select_related("pegawai")
        .order_by("-username")
    }
    return [(t.sebutan, t.nama, ditemukan[t.nama], t.coba) for t in TOKOH if t.nama in ditemukan]
