"""Candidates of a closed year and a bonus run for everybody, beside a bare INSERT … SELECT of the same rows."""

import json

from benchmarks.acuan_tabel import sisipkan
from benchmarks.hasil import Angka
from benchmarks.lingkungan import Lingkungan

NISBAH, MIB = 5, 300
KANDIDAT, BONUS = "penghargaan_kandidatpenghargaan", "penghargaan_barisbonus"

_AKUR = (
    "SET session_replication_role = replica",  # our own data: neither triggers nor foreign keys
    f"DELETE FROM {KANDIDAT}",  # noqa: S608 - names of ours
    f"DELETE FROM {BONUS}",  # noqa: S608 - names of ours
    "SET session_replication_role = DEFAULT",
    f"VACUUM (ANALYZE) {KANDIDAT}",
    f"VACUUM (ANALYZE) {BONUS}",
)


def ukur(lingkungan: Lingkungan, _pegawai: int) -> list[Angka]:
    """One computation of each by a process of its own, and the reference with the rows it wrote."""
    with lingkungan.sambung() as sambungan:
        for perintah in ("TRUNCATE penghargaan_usulanpenghargaan CASCADE", *_AKUR):
            sambungan.execute(perintah)
        sambungan.execute("CHECKPOINT")
        kami = json.loads(lingkungan.anak("anak_penghargaan"))
        acuan = {tabel: sisipkan(sambungan, tabel) for tabel in (KANDIDAT, BONUS)}
    memori = kami["kib"] / 1024
    return [
        Angka(
            f"Kandidat penghargaan, {kami['kandidat']} baris", "detik", kami["detik_kandidat"],
            acuan[KANDIDAT], NISBAH, "nisbah", kami,
        ),
        Angka(
            f"Perhitungan bonus, {kami['bonus']} baris", "detik", kami["detik_bonus"], acuan[BONUS],
            NISBAH, "nisbah",
        ),
        Angka("Kandidat dan bonus: puncak memori proses", "MiB", memori, None, MIB),
    ]  # fmt: skip
