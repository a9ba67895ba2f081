"""What people do with an improvement plan: write, agree, meet, extend, conclude, step in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from akses.alur import jalankan
from akses.enums import Izin
from akses.services import wajib_boleh
from inti.tanda import gabung, kalimat
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from penghargaan.aturan.masa import BULAN_MAKS, tambah_bulan
from penghargaan.enums_tindak_lanjut import Pihak, StatusRencana, StatusTindakan
from penghargaan.models import CatatanTinjauan, RencanaPerbaikan, TindakanPerbaikan, TinjauanPerbaikan
from penghargaan.services.naskah_perbaikan import disepakati, naskah_perbaikan
from penghargaan.services.perbaikan_baca import boleh_diambil_alih, hari_unit, kelengkapan, sisi
from penghargaan.workflow import ALUR_RENCANA
from penilaian.enums import SumberKebutuhan
from penilaian.models import KebutuhanPengembangan

DIJALANI = (StatusRencana.BERJALAN, StatusRencana.MENUNGGU_SIMPULAN)
TOPIK_MAKS = 200


@dataclass(frozen=True)
class IsianRencana:
    """The texts of a draft; `belajar` is one wish per line."""

    sebab: str
    dukungan: str
    belajar: str = ""


def simpan_draf(*, rencana: RencanaPerbaikan, isian: IsianRencana, oleh: Pegawai) -> RencanaPerbaikan:
    """Write the texts of a draft. Raises PermissionDenied, or TransisiDitolak once it was sent."""
    with transaction.atomic():
        kini = _draf(rencana, oleh)
        kini.sebab, kini.dukungan = isian.sebab.strip(), isian.dukungan.strip()
        kini.belajar = "\n".join(b.strip() for b in isian.belajar.splitlines() if b.strip())
        kini.save(update_fields=["sebab", "dukungan", "belajar"])
    return kini


def tambah_tindakan(
    *, rencana: RencanaPerbaikan, pihak: str, uraian: str, tenggat: date, oleh: Pegawai
) -> TindakanPerbaikan:
    """Add what one side promises to a draft. Refusals as in `simpan_draf`."""
    with transaction.atomic():
        kini = _draf(rencana, oleh)
        _dalam_masa(kini, tenggat)
        return kini.tindakan.create(pihak=Pihak(pihak), uraian=uraian.strip(), tenggat=tenggat)


def hapus_tindakan(*, tindakan: TindakanPerbaikan, oleh: Pegawai) -> None:
    """Take a promise out of a draft. Refusals as in `simpan_draf`."""
    with transaction.atomic():
        _draf(tindakan.rencana, oleh)
        tindakan.delete()


def tambah_tinjauan(*, rencana: RencanaPerbaikan, tanggal: date, oleh: Pegawai) -> TinjauanPerbaikan:
    """Plan a check-in in a draft; a day that is planned already stays once."""
    with transaction.atomic():
        kini = _draf(rencana, oleh)
        _dalam_masa(kini, tanggal)
        return kini.tinjauan.get_or_create(tanggal=tanggal)[0]


def hapus_tinjauan(*, tinjauan: TinjauanPerbaikan, oleh: Pegawai) -> None:
    """Take a check-in out of a draft. Refusals as in `simpan_draf`."""
    with transaction.atomic():
        _draf(tinjauan.rencana, oleh)
        tinjauan.delete()


def usulkan(*, rencana: RencanaPerbaikan, oleh: Pegawai) -> RencanaPerbaikan:
    """Send the draft to the employee. Raises TransisiDitolak with everything that is missing."""
    with transaction.atomic():
        kini = _jalan(rencana, "usulkan", oleh)
        _wajib_lengkap(kini)
        _kabari(kini, kini.pegawai, JenisPesan.RENCANA_DIUSULKAN, nama=oleh.nama)
    return kini


def tarik(*, rencana: RencanaPerbaikan, oleh: Pegawai) -> RencanaPerbaikan:
    """Take a sent draft back to change it."""
    return _jalan(rencana, "tarik", oleh)


def kembalikan(*, rencana: RencanaPerbaikan, catatan: str, oleh: Pegawai) -> RencanaPerbaikan:
    """The employee asks for changes, with a note."""
    with transaction.atomic():
        kini = _jalan(rencana, "kembalikan", oleh, catatan)
        _kabari(kini, kini.penilai, JenisPesan.RENCANA_DIKEMBALIKAN, nama=oleh.nama, catatan=catatan.strip())
    return kini


def sepakati(*, rencana: RencanaPerbaikan, oleh: Pegawai) -> RencanaPerbaikan:
    """The employee agrees: the time begins today in the zone of the unit, the wishes become needs.

    Raises PermissionDenied, or TransisiDitolak when a date has passed while the plan waited.
    """
    with transaction.atomic():
        hari = hari_unit(rencana.unit)
        akhir = tambah_bulan(hari, rencana.bulan)
        isian = {"mulai": hari, "selesai": akhir, "disepakati_pada": timezone.now()}
        lama = _kunci(rencana)
        wajib_boleh(oleh, Izin.PERBAIKAN_SEPAKATI, lama)
        if lama.status == StatusRencana.DIUSULKAN:
            _wajib_lengkap(lama)
        kini = _jalan(rencana, "sepakati", oleh, **isian)
        _catat_kebutuhan(kini, oleh)
        naskah_perbaikan(rencana=kini, oleh=oleh)
        isi = {"nama": kini.pegawai.nama, "batas": akhir.isoformat()}
        _kabari(kini, kini.penilai, JenisPesan.RENCANA_DISEPAKATI, **isi)
    return kini


def tandai_tindakan(*, tindakan: TindakanPerbaikan, status: str, penjelasan: str, oleh: Pegawai) -> None:
    """Each side says of its own promises that they are done, or why not.

    Raises PermissionDenied for the other side, TransisiDitolak outside the running time or without the
    explanation.
    """
    with transaction.atomic():
        kini = _kunci(tindakan.rencana)
        wajib_boleh(oleh, Izin.PERBAIKAN_CATAT, kini)
        if sisi(kini, oleh.pk) != tindakan.pihak:
            raise TransisiDitolak(kalimat("Tandai tindakan pihak Anda sendiri."), "syarat")
        _wajib_dijalani(kini)
        if status == StatusTindakan.DIJELASKAN and not penjelasan.strip():
            raise TransisiDitolak(kalimat("Tulis mengapa tindakan ini tidak dapat dijalankan."), "catatan")
        tindakan.status, tindakan.penjelasan = StatusTindakan(status), penjelasan.strip()
        tindakan.ditandai_oleh, tindakan.ditandai_pada = oleh, timezone.now()
        tindakan.save(update_fields=["status", "penjelasan", "ditandai_oleh", "ditandai_pada"])


def catat_tinjauan(*, tinjauan: TinjauanPerbaikan, isi: str, oleh: Pegawai) -> CatatanTinjauan:
    """Write what was said at a check-in; it stays as it is. Not before its day."""
    with transaction.atomic():
        kini = _kunci(tinjauan.rencana)
        wajib_boleh(oleh, Izin.PERBAIKAN_CATAT, kini)
        _wajib_dijalani(kini)
        if tinjauan.tanggal > hari_unit(kini.unit):
            raise TransisiDitolak(kalimat("Pertemuan ini belum tiba tanggalnya."), "syarat")
        # the same words pressed twice are one note
        return tinjauan.catatan.get_or_create(pihak=sisi(kini, oleh.pk), isi=isi.strip(), oleh=oleh)[0]


def perpanjang(
    *, rencana: RencanaPerbaikan, bulan: int, tinjauan: Sequence[date], alasan: str, oleh: Pegawai
) -> RencanaPerbaikan:
    """Give more time, with a reason and at least one more check-in within it."""
    with transaction.atomic():
        lama, hari = _kunci(rencana), hari_unit(rencana.unit)
        if lama.mulai is None or bulan < 1 or lama.bulan + bulan > BULAN_MAKS:
            raise TransisiDitolak(kalimat("Perpanjangan melewati %(n)s bulan.", n=BULAN_MAKS), "syarat")
        akhir = tambah_bulan(lama.mulai, lama.bulan + bulan)
        if not tinjauan or not all(hari <= t <= akhir for t in tinjauan):
            pesan = kalimat(
                "Rencanakan pertemuan baru di antara hari ini dan %(akhir)s.", akhir=f"{akhir:%d-%m-%Y}"
            )
            raise TransisiDitolak(pesan, "syarat")
        kini = _jalan(rencana, "perpanjang", oleh, alasan, bulan=lama.bulan + bulan, selesai=akhir)
        for tanggal in tinjauan:
            kini.tinjauan.get_or_create(tanggal=tanggal)
        naskah_perbaikan(rencana=kini, oleh=oleh)
        isi = {"nama": kini.pegawai.nama, "batas": akhir.isoformat()}
        _kabari(kini, kini.pegawai, JenisPesan.RENCANA_DISEPAKATI, **isi)
    return kini


def simpulkan(*, rencana: RencanaPerbaikan, tercapai: bool, bukti: str, oleh: Pegawai) -> RencanaPerbaikan:
    """Conclude with evidence: reached at any time, not reached only when the time is over."""
    if not bukti.strip():
        raise TransisiDitolak(kalimat("Tulis bukti untuk simpulan ini."), "catatan")
    with transaction.atomic():
        kini = _jalan(
            rencana,
            "capai" if tercapai else "gagal",
            oleh,
            bukti=bukti.strip(),
            simpulan_hari=hari_unit(rencana.unit),
            disimpulkan_pada=timezone.now(),
            disimpulkan_oleh=oleh,
        )
        naskah_perbaikan(rencana=kini, oleh=oleh)
        _kabari(kini, kini.pegawai, JenisPesan.RENCANA_DISIMPULKAN, nama=oleh.nama)
    return kini


def ambil_alih(*, rencana: RencanaPerbaikan, alasan: str, oleh: Pegawai) -> RencanaPerbaikan:
    """The superior steps in when the assessor let the time pass; from then on the plan is his."""
    with transaction.atomic():
        lama = _kunci(rencana)
        wajib_boleh(oleh, Izin.PERBAIKAN_AMBIL_ALIH, lama)
        if not boleh_diambil_alih(lama, hari_unit(lama.unit)):
            raise TransisiDitolak(kalimat("Pejabat penilai masih punya waktu."), "syarat")
        aksi = "ambil_alih" if lama.status == StatusRencana.DRAF else "ambil_alih_simpulan"
        isian = {"penilai": oleh, "penilai_semula": lama.penilai}
        kini = _jalan(rencana, aksi, oleh, alasan, **isian)
        if disepakati(kini):
            naskah_perbaikan(rencana=kini, oleh=oleh)
        for orang in (lama.penilai, lama.pegawai):
            _kabari(kini, orang, JenisPesan.RENCANA_DIAMBIL_ALIH, nama=oleh.nama, catatan=alasan.strip())
    return kini


def _kunci(rencana: RencanaPerbaikan) -> RencanaPerbaikan:
    return (
        RencanaPerbaikan.objects.select_for_update(of=("self",))
        .select_related("unit", "pegawai", "penilai")
        .get(pk=rencana.pk)
    )


def _draf(rencana: RencanaPerbaikan, oleh: Pegawai) -> RencanaPerbaikan:
    wajib_boleh(oleh, Izin.PERBAIKAN_SUSUN, rencana)
    kini = _kunci(rencana)
    if kini.status != StatusRencana.DRAF:
        raise TransisiDitolak(kalimat("Rencana ini sudah dikirim. Tarik dulu untuk mengubahnya."), "status")
    return kini


def _jalan(
    rencana: RencanaPerbaikan, aksi: str, oleh: Pegawai, catatan: str = "", **isian: Any
) -> RencanaPerbaikan:
    return jalankan(alur=ALUR_RENCANA, objek=rencana, aksi=aksi, oleh=oleh, catatan=catatan, **isian)


def _wajib_lengkap(rencana: RencanaPerbaikan) -> None:
    kurang = kelengkapan(rencana, hari_unit(rencana.unit)).kurang
    if kurang:
        raise TransisiDitolak(gabung(*kurang), "syarat")


def _wajib_dijalani(rencana: RencanaPerbaikan) -> None:
    if rencana.status not in DIJALANI:
        raise TransisiDitolak(kalimat("Rencana ini tidak sedang dijalani."), "status")


def _dalam_masa(rencana: RencanaPerbaikan, tanggal: date) -> None:
    hari = hari_unit(rencana.unit)
    akhir = tambah_bulan(hari, rencana.bulan)
    if not hari <= tanggal <= akhir:
        pesan = kalimat(
            "Pilih tanggal di antara %(awal)s dan %(akhir)s.",
            awal=f"{hari:%d-%m-%Y}",
            akhir=f"{akhir:%d-%m-%Y}",
        )
        raise TransisiDitolak(pesan, "tanggal")


def _catat_kebutuhan(rencana: RencanaPerbaikan, oleh: Pegawai) -> None:
    KebutuhanPengembangan.objects.bulk_create(
        (
            KebutuhanPengembangan(
                pegawai_id=rencana.pegawai_id,
                topik=topik[:TOPIK_MAKS],
                alasan=rencana.sebab,
                sumber=SumberKebutuhan.RENCANA_PERBAIKAN,
                kunci=f"rencana_perbaikan:{rencana.pk}:{ke}",
                evaluasi_id=rencana.evaluasi_id,
                tahunan_id=rencana.tahunan_id,
                dibuat_oleh=oleh,
            )
            for ke, topik in enumerate(rencana.belajar.splitlines(), 1)
        ),
        ignore_conflicts=True,
    )


def _kabari(rencana: RencanaPerbaikan, penerima: Pegawai, jenis: JenisPesan, **data: str) -> None:
    ke = rencana.riwayat.count()  # the same kind of news may come again after another round
    kirim(
        penerima=penerima,
        jenis=jenis,
        kunci=f"{jenis}:{rencana.pk}:{ke}:{penerima.pk.hex[:8]}",
        data=data,
        tautan=reverse("penghargaan:perbaikan", args=[rencana.pk]),
    )
