"""Texts of what follows an evaluation: recognition, bonus, improvement plans, sanctions, angka kredit."""

from django.utils.translation import gettext as _

from pemberitahuan.models import JenisPesan


def isi() -> dict[str, tuple[str, str]]:
    """Kind of message → subject and body, in the active language. The data of a kind is listed beside it."""
    return {
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
    }
