"""What the clocks do with yearly evaluations, set-based: deliver, pass over, report, finish.

A clock runs on the working calendar of the unit, in its zone. Every step asks one date per zone and working
week (`kejadian_terakhir`): events up to it are due. Running twice changes nothing.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import connection
from django.urls import reverse

from akses.enums import Peran
from inti.kalender import AKHIR_PEKAN, SATU_HARI, Zona
from inti.services.libur import set_libur
from pemberitahuan.models import JenisPesan
from penilaian.aturan.tenggat import Kode, jatuh_tempo, kejadian_terakhir
from penilaian.services.langkah import sampai_habis
from penilaian.services.siklus import NOL
from penilaian.services.tahunan_siklus import Saat
from sasaran.models import Siklus

CADANGAN = timedelta(days=120)  # calendar days that surely hold thirty working days

# The units' calendars: per zone and week the last days of events that are due, for the normal document (D.1.1)
# and for the one of a late assessor (D.1.2).
_KALENDER = """
kalender AS MATERIALIZED (
    SELECT * FROM unnest(%(zona)s::text[], %(tz)s::text[], %(pekan)s::int[], %(normal)s::date[],
                         %(terlambat)s::date[]) AS k (zona, tz, pekan, normal, terlambat)
)
"""
_PILIH = """
pilih AS MATERIALIZED (
    SELECT e.id, e.status, e.pegawai_id, e.ditandatangani_oleh_id
    FROM penilaian_evaluasitahunan e
    JOIN pegawai_unitkerja u ON u.id = e.unit_id
    JOIN kalender k ON k.zona = u.zona AND k.pekan = u.hari_per_pekan
    WHERE e.siklus_id = %(siklus)s AND {syarat}
    LIMIT %(banyak)s
    FOR UPDATE OF e SKIP LOCKED
)
"""
_RIWAYAT = """
INSERT INTO penilaian_riwayattahunan (objek_id, aksi, dari, ke, pada, catatan)
SELECT id, '{aksi}', status, {ke}, %(pada)s, '' FROM pilih
"""
_JATUH = (
    "(e.{waktu} AT TIME ZONE k.tz)::date <= CASE e.jalur WHEN 'terlambat' THEN k.terlambat ELSE k.normal END"
)


def _susun(syarat: str, tulis: str, aksi: str, ke: str) -> str:
    """One statement: choose what is due, write it, keep the history. All parts are constants of this module."""
    return f"WITH {_KALENDER}, {_PILIH.format(syarat=syarat)}, {tulis} {_RIWAYAT.format(aksi=aksi, ke=ke)}"


def _ubah(isi: str) -> str:
    return f"pindah AS (UPDATE penilaian_evaluasitahunan e SET {isi} FROM pilih WHERE e.id = pilih.id)"  # noqa: S608 - constants of this module


# On its last day the result goes to the employee by itself, so that none lies in a drawer beyond it (V.A.5, 9).
_SAMPAIKAN = _susun(
    f"e.status = 'ditandatangani' AND {_JATUH.format(waktu='ditandatangani_pada')}",
    _ubah("status = 'disampaikan', disampaikan_pada = %(pada)s")  # noqa: S608 - constants
    + """, kabar AS (
    INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
    SELECT p.pegawai_id, %(jenis)s, %(jenis)s || ':' || p.id,
           jsonb_build_object('nama', o.nama, 'tahun', %(tahun)s::text), replace(%(tautan)s, %(nol)s, p.id::text)
    FROM pilih p JOIN pegawai_pegawai o ON o.id = p.ditandatangani_oleh_id
    ON CONFLICT (kunci) DO NOTHING
)""",
    "sampaikan",
    "'disampaikan'",
)

# The employee neither signed nor refused in time (V.A.6, 10).
_LEWATI = _susun(
    f"e.status = 'disampaikan' AND {_JATUH.format(waktu='disampaikan_pada')}",
    _ubah("status = 'tanpa_tanggapan'"),
    "lewati_tanggapan",
    "'tanpa_tanggapan'",
)

# Once answered, and on the last day of the report in any case (V.A.7, 11, B.8); a changed result afterwards is
# a report of its own: whoever decides an objection empties the column.
_LAPORKAN = _susun(
    "e.dilaporkan_pada IS NULL AND (e.status IN ('diterima', 'ditolak', 'tanpa_tanggapan', 'diputus') "
    "OR e.status IN ('disampaikan', 'keberatan') AND k.normal >= %(tutup)s)",
    _ubah("dilaporkan_pada = %(pada)s"),
    "laporkan",
    "status",
)

# Nothing can change any more: reported, and the objection is decided, impossible (final) or too late (V.B.2).
_SELESAIKAN = _susun(
    "e.dilaporkan_pada IS NOT NULL AND (e.status = 'diputus' OR e.status IN ('diterima', 'ditolak', "
    "'tanpa_tanggapan') AND (e.final OR (e.disampaikan_pada AT TIME ZONE k.tz)::date <= k.normal))",
    _ubah("status = 'selesai'"),
    "selesaikan",
    "'selesai'",
)

# One line to those who keep the documents for the PyB: how many came in today.
_KABARI_PYB = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT DISTINCT ON (p.pegawai_id) p.pegawai_id, %(jenis)s, %(kunci)s || p.pegawai_id,
       jsonb_build_object('tahun', %(tahun)s::text, 'jumlah', %(jumlah)s::int), %(tautan)s
FROM akses_penugasanperan p
WHERE p.peran = %(peran)s AND p.mulai <= %(hari)s AND (p.selesai IS NULL OR p.selesai >= %(hari)s)
ON CONFLICT (kunci) DO NOTHING
"""


