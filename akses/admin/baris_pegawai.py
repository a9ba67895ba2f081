"""What hangs on a person and is kept on his page: placements, overrides, leave, ranks."""

from django.utils.translation import gettext_lazy as _

from akses.admin.form_pegawai import (
    FormAtasanKhusus,
    FormBerjangka,
    KumpulanAtasan,
    KumpulanKeadaan,
    KumpulanPenempatan,
)
from akses.admin_dasar import BarisBaca, BarisTerbatas
from akses.enums import Izin
from pegawai.models import AtasanKhusus, KeadaanPegawai, Penempatan, RiwayatPangkat


class BarisPenempatan(BarisTerbatas):
    """Placements in units of the scope."""

    model = Penempatan
    form = FormBerjangka
    formset = KumpulanPenempatan
    izin_ubah = Izin.PEGAWAI_KELOLA
    izin_pilihan = {"unit": Izin.PEGAWAI_KELOLA}
    autocomplete_fields = ("unit", "jabatan")
    fields = (("unit", "jabatan"), ("jenis", "kepala"), ("mulai", "selesai"), "dasar")
    verbose_name_plural = _("penempatan")


class BarisAtasan(BarisTerbatas):
    """Dated overrides of the assessor."""

    model = AtasanKhusus
    fk_name = "pegawai"
    form = FormAtasanKhusus
    formset = KumpulanAtasan
    izin_ubah = Izin.PEGAWAI_KELOLA
    autocomplete_fields = ("penilai",)
    fields = ("penilai", ("mulai", "selesai"), "dasar")
    verbose_name_plural = _("penetapan pejabat penilai (bila berbeda dari susunan unit)")


class BarisKeadaan(BarisTerbatas):
    """Leave and study: read and written only by whoever keeps this person's record."""

    model = KeadaanPegawai
    form = FormBerjangka
    formset = KumpulanKeadaan
    izin_ubah = Izin.PEGAWAI_KELOLA
    fields = ("jenis", ("mulai", "selesai"), "dasar")


class BarisPangkat(BarisBaca):
    """The ranks a person had, newest first; they come by import."""

    model = RiwayatPangkat
    fields = (
        ("golongan", "tmt", "jenis"),
        ("nomor_sk", "tanggal_sk"),
        ("masa_kerja_tahun", "masa_kerja_bulan"),
    )
    verbose_name_plural = _("riwayat pangkat")
