"""Candidates for recognition, for everybody: set-based, in steps, safe to kill and to repeat.

Conditions are asked as `penghargaan.aturan.kebijakan` asks them; a test compares the two on random people.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.urls import reverse

from inti.tanda import kalimat
from inti.workflow import TransisiDitolak
from pegawai.models import UnitKerja
from pemberitahuan.models import JenisPesan
from penghargaan.aturan.kebijakan import Syarat
from penghargaan.models import KandidatPenghargaan, KebijakanPenghargaan, MasukanUnit
from penilaian.aturan.predikat import Predikat
from penilaian.models import RiwayatSKP
from penilaian.services.lampau import tahun_tercatat
from penilaian.services.langkah import Sambung, langkah, per_halaman
from sasaran.enums import StatusPeriode
from sasaran.models import Periode, Siklus

# A result that nothing is waiting for any more: answered, decided on, or closed without an answer.
TETAP = ["diterima", "ditolak", "tanpa_tanggapan", "diputus", "selesai"]
TABEL = "penilaian_evaluasitahunan"

# %(lalu)s: the cycles of the years before, known before, and %(tahun_lalu)s their years in the same order. A year in
# which Kinerja did not evaluate the person counts as it was recorded from SIASN or e-Kinerja.
_TAHUN_LALU = "(%(tahun_lalu)s::text[])[array_position(%(lalu)s::bigint[], {siklus})]"
_LALU = f"""
CROSS JOIN LATERAL (
    SELECT jsonb_object_agg(x.tahun, x.predikat) AS isi, count(*) AS n FROM (
        SELECT {_TAHUN_LALU.format(siklus="l.siklus_id")} AS tahun, l.predikat
        FROM penilaian_evaluasitahunan l
        WHERE l.pegawai_id = e.pegawai_id AND l.siklus_id = ANY(%(lalu)s::bigint[])
          AND l.status = ANY(%(tetap)s) AND l.predikat <= %(predikat)s
        UNION ALL
        SELECT r.tahun::text, r.predikat FROM penilaian_riwayatskp r
        WHERE r.pegawai_id = e.pegawai_id AND r.tahun >= %(awal)s AND r.tahun < %(tahun)s
          AND r.predikat <= %(predikat)s AND NOT EXISTS (SELECT FROM penilaian_evaluasitahunan k
              WHERE k.pegawai_id = e.pegawai_id AND k.siklus_id = ANY(%(lalu)s::bigint[])
                AND {_TAHUN_LALU.format(siklus="k.siklus_id")} = r.tahun::text)
    ) x
) lalu
"""  # noqa: S608 - own text
# %(urutan)s: the periods of the year in their order, known before: one look into one index per person.
_PERIODE = """
CROSS JOIN LATERAL (
    SELECT to_jsonb(array_agg(v.predikat ORDER BY array_position(%(urutan)s::uuid[], v.periode_id), v.id)) AS isi,
        bool_and(v.predikat <= %(periode)s) AS baik
    FROM penilaian_evaluasiperiodik v
    WHERE v.pegawai_id = e.pegawai_id AND v.periode_id = ANY(%(urutan)s::uuid[]) AND v.predikat IS NOT NULL
) tw
"""
# The IKM of the nearest unit above that has one.
_IKM = """
CROSS JOIN LATERAL (
    SELECT m.ikm FROM penghargaan_masukanunit m
    JOIN pegawai_unitkerja mu ON mu.id = m.unit_id JOIN pegawai_unitkerja eu ON eu.id = e.unit_id
    WHERE m.siklus_id = e.siklus_id AND starts_with(eu.path, mu.path)
    ORDER BY length(mu.path) DESC LIMIT 1
) suara
"""
_ISI = """
INSERT INTO penghargaan_kandidatpenghargaan
    (kebijakan_id, siklus_id, evaluasi_id, pegawai_id, unit_id, penilai_id, atasan_penilai_id, bukti)
SELECT %(kebijakan)s, e.siklus_id, e.id, e.pegawai_id, e.unit_id, e.penilai_id, e.atasan_penilai_id, {bukti}
{dari}
WHERE {syarat} AND e.ctid >= %(dari)s::tid AND e.ctid < %(sampai)s::tid
ON CONFLICT (evaluasi_id, kebijakan_id) DO NOTHING
"""
# What no longer holds (an objection changed a label) goes, unless somebody was nominated on it.
_BUANG = """
DELETE FROM penghargaan_kandidatpenghargaan k
WHERE k.siklus_id = %(siklus)s AND k.kebijakan_id = %(kebijakan)s
  AND NOT EXISTS (SELECT FROM penghargaan_usulanpenghargaan w WHERE w.kandidat_id = k.id)
  AND NOT EXISTS (SELECT {dari} WHERE {syarat} AND e.id = k.evaluasi_id)
"""
# One message per assessor and year.
_KABARI = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT k.penilai_id, %(jenis)s, %(kunci)s || k.penilai_id::text,
       jsonb_build_object('tahun', %(tahun)s::text, 'jumlah', count(DISTINCT k.pegawai_id)), %(tautan)s
FROM penghargaan_kandidatpenghargaan k WHERE k.siklus_id = %(siklus)s GROUP BY k.penilai_id
ON CONFLICT (kunci) DO NOTHING
"""


def hitung_kandidat(*, siklus: Siklus) -> int:
    """Find the candidates of a closed year, step by step; returns how many are new.

    Computing again adds who is missing and removes who no longer qualifies and was not nominated. Raises
    TransisiDitolak while the yearly evaluation is not closed.
    """
    if siklus.status != StatusPeriode.DITUTUP:
        raise TransisiDitolak(kalimat("Kandidat dihitung setelah evaluasi tahunan ditutup."), "syarat")
    baru = sum(_satu(siklus, kebijakan) for kebijakan in kebijakan_tahun(siklus.tahun))
    _kabari(siklus)
    return baru


