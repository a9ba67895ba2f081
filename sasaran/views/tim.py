"""The team of an assessor: whose plan waits, whose is set."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from pegawai.models import Pegawai
from sasaran.enums import StatusSKP
from sasaran.models import Siklus
from sasaran.services import baca

SARINGAN = (
    ("", _("Semua")),
    (StatusSKP.DIAJUKAN, _("Menunggu keputusan")),
    (baca.BELUM, _("Belum ada SKP")),
    (StatusSKP.DRAF, _("Draf")),
    (StatusSKP.DIKEMBALIKAN, _("Dikembalikan")),
    (StatusSKP.DISETUJUI, _("Disetujui")),
)


@dataclass(frozen=True)
class Saringan:
    """One choice above the list: its word, how many, its address."""

    label: str
    jumlah: int
    alamat: str
    aktif: bool


@require_GET
def tim(request: HttpRequest) -> HttpResponse:
    """Those whom I assess; `?penilai=` shows the team of somebody whose plan I may read."""
    return render(request, "sasaran/tim/daftar.html", konteks_tim(request))


def konteks_tim(request: HttpRequest) -> dict[str, Any]:
    """Everything the page shows; `anggota` is a list of at most baca.UKURAN_HALAMAN people."""
    penilai = _penilai(request)
    siklus = baca.siklus_tahun(request.GET.get("tahun", ""), timezone.localdate())
    status = request.GET.get("status", "")
    tim_sendiri = penilai.pk == request.pelaku.pegawai_id
    hitungan, (anggota, sebelum, setelah) = _baca(request, penilai, siklus)
    if not tim_sendiri and not hitungan:
        raise Http404
    return {
        "penilai": penilai,
        "tim_sendiri": tim_sendiri,
        "siklus": siklus,
        "anggota": [_lengkapi(satu) for satu in anggota],
        "jumlah": sum(hitungan.values()),
        "menunggu": hitungan.get(StatusSKP.DIAJUKAN, 0),
        "menunggu_lain": _tahun_lain(request, penilai, siklus) if tim_sendiri else [],
        "saringan": _saringan(request, hitungan, status),
        "sebelumnya": _alamat(request, sebelum=sebelum),
        "berikutnya": _alamat(request, setelah=setelah),
    }


def _baca(
    request: HttpRequest, penilai: Pegawai, siklus: Siklus | None
) -> tuple[dict[str, int], tuple[list[Pegawai], str, str]]:
    """How many plans are in each status, and the page of the list as `_halaman` gives it."""
    tim_sendiri = penilai.pk == request.pelaku.pegawai_id
    sendiri = tim_sendiri and siklus is not None
    if sendiri and request.GET.keys().isdisjoint(("status", "sebelum", "setelah")):
        return baca.hitung_tim_sendiri(penilai, siklus), _awal(penilai, siklus)
    semua = baca.tim(penilai, siklus, pembaca=None if tim_sendiri else request.pelaku)
    hitungan = baca.hitung_tim_sendiri(penilai, siklus) if sendiri else baca.hitung_status(semua)
    return hitungan, _halaman(baca.saring_status(semua, request.GET.get("status", "")), request)


def _tahun_lain(request: HttpRequest, penilai: Pegawai, siklus: Siklus | None) -> list[tuple[str, int, str]]:
    """(year, how many plans wait, address of that year's list) for the other years."""
    lain = baca.menunggu_tahun_lain(penilai, siklus)
    return [(str(tahun), n, f"{request.path}?tahun={tahun}&status={StatusSKP.DIAJUKAN}") for tahun, n in lain]


def _penilai(request: HttpRequest) -> Pegawai:
    diminta = request.GET.get("penilai")
    if not diminta:
        if request.pegawai is None:
            raise Http404
        return request.pegawai
    return get_object_or_404(baca.pegawai_terlihat(request.pelaku), pk=_uuid(diminta))


def _uuid(teks: str) -> UUID:
    try:
        return UUID(teks)
    except ValueError:
        raise Http404 from None


def _lengkapi(pegawai: Pegawai) -> Pegawai:
    """The plan in short as `pegawai.skp_kini`, or None."""
    pegawai.skp_kini = baca.SkpRingkas(**pegawai.skp_ringkas) if pegawai.skp_ringkas else None
    return pegawai


def _saringan(request: HttpRequest, hitungan: dict[str, int], dipilih: str) -> list[Saringan]:
    jumlah = {**hitungan, "": sum(hitungan.values())}
    return [
        Saringan(label, jumlah.get(kode, 0), _alamat(request, status=kode) or request.path, kode == dipilih)
        for kode, label in SARINGAN
        if jumlah.get(kode) or kode in {"", dipilih}
    ]


def _alamat(request: HttpRequest, **isi: str) -> str:
    """The address of this list with another filter or page; empty when there is no such page."""
    if not any(isi.values()) and "status" not in isi:
        return ""
    tetap = {k: request.GET[k] for k in ("penilai", "tahun", "status") if request.GET.get(k)}
    gabung = {k: v for k, v in {**tetap, **isi}.items() if v}
    return f"{request.path}?{urlencode(gabung)}" if gabung else request.path


def _awal(penilai: Pegawai, siklus: Siklus) -> tuple[list[Pegawai], str, str]:
    """As `_halaman`, for the page that is opened most: one's own team from its beginning."""
    baris = baca.awal_tim_sendiri(penilai, siklus)
    lebih, baris = len(baris) > baca.UKURAN_HALAMAN, baris[: baca.UKURAN_HALAMAN]
    return baris, "", str(baris[-1].pk) if lebih else ""


def _halaman(anggota: QuerySet[Pegawai], request: HttpRequest) -> tuple[list[Pegawai], str, str]:
    """(rows, key of the page before, key of the page after): paging by (name, id), never by offset."""
    sebelum, setelah = request.GET.get("sebelum"), request.GET.get("setelah")
    mundur = bool(sebelum)
    batas = _batas(anggota, sebelum or setelah or "")
    if batas:
        arah = "lt" if mundur else "gt"
        anggota = anggota.filter(
            Q(**{f"nama__{arah}": batas.nama}) | Q(nama=batas.nama, **{f"pk__{arah}": batas.pk})
        )
    urut = ("-nama", "-id") if mundur and batas else ("nama", "id")
    baris = list(anggota.order_by(*urut)[: baca.UKURAN_HALAMAN + 1])
    lebih, baris = len(baris) > baca.UKURAN_HALAMAN, baris[: baca.UKURAN_HALAMAN]
    if mundur and batas:
        baris.reverse()
    if not baris:
        return [], "", ""
    ada_sebelum, ada_setelah = (lebih, True) if mundur and batas else (bool(batas), lebih)
    return baris, str(baris[0].pk) if ada_sebelum else "", str(baris[-1].pk) if ada_setelah else ""


def _batas(anggota: QuerySet[Pegawai], kunci: str) -> Pegawai | None:
    """The row whose key the address names; a key that leads nowhere means the first page."""
    try:
        return anggota.filter(pk=UUID(kunci)).first()
    except ValueError:
        return None
