"""What a declared import changes, field by field, with before and after, for its report."""

from typing import Any

from inti.impor_dasar import CONTOH_MAKS


def perubahan(kursor: Any, pengimpor: Any) -> list[dict[str, Any]]:
    """The changed fields of the staged rows, most frequent first, each with how many and the first ones.

    `pengimpor` is a PengimporTabel whose rows are staged; `tampil` says a value in words, `lain_beda` names
    changes that no field of its own shows.
    """
    kursor.execute(
        "SELECT bidang, jumlah, baris, sebutan, lama, baru FROM ("  # noqa: S608 - names of our own fields
        f" SELECT v.bidang, s.baris, {pengimpor.sebutan} AS sebutan, coalesce(v.lama, '') AS lama, v.baru,"
        " count(*) OVER (PARTITION BY v.bidang) AS jumlah,"
        " row_number() OVER (PARTITION BY v.bidang ORDER BY s.baris) AS ke"
        f" FROM impor_tahap s JOIN {pengimpor.nama_tabel} t ON t.id = s.id"
        f" CROSS JOIN LATERAL (VALUES {_nilai(pengimpor)}) v (bidang, lama, baru)"
        " WHERE s.berubah AND NOT s.galat AND v.baru IS NOT NULL AND v.lama IS DISTINCT FROM v.baru"
        ") b WHERE ke <= %s ORDER BY jumlah DESC, bidang, baris",
        [CONTOH_MAKS],
    )
    hasil: dict[str, dict[str, Any]] = {}
    for bidang, jumlah, baris, sebutan, lama, baru in kursor.fetchall():
        kelompok = hasil.setdefault(bidang, {"bidang": bidang, "jumlah": jumlah, "contoh": []})
        contoh = {"baris": baris, "nip": "", "nama": sebutan, "lama": lama[:200], "baru": baru[:200]}
        kelompok["contoh"].append(contoh)
    return list(hasil.values())


def _nilai(pengimpor: Any) -> str:
    """SQL of (field, before, after) of every field that a file may change."""
    kata = {b: pengimpor.tampil.get(b, "{v}::text") for b in pengimpor.ditulis}
    satu = [f"('{b}', {k.format(v=f't.{b}')}, {k.format(v=f's.{b}')})" for b, k in kata.items()]
    return ", ".join(
        [*satu, *(f"('{b}', {lama}, {baru})" for b, (lama, baru) in pengimpor.lain_beda.items())]
    )
