"""Reading sanctions: who sees which, who is under one, what the gate still asks for."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh
from inti.tanda import Kalimat, kalimat
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from penghargaan.aturan.gerbang import yang_kurang
from penghargaan.aturan.hukuman import JenisSanksi, jenis_pada
from penghargaan.enums_tindak_lanjut import DasarSanksi, StatusSanksi
from penghargaan.models import DokumenSanksi, Sanksi
from penghargaan.services.perbaikan_baca import dukungan_dari, hari_unit, rencana_untuk_sanksi
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from penilaian.models.tahunan import BELUM_SAMPAI

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

PREDIKAT_RENDAH = 3  # Butuh perbaikan and below: what a sanction for performance may lean on

TANGAN_LAIN = ("usulkan", "panggil", "periksa")  # whoever did one of these does not decide

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


def segarkan(sanksi: Sanksi) -> dict[str, Any]:
    """Let a draft for performance lean on the person's newest plan; the fields that may have changed, not saved.

    Raises TransisiDitolak when no evaluation gives a reason any more.
    """
    if sanksi.dasar != DasarSanksi.KINERJA or sanksi.status != StatusSanksi.DRAF:
        return {}
    isian = dasar_kinerja(sanksi.pegawai)
    for nama, nilai in isian.items():
        setattr(sanksi, nama, nilai)
    return isian


def kurang_kini(sanksi: Sanksi) -> list[Kalimat]:
    """What submitting or deciding this case would be refused for today, in the order of doing."""
    try:
        segarkan(sanksi)
    except TransisiDitolak as tolak:
        return [tolak.alasan if isinstance(tolak.alasan, Kalimat) else Kalimat(tolak.alasan)]
    return kurang_untuk(sanksi)


def kurang_untuk(sanksi: Sanksi) -> list[Kalimat]:
    """What the gate still asks for in this case, as sentences; empty: open."""
    kurang = yang_kurang(sanksi.dasar, sanksi.pegawai.jenis, dukungan_dari(sanksi.rencana))
    return [*kurang, *_dasar_gugur(sanksi)]


def dasar_kinerja(pegawai: Pegawai) -> dict[str, Any]:
    """The plan and the evaluation a sanction for performance leans on, as fields of a case.

    Raises TransisiDitolak when no evaluation gives a reason.
    """
    rencana = rencana_untuk_sanksi(pegawai)
    if rencana is not None:
        return {"rencana": rencana, "evaluasi_id": rencana.evaluasi_id, "tahunan_id": rencana.tahunan_id}
    tahunan = (
        EvaluasiTahunan.objects.filter(pegawai=pegawai, predikat__gte=PREDIKAT_RENDAH)
        .exclude(status__in=BELUM_SAMPAI)
        .order_by("-siklus__tahun")
        .values_list("pk", flat=True)
        .first()
    )
    evaluasi = (
        EvaluasiPeriodik.objects.filter(pegawai=pegawai, predikat__gte=PREDIKAT_RENDAH)
        .order_by("-periode__mulai")
        .values_list("pk", flat=True)
        .first()
    )
    if tahunan is None and evaluasi is None:
        raise TransisiDitolak(
            kalimat("Tidak ada hasil evaluasi yang dapat menjadi dasar sanksi kinerja."), "dasar"
        )
    return {"rencana": None, "evaluasi_id": None if tahunan else evaluasi, "tahunan_id": tahunan}


def _dasar_gugur(sanksi: Sanksi) -> list[Kalimat]:
    """An objection may have lifted the very label the case leans on."""
    evaluasi = sanksi.tahunan or sanksi.evaluasi
    if sanksi.dasar != DasarSanksi.KINERJA or evaluasi is None or (evaluasi.predikat or 0) >= PREDIKAT_RENDAH:
        return []
    return [kalimat("Hasil evaluasi yang menjadi dasar sudah diubah sehingga tidak lagi beralasan.")]


def jenis_dari(sanksi: Sanksi, kode: str) -> JenisSanksi | None:
    """The kind with this code in the table of today's or the decree's day."""
    return jenis_pada(sanksi.sk_tanggal or hari_unit(sanksi.unit)).get(kode)


def empat_mata(sanksi: Sanksi, pegawai_id: Any) -> bool:
    """Whether this person had no other hand in the case, not even a summons that somebody else followed up,
    and it is not about him."""
    if pegawai_id in {sanksi.disusun_oleh_id, sanksi.diperiksa_oleh_id, sanksi.pegawai_id}:
        return False
    return not sanksi.riwayat.filter(oleh=pegawai_id, aksi__in=TANGAN_LAIN).exists()


def orang_terlihat(pelaku: Pelaku) -> QuerySet[Pegawai]:
    """The people `pelaku` may know of."""
    semua = Pegawai.objects.select_related("atasan__unit", "atasan__penempatan__jabatan")
    return terlihat_oleh(semua, pelaku, Izin.PEGAWAI_LIHAT)


def hari_orang(pegawai: Pegawai) -> date:
    """Today where this person works."""
    unit = pegawai.atasan.unit if hasattr(pegawai, "atasan") else None
    return hari_unit(unit) if unit else timezone.localdate()
