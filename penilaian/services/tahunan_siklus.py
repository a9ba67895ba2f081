"""Opening and closing the yearly evaluation for everybody: set-based, in steps, safe to repeat.

The status of the year is written first; filling and handing over go on in steps and every later run does
what is still missing, as with a period (`penilaian.services.siklus`).
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from akses.alur import jalankan
from inti.kalender import Zona, hari_ini
from inti.workflow import TransisiDitolak
from pegawai.enums import WAJIB_SKP
from pegawai.models import Pegawai
from penilaian.aturan.keadaan import tabel_keadaan
from penilaian.services.langkah import per_halaman, sampai_habis
from sasaran.enums import StatusPeriode
from sasaran.models import Siklus
from sasaran.workflow import ALUR_SIKLUS

TENGAH_HARI = time(12)

# One row per person: of the last approved plan of the year (who moves is evaluated by the new assessor alone,
# IV.A.13.b), of somebody for whom one is due (II.C.8) and who has an assessor. A person who is Plt on the last
# day of the year is evaluated by the head to whom he reports as Plt, the nearest one from that unit upwards who
# is not himself (IV.A.5); if it ended before, the definitive line counts again (IV.A.6). Final is what an
# elected head sets (5.3 of the reference: IV.A.12). Steps are ranges of pages of the plans.
_PLT = """
WITH plt AS MATERIALIZED (
    SELECT DISTINCT ON (p.pegawai_id) p.pegawai_id, k.pegawai_id AS penilai_id
    FROM pegawai_penempatan p
    JOIN pegawai_unitkerja u ON u.id = p.unit_id
    CROSS JOIN LATERAL generate_series(4, length(u.path), 4) AS n
    JOIN pegawai_unitkerja a ON a.path = left(u.path, n)
    JOIN pegawai_penempatan k ON k.unit_id = a.id AND k.kepala AND k.pegawai_id <> p.pegawai_id
        AND k.mulai <= %(akhir)s AND (k.selesai IS NULL OR k.selesai >= %(akhir)s)
    WHERE p.jenis = 'plt' AND p.mulai <= %(akhir)s AND (p.selesai IS NULL OR p.selesai >= %(akhir)s)
    ORDER BY p.pegawai_id, p.mulai DESC, p.id, n DESC,
        array_position(ARRAY['definitif', 'plt', 'plh'], k.jenis::text), k.mulai DESC, k.id
)
"""
_SUMBER = """
FROM sasaran_skp s
JOIN sasaran_siklus t ON t.id = s.siklus_id
JOIN pegawai_pegawai o ON o.id = s.pegawai_id
LEFT JOIN plt ON plt.pegawai_id = s.pegawai_id
LEFT JOIN pegawai_atasan a ON a.pegawai_id = plt.penilai_id
JOIN pegawai_pegawai n ON n.id = coalesce(plt.penilai_id, s.penilai_id)
WHERE s.siklus_id = %(siklus)s AND s.status = 'disetujui'
  AND (s.selesai >= %(akhir)s OR NOT EXISTS (
      SELECT 1 FROM sasaran_skp b
      WHERE b.pegawai_id = s.pegawai_id AND b.siklus_id = s.siklus_id AND b.status <> 'digantikan'
        AND b.mulai > s.mulai))
  AND o.kedudukan_hukum = ANY(%(wajib)s) AND o.jenis <> 'pejabat_negara'
  AND NOT EXISTS (
      SELECT 1 FROM pegawai_keadaanpegawai c
      WHERE c.pegawai_id = s.pegawai_id AND c.jenis = ANY(%(cuti)s)
        AND c.mulai <= %(awal)s AND (c.selesai IS NULL OR c.selesai >= %(akhir)s))
"""
_ISI = f"""{_PLT}
INSERT INTO penilaian_evaluasitahunan
    (siklus_id, skp_id, pegawai_id, unit_id, penilai_id, atasan_penilai_id, final)
