"""Colleagues in the demo: counted answers of the finished quarters, open requests of the running one.

Of finished quarters there are only results, as after every closing: the answers themselves are gone. Some have
too few, and small groups were never asked. Keys are made from people and periods: the same every time.
"""

from datetime import date, timedelta
from hashlib import sha256

from django.db import connection

from kinerja.demo.muat import salin
from penilaian.models import KebijakanRekan, KuesionerRekan, UndianRekan
from penilaian.services.rekan_dasar import pastikan_kuesioner
from penilaian.services.undian_rekan import undi_semua
from sasaran.enums import StatusPeriode
from sasaran.models import Periode

CORET = timedelta(days=1)
TEKS = (
    "Teruskan kebiasaan memberi kabar sebelum tenggat; itu sangat membantu kami di loket.",
    "Catatan rapatnya rapi dan cepat dibagikan.",
    "Akan lebih baik bila berkas dibagikan sehari sebelum rapat.",
    "Sabar menghadapi warga, dan rekan lain belajar dari situ.",
    "Kadang sulit dihubungi saat sedang di lapangan.",
    "Mau menggantikan tanpa diminta ketika antrean panjang.",
    "Pekerjaan teliti; jarang perlu diperiksa ulang.",
    "Coba bagi pekerjaan lebih awal supaya tidak menumpuk di akhir pekan.",
)

# What seven colleagues at most answered to each question, counted; four or fewer are not shown.
_HASIL = """
WITH dasar AS (
    SELECT DISTINCT ON (e.pegawai_id, e.periode_id) e.pegawai_id, e.periode_id, e.penilai_id,
        md5(e.pegawai_id::text || e.periode_id::text)::uuid AS id, o.acak + p.nomor * 31 AS acak, o.tokoh, p.nomor
    FROM penilaian_evaluasiperiodik e
    JOIN sasaran_periode p ON p.id = e.periode_id AND p.status = 'ditutup'
    JOIN demo_orang o ON o.id = e.pegawai_id AND (o.rinci OR o.tokoh IS NOT NULL)
    WHERE e.status <> 'terkunci'
    ORDER BY e.pegawai_id, e.periode_id, e.id
), kelompok AS (
    SELECT *, count(*) OVER (PARTITION BY periode_id, penilai_id) AS n,
        CASE WHEN tokoh IS NOT NULL THEN (ARRAY[7, 4, 6, 5])[nomor] ELSE 3 + pg_temp.dadu(acak, 41, 5) END AS jawab
    FROM dasar
), jawaban AS (
    SELECT k.id, b.kode, pg_temp.dadu(k.acak + j * 101, 42 + b.urutan, 20) AS d
    FROM kelompok k CROSS JOIN generate_series(1, 7) j CROSS JOIN penilaian_butirrekan b
    WHERE j <= k.jawab AND k.jawab >= 5
), hitung AS (
    SELECT id, kode, count(*) FILTER (WHERE d < 7) AS a, count(*) FILTER (WHERE d BETWEEN 7 AND 14) AS b,
        count(*) FILTER (WHERE d BETWEEN 15 AND 17) AS c, count(*) FILTER (WHERE d = 18) AS e,
        count(*) FILTER (WHERE d = 19) AS tak
    FROM jawaban GROUP BY id, kode
), butir AS (
    SELECT id, jsonb_object_agg(kode, CASE WHEN a + b + c + e >= 5 THEN jsonb_build_array(a, b, c, e, tak) END) AS isi
    FROM hitung GROUP BY id
)
INSERT INTO penilaian_hasilrekan (id, periode_id, pegawai_id, keadaan, jumlah, butir, teks)
SELECT k.id, k.periode_id, k.pegawai_id,
    CASE WHEN kecil THEN 'terlalu_kecil' WHEN b.isi IS NULL THEN 'kurang' ELSE 'tampil' END,
    CASE WHEN NOT kecil AND b.isi IS NOT NULL THEN k.jawab END,
    CASE WHEN NOT kecil THEN b.isi END,
    CASE WHEN NOT kecil AND b.isi IS NOT NULL THEN (
        SELECT coalesce(jsonb_agg(t.isi ORDER BY hashint4(t.ke # k.acak)), '[]') FROM demo_teks_rekan t
        WHERE (t.ke + k.acak) %% 4 = 0) END
FROM kelompok k LEFT JOIN butir b ON b.id = k.id
CROSS JOIN LATERAL (SELECT k.n < 6 AND k.tokoh IS NULL AS kecil) x
ORDER BY k.id
"""
# Requests of the running quarter get keys that are the same every time.
_KUNCI = """
SET CONSTRAINTS ALL DEFERRED;
UPDATE penilaian_tugasrekan SET hasil_id = md5(dinilai_id::text || periode_id::text)::uuid,
    id = md5(dinilai_id::text || rekan_id::text || periode_id::text)::uuid;
UPDATE penilaian_hasilrekan SET id = md5(pegawai_id::text || periode_id::text)::uuid;
SET CONSTRAINTS ALL IMMEDIATE
"""


def isi_rekan(hari_ini: date, *, undi: bool) -> None:
    """Policy, questions, results of finished quarters and, with `undi`, requests of the running one."""
    awal = date(hari_ini.year - 1, 1, 1)
    kebijakan = KebijakanRekan.objects.create(
        berlaku=awal, dasar=f"Keputusan Bupati Nomor 800/21/{hari_ini.year - 1}"
    )
    pastikan_kuesioner(berlaku=awal)
    kuesioner = KuesionerRekan.objects.get()
    semua = list(Periode.objects.select_related("siklus").exclude(status=StatusPeriode.BELUM_DIBUKA))
    for periode in semua:
        UndianRekan.objects.create(
            periode=periode,
            kebijakan=kebijakan,
            kuesioner=kuesioner,
            benih=sha256(str(periode).encode()).hexdigest(),
            coret_sampai=periode.buka_evaluasi + CORET,
            jawab_dari=periode.buka_evaluasi + 2 * CORET,
        )
    with connection.cursor() as kursor:
        kursor.execute("CREATE TEMP TABLE demo_teks_rekan (ke int, isi text) ON COMMIT DROP")
    salin("demo_teks_rekan", "ke, isi", (f"{ke}\t{teks}\n" for ke, teks in enumerate(TEKS)))
    with connection.cursor() as kursor:
        kursor.execute(_HASIL, {})
    if undi:
        for undian in UndianRekan.objects.filter(periode__status=StatusPeriode.TERBUKA).select_related(
            "periode__siklus", "kebijakan"
        ):
            undi_semua(undian=undian)
        with connection.cursor() as kursor:
            kursor.execute(_KUNCI)
