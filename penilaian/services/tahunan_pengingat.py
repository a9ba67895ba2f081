"""Who must know of the yearly evaluation: messages at its turns and before its deadlines, set-based.

The key of a message says for whom and which stage, so writing twice is once.
"""

from datetime import timedelta

from django.db import connection
from django.urls import reverse

from inti.kalender import SATU_HARI, Zona, tambah_hari_kerja
from pemberitahuan.models import JenisPesan
from penilaian.aturan.tenggat import Kode, kejadian_terakhir
from penilaian.services.pengingat import tahap_pengingat
from penilaian.services.siklus import NOL
from penilaian.services.tahunan_gerak import batas_atasan, libur_sekitar
from penilaian.services.tahunan_siklus import Saat
from sasaran.enums import StatusPeriode
from sasaran.models import Siklus

SEBELUM = 3  # working days before the last day on which an employee is reminded

# Per assessor, or per superior of a late one, how many wait for him.
_KEPADA = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT e.{siapa}, %(jenis)s, %(kunci)s || e.{siapa}::text,
       jsonb_build_object('tahun', %(tahun)s::text, 'batas', %(batas)s::text, 'jumlah', count(*)), %(tautan)s
FROM penilaian_evaluasitahunan e
WHERE e.siklus_id = %(siklus)s AND e.status = %(status)s AND e.{siapa} IS NOT NULL
GROUP BY e.{siapa}
ON CONFLICT (kunci) DO NOTHING
"""
_PENILAI = _KEPADA.format(siapa="penilai_id")
_ATASAN = _KEPADA.format(siapa="atasan_penilai_id")

# The employee whose signature is due between two days, per zone and week of his unit.
_TANGGAPAN = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT e.pegawai_id, %(jenis)s, %(jenis)s || ':' || e.id || ':' || k.tahap,
       jsonb_build_object('tahun', %(tahun)s::text), replace(%(tautan)s, %(nol)s, e.id::text)
FROM penilaian_evaluasitahunan e
JOIN pegawai_unitkerja u ON u.id = e.unit_id
JOIN unnest(%(zona)s::text[], %(tz)s::text[], %(pekan)s::int[], %(terlambat)s::boolean[], %(dari)s::date[],
            %(sampai)s::date[], %(tahap)s::int[]) AS k (zona, tz, pekan, terlambat, dari, sampai, tahap)
  ON k.zona = u.zona AND k.pekan = u.hari_per_pekan AND k.terlambat = (e.jalur = 'terlambat')
WHERE e.siklus_id = %(siklus)s AND e.status = 'disampaikan'
  AND (e.disampaikan_pada AT TIME ZONE k.tz)::date BETWEEN k.dari AND k.sampai
ON CONFLICT (kunci) DO NOTHING
"""


def kabari(*, siklus: Siklus) -> int:
    """Tell assessors that the year is open, or superiors and late assessors that it closed; returns how many."""
    if siklus.status == StatusPeriode.TERBUKA:
        batas = siklus.tutup_tahunan.isoformat()
        return _tulis(_PENILAI, siklus, JenisPesan.TAHUNAN_DIBUKA, "terbuka", batas)
    batas = batas_atasan(siklus).isoformat()
    jumlah = _tulis(_ATASAN, siklus, JenisPesan.TAHUNAN_MENUNGGU_ATASAN, "menunggu_atasan", batas)
    return jumlah + _tulis(_PENILAI, siklus, JenisPesan.TAHUNAN_TERLAMBAT, "menunggu_atasan", batas)


def ingatkan_tahunan(*, saat: Saat, zona: str) -> int:
    """Write the reminders of yearly evaluations that are due; for years in `zona`. Returns how many."""
    semua = Siklus.objects.exclude(status=StatusPeriode.BELUM_DIBUKA).filter(zona=zona).order_by("tahun")
    return sum(_ingatkan(siklus, saat) for siklus in semua)


def _ingatkan(siklus: Siklus, saat: Saat) -> int:
    hari, jumlah = saat.di(siklus.zona), 0
    terbuka = siklus.status == StatusPeriode.TERBUKA
    sql, status = (_PENILAI, "terbuka") if terbuka else (_ATASAN, "menunggu_atasan")
    batas = siklus.tutup_tahunan if terbuka else batas_atasan(siklus)
    tahap = tahap_pengingat(hari, batas)
    if tahap is not None:
        jenis = JenisPesan.PENGINGAT_TAHUNAN
        jumlah += _tulis(sql, siklus, jenis, status, batas.isoformat(), f"{batas:%Y%m%d}:{tahap}:")
    return jumlah + _ingatkan_pegawai(siklus, saat)


def _ingatkan_pegawai(siklus: Siklus, saat: Saat) -> int:
    """Three working days before the last day of signing, and on that day."""
    isian = {
        **_rentang(saat),
        "siklus": siklus.pk,
        "jenis": JenisPesan.PENGINGAT_TANGGAPAN,
        "tahun": str(siklus),
        "tautan": reverse("penilaian:tahunan-hasil", args=[NOL]),
        "nol": str(NOL),
    }
    with connection.cursor() as kursor:
        kursor.execute(_TANGGAPAN, isian)
        return kursor.rowcount


def _rentang(saat: Saat) -> dict[str, list[object]]:
    """Per zone, week and document: the days of receipt whose last day is today, and those soon after."""
    baris: list[tuple[object, ...]] = []
    for zona in Zona:
        hari = saat.di(zona)
        libur = libur_sekitar(hari)
        for pekan in (5, 6):
            nanti = tambah_hari_kerja(hari, SEBELUM, libur, pekan)
            for kode, terlambat in ((Kode.KEMBALI, False), (Kode.ATASAN_KEMBALI, True)):
                lewat, kini, segera = (
                    kejadian_terakhir(kode, h + SATU_HARI, libur, pekan)
                    for h in (hari - timedelta(days=1), hari, nanti)
                )
                tepat = (zona.value, zona.nama_tz, pekan, terlambat)
                baris.append((*tepat, lewat + SATU_HARI, kini, 0))
                baris.append((*tepat, kini + SATU_HARI, segera, SEBELUM))
    kolom = zip(*baris, strict=True)
    nama = ("zona", "tz", "pekan", "terlambat", "dari", "sampai", "tahap")
    return dict(zip(nama, map(list, kolom), strict=True))


def _tulis(sql: str, siklus: Siklus, jenis: JenisPesan, status: str, batas: str, tahap: str = "") -> int:
    isian = {
        "siklus": siklus.pk,
        "jenis": jenis,
        "kunci": f"{jenis}:{siklus.pk}:{tahap}",
        "tahun": str(siklus),
        "batas": batas,
        "status": status,
        "tautan": reverse("penilaian:tim-tahunan"),
    }
    with connection.cursor() as kursor:
        kursor.execute(sql, isian)
        return kursor.rowcount
