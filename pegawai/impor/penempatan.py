"""Import of placements: who sat where from when to when, definitive, Plt and Plh. See docs/impor.md and ADR 24."""

from typing import Any

from django.utils import timezone

from inti.impor_dasar import CONTOH_MAKS, Masalah
from inti.impor_tabel import Mode, PengimporTabel
from pegawai.enums import KedudukanHukum
from pegawai.impor import penempatan_periksa, penempatan_rangkai
from pegawai.impor.acuan import AcuanUnit, Pilihan
from pegawai.impor.jabatan_baris import (
    NAMA_JABATAN,
    SIAPKAN_JABATAN,
    TAMBAHAN_JABATAN,
    TAMPIL_JABATAN,
    DaftarJabatan,
    temukan_jabatan,
)
from pegawai.impor.ketetapan import TANPA_KETETAPAN, Ketetapan
from pegawai.impor.orang import KENALI_ORANG, TAMBAHAN_ORANG
from pegawai.impor.penempatan_kolom import KALIMAT, KOLOM
from pegawai.impor.penempatan_tulis import tulis as tulis_penempatan
from pegawai.impor.tahap import BERTUGAS
from pegawai.impor.unit_baris import SIAPKAN_UNIT, TAMBAHAN_UNIT, TAMPIL_UNIT, temukan_unit
from pegawai.models import Penempatan

_TANGGAL = "to_char({v}, 'DD-MM-YYYY')"
# A Plt or Plh of one day is told by its unit, unless the row leaves the unit out.
_CARI = """
UPDATE impor_tahap s SET id = t.id FROM pegawai_penempatan t
WHERE s.id IS NULL AND t.pegawai_id = s.pegawai_id AND t.mulai = s.mulai AND t.jenis = s.jenis
    AND (s.jenis = 'definitif' OR t.unit_id = s.unit_id
        OR coalesce(s.unor_kode, s.unor_nama) IS NULL AND NOT EXISTS (
            SELECT FROM pegawai_penempatan l WHERE l.pegawai_id = t.pegawai_id AND l.mulai = t.mulai
                AND l.jenis = t.jenis AND l.id <> t.id))
"""
_JENIS = f"""
UPDATE impor_tahap s
SET jenis = coalesce(s.jenis, lower(substring({NAMA_JABATAN} FROM '(?i)^(plt|plh)\\M')), 'definitif'),
    tempat = CASE WHEN coalesce(s.jenis, substring({NAMA_JABATAN} FROM '(?i)^(plt|plh)\\M'), 'definitif') <> 'definitif'
        THEN s.unit_id END
WHERE NOT EXISTS (SELECT FROM impor_masalah m WHERE m.baris = s.baris AND m.kolom = 'JENIS PENEMPATAN')
"""  # noqa: S608 - own text
_AKIBAT = """
SELECT count(*) OVER (), a.baris, concat_ws(' · ', o.nama, o.nip, concat_ws(' ', nullif(initcap(t.jenis) || '.',
    'Definitif.'), j.nama) || ' – ' || u.nama, to_char(t.mulai, 'DD-MM-YYYY')),
    coalesce(to_char(t.selesai, 'DD-MM-YYYY'), ''), to_char(a.selesai, 'DD-MM-YYYY')
FROM impor_akibat a JOIN pegawai_penempatan t ON t.id = a.id JOIN pegawai_pegawai o ON o.id = t.pegawai_id
JOIN pegawai_jabatan j ON j.id = t.jabatan_id JOIN pegawai_unitkerja u ON u.id = t.unit_id
JOIN impor_tahap s ON s.baris = a.baris AND NOT s.galat
ORDER BY a.baris, a.id LIMIT %s
"""
_DIHITUNG = """
SELECT count(*) OVER (), s.baris, concat_ws(' · ', o.nama, o.nip, to_char(s.mulai, 'DD-MM-YYYY')), '',
    to_char(s.selesai, 'DD-MM-YYYY')
FROM impor_tahap s JOIN pegawai_pegawai o ON o.id = s.pegawai_id
WHERE s.dihitung AND s.baru AND NOT s.galat ORDER BY s.baris LIMIT %s
"""
_SIDIK = """
SELECT coalesce(sum(hashtextextended(concat_ws('|', a.id, a.selesai, t.mulai, t.selesai, t.unit_id,
    t.jabatan_id), 0)::numeric), 0)::text
FROM impor_akibat a JOIN pegawai_penempatan t ON t.id = a.id
"""
_BERGERAK = "SELECT s.pegawai_id FROM impor_tahap s WHERE s.baru OR s.berubah"
_KEDUDUKAN = {str(k.value): str(k.label) for k in KedudukanHukum}


