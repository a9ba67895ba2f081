"""What opening or closing a period would do, counted before it is done."""

from django.db.models import Exists, OuterRef, Q

from pegawai.enums import WAJIB_SKP, JenisPegawai
from pegawai.models import KeadaanPegawai
from penilaian.aturan.keadaan import tabel_keadaan
from penilaian.models import EvaluasiPeriodik
from sasaran.enums import StatusSKP
from sasaran.models import SKP, Periode


def akan_dibuat(periode: Periode) -> int:
    """How many evaluations opening this period creates; the condition of `siklus.buka_periode`."""
    ada = EvaluasiPeriodik.objects.filter(skp=OuterRef("pk"), periode=periode)
    skp = SKP.objects.filter(
        siklus_id=periode.siklus_id,
        status=StatusSKP.DISETUJUI,
        penilai__isnull=False,
        mulai__lte=periode.selesai,
        selesai__gte=periode.mulai,
        pegawai__kedudukan_hukum__in=WAJIB_SKP,
    ).exclude(pegawai__jenis=JenisPegawai.PEJABAT_NEGARA)
    cuti = KeadaanPegawai.objects.filter(
        Q(selesai__isnull=True) | Q(selesai__gte=periode.selesai),
        pegawai=OuterRef("pegawai"),
        jenis__in=tabel_keadaan(periode.mulai).tanpa_evaluasi,
        mulai__lte=periode.mulai,
    )
    return skp.filter(~Exists(ada), ~Exists(cuti)).count()


def akan_dikunci(periode: Periode) -> int:
    """How many evaluations closing this period locks without a result."""
    return EvaluasiPeriodik.objects.filter(periode=periode).belum_disampaikan().count()
