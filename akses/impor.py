"""Imports from upload to undo: what the command, the admin and the worker call.

Whoever uploads writes a row; the worker tests and imports on its next tick, so a file waits when the broker or
the worker is away. One working connection holds a lock on its file: when the worker dies the lock is gone and
another takes over; the import itself is one transaction, so it is done or not done.
"""

import contextlib
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog
from django.core.cache import cache
from django.core.files.base import File
from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from redis.exceptions import RedisError

from akses.impor_jenis import OTOMATIS, dari_judul, jenis_boleh, jenis_milik, periksa_judul
from akses.impor_salinan import ambil_salinan, buang_salinan, perlu_salinan, simpan_salinan
from akses.pelaku import Pelaku
from inti import impor as kernel
from inti.berkas_tabel import BerkasDitolak, akhiran, buka
from inti.impor_batal import BatalDitolak, batalkan
from inti.impor_jenis import JENIS, JenisImpor
from inti.jejak import konteks_sendiri
from inti.tanda import isi_galat, kalimat, ke_data
from pegawai.models import BerkasImpor, Pegawai
from pegawai.models.impor import BERJALAN, StatusImpor

PERCOBAAN_MAKS = 3
LIHAT_LANGSUNG = 4 * 1024 * 1024  # bytes up to which the header is looked at while the person waits
SELANG_LAPOR = 0.5  # seconds between two notes of progress
catatan = structlog.get_logger(__name__)
Lapor = Callable[[str, int], None]


def berkas_terlihat(pelaku: Pelaku | Pegawai) -> QuerySet[BerkasImpor]:
    """The files of those kinds."""
    return BerkasImpor.objects.filter(jenis__in=[j.kode for j in jenis_boleh(pelaku)])


# --- at once: the command ---------------------------------------------------------------------------------


def uji(
    *, jenis: str, sumber: bytes | Path, nama: str, mode: str = "keduanya", pilihan: Mapping[str, bool] | None = None,
    oleh: Pegawai | None = None, lapor: Lapor | None = None, **lain: Any,
) -> dict[str, Any]:  # fmt: skip
    """Test a file; the report, nothing written but the paths of `lain` (see `inti.impor.uji`).

    Raises BerkasDitolak.
    """
    return kernel.uji(_pengimpor(JENIS[jenis], mode, pilihan, oleh, lapor), sumber, nama, **lain)


def impor(
    *, jenis: str, sumber: bytes | Path, nama: str, mode: str = "keduanya", pilihan: Mapping[str, bool] | None = None,
    oleh: Pegawai | None, lewati: bool = False, lapor: Lapor | None = None, **lain: Any,
) -> dict[str, Any]:  # fmt: skip
    """Import a file, or nothing; the report with the id of its history. Raises BerkasDitolak.

    `lain` is handed to `inti.impor.impor` (the outcome of the test, its copy of the rows, the path for refused rows).
    """
    satu = JENIS[jenis]
    keterangan = {
        "aksi": f"impor {jenis}",
        "pegawai": str(oleh.pk) if oleh else None,
        "berkas": nama,
        "sha256": kernel.sidik(sumber),
    }

    def sesudah() -> None:
        if lapor:
            lapor("selaraskan", 0)
        if satu.sesudah:
            satu.sesudah()

    with konteks_sendiri(**keterangan) as konteks:
        laporan = kernel.impor(
            _pengimpor(satu, mode, pilihan, oleh, lapor), sumber, nama, sesudah, lewati=lewati, **lain
        )
    return laporan | {"konteks": str(konteks.id)}


def _pengimpor(
    jenis: JenisImpor,
    mode: str,
    pilihan: Mapping[str, bool] | None,
    oleh: Pegawai | None,
    lapor: Lapor | None,
) -> kernel.Pengimpor:
    pengimpor = jenis.buat(mode, pilihan or {p.kode: p.bawaan for p in jenis.pilihan}, oleh)
    if lapor:
        pengimpor.lapor = lapor  # type: ignore[attr-defined]
    return pengimpor


# --- in the background: the admin ---------------------------------------------------------------------------


