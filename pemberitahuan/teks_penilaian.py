"""Texts of the performance year: plans, feedback, evaluations, peers, organisation, objections."""

from django.utils.translation import gettext as _

from pemberitahuan.models import JenisPesan


def isi() -> dict[str, tuple[str, str]]:
    """Kind of message → subject and body, in the active language. The data of a kind is listed beside it."""
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
        # nama, tahun
        JenisPesan.EKSPEKTASI_KHUSUS: (
            _("%(nama)s menulis ekspektasi khusus untuk perilaku kerja Anda"),
            _("Berlaku untuk SKP %(tahun)s. Baca, lalu tanyakan bila ada yang belum jelas."),
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
    }
