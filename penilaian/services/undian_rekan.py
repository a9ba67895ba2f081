"""Asking colleagues for everybody in a period: the rule of aturan/rekan.py as one statement.

The draw is made for everybody at once, in a temporary table: a colleague is asked only so often, so that what
is drawn for one depends on all the others and must not depend on the pages on which rows lie. It is written
like the opening of a period itself (services/siklus.py): steps of page ranges, each its own transaction with a
lock per period; whoever has no draw yet gets one, so a later run does what is missing and a second changes
nothing.
"""

import secrets
from datetime import date
from uuid import UUID

from django.db import connection

from penilaian.aturan.rekan import JANGKAUAN
from penilaian.models import UndianRekan
from penilaian.services.langkah import per_rentang, satu_langkah
from penilaian.services.rekan_dasar import (
    cuti_rekan,
    hari_periode,
    kebijakan_berlaku,
    kuesioner_berlaku,
    kunci_undian,
    masa,
    pastikan_kuesioner,
    rencana,
)
from sasaran.models import Periode

# `orang`: everybody with an evaluation. `tempat`: where each stands in the near (0) and the wide (1) circle.
# `pilih`: of the next ones in the circle, those who were not asked last time first. `terbatas`: each is asked
# at most so often. `pergi`: on long leave while answers are taken, so not asked (aturan/keadaan.py). In the order
# of the keys, so that the unique index grows at one place at a time.
_RENCANA = """
CREATE TEMPORARY TABLE rencana_rekan AS
WITH orang AS MATERIALIZED (
    SELECT DISTINCT ON (e.pegawai_id) e.pegawai_id AS id, e.penilai_id AS penilai, e.ctid AS letak,
        sha256(convert_to(%(benih)s || e.pegawai_id::text, 'UTF8')) AS acak,
        sha256(convert_to(%(benih)s || coalesce(k.kelompok, ''), 'UTF8')) AS acak_kelompok,
        sha256(convert_to(%(benih)s || e.penilai_id::text, 'UTF8')) AS acak_penilai,
        md5(left(u.path, -4) || ':' || coalesce(e.atasan_penilai_id::text, ''))::uuid AS luas
    FROM penilaian_evaluasiperiodik e
    JOIN pegawai_unitkerja u ON u.id = e.unit_id
    LEFT JOIN (
        SELECT skp_id, min(mendukung_id::text) AS kelompok FROM sasaran_rencanahasilkerja
        WHERE mendukung_id IS NOT NULL GROUP BY skp_id
    ) k ON k.skp_id = e.skp_id
    WHERE e.periode_id = %(periode)s AND e.status <> 'terkunci'
    ORDER BY e.pegawai_id, e.id
), ukuran AS MATERIALIZED (
    SELECT *, row_number() OVER dekat_urut - 1 AS tempat_dekat, count(*) OVER dekat AS n_dekat,
        row_number() OVER luas_urut - 1 AS tempat_luas, count(*) OVER lebar AS n_luas
    FROM orang
    WINDOW dekat AS (PARTITION BY penilai), lebar AS (PARTITION BY luas),
        dekat_urut AS (PARTITION BY penilai ORDER BY acak_kelompok, acak),
        luas_urut AS (PARTITION BY luas ORDER BY acak_penilai, acak)
), lingkaran AS (
    SELECT id, penilai, penilai AS kolam, tempat_dekat AS tempat FROM ukuran
    UNION ALL
    SELECT id, penilai, luas, tempat_luas FROM ukuran
    WHERE n_luas <= %(kolam_maks)s
), dinilai AS MATERIALIZED (
    SELECT gen_random_uuid() AS hasil, o.id, o.penilai, o.letak, o.acak,
        CASE WHEN w.wide THEN o.luas ELSE o.penilai END AS kolam,
        CASE WHEN w.wide THEN o.tempat_luas ELSE o.tempat_dekat END AS tempat,
        CASE WHEN w.wide THEN o.n_luas ELSE o.n_dekat END AS n
    FROM ukuran o
    CROSS JOIN LATERAL (SELECT o.n_dekat - 1 < %(diminta)s AND o.n_luas > o.n_dekat
        AND o.n_luas <= %(kolam_maks)s AS wide) w
    LEFT JOIN penilaian_hasilrekan h ON h.pegawai_id = o.id AND h.periode_id = %(periode)s
    WHERE h.id IS NULL
), tetangga AS (
    SELECT d.*, langkah, (d.tempat + langkah) %% d.n AS tempat_b
    FROM dinilai d
    CROSS JOIN LATERAL generate_series(1, least(
        CASE WHEN (d.n - 1) / 2 >= 2 * %(diminta)s THEN (d.n - 1) / 2 ELSE d.n - 1 END,
        %(jangkauan)s * %(diminta)s)) langkah
    WHERE d.n - 1 >= %(ambang)s
), pergi AS MATERIALIZED (
    SELECT pegawai_id FROM pegawai_keadaanpegawai
    WHERE jenis = ANY(%(cuti)s) AND mulai <= %(jawab_sampai)s AND (selesai IS NULL OR selesai >= %(jawab_dari)s)
), pilih AS (
    SELECT t.hasil, t.id AS dinilai, t.acak, b.id AS rekan, row_number() OVER (
        PARTITION BY t.hasil ORDER BY (l.rekan_id IS NOT NULL), t.langkah) AS ke
    FROM tetangga t
    JOIN lingkaran b ON b.kolam = t.kolam AND b.tempat = t.tempat_b
    LEFT JOIN penilaian_tugasrekan l ON l.periode_id = %(lama)s AND l.dinilai_id = t.id
        AND l.rekan_id = b.id AND l.status <> 'dicoret'
    WHERE b.id <> t.penilai AND b.penilai <> t.id AND b.id NOT IN (SELECT pegawai_id FROM pergi)
), terbatas AS (
    SELECT p.*, count(*) OVER (PARTITION BY p.hasil) AS banyak FROM (
        SELECT p.*, row_number() OVER (PARTITION BY p.rekan ORDER BY p.ke, p.acak) + coalesce(x.n, 0) AS beban
        FROM pilih p
        LEFT JOIN (SELECT rekan_id, count(*) AS n FROM penilaian_tugasrekan
            WHERE periode_id = %(periode)s AND status <> 'dicoret' GROUP BY rekan_id) x ON x.rekan_id = p.rekan
        WHERE p.ke <= %(diminta)s
    ) p WHERE p.beban <= %(beban_maks)s
)
SELECT d.hasil, d.id AS dinilai, d.letak, t.rekan
FROM dinilai d LEFT JOIN terbatas t ON t.hasil = d.hasil AND t.banyak >= %(ambang)s
"""

