"""The two years: cycle, periods and holidays, then plans, reports and evaluations by SQL."""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

import inti
from inti.kalender import libur_dasar
from inti.libur_csv import baca_libur_csv
from inti.models import HariLibur
from kinerja.demo import sql_lalu, sql_tahun, sql_tahunan
from kinerja.demo.bukti import lampirkan
from kinerja.demo.kalender import periode
from kinerja.demo.katalog import katalog
from kinerja.demo.muat import baris, batasan_ditunda, salin
from kinerja.demo.peringkat import tempat
from pegawai.aturan.golongan import PNS, PPPK, sebutan_pangkat
from penilaian.aturan.predikat import matriks_pada
from penilaian.enums import NilaiPerilaku
from sasaran.models import Periode, RiwayatPeriode, RiwayatSiklus, Siklus

KALIMAT = Path(__file__).with_name("kalimat.txt")
LIBUR = Path(inti.__file__).parent / "data"
BERFOTO = ("pegawai", "rekan", "atasan", "kepala_dinas")


def _siklus(tahun: int) -> Siklus:
    """A year whose plans are due on 31 January, with the yearly evaluation at its end."""
    return Siklus.objects.create(
        tahun=tahun,
        batas_skp=date(tahun, 1, 31),
        buka_tahunan=date(tahun, 12, 28),
        tutup_tahunan=date(tahun + 1, 1, 31),
    )


def _akhir_tahun(siklus: Siklus, hari_ini: date) -> bool:
    """Close the yearly evaluation of a year whose window is over; otherwise it is the schedule's to open."""
    if hari_ini <= siklus.tutup_tahunan:
        return False
    siklus.dibuka_pada, siklus.ditutup_pada = (
        _jam(siklus.buka_tahunan),
        _jam(siklus.tutup_tahunan + timedelta(days=1)),
    )
    siklus.status = "ditutup"
    siklus.save()
    RiwayatSiklus.objects.bulk_create(
        RiwayatSiklus(objek=siklus, aksi=aksi, dari=dari, ke=ke, pada=pada)
        for aksi, dari, ke, pada in (
            ("buka", "belum_dibuka", "terbuka", siklus.dibuka_pada),
            ("tutup", "terbuka", "ditutup", siklus.ditutup_pada),
        )
    )
    return True


def isi_siklus(hari_ini: date) -> None:
    """Two cycles with their quarters, the history of the quarters, and the holidays of both years; and the year
    before them, long closed, of which only plans and yearly results are kept."""
    _akhir_tahun(_siklus(hari_ini.year - 2), hari_ini)
    tahun = (hari_ini.year - 1, hari_ini.year)
    siklus = {t: _siklus(t) for t in tahun}
    for t in periode(hari_ini):
        dibuka = None if t.status == "belum_dibuka" else _jam(t.buka)
        ditutup = _jam(t.tutup + timedelta(days=1)) if t.status == "ditutup" else None
        ini = Periode.objects.create(
            siklus=siklus[t.tahun], nomor=t.nomor, mulai=t.mulai, selesai=t.selesai, buka_evaluasi=t.buka,
            batas_penilaian_diri=t.batas_diri, batas_penilaian=t.batas_nilai, tutup_evaluasi=t.tutup,
            status=t.status, dibuka_pada=dibuka, ditutup_pada=ditutup,
        )  # fmt: skip
        langkah = [("buka", "belum_dibuka", "terbuka", dibuka), ("tutup", "terbuka", "ditutup", ditutup)]
        RiwayatPeriode.objects.bulk_create(
            RiwayatPeriode(objek=ini, aksi=aksi, dari=dari, ke=ke, pada=pada)
            for aksi, dari, ke, pada in langkah
            if pada
        )
    for t in tahun:
        _isi_libur(t)


def _jam(hari: date) -> datetime:
    return timezone.make_aware(datetime.combine(hari, time(0, 10)))


def _isi_libur(tahun: int) -> None:
    berkas = LIBUR / f"libur_{tahun}.csv"
    if berkas.exists():
        hari = [
            HariLibur(tanggal=b.tanggal, jenis=b.jenis, nama=b.nama, sumber=b.sumber)
            for b in baca_libur_csv(berkas)
        ]
    else:
        hari = [
            HariLibur(tanggal=t, jenis="libur_nasional", nama=nama[:120], sumber="Perkiraan kalender")
            for t, nama in libur_dasar(tahun).items()
        ]
    HariLibur.objects.bulk_create(hari, ignore_conflicts=True)


