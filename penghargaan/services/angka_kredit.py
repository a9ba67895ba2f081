"""Angka kredit of a closed year for everybody, start values and corrections of one. Rows are only added.

The statement is built from the table of the pure rule, so that both cannot disagree; a test compares them.
Every step is its own transaction and every later run adds what is missing: safe to kill, twice is once.
"""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from akses.enums import Izin
from akses.services import wajib_boleh
from inti.kalender import Zona, hari_ini
from inti.tanda import kalimat
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from pemberitahuan.models import JenisPesan
from penghargaan.aturan.angka_kredit import TABEL, angka_kredit, bulatkan, ke_jenjang, tabel_pada
from penghargaan.enums_tindak_lanjut import JenisKredit
from penghargaan.models import AngkaKredit
from penghargaan.services.naskah_kredit import ikuti_koreksi, ikuti_tahun
from penilaian.models.tahunan import BELUM_SAMPAI
from penilaian.services.langkah import langkah, per_halaman
from sasaran.enums import StatusPeriode
from sasaran.models import Siklus

BELUM_PASTI = [*BELUM_SAMPAI, "keberatan"]  # nothing to convert yet
LAMA_HARI = 400  # how long after its close a year is still looked after
NILAI_AWAL = (JenisKredit.INTEGRASI, JenisKredit.PENDIDIKAN, JenisKredit.PENYETARAAN)

# Posts of the same level that follow each other are one span; only whole months in it count. Posts of two
# levels in a year give two rows. {jenjang} and {persen} are the table of the rule.
_ISI = """
WITH evaluasi AS (
    SELECT y.id, y.pegawai_id, y.predikat FROM penilaian_evaluasitahunan y
    WHERE y.siklus_id = %(siklus)s AND y.ctid >= %(dari)s::tid AND y.ctid < %(sampai)s::tid
      AND y.predikat IS NOT NULL AND NOT y.status = ANY(%(belum)s)
), jabatan AS (
    SELECT e.id, e.pegawai_id, e.predikat, k.kode, k.koefisien, range_agg(daterange(
        greatest(t.mulai, %(awal)s::date), least(coalesce(t.selesai, %(akhir)s::date), %(akhir)s::date), '[]'
    )) AS rentang
    FROM evaluasi e
    JOIN pegawai_penempatan t ON t.pegawai_id = e.pegawai_id AND t.jenis = 'definitif'
        AND t.mulai <= %(akhir)s AND (t.selesai IS NULL OR t.selesai >= %(awal)s)
    JOIN pegawai_jabatan j ON j.id = t.jabatan_id AND j.jenis = 'fungsional'
    JOIN (VALUES {jenjang}) k(nama, kode, koefisien) ON k.nama = j.jenjang
    GROUP BY e.id, e.pegawai_id, e.predikat, k.kode, k.koefisien
), bulan AS (
    SELECT b.id, b.pegawai_id, b.predikat, b.kode, b.koefisien, min(lower(x)) AS mulai,
           max(upper(x)) - 1 AS selesai, sum(greatest(0,
               (extract(year FROM upper(x))::int - %(tahun)s) * 12 + extract(month FROM upper(x))::int
               - extract(month FROM lower(x))::int - (extract(day FROM lower(x)) > 1)::int))::int AS bulan
    FROM jabatan b, unnest(b.rentang) x
    GROUP BY b.id, b.pegawai_id, b.predikat, b.kode, b.koefisien
)
INSERT INTO penghargaan_angkakredit
    (pegawai_id, jenis, jenjang, nilai, tahunan_id, predikat, bulan, persentase, koefisien, mulai, selesai)
SELECT b.pegawai_id, 'konversi', b.kode, round(b.bulan * p.persen * b.koefisien / 1200, 2), b.id, b.predikat,
       b.bulan, p.persen, b.koefisien, b.mulai, b.selesai
FROM bulan b JOIN (VALUES {persen}) p(predikat, persen) ON p.predikat = b.predikat
WHERE b.bulan > 0
ON CONFLICT (tahunan_id, jenjang, versi) WHERE jenis = 'konversi' DO NOTHING
"""

