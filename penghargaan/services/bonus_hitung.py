"""Computing the lines of a run: one statement for everybody, from the same policy as `aturan.bonus`.

A draft is computed as a whole in one transaction: killed on the way it is as it was before.
"""

from decimal import Decimal
from typing import Any

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from akses.enums import Izin
from akses.services import wajib_boleh
from inti.tanda import kalimat
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from penghargaan.aturan.bonus import Ekspresi, Kebijakan, ekspresi
from penghargaan.enums import StatusBonus
from penghargaan.models import BarisBonus, KebijakanBonus, PerhitunganBonus
from penghargaan.services.penghargaan_halangan import SQL_SANKSI

# Everybody whom the period concerns: who has an evaluation in it, and who sat in a post then without one. Of
# two evaluations the delivered and later one counts. What approved runs of the period gave already is `sudah`.
# OFFSET 0: every factor is computed once, however often the amount speaks of it.
_ISI = """
INSERT INTO penghargaan_barisbonus (perhitungan_id, pegawai_id, evaluasi_id, unit_id, kelas, predikat, dasar,
    persen, bagian, alasan, hak, sudah, jumlah)
SELECT %(perhitungan)s, pegawai_id, evaluasi_id, unit_id, kelas, predikat, dasar, %(persen)s, bagian, alasan,
    hak, sudah, hak - sudah
FROM (SELECT *, {hak} AS hak FROM (SELECT *, {dasar} AS dasar, {bagian} AS bagian, {alasan} AS alasan FROM (
    SELECT o.id AS pegawai_id, o.kedudukan_hukum AS kedudukan, b.evaluasi_id, b.unit_id,
        j.kelas, b.predikat, {sanksi} AS sanksi, coalesce(l.sudah, 0) AS sudah
    FROM (
        SELECT coalesce(v.pegawai_id, a.pegawai_id) AS pegawai_id, v.id AS evaluasi_id, v.predikat,
            coalesce(v.unit_id, a.unit_id) AS unit_id, coalesce(v.penempatan_id, a.penempatan_id) AS post
        FROM (
            SELECT DISTINCT ON (e.pegawai_id) e.id, e.pegawai_id, e.unit_id, e.predikat, s.penempatan_id
            FROM penilaian_evaluasiperiodik e JOIN sasaran_skp s ON s.id = e.skp_id
            JOIN pegawai_unitkerja k ON k.id = e.unit_id AND starts_with(k.path, %(akar)s)
            WHERE e.periode_id = %(periode)s
            ORDER BY e.pegawai_id, e.predikat IS NULL, s.mulai DESC, e.id
        ) v
        FULL JOIN (
            SELECT x.pegawai_id, x.unit_id, x.penempatan_id FROM pegawai_atasan x
            JOIN pegawai_unitkerja u ON u.id = x.unit_id AND starts_with(u.path, %(akar)s)
        ) a ON a.pegawai_id = v.pegawai_id
    ) b
    JOIN pegawai_pegawai o ON o.id = b.pegawai_id
    LEFT JOIN pegawai_penempatan t ON t.id = b.post
    LEFT JOIN pegawai_jabatan j ON j.id = t.jabatan_id
    LEFT JOIN (
        SELECT b.pegawai_id, sum(b.jumlah)::bigint AS sudah FROM penghargaan_barisbonus b
        JOIN penghargaan_perhitunganbonus p ON p.id = b.perhitungan_id
        WHERE p.periode_id = %(periode)s AND p.unit_id = %(unit)s AND p.status IN ('disetujui', 'diekspor')
        GROUP BY b.pegawai_id
    ) l ON l.pegawai_id = o.id
    WHERE o.jenis <> 'pejabat_negara' AND (b.evaluasi_id IS NOT NULL OR t.mulai <= %(akhir)s)
) bahan OFFSET 0) faktor OFFSET 0) hasil
WHERE NOT %(koreksi)s OR hak <> sudah
"""


def hitung_bonus(*, perhitungan: PerhitunganBonus, oleh: Pegawai) -> int:
    """Replace the lines of a draft by what the policy gives now; returns how many lines there are.

    Only the drafter computes: whoever did is not the one who checks. Raises PermissionDenied or
    TransisiDitolak.
    """
    with transaction.atomic():
        terkunci = kunci(perhitungan)
        wajib_boleh(oleh, Izin.BONUS_SUSUN, terkunci)
        if terkunci.status != StatusBonus.DRAF:
            raise TransisiDitolak(kalimat("Hanya draf yang dapat dihitung ulang."), "status")
        if terkunci.penyusun_id != oleh.pk:
            raise TransisiDitolak(kalimat("Hanya penyusunnya yang menghitung ulang draf ini."), "penyusun")
        jumlah = isi_baris(terkunci)
        terkunci.dihitung_pada = timezone.now()
        terkunci.save(update_fields=["dihitung_pada"])
        return jumlah


def isi_baris(perhitungan: PerhitunganBonus) -> int:
    """Write the lines of a locked draft anew; returns how many."""
    aturan = kebijakan_dari(perhitungan.kebijakan)
    bagian = _bagian(ekspresi(aturan))
    BarisBonus.objects.filter(perhitungan=perhitungan)._raw_delete(using="default")
    periode = perhitungan.periode
    isian = {
        "perhitungan": perhitungan.pk,
        "periode": periode.pk,
        "unit": perhitungan.unit_id,
        "akar": perhitungan.unit.path,
        "persen": aturan.persen,
        "awal": periode.mulai,
        "akhir": periode.selesai,
        "koreksi": perhitungan.koreksi_atas_id is not None,
    }
    with connection.cursor() as kursor:
        kursor.execute(_ISI.format(**bagian, sanksi=SQL_SANKSI), isian)
        return int(kursor.rowcount)


def kebijakan_dari(baris: KebijakanBonus) -> Kebijakan:
    """The amounts and shares of a policy row as the rule knows them."""
    return Kebijakan(
        persen=baris.persen,
        dasar=dict(baris.dasar_kelas.values_list("kelas", "jumlah")),
        bagian=dict(baris.bagian_predikat.values_list("predikat", "persen")),
        tugas_belajar=baris.tugas_belajar,
    )


def kunci(perhitungan: PerhitunganBonus) -> PerhitunganBonus:
    """The run as it is now, locked until the caller's transaction ends."""
    semua = PerhitunganBonus.objects.select_related("periode__siklus", "unit", "kebijakan", "penyusun")
    return semua.select_for_update(of=("self",)).get(pk=perhitungan.pk)


def selisih_hitung(perhitungan: PerhitunganBonus) -> int:
    """How many lines do not follow from their own factors: always 0, asked before a run moves on."""
    harusnya = F("dasar") * F("persen") * F("bagian") / Decimal(10000)
    salah = BarisBonus.objects.filter(perhitungan=perhitungan, alasan="").annotate(harusnya=harusnya)
    return salah.exclude(
        harusnya__gte=F("hak") - Decimal("0.5"), harusnya__lt=F("hak") + Decimal("0.5")
    ).count()


def _bagian(satu: Ekspresi) -> dict[str, Any]:
    return {"dasar": satu.dasar, "bagian": satu.bagian, "alasan": satu.alasan, "hak": satu.hak}
