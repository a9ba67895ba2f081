"""Writing placements, and what must be done before an import of them is taken back.

The constraints of the table look at every row as it is written, so ends that come earlier and heads who step down
are written first: in between nothing overlaps that does not overlap at the end.
"""

from typing import Any

from inti.impor import kunci_tabel
from inti.impor_batal import BatalDitolak
from inti.jejak_massal import sisip_berjejak
from inti.tanda import kalimat
from pegawai.impor.ketetapan import Ketetapan
from pegawai.models import Penempatan

_BIDANG = ("pegawai_id", "unit_id", "jabatan_id", "jenis", "kepala", "mulai", "selesai", "dasar")
UBAH = (
    "UPDATE pegawai_penempatan t SET selesai = a.selesai FROM impor_akibat a WHERE t.id = a.id",
    """
    UPDATE pegawai_penempatan t SET kepala = false
    FROM impor_tahap s WHERE t.id = s.id AND s.berubah AND NOT s.galat AND t.kepala
        AND (coalesce(s.unit_id, t.unit_id) <> t.unit_id OR NOT coalesce(s.kepala, true))
    """,
    """
    UPDATE pegawai_penempatan t SET selesai = s.selesai
    FROM impor_tahap s WHERE t.id = s.id AND s.berubah AND NOT s.galat AND s.selesai < coalesce(t.selesai, 'infinity')
    """,
    """
    UPDATE pegawai_penempatan t SET unit_id = coalesce(s.unit_id, t.unit_id),
        jabatan_id = coalesce(s.jabatan_id, t.jabatan_id), kepala = coalesce(s.kepala, t.kepala),
        selesai = coalesce(s.selesai, t.selesai), dasar = coalesce(s.dasar, t.dasar)
    FROM impor_tahap s WHERE t.id = s.id AND s.berubah AND NOT s.galat
    """,
)
BARU = """
SELECT pegawai_id, unit_id, jabatan_id, jenis, coalesce(kepala, false), mulai, selesai, coalesce(dasar, '')
FROM impor_tahap WHERE baru AND NOT galat
"""


def tulis(kursor: Any) -> None:
    """Write what was staged; no row is refused any more."""
    kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for perintah in UBAH:
        kursor.execute(perintah)
    sisip_berjejak(kursor, Penempatan, _BIDANG, BARU)
    kursor.execute("SET CONSTRAINTS ALL DEFERRED")


# --- taking back

_LAMA = "batal_pegawai_penempatan b JOIN pegawai_penempatanevent e ON e.pgh_id = b.sebelum"
_TURUN = (
    f"""
    UPDATE pegawai_penempatan t SET kepala = false FROM {_LAMA}
    WHERE t.id = b.id AND t.kepala AND (e.unit_id <> t.unit_id OR NOT e.kepala)
    """,  # noqa: S608 - own text
    f"""
    UPDATE pegawai_penempatan t SET selesai = e.selesai FROM {_LAMA}
    WHERE t.id = b.id AND e.selesai < coalesce(t.selesai, 'infinity') AND e.selesai >= t.mulai
    """,  # noqa: S608
)
_TURUNAN = """
DELETE FROM pegawai_atasan WHERE penempatan_id IN (SELECT id FROM batal_pegawai_penempatan WHERE baru)
"""
_KENA = """
WITH tutup AS MATERIALIZED ({tutup}), ubah AS (
    SELECT t.pegawai_id, t.mulai AS dari, coalesce(t.selesai, 'infinity') AS sampai
    FROM batal_pegawai_penempatan b JOIN pegawai_penempatan t ON t.id = b.id WHERE b.baru
    UNION ALL
    SELECT t.pegawai_id,
        CASE WHEN (t.unit_id, t.jabatan_id, t.kepala, t.mulai) = (e.unit_id, e.jabatan_id, e.kepala, e.mulai)
            THEN least(coalesce(t.selesai, 'infinity'), coalesce(e.selesai, 'infinity')) + 1
            ELSE least(t.mulai, e.mulai) END,
        greatest(coalesce(t.selesai, 'infinity'), coalesce(e.selesai, 'infinity'))
    FROM {lama} JOIN pegawai_penempatan t ON t.id = b.id
    WHERE (t.unit_id, t.jabatan_id, t.kepala, t.mulai, t.selesai)
        IS DISTINCT FROM (e.unit_id, e.jabatan_id, e.kepala, e.mulai, e.selesai)
)
SELECT count(DISTINCT u.pegawai_id), min(o.nama), min(p.nama)
FROM ubah u JOIN tutup p ON p.pegawai_id = u.pegawai_id AND p.mulai <= u.sampai AND p.selesai >= u.dari
JOIN pegawai_pegawai o ON o.id = u.pegawai_id
"""
_ORANG = "SELECT t.pegawai_id FROM pegawai_penempatan t JOIN batal_pegawai_penempatan b ON b.id = t.id"


def sebelum_batal(kursor: Any, ketetapan: Ketetapan) -> None:
    """Before an import is taken back: refuse when days were settled since, clear what was derived, make room.

    Raises BatalDitolak.
    """
    kunci_tabel(kursor, ketetapan.tabel)
    kursor.execute(_KENA.format(tutup=ketetapan.untuk(_ORANG), lama=_LAMA))
    banyak, nama, periode = kursor.fetchone()
    if banyak:
        raise BatalDitolak(
            kalimat(
                "Tidak dapat dibatalkan: periode %(banyak)s pegawai sudah ditetapkan sesudah impor ini, misalnya "
                "%(periode)s untuk %(nama)s. Betulkan penempatan itu satu per satu.",
                banyak=banyak,
                periode=periode,
                nama=nama,
            )
        )
    for perintah in (_TURUNAN, *_TURUN):
        kursor.execute(perintah)
