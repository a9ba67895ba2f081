"""Form fields that more than one app uses."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from inti.angka import tulis_angka, urai_angka
from inti.terjemah import t

DIGIT = 18
DESIMAL = 3


def wajib_bila(bidang: forms.Field, kapan: Any) -> forms.Field:
    """A field that is asked for in some cases only: `kapan` says which, in place of the word "opsional"."""
    bidang.kapan = kapan  # type: ignore[attr-defined]
    return bidang


class AngkaIndonesiaField(forms.Field):
    """A Decimal typed and shown the Indonesian way: “0,9”, “1.250.000”.

    `minimum` and `maksimum` are inclusive; `digit` and `desimal` are those of the column. What cannot be
    read stays in the field, with a sentence that shows the right way of writing.
    """

    widget = forms.TextInput
    default_error_messages = {
        "required": _("Isi dengan angka, misalnya 12 atau 0,9."),
        "minimum": _("Angka paling kecil %(batas)s."),
        "maksimum": _("Angka paling besar %(batas)s."),
        "desimal": _("Paling banyak %(batas)s angka di belakang koma."),
        "digit": _("Paling banyak %(batas)s angka di depan koma."),
    }

    def __init__(
        self,
        *,
        minimum: Decimal | int | None = 0,
        maksimum: Decimal | int | None = None,
        digit: int = DIGIT,
        desimal: int = DESIMAL,
        **kwargs: Any,
    ) -> None:
        self.minimum, self.maksimum = minimum, maksimum
        self.digit, self.desimal = digit, desimal
        super().__init__(**kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        """The number keyboard of a phone, with a comma on it."""
        return {"inputmode": "decimal", "autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        """A number becomes its Indonesian writing; what somebody typed stays as it is."""
        return tulis_angka(value) if isinstance(value, Decimal | int) else value

    def to_python(self, value: Any) -> Decimal | None:
        """The Decimal meant by what was typed; None when empty; ValidationError when unreadable."""
        if value is None or isinstance(value, Decimal):
            return value
        teks = str(value).strip()
        if not teks:
            return None
        try:
            return urai_angka(teks)
        except ValueError as galat:
            raise ValidationError(t(galat), code="angka") from None

    def validate(self, value: Decimal | None) -> None:
        """Refuse what is missing, out of bounds, or finer or longer than the column."""
        super().validate(value)
        if value is None:
            return
        bulat, pecahan = self._panjang(value)
        self._tolak(pecahan > self.desimal, "desimal", self.desimal)
        self._tolak(bulat > self.digit - self.desimal, "digit", self.digit - self.desimal)
        self._tolak(self.minimum is not None and value < self.minimum, "minimum", self.minimum)
        self._tolak(self.maksimum is not None and value > self.maksimum, "maksimum", self.maksimum)

    @staticmethod
    def _panjang(value: Decimal) -> tuple[int, int]:
        bulat, _titik, pecahan = f"{abs(value):f}".partition(".")
        return len(bulat.lstrip("0")), len(pecahan.rstrip("0"))

    def _tolak(self, salah: bool, kode: str, batas: Decimal | int | None) -> None:
        if salah:
            isi = tulis_angka(batas or 0)
            raise ValidationError(self.error_messages[kode], code=kode, params={"batas": isi})
