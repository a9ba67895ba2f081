"""Mistakes of employee files, written by hand: what is changed in a right row, the column, the sentence.

Row n of the file is the n-th entry (from row 2); {n} in a cell is that row's own number, three digits.
"""

_TEKS = "Isi {kolom} paling banyak {maks} huruf. Singkat isinya."
_TANGGAL = "“{isi}” bukan tanggal. Tulis hh-bb-tttt, misalnya 31-12-1985."

KESALAHAN = [
    # --- the NIP by itself
    ({"NIP BARU": "19900101201503200"}, "NIP BARU",
     "NIP harus 18 angka; yang diisi 17 angka. Lengkapi atau perbaiki NIP."),
    ({"NIP BARU": "1990010120150320O2"}, "NIP BARU",
     "NIP hanya boleh berisi angka; yang bukan angka: “O” (tanda ke-17). Hapus atau perbaiki tanda itu."),
    ({"NIP BARU": "1.99001012015032E+17"}, "NIP BARU",
     "NIP “1.99001012015032E+17” tersimpan sebagai bilangan sehingga angkanya dapat berubah. Ubah format kolom "
     "menjadi Teks, lalu isi ulang 18 angkanya."),
    ({"NIP BARU": "189001012015032{n}"}, "NIP BARU",
     "Digit 1-4 NIP berisi tahun lahir 1890; seharusnya 19xx atau 20xx. Perbaiki tahunnya."),
    ({"NIP BARU": "199013012015032{n}"}, "NIP BARU",
     "Digit 5-6 NIP berisi bulan lahir 13; seharusnya 01 sampai 12. Perbaiki bulannya."),
    ({"NIP BARU": "199002312015032{n}"}, "NIP BARU",
     "Digit 7-8 NIP berisi hari lahir 31; tanggal 31-02-1990 tidak ada. Perbaiki tanggalnya."),
    ({"NIP BARU": "199001012115032{n}"}, "NIP BARU",
     "Digit 9-12 NIP berisi tahun pengangkatan 2115; seharusnya 19xx atau 20xx. Perbaiki tahunnya."),
    ({"NIP BARU": "199001012015142{n}"}, "NIP BARU",
     "Digit 13-14 NIP berisi 14; PNS berisi bulan pengangkatan 01-12, PPPK berisi 21-29. Perbaiki kedua digit itu."),
    ({"NIP BARU": "199001012015202{n}"}, "NIP BARU",
     "Digit ke-14 NI PPPK berisi 0; isinya frekuensi kontrak 1 sampai 9. Perbaiki digit itu."),
    ({"NIP BARU": "199001012015033{n}"}, "NIP BARU",
     "Digit ke-15 NIP berisi 3; isinya 1 (laki-laki) atau 2 (perempuan). Perbaiki digit itu."),
    ({"NIP BARU": "199001012000032{n}"}, "NIP BARU",
     "Menurut NIP, umur saat diangkat 10 tahun (digit 1-8 lahir 01-01-1990, digit 9-12 diangkat 2000); yang wajar "
     "16 sampai 60 tahun. Periksa kedua tanggal itu."),
    ({"NIP BARU": ""}, "NIP BARU", "NIP BARU wajib diisi. Lengkapi sel ini."),
    ({"NIP BARU": 199001012015032001}, "NIP BARU",
     "Excel menyimpan NIP ini sebagai bilangan dan telah mengubah angka terakhirnya. Format kolom NIP BARU sebagai "
     "Teks (Format Sel › Teks), lalu salin ulang 18 angkanya dari SIASN."),
    # --- the row against its NIP
    ({"TANGGAL LAHIR": "02-01-1990"}, "TANGGAL LAHIR",
     "Tanggal lahir pada data 02-01-1990, menurut NIP (digit 1-8) 01-01-1990. Perbaiki yang salah."),
    ({"JENIS KELAMIN": "M"}, "JENIS KELAMIN",
     "Jenis kelamin pada data laki-laki, menurut NIP (digit 15) perempuan. Perbaiki yang salah."),
    ({"JENIS PEGAWAI NAMA": "PPPK", "GOL AKHIR NAMA": "IX"}, "JENIS PEGAWAI NAMA",
     "Jenis pegawai pada data PPPK, menurut NIP (digit 13-14) PNS. Perbaiki yang salah."),
    # --- cells
    ({"NAMA": "null"}, "NAMA", "NAMA wajib diisi. Lengkapi sel ini."),
    ({"NAMA": "A" * 201}, "NAMA", _TEKS.format(kolom="NAMA", maks=200)),
    ({"GELAR DEPAN": "D" * 61}, "GELAR DEPAN", _TEKS.format(kolom="GELAR DEPAN", maks=60)),
    ({"NIP LAMA": "1" * 19}, "NIP LAMA", _TEKS.format(kolom="NIP LAMA", maks=18)),
    ({"PNS ID": "A" * 65}, "PNS ID", _TEKS.format(kolom="PNS ID", maks=64)),
    ({"JABATAN NAMA": "J" * 256}, "JABATAN NAMA", _TEKS.format(kolom="JABATAN NAMA", maks=255)),
    ({"PNS ID": 123456789012345678}, "PNS ID",
     "Excel menyimpan PNS ID sebagai bilangan sehingga angkanya dapat berubah. Format kolom itu sebagai Teks, lalu "
     "isi ulang."),
    ({"NIK": 3201014101900001}, "NIK",
     "Excel menyimpan NIK sebagai bilangan sehingga angkanya dapat berubah. Format kolom itu sebagai Teks, lalu isi "
     "ulang."),
    ({"NIK": "12345"}, "NIK", "NIK harus 16 angka. Perbaiki, atau kosongkan sel ini."),
    ({"TANGGAL LAHIR": "31-02-1990"}, "TANGGAL LAHIR", _TANGGAL.format(isi="31-02-1990")),
    ({"TMT CPNS": "Maret 2015"}, "TMT CPNS", _TANGGAL.format(isi="Maret 2015")),
    ({"TMT PNS": "2016"}, "TMT PNS", _TANGGAL.format(isi="2016")),
    ({"TMT GOLONGAN": "01-13-2023"}, "TMT GOLONGAN", _TANGGAL.format(isi="01-13-2023")),
    ({"TMT JABATAN": "kemarin"}, "TMT JABATAN", _TANGGAL.format(isi="kemarin")),
    ({"JENIS KELAMIN": "X"}, "JENIS KELAMIN", "“X” tidak dikenal. Isi M atau L (laki-laki), F atau P."),
    ({"JENIS PEGAWAI NAMA": "Honorer", "STATUS CPNS PNS": ""}, "JENIS PEGAWAI NAMA",
     "“Honorer” tidak dikenal. Isi PNS, CPNS, PPPK atau PPPK Paruh Waktu."),
    ({"JENIS PEGAWAI NAMA": "", "STATUS CPNS PNS": "HONDA"}, "STATUS CPNS PNS",
     "“HONDA” tidak dikenal. Isi PNS, CPNS, PPPK atau PPPK Paruh Waktu."),
    ({"JENIS PEGAWAI NAMA": "", "STATUS CPNS PNS": ""}, "JENIS PEGAWAI NAMA",
     "JENIS PEGAWAI NAMA wajib diisi. Lengkapi sel ini."),
    ({"GOL AKHIR NAMA": "V/a"}, "GOL AKHIR NAMA", "Golongan PNS “V/a” tidak dikenal. Isi dengan I/a sampai IV/e."),
    ({"NIP BARU": "199001012021212{n}", "JENIS PEGAWAI NAMA": "PPPK", "GOL AKHIR NAMA": "XX"}, "GOL AKHIR NAMA",
     "Golongan PPPK “XX” tidak dikenal. Isi dengan I sampai XVII."),
    ({"GOL AKHIR NAMA": "", "GOL AKHIR ID": "99"}, "GOL AKHIR ID",
     "Golongan PNS “99” tidak dikenal. Isi dengan I/a sampai IV/e."),
    ({"KEDUDUKAN HUKUM ID": "97"}, "KEDUDUKAN HUKUM ID",
     "Kedudukan hukum “97” tidak dikenal. Isi kode SIASN (01 aktif, 03 tugas belajar, …)."),
    ({"KEDUDUKAN HUKUM ID": "", "KEDUDUKAN HUKUM NAMA": "Entah"}, "KEDUDUKAN HUKUM NAMA",
     "Kedudukan hukum “Entah” tidak dikenal. Isi kode SIASN (01 aktif, 03 tugas belajar, …)."),
    # --- units and posts
    ({"UNOR NAMA": "BIDANG ENTAH"}, "UNOR NAMA",
     "Unit “BIDANG ENTAH” tidak ada dalam susunan organisasi. Samakan namanya, tambahkan unit itu lebih dahulu, atau "
     "pilih “Buat unit kerja yang belum ada”."),
    ({"UNOR NAMA": "", "UNOR ID": "U-ENTAH"}, "UNOR ID",
     "Unit “U-ENTAH” tidak ada dalam susunan organisasi. Samakan namanya, tambahkan unit itu lebih dahulu, atau "
     "pilih “Buat unit kerja yang belum ada”."),
    ({"UNOR NAMA": "", "SATUAN KERJA INDUK NAMA": "DINAS ENTAH"}, "SATUAN KERJA INDUK NAMA",
     "Unit “DINAS ENTAH” tidak ada dalam susunan organisasi. Samakan namanya, tambahkan unit itu lebih dahulu, atau "
     "pilih “Buat unit kerja yang belum ada”."),
    ({"UNOR NAMA": "SEKRETARIAT", "SATUAN KERJA INDUK NAMA": ""}, "UNOR NAMA",
     "“SEKRETARIAT” dapat berarti: Sekretariat (Dinas Kependudukan dan Pencatatan Sipil); Sekretariat (Dinas "
     "Perhubungan). Isi UNOR ID, atau SATUAN KERJA INDUK NAMA yang tepat."),
    ({"UNOR ID": "U-TUTUP"}, "UNOR NAMA",
     "UNOR ID ini milik Bidang Lama yang sudah ditutup. Isi unit penggantinya, atau buka lagi unit itu."),
    ({"JABATAN NAMA": ""}, "JABATAN NAMA",
     "Baris ini berisi unit kerja tetapi jabatannya kosong. Isi JABATAN NAMA."),
    ({"UNOR NAMA": "", "SATUAN KERJA INDUK NAMA": ""}, "UNOR NAMA",
     "Baris ini berisi jabatan tetapi unit kerjanya kosong. Isi UNOR NAMA."),
    ({"ESELON NAMA": "VI.a"}, "JABATAN NAMA",
     "Eselon “VI.a” tidak dikenal. Isi dengan II.a sampai V.b, atau kosongkan."),
    ({"JENIS JABATAN NAMA": "Jabatan Struktural"}, "JABATAN NAMA",
     "Jabatan struktural “PENGELOLA LAYANAN OPERASIONAL” tidak memiliki eselon. Isi ESELON NAMA (II.a sampai V.b), "
     "atau betulkan JENIS JABATAN."),
    ({"JENIS JABATAN NAMA": "Entah"}, "JABATAN NAMA",
     "Jenis jabatan “Entah” tidak dikenal. Isi dengan struktural, fungsional atau pelaksana."),
    ({"JABATAN NAMA": "KEPALA DINAS PERHUBUNGAN", "UNOR NAMA": "Dinas Perhubungan",
      "JENIS JABATAN NAMA": "1", "ESELON NAMA": "II.b"}, "JABATAN NAMA",
     "Dinas Perhubungan masih dipimpin Zulkifli Harahap (198503122010012006). Sertakan baris perpindahannya dalam "
     "berkas ini, atau akhiri dahulu penempatannya."),
    # --- people that the data know
    ({"PNS ID": "ID-SARI", "NIP BARU": "198503122010012007", "TANGGAL LAHIR": ""}, "PNS ID",
     "PNS ID milik Sari Handayani (198503122010012005), tetapi NIP milik Rudi Hartono. Periksa keduanya "
     "di SIASN, lalu betulkan."),
    ({"PNS ID": "ID-LAIN", "NIP BARU": "198503122010012002", "TANGGAL LAHIR": ""}, "PNS ID",
     "NIP ini tercatat atas nama Yohanes Lasut dengan PNS ID ID-KADIS. Samakan PNS ID-nya."),
    ({"PNS ID": "ID-KABID"}, "NIP BARU",
     "PNS ID ini milik Budi Santoso (NIP 198503122010012003), tetapi NIP dan tanggal lahirnya berbeda. Periksa PNS ID "
     "di SIASN."),
    ({"PNS ID": "", "NIP BARU": "198503122010012004", "TANGGAL LAHIR": "", "TMT JABATAN": "",
      "UNOR NAMA": "DINAS PERHUBUNGAN"}, "TMT JABATAN",
     "Unit atau jabatan berubah dari Analis Kependudukan – Bidang Pencatatan Sipil, tetapi TMT JABATAN kosong. Isi "
     "tanggal mulainya."),
    ({"PNS ID": "", "NIP BARU": "198503122010012010", "TANGGAL LAHIR": "", "TMT JABATAN": "01-01-2019"}, "TMT JABATAN",
     "TMT JABATAN lebih awal daripada penempatan yang tercatat (Pengadministrasi Perkantoran – Dinas Perhubungan "
     "sejak 01-01-2021). Betulkan tanggalnya, atau betulkan penempatan itu di halaman pegawai."),
    # --- two rows of the file
    ({"NIP BARU": "199001012015032901"}, "NIP BARU",
     "NIP 199001012015032901 juga ada di baris {berikut}. Sisakan satu baris yang benar."),
    ({"NIP BARU": "199001012015032901"}, "NIP BARU",
     "NIP 199001012015032901 juga ada di baris {sebelum}. Sisakan satu baris yang benar."),
    ({"PNS ID": "SAMA"}, "PNS ID", "PNS ID SAMA juga ada di baris {berikut}. Sisakan satu baris yang benar."),
    ({"PNS ID": "SAMA"}, "PNS ID", "PNS ID SAMA juga ada di baris {sebelum}. Sisakan satu baris yang benar."),
    ({"JABATAN NAMA": "KEPALA BIDANG BARU", "UNOR NAMA": "Bidang Baru", "JENIS JABATAN NAMA": "1",
      "ESELON NAMA": "III.b"}, "JABATAN NAMA",
     "Bidang Baru juga dipimpin pegawai di baris {berikut}. Betulkan jabatan atau unit salah satunya."),
    ({"JABATAN NAMA": "KEPALA BIDANG BARU", "UNOR NAMA": "Bidang Baru", "JENIS JABATAN NAMA": "1",
      "ESELON NAMA": "III.b"}, "JABATAN NAMA",
     "Bidang Baru juga dipimpin pegawai di baris {sebelum}. Betulkan jabatan atau unit salah satunya."),
]  # fmt: skip
"""(changed cells, column, sentence); {berikut} and {sebelum} are the rows beside."""
