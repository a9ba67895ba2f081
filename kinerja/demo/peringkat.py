"""How ratings fall: a hundred places, each a pair (hasil, perilaku). Mostly Baik, every predikat occurs.

A person keeps his place; each quarter moves him 25 places on, to the same position of the next block, so he
stays much the same. Position 24 of the blocks is where the hard cases are.
"""

_DI_ATAS, _SESUAI, _DI_BAWAH = 1, 2, 3
Pasangan = tuple[int, int]

# position in the block → the pair in each of the four blocks; what is not named is (sesuai, sesuai)
_POSISI: dict[range, tuple[Pasangan, Pasangan, Pasangan, Pasangan]] = {
    range(0, 3): ((_DI_ATAS, _DI_ATAS),) * 3 + ((_DI_ATAS, _SESUAI),),
    range(3, 4): ((_DI_ATAS, _DI_ATAS), (_SESUAI, _DI_ATAS)) * 2,
    range(10, 14): ((_DI_ATAS, _SESUAI),) * 2 + ((_SESUAI, _SESUAI),) * 2,
    range(14, 18): ((_SESUAI, _SESUAI),) * 2 + ((_SESUAI, _DI_ATAS),) * 2,
    range(22, 23): ((_DI_BAWAH, _SESUAI),) + ((_SESUAI, _SESUAI),) * 3,
    range(23, 24): ((_DI_BAWAH, _SESUAI), (_SESUAI, _SESUAI), (_DI_BAWAH, _DI_ATAS), (_SESUAI, _SESUAI)),
    range(24, 25): (
        (_SESUAI, _DI_BAWAH), (_DI_BAWAH, _SESUAI), (_DI_BAWAH, _DI_BAWAH), (_SESUAI, _DI_BAWAH)
    ),
}  # fmt: skip


def tempat() -> list[tuple[int, int, int]]:
    """(place, rating of results, rating of behaviour) of all hundred places."""
    return [(ke, *_pasangan(ke)) for ke in range(100)]


def _pasangan(ke: int) -> Pasangan:
    blok, posisi = divmod(ke, 25)
    for rentang, pasangan in _POSISI.items():
        if posisi in rentang:
            return pasangan[blok]
    return _SESUAI, _SESUAI
