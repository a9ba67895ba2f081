"""Mistakes of files of results, written by hand: what is changed in a right row, the column, the sentence.

Row n of the file is the n-th entry (from row 2). {nip} is the person of the row, {berikut} and {sebelum} the rows
beside.
"""

_RATING = (
    "“{}” bukan rating. Isi 1 (Di Atas Ekspektasi), 2 (Sesuai Ekspektasi), atau 3 (Di Bawah Ekspektasi)."
)
_PREDIKAT = (
    "“{}” bukan predikat. Isi 1 (Sangat Baik), 2 (Baik), 3 (Butuh Perbaikan), 4 (Kurang), atau "
    "5 (Sangat Kurang)."
)
_BULAN = "“{}” bukan bulan. Isi 1 sampai 12, atau nama bulannya."
_DUA = "{} {} tidak sama dengan kata di sebelahnya ({}). Betulkan salah satunya."
_PATH = "PATH harus berupa JSON dari SIASN, misalnya []. Salin ulang isinya, atau kosongkan."
_MAKS = "Isi {} paling banyak {} huruf. Singkat isinya."
_GANDA = "“Rudi Hartono · {{nip}} · 2023” ada juga pada baris {}. Sisakan satu baris untuk data yang sama."

# Both kinds.
UMUM = [
    ({"nip": "12345"}, "NIP BARU", "“12345” bukan NIP. NIP terdiri atas 18 angka."),
    ({"nip": ""}, "NIP BARU", "Isi NIP BARU atau PNS ID pegawai ini."),
    ({"nip": "199001012015032999"}, "NIP BARU",
     "Tidak ada pegawai dengan NIP atau PNS ID “199001012015032999”. Periksa nomornya, atau impor pegawainya dahulu."),
    ({"pnsDinilaiId": "P-RATNA"}, "NIP BARU",
     "NIP {nip} milik Rudi Hartono, tetapi PNS ID di baris ini milik Ratna Wulandari. Betulkan salah satunya."),
    ({"nip": "", "pnsDinilaiId": "P-BUPATI"}, "NIP BARU",
     "Hj. Maimunah Daeng Tata bukan ASN, jadi tidak punya SKP. Periksa nomor pegawai di baris ini."),
    ({"tahun": ""}, "TAHUN", "TAHUN wajib diisi. Lengkapi sel ini."),
    ({"tahun": "dua ribu"}, "TAHUN", "“dua ribu” bukan bilangan bulat. Tulis angkanya saja, misalnya 12."),
    ({"tahun": "202"}, "TAHUN", "TAHUN harus antara 1950 dan 2100, bukan “202”."),
    ({"hasilKinerjaNilai": "0"}, "HASIL KINERJA NILAI", _RATING.format("0")),
    ({"hasilKinerjaNilai": "4"}, "HASIL KINERJA NILAI", _RATING.format("4")),
    ({"hasilKinerjaNilai": "91,5"}, "HASIL KINERJA NILAI", _RATING.format("91,5")),
    ({"perilakuKerjaNilai": "BAIK"}, "PERILAKU KERJA NILAI", _RATING.format("BAIK")),
    ({"kuadranKinerjaNilai": "6"}, "KUADRAN KINERJA NILAI", _PREDIKAT.format("6")),
    ({"kuadranKinerjaNilai": "CUKUP"}, "KUADRAN KINERJA NILAI", _PREDIKAT.format("CUKUP")),
    ({"hasilKinerjaNilai": ""}, "HASIL KINERJA NILAI",
     "Isi HASIL KINERJA NILAI atau HASIL KINERJA untuk catatan baru ini."),
    ({"perilakuKerjaNilai": ""}, "PERILAKU KERJA NILAI",
     "Isi PERILAKU KERJA NILAI atau PERILAKU KERJA untuk catatan baru ini."),
    ({"hasilKinerja": "DIATAS ESPEKTASI"}, "HASIL KINERJA NILAI",
     _DUA.format("HASIL KINERJA NILAI", "2", "Di Atas Ekspektasi")),
    ({"perilakuKerja": "DIBAWAH ESPEKTASI"}, "PERILAKU KERJA NILAI",
     _DUA.format("PERILAKU KERJA NILAI", "2", "Di Bawah Ekspektasi")),
    ({"kuadranKinerja": "KURANG"}, "KUADRAN KINERJA NILAI",
     _DUA.format("KUADRAN KINERJA NILAI", "2", "Kurang")),
    # 3 taken for the best: the label gives it away.
    ({"hasilKinerjaNilai": "3", "perilakuKerjaNilai": "3"}, "KUADRAN KINERJA NILAI",
     "Hasil kerja Di Bawah Ekspektasi dan perilaku Di Bawah Ekspektasi berpredikat Sangat Kurang (PermenPANRB "
     "6/2022), bukan Baik. Betulkan rating atau predikatnya; kode 1 adalah yang terbaik."),
    ({"statusPenilai": "PEJABAT"}, "STATUS PENILAI",
     "“PEJABAT” tidak dikenal pada STATUS PENILAI. Isi salah satu: ASN, NON ASN, NON-ASN, NONASN, BUKAN ASN."),
    ({"penilaiNipNrp": "19700101199503100"}, "PENILAI NIP NRP",
     "NIP penilai “19700101199503100” bukan 18 angka. Betulkan, atau isi STATUS PENILAI dengan NON ASN."),
    ({"penilaiNipNrp": "{nip}"}, "PENILAI NIP NRP",
     "NIP penilai {nip} adalah NIP pegawai ini sendiri. Isi NIP penilainya."),
    ({"penilaiNipNrp": "9" * 40}, "PENILAI NIP NRP", _MAKS.format("PENILAI NIP NRP", 32)),
    ({"penilaiNama": "N" * 256}, "PENILAI NAMA", _MAKS.format("PENILAI NAMA", 255)),
    ({"penilaiGolongan": "V/a"}, "PENILAI GOLONGAN",
     "Golongan “V/a” tidak dikenal. PNS: I/a sampai IV/e; PPPK: I sampai XVII."),
    ({"id": "A" * 65}, "ID RIWAYAT", _MAKS.format("ID RIWAYAT", 64)),
    ({"id": "RW-LAIN"}, "ID RIWAYAT",
     "ID riwayat “RW-LAIN” sudah dipakai catatan Sari Handayani 2022. Periksa ID atau barisnya."),
    ({"id": "RW-DUA"}, "ID RIWAYAT",
     "ID riwayat “RW-DUA” ada juga pada baris {berikut}. Satu ID hanya untuk satu catatan."),
    ({"id": "RW-DUA"}, "ID RIWAYAT",
     "ID riwayat “RW-DUA” ada juga pada baris {sebelum}. Satu ID hanya untuk satu catatan."),
]  # fmt: skip

