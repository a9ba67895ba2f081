"""A nomination from its text to the certificate: three different people, none of them the nominee."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from akses.alur import jalankan
from akses.enums import Izin, Peran
from akses.pelaku import Pelaku
from akses.services import pelaku_dari, wajib_boleh
from inti.jalur import puncak
from inti.tanda import gabung, kalimat
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai, UnitKerja
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from penghargaan.enums import StatusUsulan
from penghargaan.models import BukuPenghargaan, KandidatPenghargaan, UsulanPenghargaan
from penghargaan.services.kabar import kabari_pemegang
from penghargaan.services.penghargaan_halangan import benturan_usulan, halangan
from penghargaan.services.penghargaan_sertifikat import cabut_sertifikat, terbitkan_sertifikat
from penghargaan.workflow import ALUR_USULAN

BERAKHIR = [StatusUsulan.DITOLAK, StatusUsulan.BATAL]


def usulkan(
    *, kandidat: KandidatPenghargaan, oleh: Pegawai, untuk: str, alasan: str, hubungan: str = ""
) -> UsulanPenghargaan:
    """Nominate a candidate. `untuk` is what the public will read, `alasan` is for checker and decider,
    `hubungan` what ties the nominator to the person (empty: he declares nothing does).

    Raises PermissionDenied, or TransisiDitolak for a conflict, a running sanction or a nomination alive.
    """
    with transaction.atomic():
        terkunci = KandidatPenghargaan.objects.select_for_update(of=("self",)).get(pk=kandidat.pk)
        wajib_boleh(oleh, Izin.PENGHARGAAN_USULKAN, terkunci)
        if terkunci.usulan.exclude(status__in=BERAKHIR).exists():
            raise TransisiDitolak(kalimat("Pegawai ini sudah diusulkan untuk penghargaan ini."), "status")
        usulan = UsulanPenghargaan(
            kandidat=terkunci,
            kebijakan_id=terkunci.kebijakan_id,
            siklus_id=terkunci.siklus_id,
            evaluasi_id=terkunci.evaluasi_id,
            pegawai_id=terkunci.pegawai_id,
            unit_id=terkunci.unit_id,
            penilai_id=terkunci.penilai_id,
            atasan_penilai_id=terkunci.atasan_penilai_id,
            untuk=untuk.strip(),
            alasan=alasan.strip(),
            hubungan=hubungan.strip(),
            pengusul=oleh,
        )
        _wajib_bersih(usulan, oleh)
        usulan.save(force_insert=True)
        usulan.riwayat.create(aksi="usulkan", dari="", ke=StatusUsulan.DIUSULKAN, oleh=oleh)
        _kabari_peran(usulan, Peran.PENGELOLA_INSTANSI)
        return usulan


def periksa(*, usulan: UsulanPenghargaan, oleh: Pegawai, catatan: str = "") -> UsulanPenghargaan:
    """Somebody else than the nominator has checked the conditions: on to the decision."""
    return _periksa("periksa", usulan, oleh, catatan)


def gugurkan(*, usulan: UsulanPenghargaan, oleh: Pegawai, catatan: str) -> UsulanPenghargaan:
    """The check found that it cannot be; the nominator reads why."""
    return _periksa("gugurkan", usulan, oleh, catatan)


def putuskan(
    *, usulan: UsulanPenghargaan, oleh: Pegawai, nomor_keputusan: str, catatan: str = ""
) -> UsulanPenghargaan:
    """The PPK gives the award: ledger entry, certificate, message to the receiver.

    Raises TransisiDitolak without a number of the decree, for a conflict or for a running sanction.
    """
    if not nomor_keputusan.strip():
        raise TransisiDitolak(kalimat("Isi nomor keputusan pemberian penghargaan."), "nomor")
    with transaction.atomic():
        terkunci = _kunci(usulan)
        _wajib_ppk(oleh, terkunci)
        _wajib_bersih(terkunci, oleh, pemutus=oleh)
        isian = {
            "pemutus": oleh,
            "diputuskan_pada": timezone.now(),
            "nomor_keputusan": nomor_keputusan.strip(),
        }
        hasil = _jalan("putuskan", terkunci, oleh, catatan, **isian)
        BukuPenghargaan.objects.create(
            usulan=hasil, pegawai_id=hasil.pegawai_id, jumlah=1, oleh=oleh, keterangan=hasil.untuk
        )
        terbitkan_sertifikat(usulan=hasil, oleh=oleh)
        _kabari(hasil, JenisPesan.PENGHARGAAN_DIBERIKAN, hasil.pegawai)
        return hasil


def tolak(*, usulan: UsulanPenghargaan, oleh: Pegawai, catatan: str) -> UsulanPenghargaan:
    """The PPK does not give it; the nominator reads why."""
    with transaction.atomic():
        terkunci = _kunci(usulan)
        _wajib_ppk(oleh, terkunci)
        _wajib_bebas(terkunci, pemutus=oleh)
        isian = {"pemutus": oleh, "diputuskan_pada": timezone.now()}
        hasil = _jalan("tolak", terkunci, oleh, catatan, **isian)
        _kabari(hasil, JenisPesan.PENGHARGAAN_DITOLAK, hasil.pengusul, catatan=catatan.strip())
        return hasil


def serahkan(*, usulan: UsulanPenghargaan, oleh: Pegawai, catatan: str = "") -> UsulanPenghargaan:
    """The certificate was handed over; from now on it is announced unless the receiver said no."""
    with transaction.atomic():
        return _jalan("serahkan", _kunci(usulan), oleh, catatan, diserahkan_pada=timezone.now())


def tarik(*, usulan: UsulanPenghargaan, oleh: Pegawai, catatan: str) -> UsulanPenghargaan:
    """The nominator takes his nomination back before it is decided."""
    with transaction.atomic():
        terkunci = _kunci(usulan)
        if terkunci.pengusul_id != oleh.pk:
            raise PermissionDenied(Izin.PENGHARGAAN_USULKAN)
        return _jalan("tarik", terkunci, oleh, catatan)


def cabut(*, usulan: UsulanPenghargaan, oleh: Pegawai, catatan: str) -> UsulanPenghargaan:
    """The PPK takes an award back: a counter-entry, the certificate no longer valid, a message."""
    with transaction.atomic():
        hasil = _jalan("cabut", _dengan_ppk(usulan, oleh), oleh, catatan)
        asal = hasil.buku.get(jumlah=1)
        BukuPenghargaan.objects.create(
            usulan=hasil,
            pegawai_id=hasil.pegawai_id,
            jumlah=-1,
            membalik=asal,
            oleh=oleh,
            keterangan=catatan.strip(),
        )
        cabut_sertifikat(usulan=hasil, oleh=oleh, alasan=catatan.strip())
        _kabari(hasil, JenisPesan.PENGHARGAAN_DICABUT, hasil.pegawai, catatan=catatan.strip())
        return hasil


def atur_pengumuman(*, usulan: UsulanPenghargaan, oleh: Pegawai, umumkan: bool) -> None:
    """The receiver says whether his award may be announced. Raises PermissionDenied for anybody else."""
    with transaction.atomic():
        terkunci = _kunci(usulan)
        if terkunci.pegawai_id != oleh.pk:
            raise PermissionDenied(Izin.PENGHARGAAN_LIHAT)
        if terkunci.umumkan != umumkan:
            terkunci.umumkan = umumkan
            terkunci.save(update_fields=["umumkan"])
            aksi = "umumkan" if umumkan else "jangan_umumkan"
            status = terkunci.status
            terkunci.riwayat.create(aksi=aksi, dari=status, ke=status, oleh=oleh)


def memutus_sebagai_ppk(pegawai: Pegawai | Pelaku, unit: UnitKerja) -> bool:
    """Whether he leads the whole government that `unit` belongs to: only then does he decide as PPK."""
    akar = puncak(unit.path)
    return any(akar.startswith(lingkup) for lingkup in pelaku_dari(pegawai).lingkup(Peran.PIMPINAN))


def _periksa(aksi: str, usulan: UsulanPenghargaan, oleh: Pegawai, catatan: str) -> UsulanPenghargaan:
    with transaction.atomic():
        terkunci = _kunci(usulan)
        wajib_boleh(oleh, Izin.PENGHARGAAN_PERIKSA, terkunci)
        if aksi == "periksa":
            _wajib_bersih(terkunci, oleh, pemeriksa=oleh)
        else:
            _wajib_bebas(terkunci, pemeriksa=oleh)
        isian = {"pemeriksa": oleh, "diperiksa_pada": timezone.now()}
        hasil = _jalan(aksi, terkunci, oleh, catatan, **isian)
        if aksi == "gugurkan":
            _kabari(hasil, JenisPesan.PENGHARGAAN_DITOLAK, hasil.pengusul, catatan=catatan.strip())
        else:
            _kabari_peran(hasil, Peran.PIMPINAN)
        return hasil


def _jalan(
    aksi: str, usulan: UsulanPenghargaan, oleh: Pegawai, catatan: str, **isian: Any
) -> UsulanPenghargaan:
    return jalankan(alur=ALUR_USULAN, objek=usulan, aksi=aksi, oleh=oleh, catatan=catatan, **isian)


def _kunci(usulan: UsulanPenghargaan) -> UsulanPenghargaan:
    semua = UsulanPenghargaan.objects.select_related("pegawai", "pengusul", "kebijakan", "siklus", "unit")
    return semua.select_for_update(of=("self",)).get(pk=usulan.pk)


def _dengan_ppk(usulan: UsulanPenghargaan, oleh: Pegawai) -> UsulanPenghargaan:
    terkunci = _kunci(usulan)
    _wajib_ppk(oleh, terkunci)
    if terkunci.pegawai_id == oleh.pk:
        raise PermissionDenied(Izin.PENGHARGAAN_PUTUSKAN)
    return terkunci


def _wajib_ppk(oleh: Pegawai, usulan: UsulanPenghargaan) -> None:
    wajib_boleh(oleh, Izin.PENGHARGAAN_PUTUSKAN, usulan)
    if not memutus_sebagai_ppk(oleh, usulan.unit):
        raise PermissionDenied(Izin.PENGHARGAAN_PUTUSKAN)


def _wajib_bebas(usulan: UsulanPenghargaan, **pelaku: Pegawai) -> None:
    """Nobody acts in his own matter or twice."""
    ikatan = [b.isi for b in benturan_usulan(usulan, **pelaku) if b.menghalangi]
    if ikatan:
        raise TransisiDitolak(gabung(*ikatan), "benturan")


def _wajib_bersih(usulan: UsulanPenghargaan, oleh: Pegawai, **pelaku: Pegawai) -> None:
    """And nothing runs against the person."""
    _wajib_bebas(usulan, **pelaku)
    hambatan = halangan(usulan.pegawai, timezone.localdate(), pembaca=oleh)
    if hambatan:
        raise TransisiDitolak(gabung(*hambatan), "sanksi")


def _kabari(usulan: UsulanPenghargaan, jenis: JenisPesan, penerima: Pegawai, **lain: str) -> None:
    kirim(
        penerima=penerima,
        jenis=jenis,
        kunci=f"{jenis}:{usulan.pk}",
        data={
            "nama": usulan.pegawai.nama_lengkap,
            "penghargaan": usulan.kebijakan.nama,
            "tahun": str(usulan.siklus.tahun),
            **lain,
        },
        tautan=reverse("penghargaan:usulan", args=[usulan.pk]),
    )


def _kabari_peran(usulan: UsulanPenghargaan, peran: Peran) -> None:
    """Who checks or decides learns that a nomination waits; the PPK leads the whole government."""
    kabari_pemegang(
        peran=peran,
        unit=UnitKerja.objects.get(path=puncak(usulan.unit.path)),
        kecuali=[usulan.pegawai_id, usulan.pengusul_id, usulan.pemeriksa_id],
        jenis=JenisPesan.USULAN_MENUNGGU,
        kunci=f"usulan_menunggu:{usulan.pk}:{peran}",
        data={},
        tautan=reverse("penghargaan:usulan", args=[usulan.pk]),
    )
