"""Needs: proposed from evaluations in one statement per kind of gap, answered by the person, matched with the
catalogue."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from akses.alur import jalankan
from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import terlihat_oleh, wajib_boleh
from pegawai.models import Pegawai
from pelatihan.aturan.cocok import Gejala, cocokkan
from pelatihan.models import Pelatihan
from pelatihan.workflow import ALUR_KEBUTUHAN
from pemberitahuan.models import JenisPesan
from penilaian.enums import NilaiPerilaku, StatusKebutuhan, SumberKebutuhan
from penilaian.models import KebutuhanPengembangan
from sasaran.models import IndikatorKinerjaIndividu
from sasaran.models.siklus import BULAN, TRIWULAN

TOPIK_PREDIKAT = "Perencanaan kerja, indikator, dan target"

# Once a year for a value and for a predikat, once for a result: `kunci` says so. What the employee has not
# been told yet (not delivered) opens nothing. Who keeps failing gets no second need while the first stands.
_NILAI = """
INSERT INTO penilaian_kebutuhanpengembangan (pegawai_id, topik, alasan, sumber, kunci, evaluasi_id)
SELECT DISTINCT ON (e.pegawai_id, v.nilai) e.pegawai_id, 'Nilai BerAKHLAK: ' || n.label,
    'Perilaku ' || n.label || ' dinilai di bawah ekspektasi pada evaluasi '
        || CASE p.jenis WHEN 'triwulan' THEN (%(triwulan)s::text[])[p.nomor]
            ELSE (%(bulan)s::text[])[p.nomor] END || ' ' || s.tahun || '.',
    'evaluasi', 'nilai:' || e.pegawai_id || ':' || s.tahun || ':' || v.nilai, e.id
FROM penilaian_evaluasiperiodik e
JOIN penilaian_penilaianperilaku v ON v.evaluasi_id = e.id AND v.rating = 3
JOIN sasaran_periode p ON p.id = e.periode_id JOIN sasaran_siklus s ON s.id = p.siklus_id
JOIN unnest(%(nilai)s::text[], %(label)s::text[]) AS n(kode, label) ON n.kode = v.nilai
WHERE e.status IN ('disampaikan', 'diterima') AND s.tahun = %(tahun)s
ORDER BY e.pegawai_id, v.nilai, p.selesai DESC
ON CONFLICT (kunci) DO NOTHING
"""
_HASIL = """
INSERT INTO penilaian_kebutuhanpengembangan (pegawai_id, topik, alasan, sumber, kunci, evaluasi_id)
SELECT DISTINCT ON (h.rhk_id) e.pegawai_id, left(r.uraian, 200),
    'Hasil kerja ini dinilai di bawah ekspektasi pada evaluasi '
        || CASE p.jenis WHEN 'triwulan' THEN (%(triwulan)s::text[])[p.nomor]
            ELSE (%(bulan)s::text[])[p.nomor] END || ' ' || s.tahun || '.',
    'evaluasi', 'rhk:' || h.rhk_id, e.id
FROM penilaian_evaluasiperiodik e
JOIN penilaian_penilaianhasil h ON h.evaluasi_id = e.id AND h.rating = 3
JOIN sasaran_rencanahasilkerja r ON r.id = h.rhk_id
JOIN sasaran_periode p ON p.id = e.periode_id JOIN sasaran_siklus s ON s.id = p.siklus_id
WHERE e.status IN ('disampaikan', 'diterima') AND s.tahun = %(tahun)s
ORDER BY h.rhk_id, p.selesai DESC
ON CONFLICT (kunci) DO NOTHING
"""
# Butuh Perbaikan and worse (codes 3 to 5) open a need (domain.md 18), when no single gap says it better.
_PREDIKAT = """
INSERT INTO penilaian_kebutuhanpengembangan (pegawai_id, topik, alasan, sumber, kunci, evaluasi_id)
SELECT DISTINCT ON (e.pegawai_id) e.pegawai_id, %(topik)s,
    'Predikat ' || k.label || ' pada evaluasi '
        || CASE p.jenis WHEN 'triwulan' THEN (%(triwulan)s::text[])[p.nomor]
            ELSE (%(bulan)s::text[])[p.nomor] END || ' ' || s.tahun || '.',
    'evaluasi', 'predikat:' || e.pegawai_id || ':' || s.tahun, e.id
