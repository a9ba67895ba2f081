"""Forms of people: the NIP against the record, placements against each other."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.postgres.constraints import ExclusionConstraint
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from unfold.forms import PaginationInlineFormSet

from inti.terjemah import t
from pegawai.aturan import nip as aturan_nip
from pegawai.enums import JenisPegawai, JenisPenempatan
from pegawai.models import AtasanKhusus, Pegawai, Penempatan

KOLOM_SILANG = {"lahir": "tanggal_lahir"}  # what the rule calls it → what the form calls it


class FormPegawai(forms.ModelForm):
    """A person; the NIP must be well-formed and agree with birth date, sex and kind."""

    class Meta:
        model = Pegawai
        fields = "__all__"  # noqa: DJ007 - the admin names the fields

    def clean_nip(self) -> str | None:
        """The 18 digits; spaces and the apostrophe of a spreadsheet are dropped."""
        teks = self.cleaned_data.get("nip")
        if not teks:
            return None
        try:
            return aturan_nip.urai(teks).nip
        except ValueError as galat:
            raise ValidationError(t(galat), code="nip") from None

    def clean_pns_id(self) -> str | None:
        return self.cleaned_data.get("pns_id") or None

    def clean(self) -> dict[str, Any]:
        """Say at the field in which the record and the NIP disagree."""
        isi = super().clean() or self.cleaned_data
        jenis = isi.get("jenis")
        if jenis and jenis != JenisPegawai.PEJABAT_NEGARA and "nip" in isi and not isi["nip"]:
            self.add_error("nip", _("NIP wajib diisi untuk ASN."))
        if isi.get("nip") and jenis != JenisPegawai.PEJABAT_NEGARA:
            self._silang(isi)
        return isi

    def _silang(self, isi: dict[str, Any]) -> None:
        temuan = aturan_nip.periksa_silang(
            aturan_nip.urai(isi["nip"]),
            lahir=isi.get("tanggal_lahir", self.instance.tanggal_lahir),
            jenis_kelamin=isi.get("jenis_kelamin"),
            jenis=isi.get("jenis"),
        )
        for satu in temuan:
            nama = KOLOM_SILANG.get(satu.kolom, satu.kolom)
            self.add_error(nama if nama in self.fields else "nip", t(satu.pesan))


class FormBerjangka(forms.ModelForm):
    """A dated row whose overlaps its formset judges, together with the other rows of the page."""

    def validate_constraints(self) -> None:
        """All constraints but those between rows."""
        for kendala in self.instance._meta.constraints:
            if isinstance(kendala, ExclusionConstraint):
                continue
            try:
                kendala.validate(type(self.instance), self.instance, self._get_validation_exclusions())
            except ValidationError as galat:
                self._update_errors(galat)


def bertumpuk(a: tuple[date, date | None], b: tuple[date, date | None]) -> bool:
    """Whether two spans of days share a day; an open end runs on."""
    return (b[1] is None or a[0] <= b[1]) and (a[1] is None or b[0] <= a[1])


class KumpulanBerjangka(PaginationInlineFormSet):
    """Dated rows of one person: judged as they will be, so one may end and the next begin in one go."""

    pesan_tumpuk = ""

    def hidup(self) -> list[forms.ModelForm]:
        """The forms whose rows will be there after saving, as far as they are understandable."""
        return [
            f
            for f in self.forms
            if f.is_valid() and f.cleaned_data.get("mulai") and not self._should_delete_form(f)
        ]

    def ikut(self, isi: Any) -> bool:
        """Whether this row takes part in the rule."""
        return True

    def clean(self) -> None:
        """At most one row at a time."""
        super().clean()
        hidup = self.hidup()
        tetap = self.baris_lain()
        for nomor, form in enumerate(hidup):
            if not self.ikut(form.instance):
                continue
            ini = (form.instance.mulai, form.instance.selesai)
            lain = [(f.instance.mulai, f.instance.selesai) for f in hidup[:nomor] if self.ikut(f.instance)]
            if any(bertumpuk(ini, satu) for satu in [*lain, *tetap]):
                form.add_error("mulai", self.pesan_tumpuk)

    def baris_lain(self) -> list[tuple[date, date | None]]:
        """Rows of this person that the page does not show, because they are outside the scope."""
        if self.instance._state.adding:
            return []
        tampil = [f.instance.pk for f in self.initial_forms]
        qs = self.model._default_manager.filter(**{self.fk.name: self.instance}).exclude(pk__in=tampil)
        return [(b.mulai, b.selesai) for b in qs if self.ikut(b)]


class KumpulanPenempatan(KumpulanBerjangka):
    """One definitive placement at a time per person, one definitive head at a time per unit."""

    def ikut(self, isi: Any) -> bool:
        return bool(isi.jenis == JenisPenempatan.DEFINITIF)

    @property
    def pesan_tumpuk(self) -> str:  # type: ignore[override]
        return _("Pegawai ini sudah memiliki penempatan definitif pada rentang tanggal tersebut.")

    def clean(self) -> None:
        """The person's own spans, then the head of each unit."""
        super().clean()
        for form in self.hidup():
            self._periksa_kepala(form)
        self._wajib_satu()

    def _periksa_kepala(self, form: forms.ModelForm) -> None:
        baris = form.instance
        if not (baris.kepala and self.ikut(baris) and baris.unit_id):
            return
        lain = Penempatan.objects.filter(unit_id=baris.unit_id, kepala=True, jenis=JenisPenempatan.DEFINITIF)
        lain = lain.exclude(pegawai_id=self.instance.pk).filter(
            Q(selesai__isnull=True) | Q(selesai__gte=baris.mulai)
        )
        if baris.selesai:
            lain = lain.filter(mulai__lte=baris.selesai)
        if lain.exists():
            form.add_error("kepala", _("Unit ini sudah memiliki kepala definitif pada rentang tersebut."))

    def _wajib_satu(self) -> None:
        """A new person without a placement would be in nobody's list."""
        terisi = [f for f in self.forms if f.has_changed() and not self._should_delete_form(f)]
        if self.instance._state.adding and not terisi:
            raise ValidationError(_("Isi penempatan pertama: unit, jabatan dan tanggal mulainya."))