SKP = [
    *UMUM,
    ({"tahun": "2021"}, "TAHUN",
     "Tahun 2021 dinilai dengan angka, bukan dengan kuadran. Yang diimpor di sini mulai tahun 2022."),
    ({"tahun": "2099"}, "TAHUN", "Tahun 2099 belum tiba, jadi belum ada hasilnya. Periksa tahunnya."),
    ({"tahun": "2024"}, "TAHUN",
     "Pegawai ini punya SKP atau evaluasi tahun 2024 di Kinerja, dan itulah yang berlaku. Hapus baris ini."),
    ({"tahun": "2025"}, "TAHUN",
     "Evaluasi tahun 2025 di Kinerja belum ditutup. Hasilnya ditetapkan di sini, bukan diimpor."),
    ({"path": "dok_id=1"}, "PATH", _PATH),
    ({"path": "12"}, "PATH", _PATH),
    ({"path": '["\\u0000"]'}, "PATH", _PATH),
    ({"periode_akhir_skp": "31-02-2023"}, "PERIODE AKHIR SKP",
     "“31-02-2023” bukan tanggal. Tulis hh-bb-tttt, misalnya 31-12-1985."),
    ({"waktu_dinilai": "2023-04-12 08:00:00"}, "WAKTU DINILAI",
     "Dinilai 12-04-2023, sebelum evaluasi tahunan 2023 dimulai. Bila laporan ini periodik, impor sebagai Kinerja "
     "periodik dengan kolom PERIODE."),
    ({"_tetap": True}, "NIP BARU", _GANDA.format("{berikut}")),
    ({"_sama": True}, "NIP BARU", _GANDA.format("{sebelum}")),
]  # fmt: skip

