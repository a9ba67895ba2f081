"""Striking out a colleague before anybody can answer, with a reason; another one is drawn in his place."""

from uuid import UUID

from django.db import transaction
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.services import wajib_boleh
from inti.workflow import TransisiDitolak, periksa
from pegawai.models import KeadaanPegawai, Pegawai
from penilaian.aturan.rekan import Orang, calon_pengganti
from penilaian.enums import StatusEvaluasi, StatusTugasRekan
from penilaian.models import EvaluasiPeriodik, HasilRekan, TugasRekan, TugasTentang, UndianRekan
from penilaian.services.langkah import sendirian
from penilaian.services.rekan_dasar import aturan_dari, cuti_rekan, kunci_undian, masa
from penilaian.workflow import ALUR_TUGAS_REKAN

PANJANG_LANGKAH = 4  # letters of the materialised path per level of the tree


@transaction.atomic
def coret(*, tugas: TugasTentang, oleh: Pegawai, alasan: str) -> Pegawai | None:
    """Strike `tugas` out and ask another colleague; returns whom, None when nobody is left to ask.

    Raises PermissionDenied, or TransisiDitolak: after the days for it, without a reason, beyond the number
    allowed, or when too few would remain.
    """
    wajib_boleh(oleh, Izin.REKAN_CORET, tugas)
    sendirian(kunci_undian(tugas.periode_id))  # the limit per colleague counts over the whole period
    terkunci = TugasRekan.objects.select_for_update().get(pk=tugas.pk)
    langkah = periksa(ALUR_TUGAS_REKAN, "coret", terkunci.status, alasan)
    undian = UndianRekan.objects.select_related("kebijakan", "periode__siklus").get(
        periode_id=terkunci.periode_id
    )
    _periksa_syarat(undian, terkunci, oleh)
    pengganti = _pengganti(undian, terkunci)
    _periksa_sisa(undian, terkunci, pengganti)
    TugasRekan.objects.filter(pk=terkunci.pk).update(
        status=langkah.ke, dicoret_oleh=oleh, alasan=alasan.strip()
    )
    if pengganti is not None:
        TugasRekan.objects.create(
            hasil_id=terkunci.hasil_id,
            periode_id=terkunci.periode_id,
            dinilai_id=terkunci.dinilai_id,
            rekan=pengganti,
        )
    return pengganti


def sisa_coret(undian: UndianRekan, hasil: HasilRekan, pegawai_id: UUID | None) -> int:
    """How many colleagues of this list the person may strike out still; 0 outside the days for it."""
    if pegawai_id is None or not masa(undian).mencoret:
        return 0
    return max(0, undian.kebijakan.coret_maks - _sudah(hasil.pk, pegawai_id))


def _sudah(hasil_id: UUID, pegawai_id: UUID) -> int:
    return TugasRekan.objects.filter(hasil=hasil_id, dicoret_oleh=pegawai_id).count()


def _periksa_syarat(undian: UndianRekan, tugas: TugasRekan, oleh: Pegawai) -> None:
    if not masa(undian).mencoret:
        raise TransisiDitolak(_("Masa mencoret sudah berakhir: rekan kerja sudah mulai menjawab."), "syarat")
    sudah = _sudah(tugas.hasil_id, oleh.pk)
    if sudah >= undian.kebijakan.coret_maks:
        raise TransisiDitolak(
            _("Anda sudah mencoret %(n)s rekan, sebanyak yang diperbolehkan.") % {"n": sudah}, "syarat"
        )


def _periksa_sisa(undian: UndianRekan, tugas: TugasRekan, pengganti: Pegawai | None) -> None:
    if pengganti is not None:
        return
    sisa = TugasRekan.objects.filter(hasil=tugas.hasil_id, status=StatusTugasRekan.MENUNGGU).count() - 1
    if sisa < undian.kebijakan.ambang:
        raise TransisiDitolak(
            _("Tidak ada rekan pengganti, dan tanpa rekan ini jumlahnya terlalu sedikit untuk ditampilkan."),
            "syarat",
        )


def _pengganti(undian: UndianRekan, tugas: TugasRekan) -> Pegawai | None:
    """The next one in the same circle who is not asked about this person and not asked too often."""
    aturan = aturan_dari(undian.kebijakan)
    orang = _orang(undian, tugas)
    satu = next((o for o in orang if o.id == tugas.dinilai_id), None)
    if satu is None:
        return None
    terpakai = set(TugasRekan.objects.filter(hasil=tugas.hasil_id).values_list("rekan_id", flat=True))
    calon = calon_pengganti(satu, orang, benih=undian.benih, aturan=aturan, terpakai=terpakai)
    beban = dict(
        TugasRekan.objects.filter(periode=undian.periode_id, rekan__in=calon)
        .exclude(status=StatusTugasRekan.DICORET)
        .order_by()
        .values_list("rekan")
        .annotate(n=Count("pk"))
    )
    pilihan = next((c for c in calon if beban.get(c, 0) < aturan.beban_maks), None)
    return Pegawai.objects.get(pk=pilihan) if pilihan else None


def _orang(undian: UndianRekan, tugas: TugasRekan) -> list[Orang]:
    """Everybody of the two circles of the assessed person: as the draw itself saw them."""
    semua = EvaluasiPeriodik.objects.filter(periode=undian.periode_id).exclude(status=StatusEvaluasi.TERKUNCI)
    milik = semua.select_related("unit").filter(pegawai=tugas.dinilai_id).order_by("id").first()
    if milik is None:
        return []
    induk = milik.unit.path[:-PANJANG_LANGKAH]
    dekat = Q(penilai=milik.penilai_id)
    luas = Q(atasan_penilai=milik.atasan_penilai_id, unit__path__startswith=induk)
    baris = (
        semua.filter(dekat | luas)
        .order_by("pegawai_id", "id")
        .distinct("pegawai_id")
        .values_list("pegawai_id", "penilai_id", "atasan_penilai_id", "unit__path", _pergi(undian))
    )
    return [Orang(i, p, a, path[:-PANJANG_LANGKAH], pergi=pergi) for i, p, a, path, pergi in baris]


def _pergi(undian: UndianRekan) -> Exists:
    """On long leave on one of the days on which answers are taken."""
    masa_jawab = cuti_rekan(undian)
    cuti = KeadaanPegawai.objects.filter(
        Q(selesai__isnull=True) | Q(selesai__gte=masa_jawab["jawab_dari"]),
        pegawai=OuterRef("pegawai"),
        jenis__in=masa_jawab["cuti"],
        mulai__lte=masa_jawab["jawab_sampai"],
    )
    return Exists(cuti)
