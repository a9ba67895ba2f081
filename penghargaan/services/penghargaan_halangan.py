"""What stands in the way of giving something to a person. The one place that asks about sanctions."""

from datetime import date
from typing import Any

from django.db.models import Q

from akses.enums import Izin
from akses.services import boleh
from inti.tanda import Kalimat, kalimat
from pegawai.enums import KedudukanHukum
from pegawai.models import Atasan, Pegawai
from penghargaan.aturan.benturan import Benturan, benturan
from penghargaan.models import Sanksi, UsulanPenghargaan
from penghargaan.models.sanksi import DIPUTUS

# The same question for everybody at once: whether a sanction weighs on o (pegawai_pegawai) on some day from
# %(awal)s to %(akhir)s.
SQL_SANKSI = f"""o.id IN (
    SELECT z.pegawai_id FROM penghargaan_sanksi z
    WHERE z.status IN ({", ".join(f"'{status}'" for status in DIPUTUS)})
      AND z.mulai <= %(akhir)s AND (z.selesai IS NULL OR z.selesai >= %(awal)s)
)"""  # noqa: S608 - put together from constants


def halangan(pegawai: Pegawai, pada: date, *, pembaca: Any = None) -> list[Kalimat]:
    """Why nothing may be given to this person on the date `pada`; empty when nothing is in the way.

    A `pembaca` (person or actor) who may not read of sanctions learns only that something is in the way.
    """
    sebab = _sebab(pegawai, pada)
    if sebab and pembaca is not None and not boleh(pembaca, Izin.SANKSI_LIHAT, pegawai):
        return [kalimat("Saat ini pegawai ini belum dapat diberi penghargaan.")]
    return sebab


def _sebab(pegawai: Pegawai, pada: date) -> list[Kalimat]:
    if pegawai.kedudukan_hukum == KedudukanHukum.HUKUMAN_DISIPLIN:
        return [kalimat("Pegawai ini sedang menjalani hukuman disiplin.")]
    if Sanksi.objects.dikenai(pada).filter(pegawai=pegawai).exists():
        return [kalimat("Pegawai ini sedang dikenai sanksi.")]
    return []


def benturan_usulan(
    usulan: UsulanPenghargaan, *, pemeriksa: Pegawai | None = None, pemutus: Pegawai | None = None
) -> tuple[Benturan, ...]:
    """The ties around a nomination as it is, or as it would be with this checker or decider."""
    periksa_id = pemeriksa.pk if pemeriksa else usulan.pemeriksa_id
    putus_id = pemutus.pk if pemutus else usulan.pemutus_id
    pelaku = [p for p in (usulan.pengusul_id, periksa_id, putus_id) if p is not None]
    penilai = dict(Atasan.objects.filter(pegawai__in=pelaku).values_list("pegawai_id", "penilai_id"))
    return benturan(
        pegawai=usulan.pegawai_id,
        pengusul=usulan.pengusul_id,
        pemeriksa=periksa_id,
        pemutus=putus_id,
        penilai_pelaku=penilai,
        hubungan=usulan.hubungan,
        saling=_saling(usulan),
    )


def _saling(usulan: UsulanPenghargaan) -> bool:
    balik = Q(pengusul=usulan.pegawai_id, pegawai=usulan.pengusul_id, siklus=usulan.siklus_id)
    return UsulanPenghargaan.objects.filter(balik).exclude(status="batal").exists()