FROM penilaian_evaluasiperiodik e
JOIN sasaran_periode p ON p.id = e.periode_id JOIN sasaran_siklus s ON s.id = p.siklus_id
JOIN (VALUES (3, 'Butuh Perbaikan'), (4, 'Kurang'), (5, 'Sangat Kurang')) AS k(kode, label)
    ON k.kode = e.predikat
WHERE e.status IN ('disampaikan', 'diterima') AND s.tahun = %(tahun)s
  AND NOT EXISTS (SELECT 1 FROM penilaian_penilaianperilaku v WHERE v.evaluasi_id = e.id AND v.rating = 3)
  AND NOT EXISTS (SELECT 1 FROM penilaian_penilaianhasil h WHERE h.evaluasi_id = e.id AND h.rating = 3)
ORDER BY e.pegawai_id, p.selesai DESC
ON CONFLICT (kunci) DO NOTHING
"""
_TAHUNAN = """
INSERT INTO penilaian_kebutuhanpengembangan (pegawai_id, topik, alasan, sumber, kunci, tahunan_id)
SELECT t.pegawai_id, %(topik)s, 'Predikat ' || k.label || ' pada evaluasi tahun ' || s.tahun || '.',
    'evaluasi', 'predikat:' || t.pegawai_id || ':' || s.tahun, t.id
FROM penilaian_evaluasitahunan t JOIN sasaran_siklus s ON s.id = t.siklus_id
JOIN (VALUES (3, 'Butuh Perbaikan'), (4, 'Kurang'), (5, 'Sangat Kurang')) AS k(kode, label)
    ON k.kode = t.predikat
WHERE t.disampaikan_pada IS NOT NULL AND s.tahun = %(tahun)s
ON CONFLICT (kunci) DO NOTHING
"""
# One message a person and day, however many needs; the key makes a second run say nothing twice.
_KABARI = """
INSERT INTO pemberitahuan_pesan (penerima_id, jenis, kunci, data, tautan)
SELECT DISTINCT ON (b.pegawai_id) b.pegawai_id, %(jenis)s, %(jenis)s || ':' || b.id,
    jsonb_build_object('topik', b.topik), %(tautan)s
FROM penilaian_kebutuhanpengembangan b
WHERE b.sumber = 'evaluasi' AND b.status = 'diusulkan' AND b.dibuat_pada >= %(sejak)s
ORDER BY b.pegawai_id, b.topik, b.id
ON CONFLICT (kunci) DO NOTHING
"""


@dataclass(frozen=True)
class KebutuhanCocok:
    """A need with the entries of the catalogue that answer it."""

    kebutuhan: KebutuhanPengembangan
    pelatihan: list[Pelatihan] = field(default_factory=list)


def usulkan_dari_evaluasi(*, tahun: int, kabari: bool = True) -> int:
    """Open the needs that the delivered evaluations of a year show and tell the people (unless `kabari` is
    False); returns how many.

    Set-based, whatever the number of people; running twice changes nothing.
    """
    sejak = timezone.now()
    isian = {
        "tahun": tahun,
        "topik": TOPIK_PREDIKAT,
        "nilai": list(NilaiPerilaku.values),
        "label": [str(label) for label in NilaiPerilaku.labels],
        "triwulan": list(TRIWULAN),
        "bulan": list(BULAN),
    }
    with transaction.atomic(), connection.cursor() as kursor:
        banyak = 0
        for perintah in (_NILAI, _HASIL, _PREDIKAT, _TAHUNAN):
            kursor.execute(perintah, isian)
            banyak += kursor.rowcount
        if banyak and kabari:
            tautan = reverse("pelatihan:saya")
            jenis = JenisPesan.KEBUTUHAN_PELATIHAN
            kursor.execute(_KABARI, {"jenis": jenis, "tautan": tautan, "sejak": sejak})
    return banyak


def tanggapi(
    *, kebutuhan: KebutuhanPengembangan, aksi: str, oleh: Pegawai, catatan: str = ""
) -> KebutuhanPengembangan:
    """The person confirms a need or says why it is none. Raises PermissionDenied or TransisiDitolak."""
    return jalankan(alur=ALUR_KEBUTUHAN, objek=kebutuhan, aksi=aksi, oleh=oleh, catatan=catatan)


def usulkan_sendiri(*, pegawai: Pegawai, topik: str, alasan: str, oleh: Pegawai) -> KebutuhanPengembangan:
    """A wish of one's own, which needs no answer, or what a supervisor sees. Raises PermissionDenied."""
    wajib_boleh(oleh, Izin.PELATIHAN_USULKAN, pegawai)
    sendiri = oleh.pk == pegawai.pk
    return KebutuhanPengembangan.objects.create(
        pegawai=pegawai,
        topik=topik,
        alasan=alasan,
        sumber=SumberKebutuhan.USULAN,
        status=StatusKebutuhan.DIRENCANAKAN if sendiri else StatusKebutuhan.DIUSULKAN,
        kunci=f"usulan:{uuid4()}",
        dibuat_oleh=oleh,
    )


