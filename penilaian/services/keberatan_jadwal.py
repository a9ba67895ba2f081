"""What the schedule does with objections: dates by today's calendar, reminders, escalation. It decides nothing."""

from datetime import date, timedelta

from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from akses.enums import Peran
from inti.kalender import Zona, hari_ini, tambah_hari_kerja
from inti.services.libur import set_libur
from pegawai.enums import KedudukanHukum
from pemberitahuan.models import JenisPesan
from penilaian.models import Keberatan
from penilaian.services.keberatan_syarat import jam_putus
from penilaian.services.siklus import NOL

DEKAT = 2  # working days before the deadline on which the superior is reminded
CADANGAN = timedelta(days=30)

# Who is told, about which objections: `hari` is the last day that is still in time for a reminder.
_SEBUTAN = """
SELECT k.id, k.pemutus_id, k.batas_putus, o.nama,
       CASE WHEN p.id IS NULL THEN 'Tahun ' || s.tahun ELSE
            (CASE WHEN p.jenis = 'triwulan'
                  THEN 'Triwulan ' || (ARRAY['I', 'II', 'III', 'IV'])[p.nomor]
                  ELSE (ARRAY['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus',
                              'September', 'Oktober', 'November', 'Desember'])[p.nomor] END) || ' ' || sp.tahun
       END AS sebutan
FROM penilaian_keberatan k
JOIN pegawai_pegawai o ON o.id = k.pegawai_id
JOIN pegawai_unitkerja u ON u.id = k.unit_id AND u.zona = %(zona)s
LEFT JOIN penilaian_evaluasitahunan t ON t.id = k.tahunan_id
LEFT JOIN sasaran_siklus s ON s.id = t.siklus_id
LEFT JOIN penilaian_evaluasiperiodik e ON e.id = k.periodik_id
LEFT JOIN sasaran_periode p ON p.id = e.periode_id
LEFT JOIN sasaran_siklus sp ON sp.id = p.siklus_id
WHERE k.status IN ('diajukan', 'dijelaskan')
"""
_PESAN = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT penerima, %(jenis)s, %(jenis)s || ':' || id || ':' || penerima || ':' || batas_putus,
       jsonb_build_object('nama', nama, 'periode', sebutan, 'batas', batas_putus),
       replace(%(tautan)s, %(nol)s, id::text)
FROM ({isi}) AS x
ON CONFLICT (kunci) DO NOTHING
"""
_DEKAT = (
    "SELECT k.*, k.pemutus_id AS penerima FROM ({sebutan} AND k.batas_putus BETWEEN %(hari)s AND %(dekat)s) k"
)
_LEWAT = """
    WITH lewat AS ({sebutan} AND k.batas_putus < %(hari)s)
    SELECT l.*, l.pemutus_id AS penerima FROM lewat l
    UNION
    SELECT l.*, r.pegawai_id FROM lewat l
    JOIN akses_penugasanperan r ON r.peran = %(peran)s AND r.mulai <= %(hari)s
         AND (r.selesai IS NULL OR r.selesai >= %(hari)s)
"""
_INGATKAN = _PESAN.format(isi=_DEKAT.format(sebutan=_SEBUTAN))
_ESKALASI = _PESAN.format(isi=_LEWAT.format(sebutan=_SEBUTAN))

# The superior has left the service: the assessor's superior of today takes his place, in the evaluation too.
_IKUTI = """
WITH ganti AS MATERIALIZED (
    SELECT k.id, k.status, k.tahunan_id, k.periodik_id, l.nama AS lama, a.penilai_id AS baru, b.nama AS nama_baru
    FROM penilaian_keberatan k
    JOIN pegawai_pegawai l ON l.id = k.pemutus_id AND l.kedudukan_hukum >= %(berhenti)s
    JOIN pegawai_atasan a ON a.pegawai_id = k.penilai_id
    JOIN pegawai_pegawai b ON b.id = a.penilai_id
    WHERE k.status IN ('diajukan', 'dijelaskan')
      AND a.penilai_id NOT IN (k.pemutus_id, k.pegawai_id, k.penilai_id)
    FOR UPDATE OF k SKIP LOCKED
), tahunan AS (
    UPDATE penilaian_evaluasitahunan e SET atasan_penilai_id = g.baru FROM ganti g WHERE e.id = g.tahunan_id
), periodik AS (
    UPDATE penilaian_evaluasiperiodik e SET atasan_penilai_id = g.baru FROM ganti g WHERE e.id = g.periodik_id
), diubah AS (
    UPDATE penilaian_keberatan k SET pemutus_id = g.baru FROM ganti g WHERE k.id = g.id
)
INSERT INTO penilaian_riwayatkeberatan (objek_id, aksi, dari, ke, pada, catatan)
SELECT id, 'ganti_pemutus', status, status, now(), lama || ' → ' || nama_baru FROM ganti
"""


def jalankan_keberatan(*, zona: Zona, hari: date | None = None) -> int:
    """What is due on `hari` (today) for units in `zona`; returns how many messages and changes that made.

    Running twice changes nothing. An overdue objection goes to the superior and to every manager of the
    government, once per deadline; a machine never decides.
    """
    hari = hari or hari_ini(zona, timezone.now())
    return _ikuti() + segarkan_batas(zona=zona) + _kabari(zona=zona, hari=hari)


def segarkan_batas(*, zona: Zona) -> int:
    """Bring the deadlines of undecided objections up to the calendar of today; returns how many moved."""
    bergeser = []
    for satu in Keberatan.objects.berjalan().filter(unit__zona=zona).select_related("unit"):
        batas = jam_putus(satu).hitungan.jatuh_tempo
        if batas != satu.batas_putus:
            satu.batas_putus = batas
            bergeser.append(satu)
    return Keberatan.objects.bulk_update(bergeser, ["batas_putus"]) if bergeser else 0


def _ikuti() -> int:
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(_IKUTI, {"berhenti": KedudukanHukum.BELUM_SK_CPNS})
        return kursor.rowcount


def _kabari(*, zona: Zona, hari: date) -> int:
    isian = {
        "zona": zona,
        "hari": hari,
        "dekat": tambah_hari_kerja(hari, DEKAT, set_libur(hari, hari + CADANGAN)),
        "peran": Peran.PENGELOLA_INSTANSI,
        "tautan": reverse("penilaian:keberatan-rinci", args=[NOL]),
        "nol": str(NOL),
    }
    jumlah = 0
    with connection.cursor() as kursor:
        for perintah, jenis in (
            (_INGATKAN, JenisPesan.PENGINGAT_KEBERATAN),
            (_ESKALASI, JenisPesan.KEBERATAN_TERLAMBAT),
        ):
            kursor.execute(perintah, {**isian, "jenis": jenis})
            jumlah += kursor.rowcount
    return jumlah
