"""Child of the measurement of documents: one PDF, an empty one beside it, and the ZIP of a unit."""

import json
import os
import statistics
import sys
import time
from datetime import UTC, datetime

import django
import psutil

os.environ |= {"DJANGO_SETTINGS_MODULE": "kinerja.settings", "LOG_LEVEL": "ERROR"}
django.setup()

from inti.cetak import cetak  # noqa: E402
from inti.services.dokumen import isi_cetak, pdf  # noqa: E402
from pegawai.models import UnitKerja  # noqa: E402
from penilaian.models import PaketDokumen  # noqa: E402
from penilaian.services.dokumen import dokumen_evaluasi  # noqa: E402
from penilaian.services.paket import evaluasi_paket, kerjakan_menunggu  # noqa: E402
from sasaran.models import Periode  # noqa: E402

BANYAK, KALI, MIB = 500, 40, 1024 * 1024
PADA = datetime(2027, 1, 1, tzinfo=UTC)


def _unit(periode: Periode) -> UnitKerja:
    """The unit whose number of delivered evaluations comes closest to what we want."""
    akar = UnitKerja.objects.filter(depth__lte=3)
    return min(akar, key=lambda u: abs(evaluasi_paket(u, periode.siklus, periode).count() - BANYAK))


def _lama(langkah) -> float:
    waktu = []
    for _ in range(KALI):
        mulai = time.perf_counter()
        langkah()
        waktu.append(time.perf_counter() - mulai)
    return statistics.median(waktu) * 1000


def main() -> None:
    """Print the figures as JSON."""
    periode = Periode.objects.select_related("siklus").filter(status="ditutup").order_by("-selesai").first()
    unit = _unit(periode)
    evaluasi = evaluasi_paket(unit, periode.siklus, periode).first()
    dokumen = dokumen_evaluasi(evaluasi=evaluasi, jenis="hasil", oleh=None)
    kosong = {"instansi": "", "judul": "", "nama": "", "tempat_tanggal": "",
              "penanda_tangan": {"jabatan": "", "nama": ""}}  # fmt: skip
    hasil = {
        "pdf": _lama(lambda: pdf(dokumen)),
        "kosong": _lama(lambda: cetak("inti/sertifikat", kosong, pada=PADA)),
        "byte": len(cetak(dokumen.templat, isi_cetak(dokumen), pada=PADA)),
    }
    paket = PaketDokumen.objects.create(
        unit=unit, siklus=periode.siklus, periode=periode, diminta_oleh=evaluasi.penilai
    )
    proses = psutil.Process()
    awal, mulai = proses.memory_info().rss, time.perf_counter()
    hasil["zip"] = kerjakan_menunggu()
    hasil["detik"] = time.perf_counter() - mulai
    hasil["mib"] = (proses.memory_info().rss - awal) / MIB
    paket.refresh_from_db()
    paket.berkas.delete(save=False)
    paket.delete()
    json.dump(hasil, sys.stdout)


if __name__ == "__main__":
    main()