# A predikat that changed after its conversion (an objection): the old row is undone and a new one added.
_KOREKSI = """
WITH salah AS MATERIALIZED (
    SELECT a.*, y.predikat AS predikat_baru, p.persen FROM penghargaan_angkakredit a
    JOIN penilaian_evaluasitahunan y ON y.id = a.tahunan_id AND y.siklus_id = %(siklus)s
    JOIN (VALUES {persen}) p(predikat, persen) ON p.predikat = y.predikat
    WHERE a.jenis = 'konversi' AND a.predikat <> y.predikat AND NOT y.status = ANY(%(belum)s)
      AND NOT EXISTS (SELECT FROM penghargaan_angkakredit k WHERE k.koreksi_dari_id = a.id)
), lawan AS (
    INSERT INTO penghargaan_angkakredit
        (pegawai_id, jenis, jenjang, nilai, tahunan_id, mulai, selesai, koreksi_dari_id, keterangan)
    SELECT pegawai_id, 'koreksi', jenjang, -nilai, tahunan_id, mulai, selesai, id, %(keterangan)s FROM salah
)
INSERT INTO penghargaan_angkakredit
    (pegawai_id, jenis, jenjang, nilai, tahunan_id, versi, predikat, bulan, persentase, koefisien, mulai,
     selesai)
SELECT pegawai_id, 'konversi', jenjang, round(bulan * persen * koefisien / 1200, 2), tahunan_id, versi + 1,
       predikat_baru, bulan, persen, koefisien, mulai, selesai
FROM salah
"""

_KABARI = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT a.pegawai_id, %(jenis)s, %(jenis)s || ':' || a.tahunan_id || ':' || max(a.versi),
       jsonb_build_object('tahun', %(tahun)s::int, 'nilai', replace(sum(a.nilai)::text, '.', ',')), %(tautan)s
