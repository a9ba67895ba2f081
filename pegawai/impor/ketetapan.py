"""Days of people that are settled: what was decided about them must not get another placement by an import.

Who decides lies above this app, so the days are handed in as SQL.
"""

from dataclasses import dataclass


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
