"""The papers of cases, plans and conversions: what they say, that they are issued once, replaced and revoked."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from inti.models import DokumenTerbit
from inti.services.dokumen import pdf
from penghargaan.aturan.naskah import PP_DISIPLIN, PP_KINERJA, PP_PPPK, dasar_hukum, dasar_perbaikan
from penghargaan.models import AngkaKredit
from penghargaan.services import angka_kredit, perbaikan, sanksi
from penghargaan.services.naskah_kredit import dapat_dicetak, ikuti_tahun, naskah_konversi
from penghargaan.services.naskah_perbaikan import naskah_perbaikan
from penghargaan.services.naskah_sanksi import naskah_sanksi, tersedia
from tests.penghargaan.bahan_tindak_lanjut import BOLOS, jalani
from tests.penghargaan.services.test_sanksi import PUTUSAN, ajukan, sampai_diperiksa
from tests.penilaian.contoh_dokumen import teks_pdf


def teks(dokumen: DokumenTerbit) -> str:
    """The text of the pages; the code on them is that of the register."""
    isi = teks_pdf(pdf(dokumen))
    assert dokumen.kode in isi
    return isi


@pytest.fixture
def diputus(gagal, pemeran, kini):
    """A case with its decree."""
    satu = sampai_diperiksa(ajukan(gagal, pemeran), pemeran, kini)
    kini.move_to(datetime(2026, 9, 20, 2, 0, tzinfo=UTC))
    return sanksi.putuskan(sanksi=satu, isian=PUTUSAN, oleh=pemeran.pimpinan)


def test_the_basis_follows_ground_and_kind_of_person():
    assert PP_KINERJA in dasar_hukum("kinerja", "pns")
    assert PP_KINERJA not in dasar_hukum("kinerja", "pppk")
    assert PP_PPPK in dasar_hukum("disiplin", "pppk")
    assert PP_DISIPLIN in dasar_hukum("disiplin", "cpns")
    assert "Pasal 57-58" in dasar_perbaikan("pns")
    assert PP_PPPK in dasar_perbaikan("pppk_paruh_waktu")
    with pytest.raises(ValueError, match="no ground"):
        dasar_hukum("lain", "pns")


def test_each_step_issues_its_paper_once(diputus, pemeran):
    assert tersedia(diputus) == ["panggilan-1", "berita-acara", "keputusan"]
    ada = {d.jenis: d for d in DokumenTerbit.objects.filter(jenis__startswith="sanksi.")}
    assert set(ada) == {"sanksi.panggilan", "sanksi.berita_acara", "sanksi.keputusan"}
    assert ada["sanksi.keputusan"].terbit_oleh == pemeran.pimpinan
    for nama in tersedia(diputus):
        naskah_sanksi(sanksi=diputus, nama=nama, oleh=pemeran.ratna)
    assert DokumenTerbit.objects.filter(jenis__startswith="sanksi.").count() == 3
    with pytest.raises(ValueError, match="no paper"):
        naskah_sanksi(sanksi=diputus, nama="panggilan-2", oleh=None)


def test_the_papers_say_number_day_person_basis_and_who_signs(diputus, pemeran):
    nama, pemeriksa = pemeran.ratna.nama_lengkap, pemeran.pengelola_instansi.nama_lengkap
    surat = teks(naskah_sanksi(sanksi=diputus, nama="panggilan-1", oleh=None))
    for isi in ("800/1", "Selasa, 15 September 2026", "09.00 WIB", "BKPSDM", nama, pemeriksa, "Rahasia"):
        assert isi in surat
    acara = teks(naskah_sanksi(sanksi=diputus, nama="berita-acara", oleh=None))
    for isi in ("Tanya jawab.", nama, pemeriksa, "Yang diperiksa,", "Nomor 800/1", PP_KINERJA):
        assert isi in acara
    sk = teks(naskah_sanksi(sanksi=diputus, nama="keputusan", oleh=None))
    for isi in (
        "SK 800/9",
        "20 September 2026",
        "penempatan pada jabatan lebih rendah",
        "berlaku sejak 1 Oktober 2026",
        "sesuai berita acara;",
        nama,
        pemeran.pimpinan.nama_lengkap,
        "Nomor 79 Tahun 2021",
    ):
        assert isi in sk


def test_the_public_lines_name_neither_kind_nor_reason(diputus, pemeran):
    sanksi.cabut(sanksi=diputus, alasan="Keberatan diterima.", oleh=pemeran.pimpinan)
    for satu in DokumenTerbit.objects.filter(jenis__startswith="sanksi."):
        umum = f"{satu.judul} {satu.ringkas} {satu.alasan_cabut}".lower()
        for kata in ("disiplin", "kinerja", "jabatan lebih rendah", "keberatan"):
            assert kata not in umum


def test_a_revoked_decree_is_revoked_in_the_register_and_on_paper(diputus, pemeran):
    dicabut = sanksi.cabut(sanksi=diputus, alasan="Keberatan diterima.", oleh=pemeran.pimpinan)
    naskah = naskah_sanksi(sanksi=dicabut, nama="keputusan", oleh=pemeran.ratna)
    assert (naskah.keadaan, naskah.dicabut_oleh) == ("dicabut", pemeran.pimpinan)
    assert "DICABUT" in teks(naskah)


def test_a_late_statement_replaces_the_minutes_and_a_stopped_case_its_summons(pemeran, kini, gagal):
    satu = sampai_diperiksa(ajukan(gagal, pemeran), pemeran, kini)
    lama = naskah_sanksi(sanksi=satu, nama="berita-acara", oleh=None)
    satu = sanksi.tanggapi(sanksi=satu, isi="Saya keberatan dipindah.", oleh=pemeran.ratna)
    baru = naskah_sanksi(sanksi=satu, nama="berita-acara", oleh=None)
    lama.refresh_from_db()
    assert (lama.keadaan, baru.versi) == ("digantikan", 2)
    assert "Saya keberatan dipindah." in teks(baru)
    disiplin = sanksi.buat_usulan(pegawai=pemeran.sari, isian=BOLOS, oleh=pemeran.pengelola_instansi)
    assert tersedia(disiplin) == []


def test_ending_a_case_before_the_hearing_revokes_the_summons(gagal, pemeran):
    satu = sanksi.panggil(
        sanksi=ajukan(gagal, pemeran),
        isian=sanksi.IsianPanggilan(
            "800/1", date(2026, 9, 3), datetime(2026, 9, 15, 2, 0, tzinfo=UTC), "BKPSDM"
        ),
        oleh=pemeran.pengelola_instansi,
    )
    assert DokumenTerbit.objects.get(jenis="sanksi.panggilan").keadaan == "berlaku"
    sanksi.hentikan(sanksi=satu, alasan="Tidak terbukti.", oleh=pemeran.pimpinan)
    assert DokumenTerbit.objects.get(jenis="sanksi.panggilan").keadaan == "dicabut"


def test_a_plan_is_printed_when_both_agreed_and_again_when_concluded(diusulkan, kini, pemeran):
    with pytest.raises(ValueError, match="not agreed"):
        naskah_perbaikan(rencana=diusulkan, oleh=None)
    berjalan = perbaikan.sepakati(rencana=diusulkan, oleh=diusulkan.pegawai)
    pertama = DokumenTerbit.objects.get(jenis="rencana_perbaikan")
    isi = teks(pertama)
    for kata in (
        "2 Maret 2026 sampai 2 September 2026 (6 bulan)",
        "Tugas baru tanpa serah terima.",
        "Mail merge",
        "Mendampingi tiap pekan",
        "1 April 2026; 1 Juni 2026",
        pemeran.ratna.nama_lengkap,
        pemeran.kabid.nama_lengkap,
        PP_KINERJA,
    ):
        assert kata in isi
    rencana = jalani(berjalan, kini)
    perbaikan.simpulkan(rencana=rencana, tercapai=True, bukti="Target terpenuhi.", oleh=rencana.penilai)
    pertama.refresh_from_db()
    assert pertama.keadaan == "digantikan"
    assert "Target terpenuhi." in teks(pertama.digantikan_oleh)


@pytest.fixture
def konversi(buat_tahunan, pemeran):
    """Ratna's conversion of 2025."""
    tahunan = buat_tahunan(pemeran.ratna, 1)
    return AngkaKredit.objects.create(
        pegawai=pemeran.ratna, jenis="konversi", jenjang="MU", nilai=Decimal("37.50"), tahunan=tahunan,
        predikat=1, bulan=12, persentase=150, koefisien=Decimal("25"), mulai=date(2025, 1, 1),
        selesai=date(2025, 12, 31),
    )  # fmt: skip


