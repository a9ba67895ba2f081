"""What the tests of the admin share: one record of everything, and the addresses."""

from datetime import date, time, timedelta
from decimal import Decimal

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from akses.models import Akun, CatatanEkspor, CatatanLihat, JejakPenyamaran, PenugasanPeran
from inti.models import DokumenTerbit, HariLibur
from layanan.models import KebijakanSurvei, Layanan, Saran
from pegawai.models import AtasanKhusus, BerkasImpor, Jabatan, Penempatan, UnitKerja
from pelaksanaan.models import BuktiDukung, Laporan, UmpanBalik
from pelatihan.models import Pelatihan, PelatihanLuar, Peserta, SesiPelatihan
from pemberitahuan.models import Pesan
from penghargaan.models import (
    AngkaKredit,
    BukuPenghargaan,
    KebijakanBonus,
    KebijakanPenghargaan,
    KebijakanPerbaikan,
    PerhitunganBonus,
    RencanaPerbaikan,
    Sanksi,
    UsulanPenghargaan,
)
from penilaian.models import (
    CapaianOrganisasi,
    DistribusiPenilai,
    EvaluasiPeriodik,
    EvaluasiTahunan,
    Keberatan,
    KebijakanRekan,
    KuesionerRekan,
    RiwayatKinerjaPeriodik,
    RiwayatSKP,
    UndianRekan,
)
from penilaian.services.rekan_dasar import pastikan_kuesioner
from tests.penghargaan.bahan import objek_penghargaan
from tests.penghargaan.objek import objek_tindak_lanjut

RAHASIA_DRAF = "ALASAN-DRAF-RAHASIA"


def alamat(model, nama, *isi):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{nama}", args=isi)


def semua_model():
    return sorted(admin.site._registry, key=lambda m: m._meta.label)


def isi_semua(orang, pemberi, skp):
    """One record per model that hangs on `orang`, keyed by the model."""
    rhk = skp.rhk.first()
    indikator = rhk.indikator.first()
    laporan = Laporan.objects.create(
        skp=skp, indikator=indikator, tanggal=date(2026, 2, 3), realisasi=Decimal(3), uraian="Perekaman"
    )
    bukti = BuktiDukung.objects.create(
        laporan=laporan, berkas="bukti/x", nama_asli="foto.jpg", jenis_konten="image/jpeg", ukuran=10,
        sha256="a" * 64, diunggah_oleh=orang,
    )  # fmt: skip
    umpan = UmpanBalik.objects.create(skp=skp, laporan=laporan, pemberi=pemberi, isi="Pertahankan")
    evaluasi = EvaluasiPeriodik.objects.create(
        skp=skp, periode=skp.siklus.periode.get(nomor=4), pegawai=orang, unit=skp.unit, penilai_id=skp.penilai_id,
        status="diajukan", diajukan_pada=timezone.now(), rating_hasil=3, alasan_hasil=RAHASIA_DRAF,
        catatan_penilai=RAHASIA_DRAF,
    )  # fmt: skip
    khusus = AtasanKhusus.objects.create(
        pegawai=orang, penilai=pemberi, mulai=date(2020, 1, 1), selesai=date(2020, 2, 1), dasar="SK 1"
    )
    peran = PenugasanPeran.objects.create(
        pegawai=orang, peran="auditor", mulai=date(2010, 1, 1), selesai=date(2010, 2, 1)
    )
    samar = JejakPenyamaran.objects.create(
        oleh=pemberi, pegawai=orang, alasan="Uji", batas=timezone.now() + timedelta(hours=1)
    )
    lihat = CatatanLihat.objects.create(
        oleh=pemberi.akun, pegawai=orang, jenis="hasil", objek="1", jam=timezone.now(), pada=timezone.now(),
        alamat="/penilaian/",
    )  # fmt: skip
    pesan = Pesan.objects.create(penerima=orang, jenis="skp_disetujui", kunci=f"uji-{orang.pk}")
    return {
        type(o): o
        for o in (
            orang, skp, rhk, indikator, laporan, bukti, umpan, evaluasi, khusus, peran, samar, lihat, pesan,
            Penempatan.objects.get(pegawai=orang), Akun.objects.get(pegawai=orang),
            UnitKerja.objects.get(pk=skp.unit_id), *_layanan(skp.unit), *_pelatihan(orang), *_lampau(orang),
        )
    }  # fmt: skip


def _lampau(orang):
    """A year and a quarter from before Kinerja."""
    isi = {"pegawai": orang, "tahun": 2023, "rating_hasil": 2, "rating_perilaku": 1, "predikat": 2}
    penilai = {"penilai_nama": "Drs. Made Sudana", "penilai_golongan": "IV/a", "berkas": "skp-2023.xlsx"}
    triwulan = RiwayatKinerjaPeriodik(**isi, **penilai, jenis="triwulan", bulan_mulai=1, bulan_selesai=3)
    triwulan.save()
    return RiwayatSKP.objects.create(**isi, **penilai), triwulan


def _layanan(unit):
    """A service of the unit with a citizen's words."""
    layanan = Layanan.objects.create(
        unit=unit, kode="L01", nama="Akta kelahiran", batas_waktu=Decimal(1), satuan_waktu="hari"
    )
    return layanan, Saran.objects.create(layanan=layanan, hari=date(2026, 2, 3), isi="Antre lama.")


