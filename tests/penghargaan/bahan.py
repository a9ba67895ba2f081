"""Yearly evaluations with a result, candidates and runs of the cast, put straight into the database."""

from datetime import date

from django.utils import timezone

from pegawai.models import Jabatan, Pegawai, UnitKerja
from penghargaan.models import (
    BagianPredikat,
    DasarKelas,
    KandidatPenghargaan,
    KebijakanBonus,
    KebijakanPenghargaan,
    PerhitunganBonus,
    UsulanPenghargaan,
)
from penghargaan.services.bonus import susun
from penghargaan.services.bonus_hitung import hitung_bonus
from penghargaan.services.penghargaan_kandidat import hitung_kandidat
from penghargaan.services.penghargaan_usulan import periksa as periksa_usulan
from penghargaan.services.penghargaan_usulan import putuskan, serahkan, usulkan
from penilaian.models import EvaluasiPeriodik, EvaluasiTahunan
from sasaran.models import SKP, Periode, Siklus
from tests.pemeran import buat_tahun

PREDIKAT = {1: (1, 1), 2: (2, 2), 3: (3, 2), 4: (2, 3), 5: (3, 3)}  # a cell of the matrix for each label
NOMOR = "800/17/BKPSDM/2027"


def tutup(siklus: Siklus) -> Siklus:
    """The year with its yearly evaluation closed."""
    kini = timezone.now()
    Siklus.objects.filter(pk=siklus.pk).update(status="ditutup", dibuka_pada=kini, ditutup_pada=kini)
    siklus.refresh_from_db()
    return siklus


def tahun(angka: int) -> Siklus:
    """That year, made when there is none."""
    return Siklus.objects.filter(tahun=angka).first() or buat_tahun(angka)


def skp_tahun(pegawai: Pegawai, siklus: Siklus) -> SKP:
    """An approved plan of that year with today's assessor, made when there is none."""
    ada = SKP.objects.filter(pegawai=pegawai, siklus=siklus).first()
    atasan = Pegawai.objects.select_related("atasan").get(pk=pegawai.pk).atasan
    kini = timezone.now()
    return ada or SKP.objects.create(
        siklus=siklus, pegawai=pegawai, penempatan_id=atasan.penempatan_id, unit_id=atasan.unit_id,
        penilai_id=atasan.penilai_id, atasan_penilai_id=atasan.atasan_penilai_id,
        mulai=date(siklus.tahun, 1, 1), selesai=date(siklus.tahun, 12, 31), status="disetujui",
        diajukan_pada=kini, disetujui_pada=kini, disetujui_oleh_id=atasan.penilai_id,
    )  # fmt: skip


def tahunan(
    pegawai: Pegawai, siklus: Siklus, predikat: int | None = 1, status: str = "selesai"
) -> EvaluasiTahunan:
    """The yearly evaluation of that person; settled when nothing else is said."""
    skp = skp_tahun(pegawai, siklus)
    h, p = PREDIKAT[predikat] if predikat else (None, None)
    kini = timezone.now() if predikat else None
    return EvaluasiTahunan.objects.create(
        siklus=siklus, skp=skp, pegawai=pegawai, unit_id=skp.unit_id, penilai_id=skp.penilai_id,
        atasan_penilai_id=skp.atasan_penilai_id, status=status, rating_hasil=h, rating_perilaku=p,
        predikat=predikat, capaian_organisasi=2 if predikat else None, ditandatangani_pada=kini,
        ditandatangani_oleh_id=skp.penilai_id if predikat else None, disampaikan_pada=kini,
        ditanggapi_pada=kini,
    )  # fmt: skip


def periodik(pegawai: Pegawai, periode: Periode, predikat: int | None = 1) -> EvaluasiPeriodik:
    """The evaluation of that person in that period; locked without a label."""
    skp = skp_tahun(pegawai, periode.siklus)
    h, p = PREDIKAT[predikat] if predikat else (None, None)
    return EvaluasiPeriodik.objects.create(
        skp=skp, periode=periode, pegawai=pegawai, unit_id=skp.unit_id, penilai_id=skp.penilai_id,
        atasan_penilai_id=skp.atasan_penilai_id, rating_hasil=h, rating_perilaku=p, predikat=predikat,
        status="disampaikan" if predikat else "terkunci", disampaikan_pada=timezone.now() if predikat else None,
    )  # fmt: skip


