"""The certificate of an award: issued with the decision, the same bytes whenever somebody asks."""

from django.utils import timezone
from django.utils.formats import date_format

from inti.jalur import puncak
from inti.models import DokumenTerbit
from inti.services import dokumen
from pegawai.models import Atasan, Pegawai, UnitKerja
from penghargaan.models import UsulanPenghargaan

JENIS = "piagam_penghargaan"
TEMPLAT = "inti/sertifikat"
_DEPAN = ("Pemerintah Kabupaten ", "Pemerintah Kota ", "Pemerintah Provinsi ", "Pemerintah ")


def terbitkan_sertifikat(*, usulan: UsulanPenghargaan, oleh: Pegawai) -> DokumenTerbit:
    """Issue the certificate of a decided nomination, once."""
    tanggal = date_format(timezone.localdate(usulan.diputuskan_pada), "j F Y")
    instansi = _instansi(usulan.unit)
    pegawai = usulan.pegawai
    return dokumen.terbitkan(
        jenis=JENIS,
        kunci=str(usulan.pk),
        templat=TEMPLAT,
        pemegang=pegawai.nama_lengkap,
        judul=f"Piagam {usulan.kebijakan.nama}",
        ringkas=[
            ("Penghargaan", usulan.kebijakan.nama),
            ("Tahun", str(usulan.siklus.tahun)),
            ("Nomor keputusan", usulan.nomor_keputusan),
            ("Diputuskan", tanggal),
        ],
        data={
            "instansi": instansi.nama,
            "judul": "Piagam penghargaan",
            "nomor": usulan.nomor_keputusan,
            "nama": pegawai.nama_lengkap,
            "keterangan": [*_identitas(pegawai), usulan.unit.nama],
            "baris": [f"{usulan.kebijakan.nama} tahun {usulan.siklus.tahun}", usulan.untuk],
            "rincian": [],
            "tempat_tanggal": f"{_tempat(instansi.nama)}, {tanggal}",
            "penanda_tangan": _penanda_tangan(oleh),
            "catatan": f"Dasar: {usulan.kebijakan.dasar}",
        },
        oleh=oleh,
    )


def cabut_sertifikat(*, usulan: UsulanPenghargaan, oleh: Pegawai, alasan: str) -> None:
    """The certificate no longer holds; its public page says since when and why."""
    ada = sertifikat(usulan)
    if ada is not None and ada.keadaan == "berlaku":
        dokumen.cabut(dokumen=ada, alasan=alasan, oleh=oleh)


def sertifikat(usulan: UsulanPenghargaan) -> DokumenTerbit | None:
    """The certificate of a nomination, or None before the decision."""
    return dokumen.terbaru(jenis=JENIS, kunci=str(usulan.pk))


def pdf_sertifikat(usulan: UsulanPenghargaan) -> bytes | None:
    """The certificate as PDF; None when there is none."""
    ada = sertifikat(usulan)
    return dokumen.pdf(ada) if ada else None


def _instansi(unit: UnitKerja) -> UnitKerja:
    return UnitKerja.objects.get(path=puncak(unit.path))


def _tempat(instansi: str) -> str:
    return next((instansi.removeprefix(d) for d in _DEPAN if instansi.startswith(d)), instansi)


def _identitas(pegawai: Pegawai) -> list[str]:
    return [f"NIP {pegawai.nip}"] if pegawai.nip else []


def _penanda_tangan(oleh: Pegawai) -> dict[str, str]:
    atasan = Atasan.objects.select_related("penempatan__jabatan").filter(pegawai=oleh).first()
    jabatan = atasan.penempatan.jabatan.nama if atasan and atasan.penempatan else "Pimpinan"
    nip = f"NIP {oleh.nip}" if oleh.nip else ""
    return {"jabatan": jabatan, "nama": oleh.nama_lengkap, "keterangan": nip}
