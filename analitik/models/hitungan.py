"""Running counts per unit with everything below it: what a dashboard reads instead of counting rows."""

from django.db import models
from django.db.models import Sum

from pegawai.models import UnitKerja


class HitunganUnitQuerySet(models.QuerySet):
    def jumlah(self, unit_ids, ukuran, kunci):
        """{(unit, key, detail): count} of these units and keys; one query, however many rows were counted."""
        baris = (
            self.filter(unit__in=unit_ids, ukuran=ukuran, kunci__in=[str(k) for k in kunci])
            .order_by()
            .values_list("unit_id", "kunci", "rincian")
            .annotate(jumlah=Sum("n"))
        )
        return {(unit, k, rincian): n for unit, k, rincian, n in baris if n}


class HitunganUnit(models.Model):
    """A change of a count, written by triggers of the counted tables, once for every unit upwards.

    The count is the sum: changes are only ever added, so that two people at work in one government never
    wait for each other, and `services.hitungan.padatkan` folds them together from time to time.
    """

    id = models.BigAutoField(primary_key=True)
    unit = models.ForeignKey(
        UnitKerja, db_constraint=False, db_index=False, on_delete=models.CASCADE, related_name="+"
    )
    ukuran = models.CharField(max_length=20)  # what is counted: "evaluasi", "tahunan", …
    kunci = models.CharField(max_length=36)  # of which period, year or month
    rincian = models.CharField(max_length=40)  # which part of it, e.g. "diterima:2"
    n = models.BigIntegerField()

    objects = HitunganUnitQuerySet.as_manager()

    class Meta:
        verbose_name = "hitungan unit"
        verbose_name_plural = "hitungan unit"
        indexes = [models.Index(fields=["unit", "ukuran", "kunci"], name="hitungan_unit")]

    def __str__(self) -> str:
        return f"{self.ukuran} {self.rincian}: {self.n:+}"
