"""Public services of the first regency: standards, counters, doors, 10,000 answers, words, service times.

Answers and times are written by one statement each from fixed dice, so that the same day gives the same data.
Some plans agree on a service as source; delivered quarters get what the source said where it fits the rating.
"""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection

from inti.jalur import puncak
from layanan.enums import Kanal
from layanan.models import KebijakanSurvei, Layanan, LembarStruk, Loket, Poster, Saran, Struk
from layanan.services.sumber import PenyediaLayanan
from pegawai.models import Penempatan, UnitKerja
from penilaian.models import EvaluasiPeriodik, PenilaianHasil, PenilaianIndikator
from sasaran.aturan.sumber import HasilSumber, ke_data
from sasaran.models import IndikatorKinerjaIndividu

JAWABAN = 10_000
WAKTU_PER_LAYANAN = 240
SUMBER_MAKS = 40
LEBAR_TARGET = Decimal(4)


@dataclass(frozen=True)
class Contoh:
    """A service as data: its unit by the beginning of the name, and how good (percent) and how quick it is."""

    unit: str
    kode: str
    nama: str
    batas: str
    satuan: str
    syarat: str
    mutu: int
    biaya: str
    pengguna: int


CONTOH: tuple[Contoh, ...] = tuple(
    Contoh(**{**baris, "mutu": int(baris["mutu"]), "pengguna": int(baris["pengguna"])})
    for baris in csv.DictReader(Path(__file__).with_name("layanan.csv").read_text("utf-8").splitlines())
)
PROSEDUR = (
    "Ambil nomor antrean\nSerahkan berkas di loket\nPetugas memeriksa berkas\nTerima hasil dan struk survei"
)
SARAN = (
    ("Petugasnya ramah dan menjelaskan dengan sabar. Terima kasih.", False, "tampil"),
    ("Antreannya panjang sekali pada hari Senin. Tambah loketnya, ya.", True, "tampil"),
    ("Kursi tunggu kurang, banyak yang berdiri.", True, "tampil"),
    ("Cepat, tidak sampai setengah jam sudah jadi.", False, "tampil"),
    ("Persyaratannya berbeda dengan yang tertulis di situs. Mohon disamakan.", True, "menunggu"),
    ("Pak Anton di loket 2 kurang ramah kepada orang tua.", True, "menunggu"),
    ("Tolong disediakan tempat bermain anak.", False, "menunggu"),
    ("Saya diminta uang oleh calo di tempat parkir.", True, "disembunyikan"),
)
_DADU = "(hashint8(%(garam)s::bigint * 1000003 + n * 7919 + {g}) & 2147483647)"
# One answer per row: service, day over the two years (more at the end), nine marks around the service's quality.
_SURVEI = f"""
INSERT INTO layanan_survei (id, layanan_id, loket_id, hari, kanal, u1, u2, u3, u4, u5, u6, u7, u8, u9,
    usia, jenis_kelamin, pendidikan, pekerjaan)
SELECT md5('survei' || n || l.id)::uuid, l.id, k.id, h.hari,
    CASE WHEN {_DADU.format(g=1)} %% 3 = 0 THEN 'struk' ELSE 'poster' END,
    m.u[1], m.u[2], m.u[3], m.u[4], m.u[5], m.u[6], m.u[7], m.u[8], m.u[9],
    (ARRAY['a','b','b','c','c','d',''])[1 + {_DADU.format(g=2)} %% 7],
    (ARRAY['L','P',''])[1 + {_DADU.format(g=3)} %% 3],
    (ARRAY['sd','smp','sma','sma','s1',''])[1 + {_DADU.format(g=4)} %% 6],
    (ARRAY['asn','swasta','usaha','lain','lain',''])[1 + {_DADU.format(g=5)} %% 6]
FROM generate_series(1, %(banyak)s) n
JOIN demo_layanan l ON l.ke = n %% %(layanan)s
LEFT JOIN layanan_loket k ON k.layanan_id = l.id AND k.nama = 'Loket ' || 1 + n / %(layanan)s %% 2
CROSS JOIN LATERAL (SELECT %(awal)s::date + ({_DADU.format(g=6)} %% %(hari)s)::int AS hari) h
CROSS JOIN LATERAL (SELECT array_agg(CASE
        WHEN d < 100 - l.mutu THEN greatest(1, 2 - d %% 2) WHEN d < 100 - l.mutu * 3 / 5 THEN 3 ELSE 4 END
        ORDER BY x) AS u
    FROM (SELECT x, (hashint8(n * 31 + x * 104729 + l.ke) & 2147483647) %% 100
        - CASE WHEN x = 4 AND l.biaya LIKE 'Gratis%%' THEN -45 ELSE 0 END
        + (h.hari - %(awal)s::date) / 90 AS d FROM generate_series(1, 9) x) e) m
"""  # noqa: S608 - our own constants
_WAKTU = """
INSERT INTO layanan_waktulayanan (layanan_id, nomor, hari, lama)
SELECT l.id, l.kode || '/' || to_char(n, 'FM00000'), %(awal)s::date + (n * %(hari)s / %(banyak)s)::int,
    round(l.batas * (0.35 + ((hashint8(n * 7919 + l.ke) & 2147483647) %% 60) / 100.0
        + CASE WHEN (hashint8(n * 31 + l.ke) & 2147483647) %% 100 > l.mutu + 8 THEN 0.6 ELSE 0 END), 2)
FROM demo_layanan l CROSS JOIN generate_series(1, %(banyak)s) n
"""


