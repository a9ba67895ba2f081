"""What people are told about colleagues: set-based outbox rows, each occasion once per person.

No message names a colleague, says how many answers are open, or who has answered.
"""

from datetime import date
from typing import Any

from django.db import connection
from django.urls import reverse

from pemberitahuan.models import JenisPesan
from penilaian.models import UndianRekan
from penilaian.services.pengingat import tahap_pengingat
from penilaian.services.rekan_dasar import Masa
from penilaian.services.siklus import NOL

# To the person himself, on the page about him.
_TENTANG = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT h.pegawai_id, %(jenis)s, %(kunci)s || h.pegawai_id::text,
       jsonb_build_object('periode', %(nama)s::text, 'batas', %(batas)s::text),
       replace(%(tautan)s, %(nol)s, h.id::text)
FROM penilaian_hasilrekan h
WHERE h.periode_id = %(periode)s AND h.keadaan = ANY(%(keadaan)s)
ON CONFLICT (kunci) DO NOTHING
"""
# To whoever has something open.
_DIMINTA = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT DISTINCT t.rekan_id, %(jenis)s, %(kunci)s || t.rekan_id::text,
       jsonb_build_object('periode', %(nama)s::text, 'batas', %(batas)s::text), %(tautan)s
FROM penilaian_tugasrekan t
WHERE t.periode_id = %(periode)s AND t.status = 'menunggu'
ON CONFLICT (kunci) DO NOTHING
"""


def kabari(*, undian: UndianRekan, masa: Masa) -> int:
    """Tell people what they may do now: look at the names, or answer. Returns how many were told."""
    if masa.mencoret:
        return _tentang(undian, JenisPesan.REKAN_PERIKSA, masa.jendela.coret_sampai, ["berjalan"])
    if masa.menjawab:
        return _diminta(undian, JenisPesan.REKAN_DIMINTA, masa.jendela.jawab_sampai, "")
    return 0


def kabari_selesai(*, undian: UndianRekan) -> int:
    """Tell everybody about whom colleagues were asked that it is over; returns how many were told."""
    batas = undian.periode.batas_penilaian_diri
    return _tentang(undian, JenisPesan.REKAN_SELESAI, batas, ["tampil", "kurang"])


def ingatkan_rekan(*, undian: UndianRekan, masa: Masa) -> int:
    """Remind whoever has something open, 3 and 1 working days before the end and on that day."""
    if not masa.menjawab:
        return 0
    tahap = tahap_pengingat(masa.hari, masa.jendela.jawab_sampai)
    if tahap is None:
        return 0
    batas = masa.jendela.jawab_sampai
    return _diminta(undian, JenisPesan.PENGINGAT_REKAN, batas, f"{batas:%Y%m%d}:{tahap}:")


def _tentang(undian: UndianRekan, jenis: JenisPesan, batas: date, keadaan: list[str]) -> int:
    tautan = reverse("penilaian:rekan_tentang", args=[NOL])
    return _tulis(_TENTANG, undian, jenis, batas, "", tautan=tautan, nol=str(NOL), keadaan=keadaan)


def _diminta(undian: UndianRekan, jenis: JenisPesan, batas: date, tambahan: str) -> int:
    return _tulis(_DIMINTA, undian, jenis, batas, tambahan, tautan=reverse("penilaian:rekan"))


def _tulis(sql: str, undian: UndianRekan, jenis: JenisPesan, batas: date, tambahan: str, **isian: Any) -> int:
    isian |= {
        "periode": undian.periode_id,
        "jenis": jenis,
        "kunci": f"{jenis}:{undian.periode_id}:{tambahan}",
        "nama": undian.periode.sebutan_baku,
        "batas": batas.isoformat(),
    }
    with connection.cursor() as kursor:
        kursor.execute(sql, isian)
        return kursor.rowcount
