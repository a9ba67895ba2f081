"""Placements of everybody: a list to look up, and to take out in the columns in which it may come back."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.functions import Cast, Coalesce, NullIf, Replace, Upper
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from akses.admin.akun import PEKAN_HARI
from akses.admin_dasar import BacaSaja
from akses.admin_ekspor import Kolom, label_sql
from akses.admin_izin import penjaga
from akses.admin_saring import saring
from akses.data_pribadi import PEMAKAIAN, Tujuan
from akses.enums import Izin
from pegawai.enums import JenisPenempatan
from pegawai.models import Penempatan


def _nomor(kode: str, pk: str) -> Any:
    """SIASN's number, else our own."""
    return Coalesce(NullIf(F(kode), Value("")), Cast(pk, CharField()))


# Headings of the import (pegawai/impor/penempatan_kolom.py), the same in every language.
KOLOM: tuple[Kolom, ...] = (
    ("NIP BARU", F("pegawai__nip")),
    (
        "PNS ID",
        Case(
            When(pegawai__nip=None, then=_nomor("pegawai__pns_id", "pegawai_id")), default="pegawai__pns_id"
        ),
    ),
    ("NAMA", F("pegawai__nama")),
    ("UNOR ID", _nomor("unit__kode", "unit_id")),
    ("UNOR NAMA", F("unit__nama")),
    ("JABATAN ID", _nomor("jabatan__kode", "jabatan_id")),
    ("JABATAN NAMA", F("jabatan__nama")),
    ("JENIS JABATAN", Upper(Replace("jabatan__jenis", Value("_"), Value(" ")))),
    ("JENJANG", F("jabatan__jenjang")),
    ("ESELON", F("jabatan__eselon")),
    ("JENIS PENEMPATAN", Upper("jenis")),
    ("MEMIMPIN UNIT", label_sql("kepala", [(True, "YA"), (False, "TIDAK")])),
    ("TMT JABATAN", F("mulai")),
    ("SELESAI", F("selesai")),
    ("SK NOMOR", F("dasar")),
)


PELAKSANA = (JenisPenempatan.PLT, JenisPenempatan.PLH)
SaringMasa = saring(
    "masa",
    _("masa tugas"),
    {
        "pekan": (
            _("Plt. atau Plh. berakhir pekan ini"),
            lambda qs, hari: qs.filter(
                jenis__in=PELAKSANA, selesai__range=(hari, hari + timedelta(days=PEKAN_HARI))
            ),
        )
    },
)
PRIBADI = "PNS ID"


@admin.register(Penempatan)
class PenempatanAdmin(BacaSaja):
    """Placements, to look up; they are changed on the person's page or by import."""

    izin_lihat = Izin.PEGAWAI_LIHAT
    list_display = ("pegawai", "jabatan", "unit", "jenis", "kepala", "mulai", "selesai")
    list_filter = ("jenis", "kepala", SaringMasa)
    list_select_related = ("pegawai", "jabatan", "unit")
    search_fields = ("pegawai__nip", "pegawai__nama")
    search_help_text = _("NIP atau nama pegawai")
    cari_lewat = "pegawai__"
    ordering = ("id",)
    urutan_temuan = ("-mulai", "id")
    fields = ("pegawai", ("jabatan", "unit"), ("jenis", "kepala"), ("mulai", "selesai"), "dasar")

    def kolom_ekspor(self, request: HttpRequest) -> list[Kolom]:
        """The columns that the import of placements reads; SIASN's number of the person for whoever keeps records."""
        jaga, izin = penjaga(request), PEMAKAIAN[Tujuan.PENEMPATAN].izin
        syarat = jaga.syarat(Penempatan, izin)
        if jaga.punya(izin) and syarat == Q():
            return list(KOLOM)
        tertutup: Any = Value("", output_field=CharField())
        terbuka = {n: Case(When(syarat, then=k), default=tertutup) for n, k in KOLOM if n == PRIBADI}
        return [(n, (terbuka[n] if jaga.punya(izin) else tertutup) if n == PRIBADI else k) for n, k in KOLOM]
