"""The gallery of components, in development only: one page to look at when a component changes."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kinerja.navigasi import TEMPAT, Kelompok, Navigasi
from penilaian.aturan.predikat import Predikat
from penilaian.enums import PilihanRating, StatusEvaluasi
from sasaran.enums import StatusSKP


class FormGaleri(forms.Form):
    """One field of every kind."""

    judul = forms.CharField(
        label="Rencana hasil kerja", help_text="Satu kalimat: apa yang berubah, untuk siapa."
    )
    target = forms.DecimalField(label="Target", required=False)
    aspek = forms.ChoiceField(label="Aspek", choices=[("kuantitas", "Kuantitas"), ("waktu", "Waktu")])
    uraian = forms.CharField(label="Uraian", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    tanggal = forms.DateField(label="Tanggal", widget=forms.DateInput(attrs={"type": "date"}))
    setuju = forms.BooleanField(label="Saya sudah membicarakan ini dengan penilai")
    jalur = forms.ChoiceField(
        label="Sifat umpan balik", choices=[("a", "Sudah baik"), ("b", "Catatan")], widget=forms.RadioSelect
    )
    rating = forms.TypedChoiceField(
        label="Penilaian Anda", choices=PilihanRating.choices[::-1], coerce=int, widget=forms.RadioSelect
    )
    bukti = forms.FileField(label="Bukti dukung", help_text="PDF, JPG, atau PNG")


class _Contoh:
    """Something with a status, as models have it."""

    def __init__(self, status: StatusSKP | StatusEvaluasi) -> None:
        self.status = status

    def get_status_display(self) -> str:
        return str(self.status.label)


@login_not_required
def galeri(request: HttpRequest) -> HttpResponse:
    """Every component in its states; `?galat` shows the form with errors."""
    if "pesan" in request.GET:
        messages.success(
            request, "SKP diajukan kepada Budi Santoso, 5 Desember 2026 10.42 WIB. Nomor 2026-00412."
        )
    form = FormGaleri({"judul": "", "rating": "7"} if "galat" in request.GET else None)
    return render(request, "galeri.html", _isi(form))


def _isi(form: FormGaleri) -> dict[str, Any]:
    besok = timezone.localdate() + timedelta(days=9)
    semua = [t for t in TEMPAT if t.alamat != "/admin/"]
    return {
        "form": form,
        "navigasi": Navigasi(
            semua=semua,
            kelompok=[Kelompok("", semua[:7]), Kelompok("Berkembang bersama", semua[7:])],
            bawah=semua[:4],
            lainnya=semua[7:],
            lonceng=semua[6],
            nama="Ratna Wulandari",
            jabatan="Disdukcapil",
            inisial="RW",
        ),
        "status": [_Contoh(s) for s in (*StatusSKP, *StatusEvaluasi)],
        "predikat": [*Predikat, None],
        "tugas": [
            {
                "judul": "Tulis penilaian diri triwulan IV",
                "ikon": "clock",
                "mendesak": True,
                "alamat": "#",
                "keterangan": "4 hasil kerja, kira-kira 10 menit. Realisasi sudah terisi dari laporan Anda.",
                "batas": f"{besok:%d-%m-%Y}",
            },
            {
                "judul": "Beri umpan balik untuk dua rekan",
                "ikon": "users",
                "alamat": "#",
                "batas": "8 Des",
                "keterangan": "Jawaban Anda digabung dengan yang lain dan tidak menyebut nama.",
            },
            {
                "judul": "Lengkapi bukti dukung “Akta kelahiran selesai 1 hari”",
                "ikon": "file-text",
                "alamat": "#",
                "keterangan": "Diminta Budi Santoso, kemarin 15.20 WIB",
                "aksi": "Unggah",
            },
        ],
        "tahap": [
            {"judul": "Perencanaan", "keterangan": "SKP disetujui 14 Jan", "keadaan": "selesai"},
            {"judul": "Pelaksanaan", "keterangan": "38 laporan · 21 umpan balik", "keadaan": "selesai"},
            {
                "judul": "Evaluasi triwulan IV",
                "keterangan": "isi penilaian diri s.d. 5 Des",
                "keadaan": "kini",
            },
            {"judul": "Tindak lanjut", "keterangan": "Januari 2027", "keadaan": ""},
        ],
        "triwulan": [("TW I", 72), ("TW II", 80), ("TW III", 91), ("TW IV", 60)],
    }
