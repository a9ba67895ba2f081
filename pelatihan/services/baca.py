"""What the pages of training read, always through the permission; the number of queries is constant."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import boleh_umum, terlihat_oleh
from pegawai.models import Pegawai
from pelatihan.aturan.sertifikat import huruf
from pelatihan.enums import BERJALAN, BERKURSI, JenisDiklat, StatusLuar, StatusPeserta, StatusSesi
from pelatihan.models import Pelatihan, PelatihanLuar, Peserta, SesiPelatihan
from penilaian.models import KebutuhanPengembangan
from sasaran.enums import NilaiPerilaku

TIM_MAKS = 60
AKAN_DATANG = (StatusSesi.TERBUKA, StatusSesi.DITUTUP)


def mengelola(pelaku: Pelaku) -> bool:
    """Whether he runs catalogue and sessions."""
    return boleh_umum(pelaku, Izin.PELATIHAN_KELOLA)


def katalog(kueri: Mapping[str, str], hari: date) -> QuerySet[Pelatihan]:
    """The entries on offer that the query string asks for, each with its next session and open seats' day."""
    terbuka = Q(sesi__status__in=AKAN_DATANG, sesi__mulai__gte=hari)
    semua = Pelatihan.objects.filter(aktif=True).annotate(
        sesi_berikut=Min("sesi__mulai", filter=terbuka), banyak_sesi=Count("sesi", filter=terbuka)
    )
    for kata in kueri.get("q", "").replace("\x00", "").split()[:6]:
        semua = semua.filter(
            Q(nama__icontains=kata) | Q(topik__icontains=kata) | Q(penyelenggara__icontains=kata)
        )
    nilai, surat = kueri.get("nilai", ""), kueri.get("huruf", "")
    if nilai in NilaiPerilaku.values:
        semua = semua.filter(nilai__contains=[nilai])
    if surat in {"T", "F", "P"}:
        semua = semua.filter(jenis__in=[j for j in JenisDiklat.values if huruf(j) == surat])
    return semua.filter(banyak_sesi__gt=0) if kueri.get("ada") else semua


def pelatihan_terlihat() -> QuerySet[Pelatihan]:
    """Every entry: the catalogue is open to all employees, and what is no longer offered stays readable."""
    return Pelatihan.objects.all()


def sesi_terlihat(pelaku: Pelaku) -> QuerySet[SesiPelatihan]:
    """Published sessions for everybody; drafts too for whoever runs them."""
    semua = SesiPelatihan.objects.select_related("pelatihan", "pengajar")
    return semua if mengelola(pelaku) else semua.terbit()


def dengan_kursi(sesi: QuerySet[SesiPelatihan]) -> QuerySet[SesiPelatihan]:
    """Each session with `terisi` and `antre`."""
    return sesi.annotate(
        terisi=Count("peserta", filter=Q(peserta__status__in=BERKURSI)),
        antre=Count("peserta", filter=Q(peserta__status=StatusPeserta.MENUNGGU)),
    )


def sesi_pelatihan(pelatihan: Pelatihan, pelaku: Pelaku) -> list[SesiPelatihan]:
    """The sessions of an entry, the coming ones first."""
    milik = dengan_kursi(sesi_terlihat(pelaku).filter(pelatihan=pelatihan))
    return list(milik.order_by("-mulai", "id")[:20])


def peserta_terlihat(pelaku: Pelaku) -> QuerySet[Peserta]:
    """The participations this person may read, with what their pages name."""
    terkait = ("sesi__pelatihan", "pegawai__atasan__unit", "diusulkan_oleh", "kebutuhan")
    return terlihat_oleh(Peserta.objects.select_related(*terkait), pelaku, Izin.PELATIHAN_LIHAT)


def milik_saya(pegawai: Pegawai) -> list[Peserta]:
    """All my participations, the latest session first; at most a hundred."""
    semua = Peserta.objects.filter(pegawai=pegawai).select_related("sesi__pelatihan")
    return list(semua.order_by("-sesi__mulai", "-id")[:100])


def luar_terlihat(pelaku: Pelaku) -> QuerySet[PelatihanLuar]:
    """Trainings taken elsewhere that this person may read."""
    semua = PelatihanLuar.objects.select_related("pegawai__atasan__unit")
    return terlihat_oleh(semua, pelaku, Izin.PELATIHAN_LIHAT)


def luar_saya(pegawai: Pegawai) -> list[PelatihanLuar]:
    """My own, without those I withdrew."""
    milik = PelatihanLuar.objects.filter(pegawai=pegawai).exclude(status=StatusLuar.DITARIK)
    return list(milik.order_by("-selesai", "-id")[:100])


def luar_menunggu(pelaku: Pelaku) -> QuerySet[PelatihanLuar]:
    """What HR has to check, the oldest first; his own are checked by somebody else."""
    menunggu = PelatihanLuar.objects.select_related("pegawai__atasan__unit").filter(
        status=StatusLuar.DIAJUKAN
    )
    return terlihat_oleh(menunggu, pelaku, Izin.PELATIHAN_TETAPKAN).exclude(pegawai=pelaku.pegawai_id)


def menunggu_atasan(pelaku: Pelaku) -> QuerySet[Peserta]:
    """Nominations this person has to decide on as supervisor."""
    menunggu = Peserta.objects.filter(status=StatusPeserta.DIUSULKAN).select_related(
        "pegawai", "sesi__pelatihan", "kebutuhan"
    )
    return terlihat_oleh(menunggu, pelaku, Izin.PELATIHAN_SETUJUI)


