"""Actions on people: give a role, transfer to a unit, take the proposals of who assesses them."""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.db.models import When
from django.utils import timezone
from django.utils.translation import gettext as teks
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from akses.admin.aksi_akun import KELUAR, AksiPegawai
from akses.admin.mutasi import _dasar, _tanggal
from akses.admin_aksi import Aksi, Lewat, Pelaksana, Rencana, lewat
from akses.admin_dasar import PilihCari
from akses.enums import Izin, Peran
from akses.models import PenugasanPeran
from akses.peran_massal import Penugasan, akhiri_peran, beri_peran, berunit, sudah_memegang
from inti.angka import tulis_angka
from inti.terjemah import t
from pegawai.models import Pegawai, Penempatan, UnitKerja
from pegawai.services.mutasi_massal import MutasiDitolak, boleh_ke, halangan, pindahkan_banyak
from pegawai.services.siapa_menilai import bermasalah, temuan
from pegawai.services.terima_usulan import Putusan, putuskan, terima

ISIAN = {"class": "k-isian"}


class FormAksi(forms.Form):
    """Knows who acts; a unit is chosen by searching, within what he may change."""

    def __init__(self, *isi: Any, siapa: Pelaksana, **lain: Any) -> None:
        super().__init__(*isi, **lain)
        self.siapa = siapa

    def pilih_unit(self, izin: Izin, model: Any) -> None:
        """Make `unit` a choice that is found by searching."""
        bidang: Any = self.fields["unit"]
        bidang.queryset = self.siapa.jaga.saring(UnitKerja.objects.all(), izin)
        bidang.widget = PilihCari(model._meta.get_field("unit"), self.siapa.situs)
        bidang.widget.choices = bidang.choices
        bidang.widget.is_required = bidang.required


class FormPeranMassal(FormAksi):
    """A role with its time."""

    peran = forms.ChoiceField(label=_("Peran"), choices=Peran.choices, widget=forms.Select(attrs=ISIAN))
    unit = forms.ModelChoiceField(
        queryset=UnitKerja.objects.none(),
        label=_("Lingkup unit"),
        required=False,
        help_text=_("Untuk pengelola kinerja OPD dan pimpinan; kosongkan untuk peran seluruh instansi."),
    )
    mulai = _tanggal(_("Mulai"))
    selesai = _tanggal(_("Hari terakhir"), _("Kosongkan bila belum ditentukan."))
    dasar = _dasar()

    def __init__(self, *isi: Any, **lain: Any) -> None:
        super().__init__(*isi, **lain)
        self.fields["selesai"].required = False
        self.fields["mulai"].initial = timezone.localdate()
        self.pilih_unit(Izin.PEGAWAI_LIHAT, PenugasanPeran)

    def clean(self) -> dict[str, Any]:
        """A unit where the role is for one, none where it is for the whole government; dates in their order."""
        isi = super().clean() or self.cleaned_data
        peran, unit = isi.get("peran"), isi.get("unit")
        if peran and berunit(peran) and not unit:
            self.add_error("unit", teks("Peran ini berlaku untuk satu unit; pilih unitnya."))
        if peran and not berunit(peran) and unit:
            self.add_error("unit", teks("Peran ini berlaku untuk seluruh instansi; kosongkan unitnya."))
        if isi.get("mulai") and isi.get("selesai") and isi["selesai"] < isi["mulai"]:
            self.add_error("selesai", teks("Hari terakhir tidak boleh sebelum mulai."))
        return isi


