"""The form “Konversi predikat kinerja ke angka kredit”: one per row of the ledger that still stands.

The assessor signs the yearly evaluation, the numbers follow from it; the form says so [K]. What is not
recorded of a person prints as a dash.
"""

from datetime import date
from typing import Any

from django.db.models import Q

from inti.angka import tulis_angka
from inti.kalender import ke_zona
from inti.models import DokumenTerbit
from inti.services import dokumen
from inti.tanggal import tulis_tanggal, tulis_waktu
from pegawai.enums import JenisPenempatan
from pegawai.models import Pegawai, Penempatan
from penghargaan.aturan.naskah import KONVERSI
from penghargaan.enums_tindak_lanjut import JenisKredit
from penghargaan.models import AngkaKredit
from penghargaan.services.naskah import Naskah, dasar_data, orang, tempat_tanggal, terbit
from sasaran.models import Siklus

JENIS = "konversi_angka_kredit"
TERKAIT = ("pegawai", "tahunan__siklus", "tahunan__unit", "tahunan__penilai", "tahunan__ditandatangani_oleh")


def dapat_dicetak(baris: AngkaKredit) -> bool:
    """Whether this row has a form: a conversion that was not corrected."""
    return baris.jenis == JenisKredit.KONVERSI and not AngkaKredit.objects.filter(koreksi_dari=baris).exists()


def naskah_konversi(*, baris: AngkaKredit, oleh: Pegawai | None) -> DokumenTerbit:
    """The form of a conversion, issued when it was not yet; a new row for the same year replaces the old one.

    Raises ValueError for another kind of row and for a corrected one.
    """
    if not dapat_dicetak(baris):
        raise ValueError("this row has no form")
    return terbit(
        jenis=JENIS,
        kunci=_kunci(baris),
        keadaan=str(baris.pk),
        susun=lambda: _susun(baris),
        oleh=oleh,
    )


def ikuti_koreksi(*, baris: AngkaKredit, pengganti: AngkaKredit | None, oleh: Pegawai) -> None:
    """A row was corrected: its form, when issued, is replaced by that of the new row, or revoked."""
    ada = dokumen.terbaru(jenis=JENIS, kunci=_kunci(baris))
    if ada is None or ada.keadaan != "berlaku":
        return
    if pengganti is not None:
        naskah_konversi(baris=pengganti, oleh=oleh)
    else:
        dokumen.cabut(dokumen=ada, alasan="Angka kreditnya dikoreksi.", oleh=oleh)


def ikuti_tahun(*, siklus: Siklus) -> int:
    """Forms whose row an objection changed are issued anew; returns how many. Only issued ones are looked at."""
    berlaku = DokumenTerbit.objects.filter(
        jenis=JENIS, dicabut_pada__isnull=True, digantikan_oleh__isnull=True
    )
    lama = AngkaKredit.objects.filter(
        tahunan__siklus=siklus, jenis=JenisKredit.KONVERSI, koreksi__isnull=False
    )
    beda = Q(kunci__in=[_kunci(b) for b in lama.only("tahunan_id", "jenjang")])
    jumlah = 0
    for satu in berlaku.filter(beda):
        tahunan, _pisah, jenjang = satu.kunci.partition(":")
        baru = AngkaKredit.objects.select_related(*TERKAIT).filter(
            tahunan=tahunan, jenjang=jenjang, jenis=JenisKredit.KONVERSI, koreksi__isnull=True
        )
        terakhir = baru.order_by("-versi").first()
        if terakhir is not None and satu.data.get("keadaan") != str(terakhir.pk):
            naskah_konversi(baris=terakhir, oleh=None)
            jumlah += 1
    return jumlah


def _kunci(baris: AngkaKredit) -> str:
    return f"{baris.tahunan_id}:{baris.jenjang}"


def _susun(baris: AngkaKredit) -> Naskah:
    tahunan, unit = baris.tahunan, baris.tahunan.unit
    penilai = tahunan.ditandatangani_oleh or tahunan.penilai
    siapa = orang([baris.pegawai, penilai], baris.selesai)
    pegawai = siapa[baris.pegawai_id]
    judul = "Konversi predikat kinerja ke angka kredit"
    masa = f"{tulis_tanggal(baris.mulai)} sampai {tulis_tanggal(baris.selesai)}"
    data = dasar_data(unit, judul, judul)
    nilai, koefisien = tulis_angka(baris.nilai), tulis_angka(baris.koefisien)
    data |= {
        "nomor": f"AK/{tahunan.siklus.tahun}/{baris.pk.hex[:8].upper()}",
        "masa": masa,
        "pegawai": pegawai,
        "identitas": _identitas(baris, pegawai, data["instansi"]),
        "predikat": str(baris.get_predikat_display()),
        "persen": f"{baris.persentase}%",
        "koefisien": koefisien,
        "bulan": str(baris.bulan),
        "nilai": nilai,
        "jenjang": str(baris.get_jenjang_display()),
        "hitungan": f"{baris.bulan} bulan ÷ 12 × {baris.persentase}% × {koefisien} = {nilai}",
        "dasar": [KONVERSI],
        "tanda": [_tanda(baris, siapa[penilai.pk], data["instansi"])],
    }
    ringkas = [("Instansi", data["instansi"]), ("Masa", masa), ("Angka kredit", nilai)]
    return Naskah("penghargaan/konversi", judul, ringkas, data)


def _identitas(baris: AngkaKredit, p: dict[str, str], instansi: str) -> list[list[str]]:
    o = baris.pegawai
    jabatan = (
        Penempatan.objects.berlaku(baris.selesai)
        .filter(pegawai=o, jenis=JenisPenempatan.DEFINITIF)
        .order_by("-mulai")
        .first()
    )
    lahir = ", ".join(b for b in (o.tempat_lahir, _tanggal(o.tanggal_lahir)) if b)
    pangkat = " / ".join(b for b in (p["pangkat"], _tanggal(o.tmt_golongan)) if b)
    tmt = " / ".join(b for b in (p["jabatan"], _tanggal(jabatan.mulai if jabatan else None)) if b)
    return [
        ["Nama", p["nama"]],
        ["NIP", p["nip"]],
        ["Nomor seri karpeg", o.karpeg],
        ["Tempat, tanggal lahir", lahir],
        ["Jenis kelamin", str(o.get_jenis_kelamin_display())],
        ["Pangkat/gol. ruang, TMT", pangkat],
        ["Jabatan, TMT", tmt],
        ["Unit kerja", p["unit"]],
        ["Instansi", instansi],
    ]


def _tanggal(hari: date | None) -> str:
    return tulis_tanggal(hari) if hari else ""


def _tanda(baris: AngkaKredit, penilai: dict[str, str], instansi: str) -> dict[str, Any]:
    """The assessor with what he did sign: the evaluation the numbers follow from."""
    pada, zona = baris.tahunan.ditandatangani_pada, baris.tahunan.unit.zona
    kata = "Dihitung dari evaluasi tahunan yang ditandatangani secara elektronik"
    hari = (pada or baris.dibuat_pada).astimezone(ke_zona(zona).tz).date()
    return {
        "atas": tempat_tanggal(instansi, hari),
        "peran": "Pejabat penilai kinerja,",
        "nama": penilai["nama"],
        "nip": penilai["nip"],
        "keterangan": f"{kata}\n{tulis_waktu(pada, zona)}" if pada else "",
        "sah": pada is not None,
    }
