"""Opening and closing the evaluation of a period for everybody: set-based, in steps, safe to repeat.

The status of the period is written first; filling and locking then go on in steps of PER_LANGKAH rows, each
its own transaction, and every later run does what is still missing: a worker that dies loses nothing
for good, and a plan that is approved after the opening gets its evaluation too.
"""

from datetime import date
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from akses.alur import jalankan
from pegawai.enums import WAJIB_SKP
from pegawai.models import Pegawai
from sasaran.enums import StatusPeriode
from sasaran.models import Periode
from sasaran.workflow import ALUR_PERIODE

PER_LANGKAH = 25_000  # rows in one transaction: about a second, so that a kill loses little

# Evaluations that are due and missing: an approved SKP that overlaps the period, of somebody for whom one is
# due (PermenPANRB 6/2022, Lampiran II.C.8) and who has an assessor. The scalar subquery keeps to one look-up
# in the unique index per SKP; NOT EXISTS becomes a join planned on statistics of the still empty period.
_ISI = """
INSERT INTO penilaian_evaluasiperiodik
    (skp_id, periode_id, pegawai_id, unit_id, penilai_id, atasan_penilai_id)
SELECT s.id, %(periode)s, s.pegawai_id, s.unit_id, s.penilai_id, s.atasan_penilai_id
FROM sasaran_skp s
JOIN sasaran_periode p ON p.id = %(periode)s AND p.siklus_id = s.siklus_id
JOIN pegawai_pegawai o ON o.id = s.pegawai_id
WHERE s.status = 'disetujui' AND s.penilai_id IS NOT NULL
  AND s.mulai <= p.selesai AND s.selesai >= p.mulai
  AND o.kedudukan_hukum = ANY(%(wajib)s) AND o.jenis <> 'pejabat_negara'
  AND (SELECT e.id FROM penilaian_evaluasiperiodik e WHERE e.skp_id = s.id AND e.periode_id = p.id) IS NULL
LIMIT %(banyak)s
ON CONFLICT (skp_id, periode_id) DO NOTHING
"""

# Undelivered evaluations of a closed period are locked, each with its history row. SKIP LOCKED: whoever is
# just delivering keeps his row; the next run decides.
_KUNCI = """
WITH pilih AS (
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
    """Open the evaluation of a period and create what is due; returns how many evaluations were created.

    An open period is filled further, a closed one raises TransisiDitolak. `oleh=None` is the schedule.
    """
    if Periode.objects.get(pk=periode.pk).status != StatusPeriode.TERBUKA:
        _ubah_status(periode, "buka", oleh, dibuka_pada=timezone.now())
    return isi_evaluasi(periode_id=periode.pk)


def tutup_periode(*, periode: Periode, oleh: Pegawai | None = None) -> int:
    """Close the evaluation of a period and lock what was not delivered; returns how many were locked."""
    if Periode.objects.get(pk=periode.pk).status != StatusPeriode.DITUTUP:
        _ubah_status(periode, "tutup", oleh, ditutup_pada=timezone.now())
    return kunci_evaluasi(periode_id=periode.pk)


def isi_evaluasi(*, periode_id: UUID) -> int:
    """Create the missing evaluations of an open period, step by step; returns how many."""
    return _berlangkah(_ISI, periode_id, wajib=[str(k) for k in WAJIB_SKP])


def kunci_evaluasi(*, periode_id: UUID) -> int:
    """Lock the undelivered evaluations of a closed period, step by step; returns how many."""
    return _berlangkah(_KUNCI, periode_id)


def periode_yang_perlu_dibuka(hari: date) -> list[Periode]:
    """Periods whose evaluation is due to be opened on `hari`, and open ones, which may still lack somebody.

    A period that is already past its last day is not opened behind people's backs.
    """
    belum = Periode.objects.filter(
        status=StatusPeriode.BELUM_DIBUKA, buka_evaluasi__lte=hari, tutup_evaluasi__gte=hari
    )
    return list((belum | Periode.objects.filter(status=StatusPeriode.TERBUKA)).select_related("siklus"))


def periode_yang_perlu_ditutup(hari: date) -> list[Periode]:
    """Open periods whose last day is over on `hari`, and closed ones that still hold something unlocked."""
    terbuka = Periode.objects.filter(status=StatusPeriode.TERBUKA, tutup_evaluasi__lt=hari)
    tersisa = Periode.objects.filter(
        status=StatusPeriode.DITUTUP, evaluasi__status__in=["terbuka", "diajukan"]
    )
    return list((terbuka | tersisa).distinct().select_related("siklus"))


def _ubah_status(periode: Periode, aksi: str, oleh: Pegawai | None, **waktu) -> None:
    jalankan(alur=ALUR_PERIODE, objek=periode, aksi=aksi, oleh=oleh, **waktu)


def _berlangkah(sql: str, periode_id: UUID, **isian) -> int:
    """Run `sql` in transactions of PER_LANGKAH rows until nothing is left, one worker at a time."""
    jumlah = 0
    while True:
        with transaction.atomic(), connection.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 7))", [str(periode_id)])
            kursor.execute(sql, {"periode": periode_id, "banyak": PER_LANGKAH, **isian})
            dikerjakan = kursor.rowcount
        jumlah += dikerjakan
        if dikerjakan < PER_LANGKAH:
            return jumlah
