"""The person who acts, with what he is today: read once per request, then asked many times."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from akses.enums import Peran, Relasi


@dataclass(frozen=True)
class Pelaku:
    """Who acts: his id, the path of his unit, whether he assesses somebody, the paths of the units he leads,
    and his roles with their scope.

    `peran` maps a role to the tree paths it covers; "" covers the whole government.
    """

    pegawai_id: UUID | None
    unit_path: str = ""
    menilai: bool = False
    peran: dict[Peran, tuple[str, ...]] = field(default_factory=dict)
    pada: date | None = None
    memimpin: tuple[str, ...] = ()

    def berperan(self, peran: Peran | Relasi) -> bool:
        """Whether he holds this role today."""
        return Peran(str(peran)) in self.peran

    def lingkup(self, peran: Peran | Relasi) -> tuple[str, ...]:
        """The tree paths his role covers; empty without the role."""
        return self.peran.get(Peran(str(peran)), ())


TAMU = Pelaku(pegawai_id=None)
