"""What people do in a case: propose, summon, hear, answer, decide. The gate and four eyes are asked here
and again by the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from akses.alur import jalankan
from akses.enums import Izin
from akses.services import wajib_boleh
from inti.kalender import SATU_HARI, hari_ini, hari_kerja_antara
from inti.services.libur import set_libur
from inti.tanda import gabung, isi_galat, kalimat
from inti.workflow import TransisiDitolak
from pegawai.models import Atasan, Pegawai, UnitKerja
from pelaksanaan.services.berkas import BerkasTerperiksa
from pelaksanaan.services.bukti import berkas_ikut_transaksi
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from penghargaan.aturan.hukuman import JEDA_PANGGILAN, jenis_pada, periksa_jenis
from penghargaan.aturan.masa import tambah_bulan
from penghargaan.enums_tindak_lanjut import DasarSanksi, JenisDokumenSanksi, StatusSanksi
from penghargaan.models import DokumenSanksi, Sanksi
from penghargaan.services.perbaikan_baca import hari_unit
from penghargaan.services.sanksi_baca import dasar_kinerja, empat_mata, kurang_untuk
from penghargaan.services.sanksi_baca import sedang_dikenai as sedang_dikenai
from penghargaan.services.sanksi_baca import sql_sedang_dikenai as sql_sedang_dikenai
from penghargaan.workflow import ALUR_SANKSI

DOKUMEN_MAKS = 20
PANGGILAN_MAKS = 2
DITANGGAPI = (StatusSanksi.DIPANGGIL, StatusSanksi.DIPERIKSA)
CADANGAN = timedelta(days=1)
SETAHUN, JAUH = timedelta(days=366), timedelta(days=180)  # further apart is a slip of the pen


@dataclass(frozen=True)
class IsianUsulan:
    """What a proposal says: the ground, the kind, the reason, and for absence the days."""

    dasar: str
    jenis: str
    alasan: str
    hari_tidak_masuk: int | None = None
    hari_berturut: int | None = None


@dataclass(frozen=True)
class IsianPanggilan:
    """A summons: letter, time and place."""

    nomor: str
    tanggal: date
    waktu: datetime
    tempat: str


@dataclass(frozen=True)
class IsianPutusan:
    """A decree: kind, number, date, first day, reasons."""

    jenis: str
    sk_nomor: str
    sk_tanggal: date
    mulai: date
    pertimbangan: str


def buat_usulan(*, pegawai: Pegawai, isian: IsianUsulan, oleh: Pegawai) -> Sanksi:
    """A draft about `pegawai`; for performance it leans on his newest plan, or on the evaluation alone.

    A draft is a thought, so the gate is not asked yet; its page shows what is missing. Raises
    PermissionDenied, or TransisiDitolak for a wrong kind or without an evaluation that gives a reason.
    """
    wajib_boleh(oleh, Izin.SANKSI_USULKAN, pegawai)
    if pegawai.pk == oleh.pk:
        raise TransisiDitolak(kalimat("Tidak dapat mengusulkan sanksi terhadap diri sendiri."), "syarat")
    hubungan = Atasan.objects.select_related("unit").get(pegawai=pegawai)
    if hubungan.penilai_id is None or hubungan.unit is None:
        raise TransisiDitolak(kalimat("Pegawai ini belum mempunyai pejabat penilai."), "syarat")
    _wajib_jenis(isian.jenis, isian.dasar, pegawai, hari_unit(hubungan.unit))
    return Sanksi.objects.create(
        pegawai=pegawai,
        unit=hubungan.unit,
        penilai_id=hubungan.penilai_id,
        atasan_penilai_id=hubungan.atasan_penilai_id,
        disusun_oleh=oleh,
        **_isi_usulan(isian),
        **(dasar_kinerja(pegawai) if isian.dasar == DasarSanksi.KINERJA else {}),
    )


def ubah_usulan(*, sanksi: Sanksi, isian: IsianUsulan, oleh: Pegawai) -> Sanksi:
    """Change a draft; the ground stays. The plan is looked up again, so that new support counts.

    Only its drafter: the four eyes are counted from him.
    """
    with transaction.atomic():
        kini = _kunci(sanksi)
        wajib_boleh(oleh, Izin.SANKSI_USULKAN, kini)
        _wajib_penyusun(kini, oleh)
        if kini.status != StatusSanksi.DRAF:
            raise TransisiDitolak(kalimat("Usulan ini sudah diajukan."), "status")
        _wajib_jenis(isian.jenis, kini.dasar, kini.pegawai, hari_unit(kini.unit))
        isi = {**_isi_usulan(isian), "dasar": kini.dasar}
        if kini.dasar == DasarSanksi.KINERJA:
            isi |= dasar_kinerja(kini.pegawai)
        for nama, nilai in isi.items():
            setattr(kini, nama, nilai)
        kini.save(update_fields=list(isi))
    return kini


def usulkan(*, sanksi: Sanksi, oleh: Pegawai) -> Sanksi:
    """Submit one's own draft. Raises TransisiDitolak with every sentence of what the gate still asks for."""
    with transaction.atomic():
        kini = _kunci(sanksi)
        wajib_boleh(oleh, Izin.SANKSI_USULKAN, kini)
        _wajib_penyusun(kini, oleh)
        isian: dict[str, Any] = {}
        if kini.dasar == DasarSanksi.KINERJA and kini.status == StatusSanksi.DRAF:
            isian = dasar_kinerja(kini.pegawai)
            for nama, nilai in isian.items():
                setattr(kini, nama, nilai)
            _wajib_gerbang(kini)
        return _jalan(sanksi, "usulkan", oleh, **isian)


