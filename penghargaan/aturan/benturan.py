"""Conflicts of interest around a nomination: what forbids it and what the reader should know.

Source: general principle of impartial decisions (UU 30/2014 Ps 42-43: an official with a conflict of interest
may not decide); which ties count is local policy [K].
"""

from collections.abc import Hashable
from dataclasses import dataclass

from inti.tanda import Kalimat, kalimat


@dataclass(frozen=True, slots=True)
class Benturan:
    """One tie; `menghalangi`: somebody else must act."""

    menghalangi: bool
    isi: Kalimat


def benturan(
    *,
    pegawai: Hashable,
    pengusul: Hashable,
    pemeriksa: Hashable | None = None,
    pemutus: Hashable | None = None,
    penilai_pelaku: dict[Hashable, Hashable] | None = None,
    hubungan: str = "",
    saling: bool = False,
) -> tuple[Benturan, ...]:
    """The ties between the nominee and those who act, and among those who act.

    `penilai_pelaku` maps an actor to who assesses him; `hubungan` is what the nominator declared;
    `saling`: the nominee nominated the nominator in the same year.
    """
    pelaku = {"pengusul": pengusul, "pemeriksa": pemeriksa, "pemutus": pemutus}
    hasil = [*_diri(pegawai, pelaku), *_rangkap(pelaku), *_dinilai(pegawai, pelaku, penilai_pelaku or {})]
    if hubungan.strip():
        hasil.append(
            Benturan(False, kalimat("Pengusul menyatakan ada hubungan: %(isi)s", isi=hubungan.strip()))
        )
    if saling:
        hasil.append(
            Benturan(False, kalimat("Pegawai ini juga mengusulkan pengusulnya pada tahun yang sama."))
        )
    return tuple(hasil)


_DIRI = {
    "pengusul": kalimat("Tidak seorang pun mengusulkan penghargaan untuk dirinya sendiri."),
    "pemeriksa": kalimat("Tidak seorang pun memeriksa usulan untuk dirinya sendiri."),
    "pemutus": kalimat("Tidak seorang pun memutuskan penghargaan untuk dirinya sendiri."),
}
_RANGKAP = {
    ("pengusul", "pemeriksa"): kalimat("Pemeriksa harus orang lain, bukan pengusul."),
    ("pengusul", "pemutus"): kalimat("Pemutus harus orang lain, bukan pengusul."),
    ("pemeriksa", "pemutus"): kalimat("Pemutus harus orang lain, bukan pemeriksa."),
}
_DINILAI = {
    "pengusul": kalimat("Pegawai yang diusulkan adalah pejabat penilai pengusul."),
    "pemeriksa": kalimat("Pegawai yang diusulkan adalah pejabat penilai pemeriksa."),
    "pemutus": kalimat("Pegawai yang diusulkan adalah pejabat penilai pemutus."),
}


def _diri(pegawai: Hashable, pelaku: dict[str, Hashable | None]) -> list[Benturan]:
    return [Benturan(True, _DIRI[peran]) for peran, orang in pelaku.items() if orang == pegawai]


def _rangkap(pelaku: dict[str, Hashable | None]) -> list[Benturan]:
    return [
        Benturan(True, isi)
        for (satu, lain), isi in _RANGKAP.items()
        if pelaku[satu] is not None and pelaku[satu] == pelaku[lain]
    ]


def _dinilai(
    pegawai: Hashable, pelaku: dict[str, Hashable | None], penilai: dict[Hashable, Hashable]
) -> list[Benturan]:
    return [
        Benturan(True, _DINILAI[peran])
        for peran, orang in pelaku.items()
        if orang is not None and penilai.get(orang) == pegawai
    ]
