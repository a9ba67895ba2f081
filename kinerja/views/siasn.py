"""“Kirim ke SIASN” in the admin: choose kind, year or period and unit; see what lacks something; take the file."""

import json
from functools import partial
from itertools import chain
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from akses.admin_ekspor import catat_batal, catat_mulai, catat_selesai
from akses.admin_izin import penjaga
from akses.enums import Izin
from inti.ekspor_alir import (
    XLSX_MAKS,
    SedangPenuh,
    baris_server,
    kalimat_sedang_penuh,
    kalimat_terlalu_panjang,
    kirim_json,
    kirim_lembar,
    kirim_salin,
)
from kinerja.services import siasn as siasn_data
from kinerja.services import siasn_lampau as lampau
from kinerja.services.siasn import Gabungan, Kiriman, angkakredit
from pegawai.ekspor_siasn import judul, pilih_sql, salin_sql
from pegawai.models import Pegawai, UnitKerja

PEGAWAI = {"pegawai69": 69, "pegawai65": 65}
JENIS = (
    ("pegawai69", _("Pegawai, 69 kolom SIASN (XLSX, CSV)")),
    ("pegawai65", _("Pegawai, 65 kolom SIASN lama (XLSX, CSV)")),
    ("skp22", _("Evaluasi tahunan: skp22 (JSON, XLSX)")),
    ("kinerjaperiodik", _("Evaluasi periodik: kinerjaperiodik (JSON, XLSX)")),
    ("angkakredit", _("Angka kredit: angkakredit (JSON, XLSX)")),
)
CONTOH = 50


