"""Objections to the yearly results of the finished year: confirmed, changed, withdrawn, and two still open.

The year ended months ago; the open ones are against late results (`sql_tahunan.SUSULAN`). Who objects and when
stands in `demo_tahunan`, with which the history of the evaluations was written.
"""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection

from kinerja.demo.capaian import (
    MENGUATKAN,
    MENGUBAH,
    PENJELASAN,
    REKOMENDASI,
    buat,
    rating_baru,
    riwayat,
    zona,
)
from penilaian.models import EvaluasiTahunan, Keberatan

_TERBUKA = (
    "SELECT id, susulan, ajukan FROM demo_tahunan WHERE ajukan IS NOT NULL AND keberatan IS NULL ORDER BY id"
)
_DIPILIH = "SELECT id, keberatan, ajukan, putus FROM demo_tahunan WHERE keberatan IS NOT NULL ORDER BY id"


def isi_keberatan_tahunan() -> None:
    """Write the objections that `demo_tahunan` names; without a finished year there are none."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT to_regclass('pg_temp.demo_tahunan')")
        if kursor.fetchone()[0] is None:
            return
    zona("UTC")  # Django takes what it reads for UTC
    with connection.cursor() as kursor:
        kursor.execute(_DIPILIH)
        dipilih = kursor.fetchall()
        kursor.execute(_TERBUKA)
        terbuka = kursor.fetchall()
    terkait = ("pegawai", "penilai", "atasan_penilai", "unit", "siklus")
    semua = EvaluasiTahunan.objects.select_related(*terkait).in_bulk([id_ for id_, *_ in dipilih + terbuka])
    for ke, (id_, status, ajukan, putus) in enumerate(dipilih):
        if status == "dicabut":
            _cabut(semua[id_], ke, ajukan)
        else:
            _putus(semua[id_], ke, status, ajukan, putus)
    for ke, (id_, status, ajukan) in enumerate(terbuka):
        _berjalan(semua[id_], ke, status, ajukan)
    zona(settings.TIME_ZONE)


def _berjalan(e: EvaluasiTahunan, ke: int, status: str, ajukan: datetime) -> None:
    """The one waits for the explanation of the assessor, the other for the decision of his superior."""
    if status == "diajukan":
        buat(e, ke, status=status, diajukan_pada=ajukan)
        return
    jelas = {"penjelasan": PENJELASAN[ke % len(PENJELASAN)], "dijelaskan_pada": ajukan + timedelta(days=1)}
    buat(e, ke, status=status, diajukan_pada=ajukan, **jelas)


def _cabut(e: EvaluasiTahunan, ke: int, ajukan: datetime) -> None:
    pada = ajukan + timedelta(days=1)
    k = buat(e, ke, status="dicabut", diajukan_pada=ajukan, dicabut_pada=pada)
    riwayat(k, "cabut", "diajukan", "dicabut", k.pegawai_id, pada)
    EvaluasiTahunan.objects.filter(pk=e.pk).update(ditanggapi_pada=pada)


def _putus(e: EvaluasiTahunan, ke: int, status: str, ajukan: datetime, putus: datetime) -> None:
    """D.1.3 follows, also on a confirmation (V.B.7)."""
    baru = rating_baru(e, e.skp.selesai) if status == "diubah" else None
    isi: dict[str, Any] = {
        "status": "diubah" if baru else "dikuatkan",
        "diajukan_pada": ajukan,
        "penjelasan": PENJELASAN[ke % len(PENJELASAN)],
        "dijelaskan_pada": ajukan + timedelta(days=2),
        "diputus_pada": putus,
        "diputus_oleh": e.atasan_penilai,
        "pertimbangan": MENGUBAH if baru else MENGUATKAN,
    }
    nilai: dict[str, Any] = {}
    if baru:
        nilai = dict(zip(("rating_hasil", "rating_perilaku", "predikat"), baru, strict=True))
        isi |= {f"{nama}_baru": n for nama, n in nilai.items()} | {"rekomendasi": REKOMENDASI}
        nilai["catatan"] = REKOMENDASI
    k: Keberatan = buat(e, ke, **isi)
    aksi = "ubah" if baru else "kuatkan"
    isi_riwayat = {"catatan": k.pertimbangan, "predikat_baru": k.predikat_baru}
    riwayat(k, aksi, "dijelaskan", k.status, k.pemutus_id, putus, **isi_riwayat)
    EvaluasiTahunan.objects.filter(pk=e.pk).update(jalur="keberatan", final=True, **nilai)
