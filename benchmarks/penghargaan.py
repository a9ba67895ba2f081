"""Candidates of a closed year and a bonus run for everybody, beside a bare INSERT … SELECT of the same rows."""

import json

from benchmarks.acuan_tabel import sisipkan
from benchmarks.hasil import Angka
from benchmarks.lingkungan import Lingkungan

KALI, NISBAH, MIB = 2, 5, 300
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
    """The calmest of some computations of each, and of the reference with the rows they wrote."""
    semua = []
    with lingkungan.sambung() as sambungan:
        for _ in range(KALI):
            for perintah in ("TRUNCATE penghargaan_usulanpenghargaan CASCADE", *_AKUR):
                sambungan.execute(perintah)
            sambungan.execute("CHECKPOINT")
            semua.append(json.loads(lingkungan.anak("anak_penghargaan")))
        acuan = {tabel: sisipkan(sambungan, tabel) for tabel in (KANDIDAT, BONUS)}
    kami = {apa: min(k[apa] for k in semua) for apa in ("kandidat", "detik_kandidat", "bonus", "detik_bonus")}
    memori = max(k["kib"] for k in semua) / 1024
    return [
        Angka(
            f"Kandidat penghargaan, {kami['kandidat']} baris", "detik", kami["detik_kandidat"],
            acuan[KANDIDAT], NISBAH, "nisbah", {"semua": semua, "acuan": acuan},
        ),
        Angka(
            f"Perhitungan bonus, {kami['bonus']} baris", "detik", kami["detik_bonus"], acuan[BONUS],
            NISBAH, "nisbah",
        ),
        Angka("Kandidat dan bonus: puncak memori proses", "MiB", memori, None, MIB),
    ]  # fmt: skip