def batalkan(*, sanksi: Sanksi, alasan: str, oleh: Pegawai) -> Sanksi:
    """Drop a draft, with a reason."""
    return _jalan(sanksi, "batalkan", oleh, alasan)


def kembalikan(*, sanksi: Sanksi, catatan: str, oleh: Pegawai) -> Sanksi:
    """Send a proposal back to its drafter, with a note."""
    return _jalan(sanksi, "kembalikan", oleh, catatan)


def panggil(*, sanksi: Sanksi, isian: IsianPanggilan, oleh: Pegawai) -> Sanksi:
    """Summon the person, at most twice, with seven working days between letter and hearing [K].

    Raises PermissionDenied, or TransisiDitolak for the drafter himself and for times that do not fit.
    """
    with transaction.atomic():
        lama = _kunci(sanksi)
        wajib_boleh(oleh, Izin.SANKSI_PERIKSA, lama)
        if oleh.pk in {lama.disusun_oleh_id, lama.pegawai_id}:
            raise TransisiDitolak(kalimat("Yang mengusulkan tidak boleh memeriksa."), "empat_mata")
        _wajib_jeda(isian, lama)
        ke = lama.panggilan.count() + 1
        if ke > PANGGILAN_MAKS:
            raise TransisiDitolak(kalimat("Panggilan sudah dua kali; lanjutkan pemeriksaan."), "syarat")
        kini = _jalan(sanksi, "panggil", oleh, diperiksa_oleh=oleh)
        kini.panggilan.create(
            ke=ke, nomor=isian.nomor, tanggal=isian.tanggal, waktu=isian.waktu, tempat=isian.tempat
        )
        hari = _hari_di(kini.unit, isian.waktu).isoformat()
        _kabari(kini, kini.pegawai, JenisPesan.SANKSI_DIPANGGIL, f"{ke}", batas=hari)
    return kini


def periksa(*, sanksi: Sanksi, waktu: datetime, hadir: bool, berita_acara: str, oleh: Pegawai) -> Sanksi:
    """Record the hearing with its minutes; without the person only after the second summons."""
    with transaction.atomic():
        lama = _kunci(sanksi)
        wajib_boleh(oleh, Izin.SANKSI_PERIKSA, lama)
        panggilan = lama.panggilan.last()
        if panggilan and not panggilan.waktu - CADANGAN <= waktu <= timezone.now():
            raise TransisiDitolak(kalimat("Waktu pemeriksaan sejak panggilan sampai sekarang."), "waktu")
        if panggilan and not hadir and panggilan.ke < PANGGILAN_MAKS:
            raise TransisiDitolak(kalimat("Pegawai tidak hadir: buat panggilan kedua dulu."), "hadir")
        if not berita_acara.strip():
            raise TransisiDitolak(kalimat("Tulis berita acara pemeriksaan."), "berita_acara")
        if oleh.pk != lama.diperiksa_oleh_id and oleh.pk in {lama.disusun_oleh_id, lama.pegawai_id}:
            raise TransisiDitolak(kalimat("Yang mengusulkan tidak boleh memeriksa."), "empat_mata")
        isian = {"pemeriksaan_pada": waktu, "hadir": hadir, "berita_acara": berita_acara.strip()}
        return _jalan(sanksi, "periksa", oleh, diperiksa_oleh=oleh, **isian)


def tanggapi(*, sanksi: Sanksi, isi: str, oleh: Pegawai) -> Sanksi:
    """The person's own statement; he may change it until the decision."""
    with transaction.atomic():
        kini = _kunci(sanksi)
        wajib_boleh(oleh, Izin.SANKSI_TANGGAPI, kini)
        if kini.status not in DITANGGAPI:
            raise TransisiDitolak(
                kalimat("Keterangan dapat diberikan sejak panggilan sampai putusan."), "status"
            )
        kini.tanggapan, kini.tanggapan_pada = isi.strip(), timezone.now()
        kini.save(update_fields=["tanggapan", "tanggapan_pada"])
    return kini


