"""“Lima hal untuk hari ini”: what waits for HR, counted up to a thousand and all of it in one query."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.core.cache import cache
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import DateField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from akses.admin_izin import Penjaga
from akses.enums import Izin
from akses.impor_jenis import jenis_boleh
from akses.models import Akun, PenugasanPeran
from inti.angka import tulis_angka
from kinerja.aturan.hari_ini import Hal, Tingkat, pilih, tingkat
from kinerja.services.kemajuan import Kapan, KemajuanUnit
from pegawai.aturan.bup import tambah_bulan
from pegawai.enums import JenisPenempatan
from pegawai.models import BerkasImpor, Pegawai, Penempatan
from pegawai.models.impor import StatusImpor
from pegawai.services.lingkaran import dalam_lingkaran
from pegawai.services.pensiun import akan_pensiun
from pemberitahuan.models import Pesan, StatusSurel
from penghargaan.enums import StatusUsulan
from penghargaan.enums_tindak_lanjut import StatusSanksi
from penghargaan.models import Sanksi, UsulanPenghargaan
from penilaian.models import Keberatan
from sasaran.enums import StatusPeriode

MAKS = 1000  # beyond it the number is no longer counted, only said to be larger
PEKAN = timedelta(days=7)
BERLALU = timedelta(days=31)
MENJELANG = timedelta(days=14)  # deadlines of the cycle are named from this long before
SIMPAN_DETIK = 60  # what costs a walk over everybody is counted once a minute


@dataclass(frozen=True)
class Butir:
    """One line of the page: what, how many, until when or why, and the list that shows them."""

    kode: str
    jumlah: int
    judul: str
    mengapa: str
    tenggat: str
    alamat: str
    mendesak: bool

    @property
    def angka(self) -> str:
        """The number, or “1.000+” where it was not counted further."""
        terhitung = self.kode.startswith("batas_")  # kept counts are whole
        return tulis_angka(self.jumlah) if terhitung or self.jumlah <= MAKS else f"{tulis_angka(MAKS)}+"


@dataclass(frozen=True)
class Calon:
    """A kind of thing to do: what is counted, since it concerns whom, and where it is done."""

    kode: str
    izin: Izin
    isi: Callable[[Penjaga, date], "QuerySet[Any]"]
    daftar: str
    saringan: dict[str, str]
    judul: Any
    mengapa: Any
    menghambat: bool = False
    tenggat: str = ""  # the column that says until when
    mahal: bool = False


def _penilai_kosong(jaga: Penjaga, hari: date) -> "QuerySet[Any]":
    tanpa = Pegawai.objects.belum_punya_penilai().filter(atasan__isnull=False)
    return jaga.saring(tanpa, Izin.PEGAWAI_LIHAT)


def _tanpa_penempatan(jaga: Penjaga, hari: date) -> "QuerySet[Any]":
    return jaga.saring(Pegawai.objects.belum_punya_penilai().filter(atasan__isnull=True), Izin.PEGAWAI_LIHAT)


def _berputar(jaga: Penjaga, hari: date) -> "QuerySet[Any]":
    semua = Pegawai.objects.wajib_skp().filter(pk__in=dalam_lingkaran(pada=hari))
    return jaga.saring(semua, Izin.PEGAWAI_LIHAT)


def _impor(jaga: Penjaga, status: str) -> "QuerySet[Any]":
    boleh = [j.kode for j in jenis_boleh(jaga.pelaku)]
    return BerkasImpor.objects.filter(status=status, jenis__in=boleh)


def _keberatan(jaga: Penjaga, hari: date) -> "QuerySet[Any]":
    dekat = Keberatan.objects.berjalan().filter(batas_putus__lte=hari + PEKAN)
    return jaga.saring(dekat, Izin.KEBERATAN_LIHAT)


def _pelaksana(jaga: Penjaga, hari: date) -> "QuerySet[Any]":
    habis = Penempatan.objects.filter(
        jenis__in=[JenisPenempatan.PLT, JenisPenempatan.PLH], selesai__range=(hari, hari + PEKAN)
    )
    return jaga.saring(habis, Izin.PEGAWAI_LIHAT)


def _peran(jaga: Penjaga, hari: date) -> "QuerySet[Any]":
    habis = PenugasanPeran.objects.berlaku(hari).filter(selesai__lte=hari + PEKAN)
    return jaga.saring(habis, Izin.PERAN_KELOLA)


def _pensiun(jaga: Penjaga, hari: date) -> "QuerySet[Any]":
    semua = akan_pensiun(dalam=jaga.saring(Pegawai.objects.all(), Izin.PEGAWAI_LIHAT), pada=hari)
    return semua.filter(pensiun=bulan_depan(hari))


def _belum_masuk(jaga: Penjaga, hari: date) -> "QuerySet[Any]":
    belum = Akun.objects.filter(last_login__isnull=True, is_active=True, pegawai__isnull=False)
    return jaga.saring(belum, Izin.AKUN_KELOLA)


def _tanpa_pns_id(jaga: Penjaga, hari: date) -> "QuerySet[Any]":
    return jaga.saring(Pegawai.objects.wajib_skp().filter(pns_id__isnull=True), Izin.SIASN_KIRIM)


def _sanksi(jaga: Penjaga, hari: date) -> "QuerySet[Any]":
    tunggu = Sanksi.objects.filter(status__in=[StatusSanksi.DIUSULKAN, StatusSanksi.DIPERIKSA])
    return jaga.saring(tunggu, Izin.SANKSI_LIHAT)


def _usulan(jaga: Penjaga, hari: date) -> "QuerySet[Any]":
    tunggu = UsulanPenghargaan.objects.filter(status__in=[StatusUsulan.DIUSULKAN, StatusUsulan.DIPERIKSA])
    return jaga.saring(tunggu, Izin.PENGHARGAAN_LIHAT)


def _surel(jaga: Penjaga, hari: date) -> "QuerySet[Any]":
    sejak = timezone.make_aware(datetime.combine(hari - PEKAN, time.min))
    baru = Pesan.objects.filter(status_surel=StatusSurel.GAGAL, dibuat_pada__gte=sejak)
    return jaga.saring(baru, Izin.AKUN_KELOLA)


SIAPA = "admin:pegawai_pegawai_siapa_menilai_siapa"
CALON = (
    Calon("penilai_kosong", Izin.PEGAWAI_LIHAT, _penilai_kosong, SIAPA, {"masalah": "kosong"},
          _("Tetapkan pejabat penilai"), _("Tanpa penilai, SKP dan evaluasinya tidak dapat berjalan."), True),
    Calon("tanpa_penempatan", Izin.PEGAWAI_LIHAT, _tanpa_penempatan, SIAPA, {"masalah": "tanpa_penempatan"},
          _("Isi penempatan pegawai"), _("Tanpa penempatan tidak ada unit, penilai, dan SKP."), True),
    Calon("lingkaran", Izin.PEGAWAI_LIHAT, _berputar, SIAPA, {"masalah": "lingkaran"},
          _("Putus penilai yang saling menilai"), _("Rantai penilai berputar; tidak ada atasan yang memutus."),
          True),
    Calon("impor_diuji", Izin.PEGAWAI_LIHAT, lambda j, h: _impor(j, StatusImpor.DIUJI),
          "admin:pegawai_berkasimpor_changelist", {"status__exact": "diuji"},
          _("Impor berkas yang sudah diuji"), _("Sudah diuji, belum diimpor. Makin lama makin mungkin berubah.")),
    Calon("impor_gagal", Izin.PEGAWAI_LIHAT, lambda j, h: _impor(j, StatusImpor.GAGAL),
          "admin:pegawai_berkasimpor_changelist", {"status__exact": "gagal"},
          _("Periksa berkas yang tidak terbaca"), _("Berkas ini tidak dapat diuji; sebabnya ada di laporannya.")),
    Calon("keberatan", Izin.KEBERATAN_LIHAT, _keberatan, "admin:penilaian_keberatan_changelist",
          {"tenggat": "pekan"}, _("Ingatkan pemutus keberatan"),
          _("Keputusan keberatan mempunyai batas waktu."), True, "batas_putus"),
    Calon("pelaksana", Izin.PEGAWAI_LIHAT, _pelaksana, "admin:pegawai_penempatan_changelist",
          {"masa": "pekan"}, _("Perpanjang atau ganti Plt. dan Plh."),
          _("Sesudahnya unitnya tanpa kepala dan anggotanya pindah penilai."), tenggat="selesai"),
    Calon("peran", Izin.PERAN_KELOLA, _peran, "admin:akses_penugasanperan_changelist", {"masa": "pekan"},
          _("Perpanjang peran yang akan berakhir"), _("Sesudahnya pemegangnya tidak dapat bekerja."),
          tenggat="selesai"),
    Calon("pensiun", Izin.PEGAWAI_LIHAT, _pensiun, "admin:pegawai_pegawai_pensiun", {},
          _("Siapkan pengganti yang pensiun"), _("Mencapai batas usia pensiun bulan depan."), mahal=True),
    Calon("belum_masuk", Izin.AKUN_KELOLA, _belum_masuk, "admin:pegawai_pegawai_changelist",
          {"akun": "belum"}, _("Kirim petunjuk masuk"), _("Akunnya ada, tetapi belum pernah dipakai.")),
    Calon("siasn", Izin.SIASN_KIRIM, _tanpa_pns_id, "admin:pegawai_pegawai_changelist", {"siasn": "tanpa"},
          _("Lengkapi PNS ID"), _("Tanpa PNS ID hasilnya tidak dapat dikirim ke SIASN.")),
    Calon("sanksi", Izin.SANKSI_LIHAT, _sanksi, "admin:penghargaan_sanksi_changelist",
          {"tunggu": "keputusan"}, _("Tindak lanjuti perkara"), _("Menunggu pemeriksaan usulan atau keputusan.")),
    Calon("usulan", Izin.PENGHARGAAN_LIHAT, _usulan, "admin:penghargaan_usulanpenghargaan_changelist",
          {"tunggu": "keputusan"}, _("Tindak lanjuti usulan penghargaan"),
          _("Menunggu pemeriksaan atau keputusan.")),
    Calon("surel", Izin.AKUN_KELOLA, _surel, "admin:pemberitahuan_pesan_changelist",
          {"status_surel__exact": "gagal"}, _("Betulkan alamat surel"), _("Surel tidak sampai sepekan ini.")),
)  # fmt: skip


def bulan_depan(hari: date) -> date:
    """The first day of the next month, on which those retire whose birthday is in this one."""
    return tambah_bulan(hari.replace(day=1), 1)


def lima_hal(jaga: Penjaga, waktu: Kapan, total: KemajuanUnit | None, hari: date) -> list[Butir]:
    """The five most pressing things in the scope of the reader. One query, whatever waits."""
    siklus = {s.hal.kode: s for s in _dari_siklus(waktu, total, hari)}
    calon = {c.kode: c for c in CALON if jaga.punya(c.izin)}
    semua = [*(s.hal for s in siklus.values()), *_terhitung(jaga, calon, hari)]
    return [
        _butir_siklus(siklus[h.kode], h, hari) if h.kode in siklus else _butir(calon[h.kode], h, hari)
        for h in pilih(semua, hari)
    ]


# --- what has a number and a list ----------------------------------------------------------------------------


def _terhitung(jaga: Penjaga, calon: dict[str, Calon], hari: date) -> list[Hal]:
    kunci = {k: _kunci(jaga, k, hari) for k, c in calon.items() if c.mahal}
    tersimpan = {k: n for k, satu in kunci.items() if (n := cache.get(satu)) is not None}
    tanya = {k: c for k, c in calon.items() if k not in tersimpan}
    hasil = _hitung([(k, c.isi(jaga, hari), c.tenggat) for k, c in tanya.items()])
    for kode in kunci.keys() & hasil.keys():
        cache.set(kunci[kode], hasil[kode], SIMPAN_DETIK)
    ada = hasil | tersimpan
    return [Hal(k, *ada[k], menghambat=c.menghambat) for k, c in calon.items() if k in ada]


def _kunci(jaga: Penjaga, kode: str, hari: date) -> str:
    """What is counted depends on the roles and their scope, not on the person."""
    lingkup = sorted((str(p), *sorted(a)) for p, a in jaga.pelaku.peran.items())
    sidik = hashlib.sha256(repr((lingkup, jaga.pemasang)).encode()).hexdigest()[:32]
    return f"hari-ini:{kode}:{hari}:{sidik}"


def _hitung(semua: "list[tuple[str, QuerySet[Any], str]]") -> dict[str, tuple[int, date | None]]:
    """Of each queryset how many there are, up to MAKS + 1, and the first deadline; all in one statement."""
    bagian: list[str] = []
    isian: list[Any] = []
    for kode, qs, kolom in semua:
        try:
            sql, nilai = _terbatas(qs, kolom).query.sql_with_params()
        except EmptyResultSet:
            continue
        bagian.append(f"SELECT %s, count(*), min(t.batas) FROM ({sql}) t")  # noqa: S608 - made by Django
        isian += [kode, *nilai]
    if not bagian:
        return {}
    with connection.cursor() as kursor:
        kursor.execute(" UNION ALL ".join(bagian), isian)
        return {kode: (jumlah, batas) for kode, jumlah, batas in kursor.fetchall()}


def _terbatas(qs: "QuerySet[Any]", kolom: str) -> "QuerySet[Any]":
    """No more rows than are counted, each with its deadline; the earliest come first."""
    batas: Any = F(kolom) if kolom else Cast(Value(None), DateField())
    semua = qs.order_by(kolom) if kolom else qs.order_by()
    return semua.annotate(batas=batas).values("batas")[: MAKS + 1]


def _butir(calon: Calon, hal: Hal, hari: date) -> Butir:
    saringan = calon.saringan
    if calon.kode == "pensiun":
        saringan = {"bulan": f"{bulan_depan(hari):%Y-%m}"}
    alamat = reverse(calon.daftar) + (f"?{urlencode(saringan)}" if saringan else "")
    return Butir(
        kode=calon.kode,
        jumlah=hal.jumlah,
        judul=str(calon.judul),
        mengapa=str(calon.mengapa),
        tenggat=_kapan(hal.tenggat, hari),
        alamat=alamat,
        mendesak=tingkat(hal, hari) <= Tingkat.SEGERA,
    )


def _kapan(tenggat: date | None, hari: date) -> str:
    """“4 Desember 2026, 12 hari lagi”."""
    if tenggat is None:
        return ""
    sisa = (tenggat - hari).days
    if sisa > 0:
        kata = ngettext("%(n)s hari lagi", "%(n)s hari lagi", sisa) % {"n": sisa}
    elif sisa == 0:
        kata = gettext("hari ini")
    else:
        kata = ngettext("lewat %(n)s hari", "lewat %(n)s hari", -sisa) % {"n": -sisa}
    return f"{date_format(tenggat, 'j F Y')}, {kata}"


# --- what the cycle asks for ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class DariSiklus:
    """A deadline of the cycle: how many it concerns, and the list of them."""

    hal: Hal
    judul: Any
    mengapa: Any
    alamat: str


def _dari_siklus(waktu: Kapan, total: KemajuanUnit | None, hari: date) -> list[DariSiklus]:
    """What is due soon and not done, from the counts that are shown anyway."""
    if total is None:
        return []
    semua = [_batas_skp(waktu, total, hari), *_batas_periode(waktu, total, hari), _batas_tahun(waktu, total)]
    return [s for s in semua if s is not None and s.hal.tenggat and s.hal.tenggat - hari <= MENJELANG]


def _batas_skp(waktu: Kapan, total: KemajuanUnit, hari: date) -> DariSiklus | None:
    """Plans that are not set; after a month the deadline is no news any more."""
    tahap = total.satu("skp")
    if waktu.skp is None or tahap is None or hari - waktu.skp.batas_skp > BERLALU:
        return None
    hal = Hal("batas_skp", tahap.semua - tahap.selesai, waktu.skp.batas_skp)
    return DariSiklus(
        hal, _("Ingatkan yang SKP-nya belum ditetapkan"), _("Batas penetapan SKP."), tahap.alamat
    )


def _batas_periode(waktu: Kapan, total: KemajuanUnit, hari: date) -> list[DariSiklus | None]:
    """Self-assessments until their last day, then results until the period is locked."""
    periode, lapor, nilai = waktu.periode, total.satu("lapor"), total.satu("nilai")
    if periode is None or periode.status != StatusPeriode.TERBUKA or lapor is None or nilai is None:
        return []
    hasil: list[DariSiklus | None] = []
    if hari <= periode.batas_penilaian_diri:
        hal = Hal("batas_lapor", lapor.jumlah.get("terbuka", 0), periode.batas_penilaian_diri)
        alamat = next((a for _s, _n, a in lapor.sisa()), lapor.alamat)
        hasil.append(
            DariSiklus(hal, _("Ingatkan yang belum melaporkan realisasi"), _("Batas penilaian diri."), alamat)
        )
    lewat = hari > periode.batas_penilaian
    batas = periode.tutup_evaluasi if lewat else periode.batas_penilaian
    mengapa = _("Sesudahnya terkunci tanpa hasil.") if lewat else _("Batas penilaian oleh atasan.")
    hal = Hal("batas_nilai", nilai.semua - nilai.selesai, batas)
    hasil.append(DariSiklus(hal, _("Ingatkan penilai yang belum selesai"), mengapa, nilai.alamat))
    return hasil


def _batas_tahun(waktu: Kapan, total: KemajuanUnit) -> DariSiklus | None:
    """Yearly results that the employees have not got."""
    tahap = total.satu("tahunan")
    if waktu.tahun is None or tahap is None:
        return None
    hal = Hal("batas_tahunan", tahap.semua - tahap.selesai, waktu.tahun.tutup_tahunan)
    return DariSiklus(
        hal, _("Ingatkan penilai evaluasi tahunan"), _("Batas penandatanganan hasil tahunan."), tahap.alamat
    )


def _butir_siklus(satu: DariSiklus, hal: Hal, hari: date) -> Butir:
    return Butir(
        kode=hal.kode,
        jumlah=hal.jumlah,
        judul=str(satu.judul),
        mengapa=str(satu.mengapa),
        tenggat=_kapan(hal.tenggat, hari),
        alamat=satu.alamat,
        mendesak=tingkat(hal, hari) <= Tingkat.SEGERA,
    )
