"""The labels that are due: a row per unit whose head assesses people, for a period or a year, set-based.

Safe to repeat: what exists stays; while the year is open, head and setter follow the placements.
"""

from datetime import date

from django.db import connection, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from inti.kalender import Zona, hari_ini
from pemberitahuan.models import JenisPesan
from sasaran.enums import StatusPeriode
from sasaran.models import Periode, Siklus

# Heads as in pegawai.services.atasan: definitive, else Plt, else Plh. Who sets the label is the assessor of a
# definitive head (an override included), else the head of the nearest unit above who is somebody else; at the
# top the head himself (SE MenPANRB 3/2023: one level above).
_PERLU = """
WITH kepala AS MATERIALIZED (
    SELECT DISTINCT ON (p.unit_id) p.unit_id, u.path, p.pegawai_id
    FROM pegawai_penempatan p JOIN pegawai_unitkerja u ON u.id = p.unit_id
    WHERE p.kepala AND p.mulai <= %(pada)s AND (p.selesai IS NULL OR p.selesai >= %(pada)s)
    ORDER BY p.unit_id, array_position(ARRAY['definitif', 'plt', 'plh'], p.jenis::text), p.mulai DESC, p.id
),
di_atas AS MATERIALIZED (
    SELECT DISTINCT ON (k.unit_id) k.unit_id, a.pegawai_id
    FROM kepala k
    CROSS JOIN LATERAL generate_series(4, length(k.path) - 4, 4) AS n
    JOIN kepala a ON a.path = left(k.path, n) AND a.pegawai_id <> k.pegawai_id
    ORDER BY k.unit_id, n DESC
),
perlu AS MATERIALIZED (
    SELECT k.unit_id, k.pegawai_id AS kepala_id,
           coalesce(t.penilai_id, d.pegawai_id, k.pegawai_id) AS penetap_id
    FROM kepala k
    LEFT JOIN di_atas d ON d.unit_id = k.unit_id
    LEFT JOIN pegawai_atasan t ON t.pegawai_id = k.pegawai_id AND t.unit_id = k.unit_id
    WHERE EXISTS (SELECT FROM pegawai_atasan x WHERE x.penilai_id = k.pegawai_id)
)
"""
_ISI = (
    _PERLU
    + """
INSERT INTO penilaian_capaianorganisasi
    (siklus_id, periode_id, unit_id, kepala_id, penetap_id, sendiri, jenis_dasar)
SELECT %(siklus)s, %(periode)s, unit_id, kepala_id, penetap_id, kepala_id = penetap_id,
       CASE WHEN kepala_id = penetap_id THEN 'luar' WHEN %(periode)s::uuid IS NULL THEN 'iku'
            ELSE 'rencana_aksi' END
FROM perlu
ORDER BY unit_id
ON CONFLICT {satu} DO NOTHING
"""
)
_SATU_PERIODE = "(periode_id, unit_id) WHERE periode_id IS NOT NULL"
_SATU_TAHUN = "(siklus_id, unit_id) WHERE periode_id IS NULL"
_IKUTI = (
    _PERLU
    + """
UPDATE penilaian_capaianorganisasi c
SET kepala_id = p.kepala_id, penetap_id = p.penetap_id,
    sendiri = CASE WHEN c.status = 'ditetapkan' THEN c.sendiri ELSE p.kepala_id = p.penetap_id END
FROM perlu p
WHERE c.unit_id = p.unit_id AND c.siklus_id = %(siklus)s AND c.periode_id IS NOT DISTINCT FROM %(periode)s
  AND (c.kepala_id, c.penetap_id) IS DISTINCT FROM (p.kepala_id, p.penetap_id)
"""
)

# One message per leader and period: how many labels wait for him.
_KABARI = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT c.penetap_id, %(jenis)s, %(kunci)s || c.penetap_id::text,
       jsonb_build_object('jumlah', count(*), 'periode', %(nama)s::text), %(tautan)s
FROM penilaian_capaianorganisasi c
WHERE c.siklus_id = %(siklus)s AND c.periode_id IS NOT DISTINCT FROM %(periode)s::uuid
  AND c.status <> 'ditetapkan'
GROUP BY c.penetap_id
ON CONFLICT (kunci) DO NOTHING
"""


def isi_capaian(*, siklus: Siklus, periode: Periode | None = None, pada: date, kabari: bool = True) -> int:
    """Create the missing labels of a period (or of the year), follow the heads of `pada`, tell the setters.

    Without `kabari` nobody is told: for periods that are over.
    Returns how many rows were created or followed a new head. One transaction, one worker at a time.
    """
    isian = {"siklus": siklus.pk, "periode": periode.pk if periode else None, "pada": pada}
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('penilaian.capaian'))")
        kursor.execute(_IKUTI, isian)
        diikuti = kursor.rowcount
        kursor.execute(_ISI.format(satu=_SATU_PERIODE if periode else _SATU_TAHUN), isian)
        dibuat = kursor.rowcount
        if kabari:
            kursor.execute(_KABARI, {**isian, **_pesan(siklus, periode)})
    return dibuat + diikuti


def jalankan_capaian(*, zona: Zona, hari: date | None = None) -> int:
    """What the schedule does on `hari` (today) for years in `zona`: the labels of every open period and year.

    Returns how many rows were created or changed their head.
    """
    hari = hari or hari_ini(zona, timezone.now())
    jumlah = 0
    for periode in Periode.objects.filter(_terbuka(), siklus__zona=zona).select_related("siklus"):
        jumlah += isi_capaian(siklus=periode.siklus, periode=periode, pada=hari)
    for siklus in Siklus.objects.filter(_terbuka(), zona=zona):
        jumlah += isi_capaian(siklus=siklus, pada=hari)
    return jumlah


def _terbuka() -> Q:
    return Q(status=StatusPeriode.TERBUKA)


def _pesan(siklus: Siklus, periode: Periode | None) -> dict[str, str]:
    nama = periode.sebutan_baku if periode else f"Tahun {siklus}"
    return {
        "jenis": JenisPesan.CAPAIAN_MENUNGGU,
        "kunci": f"{JenisPesan.CAPAIAN_MENUNGGU}:{periode.pk if periode else siklus.tahun}:",
        "nama": nama,
        "tautan": reverse("penilaian:capaian"),
    }
