"""What the evaluation documents say beside the snapshot: signatures, objection, and the state they show."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from inti.kalender import ke_zona
from inti.tanggal import tulis_tanggal, tulis_waktu
from penilaian.aturan.formulir import (
    PREDIKAT,
    RATING,
    TRIWULAN,
    Bagian,
    Tanda,
    isi_dokumen,
    periode_bulan,
    tempat,
)
from penilaian.aturan.rekaman_tahunan import ATASAN, Orang, Rekaman
from penilaian.enums import JalurDokumen, StatusEvaluasi, StatusKeberatan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan, Keberatan
from sasaran.enums import JenisPeriode

ELEKTRONIK = "Ditandatangani secara elektronik melalui Kinerja"
ALASAN_MAKS = 280
Evaluasi = EvaluasiPeriodik | EvaluasiTahunan


@dataclass(frozen=True)
class SebutanEvaluasi:
    """How an evaluation is called: on the form's head line, on the public page, and the day it was signed."""

    periode: str
    ringkas: str
    tanggal: str


@dataclass(frozen=True)
class Tanggapan:
    """What the employee did with the result: "terima", "tolak" or "" (nothing yet), when and why."""

    aksi: str
    pada: datetime | None
    alasan: str = ""


def sebutan(evaluasi: Evaluasi) -> SebutanEvaluasi:
    """The names of period and day of this evaluation."""
    if isinstance(evaluasi, EvaluasiTahunan):
        tahun = evaluasi.siklus.tahun
        pada = evaluasi.ditandatangani_pada
        return SebutanEvaluasi(f"AKHIR TAHUN {tahun}", f"Tahun {tahun}", _hari(pada, evaluasi))
    p = evaluasi.periode
    kata = TRIWULAN[p.nomor - 1] if p.jenis == JenisPeriode.TRIWULAN else periode_bulan(p.nomor)
    return SebutanEvaluasi(kata, p.sebutan_baku, _hari(evaluasi.disampaikan_pada, evaluasi))


def keadaan_c(evaluasi: Evaluasi) -> dict[str, Any]:
    """What would make a new results form necessary: nothing but another signature."""
    pada = (
        evaluasi.ditandatangani_pada if isinstance(evaluasi, EvaluasiTahunan) else evaluasi.disampaikan_pada
    )
    return {"ditandatangani": pada.isoformat()}


def keadaan_d(evaluasi: Evaluasi) -> dict[str, Any]:
    """What would make a new document necessary: a signature, an answer, a decision."""
    jawab = tanggapan(evaluasi)
    keberatan = keberatan_diputus(evaluasi)
    return {
        **keadaan_c(evaluasi),
        "tanggapan": jawab.aksi,
        "keberatan": keberatan.diputus_pada.isoformat() if keberatan else "",
    }


def tanggapan(evaluasi: Evaluasi) -> Tanggapan:
    """What the employee did with the result, from the history of the evaluation."""
    if isinstance(evaluasi, EvaluasiPeriodik):
        diterima = evaluasi.status == StatusEvaluasi.DITERIMA
        return Tanggapan("terima", evaluasi.diterima_pada) if diterima else Tanggapan("", None)
    baris = evaluasi.riwayat.filter(aksi__in=["terima", "tolak"]).order_by("-id").first()
    return Tanggapan(baris.aksi, baris.pada, evaluasi.tanggapan) if baris else Tanggapan("", None)


def keberatan_diputus(evaluasi: Evaluasi) -> Keberatan | None:
    """The decided objection to this evaluation, if there is one."""
    baris = evaluasi.keberatan.diputus().select_related("pemutus", "diputus_oleh")
    return baris.first()


def isi_d(
    evaluasi: Evaluasi, rekaman: Rekaman, tentang: SebutanEvaluasi, keberatan: Keberatan | None
) -> dict[str, Any]:
    """Form D.1.3 after a decision, D.1.2 when the superior signed for a late assessor, else D.1.1."""
    formulir = _formulir_d(evaluasi, keberatan)
    return isi_dokumen(
        rekaman,
        formulir=formulir,
        periode=tentang.periode,
        bagian=[Bagian(5, "CATATAN/REKOMENDASI", rekaman.catatan), *_bagian_keberatan(keberatan)],
        tanda=_tanda(evaluasi, rekaman, formulir, keberatan),
        keterangan=_keterangan(evaluasi, rekaman),
        predikat=evaluasi.predikat,
    )


def tanda_penilai(evaluasi: Evaluasi, rekaman: Rekaman, peran: str = "") -> Tanda:
    """The signature of whoever rated: the assessor, or his superior when he was late."""
    atasan = rekaman.penanda_tangan == ATASAN
    orang = (rekaman.atasan_penilai if atasan else None) or rekaman.penilai
    pada = (
        evaluasi.ditandatangani_pada if isinstance(evaluasi, EvaluasiTahunan) else evaluasi.disampaikan_pada
    )
    bawaan = "Atasan Pejabat Penilai Kinerja" if atasan else "Pejabat Penilai Kinerja"
    return _tertanda(peran or bawaan, orang, pada, evaluasi, rekaman)


