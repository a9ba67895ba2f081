"""Days of a person about which something was decided: imports give him no other placement on them.

A period that was closed, a result that was delivered and a yearly result that was signed stand on where the person
was. They settle the days up to the day on which they were decided: a year's last period closes in December before it
is over, and who moves after that is moved.
"""

from django.conf import settings

from pegawai.impor.ketetapan import Ketetapan
from penilaian.enums import StatusEvaluasi
from penilaian.models.tahunan import BELUM_DINILAI
from sasaran.enums import JenisPeriode, StatusPeriode
from sasaran.models.siklus import BULAN, TRIWULAN


def _larik(kata: tuple[str, ...]) -> str:
    return "ARRAY[" + ", ".join(f"'{k}'" for k in kata) + "]"


def _hari(waktu: str) -> str:
    return f"({waktu} AT TIME ZONE '{settings.TIME_ZONE}')::date"


_NAMA = (
    f"(CASE p.jenis WHEN '{JenisPeriode.TRIWULAN.value}' THEN {_larik(TRIWULAN)} ELSE {_larik(BULAN)} END)[p.nomor]"
    " || ' ' || s.tahun"
)
_DISAMPAIKAN = f"('{StatusEvaluasi.DISAMPAIKAN.value}', '{StatusEvaluasi.DITERIMA.value}')"
_BELUM = ", ".join(f"'{status}'" for status in BELUM_DINILAI)
KETETAPAN = Ketetapan(
    f"""
    SELECT e.pegawai_id, p.mulai, least(p.selesai, {_hari("coalesce(p.ditutup_pada, e.disampaikan_pada)")}) AS selesai,
        {_NAMA} AS nama
    FROM penilaian_evaluasiperiodik e JOIN sasaran_periode p ON p.id = e.periode_id
    JOIN sasaran_siklus s ON s.id = p.siklus_id
    WHERE (p.status = '{StatusPeriode.DITUTUP.value}' OR e.status IN {_DISAMPAIKAN}) AND e.pegawai_id IN ({{orang}})
    UNION ALL
    SELECT t.pegawai_id, make_date(s.tahun, 1, 1),
        least(make_date(s.tahun, 12, 31), {_hari("coalesce(t.ditandatangani_pada, s.ditutup_pada)")}),
        'evaluasi tahunan ' || s.tahun
    FROM penilaian_evaluasitahunan t JOIN sasaran_siklus s ON s.id = t.siklus_id
    WHERE (s.status = '{StatusPeriode.DITUTUP.value}' OR t.status NOT IN ({_BELUM})) AND t.pegawai_id IN ({{orang}})
    """,  # noqa: S608 - names of our own
    tabel=("sasaran_periode", "sasaran_siklus"),
)