def kebutuhan_saya(pegawai: Pegawai) -> list[KebutuhanPengembangan]:
    """My open needs, those I have not answered first."""
    return list(kebutuhan_terbuka(pegawai).order_by(F("status").desc(), "-dibuat_pada", "id")[:50])


def kebutuhan_terbuka(pegawai: Pegawai) -> QuerySet[KebutuhanPengembangan]:
    """What a person still needs."""
    return KebutuhanPengembangan.objects.belum_terpenuhi().filter(pegawai=pegawai)


def calon_tim(pelaku: Pelaku, sesi: SesiPelatihan) -> QuerySet[Pegawai]:
    """Members of my team who are not in this session yet."""
    ada = Peserta.objects.filter(sesi=sesi, pegawai=OuterRef("pk"), status__in=[*BERJALAN, *BERKURSI])
    tim = terlihat_oleh(Pegawai.objects.wajib_skp(), pelaku, Izin.PELATIHAN_USULKAN)
    terpilih = tim.exclude(pk=pelaku.pegawai_id).filter(~Exists(ada)).select_related("atasan__penilai")
    return terpilih.order_by("nama", "id")


def daftar_kelola(kueri: Mapping[str, str]) -> QuerySet[SesiPelatihan]:
    """Sessions for whoever runs them, the latest first, with what waits in each."""
    semua = dengan_kursi(SesiPelatihan.objects.select_related("pelatihan"))
    semua = semua.annotate(
        perlu=Count("peserta", filter=Q(peserta__status=StatusPeserta.DISETUJUI)),
        belum_hasil=Count("peserta", filter=Q(peserta__status=StatusPeserta.HADIR)),
    )
    if kueri.get("status") in StatusSesi.values:
        semua = semua.filter(status=kueri["status"])
    for kata in kueri.get("q", "").replace("\x00", "").split()[:6]:
        semua = semua.filter(pelatihan__nama__icontains=kata)
    return semua


KOLOM_SESI = (
    gettext_lazy("Pelatihan"), gettext_lazy("Penyelenggara"), gettext_lazy("JP"), gettext_lazy("Mulai"),
    gettext_lazy("Selesai"), gettext_lazy("Cara"), gettext_lazy("Tempat"), gettext_lazy("Keadaan"),
    gettext_lazy("Kursi"), gettext_lazy("Terisi"), gettext_lazy("Daftar tunggu"),
    gettext_lazy("Menunggu penetapan"), gettext_lazy("Belum ada hasil"),
)  # fmt: skip


def baris_sesi(semua: QuerySet[SesiPelatihan]) -> Iterator[tuple[Any, ...]]:
    """Sessions of `daftar_kelola` as rows of a file, read in pieces."""
    for s in semua.iterator(chunk_size=2000):
        p: Any = s
        yield (
            s.pelatihan.nama, s.pelatihan.penyelenggara, s.pelatihan.jp, s.mulai, s.selesai, s.get_moda_display(),
            s.tempat, s.get_status_display(), s.kursi, p.terisi, p.antre, p.perlu, p.belum_hasil,
        )  # fmt: skip


def peserta_sesi(sesi: SesiPelatihan) -> list[Peserta]:
    """Everybody in a session, in the order in which they are worked on."""
    semua = sesi.peserta.select_related("pegawai__atasan__unit", "pegawai__atasan__penempatan__jabatan")
    urut = {s: n for n, s in enumerate(_URUTAN)}
    baris = list(semua.order_by("menunggu_sejak", "pegawai__nama", "id"))
    return sorted(baris, key=lambda p: urut[p.status])


_URUTAN = (
    StatusPeserta.DISETUJUI,
    StatusPeserta.DIUSULKAN,
    StatusPeserta.HADIR,
    StatusPeserta.DITETAPKAN,
    StatusPeserta.MENUNGGU,
    StatusPeserta.LULUS,
    StatusPeserta.TIDAK_LULUS,
    StatusPeserta.TIDAK_HADIR,
    StatusPeserta.DITOLAK,
    StatusPeserta.UNDUR,
    StatusPeserta.BATAL,
)

KOLOM_EKSPOR = (
    "NIP", "Nama", "Unit kerja", "Jabatan", "Status", "JP", "Bagian hari hadir", "Diusulkan oleh", "Alasan",
)  # fmt: skip


def baris_ekspor(sesi: SesiPelatihan, hadir: Mapping[Any, int]) -> list[list[Any]]:
    """The participants of a session as rows of a sheet."""
    semua = sesi.peserta.select_related(
        "pegawai__atasan__unit", "pegawai__atasan__penempatan__jabatan", "diusulkan_oleh"
    ).order_by("pegawai__nama", "id")
    return [
        [
            p.pegawai.nip or "",
            p.pegawai.nama_lengkap,
            _unit(p.pegawai),
            _jabatan(p.pegawai),
            p.get_status_display(),
            p.jp if p.jp is not None else "",
            hadir.get(p.pk, 0),
            p.diusulkan_oleh.nama_lengkap,
            p.alasan,
        ]
        for p in semua
    ]


def _unit(pegawai: Pegawai) -> str:
    atasan = getattr(pegawai, "atasan", None)
    return atasan.unit.nama if atasan and atasan.unit else ""


def _jabatan(pegawai: Pegawai) -> str:
    atasan = getattr(pegawai, "atasan", None)
    return atasan.penempatan.jabatan.nama if atasan and atasan.penempatan else ""