def putuskan(*, sanksi: Sanksi, isian: IsianPutusan, oleh: Pegawai) -> Sanksi:
    """Decide. The gate is asked again; whoever drafted or checked cannot decide.

    Raises PermissionDenied, or TransisiDitolak (four eyes, gate, kind, dates).
    """
    with transaction.atomic():
        lama = _kunci(sanksi)
        wajib_boleh(oleh, Izin.SANKSI_PUTUSKAN, lama)
        if not empat_mata(lama, oleh.pk):
            raise TransisiDitolak(
                kalimat("Yang mengusulkan atau memeriksa tidak boleh memutus."), "empat_mata"
            )
        _wajib_gerbang(lama)
        _wajib_tanggal(isian, lama)
        _wajib_jenis(isian.jenis, lama.dasar, lama.pegawai, isian.sk_tanggal)
        bulan = jenis_pada(isian.sk_tanggal)[isian.jenis].bulan
        kini = _jalan(
            sanksi,
            "putuskan",
            oleh,
            jenis_putusan=isian.jenis,
            sk_nomor=isian.sk_nomor.strip(),
            sk_tanggal=isian.sk_tanggal,
            mulai=isian.mulai,
            selesai=tambah_bulan(isian.mulai, bulan) - SATU_HARI if bulan else None,
            pertimbangan=isian.pertimbangan.strip(),
            diputus_oleh=oleh,
        )
        for orang in (kini.pegawai, kini.penilai):
            _kabari(kini, orang, JenisPesan.SANKSI_DIPUTUS)
    return kini


def hentikan(*, sanksi: Sanksi, alasan: str, oleh: Pegawai) -> Sanksi:
    """End a case without consequence, with a reason that the person reads when he knew of it."""
    with transaction.atomic():
        dipanggil = sanksi.status != StatusSanksi.DIUSULKAN
        kini = _jalan(sanksi, "hentikan", oleh, alasan)
        if dipanggil:
            _kabari(kini, kini.pegawai, JenisPesan.SANKSI_DIHENTIKAN)
    return kini


def cabut(*, sanksi: Sanksi, alasan: str, oleh: Pegawai) -> Sanksi:
    """Revoke a decree, for example after an objection that was upheld."""
    with transaction.atomic():
        kini = _jalan(sanksi, "cabut", oleh, alasan)
        _kabari(kini, kini.pegawai, JenisPesan.SANKSI_DIHENTIKAN, "cabut")
    return kini


def catat_upaya(*, sanksi: Sanksi, upaya: str, tanggal: date, catatan: str, oleh: Pegawai) -> Sanksi:
    """Note an objection or appeal against a decree, by whoever handles the case."""
    with transaction.atomic():
        kini = _kunci(sanksi)
        wajib_boleh(oleh, Izin.SANKSI_PERIKSA, kini)
        if kini.status not in {StatusSanksi.DIPUTUS, StatusSanksi.BERLAKU}:
            raise TransisiDitolak(kalimat("Upaya administratif hanya terhadap keputusan."), "status")
        kini.upaya, kini.upaya_tanggal, kini.upaya_catatan = upaya, tanggal, catatan.strip()
        kini.save(update_fields=["upaya", "upaya_tanggal", "upaya_catatan"])
        kini.riwayat.create(
            aksi="catat_upaya", dari=kini.status, ke=kini.status, oleh=oleh, catatan=kini.upaya_catatan
        )
    return kini


def lampirkan(*, sanksi: Sanksi, jenis: str, berkas: Iterable[BerkasTerperiksa], oleh: Pegawai) -> int:
    """Attach checked files; how many were new. The person adds to his defence, the handlers to the rest.

    Raises PermissionDenied, or TransisiDitolak when there would be too many.
    """
    izin = Izin.SANKSI_TANGGAPI if jenis == JenisDokumenSanksi.PEMBELAAN else Izin.SANKSI_USULKAN
    wajib_boleh(oleh, izin, sanksi)
    with berkas_ikut_transaksi() as tertulis:
        kini = _kunci(sanksi)
        ada = set(kini.dokumen.values_list("sha256", flat=True))
        baru = {b.sha256: b for b in berkas if b.sha256 not in ada}
        if len(ada) + len(baru) > DOKUMEN_MAKS:
            raise TransisiDitolak(kalimat("Paling banyak %(n)s berkas.", n=DOKUMEN_MAKS), "berkas")
        for satu in baru.values():
            dokumen = DokumenSanksi(
                sanksi=kini,
                jenis=JenisDokumenSanksi(jenis),
                nama_asli=satu.nama,
                jenis_konten=satu.jenis_konten,
                ukuran=satu.ukuran,
                sha256=satu.sha256,
                diunggah_oleh=oleh,
            )
            satu.berkas.seek(0)
            dokumen.berkas.save(satu.nama, satu.berkas, save=False)
            tertulis.append(dokumen.berkas.name)
            dokumen.save(force_insert=True)
    return len(baru)


