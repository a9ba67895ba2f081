"""Snapshots of yearly evaluations for tests of documents, and reading a document's text."""

import io
from dataclasses import replace

from django.utils import timezone
from pypdf import PdfReader

from inti.services.dokumen import terbitkan
from penilaian.aturan.rekaman_tahunan import (
    PENILAI,
    Capaian,
    Hasil,
    Indikator,
    Orang,
    Perilaku,
    Rekaman,
    Skp,
    Umpan,
)
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan, PaketDokumen
from sasaran.aturan.berakhlak import BERAKHLAK
from tests.pemeran import buat_tahun

RATNA = Orang(
    "Ratna Wulandari, S.Sos.", "198503122010012004", "Penata, III/c", "Analis Ahli Muda", "Bidang Capil"
)
BUDI = Orang("Budi Santoso", "198503122010012003", "Pembina, IV/a", "Kepala Bidang", "Bidang Capil")
YOHANES = Orang(
    "Yohanes Lasut", "198503122010012002", "Pembina Utama Muda, IV/c", "Kepala Dinas", "Disdukcapil"
)
AKTA = Indikator(
    "Waktu penyelesaian akta kelahiran", "waktu", "1", None, "0.9", "turun", "hari", laporan=3, bukti=2
)
DESA = Indikator("Desa terlayani", "kuantitas", "44", "48", "41", "naik", "desa")


def teks_pdf(isi: bytes) -> str:
    """The text of all pages, blanks made one."""
    halaman = PdfReader(io.BytesIO(isi)).pages
    return " ".join(" ".join(h.extract_text() for h in halaman).replace("\u200b", "").split())


def rekaman(**isi) -> Rekaman:
    """Ratna's year: one main result with two indicators, one additional, feedback on both sides."""
    umpan = Umpan("Pimpinan (Budi Santoso)", "positif", "Sudah cukup baik.", "2026-05-01")
    bawaan = Rekaman(
        tahun=2026, mulai="2026-01-01", selesai="2026-12-31", instansi="Pemerintah Kabupaten Asri Mulya",
        pendekatan="kuantitatif", formulir="C.1.3", pegawai=RATNA, penilai=BUDI, atasan_penilai=YOHANES,
        penanda_tangan=PENILAI, ditandatangani_pada="2027-01-11T03:00:00+00:00",
        capaian=Capaian(2, "Bidang Pencatatan Sipil"),
        skp=(Skp("s1", "Analis", "Bidang Capil", "Budi Santoso", "2026-01-01", "2026-12-31"),),
        hasil=(
            Hasil("h1", "s1", "Akta kelahiran terbit tepat waktu", "utama", "Layanan kependudukan tepat waktu",
                  "", 2, "indikator", "", (AKTA, DESA), (umpan,)),
            Hasil("h2", "s1", "Perekaman KTP-el menjangkau desa terpencil", "tambahan", "", "Kepala Dinas", 2,
                  "indikator", "", (DESA,)),
        ),
        perilaku=tuple(
            Perilaku(n.kode, 2, "Melayani sepenuh hati" if n.kode == "akuntabel" else "",
                     (umpan,) if n.kode == "loyal" else ()) for n in BERAKHLAK
        ),
        periode=(), saran_hasil=2, saran_dari="panduan", saran_perilaku=2, rating_hasil=2, rating_perilaku=1,
        predikat=2, alasan_hasil="", alasan_perilaku="", catatan="Ikut pelatihan analisis data.", final=False,
    )  # fmt: skip
    return replace(bawaan, **isi)


def buat_tahunan(skp, *, isi: Rekaman | None = None, **lain) -> EvaluasiTahunan:
    """A delivered yearly evaluation of the owner of this plan, signed by her assessor."""
    isi = isi or rekaman()
    kini = timezone.now()
    bawaan = {
        "status": "disampaikan", "rating_hasil": isi.rating_hasil, "rating_perilaku": isi.rating_perilaku,
        "predikat": isi.predikat, "capaian_organisasi": isi.capaian.nilai, "rekaman": isi.ke_data(),
        "siklus": skp.siklus, "ditandatangani_pada": kini, "ditandatangani_oleh": skp.penilai, "disampaikan_pada": kini,
    }  # fmt: skip
    return EvaluasiTahunan.objects.create(
        skp=skp, pegawai=skp.pegawai, unit=skp.unit, penilai=skp.penilai,
        atasan_penilai=skp.atasan_penilai, **(bawaan | lain),
    )  # fmt: skip


def objek_dokumen(skp, peminta) -> dict[str, object]:
    """Documents of the owner of this plan, for the sheet of addresses."""
    kini = timezone.now()
    piagam = terbitkan(
        jenis="uji", kunci="uji", templat="inti/sertifikat", pemegang="Ratna", judul="Piagam", ringkas=[],
        data={}, oleh=None,
    )  # fmt: skip
    dinilai = EvaluasiPeriodik.objects.create(
        skp=skp, periode=skp.siklus.periode.get(nomor=3), pegawai=skp.pegawai, unit=skp.unit,
        penilai=skp.penilai, atasan_penilai=skp.atasan_penilai, status="disampaikan", rating_hasil=2,
        rating_perilaku=2, predikat=2, disampaikan_pada=kini,
    )  # fmt: skip
    tahunan = buat_tahunan(skp, siklus=buat_tahun(2024))
    paket = PaketDokumen.objects.create(unit=skp.unit, siklus=skp.siklus, diminta_oleh=peminta)
    return {
        "kode_dokumen": piagam.kode, "paket": paket.pk,
        "periodik dokumen": [dinilai.pk, "dokumen"], "periodik hasil": [dinilai.pk, "hasil"],
        "tahunan dokumen": [tahunan.pk, "dokumen"], "tahunan hasil": [tahunan.pk, "hasil"],
    }  # fmt: skip