FROM penghargaan_angkakredit a
JOIN penilaian_evaluasitahunan y ON y.id = a.tahunan_id AND y.siklus_id = %(siklus)s
GROUP BY a.pegawai_id, a.tahunan_id
ON CONFLICT (kunci) DO NOTHING
"""


def hitung_tahun(*, siklus: Siklus) -> int:
    """Write the missing conversions of a closed year, step by step; returns how many rows.

    A year that is not closed gives none, and so does one before the first table.
    """
    if siklus.status != StatusPeriode.DITUTUP or siklus.tahun < TABEL[0].sejak.year:
        return 0
    akhir = date(siklus.tahun, 12, 31)
    isian = _isian(siklus) | {"awal": date(siklus.tahun, 1, 1), "akhir": akhir, "tahun": siklus.tahun}
    sql = _ISI.format(**_tabel(akhir))
    return per_halaman(sql, "penilaian_evaluasitahunan", _kunci(siklus), **isian)


def koreksi_tahun(*, siklus: Siklus) -> int:
    """Undo and rewrite conversions whose predikat has changed since; returns how many."""
    keterangan = kalimat("Predikat tahunan berubah sesudah dikonversi.")
    sql = _KOREKSI.format(**_tabel(date(siklus.tahun, 12, 31)))
    jumlah = langkah(sql, _kunci(siklus), **_isian(siklus), keterangan=str(keterangan))
    ikuti_tahun(siklus=siklus)
    return jumlah


def kabari_tahun(*, siklus: Siklus) -> int:
    """Tell everybody whose angka kredit of the year is new; returns how many."""
    jenis = JenisPesan.ANGKA_KREDIT_TERBIT
    tautan = reverse("penghargaan:angka_kredit")
    return langkah(_KABARI, _kunci(siklus), **_isian(siklus), jenis=jenis, tahun=siklus.tahun, tautan=tautan)


def urus_angka_kredit(*, zona: Zona, tanggal: date | None = None) -> int:
    """Convert and correct closed years in `zona` that are not long past; returns the rows written."""
    hari = tanggal or hari_ini(zona, timezone.now())
    jumlah = 0
    for siklus in Siklus.objects.filter(zona=zona, status=StatusPeriode.DITUTUP):
        if (hari - siklus.tutup_tahunan).days > LAMA_HARI:
            continue
        baru = hitung_tahun(siklus=siklus) + koreksi_tahun(siklus=siklus)
        if baru:
            kabari_tahun(siklus=siklus)
        jumlah += baru
    return jumlah


def catat_awal(
    *, pegawai: Pegawai, jenis: str, jenjang: str, nilai: Decimal, pada: date, keterangan: str, oleh: Pegawai
) -> AngkaKredit:
    """A start value (integration, degree, equalisation) from a decree. Raises PermissionDenied, ValueError.

    Integration is entered once per level; a second is refused with TransisiDitolak.
    """
    wajib_boleh(oleh, Izin.ANGKA_KREDIT_KELOLA, pegawai)
    _wajib_orang_lain(pegawai.pk, oleh)
    if jenis not in NILAI_AWAL:
        raise ValueError(kalimat("Jenis ini tidak dapat dicatat dengan tangan."))
    satu = ke_jenjang(jenjang, max(pada, TABEL[0].sejak))
    with transaction.atomic():
        Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai.pk)
        ada = AngkaKredit.objects.filter(
            pegawai=pegawai, jenis=JenisKredit.INTEGRASI, jenjang=satu.kode, koreksi__isnull=True
        )
        if jenis == JenisKredit.INTEGRASI and ada.exists():
            raise TransisiDitolak(kalimat("Nilai integrasi jenjang ini sudah ada. Koreksi dulu."), "syarat")
        return AngkaKredit.objects.create(
            pegawai=pegawai,
            jenis=JenisKredit(jenis),
            jenjang=satu.kode,
            nilai=bulatkan(nilai),
            selesai=pada,
            keterangan=keterangan.strip(),
            dibuat_oleh=oleh,
        )


def koreksi(
    *, baris: AngkaKredit, alasan: str, oleh: Pegawai, bulan: int | None = None
) -> tuple[AngkaKredit, AngkaKredit | None]:
    """Undo a row by a counter-row, with a reason; for a conversion perhaps with the right months instead.

    Returns both rows. Raises PermissionDenied, ValueError for impossible months, TransisiDitolak for a row
    that is a correction or was corrected.
    """
    wajib_boleh(oleh, Izin.ANGKA_KREDIT_KELOLA, baris)
    _wajib_orang_lain(baris.pegawai_id, oleh)
    if not alasan.strip():
        raise TransisiDitolak(kalimat("Tulis alasan koreksi."), "catatan")
    with transaction.atomic():
        kini = AngkaKredit.objects.select_for_update(of=("self",)).get(pk=baris.pk)
        if kini.jenis == JenisKredit.KOREKSI or AngkaKredit.objects.filter(koreksi_dari=kini).exists():
            raise TransisiDitolak(kalimat("Baris ini sudah dikoreksi."), "status")
        lawan = AngkaKredit.objects.create(
            pegawai_id=kini.pegawai_id,
            jenis=JenisKredit.KOREKSI,
            jenjang=kini.jenjang,
            nilai=-kini.nilai,
            tahunan_id=kini.tahunan_id,
            mulai=kini.mulai,
            selesai=kini.selesai,
            koreksi_dari=kini,
            keterangan=alasan.strip(),
            dibuat_oleh=oleh,
        )
        baru = _pengganti(kini, bulan, oleh) if bulan is not None else None
        ikuti_koreksi(baris=kini, pengganti=baru, oleh=oleh)
        return lawan, baru


def _wajib_orang_lain(pegawai_id: UUID, oleh: Pegawai) -> None:
    if pegawai_id == oleh.pk:
        raise TransisiDitolak(kalimat("Angka kredit Anda sendiri dicatat oleh orang lain."), "syarat")


def _pengganti(lama: AngkaKredit, bulan: int, oleh: Pegawai) -> AngkaKredit:
    if lama.jenis != JenisKredit.KONVERSI or lama.predikat is None or not 1 <= bulan <= 12:
        raise ValueError(kalimat("Jumlah bulan pengganti 1 sampai 12, hanya untuk konversi."))
    return AngkaKredit.objects.create(
        pegawai_id=lama.pegawai_id,
        jenis=JenisKredit.KONVERSI,
        jenjang=lama.jenjang,
        nilai=angka_kredit(lama.jenjang, lama.predikat, bulan, lama.selesai),
        tahunan_id=lama.tahunan_id,
        versi=lama.versi + 1,
        predikat=lama.predikat,
        bulan=bulan,
        persentase=lama.persentase,
        koefisien=lama.koefisien,
        mulai=lama.mulai,
        selesai=lama.selesai,
        dibuat_oleh=oleh,
    )


def _tabel(pada: date) -> dict[str, str]:
    """The table of the rule as VALUES lists; numbers and names of the rule's own file, never input."""
    tabel = tabel_pada(pada)
    jenjang = (f"('{j.nama}', '{j.kode}', {j.koefisien}::numeric)" for j in tabel.jenjang.values())
    persen = (f"({int(p)}, {n})" for p, n in tabel.persentase.items())
    return {"jenjang": ", ".join(jenjang), "persen": ", ".join(persen)}


def _isian(siklus: Siklus) -> dict[str, Any]:
    return {"siklus": siklus.pk, "belum": BELUM_PASTI}


def _kunci(siklus: Siklus) -> str:
    """What one worker at a time converts."""
    return f"angka_kredit:{siklus.pk}"