# Who has a draw by now (another worker) keeps it. `rekan` is empty for a group that is too small.
_TULIS = """
WITH bagian AS MATERIALIZED (
    SELECT * FROM rencana_rekan WHERE letak >= %(dari)s::tid AND letak < %(sampai)s::tid
), hasil AS (
    INSERT INTO penilaian_hasilrekan (id, periode_id, pegawai_id, keadaan)
    SELECT hasil, %(periode)s, dinilai, CASE WHEN count(rekan) = 0 THEN 'terlalu_kecil' ELSE 'berjalan' END
    FROM bagian GROUP BY hasil, dinilai ORDER BY hasil
    ON CONFLICT (pegawai_id, periode_id) DO NOTHING
    RETURNING id
)
INSERT INTO penilaian_tugasrekan (hasil_id, periode_id, dinilai_id, rekan_id)
SELECT b.hasil, %(periode)s, b.dinilai, b.rekan FROM bagian b JOIN hasil ON hasil.id = b.hasil
WHERE b.rekan IS NOT NULL ORDER BY b.hasil
"""

_HAPUS = "DROP TABLE IF EXISTS pg_temp.rencana_rekan"

# The pages on which those to be described have their evaluations: a step costs the same without any of them.
_HALAMAN = """
SELECT coalesce(min((letak::text::point)[0]), 0)::int, coalesce(max((letak::text::point)[0]) + 1, 0)::int
FROM rencana_rekan
"""


def undi_periode(*, periode: Periode, hari: date | None = None) -> int:
    """Ask colleagues about everybody in the open `periode` who has no draw yet; returns the requests written.

    Nothing without a policy that asks for it, or when answering is over on `hari` (today).
    """
    undian = _undian(periode, hari or hari_periode(periode))
    if undian is None or masa(undian, hari=hari).lewat:
        return 0
    return undi_semua(undian=undian)


def undi_semua(*, undian: UndianRekan) -> int:
    """Step through all evaluations of the period of `undian`; returns the requests written."""
    mulai, akhir = _rencanakan(undian)
    jumlah = per_rentang(_TULIS, mulai, akhir, kunci_undian(undian.periode_id), periode=undian.periode_id)
    with connection.cursor() as kursor:
        kursor.execute(_HAPUS)
    return jumlah


def periode_sebelum(periode: Periode) -> UUID:
    """The period before this one; itself when there is none (nothing was asked in it yet)."""
    semua = Periode.objects.filter(mulai__lt=periode.mulai, jenis=periode.jenis)
    return semua.order_by("-mulai").values_list("pk", flat=True).first() or periode.pk


def _undian(periode: Periode, hari: date) -> UndianRekan | None:
    """The draw of this period, with its seed; made on the first call when a policy asks for it."""
    semua = UndianRekan.objects.select_related("kebijakan", "periode__siklus")
    if lama := semua.filter(periode=periode).first():
        return lama
    kebijakan = kebijakan_berlaku(periode.buka_evaluasi)
    if kebijakan is None or hari > periode.batas_penilaian_diri:
        return None
    pastikan_kuesioner(berlaku=kebijakan.berlaku)
    kuesioner = kuesioner_berlaku(periode.buka_evaluasi)
    jendela = rencana(periode, kebijakan.hari_coret)
    isi = {
        "kebijakan": kebijakan,
        "kuesioner": kuesioner,
        "benih": secrets.token_hex(32),
        "coret_sampai": jendela.coret_sampai,
        "jawab_dari": jendela.jawab_dari,
    }
    semua.get_or_create(periode=periode, defaults=isi)
    return semua.get(periode=periode)


def _isian(undian: UndianRekan) -> dict[str, object]:
    k = undian.kebijakan
    lama = periode_sebelum(undian.periode)
    return {
        "periode": undian.periode_id,
        "lama": lama if lama != undian.periode_id else UUID(int=0),
        "benih": undian.benih,
        "diminta": k.diminta,
        "ambang": k.ambang,
        "beban_maks": k.beban_maks,
        "kolam_maks": k.kolam_maks,
        "jangkauan": JANGKAUAN,
        **cuti_rekan(undian),
    }


def _rencanakan(undian: UndianRekan) -> tuple[int, int]:
    """Draw for everybody who has no draw yet, into the temporary table; returns the pages they are on."""
    with satu_langkah(kunci_undian(undian.periode_id)) as kursor:
        kursor.execute(_HAPUS)
        kursor.execute(_RENCANA, _isian(undian))
        kursor.execute("ANALYZE rencana_rekan")
        kursor.execute(_HALAMAN)
        mulai, akhir = kursor.fetchone()
    return mulai, akhir
