"""Every message as subject and body, in the active language. The data of a kind is listed beside it."""

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from inti.terjemah import t
from pemberitahuan.models import JenisPesan


def _isi() -> dict[str, tuple[str, str]]:
    return {
        # nama, tahun
        JenisPesan.SKP_DIAJUKAN: (
            _("%(nama)s mengajukan SKP %(tahun)s"),
            _("Baca rencana hasil kerjanya, lalu setujui atau kembalikan dengan catatan."),
        ),
        # nama, tahun, catatan
        JenisPesan.SKP_DIKEMBALIKAN: (
            _("SKP %(tahun)s Anda dikembalikan untuk diperbaiki"),
            _("Catatan %(nama)s: %(catatan)s"),
        ),
        # nama, tahun
        JenisPesan.SKP_DISETUJUI: (
            _("SKP %(tahun)s Anda disetujui"),
            _("%(nama)s menyetujui SKP Anda. Mulai sekarang Anda dapat melaporkan kemajuan."),
        ),
        # nama
        JenisPesan.PENILAI_BERGANTI: (
            _("Pejabat penilai Anda berganti"),
            _("SKP Anda kini dinilai oleh %(nama)s. Yang sudah disetujui tetap berlaku."),
        ),
        # nama, tentang
        JenisPesan.UMPAN_BALIK: (
            _("%(nama)s memberi umpan balik"),
            _("Tentang: %(tentang)s"),
        ),
        # periode, batas
        JenisPesan.EVALUASI_DIBUKA: (
            _("Evaluasi %(periode)s dibuka"),
            _("Isi penilaian diri paling lambat %(batas)s. Realisasi sudah terisi dari laporan Anda."),
        ),
        # periode, batas
        JenisPesan.PENGINGAT_PENILAIAN_DIRI: (
            _("Penilaian diri %(periode)s menunggu Anda"),
            _("Batasnya %(batas)s. Kira-kira 10 menit."),
        ),
        # periode, batas, jumlah
        JenisPesan.PENGINGAT_PENILAIAN: (
            _("%(jumlah)s anggota tim menunggu penilaian %(periode)s"),
            _("Batasnya %(batas)s. Hasil yang lewat waktu terkunci tanpa predikat."),
        ),
        # nama, periode
        JenisPesan.PENILAIAN_DIRI_DIAJUKAN: (
            _("%(nama)s mengajukan penilaian diri %(periode)s"),
            _("Anda dapat menilai sekarang."),
        ),
        # nama, periode, catatan
        JenisPesan.PENILAIAN_DIRI_DIKEMBALIKAN: (
            _("Penilaian diri %(periode)s Anda dikembalikan untuk dilengkapi"),
            _("Catatan %(nama)s: %(catatan)s"),
        ),
        # nama, periode
        JenisPesan.EVALUASI_DISAMPAIKAN: (
            _("Hasil evaluasi %(periode)s Anda sudah ada"),
            _("%(nama)s menyampaikan hasilnya beserta alasan. Baca lalu tandai sudah diterima."),
        ),
        # nama, periode
        JenisPesan.EVALUASI_DITERIMA: (
            _("%(nama)s menerima hasil evaluasi %(periode)s"),
            _("Tidak ada yang perlu Anda lakukan."),
        ),
        # --- peers
        # periode, batas
        JenisPesan.REKAN_PERIKSA: (
            _("Rekan kerja %(periode)s Anda sudah diundi"),
            _(
                "Periksa siapa yang akan dimintai masukan. Anda dapat mencoret sampai %(batas)s, dengan alasan."
            ),
        ),
        # periode, batas
        JenisPesan.REKAN_DIMINTA: (
            _("Masukan Anda tentang rekan kerja diminta"),
            _("%(periode)s: kira-kira 2 menit per orang, paling lambat %(batas)s. Jawaban tidak bernama."),
        ),
        # periode, batas (no number and no name: how many are open would say who has answered)
        JenisPesan.PENGINGAT_REKAN: (
            _("Masukan tentang rekan kerja masih ditunggu"),
            _("%(periode)s: paling lambat %(batas)s. Kira-kira 2 menit per orang."),
        ),
        # periode
        JenisPesan.REKAN_SELESAI: (
            _("Masukan rekan kerja %(periode)s selesai dikumpulkan"),
            _("Ringkasannya ada di halaman masukan rekan kerja, bila cukup banyak yang menjawab."),
        ),
        # --- yearly evaluation
        # tahun, batas, jumlah
        JenisPesan.TAHUNAN_DIBUKA: (
            _("Evaluasi tahunan %(tahun)s dibuka"),
            _("%(jumlah)s anggota tim menunggu evaluasi Anda, paling lambat %(batas)s."),
        ),
        # nama, tahun
        JenisPesan.TAHUNAN_DISAMPAIKAN: (
            _("Hasil evaluasi tahunan %(tahun)s Anda sudah ada"),
            _("Baca hasil dari %(nama)s beserta alasannya, lalu tandatangani atau tolak dengan alasan."),
        ),
        # nama, tahun, tanggapan
        JenisPesan.TAHUNAN_DITANGGAPI: (
            _("%(nama)s menanggapi hasil evaluasi tahunan %(tahun)s"),
            _("Tanggapannya: %(tanggapan)s"),
        ),
        # tahun, jumlah
        JenisPesan.TAHUNAN_TERLAMBAT: (
            _("Rentang evaluasi tahunan %(tahun)s sudah lewat"),
            _("%(jumlah)s anggota tim belum Anda nilai; kini dinilai oleh atasan Anda dan hasilnya final."),
        ),
        # tahun, jumlah, batas
        JenisPesan.TAHUNAN_MENUNGGU_ATASAN: (
            _("%(jumlah)s evaluasi tahunan %(tahun)s menunggu tanda tangan Anda"),
            _("Pejabat penilainya melewati rentang evaluasi. Batas Anda %(batas)s; hasilnya final."),
        ),
        # tahun, jumlah
        JenisPesan.TAHUNAN_DILAPORKAN: (
            _("%(jumlah)s evaluasi tahunan %(tahun)s dilaporkan"),
            _("Hasilnya dapat dibaca pada daftar evaluasi tahunan."),
        ),
        # tahun, jumlah, batas
        JenisPesan.PENGINGAT_TAHUNAN: (
            _("%(jumlah)s evaluasi tahunan %(tahun)s belum Anda tandatangani"),
            _("Batasnya %(batas)s."),
        ),
        # tahun
        JenisPesan.PENGINGAT_TANGGAPAN: (
            _("Hasil evaluasi tahunan %(tahun)s menunggu tanggapan Anda"),
            _("Tandatangani, atau tolak dengan alasan. Halamannya menunjukkan batas waktunya."),
        ),
        # --- documents
        # unit, hari
        JenisPesan.PAKET_SIAP: (
            _("Paket dokumen %(unit)s siap diunduh"),
            _("Berkasnya disimpan %(hari)s hari, lalu dihapus. Anda dapat memintanya lagi kapan saja."),
        ),
        # --- organisation and distribution
        # jumlah, periode
        JenisPesan.CAPAIAN_MENUNGGU: (
            _("%(jumlah)s unit menunggu penetapan capaian %(periode)s"),
            _("Predikat anggota unit itu mempertimbangkan capaian yang Anda tetapkan."),
        ),
        # nama, unit, periode, usulan
        JenisPesan.CAPAIAN_DISIAPKAN: (
            _("Usulan capaian %(unit)s %(periode)s siap ditetapkan"),
            _("%(nama)s mengusulkan “%(usulan)s”. Periksa dasarnya, lalu tetapkan."),
        ),
        # nama, unit, periode, capaian
        JenisPesan.CAPAIAN_DITETAPKAN: (
            _("Capaian %(unit)s %(periode)s: %(capaian)s"),
            _("Ditetapkan oleh %(nama)s. Pertimbangkan saat menilai anggota tim Anda."),
        ),
        # --- objection
        # nama, periode, batas
        JenisPesan.KEBERATAN_DIAJUKAN: (
            _("%(nama)s mengajukan keberatan atas evaluasi %(periode)s"),
            _("Periksa dengan meminta penjelasan kedua pihak. Putuskan paling lambat %(batas)s."),
        ),
        # nama, periode
        JenisPesan.KEBERATAN_DIMINTAI: (
            _("%(nama)s keberatan atas hasil evaluasi %(periode)s"),
            _("Tulis penjelasan Anda. Keputusan ada pada atasan Anda."),
        ),
        # nama, periode
        JenisPesan.KEBERATAN_DIJELASKAN: (
            _("%(nama)s menjelaskan penilaian %(periode)s yang dikeberatani"),
            _("Baca penjelasannya di halaman keberatan."),
        ),
        # nama, periode
        JenisPesan.KEBERATAN_DICABUT: (
            _("%(nama)s mencabut keberatan atas evaluasi %(periode)s"),
            _("Hasil semula tetap berlaku. Tidak ada yang perlu Anda lakukan."),
        ),
        # nama, periode, putusan
        JenisPesan.KEBERATAN_DIPUTUS: (
            _("Keberatan atas evaluasi %(periode)s sudah diputus: %(putusan)s"),
            _("Diputus oleh %(nama)s. Baca pertimbangannya; keputusan ini final."),
        ),
        # nama, periode, batas
        JenisPesan.PENGINGAT_KEBERATAN: (
            _("Keberatan %(nama)s menunggu keputusan Anda"),
            _("Evaluasi %(periode)s. Putuskan paling lambat %(batas)s."),
        ),
        # nama, periode, batas
        JenisPesan.KEBERATAN_TERLAMBAT: (
            _("Keputusan atas keberatan %(nama)s terlambat"),
            _("Evaluasi %(periode)s seharusnya diputus paling lambat %(batas)s. Belum ada keputusan."),
        ),
        # --- recognition and bonus
        # tahun, jumlah
        JenisPesan.KANDIDAT_PENGHARGAAN: (
            _("%(jumlah)s anggota tim memenuhi syarat penghargaan tahun %(tahun)s"),
            _("Baca alasannya, lalu usulkan yang layak."),
        ),
        # penghargaan, tahun
        JenisPesan.PENGHARGAAN_DIBERIKAN: (
            _("Selamat, Anda menerima penghargaan %(penghargaan)s tahun %(tahun)s"),
            _("Piagamnya dapat diunduh. Bila tidak ingin diumumkan, katakan di halaman yang sama."),
        ),
        # nama, penghargaan, catatan
        JenisPesan.PENGHARGAAN_DITOLAK: (
            _("Usulan %(penghargaan)s untuk %(nama)s tidak diterima"),
            _("Alasannya: %(catatan)s"),
        ),
        # penghargaan, tahun, catatan
        JenisPesan.PENGHARGAAN_DICABUT: (
            _("Penghargaan %(penghargaan)s tahun %(tahun)s dicabut"),
            _("Alasannya: %(catatan)s"),
        ),
        JenisPesan.USULAN_MENUNGGU: (
            _("Ada usulan penghargaan yang menunggu"),
            _("Buka untuk membaca dan memeriksanya."),
        ),
        # periode, catatan
        JenisPesan.BONUS_DIKEMBALIKAN: (
            _("Perhitungan bonus %(periode)s dikembalikan"),
            _("Alasannya: %(catatan)s"),
        ),
        # periode
        JenisPesan.BONUS_DISETUJUI: (
            _("Bonus %(periode)s Anda sudah disetujui"),
            _("Lihat jumlahnya dan cara menghitungnya."),
        ),
        # --- improvement plans and sanctions
        # nama, batas
        JenisPesan.RENCANA_DIBUKA: (
            _("Dampingi %(nama)s menyusun rencana perbaikan"),
            _("Bicarakan penyebab dan dukungannya bersama, lalu kirim rencananya paling lambat %(batas)s."),
        ),
        # nama
        JenisPesan.RENCANA_DIUSULKAN: (
            _("%(nama)s mengirim rencana dukungan untuk Anda"),
            _("Baca, lalu sepakati atau minta diubah. Rencana ini untuk membantu Anda."),
        ),
        # nama, catatan
        JenisPesan.RENCANA_DIKEMBALIKAN: (
            _("%(nama)s minta rencana perbaikan diubah"),
            _("Catatannya: %(catatan)s"),
        ),
        # nama, batas
        JenisPesan.RENCANA_DISEPAKATI: (
            _("Rencana perbaikan %(nama)s disepakati"),
            _("Berjalan sampai %(batas)s. Tanggal pertemuan ada di dalamnya."),
        ),
        # nama, catatan
        JenisPesan.RENCANA_DIAMBIL_ALIH: (
            _("%(nama)s melanjutkan rencana perbaikan"),
            _("Alasannya: %(catatan)s"),
        ),
        # nama, batas
        JenisPesan.RENCANA_BERAKHIR: (
            _("Masa perbaikan %(nama)s berakhir %(batas)s"),
            _("Bicarakan hasilnya, lalu tulis simpulan dengan buktinya atau perpanjang dengan alasan."),
        ),
        # nama
        JenisPesan.RENCANA_DISIMPULKAN: (
            _("Rencana perbaikan Anda disimpulkan"),
            _("%(nama)s menulis simpulan beserta buktinya."),
        ),
        # nama, batas
        JenisPesan.TINJAUAN_MENDATANG: (
            _("Pertemuan tinjauan %(batas)s bersama %(nama)s"),
            _("Siapkan yang sudah berjalan dan yang masih perlu dibantu."),
        ),
        # batas
        JenisPesan.SANKSI_DIPANGGIL: (
            _("Ada surat panggilan untuk Anda"),
            _("Pertemuannya %(batas)s. Buka untuk membaca waktu, tempat, dan hak Anda."),
        ),
        JenisPesan.SANKSI_DIPUTUS: (
            _("Ada surat keputusan yang perlu Anda baca"),
            _("Buka untuk membaca isi dan upaya yang dapat ditempuh."),
        ),
        JenisPesan.SANKSI_DIHENTIKAN: (
            _("Ada surat baru untuk Anda"),
            _("Pemeriksaan dihentikan atau keputusannya dicabut. Buka untuk membaca alasannya."),
        ),
        JenisPesan.PERKARA_MENUNGGU: (
            _("Ada perkara yang menunggu"),
            _("Ada perkara yang menunggu Anda. Buka untuk membacanya."),
        ),
        JenisPesan.PERKARA_BERUBAH: (
            _("Ada kabar tentang perkara"),
            _("Ada yang baru pada perkara yang Anda tangani. Buka untuk membacanya."),
        ),
        # --- angka kredit
        # tahun, nilai
        JenisPesan.ANGKA_KREDIT_TERBIT: (
            _("Angka kredit %(tahun)s Anda %(nilai)s"),
            _("Dihitung dari predikat tahunan. Setiap langkahnya dijelaskan di dalam."),
        ),
        # --- training
        # nama, pelatihan
        JenisPesan.PELATIHAN_DIUSULKAN: (
            _("%(nama)s ingin mengikuti %(pelatihan)s"),
            _("Setujui, atau sampaikan mengapa belum dapat."),
        ),
        # nama, pelatihan
        JenisPesan.PELATIHAN_DISETUJUI: (
            _("Usulan Anda untuk %(pelatihan)s disetujui atasan"),
            _("%(nama)s menyetujui. BKPSDM menetapkan peserta; Anda akan diberi kabar."),
        ),
        # nama, pelatihan, catatan
        JenisPesan.PELATIHAN_DITOLAK: (
            _("Usulan Anda untuk %(pelatihan)s belum disetujui"),
            _("Catatan %(nama)s: %(catatan)s"),
        ),
        # pelatihan, batas (first day), tempat
        JenisPesan.PELATIHAN_DITETAPKAN: (
            _("Anda ditetapkan sebagai peserta %(pelatihan)s"),
            _(
                "Mulai %(batas)s di %(tempat)s. Bila berhalangan, segera mengundurkan diri agar kursi terpakai."
            ),
        ),
        # pelatihan
        JenisPesan.PELATIHAN_MENUNGGU: (
            _("Anda masuk daftar tunggu %(pelatihan)s"),
            _("Kursinya penuh. Bila ada yang batal, Anda naik sesuai urutan dan diberi kabar."),
        ),
        # pelatihan, jam, tempat
        JenisPesan.PELATIHAN_BESOK: (
            _("Besok: %(pelatihan)s"),
            _("Pukul %(jam)s di %(tempat)s. Bawa ponsel untuk memindai kode kehadiran."),
        ),
        # pelatihan, catatan
        JenisPesan.PELATIHAN_DIBATALKAN: (
            _("%(pelatihan)s dibatalkan"),
            _("Alasannya: %(catatan)s"),
        ),
        # pelatihan, hasil
        JenisPesan.PELATIHAN_HASIL: (
            _("Hasil %(pelatihan)s: %(hasil)s"),
            _("Buka pelatihan Anda untuk melihat JP dan mengunduh sertifikat bila lulus."),
        ),
        # pelatihan, hasil, catatan
        JenisPesan.PELATIHAN_LUAR: (
            _("%(pelatihan)s: %(hasil)s"),
            _("Catatan pemeriksa: %(catatan)s"),
        ),
        # topik
        JenisPesan.KEBUTUHAN_PELATIHAN: (
            _("Kebutuhan pengembangan dari hasil evaluasi Anda"),
            _("%(topik)s. Lihat pelatihan yang cocok, lalu katakan apakah Anda memerlukannya."),
        ),
        # --- public services
        # layanan
        JenisPesan.NILAI_LAYANAN_RENDAH: (
            _("Seorang warga memberi nilai rendah untuk %(layanan)s"),
            _("Ia menulis saran. Isinya tampil setelah dibaca pengelola kinerja."),
        ),
        # layanan
        JenisPesan.SARAN_MENUNGGU: (
            _("Saran warga tentang %(layanan)s menunggu dibaca"),
            _("Tampilkan kepada petugas, samarkan nama bila ada, atau sembunyikan dengan alasan."),
        ),
    }


class _Longgar(dict):
    def __missing__(self, kunci: str) -> str:
        return "…"


def _tanggal_panjang(nilai: object) -> object:
    """An ISO date as “11 Desember 2026”, anything else as it is."""
    try:
        return date_format(date.fromisoformat(str(nilai)), "j F Y")
    except ValueError:
        return nilai


def _periode(nama: str) -> str:
    """“Triwulan IV 2026” with its name in the active language."""
    depan, _spasi, tahun = nama.rpartition(" ")
    return f"{t(depan)} {tahun}" if depan else nama


def teks(jenis: str, data: Mapping[str, object]) -> tuple[str, str]:
    """Subject and body of a message of this kind; a missing datum shows as an ellipsis, never as an error.

    `batas` is an ISO date in the data and a long date in the text; `periode` is Indonesian in the data.
    """
    judul, isi = _isi()[jenis]
    isian = _Longgar(data)
    if "batas" in isian:
        isian["batas"] = _tanggal_panjang(isian["batas"])
    if "periode" in isian:
        isian["periode"] = _periode(str(isian["periode"]))
    if "tentang" in isian:
        isian["tentang"] = t(isian["tentang"])  # one of the seven values; a text of a plan stays as it is
    return judul % isian, isi % isian
