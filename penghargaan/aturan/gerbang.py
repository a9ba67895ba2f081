"""The gate: no sanction for performance before support is on file.

PP 30/2019 Pasal 57-58: a PNS who misses his target gets six months to improve. For PPPK the regulation names
no months (PP 49/2018 Pasal 53); here support of the length the policy of that time gave is asked for all the
same [K]. What counts as support: a concluded plan, its check-ins held, and the actions promised by the
assessor's side done or explained. The same rule stands in the database as a trigger.
"""

from dataclasses import dataclass
from datetime import date

from inti.tanda import Kalimat, kalimat
from penghargaan.aturan.hukuman import PNS
from penghargaan.aturan.masa import tambah_bulan

BULAN_PNS = 6


@dataclass(frozen=True, slots=True)
class Dukungan:
    """What is on file about one improvement plan."""

    status: str
    mulai: date | None
    disimpulkan: date | None
    bulan: int
    tinjauan: int
    tinjauan_diadakan: int
    tindakan_atasan: int
    tindakan_atasan_beres: int
    bukti: bool


def yang_kurang(dasar: str, jenis_pegawai: str, dukungan: Dukungan | None) -> list[Kalimat]:
    """What stands between this case and a sanction, as sentences in the order of doing; empty: the gate is open.

    Discipline (`dasar` "disiplin") has another procedure and passes. `dukungan` None: no plan named.
    """
    if dasar != "kinerja":
        return []
    if dukungan is None:
        return [kalimat("Belum ada rencana perbaikan. Dampingi dulu pegawai ini memperbaiki kinerjanya.")]
    bulan = max(BULAN_PNS, dukungan.bulan) if jenis_pegawai in PNS else dukungan.bulan
    return [*_sepakat(dukungan), *_isi(dukungan), *_waktu(dukungan, bulan), *_simpulan(dukungan)]


def sumber(jenis_pegawai: str) -> Kalimat:
    """Where the gate comes from, for the page that shows it closed."""
    if jenis_pegawai in PNS:
        return kalimat("PP 30/2019 Pasal 57-58: enam bulan untuk memperbaiki kinerja.")
    return kalimat("PP 49/2018 Pasal 53: didahului kesempatan memperbaiki kinerja selama yang disepakati.")


def _sepakat(d: Dukungan) -> list[Kalimat]:
    return [kalimat("Rencana perbaikan belum disepakati kedua pihak.")] if d.mulai is None else []


def _waktu(d: Dukungan, bulan: int) -> list[Kalimat]:
    if d.mulai is None or (d.disimpulkan and d.disimpulkan >= tambah_bulan(d.mulai, bulan)):
        return []
    return [
        kalimat(
            "Masa perbaikan %(bulan)s bulan sejak %(mulai)s belum dijalani penuh; berakhir %(akhir)s.",
            bulan=bulan,
            mulai=f"{d.mulai:%d-%m-%Y}",
            akhir=f"{tambah_bulan(d.mulai, bulan):%d-%m-%Y}",
        )
    ]


def _simpulan(d: Dukungan) -> list[Kalimat]:
    kurang = []
    if d.status != "tidak_tercapai":
        kurang.append(kalimat("Rencana perbaikan belum disimpulkan tidak tercapai."))
    if not d.bukti:
        kurang.append(kalimat("Bukti untuk simpulan rencana perbaikan belum ditulis."))
    return kurang


def _isi(d: Dukungan) -> list[Kalimat]:
    kurang = []
    if not d.tinjauan:
        kurang.append(kalimat("Tidak ada pertemuan tinjauan yang direncanakan."))
    elif d.tinjauan_diadakan < d.tinjauan:
        kurang.append(
            kalimat(
                "Baru %(ada)s dari %(rencana)s pertemuan tinjauan yang dicatat atasan.",
                ada=d.tinjauan_diadakan,
                rencana=d.tinjauan,
            )
        )
    if not d.tindakan_atasan:
        kurang.append(kalimat("Tidak ada tindakan dukungan dari pihak atasan."))
    elif d.tindakan_atasan_beres < d.tindakan_atasan:
        kurang.append(
            kalimat(
                "Baru %(ada)s dari %(rencana)s tindakan pihak atasan yang dijalankan atau dijelaskan.",
                ada=d.tindakan_atasan_beres,
                rencana=d.tindakan_atasan,
            )
        )
    return kurang
