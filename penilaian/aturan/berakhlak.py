"""BerAKHLAK: the seven core values of ASN, each with its definition and three guides.

Source: the official wording of PermenPANRB 6/2022, Pasal 10 ayat (3), and Lampiran II.A.2.b for the
definitions; the forms print it as it stands, so it is carried over word for word.
"""

from dataclasses import dataclass


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
        "Berorientasi Pelayanan",
        "komitmen memberikan pelayanan prima demi kepuasan masyarakat",
        (
            "Memahami dan memenuhi kebutuhan masyarakat",
            "Ramah, cekatan, solutif, dan dapat diandalkan",
            "Melakukan perbaikan tiada henti",
        ),
    ),
    NilaiDasar(
        "akuntabel",
        "Akuntabel",
        "bertanggung jawab atas kepercayaan yang diberikan",
        (
            "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
            "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
            "Tidak menyalahgunakan kewenangan jabatan",
        ),
    ),
    NilaiDasar(
        "kompeten",
        "Kompeten",
        "terus belajar dan mengembangkan kapabilitas",
        (
            "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
            "Membantu orang lain belajar",
            "Melaksanakan tugas dengan kualitas terbaik",
        ),
    ),
    NilaiDasar(
        "harmonis",
        "Harmonis",
        "saling peduli dan menghargai perbedaan",
        (
            "Menghargai setiap orang apapun latar belakangnya",
            "Suka menolong orang lain",
            "Membangun lingkungan kerja yang kondusif",
        ),
    ),
    NilaiDasar(
        "loyal",
        "Loyal",
        "berdedikasi dan mengutamakan kepentingan Bangsa dan Negara",
        (
            "Memegang teguh ideologi Pancasila, Undang-Undang Dasar Negara Republik Indonesia Tahun "
            "1945, setia kepada Negara Kesatuan Republik Indonesia serta pemerintahan yang sah",
            "Menjaga nama baik sesama ASN, Pimpinan, Instansi, dan Negara",
            "Menjaga rahasia jabatan dan negara",
        ),
    ),
    NilaiDasar(
        "adaptif",
        "Adaptif",
        "terus berinovasi dan antusias dalam menggerakkan serta menghadapi perubahan",
        (
            "Cepat menyesuaikan diri menghadapi perubahan",
            "Terus berinovasi dan mengembangkan kreativitas",
            "Bertindak proaktif",
        ),
    ),
    NilaiDasar(
        "kolaboratif",
        "Kolaboratif",
        "membangun kerja sama yang sinergis",
        (
            "Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
            "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
            "Menggerakkan pemanfaatan berbagai sumberdaya untuk tujuan bersama",
        ),
    ),
)
"""The seven values in the order in which the forms print them."""

KODE_NILAI: tuple[str, ...] = tuple(nilai.kode for nilai in BERAKHLAK)


def nilai_dasar(kode: str) -> NilaiDasar:
    """Return the value with this code; ValueError when there is none."""
    for nilai in BERAKHLAK:
        if nilai.kode == kode:
            return nilai
    raise ValueError(f"Nilai dasar “{kode}” tidak dikenal. Pilih salah satu: {', '.join(KODE_NILAI)}.")
