"""Filing, explaining, withdrawing and examining an objection (PermenPANRB 6/2022, Ps 29 and Lampiran V.B)."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.alur import jalankan
from akses.enums import Izin
from akses.services import wajib_boleh
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pelaksanaan.services.berkas import BerkasTerperiksa
from pelaksanaan.services.bukti import berkas_ikut_transaksi
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from penilaian.enums import StatusKeberatan
from penilaian.models import (
    BuktiKeberatan,
    EvaluasiPeriodik,
    EvaluasiTahunan,
    Keberatan,
    KeteranganKeberatan,
    RiwayatKeberatan,
)
from penilaian.services.keberatan_syarat import jam_putus, kemungkinan
from penilaian.workflow import ALUR_KEBERATAN, ALUR_TAHUNAN

BUKTI_MAKS = 20
"""Files per objection, of all sides together."""

TERKAIT = (
    "tahunan__siklus",
    "tahunan__skp__penempatan__jabatan",
    "periodik__periode__siklus",
    "periodik__skp__penempatan__jabatan",
    "pegawai",
    "penilai",
    "pemutus",
    "unit",
    "diputus_oleh",
)


def ajukan(
    *,
    evaluasi: EvaluasiTahunan | EvaluasiPeriodik,
    oleh: Pegawai,
    alasan: str,
    berkas: Iterable[BerkasTerperiksa] = (),
) -> Keberatan:
    """File an objection with its reasons and evidence; the superior and the assessor are told.

    Raises PermissionDenied for anybody but the person evaluated; TransisiDitolak without a reason, when the
    result is final, out of time, or another objection stands; ValidationError for too many files.
    """
    if not alasan.strip():
        raise TransisiDitolak(_("Tulis alasan keberatan Anda."), "alasan")
    with berkas_ikut_transaksi() as tertulis:
        terkunci: Any = _kunci_evaluasi(evaluasi)
        wajib_boleh(oleh, Izin.KEBERATAN_AJUKAN, terkunci)
        mungkin = kemungkinan(terkunci)
        if not mungkin.boleh:
            raise TransisiDitolak(mungkin.alasan, "syarat")
        keberatan = _buat(terkunci, alasan.strip())
        simpan_berkas(keberatan, berkas, tertulis, oleh=oleh)
        if isinstance(terkunci, EvaluasiTahunan):
            jalankan(alur=ALUR_TAHUNAN, objek=terkunci, aksi="ajukan_keberatan", oleh=oleh)
        _kabari_diajukan(keberatan)
    return keberatan


@transaction.atomic
def cabut(*, keberatan: Keberatan, oleh: Pegawai) -> Keberatan:
    """Withdraw an objection that is not decided yet; the first result stands, both others are told.

    Raises PermissionDenied, or TransisiDitolak once it is decided.
    """
    kunci_dengan_evaluasi(keberatan)
    hasil = jalankan(
        alur=ALUR_KEBERATAN, objek=keberatan, aksi="cabut", oleh=oleh, dicabut_pada=timezone.now()
    )
    if hasil.tahunan is not None:
        jalankan(alur=ALUR_TAHUNAN, objek=hasil.tahunan, aksi="cabut_keberatan", oleh=oleh)
    for orang in (hasil.penilai, hasil.pemutus):
        kabari(hasil, orang, JenisPesan.KEBERATAN_DICABUT, nama=oleh.nama)
    return hasil


@transaction.atomic
def jelaskan(*, keberatan: Keberatan, oleh: Pegawai, penjelasan: str) -> Keberatan:
    """The explanation of the assessor; the employee and the superior are told.

    Raises PermissionDenied, or TransisiDitolak when empty, given before, or too late.
    """
    if not penjelasan.strip():
        raise TransisiDitolak(_("Tulis penjelasan Anda."), "penjelasan")
    hasil = jalankan(
        alur=ALUR_KEBERATAN,
        objek=keberatan,
        aksi="jelaskan",
        oleh=oleh,
        penjelasan=penjelasan.strip(),
        dijelaskan_pada=timezone.now(),
    )
    for orang in (hasil.pegawai, hasil.pemutus):
        kabari(hasil, orang, JenisPesan.KEBERATAN_DIJELASKAN, nama=oleh.nama)
    return hasil


def tambah_keterangan(
    *, keberatan: Keberatan, oleh: Pegawai, isi: str, berkas: Iterable[BerkasTerperiksa] = ()
) -> None:
    """What one of the three adds while the objection is examined: words, files, or both.

    Raises PermissionDenied for anybody else, TransisiDitolak when there is nothing or it is over,
    ValidationError for too many files.
    """
    berkas = list(berkas)
    if not isi.strip() and not berkas:
        raise TransisiDitolak(_("Tulis keterangan atau pilih berkas."), "isi")
    with berkas_ikut_transaksi() as tertulis:
        terkunci = Keberatan.objects.select_for_update(of=("self",)).get(pk=keberatan.pk)
        wajib_pihak(terkunci, oleh=oleh)
        if not terkunci.berjalan:
            raise TransisiDitolak(_("Keberatan ini sudah selesai."), "status")
        if isi.strip():
            KeteranganKeberatan.objects.create(keberatan=terkunci, oleh=oleh, isi=isi.strip())
        simpan_berkas(terkunci, berkas, tertulis, oleh=oleh)


def wajib_pihak(keberatan: Keberatan, *, oleh: Pegawai) -> None:
    """Raise PermissionDenied unless `oleh` is one of the three, by the permission each of them has."""
    izin = {
        keberatan.pegawai_id: Izin.KEBERATAN_AJUKAN,
        keberatan.penilai_id: Izin.KEBERATAN_TANGGAPI,
    }.get(oleh.pk, Izin.KEBERATAN_PUTUSKAN)
    wajib_boleh(oleh, izin, keberatan)


def kunci_dengan_evaluasi(keberatan: Keberatan) -> None:
    """Lock the evaluation before the objection, as filing does, so that two at once wait instead of deadlock."""
    _kunci_evaluasi(keberatan.evaluasi)


def kabari(keberatan: Keberatan, orang: Pegawai, jenis: JenisPesan, **data: str) -> None:
    """One message about this objection; the kind and the receiver make it unique."""
    kirim(
        penerima=orang,
        jenis=jenis,
        kunci=f"{jenis}:{keberatan.pk}:{orang.pk}",
        data={"periode": sebutan_evaluasi(keberatan.evaluasi), **data},
        tautan=reverse("penilaian:keberatan-rinci", args=[keberatan.pk]),
    )


def sebutan_evaluasi(evaluasi: EvaluasiTahunan | EvaluasiPeriodik) -> str:
    """“Triwulan IV 2026” or “Tahun 2026”, in Indonesian whoever asks."""
    if isinstance(evaluasi, EvaluasiTahunan):
        return f"Tahun {evaluasi.siklus}"
    return evaluasi.periode.sebutan_baku


def simpan_berkas(
    keberatan: Keberatan, berkas: Iterable[BerkasTerperiksa], tertulis: list[str], *, oleh: Pegawai
) -> None:
    """Write checked files with their rows; a file that is there already is not written again."""
    ada = set(keberatan.bukti.values_list("sha256", flat=True))
    baru = {b.sha256: b for b in berkas if b.sha256 not in ada}
    if len(ada) + len(baru) > BUKTI_MAKS:
        pesan = _("Paling banyak %(maks)s berkas untuk satu keberatan.") % {"maks": BUKTI_MAKS}
        raise ValidationError({"berkas": pesan})
    for satu in baru.values():
        bukti = BuktiKeberatan(
            keberatan=keberatan,
            nama_asli=satu.nama,
            jenis_konten=satu.jenis_konten,
            ukuran=satu.ukuran,
            sha256=satu.sha256,
            diunggah_oleh=oleh,
        )
        satu.berkas.seek(0)
        bukti.berkas.save(satu.nama, satu.berkas, save=False)
        tertulis.append(bukti.berkas.name)
        bukti.save(force_insert=True)


def _kunci_evaluasi(evaluasi: EvaluasiTahunan | EvaluasiPeriodik) -> EvaluasiTahunan | EvaluasiPeriodik:
    semua: Any = type(evaluasi)._default_manager.select_for_update(of=("self",))
    terkait = ["unit", "penilai", "atasan_penilai", "pegawai"]
    terkait += ["siklus"] if isinstance(evaluasi, EvaluasiTahunan) else ["periode__siklus"]
    return semua.select_related(*terkait).get(pk=evaluasi.pk)


def _buat(evaluasi: Any, alasan: str) -> Keberatan:
    keberatan = Keberatan(
        tahunan=evaluasi if isinstance(evaluasi, EvaluasiTahunan) else None,
        periodik=evaluasi if isinstance(evaluasi, EvaluasiPeriodik) else None,
        pegawai=evaluasi.pegawai,
        penilai=evaluasi.penilai,
        pemutus=evaluasi.atasan_penilai,
        unit=evaluasi.unit,
        alasan=alasan,
        diajukan_pada=timezone.now(),
        rating_hasil_lama=evaluasi.rating_hasil,
        rating_perilaku_lama=evaluasi.rating_perilaku,
        predikat_lama=evaluasi.predikat,
    )
    keberatan.batas_putus = jam_putus(keberatan).hitungan.jatuh_tempo
    keberatan.save(force_insert=True)
    RiwayatKeberatan.objects.create(
        objek=keberatan, aksi="ajukan", dari="", ke=StatusKeberatan.DIAJUKAN, oleh=evaluasi.pegawai
    )
    return keberatan


def _kabari_diajukan(keberatan: Keberatan) -> None:
    nama = keberatan.pegawai.nama
    batas = keberatan.batas_putus.isoformat()
    kabari(keberatan, keberatan.pemutus, JenisPesan.KEBERATAN_DIAJUKAN, nama=nama, batas=batas)
    kabari(keberatan, keberatan.penilai, JenisPesan.KEBERATAN_DIMINTAI, nama=nama)
