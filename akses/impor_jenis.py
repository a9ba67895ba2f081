"""Which kinds of data a person may import, and which kind a file holds."""

from pathlib import Path

from django.core.exceptions import PermissionDenied

from akses.enums import Izin
from akses.pelaku import Pelaku
from akses.services import boleh_umum
from inti.berkas_tabel import BerkasDitolak, buka
from inti.impor_jenis import JENIS, JenisImpor
from inti.impor_judul import temukan_tabel
from inti.impor_kenali import kenali, tolak_isi_lain
from inti.tanda import kalimat
from pegawai.models import Pegawai

OTOMATIS = "otomatis"  # in place of a kind of data: the header tells it


def jenis_boleh(pelaku: Pelaku | Pegawai) -> list[JenisImpor]:
    """The kinds of data this person may import."""
    return [j for j in JENIS.values() if boleh_umum(pelaku, Izin(j.izin))]


def jenis_milik(kode: str, oleh: Pegawai) -> JenisImpor:
    """The kind of this code, when the person may import it. Raises PermissionDenied."""
    jenis = JENIS.get(kode)
    if jenis is None or not boleh_umum(oleh, Izin(jenis.izin)):
        raise PermissionDenied(kode)
    return jenis


def dari_judul(sumber: Path, oleh: Pegawai) -> JenisImpor:
    """The kind of data that the header of a file tells. Raises BerkasDitolak, PermissionDenied."""
    tolak_isi_lain(buka(sumber), JENIS.values())
    dugaan = kenali(buka(sumber), JENIS.values())
    if not dugaan or not dugaan[0].lengkap:
        raise BerkasDitolak(
            kalimat(
                "Jenis data berkas ini tidak dikenali dari judul kolomnya. Pilih jenis datanya, atau samakan judul "
                "kolom dengan contoh berkas."
            )
        )
    return jenis_milik(dugaan[0].jenis.kode, oleh)


def periksa_judul(sumber: Path, jenis: JenisImpor, oleh: Pegawai) -> None:
    """Refuse a file without the columns of its kind; when it fits another kind, say which."""
    tolak_isi_lain(buka(sumber), (jenis,))
    try:
        temukan_tabel(buka(sumber), jenis.kolom)
    except BerkasDitolak as e:
        lain = [
            d.jenis for d in kenali(buka(sumber), jenis_boleh(oleh)) if d.lengkap and d.jenis is not jenis
        ]
        if not lain:
            raise
        raise BerkasDitolak(
            kalimat(
                "Berkas ini tampaknya berisi data %(jenis)s. Pilih jenis data itu, atau periksa berkasnya.",
                jenis=str(lain[0].nama),
            )
        ) from e
