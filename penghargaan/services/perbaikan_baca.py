"""Reading improvement plans: who sees which, what is missing before the next step, what is on file."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from inti.kalender import hari_ini
from inti.tanda import Kalimat, kalimat
from pegawai.models import Pegawai, UnitKerja
from penghargaan.aturan.gerbang import Dukungan
from penghargaan.aturan.masa import tambah_bulan
from penghargaan.enums_tindak_lanjut import Pihak, StatusRencana
from penghargaan.models import (
    CatatanTinjauan,
    KebijakanPerbaikan,
    RencanaPerbaikan,
    TindakanPerbaikan,
    TinjauanPerbaikan,
)

BAWAAN = KebijakanPerbaikan(berlaku_sejak=date(2019, 4, 29), sumber="PP 30/2019 Pasal 57-58; bawaan aplikasi")
TERKAIT = ("pegawai", "penilai", "penilai_semula", "atasan_penilai", "unit", "disimpulkan_oleh")
SEBAB = ("evaluasi__periode__siklus", "tahunan__siklus")


def kebijakan_pada(hari: date) -> KebijakanPerbaikan:
    """The policy in force on the day; the application's own when nobody set one."""
    return KebijakanPerbaikan.objects.filter(berlaku_sejak__lte=hari).first() or BAWAAN


def hari_unit(unit: UnitKerja) -> date:
    """Today where the unit is."""
    return hari_ini(unit.zona, timezone.now())


def rencana_terlihat(pelaku: Pelaku) -> QuerySet[RencanaPerbaikan]:
    """The plans `pelaku` may read. The employee sees his own once it was sent to him."""
    semua = terlihat_oleh(
        RencanaPerbaikan.objects.select_related(*TERKAIT, *SEBAB), pelaku, Izin.PERBAIKAN_LIHAT
    )
    return semua.exclude(pegawai_id=pelaku.pegawai_id, status__in=[StatusRencana.DRAF, StatusRencana.BATAL])


def rencana_saya(pelaku: Pelaku) -> QuerySet[RencanaPerbaikan]:
    """Plans about himself."""
    return rencana_terlihat(pelaku).filter(pegawai_id=pelaku.pegawai_id)


def rencana_tim(pelaku: Pelaku) -> QuerySet[RencanaPerbaikan]:
    """Plans he owes, or may take over."""
    return rencana_terlihat(pelaku).filter(
        Q(penilai_id=pelaku.pegawai_id) | Q(atasan_penilai_id=pelaku.pegawai_id)
    )


def rencana_menunggu(pegawai: Any) -> Q:
    """Plans that wait for this person: to be written, agreed to, or concluded."""
    return Q(penilai=pegawai, status__in=[StatusRencana.DRAF, StatusRencana.MENUNGGU_SIMPULAN]) | Q(
        pegawai=pegawai, status=StatusRencana.DIUSULKAN
    )


def tindakan_terlihat(pelaku: Pelaku) -> QuerySet[TindakanPerbaikan]:
    """The promises in plans `pelaku` may read."""
    semua = TindakanPerbaikan.objects.select_related("rencana__unit", "rencana__pegawai")
    return semua.filter(rencana__in=rencana_terlihat(pelaku).values("pk"))


def tinjauan_terlihat(pelaku: Pelaku) -> QuerySet[TinjauanPerbaikan]:
    """The check-ins in plans `pelaku` may read."""
    semua = TinjauanPerbaikan.objects.select_related("rencana__unit", "rencana__pegawai")
    return semua.filter(rencana__in=rencana_terlihat(pelaku).values("pk"))


def tinjauan_dari(rencana: RencanaPerbaikan) -> list[TinjauanPerbaikan]:
    """The check-ins with what both sides wrote, two queries. `diadakan`: the assessor's side wrote."""
    catatan = CatatanTinjauan.objects.select_related("oleh")
    daftar = list(rencana.tinjauan.prefetch_related(Prefetch("catatan", queryset=catatan)))
    for satu in daftar:
        satu.diadakan = any(c.pihak == Pihak.ATASAN for c in satu.catatan.all())
    return daftar