class BeriPeran(AksiPegawai):
    """One role for many."""

    kode, judul, izin = "beri_peran", _("Beri peran"), Izin.PERAN_KELOLA
    akibat = _("Pegawai yang dipilih mendapat peran yang sama selama jangka waktu yang sama.")
    maks, form = 1000, FormPeranMassal
    sebab: ClassVar = {
        "sendiri": _("peran Anda sendiri diatur oleh pengelola lain"),
        "keluar": _("tidak sedang berdinas"),
        "sudah": _("sudah memegang peran ini pada masa itu"),
    }

    def lewati(self, siapa: Pelaksana, isian: dict[str, Any]) -> list[When]:
        sendiri = [lewat("sendiri", pk=siapa.pegawai.pk)] if siapa.pegawai else []
        keluar = lewat("keluar", kedudukan_hukum__gte=KELUAR)
        return [*sendiri, keluar, lewat("sudah", sudah_memegang(Penugasan(**isian)))]

    def kunci(self, pk: list[UUID]) -> None:
        """The people themselves: two who give the same role at once wait for each other."""
        Aksi.kunci(self, pk)

    def tulis(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> None:
        beri_peran(pegawai_ids=pk, penugasan=Penugasan(**isian))

    def kalimat(self, n: int) -> str:
        return ngettext("%(n)s orang diberi peran.", "%(n)s orang diberi peran.", n) % {"n": tulis_angka(n)}


class FormMutasiMassal(FormAksi):
    """To which unit, from when, on what basis."""

    unit = forms.ModelChoiceField(queryset=UnitKerja.objects.none(), label=_("Unit kerja tujuan"))
    mulai = _tanggal(_("Mulai (TMT)"), _("Penempatan sekarang berakhir sehari sebelumnya."))
    dasar = _dasar()

    def __init__(self, *isi: Any, **lain: Any) -> None:
        super().__init__(*isi, **lain)
        self.pilih_unit(Izin.PEGAWAI_KELOLA, Penempatan)

    def clean(self) -> dict[str, Any]:
        """The unit is open from that day on."""
        isi = super().clean() or self.cleaned_data
        if isi.get("unit") and isi.get("mulai"):
            try:
                boleh_ke(isi["unit"], isi["mulai"])
            except MutasiDitolak as tolak:
                self.add_error("unit", t(tolak))
        return isi


class MutasiMassal(AksiPegawai):
    """Many to one unit, each in his post."""

    kode, judul, izin = "mutasi_massal", _("Mutasi ke unit lain"), Izin.PEGAWAI_KELOLA
    akibat = _(
        "Pegawai yang dipilih pindah ke satu unit dengan jabatannya yang sekarang. Penilainya menyesuaikan mulai "
        "hari itu."
    )
    maks, form = 5000, FormMutasiMassal
    sebab: ClassVar = {
        "nanti": _("sudah ada penempatan yang mulai pada atau sesudah hari itu"),
        "tanpa_penempatan": _("tidak punya jabatan definitif pada hari itu"),
        "sudah_di_sana": _("sudah di unit itu"),
        "kepala": _("memimpin unitnya; pindahkan lewat halaman orangnya"),
    }

    def lewati(self, siapa: Pelaksana, isian: dict[str, Any]) -> list[When]:
        return [lewat(k, s) for k, s in halangan(isian["unit"], isian["mulai"]).items()]

    def kunci(self, pk: list[UUID]) -> None:
        """The people themselves, as the transfer of one does."""
        Aksi.kunci(self, pk)

    def tulis(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> None:
        pindahkan_banyak(pegawai_ids=pk, **isian)

    def kalimat(self, n: int) -> str:
        kata = ngettext("%(n)s orang pindah; penilainya sudah disesuaikan.",
                        "%(n)s orang pindah; penilainya sudah disesuaikan.", n)  # fmt: skip
        return kata % {"n": tulis_angka(n)}


class FormAlasanUsulan(FormAksi):
    """Why the assessors change."""

    dasar = _dasar()


class UsulanPenilai(AksiPegawai):
    """The proposals of “Siapa menilai siapa” for the people chosen."""

    kode, judul, izin = "usulan_penilai", _("Sesuaikan penilai dengan susunan unit"), Izin.PEGAWAI_KELOLA
    akibat = _(
        "Pegawai yang penilainya belum ada atau keliru mendapat kepala terdekat di rantai unitnya sebagai penilai "
        "mulai hari ini, seperti di halaman “Siapa menilai siapa”."
    )
    maks, form = 500, FormAlasanUsulan

    def rencana(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> Rencana:
        """By the code that takes the proposals; whoever has a right assessor needs none."""
        putusan = self._putusan(pk, siapa)
        diubah = [p.temuan.pegawai.nama for p in putusan if not p.lewati]
        sebab: dict[str, list[str]] = {}
        for satu in putusan:
            if satu.lewati:
                sebab.setdefault(t(satu.lewati), []).append(satu.temuan.pegawai.nama)
        lewat_ = [Lewat(s, len(n), n[:3]) for s, n in sebab.items()]
        benar = Pegawai.objects.filter(pk__salah_satu=pk).exclude(
            pk__in=[p.temuan.pegawai.pk for p in putusan]
        )
        if sisa := benar.count():
            contoh = list(benar.order_by("nama", "pk").values_list("nama", flat=True)[:3])
            lewat_.append(Lewat(teks("penilainya sudah benar, atau di luar wewenang Anda"), sisa, contoh))
        return Rencana(len(diubah), diubah[:3], lewat_)

    def jalankan(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> tuple[Rencana, None]:
        """Take them, by the service of that page."""
        rencana = self.rencana(pk, siapa, isian)
        usulan = {
            p.temuan.pegawai.pk: p.temuan.usulan.penilai.pk
            for p in self._putusan(pk, siapa)
            if not p.lewati and p.temuan.usulan
        }
        hasil = terima(
            usulan=usulan,
            dalam=siapa.jaga.saring(Pegawai.objects.all(), self.izin),
            massal=True,
            alasan=isian["dasar"],
            pada=timezone.localdate(),
            oleh=siapa.pegawai,
        )
        tambahan = [Lewat(t(p.lewati), 1, [p.temuan.pegawai.nama]) for p in hasil.dilewati]
        return Rencana(hasil.diubah, rencana.contoh, [*rencana.dilewati, *tambahan]), None

    def _putusan(self, pk: list[UUID], siapa: Pelaksana) -> list[Putusan]:
        hari = timezone.localdate()
        dalam = siapa.jaga.saring(Pegawai.objects.filter(pk__salah_satu=pk), self.izin)
        orang = bermasalah(dalam=dalam, pada=hari).select_related("atasan__penilai", "atasan__unit")
        return [putuskan(s, massal=True) for s in temuan(list(orang.order_by("nama", "id")), pada=hari)]

    def kalimat(self, n: int) -> str:
        return ngettext("%(n)s penilai disesuaikan.", "%(n)s penilai disesuaikan.", n) % {"n": tulis_angka(n)}


class FormAkhirPeran(FormAksi):
    """The last day."""

    selesai = _tanggal(_("Hari terakhir"))

    def __init__(self, *isi: Any, **lain: Any) -> None:
        super().__init__(*isi, **lain)
        self.fields["selesai"].initial = timezone.localdate()


class AkhiriPeran(Aksi):
    """Roles end on one day."""

    kode, judul, izin = "akhiri_peran", _("Akhiri peran"), Izin.PERAN_KELOLA
    akibat = _("Peran yang dipilih berakhir pada hari yang sama. Riwayatnya tetap.")
    model, maks, form = PenugasanPeran, 1000, FormAkhirPeran
    urutan = ("pegawai__nama", "pk")
    sebab: ClassVar = {
        "sendiri": _("peran Anda sendiri diatur oleh pengelola lain"),
        "lebih_awal": _("sudah berakhir pada atau sebelum hari itu"),
        "belum_mulai": _("belum mulai pada hari itu"),
    }

    def lewati(self, siapa: Pelaksana, isian: dict[str, Any]) -> list[When]:
        sendiri = [lewat("sendiri", pegawai=siapa.pegawai)] if siapa.pegawai else []
        return [
            *sendiri,
            lewat("lebih_awal", selesai__lte=isian["selesai"]),
            lewat("belum_mulai", mulai__gt=isian["selesai"]),
        ]

    def tulis(self, pk: list[UUID], siapa: Pelaksana, isian: dict[str, Any]) -> None:
        akhiri_peran(penugasan_ids=pk, selesai=isian["selesai"])

    def nama(self, obj: PenugasanPeran) -> str:
        return str(obj)

    def kalimat(self, n: int) -> str:
        return ngettext("%(n)s peran diakhiri.", "%(n)s peran diakhiri.", n) % {"n": tulis_angka(n)}
