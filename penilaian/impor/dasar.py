"""What the imports of yearly and periodic results share: who, the two ratings and the label, the assessor.

The label follows from the ratings (penilaian.aturan.predikat); a file that says another one is refused, because
SIASN keeps only results of that regulation and a wrong code, 3 taken for the best, shows itself just there.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from django.utils import timezone

from inti.impor_dasar import Masalah, Tabel
from inti.impor_tabel import PengimporTabel
from inti.tanda import Kalimat
from pegawai.impor.orang import KENALI_ORANG, SEBUTAN_ORANG, TAMBAHAN_ORANG
from penilaian.aturan.predikat import LABEL_PREDIKAT, LABEL_RATING, TABEL, Predikat, Rating
from penilaian.aturan.siasn import TAHUN_PERTAMA
from penilaian.impor.kolom import ID_RIWAYAT, PENANDA_EKINERJA

_AKHIR_ZAMAN = date(9999, 12, 31)
CATAT = "INSERT INTO impor_masalah (baris, kode, kolom, nilai, isi) SELECT s.baris, "


def kuadran() -> str:
    """SQL rows (from, until, results, behaviour, label) of every matrix ever in force."""
    sampai = [satu.sejak for satu in TABEL[1:]] + [_AKHIR_ZAMAN]
    baris = (
        f"(DATE '{satu.sejak}', DATE '{akhir}', {int(h)}, {int(p)}, {int(v)})"
        for satu, akhir in zip(TABEL, sampai, strict=True)
        for (h, p), v in satu.matriks.items()
    )
    return f"(VALUES {', '.join(baris)}) m (sejak, sampai, hasil, perilaku, predikat)"


def _dua(kode: str, bidang: str, kata: str, kolom: str, label: str) -> tuple[str, str]:
    """A code and its word: say where they differ, then keep either."""
    return (
        CATAT + f"'{kode}', '{kolom}', {bidang}::text, jsonb_build_object('lain', '{label}:' || {kata})"
        f" FROM impor_tahap s WHERE {bidang} <> {kata}",
        f"UPDATE impor_tahap SET {bidang} = coalesce({bidang}, {kata})",  # noqa: S608 - own text
    )


# Rows that e-Kinerja reports but that are no result of their own; they are told and change nothing.
_LEWAT = (
    # What gave way to a later result stays behind, also when that one is refused and left out.
    "UPDATE impor_tahap SET lewat = 'lewat_lama' FROM impor_lama l WHERE l.baris = impor_tahap.baris",
    "UPDATE impor_tahap SET lewat = 'lewat_rangkap' WHERE rangkap",
    "UPDATE impor_tahap SET lewat = 'lewat_belum' WHERE lewat IS NULL AND %(ekinerja)s"
    " AND coalesce(rating_hasil, rating_perilaku, predikat) IS NULL AND NOT EXISTS (SELECT FROM impor_masalah m"
    " WHERE m.baris = impor_tahap.baris AND m.kode IN ('rating_salah', 'predikat_salah'))",
)
LEWAT_LAMA = (
    "UPDATE impor_tahap s SET lewat = 'lewat_lama' FROM (SELECT baris, akhir_skp < max(akhir_skp) OVER"
    " (PARTITION BY pegawai_id, {kunci}) AS lama FROM impor_tahap WHERE lewat IS NULL AND pegawai_id IS NOT NULL) x"
    " WHERE x.baris = s.baris AND x.lama"
)
KENALI = (
    *KENALI_ORANG,
    *_dua("hasil_dua", "rating_hasil", "hasil_kata", "HASIL KINERJA NILAI", "rating"),
    *_dua("perilaku_dua", "rating_perilaku", "perilaku_kata", "PERILAKU KERJA NILAI", "rating"),
    *_dua("predikat_dua", "predikat", "predikat_kata", "KUADRAN KINERJA NILAI", "predikat"),
    *_LEWAT,
)
# Without its key a row that is passed over meets no other.
TUTUP_KENALI = (
    CATAT + "s.lewat, CASE s.lewat WHEN 'lewat_rangkap' THEN 'IS SKP PLT PLH PJB'"
    " WHEN 'lewat_lama' THEN 'PERIODE AKHIR SKP' ELSE 'KUADRAN KINERJA' END,"
    " CASE s.lewat WHEN 'lewat_lama' THEN to_char(s.akhir_skp, 'DD-MM-YYYY') ELSE '' END, '{}'"
    " FROM impor_tahap s WHERE s.lewat IS NOT NULL",
    "UPDATE impor_tahap SET pegawai_id = NULL WHERE lewat IS NOT NULL",
)


def _satu_penilai(syarat: str) -> str:
    return f"FROM impor_tahap s JOIN pegawai_pegawai o ON o.id = s.pegawai_id WHERE {syarat}"


_TAK_TERBACA = (
    "NOT EXISTS (SELECT FROM impor_masalah m WHERE m.baris = s.baris AND m.kode = 'rating_salah'"
    " AND m.kolom LIKE '{}%%')"
)
# What needs the rows of the file and the people only.
_SENDIRI = (
    CATAT + "'hasil_kosong', %(kolom_hasil)s, '', '{}' FROM impor_tahap s"
    f" WHERE s.baru AND s.rating_hasil IS NULL AND {_TAK_TERBACA.format('HASIL')}",
    CATAT + "'perilaku_kosong', %(kolom_perilaku)s, '', '{}' FROM impor_tahap s"
    f" WHERE s.baru AND s.rating_perilaku IS NULL AND {_TAK_TERBACA.format('PERILAKU')}",
    CATAT + f"'tahun_lama', 'TAHUN', s.tahun::text, jsonb_build_object('awal', {TAHUN_PERTAMA})"
    f" FROM impor_tahap s WHERE s.tahun < {TAHUN_PERTAMA}",
    CATAT + "'tahun_nanti', 'TAHUN', s.tahun::text, '{}' FROM impor_tahap s"
    " WHERE s.tahun > extract(year FROM %(hari_ini)s::date)",
    CATAT + "'bukan_asn', 'NIP BARU', o.nama, '{}' " + _satu_penilai("o.jenis = 'pejabat_negara'"),
    CATAT + "'sebelum_diangkat', 'TAHUN', s.tahun::text,"
    " jsonb_build_object('tmt', to_char(coalesce(o.tmt_cpns, o.tmt_pns), 'DD-MM-YYYY')) "
    + _satu_penilai("s.tahun < extract(year FROM coalesce(o.tmt_cpns, o.tmt_pns))"),
    CATAT
    + "'penilai_diri', 'PENILAI NIP NRP', s.penilai_nip, '{}' "
    + _satu_penilai("s.penilai_nip = o.nip"),
    CATAT + "'penilai_kosong', 'PENILAI NIP NRP', '', '{}' FROM impor_tahap s"
    " WHERE s.baru AND s.lewat IS NULL AND s.penilai_nip IS NULL AND s.penilai_nama IS NULL",
    CATAT + f"'siasn_ganda', '{ID_RIWAYAT}', s.siasn_id, jsonb_build_object('lain', array_to_string("  # noqa: S608 - own text
    "(SELECT array_agg(n ORDER BY n) FROM unnest(g.semua[1:6]) n WHERE n <> s.baris), ', '))"
    " FROM impor_tahap s JOIN (SELECT siasn_id, array_agg(baris ORDER BY baris) AS semua FROM impor_tahap"
    " WHERE lewat IS NULL AND siasn_id IS NOT NULL GROUP BY siasn_id HAVING count(*) > 1) g USING (siasn_id)"
    " WHERE s.lewat IS NULL",
)


def aturan(tabel: str, hari: str) -> tuple[str, ...]:
    """The rules of both kinds; `hari` is SQL of the day whose matrix counts for row s."""
    lama = f"LEFT JOIN {tabel} t ON t.id = s.id"
    return (
        *_SENDIRI,
        CATAT + "'predikat_beda', %(kolom_predikat)s, 'predikat:' || s.predikat, jsonb_build_object('hasil',"
        f" 'rating:' || m.hasil, 'perilaku', 'rating:' || m.perilaku, 'seharusnya', 'predikat:' || m.predikat)"
        f" FROM impor_tahap s {lama} JOIN {kuadran()} ON m.hasil = coalesce(s.rating_hasil, t.rating_hasil)"
        " AND m.perilaku = coalesce(s.rating_perilaku, t.rating_perilaku)"
        f" AND m.sejak <= {hari} AND {hari} < m.sampai WHERE s.predikat <> m.predikat",
        CATAT + "'penilai_nip_salah', 'PENILAI NIP NRP', coalesce(s.penilai_nip, t.penilai_nip), '{}'"
        f" FROM impor_tahap s {lama} WHERE coalesce(s.penilai_status, t.penilai_status, 'ASN') = 'ASN'"
        " AND coalesce(s.penilai_nip, nullif(t.penilai_nip, '')) !~ '^[0-9]{18}$'",
        CATAT + f"'siasn_lain', '{ID_RIWAYAT}', s.siasn_id,"
        " jsonb_build_object('lain', concat_ws(' ', o.nama, t.tahun))"
        f" FROM impor_tahap s JOIN {tabel} t ON t.siasn_id = s.siasn_id AND t.siasn_id <> '' AND t.id <> s.id"
        " JOIN pegawai_pegawai o ON o.id = t.pegawai_id WHERE s.lewat IS NULL",
    )


TUTUP_ATURAN = (
    "UPDATE impor_tahap SET baru = false, berubah = false WHERE lewat IS NOT NULL",
    "DELETE FROM impor_masalah m USING impor_tahap s WHERE s.lewat IS NOT NULL AND m.baris = s.baris"
    " AND m.kode <> s.lewat",
)
# The columns of a code and of its word: a problem is told at the one that the file has.
BERDUA = {
    "kolom_hasil": ("HASIL KINERJA NILAI", "HASIL KINERJA"),
    "kolom_perilaku": ("PERILAKU KERJA NILAI", "PERILAKU KERJA"),
    "kolom_predikat": ("KUADRAN KINERJA NILAI", "KUADRAN KINERJA"),
}
_LABEL: dict[str, Any] = {f"rating:{int(r)}": LABEL_RATING[r] for r in Rating}
_LABEL |= {f"predikat:{int(v)}": LABEL_PREDIKAT[v] for v in Predikat}


def _kata(label: Mapping[Any, str]) -> str:
    """SQL of the words of a code {v}."""
    kata = " ".join(f"WHEN {int(kode)} THEN '{isi}'" for kode, isi in label.items())
    return f"CASE {{v}} {kata} END"


class PengimporHasil(PengimporTabel):
    """Results of one kind; a subclass says which months a row is about."""

    hari: ClassVar[str]  # SQL of the day whose matrix counts for row s
    tambahan: ClassVar[dict[str, str]] = {**TAMBAHAN_ORANG, "lewat": "text"}
    bawaan: ClassVar[dict[str, str]] = {
        "penilai_status": "'ASN'",
        **dict.fromkeys(
            (
                "penilai_nip", "penilai_nama", "penilai_jabatan", "penilai_golongan", "penilai_unit", "jabatan",
                "unit", "siasn_id",
            ),
            "''",
        ),
    }  # fmt: skip
    diperbarui: ClassVar[dict[str, str]] = {"berkas": "%(berkas)s", "dicatat_pada": "now()"}
    tampil: ClassVar[dict[str, str]] = {
        **dict.fromkeys(("rating_hasil", "rating_perilaku"), _kata(LABEL_RATING)),
        "predikat": _kata(LABEL_PREDIKAT),
    }
    sebutan = f"coalesce(concat_ws(' · ', {SEBUTAN_ORANG}, s.tahun), '')"

    def perintah_siapkan(self) -> tuple[str, ...]:
        """The staging tables, and one of the rows that gave way to a later result of the file."""
        return (
            *super().perintah_siapkan(),
            "DROP TABLE IF EXISTS pg_temp.impor_lama",
            "CREATE TEMPORARY TABLE impor_lama (baris int) ON COMMIT DROP",
        )

    def lewati(self, kursor: Any) -> None:
        """As every import; an older result does not come back when the later one is left out."""
        kursor.execute(
            "INSERT INTO impor_lama SELECT baris FROM impor_tahap WHERE lewat = 'lewat_lama'"
            " EXCEPT SELECT baris FROM impor_lama"
        )
        super().lewati(kursor)

    def isian(self) -> dict[str, Any]:
        """Today, the file, and whether it is e-Kinerja's."""
        ada = self.tabel.posisi
        return {
            "hari_ini": timezone.localdate(),
            "berkas": self.berkas[:255],
            "ekinerja": PENANDA_EKINERJA in ada,
            **{nama: next((k for k in kolom if k in ada), kolom[0]) for nama, kolom in BERDUA.items()},
        }

    def sesuaikan(self, tabel: Tabel) -> Tabel:
        """The `id` of e-Kinerja's reports is that of the person, not of a record of SIASN."""
        if PENANDA_EKINERJA not in tabel.posisi or ID_RIWAYAT not in tabel.posisi:
            return tabel
        posisi = {nama: tempat for nama, tempat in tabel.posisi.items() if nama != ID_RIWAYAT}
        return replace(tabel, posisi=posisi, lain={**tabel.lain, "id": tabel.posisi[ID_RIWAYAT]})

    def temukan(self, kursor: Any) -> None:
        """A label that is not named follows from the ratings, as they will be; skipped rows are nobody's."""
        kursor.execute("UPDATE impor_tahap SET id = gen_random_uuid() WHERE lewat IS NOT NULL")
        kursor.execute(
            f"UPDATE impor_tahap x SET predikat = m.predikat FROM impor_tahap s LEFT JOIN {self.nama_tabel} t"  # noqa: S608 - own text
            f" ON t.id = s.id JOIN {kuadran()} ON m.hasil = coalesce(s.rating_hasil, t.rating_hasil)"
            " AND m.perilaku = coalesce(s.rating_perilaku, t.rating_perilaku)"
            f" AND m.sejak <= {self.hari} AND {self.hari} < m.sampai"
            " WHERE x.baris = s.baris AND x.predikat IS NULL"
        )

    def terapkan(self, kursor: Any) -> None:
        """As every import; a next one soon after must not plan for the small table that this was."""
        super().terapkan(kursor)
        kursor.execute(f"ANALYZE {self.nama_tabel}")

    def ubah_masalah(self, masalah: Masalah) -> Masalah:
        """With words in place of codes."""
        isi = {kunci: _LABEL.get(str(nilai), nilai) for kunci, nilai in masalah.isi.items()}
        nilai = _LABEL.get(masalah.nilai, masalah.nilai)
        return replace(masalah, isi=isi, nilai=str(nilai) if isinstance(nilai, Kalimat) else nilai)