class KumpulanAtasan(KumpulanBerjangka):
    """One override at a time."""

    @property
    def pesan_tumpuk(self) -> str:  # type: ignore[override]
        return _("Sudah ada penetapan lain pada rentang tanggal tersebut.")


class KumpulanKeadaan(KumpulanBerjangka):
    """One leave or study at a time."""

    @property
    def pesan_tumpuk(self) -> str:  # type: ignore[override]
        return _("Sudah ada cuti atau tugas belajar pada rentang tanggal tersebut.")


class FormAtasanKhusus(FormBerjangka):
    """An override; whom it names stays when it is changed, so that its end can be set by whoever may."""

    class Meta:
        model = AtasanKhusus
        fields = "__all__"  # noqa: DJ007 - the admin names the fields

    def __init__(self, *isi: Any, **lain: Any) -> None:
        super().__init__(*isi, **lain)
        bidang = self.fields.get("penilai")
        if bidang and not self.instance._state.adding:
            bidang.queryset = Pegawai.objects.filter(pk=self.instance.penilai_id)
            bidang.disabled = True

    def clean(self) -> dict[str, Any]:
        """Nobody assesses himself."""
        isi = super().clean() or self.cleaned_data
        pegawai = isi.get("pegawai") or getattr(self.instance, "pegawai", None)
        if isi.get("penilai") and pegawai is not None and isi["penilai"].pk == pegawai.pk:
            self.add_error("penilai", _("Seseorang tidak dapat menilai dirinya sendiri."))
        return isi


class FormAtasanSendiri(FormAtasanKhusus):
    """The same on a page of its own, where the database is asked about overlaps."""

    def validate_constraints(self) -> None:
        """All constraints."""
        forms.ModelForm.validate_constraints(self)
