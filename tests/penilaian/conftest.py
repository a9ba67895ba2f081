"""Evaluations of the cast in the first quarter of 2026, and a filled-in sheet."""

import uuid
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from pegawai.models import Pegawai
from pelaksanaan.models import Laporan
from penilaian.aturan.predikat import Rating
from penilaian.models import EvaluasiPeriodik
from penilaian.services.baca import Sudut
from penilaian.services.diri import IsianDiri, ajukan_penilaian_diri, simpan_penilaian_diri
from penilaian.services.lembar import IsianPenilai, Keputusan, susun_lembar
from penilaian.services.nilai import sampaikan as sampaikan_hasil
from penilaian.services.nilai import simpan_draf_penilaian
from sasaran.aturan.berakhlak import KODE_NILAI
from sasaran.models import Periode
from tests.pemeran import buka_periode
from tests.penilaian.tahun import januari as januari
from tests.penilaian.tahun import label as label
from tests.penilaian.tahun import tahun as tahun
from tests.penilaian.tahun import tahunan as tahunan

SAAT_BUKA = datetime(2026, 4, 1, 2, 0, tzinfo=UTC)  # 09.00 WIB, self-assessment until 7 April
TAB = uuid.UUID(int=1)  # the one page that is open unless a test opens a second
SETELAH_BATAS = datetime(2026, 4, 7, 17, 0, tzinfo=UTC)  # 8 April 00.00 WIB


@pytest.fixture
def kini():
    """Time stands still on 1 April 2026, 09.00 WIB; `kini.move_to(...)` lets it pass."""
    with time_machine.travel(SAAT_BUKA, tick=False) as waktu:
        yield waktu


@pytest.fixture
def triwulan(siklus, kini) -> Periode:
    """The first quarter, opened."""
    return buka_periode(Periode.objects.select_related("siklus").get(siklus=siklus, nomor=1))


@pytest.fixture
def buat_evaluasi(triwulan, buat_skp):
    """`buat_evaluasi(pegawai)` → an open evaluation of the quarter with people frozen from the SKP."""

    def _buat(pegawai, **isi) -> EvaluasiPeriodik:
        skp = buat_skp(pegawai)
        return EvaluasiPeriodik.objects.create(
            skp=skp,
            periode=triwulan,
            pegawai=pegawai,
            unit=skp.unit,
            penilai=skp.penilai,
            atasan_penilai=skp.atasan_penilai,
            **isi,
        )

    return _buat


def lapor(skp, uraian: str, angka: str, hari: date = date(2026, 2, 10)) -> Laporan:
    """A report on the indicator called `uraian`."""
    indikator = next(i for r in skp.rhk.all() for i in r.indikator.all() if i.uraian == uraian)
    return Laporan.objects.create(
        skp=skp, indikator=indikator, tanggal=hari, realisasi=Decimal(angka), uraian="Pekerjaan berjalan."
    )


@pytest.fixture
def evaluasi(pemeran, buat_evaluasi) -> EvaluasiPeriodik:
    """Ratna's: akta in 0,9 days (target ≤ 1), satisfaction 85 (≥ 85), 6 and 5 villages (11–12 by March)."""
    e = buat_evaluasi(pemeran.ratna)
    lapor(e.skp, "Waktu penyelesaian akta kelahiran", "0.9")
    lapor(e.skp, "Indeks kepuasan masyarakat loket 3", "85")
    lapor(e.skp, "Desa terlayani", "6")
    lapor(e.skp, "Desa terlayani", "5", date(2026, 3, 20))
    return e


def simpan_diri(e: EvaluasiPeriodik, isian: IsianDiri) -> EvaluasiPeriodik:
    """The employee saves a draft."""
    return simpan_penilaian_diri(evaluasi=e, oleh=e.pegawai, isian=isian, kunci=TAB)


def isian_diri(e: EvaluasiPeriodik, kata: str = "Uraian diri") -> IsianDiri:
    """A self-assessment that confirms what the reports give."""
    lembar = susun_lembar(e, Sudut.PEGAWAI)
    return IsianDiri(
        realisasi={i.id: i.realisasi if i.realisasi is not None else Decimal(0) for i in lembar.indikator},
        hasil={b.id: f"{kata} {b.nomor}" for b in lembar.hasil},
        perilaku={"akuntabel": "Laporan kas tepat waktu"},
        catatan="Terima kasih",
    )


def ajukan(e: EvaluasiPeriodik) -> EvaluasiPeriodik:
    """The employee saves and submits."""
    simpan_diri(e, isian_diri(e))
    return ajukan_penilaian_diri(evaluasi=e, oleh=e.pegawai)


def isian_penilai(
    e: EvaluasiPeriodik,
    hasil: Rating = Rating.SESUAI,
    perilaku: Rating = Rating.SESUAI,
    alasan: str = "Ada alasannya.",
) -> IsianPenilai:
    """Every result and value rated alike, with a reason everywhere."""
    lembar = susun_lembar(e, Sudut.PENILAI)
    return IsianPenilai(
        hasil={b.id: (hasil, alasan) for b in lembar.hasil},
        perilaku={kode: (perilaku, "") for kode in KODE_NILAI},
        keputusan=Keputusan(hasil, perilaku, alasan, alasan, "Pertahankan."),
    )


def nilai(e: EvaluasiPeriodik, *argumen, kunci=None) -> EvaluasiPeriodik:
    """The assessor saves a complete draft."""
    return simpan_draf_penilaian(
        evaluasi=e, oleh=e.penilai, isian=isian_penilai(e, *argumen), kunci=kunci or TAB
    )


def sampaikan(e: EvaluasiPeriodik, *argumen) -> EvaluasiPeriodik:
    """From wherever it stands to a delivered result."""
    if e.status == "terbuka":
        e = ajukan(e)
    nilai(e, *argumen)
    return sampaikan_hasil(evaluasi=e, oleh=e.penilai)


@pytest.fixture
def diajukan(evaluasi):
    """Ratna's evaluation with her self-assessment submitted."""
    return ajukan(evaluasi)


@pytest.fixture
def penilai(masuk, pemeran):
    """Ratna's assessor, logged in."""
    return masuk(pemeran.kabid)


def alamat(e, nama="nilai"):
    """The address of a page of this evaluation."""
    return reverse(f"penilaian:{nama}", args=[e.pk])


@pytest.fixture
def banyak_anggota(pemeran, evaluasi, buat_skp):
    """Ratna, Sari and thirty made-up members of the same team."""
    asal = evaluasi
    sari = buat_skp(pemeran.sari)
    baris = [
        Pegawai(nip=f"1990010120200121{n:02d}", nama=f"Anggota {n:02d}", jenis="pns", jenis_kelamin="L")
        for n in range(30)
    ]
    for orang in [pemeran.sari, *Pegawai.objects.bulk_create(baris)]:
        skp = sari
        if orang != pemeran.sari:
            skp = buat_skp(pemeran.sari, "digantikan", isi=False)
            skp.pegawai = orang
            skp.save()
        EvaluasiPeriodik.objects.create(
            skp=skp, periode=asal.periode, pegawai=orang, unit=asal.unit, penilai=asal.penilai
        )
