"""What was measured, as a table for a person and as JSON."""

import json
import os
import platform
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

AWAL, AKHIR = "<!-- tabel: awal -->", "<!-- tabel: akhir -->"


@dataclass(frozen=True)
class Angka:
    """One figure: what we need, what the reference needs, the ratio, and the goal for one of them."""

    nama: str
    satuan: str
    kami: float
    acuan: float | None = None
    goal: float | None = None
    untuk: str = "kami"  # what the goal speaks of: "kami" or "nisbah"
    rincian: dict[str, Any] = field(default_factory=dict)

    @property
    def nisbah(self) -> float | None:
        """Ours divided by the reference's."""
        return self.kami / self.acuan if self.acuan else None

    @property
    def tercapai(self) -> bool | None:
        """Whether the goal is met; None without a goal."""
        nilai = self.nisbah if self.untuk == "nisbah" else self.kami
        return None if self.goal is None or nilai is None else nilai <= self.goal


def _teks(nilai: float | None, satuan: str = "") -> str:
    if nilai is None:
        return "-"
    return f"{nilai:.0f}{satuan}" if float(nilai).is_integer() else f"{nilai:.2f}{satuan}"


def _baris(angka: Angka) -> tuple[str, ...]:
    goal = (
        f"≤ {_teks(angka.goal, ' ×' if angka.untuk == 'nisbah' else '')}" if angka.goal is not None else "-"
    )
    tanda = {None: "", True: "ya", False: "BELUM"}[angka.tercapai]
    nilai = (_teks(angka.kami), _teks(angka.acuan), _teks(angka.nisbah, " ×"))
    return (angka.nama, angka.satuan, *nilai, goal, tanda)


def cetak(semua: list[Angka], tulis: Callable[[str], Any]) -> None:
    """The table in Markdown, so that it can be pasted into the document."""
    kepala = ("angka", "satuan", "Kinerja", "acuan", "nisbah", "sasaran", "tercapai")
    baris = [kepala, *(_baris(a) for a in semua)]
    lebar = [max(len(b[i]) for b in baris) for i in range(len(kepala))]
    garis = tuple("-" * n for n in lebar)
    for b in (kepala, garis, *baris[1:]):
        tulis("| " + " | ".join(sel.ljust(n) for sel, n in zip(b, lebar, strict=True)) + " |")


def keadaan() -> dict[str, Any]:
    """On what, and how busy it was."""
    return {
        "waktu": datetime.now(UTC).isoformat(timespec="seconds"),
        "inti": os.cpu_count(),
        "beban": [round(n, 2) for n in os.getloadavg()],
        "python": platform.python_version(),
    }


def simpan(berkas: Path, hasil: dict[str, list[Angka]], keadaan_awal: dict[str, Any], pegawai: int) -> None:
    """Write what was measured, part by part; parts measured before with as many people stay."""
    lama = json.loads(berkas.read_text()) if berkas.exists() else {}
    bagian = lama.get("bagian", {}) if lama.get("pegawai") == pegawai else {}
    for nama, semua in hasil.items():
        angka = [asdict(a) | {"nisbah": a.nisbah, "tercapai": a.tercapai} for a in semua]
        bagian[nama] = {"awal": keadaan_awal, "akhir": keadaan(), "angka": angka}
    isi = {"pegawai": pegawai, "bagian": bagian}
    berkas.write_text(json.dumps(isi, indent=1, ensure_ascii=False) + "\n")


def tulis_dokumen(berkas: Path, dokumen: Path) -> None:
    """Put the table of results.json between the two marks of the document."""
    isi = json.loads(berkas.read_text())
    medan = [f.name for f in fields(Angka)]
    semua = [Angka(**{m: a[m] for m in medan}) for b in isi["bagian"].values() for a in b["angka"]]
    waktu = max(b["akhir"]["waktu"] for b in isi["bagian"].values())
    beban = max(b["akhir"]["beban"][0] for b in isi["bagian"].values())
    pegawai = f"{isi['pegawai']:,}".replace(",", ".")
    baris = [
        f"{pegawai} pegawai, {os.cpu_count()} inti, beban mesin paling tinggi {beban:.1f}, {waktu[:10]}.",
        "",
    ]
    cetak([a for a in semua if a.goal is not None], baris.append)
    teks = dokumen.read_text()
    sebelum, _, sisa = teks.partition(AWAL)
    _, _, sesudah = sisa.partition(AKHIR)
    tabel = "\n".join(baris)
    dokumen.write_text(f"{sebelum}{AWAL}\n\n{tabel}\n\n{AKHIR}{sesudah}")
