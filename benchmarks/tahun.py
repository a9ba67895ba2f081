"""Opening and closing the yearly evaluation for everybody, beside a bare INSERT … SELECT of the same rows."""

import json

from benchmarks.acuan_tabel import Sambungan, sisipkan
from benchmarks.hasil import Angka
from benchmarks.lingkungan import Lingkungan

KALI, NISBAH, MIB = 2, 5, 300
TAHUNAN, RIWAYAT = "penilaian_evaluasitahunan", "penilaian_riwayattahunan"
LABEL = "penilaian_capaianorganisasi"
_INI = "(SELECT id FROM sasaran_siklus ORDER BY tahun DESC LIMIT 1)"
_MILIK = f"objek_id IN (SELECT id FROM {TAHUNAN} WHERE siklus_id = {_INI})"  # noqa: S608 - names of ours
_SETAHUN = f"siklus_id = {_INI} AND periode_id IS NULL"
_BERSIHKAN = (
    "SET session_replication_role = replica",  # our own data: neither triggers nor foreign keys
    f"DELETE FROM {RIWAYAT} WHERE {_MILIK}",  # noqa: S608 - names of ours
    f"DELETE FROM {TAHUNAN} WHERE siklus_id = {_INI}",  # noqa: S608
    f"DELETE FROM {LABEL} WHERE {_SETAHUN}",  # noqa: S608
    f"DELETE FROM sasaran_riwayatsiklus WHERE objek_id = {_INI}",  # noqa: S608
    f"DELETE FROM analitik_hitunganunit WHERE ukuran = 'tahunan' AND kunci = {_INI}::text",  # noqa: S608
    f"UPDATE sasaran_siklus SET status = 'belum_dibuka', dibuka_pada = NULL, ditutup_pada = NULL,"  # noqa: S608
    " buka_tahunan = make_date(tahun, 12, 28), tutup_tahunan = make_date(tahun + 1, 1, 31)"
    f" WHERE id = {_INI}",
    "SET session_replication_role = DEFAULT",
    f"VACUUM (ANALYZE) {TAHUNAN}",
    f"VACUUM (ANALYZE) {RIWAYAT}",
    f"VACUUM (ANALYZE) {LABEL}",
    "CHECKPOINT",
)


def ukur(lingkungan: Lingkungan, _pegawai: int) -> list[Angka]:
    """The calmest of some openings and closings of the running year; what they wrote is thrown away again."""
    semua = []
    with lingkungan.sambung() as sambungan:
        for _ in range(KALI):
            bersihkan(sambungan)
            semua.append(json.loads(lingkungan.anak("anak_tahun")))
        acuan = {
            "buka": sisipkan(sambungan, TAHUNAN, f"siklus_id = {_INI}"),
            "label": sisipkan(sambungan, LABEL, _SETAHUN),
            "riwayat": sisipkan(sambungan, RIWAYAT, _MILIK),
        }
        bersihkan(sambungan)
    acuan["tutup"] = acuan["buka"] + acuan["riwayat"]  # each row is written anew, and its history
    kami = {apa: min((k[apa] for k in semua), key=lambda k: k["detik"]) for apa in ("buka", "label", "tutup")}
    rincian = {"semua": semua, "acuan": acuan}
    memori = max(k["kib"] for k in semua) / 1024
    nama = {
        "buka": "Membuka evaluasi tahunan, {} orang",
        "label": "Capaian organisasi setahun, {} unit",
        "tutup": "Menutup evaluasi tahunan, {} belum ditandatangani",
    }
    return [
        *(
            Angka(n.format(kami[k]["jumlah"]), "detik", kami[k]["detik"], acuan[k], NISBAH, "nisbah", rincian)
            for k, n in nama.items()
        ),
        Angka("Evaluasi tahunan: puncak memori proses", "MiB", memori, None, MIB),
    ]


def bersihkan(sambungan: Sambungan) -> None:
    """The running year as it was before its evaluation was opened."""
    for perintah in _BERSIHKAN:
        sambungan.execute(perintah)


_PENUTUPAN = (
    "Capaian organisasi setahun",
    "Menutup evaluasi tahunan",
    "Kandidat penghargaan",
    "Angka kredit setahun",
)


def gabung(semua: list[Angka]) -> list[Angka]:
    """Closing a year as a whole, from its parts; nothing unless all of them were measured."""
    bagian = [a for a in semua if a.satuan == "detik" and a.acuan and a.nama.startswith(_PENUTUPAN)]
    if len(bagian) < len(_PENUTUPAN):
        return []
    nama = "Menutup tahun seluruhnya: label, penutupan, kandidat, angka kredit"
    acuan = sum(a.acuan or 0 for a in bagian)
    return [Angka(nama, "detik", sum(a.kami for a in bagian), acuan, NISBAH, "nisbah")]
