"""Every kind of problem of an employee file, in words. Keys are kept in reports; the words may change."""

from django.utils.translation import gettext_lazy as _

from inti.impor import GALAT, PERINGATAN, Kalimat
from inti.impor_sel import KALIMAT_DASAR
from pegawai.impor.ketetapan import KALIMAT_KETETAPAN


def _g(judul: str, pesan: str) -> Kalimat:
    return Kalimat(GALAT, judul, pesan)


def _p(judul: str, pesan: str) -> Kalimat:
    return Kalimat(PERINGATAN, judul, pesan)


_APA_ADANYA = "%(kalimat)s"  # sentences of the rules, which name the digits themselves

KALIMAT: dict[str, Kalimat] = {
    # --- cells
    "wajib_kosong": _g(_("Isian wajib kosong"), _("%(kolom)s wajib diisi. Lengkapi sel ini.")),
    "nip_excel": _g(
        _("NIP dipotong Excel"),
        _(
            "Excel menyimpan NIP ini sebagai bilangan dan telah mengubah angka terakhirnya. Format kolom "
            "NIP BARU sebagai Teks (Format Sel › Teks), lalu salin ulang 18 angkanya dari SIASN."
        ),
    ),
    "angka_excel": _g(
        _("Angka panjang dipotong Excel"),
        _(
            "Excel menyimpan %(kolom)s sebagai bilangan sehingga angkanya dapat berubah. Format kolom itu "
            "sebagai Teks, lalu isi ulang."
        ),
    ),
    "nip_salah": _g(_("NIP tidak benar"), _APA_ADANYA),
    "silang": _g(_("Isi baris tidak cocok dengan NIP"), _APA_ADANYA),
    "tanggal_salah": _g(
        _("Tanggal tidak terbaca"), _("“%(nilai)s” bukan tanggal. Tulis hh-bb-tttt, misalnya 31-12-1985.")
    ),
    "kelamin_salah": _g(
        _("Jenis kelamin tidak dikenal"), _("“%(nilai)s” tidak dikenal. Isi M atau L (laki-laki), F atau P.")
    ),
    "jenis_salah": _g(
        _("Jenis pegawai tidak dikenal"),
        _("“%(nilai)s” tidak dikenal. Isi PNS, CPNS, PPPK atau PPPK Paruh Waktu."),
    ),
    "golongan_salah": _g(_("Golongan tidak dikenal"), _APA_ADANYA),
    "kedudukan_salah": _g(
        _("Kedudukan hukum tidak dikenal"),
        _("Kedudukan hukum “%(nilai)s” tidak dikenal. Isi kode SIASN (01 aktif, 03 tugas belajar, …)."),
    ),
    "terlalu_panjang": _g(
        _("Isi sel terlalu panjang"), _("Isi %(kolom)s paling banyak %(maks)s huruf. Singkat isinya.")
    ),
    "nik_salah": _g(_("NIK tidak benar"), _("NIK harus 16 angka. Perbaiki, atau kosongkan sel ini.")),
    "karakter": _g(
        _("Karakter yang tidak dapat disimpan"),
        _("Sel ini berisi karakter kosong (NUL). Ketik ulang isinya."),
    ),
    # --- post and unit
    "jabatan_salah": _g(_("Jenis jabatan atau eselon tidak jelas"), _APA_ADANYA),
    "jabatan_tanpa_unit": _g(
        _("Jabatan tanpa unit kerja"),
        _("Baris ini berisi jabatan tetapi unit kerjanya kosong. Isi UNOR NAMA."),
    ),
    "unit_tanpa_jabatan": _g(
        _("Unit kerja tanpa jabatan"),
        _("Baris ini berisi unit kerja tetapi jabatannya kosong. Isi JABATAN NAMA."),
    ),
    "unit_tidak_dikenal": _g(
        _("Unit kerja tidak dikenal"),
        _(
            "Unit “%(nilai)s” tidak ada dalam susunan organisasi. Samakan namanya, tambahkan unit itu lebih "
            "dahulu, atau pilih “Buat unit kerja yang belum ada”."
        ),
    ),
    "unit_ambigu": _g(
        _("Nama unit kerja dimiliki beberapa unit"),
        _("“%(nilai)s” dapat berarti: %(calon)s. Isi UNOR ID, atau SATUAN KERJA INDUK NAMA yang tepat."),
    ),
    "unit_ditutup": _g(
        _("Unit kerja sudah ditutup"),
        _("UNOR ID ini milik %(unit)s yang sudah ditutup. Isi unit penggantinya, atau buka lagi unit itu."),
    ),
    "unit_tanpa_instansi": _g(
        _("Susunan organisasi masih kosong"),
        _("Unit tidak dapat dibuat karena nama instansi tidak diketahui. Isi INSTANSI KERJA NAMA."),
    ),
    "jabatan_tidak_dikenal": _g(
        _("Jabatan tidak dikenal"),
        _("Jabatan “%(nilai)s” belum ada. Samakan namanya atau pilih “Buat jabatan yang belum ada”."),
    ),
    # --- people
    "ganda_nip": _g(
        _("NIP ganda dalam berkas"),
        _("NIP %(nilai)s juga ada di baris %(lain)s. Sisakan satu baris yang benar."),
    ),
    "ganda_pns_id": _g(
        _("PNS ID ganda dalam berkas"),
        _("PNS ID %(nilai)s juga ada di baris %(lain)s. Sisakan satu baris yang benar."),
    ),
    "ganda_orang": _g(
        _("Dua baris untuk orang yang sama"),
        _("Baris ini dan baris %(lain)s menunjuk pegawai yang sama, %(nama)s. Sisakan satu baris."),
    ),
    "konflik_pns_id": _g(
        _("PNS ID dan NIP menunjuk dua orang"),
        _("PNS ID milik %(satu)s, tetapi NIP milik %(dua)s. Periksa keduanya di SIASN, lalu betulkan."),
    ),
    "konflik_nip": _g(
        _("NIP sudah tercatat dengan PNS ID lain"),
        _("NIP ini tercatat atas nama %(satu)s dengan PNS ID %(pns_id)s. Samakan PNS ID-nya."),
    ),
    "orang_berbeda": _g(
        _("PNS ID dipakai orang lain"),
        _(
            "PNS ID ini milik %(satu)s (NIP %(lama)s), tetapi NIP dan tanggal lahirnya berbeda. "
            "Periksa PNS ID di SIASN."
        ),
    ),
    # --- placement
    "tmt_kosong": _g(
        _("Pindah tanpa tanggal"),
        _("Unit atau jabatan berubah dari %(lama)s, tetapi TMT JABATAN kosong. Isi tanggal mulainya."),
    ),
    "tmt_mundur": _g(
        _("TMT jabatan lebih awal dari yang tercatat"),
        _(
            "TMT JABATAN lebih awal daripada penempatan yang tercatat (%(lama)s sejak %(sejak)s). Betulkan "
            "tanggalnya, atau betulkan penempatan itu di halaman pegawai."
        ),
    ),
    "tmt_bertabrakan": _g(
        _("TMT jabatan bertabrakan"),
        _("Pada TMT JABATAN ini pegawai masih menempati %(lama)s sampai %(sampai)s. Betulkan tanggalnya."),
    ),
    "dua_kepala": _g(
        _("Dua kepala untuk satu unit"),
        _("%(unit)s juga dipimpin pegawai di baris %(lain)s. Betulkan jabatan atau unit salah satunya."),
    ),
    "kepala_lain": _g(
        _("Unit sudah mempunyai kepala"),
        _(
            "%(unit)s masih dipimpin %(satu)s. Sertakan baris perpindahannya dalam berkas ini, atau akhiri "
            "dahulu penempatannya."
        ),
    ),
    **KALIMAT_KETETAPAN,
    # --- what the file may do
    "sudah_ada": KALIMAT_DASAR["sudah_ada"],
    "belum_ada": KALIMAT_DASAR["belum_ada"],
    # --- warnings
    "nip_berubah": _p(
        _("NIP berganti, orangnya tetap"), _("NIP lama %(lama)s diganti; pegawai dikenali dari PNS ID.")
    ),
    "surel_diabaikan": _p(
        _("Alamat surel tidak dipakai"), _("“%(nilai)s” bukan alamat surel, sehingga tidak disimpan.")
    ),
    "tahun_diabaikan": _p(
        _("Tahun lulus tidak dipakai"), _("“%(nilai)s” bukan tahun, sehingga tidak disimpan.")
    ),
    "jenis_dari_nip": _p(
        _("Jenis pegawai diambil dari NIP"),
        _("Berkas tidak memiliki kolom JENIS PEGAWAI NAMA; jenis pegawai mengikuti susunan NIP."),
    ),
    "eselon_ditebak": _p(
        _("Eselon diperkirakan dari nama jabatan"),
        _("Eselon dianggap %(eselon)s. Periksa di daftar jabatan."),
    ),
    "struktural_bukan_kepala": _p(
        _("Jabatan struktural yang tidak dikenali memimpin unitnya"),
        _("Nama jabatan tidak cocok dengan unit “%(unit)s”, jadi tidak dicatat sebagai kepala unit."),
    ),
    "tanpa_penempatan": _p(
        _("Tanpa unit dan jabatan"), _("Unit dan jabatan kosong: pegawai tercatat tanpa penempatan.")
    ),
    "tmt_diperkirakan": _p(
        _("TMT jabatan diperkirakan"), _("TMT JABATAN kosong; penempatan dicatat mulai %(mulai)s.")
    ),
    "nonaktif_menjabat": _p(
        _("Tidak aktif tetapi masih tercatat menjabat"),
        _("Penempatan di %(lama)s masih berjalan. Akhiri penempatannya di halaman pegawai."),
    ),
    "penempatan_berakhir": _p(
        _("Penempatan sudah diakhiri"),
        _("Penempatan %(lama)s tercatat berakhir %(sampai)s; berkas tidak mengubahnya."),
    ),
    "unit_baru": _p(_("Unit kerja baru dibuat"), _("Unit “%(nilai)s” dibuat di bawah %(induk)s.")),
}
