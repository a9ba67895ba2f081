"""The improvement plan as a paper: what both sides agreed, renewed when it is extended or concluded."""

from datetime import datetime
from typing import Any

from inti.kalender import ke_zona
from inti.models import DokumenTerbit
from inti.tanggal import tulis_tanggal
from pegawai.models import Pegawai
from penghargaan.aturan.naskah import dasar_perbaikan
from penghargaan.models import RencanaPerbaikan
from penghargaan.services.naskah import Naskah, dasar_data, hari_tanggal, orang, tanda, terbit

JENIS = "rencana_perbaikan"


def disepakati(rencana: RencanaPerbaikan) -> bool:
    """Whether there is a paper: both sides have agreed."""
    return rencana.disepakati_pada is not None


def naskah_perbaikan(*, rencana: RencanaPerbaikan, oleh: Pegawai | None) -> DokumenTerbit:
    """The document of an agreed plan, issued when it was not yet, replaced when it was extended or concluded.

    Raises ValueError before both sides have agreed.
    """
    if not disepakati(rencana):
        raise ValueError("this plan was not agreed")
    keadaan = [str(rencana.selesai), str(rencana.simpulan_hari or ""), str(rencana.penilai_id)]
    return terbit(
        jenis=JENIS,
        kunci=str(rencana.pk),
        keadaan=keadaan,
        susun=lambda: _susun(rencana),
        oleh=oleh,
    )


def _susun(rencana: RencanaPerbaikan) -> Naskah:
    siapa = orang([rencana.pegawai, rencana.penilai], rencana.mulai)
    masa = f"{tulis_tanggal(rencana.mulai)} sampai {tulis_tanggal(rencana.selesai)}"
    data = dasar_data(rencana.unit, "Rencana perbaikan kinerja", "Rencana perbaikan kinerja")
    data |= {
        "masa": f"{masa} ({rencana.bulan} bulan)",
        "asal": _asal(rencana),
        "predikat": str(rencana.get_predikat_display()),
        "pegawai": siapa[rencana.pegawai_id],
        "atasan": siapa[rencana.penilai_id],
        "sebutan_atasan": "Atasan pejabat penilai" if rencana.penilai_semula_id else "Pejabat penilai",
        "sebab": rencana.sebab,
        "dukungan": rencana.dukungan,
        "belajar": rencana.belajar.splitlines(),
        "tindakan": [
            {
                "pihak": str(t.get_pihak_display()),
                "uraian": t.uraian,
                "tenggat": tulis_tanggal(t.tenggat),
            }
            for t in rencana.tindakan.all()
        ],
        "tinjauan": [tulis_tanggal(t.tanggal) for t in rencana.tinjauan.all()],
        "simpulan": _simpulan(rencana),
        "dasar": [dasar_perbaikan(rencana.pegawai.jenis)],
        "tanda": _tanda(rencana, siapa),
    }
    ringkas = [("Instansi", data["instansi"]), ("Masa", masa)]
    return Naskah("penghargaan/perbaikan", "Rencana perbaikan kinerja", ringkas, data)


def _asal(rencana: RencanaPerbaikan) -> str:
    if rencana.evaluasi is not None:
        return f"evaluasi {rencana.evaluasi.periode}"
    return f"evaluasi tahunan {rencana.tahunan.siklus}"


def _simpulan(rencana: RencanaPerbaikan) -> dict[str, str] | None:
    if rencana.simpulan_hari is None or rencana.disimpulkan_oleh is None:
        return None
    return {
        "hasil": str(rencana.get_status_display()),
        "tanggal": tulis_tanggal(rencana.simpulan_hari),
        "oleh": rencana.disimpulkan_oleh.nama_lengkap,
        "bukti": rencana.bukti,
    }


def _tanda(rencana: RencanaPerbaikan, siapa: dict[Any, dict[str, str]]) -> list[dict[str, Any]]:
    """The employee agreed himself; who owes the plan signed by sending it, or is named without ink."""
    disepakati_pada: datetime = rencana.disepakati_pada
    hari = tulis_tanggal(disepakati_pada.astimezone(ke_zona(rencana.unit.zona).tz).date())
    kirim = rencana.riwayat.filter(aksi="usulkan", oleh=rencana.penilai).last()
    alih = rencana.riwayat.filter(aksi="ambil_alih_simpulan", oleh=rencana.penilai).last()
    dasar = kirim or alih
    return [
        tanda(
            siapa[rencana.pegawai_id],
            atas=f"Disepakati {hari}",
            peran="Pegawai,",
            pada=disepakati_pada,
            unit=rencana.unit,
        ),
        tanda(
            siapa[rencana.penilai_id],
            atas=f"Diambil alih {hari_tanggal(alih.pada, rencana.unit)[0]}"
            if alih and not kirim
            else "Disusun bersama",
            peran="Atasan pejabat penilai," if rencana.penilai_semula_id else "Pejabat penilai,",
            pada=dasar.pada if dasar else None,
            unit=rencana.unit,
        ),
    ]
