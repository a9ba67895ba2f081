"""The snapshot of a yearly evaluation, put together when it is signed (shape: aturan/rekaman_tahunan.py)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count

from inti.kueri import KueriTetap
from pegawai.aturan.golongan import sebutan_pangkat
from pegawai.models import Atasan, Pegawai, UnitKerja
from penilaian.aturan import rekaman_tahunan as bentuk
from penilaian.aturan.predikat import Predikat
from penilaian.models import EvaluasiTahunan
from penilaian.services.capaian import LabelOrganisasi
from penilaian.services.tahunan_baca import alasan_final
from penilaian.services.tahunan_lembar import LembarTahun
from sasaran.aturan.perspektif import untuk_pimpinan
from sasaran.enums import PendekatanSKP


@dataclass(frozen=True)
class Penetapan:
    """What a signature fixes: who signs when, the label that counts, and the cell of the matrix."""

    oleh: Pegawai
    pada: datetime
    label: LabelOrganisasi
    predikat: Predikat


def rekaman(evaluasi: EvaluasiTahunan) -> bentuk.Rekaman:
    """The snapshot of a signed evaluation; without one (an imported result) what its row says.

    ValueError when it cannot be read.
    """
    return bentuk.baca(evaluasi.rekaman) if evaluasi.rekaman else _dari_baris(evaluasi)


def _dari_baris(e: EvaluasiTahunan) -> bentuk.Rekaman:
    orang = _orang(e)
    dari_atasan = e.ditandatangani_oleh_id is not None and e.ditandatangani_oleh_id == e.atasan_penilai_id
    return bentuk.Rekaman(
        tahun=e.siklus.tahun,
        mulai=f"{e.siklus.tahun}-01-01",
        selesai=f"{e.siklus.tahun}-12-31",
        instansi=_instansi(),
        pendekatan=e.skp.pendekatan,
        formulir=formulir(e),
        pegawai=orang[e.pegawai_id],
        penilai=orang[e.penilai_id],
        atasan_penilai=orang.get(e.atasan_penilai_id),
        penanda_tangan=bentuk.ATASAN if dari_atasan else bentuk.PENILAI,
        ditandatangani_pada=e.ditandatangani_pada.isoformat() if e.ditandatangani_pada else "",
        capaian=bentuk.Capaian(e.capaian_organisasi or 0, orang[e.penilai_id].unit),
        **dict.fromkeys(("skp", "hasil", "perilaku", "periode"), ()),
        saran_hasil=None,
        saran_dari=bentuk.DARI_PANDUAN,
        saran_perilaku=None,
        rating_hasil=e.rating_hasil or 0,
        rating_perilaku=e.rating_perilaku or 0,
        predikat=e.predikat or 0,
        alasan_hasil=e.alasan_hasil,
        alasan_perilaku=e.alasan_perilaku,
        catatan=e.catatan,
        final=e.final,
        alasan_final=alasan_final(e),
    )


def susun_rekaman(
    evaluasi: EvaluasiTahunan, lembar: LembarTahun, tetap: Penetapan, rekan: Mapping[str, int]
) -> bentuk.Rekaman:
    """Everything the evaluation was decided on; four queries. `rekan` are the peer results, if any."""
    e = evaluasi
    return bentuk.Rekaman(
        tahun=e.siklus.tahun,
        mulai=f"{e.siklus.tahun}-01-01",
        selesai=lembar.tanggal.isoformat(),
        instansi=_instansi(),
        pendekatan=e.skp.pendekatan,
        formulir=formulir(e),
        ditandatangani_pada=tetap.pada.isoformat(),
        capaian=bentuk.Capaian(int(tetap.label.predikat), _unit_label(tetap.label), _dasar(tetap.label)),
        skp=lembar.skp,
        hasil=lembar.hasil,
        perilaku=lembar.perilaku,
        periode=lembar.periode,
        predikat=int(tetap.predikat),
        final=e.final,
        alasan_final=alasan_final(e),
        distribusi=_distribusi(e, tetap.predikat),
        umpan_balik=lembar.umpan_balik,
        rekan=rekan,
        **_tiga_orang(e, tetap),
        **_keputusan(lembar),
    )


def _tiga_orang(e: EvaluasiTahunan, tetap: Penetapan) -> dict[str, Any]:
    orang = _orang(e)
    dari_atasan = tetap.oleh.pk == e.atasan_penilai_id
    return {
        "pegawai": orang[e.pegawai_id],
        "penilai": orang[e.penilai_id],
        "atasan_penilai": orang.get(e.atasan_penilai_id),
        "penanda_tangan": bentuk.ATASAN if dari_atasan else bentuk.PENILAI,
    }


def _keputusan(lembar: LembarTahun) -> dict[str, Any]:
    k, dipimpin = lembar.keputusan, lembar.unit_dipimpin
    return {
        "saran_hasil": _angka(lembar.saran_hasil.rating),
        "saran_dari": bentuk.DARI_UNIT if dipimpin else bentuk.DARI_PANDUAN,
        "saran_perilaku": _angka(lembar.saran_perilaku.rating),
        "rating_hasil": int(k.hasil or 0),
        "rating_perilaku": int(k.perilaku or 0),
        "alasan_hasil": k.alasan_hasil if lembar.hasil_berbeda else "",
        "alasan_perilaku": k.alasan_perilaku if lembar.perilaku_berbeda else "",
        "catatan": k.catatan,
        "unit_dipimpin": bentuk.Capaian(dipimpin.nilai, dipimpin.unit) if dipimpin else None,
    }


def formulir(e: EvaluasiTahunan) -> str:
    """Which form of the results: C.1.1 for everybody kualitatif; kuantitatif C.1.2 for JPT and heads of
    autonomous units, C.1.3 for all others (8.6 of the reference)."""
    if e.skp.pendekatan == PendekatanSKP.KUALITATIF:
        return "C.1.1"
    duduk = e.skp.penempatan
    tinggi = untuk_pimpinan(duduk.jabatan.jenis, kepala=duduk.kepala, mandiri=e.unit.mandiri)
    return "C.1.2" if tinggi else "C.1.3"


_TEMPAT = KueriTetap(
    lambda pegawai: Atasan.objects.filter(pegawai__salah_satu=pegawai, penempatan__isnull=False).values_list(
        "pegawai_id", "penempatan__jabatan__nama", "unit__nama"
    ),
    pegawai=list,
)
_INSTANSI = KueriTetap(
    lambda: UnitKerja.objects.filter(depth=1).order_by("path").values_list("nama", flat=True)[:1]
)


def _orang(e: EvaluasiTahunan) -> dict[object, bentuk.Orang]:
    """The three persons as the head block prints them: the employee in the post of his plan."""
    tempat = _TEMPAT(pegawai=[p for p in (e.penilai_id, e.atasan_penilai_id) if p])
    jabatan: dict[UUID, tuple[str, str]] = {pk: (jabatan, unit) for pk, jabatan, unit in tempat}
    jabatan[e.pegawai_id] = (e.skp.penempatan.jabatan.nama, e.unit.nama)
    semua = [p for p in (e.pegawai, e.penilai, e.atasan_penilai) if p is not None]
    return {
        p.pk: bentuk.Orang(
            p.nama_lengkap, p.nip or "", sebutan_pangkat(p.golongan), *jabatan.get(p.pk, ("", ""))
        )
        for p in semua
    }


def _instansi() -> str:
    return _INSTANSI.pertama() or ""


def _unit_label(label: LabelOrganisasi) -> str:
    nama = UnitKerja.objects.filter(capaian=label.capaian_id).values_list("nama", flat=True).first()
    return nama or ""


def _dasar(label: LabelOrganisasi) -> str:
    return str(label.sumber.label) if label.pengganti else ""


def _distribusi(e: EvaluasiTahunan, kini: Predikat) -> dict[str, int]:
    """The labels of the assessor's team of this year so far, this one included."""
    lain = EvaluasiTahunan.objects.filter(siklus_id=e.siklus_id, penilai_id=e.penilai_id)
    lain = lain.exclude(pk=e.pk).filter(predikat__isnull=False).order_by()
    jumlah = {str(p): n for p, n in lain.values_list("predikat").annotate(Count("pk"))}
    return jumlah | {str(int(kini)): jumlah.get(str(int(kini)), 0) + 1}


def _angka(rating: Any) -> int | None:
    return None if rating is None else int(rating)