def unggah(
    *, jenis: str, berkas: "File[bytes]", nama: str, mode: str, pilihan: Mapping[str, bool], oleh: Pegawai
) -> BerkasImpor:
    """Keep an uploaded file to be tested by the worker; what is no such table is said at once.

    With `jenis` OTOMATIS the header tells the kind; `pilihan` of other kinds is left out.
    Raises BerkasDitolak (nothing is kept then), PermissionDenied.
    """
    with _di_disk(berkas) as sumber:
        ukuran = sumber.stat().st_size
        satu = dari_judul(sumber, oleh) if jenis == OTOMATIS else jenis_milik(jenis, oleh)
        if jenis != OTOMATIS and ukuran <= LIHAT_LANGSUNG:
            periksa_judul(sumber, satu, oleh)
        elif jenis != OTOMATIS:
            next(buka(sumber), None)
        baru = BerkasImpor(
            jenis=satu.kode,
            nama_asli=nama[:255],
            ukuran=ukuran,
            sha256=kernel.sidik(sumber),
            mode=mode,
            pilihan={p.kode: pilihan.get(p.kode, p.bawaan) for p in satu.pilihan},
            diuji_oleh=oleh,
        )
        with sumber.open("rb") as isi:
            baru.berkas.save(f"{baru.pk}{akhiran(sumber)}", File(isi), save=True)
    return baru


def uji_ulang(*, berkas: BerkasImpor, oleh: Pegawai) -> BerkasImpor:
    """Test a kept file again, for instance after the data changed. Raises BerkasDitolak, PermissionDenied."""
    jenis_milik(berkas.jenis, oleh)
    return _pindah(
        berkas,
        (StatusImpor.DIUJI, StatusImpor.DITOLAK, StatusImpor.GAGAL, StatusImpor.DIBATALKAN),
        status=StatusImpor.MENUNGGU, percobaan=0, galat=None, diimpor_pada=None, diimpor_oleh=None,
        dibatalkan_pada=None, dibatalkan_oleh=None,
    )  # fmt: skip


def minta_impor(*, berkas: BerkasImpor, lewati: bool = False, oleh: Pegawai) -> BerkasImpor:
    """Have a tested file imported by the worker; with `lewati` without its refused rows.

    Raises BerkasDitolak, PermissionDenied.
    """
    jenis_milik(berkas.jenis, oleh)
    dari = (StatusImpor.DIUJI, StatusImpor.DITOLAK) if lewati else (StatusImpor.DIUJI,)
    if lewati and not _ada_yang_lolos(berkas):
        raise BerkasDitolak(
            kalimat("Tidak ada baris yang lolos uji pada berkas ini. Betulkan dan unggah lagi.")
        )
    return _pindah(
        berkas, dari, status=StatusImpor.ANTRE, percobaan=0, galat=None, lewati=lewati, diimpor_oleh=oleh
    )


def _ada_yang_lolos(berkas: BerkasImpor) -> bool:
    jumlah = berkas.laporan.get("jumlah", {})
    return bool(jumlah and jumlah["ditolak"] < jumlah["baris"])


def _pindah(berkas: BerkasImpor, dari: tuple[str, ...], **isian: Any) -> BerkasImpor:
    with transaction.atomic():
        kini = BerkasImpor.objects.select_for_update().get(pk=berkas.pk)
        if kini.status in (StatusImpor.DIIMPOR, StatusImpor.MENGIMPOR, StatusImpor.ANTRE):
            raise BerkasDitolak(
                kalimat(
                    "Berkas ini sudah diimpor atau sedang diimpor. Unggah berkas baru bila ada perubahan."
                )
            )
        if kini.status not in dari:
            raise BerkasDitolak(
                kalimat("Berkas ini belum lolos uji. Tunggu ujiannya selesai, atau betulkan dan unggah lagi.")
            )
        for nama, nilai in isian.items():
            setattr(kini, nama, nilai)
        kini.save(update_fields=list(isian))
    return kini


def batalkan_impor(*, berkas: BerkasImpor, oleh: Pegawai) -> BerkasImpor:
    """Take an import back while nothing depends on its rows. Raises BatalDitolak, PermissionDenied."""
    jenis = jenis_milik(berkas.jenis, oleh)
    with transaction.atomic():
        kini = BerkasImpor.objects.select_for_update().get(pk=berkas.pk)
        if kini.status != StatusImpor.DIIMPOR or kini.konteks is None:
            raise BatalDitolak(kalimat("Berkas ini tidak dalam keadaan sudah diimpor."))
        keterangan = {
            "aksi": f"batalkan impor {kini.jenis}",
            "pegawai": str(oleh.pk),
            "berkas": kini.nama_asli,
        }
        with konteks_sendiri(**keterangan):
            hasil = batalkan(konteks=kini.konteks, model=jenis.model, sebelum=jenis.sebelum_batal)
            if jenis.sesudah:
                jenis.sesudah()
        kini.status, kini.dibatalkan_pada, kini.dibatalkan_oleh = StatusImpor.DIBATALKAN, timezone.now(), oleh
        kini.laporan = kini.laporan | {"dibatalkan": hasil}
        kini.save(update_fields=["status", "dibatalkan_pada", "dibatalkan_oleh", "laporan"])
    return kini


