"""Every address × every role of the cast, against a sheet written by hand; a new address without a row fails.

Cells: `ya` the person gets in (a page, a redirect, or a complaint about the form), `404` he learns nothing,
`403` he sees the object but may not do this, `masuk` he is sent to the login, `405` the address takes POST only.
All objects are Ratna's; her plan is approved, her evaluation waits for the assessor.

Everybody's private data are planted; nothing that is sent, told by message or logged carries more of them than
tests/akses/data_pribadi.csv allows.
"""

import csv
import logging
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from pelaksanaan.models import BuktiDukung, Laporan
from pelatihan.models import Pelatihan, PelatihanLuar, Peserta, SesiPelatihan
from pemberitahuan.models import JenisPesan, Pesan
from pemberitahuan.teks import teks
from penilaian.models import (
    BuktiKeberatan,
    CapaianOrganisasi,
    EvaluasiPeriodik,
    EvaluasiTahunan,
    Keberatan,
    KebutuhanPengembangan,
)
from sasaran.models import IndikatorKinerjaIndividu
from tests.akses.bahan_pribadi import bocor, tanam
from tests.layanan.conftest import objek_layanan
from tests.pemeran import buat_tahun, buka_periode
from tests.penghargaan.bahan import objek_penghargaan
from tests.penghargaan.objek import objek_tindak_lanjut
from tests.penilaian.contoh_dokumen import objek_dokumen
from tests.penilaian.rekan import objek_rekan

LEMBAR = list(csv.DictReader((Path(__file__).parent / "alamat.csv").read_text().splitlines()))
PERAN = [k for k in LEMBAR[0] if k not in {"cara", "alamat", "objek"}]


def _nama_alamat(resolver: URLResolver, ruang: str = "") -> set[str]:
    """Full names of all addresses; of the admin only that it exists (it has tests of its own)."""
    hasil: set[str] = set()
    for pola in resolver.url_patterns:
        if isinstance(pola, URLPattern):
            hasil.add(ruang + (pola.name or f"<{pola.pattern}>"))
        elif pola.namespace != "admin":
            hasil |= _nama_alamat(pola, f"{ruang}{pola.namespace}:" if pola.namespace else ruang)
    return hasil


def _pelatihan(ratna):
    """A session with Ratna nominated, one she passed, a need of hers, a certificate from elsewhere."""
    satu = Pelatihan.objects.create(
        nama="Lokakarya menyusun indikator", jenis=4, jp=8, penyelenggara="BKPSDM"
    )
    hari = timezone.localdate()
    isi = {
        "pelatihan": satu, "jam_mulai": time(8), "jam_selesai": time(16), "tempat": "Aula", "kursi": 5,
        "buka_daftar": hari - timedelta(9), "tutup_daftar": hari + timedelta(5),
        "mulai": hari + timedelta(9), "selesai": hari + timedelta(10), "status": "pendaftaran",
    }  # fmt: skip
    sesi = SesiPelatihan.objects.create(**isi)
    draf = SesiPelatihan.objects.create(**{**isi, "status": "draf"})
    peserta = Peserta.objects.create(sesi=sesi, pegawai=ratna, diusulkan_oleh=ratna)
    kebutuhan = KebutuhanPengembangan.objects.create(
        pegawai=ratna, topik="Nilai BerAKHLAK: Adaptif", sumber="evaluasi", kunci="uji"
    )
    luar = PelatihanLuar(
        pegawai=ratna, nama="Kursus", jenis=11, penyelenggara="LAN", mulai=hari, selesai=hari, jp=10,
        nomor="1", nama_berkas="s.pdf", jenis_konten="application/pdf", sha256="1" * 64,
    )  # fmt: skip
    luar.berkas.save("s.pdf", ContentFile(b"%PDF-1.7 isi"))
    return {
        "pelatihan": satu.pk, "sesi": sesi.pk, "sesi_draf": draf.pk, "peserta": peserta.pk,
        "kebutuhan": kebutuhan.pk, "luar": luar.pk,
    }  # fmt: skip


