"""What a step of a case asks for beside the permission: gate, kind, days. Each raises TransisiDitolak."""

from datetime import date, datetime, timedelta

from inti.kalender import SATU_HARI, hari_ini, hari_kerja_antara
from inti.services.libur import set_libur
from inti.tanda import gabung, isi_galat, kalimat
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai
from penghargaan.aturan.hukuman import JEDA_PANGGILAN, periksa_jenis
from penghargaan.models import Sanksi
from penghargaan.services.perbaikan_baca import hari_unit
from penghargaan.services.sanksi_baca import kurang_untuk

SETAHUN, JAUH = timedelta(days=366), timedelta(days=180)  # further apart is a slip of the pen


def wajib_gerbang(sanksi: Sanksi) -> None:
    """The gate is open; otherwise every sentence of what it asks for."""
    kurang = kurang_untuk(sanksi)
    if kurang:
        raise TransisiDitolak(gabung(*kurang), "gerbang")


def wajib_jenis(kode: str, dasar: str, pegawai: Pegawai, hari: date) -> None:
    """The kind may be chosen on this ground for this person on that day."""
    try:
        salah = periksa_jenis(kode, dasar, pegawai.jenis, hari)
    except ValueError as galat:  # no list of kinds on that day
        raise TransisiDitolak(isi_galat(galat), "jenis") from galat
    if salah:
        raise TransisiDitolak(gabung(*salah), "jenis")


def wajib_tanggal(sk_tanggal: date, mulai: date, sanksi: Sanksi) -> None:
    """The day of a decree has come, and it begins on it or within a year."""
    if sk_tanggal > hari_unit(sanksi.unit):
        raise TransisiDitolak(kalimat("Tanggal keputusan belum tiba."), "sk_tanggal")
    if not sk_tanggal <= mulai <= sk_tanggal + SETAHUN:
        raise TransisiDitolak(
            kalimat("Mulai berlaku pada atau sesudah tanggal keputusan, paling lama setahun."), "mulai"
        )


def wajib_jeda(surat: date, waktu: datetime, sanksi: Sanksi) -> None:
    """Seven working days lie between letter and hearing [K]."""
    hari = hari_ini(sanksi.unit.zona, waktu)
    if abs(hari - surat) > JAUH:
        raise TransisiDitolak(kalimat("Waktu pemeriksaan terlalu jauh dari tanggal surat."), "waktu")
    libur = set_libur(min(surat, hari), max(surat, hari))
    jeda = 0
    if hari > surat:
        jeda = hari_kerja_antara(surat + SATU_HARI, hari, libur, sanksi.unit.hari_per_pekan)
    if jeda < JEDA_PANGGILAN:
        raise TransisiDitolak(
            kalimat("Beri jeda sekurang-kurangnya %(n)s hari kerja setelah tanggal surat.", n=JEDA_PANGGILAN),
            "waktu",
        )