def kebutuhan_terlihat(pelaku: Pelaku) -> QuerySet[KebutuhanPengembangan]:
    """The needs this person may read."""
    semua = KebutuhanPengembangan.objects.select_related("pegawai__atasan__unit")
    return terlihat_oleh(semua, pelaku, Izin.PELATIHAN_LIHAT)


def dengan_pelatihan(daftar: Iterable[KebutuhanPengembangan]) -> list[KebutuhanCocok]:
    """Each need with what the catalogue offers for it; two queries, however many needs."""
    semua = list(daftar)
    if not semua:
        return []
    katalog = list(Pelatihan.objects.filter(aktif=True).only("nama", "topik", "nilai", "aspek", "jp"))
    aspek = _aspek([rhk for satu in semua if (rhk := _rhk(satu.kunci))])
    return [KebutuhanCocok(satu, cocokkan(_gejala(satu, aspek), katalog)) for satu in semua]


def _rhk(kunci: str) -> UUID | None:
    jenis, _titik, nilai = kunci.partition(":")
    return UUID(nilai) if jenis == "rhk" else None


def _aspek(rhk: list[UUID]) -> dict[UUID, tuple[str, ...]]:
    if not rhk:
        return {}
    hasil: dict[UUID, tuple[str, ...]] = {}
    baris = IndikatorKinerjaIndividu.objects.filter(rhk__in=rhk).values_list("rhk_id", "aspek")
    for rhk_id, aspek in baris:
        hasil[rhk_id] = (*hasil.get(rhk_id, ()), aspek)
    return hasil


def _gejala(kebutuhan: KebutuhanPengembangan, aspek: dict[UUID, tuple[str, ...]]) -> Gejala:
    bagian = kebutuhan.kunci.split(":")
    nilai = bagian[-1] if bagian[0] == "nilai" else ""
    rhk = _rhk(kebutuhan.kunci)
    return Gejala(kebutuhan.topik, nilai, aspek.get(rhk, ()) if rhk else ())


KOLOM_EKSPOR = (
    _("NIP"), _("Nama"), _("Unit kerja"), _("Yang perlu dipelajari"), _("Alasan"), _("Sumber"), _("Status"),
)  # fmt: skip


def daftar_unit(pelaku: Pelaku, kueri: Mapping[str, str]) -> QuerySet[KebutuhanPengembangan]:
    """Open needs of everybody whose training this person may read, his own apart, as the query asks."""
    semua = kebutuhan_terlihat(pelaku).belum_terpenuhi().exclude(pegawai=pelaku.pegawai_id)
    if kueri.get("sumber") in SumberKebutuhan.values:
        semua = semua.filter(sumber=kueri["sumber"])
    for kata in kueri.get("q", "").replace("\x00", "").split()[:6]:
        cocok = Q(topik__icontains=kata) | Q(pegawai__nama__icontains=kata)
        semua = semua.filter(cocok | Q(pegawai__atasan__unit__nama__icontains=kata))
    return semua


def ringkas_unit(pelaku: Pelaku) -> list[tuple[str, int]]:
    """The subjects most needed and how often, within what he may read. One query."""
    semua = kebutuhan_terlihat(pelaku).belum_terpenuhi().exclude(pegawai=pelaku.pegawai_id).order_by()
    baris = semua.values("topik").annotate(n=Count("pk")).order_by("-n", "topik")[:8]
    return [(b["topik"], b["n"]) for b in baris]


def baris_ekspor(semua: QuerySet[KebutuhanPengembangan]) -> Iterator[tuple[str, ...]]:
    """Needs as rows of a file, read in pieces."""
    for k in semua.iterator(chunk_size=2000):
        unit = k.pegawai.atasan.unit if hasattr(k.pegawai, "atasan") else None
        yield (
            k.pegawai.nip or "", k.pegawai.nama_lengkap, unit.nama if unit else "", k.topik, k.alasan,
            k.get_sumber_display(), k.get_status_display(),
        )  # fmt: skip