_KOSONG = {"bulanMulaiPenilaian": "", "bulanSelesaiPenilaian": ""}
_MULAI, _SELESAI = "BULAN MULAI PENILAIAN", "BULAN SELESAI PENILAIAN"
PERIODIK = [
    *UMUM,
    ({"periodikId": "3"}, "PERIODIK ID",
     "“3” tidak dikenal pada PERIODIK ID. Isi salah satu: 1, BULANAN, MONTHLY, 2, TRIWULAN, TRIWULANAN, QUARTERLY."),
    ({"bulanMulaiPenilaian": "13"}, _MULAI, _BULAN.format("13")),
    ({"bulanSelesaiPenilaian": "Marit"}, _SELESAI, _BULAN.format("Marit")),
    (_KOSONG, _MULAI, "Isi BULAN MULAI PENILAIAN dan BULAN SELESAI PENILAIAN, atau TRIWULAN, atau PERIODE."),
    (_KOSONG | {"Triwulan": "V"}, "TRIWULAN", "“V” bukan triwulan. Isi 1 sampai 4, atau I sampai IV."),
    (_KOSONG | {"Periode": "Semester I"}, "PERIODE",
     "“Semester I” bukan periode. Tulis misalnya Triwulan II, Maret, atau Januari–Maret."),
    ({"Triwulan": "II"}, _MULAI,
     "Bulan menunjuk 1–3, sedangkan TRIWULAN atau PERIODE menunjuk 4–6. Betulkan salah satunya."),
    ({"bulanMulaiPenilaian": "3", "bulanSelesaiPenilaian": "1"}, _SELESAI,
     "Bulan selesai 1 mendahului bulan mulai 3. Tukar keduanya."),
    ({"tahunMulaiPenilaian": "2022"}, "TAHUN MULAI PENILAIAN",
     "TAHUN MULAI PENILAIAN 2022 tidak sama dengan TAHUN 2023. Satu catatan hanya untuk masa di dalam satu tahun."),
    ({"tahunSelesaiPenilaian": "2024"}, "TAHUN SELESAI PENILAIAN",
     "TAHUN SELESAI PENILAIAN 2024 tidak sama dengan TAHUN 2023. Satu catatan hanya untuk masa di dalam satu tahun."),
    ({"periodikId": "1"}, "PERIODIK ID",
     "Periode bulanan tidak mungkin dari bulan 1 sampai 3. Betulkan jenis atau bulannya."),
    ({"bulanSelesaiPenilaian": "12"}, _MULAI,
     "Bulan 1–12 tidak di dalam satu triwulan. Hasil setahun diimpor sebagai Riwayat SKP; selain itu, bagi per "
     "triwulan."),
    ({"koefisienId": "13"}, "KOEFISIEN ID",
     "“13” bukan koefisien. Isi kodenya, 12 (Ahli Pertama) sampai 82 (Penyelia), atau nama jenjangnya."),
    ({"persentase": "seratus"}, "PERSENTASE", "“seratus” bukan angka. Tulis tanpa titik ribuan, misalnya 87,5."),
    ({"angka kredit": "1000"}, "ANGKA KREDIT", "ANGKA KREDIT harus antara 0 dan 999, bukan “1000”."),
    ({"tahun": "2021", "tahunMulaiPenilaian": "", "tahunSelesaiPenilaian": ""}, "TAHUN",
     "Tahun 2021 dinilai dengan angka, bukan dengan kuadran. Yang diimpor di sini mulai tahun 2022."),
    ({"tahun": "2099", "tahunMulaiPenilaian": "", "tahunSelesaiPenilaian": ""}, "TAHUN",
     "Tahun 2099 belum tiba, jadi belum ada hasilnya. Periksa tahunnya."),
    ({"_nanti": True}, _SELESAI, "Masa sampai {nanti} belum berakhir, jadi belum ada hasilnya."),
    ({"tahun": "2024", "tahunMulaiPenilaian": "", "tahunSelesaiPenilaian": ""}, _MULAI,
     "Pegawai ini punya SKP atau evaluasi pada bulan 1–3 di Kinerja, dan itulah yang berlaku. Hapus baris ini."),
    ({"tahun": "2022", "tahunMulaiPenilaian": "", "tahunSelesaiPenilaian": ""}, _MULAI,
     "Bulan 1–3 bertumpuk dengan catatan bulan 2–2 yang sudah ada. Samakan masanya, atau hapus baris ini."),
    ({"_tetap": True, "bulanMulaiPenilaian": "7", "bulanSelesaiPenilaian": "9"}, _MULAI,
     "Bulan 7–9 bertumpuk dengan baris {berikut} pegawai yang sama. Sisakan satu."),
    ({"_sama": True, "bulanMulaiPenilaian": "8", "bulanSelesaiPenilaian": "9"}, _MULAI,
     "Bulan 8–9 bertumpuk dengan baris {sebelum} pegawai yang sama. Sisakan satu."),
    ({"_tetap": True}, "NIP BARU", _GANDA.format("{berikut}")),
    ({"_sama": True}, "NIP BARU", _GANDA.format("{sebelum}")),
]  # fmt: skip
