"""The evaluation documents C.1.x and D.1.x: who may have them, what they say, issuing them once.

They are issued on their first reading, which is all a reading writes, and again when something was added
to them since: the employee's signature, or the decision on an objection. People, organisation and ratings
stay those of the first version.
"""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import translation

from akses.enums import Izin
from akses.kueri import KueriPelaku
from akses.pelaku import Pelaku
from akses.services import boleh, terlihat_oleh
from inti.models import DokumenTerbit
from inti.services.dokumen import gantikan, terbaru, terbitkan
from pegawai.models import Pegawai
from penilaian.aturan.formulir import isi_evaluasi
from penilaian.aturan.rekaman_tahunan import Rekaman, baca
from penilaian.enums import StatusTahunan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from penilaian.services.baca import DINILAI, terlihat
from penilaian.services.formulir import rekaman_periodik
from penilaian.services.naskah import (
    SebutanEvaluasi,
    isi_d,
    keadaan_c,
    keadaan_d,
    keberatan_diputus,
    sebutan,
    tanda_penilai,
)
from penilaian.services.tahunan_rekaman import rekaman as rekaman_tahunan

HASIL, DOKUMEN = "hasil", "dokumen"
JENIS = (HASIL, DOKUMEN)
TERKAIT_TAHUNAN = ("siklus", "pegawai", "penilai", "atasan_penilai", "ditandatangani_oleh", "unit")

Evaluasi = EvaluasiPeriodik | EvaluasiTahunan


def periodik_terlihat(pelaku: Pelaku) -> QuerySet[EvaluasiPeriodik]:
    """The delivered periodic evaluations this person may read."""
    return terlihat(pelaku).filter(status__in=DINILAI)


def tahunan_terlihat(pelaku: Pelaku) -> QuerySet[EvaluasiTahunan]:
    """The yearly evaluations whose documents this person may read: delivered; before that, those he rates
    or decides on and that are signed."""
    semua = terlihat_oleh(
        EvaluasiTahunan.objects.select_related(*TERKAIT_TAHUNAN), pelaku, Izin.TAHUNAN_LIHAT
    )
    sampai = semua.sudah_sampai()
    ditandatangani = semua.filter(status=StatusTahunan.DITANDATANGANI)
    penilai = ditandatangani.filter(penilai=pelaku.pegawai_id)
    atasan = ditandatangani.filter(atasan_penilai=pelaku.pegawai_id)
    return sampai | penilai | atasan


_TERLIHAT = {
    EvaluasiPeriodik: KueriPelaku(
        lambda pelaku, pk: periodik_terlihat(pelaku).filter(pk=pk).order_by().values_list("pk"),
        Izin.EVALUASI_LIHAT,
        pk=UUID,
    ),
    EvaluasiTahunan: KueriPelaku(
        lambda pelaku, pk: tahunan_terlihat(pelaku).filter(pk=pk).order_by().values_list("pk"),
        Izin.TAHUNAN_LIHAT,
        pk=UUID,
    ),
}


def boleh_baca(evaluasi: Evaluasi, pelaku: Pelaku) -> bool:
    """Whether this evaluation is among those whose documents this person may read."""
    return bool(_TERLIHAT[type(evaluasi)](pelaku, pk=evaluasi.pk))


def jenis_terbuka(evaluasi: Evaluasi, pelaku: Pelaku) -> tuple[str, ...]:
    """Which documents of an evaluation he sees he may have.

    The results form carries what others wrote about the person. It is for those who may read that, and goes
    to the office with the package once the yearly document was reported (V.A.2, l.4756-4763).
    """
    dilaporkan = isinstance(evaluasi, EvaluasiTahunan) and evaluasi.dilaporkan_pada is not None
    if dilaporkan or boleh(pelaku, Izin.UMPAN_BALIK_LIHAT, evaluasi):
        return JENIS
    return (DOKUMEN,)


