"""Recognition of the finished year in all its states, an exported bonus run and a draft one.

Candidates and lines come from the services themselves; nominations are written with the dates of the spring.
"""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from pegawai.models import Pegawai, UnitKerja
from penghargaan.models import KebijakanBonus, KebijakanPenghargaan, PerhitunganBonus, UsulanPenghargaan
from penghargaan.services.bonus import jumlah_total
from penghargaan.services.bonus_hitung import isi_baris
from penghargaan.services.penghargaan_kandidat import hitung_kandidat
from penghargaan.services.penghargaan_sertifikat import cabut_sertifikat, terbitkan_sertifikat
from sasaran.enums import StatusPeriode
from sasaran.models import Periode, Siklus

BANYAK = 30
UNTUK = (
    "Antrean layanan yang lebih pendek setelah alur loket ditata ulang bersama tim.",
    "Pendampingan desa terpencil sampai seluruh warganya terlayani.",
    "Laporan bulanan yang tepat waktu sepanjang tahun dan mudah diperiksa.",
    "Membagi cara kerja yang baik kepada rekan-rekan baru di unitnya.",
    "Menyelesaikan tunggakan berkas lama tanpa mengganggu layanan harian.",
    "Perbaikan data yang membuat bantuan sampai kepada yang berhak.",
)
ALASAN = (
    "Hasil kerjanya di atas target sejak triwulan pertama, buktinya ada pada laporan, dan rekan serta warga "
    "merasakan bedanya. Ia melakukannya sambil membantu dua pegawai baru."
)
# One nomination per assessor at the most, Ratna first; nobody who acts on it is the nominee or his subordinate.
_USULAN = """
WITH pilih AS (
    SELECT DISTINCT ON (k.penilai_id) k.*, k.pegawai_id = %(ratna)s AS ratna, md5(k.pegawai_id::text) AS acak
    FROM penghargaan_kandidatpenghargaan k
    WHERE k.siklus_id = %(siklus)s AND k.kebijakan_id = %(kebijakan)s
      AND k.penilai_id NOT IN (%(pemeriksa)s, %(pemutus)s) AND k.pegawai_id NOT IN (%(pemeriksa)s, %(pemutus)s)
      AND NOT EXISTS (SELECT FROM pegawai_pegawai o WHERE o.id = k.pegawai_id AND o.kedudukan_hukum <> '01')
      AND NOT EXISTS (SELECT FROM pegawai_atasan a WHERE a.penilai_id = k.pegawai_id
          AND a.pegawai_id IN (%(pemeriksa)s, %(pemutus)s, k.penilai_id))
    ORDER BY k.penilai_id, k.pegawai_id = %(ratna)s DESC, md5(k.pegawai_id::text)
), urut AS (
    SELECT *, row_number() OVER (ORDER BY ratna DESC, acak)::int AS n FROM pilih
), keadaan AS (
    SELECT *, CASE WHEN n <= 12 THEN 'diserahkan' WHEN n <= 15 THEN 'diputuskan' WHEN n <= 19 THEN 'diperiksa'
        WHEN n <= 25 THEN 'diusulkan' WHEN n <= 28 THEN 'ditolak' ELSE 'batal' END AS ke,
        %(awal)s::timestamptz + make_interval(days => n, hours => n %% 6) AS usul
    FROM urut WHERE n <= %(banyak)s
), tahap AS (
    SELECT *, ke IN ('diperiksa', 'diputuskan', 'diserahkan', 'ditolak') OR n = 29 AS periksa,
        ke IN ('diputuskan', 'diserahkan') OR n IN (28, 29) AS putus
    FROM keadaan
)
INSERT INTO penghargaan_usulanpenghargaan (id, kandidat_id, kebijakan_id, siklus_id, evaluasi_id, pegawai_id,
    unit_id, penilai_id, atasan_penilai_id, status, untuk, alasan, pengusul_id, diusulkan_pada, pemeriksa_id,
    diperiksa_pada, pemutus_id, diputuskan_pada, nomor_keputusan, diserahkan_pada, umumkan)
SELECT md5('usulan' || id)::uuid, id, kebijakan_id, siklus_id, evaluasi_id, pegawai_id, unit_id, penilai_id,
    atasan_penilai_id, ke, (%(untuk)s::text[])[1 + n %% cardinality(%(untuk)s::text[])], %(alasan)s, penilai_id,
    usul, CASE WHEN periksa THEN %(pemeriksa)s::uuid END, CASE WHEN periksa THEN usul + interval '3 days' END,
    CASE WHEN putus THEN %(pemutus)s::uuid END, CASE WHEN putus THEN usul + interval '8 days' END,
    CASE WHEN putus AND ke <> 'ditolak' THEN '800/' || 100 + n || '/BKPSDM/' || %(tahun)s + 1 ELSE '' END,
    CASE WHEN ke = 'diserahkan' THEN usul + interval '20 days' END, n <> 5
FROM tahap
"""
_RIWAYAT = """
INSERT INTO penghargaan_riwayatusulan (objek_id, aksi, dari, ke, oleh_id, pada, catatan)
SELECT u.id, r.aksi, r.dari, r.ke, r.oleh, r.pada, r.catatan
FROM penghargaan_usulanpenghargaan u
CROSS JOIN LATERAL (VALUES
    (1, 'usulkan', '', 'diusulkan', u.pengusul_id, u.diusulkan_pada, ''),
    (2, 'periksa', 'diusulkan', 'diperiksa', u.pemeriksa_id,
        CASE WHEN u.status <> 'ditolak' OR u.pemutus_id IS NOT NULL THEN u.diperiksa_pada END, ''),
    (3, 'gugurkan', 'diusulkan', 'ditolak', u.pemeriksa_id,
        CASE WHEN u.status = 'ditolak' AND u.pemutus_id IS NULL THEN u.diperiksa_pada END,
        'Bukti yang dilampirkan belum mendukung. Usulkan lagi setelah dilengkapi.'),
    (4, 'putuskan', 'diperiksa', 'diputuskan', u.pemutus_id,
        CASE WHEN u.nomor_keputusan <> '' THEN u.diputuskan_pada END, ''),
    (5, 'tolak', 'diperiksa', 'ditolak', u.pemutus_id,
        CASE WHEN u.status = 'ditolak' THEN u.diputuskan_pada END, 'Tahun ini didahulukan unit lain.'),
    (6, 'serahkan', 'diputuskan', 'diserahkan', u.pemeriksa_id, u.diserahkan_pada, ''),
    (7, 'cabut', 'diputuskan', 'batal', u.pemutus_id,
        CASE WHEN u.status = 'batal' THEN u.diputuskan_pada + interval '5 days' END,
        'Data hasil kerja yang menjadi dasar ternyata milik unit lain.'),
    (8, 'tarik', 'diusulkan', 'batal', u.pengusul_id,
        CASE WHEN u.status = 'batal' AND u.pemutus_id IS NULL THEN u.diusulkan_pada + interval '1 day' END,
        'Pegawai meminta tidak diusulkan tahun ini.')
) r (urut, aksi, dari, ke, oleh, pada, catatan)
WHERE r.pada IS NOT NULL ORDER BY r.pada, r.urut
"""
_BUKU = """
INSERT INTO penghargaan_bukupenghargaan (usulan_id, pegawai_id, jumlah, oleh_id, pada, keterangan)
SELECT id, pegawai_id, 1, pemutus_id, diputuskan_pada, untuk FROM penghargaan_usulanpenghargaan
WHERE nomor_keputusan <> '' ORDER BY diputuskan_pada, id;
INSERT INTO penghargaan_bukupenghargaan (usulan_id, pegawai_id, jumlah, membalik_id, oleh_id, pada, keterangan)
SELECT u.id, u.pegawai_id, -1, b.id, u.pemutus_id, u.diputuskan_pada + interval '5 days', 'Dasar keliru'
FROM penghargaan_usulanpenghargaan u JOIN penghargaan_bukupenghargaan b ON b.usulan_id = u.id
WHERE u.status = 'batal'
"""
_RIWAYAT_BONUS = """
INSERT INTO penghargaan_riwayatbonus (objek_id, aksi, dari, ke, oleh_id, pada, catatan)
SELECT p.id, r.aksi, r.dari, r.ke, r.oleh, r.pada, '' FROM penghargaan_perhitunganbonus p
CROSS JOIN LATERAL (VALUES
    ('susun', '', 'draf', p.penyusun_id, p.dibuat_pada), ('periksa', 'draf', 'diperiksa', p.pemeriksa_id,
        p.diperiksa_pada), ('setujui', 'diperiksa', 'disetujui', p.penyetuju_id, p.disetujui_pada),
    ('ekspor', 'disetujui', 'diekspor', p.penyusun_id, p.diekspor_pada)
) r (aksi, dari, ke, oleh, pada) WHERE r.pada IS NOT NULL ORDER BY r.pada
"""


