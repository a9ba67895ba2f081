"""The different words of people's names: what a search with typing mistakes is held against."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.utils.translation import gettext_lazy as _


class KataNama(models.Model):
    """A word that occurs in a name, in capitals. A million people share some ten thousand of them.

    Kept by a trigger on employees (migration `0007`). A word may stand here twice, because two imports at once
    must not wait for each other; and one that nobody bears any more stays: it finds nobody.
    """

    kata = models.CharField(_("kata"), max_length=200)

    class Meta:
        verbose_name = _("kata nama")
        verbose_name_plural = _("kata nama")
        indexes = [
            models.Index(fields=["kata"], name="kata_nama"),
            GinIndex(OpClass("kata", name="gin_trgm_ops"), name="kata_nama_trgm"),
        ]

    def __str__(self) -> str:
        return self.kata