def isi_layanan(hari_ini: date) -> int:
    """Fill everything for the units that exist; returns how many services there are."""
    layanan = _layanan()
    if not layanan:
        return 0
    KebijakanSurvei.objects.create(mulai=date(hari_ini.year - 1, 1, 1))
    _pintu(layanan, hari_ini)
    awal = date(hari_ini.year - 1, 1, 1)
    nilai = {
        "garam": 2026,
        "banyak": JAWABAN,
        "layanan": len(layanan),
        "awal": awal,
        "hari": (hari_ini - awal).days,
    }
    with connection.cursor() as kursor:
        kursor.execute(
            "CREATE TEMP TABLE demo_layanan (id uuid, ke int, kode text, mutu int, batas numeric, biaya text)"
            " ON COMMIT DROP"
        )
        kursor.executemany(
            "INSERT INTO demo_layanan VALUES (%s, %s, %s, %s, %s, %s)",
            [(s.pk, ke, s.kode, c.mutu, s.batas_waktu, s.biaya) for ke, (s, c) in enumerate(layanan)],
        )
        kursor.execute(_SURVEI, nilai)
        kursor.execute(_WAKTU, {**nilai, "banyak": WAKTU_PER_LAYANAN})
        kursor.execute("ANALYZE layanan_survei, layanan_waktulayanan")
    _saran(layanan, hari_ini)
    _sepakati([s for s, _c in layanan], hari_ini)
    return len(layanan)


def _layanan() -> list[tuple[Layanan, Contoh]]:
    """The services whose unit exists, in the first regency."""
    akar = UnitKerja.objects.filter(depth=1).order_by("path").first()
    unit: dict[str, UnitKerja] = {}
    for satu in (
        UnitKerja.objects.filter(path__startswith=akar.path).order_by("-depth", "-path") if akar else ()
    ):
        for nama in {c.unit for c in CONTOH if satu.nama.startswith(c.unit)}:
            unit[nama] = satu  # the highest, the first of its level
    ada = [c for c in CONTOH if c.unit in unit]
    semua = [
        Layanan(
            id=UUID(int=0x5A1A << 64 | ke), unit=unit[c.unit], kode=c.kode, nama=c.nama,
            persyaratan=c.syarat.replace("; ", "\n"),
            prosedur=PROSEDUR, batas_waktu=Decimal(c.batas), satuan_waktu=c.satuan, biaya=c.biaya,
            produk=c.nama, pengguna_setahun=c.pengguna,
        )
        for ke, c in enumerate(ada)
    ]  # fmt: skip
    Layanan.objects.bulk_create(semua)
    return list(zip(semua, ada, strict=True))