def dukungan_dari(rencana: RencanaPerbaikan | None) -> Dukungan | None:
    """What is on file about a plan, for the gate."""
    if rencana is None:
        return None
    tinjauan = rencana.tinjauan.annotate(
        diadakan=Exists(CatatanTinjauan.objects.filter(tinjauan=OuterRef("pk"), pihak=Pihak.ATASAN))
    )
    diadakan = [t.diadakan for t in tinjauan]
    tindakan = [t.status for t in rencana.tindakan.all() if t.pihak == Pihak.ATASAN]
    return Dukungan(
        status=rencana.status,
        mulai=rencana.mulai,
        disimpulkan=rencana.simpulan_hari,
        bulan=rencana.bulan,
        tinjauan=len(diadakan),
        tinjauan_diadakan=sum(diadakan),
        tindakan_atasan=len(tindakan),
        tindakan_atasan_beres=sum(s != "belum" for s in tindakan),
        bukti=bool(rencana.bukti),
    )


def rencana_untuk_sanksi(pegawai: Pegawai) -> RencanaPerbaikan | None:
    """The newest plan of a person: the one a sanction for performance would lean on."""
    return RencanaPerbaikan.objects.filter(pegawai=pegawai).exclude(status=StatusRencana.BATAL).first()


@dataclass(frozen=True)
class Kelengkapan:
    """What a draft lacks before it can be sent; empty when nothing."""

    kurang: list[Kalimat]

    @property
    def lengkap(self) -> bool:
        return not self.kurang


def kelengkapan(rencana: RencanaPerbaikan, hari: date) -> Kelengkapan:
    """What the plan lacks to be sent or agreed on `hari`: the guard and the page ask the same."""
    tindakan = list(rencana.tindakan.all())
    kurang = []
    if not rencana.sebab.strip():
        kurang.append(kalimat("Tulis penyebab yang dibicarakan bersama."))
    for pihak, sebutan in ((Pihak.PEGAWAI, "pegawai"), (Pihak.ATASAN, "atasan")):
        if not any(t.pihak == pihak for t in tindakan):
            kurang.append(kalimat("Tambahkan sekurang-kurangnya satu tindakan %(pihak)s.", pihak=sebutan))
    if not rencana.dukungan.strip():
        kurang.append(kalimat("Tulis dukungan yang diperlukan."))
    return Kelengkapan([*kurang, *_tanggal(rencana, hari)])


def _tanggal(rencana: RencanaPerbaikan, hari: date) -> list[Kalimat]:
    akhir = tambah_bulan(hari, rencana.bulan)
    tanggal = [t.tanggal for t in rencana.tinjauan.all()]
    if not tanggal:
        return [kalimat("Rencanakan sekurang-kurangnya satu pertemuan tinjauan.")]
    tenggat = [t.tenggat for t in rencana.tindakan.all()]
    if all(hari <= t <= akhir for t in [*tanggal, *tenggat]):
        return []
    return [
        kalimat(
            "Semua tanggal harus di antara %(awal)s dan %(akhir)s.",
            awal=f"{hari:%d-%m-%Y}",
            akhir=f"{akhir:%d-%m-%Y}",
        )
    ]


def sisi(rencana: RencanaPerbaikan, pegawai_id: UUID | None) -> Pihak | None:
    """On which side of the plan this person is; None for readers."""
    if pegawai_id is not None and pegawai_id == rencana.pegawai_id:
        return Pihak.PEGAWAI
    if pegawai_id is not None and pegawai_id == rencana.penilai_id:
        return Pihak.ATASAN
    return None


def boleh_diambil_alih(rencana: RencanaPerbaikan, hari: date) -> bool:
    """Whether the assessor has let the time pass: to send the draft, or to conclude."""
    if rencana.penilai_semula_id is not None:
        return False
    if rencana.status == StatusRencana.DRAF:
        return hari > rencana.batas_susun
    if rencana.status == StatusRencana.MENUNGGU_SIMPULAN and rencana.selesai:
        return (hari - rencana.selesai).days > kebijakan_pada(hari).hari_susun
    return False
