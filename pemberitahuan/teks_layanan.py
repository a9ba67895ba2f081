"""Texts of training, of public services, and of access."""

from django.utils.translation import gettext as _

from pemberitahuan.models import JenisPesan


def isi() -> dict[str, tuple[str, str]]:
    """Kind of message → subject and body, in the active language. The data of a kind is listed beside it."""
    return {
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
        # --- access
        # nama, peran, batas (last day)
        # nip
        JenisPesan.PETUNJUK_MASUK: (
            _("Buat sandi Anda di Kinerja"),
            _(
                "Akun Anda siap. Buka halaman di bawah, isi NIP Anda (%(nip)s), lalu ikuti tautan yang dikirim ke "
                "surel ini untuk membuat sandi. Tidak ada yang akan menanyakan sandi Anda."
            ),
        ),
        JenisPesan.PERAN_BERAKHIR: (
            _("Peran %(peran)s untuk %(nama)s berakhir %(batas)s"),
            _(
                "Bila masih diperlukan, pengelola memperpanjang tanggal selesainya. Bila tidak, biarkan berakhir."
            ),
        ),
    }