# --- the worker ---------------------------------------------------------------------------------------------


def kerjakan_menunggu() -> int:
    """Test and import every file that waits or whose worker died; returns how many were worked on."""
    semua = BerkasImpor.objects.filter(status__in=BERJALAN, jenis__in=list(JENIS)).order_by("diuji_pada")
    return sum(kerjakan(pk) for pk in semua.values_list("pk", flat=True))


def kerjakan(pk: UUID) -> bool:
    """Test or import one file, whichever it waits for; False when another worker has it."""
    with _sendirian(pk) as milik:
        if not milik:
            return False
        berkas = BerkasImpor.objects.filter(pk=pk, status__in=BERJALAN).first()
        if berkas is None:
            return False
        mengimpor = berkas.status in (StatusImpor.ANTRE, StatusImpor.MENGIMPOR)
        _mulai(berkas, StatusImpor.MENGIMPOR if mengimpor else StatusImpor.MENGUJI)
        try:
            if berkas.percobaan > PERCOBAAN_MAKS:
                raise BerkasDitolak(
                    kalimat("Pekerjaan ini terhenti %(kali)s kali. Bagi berkasnya, lalu unggah lagi.",
                            kali=PERCOBAAN_MAKS)
                )  # fmt: skip
            (_impor_berkas if mengimpor else _uji_berkas)(berkas)
        except BerkasDitolak as e:
            _gagal(berkas, isi_galat(e))
        except Exception:  # noqa: BLE001 - whatever goes wrong, it is told, and the next file must not wait
            catatan.exception("impor gagal", berkas=str(pk))
            _gagal(
                berkas,
                kalimat("Terjadi kesalahan di sistem. Tidak ada yang ditulis; kami sudah mencatatnya."),
            )
    return True


@contextlib.contextmanager
def _sendirian(pk: UUID) -> Iterator[bool]:
    """Whether this connection alone works on the file; the database forgets it when the connection dies."""
    kunci = f"berkas_impor.{pk}"
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 0))", [kunci])
        milik = bool(kursor.fetchone()[0])
    try:
        yield milik
    finally:
        if milik:
            with connection.cursor() as kursor:
                kursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [kunci])


def _mulai(berkas: BerkasImpor, status: str) -> None:
    BerkasImpor.objects.filter(pk=berkas.pk).update(status=status, percobaan=F("percobaan") + 1)
    berkas.status, berkas.percobaan = status, berkas.percobaan + 1


def _gagal(berkas: BerkasImpor, pesan: str) -> None:
    BerkasImpor.objects.filter(pk=berkas.pk).update(
        status=StatusImpor.GAGAL, galat=ke_data(pesan), diimpor_oleh=None
    )
    buang_salinan(berkas)


def _uji_berkas(berkas: BerkasImpor) -> None:
    with _teruji(berkas) as sumber, tempfile.TemporaryDirectory() as folder:
        ditolak, salinan = Path(folder) / "ditolak.xlsx", Path(folder) / "salinan"
        laporan = uji(
            jenis=berkas.jenis, sumber=sumber, nama=berkas.nama_asli, mode=berkas.mode, pilihan=berkas.pilihan,
            oleh=berkas.diuji_oleh, lapor=pelapor(berkas.pk), ditolak=ditolak,
            salinan=salinan if perlu_salinan(sumber) else None,
        )  # fmt: skip
        simpan_salinan(berkas, salinan)
        berkas.laporan = laporan
        berkas.status = StatusImpor.DITOLAK if laporan["jumlah"]["ditolak"] else StatusImpor.DIUJI
        with transaction.atomic():
            _simpan_ditolak(berkas, ditolak)
            berkas.save(update_fields=["laporan", "status", "berkas_ditolak"])


