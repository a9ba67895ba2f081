"""What may be wrong with a file of results, each kind in its own sentence."""

from django.utils.translation import gettext_lazy as _

from inti.impor_dasar import Kalimat
from inti.impor_sel import KALIMAT_DASAR, g, p
from pegawai.impor.orang import KALIMAT_ORANG

_KODE_KATA = _("%(kolom)s %(nilai)s tidak sama dengan kata di sebelahnya (%(lain)s). Betulkan salah satunya.")

UMUM: dict[str, Kalimat] = {
    **KALIMAT_DASAR,
    **KALIMAT_ORANG,
    "rating_salah": g(_("Rating tidak dikenal"), "%(kalimat)s"),
    "predikat_salah": g(_("Predikat tidak dikenal"), "%(kalimat)s"),
    "koefisien_salah": g(_("Koefisien tidak dikenal"), "%(kalimat)s"),
    "golongan_salah": g(
        _("Golongan tidak dikenal"),
        _("Golongan “%(nilai)s” tidak dikenal. PNS: I/a sampai IV/e; PPPK: I sampai XVII."),
    ),
    "path_salah": g(
        _("PATH bukan JSON"),
        _("PATH harus berupa JSON dari SIASN, misalnya []. Salin ulang isinya, atau kosongkan."),
    ),
    "hasil_dua": g(_("Kode dan kata hasil kerja berbeda"), _KODE_KATA),
    "perilaku_dua": g(_("Kode dan kata perilaku kerja berbeda"), _KODE_KATA),
    "predikat_dua": g(_("Kode dan kata predikat berbeda"), _KODE_KATA),
    "hasil_kosong": g(
        _("Rating hasil kerja kosong"),
        _("Isi HASIL KINERJA NILAI atau HASIL KINERJA untuk catatan baru ini."),
    ),
    "perilaku_kosong": g(
        _("Rating perilaku kerja kosong"),
        _("Isi PERILAKU KERJA NILAI atau PERILAKU KERJA untuk catatan baru ini."),
    ),
    "predikat_beda": g(
        _("Predikat tidak sesuai kuadran"),
        _(
            "Hasil kerja %(hasil)s dan perilaku %(perilaku)s berpredikat %(seharusnya)s (PermenPANRB 6/2022), bukan "
            "%(nilai)s. Betulkan rating atau predikatnya; kode 1 adalah yang terbaik."
        ),
    ),
    "tahun_lama": g(
        _("Tahun sebelum penilaian berpredikat"),
        _(
            "Tahun %(nilai)s dinilai dengan angka, bukan dengan kuadran. Yang diimpor di sini mulai tahun %(awal)s."
        ),
    ),
    "tahun_nanti": g(
        _("Tahun belum tiba"), _("Tahun %(nilai)s belum tiba, jadi belum ada hasilnya. Periksa tahunnya.")
    ),
    "bukan_asn": g(
        _("Bukan ASN"), _("%(nilai)s bukan ASN, jadi tidak punya SKP. Periksa nomor pegawai di baris ini.")
    ),
    "sebelum_diangkat": p(
        _("Sebelum pengangkatan"),
        _("Pegawai ini diangkat %(tmt)s, sesudah tahun %(nilai)s. Pastikan tahun dan pegawainya benar."),
    ),
    "penilai_nip_salah": g(
        _("NIP penilai tidak 18 angka"),
        _("NIP penilai “%(nilai)s” bukan 18 angka. Betulkan, atau isi STATUS PENILAI dengan NON ASN."),
    ),
    "penilai_diri": g(
        _("Menilai diri sendiri"),
        _("NIP penilai %(nilai)s adalah NIP pegawai ini sendiri. Isi NIP penilainya."),
    ),
    "penilai_kosong": p(
        _("Penilai tidak disebut"),
        _("NIP dan nama penilai kosong. Catatan ini disimpan, tetapi belum dapat dikirim ke SIASN."),
    ),
    "siasn_lain": g(
        _("ID riwayat milik catatan lain"),
        _("ID riwayat “%(nilai)s” sudah dipakai catatan %(lain)s. Periksa ID atau barisnya."),
    ),
    "siasn_ganda": g(
        _("ID riwayat dua kali di berkas"),
        _("ID riwayat “%(nilai)s” ada juga pada baris %(lain)s. Satu ID hanya untuk satu catatan."),
    ),
    "lewat_rangkap": p(
        _("SKP rangkap dilewati"),
        _("Baris SKP Plt., Plh., atau Pj. ini dilewati; SKP jabatan utamanya yang dipakai."),
    ),
    "lewat_belum": p(
        _("Belum dinilai"), _("Menurut e-Kinerja SKP ini belum dinilai, jadi baris ini dilewati.")
    ),
    "lewat_lama": p(
        _("Bukan SKP terakhir"),
        _("Pegawai ini punya SKP lain yang berakhir sesudah %(nilai)s; hasil yang terakhir yang dipakai."),
    ),
}

