"""Ratna's things of follow-up for the sheet of addresses."""

from datetime import date, timedelta
from decimal import Decimal

from django.core.files.base import ContentFile
from django.utils import timezone

from penghargaan.models import AngkaKredit, DokumenSanksi, RencanaPerbaikan, Sanksi
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan


def objek_tindak_lanjut(pemeran, evaluasi: EvaluasiPeriodik, setahun: EvaluasiTahunan) -> dict:
    """A sent plan, a case with a summons, a file, a row of angka kredit, by the words of the sheet."""
    siapa = {
        "pegawai": evaluasi.pegawai, "unit": evaluasi.unit, "penilai": evaluasi.penilai,
        "atasan_penilai": evaluasi.atasan_penilai,
    }  # fmt: skip
    rencana = RencanaPerbaikan.objects.create(
        **siapa, evaluasi=evaluasi, predikat=3, bulan=6, status="diusulkan", batas_susun=date(2026, 4, 1)
    )
    besok = timezone.localdate() + timedelta(days=1)
    sanksi = Sanksi.objects.create(
        **siapa, dasar="disiplin", status="dipanggil", jenis="d2", alasan="Tidak masuk.",
        hari_tidak_masuk=5, hari_berturut=2, disusun_oleh=pemeran.kabid,
        diperiksa_oleh=pemeran.pengelola_instansi,
    )  # fmt: skip
    sanksi.panggilan.create(
        ke=1, nomor="800/1", tanggal=besok, waktu=timezone.now() + timedelta(days=20), tempat="BKPSDM"
    )
    kini = timezone.now()
    sepakat = RencanaPerbaikan.objects.create(
        **siapa, tahunan=setahun, predikat=3, bulan=6, status="tercapai", batas_susun=date(2026, 4, 1),
        sebab="a", dukungan="b", mulai=timezone.localdate(), selesai=besok, disepakati_pada=kini, bukti="c",
        simpulan_hari=timezone.localdate(), disimpulkan_pada=kini, disimpulkan_oleh=evaluasi.penilai,
    )  # fmt: skip
    konversi = AngkaKredit.objects.create(
        pegawai=pemeran.ratna, jenis="konversi", jenjang="MU", nilai=Decimal("25"), tahunan=setahun,
        predikat=2, bulan=12, persentase=100, koefisien=Decimal("25"), mulai=date(2023, 1, 1),
        selesai=date(2023, 12, 31),
    )  # fmt: skip
    dokumen = DokumenSanksi.objects.create(
        sanksi=sanksi, jenis="panggilan", berkas=ContentFile(b"%PDF-1.7 isi", name="a"), nama_asli="a.pdf",
        jenis_konten="application/pdf", ukuran=12, sha256="1" * 64, diunggah_oleh=pemeran.kabid,
    )  # fmt: skip
    kredit = AngkaKredit.objects.create(
        pegawai=pemeran.ratna, jenis="integrasi", jenjang="MU", nilai=Decimal("40.50"),
        selesai=date(2022, 12, 31), keterangan="PAK",
    )  # fmt: skip
    return {
        "rencana": rencana.pk, "sanksi": sanksi.pk, "dokumen_sanksi": dokumen.pk, "kredit": kredit.pk,
        "orang": pemeran.ratna.pk, "rencana_sepakat": sepakat.pk, "konversi": konversi.pk,
        "naskah_sanksi": [sanksi.pk, "panggilan-1"],
        "tindakan": rencana.tindakan.create(pihak="atasan", uraian="Mendampingi", tenggat=besok).pk,
        "tinjauan": rencana.tinjauan.create(tanggal=besok).pk,
    }  # fmt: skip
