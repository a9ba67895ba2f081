"""What the papers of a case, a plan and a conversion share: people, place and time, issuing once.

They are issued with the step they belong to. One that is older than that is issued by its first reading,
which is all a reading writes. People stay as the first version named them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.utils import translation

from inti.kalender import ke_zona
from inti.models import DokumenTerbit
from inti.services.dokumen import gantikan, terbaru, terbitkan
from inti.tanggal import tulis_tanggal, tulis_waktu
from pegawai.models import Pegawai, UnitKerja
from penilaian.aturan.formulir import tempat
from penilaian.services.identitas import nama_instansi, orang_pada

ELEKTRONIK = "Disahkan secara elektronik melalui Kinerja"
CATATAN = (
    "Naskah ini dicetak dari catatan Kinerja. Tanda tangan elektronik tersertifikasi belum dibubuhkan; "
    "keabsahan isinya diperiksa dengan kode pada naskah ini."
)
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True)
class Naskah:
    """A paper before it is issued: template, title, lines of its public page, data."""

    templat: str
    judul: str
    ringkas: Sequence[tuple[str, str]]
    data: dict[str, Any]


def terbit(
    *,
    jenis: str,
    kunci: str,
    keadaan: Any,
    susun: Callable[[], Naskah],
    oleh: Pegawai | None,
    pada: datetime | None = None,
) -> DokumenTerbit:
    """The document of this thing: issued once, replaced when `keadaan` (plain data) is another one.

    `susun` is asked only when there is something to print. A revoked one stays as it is.
    """
    lama = terbaru(jenis=jenis, kunci=kunci)
    if lama is not None and (lama.keadaan == "dicabut" or lama.data.get("keadaan") == keadaan):
        return lama
    with translation.override("id"):
        naskah = susun()
    data = {**naskah.data, "keadaan": keadaan}
    if lama is not None:
        data["pegawai"] = lama.data["pegawai"]
        return gantikan(dokumen=lama, data=data, ringkas=naskah.ringkas, judul=naskah.judul, oleh=oleh)
    return terbitkan(
        jenis=jenis,
        kunci=kunci,
        templat=naskah.templat,
        pemegang=data["pegawai"]["nama"],
        judul=naskah.judul,
        ringkas=naskah.ringkas,
        data=data,
        oleh=oleh,
        pada=pada,
    )


def orang(semua: Iterable[Pegawai | None], hari: date) -> dict[Any, dict[str, str]]:
    """Each person as plain data (nama, nip, pangkat, jabatan, unit) on that day, by key."""
    return {kunci: asdict(satu) for kunci, satu in orang_pada(semua, hari=hari).items()}


def dasar_data(unit: UnitKerja, judul: str, kaki: str) -> dict[str, Any]:
    """What every template reads: government, title, foot, the note on what this paper is."""
    return {"instansi": nama_instansi(unit), "judul": judul, "kaki": kaki, "catatan": CATATAN}


def tempat_tanggal(instansi: str, hari: date) -> str:
    """“Asri Mulya, 14 Januari 2027”."""
    return f"{tempat(instansi)}, {tulis_tanggal(hari)}"


def hari_tanggal(waktu: datetime, unit: UnitKerja) -> tuple[str, str]:
    """“Selasa, 15 September 2026” and “09.00 WIB” where the unit is."""
    zona = ke_zona(unit.zona)
    sana = waktu.astimezone(zona.tz)
    return f"{HARI[sana.weekday()]}, {tulis_tanggal(sana.date())}", f"{sana:%H.%M} {zona}"


def tanda(
    siapa: dict[str, str], *, atas: str, peran: str = "", pada: datetime | None = None, unit: UnitKerja
) -> dict[str, Any]:
    """A signature: an electronic one made at `pada`, or an empty place for ink without."""
    keterangan = f"{ELEKTRONIK}\n{tulis_waktu(pada, unit.zona)}" if pada else ""
    return {
        "atas": atas,
        "peran": peran,
        "nama": siapa["nama"],
        "nip": siapa["nip"],
        "keterangan": keterangan,
        "sah": pada is not None,
    }