@pytest.fixture
def objek(pemeran, siklus, buat_skp):
    """Ratna's things by the words of the sheet's third column."""
    tanam(pemeran)
    skp = buat_skp(pemeran.ratna)
    indikator = IndikatorKinerjaIndividu.objects.filter(rhk__skp=skp).first()
    laporan = Laporan.objects.create(
        skp=skp, indikator=indikator, tanggal=date(2026, 2, 2), realisasi=Decimal(1), uraian="Akta terbit"
    )
    bukti = BuktiDukung.objects.create(
        laporan=laporan, berkas=ContentFile(b"%PDF-1.7 isi", name="a"), nama_asli="a.pdf",
        jenis_konten="application/pdf", ukuran=12, sha256="0" * 64, diunggah_oleh=pemeran.ratna,
    )  # fmt: skip
    evaluasi = EvaluasiPeriodik.objects.create(
        skp=skp, periode=buka_periode(siklus.periode.get(nomor=4)), pegawai=skp.pegawai, unit=skp.unit,
        penilai=skp.penilai, atasan_penilai=skp.atasan_penilai, status="diajukan",
        diajukan_pada=timezone.now(),
    )  # fmt: skip
    pesan = Pesan.objects.create(penerima=pemeran.ratna, jenis=JenisPesan.EVALUASI_DIBUKA, kunci="uji")
    capaian = CapaianOrganisasi.objects.create(
        siklus=siklus, periode=evaluasi.periode, unit=skp.unit, kepala=skp.penilai, penetap=pemeran.kadis
    )
    setahun = EvaluasiTahunan.objects.create(
        siklus=buat_tahun(2023), skp=skp, pegawai=skp.pegawai, unit=skp.unit, penilai=skp.penilai,
        atasan_penilai=skp.atasan_penilai,
    )  # fmt: skip
    keberatan = Keberatan.objects.create(
        periodik=evaluasi, pegawai=skp.pegawai, penilai=skp.penilai, pemutus=skp.atasan_penilai,
        unit=skp.unit, alasan="a", batas_putus=date(2026, 12, 31), rating_hasil_lama=2,
        rating_perilaku_lama=2, predikat_lama=2,
    )  # fmt: skip
    berkas_keberatan = BuktiKeberatan.objects.create(
        keberatan=keberatan, berkas=ContentFile(b"%PDF-1.7 isi", name="a"), nama_asli="a.pdf",
        jenis_konten="application/pdf", ukuran=12, sha256="0" * 64, diunggah_oleh=pemeran.ratna,
    )  # fmt: skip
    return {
        "tahunan": setahun.pk, "pegawai ratna": pemeran.ratna.pk,
        **objek_layanan(pemeran),
        "capaian": capaian.pk, "keberatan": keberatan.pk, "bukti keberatan": berkas_keberatan.pk,
        "keberatan baru": ["periodik", evaluasi.pk],
        "unit": skp.unit_id, "unit keputusan": [skp.unit_id, "label"],
        "skp": skp.pk, "rhk": indikator.rhk_id, "indikator": indikator.pk, "laporan": laporan.pk,
        "bukti": bukti.pk, "evaluasi": evaluasi.pk, "pesan": pesan.pk, "": None,
        **objek_dokumen(skp, pemeran.kadis),
        **objek_penghargaan(pemeran, siklus),
        **objek_tindak_lanjut(pemeran, evaluasi, setahun),
        **_pelatihan(pemeran.ratna), **objek_rekan(pemeran, evaluasi.periode),
    }  # fmt: skip


# Who also asks for the fragments that htmx puts into a page.
SEBAGIAN = ("sari", "ratna", "kabid", "pengelola_opd")


@dataclass(frozen=True)
class Jawaban:
    """What came back, in a word of the sheet, and everything that was sent or told on the way."""

    kata: str
    isi: bytes


def _jawaban(klien: Client, cara: str, tujuan: str, **kepala: str) -> Jawaban:
    with transaction.atomic():
        lalu = timezone.now()
        jawaban = getattr(klien, cara)(tujuan, headers=kepala)
        kabar = Pesan.objects.filter(dibuat_pada__gte=lalu) if cara == "post" else ()
        tulisan = " ".join(" ".join(teks(p.jenis, p.data)) for p in kabar)
        transaction.set_rollback(True)
    # reading to the end closes the file
    isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
    assert jawaban.status_code < 500 or jawaban.status_code == 503  # not ready: no worker runs in this test
    return Jawaban(_kata(jawaban), isi if not tulisan else isi + tulisan.encode())


def _kata(jawaban) -> str:
    if jawaban.status_code in {403, 404, 405}:
        return str(jawaban.status_code)
    if jawaban.status_code == 302 and jawaban.headers["Location"].startswith("/masuk/"):
        return "masuk"
    return "ya"


def test_the_sheet_has_a_row_for_every_address():
    assert _nama_alamat(get_resolver()) == {b["alamat"] for b in LEMBAR}


@pytest.mark.parametrize("baris", LEMBAR, ids=lambda b: f"{b['cara']}-{b['alamat']}")
def test_who_gets_in_and_whose_private_data_he_gets(baris, pemeran, objek, masuk, caplog):
    kunci = objek[baris["objek"]]
    if baris["alamat"] == "account_reset_password_from_key":
        tujuan = reverse(baris["alamat"], kwargs={"uidb36": "1", "key": "salah-salah"})
    else:
        tujuan = reverse(baris["alamat"], args=kunci if isinstance(kunci, list) else [kunci] if kunci else [])
    orang = dict(pemeran.items())
    with caplog.at_level(logging.INFO):
        didapat = {
            nama: _jawaban(masuk(orang[nama]) if nama in orang else Client(), baris["cara"], tujuan)
            for nama in PERAN
        }
        sebagian = {
            nama: _jawaban(masuk(orang[nama]), "get", tujuan, **{"HX-Request": "true"})
            for nama in SEBAGIAN
            if (baris["cara"], baris[nama]) == ("get", "ya")
        }
    assert {nama: j.kata for nama, j in didapat.items()} == {nama: baris[nama] for nama in PERAN}
    semua = [*didapat.items(), *sebagian.items()]
    keluar = {nama: b for nama, j in semua if (b := bocor(nama, baris["alamat"], j.isi, list(orang)))}
    assert keluar == {}
    assert not [p.nip for p in orang.values() if p.nip and p.nip.encode() in didapat["anonim"].isi]
    _periksa_log(caplog.text, orang)


def _periksa_log(tulisan: str, orang: dict) -> None:
    """Lines of the log name accounts and keys, never a NIP, a name or anything private."""
    assert bocor("siapa pun", "log", tulisan, list(orang)) == []
    assert not [p.nama for p in orang.values() if p.nama in tulisan or (p.nip and p.nip in tulisan)]
