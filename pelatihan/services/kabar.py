"""What people are told about their trainings: one place for keys, data and addresses."""

from datetime import timedelta

from django.urls import reverse

from pegawai.models import Pegawai
from pelatihan.models import Peserta, SesiPelatihan
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim

SEHARI = timedelta(days=1)
LAMAN = {JenisPesan.PELATIHAN_DIUSULKAN: "pelatihan:persetujuan"}


def kabari(
    *,
    peserta: Peserta,
    jenis: JenisPesan,
    penerima: Pegawai | None = None,
    kunci: str = "",
    **data: str,
) -> None:
    """Tell `penerima` (else the participant) about this participation, once per occasion `kunci`."""
    ke = penerima or peserta.pegawai
    ruang = LAMAN.get(jenis)
    tautan = reverse(ruang) if ruang else reverse("pelatihan:sesi", args=[peserta.sesi_id])
    nomor = kunci or str(peserta.riwayat.count())  # a second nomination is another occasion
    kirim(
        penerima=ke,
        jenis=jenis,
        kunci=f"{jenis}:{peserta.pk}:{nomor}",
        data={"pelatihan": peserta.sesi.pelatihan.nama, **data},
        tautan=tautan,
    )


def tempat(sesi: SesiPelatihan) -> str:
    """Where it is, in words."""
    return sesi.tempat or sesi.tautan


def isian_ditetapkan(sesi: SesiPelatihan) -> dict[str, str]:
    """What the message to a new participant says."""
    return {"batas": sesi.mulai.isoformat(), "tempat": tempat(sesi)}
