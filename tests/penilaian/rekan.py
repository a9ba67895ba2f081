"""A team large enough to be asked about each other, and its draw, for the tests about colleagues."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
import time_machine

from akses.models import Akun
from pegawai.models import Atasan, Jabatan, Pegawai, Penempatan
from pegawai.services.atasan import segarkan
from penilaian.aturan.sebaran_rekan import Isi
from penilaian.models import (
    EvaluasiPeriodik,
    HasilRekan,
    KebijakanRekan,
    KuesionerRekan,
    TugasRekan,
    UndianRekan,
)
from penilaian.services.jawaban_rekan import kirim_jawaban
from penilaian.services.rekan_dasar import pastikan_kuesioner
from penilaian.services.undian_rekan import undi_periode
from sasaran.models import Periode
from tests.pemeran import buka_periode

# 2026: the first quarter opens on Tuesday 17 March; self-assessment until 7 April.
SAAT_CORET = datetime(2026, 3, 17, 3, 0, tzinfo=UTC)
SAAT_JAWAB = datetime(2026, 3, 30, 3, 0, tzinfo=UTC)
SAAT_TUTUP = datetime(2026, 4, 7, 17, 1, tzinfo=UTC)  # 8 April 00.01 WIB
KODE = ("disiplin", "kualitas_kerja", "komunikasi", "kerja_sama")


def isi(nilai: int = 2, teks: str = "") -> Isi:
    """The same rating to every question."""
    return Isi(dict.fromkeys(KODE, nilai), teks)


@dataclass
class Tim:
    """Ratna with eleven colleagues under one assessor, and the draw of the first quarter."""

    kabid: Pegawai
    ratna: Pegawai
    semua: list[Pegawai]
    periode: Periode
    undian: UndianRekan

    def tugas(self, dinilai: Pegawai | None = None) -> list[TugasRekan]:
        """The requests about this person (Ratna)."""
        semua = TugasRekan.objects.filter(hasil=self.hasil(dinilai)).exclude(status="dicoret")
        return list(semua.select_related("rekan", "dinilai").order_by("id"))

    def hasil(self, dinilai: Pegawai | None = None) -> HasilRekan:
        return HasilRekan.objects.get(pegawai=dinilai or self.ratna, periode=self.periode)


def jawab(tugas: TugasRekan, nilai: int = 2, teks: str = "") -> None:
    """The colleague who was asked answers."""
    kirim_jawaban(tugas=tugas, oleh=tugas.rekan, isi=isi(nilai, teks))


def buat_orang(kabid: Pegawai, banyak: int, awal: int = 0) -> list[Pegawai]:
    """More people in the unit that `kabid` heads, with accounts."""
    unit = Atasan.objects.get(pegawai=kabid).unit
    jabatan = Jabatan.objects.filter(nama="Pengadministrasi Perkantoran").first()
    semua = Pegawai.objects.bulk_create(
        Pegawai(
            nip=f"19900101202012{n:04d}",
            nama=f"Rekan {n:02d}",
            jenis="pns",
            jenis_kelamin="L",
            email=f"rekan{n}@contoh.go.id",
        )
        for n in range(awal, awal + banyak)
    )
    Penempatan.objects.bulk_create(
        Penempatan(pegawai=o, unit=unit, jabatan=jabatan, mulai=date(2021, 1, 1)) for o in semua
    )
    Akun.objects.bulk_create(
        Akun(username=o.nip, pegawai=o, password="!", wajib_ganti_sandi=False) for o in semua
    )
    segarkan()
    return semua


def nilai_semua(periode: Periode, orang: list[Pegawai], buat_skp) -> None:
    """An open evaluation for each of these people."""
    skp = [buat_skp(o, isi=False) for o in orang]
    EvaluasiPeriodik.objects.bulk_create(
        EvaluasiPeriodik(
            skp=s,
            periode=periode,
            pegawai_id=s.pegawai_id,
            unit_id=s.unit_id,
            penilai_id=s.penilai_id,
            atasan_penilai_id=s.atasan_penilai_id,
        )
        for s in skp
    )


@pytest.fixture
def kebijakan(db) -> KebijakanRekan:
    return KebijakanRekan.objects.create(berlaku=date(2022, 1, 1), dasar="Keputusan Bupati (uji)")


@pytest.fixture
def waktu():
    """Time stands still on the day of the draw; `waktu.move_to(...)` lets it pass."""
    with time_machine.travel(SAAT_CORET, tick=False) as jam:
        yield jam


@pytest.fixture
def tim(pemeran, siklus, buat_skp, kebijakan, waktu) -> Tim:
    """Twelve people under one assessor, drawn on the opening day; nobody can answer yet."""
    periode = buka_periode(Periode.objects.select_related("siklus").get(siklus=siklus, nomor=1))
    semua = [pemeran.ratna, pemeran.sari, *buat_orang(pemeran.kabid, 10)]
    nilai_semua(periode, semua, buat_skp)
    undi_periode(periode=periode)
    undian = UndianRekan.objects.select_related("periode__siklus", "kuesioner", "kebijakan").get()
    return Tim(pemeran.kabid, pemeran.ratna, semua, periode, undian)


def objek_rekan(pemeran, periode: Periode) -> dict:
    """For the sheet of addresses: Ratna is asked about Sari, Sari about Ratna; answers are taken today."""
    kebijakan = KebijakanRekan.objects.create(berlaku=date(2022, 1, 1), dasar="Uji")
    pastikan_kuesioner(berlaku=date(2022, 1, 1))
    UndianRekan.objects.create(
        periode=periode,
        kebijakan=kebijakan,
        kuesioner=KuesionerRekan.objects.get(),
        benih="0" * 64,
        coret_sampai=date(2026, 1, 1),
        jawab_dari=date(2026, 1, 2),
    )
    ratna, sari = (
        HasilRekan.objects.create(periode=periode, pegawai=o) for o in (pemeran.ratna, pemeran.sari)
    )
    tentang = TugasRekan.objects.create(
        hasil=ratna, periode=periode, dinilai=pemeran.ratna, rekan=pemeran.sari
    )
    tugas = TugasRekan.objects.create(hasil=sari, periode=periode, dinilai=pemeran.sari, rekan=pemeran.ratna)
    return {"hasil_rekan": ratna.pk, "tugas_rekan": tugas.pk, "tugas_tentang": tentang.pk}
