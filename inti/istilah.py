"""The glossary: terms of the domain in one or two sentences, and the fields they explain. The only source of both.

Meanings after PermenPANRB 6/2022 and the other rules named with each term; [K] where custom, not a rule, says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Istilah:
    """A term, what it means in plain words, and which rule says so."""

    nama: Any
    arti: Any
    sumber: str = ""


_PERMEN = "PermenPANRB 6/2022"

ISTILAH: Mapping[str, Istilah] = {
    "nip": Istilah(
        _("NIP"),
        _("Nomor Induk Pegawai, 18 angka: tanggal lahir, bulan pengangkatan, jenis kelamin, nomor urut."),
        "PerKa BKN 22/2007",
    ),
    "pns_id": Istilah(
        _("PNS ID"), _("Kunci seorang pegawai di SIASN. Tidak berubah walau NIP-nya diganti."), "SIASN"
    ),
    "kedudukan_hukum": Istilah(
        _("Kedudukan hukum"),
        _("Keadaan kepegawaian seseorang menurut hukum, misalnya aktif, tugas belajar, atau pensiun."),
        "SIASN",
    ),
    "golongan": Istilah(
        _("Golongan"), _("Tingkat kepangkatan: I/a sampai IV/e untuk PNS, I sampai XVII untuk PPPK.")
    ),
    "tmt": Istilah(_("TMT"), _("Terhitung Mulai Tanggal: hari pertama suatu keputusan berlaku.")),
    "karpeg": Istilah(_("Karpeg"), _("Nomor seri kartu pegawai, tercetak pada konversi angka kredit.")),
    "unor": Istilah(
        _("Kode unor"), _("Kunci unit organisasi di SIASN. Dipakai untuk mencocokkan berkas impor."), "SIASN"
    ),
    "unit_mandiri": Istilah(
        _("Unit kerja mandiri"),
        _("Unit yang pimpinannya menyusun SKP seperti pimpinan tinggi, misalnya puskesmas."),
        f"{_PERMEN}, Lampiran II",
    ),
    "eselon": Istilah(
        _("Eselon"), _("Tingkat jabatan struktural, dari I.a sampai IV.b; masih dipakai SIASN.")
    ),
    "jenjang": Istilah(
        _("Jenjang"),
        _("Tingkat jabatan fungsional: Pemula sampai Penyelia, Ahli Pertama sampai Ahli Utama."),
        "PermenPANRB 1/2023",
    ),
    "kelas_jabatan": Istilah(
        _("Kelas jabatan"),
        _("Tingkat 1 sampai 17 menurut bobot pekerjaan; dasar besaran tunjangan dan bonus."),
    ),
    "bup": Istilah(
        _("BUP"), _("Batas usia pensiun. Pensiun mulai tanggal 1 bulan berikutnya."), "UU 20/2023 Ps 55"
    ),
    "plt": Istilah(
        _("Plt. dan Plh."),
        _(
            "Pelaksana tugas memimpin unit yang kepalanya kosong; pelaksana harian menggantikan "
            "kepala yang berhalangan sementara."
        ),
        "PP 11/2017 [K]",
    ),
    "memimpin": Istilah(
        _("Memimpin unit"),
        _("Kepala unit menilai semua anggotanya, kecuali ada penetapan khusus."),
        f"{_PERMEN} Ps 1(9)",
    ),
    "penilai": Istilah(
        _("Pejabat penilai kinerja"),
        _(
            "Atasan langsung, paling rendah pengawas, atau pejabat yang diberi wewenang, yang "
            "menetapkan SKP dan menilai."
        ),
        f"{_PERMEN} Ps 1(9)",
    ),
    "atasan_penilai": Istilah(
        _("Atasan pejabat penilai"),
        _("Menggantikan penilai yang terlambat dan memutus keberatan."),
        f"{_PERMEN}, Lampiran IV dan V",
    ),
    "skp": Istilah(
        _("SKP"),
        _("Sasaran Kinerja Pegawai: ekspektasi kinerja yang akan dicapai seorang pegawai dalam setahun."),
        f"{_PERMEN} Ps 1(4)",
    ),
    "pendekatan": Istilah(
        _("Pendekatan SKP"),
        _("Kuantitatif memakai indikator dan target; kualitatif memakai uraian ekspektasi."),
        f"{_PERMEN}, Lampiran II.A.7",
    ),
    "rhk": Istilah(
        _("RHK"),
        _("Rencana Hasil Kerja: hasil yang dijanjikan, bukan daftar kegiatan."),
        f"{_PERMEN} Ps 9(1)",
    ),
    "iki": Istilah(
        _("IKI"),
        _("Indikator Kinerja Individu: ukuran keberhasilan sebuah rencana hasil kerja."),
        f"{_PERMEN}, Lampiran II",
    ),
    "aspek": Istilah(
        _("Aspek"),
        _("Sisi yang diukur indikator: kuantitas, kualitas, waktu, atau biaya."),
        f"{_PERMEN}, Lampiran II.A.7",
    ),
    "perspektif": Istilah(
        _("Perspektif"),
        _(
            "Sudut pandang indikator pimpinan: penerima layanan, proses bisnis, penguatan internal, "
            "atau anggaran."
        ),
        f"{_PERMEN}, Lampiran II.A.2",
    ),
    "rating": Istilah(
        _("Rating"),
        _("Di atas, sesuai, atau di bawah ekspektasi; satu untuk hasil kerja dan satu untuk perilaku."),
        f"{_PERMEN} Ps 24",
    ),
    "predikat": Istilah(
        _("Predikat kinerja"),
        _(
            "Gabungan rating hasil dan perilaku: Sangat Baik, Baik, Butuh Perbaikan, Kurang, atau "
            "Sangat Kurang."
        ),
        f"{_PERMEN}, Lampiran IV.B",
    ),
    "capaian": Istilah(
        _("Capaian kinerja organisasi"),
        _(
            "Sebutan untuk kinerja unit: Istimewa sampai Sangat Kurang. Menentukan pola sebaran "
            "predikat anggotanya."
        ),
        f"{_PERMEN}, Lampiran IV.B.1",
    ),
    "jalur": Istilah(
        _("Dokumen evaluasi"),
        _(
            "D.1.1 bila ditandatangani penilai, D.1.2 bila oleh atasannya karena terlambat, D.1.3 "
            "setelah keberatan diputus."
        ),
        f"{_PERMEN}, Lampiran V",
    ),
    "keberatan": Istilah(
        _("Keberatan"),
        _("Permintaan pegawai agar hasil evaluasinya diperiksa atasan penilai; ada batas waktu memutusnya."),
        f"{_PERMEN} Ps 29",
    ),
    "angka_kredit": Istilah(
        _("Angka kredit"),
        _(
            "Nilai yang dikumpulkan pejabat fungsional untuk naik pangkat dan jenjang, dihitung dari "
            "predikat tahunan."
        ),
        "PermenPANRB 1/2023",
    ),
    "koefisien": Istilah(
        _("Koefisien"),
        _("Angka kredit setahun untuk predikat Baik pada suatu jenjang."),
        "PermenPANRB 1/2023",
    ),
    "jp": Istilah(
        _("JP"), _("Jam pelajaran, 45 menit. Setiap PNS berhak paling sedikit 20 JP setahun."), "PP 17/2020"
    ),
    "ikm": Istilah(
        _("IKM"),
        _("Indeks Kepuasan Masyarakat, 25 sampai 100, dari jawaban warga atas sembilan unsur layanan."),
        "PermenPANRB 14/2017",
    ),
    "peran": Istilah(
        _("Peran"), _("Kewenangan di aplikasi ini untuk jangka waktu tertentu; tidak sama dengan jabatan.")
    ),
    "cuti_bersama": Istilah(
        _("Cuti bersama"),
        _("Hari yang tidak dihitung sebagai hari kerja pada setiap tenggat, seperti libur nasional."),
        "Keputusan bersama tiga menteri",
    ),
    "zona": Istilah(_("Zona waktu"), _("WIB, WITA, atau WIT. Tenggat berlaku sampai 23.59.59 di zona ini.")),
}

# Model (lower case) → field → term. A field that has a help text of its own keeps it.
BIDANG: Mapping[str, Mapping[str, str]] = {
    "pegawai.pegawai": {
        "nip": "nip", "pns_id": "pns_id", "kedudukan_hukum": "kedudukan_hukum", "golongan": "golongan",
        "tmt_golongan": "tmt", "tmt_cpns": "tmt", "tmt_pns": "tmt", "karpeg": "karpeg", "hubungan": "penilai",
        "penilai": "penilai",
    },
    "pegawai.unitkerja": {"kode": "unor", "mandiri": "unit_mandiri", "zona": "zona"},
    "pegawai.jabatan": {"eselon": "eselon", "jenjang": "jenjang", "kelas": "kelas_jabatan", "bup": "bup"},
    "pegawai.penempatan": {"jenis": "plt", "kepala": "memimpin", "mulai": "tmt"},
    "pegawai.atasankhusus": {"penilai": "penilai"},
    "pegawai.riwayatpangkat": {"golongan": "golongan", "tmt": "tmt"},
    "akses.penugasanperan": {"peran": "peran"},
    "inti.harilibur": {"jenis": "cuti_bersama"},
    "sasaran.siklus": {"batas_skp": "skp", "zona": "zona"},
    "sasaran.skp": {"penilai": "penilai", "atasan_penilai": "atasan_penilai", "pendekatan": "pendekatan"},
    "sasaran.rencanahasilkerja": {"uraian": "rhk"},
    "sasaran.indikatorkinerjaindividu": {"uraian": "iki", "aspek": "aspek", "perspektif": "perspektif"},
    "penilaian.evaluasiperiodik": {
        "penilai": "penilai", "hasil_kerja": "rating", "perilaku": "rating", "hasil_predikat": "predikat",
    },
    "penilaian.evaluasitahunan": {
        "penilai": "penilai", "atasan_penilai": "atasan_penilai", "hasil_kerja": "rating", "perilaku": "rating",
        "hasil_predikat": "predikat", "jalur": "jalur",
    },
    "penilaian.capaianorganisasi": {"predikat": "capaian", "usulan": "capaian"},
    "penilaian.distribusipenilai": {"penilai": "penilai", "capaian": "capaian"},
    "penilaian.keberatan": {
        "penilai": "penilai", "pemutus": "atasan_penilai", "batas_putus": "keberatan", "predikat_lama": "predikat",
        "predikat_baru": "predikat",
    },
    "penghargaan.angkakredit": {
        "nilai": "angka_kredit", "jenjang": "jenjang", "koefisien": "koefisien", "predikat": "predikat",
    },
    "penghargaan.rencanaperbaikan": {"penilai": "penilai"},
    "pelatihan.pelatihan": {"jp": "jp"},
    "pelatihan.pelatihanluar": {"jp": "jp"},
    "pelatihan.peserta": {"jp": "jp"},
    "layanan.layanan": {},
}  # fmt: skip


def istilah_bidang(model: Any, bidang: str) -> Istilah | None:
    """The term that explains a field or a column of a model, if there is one."""
    kode = BIDANG.get(model._meta.label_lower, {}).get(bidang)
    return ISTILAH[kode] if kode else None


def bantuan(model: Any) -> dict[str, Any]:
    """{field: help text} of the fields of a model that a term explains and that say nothing themselves."""
    hasil = {}
    for bidang, kode in BIDANG.get(model._meta.label_lower, {}).items():
        medan = next((f for f in model._meta.concrete_fields if f.name == bidang), None)
        if medan is not None and not medan.help_text:
            hasil[bidang] = ISTILAH[kode].arti
    return hasil
