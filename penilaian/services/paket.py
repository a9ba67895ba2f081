"""ZIPs of a unit's documents: asking for one, making it in the background, cleaning up.

Making one may die at any moment: the file grows under another name and counts only once it is whole. A
package whose maker has fallen silent is begun anew by the next tick; documents that were issued already
stay the same.
"""

import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import structlog
from django.core.files import File
from django.db import IntegrityError, connection, transaction
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import pelaku_dari, terlihat_oleh, wajib_boleh
from inti.ekspor import jinakkan
from inti.models import DokumenTerbit
from inti.services.dokumen import pdf
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai, UnitKerja
from pemberitahuan.models import JenisPesan
from pemberitahuan.services import kirim
from penilaian.enums import StatusPaket
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan, PaketDokumen
from penilaian.models.paket import BERJALAN
from penilaian.services.baca import DINILAI, TERKAIT
from penilaian.services.dokumen import (
    DOKUMEN,
    HASIL,
    TERKAIT_TAHUNAN,
    Evaluasi,
    dokumen_evaluasi,
    nama_berkas,
    terbuka_untuk,
)
from sasaran.models import Periode, Siklus

SENYAP = timedelta(minutes=3)  # longer than the slowest hundred documents
DISIMPAN = timedelta(days=7)
EVALUASI_MAKS = 5_000
PERCOBAAN_MAKS = 3
PER_HALAMAN = 50
WAKTU_ZIP = (2022, 1, 1, 0, 0, 0)  # no clock in the file: the same documents give the same bytes

catatan = structlog.get_logger(__name__)


@dataclass
class _Isi:
    """The growing file, and the names that are taken in it."""

    zip: zipfile.ZipFile
    daftar: list[str]
    nama: set[str]


def paket_terlihat(pelaku: Pelaku) -> QuerySet[PaketDokumen]:
    """His own packages, as long as he may still have those of the unit."""
    semua = PaketDokumen.objects.select_related("unit", "siklus", "periode__siklus")
    return terlihat_oleh(semua, pelaku, Izin.DOKUMEN_PAKET).filter(diminta_oleh=pelaku.pegawai_id)


def unit_paket(pelaku: Pelaku) -> QuerySet[UnitKerja]:
    """The units whose documents he may ask for."""
    return terlihat_oleh(UnitKerja.objects.all(), pelaku, Izin.DOKUMEN_PAKET)


def evaluasi_paket(unit: UnitKerja, siklus: Siklus, periode: Periode | None) -> "QuerySet[Evaluasi]":
    """The delivered evaluations of this unit and all below it, in the order of their keys."""
    if periode is not None:
        semua = EvaluasiPeriodik.objects.filter(periode=periode, status__in=DINILAI)
        terkait: tuple[str, ...] = (*TERKAIT, "skp__unit")
    else:
        semua = EvaluasiTahunan.objects.sudah_sampai().filter(siklus=siklus)
        terkait = TERKAIT_TAHUNAN
    return semua.filter(unit__path__startswith=unit.path).select_related(*terkait).order_by("pk")


def minta_paket(
    *, unit: UnitKerja, siklus: Siklus, periode: Periode | None = None, oleh: Pegawai
) -> PaketDokumen:
    """Ask for the documents of a unit; a request that is still under way is returned instead of a second.

    Raises PermissionDenied; TransisiDitolak when there is nothing to give or far too much.
    """
    wajib_boleh(oleh, Izin.DOKUMEN_PAKET, unit)
    banyak = evaluasi_paket(unit, siklus, periode).count()
    if not banyak:
        raise TransisiDitolak(
            _("Belum ada hasil yang disampaikan di unit ini untuk masa tersebut."), "syarat"
        )
    if banyak > EVALUASI_MAKS:
        raise TransisiDitolak(
            _("Ada %(banyak)s evaluasi; paling banyak %(maks)s dalam satu paket. Pilih unit di bawahnya.")
            % {"banyak": banyak, "maks": EVALUASI_MAKS},
            "syarat",
        )
    kunci = {"unit": unit, "siklus": siklus, "periode": periode, "diminta_oleh": oleh}
    try:
        with transaction.atomic():
            return PaketDokumen.objects.create(**kunci, banyak=banyak)
    except IntegrityError:
        return PaketDokumen.objects.get(**kunci, status__in=BERJALAN)


def ulangi_paket(*, paket: PaketDokumen, oleh: Pegawai) -> PaketDokumen:
    """Ask anew for one that failed or was cleaned away. Raises as `minta_paket`."""
    return minta_paket(unit=paket.unit, siklus=paket.siklus, periode=paket.periode, oleh=oleh)


def kerjakan_menunggu() -> int:
    """Make every package that waits, one after the other; returns how many documents were put into files."""
    jumlah = 0
    while (paket := _ambil()) is not None:
        jumlah += kerjakan(paket=paket)
    return jumlah


def kerjakan(*, paket: PaketDokumen) -> int:
    """Make one claimed package; returns the number of its documents. A failure is logged and kept as state."""
    try:
        jumlah = _buat(paket)
    except _Lepas:
        return 0
    except Exception:  # noqa: BLE001 - whatever goes wrong, the next package must not wait for it
        catatan.exception("paket gagal", paket=str(paket.pk))
        PaketDokumen.objects.filter(pk=paket.pk, percobaan=paket.percobaan).update(status=StatusPaket.GAGAL)
        return 0
    return jumlah


def bersihkan_paket(*, kini: datetime | None = None) -> int:
    """Delete the files of packages that are older than a week; returns how many."""
    batas = (kini or timezone.now()) - DISIMPAN
    jumlah = 0
    for paket in PaketDokumen.objects.filter(status=StatusPaket.SIAP, siap_pada__lt=batas).order_by("pk"):
        paket.berkas.delete(save=False)
        paket.status, paket.berkas = StatusPaket.KEDALUWARSA, ""
        paket.save(update_fields=["status", "berkas"])
        jumlah += 1
    return jumlah


