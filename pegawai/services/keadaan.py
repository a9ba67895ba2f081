"""Leave without pay, study and the time before retirement show in the legal position on their day.

Whether an SKP is due and who can assess hangs on `Pegawai.kedudukan_hukum` everywhere. So the dated row is the
source and the position follows it, each way once: no list, count or opening has to join it. SIASN does the same
with its codes 02, 03 and 20 (domain 17). Other leave does not change the position.
"""

from collections.abc import Sequence
from datetime import date

import pghistory
from django.db import connection, transaction

from pegawai.enums import JenisKeadaan, KedudukanHukum
from pegawai.models import KeadaanPegawai, Pegawai

KEDUDUKAN = {
    JenisKeadaan.CLTN: KedudukanHukum.CLTN,
    JenisKeadaan.TUGAS_BELAJAR: KedudukanHukum.TUGAS_BELAJAR,
    JenisKeadaan.MPP: KedudukanHukum.MPP,
}
# From these alone the position changes by itself; a discipline case or a suspension is somebody's decision.
BIASA = (
    KedudukanHukum.AKTIF,
    KedudukanHukum.CLTN,
    KedudukanHukum.PERPANJANGAN_CLTN,
    KedudukanHukum.TUGAS_BELAJAR,
    KedudukanHukum.MPP,
)
KEMBALI = (JenisKeadaan.CLTN, JenisKeadaan.TUGAS_BELAJAR)  # MPP ends with retirement, not with work

_KODE = "unnest(%(jenis)s::text[], %(kode)s::text[]) AS m (jenis, kode)"
_MULAI = f"""
WITH mulai AS (
    UPDATE pegawai_keadaanpegawai k SET diterapkan_pada = now(), diakhiri_pada = NULL
    WHERE k.jenis = ANY(%(jenis)s) AND k.mulai <= %(hari)s AND (k.selesai IS NULL OR k.selesai >= %(hari)s)
      AND (k.diterapkan_pada IS NULL OR k.diakhiri_pada IS NOT NULL)
    RETURNING k.pegawai_id, k.jenis
)
UPDATE pegawai_pegawai p SET kedudukan_hukum = m.kode, diubah_pada = now()
FROM mulai JOIN {_KODE} ON m.jenis = mulai.jenis
WHERE p.id = mulai.pegawai_id AND p.kedudukan_hukum = ANY(%(biasa)s) AND p.kedudukan_hukum <> m.kode
  AND NOT (m.jenis = 'cltn' AND p.kedudukan_hukum = '13')
"""  # noqa: S608 - constants of this module
_AKHIR = f"""
WITH akhir AS (
    UPDATE pegawai_keadaanpegawai k SET diakhiri_pada = now()
    WHERE k.diterapkan_pada IS NOT NULL AND k.diakhiri_pada IS NULL AND (k.selesai < %(hari)s OR k.mulai > %(hari)s)
    RETURNING k.pegawai_id, k.jenis
)
UPDATE pegawai_pegawai p SET kedudukan_hukum = '01', diubah_pada = now()
FROM akhir JOIN {_KODE} ON m.jenis = akhir.jenis
WHERE p.id = akhir.pegawai_id AND akhir.jenis = ANY(%(kembali)s)
  AND (p.kedudukan_hukum = m.kode OR (m.jenis = 'cltn' AND p.kedudukan_hukum = '13'))
  AND NOT EXISTS (
      SELECT FROM pegawai_keadaanpegawai n WHERE n.pegawai_id = p.id AND n.jenis = ANY(%(jenis)s)
        AND n.mulai <= %(hari)s AND (n.selesai IS NULL OR n.selesai >= %(hari)s)
  )
"""  # noqa: S608 - constants of this module


def kembalikan_keadaan(dihapus: Sequence[KeadaanPegawai]) -> None:
    """Rows that were taken away: whom they put into a position goes back to work, as if they had ended."""
    for satu in dihapus:
        kode = KEDUDUKAN.get(JenisKeadaan(satu.jenis))
        if kode and satu.diterapkan_pada and not satu.diakhiri_pada:
            dari = {kode, KedudukanHukum.PERPANJANGAN_CLTN} if kode == KedudukanHukum.CLTN else {kode}
            Pegawai.objects.filter(pk=satu.pegawai_id, kedudukan_hukum__in=dari).update(
                kedudukan_hukum=KedudukanHukum.AKTIF
            )


def ganti_jenis(*, semula: KeadaanPegawai) -> None:
    """A row is of another kind now: what it did as `semula` is undone, and it has not been applied yet."""
    kembalikan_keadaan([semula])
    KeadaanPegawai.objects.filter(pk=semula.pk).update(diterapkan_pada=None, diakhiri_pada=None)


def terapkan_keadaan(*, hari: date) -> int:
    """Let positions follow what begins or has ended by `hari`; returns how many changed. Twice changes nothing."""
    isian = {
        "hari": hari,
        "jenis": [str(j) for j in KEDUDUKAN],
        "kode": [str(k) for k in KEDUDUKAN.values()],
        "biasa": [str(k) for k in BIASA],
        "kembali": [str(j) for j in KEMBALI],
    }
    jumlah = 0
    konteks = pghistory.context(aksi="keadaan pegawai", alasan="Cuti atau tugas belajar mulai atau berakhir")
    with transaction.atomic(), konteks, connection.cursor() as kursor:
        for perintah in (_AKHIR, _MULAI):
            kursor.execute(perintah, isian)
            jumlah += kursor.rowcount
    return jumlah
