"""The certificate of a passed training: issued once, printed whenever its holder asks."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from akses.enums import Izin
from akses.services import wajib_boleh
from inti.models import DokumenTerbit
from inti.services.dokumen import pdf, terbitkan
from inti.workflow import TransisiDitolak
from pegawai.models import Pegawai, UnitKerja
from pelatihan.enums import StatusPeserta
from pelatihan.models import Peserta

JENIS = "sertifikat_pelatihan"
TEMPLAT = "inti/sertifikat"


def sertifikat(*, peserta: Peserta, oleh: Pegawai) -> tuple[DokumenTerbit, bytes]:
    """The issued document and its PDF. Raises PermissionDenied for somebody who may not read the
    participation, TransisiDitolak when it was not passed."""
    wajib_boleh(oleh, Izin.PELATIHAN_LIHAT, peserta)
    if peserta.status != StatusPeserta.LULUS:
        raise TransisiDitolak(_("Sertifikat terbit setelah Anda dinyatakan lulus."), "status")
    dokumen = terbitkan(
        jenis=JENIS,
        kunci=str(peserta.pk),
        templat=TEMPLAT,
        pemegang=peserta.pegawai.nama_lengkap,
        judul=_judul(peserta),
        ringkas=_ringkas(peserta),
        data=_data(peserta),
        oleh=None,
        pada=peserta.hasil_pada,
    )
    return dokumen, pdf(dokumen)


def nomor(peserta: Peserta) -> str:
    """The number on the certificate."""
    return f"PEL/{peserta.hasil_pada:%Y/%m}/{peserta.pk.hex[:8].upper()}"


def _judul(peserta: Peserta) -> str:
    return f"Sertifikat {peserta.sesi.pelatihan.nama}"[:200]


def _tanggal(peserta: Peserta) -> str:
    mulai, selesai = peserta.sesi.mulai, peserta.sesi.selesai
    if mulai == selesai:
        return date_format(mulai, "j F Y")
    return f"{date_format(mulai, 'j F Y')} – {date_format(selesai, 'j F Y')}"


def _ringkas(peserta: Peserta) -> list[tuple[str, str]]:
    sesi = peserta.sesi
    return [
        ("Pelatihan", sesi.pelatihan.nama),
        ("Penyelenggara", sesi.pelatihan.penyelenggara),
        ("Tanggal", _tanggal(peserta)),
        ("Jumlah", f"{peserta.jp} JP"),
    ]


def _data(peserta: Peserta) -> dict[str, object]:
    pegawai, pelatihan = peserta.pegawai, peserta.sesi.pelatihan
    atasan = getattr(pegawai, "atasan", None)
    unit = atasan.unit.nama if atasan and atasan.unit else ""
    penetap = peserta.riwayat.filter(aksi="luluskan").select_related("oleh").last()
    orang = penetap.oleh if penetap and penetap.oleh else None
    puncak = UnitKerja.objects.filter(depth=1).order_by("path").first()
    return {
        "instansi": puncak.nama if puncak else pelatihan.penyelenggara,
        "judul": "SERTIFIKAT",
        "nomor": nomor(peserta),
        "nama": pegawai.nama_lengkap,
        "keterangan": [t for t in (f"NIP {pegawai.nip}" if pegawai.nip else "", unit) if t],
        "baris": [
            f"telah lulus {pelatihan.get_jenis_display().lower()}",
            pelatihan.nama,
            f"yang diselenggarakan {pelatihan.penyelenggara} pada {_tanggal(peserta)}",
        ],
        "rincian": [["Jumlah", f"{peserta.jp} jam pelajaran (JP)"], ["Sertifikat", pelatihan.sebutan_huruf]],
        "tempat_tanggal": date_format(peserta.hasil_pada, "j F Y"),
        "penanda_tangan": {
            "jabatan": f"Penyelenggara, {pelatihan.penyelenggara}",
            "nama": orang.nama_lengkap if orang else pelatihan.penyelenggara,
            "keterangan": f"NIP {orang.nip}" if orang and orang.nip else "",
        },
        "catatan": "Keaslian sertifikat ini dapat diperiksa dengan memindai kodenya.",
    }
