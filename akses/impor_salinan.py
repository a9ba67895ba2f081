"""Where the copy of a tested file lies that its import reads instead of the file (`inti.impor_salinan`).

It stands beside the file in the same storage. A copy that is gone, or no longer the one that the test has written,
costs time only.
"""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from inti.berkas_tabel import akhiran
from inti.impor_salinan import Salinan
from pegawai.models import BerkasImpor
from pegawai.models.impor import StatusImpor

AKHIRAN = ".baris"
SIMPAN_HARI = 7  # whoever imports later waits a little longer


def perlu_salinan(sumber: Path) -> bool:
    """Whether reading the file takes longer than reading a copy; a CSV is read as quickly as one."""
    return akhiran(sumber) != ".csv"


def simpan_salinan(berkas: BerkasImpor, letak: Path) -> None:
    """Keep what the test has written, in place of an older one."""
    buang_salinan(berkas)
    if letak.exists():
        with letak.open("rb") as isi:
            berkas.berkas.storage.save(_nama(berkas), File(isi))


@contextlib.contextmanager
def ambil_salinan(berkas: BerkasImpor) -> Iterator[Salinan | None]:
    """The copy on this disk, if there is one."""
    sidik = str(berkas.laporan.get("salinan", ""))
    with contextlib.ExitStack() as tumpukan:
        try:
            isi = tumpukan.enter_context(berkas.berkas.storage.open(_nama(berkas), "rb")) if sidik else None
        except OSError:
            isi = None
        yield Salinan(_di_disk(isi, tumpukan), sidik) if isi else None


def buang_salinan(berkas: BerkasImpor) -> None:
    """Remove the copy; what is not there is no fault."""
    with contextlib.suppress(OSError):
        berkas.berkas.storage.delete(_nama(berkas))


def bersihkan_salinan() -> int:
    """Remove the copies of files that were tested a week ago and not imported; returns how many."""
    lama = BerkasImpor.objects.filter(
        status__in=(StatusImpor.DIUJI, StatusImpor.DITOLAK),
        diuji_pada__lt=timezone.now() - timedelta(days=SIMPAN_HARI),
        laporan__has_key="salinan",
    )
    with transaction.atomic():
        semua = list(lama.select_for_update(of=("self",), skip_locked=True))
        for berkas in semua:
            buang_salinan(berkas)
            del berkas.laporan["salinan"]
        BerkasImpor.objects.bulk_update(semua, ["laporan"], batch_size=100)
    return len(semua)


def _di_disk(isi: "File[bytes]", tumpukan: contextlib.ExitStack) -> Path:
    nama = getattr(isi.file, "name", None)
    if isinstance(nama, str) and Path(nama).exists():
        return Path(nama)
    sementara = tumpukan.enter_context(tempfile.NamedTemporaryFile(prefix="kinerja-impor-"))  # noqa: SIM115 - the stack closes it
    shutil.copyfileobj(isi, sementara)
    sementara.flush()
    return Path(sementara.name)


def _nama(berkas: BerkasImpor) -> str:
    return f"{berkas.berkas.name}{AKHIRAN}"
