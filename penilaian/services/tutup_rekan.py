"""The end of answering: open the seals, count, show what is enough, destroy the rest. In steps, resumable.

Each step takes some people whose answers are still sealed, in one transaction. Their answers are gone
afterwards; the requests are written anew in random order, all with the same status, so that from then on
nobody can tell even who answered.
"""

import json
import secrets
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from uuid import UUID

import structlog
from django.db import connection, transaction

from penilaian.aturan.sebaran_rekan import Isi, Sebaran, hitung, teruraikan
from penilaian.enums import KeadaanRekan
from penilaian.models import HasilRekan, JawabanRekan, UndianRekan
from penilaian.services.rekan_dasar import masa
from penilaian.services.segel import buka_segel

catatan = structlog.get_logger(__name__)

PER_LANGKAH = 2_000  # people
AWAL = UUID(int=0)

_TULIS = """
UPDATE penilaian_hasilrekan h SET keadaan = x.keadaan, jumlah = x.jumlah, butir = x.butir, teks = x.teks
FROM jsonb_to_recordset(%s::jsonb) AS x(id uuid, keadaan text, jumlah smallint, butir jsonb, teks jsonb)
WHERE h.id = x.id
"""
_RATAKAN = """
WITH lama AS (DELETE FROM penilaian_tugasrekan WHERE hasil_id = ANY(%s) RETURNING *)
INSERT INTO penilaian_tugasrekan (id, hasil_id, periode_id, dinilai_id, rekan_id, status, dicoret_oleh_id, alasan)
SELECT id, hasil_id, periode_id, dinilai_id, rekan_id,
    CASE status WHEN 'dicoret' THEN status ELSE 'ditutup' END, dicoret_oleh_id, alasan
FROM lama ORDER BY random()
"""


def tutup_rekan(*, undian: UndianRekan, hari: date | None = None) -> int:
    """Count and destroy what colleagues answered in a period whose answering is over; returns for how many.

    Raises ValueError while answers are still taken: what is opened early could be told apart.
    """
    if not masa(undian, hari=hari).lewat:
        raise ValueError("answers are still taken")
    return sum(iter(_Langkah(undian), 0))


def undian_yang_perlu_ditutup(*, zona: str, hari: date) -> list[UndianRekan]:
    """Draws of years in `zona` whose answering is over on `hari` and that still hold something sealed."""
    berjalan = HasilRekan.objects.filter(keadaan=KeadaanRekan.BERJALAN).values("periode")
    semua = UndianRekan.objects.filter(periode__in=berjalan, periode__siklus__zona=zona)
    return [
        u
        for u in semua.select_related("periode__siklus", "kebijakan", "kuesioner")
        if masa(u, hari=hari).lewat
    ]


class _Langkah:
    """Call it until it returns 0: each call finishes the next people, in the order of their random keys."""

    def __init__(self, undian: UndianRekan) -> None:
        self.undian = undian
        self.kode = list(undian.kuesioner.butir.values_list("kode", flat=True))
        self.sesudah = AWAL

    def __call__(self) -> int:
        with transaction.atomic():
            hasil = list(
                HasilRekan.objects.select_for_update()
                .filter(periode=self.undian.periode_id, keadaan=KeadaanRekan.BERJALAN, pk__gt=self.sesudah)
                .order_by("pk")[:PER_LANGKAH]
            )
            if hasil:
                self.sesudah = hasil[-1].pk
                self._selesaikan(hasil)
        return len(hasil)

    def _selesaikan(self, hasil: list[HasilRekan]) -> None:
        jawaban, hilang = _jawaban([h.pk for h in hasil])
        if hilang:  # loud, and nothing is lost: with the former key in REKAN_KUNCI_LAMA the next run counts
            catatan.error(
                "jawaban rekan tidak dapat dibuka", banyak=len(hilang), periode=str(self.undian.periode_id)
            )
        beres = [h for h in hasil if h.pk not in hilang]
        dulu = _pernah_tampil(self.undian, [h.pegawai_id for h in beres])
        baris = [self._baris(h, jawaban[h.pk], dulu[h.pegawai_id]) for h in beres]
        ids = [h.pk for h in beres]
        with connection.cursor() as kursor:
            kursor.execute(_TULIS, [json.dumps(baris)])
            kursor.execute(_RATAKAN, [ids])
        JawabanRekan.objects.filter(hasil__in=ids)._raw_delete("default")

    def _baris(self, hasil: HasilRekan, jawaban: list[Isi], dulu: list[Sebaran]) -> Mapping[str, object]:
        ambang = self.undian.kebijakan.ambang
        sebaran = hitung(jawaban, kode=self.kode, pilihan=len(self.undian.kuesioner.skala), ambang=ambang)
        if sebaran is None or any(teruraikan(lama, sebaran, ambang) for lama in dulu):
            return {"id": str(hasil.pk), "keadaan": KeadaanRekan.KURANG}
        teks = list(sebaran.teks)
        secrets.SystemRandom().shuffle(teks)
        return {
            "id": str(hasil.pk),
            "keadaan": KeadaanRekan.TAMPIL,
            "jumlah": sebaran.jumlah,
            "butir": sebaran.butir,
            "teks": teks,
        }


def _jawaban(ids: list[UUID]) -> tuple[dict[UUID, list[Isi]], set[UUID]]:
    """The opened answers per result, and the results of which one could not be opened."""
    terbuka: dict[UUID, list[Isi]] = defaultdict(list)
    hilang: set[UUID] = set()
    for hasil, tersegel in (
        JawabanRekan.objects.filter(hasil__in=ids).values_list("hasil_id", "isi").iterator()
    ):
        isi = buka_segel(bytes(tersegel), hasil=hasil)
        if isi is None:
            hilang.add(hasil)
        else:
            terbuka[hasil].append(isi)
    return terbuka, hilang


def _pernah_tampil(undian: UndianRekan, pegawai: list[UUID]) -> dict[UUID, list[Sebaran]]:
    """What was shown of these people with the same questions before."""
    semua: dict[UUID, list[Sebaran]] = defaultdict(list)
    lama = HasilRekan.objects.filter(
        pegawai__in=pegawai,
        keadaan=KeadaanRekan.TAMPIL,
        periode__undian_rekan__kuesioner=undian.kuesioner_id,
    ).exclude(periode=undian.periode_id)
    for orang, jumlah, butir in lama.values_list("pegawai_id", "jumlah", "butir"):
        semua[orang].append(Sebaran(jumlah, butir, []))
    return semua
