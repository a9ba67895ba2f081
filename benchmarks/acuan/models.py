"""A small table of its own."""

from django.db import models


class Acuan(models.Model):
    """One row per person, found by a unique number."""

    nomor = models.CharField(max_length=18, unique=True)
    nama = models.CharField(max_length=200)
    unit = models.CharField(max_length=200)
    dibuat = models.DateTimeField()

    def __str__(self) -> str:
        return self.nama
