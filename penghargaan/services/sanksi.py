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
from akses.enums import Izin, Peran
from akses.services import wajib_boleh
from inti.kalender import SATU_HARI, hari_ini
from inti.tanda import kalimat
from inti.workflow import TransisiDitolak
from pegawai.models import Atasan, Pegawai
from pelaksanaan.services.berkas import BerkasTerperiksa
from pelaksanaan.services.bukti import berkas_ikut_transaksi
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from penghargaan.aturan.hukuman import jenis_pada
from penghargaan.aturan.masa import tambah_bulan
from penghargaan.enums_tindak_lanjut import DasarSanksi, JenisDokumenSanksi, StatusSanksi
from penghargaan.models import DokumenSanksi, Sanksi
from penghargaan.services.kabar import kabari_pemegang
from penghargaan.services.naskah_sanksi import (
    BERITA_ACARA,
    KEPUTUSAN,
    PANGGILAN,
    cabut_keputusan,
    cabut_panggilan,
    naskah_sanksi,
)
from penghargaan.services.perbaikan_baca import hari_unit
from penghargaan.services.sanksi_baca import dasar_kinerja, empat_mata, segarkan
from penghargaan.services.sanksi_baca import sedang_dikenai as sedang_dikenai
from penghargaan.services.sanksi_baca import sql_sedang_dikenai as sql_sedang_dikenai
from penghargaan.services.sanksi_syarat import wajib_gerbang, wajib_jeda, wajib_jenis, wajib_tanggal
from penghargaan.workflow import ALUR_SANKSI

DOKUMEN_MAKS = 20
PANGGILAN_MAKS = 2
DITANGGAPI = (StatusSanksi.DIPANGGIL, StatusSanksi.DIPERIKSA)
CADANGAN = timedelta(days=1)


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
    wajib_jenis(isian.jenis, isian.dasar, pegawai, hari_unit(hubungan.unit))
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
        wajib_jenis(isian.jenis, kini.dasar, kini.pegawai, hari_unit(kini.unit))
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
        isian = segarkan(kini)
        if isian:
            wajib_gerbang(kini)
        hasil = _jalan(sanksi, "usulkan", oleh, **isian)
        _kabari_peran(hasil, Peran.PENGELOLA_INSTANSI)
    return hasil


def batalkan(*, sanksi: Sanksi, alasan: str, oleh: Pegawai) -> Sanksi:
    """Drop a draft, with a reason."""
    return _jalan(sanksi, "batalkan", oleh, alasan)


def kembalikan(*, sanksi: Sanksi, catatan: str, oleh: Pegawai) -> Sanksi:
    """Send a proposal back to its drafter, with a note."""
    with transaction.atomic():
        kini = _jalan(sanksi, "kembalikan", oleh, catatan)
        _kabari(kini, kini.disusun_oleh, JenisPesan.PERKARA_MENUNGGU, f"{kini.riwayat.count()}")
    return kini


def panggil(*, sanksi: Sanksi, isian: IsianPanggilan, oleh: Pegawai) -> Sanksi:
    """Summon the person, at most twice, with seven working days between letter and hearing [K].

    Raises PermissionDenied, or TransisiDitolak for the drafter himself and for times that do not fit.
    """
    with transaction.atomic():
        lama = _kunci(sanksi)
        wajib_boleh(oleh, Izin.SANKSI_PERIKSA, lama)
        if oleh.pk in {lama.disusun_oleh_id, lama.pegawai_id}:
            raise TransisiDitolak(kalimat("Yang mengusulkan tidak boleh memeriksa."), "empat_mata")
        wajib_jeda(isian.tanggal, isian.waktu, lama)
        ke = lama.panggilan.count() + 1
        if ke > PANGGILAN_MAKS:
            raise TransisiDitolak(kalimat("Panggilan sudah dua kali; lanjutkan pemeriksaan."), "syarat")
        kini = _jalan(sanksi, "panggil", oleh, diperiksa_oleh=oleh)
        kini.panggilan.create(
            ke=ke, nomor=isian.nomor, tanggal=isian.tanggal, waktu=isian.waktu, tempat=isian.tempat
        )
        naskah_sanksi(sanksi=kini, nama=f"{PANGGILAN}-{ke}", oleh=oleh)
        hari = hari_ini(kini.unit.zona, isian.waktu).isoformat()
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
        kini = _jalan(sanksi, "periksa", oleh, diperiksa_oleh=oleh, **isian)
        naskah_sanksi(sanksi=kini, nama=BERITA_ACARA, oleh=oleh)
        _kabari_peran(kini, Peran.PIMPINAN)
    return kini


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
        if kini.diperiksa_oleh is not None:
            bagian = f"tanggapi:{timezone.localdate():%Y%m%d}"  # once a day, however often he changes it
            _kabari(kini, kini.diperiksa_oleh, JenisPesan.PERKARA_BERUBAH, bagian)
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
        wajib_gerbang(lama)
        wajib_tanggal(isian.sk_tanggal, isian.mulai, lama)
        wajib_jenis(isian.jenis, lama.dasar, lama.pegawai, isian.sk_tanggal)
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
        naskah_sanksi(sanksi=kini, nama=KEPUTUSAN, oleh=oleh)
        _kabari(kini, kini.pegawai, JenisPesan.SANKSI_DIPUTUS)
        _kabari_penangan(kini, "putuskan")
    return kini


def hentikan(*, sanksi: Sanksi, alasan: str, oleh: Pegawai) -> Sanksi:
    """End a case without consequence, with a reason that the person reads when he knew of it."""
    with transaction.atomic():
        dipanggil = sanksi.status != StatusSanksi.DIUSULKAN
        kini = _jalan(sanksi, "hentikan", oleh, alasan)
        cabut_panggilan(sanksi=kini, oleh=oleh)
        _kabari_penangan(kini, "hentikan")
        if dipanggil:
            _kabari(kini, kini.pegawai, JenisPesan.SANKSI_DIHENTIKAN)
    return kini


def cabut(*, sanksi: Sanksi, alasan: str, oleh: Pegawai) -> Sanksi:
    """Revoke a decree, for example after an objection that was upheld."""
    with transaction.atomic():
        kini = _jalan(sanksi, "cabut", oleh, alasan)
        cabut_keputusan(sanksi=kini, oleh=oleh)
        _kabari_penangan(kini, "cabut")
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


def _kabari_penangan(sanksi: Sanksi, bagian: str) -> None:
    """Drafter, examiner and assessor learn that something happened; the case itself says what."""
    penangan = {o.pk: o for o in (sanksi.disusun_oleh, sanksi.diperiksa_oleh, sanksi.penilai) if o}
    for orang in penangan.values():
        _kabari(sanksi, orang, JenisPesan.PERKARA_BERUBAH, bagian)


def _kabari_peran(sanksi: Sanksi, peran: Peran) -> None:
    kabari_pemegang(
        peran=peran,
        unit=sanksi.unit,
        kecuali=[sanksi.pegawai_id, sanksi.disusun_oleh_id, sanksi.diperiksa_oleh_id],
        jenis=JenisPesan.PERKARA_MENUNGGU,
        kunci=f"perkara_menunggu:{sanksi.pk}:{peran}:{sanksi.riwayat.count()}",
        data={},
        tautan=reverse("penghargaan:sanksi", args=[sanksi.pk]),
    )
