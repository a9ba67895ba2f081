"""Issuing documents, replacing and revoking them, finding one by the code on its paper."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti.cetak import berkas_templat, bersih, cetak, qr_svg
from inti.kode import rapikan_kode
from inti.models import DokumenTerbit
from inti.tanda import kalimat
from inti.workflow import TransisiDitolak

Ringkas = Sequence[tuple[str, str]]


def terbaru(*, jenis: str, kunci: str) -> DokumenTerbit | None:
    """The last version that was issued of this thing, whether it still holds or not."""
    return DokumenTerbit.objects.filter(jenis=jenis, kunci=kunci).order_by("-versi").first()


def terbitkan(
    *,
    jenis: str,
    kunci: str,
    templat: str,
    pemegang: str,
    judul: str,
    ringkas: Ringkas,
    data: dict[str, Any],
    oleh: Any,
    pada: datetime | None = None,
) -> DokumenTerbit:
    """Issue a document once per (`jenis`, `kunci`); the second call returns the last version unchanged.

    `kunci` says which thing it is about ("<uuid of the evaluation>"), `templat` how it is printed
    ("penghargaan/piagam"), `ringkas` are the (label, value) lines the public page shows, `data` is the plain
    data of the template. `oleh` may be None. Raises ValueError for an unknown template, TypeError for data
    that is not plain.
    """
    if ada := terbaru(jenis=jenis, kunci=kunci):
        return ada
    baru = _susun(jenis, kunci, 1, templat, pemegang, judul, ringkas, data, oleh, pada)
    try:
        with transaction.atomic():
            baru.save(force_insert=True)
    except IntegrityError:  # somebody was faster; his stands
        ada = terbaru(jenis=jenis, kunci=kunci)
        if ada is None:
            raise
        return ada
    return baru


@transaction.atomic
def gantikan(
    *,
    dokumen: DokumenTerbit,
    data: dict[str, Any],
    oleh: Any,
    ringkas: Ringkas | None = None,
    judul: str = "",
    templat: str = "",
    pada: datetime | None = None,
) -> DokumenTerbit:
    """Issue the next version of a document; the old one then says that it was replaced.

    What is left out stays as it was. Data that is the same gives the same document back. Raises
    TransisiDitolak for a document that was revoked; one that somebody else just replaced gives the newest.
    """
    lama = DokumenTerbit.objects.select_for_update().get(pk=dokumen.pk)
    if lama.digantikan_oleh_id is not None:
        return terbaru(jenis=lama.jenis, kunci=lama.kunci) or lama
    if lama.dicabut_pada is not None:
        raise TransisiDitolak(kalimat("Dokumen ini sudah dicabut sehingga tidak dapat digantikan."), "status")
    baru = _susun(
        lama.jenis,
        lama.kunci,
        lama.versi + 1,
        templat or lama.templat,
        lama.pemegang,
        judul or lama.judul,
        lama.ringkas if ringkas is None else ringkas,
        data,
        oleh,
        pada,
    )
    if baru.sha256 == lama.sha256:
        return lama
    baru.save(force_insert=True)
    lama.digantikan_oleh = baru
    lama.save(update_fields=["digantikan_oleh"])
    return baru


@transaction.atomic
def cabut(*, dokumen: DokumenTerbit, alasan: str, oleh: Any) -> DokumenTerbit:
    """Revoke a document for good, with a reason that its public page shows.

    Raises TransisiDitolak without a reason, or when it was revoked or replaced already.
    """
    kini = DokumenTerbit.objects.select_for_update().get(pk=dokumen.pk)
    if kini.keadaan != "berlaku":
        raise TransisiDitolak(kalimat("Dokumen ini sudah tidak berlaku."), "status")
    if not bersih(alasan).strip():
        raise TransisiDitolak(
            kalimat("Tulis alasan pencabutan; halaman verifikasi menampilkannya."), "catatan"
        )
    kini.dicabut_pada, kini.dicabut_oleh, kini.alasan_cabut = timezone.now(), oleh, bersih(alasan).strip()
    kini.save(update_fields=["dicabut_pada", "dicabut_oleh", "alasan_cabut"])
    return kini


def cari(kode: str) -> DokumenTerbit | None:
    """The document with this code, typed in any case, with or without its hyphens; None when there is none."""
    rapi = rapikan_kode(kode)
    return DokumenTerbit.objects.select_related("digantikan_oleh").filter(kode=rapi).first() if rapi else None


def isi_cetak(dokumen: DokumenTerbit) -> dict[str, Any]:
    """What its template gets: the data, and under "dokumen" code, QR, fingerprint, time and state."""
    return {
        **dokumen.data,
        "dokumen": {
            "kode": dokumen.kode,
            "alamat": dokumen.tautan.removesuffix(f"{dokumen.kode}/"),
            "qr": qr_svg(dokumen.tautan),
            "sidik": dokumen.sidik,
            "versi": dokumen.versi,
            "judul": dokumen.judul,
            "keadaan": dokumen.keadaan,
            "lambang": lambang(),
        },
    }


@cache
def lambang() -> str:
    """The drawing of the emblem (SVG) of settings.LAMBANG_SVG; "" when the government has not given one."""
    return Path(settings.LAMBANG_SVG).read_text() if settings.LAMBANG_SVG else ""


def pdf(dokumen: DokumenTerbit) -> bytes:
    """The document as PDF; the same bytes every time as long as its state is the same."""
    return cetak(dokumen.templat, isi_cetak(dokumen), pada=dokumen.terbit_pada)


def sidik_data(isi: Any) -> str:
    """SHA-256 of plain data in its canonical writing: sorted keys, no spaces, UTF-8."""
    rapi = json.dumps(bersih(isi), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(rapi.encode()).hexdigest()


def _susun(
    jenis: str,
    kunci: str,
    versi: int,
    templat: str,
    pemegang: str,
    judul: str,
    ringkas: Ringkas,
    data: dict[str, Any],
    oleh: Any,
    pada: datetime | None,
) -> DokumenTerbit:
    berkas_templat(templat)
    inti = {
        "jenis": jenis,
        "kunci": kunci,
        "judul": judul,
        "pemegang": pemegang,
        "ringkas": [[str(a), str(b)] for a, b in ringkas],
        "data": data,
    }
    rapi = bersih(inti)
    return DokumenTerbit(
        **rapi,
        versi=versi,
        templat=templat,
        sha256=sidik_data(rapi),
        terbit_oleh=oleh,
        terbit_pada=pada or timezone.now(),
    )
