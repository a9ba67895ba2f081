"""Mistakes of placement files, written by hand: what is changed in a right row, the column, the sentence.

Row n of the file is the n-th entry (from row 2) and, unless it says otherwise, about the person “Orang n”, who sits
in Bidang Pencatatan Sipil since 2021. {baris} is its own number, {berikut} and {sebelum} the rows beside it.
"""

_TANGGAL = "“{isi}” bukan tanggal. Tulis hh-bb-tttt, misalnya 31-12-1985."
_BUDI = "Budi Santoso · 198503122010012003"
_CAPIL = {"UNOR NAMA": "Bidang Pencatatan Sipil"}
_KEPALA = {"JABATAN NAMA": "Kepala Bidang", "MEMIMPIN UNIT": "YA"}
_PLT = {"JABATAN NAMA": "Kepala Bidang", "JENIS PENEMPATAN": "Plt.", "SELESAI": "30-11-2026"}
_PLH = _PLT | {"JENIS PENEMPATAN": "PLH"}

KESALAHAN = [
    # --- who
    ({"NIP BARU": "123"}, "NIP BARU", "“123” bukan NIP. NIP terdiri atas 18 angka."),
    ({"NIP BARU": ""}, "NIP BARU", "Isi NIP BARU atau PNS ID pegawai ini."),
    ({"NIP BARU": "199912312024211009"}, "NIP BARU",
     "Tidak ada pegawai dengan NIP atau PNS ID “199912312024211009”. Periksa nomornya, atau impor pegawainya dahulu."),
    ({"NIP BARU": "", "PNS ID": "TIADA"}, "PNS ID",
     "Tidak ada pegawai dengan NIP atau PNS ID “TIADA”. Periksa nomornya, atau impor pegawainya dahulu."),
    ({"PNS ID": "ID-KADIS"}, "NIP BARU",
     "NIP {nip} milik Orang {baris}, tetapi PNS ID di baris ini milik Yohanes Lasut. Betulkan salah satunya."),
    ({"PNS ID": 123456789012345678}, "PNS ID",
     "Excel menyimpan PNS ID sebagai bilangan sehingga angkanya dapat berubah. Format kolom itu sebagai Teks, lalu "
     "isi ulang."),
    ({"PNS ID": "A" * 65}, "PNS ID", "Isi PNS ID paling banyak 64 huruf. Singkat isinya."),
    # --- cells
    ({"TMT JABATAN": "31-02-2026"}, "TMT JABATAN", _TANGGAL.format(isi="31-02-2026")),
    ({"TMT JABATAN": "-"}, "TMT JABATAN", "TMT JABATAN wajib diisi. Lengkapi sel ini."),
    ({"SELESAI": "besok"}, "SELESAI", _TANGGAL.format(isi="besok")),
    ({"SELESAI": "01-10-2026"}, "SELESAI",
     "SELESAI 01-10-2026 mendahului TMT JABATAN (01-11-2026). Periksa kedua tanggalnya."),
    ({"JENIS PENEMPATAN": "Pj"}, "JENIS PENEMPATAN",
     "“Pj” tidak dikenal pada JENIS PENEMPATAN. Isi salah satu: DEFINITIF, PLT, PLH, D, DEFINITIVE, PLT., PELAKSANA "
     "TUGAS, PELAKSANA TUGAS (PLT.), ACTING, PLH., PELAKSANA HARIAN, PELAKSANA HARIAN (PLH.), DAILY ACTING."),
    ({"MEMIMPIN UNIT": "mungkin"}, "MEMIMPIN UNIT",
     "“mungkin” tidak dikenal pada MEMIMPIN UNIT. Isi salah satu: YA, TIDAK, Y, T, 1, 0, TRUE, FALSE, YES, NO."),
    ({"SK NOMOR": "9" * 121}, "SK NOMOR", "Isi SK NOMOR paling banyak 120 huruf. Singkat isinya."),
    ({"JABATAN NAMA": "J" * 256, "JABATAN ID": "J-1"}, "JABATAN NAMA",
     "Isi JABATAN NAMA paling banyak 255 huruf. Singkat isinya."),
    ({"JENIS JABATAN": "Honorer"}, "JENIS JABATAN",
     "“Honorer” tidak dikenal pada JENIS JABATAN. Isi salah satu: KEPALA DAERAH, JPT MADYA, JPT PRATAMA, "
     "ADMINISTRATOR, PENGAWAS, FUNGSIONAL, PELAKSANA, STRUKTURAL, JABATAN STRUKTURAL, 1, JABATAN FUNGSIONAL TERTENTU, "
     "JABATAN FUNGSIONAL, JFT, 2, JABATAN FUNGSIONAL UMUM, JFU, JABATAN PELAKSANA, "
     "3, JABATAN RANGKAP, JABATAN RANGKAP (STRUKTURAL DAN FUNGSIONAL), 4."),
    ({"JENJANG": "Ahli Besar"}, "JENJANG",
     "“Ahli Besar” tidak dikenal pada JENJANG. Isi salah satu: AHLI UTAMA, AHLI MADYA, AHLI MUDA, AHLI PERTAMA, "
     "PENYELIA, MAHIR, TERAMPIL, PEMULA."),
    ({"ESELON": "VI.a"}, "ESELON", "Eselon “VI.a” tidak dikenal. Isi dengan II.a sampai V.b, atau kosongkan."),
    # --- unit and post
    ({"UNOR NAMA": "Bidang Entah"}, "UNOR NAMA",
     "Unit “Bidang Entah” tidak ada dalam susunan organisasi. Samakan namanya, atau impor unitnya dahulu."),
    ({"UNOR NAMA": "", "UNOR ID": "U-ENTAH"}, "UNOR ID",
     "Unit “U-ENTAH” tidak ada dalam susunan organisasi. Samakan namanya, atau impor unitnya dahulu."),
    ({"UNOR NAMA": "Sekretariat"}, "UNOR NAMA",
     "“Sekretariat” dapat berarti: Sekretariat (Dinas Kependudukan dan Pencatatan Sipil); Sekretariat (Dinas "
     "Perhubungan). Isi UNOR ID, atau SATUAN KERJA INDUK NAMA yang tepat."),
    ({"UNOR NAMA": ""}, "UNOR NAMA", "Penempatan baru harus menyebut unitnya. Isi UNOR ID atau UNOR NAMA."),
    ({"UNOR NAMA": "Bidang Baru", "TMT JABATAN": "01-06-2016"}, "TMT JABATAN",
     "Bidang Baru baru dibuka pada 01-01-2017, sesudah 01-06-2016. Isi unit pendahulunya, atau betulkan tanggalnya."),
    ({"UNOR NAMA": "", "UNOR ID": "U-TUTUP"}, "UNOR NAMA",
     "“Bidang Lama” ditutup pada 01-01-2025. Isi SELESAI sebelum hari itu, atau isi unit penggantinya."),
    ({"JABATAN NAMA": ""}, "JABATAN NAMA",
     "Penempatan baru harus menyebut jabatannya. Isi JABATAN NAMA atau JABATAN ID."),
    ({"JABATAN NAMA": "Nakhoda Kapal"}, "JABATAN NAMA",
     "Jabatan “Nakhoda Kapal” tidak ada di daftar jabatan. Samakan namanya, atau impor jabatannya dahulu."),
    ({"JABATAN NAMA": "", "JABATAN ID": "J-ENTAH"}, "JABATAN ID",
     "Jabatan “J-ENTAH” tidak ada di daftar jabatan. Samakan namanya, atau impor jabatannya dahulu."),
    ({"JABATAN NAMA": "Kepala Seksi"}, "JABATAN NAMA",
     "“Kepala Seksi” dapat berarti: Kepala Seksi (pengawas, IV.a); Kepala Seksi (pengawas, IV.b). Isi JABATAN ID, "
     "JENIS JABATAN, JENJANG atau ESELON."),
    ({"TMT JABATAN": "01-01-1985"}, "TMT JABATAN",
     "TMT 01-01-1985 mendahului tanggal lahir pegawai (01-01-1990). Periksa tahunnya."),
    # --- one definitive placement at a time
    ({"TMT JABATAN": "01-01-2019", "SELESAI": "31-12-2021"}, "SELESAI",
     "Sejak 01-01-2021 pegawai ini tercatat sebagai Pengadministrasi Perkantoran – Bidang Pencatatan Sipil. Isi "
     "SELESAI sebelum hari itu, atau kosongkan agar dihitung sendiri."),
    ({"NIP BARU": "BERAKHIR"}, "TMT JABATAN",
     "Pada 01-11-2026 pegawai ini tercatat sebagai Pengadministrasi Perkantoran – Bidang Pencatatan Sipil, 01-01-2021 "
     "sampai 31-12-2026. Betulkan TMT JABATAN, atau sertakan penempatan itu di berkas ini dengan SELESAI yang benar."),
    ({"NIP BARU": "SATU", "SELESAI": "31-12-2026"}, "SELESAI",
     "Bertumpuk dengan penempatan pegawai ini di baris {berikut} (mulai 01-12-2026). Betulkan tanggal salah satunya, "
     "atau kosongkan SELESAI agar dihitung dari penempatan berikutnya."),
    ({"NIP BARU": "SATU", "TMT JABATAN": "01-12-2026"}, "TMT JABATAN",
     "Bertumpuk dengan penempatan pegawai ini di baris {sebelum} (mulai 01-11-2026). Betulkan tanggal salah satunya, "
     "atau kosongkan SELESAI agar dihitung dari penempatan berikutnya."),
    ({"NIP BARU": "DUA"}, "TMT JABATAN",
     "“Orang DUA · {dua} · 01-11-2026” ada juga pada baris {berikut}. Sisakan satu baris untuk data yang sama."),
    ({"NIP BARU": "DUA", "SELESAI": "31-12-2026"}, "TMT JABATAN",
     "“Orang DUA · {dua} · 01-11-2026” ada juga pada baris {sebelum}. Sisakan satu baris untuk data yang sama."),
    # --- one head at a time
    (_CAPIL | _KEPALA, "MEMIMPIN UNIT",
     f"“Bidang Pencatatan Sipil” dipimpin {_BUDI} mulai 01-01-2021. Sertakan perpindahannya di berkas ini, atau akhiri "
     "dahulu penempatannya."),
    (_KEPALA | {"UNOR NAMA": "Bidang Baru"}, "MEMIMPIN UNIT",
     "“Bidang Baru” pada waktu yang sama juga dipimpin Orang {berikut} · {nip_berikut} di baris {berikut}. Betulkan "
     "tanggal, unit atau MEMIMPIN UNIT salah satunya."),
    (_KEPALA | {"UNOR NAMA": "Bidang Baru"}, "MEMIMPIN UNIT",
     "“Bidang Baru” pada waktu yang sama juga dipimpin Orang {sebelum} · {nip_sebelum} di baris {sebelum}. Betulkan "
     "tanggal, unit atau MEMIMPIN UNIT salah satunya."),
    # --- acting duty
    (_PLT | {"UNOR NAMA": "Bidang 1", "SELESAI": ""}, "SELESAI",
     "Tugas Plt. dan Plh. selalu berakhir. Isi SELESAI dengan hari terakhirnya."),
    (_PLT | _CAPIL, "JENIS PENEMPATAN",
     f"“Bidang Pencatatan Sipil” dipimpin {_BUDI} sejak 01-01-2021. Isi PLH bila ia berhalangan sementara, atau "
     "betulkan tanggalnya."),
    (_PLH | {"UNOR NAMA": "Bidang 2"}, "JENIS PENEMPATAN",
     "“Bidang 2” tidak mempunyai kepala definitif pada waktu itu. Isi PLT, bukan PLH."),
    (_PLH | _CAPIL | {"NIP BARU": "198503122010012003", "TMT JABATAN": "01-12-2026", "SELESAI": "31-12-2026"},
     "UNOR NAMA",
     "Pegawai ini sendiri kepala definitif “Bidang Pencatatan Sipil” sejak 01-01-2021. Hapus baris ini, atau betulkan "
     "unitnya."),
    (_PLT | {"UNOR NAMA": "Bidang 3"}, "MEMIMPIN UNIT",
     "“Bidang 3” pada waktu yang sama juga diserahkan kepada Orang {berikut} · {nip_berikut} di baris {berikut}. "
     "Betulkan tanggal atau unit salah satunya."),
    (_PLT | {"UNOR NAMA": "Bidang 3", "TMT JABATAN": "30-11-2026"}, "MEMIMPIN UNIT",
     "“Bidang 3” pada waktu yang sama juga diserahkan kepada Orang {sebelum} · {nip_sebelum} di baris {sebelum}. "
     "Betulkan tanggal atau unit salah satunya."),
    (_PLT | {"UNOR NAMA": "Bidang 4"}, "MEMIMPIN UNIT",
     "“Bidang 4” diserahkan kepada Sari Handayani · 198503122010012005 mulai 01-10-2026. Akhiri dahulu tugas itu, atau "
     "betulkan tanggalnya."),
    (_PLT | {"UNOR NAMA": "Bidang 5", "NIP BARU": "TANPA"}, "TMT JABATAN",
     "Pada 01-11-2026 pegawai ini tidak mempunyai penempatan definitif. Sertakan penempatannya di berkas ini."),
    (_KEPALA | {"UNOR NAMA": "Bidang 6", "NIP BARU": "NANTI"}, "MEMIMPIN UNIT",
     "Pegawai ini menjadi kepala “Bidang 6”, padahal tercatat tugas Plt. di sana mulai 01-12-2026. Hapus dahulu tugas "
     "itu."),
    # --- settled days: Triwulan III 2026 of the people called TETAP
    ({"NIP BARU": "TETAP1", "TMT JABATAN": "15-08-2026"}, "TMT JABATAN",
     "Baris ini mengubah penempatan sejak 15-08-2026, padahal Triwulan III 2026 pegawai ini sudah ditetapkan. Isi "
     "tanggal sesudah 30-09-2026; pembetulan yang berlaku surut dilakukan di halaman pegawai."),
    ({"NIP BARU": "TETAP2", "TMT JABATAN": "01-01-2021"}, "UNOR NAMA",
     "Baris ini mengubah penempatan sejak 01-01-2021, padahal Triwulan III 2026 pegawai ini sudah ditetapkan. Isi "
     "tanggal sesudah 30-09-2026; pembetulan yang berlaku surut dilakukan di halaman pegawai."),
    (_CAPIL | {"NIP BARU": "TETAP3", "TMT JABATAN": "01-01-2021", "SELESAI": "31-07-2026"}, "SELESAI",
     "Baris ini mengubah penempatan sejak 01-08-2026, padahal Triwulan III 2026 pegawai ini sudah ditetapkan. Isi "
     "tanggal sesudah 30-09-2026; pembetulan yang berlaku surut dilakukan di halaman pegawai."),
]  # fmt: skip
"""(changed cells, column, sentence); a word in place of a NIP names a person of the test."""
