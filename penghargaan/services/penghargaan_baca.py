"""What pages of recognition show, through the permissions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import StrIndex, Substr

from akses.alur import tersedia
from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import boleh, boleh_umum, pelaku_dari, terlihat_oleh
from inti.jalur import LANGKAH
from inti.workflow import Transisi
from pegawai.models import Pegawai, UnitKerja
from pegawai.services.cari import cari_orang
from penghargaan.aturan.kebijakan import Butir, dari_data, uraikan
from penghargaan.enums import StatusUsulan
from penghargaan.models import KandidatPenghargaan, KebijakanPenghargaan, UsulanPenghargaan
from penghargaan.services.penghargaan_kandidat import syarat_dari
from penghargaan.services.penghargaan_usulan import memutus_sebagai_ppk
from penghargaan.workflow import ALUR_USULAN
from sasaran.enums import StatusPeriode
from sasaran.models import Siklus

KELOMPOK_KECIL = 5  # candidates; below that a group is not shown on its own
WAJAR = (0.8, 1.25)  # of the share nominated in a group to the share of all
_TERKAIT = ("pegawai", "unit", "kebijakan", "siklus", "evaluasi")


@dataclass(frozen=True)
class Kelompok:
    """One group in the spread: how many candidates and nominations, and whether that stands out."""

    nama: str
    kandidat: int
    diusulkan: int
    mencolok: bool = False


def usulan_terlihat(pelaku: Pelaku) -> QuerySet[UsulanPenghargaan]:
    """Nominations this person may read; his own only once they were decided for."""
    semua = terlihat_oleh(UsulanPenghargaan.objects.all(), pelaku, Izin.PENGHARGAAN_LIHAT)
    milik = Q(pegawai=pelaku.pegawai_id)
    sudah = Q(status__in=[StatusUsulan.DIPUTUSKAN, StatusUsulan.DISERAHKAN]) | Q(buku__jumlah=-1)
    return semua.filter(~milik | Q(pk__in=UsulanPenghargaan.objects.filter(milik & sudah).values("pk")))


def usulan_daftar(pelaku: Pelaku, status: str = "") -> QuerySet[UsulanPenghargaan]:
    """The same with what a list shows, one status or all."""
    semua = usulan_terlihat(pelaku).select_related(*_TERKAIT, "pengusul")
    return semua.filter(status=status) if status else semua


def milik(pelaku: Pelaku) -> QuerySet[UsulanPenghargaan]:
    """What this person received, newest first."""
    return usulan_terlihat(pelaku).filter(pegawai=pelaku.pegawai_id).select_related(*_TERKAIT)


def pengumuman() -> QuerySet[UsulanPenghargaan]:
    """What everybody may read: handed over, and the receiver did not ask for silence."""
    return UsulanPenghargaan.objects.diumumkan().select_related(*_TERKAIT)


def kandidat_terlihat(pelaku: Pelaku) -> QuerySet[KandidatPenghargaan]:
    """Candidates this person may nominate, with the status of a nomination alive."""
    semua = terlihat_oleh(KandidatPenghargaan.objects.all(), pelaku, Izin.PENGHARGAAN_USULKAN)
    hidup = UsulanPenghargaan.objects.filter(kandidat=OuterRef("pk")).exclude(status__in=["ditolak", "batal"])
    return semua.exclude(pegawai=pelaku.pegawai_id).annotate(
        usulan_id=Subquery(hidup.values("pk")[:1]), usulan_status=Subquery(hidup.values("status")[:1])
    )


def kandidat_daftar(pelaku: Pelaku, siklus: Siklus | None, saring: Mapping[str, str]) -> QuerySet[Any]:
    """Candidates of a year by policy, name, and whether somebody nominated them."""
    semua = kandidat_terlihat(pelaku).filter(siklus=siklus).select_related(*_TERKAIT)
    if saring.get("penghargaan", "").isdecimal():
        semua = semua.filter(kebijakan=int(saring["penghargaan"][:9]))
    if kata := saring.get("nama", "").replace("\x00", "").strip():
        semua = cari_orang(semua, kata, "pegawai__")
    if saring.get("belum"):
        semua = semua.filter(usulan_id__isnull=True)
    return semua


def siklus_kandidat() -> list[Siklus]:
    """Closed years, newest first: those that can have candidates."""
    return list(Siklus.objects.filter(status=StatusPeriode.DITUTUP).order_by("-tahun"))


def kebijakan_berkandidat(siklus: Siklus | None) -> list[KebijakanPenghargaan]:
    """The policies with candidates in a year."""
    ada = KandidatPenghargaan.objects.filter(kebijakan=OuterRef("pk"), siklus=siklus)
    return list(KebijakanPenghargaan.objects.filter(Exists(ada)))


def mengapa_kandidat(kandidat: KandidatPenghargaan) -> tuple[Butir, ...]:
    """Why this person is a candidate, condition by condition."""
    bukti = dari_data(kandidat.bukti, tahun=kandidat.siklus.tahun)
    return uraikan(syarat_dari(kandidat.kebijakan), bukti)


def langkah(usulan: UsulanPenghargaan, pegawai: Pegawai) -> list[Transisi]:
    """The moves this person may make now with this nomination."""
    pelaku = pelaku_dari(pegawai)
    hasil = tersedia(ALUR_USULAN, usulan, pegawai, lambda izin: boleh(pelaku, izin, usulan))
    ppk = memutus_sebagai_ppk(pelaku, usulan.unit)
    return [
        t
        for t in hasil
        if usulan.pegawai_id != pegawai.pk
        and (t.aksi != "tarik" or usulan.pengusul_id == pegawai.pk)
        and (t.izin != Izin.PENGHARGAAN_PUTUSKAN or ppk)
    ]


def menunggu(pelaku: Pelaku) -> dict[str, int]:
    """What waits for this person: nominations to check and to decide. At most two queries, only for roles."""
    hasil = {}
    for nama, izin, status in (
        ("penghargaan_periksa", Izin.PENGHARGAAN_PERIKSA, StatusUsulan.DIUSULKAN),
        ("penghargaan_putuskan", Izin.PENGHARGAAN_PUTUSKAN, StatusUsulan.DIPERIKSA),
    ):
        if boleh_umum(pelaku, izin):
            semua = terlihat_oleh(UsulanPenghargaan.objects.filter(status=status), pelaku, izin)
            hasil[nama] = semua.exclude(Q(pegawai=pelaku.pegawai_id) | Q(pengusul=pelaku.pegawai_id)).count()
    return hasil


def sebaran(pelaku: Pelaku, siklus: Siklus | None) -> list[tuple[str, list[Kelompok]]]:
    """Nominations beside candidates by gender, grade and department: for whoever checks or decides."""
    boleh_lihat = boleh_umum(pelaku, Izin.PENGHARGAAN_PERIKSA) or boleh_umum(
        pelaku, Izin.PENGHARGAAN_PUTUSKAN
    )
    if siklus is None or not boleh_lihat:
        return []
    kandidat = terlihat_oleh(KandidatPenghargaan.objects.all(), pelaku, Izin.PENGHARGAAN_LIHAT)
    hidup = UsulanPenghargaan.objects.filter(kandidat=OuterRef("pk")).exclude(status__in=["ditolak", "batal"])
    semua = kandidat.filter(siklus=siklus).annotate(ada=Exists(hidup)).order_by()
    golongan = Substr("pegawai__golongan", 1, StrIndex(F("pegawai__golongan"), Value("/")) - 1)
    kepala = Substr("unit__path", 1, 2 * LANGKAH)
    nama_unit = dict(UnitKerja.objects.filter(depth__lte=2).values_list("path", "nama"))
    kelamin = dict(Pegawai._meta.get_field("jenis_kelamin").flatchoices)
    semua = semua.annotate(gol=golongan, opd=kepala)
    return [
        ("kelamin", _kelompok(semua, "pegawai__jenis_kelamin", kelamin)),
        ("golongan", _kelompok(semua.filter(pegawai__golongan__contains="/"), "gol", {})),
        ("unit", _kelompok(semua, "opd", nama_unit)),
    ]


def _kelompok(semua: QuerySet[Any], kolom: str, nama: Mapping[str, Any]) -> list[Kelompok]:
    hitung = semua.values_list(kolom).annotate(n=Count("pk"), u=Count("pk", filter=Q(ada=True)))
    baris = [(str(nama.get(kunci, kunci)), n, u) for kunci, n, u in hitung if n >= KELOMPOK_KECIL]
    total, diusulkan = sum(n for _k, n, _u in baris), sum(u for _k, _n, u in baris)
    return [Kelompok(k, n, u, _mencolok(n, u, total, diusulkan)) for k, n, u in sorted(baris)]


def _mencolok(n: int, u: int, total: int, diusulkan: int) -> bool:
    """Whether the share of this group is outside 0,8 to 1,25 times that of all (peers.md, row 25)."""
    if not diusulkan:
        return False
    nisbah = (u / n) / (diusulkan / total)
    return not WAJAR[0] <= nisbah <= WAJAR[1]


def jumlah_status(pelaku: Pelaku) -> dict[str, int]:
    """How many nominations are in each status, of those he sees."""
    return dict(usulan_terlihat(pelaku).order_by().values_list("status").annotate(Count("pk")))
