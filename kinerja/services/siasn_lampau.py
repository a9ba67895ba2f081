"""What goes to SIASN together with Kinerja's own results: those from before Kinerja, in the same shapes.

A record that came from SIASN carries its id and its documents back, so that sending it makes no second one.
"""

from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _

from kinerja.services.siasn import (
    TANPA_PNS_ID,
    Gabungan,
    Kiriman,
    Kurang,
    semua_periode,
    semua_siklus,
    tiga_kode,
)
from kinerja.services.siasn import kinerjaperiodik as periodik_kinerja
from kinerja.services.siasn import skp22 as tahunan_kinerja
from pegawai.ekspor_siasn import NOMOR_GOLONGAN
from penilaian.aturan.siasn import PERIODIK
from penilaian.enums import StatusPenilai
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan, RiwayatKinerjaPeriodik, RiwayatSKP
from penilaian.services.lampau import tahun_tercatat
from sasaran.models import Periode

_AWALAN = "riwayat-"  # the choice of all recorded periods of a year
_ASN = Q(penilai_status=StatusPenilai.ASN)
_KURANG = (
    TANPA_PNS_ID,
    Kurang("nama", Q(penilai_nama=""), _("Nama pejabat penilai kosong"), "riwayat"),
    Kurang("nip", Q(penilai_nip="") & _ASN, _("NIP pejabat penilai kosong"), "riwayat"),
    Kurang("golongan", Q(penilai_golongan="") & _ASN, _("Golongan pejabat penilai kosong"), "riwayat"),
    Kurang("jabatan", Q(penilai_jabatan=""), _("Jabatan pejabat penilai kosong"), "riwayat"),
)
_UMUM = (
    "id", "pegawai_id", "tahun", "rating_hasil", "rating_perilaku", "predikat", "penilai_status", "penilai_nip",
    "penilai_nama", "penilai_jabatan", "penilai_golongan", "penilai_unit",
)  # fmt: skip


def semua_skp() -> "QuerySet[RiwayatSKP]":
    """The yearly results from before Kinerja, for the caller to narrow."""
    return RiwayatSKP.objects.all()


def semua_periodik() -> "QuerySet[RiwayatKinerjaPeriodik]":
    """The periodic results from before Kinerja, for the caller to narrow."""
    return RiwayatKinerjaPeriodik.objects.all()


def semua_tahun() -> list[int]:
    """The years of Kinerja and those before, the newest first."""
    return sorted({s.tahun for s in semua_siklus()} | set(tahun_tercatat(RiwayatSKP)), reverse=True)


def semua_pilihan_periode() -> list[tuple[str, str]]:
    """Kinerja's periods, then each year of recorded ones."""
    lama = tahun_tercatat(RiwayatKinerjaPeriodik)
    return [
        *((str(p.pk), str(p)) for p in semua_periode()),
        *((f"{_AWALAN}{t}", teks("Riwayat %(tahun)s, semua periode") % {"tahun": t}) for t in lama),
    ]


def pilihan_periode(nilai: str) -> Periode | int:
    """What a choice of `semua_pilihan_periode` stands for. Raises ValueError for anything else."""
    if nilai.startswith(_AWALAN):
        return int(nilai.removeprefix(_AWALAN))
    satu = semua_periode().filter(pk=UUID(nilai)).first()
    if satu is None:
        raise ValueError(nilai)
    return satu


def skp22(evaluasi: "QuerySet[EvaluasiTahunan]", lama: "QuerySet[RiwayatSKP]", tahun: int) -> Gabungan:
    """The yearly results of a year among these evaluations and records."""
    siklus = semua_siklus().filter(tahun=tahun).first()
    baris = _baris(lama.filter(tahun=tahun)).values(
        *_UMUM, "siasn_id", "dokumen", "orang_pns", "orang_nip", "orang_nama"
    )
    tercatat = Kiriman(baris.order_by("orang_nama", "id"), _KURANG, _tulis_tahunan)
    return Gabungan((tahunan_kinerja(evaluasi, siklus), tercatat) if siklus else (tercatat,))


def kinerjaperiodik(
    evaluasi: "QuerySet[EvaluasiPeriodik]", lama: "QuerySet[RiwayatKinerjaPeriodik]", periode: Periode | int
) -> Gabungan:
    """The results of a period of Kinerja with the recorded ones of the same months, or all recorded of a year."""
    if isinstance(periode, int):
        return Gabungan((_periodik(lama.filter(tahun=periode)),))
    sama = lama.filter(
        tahun=periode.siklus.tahun, bulan_mulai=periode.mulai.month, bulan_selesai=periode.selesai.month
    )
    return Gabungan((periodik_kinerja(evaluasi, periode), _periodik(sama)))


def _baris(qs: "QuerySet[Any]") -> "QuerySet[Any]":
    return qs.annotate(
        orang_pns=F("pegawai__pns_id"), orang_nip=F("pegawai__nip"), orang_nama=F("pegawai__nama")
    )


def _periodik(lama: "QuerySet[RiwayatKinerjaPeriodik]") -> Kiriman:
    baris = _baris(lama).values(
        *_UMUM, "jenis", "bulan_mulai", "bulan_selesai", "koefisien", "orang_pns", "orang_nip", "orang_nama"
    )
    return Kiriman(baris.order_by("orang_nama", "bulan_mulai", "id"), _KURANG, _tulis_periodik)


def _tulis_tahunan(baris: dict[str, Any]) -> dict[str, Any]:
    awal = {"id": baris["siasn_id"] or None, "tahun": baris["tahun"], "pnsDinilaiOrang": baris["orang_pns"]}
    return awal | tiga_kode(baris) | _penilai(baris, "penilaiJabatan") | {"path": baris["dokumen"]}


def _tulis_periodik(baris: dict[str, Any]) -> dict[str, Any]:
    return {
        "tahun": baris["tahun"],
        "periodikId": PERIODIK[baris["jenis"]],
        "bulanMulaiPenilaian": baris["bulan_mulai"],
        "tahunMulaiPenilaian": baris["tahun"],
        "bulanSelesaiPenilaian": baris["bulan_selesai"],
        "tahunSelesaiPenilaian": baris["tahun"],
        "pnsDinilaiId": baris["orang_pns"],
        **tiga_kode(baris),
        "koefisienId": baris["koefisien"],
        **_penilai(baris, "penilaiJabatanNama"),
    }


def _penilai(baris: dict[str, Any], jabatan: str) -> dict[str, Any]:
    golongan = baris["penilai_golongan"]
    return {
        "statusPenilai": baris["penilai_status"],
        "penilaiNipNrp": baris["penilai_nip"],
        "penilaiNama": baris["penilai_nama"],
        jabatan: baris["penilai_jabatan"],
        "penilaiGolongan": NOMOR_GOLONGAN.get(golongan, golongan),
        "penilaiUnorNama": baris["penilai_unit"],
    }
