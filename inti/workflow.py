"""The workflow engine: a table of transitions and the questions one may ask of it. Pure, no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from inti.tanda import kalimat


class TransisiDitolak(Exception):
    """A transition that the table does not allow. `alasan` is a sentence for the person who tried."""

    def __init__(self, alasan: str, kode: str) -> None:
        super().__init__(alasan)
        self.alasan = alasan
        self.kode = kode  # "aksi_tak_dikenal" | "status" | "catatan" | "syarat"


@dataclass(frozen=True)
class Transisi:
    """One move: from any status of `dari` to `ke`, by whoever holds the permission `izin`.

    `otomatis` moves are made by the schedule and are offered to nobody.
    """

    aksi: str
    dari: frozenset[str]
    ke: str
    izin: Enum | None
    label: str = ""
    wajib_catatan: bool = False
    otomatis: bool = False


@dataclass(frozen=True)
class Alur:
    """A workflow: its name, the status every object starts in, and its transitions."""

    nama: str
    awal: str
    transisi: tuple[Transisi, ...]

    def cari(self, aksi: str) -> Transisi:
        """The transition called `aksi`; raises TransisiDitolak when there is none."""
        for transisi in self.transisi:
            if transisi.aksi == aksi:
                return transisi
        raise TransisiDitolak(
            kalimat("Tindakan “%(aksi)s” tidak dikenal dalam alur %(alur)s.", aksi=aksi, alur=self.nama),
            "aksi_tak_dikenal",
        )

    def dari_status(self, status: str) -> tuple[Transisi, ...]:
        """All transitions that leave `status`, in the order of the table."""
        return tuple(t for t in self.transisi if status in t.dari)

    @property
    def semua_status(self) -> frozenset[str]:
        """Every status the table mentions."""
        asal: Iterable[str] = (s for t in self.transisi for s in t.dari)
        return frozenset({self.awal, *asal, *(t.ke for t in self.transisi)})


def periksa(alur: Alur, aksi: str, status: str, catatan: str = "") -> Transisi:
    """The transition `aksi` when the table allows it from `status` with this note; else TransisiDitolak."""
    transisi = alur.cari(aksi)
    if status not in transisi.dari:
        raise TransisiDitolak(
            kalimat(
                "Keadaan sudah berubah sehingga tindakan ini tidak berlaku lagi. Muat ulang lalu periksa."
            ),
            "status",
        )
    if transisi.wajib_catatan and not catatan.strip():
        raise TransisiDitolak(
            kalimat("Tulis catatan agar yang menerima tahu apa yang perlu dilakukan."), "catatan"
        )
    return transisi


def transisi(
    aksi: str,
    dari: str | Iterable[str],
    ke: str,
    izin: Enum | None = None,
    *,
    label: str = "",
    wajib_catatan: bool = False,
    otomatis: bool = False,
) -> Transisi:
    """A row of a table, with `dari` written as one status or several."""
    asal = frozenset({dari}) if isinstance(dari, str) else frozenset(dari)
    return Transisi(aksi, asal, ke, izin, label, wajib_catatan, otomatis)
