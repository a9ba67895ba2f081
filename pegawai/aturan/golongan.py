"""Ranks: I/a to IV/e of PNS with their SIASN numbers, I to XVII of PPPK.

Source: SIASN reference golonganPns (PP 11/2017 as changed by PP 17/2020 keeps these 17 ranks); PPPK by
Perpres 98/2020 as changed by Perpres 11/2024 [K].
"""

from inti.tanda import N_, kalimat

PNS = {
    "I/a": "11", "I/b": "12", "I/c": "13", "I/d": "14",
    "II/a": "21", "II/b": "22", "II/c": "23", "II/d": "24",
    "III/a": "31", "III/b": "32", "III/c": "33", "III/d": "34",
    "IV/a": "41", "IV/b": "42", "IV/c": "43", "IV/d": "44", "IV/e": "45",
}  # fmt: skip
PANGKAT = {
    "I/a": "Juru Muda", "I/b": "Juru Muda Tingkat I", "I/c": "Juru", "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda", "II/b": "Pengatur Muda Tingkat I", "II/c": "Pengatur", "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda", "III/b": "Penata Muda Tingkat I", "III/c": "Penata", "III/d": "Penata Tingkat I",
    "IV/a": "Pembina", "IV/b": "Pembina Tingkat I", "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya", "IV/e": "Pembina Utama",
}  # fmt: skip
"""The names of the ranks (SIASN reference golonganPns)."""

PPPK = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
        "XVII")  # fmt: skip

_DARI_KODE = {kode: nama for nama, kode in PNS.items()}


def golongan(teks: str, *, pppk: bool) -> str:
    """The rank as it is written officially, from a name in any case or from a SIASN number.

    Raises ValueError with an Indonesian sentence when there is no such rank for this kind of employee.
    """
    isi = teks.strip().replace(" ", "").replace(".", "/")
    resmi = _pppk(isi) if pppk else _pns(isi)
    if resmi is None:
        if pppk:
            pesan = N_("Golongan PPPK “%(isi)s” tidak dikenal. Isi dengan I sampai XVII.")
        else:
            pesan = N_("Golongan PNS “%(isi)s” tidak dikenal. Isi dengan I/a sampai IV/e.")
        raise ValueError(kalimat(pesan, isi=teks.strip()))
    return resmi


def sebutan_pangkat(golongan: str) -> str:
    """Rank and room as forms print them: “Penata, III/c”; of PPPK “Golongan IX”; "" without one."""
    if golongan in PANGKAT:
        return f"{PANGKAT[golongan]}, {golongan}"
    return f"Golongan {golongan}" if golongan in PPPK else golongan


def _pns(isi: str) -> str | None:
    if isi in _DARI_KODE:
        return _DARI_KODE[isi]
    ruang = isi.replace("/", "")
    bentuk = f"{ruang[:-1].upper()}/{ruang[-1:].lower()}"
    return bentuk if bentuk in PNS else None


def _pppk(isi: str) -> str | None:
    return isi.upper() if isi.upper() in PPPK else None
