"""Evidence files of a report: written and removed together with their row."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.services import wajib_boleh
from pegawai.models import Pegawai
from pelaksanaan.models import BuktiDukung, Laporan
from pelaksanaan.services.berkas import BerkasTerperiksa
from pelaksanaan.services.syarat import kunci_laporan, kunci_skp, periksa_berlaku, periksa_periode

BUKTI_MAKS = 10
"""Files per report."""


@contextmanager
def berkas_ikut_transaksi() -> Iterator[list[str]]:
    """One transaction for rows and files: whatever name is put into the list is deleted if it fails."""
    tertulis: list[str] = []
    try:
        with transaction.atomic():
            yield tertulis
    except BaseException:
        for nama in tertulis:
            default_storage.delete(nama)
        raise


def tambah_bukti(*, laporan: Laporan, berkas: Iterable[BerkasTerperiksa], oleh: Pegawai) -> list[BuktiDukung]:
    """Attach checked files to `laporan`; a file that it already has is not attached again.

    Returns what was added. Raises PermissionDenied for anybody but its owner, ValidationError when the
    report was withdrawn meanwhile, the period is closed, the plan is not in force, or there would be more
    than BUKTI_MAKS files.
    """
    wajib_boleh(oleh, Izin.LAPORAN_TULIS, laporan)
    with berkas_ikut_transaksi() as tertulis:
        skp = kunci_skp(laporan.skp_id)
        terkunci = kunci_laporan(laporan)
        periksa_berlaku(skp)
        periksa_periode(skp, terkunci.tanggal)
        return simpan_berkas(terkunci, berkas, tertulis, oleh=oleh)


def hapus_bukti(*, bukti: BuktiDukung, oleh: Pegawai) -> None:
    """Remove one file with its row, the bytes after the transaction holds.

    Raises PermissionDenied for anybody but its owner, ValidationError in a closed period or when
    the plan is not in force.
    """
    wajib_boleh(oleh, Izin.LAPORAN_TULIS, bukti)
    with transaction.atomic():
        skp = kunci_skp(bukti.laporan.skp_id)
        periksa_berlaku(skp)
        periksa_periode(skp, bukti.laporan.tanggal)
        nama = bukti.berkas.name
        bukti.delete()
        buang_setelah_berhasil([nama])


def buang_setelah_berhasil(nama: list[str]) -> None:
    """Delete stored files once the transaction is committed."""
    transaction.on_commit(lambda: [default_storage.delete(n) for n in nama])


def simpan_berkas(
    laporan: Laporan, berkas: Iterable[BerkasTerperiksa], tertulis: list[str], *, oleh: Pegawai
) -> list[BuktiDukung]:
    """Write files and rows; the names written are put into `tertulis` before anything else can fail."""
    ada = set(laporan.bukti.values_list("sha256", flat=True))
    baru = {b.sha256: b for b in berkas if b.sha256 not in ada}
    if len(ada) + len(baru) > BUKTI_MAKS:
        pesan = _("Paling banyak %(maks)s berkas untuk satu laporan.") % {"maks": BUKTI_MAKS}
        raise ValidationError({"berkas": pesan})
    return [_tulis(laporan, satu, oleh, tertulis) for satu in baru.values()]


def _tulis(laporan: Laporan, satu: BerkasTerperiksa, oleh: Pegawai, tertulis: list[str]) -> BuktiDukung:
    bukti = BuktiDukung(
        laporan=laporan,
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
    return bukti