def isi_penghargaan(hari_ini: date, tokoh: dict[str, tuple[Any, Any]]) -> None:
    """Fill recognition and bonus for the cast `tokoh` (key → id, unit) from the evaluations of last year.

    In January its yearly evaluation is not closed yet, so there are no candidates of that year.
    """
    siklus = Siklus.objects.get(tahun=hari_ini.year - 1)
    orang = {k: id_ for k, (id_, _unit) in tokoh.items()}
    orang.setdefault("pemeriksa_instansi", orang["pengelola_opd"])  # a very small government has one person
    if siklus.status == StatusPeriode.DITUTUP:
        _isi_usulan(siklus, hari_ini, orang)
    tutup = Periode.objects.filter(status=StatusPeriode.DITUTUP).select_related("siklus")
    lalu = tutup.filter(siklus__tahun=hari_ini.year - 1).order_by("-mulai").first()
    kini = tutup.order_by("-mulai").first()
    akar = UnitKerja.objects.filter(depth=1).first()
    if lalu and akar:
        _isi_bonus(lalu, akar, orang, selesai=True)
        if kini and kini != lalu:
            _isi_bonus(kini, akar, orang, selesai=False)
        with connection.cursor() as kursor:
            kursor.execute(_RIWAYAT_BONUS)


def _isi_usulan(siklus: Siklus, hari_ini: date, orang: dict[str, Any]) -> None:
    kebijakan = KebijakanPenghargaan.objects.create(
        jenis="teladan", nama="Insan pelayanan publik", mulai=date(siklus.tahun, 1, 1), predikat=2, tahun=1,
        predikat_periode=2, dasar=f"Keputusan Bupati Nomor 188/45/{siklus.tahun}",
    )  # fmt: skip
    hitung_kandidat(siklus=siklus)
    awal = min(date(hari_ini.year, 3, 1), hari_ini - timedelta(days=60))
    isian = {
        "siklus": siklus.pk, "kebijakan": kebijakan.pk, "tahun": siklus.tahun, "banyak": BANYAK,
        "ratna": orang["pegawai"], "pemeriksa": orang["pengelola_instansi"], "pemutus": orang["pimpinan"],
        "awal": timezone.make_aware(datetime.combine(awal, time(9, 20))), "untuk": list(UNTUK), "alasan": ALASAN,
    }  # fmt: skip
    with connection.cursor() as kursor:
        kursor.execute(_USULAN, isian)
        kursor.execute(_RIWAYAT)
        kursor.execute(_BUKU)
    pemutus = Pegawai.objects.get(pk=orang["pimpinan"])
    semua = UsulanPenghargaan.objects.exclude(nomor_keputusan="")
    for usulan in semua.select_related("pegawai", "kebijakan", "siklus", "unit"):
        terbitkan_sertifikat(usulan=usulan, oleh=pemutus)
        if usulan.status == "batal":
            cabut_sertifikat(usulan=usulan, oleh=pemutus, alasan="Dasar pemberian ternyata keliru.")