class PengimporPenempatan(PengimporTabel):
    """Placements, one per person, first day and kind; `ketetapan` are the days that must stay as they are."""

    nama = "penempatan"
    model = Penempatan
    kolom = KOLOM
    kalimat = KALIMAT
    kunci = (("mulai", "pegawai_id", "jenis", "tempat"),)
    kunci_kosong = frozenset({"tempat"})
    tambahan = (
        TAMBAHAN_ORANG
        | TAMBAHAN_UNIT
        | TAMBAHAN_JABATAN
        | {"tempat": "uuid", "dihitung": "bool NOT NULL DEFAULT false"}
    )
    tulis = ("pegawai_id", "unit_id", "jabatan_id", "jenis", "kepala", "mulai", "selesai", "dasar")
    tampil = {
        "unit_id": TAMPIL_UNIT,
        "jabatan_id": TAMPIL_JABATAN,
        "kepala": "CASE WHEN {v} THEN 'YA' WHEN NOT {v} THEN 'TIDAK' END",
        "selesai": _TANGGAL,
    }
    kenali = (*KENALI_ORANG, _JENIS)
    aturan = penempatan_periksa.ATURAN
    sebutan = (
        "(SELECT concat_ws(' · ', o.nama, o.nip, to_char(s.mulai, 'DD-MM-YYYY')) FROM pegawai_pegawai o"
        " WHERE o.id = s.pegawai_id)"
    )

    def __init__(self, mode: Mode = Mode.KEDUANYA, ketetapan: Ketetapan = TANPA_KETETAPAN) -> None:
        super().__init__(mode)
        self._ketetapan = ketetapan
        self.tabel_terkunci = (
            "pegawai_unitkerja", "pegawai_penempatan", "pegawai_jabatan", *ketetapan.tabel,
        )  # fmt: skip
        self._unit, self._jabatan = AcuanUnit(Pilihan()), DaftarJabatan()

    def perintah_siapkan(self) -> Any:
        """The staging tables, and those of units, posts and chains."""
        return (*super().perintah_siapkan(), *SIAPKAN_UNIT, *SIAPKAN_JABATAN, *penempatan_rangkai.SIAPKAN)

    def isian(self) -> dict[str, Any]:
        """Today, who is in service, and the column that says who leads."""
        kolom = "MEMIMPIN UNIT" if "MEMIMPIN UNIT" in self.tabel.posisi else "JABATAN NAMA"
        return {"hari_ini": timezone.localdate(), "bertugas": list(BERTUGAS), "kolom_kepala": kolom}

    def susun(self, kursor: Any) -> None:
        """Read the cells, then find the units and the posts."""
        super().susun(kursor)
        self._unit = temukan_unit(kursor, juga_tutup=True)
        self._jabatan = temukan_jabatan(kursor)

    def temukan(self, kursor: Any) -> None:
        """Which placements there are is known: lay them one after the other."""
        penempatan_rangkai.rangkaikan(kursor, self._unit, self._jabatan)

    def sebelum_aturan(self, kursor: Any) -> None:
        """Fetch the settled days of the people whose placements change."""
        kursor.execute("ANALYZE impor_tahap")
        kursor.execute(f"INSERT INTO impor_tutup {self._ketetapan.untuk(_BERGERAK)}")
        kursor.execute("ANALYZE impor_tutup")

    def ubah_masalah(self, masalah: Masalah) -> Masalah:
        """The standing of a person in words."""
        if masalah.kode != "pegawai_keluar":
            return masalah
        nilai = _KEDUDUKAN.get(masalah.nilai, masalah.nilai)
        return Masalah(masalah.baris, masalah.kode, masalah.kolom, nilai, masalah.isi)

    def ringkas(self, kursor: Any) -> dict[str, Any]:
        """With what ends as a consequence, and last days that were taken from the next placement."""
        laporan = super().ringkas(kursor)
        for bidang, perintah in (("akibat", _AKIBAT), ("dihitung", _DIHITUNG)):
            kursor.execute(perintah, [CONTOH_MAKS])
            semua = kursor.fetchall()
            if semua:
                contoh = [
                    {"baris": baris, "nip": "", "nama": nama, "lama": lama, "baru": baru}
                    for _, baris, nama, lama, baru in semua
                ]
                laporan["perubahan"].append({"bidang": bidang, "jumlah": semua[0][0], "contoh": contoh})
        return laporan

    def sidik_hasil(self, kursor: Any) -> str:
        """With the placements that end as a consequence."""
        dasar = super().sidik_hasil(kursor)
        kursor.execute(_SIDIK)
        return f"{dasar}|{kursor.fetchone()[0]}"

    def terapkan(self, kursor: Any) -> None:
        """Write what was staged."""
        self.lapor("tulis", 0)
        tulis_penempatan(kursor)

    def _cari(self, kunci: tuple[str, ...]) -> str:
        return _CARI