def hitung_kandidat_tertutup(*, hari: date) -> int:
    """Candidates of every year closed in the last two years, seen from `hari`; returns how many are new."""
    tertutup = Siklus.objects.filter(status=StatusPeriode.DITUTUP, tahun__gte=hari.year - 2)
    return sum(hitung_kandidat(siklus=siklus) for siklus in tertutup.order_by("tahun"))


def kebijakan_tahun(tahun: int) -> list[KebijakanPenghargaan]:
    """The policies that apply to a year: those in force on its last day."""
    return list(KebijakanPenghargaan.objects.berlaku(date(tahun, 12, 31)))


def syarat_dari(kebijakan: KebijakanPenghargaan) -> Syarat:
    """The conditions of a policy row as the rule knows them."""
    return Syarat(
        jenis=kebijakan.jenis,
        nama=kebijakan.nama,
        predikat=Predikat(kebijakan.predikat),
        tahun=kebijakan.tahun,
        dasar=kebijakan.dasar,
        periode=Predikat(kebijakan.predikat_periode) if kebijakan.predikat_periode else None,
        ikm=kebijakan.ikm,
        hanya_pns=kebijakan.hanya_pns,
    )


def terima_ikm(*, siklus: Siklus, unit: UnitKerja, ikm: object, responden: int) -> None:
    """Keep what citizens say of a unit in a year; the layer that knows the surveys calls this."""
    MasukanUnit.objects.update_or_create(
        siklus=siklus, unit=unit, defaults={"ikm": ikm, "responden": responden}
    )


def _satu(siklus: Siklus, kebijakan: KebijakanPenghargaan) -> int:
    dari, syarat, bukti = _bagian(kebijakan)
    awal = siklus.tahun - kebijakan.tahun + 1
    lalu = dict(Siklus.objects.filter(tahun__gte=awal, tahun__lt=siklus.tahun).values_list("pk", "tahun"))
    isian = {
        "siklus": siklus.pk,
        "kebijakan": kebijakan.pk,
        "tetap": TETAP,
        "tahun": siklus.tahun,
        "awal": awal,
        "lalu": list(lalu),
        "tahun_lalu": [str(t) for t in lalu.values()],
        "sebelum": kebijakan.tahun - 1,
        "predikat": kebijakan.predikat,
        "periode": kebijakan.predikat_periode,
        "ikm": kebijakan.ikm,
        "urutan": _urutan(siklus),
    }
    kunci = _kunci(siklus)
    if KandidatPenghargaan.objects.filter(siklus=siklus, kebijakan=kebijakan).exists():
        langkah(_BUANG.format(dari=dari, syarat=syarat), kunci, sambung=Sambung.PER_BARIS, **isian)
    if len(_tahun_diketahui(lalu.values(), awal, siklus.tahun)) < kebijakan.tahun - 1:
        return 0  # nobody can have as many years yet
    sql = _ISI.format(dari=dari, syarat=syarat, bukti=bukti)
    return per_halaman(sql, TABEL, kunci, sambung=Sambung.PER_BARIS, **isian)


def _tahun_diketahui(lalu: Iterable[int], awal: int, tahun: int) -> set[int]:
    """The years before `tahun`, from `awal`, of which anybody may have a result."""
    return set(lalu) | {t for t in tahun_tercatat(RiwayatSKP) if awal <= t < tahun}


def _bagian(kebijakan: KebijakanPenghargaan) -> tuple[str, str, str]:
    """FROM, WHERE and evidence for the conditions this policy has; others cost nothing."""
    dari = ["FROM penilaian_evaluasitahunan e"]
    syarat = ["e.siklus_id = %(siklus)s AND e.status = ANY(%(tetap)s) AND e.predikat <= %(predikat)s"]
    tahun = "jsonb_build_object(%(tahun)s::text, e.predikat)"
    bukti = []
    if kebijakan.hanya_pns:
        dari.append("JOIN pegawai_pegawai o ON o.id = e.pegawai_id")
        syarat.append("o.jenis = 'pns'")
    if kebijakan.tahun > 1:
        dari.append(_LALU)
        syarat.append("lalu.n = %(sebelum)s")
        tahun += " || lalu.isi"
    if kebijakan.predikat_periode:
        dari.append(_PERIODE)
        syarat.append("tw.baik")
        bukti.append(", 'periode', tw.isi")
    if kebijakan.ikm is not None:
        dari.append(_IKM)
        syarat.append("suara.ikm >= %(ikm)s")
        bukti.append(", 'ikm', suara.ikm::text")
    isi = f"jsonb_build_object('tahun', {tahun}{''.join(bukti)})"
    return "\n".join(dari), " AND ".join(syarat), isi


def _urutan(siklus: Siklus) -> list[UUID]:
    return list(Periode.objects.filter(siklus=siklus).order_by("mulai", "pk").values_list("pk", flat=True))


def _kunci(siklus: Siklus) -> str:
    return f"kandidat:{siklus.pk}"


def _kabari(siklus: Siklus) -> None:
    isian = {
        "siklus": siklus.pk,
        "tahun": siklus.tahun,
        "jenis": JenisPesan.KANDIDAT_PENGHARGAAN,
        "kunci": f"{JenisPesan.KANDIDAT_PENGHARGAAN}:{siklus.pk}:",
        "tautan": reverse("penghargaan:kandidat"),
    }
    langkah(_KABARI, _kunci(siklus), **isian)
