"""Names of people: given and second names by region, so that combinations are those one meets."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suku:
    """Names of one region. `kedua` are second names or family names; religion in the share people meet."""

    bobot: int
    pria: tuple[str, ...]
    wanita: tuple[str, ...]
    kedua_pria: tuple[str, ...]
    kedua_wanita: tuple[str, ...]
    agama: tuple[str, ...]
    tempat: tuple[str, ...]


def _n(teks: str) -> tuple[str, ...]:
    return tuple(kata.replace("_", " ") for kata in teks.split())


_ISLAM = ("Islam",) * 19 + ("Kristen",)
_BATAK = _n(
    "Siregar Nasution Harahap Lubis Sitorus Simanjuntak Hutapea Panjaitan Sinaga Situmorang Manurung "
    "Tambunan Pasaribu Simatupang Silalahi Hutabarat Napitupulu Sihombing Marpaung Ginting Sembiring Tarigan"
)
_TIMUR = _n(
    "Rumambi Wowor Mandagi Tumbelaka Lontoh Sumual Pattiasina Latuheru Tuhumena Lekatompessy Matulessy "
    "Manuputty Nggadas Seran Bere Leba Dawan Kolimon Wanimbo Wenda Kogoya Rumbiak Mandosir Imbiri"
)

SUKU: tuple[Suku, ...] = (
    Suku(
        42,
        _n(
            "Budi Agus Bambang Slamet Joko Eko Dwi Tri Wahyu Hendro Suryo Heru Sigit Teguh Purwanto Aris "
            "Yoga "
            "Bayu Galih Danang Gunawan Anung Widodo Sapto Catur Nugroho Bagas Adhi Krisna Satrio Yudhi Arif "
            "Rahmat Didik Imam Fajar Rizky Ahmad Muhammad Nur"
        ),
        _n(
            "Ratna Sri Endang Dewi Wahyuni Siti Retno Dyah Ambar Lestari Ningsih Rini Wulan Yuni Tri Dwi Eka "
            "Novita Anisa Fitri Kartika Puspita Indah Sulastri Tutik Umi Rahayu Kusuma Nurul Laras Galuh "
            "Sekar "
            "Titik Erna Ika Diah Maya Mega Astuti Nur"
        ),
        _n(
            "Santoso Wibowo Prasetyo Nugroho Hartono Susanto Setiawan Kurniawan Wijaya Utomo Prabowo Raharjo "
            "Suryanto Hidayat Sulistyo Purnomo Subagyo Wicaksono Kuncoro Handoko Sutrisno Mulyono Supriyadi "
            "Haryanto Saputro Budiman Pamungkas Pratama Anggoro Laksono"
        ),
        _n(
            "Wulandari Lestari Rahayu Astuti Handayani Kusumawati Puspitasari Widyastuti Setyowati "
            "Susilowati "
            "Hidayati Purwaningsih Wijayanti Anggraini Maharani Pratiwi Nurhayati Utami Sulistyowati "
            "Permatasari "
            "Oktaviani Rahmawati Yuliani Kurniasih Hapsari Saraswati"
        ),
        _ISLAM,
        _n("Semarang Yogyakarta Surakarta Magelang Kediri Malang Blitar Purwokerto Pati Madiun Klaten"),
    ),
    Suku(
        18,
        _n(
            "Asep Dadan Ujang Cecep Dede Yayan Iwan Deden Agus Tatang Endang Jajang Encep Maman Nandang Rudi "
            "Yusuf Ade Rizal Hilman Gilang Ginanjar Irfan Taufik Wawan"
        ),
        _n(
            "Neneng Euis Iis Lilis Imas Ai Teti Cucu Nia Rina Yeni Elis Dede Ani Nunung Popon Santi Tita "
            "Wiwin "
            "Yanti Mimin Rika Sinta Gina"
        ),
        _n(
            "Hidayat Sutisna Suherman Permana Gunawan Kosasih Kurnia Suryana Mulyana Ruhiyat Supriatna "
            "Somantri "
            "Hermawan Ramdani Nugraha Sopandi Firmansyah"
        ),
        _n(
            "Nurjanah Rohayati Komalasari Sumiati Kurniasari Herawati Mulyani Rosmiati Sukaesih Nuraeni "
            "Maryani "
            "Rostiana Fauziah Suryani Hasanah"
        ),
        ("Islam",),
        _n("Bandung Garut Tasikmalaya Ciamis Sumedang Sukabumi Cianjur Kuningan Majalengka"),
    ),
    Suku(
        8,
        _n(
            "Binsar Parlindungan Tigor Saut Hotman Ucok Jonggi Poltak Maruli Sahat Togar Rikardo Daniel "
            "Andreas "
            "Ferdinand Rahmat Irwan Zulfikar"
        ),
        _n("Rosmauli Tiurma Lamria Hotmaida Rotua Duma Melva Nurhaida Debora Ester Yohana Rumondang Romauli"),
        _BATAK,
        _BATAK,
        ("Kristen", "Kristen", "Islam", "Katolik"),
        _n("Medan Pematangsiantar Tarutung Balige Padangsidimpuan Kabanjahe Sibolga"),
    ),
    Suku(
        7,
        _n(
            "Zulkifli Syafrizal Yulizar Hendri Afrizal Masril Ridwan Fadli Rinaldi Yuhendri Syamsul Dedi "
            "Ronal"
        ),
        _n("Yusnidar Rahmi Desi Gusneli Mardiana Elvira Fitriani Yulia Syafni Rahmadani Wirda Nelfi Hafizah"),
        _n("Chaniago Piliang Tanjung Koto Sikumbang Putra Akbar Saputra Rahman Hakim Jambak Guci"),
        _n("Yanti Chaniago Piliang Tanjung Putri Sari Koto Hanum Sikumbang Zahra Guci"),
        ("Islam",),
        _n("Padang Bukittinggi Payakumbuh Solok Pariaman Batusangkar"),
    ),
    Suku(
        8,
        _n(
            "Andi Baso Daeng Syamsuddin Muhammad Rahmat Amiruddin Abdul Haeruddin Ilham Asrul Mansyur Firman "
            "Nasrullah Sudirman Arsyad"
        ),
        _n(
            "Andi Hasnah Nurhaedah Rosdiana Marwah Fatmawati Sitti Darmawati Nuraini Haslinda Mutmainnah "
            "Rahmatia"
        ),
        _n("Rahman Hasan Tahir Mappasessu Latief Sulaiman Pawelloi Makkasau Mattola Yunus Sirajuddin Jufri"),
        _n("Syam Amir Tahir Hamid Nasir Mappangara Latief Yusuf Wahab Arifin Jabbar"),
        ("Islam",),
        _n("Makassar Parepare Bone Sengkang Palopo Bulukumba Pinrang"),
    ),
    Suku(
        4,
        (
            "I Made",
            "I Wayan",
            "I Ketut",
            "I Nyoman",
            "I Gede",
            "I Putu",
            "I Gusti Ngurah",
            "I Komang",
            "I Kadek",
        ),
        ("Ni Made", "Ni Wayan", "Ni Ketut", "Ni Nyoman", "Ni Luh", "Ni Putu", "Ni Komang", "Ni Kadek"),
        _n("Sudarma Wirawan Suardana Artawan Mahendra Suryawan Widiana Sukarta Adnyana Parwata Dharmawan"),
        _n("Suryani Ariani Sukmawati Kusumadewi Adnyani Wahyuni Astari Sudiani Pradnyani Widiastuti"),
        ("Hindu",),
        _n("Denpasar Singaraja Tabanan Gianyar Bangli Klungkung Mataram"),
    ),
    Suku(
        8,
        _n(
            "Hasan Fahrudin Syahrul Zainal Rusli Mukhlis Hamdani Faisal Iskandar Azhar Fauzan Rusdi Khairul "
            "Noor Ansyari Maulana Ridho"
        ),
        _n(
            "Noor Rusmini Fatimah Halimah Mariani Khairunnisa Norliani Zubaidah Rabiatul Aminah Salmah "
            "Hairiah"
        ),
        _n(
            "Anwar Fitriadi Ramadhan Syahputra Effendi Maulidin Hamid Rahmani Fahlevi Yamin Ilyas Basri "
            "Azhari"
        ),
        _n("Hasanah Jannah Adawiyah Sakdiah Mawaddah Safitri Aulia Hayati Ramadhani Azizah Munawarah"),
        ("Islam",),
        _n("Banjarmasin Martapura Palembang Jambi Pekanbaru Pontianak Banda_Aceh Bengkulu"),
    ),
    Suku(
        4,
        _n(
            "Yohanes Markus Petrus Stefanus Frans Jefri Alberth Nikolas Ronny Melkias Yakobus Semuel Domingus"
        ),
        _n("Maria Yuliana Ferderika Agustina Novi Meity Selvi Marlince Yosina Theresia Paulina Katarina"),
        _TIMUR,
        _TIMUR,
        ("Kristen", "Katolik"),
        _n("Manado Tomohon Ambon Kupang Atambua Ende Jayapura Biak Manokwari Merauke"),
    ),
    Suku(
        1,
        _n("Hendra Kevin Andrean Stefanus Rudy Johan Wilson"),
        _n("Lily Mei Vivian Jessica Linda Angelina Yenny"),
        _n("Gunawan Wijaya Halim Tanuwijaya Salim Kusuma Hartanto Lesmana"),
        _n("Gunawan Wijaya Halim Tanuwijaya Salim Kusuma Lesmana"),
        ("Buddha", "Kristen", "Katolik", "Konghucu"),
        _n("Singkawang Semarang Medan Surabaya Pontianak"),
    ),
)

# Regencies that do not exist.
_AWAL = _n("Asri Tirta Bumi Wana Karya Sinar Panca Harapan Rimba Citra")
_AKHIR = _n("Mulya Kencana Makmur Sentosa Raharja Lestari Sejahtera Jaya Permai Waluya")
KABUPATEN: tuple[str, ...] = tuple(f"{a} {b}" for b in _AKHIR for a in _AWAL)

KECAMATAN: tuple[str, ...] = _n(
    "Asri_Tengah Mekarsari Sukamaju Tanjungsari Karangrejo Wonosari Sumberagung Cempaka Pagersari Banjaran "
    "Kalirejo Telukdalam Sidomulyo Purwosari Margahayu Gunungsari Lembahsari Pulosari Ngadirejo Bojongsari "
    "Kertajaya Tirtomoyo Randusari Jatimulyo Sindangsari Watulimo Cikembar Rawasari Ujungbatu Pasirsari"
)
KELURAHAN: tuple[str, ...] = _n(
    "Melati Kenanga Kauman Pandansari Rejosari Kebonsari Tegalrejo Mekarjaya Sukaasih Karanganyar"
)
