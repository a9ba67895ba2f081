"""Import of service times from XLSX or CSV: tested first, then all or nothing; the same file twice changes nothing."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import boleh_umum, terlihat_oleh
from inti import impor as kernel
from inti.angka import urai_angka
from inti.berkas_tabel import BerkasDitolak
from inti.impor import CONTOH_MAKS, GALAT, Catatan, Kalimat, Kolom, Masalah, Tabel
from inti.sel import Tolak, tanggal, teks
from inti.tanda import kalimat as kal
from layanan.models import Layanan
from pegawai.models import BerkasImpor, Pegawai
from pegawai.models.impor import StatusImpor

JENIS = "waktu_layanan"
KODE, NOMOR, TANGGAL, LAMA, SATUAN = "KODE LAYANAN", "NOMOR", "TANGGAL SELESAI", "LAMA", "SATUAN"
KOLOM = (
    Kolom(KODE, ("KODE", "LAYANAN"), wajib=True),
    Kolom(NOMOR, ("NOMOR REGISTER", "NO REGISTER", "NOMOR PERMOHONAN"), wajib=True),
    Kolom(TANGGAL, ("TANGGAL", "TGL SELESAI"), wajib=True),
    Kolom(LAMA, ("LAMA LAYANAN", "DURASI"), wajib=True),
    Kolom(SATUAN, ("SATUAN WAKTU",)),
)
TERLAMA = Decimal(999_999)
NOMOR_MAKS = 60


def _g(judul: Any, pesan: Any) -> Kalimat:
    return Kalimat(GALAT, judul, pesan)


KALIMAT: dict[str, Kalimat] = {
    "wajib_kosong": _g(_("Isian wajib kosong"), _("%(kolom)s wajib diisi. Lengkapi sel ini.")),
    "karakter": _g(
        _("Karakter yang tidak dapat disimpan"),
        _("Sel ini berisi karakter kosong (NUL). Ketik ulang isinya."),
    ),
    "layanan_tiada": _g(
        _("Kode layanan tidak dikenal"),
        _("Tidak ada layanan berkode “%(nilai)s” yang Anda kelola. Periksa kodenya pada daftar layanan."),
    ),
    "tanggal_salah": _g(
        _("Tanggal tidak terbaca"), _("“%(nilai)s” bukan tanggal. Tulis hh-bb-tttt, misalnya 31-03-2026.")
    ),
    "tanggal_nanti": _g(
        _("Tanggal belum tiba"), _("%(nilai)s belum tiba. Isi tanggal layanan selesai diberikan.")
    ),
    "lama_salah": _g(
        _("Lama layanan tidak terbaca"),
        _("“%(nilai)s” bukan lama layanan. Tulis angka, misalnya 2 atau 1,5, paling kecil 0."),
    ),
    "satuan_salah": _g(
        _("Satuan tidak sama dengan standar"),
        _("Standar layanan ini dalam %(satuan)s, bukan “%(nilai)s”. Hitung ulang, atau kosongkan kolomnya."),
    ),
    "terlalu_panjang": _g(
        _("Isi sel terlalu panjang"), _("Isi %(kolom)s paling banyak %(maks)s huruf. Singkat isinya.")
    ),
    "nomor_ganda": _g(
        _("Nomor register muncul dua kali"),
        _("Nomor “%(nilai)s” untuk layanan ini sudah ada pada baris lain di berkas ini. Sisakan satu."),
    ),
}


class PengimporWaktu:
    """One run, test or import, for the services that one person manages."""

    nama = JENIS
    kolom = KOLOM
    kalimat = KALIMAT
    tabel_terkunci = ("layanan_waktulayanan",)

    def __init__(self, pelaku: Pelaku, hari: date) -> None:
        self._pelaku = pelaku
        self._hari = hari
        self._ditolak = 0

    def siapkan(self, kursor: Any) -> None:
        """Create the temporary table."""
        kursor.execute("DROP TABLE IF EXISTS pg_temp.impor_waktu")
        kursor.execute(
            "CREATE TEMPORARY TABLE impor_waktu (baris int, layanan_id uuid, nomor text, hari date,"
            " lama numeric(8, 2), ganda bool NOT NULL DEFAULT false) ON COMMIT DROP"
        )

    def tahapkan(self, kursor: Any, tabel: Tabel, catatan: Catatan) -> None:
        """Check every row and COPY the sound ones."""
        dikelola = terlihat_oleh(Layanan.objects.all(), self._pelaku, Izin.LAYANAN_KELOLA)
        pemeriksa = _Pemeriksa(tabel, {s.kode.upper(): s for s in dikelola}, self._hari, catatan)
        with kursor.copy("COPY impor_waktu (baris, layanan_id, nomor, hari, lama) FROM STDIN") as salin:
            for nomor, baris in tabel.baris:
                isi = pemeriksa.periksa(nomor, baris)
                if isi is not None:
                    salin.write_row(isi)
        self._ditolak = pemeriksa.ditolak

    def periksa(self, kursor: Any, catatan: Catatan) -> None:
        """The same number twice in the file."""
        kursor.execute(
            "UPDATE impor_waktu w SET ganda = true FROM (SELECT baris, row_number() OVER"
            " (PARTITION BY layanan_id, nomor ORDER BY baris) AS ke FROM impor_waktu) g"
            " WHERE g.baris = w.baris AND g.ke > 1"
        )
        kursor.execute(
            "SELECT baris, nomor, count(*) OVER () FROM impor_waktu WHERE ganda ORDER BY baris LIMIT %s",
            [CONTOH_MAKS],
        )
        ganda = kursor.fetchall()
        if ganda:
            contoh = [Masalah(baris, "nomor_ganda", NOMOR, nomor) for baris, nomor, _n in ganda]
            catatan.gabung("nomor_ganda", ganda[0][2], contoh)
            self._ditolak += ganda[0][2]

    def ringkas(self, kursor: Any) -> dict[str, Any]:
        """How many rows are new, changed, as before, or refused."""
        kursor.execute(
            "SELECT count(*), count(*) FILTER (WHERE l.id IS NULL),"
            " count(*) FILTER (WHERE l.id IS NOT NULL AND (l.hari, l.lama) <> (w.hari, w.lama))"
            " FROM impor_waktu w LEFT JOIN layanan_waktulayanan l USING (layanan_id, nomor) WHERE NOT w.ganda"
        )
        baik, baru, berubah = kursor.fetchone()
        return {
            "jumlah": {
                "baris": baik + self._ditolak,
                "baru": baru,
                "berubah": berubah,
                "tetap": baik - baru - berubah,
                "ditolak": self._ditolak,
            }
        }

    def terapkan(self, kursor: Any) -> None:
        """Write what was staged: new numbers are added, known ones corrected."""
        kursor.execute(
            "INSERT INTO layanan_waktulayanan (layanan_id, nomor, hari, lama)"
            " SELECT layanan_id, nomor, hari, lama FROM impor_waktu ORDER BY baris"
            " ON CONFLICT (layanan_id, nomor) DO UPDATE SET hari = EXCLUDED.hari, lama = EXCLUDED.lama"
            " WHERE (layanan_waktulayanan.hari, layanan_waktulayanan.lama) <> (EXCLUDED.hari, EXCLUDED.lama)"
        )


class _Pemeriksa:
    """Checks the cells of one row after the other; a row is refused once, whatever is wrong with it."""

    def __init__(self, tabel: Tabel, layanan: Mapping[str, Layanan], hari: date, catatan: Catatan) -> None:
        self._posisi = tabel.posisi
        self._layanan = layanan
        self._hari = hari
        self._catatan = catatan
        self.ditolak = 0

    def periksa(self, nomor: int, baris: list[Any]) -> tuple[Any, ...] | None:
        """The values to stage; None for an empty row or a refused one."""
        mentah = {k: baris[p] if p < len(baris) else "" for k, p in self._posisi.items()}
        if not any(str(satu).strip() for satu in mentah.values()):
            return None
        galat: list[Masalah] = []
        isi = {k: self._sel(nomor, k, satu, galat) for k, satu in mentah.items()}
        hasil = None if galat else self._baris(nomor, isi, galat)
        for satu in galat:
            self._catatan.tambah(satu)
        self.ditolak += bool(galat)
        return None if galat else hasil

    def _sel(self, nomor: int, kolom: str, nilai: Any, galat: list[Masalah]) -> str:
        try:
            isi = teks(nilai)
        except Tolak as tolak:
            galat.append(Masalah(nomor, tolak.kode, kolom))
            return ""
        if not isi and kolom != SATUAN:
            galat.append(Masalah(nomor, "wajib_kosong", kolom))
        return isi

    def _baris(self, nomor: int, isi: dict[str, str], galat: list[Masalah]) -> tuple[Any, ...]:
        layanan = self._layanan.get(isi[KODE].upper())
        if layanan is None:
            galat.append(Masalah(nomor, "layanan_tiada", KODE, isi[KODE]))
        elif isi.get(SATUAN) and isi[SATUAN].lower() != layanan.satuan_waktu:
            satuan = {"satuan": kal(layanan.satuan_waktu)}
            galat.append(Masalah(nomor, "satuan_salah", SATUAN, isi[SATUAN], satuan))
        if len(isi[NOMOR]) > NOMOR_MAKS:
            galat.append(Masalah(nomor, "terlalu_panjang", NOMOR, isi[NOMOR], {"maks": NOMOR_MAKS}))
        hari = self._tanggal(nomor, isi[TANGGAL], galat)
        lama = _lama(isi[LAMA])
        if lama is None:
            galat.append(Masalah(nomor, "lama_salah", LAMA, isi[LAMA]))
        return nomor, layanan.pk if layanan else None, isi[NOMOR], hari, lama

    def _tanggal(self, nomor: int, isi: str, galat: list[Masalah]) -> date | None:
        try:
            hari = tanggal(isi)
        except Tolak as tolak:
            galat.append(Masalah(nomor, tolak.kode, TANGGAL, isi))
            return None
        if hari > self._hari:
            galat.append(Masalah(nomor, "tanggal_nanti", TANGGAL, isi))
        return hari


def _lama(isi: str) -> Decimal | None:
    """A length of time: “1,5” as written, or the plain number of a spreadsheet cell (“1.5”)."""
    try:
        angka = urai_angka(isi)
    except ValueError:
        try:
            angka = Decimal(isi)
        except InvalidOperation:
            return None
    if not angka.is_finite() or not 0 <= angka <= TERLAMA:
        return None
    return angka.quantize(Decimal("0.01"), ROUND_HALF_UP)


def berkas_terlihat(pelaku: Pelaku) -> QuerySet[BerkasImpor]:
    """The files of service times this person tested."""
    if not boleh_umum(pelaku, Izin.LAYANAN_KELOLA):
        return BerkasImpor.objects.none()
    semua = BerkasImpor.objects.filter(jenis=JENIS).select_related("diuji_oleh", "diimpor_oleh")
    return semua.filter(diuji_oleh_id=pelaku.pegawai_id)


def uji_waktu(*, isi: bytes, nama: str, oleh: Pegawai, pelaku: Pelaku) -> BerkasImpor:
    """Test a file and keep it with its report; nothing else is written.

    Raises BerkasDitolak for a file that cannot be read (nothing is kept), PermissionDenied.
    """
    _wajib(pelaku)
    laporan = kernel.uji(PengimporWaktu(pelaku, timezone.localdate()), isi, nama)
    berkas = BerkasImpor(
        jenis=JENIS,
        nama_asli=nama[:255],
        ukuran=len(isi),
        sha256=laporan["berkas"]["sha256"],
        status=StatusImpor.DITOLAK if laporan["jumlah"]["ditolak"] else StatusImpor.DIUJI,
        laporan=laporan,
        diuji_oleh=oleh,
    )
    berkas.berkas.save(
        f"{berkas.pk}{'.xlsx' if isi.startswith(b'PK') else '.csv'}", ContentFile(isi), save=True
    )
    return berkas


def impor_waktu(*, berkas: BerkasImpor, oleh: Pegawai, pelaku: Pelaku) -> BerkasImpor:
    """Import a file that was tested, all of it or nothing; returns it with the new report.

    Everything is checked again inside the transaction that writes. Raises BerkasDitolak, PermissionDenied.
    """
    _wajib(pelaku)
    with transaction.atomic():
        terkunci = BerkasImpor.objects.select_for_update().get(pk=berkas.pk, jenis=JENIS)
        if terkunci.status != StatusImpor.DIUJI:
            raise BerkasDitolak(kal("Berkas ini tidak menunggu diimpor. Uji berkasnya lagi."))
        with terkunci.berkas.open("rb") as sumber:
            isi = bytes(sumber.read())
        if kernel.sidik(isi) != terkunci.sha256:
            raise BerkasDitolak(kal("Isi berkas tidak lagi sama dengan yang diuji. Unggah dan uji lagi."))
        laporan = kernel.impor(PengimporWaktu(pelaku, timezone.localdate()), isi, terkunci.nama_asli)
        terkunci.laporan, terkunci.status = laporan, StatusImpor.DITOLAK
        if laporan["hasil"] == "diimpor":
            terkunci.status = StatusImpor.DIIMPOR
            terkunci.diimpor_pada, terkunci.diimpor_oleh = timezone.now(), oleh
        terkunci.save()
    return terkunci


def _wajib(pelaku: Pelaku) -> None:
    if not boleh_umum(pelaku, Izin.LAYANAN_KELOLA):
        raise PermissionDenied(str(Izin.LAYANAN_KELOLA))