def _formulir_d(evaluasi: Evaluasi, keberatan: Keberatan | None) -> str:
    if keberatan is not None:
        return "D.1.3"
    terlambat = isinstance(evaluasi, EvaluasiTahunan) and evaluasi.jalur == JalurDokumen.TERLAMBAT
    return "D.1.2" if terlambat else "D.1.1"


def _bagian_keberatan(keberatan: Keberatan | None) -> list[Bagian]:
    if keberatan is None:
        return []
    return [
        Bagian(6, "KEBERATAN", keberatan.alasan),
        Bagian(7, "PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN", keberatan.penjelasan),
        Bagian(8, "KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA", _putusan(keberatan)),
    ]


def _putusan(k: Keberatan) -> str:
    if k.status == StatusKeberatan.DIUBAH:
        awal = (
            f"Mengubah hasil evaluasi: rating hasil kerja {RATING[k.rating_hasil_lama]} menjadi "
            f"{RATING[k.rating_hasil_baru]}, rating perilaku kerja {RATING[k.rating_perilaku_lama]} menjadi "
            f"{RATING[k.rating_perilaku_baru]}, predikat {PREDIKAT[k.predikat_lama]} menjadi "
            f"{PREDIKAT[k.predikat_baru]}."
        )
    else:
        awal = f"Menguatkan hasil evaluasi: predikat tetap {PREDIKAT[k.predikat_lama]}."
    bagian = [awal, f"Pertimbangan: {k.pertimbangan}"]
    bagian += [f"Rekomendasi: {k.rekomendasi}"] if k.rekomendasi else []
    return "\n".join(bagian)


def _tanda(evaluasi: Evaluasi, rekaman: Rekaman, formulir: str, keberatan: Keberatan | None) -> list[Tanda]:
    """In the order of reading: the employee left, whoever rated right, the superior below."""
    if keberatan is None:
        kata = "Atasan Pejabat Penilai Kinerja" if formulir == "D.1.2" else "Pejabat Penilai Kinerja"
        return [
            _tanda_pegawai("7. Pegawai yang Dinilai", evaluasi, rekaman),
            tanda_penilai(evaluasi, rekaman, f"6. {kata}"),
        ]
    atasan = rekaman.atasan_penilai or Orang(keberatan.pemutus.nama_lengkap, "", "", "", "")
    return [
        _tanda_pegawai("10. Pegawai yang Dinilai", evaluasi, rekaman),
        tanda_penilai(evaluasi, rekaman, "9. Pejabat Penilai Kinerja"),
        _tertanda("11. Atasan Pejabat Penilai Kinerja", atasan, keberatan.diputus_pada, evaluasi, rekaman),
    ]


def _tanda_pegawai(peran: str, evaluasi: Evaluasi, rekaman: Rekaman) -> Tanda:
    jawab = tanggapan(evaluasi)
    p = rekaman.pegawai
    if jawab.aksi == "terima":
        return _tertanda(peran, p, jawab.pada, evaluasi, rekaman)
    if jawab.aksi == "tolak":
        alasan = jawab.alasan if len(jawab.alasan) <= ALASAN_MAKS else f"{jawab.alasan[:ALASAN_MAKS]} …"
        kata = (
            f"Tidak bersedia menandatangani, {tulis_waktu(jawab.pada, evaluasi.unit.zona)}. Alasan: {alasan}"
        )
        return Tanda(peran, p.nama, p.nip, _tempat_tanggal(jawab.pada, evaluasi, rekaman), kata, sah=False)
    return Tanda(peran, p.nama, p.nip, "", "Belum ditandatangani saat dokumen ini diterbitkan", sah=False)


def _tertanda(peran: str, orang: Orang, pada: Any, evaluasi: Evaluasi, rekaman: Rekaman) -> Tanda:
    waktu = tulis_waktu(pada, evaluasi.unit.zona)
    return Tanda(
        peran, orang.nama, orang.nip, _tempat_tanggal(pada, evaluasi, rekaman), f"{ELEKTRONIK}\n{waktu}"
    )


def _tempat_tanggal(pada: Any, evaluasi: Evaluasi, rekaman: Rekaman) -> str:
    return f"{tempat(rekaman.instansi)}, {_hari(pada, evaluasi)}"


def _hari(pada: datetime, evaluasi: Evaluasi) -> str:
    return tulis_tanggal(pada.astimezone(ke_zona(evaluasi.unit.zona).tz).date())


def _keterangan(evaluasi: Evaluasi, rekaman: Rekaman) -> str:
    bagian = []
    if evaluasi.disampaikan_pada is not None:
        bagian.append(f"Disampaikan {tulis_waktu(evaluasi.disampaikan_pada, evaluasi.unit.zona)}.")
    if rekaman.alasan_final:
        bagian.append(rekaman.alasan_final)
    return " ".join(bagian)