def kebijakan(**isi) -> KebijakanPenghargaan:
    """A policy of our own; those the installation brings are removed, so that only this one counts."""
    KebijakanPenghargaan.objects.all().delete()
    awal = {
        "jenis": "teladan", "nama": "Pegawai teladan", "mulai": date(2022, 2, 7), "predikat": 1, "tahun": 1,
        "dasar": "Keputusan Bupati Nomor 8 Tahun 2026",
    }  # fmt: skip
    return KebijakanPenghargaan.objects.create(**awal | isi)


def calon(pegawai: Pegawai, siklus: Siklus) -> KandidatPenghargaan:
    """That person as the candidate of a closed year."""
    kebijakan()
    tahunan(pegawai, siklus)
    hitung_kandidat(siklus=tutup(siklus))
    return KandidatPenghargaan.objects.get(pegawai=pegawai)


ISI = {"untuk": "Antrean akta selesai dalam satu hari.", "alasan": "Menata ulang loket bersama tim."}


def usul(pemeran, siklus) -> UsulanPenghargaan:
    """Ratna nominated by her assessor."""
    return usulkan(kandidat=calon(pemeran.ratna, siklus), oleh=pemeran.kabid, **ISI)


def diberikan(pemeran, siklus) -> UsulanPenghargaan:
    """Ratna's award, decided by the PPK."""
    satu = periksa_usulan(usulan=usul(pemeran, siklus), oleh=pemeran.pengelola_instansi)
    return putuskan(usulan=satu, oleh=pemeran.pimpinan, nomor_keputusan=NOMOR)


def diserahkan(pemeran, siklus) -> UsulanPenghargaan:
    """And handed over."""
    return serahkan(usulan=diberikan(pemeran, siklus), oleh=pemeran.pengelola_instansi)


def kebijakan_bonus(**isi) -> KebijakanBonus:
    """60 % of the basic amount; class 7: 3.854.725, class 9: 5.439.503; 100, 90, 50, 0, 0 %."""
    KebijakanBonus.objects.all().delete()
    awal = {"nama": "Bonus kinerja", "mulai": date(2022, 2, 7), "dasar": "Perbup 8/2026", "persen": 60}
    satu = KebijakanBonus.objects.create(**awal | isi)
    for kelas, jumlah in ((7, 3854725), (9, 5439503)):
        DasarKelas.objects.create(kebijakan=satu, kelas=kelas, jumlah=jumlah)
    for predikat, persen in ((1, 100), (2, 90), (3, 50), (4, 0), (5, 0)):
        BagianPredikat.objects.create(kebijakan=satu, predikat=predikat, persen=persen)
    return satu


def periode_tutup(siklus: Siklus, nomor: int = 1) -> Periode:
    """A closed quarter."""
    kini = timezone.now()
    Periode.objects.filter(siklus=siklus, nomor=nomor).update(
        status="ditutup", dibuka_pada=kini, ditutup_pada=kini
    )
    return Periode.objects.select_related("siklus").get(siklus=siklus, nomor=nomor)


def draf_bonus(pemeran, siklus, anggaran: int = 100_000_000) -> PerhitunganBonus:
    """A computed draft of the first quarter: Ratna Sangat Baik, Sari Baik, both of class 7."""
    kebijakan_bonus()
    Jabatan.objects.update(kelas=7)
    periode = periode_tutup(siklus)
    periodik(pemeran.ratna, periode, 1)
    periodik(pemeran.sari, periode, 2)
    akar = UnitKerja.objects.get(depth=1)
    satu = susun(periode=periode, unit=akar, anggaran=anggaran, oleh=pemeran.pengelola_instansi)
    hitung_bonus(perhitungan=satu, oleh=pemeran.pengelola_instansi)
    satu.refresh_from_db()
    return satu


def objek_penghargaan(pemeran, siklus) -> dict:
    """Ratna's award of the year before, handed over, and her line in an exported run of the first quarter."""
    usulan = diserahkan(pemeran, tahun(siklus.tahun - 1))
    draf = draf_bonus(pemeran, siklus)
    kini = timezone.now()
    PerhitunganBonus.objects.filter(pk=draf.pk).update(
        status="diekspor", pemeriksa=pemeran.pengelola_opd, diperiksa_pada=kini, penyetuju=pemeran.pimpinan,
        disetujui_pada=kini, diekspor_pada=kini,
    )  # fmt: skip
    return {
        "kandidat": usulan.kandidat_id, "usulan": usulan.pk, "perhitungan": draf.pk,
        "baris_bonus": draf.baris.get(pegawai=pemeran.ratna).pk,
    }  # fmt: skip