def _token(awal: Kanal, nomor: int) -> str:
    """A token for the demo: fixed, so that the same data comes out every time; never made like this outside."""
    huruf = "abcdefghjkmnpqrstuvwxyz23456789"
    isi = "".join(huruf[(nomor * 7919 + n * 104729 + nomor // (n + 1)) % len(huruf)] for n in range(10))
    return ("p" if awal == Kanal.POSTER else "s") + isi + f"{nomor:04d}".translate(str.maketrans("01", "zy"))


def _pintu(layanan: list[tuple[Layanan, Contoh]], hari_ini: date) -> None:
    """Two counters, a poster each, and a sheet of receipts for every service."""
    loket = [Loket(layanan=s, nama=f"Loket {n}") for s, _c in layanan for n in (1, 2)]
    Loket.objects.bulk_create(loket)
    Poster.objects.bulk_create(
        Poster(layanan=satu.layanan, loket=satu, token=_token(Kanal.POSTER, n))
        for n, satu in enumerate(loket)
    )
    orang = dict(
        Penempatan.objects.filter(unit__in=[s.unit_id for s, _c in layanan], kepala=False)
        .order_by("unit_id", "-id")
        .values_list("unit_id", "pegawai_id")
    )
    lembar = [
        LembarStruk(
            layanan=s,
            jumlah=20,
            dibuat_oleh_id=orang.get(s.unit_id),
            berlaku_sampai=hari_ini + timedelta(days=5),
        )
        for s, _c in layanan
    ]
    LembarStruk.objects.bulk_create(lembar)
    Struk.objects.bulk_create(
        Struk(lembar=satu, token=_token(Kanal.STRUK, 20 * n + k), terpakai=k < 7)
        for n, satu in enumerate(lembar)
        for k in range(20)
    )


def _saran(layanan: list[tuple[Layanan, Contoh]], hari_ini: date) -> None:
    """Words of citizens, some waiting for the manager."""
    Saran.objects.bulk_create(
        Saran(
            layanan=s, hari=hari_ini - timedelta(days=3 + 11 * n + ke), isi=isi, rendah=rendah, status=status,
            isi_tampil=isi if status == "tampil" else "",
        )
        for ke, (s, _c) in enumerate(layanan)
        for n, (isi, rendah, status) in enumerate(SARAN)
        if (ke + n) % 2 == 0
    )  # fmt: skip


# --- plans that agree on a service ------------------------------------------------------------------------


def _sepakati(layanan: list[Layanan], hari_ini: date) -> None:
    """Indicators of satisfaction in the departments of these services take it from the survey."""
    calon = (
        IndikatorKinerjaIndividu.objects.filter(
            uraian__istartswith="Indeks kepuasan",
            rhk__skp__siklus__tahun=hari_ini.year,
            satuan__in=["indeks", "nilai"],
        )
        .select_related("rhk__skp__unit")
        .order_by("rhk__skp__unit__path", "id")
    )
    sisa = SUMBER_MAKS
    for iki in calon.iterator(chunk_size=200):
        satu = _cocok(iki, layanan)
        if satu is None:
            continue
        _pakai(iki, satu, hari_ini)
        sisa -= 1
        if not sisa:
            return


def _cocok(iki: IndikatorKinerjaIndividu, layanan: list[Layanan]) -> Layanan | None:
    """The service of the own unit, else of the own department."""
    path = iki.rhk.skp.unit.path
    dinas = puncak(path, 2)
    sendiri = [s for s in layanan if s.unit.path == path]
    return next(iter(sendiri or [s for s in layanan if s.unit.path.startswith(dinas)]), None)


def _pakai(iki: IndikatorKinerjaIndividu, layanan: Layanan, hari_ini: date) -> None:
    """Agree on it, with a target the service can just about keep, and write down what delivered quarters saw."""
    iki.sumber_realisasi, iki.sumber_kunci = "ikm", layanan.pk
    setahun = _hasil(iki, iki.rhk.skp.mulai, hari_ini)
    if setahun is None or not setahun.cukup:
        return
    iki.target = (setahun.nilai or Decimal(0)).quantize(Decimal(1)) - LEBAR_TARGET
    iki.target_maks = min(Decimal(100), iki.target + 2 * LEBAR_TARGET)
    iki.save()
    sesuai = PenilaianHasil.objects.filter(rhk=iki.rhk, rating=2).values("evaluasi")
    for e in (
        EvaluasiPeriodik.objects.filter(pk__in=sesuai, rekaman__isnull=False)
        .select_related("periode")
        .order_by("id")
    ):
        hasil = _hasil(iki, iki.rhk.skp.mulai, e.periode.selesai)
        if hasil and hasil.cukup and iki.target <= (hasil.nilai or 0) <= iki.target_maks:
            _bekukan(e, iki, hasil)


def _hasil(iki: IndikatorKinerjaIndividu, dari: date, sampai: date) -> HasilSumber | None:
    kunci = f"ikm:{iki.sumber_kunci}"
    return (
        PenyediaLayanan().hasil({"ikm": {iki.sumber_kunci}}, dari, sampai).get(kunci)
        if iki.sumber_kunci
        else None
    )


def _bekukan(e: EvaluasiPeriodik, iki: IndikatorKinerjaIndividu, hasil: HasilSumber) -> None:
    """The evaluation as if its self-assessment had been filled in from the survey."""
    data, nilai = ke_data(hasil), hasil.nilai
    PenilaianIndikator.objects.filter(evaluasi=e, indikator=iki).update(
        sumber=data, realisasi=nilai, dari_laporan=nilai, target=iki.target, target_maks=iki.target_maks
    )
    angka = {
        "target": f"{iki.target:f}", "target_maks": f"{iki.target_maks:f}", "target_setahun": f"{iki.target:f}",
        "realisasi": f"{nilai:f}", "dari_laporan": f"{nilai:f}",
    }  # fmt: skip
    semua: list[dict[str, Any]] = [i for r in (e.rekaman or {})["rhk"] for i in r["indikator"]]
    for satu in semua:
        if satu["nama"] == iki.uraian:
            satu |= angka | {"sumber": data}
    e.save(update_fields=["rekaman"])
