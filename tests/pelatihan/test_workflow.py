"""Every status × move × person of the cast, by hand: who may, and what is refused."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from akses.alur import jalankan
from inti.workflow import TransisiDitolak
from pelatihan.enums import StatusLuar, StatusPeserta, StatusSesi
from pelatihan.models import PelatihanLuar, Peserta
from pelatihan.workflow import ALUR_KEBUTUHAN, ALUR_LUAR, ALUR_PESERTA, ALUR_SESI
from penilaian.enums import StatusKebutuhan
from penilaian.models import KebutuhanPengembangan

HR = "pengelola_instansi"
# workflow → (from, move) → to and who; every pair that is not here is refused for everybody
PESERTA = {
    ("diusulkan", "setujui"): ("disetujui_atasan", {"kabid"}),
    ("diusulkan", "tolak_atasan"): ("ditolak", {"kabid"}),
    ("disetujui_atasan", "tetapkan"): ("ditetapkan", {HR}),
    ("disetujui_atasan", "tunggukan"): ("daftar_tunggu", {HR}),
    ("daftar_tunggu", "naikkan"): ("ditetapkan", set()),
    ("disetujui_atasan", "tolak"): ("ditolak", {HR}),
    ("daftar_tunggu", "tolak"): ("ditolak", {HR}),
    ("diusulkan", "undur"): ("mengundurkan_diri", {"ratna", "kabid"}),
    ("disetujui_atasan", "undur"): ("mengundurkan_diri", {"ratna", "kabid"}),
    ("daftar_tunggu", "undur"): ("mengundurkan_diri", {"ratna", "kabid"}),
    ("ditetapkan", "undur"): ("mengundurkan_diri", {"ratna", "kabid"}),
    ("ditolak", "usulkan_lagi"): ("diusulkan", {"ratna", "kabid"}),
    ("mengundurkan_diri", "usulkan_lagi"): ("diusulkan", {"ratna", "kabid"}),
    ("ditetapkan", "hadir"): ("hadir", {"ratna", HR}),
    ("hadir", "luluskan"): ("lulus", {HR}),
    ("hadir", "tidak_luluskan"): ("tidak_lulus", {HR}),
    ("ditetapkan", "absen"): ("tidak_hadir", set()),
    ("diusulkan", "batal"): ("dibatalkan", set()),
    ("disetujui_atasan", "batal"): ("dibatalkan", set()),
    ("daftar_tunggu", "batal"): ("dibatalkan", set()),
    ("ditetapkan", "batal"): ("dibatalkan", set()),
    ("hadir", "batal"): ("dibatalkan", set()),
}
SESI = {
    ("draf", "terbitkan"): ("pendaftaran", {HR}),
    ("pendaftaran", "tutup"): ("pendaftaran_ditutup", {HR}),
    ("pendaftaran_ditutup", "buka_lagi"): ("pendaftaran", {HR}),
    ("pendaftaran", "selesaikan"): ("selesai", {HR}),
    ("pendaftaran_ditutup", "selesaikan"): ("selesai", {HR}),
    ("draf", "batalkan"): ("dibatalkan", {HR}),
    ("pendaftaran", "batalkan"): ("dibatalkan", {HR}),
    ("pendaftaran_ditutup", "batalkan"): ("dibatalkan", {HR}),
}
LUAR = {
    ("diajukan", "terima"): ("diterima", {HR}),
    ("diajukan", "kembalikan"): ("dikembalikan", {HR}),
    ("dikembalikan", "ajukan"): ("diajukan", {"ratna"}),
    ("diajukan", "tarik"): ("ditarik", {"ratna"}),
    ("dikembalikan", "tarik"): ("ditarik", {"ratna"}),
}
KEBUTUHAN = {
    ("diusulkan", "konfirmasi"): ("direncanakan", {"ratna"}),
    ("diusulkan", "batalkan"): ("dibatalkan", {"ratna"}),
    ("direncanakan", "batalkan"): ("dibatalkan", {"ratna"}),
    ("diusulkan", "penuhi"): ("terpenuhi", set()),
    ("direncanakan", "penuhi"): ("terpenuhi", set()),
}
ALUR = {
    "peserta": (ALUR_PESERTA, StatusPeserta, PESERTA),
    "sesi": (ALUR_SESI, StatusSesi, SESI),
    "luar": (ALUR_LUAR, StatusLuar, LUAR),
    "kebutuhan": (ALUR_KEBUTUHAN, StatusKebutuhan, KEBUTUHAN),
}
KASUS = [
    (nama, status, aksi)
    for nama, (_alur, statusnya, boleh) in ALUR.items()
    for status in statusnya.values
    for aksi in sorted({a for _s, a in boleh})
]
# Columns a status needs beside itself.
ISI = {
    ("peserta", "daftar_tunggu"): {"menunggu_sejak": timezone.now},
    ("peserta", "lulus"): {"hasil_pada": timezone.now, "jp": lambda: 8},
    ("peserta", "tidak_lulus"): {"hasil_pada": timezone.now},
}


def _isi(nama: str, status: str) -> dict:
    return {k: v() for k, v in ISI.get((nama, status), {}).items()}


@pytest.fixture
def pada(pemeran, sesi, buat_sesi):
    """`pada(name, status)` → Ratna's object (or the session) put straight into a status."""

    def _pada(nama: str, status: str):
        isi = {"status": status, **_isi(nama, status)}
        match nama:
            case "peserta":
                return Peserta.objects.create(
                    sesi=sesi, pegawai=pemeran.ratna, diusulkan_oleh=pemeran.ratna, **isi
                )
            case "sesi":
                return buat_sesi(**isi)
            case "luar":
                return PelatihanLuar.objects.create(
                    pegawai=pemeran.ratna, nama="Kursus", jenis=11, penyelenggara="LAN", nomor="1", jp=4,
                    mulai=sesi.mulai, selesai=sesi.mulai, berkas="x", nama_berkas="x", jenis_konten="x",
                    sha256="0" * 64, catatan="Kurang jelas.", **isi,
                )  # fmt: skip
            case _:
                return KebutuhanPengembangan.objects.create(
                    pegawai=pemeran.ratna, topik="Arsip", sumber="usulan", kunci="uji", **isi
                )

    return _pada


