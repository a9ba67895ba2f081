"""A bonus run from draft to export: drafter, checker and approver are three people."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.db.models import Sum
from django.urls import reverse
from django.utils import timezone

from akses.alur import jalankan
from akses.enums import Izin, Peran
from akses.services import boleh_umum, wajib_boleh
from inti.angka import tulis_angka
from inti.tanda import kalimat
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai, UnitKerja
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from penghargaan.enums import StatusBonus
from penghargaan.models import BarisBonus, KebijakanBonus, PerhitunganBonus
from penghargaan.models.bonus import SELESAI
from penghargaan.services.bonus_hitung import kunci, selisih_hitung
from penghargaan.services.penghargaan_usulan import memutus_sebagai_ppk
from penghargaan.workflow import ALUR_BONUS
from sasaran.enums import StatusPeriode
from sasaran.models import Periode

_KABARI = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT b.pegawai_id, %(jenis)s, %(kunci)s || b.pegawai_id::text, jsonb_build_object('periode', %(nama)s::text),
       %(tautan)s || b.id::text || '/'
FROM penghargaan_barisbonus b WHERE b.perhitungan_id = %(perhitungan)s AND b.jumlah <> 0
ON CONFLICT (kunci) DO NOTHING
"""


def susun(*, periode: Periode, unit: UnitKerja, anggaran: int, oleh: Pegawai) -> PerhitunganBonus:
    """Begin the run of a closed period for a government (the top of a tree), within a budget.

    Raises PermissionDenied, or TransisiDitolak for a period that is not closed, without a policy, or done.
    """
    return _susun(periode, unit, anggaran, oleh, None, "")


def susun_koreksi(
    *, perhitungan: PerhitunganBonus, anggaran: int, alasan: str, oleh: Pegawai
) -> PerhitunganBonus:
    """Begin a run that pays or takes back the difference to what an approved run gave. Its lines stay."""
    if not alasan.strip():
        raise TransisiDitolak(kalimat("Tulis alasan koreksi."), "catatan")
    with transaction.atomic():
        terkunci = kunci(perhitungan)
        if terkunci.status not in SELESAI:
            raise TransisiDitolak(kalimat("Yang dikoreksi hanya perhitungan yang sudah disetujui."), "status")
        asal = terkunci if terkunci.koreksi_atas_id is None else kunci(terkunci.koreksi_atas)
        return _susun(asal.periode, asal.unit, anggaran, oleh, asal, alasan.strip())


def periksa(*, perhitungan: PerhitunganBonus, oleh: Pegawai, versi: str) -> PerhitunganBonus:
    """Another person than the drafter has checked the draft computed at `versi`; its lines now stand still."""
    with transaction.atomic():
        terkunci = kunci(perhitungan)
        wajib_boleh(oleh, Izin.BONUS_PERIKSA, terkunci)
        if terkunci.penyusun_id == oleh.pk:
            raise TransisiDitolak(kalimat("Pemeriksa harus orang lain, bukan penyusun."), "benturan")
        if terkunci.status == StatusBonus.DRAF:
            _wajib_siap(terkunci, versi)
        return _jalan("periksa", terkunci, oleh, pemeriksa=oleh, diperiksa_pada=timezone.now())


def kembalikan(*, perhitungan: PerhitunganBonus, oleh: Pegawai, catatan: str) -> PerhitunganBonus:
    """The approver sends it back; the drafter reads why and computes anew."""
    with transaction.atomic():
        terkunci = kunci(perhitungan)
        _wajib_ppk(terkunci, oleh)
        hasil = _jalan("kembalikan", terkunci, oleh, catatan, pemeriksa=None, diperiksa_pada=None)
        kirim(
            penerima=hasil.penyusun,
            jenis=JenisPesan.BONUS_DIKEMBALIKAN,
            kunci=f"{JenisPesan.BONUS_DIKEMBALIKAN}:{hasil.pk}:{hasil.riwayat.count()}",
            data={"periode": hasil.periode.sebutan_baku, "catatan": catatan.strip()},
            tautan=reverse("penghargaan:perhitungan", args=[hasil.pk]),
        )
        return hasil


def setujui(*, perhitungan: PerhitunganBonus, oleh: Pegawai) -> PerhitunganBonus:
    """The PPK approves; everybody who gets something is told. From now on only a correction run changes it."""
    with transaction.atomic():
        terkunci = kunci(perhitungan)
        _wajib_ppk(terkunci, oleh)
        if oleh.pk in (terkunci.penyusun_id, terkunci.pemeriksa_id):
            raise TransisiDitolak(
                kalimat("Penyetuju harus orang lain, bukan penyusun atau pemeriksa."), "benturan"
            )
        hasil = _jalan("setujui", terkunci, oleh, penyetuju=oleh, disetujui_pada=timezone.now())
        _kabari(hasil)
        return hasil


def ekspor(*, perhitungan: PerhitunganBonus, oleh: Pegawai) -> PerhitunganBonus:
    """Mark an approved run as handed to the treasury; the files can be fetched from then on."""
    with transaction.atomic():
        return _jalan("ekspor", kunci(perhitungan), oleh, diekspor_pada=timezone.now())


