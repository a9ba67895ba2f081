"""Reminders of an open period: set-based outbox rows, each stage of a deadline once per person."""

from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.urls import reverse

from inti.kalender import tambah_hari_kerja
from inti.services.libur import set_libur
from pemberitahuan.models import JenisPesan
from penilaian.aturan.keadaan import tabel_keadaan
from penilaian.services.siklus import NOL
from sasaran.enums import StatusPeriode
from sasaran.models import Periode

TAHAP = (0, 1, 3)  # working days before a deadline, latest stage first
HARI_PER_PEKAN = 5  # the period belongs to the whole government, not to a unit with six days
CADANGAN = timedelta(days=40)  # calendar days before a deadline that surely hold three working days

# On long leave today: reminded when he is back, because a stage lasts until the next one (aturan/keadaan.py).
_PERGI = """
SELECT pegawai_id FROM pegawai_keadaanpegawai
WHERE jenis = ANY(%(cuti)s) AND mulai <= %(hari)s AND (selesai IS NULL OR selesai >= %(hari)s)
"""

# The employee whose self-assessment is still open.
_DIRI = f"""
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT e.pegawai_id, %(jenis)s, %(kunci)s || e.pegawai_id::text,
       jsonb_build_object('periode', %(nama)s::text, 'batas', %(batas)s::text),
       replace(%(tautan)s, %(nol)s, e.id::text)
FROM penilaian_evaluasiperiodik e
WHERE e.periode_id = %(periode)s AND e.status = 'terbuka' AND e.pegawai_id NOT IN ({_PERGI})
ON CONFLICT (kunci) DO NOTHING
"""  # noqa: S608 - constants of this module

# One message per assessor with the number of evaluations he has not delivered.
_PENILAI = f"""
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT e.penilai_id, %(jenis)s, %(kunci)s || e.penilai_id::text,
       jsonb_build_object('periode', %(nama)s::text, 'batas', %(batas)s::text, 'jumlah', count(*)),
       %(tautan)s
FROM penilaian_evaluasiperiodik e
WHERE e.periode_id = %(periode)s AND e.status IN ('terbuka', 'diajukan') AND e.penilai_id NOT IN ({_PERGI})
GROUP BY e.penilai_id
ON CONFLICT (kunci) DO NOTHING
"""  # noqa: S608 - constants of this module


def ingatkan(*, hari: date, zona: str) -> int:
    """Write the reminders that are due on `hari` for open periods of years in `zona`; returns how many."""
    terbuka = Periode.objects.filter(status=StatusPeriode.TERBUKA, siklus__zona=zona)
    return sum(_ingatkan(periode, hari) for periode in terbuka.select_related("siklus"))


def tahap_pengingat(hari: date, batas: date) -> int | None:
    """The stage of reminding about `batas` that `hari` lies in, None before the first and after the deadline.

    A stage lasts until the next one begins, so that a reminder missed on its day is sent a day later.
    """
    if hari > batas:
        return None
    libur = set_libur(batas - CADANGAN, batas)
    mulai = ((n, tambah_hari_kerja(batas, -n, libur, HARI_PER_PEKAN)) for n in TAHAP)
    return next((n for n, awal in mulai if awal <= hari), None)


def _ingatkan(periode: Periode, hari: date) -> int:
    diri = tahap_pengingat(hari, periode.batas_penilaian_diri)
    penilai = tahap_pengingat(hari, periode.batas_penilaian)
    jumlah, cuti = 0, {"hari": hari, "cuti": list(tabel_keadaan(periode.mulai).tanpa_pengingat)}
    if diri is not None:
        tautan = reverse("penilaian:diri", args=[NOL])
        jenis = JenisPesan.PENGINGAT_PENILAIAN_DIRI
        jumlah += _tulis(
            _DIRI, periode, jenis, diri, periode.batas_penilaian_diri, tautan, nol=str(NOL), **cuti
        )
    if penilai is not None:
        tautan = reverse("penilaian:antrean")
        jenis = JenisPesan.PENGINGAT_PENILAIAN
        jumlah += _tulis(_PENILAI, periode, jenis, penilai, periode.batas_penilaian, tautan, **cuti)
    return jumlah


def _tulis(
    sql: str, periode: Periode, jenis: JenisPesan, tahap: int, batas: date, tautan: str, **isian: Any
) -> int:
    """The deadline is part of the key: when it is moved, people are reminded of the new one."""
    isian |= {
        "periode": periode.pk,
        "jenis": jenis,
        "kunci": f"{jenis}:{periode.pk}:{batas:%Y%m%d}:{tahap}:",
        "nama": periode.sebutan_baku,
        "batas": batas.isoformat(),
        "tautan": tautan,
    }
    with connection.cursor() as kursor:
        kursor.execute(sql, isian)
        return kursor.rowcount