def _coba(nama, objek, aksi, oleh):
    alur, _status, boleh = ALUR[nama]
    ke = boleh.get((objek.status, aksi), ("", set()))[0]
    lepas = {"menunggu_sejak": None} if nama == "peserta" and ke != "daftar_tunggu" else {}
    return jalankan(alur=alur, objek=objek, aksi=aksi, oleh=oleh, catatan="c", **{**lepas, **_isi(nama, ke)})


@pytest.mark.parametrize(("nama", "status", "aksi"), KASUS)
def test_every_move_from_every_status(nama, status, aksi, pada, pemeran):
    objek = pada(nama, status)
    _alur, _status, boleh = ALUR[nama]
    pelaku = next((siapa for (_s, a), (_k, siapa) in boleh.items() if a == aksi))
    oleh = getattr(pemeran, sorted(pelaku)[0]) if pelaku else None
    if (status, aksi) not in boleh:
        with pytest.raises(TransisiDitolak):
            _coba(nama, objek, aksi, oleh)
        assert not objek.riwayat.exists()
        return
    ke = boleh[status, aksi][0]
    assert _coba(nama, objek, aksi, oleh).status == ke
    baris = objek.riwayat.get()
    assert (baris.aksi, baris.dari, baris.ke, baris.oleh) == (aksi, status, ke, oleh)


@pytest.mark.parametrize("nama", sorted(ALUR))
def test_every_move_is_refused_to_everybody_else(nama, pada, pemeran):
    alur, _status, boleh = ALUR[nama]
    for aksi in sorted({a for _s, a in boleh}):
        status, siapa = next((s, siapa) for (s, a), (_k, siapa) in boleh.items() if a == aksi)
        objek = pada(nama, status)
        for orang, pegawai in pemeran.items():
            if orang not in siapa:
                galat = PermissionDenied if alur.cari(aksi).izin else ValueError
                with pytest.raises(galat):
                    _coba(nama, objek, aksi, pegawai)
        assert not objek.riwayat.exists()
        objek.delete()


def test_the_sheets_name_every_move_of_the_tables():
    for alur, _status, boleh in ALUR.values():
        assert {a for _s, a in boleh} == {t.aksi for t in alur.transisi}


@pytest.mark.parametrize(
    ("nama", "aksi", "status", "siapa"),
    [
        ("peserta", "tolak_atasan", "diusulkan", "kabid"),
        ("peserta", "tolak", "disetujui_atasan", HR),
        ("peserta", "undur", "ditetapkan", "ratna"),
        ("peserta", "tidak_luluskan", "hadir", HR),
        ("sesi", "batalkan", "pendaftaran", HR),
        ("luar", "kembalikan", "diajukan", HR),
        ("kebutuhan", "batalkan", "diusulkan", "ratna"),
    ],
)
def test_a_refusal_needs_its_reason(nama, aksi, status, siapa, pada, pemeran):
    with pytest.raises(TransisiDitolak) as galat:
        jalankan(
            alur=ALUR[nama][0], objek=pada(nama, status), aksi=aksi, oleh=getattr(pemeran, siapa), catatan=" "
        )
    assert galat.value.kode == "catatan"