def gerakkan(*, siklus: Siklus, saat: Saat) -> dict[str, int]:
    """Make every move of this year that is due at `saat`; returns how many of each."""
    return {
        "disampaikan": sampaikan_yang_jatuh_tempo(siklus=siklus, saat=saat),
        "tanpa_tanggapan": _jalankan(
            _LEWATI, siklus, saat, kalender(saat, Kode.KEMBALI, Kode.ATASAN_KEMBALI)
        ),
        "dilaporkan": laporkan(siklus=siklus, saat=saat),
        "selesai": _jalankan(_SELESAIKAN, siklus, saat, kalender(saat, Kode.KEBERATAN, Kode.KEBERATAN)),
    }


def sampaikan_yang_jatuh_tempo(*, siklus: Siklus, saat: Saat) -> int:
    """Deliver the signed results whose last day of hand-over has come, and tell the employees."""
    isian = kalender(saat, Kode.SERAH, Kode.ATASAN_SERAH, hari_terakhir=True)
    return _jalankan(
        _SAMPAIKAN,
        siklus,
        saat,
        isian,
        jenis=JenisPesan.TAHUNAN_DISAMPAIKAN,
        tahun=str(siklus),
        tautan=reverse("penilaian:tahunan-hasil", args=[NOL]),
        nol=str(NOL),
    )


def laporkan(*, siklus: Siklus, saat: Saat) -> int:
    """Report what is answered or at the last day of the report, and tell who keeps the documents."""
    isian = kalender(saat, Kode.LAPOR, Kode.ATASAN_LAPOR, hari_terakhir=True)
    jumlah = _jalankan(_LAPORKAN, siklus, saat, isian, tutup=siklus.tutup_tahunan)
    if jumlah:
        hari = saat.di(siklus.zona)
        jenis = JenisPesan.TAHUNAN_DILAPORKAN
        with connection.cursor() as kursor:
            kursor.execute(
                _KABARI_PYB,
                {
                    "jenis": jenis,
                    "kunci": f"{jenis}:{siklus.pk}:{hari:%Y%m%d}:",
                    "tahun": str(siklus),
                    "jumlah": jumlah,
                    "tautan": reverse("admin:penilaian_evaluasitahunan_changelist"),
                    "peran": Peran.PENGELOLA_INSTANSI.value,
                    "hari": hari,
                },
            )
    return jumlah


def kalender(
    saat: Saat, normal: Kode, terlambat: Kode, *, hari_terakhir: bool = False
) -> dict[str, list[object]]:
    """Per zone and working week the last day of an event whose deadline is over (or, with `hari_terakhir`,
    whose last day has come): the parameters of `_KALENDER`."""
    baris = []
    for zona in Zona:
        hari = saat.di(zona) + (SATU_HARI if hari_terakhir else timedelta(0))
        libur = libur_sekitar(hari)
        for pekan in AKHIR_PEKAN:
            batas = [kejadian_terakhir(kode, hari, libur, pekan) for kode in (normal, terlambat)]
            baris.append((zona.value, zona.nama_tz, pekan, *batas))
    kolom = zip(*baris, strict=True)
    return dict(zip(("zona", "tz", "pekan", "normal", "terlambat"), map(list, kolom), strict=True))


def libur_sekitar(hari: date) -> Mapping[date, str]:
    """The days off around `hari`, as the rules take them; names are not needed here."""
    return dict.fromkeys(set_libur(hari - CADANGAN, hari + CADANGAN), "")


def batas_atasan(siklus: Siklus) -> date:
    """The last day on which the superior of a late assessor signs, in a week of five days."""
    return jatuh_tempo(Kode.ATASAN_TANDA_TANGAN, siklus.tutup_tahunan, libur_sekitar(siklus.tutup_tahunan))


def _jalankan(sql: str, siklus: Siklus, saat: Saat, isian: dict[str, list[object]], **lain: object) -> int:
    return sampai_habis(sql, f"tahunan:{siklus.pk}", siklus=siklus.pk, pada=saat.waktu, **isian, **lain)
