"""Opening and closing the evaluation of a period for everybody: set-based, in steps, safe to repeat.

The status of the period is written first; filling, telling and locking then go on in steps, each its own
transaction, and every later run does what is still missing: a worker that dies loses nothing for good,
and a plan that is approved after the opening gets its evaluation too.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from akses.alur import jalankan
from inti.workflow import TransisiDitolak
from pegawai.enums import WAJIB_SKP
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan
from penilaian.aturan.keadaan import tabel_keadaan
from penilaian.models import EvaluasiPeriodik
from penilaian.services.langkah import per_halaman, sampai_habis
from sasaran.enums import StatusPeriode
from sasaran.models import Periode
from sasaran.workflow import ALUR_PERIODE

NOL = UUID(int=0)  # stands for the evaluation in the pattern of an address

# Evaluations that are due: an approved SKP that overlaps the period, of somebody for whom one is due
# (PermenPANRB 6/2022, Lampiran II.C.8) and who has an assessor. Of two posts in one period the later one
# counts: who moves is evaluated by the new assessor alone (IV.A.13.a). A step takes the SKPs in a range of pages
# of their table: it needs no statistics and passes every row once. In the order of the key, so that the
# unique index grows at one place at a time. A closed period stays as it is. Who is on long leave all the period gets
# none (aturan/keadaan.py).
_ISI = """
INSERT INTO penilaian_evaluasiperiodik
    (skp_id, periode_id, pegawai_id, unit_id, penilai_id, atasan_penilai_id)
SELECT s.id, p.id, s.pegawai_id, s.unit_id, s.penilai_id, s.atasan_penilai_id
FROM sasaran_skp s
JOIN sasaran_periode p ON p.siklus_id = s.siklus_id
JOIN pegawai_pegawai o ON o.id = s.pegawai_id
WHERE p.id = %(periode)s AND p.status = 'terbuka'
  AND s.ctid >= %(dari)s::tid AND s.ctid < %(sampai)s::tid
  AND s.status = 'disetujui' AND s.penilai_id IS NOT NULL
  AND s.mulai <= p.selesai AND s.selesai >= p.mulai
  AND (s.selesai >= p.selesai OR NOT EXISTS (
      SELECT 1 FROM sasaran_skp n
      WHERE n.pegawai_id = s.pegawai_id AND n.siklus_id = s.siklus_id AND n.status <> 'digantikan'
        AND n.mulai > s.mulai AND n.mulai <= p.selesai))
  AND o.kedudukan_hukum = ANY(%(wajib)s) AND o.jenis <> 'pejabat_negara'
  AND NOT EXISTS (
      SELECT 1 FROM pegawai_keadaanpegawai c
      WHERE c.pegawai_id = s.pegawai_id AND c.jenis = ANY(%(cuti)s)
        AND c.mulai <= p.mulai AND (c.selesai IS NULL OR c.selesai >= p.selesai))
ORDER BY s.id
ON CONFLICT (skp_id, periode_id) DO NOTHING
"""

# One message per employee whose self-assessment is waited for; the key says whether he was told.
_BELUM_DIKABARI = """
SELECT EXISTS (
    SELECT FROM penilaian_evaluasiperiodik e
    LEFT JOIN pemberitahuan_pesan m ON m.kunci = %(kunci)s || e.pegawai_id::text
    WHERE e.periode_id = %(periode)s AND e.status = 'terbuka' AND m.id IS NULL
)
"""
_KABARI = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT e.pegawai_id, %(jenis)s, %(kunci)s || e.pegawai_id::text,
       jsonb_build_object('periode', %(nama)s::text, 'batas', %(batas)s::text),
       replace(%(tautan)s, %(nol)s, e.id::text)
FROM penilaian_evaluasiperiodik e
WHERE e.periode_id = %(periode)s AND e.status = 'terbuka'
  AND e.ctid >= %(dari)s::tid AND e.ctid < %(sampai)s::tid
ON CONFLICT (kunci) DO NOTHING
"""

# Undelivered evaluations of a closed period are locked, each with its history row. SKIP LOCKED: whoever is
# just delivering keeps his row; the next run decides.
_KUNCI = """
WITH pilih AS MATERIALIZED (
    SELECT id, status FROM penilaian_evaluasiperiodik
    WHERE periode_id = %(periode)s AND status IN ('terbuka', 'diajukan')
    LIMIT %(banyak)s
    FOR UPDATE SKIP LOCKED
), dikunci AS (
    UPDATE penilaian_evaluasiperiodik e SET status = 'terkunci' FROM pilih WHERE e.id = pilih.id
)
INSERT INTO penilaian_riwayatevaluasi (objek_id, aksi, dari, ke, pada, catatan)
SELECT id, 'kunci', status, 'terkunci', now(), '' FROM pilih
"""


