"""Days of people that are settled: what was decided about them must not get another placement by an import.

Who decides lies above this app, so the days are handed in as SQL.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from inti.impor_sel import g


@dataclass(frozen=True)
class Ketetapan:
    """`sql` gives (pegawai_id, mulai, selesai, nama) of the people of {orang}, a query of their ids.

    `tabel` are the tables in which days become settled; nobody writes to them while an import works.
    """

    sql: str
    tabel: tuple[str, ...] = ()

    def untuk(self, orang: str) -> str:
        """The SQL for the people whom the query `orang` gives."""
        return self.sql.format(orang=orang)


TANPA_KETETAPAN = Ketetapan(
    "SELECT NULL::uuid AS pegawai_id, NULL::date AS mulai, NULL::date AS selesai, ''::text AS nama WHERE false"
)
KALIMAT_KETETAPAN = {
    "sudah_ditetapkan": g(
        _("Periode sudah ditetapkan"),
        _(
            "Baris ini mengubah penempatan sejak %(nilai)s, padahal %(periode)s pegawai ini sudah ditetapkan. Isi "
            "tanggal sesudah %(sampai)s; pembetulan yang berlaku surut dilakukan di halaman pegawai."
        ),
    )
}
_semua: list[Ketetapan] = []


def tetapkan(ketetapan: Ketetapan) -> Ketetapan:
    """Make every import that places people keep off these days; called by the app that decides, once at the start."""
    if ketetapan not in _semua:
        _semua.append(ketetapan)
    return ketetapan


def yang_berlaku() -> Ketetapan:
    """All settled days there are."""
    tabel = dict.fromkeys(nama for k in _semua for nama in k.tabel)
    return Ketetapan(" UNION ALL ".join(k.sql for k in (TANPA_KETETAPAN, *_semua)), tuple(tabel))