class FormSiasn(forms.Form):
    """What to send: kind, then the year or period it asks for, and the unit."""

    jenis = forms.ChoiceField(label=_("Jenis"), choices=JENIS, widget=UnfoldAdminSelectWidget)
    tahun = forms.TypedChoiceField(
        label=_("Tahun"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("Hanya untuk evaluasi tahunan (skp22) dan angka kredit; juga tahun-tahun yang diimpor."),
        widget=UnfoldAdminSelectWidget,
    )
    periode = forms.TypedChoiceField(
        label=_("Periode"),
        coerce=lampau.pilihan_periode,
        empty_value=None,
        required=False,
        help_text=_("Hanya untuk evaluasi periodik (kinerjaperiodik)."),
        widget=UnfoldAdminSelectWidget,
    )
    unit = forms.ModelChoiceField(
        label=_("Unit kerja"),
        queryset=siasn_data.semua_unit().none(),
        required=False,
        empty_label=_("Semua unit dalam lingkup Anda"),
        widget=UnfoldAdminSelectWidget,
    )

    def __init__(self, *isi: Any, unit: "QuerySet[UnitKerja]", **lain: Any) -> None:
        super().__init__(*isi, **lain)
        self.fields["unit"].queryset = unit
        self.fields["tahun"].choices = [("", _("Pilih tahun")), *((t, str(t)) for t in lampau.semua_tahun())]
        self.fields["periode"].choices = [("", _("Pilih periode")), *lampau.semua_pilihan_periode()]

    def clean(self) -> dict[str, Any]:
        """The kind says whether a year or a period is needed."""
        isi = super().clean() or {}
        if isi.get("jenis") in ("skp22", "angkakredit") and not isi.get("tahun"):
            self.add_error("tahun", _("Pilih tahun yang dikirim."))
        if isi.get("jenis") == "kinerjaperiodik" and not isi.get("periode"):
            self.add_error("periode", _("Pilih periode yang dikirim."))
        return isi


def siasn(request: HttpRequest, situs: Any) -> HttpResponseBase:
    """GET: the choice and, once made, what is ready and what lacks something. POST: the file."""
    jaga = penjaga(request)
    if not jaga.punya(Izin.SIASN_KIRIM):
        raise PermissionDenied
    unit = jaga.saring(siasn_data.semua_unit(), Izin.SIASN_KIRIM)
    form = FormSiasn(request.GET if "jenis" in request.GET else None, unit=unit)
    konteks = situs.each_context(request) | {"title": teks("Kirim ke SIASN"), "form": form}
    if form.is_bound and form.is_valid():
        if request.method == "POST":
            return _unduh(request, form.cleaned_data) or redirect(request.get_full_path())
        konteks |= _isi(request, form.cleaned_data)
    return TemplateResponse(request, "admin/siasn.html", konteks)


def _dalam(request: HttpRequest, qs: "QuerySet[Any]", jalur: str, unit: UnitKerja | None) -> "QuerySet[Any]":
    """The rows that he may send, of the chosen unit and everything below it."""
    terlihat = penjaga(request).saring(qs, Izin.SIASN_KIRIM)
    return terlihat.filter(**{f"{jalur}__startswith": unit.path}) if unit else terlihat


def _orang(request: HttpRequest, isian: dict[str, Any]) -> "QuerySet[Pegawai]":
    return _dalam(request, siasn_data.semua_pegawai(), "atasan__unit__path", isian["unit"])


def _kiriman(request: HttpRequest, isian: dict[str, Any]) -> Kiriman | Gabungan:
    unit, tahun = isian["unit"], isian["tahun"]

    def milik(qs: "QuerySet[Any]", jalur: str = "unit__path") -> "QuerySet[Any]":
        return _dalam(request, qs, jalur, unit)

    if isian["jenis"] == "kinerjaperiodik":
        lama = milik(lampau.semua_periodik(), "pegawai__atasan__unit__path")
        return lampau.kinerjaperiodik(milik(siasn_data.semua_periodik()), lama, isian["periode"])
    if isian["jenis"] == "skp22":
        lama = milik(lampau.semua_skp(), "pegawai__atasan__unit__path")
        return lampau.skp22(milik(siasn_data.semua_tahunan()), lama, tahun)
    return angkakredit(milik(siasn_data.semua_kredit(), "pegawai__atasan__unit__path"), tahun)


def _isi(request: HttpRequest, isian: dict[str, Any]) -> dict[str, Any]:
    """What the page says of the choice."""
    if isian["jenis"] in PEGAWAI:
        return {"pegawai": True, "siap": _orang(request, isian).count()}
    kiriman = _kiriman(request, isian)
    banyak = kiriman.banyak_kurang()
    daftar = [b | {"perbaikan": _perbaikan(b, isian["jenis"])} for b in kiriman.daftar_kurang(CONTOH)]
    return {
        "siap": kiriman.banyak_siap(),
        "kurang": banyak,
        "daftar": daftar,
        "lebih": max(0, banyak - len(daftar)),
        "kredit": isian["jenis"] == "angkakredit",
    }


def _perbaikan(baris: dict[str, Any], jenis: str) -> list[tuple[Any, str]]:
    """Each thing that is missing with the page where it is mended."""
    evaluasi = "evaluasiperiodik" if jenis == "kinerjaperiodik" else "evaluasitahunan"
    riwayat = "riwayatkinerjaperiodik" if jenis == "kinerjaperiodik" else "riwayatskp"
    ke = {
        "pegawai": lambda: reverse("admin:pegawai_pegawai_change", args=[baris["pegawai_id"]]),
        "penilai": lambda: reverse("admin:pegawai_pegawai_change", args=[baris["penilai_id"]]),
        "evaluasi": lambda: reverse(f"admin:penilaian_{evaluasi}_change", args=[baris["id"]]),
        "riwayat": lambda: reverse(f"admin:penilaian_{riwayat}_change", args=[baris["id"]]),
        "impor": lambda: reverse("admin:pegawai_berkasimpor_add") + "?jenis=pegawai",
    }
    return [(k.kalimat, ke[k.di]()) for k in baris["kekurangan"]]


def _unduh(request: HttpRequest, isian: dict[str, Any]) -> HttpResponseBase | None:
    """The file that was asked for; None, with a sentence, when it cannot be had now."""
    ragam, jenis = request.POST.get("ragam"), isian["jenis"]
    nama = f"siasn-{jenis}{'-kurang' if ragam == 'kurang' else ''}-{timezone.localdate():%Y-%m-%d}"
    akhiran = "csv" if ragam == "csv" else "json" if ragam == "json" else "xlsx"
    pk = catat_mulai(request, f"siasn.{jenis}", f"{nama}.{akhiran}")
    selesai = partial(catat_selesai, pk)
    try:
        jawaban = (
            _pegawai(request, isian, nama, selesai)
            if jenis in PEGAWAI
            else _hasil(_kiriman(request, isian), jenis, ragam, request, nama, selesai)
        )
    except SedangPenuh:
        messages.error(request, kalimat_sedang_penuh())
        jawaban = None
    if jawaban is None:
        catat_batal(pk)
    return jawaban


def _pegawai(request: HttpRequest, isian: dict[str, Any], nama: str, selesai: Any) -> HttpResponseBase | None:
    lebar, orang = PEGAWAI[isian["jenis"]], _orang(request, isian)
    if not orang.exists():
        messages.error(request, teks("Tidak ada pegawai dalam pilihan ini."))
        return None
    if request.POST.get("ragam") == "csv":
        return kirim_salin(judul(lebar), *salin_sql(orang, lebar), nama, selesai)
    if orang.order_by()[XLSX_MAKS : XLSX_MAKS + 1]:
        messages.error(request, kalimat_terlalu_panjang())
        return None
    return kirim_lembar(judul(lebar), baris_server(*pilih_sql(orang, lebar)), nama, selesai)


def _hasil(
    kiriman: Kiriman | Gabungan, jenis: str, ragam: str | None, request: HttpRequest, nama: str, selesai: Any
) -> HttpResponseBase | None:
    if ragam == "json":
        return kirim_json(kiriman.catatan(), nama, selesai)
    if ragam == "xlsx":
        return _lembar_hasil(kiriman, request, nama, selesai)
    kepala = [teks("NIP"), teks("Nama"), teks("Yang kurang"), teks("Tempat membetulkan")]
    baris = (
        [b["orang_nip"], b["orang_nama"], str(kalimat), request.build_absolute_uri(alamat)]
        for b in kiriman.daftar_kurang()
        for kalimat, alamat in _perbaikan(b, jenis)
    )
    return kirim_lembar(kepala, baris, nama, selesai)


def _lembar_hasil(
    kiriman: Kiriman | Gabungan, request: HttpRequest, nama: str, selesai: Any
) -> HttpResponseBase | None:
    """The complete records as a sheet with SIASN's field names, which the import takes back as it is."""
    banyak = kiriman.banyak_siap()
    if not banyak:
        messages.error(request, teks("Tidak ada catatan yang lengkap dalam pilihan ini."))
        return None
    if banyak > XLSX_MAKS:
        messages.error(request, teks("Lebih dari 200.000 catatan, terlalu panjang untuk XLSX. Pilih JSON."))
        return None
    semua = kiriman.catatan()
    satu = next(semua)
    baris = ([_sel(nilai) for nilai in b.values()] for b in chain([satu], semua))
    return kirim_lembar(list(satu), baris, nama, selesai)


def _sel(nilai: Any) -> Any:
    """A value of a record in a cell: lists as JSON, numbers that are codes as they are."""
    return json.dumps(nilai, ensure_ascii=False) if isinstance(nilai, list | dict) else nilai
