"""BerAKHLAK: the seven core values of ASN, each with its definition and three guides.

Source: the official wording of PermenPANRB 6/2022, Pasal 10 ayat (3), and Lampiran II.A.2.b for the
definitions; the forms print it as it stands, so it is carried over word for word.
"""

from dataclasses import dataclass

from inti.tanda import N_


@dataclass(frozen=True, slots=True)
class NilaiDasar:
    """One core value: its code, name, definition and three guides for behaviour."""

    kode: str
    nama: str
    definisi: str
    panduan: tuple[str, str, str]


SUMBER = "PermenPANRB 6/2022, Pasal 10 ayat (3) dan Lampiran Bab II.A.2.b"

BERAKHLAK: tuple[NilaiDasar, ...] = (
    NilaiDasar(
        "berorientasi_pelayanan",
        N_("Berorientasi Pelayanan"),
        N_("komitmen memberikan pelayanan prima demi kepuasan masyarakat"),
        (
            N_("Memahami dan memenuhi kebutuhan masyarakat"),
            N_("Ramah, cekatan, solutif, dan dapat diandalkan"),
            N_("Melakukan perbaikan tiada henti"),
        ),
    ),
    NilaiDasar(
        "akuntabel",
        N_("Akuntabel"),
        N_("bertanggung jawab atas kepercayaan yang diberikan"),
        (
            N_(
                "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi"
            ),
            N_("Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien"),
            N_("Tidak menyalahgunakan kewenangan jabatan"),
        ),
    ),
    NilaiDasar(
        "kompeten",
        N_("Kompeten"),
        N_("terus belajar dan mengembangkan kapabilitas"),
        (
            N_("Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah"),
            N_("Membantu orang lain belajar"),
            N_("Melaksanakan tugas dengan kualitas terbaik"),
        ),
    ),
    NilaiDasar(
        "harmonis",
        N_("Harmonis"),
        N_("saling peduli dan menghargai perbedaan"),
        (
            N_("Menghargai setiap orang apapun latar belakangnya"),
            N_("Suka menolong orang lain"),
            N_("Membangun lingkungan kerja yang kondusif"),
        ),
    ),
    NilaiDasar(
        "loyal",
        N_("Loyal"),
        N_("berdedikasi dan mengutamakan kepentingan Bangsa dan Negara"),
        (
            N_(
                "Memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun "
                "1945, setia kepada Negara Kesatuan Republik Indonesia serta pemerintahan yang sah"
            ),
            N_("Menjaga nama baik sesama ASN, Pimpinan, Instansi, dan Negara"),
            N_("Menjaga rahasia jabatan dan negara"),
        ),
    ),
    NilaiDasar(
        "adaptif",
        N_("Adaptif"),
        N_("terus berinovasi dan antusias dalam menggerakkan serta menghadapi perubahan"),
        (
            N_("Cepat menyesuaikan diri menghadapi perubahan"),
            N_("Terus berinovasi dan mengembangkan kreativitas"),
            N_("Bertindak proaktif"),
        ),
    ),
    NilaiDasar(
        "kolaboratif",
        N_("Kolaboratif"),
        N_("membangun kerja sama yang sinergis"),
        (
            N_("Memberi kesempatan kepada berbagai pihak untuk berkontribusi"),
            N_("Terbuka dalam bekerja sama untuk menghasilkan nilai tambah"),
            N_("Menggerakkan pemanfaatan berbagai sumberdaya untuk tujuan bersama"),
        ),
    ),
)
"""The seven values in the order in which the forms print them."""

KODE_NILAI: tuple[str, ...] = tuple(nilai.kode for nilai in BERAKHLAK)