def batalkan(*, perhitungan: PerhitunganBonus, oleh: Pegawai, catatan: str) -> PerhitunganBonus:
    """Drop a draft; the period is free for a new one."""
    with transaction.atomic():
        return _jalan("batalkan", kunci(perhitungan), oleh, catatan)


def jumlah_total(perhitungan: PerhitunganBonus) -> int:
    """The sum of the lines, computed when asked."""
    return BarisBonus.objects.filter(perhitungan=perhitungan).aggregate(n=Sum("jumlah"))["n"] or 0


def token_versi(dihitung_pada: datetime | None) -> str:
    """What names one computation of a draft: who checks says which one he read."""
    return dihitung_pada.isoformat() if dihitung_pada else ""


def instansi_bonus(pegawai: Pegawai) -> list[UnitKerja]:
    """The governments for which this person may begin a run: the tops of the trees."""
    return list(UnitKerja.objects.filter(depth=1)) if boleh_umum(pegawai, Izin.BONUS_SUSUN) else []


def _susun(
    periode: Periode,
    unit: UnitKerja,
    anggaran: int,
    oleh: Pegawai,
    asal: PerhitunganBonus | None,
    alasan: str,
) -> PerhitunganBonus:
    if not boleh_umum(oleh, Izin.BONUS_SUSUN):
        raise PermissionDenied(Izin.BONUS_SUSUN)
    if unit.depth != 1:
        raise TransisiDitolak(kalimat("Bonus dihitung untuk seluruh instansi, bukan satu unit."), "unit")
    if periode.status != StatusPeriode.DITUTUP:
        raise TransisiDitolak(kalimat("Bonus dihitung setelah evaluasi periode ini ditutup."), "syarat")
    kebijakan = KebijakanBonus.objects.berlaku(periode.selesai).first()
    if kebijakan is None:
        raise TransisiDitolak(
            kalimat("Belum ada kebijakan bonus yang berlaku pada akhir periode ini."), "syarat"
        )
    baru = PerhitunganBonus(
        periode=periode, unit=unit, kebijakan=asal.kebijakan if asal else kebijakan, anggaran=anggaran,
        penyusun=oleh, koreksi_atas=asal, alasan=alasan,
    )  # fmt: skip
    try:
        with transaction.atomic():
            baru.save(force_insert=True)
            baru.riwayat.create(aksi="susun", dari="", ke=StatusBonus.DRAF, oleh=oleh, catatan=alasan)
    except IntegrityError as galat:
        raise TransisiDitolak(
            kalimat("Periode ini sudah punya perhitungan yang berjalan atau disetujui."), "status"
        ) from galat
    return baru


def _wajib_siap(perhitungan: PerhitunganBonus, versi: str) -> None:
    """Everything that must hold before lines stand still, as one sentence each."""
    if perhitungan.dihitung_pada is None:
        raise TransisiDitolak(kalimat("Draf ini belum dihitung."), "syarat")
    if versi != token_versi(perhitungan.dihitung_pada):
        raise TransisiDitolak(kalimat("Draf ini dihitung ulang sejak Anda membacanya. Baca lagi."), "versi")
    if selisih_hitung(perhitungan):
        raise TransisiDitolak(kalimat("Ada baris yang tidak sama dengan rinciannya. Hitung ulang."), "syarat")
    total = jumlah_total(perhitungan)
    if total > perhitungan.anggaran:
        raise TransisiDitolak(
            kalimat(
                "Jumlah seluruhnya Rp %(total)s melebihi batas anggaran Rp %(anggaran)s.",
                total=tulis_angka(total),
                anggaran=tulis_angka(perhitungan.anggaran),
            ),
            "anggaran",
        )


def _wajib_ppk(perhitungan: PerhitunganBonus, oleh: Pegawai) -> None:
    wajib_boleh(oleh, Izin.BONUS_SETUJUI, perhitungan)
    if not memutus_sebagai_ppk(oleh, perhitungan.unit):
        raise PermissionDenied(f"{Izin.BONUS_SETUJUI}: {Peran.PIMPINAN}")


def _jalan(
    aksi: str, perhitungan: PerhitunganBonus, oleh: Pegawai, catatan: str = "", **isian: Any
) -> PerhitunganBonus:
    return jalankan(alur=ALUR_BONUS, objek=perhitungan, aksi=aksi, oleh=oleh, catatan=catatan, **isian)


def _kabari(perhitungan: PerhitunganBonus) -> None:
    isian = {
        "perhitungan": perhitungan.pk,
        "jenis": JenisPesan.BONUS_DISETUJUI,
        "kunci": f"{JenisPesan.BONUS_DISETUJUI}:{perhitungan.pk}:",
        "nama": perhitungan.periode.sebutan_baku,
        "tautan": reverse("penghargaan:bonus"),
    }
    with connection.cursor() as kursor:
        kursor.execute(_KABARI, isian)