SELECT s.siklus_id, s.id, s.pegawai_id, s.unit_id, coalesce(plt.penilai_id, s.penilai_id),
       nullif(CASE WHEN plt.penilai_id IS NULL THEN s.atasan_penilai_id ELSE a.penilai_id END, s.pegawai_id),
       n.jenis = 'pejabat_negara'
{_SUMBER}
  AND t.status = 'terbuka' AND s.ctid >= %(dari)s::tid AND s.ctid < %(sampai)s::tid
ORDER BY s.pegawai_id, s.mulai DESC
ON CONFLICT (pegawai_id, siklus_id) DO NOTHING
"""
_HITUNG = f"""{_PLT}
SELECT count(DISTINCT s.pegawai_id)
{_SUMBER}
  AND NOT EXISTS (SELECT FROM penilaian_evaluasitahunan e
      WHERE e.pegawai_id = s.pegawai_id AND e.siklus_id = s.siklus_id)
"""  # noqa: S608 - put together from constants

# The window is over in the zone of the unit: what nobody signed goes to the superior of the assessor and will
# be final (IV.A.11, V.A.8). The draft of the one who was late is not handed on. Without a superior (an elected
# head is the assessor) nothing moves: the law names nobody else. SKIP LOCKED: whoever is just signing keeps
# his row; the next run decides.
_LEWAT = """
WITH pilih AS MATERIALIZED (
    SELECT e.id FROM penilaian_evaluasitahunan e JOIN pegawai_unitkerja u ON u.id = e.unit_id
    WHERE e.siklus_id = %(siklus)s AND e.status = 'terbuka' AND e.atasan_penilai_id IS NOT NULL
      AND u.zona = ANY(%(zona)s)
    LIMIT %(banyak)s
    FOR UPDATE OF e SKIP LOCKED
), pindah AS (
    UPDATE penilaian_evaluasitahunan e
    SET status = 'menunggu_atasan', jalur = 'terlambat', final = true, rating_hasil = NULL,
        rating_perilaku = NULL, alasan_hasil = '', alasan_perilaku = '', catatan = '', draf_pada = NULL,
        draf_kunci = NULL
    FROM pilih WHERE e.id = pilih.id
)
INSERT INTO penilaian_riwayattahunan (objek_id, aksi, dari, ke, pada, catatan)
SELECT id, 'lewat_waktu', 'terbuka', 'menunggu_atasan', %(pada)s, '' FROM pilih
"""


@dataclass(frozen=True)
class Saat:
    """The moment of a run and its date in each zone. Rows carry this moment, so that a run by hand for another
    date (or a test in frozen time) leaves times that fit; of such a date it is noon in WIB, a day everywhere."""

    hari: dict[str, date]
    waktu: datetime

    @classmethod
    def pada(cls, tanggal: date | None = None, sekarang: datetime | None = None) -> "Saat":
        """Now, or the given date everywhere."""
        kini = sekarang or timezone.now()
        if tanggal is not None:
            kini = datetime.combine(tanggal, TENGAH_HARI, tzinfo=Zona.WIB.tz)
        return cls({zona.value: hari_ini(zona, kini) for zona in Zona}, kini)

    def di(self, zona: str) -> date:
        """The date in `zona`."""
        return self.hari[str(zona)]


def buka_tahunan(*, siklus: Siklus, oleh: Pegawai | None = None) -> int:
    """Open the yearly evaluation and create what is due; returns how many rows were created.

    An open year is filled further, a closed one raises TransisiDitolak. `oleh=None` is the schedule.
    """
    _ubah_status(siklus, "buka", StatusPeriode.TERBUKA, oleh, dibuka_pada=timezone.now())
    return isi_tahunan(siklus=siklus)


def isi_tahunan(*, siklus: Siklus) -> int:
    """Create the missing yearly evaluations of an open year, step by step; returns how many."""
    return per_halaman(_ISI, "sasaran_skp", f"tahunan:{siklus.pk}", **_isian(siklus))


def yang_belum_dibuat(*, siklus: Siklus) -> int:
    """How many evaluations opening the year would create now. Writes nothing."""
    with connection.cursor() as kursor:
        kursor.execute(_HITUNG, _isian(siklus))
        return int(kursor.fetchone()[0])


def _isian(siklus: Siklus) -> dict[str, Any]:
    wajib = [str(k) for k in WAJIB_SKP]
    awal = date(siklus.tahun, 1, 1)
    cuti = list(tabel_keadaan(awal).tanpa_evaluasi)
    akhir = date(siklus.tahun, 12, 31)
    return {"siklus": siklus.pk, "awal": awal, "akhir": akhir, "wajib": wajib, "cuti": cuti}


def tutup_tahunan(*, siklus: Siklus, oleh: Pegawai | None = None, saat: Saat | None = None) -> int:
    """Close the window: what nobody signed waits for the superior; returns how many rows that moved.

    A person who closes early ends the window that day, so that every clock counts from it.
    """
    saat = saat or Saat.pada()
    kini = saat.di(siklus.zona)
    akhir = (
        siklus.tutup_tahunan if oleh is None else max(siklus.buka_tahunan, min(siklus.tutup_tahunan, kini))
    )
    _ubah_status(siklus, "tutup", StatusPeriode.DITUTUP, oleh, ditutup_pada=saat.waktu, tutup_tahunan=akhir)
    zona = [z.value for z in Zona] if oleh else [siklus.zona]
    return alihkan_yang_terlambat(siklus=siklus, zona=zona, saat=saat)


def alihkan_yang_terlambat(*, siklus: Siklus, zona: list[str], saat: Saat) -> int:
    """Hand the unsigned evaluations of units in these zones to the superior of the assessor."""
    return sampai_habis(_LEWAT, f"tahunan:{siklus.pk}", siklus=siklus.pk, zona=zona, pada=saat.waktu)


def yang_perlu_dibuka(saat: Saat) -> list[Siklus]:
    """Years to be opened, and open ones, which may still lack somebody. Past its last day none is opened."""
    belum = Siklus.objects.exclude(status=StatusPeriode.DITUTUP).order_by("tahun")
    return [s for s in belum if _mulai(s) <= saat.di(s.zona) <= s.tutup_tahunan]


def _mulai(siklus: Siklus) -> date:
    return siklus.buka_tahunan if siklus.status == StatusPeriode.BELUM_DIBUKA else date.min


def yang_perlu_ditutup(saat: Saat) -> list[tuple[Siklus, list[str]]]:
    """Years with zones in which the window is over and somebody may still be unsigned."""
    tersisa = Q(tahunan__status="terbuka", tahunan__atasan_penilai__isnull=False)
    calon = Siklus.objects.filter(Q(status=StatusPeriode.TERBUKA) | tersisa & Q(status=StatusPeriode.DITUTUP))
    hasil = []
    for siklus in calon.distinct().order_by("tahun"):
        zona = [z for z, hari in saat.hari.items() if hari > siklus.tutup_tahunan]
        if zona:
            hasil.append((siklus, zona))
    return hasil


def tutup_yang_lewat(*, siklus: Siklus, zona: list[str], saat: Saat | None = None) -> int:
    """What the schedule does with a year whose window is over in `zona`; returns the rows that moved."""
    saat = saat or Saat.pada()
    menutup = siklus.status == StatusPeriode.TERBUKA and siklus.zona in zona
    jumlah = tutup_tahunan(siklus=siklus, saat=saat) if menutup else 0
    return jumlah + alihkan_yang_terlambat(siklus=siklus, zona=zona, saat=saat)


def _ubah_status(siklus: Siklus, aksi: str, ke: str, oleh: Pegawai | None, **isian: Any) -> None:
    """Make the move unless it is made already; a second worker that comes too late finds it made."""
    if _status(siklus) == ke:
        return
    try:
        jalankan(alur=ALUR_SIKLUS, objek=siklus, aksi=aksi, oleh=oleh, **isian)
    except TransisiDitolak:
        if _status(siklus) != ke:
            raise


def _status(siklus: Siklus) -> str:
    return Siklus.objects.values_list("status", flat=True).get(pk=siklus.pk)
