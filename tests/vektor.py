"""Hand-written test vectors: CSV files whose rows carry their source."""

import csv
from pathlib import Path

import pytest


def baca_vektor(berkas: str, *kolom: str, ids: str) -> list:
    """Return one `pytest.param` per row of tests/<berkas> with the named columns, named by column `ids`.

    Fails when a row has no `sumber`: an expectation without a source is a guess.
    """
    jalur = Path(__file__).parent / berkas
    with jalur.open(encoding="utf-8", newline="") as isi:
        baris = list(csv.DictReader(isi))
    tanpa_sumber = [nomor for nomor, satu in enumerate(baris, start=2) if not satu["sumber"]]
    if not baris or tanpa_sumber:
        raise ValueError(f"{berkas}: rows without a source: {tanpa_sumber}")
    return [pytest.param(*(satu[nama] for nama in kolom), id=satu[ids]) for satu in baris]