def _isi_usulan(isian: IsianUsulan) -> dict[str, Any]:
    disiplin = isian.dasar == DasarSanksi.DISIPLIN
    return {
        "dasar": DasarSanksi(isian.dasar),
        "jenis": isian.jenis,
        "alasan": isian.alasan.strip(),
        "hari_tidak_masuk": isian.hari_tidak_masuk if disiplin else None,
        "hari_berturut": isian.hari_berturut if disiplin else None,
    }


def _wajib_penyusun(sanksi: Sanksi, oleh: Pegawai) -> None:
    if oleh.pk != sanksi.disusun_oleh_id:
        pesan = kalimat(
            "Hanya penyusun draf ini yang mengubah dan mengajukannya; batalkan untuk menyusun baru."
        )
        raise TransisiDitolak(pesan, "empat_mata")


def _wajib_gerbang(sanksi: Sanksi) -> None:
    kurang = kurang_untuk(sanksi)
    if kurang:
        raise TransisiDitolak(gabung(*kurang), "gerbang")


def _wajib_jenis(kode: str, dasar: str, pegawai: Pegawai, hari: date) -> None:
    try:
        salah = periksa_jenis(kode, dasar, pegawai.jenis, hari)
    except ValueError as galat:  # no list of kinds on that day
        raise TransisiDitolak(isi_galat(galat), "jenis") from galat
    if salah:
        raise TransisiDitolak(gabung(*salah), "jenis")


def _wajib_tanggal(isian: IsianPutusan, sanksi: Sanksi) -> None:
    if isian.sk_tanggal > hari_unit(sanksi.unit):
        raise TransisiDitolak(kalimat("Tanggal keputusan belum tiba."), "sk_tanggal")
    if not isian.sk_tanggal <= isian.mulai <= isian.sk_tanggal + SETAHUN:
        raise TransisiDitolak(
            kalimat("Mulai berlaku pada atau sesudah tanggal keputusan, paling lama setahun."), "mulai"
        )


def _wajib_jeda(isian: IsianPanggilan, sanksi: Sanksi) -> None:
    hari = _hari_di(sanksi.unit, isian.waktu)
    if abs(hari - isian.tanggal) > JAUH:
        raise TransisiDitolak(kalimat("Waktu pemeriksaan terlalu jauh dari tanggal surat."), "waktu")
    libur = set_libur(min(isian.tanggal, hari), max(isian.tanggal, hari))
    jeda = 0
    if hari > isian.tanggal:
        jeda = hari_kerja_antara(isian.tanggal + SATU_HARI, hari, libur, sanksi.unit.hari_per_pekan)
    if jeda < JEDA_PANGGILAN:
        raise TransisiDitolak(
            kalimat("Beri jeda sekurang-kurangnya %(n)s hari kerja setelah tanggal surat.", n=JEDA_PANGGILAN),
            "waktu",
        )


def _hari_di(unit: UnitKerja, waktu: datetime) -> date:
    """The day of a moment where the unit is, wherever whoever writes the letter sits."""
    return hari_ini(unit.zona, waktu)


def _kunci(sanksi: Sanksi) -> Sanksi:
    return (
        Sanksi.objects.select_for_update(of=("self",))
        .select_related("unit", "pegawai", "rencana", "penilai")
        .get(pk=sanksi.pk)
    )


def _jalan(sanksi: Sanksi, aksi: str, oleh: Pegawai, catatan: str = "", **isian: Any) -> Sanksi:
    """One move. What only the database refused becomes the sentence of the rule behind it."""
    try:
        with transaction.atomic():
            return jalankan(alur=ALUR_SANKSI, objek=sanksi, aksi=aksi, oleh=oleh, catatan=catatan, **isian)
    except IntegrityError as galat:
        pesan = kalimat("Perkara lain atas rencana yang sama sudah berjalan, atau dukungan berubah.")
        raise TransisiDitolak(pesan, "gerbang") from galat


def _kabari(sanksi: Sanksi, penerima: Pegawai, jenis: JenisPesan, bagian: str = "", **data: str) -> None:
    kirim(
        penerima=penerima,
        jenis=jenis,
        kunci=f"{jenis}:{sanksi.pk}:{bagian}:{penerima.pk.hex[:8]}",
        data=data,
        tautan=reverse("penghargaan:sanksi", args=[sanksi.pk]),
    )