def isi_tahun(hari_ini: date, *, riwayat: bool, langkah: Callable[[str], None]) -> None:
    """Write everything of the two years for the people in `demo_orang`; `riwayat`: history for all."""
    nilai = {
        "tahun": hari_ini.year,
        "hari_ini": hari_ini,
        "riwayat": riwayat,
        "nilai": list(NilaiPerilaku.values),
        "pangkat": json.dumps({satu: sebutan_pangkat(satu) for satu in (*PNS, *PPPK)}),
    }
    _siapkan(hari_ini)
    with batasan_ditunda([*sql_tahun.TABEL, *sql_tahunan.TABEL]):
        _jalankan(nilai, sql_tahun.SKP, sql_tahun.RIWAYAT_SKP)
        langkah("SKP")
        _jalankan(nilai, sql_tahun.RHK, sql_tahun.INDIKATOR)
        langkah("rencana hasil kerja dan indikator")
        _jalankan(nilai, sql_tahun.EKSPEKTASI)
        _jalankan(nilai, sql_tahun.EVALUASI, sql_tahun.RIWAYAT_EVALUASI)
        langkah("evaluasi")
        _jalankan(nilai, *_RINCI)
        langkah("laporan, umpan balik, dan rincian penilaian")
        _jalankan(nilai, sql_lalu.TAHUNAN)
        if _akhir_tahun(Siklus.objects.get(tahun=hari_ini.year - 1), hari_ini):
            _jalankan(nilai, *_TAHUNAN)
            langkah("evaluasi tahunan")
    langkah("memeriksa semua batasan dan membuat indeks")
    with connection.cursor() as kursor:
        kursor.execute("SELECT id FROM demo_orang WHERE tokoh = ANY(%s) ORDER BY tokoh", [list(BERFOTO)])
        lampirkan([id_ for (id_,) in kursor.fetchall()])
        kursor.execute("ANALYZE")
    langkah("foto bukti dukung dan statistik")


_RINCI = (
    sql_tahun.NILAI, sql_tahun.LAPORAN, sql_tahun.UMPAN_BALIK, sql_tahun.PENILAIAN, sql_tahun.REKAMAN,
)  # fmt: skip
_TAHUNAN = (
    sql_tahunan.LABEL, sql_tahunan.TAHUNAN, sql_tahunan.SUSULAN, sql_tahunan.SIMPAN, sql_tahunan.RIWAYAT,
    sql_tahunan.IDENTITAS, sql_tahunan.REKAMAN,
)  # fmt: skip


def _jalankan(nilai: dict[str, object], *sql: str) -> None:
    with connection.cursor() as kursor:
        kursor.execute(f"SET LOCAL TIME ZONE '{settings.TIME_ZONE}'")
        for perintah in sql:
            kursor.execute(perintah, nilai)


def _siapkan(hari_ini: date) -> None:
    """The catalogue, the sentences, the places and the matrix as temporary tables."""
    kuadran = matriks_pada(hari_ini)
    with connection.cursor() as kursor:
        kursor.execute(sql_tahun.SIAPKAN, {})
        kursor.execute("CREATE TEMP TABLE demo_kuadran (h int, p int, predikat int) ON COMMIT DROP")
    salin("demo_kuadran", "h, p, predikat", (baris(int(h), int(p), int(v)) for (h, p), v in kuadran.items()))
    salin("demo_slot", "slot, h, p", (baris(*t) for t in tempat()))
    salin("demo_kalimat", "jenis, ke, isi", _kalimat())
    salin("demo_hasil", "kunci, urut, jenis, dukung, uraian", _hasil())
    salin(
        "demo_indikator",
        "kunci, urut_hasil, urut, aspek, uraian, target, target_maks, satuan, arah, cara_hitung, perspektif",
        _indikator(),
    )


def _kalimat() -> Iterator[str]:
    jenis, ke = "", 0
    for teks in KALIMAT.read_text(encoding="utf-8").splitlines():
        if teks.startswith("["):
            jenis, ke = teks.strip("[]"), 0
        elif teks:
            yield baris(jenis, ke, teks)
            ke += 1


def _hasil() -> Iterator[str]:
    for kunci, isi in katalog().items():
        for ke, h in enumerate(isi, 1):
            yield baris(kunci, ke, h.jenis, h.dukung, h.uraian)


def _indikator() -> Iterator[str]:
    for kunci, isi in katalog().items():
        for ke, h in enumerate(isi, 1):
            for urut, i in enumerate(h.indikator, 1):
                yield baris(
                    kunci,
                    ke,
                    urut,
                    i.aspek,
                    i.uraian,
                    i.target,
                    i.target_maks,
                    i.satuan,
                    i.arah,
                    i.cara_hitung,
                    i.perspektif,
                )