def buka_periode(*, periode: Periode, oleh: Pegawai | None = None) -> int:
    """Open the evaluation of a period, create what is due, tell people; returns how many were created.

    An open period is filled further, a closed one raises TransisiDitolak. `oleh=None` is the schedule.
    """
    _ubah_status(periode, "buka", StatusPeriode.TERBUKA, oleh, dibuka_pada=timezone.now())
    jumlah = isi_evaluasi(periode_id=periode.pk)
    kabari_dibuka(periode=periode)
    return jumlah


def tutup_periode(*, periode: Periode, oleh: Pegawai | None = None) -> int:
    """Close the evaluation of a period and lock what was not delivered; returns how many were locked."""
    _ubah_status(periode, "tutup", StatusPeriode.DITUTUP, oleh, ditutup_pada=timezone.now())
    return kunci_evaluasi(periode_id=periode.pk)


def isi_evaluasi(*, periode_id: UUID) -> int:
    """Create the missing evaluations of an open period, step by step; returns how many."""
    wajib = [str(k) for k in WAJIB_SKP]
    awal = Periode.objects.values_list("mulai", flat=True).get(pk=periode_id)
    cuti = list(tabel_keadaan(awal).tanpa_evaluasi)
    return per_halaman(_ISI, "sasaran_skp", str(periode_id), periode=periode_id, wajib=wajib, cuti=cuti)


def kabari_dibuka(*, periode: Periode) -> int:
    """Tell everybody whose evaluation is open and who was not told yet, step by step; returns how many."""
    kunci = f"{JenisPesan.EVALUASI_DIBUKA}:{periode.pk}:"
    with connection.cursor() as kursor:
        kursor.execute(_BELUM_DIKABARI, {"periode": periode.pk, "kunci": kunci})
        if not kursor.fetchone()[0]:
            return 0
    return per_halaman(
        _KABARI,
        "penilaian_evaluasiperiodik",
        str(periode.pk),
        periode=periode.pk,
        jenis=JenisPesan.EVALUASI_DIBUKA,
        kunci=kunci,
        nama=periode.sebutan_baku,
        batas=periode.batas_penilaian_diri.isoformat(),
        tautan=reverse("penilaian:diri", args=[NOL]),
        nol=str(NOL),
    )


def kunci_evaluasi(*, periode_id: UUID) -> int:
    """Lock the undelivered evaluations of a closed period, step by step; returns how many."""
    return sampai_habis(_KUNCI, str(periode_id), periode=periode_id)


def periode_yang_perlu_dibuka(hari: date, zona: str) -> list[Periode]:
    """Periods of years in `zona` whose evaluation is due to be opened on `hari`, and open ones, which may
    still lack somebody.

    A period that is already past its last day is not opened behind people's backs.
    """
    belum = Periode.objects.filter(
        status=StatusPeriode.BELUM_DIBUKA, buka_evaluasi__lte=hari, tutup_evaluasi__gte=hari
    )
    terbuka = Periode.objects.filter(status=StatusPeriode.TERBUKA, tutup_evaluasi__gte=hari)
    return list((belum | terbuka).filter(siklus__zona=zona).select_related("siklus"))


def periode_yang_perlu_ditutup(hari: date, zona: str) -> list[Periode]:
    """Open periods of years in `zona` whose last day is over on `hari`, and closed ones that still hold
    something unlocked."""
    terbuka = Q(status=StatusPeriode.TERBUKA, tutup_evaluasi__lt=hari)
    tersisa = EvaluasiPeriodik.objects.belum_disampaikan().filter(periode=OuterRef("pk"))
    perlu = Periode.objects.filter(terbuka | Q(Exists(tersisa), status=StatusPeriode.DITUTUP))
    return list(perlu.filter(siklus__zona=zona).select_related("siklus"))


def _ubah_status(periode: Periode, aksi: str, ke: str, oleh: Pegawai | None, **waktu: Any) -> None:
    """Make the move unless it is made already; a second worker that comes too late finds it made."""
    if _status(periode) == ke:
        return
    try:
        jalankan(alur=ALUR_PERIODE, objek=periode, aksi=aksi, oleh=oleh, **waktu)
    except TransisiDitolak:
        if _status(periode) != ke:
            raise


def _status(periode: Periode) -> str:
    return Periode.objects.values_list("status", flat=True).get(pk=periode.pk)