def _pelatihan(orang):
    """An entry of the catalogue, a session, his part in it, a certificate from elsewhere."""
    satu = Pelatihan.objects.create(nama="Lokakarya", jenis=4, jp=8, penyelenggara="BKPSDM")
    hari = date(2026, 3, 10)
    sesi = SesiPelatihan.objects.create(
        pelatihan=satu, mulai=hari, selesai=hari, jam_mulai=time(8), jam_selesai=time(16), tempat="Aula",
        kursi=5, buka_daftar=hari, tutup_daftar=hari, status="pendaftaran",
    )  # fmt: skip
    luar = PelatihanLuar.objects.create(
        pegawai=orang, nama="Kursus", jenis=11, penyelenggara="LAN", mulai=hari, selesai=hari, jp=4, nomor="1",
        berkas="x", nama_berkas="x", jenis_konten="x", sha256="c" * 64,
    )  # fmt: skip
    return satu, sesi, Peserta.objects.create(sesi=sesi, pegawai=orang, diusulkan_oleh=orang), luar


def _rekan(siklus):
    """Questions and policy about colleagues that no draw has used, and a draw that used others."""
    lama = KebijakanRekan.objects.create(berlaku=date(2022, 1, 1), dasar="Lama")
    pastikan_kuesioner(berlaku=date(2022, 1, 1))
    dipakai = KuesionerRekan.objects.get()
    undian = UndianRekan.objects.create(
        periode=siklus.periode.first(), kebijakan=lama, kuesioner=dipakai, benih="0" * 64,
        coret_sampai=date(2026, 3, 18), jawab_dari=date(2026, 3, 19),
    )  # fmt: skip
    baru = KuesionerRekan.objects.create(
        versi=2, judul="Baru", skala=["Selalu", "Sering", "Jarang"], berlaku=date(2027, 1, 1)
    )
    return undian, baru, KebijakanRekan.objects.create(berlaku=date(2027, 1, 1), dasar="Baru")


def isi_acuan(siklus):
    """Reference data and what belongs to nobody."""
    libur = HariLibur.objects.create(tanggal=date(2026, 1, 1), nama="Tahun Baru", jenis="libur_nasional")
    kebijakan = KebijakanSurvei.objects.create(mulai=date(2026, 1, 1))
    acuan = (libur, siklus, siklus.periode.first(), Jabatan.objects.first(), kebijakan, *_rekan(siklus))
    return {type(o): o for o in acuan} | {
        BerkasImpor: BerkasImpor.objects.create(nama_asli="a.csv", ukuran=1, sha256="b" * 64, laporan={}),
        CatatanEkspor: CatatanEkspor.objects.create(
            akun=Akun.objects.first(), daftar="pegawai.pegawai", berkas="pegawai.csv"
        ),
    }


def isi_lanjut(pemeran, siklus, evaluasi):
    """What follows on Ratna's results: label, reason, objection, award, bonus, plan, case, angka kredit."""
    ada = objek_penghargaan(pemeran, siklus)
    setahun = EvaluasiTahunan.objects.get(pegawai=evaluasi.pegawai)
    ada |= objek_tindak_lanjut(pemeran, evaluasi, setahun)
    siapa = {"pegawai": evaluasi.pegawai, "unit": evaluasi.unit, "penilai": evaluasi.penilai}
    label = CapaianOrganisasi.objects.create(
        siklus=siklus, periode=evaluasi.periode, unit=evaluasi.unit, kepala=pemeran.kabid,
        penetap=pemeran.kadis,
    )  # fmt: skip
    alasan = DistribusiPenilai.objects.create(
        siklus=siklus,
        periode=evaluasi.periode,
        penilai=pemeran.kabid,
        unit=evaluasi.unit,
        alasan="Kecil.",
        capaian=2,
        hitungan={"2": 1},
        peringatan=["baik"],
    )
    keberatan = Keberatan.objects.create(
        **siapa, periodik=evaluasi, pemutus=pemeran.kadis, alasan="a", batas_putus=date(2026, 12, 31),
        rating_hasil_lama=2, rating_perilaku_lama=2, predikat_lama=2,
    )  # fmt: skip
    kebijakan = KebijakanPerbaikan.objects.create(berlaku_sejak=date(2026, 1, 1), sumber="Perbup 8/2026")
    semua = (
        label, alasan, keberatan, setahun,
        KebijakanPenghargaan.objects.get(), UsulanPenghargaan.objects.get(pk=ada["usulan"]),
        BukuPenghargaan.objects.filter(pegawai=evaluasi.pegawai).first(), KebijakanBonus.objects.get(),
        PerhitunganBonus.objects.get(pk=ada["perhitungan"]), kebijakan,
        RencanaPerbaikan.objects.get(pk=ada["rencana"]), Sanksi.objects.get(pk=ada["sanksi"]),
        AngkaKredit.objects.get(pk=ada["kredit"]), DokumenTerbit.objects.first(),
    )  # fmt: skip
    return {type(o): o for o in semua}
