"""The form that asks for a unit's documents."""

from typing import Any

from django import forms
from django.db.models import Min, QuerySet
from django.utils.translation import gettext_lazy as _

from pegawai.models import UnitKerja
from sasaran.models import Periode, Siklus

TINGKAT = 1  # levels below the topmost unit that are offered


class FormPaket(forms.Form):
    """Which unit, which year or period. The units are those the person may ask for, near the top of his own."""

    unit = forms.ModelChoiceField(label=_("Unit kerja"), queryset=UnitKerja.objects.none(), empty_label=None)
    masa = forms.ChoiceField(
        label=_("Masa"), help_text=_("Dokumen tahunan, atau dokumen satu periode di dalamnya.")
    )

    def __init__(self, *args: Any, unit: "QuerySet[UnitKerja]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        atas = unit.order_by().aggregate(n=Min("depth"))["n"] or 0
        pilihan = unit.filter(depth__lte=atas + TINGKAT)
        self.fields["unit"].queryset = pilihan  # type: ignore[attr-defined]
        self.fields["unit"].label_from_instance = lambda u: "– " * (u.depth - atas) + u.nama  # type: ignore[attr-defined]
        self._masa = _masa()
        self.fields["masa"].choices = [(k, label) for k, (label, _s, _p) in self._masa.items()]  # type: ignore[attr-defined]

    def isi(self) -> dict[str, Any]:
        """Unit, year and period (None: the whole year) of a valid form."""
        _label, siklus, periode = self._masa[self.cleaned_data["masa"]]
        return {"unit": self.cleaned_data["unit"], "siklus": siklus, "periode": periode}


def _masa() -> dict[str, tuple[str, Siklus, Periode | None]]:
    """Every year and its opened periods, newest first."""
    pilihan: dict[str, tuple[str, Siklus, Periode | None]] = {}
    for siklus in Siklus.objects.order_by("-tahun").prefetch_related("periode"):
        pilihan[f"tahun-{siklus.pk}"] = (str(_("Tahun %(tahun)s") % {"tahun": siklus}), siklus, None)
        periode = [p for p in siklus.periode.all() if p.dibuka_pada is not None]
        for satu in sorted(periode, key=lambda p: (p.mulai, p.nomor), reverse=True):
            satu.siklus = siklus
            pilihan[f"periode-{satu.pk}"] = (f"– {satu}", siklus, satu)
    return pilihan
