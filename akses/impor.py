"""Import of employees with their accounts: what the command and the admin call."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from akses.akun_massal import buat_akun_massal, nonaktifkan_yang_keluar, selaraskan_nama_akun
from akses.enums import Izin
from akses.services import boleh_umum
from inti.impor import sidik
from pegawai.impor import BerkasDitolak, Pilihan, impor_pegawai, uji_pegawai
from pegawai.models import BerkasImpor, Pegawai
from pegawai.models.impor import StatusImpor


def uji(*, isi: bytes, nama: str, pilihan: Pilihan) -> dict[str, Any]:
    """Test a file; the report, nothing written. Raises BerkasDitolak."""
    return uji_pegawai(isi=isi, nama=nama, pilihan=pilihan)


def impor(*, isi: bytes, nama: str, pilihan: Pilihan, oleh: Pegawai | None) -> dict[str, Any]:
    """Import a file, or nothing; people without an account get one. The report. Raises BerkasDitolak."""

    def akun() -> None:
        selaraskan_nama_akun()
        buat_akun_massal()
        nonaktifkan_yang_keluar()

    return impor_pegawai(isi=isi, nama=nama, pilihan=pilihan, oleh=oleh, sesudah=akun)


def uji_berkas(*, isi: bytes, nama: str, pilihan: Pilihan, oleh: Pegawai) -> BerkasImpor:
    """Test an uploaded file and keep it with its report; no other data is written.

    Raises BerkasDitolak for a file that cannot be read (nothing is kept then), PermissionDenied.
    """
    _wajib_boleh(oleh)
    laporan = uji(isi=isi, nama=nama, pilihan=pilihan)
    berkas = BerkasImpor(
        nama_asli=nama[:255],
        ukuran=len(isi),
        sha256=laporan["berkas"]["sha256"],
        status=StatusImpor.DITOLAK if laporan["jumlah"]["ditolak"] else StatusImpor.DIUJI,
        laporan=laporan,
        diuji_oleh=oleh,
    )
    akhiran = ".xlsx" if isi.startswith(b"PK") else ".csv"
    berkas.berkas.save(f"{berkas.pk}{akhiran}", ContentFile(isi), save=True)
    return berkas


def impor_berkas(*, berkas: BerkasImpor, oleh: Pegawai) -> BerkasImpor:
    """Import a file that was tested; returns it with the new report.

    The content must be the tested one, and everything is checked again inside the transaction that writes:
    when a row would be refused now, nothing is written and the status says so. Raises BerkasDitolak,
    PermissionDenied.
    """
    _wajib_boleh(oleh)
    with transaction.atomic():
        terkunci = BerkasImpor.objects.select_for_update().get(pk=berkas.pk)
        if terkunci.status == StatusImpor.DIIMPOR:
            raise BerkasDitolak("Berkas ini sudah diimpor. Unggah berkas baru bila ada perubahan.")
        isi = _isi_teruji(terkunci)
        pilihan = Pilihan(**terkunci.laporan["pilihan"])
        laporan = impor(isi=isi, nama=terkunci.nama_asli, pilihan=pilihan, oleh=oleh)
        terkunci.laporan = laporan
        if laporan["hasil"] == "diimpor":
            terkunci.status = StatusImpor.DIIMPOR
            terkunci.diimpor_pada, terkunci.diimpor_oleh = timezone.now(), oleh
        else:
            terkunci.status = StatusImpor.DITOLAK
        terkunci.save()
    return terkunci


def _isi_teruji(berkas: BerkasImpor) -> bytes:
    try:
        with berkas.berkas.open("rb") as sumber:
            isi = bytes(sumber.read())
    except OSError as e:
        raise BerkasDitolak("Berkas yang diuji tidak ditemukan lagi di penyimpanan. Unggah lagi.") from e
    if sidik(isi) != berkas.sha256:
        raise BerkasDitolak("Isi berkas tidak lagi sama dengan yang diuji. Unggah dan uji lagi.")
    return isi


def _wajib_boleh(oleh: Pegawai) -> None:
    if not boleh_umum(oleh, Izin.PEGAWAI_IMPOR):
        raise PermissionDenied(str(Izin.PEGAWAI_IMPOR))