def dokumen_evaluasi(*, evaluasi: Evaluasi, jenis: str, oleh: Pegawai | None) -> DokumenTerbit:
    """The document of this kind (“hasil” is C.1.x, “dokumen” is D.1.x), issued when it was not yet.

    The evaluation is signed; the caller has asked whether the reader may have it. Raises ValueError for
    another kind.
    """
    if jenis not in JENIS:
        raise ValueError(f"{jenis!r} is no kind of document")
    lama = terbaru(jenis=f"penilaian.{jenis}", kunci=str(evaluasi.pk))
    keadaan = keadaan_c(evaluasi) if jenis == HASIL else keadaan_d(evaluasi)
    if lama is not None and (lama.data.get("keadaan") == keadaan or lama.keadaan == "dicabut"):
        return lama
    with translation.override("id"):
        data = _isi(evaluasi, jenis, keadaan, lama)
    if lama is not None:
        return gantikan(dokumen=lama, data=data, oleh=oleh, judul=_judul(data))
    return _terbitkan(evaluasi, jenis, data, oleh)


def nama_berkas(dokumen: DokumenTerbit) -> str:
    """A name under which the file can be kept: form, year and period, name, NIP."""
    data = dokumen.data
    nip = data["pegawai"]["nip"]
    bagian = [
        data["formulir"],
        data["sebutan"],
        data["pegawai"]["nama"],
        nip if nip.isdigit() else "",
    ]
    bersih = "".join(h for h in " ".join(b for b in bagian if b) if h.isalnum() or h in " .,-_()")
    return f"{bersih[:140].strip(' .')}.pdf"


def _isi(
    evaluasi: Evaluasi, jenis: str, keadaan: dict[str, Any], lama: DokumenTerbit | None
) -> dict[str, Any]:
    rekaman = _rekaman(evaluasi, lama)
    tentang = sebutan(evaluasi)
    if jenis == HASIL:
        isi = isi_evaluasi(rekaman, periode=tentang.periode, tanda=[tanda_penilai(evaluasi, rekaman)])
    else:
        isi = isi_d(evaluasi, rekaman, tentang, keberatan_diputus(evaluasi))
    beku = {"rekaman": rekaman.ke_data()} if isinstance(evaluasi, EvaluasiPeriodik) else {}
    return {**isi, "sebutan": tentang.ringkas, "keadaan": keadaan, **beku}


def _rekaman(evaluasi: Evaluasi, lama: DokumenTerbit | None) -> Rekaman:
    """The frozen snapshot; a periodic one is frozen with people and label by the first of its documents."""
    if isinstance(evaluasi, EvaluasiTahunan):
        return rekaman_tahunan(evaluasi)
    for jenis in JENIS:
        lama = lama or terbaru(jenis=f"penilaian.{jenis}", kunci=str(evaluasi.pk))
    return baca(lama.data["rekaman"]) if lama is not None else rekaman_periodik(evaluasi)


def _terbitkan(evaluasi: Evaluasi, jenis: str, data: dict[str, Any], oleh: Pegawai | None) -> DokumenTerbit:
    tentang: SebutanEvaluasi = sebutan(evaluasi)
    return terbitkan(
        jenis=f"penilaian.{jenis}",
        kunci=str(evaluasi.pk),
        templat=_templat(data),
        pemegang=data["pegawai"]["nama"],
        judul=_judul(data),
        ringkas=[
            ("Instansi", data["instansi"]),
            ("Periode", tentang.ringkas),
            ("Tanggal dokumen", tentang.tanggal),
        ],
        data=data,
        oleh=oleh,
    )


def _templat(data: dict[str, Any]) -> str:
    formulir = data["formulir"]
    return f"penilaian/{formulir.lower().replace('.', '')}" if formulir.startswith("C") else "penilaian/d1"


def _judul(data: dict[str, Any]) -> str:
    return f"{data['judul']} ({data['formulir']})"


def terbuka_untuk(pelaku: Pelaku, kunci: list[UUID], *, tahunan: bool) -> set[UUID]:
    """Of these evaluations those whose results form this person may have: one query."""
    model = EvaluasiTahunan if tahunan else EvaluasiPeriodik
    semua = model.objects.filter(pk__in=kunci)
    dibaca = terlihat_oleh(semua, pelaku, Izin.UMPAN_BALIK_LIHAT)
    hasil = set(dibaca.values_list("pk", flat=True))
    if tahunan:
        hasil |= set(semua.filter(dilaporkan_pada__isnull=False).values_list("pk", flat=True))
    return hasil
