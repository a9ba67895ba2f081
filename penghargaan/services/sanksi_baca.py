"""Reading sanctions: who sees which, who is under one, what the gate still asks for."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from inti.tanda import Kalimat
from pegawai.models import Pegawai
from penghargaan.aturan.gerbang import yang_kurang
from penghargaan.aturan.hukuman import JenisSanksi, jenis_pada
from penghargaan.models import DokumenSanksi, Sanksi
from penghargaan.services.perbaikan_baca import dukungan_dari, hari_unit

TERKAIT = (
    "pegawai",
    "unit",
    "penilai",
    "rencana",
    "disusun_oleh",
    "diperiksa_oleh",
    "diputus_oleh",
    "evaluasi__periode__siklus",
    "tahunan__siklus",
)

# The same as SanksiQuerySet.dikenai, for statements over many people: `%(pada)s` is a date, {pegawai} the
# column with the person; `tingkat` sedang and berat only, by the first letter and number of the kind.
SQL_DIKENAI = """
EXISTS (SELECT FROM penghargaan_sanksi sx WHERE sx.pegawai_id = {pegawai}
    AND sx.status IN ('diputus', 'berlaku', 'selesai') AND sx.mulai <= {pada}
    AND (sx.selesai IS NULL OR sx.selesai >= {pada}))
"""


def sql_sedang_dikenai(*, pegawai: str, pada: str) -> str:
    """A condition in SQL: whether the person in the column `pegawai` is under a sanction on the day `pada`.

    Both are SQL expressions written by us, never input: sql_sedang_dikenai(pegawai="o.id",
    pada="%(pada)s::date").
    """
    return SQL_DIKENAI.format(pegawai=pegawai, pada=pada)


def sedang_dikenai(*, pegawai: Pegawai, pada: date) -> Sanksi | None:
    """The sanction this person is under on the day `pada`, the newest; None without one."""
    return Sanksi.objects.dikenai(pada).filter(pegawai=pegawai).order_by("-mulai").first()


def sanksi_terlihat(pelaku: Pelaku) -> QuerySet[Sanksi]:
    """The cases `pelaku` may read. The person himself learns of one with the summons, which names its examiner."""
    semua = terlihat_oleh(Sanksi.objects.select_related(*TERKAIT), pelaku, Izin.SANKSI_LIHAT)
    return semua.exclude(pegawai_id=pelaku.pegawai_id, diperiksa_oleh__isnull=True)


def dokumen_terlihat(pelaku: Pelaku) -> QuerySet[DokumenSanksi]:
    """The files of cases `pelaku` may read; what was proposed about somebody stays with the proposers."""
    semua = terlihat_oleh(DokumenSanksi.objects.select_related("sanksi"), pelaku, Izin.SANKSI_LIHAT)
    return semua.exclude(sanksi__pegawai_id=pelaku.pegawai_id, sanksi__diperiksa_oleh__isnull=True)


def kurang_untuk(sanksi: Sanksi) -> list[Kalimat]:
    """What the gate still asks for in this case, as sentences; empty: open."""
    return yang_kurang(sanksi.dasar, sanksi.pegawai.jenis, dukungan_dari(sanksi.rencana))


def jenis_dari(sanksi: Sanksi, kode: str) -> JenisSanksi | None:
    """The kind with this code in the table of today's or the decree's day."""
    return jenis_pada(sanksi.sk_tanggal or hari_unit(sanksi.unit)).get(kode)


def empat_mata(sanksi: Sanksi, pegawai_id: Any) -> bool:
    """Whether this person had no other hand in the case and it is not about him."""
    return pegawai_id not in {sanksi.disusun_oleh_id, sanksi.diperiksa_oleh_id, sanksi.pegawai_id}


def orang_terlihat(pelaku: Pelaku) -> QuerySet[Pegawai]:
    """The people `pelaku` may know of."""
    semua = Pegawai.objects.select_related("atasan__unit", "atasan__penempatan__jabatan")
    return terlihat_oleh(semua, pelaku, Izin.PEGAWAI_LIHAT)


def hari_orang(pegawai: Pegawai) -> date:
    """Today where this person works."""
    unit = pegawai.atasan.unit if hasattr(pegawai, "atasan") else None
    return hari_unit(unit) if unit else timezone.localdate()
