"""Small pictures as evidence for the cast's reports: a drawn scene of work with the date on it."""

import hashlib
import io
from uuid import UUID

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from pelaksanaan.models import BuktiDukung, Laporan

UKURAN = (640, 400)
WARNA = (("#dfe7e2", "#2f5d50"), ("#e8e2d6", "#7a5c2e"), ("#dde5ee", "#2f4a6d"), ("#eadfe4", "#6d2f4a"))
PER_ORANG = 3
NAMA_BERKAS = ("foto-kegiatan", "rekap-loket", "dokumentasi-lapangan")


def lampirkan(pegawai_ids: list[UUID]) -> int:
    """Attach a picture to the newest reports of these people; returns how many were written."""
    jumlah = 0
    for pegawai_id in pegawai_ids:
        for laporan in Laporan.objects.filter(skp__pegawai_id=pegawai_id).order_by("-tanggal", "id")[
            :PER_ORANG
        ]:
            _simpan(laporan, pegawai_id, jumlah)
            jumlah += 1
    return jumlah


def _simpan(laporan: Laporan, pegawai_id: UUID, ke: int) -> None:
    isi = gambar(f"{laporan.tanggal:%d-%m-%Y}", ke)
    bukti = BuktiDukung(
        laporan=laporan,
        nama_asli=f"{NAMA_BERKAS[ke % len(NAMA_BERKAS)]}-{laporan.tanggal:%Y%m%d}.jpg",
        jenis_konten="image/jpeg",
        ukuran=len(isi),
        sha256=hashlib.sha256(isi).hexdigest(),
        diunggah_oleh_id=pegawai_id,
    )
    bukti.berkas.save("foto.jpg", ContentFile(isi), save=False)
    bukti.save(force_insert=True)


def gambar(tulisan: str, ke: int) -> bytes:
    """A JPEG: a counter with people, drawn from shapes, and the text in its corner."""
    latar, tinta = WARNA[ke % len(WARNA)]
    kanvas = Image.new("RGB", UKURAN, latar)
    pena = ImageDraw.Draw(kanvas)
    pena.rectangle((0, 300, 640, 400), fill="#c9c3b6")
    pena.rectangle((60, 220, 580, 300), fill=tinta)
    for i in range(2 + ke % 4):
        x = 110 + i * 115
        pena.ellipse((x - 22, 110, x + 22, 154), fill="#b98d6b")
        pena.rounded_rectangle((x - 38, 156, x + 38, 222), 14, fill=WARNA[(ke + i + 1) % len(WARNA)][1])
    pena.rectangle((430, 40, 590, 90), fill="#ffffff", outline=tinta, width=3)
    pena.text((446, 58), tulisan, fill=tinta)
    keluaran = io.BytesIO()
    kanvas.save(keluaran, "JPEG", quality=80)
    return keluaran.getvalue()
