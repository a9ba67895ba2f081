"""Twelve people of one division, and what each of them does in the course of a year."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from akses.models import Akun
from pegawai.enums import JenisKelamin, JenisPegawai
from pegawai.models import Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from pelaksanaan.models import Laporan
from pelaksanaan.services.laporan import simpan_laporan
from pelaksanaan.services.umpan_balik import beri_umpan_balik
from penilaian.aturan.predikat import Rating
from penilaian.aturan.sebaran_rekan import Isi
from penilaian.enums import JenisDasarCapaian, PilihanCapaian
from penilaian.models import CapaianOrganisasi, EvaluasiPeriodik, KuesionerRekan, TugasRekan
from penilaian.services import capaian_tetapkan, diri, jawaban_rekan, nilai
from penilaian.services.baca import Sudut
from penilaian.services.lembar import IsianPenilai, Keputusan, susun_lembar
from sasaran.models import SKP, IndikatorKinerjaIndividu
from sasaran.services import skp as layanan_skp
from tests.pemeran import isi_skp

NAMA = (
    "Andi Mappanyukki", "Bau Massepe", "Citra Dewi", "Damar Wulan", "Erna Safitri", "Fajar Nugraha",
    "Gita Permata", "Hasan Basri", "Indah Lestari",
)  # fmt: skip
PER_TRIWULAN = Decimal(12)  # villages reached in a quarter: 48 in the year, the upper end of the target


def lengkapi_bidang(pemeran) -> list[Pegawai]:
    """Nine more people beside Ratna and Sari: with their head the division has twelve. The members."""
    tempat = pemeran.sari.penempatan.get()
    for ke, nama in enumerate(NAMA):
        orang = Pegawai.objects.create(
            nip=f"19900101201503{1 + ke % 2}{ke + 1:03}",
            nama=nama,
            jenis=JenisPegawai.PNS,
            jenis_kelamin=JenisKelamin.PEREMPUAN if ke % 2 else JenisKelamin.LAKI_LAKI,
            tanggal_lahir=date(1990, 1, 1),
            email=f"setahun{ke}@contoh.go.id",
            golongan="III/b",
        )
        Penempatan.objects.create(
            pegawai=orang, unit=tempat.unit, jabatan=tempat.jabatan, mulai=date(2021, 1, 1)
        )
        Akun.objects.create(
            username=orang.nip, email=orang.email, pegawai=orang, password="!", wajib_ganti_sandi=False
        )
    segarkan()
    return list(Pegawai.objects.filter(atasan__penilai=pemeran.kabid).order_by("nama"))


def susun_dan_setujui(orang: Pegawai, siklus, penilai: Pegawai) -> SKP:
    """A plan of two results, submitted and approved."""
    skp = layanan_skp.buat_skp(pegawai=orang, siklus=siklus, oleh=orang)
    isi_skp(skp)
    layanan_skp.ajukan(skp=skp, oleh=orang)
    return layanan_skp.setujui(skp=skp, oleh=penilai)


def laporkan(skp: SKP, hari: date, penilai: Pegawai) -> None:
    """One report for every indicator, and a word of the assessor on the last."""
    angka = {"Waktu penyelesaian akta kelahiran": Decimal("0.9"), "Desa terlayani": PER_TRIWULAN}
    for indikator in IndikatorKinerjaIndividu.objects.filter(rhk__skp=skp).order_by("urutan"):
        laporan: Laporan = simpan_laporan(
            indikator=indikator, tanggal=hari, realisasi=angka.get(indikator.uraian, Decimal(86)),
            uraian=f"Sampai {hari:%d-%m-%Y}", kunci=uuid4(), oleh=skp.pegawai,
        )  # fmt: skip
    beri_umpan_balik(
        skp=skp, isi="Desa terjauh pun terlayani.", sifat="positif", oleh=penilai, laporan=laporan
    )


def jawab_semua_rekan(periode, *, kecuali: set) -> int:
    """Everybody who was asked answers, except about these people; returns how many answers."""
    kuesioner = KuesionerRekan.objects.latest("versi")
    isi = Isi({str(b.kode): 3 for b in kuesioner.butir.all()}, "Enak diajak bekerja.")
    semua = TugasRekan.objects.filter(periode=periode, status="menunggu").exclude(dinilai__in=kecuali)
    tugas = list(semua.select_related("rekan"))
    for satu in tugas:
        jawaban_rekan.kirim_jawaban(tugas=satu, oleh=satu.rekan, isi=isi)
    return len(tugas)


def tetapkan_capaian(pemeran, **masa) -> None:
    """The labels of the division, set by the head of the service, and of the service, set by the regent."""
    dasar = capaian_tetapkan.IsianCapaian(
        PilihanCapaian.BAIK, JenisDasarCapaian.RENCANA_AKSI, "Rencana aksi tercapai.", "LKjIP 2026"
    )
    for pemimpin, penetap in ((pemeran.kabid, pemeran.kadis), (pemeran.kadis, pemeran.bupati)):
        capaian = CapaianOrganisasi.objects.get(kepala=pemimpin, **masa)
        capaian_tetapkan.tetapkan(capaian=capaian, oleh=penetap, isian=dasar)


def nilai_diri(evaluasi: EvaluasiPeriodik) -> None:
    """The self-assessment as the reports prefill it, submitted."""
    diri.ajukan_penilaian_diri(evaluasi=evaluasi, oleh=evaluasi.pegawai)


def nilai_dan_sampaikan(evaluasi: EvaluasiPeriodik, hasil: Rating, perilaku: Rating) -> None:
    """Every result and value rated alike, with reasons, and delivered."""
    lembar = susun_lembar(evaluasi, Sudut.PENILAI)
    alasan = "Dibicarakan bersama pada akhir triwulan."
    isian = IsianPenilai(
        hasil={b.id: (hasil, alasan) for b in lembar.hasil},
        perilaku={b.nilai.kode: (perilaku, alasan) for b in lembar.perilaku},
        keputusan=Keputusan(hasil, perilaku, alasan, alasan, "Teruskan yang baik."),
    )
    nilai.simpan_draf_penilaian(evaluasi=evaluasi, oleh=evaluasi.penilai, isian=isian, kunci=uuid4())
    nilai.sampaikan(evaluasi=EvaluasiPeriodik.objects.get(pk=evaluasi.pk), oleh=evaluasi.penilai)