def _isi_bonus(periode: Periode, akar: UnitKerja, orang: dict[str, Any], *, selesai: bool) -> None:
    saat = timezone.make_aware(datetime.combine(periode.tutup_evaluasi + timedelta(days=3), time(10, 5)))
    satu = PerhitunganBonus.objects.create(
        periode=periode, unit=akar, kebijakan=KebijakanBonus.objects.berlaku(periode.selesai).get(),
        anggaran=0, penyusun_id=orang["pengelola_instansi"], dibuat_pada=saat, dihitung_pada=saat,
    )  # fmt: skip
    isi_baris(satu)
    isian: dict[str, Any] = {"anggaran": _bulat(jumlah_total(satu))}
    if selesai:
        isian |= {
            "status": "diekspor", "pemeriksa_id": orang["pemeriksa_instansi"],
            "diperiksa_pada": saat + timedelta(days=1), "penyetuju_id": orang["pimpinan"],
            "disetujui_pada": saat + timedelta(days=2), "diekspor_pada": saat + timedelta(days=3),
        }  # fmt: skip
    PerhitunganBonus.objects.filter(pk=satu.pk).update(**isian)


def _bulat(total: int) -> int:
    """A budget somewhat above the sum, in tens of millions."""
    return (total * 105 // 100 // 10_000_000 + 1) * 10_000_000