def test_the_conversion_prints_the_form_of_the_regulation(konversi, pemeran):
    """domain.md 14: MU, Sangat Baik, 12 months = 37.5."""
    pemeran.ratna.karpeg = "P 482913"
    pemeran.ratna.save()
    konversi.refresh_from_db()
    isi = teks(naskah_konversi(baris=konversi, oleh=None))
    assert re.search(r"Nomor seri karpeg\W+P 482913", isi)
    for kata in ("PROSENTASE", "Sangat Baik", "150%", "37,5", "KOEFISIEN", "Nomor seri karpeg", "Ahli Muda"):
        assert kata in isi
    for kata in (pemeran.ratna.nama_lengkap, pemeran.kabid.nama_lengkap, "Tempat, tanggal lahir"):
        assert kata in isi


def test_a_correction_replaces_or_revokes_an_issued_form(konversi, pemeran):
    lama = naskah_konversi(baris=konversi, oleh=None)
    _lawan, baru = angka_kredit.koreksi(
        baris=konversi, alasan="TMT salah.", oleh=pemeran.pengelola_instansi, bulan=6
    )
    lama.refresh_from_db()
    assert lama.keadaan == "digantikan"
    assert not dapat_dicetak(konversi)
    with pytest.raises(ValueError, match="no form"):
        naskah_konversi(baris=konversi, oleh=None)
    angka_kredit.koreksi(baris=baru, alasan="Bukan fungsional.", oleh=pemeran.pengelola_instansi)
    assert lama.digantikan_oleh.keadaan == "dicabut"


def test_an_objection_that_changed_the_label_replaces_only_issued_forms(konversi, tahun_tutup):
    naskah_konversi(baris=konversi, oleh=None)
    type(konversi.tahunan).objects.filter(pk=konversi.tahunan_id).update(
        predikat=2, rating_hasil=2, rating_perilaku=2
    )
    assert angka_kredit.koreksi_tahun(siklus=tahun_tutup) == 1
    assert DokumenTerbit.objects.filter(digantikan_oleh__isnull=True).get().data["nilai"] == "25"
    assert ikuti_tahun(siklus=tahun_tutup) == 0
