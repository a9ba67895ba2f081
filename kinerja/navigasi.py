"""The places of the application and who sees them, as one table, and the numbers shown beside them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, Count, Q, QuerySet, Value
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from akses.enums import Izin
from akses.services import boleh_umum
from inti.kueri import KueriTetap
from layanan.models import Layanan
from pegawai.models import Atasan
from pelatihan.enums import StatusPeserta
from pelatihan.models import Peserta
from pemberitahuan.models import Pesan
from penghargaan.models import RencanaPerbaikan
from penghargaan.services.perbaikan_baca import rencana_menunggu
from penilaian.enums import StatusEvaluasi, StatusKebutuhan, StatusTahunan
from penilaian.models import (
    CapaianOrganisasi,
    EvaluasiPeriodik,
    EvaluasiTahunan,
    Keberatan,
    KebutuhanPengembangan,
    TugasRekan,
)
from penilaian.services.keberatan_daftar import menunggu as keberatan_menunggu
from sasaran.enums import StatusPeriode, StatusSKP
from sasaran.models import SKP


@dataclass(frozen=True)
class Tempat:
    """One place: its address, words and icon, who sees it, and which number it carries."""

    alamat: str
    label: Any
    ikon: str
    untuk: Callable[[HttpRequest], bool]
    hitungan: tuple[str, ...] = ()
    jumlah_label: Any = ""
    jumlah: int = 0
    aktif: bool = False
    di_rel: bool = True  # False: only in the account menu
    kelompok: str = "utama"
    utama: int = 9  # the smaller, the sooner it gets a place under the thumb


@dataclass(frozen=True)
class Kelompok:
    """Places that belong together in the rail, under a heading (the daily ones have none)."""

    judul: Any
    tempat: list[Tempat]


@dataclass(frozen=True)
class Navigasi:
    """What the base template shows: the rail, the bottom bar of a phone, the bell and the account menu."""

    semua: list[Tempat] = field(default_factory=list)
    kelompok: list[Kelompok] = field(default_factory=list)
    bawah: list[Tempat] = field(default_factory=list)
    lainnya: list[Tempat] = field(default_factory=list)  # behind the last place of the bottom bar
    menu: list[Tempat] = field(default_factory=list)
    lonceng: Tempat | None = None
    nama: str = ""
    jabatan: str = ""
    inisial: str = ""
    hitungan: dict[str, int] = field(default_factory=dict)

    @property
    def jumlah_lainnya(self) -> int:
        """What waits behind "Lainnya", so that nothing waits unseen."""
        return sum(t.jumlah for t in self.lainnya)

    @property
    def lainnya_aktif(self) -> bool:
        """Whether the present page is one of the places behind "Lainnya"."""
        return any(t.aktif for t in self.lainnya)


def _siapa_saja(request: HttpRequest) -> bool:
    return True


def _pegawai(request: HttpRequest) -> bool:
    return request.pegawai is not None


def _ber_skp(request: HttpRequest) -> bool:
    return request.pegawai is not None and request.pegawai.wajib_skp


def _penilai(request: HttpRequest) -> bool:
    return request.pelaku.menilai


def _memimpin(request: HttpRequest) -> bool:
    return bool(request.pelaku.memimpin) or boleh_umum(request.pelaku, Izin.DASBOR_LIHAT)


def _berpaket(request: HttpRequest) -> bool:
    return bool(request.pelaku.memimpin) or boleh_umum(request.pelaku, Izin.DOKUMEN_PAKET)


def _staf(request: HttpRequest) -> bool:
    return request.user.is_staff


def _berlayanan(request: HttpRequest) -> bool:
    """Staff of a unit with services, and those whose role looks at services anywhere."""
    return bool(request._hitungan.get("layanan")) or boleh_umum(request.pelaku, Izin.LAYANAN_LIHAT)


def _bercapaian(request: HttpRequest) -> bool:
    """Whoever assesses people, and the roles that follow the labels of units."""
    return request.pelaku.menilai or boleh_umum(request.pelaku, Izin.CAPAIAN_LIHAT)


def _berkeberatan(request: HttpRequest) -> bool:
    """Whoever has objected, whoever assesses people (he explains, or decides), and the roles that may read."""
    ada = request.pelaku.menilai or request._hitungan.get("keberatan_saya")
    return bool(ada) or boleh_umum(request.pelaku, Izin.KEBERATAN_LIHAT)


def _berperbaikan(request: HttpRequest) -> bool:
    """Both sides of an improvement plan that is not over, and the roles that look after plans."""
    return bool(request._hitungan.get("perbaikan_semua")) or boleh_umum(request.pelaku, Izin.PERBAIKAN_LIHAT)


def _bersanksi(request: HttpRequest) -> bool:
    return boleh_umum(request.pelaku, Izin.SANKSI_LIHAT)


KELOMPOK = (
    ("utama", ""),
    ("tumbuh", _("Berkembang bersama")),
    ("unit", _("Unit dan layanan")),
)
_MENUNGGU = _("menunggu Anda")
TEMPAT = (
    Tempat("/", _("Beranda"), "house", _siapa_saja, utama=0),
    Tempat("/sasaran/", _("Sasaran"), "target", _ber_skp, utama=4),
    Tempat("/laporan/", _("Laporan"), "file-text", _ber_skp, utama=2),
    Tempat("/penilaian/", _("Penilaian"), "clipboard-check", _ber_skp, ("tahunan_saya",), _MENUNGGU, utama=3),
    Tempat("/tim/", _("Tim saya"), "users", _penilai, ("skp", "evaluasi", "tahunan"), _MENUNGGU, utama=1),
    Tempat("/dasbor/", _("Dasbor"), "chart-column", _memimpin, utama=5),
    Tempat("/pemberitahuan/", _("Kabar"), "bell", _pegawai, ("pesan",), _("belum dibaca")),
    Tempat(
        "/rekan/",
        _("Rekan kerja"),
        "message-square-heart",
        _ber_skp,
        ("rekan",),
        _MENUNGGU,
        kelompok="tumbuh",
    ),
    Tempat(
        "/pelatihan/",
        _("Pelatihan"),
        "graduation-cap",
        _pegawai,
        ("latihan_tim", "kebutuhan"),
        _MENUNGGU,
        kelompok="tumbuh",
    ),
    Tempat("/penghargaan/", _("Penghargaan"), "award", _pegawai, kelompok="tumbuh"),
    Tempat(
        "/penghargaan/perbaikan/",
        _("Rencana perbaikan"),
        "heart-handshake",
        _berperbaikan,
        ("perbaikan",),
        _MENUNGGU,
        kelompok="tumbuh",
    ),
    Tempat(
        "/keberatan/", _("Keberatan"), "scale", _berkeberatan, ("keberatan",), _MENUNGGU, kelompok="tumbuh"
    ),
    Tempat(
        "/penilaian/capaian/",
        _("Capaian unit"),
        "flag",
        _bercapaian,
        ("capaian",),
        _MENUNGGU,
        kelompok="unit",
    ),
    Tempat("/layanan/", _("Layanan"), "store", _berlayanan, kelompok="unit"),
    Tempat("/penghargaan/sanksi/", _("Sanksi"), "gavel", _bersanksi, kelompok="unit"),
    Tempat("/admin/", _("Kepegawaian"), "settings", _staf, kelompok="unit", utama=6),
)
MENU_SAJA = (Tempat("/penilaian/paket/", _("Paket dokumen"), "archive", _berpaket, di_rel=False),)
LONCENG = "/pemberitahuan/"
TEMPAT_SENDIRI = ("/penghargaan/perbaikan/", "/penghargaan/sanksi/")
DI_BAWAH = 5  # places a thumb can reach; when there are more, the fifth is "Lainnya"


def _banyak(nama: str, baris: QuerySet[Any]) -> QuerySet[Any]:
    bernama = baris.order_by().annotate(nama_hitungan=Value(nama, output_field=CharField()))
    return bernama.values("nama_hitungan").annotate(n=Count("pk")).values_list("nama_hitungan", "n")


def _hitungan_tahunan(pegawai: UUID) -> tuple[QuerySet[Any], QuerySet[Any]]:
    """Yearly evaluations he has to sign, and his own result that waits for his answer."""
    giliran = Q(penilai=pegawai, status=StatusTahunan.TERBUKA) | Q(
        atasan_penilai=pegawai, status=StatusTahunan.MENUNGGU_ATASAN
    )
    milik = EvaluasiTahunan.objects.filter(pegawai=pegawai, status=StatusTahunan.DISAMPAIKAN)
    return (
        _banyak("tahunan", EvaluasiTahunan.objects.filter(giliran)),
        _banyak("tahunan_saya", milik),
    )


def _hitungan(pegawai: UUID, hari: date) -> QuerySet[Any]:
    pesan = _banyak("pesan", Pesan.objects.filter(penerima=pegawai).belum_dibaca())
    skp = _banyak("skp", SKP.objects.filter(penilai=pegawai, status=StatusSKP.DIAJUKAN))
    evaluasi = _banyak(
        "evaluasi", EvaluasiPeriodik.objects.filter(penilai=pegawai, status=StatusEvaluasi.DIAJUKAN)
    )
    unit = Atasan.objects.filter(pegawai=pegawai).values("unit_id")
    layanan = _banyak("layanan", Layanan.objects.filter(unit_id__in=unit, aktif=True))
    latihan_tim = _banyak(
        "latihan_tim",
        Peserta.objects.filter(pegawai__atasan__penilai=pegawai, status=StatusPeserta.DIUSULKAN),
    )
    kebutuhan = _banyak(
        "kebutuhan",
        KebutuhanPengembangan.objects.filter(pegawai=pegawai, status=StatusKebutuhan.DIUSULKAN),
    )
    capaian = _banyak(
        "capaian",
        CapaianOrganisasi.objects.belum_ditetapkan().filter(
            Q(periode__status=StatusPeriode.TERBUKA)
            | Q(periode__isnull=True, siklus__status=StatusPeriode.TERBUKA),
            penetap=pegawai,
        ),
    )
    keberatan = _banyak("keberatan", Keberatan.objects.filter(keberatan_menunggu(pegawai)))
    keberatan_saya = _banyak("keberatan_saya", Keberatan.objects.filter(pegawai=pegawai))
    rekan = _banyak("rekan", TugasRekan.objects.menunggu(pada=hari).filter(rekan=pegawai))
    aktif = RencanaPerbaikan.objects.aktif()
    perbaikan = _banyak("perbaikan", aktif.filter(rencana_menunggu(pegawai)))
    perbaikan_semua = _banyak("perbaikan_semua", aktif.filter(Q(penilai=pegawai) | Q(pegawai=pegawai)))
    lain = (skp, evaluasi, layanan, latihan_tim, kebutuhan, capaian, keberatan, keberatan_saya, rekan)
    return pesan.union(*lain, *_hitungan_tahunan(pegawai), perbaikan, perbaikan_semua, all=True)


_HITUNGAN = KueriTetap(_hitungan, pegawai=UUID, hari=date)


def hitung(pegawai: Any) -> dict[str, int]:
    """Unread messages and what waits for this person as assessor, in one query."""
    return dict(_HITUNGAN(pegawai=pegawai.pk, hari=timezone.localdate()))


def susun(request: HttpRequest) -> Navigasi:
    """The navigation for the person of this request; at most one query beside `request.pelaku`."""
    if not request.user.is_authenticated:
        return Navigasi()
    pegawai = request.pegawai
    jumlah = request._hitungan = hitung(pegawai) if pegawai else {}
    semua = [
        replace(t, jumlah=sum(jumlah.get(h, 0) for h in t.hitungan), aktif=_aktif(t, request.path))
        for t in TEMPAT
        if t.untuk(request)
    ]
    bawah = _di_bawah(semua)
    return Navigasi(
        hitungan=jumlah,
        semua=semua,
        kelompok=_kelompok(semua),
        bawah=bawah,
        lainnya=[t for t in semua if t not in bawah and t.alamat != LONCENG],
        menu=_menu(request),
        lonceng=next((t for t in semua if t.alamat == LONCENG), None),
        nama=pegawai.nama if pegawai else request.user.get_username(),
        jabatan=_jabatan(pegawai),
        inisial=_inisial(pegawai.nama if pegawai else request.user.get_username()),
    )


def navigasi(request: HttpRequest) -> Navigasi:
    """`susun`, once per request: the page and its base template share it."""
    if not hasattr(request, "_navigasi"):
        request._navigasi = susun(request)
    return request._navigasi


def _aktif(tempat: Tempat, path: str) -> bool:
    if path.startswith("/penilaian/") and path.endswith("/nilai/"):
        path = "/tim/"  # whoever rates is at work on his team, not on his own evaluation
    if tempat.alamat == "/penilaian/" and path.startswith("/penilaian/capaian/"):
        return False  # a place of its own
    if tempat.alamat == "/penghargaan/" and path.startswith(TEMPAT_SENDIRI):
        return False
    return path == tempat.alamat if tempat.alamat == "/" else path.startswith(tempat.alamat)


def _kelompok(semua: list[Tempat]) -> list[Kelompok]:
    isi = ((judul, [t for t in semua if t.kelompok == kode]) for kode, judul in KELOMPOK)
    return [Kelompok(judul, tempat) for judul, tempat in isi if tempat]


def _di_bawah(semua: list[Tempat]) -> list[Tempat]:
    """The most needed places in the order of the rail; the bell has its own spot at the top of a phone."""
    calon = [t for t in semua if t.alamat != LONCENG]
    if len(calon) <= DI_BAWAH:
        return calon
    terpilih = sorted(calon, key=lambda t: t.utama)[: DI_BAWAH - 1]
    return [t for t in calon if t in terpilih]


def _menu(request: HttpRequest) -> list[Tempat]:
    return [
        Tempat(reverse("profil"), _("Profil"), "circle-user", _siapa_saja, di_rel=False),
        Tempat(reverse("account_change_password"), _("Ganti sandi"), "key-round", _siapa_saja, di_rel=False),
        *(t for t in MENU_SAJA if t.untuk(request)),
    ]


def _jabatan(pegawai: Any) -> str:
    atasan = getattr(pegawai, "atasan", None)
    if not atasan or not atasan.penempatan:
        return ""
    return f"{atasan.penempatan.jabatan.nama} · {atasan.unit.singkatan or atasan.unit.nama}"


def _inisial(nama: str) -> str:
    kata = [k for k in nama.split() if k[:1].isalpha()]
    return "".join(k[0] for k in (kata[:1] + kata[1:][-1:])).upper() or nama[:2]