SKP: dict[str, Kalimat] = {
    **UMUM,
    "dinilai_kinerja": g(
        _("Sudah dinilai di Kinerja"),
        _(
            "Pegawai ini punya SKP atau evaluasi tahun %(nilai)s di Kinerja, dan itulah yang berlaku. Hapus baris ini."
        ),
    ),
    "tahun_berjalan": g(
        _("Tahun masih berjalan di Kinerja"),
        _("Evaluasi tahun %(nilai)s di Kinerja belum ditutup. Hasilnya ditetapkan di sini, bukan diimpor."),
    ),
    "dinilai_dini": g(
        _("Tampaknya hasil periodik"),
        _(
            "Dinilai %(nilai)s, sebelum evaluasi tahunan %(tahun)s dimulai. Bila laporan ini periodik, impor sebagai "
            "Kinerja periodik dengan kolom PERIODE."
        ),
    ),
}

PERIODIK: dict[str, Kalimat] = {
    **UMUM,
    "bulan_salah": g(_("Bulan tidak dikenal"), "%(kalimat)s"),
    "triwulan_salah": g(_("Triwulan tidak dikenal"), "%(kalimat)s"),
    "periode_salah": g(_("Periode tidak dikenal"), "%(kalimat)s"),
    "masa_kosong": g(
        _("Masa penilaian kosong"),
        _("Isi BULAN MULAI PENILAIAN dan BULAN SELESAI PENILAIAN, atau TRIWULAN, atau PERIODE."),
    ),
    "masa_dua": g(
        _("Dua masa yang berbeda"),
        _(
            "Bulan menunjuk %(nilai)s, sedangkan TRIWULAN atau PERIODE menunjuk %(lain)s. Betulkan salah satunya."
        ),
    ),
    "bulan_terbalik": g(
        _("Bulan terbalik"), _("Bulan selesai %(nilai)s mendahului bulan mulai %(lain)s. Tukar keduanya.")
    ),
    "tahun_beda": g(
        _("Masa di luar tahunnya"),
        _(
            "%(kolom)s %(nilai)s tidak sama dengan TAHUN %(lain)s. Satu catatan hanya untuk masa di dalam satu tahun."
        ),
    ),
    "jenis_beda": g(
        _("Jenis periode dan bulannya berbeda"),
        _(
            "Periode %(nilai)s tidak mungkin dari bulan %(awal)s sampai %(akhir)s. Betulkan jenis atau bulannya."
        ),
    ),
    "masa_panjang": g(
        _("Masa lebih dari satu triwulan"),
        _(
            "Bulan %(nilai)s tidak di dalam satu triwulan. Hasil setahun diimpor sebagai Riwayat SKP; selain itu, bagi "
            "per triwulan."
        ),
    ),
    "masa_nanti": g(
        _("Masa belum berakhir"), _("Masa sampai %(nilai)s belum berakhir, jadi belum ada hasilnya.")
    ),
    "bertumpuk_berkas": g(
        _("Masa bertumpuk di berkas"),
        _("Bulan %(nilai)s bertumpuk dengan baris %(lain)s pegawai yang sama. Sisakan satu."),
    ),
    "bertumpuk_data": g(
        _("Masa bertumpuk dengan data"),
        _(
            "Bulan %(nilai)s bertumpuk dengan catatan bulan %(lain)s yang sudah ada. Samakan masanya, atau "
            "hapus baris ini."
        ),
    ),
    "dinilai_kinerja": g(
        _("Sudah dinilai di Kinerja"),
        _(
            "Pegawai ini punya SKP atau evaluasi pada bulan %(nilai)s di Kinerja, dan itulah yang berlaku. "
            "Hapus baris ini."
        ),
    ),
}
