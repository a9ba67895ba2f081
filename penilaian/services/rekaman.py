"""The snapshot a predikat was decided on, in the shape `aturan.penjelasan.jelaskan` reads."""

from decimal import Decimal
from typing import Any

from django.db.models import Count

from pelaksanaan.models import UmpanBalik
from penilaian.aturan.predikat import Rating
from penilaian.models import EvaluasiPeriodik
from penilaian.services.baca import Sudut
from penilaian.services.lembar import BarisHasil, BarisIndikator, Lembar, susun_lembar
from sasaran.aturan.sumber import ke_data


def rekaman(evaluasi: EvaluasiPeriodik) -> dict[str, Any]:
    """The frozen snapshot of a delivered evaluation; built from its rows when none was kept."""
    if evaluasi.rekaman is not None:
        return dict(evaluasi.rekaman)
    return susun_rekaman(evaluasi, susun_lembar(evaluasi, Sudut.PENILAI))


def susun_rekaman(evaluasi: EvaluasiPeriodik, lembar: Lembar) -> dict[str, Any]:
    """The snapshot as plain data (JSON): everything the explanation page shows and computes with."""
    keputusan = lembar.keputusan
    return {
        "tanggal": lembar.tanggal.isoformat(),
        "rhk": [_rhk(b) for b in lembar.hasil],
        "nilai_perilaku": {b.nilai.kode: _angka(b.rating) for b in lembar.perilaku},
        "catatan_perilaku": {b.nilai.kode: b.catatan for b in lembar.perilaku if b.catatan},
        "ekspektasi": {b.nilai.kode: b.ekspektasi for b in lembar.perilaku if b.ekspektasi},
        "hasil": _angka(keputusan.hasil),
        "perilaku": _angka(keputusan.perilaku),
        "alasan_hasil": keputusan.alasan_hasil,
        "alasan_perilaku": keputusan.alasan_perilaku,
        "umpan_balik": hitung_umpan_balik(evaluasi),
        "penilaian_diri": evaluasi.diajukan_pada is not None,
    }


def hitung_umpan_balik(evaluasi: EvaluasiPeriodik) -> dict[str, int]:
    """How many remarks of each kind were given from the start of the plan to the end of the period."""
    akhir = evaluasi.disampaikan_pada
    baris = UmpanBalik.objects.filter(skp_id=evaluasi.skp_id).order_by()
    if akhir is not None:
        baris = baris.filter(dibuat_pada__lte=akhir)
    return dict(baris.values_list("sifat").annotate(Count("id")))


def _rhk(baris: BarisHasil) -> dict[str, Any]:
    return {
        "nama": baris.uraian,
        "jenis": str(baris.jenis),
        "rating": _angka(baris.rating),
        "alasan": baris.alasan,
        "indikator": [_indikator(satu) for satu in baris.indikator],
    }


def _indikator(satu: BarisIndikator) -> dict[str, Any]:
    return {
        "nama": satu.uraian,
        "target": _teks(satu.target),
        "target_maks": _teks(satu.target_maks),
        "target_setahun": _teks(satu.target_setahun),
        "realisasi": _teks(satu.realisasi),
        "dari_laporan": _teks(satu.dari_laporan),
        "jumlah_laporan": satu.jumlah_laporan,
        "arah": str(satu.arah),
        "satuan": satu.satuan,
        **({"sumber": ke_data(satu.sumber)} if satu.sumber else {}),
    }


def _teks(nilai: Decimal | None) -> str | None:
    return None if nilai is None else f"{nilai:f}"


def _angka(rating: Rating | None) -> int | None:
    return None if rating is None else int(rating)
