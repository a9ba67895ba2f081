"""JP per year and person: passed trainings of the catalogue and checked ones from elsewhere."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection

from pegawai.models import Pegawai
from pelatihan.aturan.jp import PosisiJP, posisi_jp

# The year a training ends in is the year it counts for.
_JP = """
SELECT pegawai_id, sum(jp)::int FROM (
    SELECT p.pegawai_id, p.jp FROM pelatihan_peserta p JOIN pelatihan_sesipelatihan s ON s.id = p.sesi_id
    WHERE p.status = 'lulus' AND p.pegawai_id = ANY(%(siapa)s) AND s.selesai BETWEEN %(awal)s AND %(akhir)s
    UNION ALL
    SELECT l.pegawai_id, l.jp FROM pelatihan_pelatihanluar l
    WHERE l.status = 'diterima' AND l.pegawai_id = ANY(%(siapa)s)
      AND l.selesai BETWEEN %(awal)s AND %(akhir)s
) semua GROUP BY pegawai_id
"""


def jp_tahun(*, pegawai_ids: Iterable[UUID], tahun: int) -> dict[UUID, int]:
    """JP of these people in a year, in one query; nobody is left out, 0 is a number too."""
    siapa = list(pegawai_ids)
    isian = {"siapa": siapa, "awal": date(tahun, 1, 1), "akhir": date(tahun, 12, 31)}
    with connection.cursor() as kursor:
        kursor.execute(_JP, isian)
        ada = dict(kursor.fetchall())
    return {satu: ada.get(satu, 0) for satu in siapa}


def posisi(*, pegawai: Pegawai, tahun: int) -> PosisiJP:
    """Where this person stands in a year, by the rule in force at its end. One query."""
    jumlah = jp_tahun(pegawai_ids=[pegawai.pk], tahun=tahun)[pegawai.pk]
    return posisi_jp(pegawai.jenis, jumlah, date(tahun, 12, 31))


def posisi_banyak(*, orang: Iterable[Pegawai], tahun: int) -> dict[UUID, PosisiJP]:
    """The same for many people; one query."""
    semua = list(orang)
    jumlah = jp_tahun(pegawai_ids=[satu.pk for satu in semua], tahun=tahun)
    akhir = date(tahun, 12, 31)
    return {satu.pk: posisi_jp(satu.jenis, jumlah[satu.pk], akhir) for satu in semua}