class _Lepas(Exception):
    """Another worker has taken this package over."""


def _ambil() -> PaketDokumen | None:
    """Claim the next package: a waiting one, or one whose maker fell silent and that was not tried too often."""
    senyap = timezone.now() - SENYAP
    with transaction.atomic():
        PaketDokumen.objects.filter(
            status=StatusPaket.DIKERJAKAN, denyut_pada__lt=senyap, percobaan__gte=PERCOBAAN_MAKS
        ).update(status=StatusPaket.GAGAL)
        antre = Q(status=StatusPaket.MENUNGGU) | Q(status=StatusPaket.DIKERJAKAN, denyut_pada__lt=senyap)
        paket = (
            PaketDokumen.objects.select_for_update(skip_locked=True, of=("self",))
            .select_related("unit", "siklus", "periode__siklus", "diminta_oleh")
            .filter(antre)
            .order_by("diminta_pada")
            .first()
        )
        if paket is None:
            return None
        paket.status, paket.denyut_pada = StatusPaket.DIKERJAKAN, timezone.now()
        paket.percobaan, paket.selesai = paket.percobaan + 1, 0
        paket.save(update_fields=["status", "denyut_pada", "percobaan", "selesai"])
    return paket


def _buat(paket: PaketDokumen) -> int:
    folder = Path(tempfile.mkdtemp(prefix="kinerja-paket-"))
    try:
        sementara = folder / "paket.zip"
        with zipfile.ZipFile(sementara, "w", zipfile.ZIP_STORED) as arsip:
            isi = _Isi(arsip, ["dokumen,nama,kode,sidik"], set())
            jumlah = _isi_arsip(paket, isi)
            _tulis(isi, "daftar.csv", "\r\n".join(isi.daftar).encode("utf-8-sig"))
        _selesaikan(paket, sementara)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return jumlah


def _isi_arsip(paket: PaketDokumen, isi: _Isi) -> int:
    """Put the documents into the file, a page of evaluations at a time, so that memory does not grow."""
    pelaku = pelaku_dari(paket.diminta_oleh)
    jumlah = 0
    for halaman in _halaman(evaluasi_paket(paket.unit, paket.siklus, paket.periode)):
        hasil = terbuka_untuk(pelaku, [e.pk for e in halaman], tahunan=paket.periode_id is None)
        for evaluasi in halaman:
            for jenis in (DOKUMEN, HASIL) if evaluasi.pk in hasil else (DOKUMEN,):
                _tambah(isi, evaluasi, dokumen_evaluasi(evaluasi=evaluasi, jenis=jenis, oleh=None))
                jumlah += 1
        _denyut(paket, len(halaman))
    return jumlah


def _halaman(evaluasi: "QuerySet[Evaluasi]") -> Iterator[list[Evaluasi]]:
    akhir: UUID | None = None
    while halaman := list((evaluasi.filter(pk__gt=akhir) if akhir else evaluasi)[:PER_HALAMAN]):
        yield halaman
        akhir = halaman[-1].pk


def _tambah(isi: _Isi, evaluasi: Evaluasi, dokumen: DokumenTerbit) -> None:
    folder = "".join(h for h in evaluasi.unit.sebutan if h.isalnum() or h in " .,-_()").strip(" .") or "unit"
    nama = f"{folder[:60]}/{nama_berkas(dokumen)}"
    if nama in isi.nama:
        nama = f"{nama.removesuffix('.pdf')} {dokumen.kode[:4]}.pdf"
    isi.nama.add(nama)
    baris = (dokumen.judul, dokumen.pemegang, dokumen.kode, dokumen.sha256)
    isi.daftar.append(",".join('"' + jinakkan(b).replace('"', '""') + '"' for b in baris))
    _tulis(isi, nama, pdf(dokumen))


def _tulis(isi: _Isi, nama: str, data: bytes) -> None:
    isi.zip.writestr(zipfile.ZipInfo(nama, WAKTU_ZIP), data)


def _denyut(paket: PaketDokumen, banyak: int) -> None:
    """Say that the work goes on; stop when another worker has taken over."""
    milik = PaketDokumen.objects.filter(pk=paket.pk, percobaan=paket.percobaan, status=StatusPaket.DIKERJAKAN)
    if not milik.update(denyut_pada=timezone.now(), selesai=F("selesai") + banyak):
        raise _Lepas
    connection.queries_log.clear()


def _selesaikan(paket: PaketDokumen, berkas: Path) -> None:
    """Hand the whole file over and tell whoever asked, unless another worker was faster."""
    with transaction.atomic():
        kini = (
            PaketDokumen.objects.select_for_update()
            .filter(pk=paket.pk, percobaan=paket.percobaan, status=StatusPaket.DIKERJAKAN)
            .first()
        )
        if kini is None:
            raise _Lepas
        with berkas.open("rb") as sumber:
            kini.berkas.save("paket.zip", File(sumber), save=False)
        kini.ukuran, kini.status, kini.siap_pada = berkas.stat().st_size, StatusPaket.SIAP, timezone.now()
        kini.save(update_fields=["berkas", "ukuran", "status", "siap_pada"])
        kirim(
            penerima=paket.diminta_oleh,
            jenis=JenisPesan.PAKET_SIAP,
            kunci=f"paket_siap:{paket.pk}",
            data={"unit": paket.unit.nama, "hari": DISIMPAN.days},
            tautan=reverse("penilaian:paket_rinci", args=[paket.pk]),
        )