def _impor_berkas(berkas: BerkasImpor) -> None:
    """The data and the note that it was written are one transaction."""
    with (
        _teruji(berkas) as sumber,
        ambil_salinan(berkas) as salinan,
        tempfile.TemporaryDirectory() as folder,
        transaction.atomic(),
    ):
        ditolak = Path(folder) / "ditolak.xlsx"
        laporan = impor(
            jenis=berkas.jenis, sumber=sumber, nama=berkas.nama_asli, mode=berkas.mode, pilihan=berkas.pilihan,
            oleh=berkas.diimpor_oleh, lewati=berkas.lewati, lapor=pelapor(berkas.pk), ditolak=ditolak,
            sidik_hasil=berkas.laporan.get("sidik_hasil"), salinan=salinan,
        )  # fmt: skip
        berkas.laporan = laporan
        if laporan["hasil"] == "diimpor":
            berkas.status, berkas.diimpor_pada = StatusImpor.DIIMPOR, timezone.now()
            berkas.konteks = UUID(laporan["konteks"])
            transaction.on_commit(partial(buang_salinan, berkas))
            _simpan_ditolak(berkas, ditolak)
        else:
            berkas.status = StatusImpor.DITOLAK if laporan["jumlah"]["ditolak"] else StatusImpor.DIUJI
            berkas.diimpor_oleh = None
        berkas.save()


def _simpan_ditolak(berkas: BerkasImpor, ditolak: Path) -> None:
    """The refused rows in place of those of an earlier test; none when nothing is refused any more."""
    lama, gudang = berkas.berkas_ditolak.name, berkas.berkas_ditolak.storage
    berkas.berkas_ditolak = ""
    if ditolak.exists():
        with ditolak.open("rb") as isi:
            berkas.berkas_ditolak.save(f"{berkas.pk}-ditolak.xlsx", File(isi), save=False)
    if lama and lama != berkas.berkas_ditolak.name:
        transaction.on_commit(partial(gudang.delete, lama), robust=True)


# --- files and progress -------------------------------------------------------------------------------------


@contextlib.contextmanager
def _di_disk(berkas: "File[bytes]") -> Iterator[Path]:
    """The uploaded content as a file on disk; a large upload is one already."""
    if hasattr(berkas, "temporary_file_path"):
        yield Path(berkas.temporary_file_path())
        return
    with tempfile.NamedTemporaryFile(prefix="kinerja-impor-") as sementara:
        berkas.seek(0)
        shutil.copyfileobj(berkas, sementara)
        sementara.flush()
        yield Path(sementara.name)


@contextlib.contextmanager
def _teruji(berkas: BerkasImpor) -> Iterator[Path]:
    """The kept file, which must still be the uploaded one. Raises BerkasDitolak."""
    with contextlib.ExitStack() as tumpukan:
        try:
            isi = tumpukan.enter_context(berkas.berkas.open("rb"))
        except OSError as e:
            raise BerkasDitolak(
                kalimat("Berkas yang diuji tidak ditemukan lagi di penyimpanan. Unggah lagi.")
            ) from e
        try:
            sumber = Path(berkas.berkas.path)
        except NotImplementedError:  # kept elsewhere than on this disk
            sumber = tumpukan.enter_context(_di_disk(isi))
        if kernel.sidik(sumber) != berkas.sha256:
            raise BerkasDitolak(kalimat("Isi berkas tidak lagi sama dengan yang diuji. Unggah dan uji lagi."))
        yield sumber


def pelapor(pk: UUID) -> Lapor:
    """Notes the progress where the page of the file looks for it; a cache that is away stops nothing."""
    terakhir = ("", 0.0)

    def lapor(tahap: str, banyak: int) -> None:
        nonlocal terakhir
        kini = time.monotonic()
        if tahap != terakhir[0] or kini - terakhir[1] >= SELANG_LAPOR:
            terakhir = (tahap, kini)
            with contextlib.suppress(RedisError):
                cache.set(_kunci_kemajuan(pk), {"tahap": tahap, "banyak": banyak}, timeout=3600)

    return lapor


def kemajuan(pk: UUID) -> dict[str, Any]:
    """What the worker last said about a file: its step ("tahap") and how many rows were read ("banyak")."""
    with contextlib.suppress(RedisError):
        return cache.get(_kunci_kemajuan(pk)) or {}
    return {}


def _kunci_kemajuan(pk: UUID) -> str:
    return f"impor:{pk}"
